"""RDG's delivery confidence, overall and by plan priority: now, last time, month by month, with its reason and the impact so far.

Source: “The RDG brings options, confidence judgements and recommendations” (RDG: Reporting and assurance).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from .. import meanings
from ..model import Month, Word
from ..returns.rdg import Confidence
from ..returns.received import Returns
from ..rules.case import Case
from .indicators import Glance, glances
from .plan import MonthStatus

Direction = Literal["better", "worse", "same", "new", "not stated"]
OVERALL = meanings.OVERALL


@dataclass(frozen=True)
class ConfidenceLine:
    """Confidence in one plan priority, or overall. `now` is none where RDG sent nothing or left it empty; last month's never stands in."""

    about: str
    name: str
    now: Word | None
    before: Word | None
    direction: Direction
    marks: tuple[MonthStatus, ...]
    row: Confidence | None
    impact: tuple[Glance, ...] = ()
    reason_before: str = ""

    @property
    def reason(self) -> str:
        """RDG's reason, as it gave it."""
        return (self.row.reason or "") if self.row else ""

    @property
    def forward(self) -> str:
        """What RDG expects by the next meeting."""
        return (self.row.forward or "") if self.row else ""

    @property
    def linked_work(self) -> str:
        """Work elsewhere in the system that this depends on, and its owner."""
        return (self.row.linked_work or "") if self.row else ""


def confidence_lines(case: Case, months: Iterable[Month]) -> tuple[ConfidenceLine, ...]:
    """Overall first, then every plan priority in its order, whether or not RDG spoke of it."""
    window = tuple(months)
    by_month = {r.month: _by_about(rows) for r, rows in zip(case.history, case.earlier, strict=True)}
    by_month[case.month] = _by_about(case.returns)
    before = _by_about(case.before) if case.before else {}
    names = [(OVERALL, "Overall", ()), *((p.code, f"{p.code} {p.name}", p.indicators) for p in case.settings.priorities)]
    return tuple(
        _confidence_line(about, name, by_month, case.month, window, before.get(about), glances(case, codes)) for about, name, codes in names
    )


def _confidence_line(
    about: str,
    name: str,
    by_month: dict[Month, dict[str, Confidence]],
    this_month: Month,
    window: tuple[Month, ...],
    last: Confidence | None,
    impact: tuple[Glance, ...],
) -> ConfidenceLine:
    row = by_month[this_month].get(about)
    marks = tuple(_mark(month, by_month.get(month, {}).get(about)) for month in window)
    now, before = row.confidence if row else None, last.confidence if last else None
    return ConfidenceLine(about, name, now, before, direction_of(now, before), marks, row, impact, (last.reason or "") if last else "")


def _mark(month: Month, row: Confidence | None) -> MonthStatus:
    return MonthStatus(month, row.confidence.meaning, row.confidence) if row and row.confidence else MonthStatus(month)


def direction_of(now: Word | None, before: Word | None) -> Direction:
    """How confidence has moved since last time."""
    if now is None:
        return "not stated"
    if before is None:
        return "new"
    change = meanings.DeliveryConfidence.worse_by(before.meaning, now.meaning)
    return "worse" if change > 0 else "better" if change < 0 else "same"


def _by_about(returns: Returns) -> dict[str, Confidence]:
    found: dict[str, Confidence] = {}
    for row in returns.of(Confidence):
        if row.about:
            found.setdefault(row.about.meaning, row)
    return found
