"""Authority over decisions: what the log says of a meeting was said at one that was held, and after the Board was asked (AP627)."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from datetime import date

from ...meanings import ONLY_THE_BOARD_MAY
from ...model import day, means
from ...model.problem import Severity
from ...returns.board_log import Action, Challenge, Decision
from ...returns.rdg import ForTheBoard
from ...schema import Row
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule
from ..in_clauses import in_clauses

_OF_A_MEETING: tuple[tuple[type[Row], str, str], ...] = (
    (Action, "agreed", "Agreed"),
    (Challenge, "on", "Put"),
    (Decision, "on", "Decided"),
)
_BY_THE_CHAIR = re.compile(
    r"\b(?:decided|taken|agreed|approved|ratified|accepted|decision|action|made|set|given)\b[^.;]{0,30}?\b(?:by|of) the (?:vice-)?chair\b(?! of (?:RDG|the))"
    r"|\bthe chair (?:has |had )?(?:decided|agreed(?! (?:that|with)\b)|approved|ratified|accepted|took)\b|\bchair['’]s (?:urgent )?(?:action|decision|approval|powers)\b",
    re.IGNORECASE,
)
"""How a log says that the Chair decided, between two meetings."""
_A_MEETING = r"(?:extraordinary|special|additional|urgent|emergency) (?:board )?meeting"
_DECIDED = re.compile(
    r"(?<!to be )(?<!not )\b(?:decided|agreed(?! (?:with|that|to)\b)|approved|ratified|accepted|adopted|resolved|endorsed|voted|taken|made|brought|held|prioritised|decision)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    rf"\b(?:(?:at|in|by|through) (?:(?:an?|the|our) )?{_A_MEETING}|(?:by|in|through) (?:(?:a|the) )?written procedure|"
    r"by (?:e-?mail|correspondence|circulation|letter)|in writing|(?:between|out of) (?:(?:two|board) )?meetings?)\b",
    re.IGNORECASE,
)
"""How the Board itself decides at no ordinary meeting, behind the verb that says that it did."""
_AT_A_MEETING = re.compile(rf"\s*(?:at |in |by )?(?:(?:an?|the) )?(?:{_A_MEETING}|written procedure)\b", re.IGNORECASE)
"""How a sentence opens with it: “Special meeting: accepted the plan.”"""
_NOT_OF_IT = re.compile(
    r"\b(?:that|to be|to (?:hold|call|have|report|write|ask|meet|take|put|bring|discuss)|will|should|is to|are to)\b"
    r"|\b(?:no|not|never|nor|without|instead of|rather than)\b(?: \w+){0,3} ?$",
    re.IGNORECASE,
)
"""What stands between a verb and the means it was not done by: “agreed to hold”, “approved, but not”."""
_NO = re.compile(r"\b(?:no|not|never|nothing|nor|without|instead|rather)\b", re.IGNORECASE)
_NAMING_THE_BOARD = (
    "the board members it this that was were is has have had been they we all both a an of at on by and most majority quorum unanimously "
    "formally urgent urgently then decision"
)
_THE_BOARD = frozenset((*_NAMING_THE_BOARD.split(), *(name.casefold() for name in month_name[1:])))
"""The words of a sentence that has the Board decide, or the decision be taken, and nobody and nothing else."""
_CONFIRMED = re.compile(r"\b(?:confirmed|ratified|endorsed) by the board on \d", re.IGNORECASE)
_LET_THE_BOARD_CONFIRM = "The terms of reference let nobody take this decision for the Board. Bring it to the next meeting to be confirmed, and give that day; say when the Chair acted in the words."


@rule(
    "AP627",
    "What the log says of a meeting bears the day of one that was held",
    severity=Severity.WARNING,
    because=clauses.CHALLENGE_VISIBLE,
    example="Decided on 19 August 2026, when the Board reads this pack: that meeting is still to come.",
)
def meeting_still_to_come(case: Case) -> Iterator[Found]:
    """Give the day of the meeting at which it was so. What a later meeting says goes into the log of the month after."""
    meeting = case.settings.meeting(case.month)
    for kind, name, verb in _OF_A_MEETING:
        for row in case.returns.of(kind):
            on: date | None = getattr(row, name)
            if on and meeting and on >= meeting.date:
                still = "when the Board reads this pack" if on == meeting.date else f"and the Board reads this pack on {day(meeting.date)}"
                yield Found((row.cell(name),), f"{verb} on {day(on)}, {still}: that meeting is still to come.", (row.ref,), row.sender)
    yield from _before_it_was_asked(case)


def _before_it_was_asked(case: Case) -> Iterator[Found]:
    for decision in case.returns.of(Decision):
        asked = _first_asked(decision, decision.on, case) if decision.decided and decision.on else None
        if not (decision.on and asked):
            continue
        words = f"{decision.decision}. {decision.rationale or ''}"
        by_the_chair = bool(_BY_THE_CHAIR.search(words))
        if by_the_chair and (not means(decision.kind, *ONLY_THE_BOARD_MAY) or _CONFIRMED.search(words)):
            continue
        if not by_the_chair and _by_the_board_otherwise(decision):
            continue
        who = "by the Chair, and only the Board may decide this" if by_the_chair else "before the Board was first asked"
        said = f"Decided on {day(decision.on)}{' ' if by_the_chair else ', '}{who}: {decision.item} was before its meeting of {day(asked)}."
        yield Found((decision.cell("on"),), said, (decision.ref,), decision.sender, remedy=_LET_THE_BOARD_CONFIRM if by_the_chair else "")


def _by_the_board_otherwise(decision: Decision) -> bool:
    """Whether a sentence has the Board take this decision at no ordinary meeting: the first of its own, or one about nothing else."""
    own, why = (in_clauses(words or "", but_not_at=":") for words in (decision.decision, decision.rationale))
    return any(_taken_otherwise(sentence, decision, of_it=n == 0) for n, sentence in enumerate((*own, *why)))


def _taken_otherwise(sentence: str, decision: Decision, *, of_it: bool) -> bool:
    opens = _AT_A_MEETING.match(sentence)
    if opens and _is_the_board(sentence[opens.end() :], decision):
        return True
    for verb in _DECIDED.finditer(sentence):
        before, after = sentence[: verb.start()], sentence[verb.end() :]
        if opens and _is_the_board(before[opens.end() :], decision):
            return True
        how = _OTHERWISE.search(after)
        who = (
            not _NO.search(before)
            if of_it
            else _is_the_board(before, decision) or _is_the_board(before.rpartition(", ")[2], decision, named=True)
        )
        if how and who and not _NOT_OF_IT.search(after[: how.start()]):
            return True
    return False


def _is_the_board(words: str, decision: Decision, *, named: bool = False) -> bool:
    """Whether words name the Board or the decision, if anything; or do name one of them."""
    ids = {(decision.id or "").casefold(), (decision.item or "").casefold()}
    said = set(re.findall(r"[\w-]+", words.casefold()))
    return all(word in _THE_BOARD or word in ids or word.isdigit() for word in said) and (
        not named or bool(said & {"board", "members", "decision", *ids})
    )


def _first_asked(decision: Decision, on: date, case: Case) -> date | None:
    """The meeting that read the first pack with the matter in it, where that was after a day; none of what never was a matter, or stood in a pack no meeting read."""
    first = None
    for returns, _ in case.found_earlier(ForTheBoard, decision.item):
        first = case.settings.meeting(returns.month)
        if first and first.date <= on:
            return None  # and no month before it is looked into
    return first.date if first else None


RULES: tuple[Rule, ...] = (meeting_still_to_come,)
