"""A process-control chart: the points, their mean, the range to be expected, the target, and the points that chance would hardly give."""

from __future__ import annotations

import math
from itertools import pairwise

from ...document.blocks import ChartPoint, ControlChart
from ..look import GREY, INK, WHITE
from .canvas import HANG, WIDTH, Canvas, n, within

PLOT_RIGHT = WIDTH - 72
TOP, BOTTOM = 6.0, 134.0
INSET = 8.0


def draw(canvas: Canvas, chart: ControlChart) -> float:
    """Draw a control chart; gives its height in points."""
    return _Drawn(canvas, chart).all()


class _Drawn:
    def __init__(self, canvas: Canvas, chart: ControlChart) -> None:
        self.c, self.k = canvas, chart
        values = [p.value for p in chart.points if p.value is not None]
        levels = [v for v in (chart.mean, chart.lower, chart.upper, chart.target) if v is not None]
        self.least, self.most, self.step = _scale(values + levels, percent=chart.unit in ("%", "percent"))
        self.places = [(self._x(i), self._y(p.value), p) for i, p in enumerate(chart.points) if p.value is not None]

    def all(self) -> float:
        self._range()
        self._scale_words()
        self._levels()
        self._line()
        self._words_at_the_right()
        self._signal_words()
        self._periods()
        return BOTTOM + 18

    def _x(self, i: int) -> float:
        count = len(self.k.points)
        if count < 2:
            return (HANG + PLOT_RIGHT) / 2
        return HANG + INSET + i * (PLOT_RIGHT - HANG - 2 * INSET) / (count - 1)

    def _y(self, value: float) -> float:
        return BOTTOM - (value - self.least) / (self.most - self.least) * (BOTTOM - TOP)

    def _range(self) -> None:
        if self.k.lower is None or self.k.upper is None:
            return
        top, bottom = self._y(self.k.upper), self._y(self.k.lower)
        self.c.rect(HANG, top, PLOT_RIGHT - HANG, bottom - top, fill=self.c.look.band)

    def _scale_words(self) -> None:
        at = self.least
        while at <= self.most + self.step / 1000:
            self.c.text(HANG - 8, self._y(at) + 3.5, _said(at, self.step, self.k.unit), anchor="end", fill=GREY)
            at += self.step
        self.c.line(HANG, BOTTOM, PLOT_RIGHT, BOTTOM)

    def _levels(self) -> None:
        if self.k.mean is not None:
            self.c.line(HANG, self._y(self.k.mean), PLOT_RIGHT, self._y(self.k.mean), width=0.9)
        if self.k.target is not None:
            self.c.line(HANG, self._y(self.k.target), PLOT_RIGHT, self._y(self.k.target), width=1, dash="4 3")

    def _line(self) -> None:
        accent = self.c.look.accent
        stretch: list[tuple[float, float]] = []
        for i, point in enumerate((*self.k.points, ChartPoint("", None))):
            if point.value is None:
                if len(stretch) > 1:
                    self.c.path(stretch, stroke=accent)
                stretch = []
            else:
                stretch.append((self._x(i), self._y(point.value)))
        for x, y, point in self.places:
            self.c.circle(x, y, 3.2 if point.signals else 2.6, fill=accent if point.signals else WHITE, stroke=accent)
            self.c.text(x, y - 6, point.note, anchor="middle", fill=GREY)

    def _words_at_the_right(self) -> None:
        """Target, latest and mean, each at its own height, none over another."""
        said: list[tuple[float, list[str], bool, str]] = []
        room = WIDTH - PLOT_RIGHT - 6
        for value, words, bold, fill in (
            (self.k.target, self.k.target_label, True, INK),
            (self.places[-1][2].value if self.places else None, self.k.latest_label, True, self.c.look.accent),
            (self.k.mean, self.k.mean_label, False, INK),
        ):
            if value is not None and words:
                said.append((self._y(value), self.c.wrapped(words, room, bold=bold), bold, fill))
        heights = [11.5 * len(lines) for _, lines, _, _ in said]
        # A label of several lines hangs from its level by its first.
        wanted = [y + (h - 11.5) / 2 for (y, _, _, _), h in zip(said, heights, strict=True)]
        for (_, lines, bold, fill), middle, height in zip(said, within(wanted, heights, 0, BOTTOM + 4), heights, strict=True):
            for i, line in enumerate(lines):
                y = middle - height / 2 + 9.2 + i * 11.5
                self.c.text(PLOT_RIGHT + 6, y, line, bold=bold, fill=fill if i == 0 or bold else GREY)

    # ---------- words among the points ----------

    def _signal_words(self) -> None:
        taken: list[tuple[float, float, float, float]] = []
        marked = [(x, y) for x, y, p in self.places if p.signals]
        if self.k.signal_label and marked:
            width = self.c.width(self.k.signal_label, bold=True)
            right = min(max(marked[-1][0] + 3, HANG + 4 + width), PLOT_RIGHT - 3)
            ys = [y for _, y in marked]
            heights = [max(ys) + 16, min(ys) - 9, *(TOP + 9 + 6 * k for k in range(21))]
            box = self._free(right - width, width, heights, taken)
            self.c.text(right - width, box, self.k.signal_label, bold=True, fill=self.c.look.accent)
            taken.append((right - width - 3, box - 9, right + 3, box + 3))
        if self.k.range_label and self.k.lower is not None:
            width = self.c.width(self.k.range_label)
            heights = [self._y(self.k.lower) - 5, self._y(self.k.lower) + 11, *(BOTTOM - 5 - 6 * k for k in range(21))]
            for left in (HANG + 6, PLOT_RIGHT - 6 - width):
                box = self._free(left, width, heights, taken)
                if self._clear(left, width, box, taken):
                    break
            self.c.text(left, box, self.k.range_label, fill=GREY)

    def _free(self, left: float, width: float, heights: list[float], taken: list[tuple[float, float, float, float]]) -> float:
        """The first base line on which words touch neither the line, a level, nor other words."""
        inside = [y for y in heights if TOP + 8 <= y <= BOTTOM - 3]
        return next((y for y in inside if self._clear(left, width, y, taken)), (inside or heights)[0])

    def _clear(self, left: float, width: float, base: float, taken: list[tuple[float, float, float, float]]) -> bool:
        box = (left - 2, base - 9, left + width + 2, base + 3)
        levels = [self._y(v) for v in (self.k.mean, self.k.target) if v is not None]
        if any(box[1] < y < box[3] for y in levels) or any(_meets(box, other) for other in taken):
            return False
        points = [(x, y) for x, y, _ in self.places]
        return not any(_crosses(box, a, b) for a, b in pairwise(points)) and not any(_near(box, p) for p in points)

    # ---------- the periods ----------

    def _periods(self) -> None:
        """The first and the last period, every January, and as many between as there is room for."""
        labels = [p.label for p in self.k.points]
        if not labels:
            return
        wanted = [0, len(labels) - 1]
        wanted += [i for i, label in enumerate(labels) if label.startswith("Jan")]
        wanted += [i for step in (12, 6, 3, 1) for i in range(0, len(labels), step)] if len(labels) < 10 else []
        taken: list[tuple[float, float]] = []
        for i in dict.fromkeys(wanted):
            half = self.c.width(labels[i]) / 2
            x = self._x(i)
            if any(x - half - 6 < b and x + half + 6 > a for a, b in taken):
                continue
            taken.append((x - half, x + half))
            self.c.line(x, BOTTOM, x, BOTTOM + 3)
            self.c.text(x, BOTTOM + 14, labels[i], anchor="middle", fill=GREY)


