"""Process-control charts side by side: of each its points, the range to be expected, the target, and the points that chance would hardly give."""

from __future__ import annotations

import math

from ...document.blocks.drawings import ChartPoint, ControlChart, ControlCharts
from ..look import GREY, WHITE
from .canvas import WIDTH, Canvas

COLUMNS = 4
GAP = 12.0
PANEL = (WIDTH - (COLUMNS - 1) * GAP) / COLUMNS
LINE = 12.0
PLOT = 44.0
BENEATH = 15.0
"""Room for the periods under a plot."""
BETWEEN = 10.0
"""Room between one row of charts and the next."""


def draw(canvas: Canvas, drawing: ControlCharts, abreast: int = COLUMNS) -> float:
    """Draw the charts, row by row, so many abreast; gives the height of all in points."""
    top = 0.0
    for start in range(0, len(drawing.charts), abreast):
        row = drawing.charts[start : start + abreast]
        titles = [canvas.wrapped(chart.title, PANEL, most=2, bold=True) for chart in row]
        lines = max(len(title) for title in titles)
        for i, (chart, title) in enumerate(zip(row, titles, strict=True)):
            _Panel(canvas, chart, i * (PANEL + GAP), top).all(title, lines)
        top += (lines + 1) * LINE + PLOT + BENEATH + BETWEEN
    return max(top - BETWEEN, LINE)


def wide(abreast: int) -> float:
    """The width in points of so many charts abreast."""
    return abreast * PANEL + (abreast - 1) * GAP


class _Panel:
    def __init__(self, canvas: Canvas, chart: ControlChart, left: float, top: float) -> None:
        self.c, self.k, self.left, self.top = canvas, chart, left, top
        values = [p.value for p in chart.points if p.value is not None]
        levels = [v for level in chart.levels for v in (level.mean, level.lower, level.upper)]
        self.least, self.most, self.step = scale([*values, *levels, *(t.value for t in chart.targets)])
        if chart.unit == "%" and max([*values, *levels], default=0) <= 100:
            self.most = min(self.most, 100.0)
        self.axis = [said(v, self.step, chart.unit) for v in (self.least, self.most)]
        self.first = left + max(canvas.width(words) for words in self.axis) + 5
        self.last = left + PANEL - 4

    def all(self, title: list[str], lines: int) -> None:
        for i, words in enumerate(title):
            self.c.text(self.left, self.top + 9 + i * LINE, words, bold=True)
        self.c.text(self.left, self.top + 9 + lines * LINE, self.c.wrapped(self.k.latest, PANEL, most=1)[0])
        self.ceiling = self.top + (lines + 1) * LINE + 2
        self.floor = self.ceiling + PLOT - 2
        self._levels()
        self._points()
        for at, value in ((self.floor, 0), (self.ceiling + 7, 1)):
            self.c.text(self.first - 4, at, self.axis[value], anchor="end", fill=GREY)
        self._periods()

    def _x(self, i: float) -> float:
        count = len(self.k.points)
        return (self.first + self.last) / 2 if count < 2 else self.first + 3 + i * (self.last - self.first - 6) / (count - 1)

    def _y(self, value: float) -> float:
        return self.floor - (value - self.least) / (self.most - self.least) * (self.floor - self.ceiling)

    def _reach(self, first: int, last: int) -> tuple[float, float]:
        """From where to where a level holds: half a step beyond its points."""
        return max(self._x(first - 0.5), self.first), min(self._x(last + 0.5), self.last)

    def _levels(self) -> None:
        for level in self.k.levels:
            (left, right), top = self._reach(level.first, level.last), self._y(level.upper)
            self.c.rect(left, top, right - left, self._y(level.lower) - top, fill=self.c.look.band)
            self.c.line(left, self._y(level.mean), right, self._y(level.mean), width=0.9)
        for target in self.k.targets:
            left, right = self._reach(target.first, target.last)
            self.c.line(left, self._y(target.value), right, self._y(target.value), width=1, dash="4 3")
        for noted in self.k.noted:
            self.c.line(self._x(noted), self.ceiling, self._x(noted), self.floor, stroke=GREY, width=0.75, dash="1 2")
        self.c.line(self.first, self.floor, self.last, self.floor)

    def _points(self) -> None:
        accent = self.c.look.accent
        stretch: list[tuple[float, float]] = []
        for i, point in enumerate((*self.k.points, ChartPoint("", None))):
            if point.value is not None:
                stretch.append((self._x(i), self._y(point.value)))
                continue
            if len(stretch) > 1:
                self.c.path(stretch, stroke=accent, width=1.2)
            stretch = []
        drawn = [(i, p, p.value) for i, p in enumerate(self.k.points) if p.value is not None]
        for i, point, value in drawn:
            newest = i == drawn[-1][0]
            if point.signals or newest:
                self.c.circle(self._x(i), self._y(value), 2.6 if newest else 1.8, fill=accent if point.signals else WHITE, stroke=accent)

    def _periods(self) -> None:
        """The first period and the last, where there is room for both."""
        labels = [p.label for p in self.k.points]
        if labels:
            self.c.text(self.left + PANEL, self.floor + 12, labels[-1], anchor="end", fill=GREY)
        if len(labels) > 1 and sum(self.c.width(words) for words in (labels[0], labels[-1])) + 8 <= PANEL:
            self.c.text(self.left, self.floor + 12, labels[0], fill=GREY)


def scale(values: list[float]) -> tuple[float, float, float]:
    """The least and most of an axis that holds these values, and the step between its words: three to eight of them."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    lowest = low
    if high - low < 1e-6:
        low, high = low - abs(low) * 0.1, high + (abs(high) * 0.1 or 1.0)
    room = (high - low) * 0.08
    rough = (high - low + 2 * room) / 5
    magnitude = 10.0 ** math.floor(math.log10(rough))
    step = next(m * magnitude for m in (1, 2, 5, 10) if m * magnitude >= rough)
    if all(v == int(v) for v in values):
        step = max(step, 1.0)
    least, most = math.floor((low - room) / step) * step, math.ceil((high + room) / step) * step
    return (0.0 if lowest >= 0 > least else least), most, step


def said(value: float, step: float, unit: str) -> str:
    """A value of the axis with its unit: ``70%``, ``£4m``, ``12``."""
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    number = f"{value:,.{decimals}f}".replace("-", "−")
    if unit in ("%", "percent"):
        return f"{number}%"
    return f"£{number}{unit[1:]}" if unit.startswith("£") else number
