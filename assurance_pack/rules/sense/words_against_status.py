"""Sense of words against a status: what is said to be done, and told as not done or as still to come (AP236)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...meanings import ActionStatus, AskAnswer, IssueStatus, MilestoneStatus
from ...meanings.meaning import Meaning
from ...model import means
from ...model.named_ids import IN_WORDS
from ...model.problem import Severity
from ...returns.board_log import Action, ExceptionalIssue
from ...returns.rdg import YouSaidWeDid
from ...returns.workspace import Milestone
from ...schema import Row, column_of
from .. import clauses
from ..case import Case
from ..days_named import days_named
from ..engine import Found, Rule, rule
from ..guard.withhold import WITHHELD
from ..in_clauses import in_clauses
from ..shape.faults import quoted


@dataclass(frozen=True)
class _Over:
    """A sheet on which something is called over: the columns of the word and of its own words on where it stands, and the meaning."""

    kind: type[Row]
    status: str
    meaning: Meaning
    words: tuple[str, ...]
    begins: bool = True
    """Whether its words open with where it stands; those of an issue open with what has happened."""


_SHEETS = (
    _Over(Milestone, "status", MilestoneStatus.COMPLETE, ("progress",)),
    _Over(YouSaidWeDid, "answer", AskAnswer.DONE, ("did",)),
    _Over(Action, "status", ActionStatus.COMPLETE, ("update",)),
    _Over(ExceptionalIssue, "status", IssueStatus.CLOSED, ("issue", "why_now"), begins=False),
)
"""A challenge is closed when the Board has its answer, and a risk when it cannot happen any more, whatever is still to come."""
_DOING = (
    r"(?:done|complete[d]?|finished|started|begun|published|sent|signed|held|agreed|met|received|open(?:ed)?|visited|delivered|built|filled|let|"
    r"found|written|in (?:place|use)|available|ready|issued|launched|taken|live|trained|recruited|appointed|paid|moved|fitted|handed over)"
)
_NOT_DONE = re.compile(
    r"(?:it |this |the action |work |we )?(?:is |are |has |have |was )?(?:still )?(?:"
    rf"not (?:been )?(?:done|completed?|finished|started|begun)\b(?! by )|not yet(?: (?:been )?{_DOING}\b|(?=\s*(?:[.,:;]|$)))"
    r"|(?<=still )to be \w+|(?!to be found (?:on|in|at|under)\b)(?:to be (?:done|completed|finished|agreed|found|confirmed|held|sent)|to do|to come)(?=\s*(?:[.,:;(–-]|$|by\b|in\b|on\b|for\b))"
    r"|(?:still )?(?:awaiting|waiting for|waiting (?:on|until))\b"
    r"|(?:pending|outstanding|overdue|delayed)(?=\s*(?:[.,:;(–-]|$|until\b))"
    r"|nothing (?:yet|so far|done)(?=\s*(?:[.,:;(–-]|$))|no progress(?=\s*(?:[.,:;(–-]|$|yet\b|since\b|made\b)))",
    re.IGNORECASE,
)
"""How words begin that say that something is still to be done. “Waiting times published” and “Pending cases closed” do not."""
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PART = re.compile(
    rf"\b(?P<some>{_NUMBER}) of (?:its |the |all |our )?(?P<all>{_NUMBER})(?P<what>(?: (?!(?:were|was|had|to)\b)[\w’'-]+){{0,4}}?)"
    rf" (?:(?P<done>(?:are |have been |now )?(?:done|complete|completed|finished)(?=\s*(?:[.,:;(]|$|so far\b)))"
    r"|(?P<open>(?:are |is |remain )?(?:still (?:to be \w+|to do|outstanding|waiting)|not yet(?: \w+)?|outstanding)\b))",
    re.IGNORECASE,
)
"""So many of so many that are done, or still to be done."""
_TO_COME = re.compile(
    rf"\b(?:booked|planned|scheduled|arranged|due|to be {_DOING}|will (?:be {_DOING}|take place|begin|start|open))\b(?: \w+){{0,2}}? (?=on |by |in |for |from |\d)",
    re.IGNORECASE,
)
"""How words tell that something is to come, before its day."""
_SET_A_DAY = re.compile(
    r"\b(?:book|plan|arrang|schedul|timetabl|invit|programm|commission)\w*|\b(?:set|fix|name|give|find|agree|offer)\b.{0,80}\b(?:day|date|time|visit|meeting|session)s?\b|"
    r"\bdates?\b|\bwhen\b",
    re.IGNORECASE,
)
"""What asks for a day, and is done when there is one."""
_DONE_SINCE = re.compile(rf"\b(?:since|now|then|after that)\b|(?<!to be )(?<!will be )\b{_DOING} (?:on|by|in|at) \w", re.IGNORECASE)
"""What may tell that it was done after all."""
_REST_TOO = re.compile(
    r"\b(?:all|every|both|whole|above|over|more than|promised|target|measure|needed|enough|required|rest|others?|remaining|remainder)\b",
    re.IGNORECASE,
)
"""What may tell that the rest was done too, or was not asked for."""
_ALREADY = re.compile(rf"^\W*(?:\w+ )?{_DOING}\b(?! (?:by|in|on|for|from) )|\b(?:since|now|already)\b", re.IGNORECASE)


@rule(
    "AP236",
    "What is called done is not told as still to be done",
    severity=Severity.WARNING,
    because=clauses.CHALLENGE_VISIBLE,
    example="{action_status.complete}, and “Update” says “Not yet done”.",
)
def done_and_not_done(case: Case) -> Iterator[Found]:
    """Choose the word for what is still to be done until it is. If it is done, say in the words what was done, and when."""
    for sheet in _SHEETS:
        for row in case.returns.of(sheet.kind):
            if means(getattr(row, sheet.status), sheet.meaning) and row.cell(sheet.status) not in case.returns.faulted:
                yield from _found(row, sheet, case.position)


def _found(row: Row, sheet: _Over, position: date) -> Iterator[Found]:
    for name in sheet.words:
        said = getattr(row, name) or ""
        if said != WITHHELD and name not in row.carried and (told := _told_as_open(said, row, sheet, position)):
            sentence = f"{getattr(row, sheet.status)}, and {quoted(column_of(type(row), name).heading)} says {quoted(told)}."
            yield Found((row.cell(sheet.status), row.cell(name)), sentence, (row.ref,), row.sender)
            return


def _told_as_open(said: str, row: Row, sheet: _Over, position: date) -> str:
    """The words of a text that tell something as not done, as done in part, or as of a day to come."""
    if IN_WORDS.search(said):  # what is left has an ID of its own
        return ""
    if sheet.begins and (begins := _NOT_DONE.match(said)) and not _DONE_SINCE.search(said, begins.end()):
        return begins[0].strip()
    asked = " ".join(str(getattr(row, name, None) or "") for name in ("action", "said", "title", "success"))
    return _in_part(said, asked) or (_to_come(said, asked, position) if sheet.begins else "")


def _in_part(said: str, asked: str) -> str:
    for part in _PART.finditer(said):
        besides = said[: part.start()] + said[part.end() :]
        if part["some"].casefold() in asked.casefold().split() or _DONE_SINCE.search(besides) or _REST_TOO.search(besides):
            continue
        if part["open"] or not (part["some"].isdigit() and part["all"].isdigit()) or int(part["some"]) < int(part["all"]):
            return part[0]
    return ""


def _to_come(said: str, asked: str, position: date) -> str:
    """Words that tell nothing but what is to come: its day first of all, and no day that has been."""
    first = next(in_clauses(said), "")
    days = list(days_named(said, position))
    if not days or any(d.first <= position for d in days) or _SET_A_DAY.search(asked) or _ALREADY.search(said):
        return ""
    return first if (verb := _TO_COME.search(first)) and any(verb.start() <= d.start < len(first) for d in days) else ""


RULES: tuple[Rule, ...] = (done_and_not_done,)