def _scale(values: list[float], *, percent: bool) -> tuple[float, float, float]:
    """The least and most of the axis, and the step between its words: three to seven of them."""
    if not values:
        return 0.0, 1.0, 1.0
    low, high = min(values), max(values)
    if high - low < 1e-9:
        low, high = low - abs(low or 1) * 0.1, high + abs(high or 1) * 0.1
    room = (high - low) * 0.08
    rough = (high - low + 2 * room) / 5
    magnitude = 10.0 ** math.floor(math.log10(rough))
    step = next(m * magnitude for m in (1, 2, 2.5, 5, 10) if m * magnitude >= rough)
    least, most = math.floor((low - room) / step) * step, math.ceil((high + room) / step) * step
    if low >= 0 > least:
        least = 0.0
    if percent and high <= 100 < most:
        most = 100.0 if least + step * round((100 - least) / step) == 100 else most
    return least, most, step


def _said(value: float, step: float, unit: str) -> str:
    """A value of the axis with its unit: ``70%``, ``£4m``, ``12``."""
    decimals = 0 if step >= 1 and step == int(step) else max(1, -math.floor(math.log10(step)))
    number = n(round(value, decimals)) if decimals else f"{round(value):,}"
    number = number.replace("-", "−")
    if unit in ("%", "percent"):
        return f"{number}%"
    return f"£{number}{unit[1:]}" if unit.startswith("£") else number


def _meets(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _near(box: tuple[float, float, float, float], point: tuple[float, float]) -> bool:
    return box[0] - 4 < point[0] < box[2] + 4 and box[1] - 4 < point[1] < box[3] + 4


def _crosses(box: tuple[float, float, float, float], a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether the line from a to b passes through a box: looked at where the line is above or below it."""
    start, end = max(box[0], a[0]), min(box[2], b[0])
    if start > end or b[0] == a[0]:
        return False
    heights = [a[1] + (x - a[0]) * (b[1] - a[1]) / (b[0] - a[0]) for x in (start, end)]
    return min(heights) < box[3] and max(heights) > box[1]
