"""The key indicators as small process-control charts, those the month's decisions rest on first, with the sentence that says what they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ....assess.trends import Point, Trend
from ....english import in_words, lower_first, upper_first
from ....model import Month
from ....position.quality import IndicatorLine
from ....settings.indicators import Indicator
from ...blocks import Block, Figure, Paragraph
from ...blocks.drawings import ChartLevel, ChartPoint, ChartTarget, ControlChart, ControlCharts
from ...blocks.runs import Text
from ...figure_data import control_charts_data
from ...indicator_words import figure, period, point
from ...phrases import with_refs

MOST_POINTS = 24


def control_charts(lines: tuple[IndicatorLine, ...], beside: date) -> Iterator[Block]:
    """The figure, where there is an indicator to draw, and beneath it what the limits rest on."""
    drawn = [(line, line.trend, line.latest) for line in lines if line.trend and line.latest]
    if not drawn:
        return
    drawing = ControlCharts(tuple(_chart(line.indicator, trend, latest, beside) for line, trend, latest in drawn))
    yield Figure(
        caption="Key indicators over time, those decisions rest on first (data book: “Trends by period”)",
        drawing=drawing,
        sentence=(Text(reads(lines)),),
        anchor="indicator-chart",
        data=control_charts_data(drawing),
    )
    yield Paragraph(with_refs(_how_drawn(lines)), style="note")


def _chart(indicator: Indicator, trend: Trend, latest: Point, beside: date) -> ControlChart:
    points = trend.points[-MOST_POINTS:]
    target = f", target {figure(trend.target, indicator)}" if trend.target is not None else ""
    return ControlChart(
        title=indicator.in_short,
        latest=f"{period(latest.period, indicator, beside)} {point(latest, indicator)}{target}",
        points=tuple(_point(p) for p in points),
        unit={"percent": "%", "pounds_million": "£m", "weeks": "weeks"}.get(indicator.unit, ""),
        levels=tuple(_levels(trend, points)),
        targets=tuple(_targets(indicator, points)),
        noted=tuple(i for note in indicator.notes for i, p in enumerate(points) if Month.of(p.period) == Month.of(note.on)),
    )


def _point(p: Point) -> ChartPoint:
    month = Month.of(p.period)
    return ChartPoint(f"{month.short[:3]} {month.year}", p.value, p.special)


def _levels(trend: Trend, points: Sequence[Point]) -> Iterator[ChartLevel]:
    for span in trend.spans:
        within = [i for i, p in enumerate(points) if span.start <= p.period <= span.end]
        if within:
            yield ChartLevel(within[0], within[-1], span.mean, span.lower, span.upper)


def _targets(indicator: Indicator, points: Sequence[Point]) -> Iterator[ChartTarget]:
    """Each stretch of points with one target."""
    start = 0
    held = [indicator.target_on(p.period) for p in points]
    for i, value in enumerate(held):
        if i + 1 == len(held) or held[i + 1] != value:
            if value is not None:
                yield ChartTarget(start, i, value)
            start = i + 1


def reads(lines: Sequence[IndicatorLine]) -> str:
    """What the charts show: which move by more than chance, which do not, and what stands plainly where chance cannot be told."""
    named = {
        kind: [_name(line) for line in lines if line.variation == kind]
        for kind in ("worsening", "improving", "special_cause", "common_cause")
    }
    said = [
        ("Worsening", named["worsening"]),
        ("Improving", named["improving"]),
        ("Changed", named["special_cause"]),
        ("No change", named["common_cause"]),
        *_without_limits(lines),
        ("Too few figures", [_name(line) for line in lines if line.variation == "too_few"]),
    ]
    return " ".join(f"{what}: {'; '.join(who)}." for what, who in said if who)


def _without_limits(lines: Sequence[IndicatorLine]) -> list[tuple[str, list[str]]]:
    """Those that no range can be told for, and whose newest figure is the highest or lowest of all; of how many, the table says."""
    return [
        (f"{upper_first(end)} so far", [_name(line) for line in lines if line.trend and line.trend.plain.startswith(f"the {end} of")])
        for end in ("highest", "lowest")
    ]


def _name(line: IndicatorLine) -> str:
    return line.indicator.in_short


NO_BAND = {
    "forecast": "a forecast is carried on",
    "cumulative": "figures add up within the year",
    "restarts": "figures start again",
    "outside": "a third of the figures lie outside it",
    "flat": "figures hardly differ",
}


def _how_drawn(lines: Sequence[IndicatorLine]) -> str:
    """What band and line rest on, what was left out of them, why some charts have none, and what happened on the way."""
    said = [
        "Band: the usual range (XmR; an unusually large jump is left out), from all figures unless said. Filled: beyond it. Dashed: target."
    ]
    none = [
        f"{why} ({in_words(who)})"
        for reason, why in NO_BAND.items()
        if (who := [_name(line) for line in lines if line.trend and line.trend.no_limits == reason])
    ]
    if none:
        said.append(f"No band where {'; '.join(none)}.")
    said += [f"{_name(line)}: {lower_first(line.trend.note)}" for line in lines if line.trend and line.trend.note]
    said += [
        f"{_name(line)}, {Month.of(note.on).name} (dotted): {note.text.rstrip('.')}." for line in lines for note in line.indicator.notes
    ]
    return " ".join(said)
