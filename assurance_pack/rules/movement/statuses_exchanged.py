"""Movement of statuses between milestones: each of two has the one the other had (AP333)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ...model import means
from ...model.problem import Severity
from ...record.carry import same
from ...returns.workspace import Milestone
from ..case import Case
from ..engine import Found, Rule, rule
from ..sense.milestones import ON_TRACK_DAYS
from ..sense.milestones_late import AT_RISK_DAYS
from .exchanged import sheets

_LATE = ("on_track", "at_risk", "off_track")
"""The statuses that say how late a milestone is, in order."""
_OPEN = (*_LATE, "not_started")
"""Those that need neither a day nor a decision of their own."""


@rule(
    "AP333",
    "A milestone has its own status",
    severity=Severity.WARNING,
    because="With two statuses exchanged, one milestone looks better than it is and another worse.",
    example="M-{workspace.3}-006 and M-{workspace.3}-007 have under “Status now” what the other had in May 2026: were the two exchanged?",
    follows=("AP205", "AP207", "AP208", "AP219", "AP327", "AP328"),
)
def statuses_exchanged(case: Case) -> Iterator[Found]:
    """Look whether each row has its own status. If both have moved so, say in the path to green of each what moved it."""
    for rows, before in sheets(case):
        stated = [row for row in rows if isinstance(row, Milestone) and means(row.status, *_OPEN) and "status" not in row.carried]
        for one, other in combinations(stated, 2):
            was, its_was = before[one.ref], before[other.ref]
            if not isinstance(was, Milestone) or not isinstance(its_was, Milestone) or one.status == other.status:
                continue
            crosswise = same(one.status, its_was.status) and same(other.status, was.status)
            alone = _else_as_it_was(one, was) and _else_as_it_was(other, its_was)
            if crosswise and (alone or _fit_each_other(one, other)):
                since = case.last.month.name if case.last else ""
                sentence = f"{one.ref} and {other.ref} have under “Status now” what the other had in {since}: were the two exchanged?"
                yield Found((one.cell("status"), other.cell("status")), sentence, (one.ref, other.ref), one.sender)


def _else_as_it_was(row: Milestone, was: Milestone) -> bool:
    """Whether nothing that goes with a status has moved with it."""
    return all(same(getattr(row, name), getattr(was, name)) for name in ("forecast", "path_to_green"))


def _fit_each_other(one: Milestone, other: Milestone) -> bool:
    """Whether, by the printed definitions, each is as late as the other's status says, and not as its own."""
    return _as_late_as(one) == _place(other) != _place(one) == _as_late_as(other)


def _place(row: Milestone) -> str | None:
    return row.status.meaning if row.status else None


def _as_late_as(row: Milestone) -> str | None:
    if row.forecast is None or row.baseline is None:
        return None
    late = (row.forecast - row.baseline).days
    return _LATE[(late > ON_TRACK_DAYS) + (late > AT_RISK_DAYS)]


RULES: tuple[Rule, ...] = (statuses_exchanged,)
