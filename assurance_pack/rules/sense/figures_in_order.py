"""The figures sent for an indicator, earliest first, and how they are spoken of."""

from __future__ import annotations

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


def in_order(returns: Returns, indicator: Indicator) -> Figures:
    """The figures sent for an indicator, earliest first."""
    rows = [r for r in returns.of(IndicatorFigure) if r.indicator and r.indicator.meaning == indicator.code and r.period_end]
    figures = [(r, found) for r in rows if (found := figured(r, indicator)) is not None]
    return sorted(figures, key=lambda figure: figure[0].period_end or date.min)


def series(case: Case) -> Iterator[tuple[Indicator, Figures]]:
    """Each indicator with the figures sent for it, earliest first."""
    return ((indicator, in_order(case.returns, indicator)) for indicator in case.settings.indicators)


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
