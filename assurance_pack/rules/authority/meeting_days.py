"""Authority over decisions: what the log says of a meeting was said at one that was held, and after the Board was asked (AP627)."""

from __future__ import annotations

import re
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

_OF_A_MEETING: tuple[tuple[type[Row], str, str], ...] = (
    (Action, "agreed", "Agreed"),
    (Challenge, "on", "Put"),
    (Decision, "on", "Decided"),
)
_BY_THE_CHAIR = re.compile(
    r"\b(?:decided|taken|agreed|approved|ratified|accepted|decision|action|made|set|given)\b[^.;]{0,30}?\b(?:by|of) the (?:vice-)?chair\b(?! of (?:RDG|the))"
    r"|\bthe chair (?:has |had )?(?:decided|agreed|approved|ratified|accepted|took)\b|\bchair['’]s (?:urgent )?(?:action|decision|approval|powers)\b",
    re.IGNORECASE,
)
"""How a log says that the Chair decided, between two meetings."""
_BY_THE_BOARD_OTHERWISE = re.compile(
    r"\b(?:extraordinary|special|additional) (?:board )?meeting\b|\bwritten procedure\b|\bmembers (?:agreed|decided|approved|voted)\b"
    r"|\b(?:agreed|approved|decided|ratified|accepted) (?:\w+ ){0,3}by (?:e-?mail|correspondence|circulation)\b",
    re.IGNORECASE,
)
"""How it says that the Board itself did, at no ordinary meeting."""
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
        asked = _first_asked(decision, case)
        if not (decision.decided and decision.on and asked and decision.on < asked):
            continue
        words = f"{decision.decision}. {decision.rationale or ''}"
        by_the_chair = bool(_BY_THE_CHAIR.search(words))
        if by_the_chair and (not means(decision.kind, *ONLY_THE_BOARD_MAY) or _CONFIRMED.search(words)):
            continue
        if not by_the_chair and _BY_THE_BOARD_OTHERWISE.search(words):
            continue
        who = "by the Chair, and only the Board may decide this" if by_the_chair else "before the Board was first asked"
        said = f"Decided on {day(decision.on)}{' ' if by_the_chair else ', '}{who}: {decision.item} was before its meeting of {day(asked)}."
        yield Found((decision.cell("on"),), said, (decision.ref,), decision.sender, remedy=_LET_THE_BOARD_CONFIRM if by_the_chair else "")


def _first_asked(decision: Decision, case: Case) -> date | None:
    """The meeting that read the first pack with the matter in it; none of what never was a matter, or stood in a pack no meeting read."""
    months = [returns.month for returns, _ in case.found_earlier(ForTheBoard, decision.item)]
    first = case.settings.meeting(months[-1]) if months else None
    return first.date if first else None


RULES: tuple[Rule, ...] = (meeting_still_to_come,)
