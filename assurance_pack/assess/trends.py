"""Indicators over time: process-control (XmR) charts after the NHS *Making Data Count* method."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from math import fsum
from typing import Literal

from ..model import NOT_TOLD, Cell, Frozen, Month, Sender
from ..returns.received import Returns
from ..returns.workspace import WORKSPACE_RETURN, IndicatorFigure
from ..settings import Indicator, Settings
from .indicator_figure import figure_of, written
from .small_numbers import NOT_AVAILABLE, REVISED
from .xmr import MINIMUM, TRIAL, Cause, Limits, limits, special_causes

__all__ = ["Assurance", "Point", "Span", "Trend", "Variation", "trends", "written"]

Variation = Literal["improving", "worsening", "common_cause", "special_cause", "too_few"]
Assurance = Literal["met_consistently", "not_reliably", "missed_consistently", "no_target", "too_few"]

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


class Span(Frozen):
    """A stretch of time with its own limits: all of it, or what stands before or after the limits were worked out afresh."""

    start: date
    end: date
    mean: float
    lower: float
    upper: float


class Trend(Frozen):
    """One indicator: its points in order of time, its limits, and what they say. `trial` limits rest on fewer than twelve points.

    `mean`, `lower` and `upper` are those that hold now; `spans` has them with their dates, the earlier ones first. `rolling` is the
    figure over the twelve months to the newest; `why` says of the newest point what makes it special; `note` what a reader must know.
    """

    indicator: str
    points: tuple[Point, ...]
    mean: float | None = None
    lower: float | None = None
    upper: float | None = None
    trial: bool = False
    variation: Variation = "too_few"
    assurance: Assurance = "too_few"
    why: str = ""
    rolling: float | None = None
    note: str = ""
    spans: tuple[Span, ...] = ()

    @property
    def latest(self) -> Point | None:
        """The newest period with a figure."""
        return next((p for p in reversed(self.points) if p.value is not None), None)


def trends(returns: Returns, settings: Settings, before: Returns | None = None) -> dict[str, Trend]:
    """Every indicator of the settings by its code, with the figures received for it.

    A period sent twice counts once: by whoever is accountable for the indicator, else the first. `before` are the returns of last time:
    a figure that differs from the one sent then is marked revised.
    """
    earlier = _figures(before, settings) if before else {}
    return {
        code: _trend(settings, indicator, rows, {r.period_end: r for r in earlier.get(code, ())})
        for code, rows in _figures(returns, settings).items()
        if (indicator := settings.indicator(code))
    }


def _figures(returns: Returns, settings: Settings) -> dict[str, list[IndicatorFigure]]:
    found: dict[str, dict[date, IndicatorFigure]] = {indicator.code: {} for indicator in settings.indicators}
    accountable = {indicator.code: WORKSPACE_RETURN.sender(indicator.accountable) for indicator in settings.indicators}
    for row in returns.of(IndicatorFigure):
        if row.indicator is None or row.period_end is None or row.indicator.meaning not in found:
            continue
        periods = found[row.indicator.meaning]
        if row.period_end not in periods or row.sender == accountable[row.indicator.meaning] != periods[row.period_end].sender:
            periods[row.period_end] = row
    return {code: [periods[end] for end in sorted(periods)] for code, periods in found.items()}


def _trend(settings: Settings, indicator: Indicator, rows: Sequence[IndicatorFigure], earlier: dict[date | None, IndicatorFigure]) -> Trend:
    points = [_point(settings, indicator, row, earlier.get(row.period_end)) for row in rows]
    points = _with_gaps(points, [p for p in earlier if p], indicator)
    groups = [(group, _lines(group)) for group in _groups(points, indicator)]
    marked = [_marked(group, lines) for group, lines in groups]
    spans = [_span(group, lines, indicator) for group, lines in groups if lines]
    known = Trend(
        indicator=indicator.code,
        points=tuple(p for group in marked for p in group),
        spans=tuple(spans),
        rolling=_rolling(points) if indicator.rolling else None,
    )
    group, lines = groups[-1]
    counted = len(_drawn(group))
    known = known.model_copy(update={"assurance": _assurance(lines, indicator), "note": _note(indicator, counted, points)})
    latest = next((p for p in reversed(marked[-1]) if p.value is not None), None)
    if lines is None or latest is None:
        return known
    return known.model_copy(
        update={
            "mean": spans[-1].mean, "lower": spans[-1].lower, "upper": spans[-1].upper, "trial": counted < TRIAL,
            "variation": _variation(latest, _cause_of(latest, group, lines), indicator), "why": latest.why,
        }
    )  # fmt: skip


def _cause_of(latest: Point, group: Sequence[Point], lines: Limits) -> Cause | None:
    """Why the newest figure is special, if it is."""
    causes = special_causes([p.value for p in group], lines)
    return next(cause for p, cause in zip(group, causes, strict=True) if p.period == latest.period)


def _point(settings: Settings, indicator: Indicator, row: IndicatorFigure, earlier: IndicatorFigure | None) -> Point:
    assert row.period_end is not None
    figure = figure_of(row, indicator, settings.small_numbers)
    symbol, why = figure.symbol, ""
    if figure.value is None:
        why = row.missing or ("no reason given" if symbol == NOT_AVAILABLE else "")
    elif earlier is not None:
        sent = figure_of(earlier, indicator, settings.small_numbers).value
        if sent is not None and abs(sent - figure.value) > _SAME:
            symbol = f"{REVISED} {symbol}".strip()
    return Point(
        period=row.period_end, value=figure.value, numerator=figure.numerator, denominator=figure.denominator, symbol=symbol, why=why,
        cell=row.cell("value" if row.value is not None and figure.numerator is None else "numerator"), sender=row.sender,
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


def _groups(points: list[Point], indicator: Indicator) -> list[list[Point]]:
    """The points before the limits were worked out afresh, and those since."""
    if indicator.rebaselined is None:
        return [points]
    start = indicator.rebaselined.from_period
    return [[p for p in points if p.period < start], [p for p in points if p.period >= start]]


def _drawn(points: Sequence[Point]) -> list[float]:
    return [p.value for p in points if p.value is not None]


def _lines(points: Sequence[Point]) -> Limits | None:
    values = _drawn(points)
    return limits(values) if len(values) >= MINIMUM else None


def _marked(points: Sequence[Point], lines: Limits | None) -> list[Point]:
    if lines is None:
        return list(points)
    causes = special_causes([p.value for p in points], lines)
    return [
        p if cause is None else p.model_copy(update={"special": True, "why": cause.why}) for p, cause in zip(points, causes, strict=True)
    ]


def _span(points: Sequence[Point], lines: Limits, indicator: Indicator) -> Span:
    """The limits as drawn: a share has no more than a hundred, and a count no less than none, whatever the arithmetic gives."""
    least = float("-inf") if indicator.unit == "pounds_million" else 0.0
    most = 100.0 if indicator.unit == "percent" else float("inf")
    return Span(start=points[0].period, end=points[-1].period, mean=lines.mean, lower=max(least, lines.lower), upper=min(most, lines.upper))


def _variation(latest: Point, cause: Cause | None, indicator: Indicator) -> Variation:
    """What the newest point says. Without special cause it is noise, and neither good nor bad."""
    if not latest.special or cause is None:
        return "common_cause"
    if indicator.good == "context":
        return "special_cause"
    return "improving" if (cause.way > 0) == (indicator.good == "up") else "worsening"


def _assurance(lines: Limits | None, indicator: Indicator) -> Assurance:
    """Whether the whole expected range lies on one side of the target."""
    if indicator.target is None or indicator.good == "context":
        return "no_target"
    if lines is None:
        return "too_few"
    up = indicator.good == "up"
    if indicator.target > lines.upper:
        return "missed_consistently" if up else "met_consistently"
    if indicator.target < lines.lower:
        return "met_consistently" if up else "missed_consistently"
    return "not_reliably"


def _rolling(points: Sequence[Point]) -> float | None:
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


def _note(indicator: Indicator, counted: int, points: Sequence[Point]) -> str:
    said: list[str] = []
    if indicator.rebaselined:
        afresh = indicator.rebaselined
        said.append(f"Limits worked out afresh from {Month.of(afresh.from_period).name}: {afresh.reason.rstrip('.')}.")
    if 0 < counted < MINIMUM:
        said.append(f"Run chart: {counted} points are too few for limits.")
    elif MINIMUM <= counted < TRIAL:
        said.append(f"Trial limits, on {counted} points.")
    if indicator.rolling and points and _rolling(points) is None:
        said.append("No twelve-month figure: a month is missing.")
    return " ".join(said)
