"""A process-control chart: the points, their mean, the range to be expected, the target, and the points that chance would hardly give."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from ...document.blocks import ChartPoint, ControlChart
from ..look import GREY, INK, WHITE
from .canvas import HANG, WIDTH, Canvas, within

PLOT_RIGHT = WIDTH - 72
TOP, BOTTOM = 6.0, 104.0
ABOVE = 14.0
"""Room above the plot for words that find none among the points."""
INSET = 8.0
LEADING = 11.5

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def draw(canvas: Canvas, chart: ControlChart) -> float:
    """Draw a control chart; gives its height in points."""
    drawn = _Drawn(canvas, chart, TOP)
    if not all(drawn.placed.values()):
        drawn = _Drawn(canvas, chart, TOP + ABOVE)
    return drawn.all()


class _Drawn:
    def __init__(self, canvas: Canvas, chart: ControlChart, top: float) -> None:
        self.c, self.k, self.top = canvas, chart, top
        self.percent = chart.unit in ("%", "percent")
        values = [p.value for p in chart.points if p.value is not None]
        self.lower, self.upper = self._within_100(chart.lower, values), self._within_100(chart.upper, values)
        levels = [v for v in (chart.mean, self.lower, self.upper, chart.target) if v is not None]
        self.least, self.most, self.step = scale(values + levels)
        if self.percent and max(values + levels, default=0) <= 100:
            self.most = min(self.most, 100.0)
        self.places = [(self._x(i), self._y(p.value), p) for i, p in enumerate(chart.points) if p.value is not None]
        self.placed = dict(self._place())

    def all(self) -> float:
        if self.lower is not None and self.upper is not None:
            top = self._y(self.upper)
            self.c.rect(HANG, top, PLOT_RIGHT - HANG, self._y(self.lower) - top, fill=self.c.look.band)
        self._axis()
        if self.k.mean is not None:
            self.c.line(HANG, self._y(self.k.mean), PLOT_RIGHT, self._y(self.k.mean), width=0.9)
        if self.k.target is not None:
            self.c.line(HANG, self._y(self.k.target), PLOT_RIGHT, self._y(self.k.target), width=1, dash="4 3")
        self._line()
        self._words_at_the_right()
        self._words_among_the_points()
        self._periods()
        return BOTTOM + 18

    def _within_100(self, limit: float | None, values: list[float]) -> float | None:
        """A percentage cannot leave 0 to 100, whatever the limits say."""
        if limit is None or not self.percent or any(not 0 <= v <= 100 for v in values):
            return limit
        return min(max(limit, 0.0), 100.0)

    def _x(self, i: int) -> float:
        count = len(self.k.points)
        if count < 2:
            return (HANG + PLOT_RIGHT) / 2
        return HANG + INSET + i * (PLOT_RIGHT - HANG - 2 * INSET) / (count - 1)

    def _y(self, value: float) -> float:
        return BOTTOM - (value - self.least) / (self.most - self.least) * (BOTTOM - self.top)

    def _axis(self) -> None:
        for i in range(round((self.most - self.least) / self.step) + 1):
            at = self.least + i * self.step
            self.c.text(HANG - 8, self._y(at) + 3.5, said(at, self.step, self.k.unit), anchor="end", fill=GREY)
        self.c.line(HANG, BOTTOM, PLOT_RIGHT, BOTTOM)

    def _line(self) -> None:
        accent = self.c.look.accent
        stretch: list[tuple[float, float]] = []
        for i, point in enumerate((*self.k.points, ChartPoint("", None))):
            if point.value is not None:
                stretch.append((self._x(i), self._y(point.value)))
                continue
            if len(stretch) > 1:
                self.c.path(stretch, stroke=accent)
            stretch = []
        for x, y, point in self.places:
            self.c.circle(x, y, 3.2 if point.signals else 2.6, fill=accent if point.signals else WHITE, stroke=accent)
            self.c.text(x, y - 6, point.note, anchor="middle", fill=GREY)
        if not self.places:
            self.c.text((HANG + PLOT_RIGHT) / 2, (self.top + BOTTOM) / 2, "No figures", anchor="middle", fill=GREY)

    def _words_at_the_right(self) -> None:
        """Target, latest and mean, each at its own height, none over another."""
        words: list[tuple[float, list[str], bool, str]] = []
        for value, label, bold, fill in (
            (self.k.target, self.k.target_label, True, INK),
            (self.places[-1][2].value if self.places else None, self.k.latest_label, True, self.c.look.accent),
            (self.k.mean, self.k.mean_label, False, INK),
        ):
            if value is not None and label:
                words.append((self._y(value), self.c.wrapped(label, WIDTH - PLOT_RIGHT - 6, bold=bold), bold, fill))
        heights = [LEADING * len(lines) for _, lines, _, _ in words]
        # A label of several lines hangs from its level by its first.
        wanted = [y + (h - LEADING) / 2 for (y, _, _, _), h in zip(words, heights, strict=True)]
        middles = within(wanted, heights, 0, BOTTOM + 4)
        for (_, lines, bold, fill), middle, height in zip(words, middles, heights, strict=True):
            for i, line in enumerate(lines):
                y = middle - height / 2 + 9.2 + i * LEADING
                self.c.text(PLOT_RIGHT + 6, y, line, bold=bold, fill=fill if i == 0 or bold else GREY)

    # ---------- words among the points ----------

    def _place(self) -> Iterator[tuple[str, Box | None]]:
        """Where the words of the signal and of the range can stand; none where nothing is free."""
        taken: list[Box] = []
        marked = [(x, y) for x, y, p in self.places if p.signals]
        if self.k.signal_label and marked:
            width = self.c.width(self.k.signal_label, bold=True)
            left = min(max(marked[-1][0] + 3, HANG + 4 + width), PLOT_RIGHT - 3) - width
            box = self._free([left], width, max(y for _, y in marked) + 15, taken)
            yield "signal", box
            taken += [box] if box else []
        if self.k.range_label and self.lower is not None:
            width = self.c.width(self.k.range_label)
            lefts = [HANG + 6, PLOT_RIGHT - 6 - width]
            yield "range", self._free(lefts, width, self._y(self.lower) - 5, taken)

    def _words_among_the_points(self) -> None:
        signal, expected = self.placed.get("signal"), self.placed.get("range")
        if "signal" in self.placed:
            x, y = (signal[2] - 2, signal[3] - 3) if signal else (PLOT_RIGHT, 9.0)
            self.c.text(x, y, self.k.signal_label, anchor="end", bold=True, fill=self.c.look.accent)
        if "range" in self.placed:
            x, y = (expected[0] + 2, expected[3] - 3) if expected else (HANG, 9.0)
            self.c.text(x, y, self.k.range_label, fill=GREY)

    def _free(self, lefts: list[float], width: float, wanted: float, taken: list[Box]) -> Box | None:
        """The place nearest to a height where words touch neither the line, a level, nor other words."""
        heights = sorted((self.top + 9 + k for k in range(int(BOTTOM - self.top) - 11)), key=lambda y: abs(y - wanted))
        boxes = ((left - 2, y - 9, left + width + 2, y + 3) for y in heights for left in lefts)
        return next((box for box in boxes if self._clear(box, taken)), None)

    def _clear(self, box: Box, taken: list[Box]) -> bool:
        levels = [self._y(v) for v in (self.k.mean, self.k.target) if v is not None]
        if any(box[1] < y < box[3] for y in levels) or any(_meets(box, other) for other in taken):
            return False
        points = [(x, y) for x, y, _ in self.places]
        return not any(_crosses(box, a, b) for a, b in pairwise(points)) and not any(_near(box, p) for p in points)

    # ---------- the periods ----------

    def _periods(self) -> None:
        """The first and the last period, every January, and as many between as there is room for."""
        labels = [p.label for p in self.k.points]
        ends = [0, len(labels) - 1] if labels else []
        januaries = [i for i, label in enumerate(labels) if label.startswith("Jan")]
        between = list(range(len(labels))) if len(labels) < 10 else []
        taken: list[tuple[float, float]] = []
        for i in dict.fromkeys([*ends, *januaries, *between]):
            half = self.c.width(labels[i]) / 2
            x = self._x(i)
            if any(x - half - 6 < b and x + half + 6 > a for a, b in taken):
                continue
            taken.append((x - half, x + half))
            self.c.line(x, BOTTOM, x, BOTTOM + 3)
            self.c.text(x, BOTTOM + 14, labels[i], anchor="middle", fill=GREY)


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


def _meets(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _near(box: Box, point: tuple[float, float]) -> bool:
    return box[0] - 4 < point[0] < box[2] + 4 and box[1] - 4 < point[1] < box[3] + 4


def _crosses(box: Box, a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether the line from a to b passes through a box."""
    start, end = max(box[0], a[0]), min(box[2], b[0])
    if start > end or b[0] == a[0]:
        return False
    heights = [a[1] + (x - a[0]) * (b[1] - a[1]) / (b[0] - a[0]) for x in (start, end)]
    return min(heights) < box[3] and max(heights) > box[1]
