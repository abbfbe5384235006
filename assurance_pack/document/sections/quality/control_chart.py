"""The indicator that changed most, as a process-control chart with the sentence that says what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ....assess.trends import Point, Trend
from ....english import number
from ....model import Month
from ....position.quality import IndicatorLine
from ...blocks import ChartPoint, ControlChart, Figure, Text
from ...indicator_words import figure, period, point

MOST_POINTS = 24


def control_chart(line: IndicatorLine | None, beside: date) -> Iterator[Figure]:
    """The figure, where there is an indicator to draw."""
    if line is None or line.trend is None or line.latest is None or line.latest.value is None:
        return
    yield Figure(
        caption=f"{line.indicator.name}, {'by year' if line.indicator.annual else 'by month'} (furthest from its average)",
        drawing=_drawing(line, line.trend, line.latest, beside),
        sentence=(Text(reads(line)),),
        anchor="indicator-chart",
    )


def _drawing(line: IndicatorLine, trend: Trend, latest: Point, beside: date) -> ControlChart:
    indicator = line.indicator
    limits = trend.mean is not None and trend.lower is not None and trend.upper is not None
    return ControlChart(
        points=tuple(_point(p) for p in trend.points[-MOST_POINTS:]),
        mean=trend.mean,
        lower=trend.lower,
        upper=trend.upper,
        target=indicator.target,
        unit={"percent": "%", "pounds_million": "£m", "weeks": "weeks"}.get(indicator.unit, ""),
        latest_label=f"{period(latest.period, indicator, beside)} {point(latest, indicator)}",
        mean_label=f"Average {figure(trend.mean, indicator)}" if limits else "",
        range_label=f"Expected range, {figure(trend.lower, indicator)} to {figure(trend.upper, indicator)}" if limits else "",
        target_label=f"Target {figure(indicator.target, indicator)}" if indicator.target is not None else "",
        signal_label=_signal(line),
    )


def _point(p: Point) -> ChartPoint:
    month = Month.of(p.period)
    return ChartPoint(f"{month.short[:3]} {month.year}", p.value, p.special, p.symbol)


def _signal(line: IndicatorLine) -> str:
    """What is written beside the points that signal."""
    why = line.trend.why if line.trend and line.latest and line.latest.special else ""
    if "the average" in why:
        return f"{_capital(number(line.run))} in a row {'above' if 'above' in why else 'below'} average"
    if "rising" in why or "falling" in why:
        return "Still rising" if "rising" in why else "Still falling"
    if "near the" in why:
        return "Close to the limit"
    return f"{'Above' if line.above else 'Below'} the expected range" if why else ""


def _why(line: IndicatorLine) -> str:
    """Why the newest point is more than chance, in the Board's words."""
    why = line.trend.why if line.trend else ""
    if "the average" in why:
        return f"{number(line.run)} figures in a row lie {'above' if 'above' in why else 'below'} the average"
    if "rising" in why or "falling" in why:
        return f"the figures have gone on {'rising' if 'rising' in why else 'falling'}"
    if "above the upper" in why or "below the lower" in why:
        return f"the newest figure lies {'above' if 'above' in why else 'below'} the range this process had shown"
    if "near the" in why:
        return f"two of three figures in a row lie close to the {'upper' if 'upper' in why else 'lower'} limit of this process"
    return "the figures have changed"


def reads(line: IndicatorLine) -> str:
    """What the chart shows: whether it moves by more than chance, then whether it will reach its target."""
    name = line.indicator.short or line.indicator.name
    match line.variation:
        case "improving" | "worsening":
            said = f"{name}: really {line.variation}. {_capital(_why(line))}, which chance alone would hardly give."
        case "special_cause":
            said = f"{name}: really changed. {_capital(_why(line))}, which chance alone would hardly give; neither way is called better."
        case "common_cause":
            said = f"{name}: no change beyond chance. The newest figure lies within the range this process has shown."
        case _:
            said = f"{name}: too few figures to tell a change from chance, so the line is drawn without limits."
    trial = " The limits are trial limits: they rest on fewer than 12 figures." if line.trend and line.trend.trial else ""
    return f"{said} {_target(line)}{trial}".strip()


def _target(line: IndicatorLine) -> str:
    indicator = line.indicator
    if indicator.target is None or line.trend is None:
        return "No target is set."
    target = figure(indicator.target, indicator)
    match line.trend.assurance:
        case "met_consistently":
            return f"The target of {target} lies where this process can be relied on to meet it."
        case "missed_consistently":
            return f"The target of {target} lies outside the range this process has shown, so it will not be met without a further change."
        case "not_reliably":
            return f"The target of {target} lies within the range this process has shown, so it will be met in some months and missed in others."
        case _:
            return f"Whether the target of {target} will be met cannot be said yet."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
