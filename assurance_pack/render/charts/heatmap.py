"""The 5 by 5 of likelihood and consequence: each risk in its cell, an arrow from where it stood last time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ...document.blocks import HeatMap, HeatMark
from ..colour import mix
from ..look import GREY, INK, WHITE, score_ink
from .canvas import HANG, WIDTH, Canvas

CELL = (WIDTH - HANG) / 5
ROW = 31.0
STEP = 12.6
"""From one label in a cell to the next."""
LANES = (5.0, 11.5, 8.2, 2.0)
"""Where arrows run, right of a cell's left edge; labels stand clear of them."""
INDENT = 18.0
MOST = 6
"""Labels in one cell; what is more is said as a number."""


def draw(canvas: Canvas, heat: HeatMap) -> float:
    """Draw a heat map; gives its height in points."""
    return _Drawn(canvas, heat).all()


@dataclass
class _Label:
    mark: HeatMark
    x: float
    y: float


class _Drawn:
    def __init__(self, canvas: Canvas, heat: HeatMap) -> None:
        self.c, self.h = canvas, heat
        self.cells: dict[tuple[int, int], list[HeatMark]] = defaultdict(list)
        for mark in sorted(heat.marks, key=lambda m: (not m.solid, m.moved_from is None, m.ref)):
            self.cells[mark.likelihood, mark.consequence].append(mark)
        self.bands = sorted(heat.bands, key=lambda b: b[1])
        self.shown_prefix = _shared_prefix(heat.marks)
        self.homes = self._band_homes()
        self.busy = {m.consequence for m in heat.marks if m.moved_from} | {m.moved_from[1] for m in heat.marks if m.moved_from}
        self.tops = self._tops()
        self.labels: dict[str, _Label] = {}

    def all(self) -> float:
        for likelihood in range(5, 0, -1):
            for consequence in range(1, 6):
                self._cell(likelihood, consequence)
        self._band_words()
        self._axes()
        for place, marks in sorted(self.cells.items(), reverse=True):
            self._fill(place, marks)
        self._arrows()
        for label in self.labels.values():
            self._label(label)
        return self.tops[0] + self._foot_height()

    # ---------- the grid ----------

    def _lines(self, likelihood: int) -> int:
        most = max(min(len(self.cells.get((likelihood, c), ())), MOST) + int((likelihood, c) in self.homes) for c in range(1, 6))
        return max(most, 1)

    def _tops(self) -> dict[int, float]:
        """The top of each row by likelihood; 0 is the bottom of the grid. A row is as high as its fullest cell."""
        tops, y = {}, 1.0
        for likelihood in range(5, 0, -1):
            tops[likelihood] = y
            y += max(ROW, 6 + STEP * self._lines(likelihood))
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
        for (likelihood, consequence), name in self.homes.items():
            ink = score_ink(self._ground(likelihood * consequence))
            x = self._left(consequence) + CELL - 5
            self.c.text(x, self.tops[likelihood] + 12, name, anchor="end", bold=True, fill=ink)

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
        self.c.text(0, bottom, "Consequence", bold=True, fill=GREY)
        for consequence in range(1, 6):
            for i, line in enumerate(self._consequence_lines(consequence)):
                self.c.text(self._left(consequence) + CELL / 2, bottom + i * 11.5, line, anchor="middle")

    def _consequence_lines(self, consequence: int) -> list[str]:
        return self.c.wrapped(f"{consequence} {self.h.consequence_words[consequence - 1]}", CELL - 4, most=2)

    def _foot_height(self) -> float:
        return 18 + 11.5 * (max(len(self._consequence_lines(c)) for c in range(1, 6)) - 1)

    # ---------- the risks ----------

    def _fill(self, place: tuple[int, int], marks: list[HeatMark]) -> None:
        likelihood, consequence = place
        x = self._left(consequence) + (INDENT if consequence in self.busy else 8.0)
        y = self.tops[likelihood] + 11.5 + (STEP if place in self.homes else 0)
        shown = marks if len(marks) <= MOST else marks[: MOST - 1]
        for mark in shown:
            self.labels[mark.ref] = _Label(mark, x, y)
            y += STEP
        if len(marks) > len(shown):
            self.c.text(x, y, f"+ {len(marks) - len(shown)} more")

    def _label(self, label: _Label) -> None:
        words = label.mark.ref.removeprefix(self.shown_prefix)
        if label.mark.solid:
            width = self.c.width(words, bold=True) + 6
            self.c.rect(label.x - 3, label.y - 9, width, 11.6, fill=self.c.look.accent, round_=1.5)
            self.c.text(label.x, label.y, words, bold=True, fill=WHITE)
        else:
            self.c.text(label.x, label.y, words)

    # ---------- movement ----------

    def _arrows(self) -> None:
        lanes = _Lanes()
        for ref in sorted(self.labels):
            label = self.labels[ref]
            if label.mark.moved_from and label.mark.moved_from != (label.mark.likelihood, label.mark.consequence):
                self._arrow(label, label.mark.moved_from, lanes)

    def _arrow(self, label: _Label, before: tuple[int, int], lanes: _Lanes) -> None:
        """From a dot in last time's cell, down a lane and along the edge of a row, to the label."""
        now = (label.mark.likelihood, label.mark.consequence)
        up = before[0] <= now[0]
        dot_y = self.tops[before[0]] + 12.4 if up else self.tops[before[0] - 1] - 12.4
        tip = label.y - 3.5
        edge = self.tops[now[0] - 1] if up else self.tops[now[0]]
        sideways = before[1] != now[1]
        turns_y = edge if sideways else dot_y
        ends_x = self._left(now[1]) + lanes.free(now[1], turns_y, tip)
        starts_x = self._left(before[1]) + lanes.free(before[1], dot_y, edge) if sideways else ends_x
        way = [(starts_x, dot_y), (starts_x, edge), (ends_x, edge)] if sideways else [(starts_x, dot_y)]
        rising = tip < turns_y
        self.c.path([*way, (ends_x, tip + (3.5 if rising else -3.5))], stroke=INK, width=1.3)
        self.c.circle(starts_x, dot_y, 1.9)
        point = tip - 2.5 if rising else tip + 2.5
        base = point + (6.5 if rising else -6.5)
        self.c.path([(ends_x, point), (ends_x + 3.4, base), (ends_x - 3.4, base)], stroke="", fill=INK, close=True)


class _Lanes:
    """Where arrows run in each column, so that two at the same height run side by side."""

    def __init__(self) -> None:
        self._taken: dict[tuple[int, float], list[tuple[float, float]]] = defaultdict(list)

    def free(self, column: int, one: float, other: float) -> float:
        """A lane with nothing between two heights, as its distance from the column's left edge."""
        top, bottom = min(one, other) - 5, max(one, other) + 5
        lane = next((x for x in LANES if all(bottom <= a or b <= top for a, b in self._taken[column, x])), LANES[-1])
        self._taken[column, lane].append((top, bottom))
        return lane


def _edge_first(cell: tuple[int, int], lowest: bool) -> tuple[int, int]:
    """The top left cells of a band first; for the lowest band the bottom left."""
    likelihood, consequence = cell
    return (likelihood, consequence) if lowest else (-likelihood, consequence)


def _shared_prefix(marks: tuple[HeatMark, ...]) -> str:
    """``R-`` where every label begins with it: a letter they share tells them apart no better."""
    return "R-" if marks and all(m.ref.startswith("R-") for m in marks) else ""
