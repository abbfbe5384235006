"""The figures sent for an indicator, earliest first, and how they are spoken of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ...assess.indicator_figure import figure_of
from ...model import Cell, Month
from ...returns.received import Returns
from ...returns.workspace import IndicatorFigure
from ...schema import CONFIDENTIAL, LOW_RELIABILITY
from ...settings.indicators import Indicator
from ..case import Case

Figures = list[tuple[IndicatorFigure, float]]


def figured(row: IndicatorFigure, indicator: Indicator) -> float | None:
    """What a row comes to: per hundred where both counts are there, else the value as sent."""
    if indicator.unit in ("percent", "rate") and row.numerator is not None and row.denominator:
        return 100 * row.numerator / row.denominator
    return row.value if row.value is not None else row.numerator


def series(case: Case) -> Iterator[tuple[Indicator, Figures]]:
    """Each indicator with the figures sent for it, earliest first."""
    return ((indicator, in_order(case, indicator)) for indicator in case.settings.indicators)


def in_order(case: Case, indicator: Indicator) -> Figures:
    """The figures sent for an indicator, earliest first."""
    return case.once(_now).get(indicator.code, [])


def in_order_before(case: Case, indicator: Indicator) -> Figures:
    """Those sent for it last time."""
    return case.once(_before).get(indicator.code, [])


def _now(case: Case) -> dict[str, Figures]:
    return _by_indicator(case.returns, case)


def _before(case: Case) -> dict[str, Figures]:
    return _by_indicator(case.before, case) if case.before is not None else {}


def _by_indicator(returns: Returns, case: Case) -> dict[str, Figures]:
    known = {indicator.code: indicator for indicator in case.settings.indicators}
    found: dict[str, Figures] = defaultdict(list)
    for row in returns.of(IndicatorFigure):
        indicator = known.get(row.indicator.meaning) if row.indicator and row.period_end else None
        if indicator and (figure := figured(row, indicator)) is not None:
            found[indicator.code].append((row, figure))
    return {code: sorted(figures, key=lambda figure: figure[0].period_end or date.min) for code, figures in found.items()}


def cells_of(row: IndicatorFigure) -> tuple[Cell, ...]:
    """The cells a figure was sent in."""
    return tuple(row.cell(name) for name in ("numerator", "denominator", "value") if row.stated(name))


def explained(row: IndicatorFigure, case: Case) -> bool:
    """Whether a note speaks of the figure, or stands there and cannot be read."""
    return bool(row.note) or case.unread(row, "note")


def adds_up(indicator: Indicator) -> bool:
    """Whether figures add up over a term or a year: the second month may be many times the first, and the first of the next far below the last."""
    return indicator.counted in ("cumulative", "restarts")


def quoted(row: IndicatorFigure, value: str, indicator: Indicator, case: Case) -> str:
    """A figure as it may be quoted: what a rule says stands in the data book, where small numbers are suppressed."""
    symbol = figure_of(row, indicator, case.settings.small_numbers).symbol
    return "too small to be printed" if symbol in (CONFIDENTIAL, LOW_RELIABILITY) else value


def period_name(row: IndicatorFigure) -> str:
    """The month a row is of: "May 2026"."""
    return Month.of(row.period_end or date.min).name
