"""Movement of figures sent before: one of an earlier month that is another now (AP335)."""

from __future__ import annotations

from collections.abc import Iterator

from ...assess.indicator_figure import written
from ...meanings import YesNo
from ...model import Month, means
from ...model.problem import Severity
from ...returns.workspace import IndicatorFigure
from ...settings.indicators import Indicator
from ..case import Case
from ..engine import Found, Rule, rule
from ..sense.figures_in_order import Figures, cells_of, in_order_before, period_name, quoted, series
from ..sense.series import SMALL
from ..sense.series_months import moved_by_a_row

POINTS = 3
"""A share that is revised by fewer points of a hundred is put right as figures are; the [r] beside it tells of it."""
TENTH = 0.1
"""So much of a count or a sum is revised without a question."""


@rule(
    "AP335",
    "A figure sent before is revised with a word",
    severity=Severity.WARNING,
    because="A figure the Board has had is not another without its knowing why.",
    example="“Plans in 20 weeks” was sent as 61% for April 2026, and is 48% now. Was it revised?",
    follows=("AP257", "AP276", "AP277"),
)
def revised_far(case: Case) -> Iterator[Found]:
    """Put the figure back, or say under Note why it was revised. It is printed with [r] either way."""
    if case.last is None:
        return
    for indicator, figures in series(case):
        was = {_month(row): (row, value) for row, value in in_order_before(case, indicator)}
        if figures and moved_by_a_row(case, indicator, figures[0][0].sender):
            continue
        yield from _revised(indicator, figures, was, case)


def _revised(indicator: Indicator, figures: Figures, was: dict[Month, tuple[IndicatorFigure, float]], case: Case) -> Iterator[Found]:
    for row, now in figures:
        before, then = was.get(_month(row), (row, now))
        new_note = bool(row.note) and row.note != before.note
        if new_note or case.unread(row, "note") or means(before.provisional, YesNo.YES) or not _far(indicator, now, then):
            continue
        is_now, sent = (quoted(r, written(v, indicator), indicator, case) for r, v in ((row, now), (before, then)))
        sentence = f"“{indicator.in_short}” was sent as {sent} for {period_name(row)}, and is {is_now} now. Was it revised?"
        many = (
            f"{{n}} figures of earlier months that were sent before are others now, among them “{indicator.in_short}”. Were they revised?"
        )
        yield Found(cells_of(row), sentence, (f"{indicator.code} {period_name(row)}",), row.sender, many=many)


def _far(indicator: Indicator, now: float, then: float) -> bool:
    """Whether a figure differs by more than is put right from month to month."""
    if indicator.unit == "percent":
        return abs(now - then) >= POINTS
    few = indicator.unit == "count" and max(abs(now), abs(then)) < 2 * SMALL
    return not few and abs(now - then) > TENTH * max(abs(now), abs(then))


def _month(row: IndicatorFigure) -> Month:
    assert row.period_end  # figures in order have one
    return Month.of(row.period_end)


RULES: tuple[Rule, ...] = (revised_far,)
