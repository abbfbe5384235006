"""The 5 by 5 of likelihood and consequence: each risk in its cell, an arrow from where it stood last time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ...document.blocks.drawings import HeatMap, HeatMark
from ..colour import mix
from ..look import GREY, INK, WHITE, score_ink
from .canvas import HANG, WIDTH, Canvas

CELL = (WIDTH - HANG) / 5
ROW = 19.0
STEP = 12.6
"""From one label in a cell to the next."""
LANE, LANES = 6.5, 3
"""Where arrows run, side by side from a cell's left edge; labels stand clear of them."""
CLEAR = 8.0
DOT = 9.0
"""From the edge that an arrow crosses to the dot it begins with."""
MOST = 3
"""Labels in one cell; what is more is said as a number."""


def draw(canvas: Canvas, heat: HeatMap) -> float:
    """Draw a heat map; gives its height in points."""
    return _Drawn(canvas, heat).all()


@dataclass
class _Label:
    mark: HeatMark
    y: float


@dataclass
class _Arrow:
    """Up or down a lane of one column; where the consequence changed too, along the edge of a row from a lane of another."""

    dot: tuple[int, int, float]
    edge: float
    end: tuple[int, int, float]
    rising: bool


class _Drawn:
    def __init__(self, canvas: Canvas, heat: HeatMap) -> None:
        self.c, self.h = canvas, heat
        self.cells: dict[tuple[int, int], list[HeatMark]] = defaultdict(list)
        for mark in sorted(heat.marks, key=lambda m: (not m.solid, m.moved_from is None, m.ref)):
            self.cells[mark.likelihood, mark.consequence].append(mark)
        self.bands = sorted(heat.bands, key=lambda b: b[1])
        self.shown_prefix = _shared_prefix(heat.marks)
        self.homes = self._band_homes()
        self.tops = self._tops()
        self.labels = {label.mark.ref: label for place in self.cells for label in self._labels(place)}
        self.lanes = _Lanes()
        self.arrows = [self._planned(self.labels[ref]) for ref in sorted(self.labels) if _has_moved(self.labels[ref].mark)]

    def all(self) -> float:
        for likelihood in range(5, 0, -1):
            for consequence in range(1, 6):
                self._cell(likelihood, consequence)
        self._band_words()
        self._axes()
        for arrow in self.arrows:
            self._arrow(arrow)
        for place in sorted(self.cells, reverse=True):
            self._fill(place)
        return self.tops[0] + self._foot_height()

    # ---------- the grid ----------

    def _lines(self, likelihood: int) -> int:
        return max(max(self._taken((likelihood, c)) + int((likelihood, c) in self.homes) for c in range(1, 6)), 1)

    def _taken(self, place: tuple[int, int]) -> int:
        """Lines in a cell: its named risks, and one for the count of the others."""
        marks = self.cells.get(place, ())
        named = sum(mark.named for mark in marks)
        return min(named + int(named < len(marks)), MOST)

    def _tops(self) -> dict[int, float]:
        """The top of each row by likelihood; 0 is the bottom of the grid. A row is as high as its fullest cell."""
        tops, y = {}, 1.0
        for likelihood in range(5, 0, -1):
            tops[likelihood] = y
            y += max(ROW, 4 + STEP * self._lines(likelihood))
        tops[0] = y
        return tops

    def _left(self, consequence: int) -> float:
        return HANG + (consequence - 1) * CELL

    def _ground(self, score: int) -> str:
        at = next((i for i, (_, least, most) in enumerate(self.bands) if least <= score <= most), 0)
        if len(self.bands) == 4:
            return self.c.look.heat[at]
        return mix(self.c.look.accent, 0.05 + 0.325 * at / max(len(self.bands) - 1, 1))

    def _cell(self, likelihood: int, consequence: int) -> None:
        top, bottom = self.tops[likelihood], self.tops[likelihood - 1]
        score = likelihood * consequence
        ground = self._ground(score)
        self.c.rect(self._left(consequence), top, CELL, bottom - top, fill=ground, stroke=WHITE)
        self.c.text(self._left(consequence) + CELL - 5, bottom - 5, str(score), anchor="end", fill=score_ink(ground))

    def _band_homes(self) -> dict[tuple[int, int], str]:
        """The cell in which each band is named: an empty one if it can be, the most severe at its worst corner."""
        homes: dict[tuple[int, int], str] = {}
        for i, (name, least, most) in enumerate(self.bands):
            own = [(li, co) for li in range(5, 0, -1) for co in range(1, 6) if least <= li * co <= most]
            top = i == len(self.bands) - 1
            own.sort(key=lambda cell: (len(self.cells.get(cell, ())), *((-cell[1], -cell[0]) if top else _edge_first(cell, i == 0))))
            if own:
                homes[own[0]] = name
        return homes

    def _band_words(self) -> None:
        """A band's name beside the score of an empty cell, or above the risks of one that is not."""
        for (likelihood, consequence), name in self.homes.items():
            ink = score_ink(self._ground(likelihood * consequence))
            right = self._left(consequence) + CELL - 5
            if self.cells.get((likelihood, consequence)):
                self.c.text(right, self.tops[likelihood] + 12, name, anchor="end", bold=True, fill=ink)
            else:
                x = right - self.c.width(str(likelihood * consequence)) - 5
                self.c.text(x, self.tops[likelihood - 1] - 5, name, anchor="end", bold=True, fill=ink)

    def _axes(self) -> None:
        self.c.text(0, 10, "Likelihood", bold=True, fill=GREY)
        for likelihood in range(5, 0, -1):
            words = f"{likelihood} {self.h.likelihood_words[likelihood - 1]}"
            middle = (self.tops[likelihood] + self.tops[likelihood - 1]) / 2
            lines = self.c.wrapped(words, HANG - 6, most=2)
            first = middle + 3.5 - (len(lines) - 1) * 5.75
            if likelihood == 5:
                first = max(first, 23.5)
            for i, line in enumerate(lines):
                self.c.text(0, first + i * 11.5, line)
        bottom = self.tops[0] + 13
        self.c.text(0, bottom, "Impact", bold=True, fill=GREY)
        for consequence in range(1, 6):
            for i, line in enumerate(self._consequence_lines(consequence)):
                self.c.text(self._left(consequence) + CELL / 2, bottom + i * 11.5, line, anchor="middle")

    def _consequence_lines(self, consequence: int) -> list[str]:
        return self.c.wrapped(f"{consequence} {self.h.consequence_words[consequence - 1]}", CELL - 4, most=2)

    def _foot_height(self) -> float:
        return 18 + 11.5 * (max(len(self._consequence_lines(c)) for c in range(1, 6)) - 1)

    # ---------- the risks ----------

    def _labels(self, place: tuple[int, int]) -> list[_Label]:
        """The risks of a cell that are named, and where."""
        marks = [mark for mark in self.cells[place] if mark.named]
        named = marks if len(self.cells[place]) <= MOST else marks[: MOST - 1]
        return [_Label(mark, self._first(place) + i * STEP) for i, mark in enumerate(named)]

    def _first(self, place: tuple[int, int]) -> float:
        """The line of the first label of a cell."""
        return self.tops[place[0]] + 11.5 + (STEP if place in self.homes else 0)

    def _fill(self, place: tuple[int, int]) -> None:
        x = self._left(place[1]) + CLEAR + max(LANE * self.lanes.used(place[1]) - 3, 0)
        labels = self._labels(place)
        for label in labels:
            self._label(label, x)
        rest = len(self.cells[place]) - len(labels)
        if rest:
            y = labels[-1].y + STEP if labels else self._first(place)
            self.c.text(x, y, f"+ {rest} more" if labels else "1 risk" if rest == 1 else f"{rest} risks")

    def _label(self, label: _Label, x: float) -> None:
        words = label.mark.ref.removeprefix(self.shown_prefix)
        if label.mark.solid:
            self.c.rect(x - 3, label.y - 9, self.c.width(words, bold=True) + 6, 11.6, fill=self.c.look.accent, round_=1.5)
            self.c.text(x, label.y, words, bold=True, fill=WHITE)
        else:
            self.c.text(x, label.y, words)

    # ---------- movement ----------

    def _planned(self, label: _Label) -> _Arrow:
        """From a dot in last time's cell to the label, in lanes that nothing else takes at that height."""
        before, now = label.mark.moved_from or (0, 0), (label.mark.likelihood, label.mark.consequence)
        up = before[0] <= now[0]
        dot_y = self.tops[before[0]] + DOT if up else self.tops[before[0] - 1] - DOT
        edge = self.tops[now[0] - 1] if up else self.tops[now[0]]
        tip, sideways = label.y - 3.5, before[1] != now[1]
        turns = edge if sideways else dot_y
        lane = self.lanes.free(now[1], turns, tip)
        first = self.lanes.free(before[1], dot_y, edge) if sideways else lane
        return _Arrow((before[1], first, dot_y), turns, (now[1], lane, tip), tip < turns)

    def _arrow(self, arrow: _Arrow) -> None:
        (before, first, dot_y), (now, lane, tip) = arrow.dot, arrow.end
        starts_x, ends_x = self._lane_x(before, first), self._lane_x(now, lane)
        way = [(starts_x, dot_y)] if starts_x == ends_x else [(starts_x, dot_y), (starts_x, arrow.edge), (ends_x, arrow.edge)]
        self.c.path([*way, (ends_x, tip + (3.5 if arrow.rising else -3.5))], stroke=INK, width=1.3)
        self.c.circle(starts_x, dot_y, 1.9)
        point = tip - 2.5 if arrow.rising else tip + 2.5
        base = point + (6.5 if arrow.rising else -6.5)
        self.c.path([(ends_x, point), (ends_x + 3.2, base), (ends_x - 3.2, base)], stroke="", fill=INK, close=True)

    def _lane_x(self, column: int, lane: int) -> float:
        return self._left(column) + 5.0 + LANE * lane


