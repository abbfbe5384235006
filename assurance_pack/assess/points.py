"""The points of an indicator: one for every period sent, a gap for every month left out, each with the symbol that says what to know of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import fsum

from ..model import NOT_TOLD, Cell, Frozen, Month, Sender
from ..returns.received import Returns
from ..returns.workspace import WORKSPACE_RETURN, IndicatorFigure
from ..settings import Settings
from ..settings.indicators import Indicator
from .indicator_figure import figure_of
from .small_numbers import NOT_AVAILABLE, REVISED

_SAME = 1e-9


class Point(Frozen):
    """One period of one indicator. `symbol` is the square-bracket shorthand where there is no figure, or beside one: [x], [c], [p], [r].

    `why` says why a special point is special, and of a missing one the reason given.
    """

    period: date
    value: float | None
    numerator: float | None = None
    denominator: float | None = None
    symbol: str = ""
    cell: Cell | None = None
    special: bool = False
    why: str = ""
    sender: Sender = NOT_TOLD


def figures_by_indicator(returns: Returns, settings: Settings) -> dict[str, dict[date, IndicatorFigure]]:
    """The row of each indicator for each period, by the day it ends, in order of time."""
    found: dict[str, dict[date, IndicatorFigure]] = {indicator.code: {} for indicator in settings.indicators}
    accountable = {indicator.code: WORKSPACE_RETURN.sender(indicator.accountable) for indicator in settings.indicators}
    for row in returns.of(IndicatorFigure):
        if row.indicator is None or row.period_end is None or row.indicator.meaning not in found:
            continue
        periods = found[row.indicator.meaning]
        if row.period_end not in periods or row.sender == accountable[row.indicator.meaning] != periods[row.period_end].sender:
            periods[row.period_end] = row
    return {code: dict(sorted(periods.items())) for code, periods in found.items()}


def points_of(
    settings: Settings, indicator: Indicator, rows: Mapping[date, IndicatorFigure], earlier: Mapping[date, IndicatorFigure]
) -> list[Point]:
    """In order of time; what differs from the figure sent `earlier` is marked revised. Both by the day a period ends."""
    points = [_point(settings, indicator, end, row, earlier.get(end)) for end, row in rows.items()]
    return _with_gaps(points, earlier, indicator)


def _point(settings: Settings, indicator: Indicator, end: date, row: IndicatorFigure, earlier: IndicatorFigure | None) -> Point:
    figure = figure_of(row, indicator, settings.small_numbers)
    symbol, why = figure.symbol, ""
    if figure.value is None:
        why = row.missing or ("no reason given" if symbol == NOT_AVAILABLE else "")
    elif earlier is not None:
        sent = figure_of(earlier, indicator, settings.small_numbers).value
        if sent is not None and abs(sent - figure.value) > _SAME:
            symbol = f"{REVISED} {symbol}".strip()
    return Point(
        period=end, value=figure.value, numerator=figure.numerator, denominator=figure.denominator, symbol=symbol, why=why,
        cell=row.cell("value" if (row.value is not None or "value" in row.suppressed) and figure.numerator is None else "numerator"), sender=row.sender,
    )  # fmt: skip


def _with_gaps(points: list[Point], known: Iterable[date], indicator: Indicator) -> list[Point]:
    """The points with one for every month left out between the first and the last: a gap has its width.

    Left out is a month the record has, or any between two others of a series that is otherwise monthly.
    """
    if indicator.annual or len(points) < 2:
        return points
    sent = [Month.of(p.period) for p in points]
    monthly = 2 * sum(after == before.plus(1) for before, after in pairwise(sent)) >= len(sent) - 1
    between = {sent[0].plus(n) for n in range(1, sent[-1].after(sent[0]))}
    left_out = between - set(sent) if monthly else {Month.of(d) for d in known} & between - set(sent)
    gaps = [Point(period=m.last_day, value=None, symbol=NOT_AVAILABLE, why="no row was sent") for m in left_out]
    return sorted([*points, *gaps], key=lambda p: p.period)


def rolling(points: Sequence[Point]) -> float | None:
    """The share over the twelve months to the newest figure: all numerators over all denominators, and only if none is missing."""
    newest = next((p.period for p in reversed(points) if p.value is not None), None)
    if newest is None:
        return None
    wanted = [Month.of(newest).plus(-back) for back in range(12)]
    by_month = {Month.of(p.period): p for p in points if p.numerator is not None and p.denominator is not None}
    if any(month not in by_month for month in wanted):
        return None
    above, beneath = (fsum(getattr(by_month[m], count) for m in wanted) for count in ("numerator", "denominator"))
    return 100 * above / beneath
