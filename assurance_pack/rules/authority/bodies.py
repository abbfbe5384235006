"""Authority of the bodies themselves: meetings, chairs, reviews of the terms of reference, and no ranking of anyone (AP611 to AP622)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ...model import Cell, day
from ...model.problem import Severity
from ...returns.partner import PARTNER_RETURN
from ...returns.workspace import WORKSPACE_RETURN, Cover
from ...schema import columns
from ...schema.column import ColumnKind
from ...senders import is_voice
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule

_VACANT = frozenset(("tbc", "to be confirmed", "none", "n/a", "interim to be agreed", "-", "vacancy"))
_MONTH = timedelta(days=31)


@rule(
    "AP611",
    "A Workspace meets every month",
    severity=Severity.NOTE,
    because=clauses.MEET_MONTHLY,
    each=Cover,
    needs=("met_on",),
    example="The last meeting given is 14 May 2026: none since the last position date, 31 May 2026.",
)
def has_not_met(cover: Cover, case: Case) -> Iterator[Found]:
    """For RDG: ask the Chair what stood in the way. If it did meet, correct the dates."""
    since = _last_position(case)
    assert cover.met_on
    if max(cover.met_on) <= since:
        sentence = f"The last meeting given is {day(max(cover.met_on))}: none since the last position date, {day(since)}."
        yield Found((cover.cell("met_on"),), sentence)


def _last_position(case: Case) -> date:
    return case.last.position if case.last else case.position - _MONTH


@rule(
    "AP612",
    "A Workspace has a Chair and an RDG Senior Sponsor",
    severity=Severity.NOTE,
    because=clauses.CHAIR_AND_SPONSOR,
    each=Cover,
    example="The RDG Senior Sponsor is said to be vacant.",
)
def without_chair_or_sponsor(cover: Cover, case: Case) -> Iterator[Found]:
    """For RDG: name the role that stands in until the place is filled."""
    known = next((w for w in case.settings.workspaces if cover.sender == WORKSPACE_RETURN.sender(w.code)), None)
    for name, who in (("chair", "Chair"), ("sponsor", "RDG Senior Sponsor")):
        said = getattr(cover, name) or (getattr(known, name) if known else "")
        if not said and case.unread(cover, name):
            continue
        if not said:
            yield Found((cover.cell(name),), f"No {who} is named.")
        elif said.strip(" .").casefold() in _VACANT or "vacant" in said.casefold():
            yield Found((cover.cell(name),), f"The {who} is said to be vacant.")


@rule(
    "AP617",
    "Terms of reference are reviewed every year",
    severity=Severity.NOTE,
    because=clauses.BOARD_REVIEW,
    example="The terms of reference of the Board were last reviewed in May 2026; the next review is due by May 2027.",
)
def review_due(case: Case) -> Iterator[Found]:
    """Put the review on the Board's agenda; when it is done, enter the month under [board] reviews in pack.toml."""
    for review in case.settings.board.reviews:
        if review.due <= case.month.plus(1):
            body = "the Board" if review.body == "Board" else review.body
            past = "was" if review.due < case.month else "is"
            sentence = (
                f"The terms of reference of {body} were last reviewed in {review.last.name}; "
                f"the next review {past} due by {review.due.name}."
            )
            yield Found((Cell(file="pack.toml", sheet="board.reviews"),), sentence, (review.body,))


_RANKED = re.compile(
    r"\bleague table|\b(?:best|worst|top|bottom|poorest|lowest|highest|strongest|weakest)[- ]?(?:performing|performer|ranked|rated)?\b"
    r"(?: of the)?(?: three)? (?:Reform )?(?:Workspaces?|teams?)\b|\b(?:Workspaces?|teams?) (?:is|are) (?:underperforming|failing|the (?:best|worst))\b",
    re.IGNORECASE,
)
_NAMED = ("league table", "workspace", "team")


@rule(
    "AP622",
    "Nobody ranks Workspaces or teams",
    severity=Severity.WARNING,
    because=clauses.NO_PERFORMANCE_MANAGEMENT,
    example="This compares Workspaces or teams with each other.",
)
def ranking(case: Case) -> Iterator[Found]:
    """Say what is late or at risk, and what would help. Who is better or worse is not for the pack."""
    for row in case.returns.rows:
        if is_voice(row.sender) or row.sender.kind == PARTNER_RETURN.key:
            continue  # families, settings and partners say what they say
        for column in columns(type(row)):
            if column.kind is ColumnKind.TEXT and _ranks(getattr(row, column.name) or ""):
                yield Found((row.cell(column.name),), "This compares Workspaces or teams with each other.", (row.ref,), row.sender)


def _ranks(text: str) -> bool:
    """Whether a text compares them; one that names none of them is not looked through further."""
    said = text.casefold()
    return any(named in said for named in _NAMED) and bool(_RANKED.search(text))


RULES: tuple[Rule, ...] = (has_not_met, without_chair_or_sponsor, review_due, ranking)