def _has_moved(mark: HeatMark) -> bool:
    return mark.moved_from is not None and mark.moved_from != (mark.likelihood, mark.consequence)


class _Lanes:
    """Where arrows run in each column, so that two at the same height run side by side."""

    def __init__(self) -> None:
        self._taken: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)

    def free(self, column: int, one: float, other: float) -> int:
        """A lane with nothing between two heights; the last where all are taken."""
        top, bottom = min(one, other) - 5, max(one, other) + 5
        lane = next((n for n in range(LANES) if all(bottom <= a or b <= top for a, b in self._taken[column, n])), LANES - 1)
        self._taken[column, lane].append((top, bottom))
        return lane

    def used(self, column: int) -> int:
        """How many lanes of a column are run in."""
        return sum(1 for lane in range(LANES) if self._taken[column, lane])


def _edge_first(cell: tuple[int, int], lowest: bool) -> tuple[int, int]:
    """The top left cells of a band first; for the lowest band the bottom left."""
    likelihood, consequence = cell
    return (likelihood, consequence) if lowest else (-likelihood, consequence)


def _shared_prefix(marks: tuple[HeatMark, ...]) -> str:
    """``R-`` where every label begins with it: a letter they share tells them apart no better."""
    return "R-" if marks and all(m.ref.startswith("R-") for m in marks) else ""
