"""The bar of one milestone in a cell of the plan: open diamond = baseline, tick = forecast last time, dot = forecast now, square = done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...document.blocks.runs import Bar, Scale
from ..look import GREY, GRID, INK, WHITE
from .canvas import Canvas

WIDE, HIGH, HEAD_HIGH = 92.0, 15.4, 25.0
"""Of a bar and of the head of its column, in points."""
MARK = 3.6
"""From the middle of a mark to its edge, where it stands beneath the day it is forecast for; elsewhere a little more."""
ABOVE, BENEATH = 7.0, 11.6
"""The base line of a day that stands above its marks, and where they are then."""
NAME_WIDE = 19.0
"""The room the short name of a month takes in the head."""
EDGE = 5.0
"""Kept free at both ends, so that a mark on the first or last day is whole."""
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def head(canvas: Canvas, scale: Scale) -> None:
    """The years, some months by name and the day of this report."""
    free = 0.0
    here = _x(scale, scale.at)
    said = f"{scale.at.day} {MONTHS[scale.at.month - 1]}"
    half = canvas.width(said, bold=True) / 2
    at = min(max(here, half), WIDE - half)
    canvas.text(at, 9, said, anchor="middle", bold=True, fill=canvas.look.accent)
    months = list(_months(scale))
    each = (WIDE - 2 * EDGE) / max(len(months) - 1, 1)
    step = next(n for n in (1, 2, 3, 4, 6, 12) if n * each >= NAME_WIDE or n == 12)
    for n, first in enumerate(months[:-1]):
        x = _x(scale, first)
        name = MONTHS[first.month - 1][:3]
        if n % step == 0 and x + canvas.width(name) <= WIDE:
            canvas.text(x, 22, name, fill=GREY)
        year = str(first.year)
        ends = x + canvas.width(year)
        if (n == 0 or first.month == 1) and x >= free and (ends < at - half - 2 or x > at + half + 2) and ends <= WIDE:
            canvas.text(x, 9, year, fill=GREY)
            free = ends + 4
    canvas.line(here, 11, here, HEAD_HIGH, stroke=canvas.look.accent, width=1.1)


@dataclass(frozen=True)
class _Label:
    """The day it is forecast for: its words, from where, on which base line; `above` the marks where they leave no room beside them."""

    said: str
    start: float
    base: float
    wide: float
    above: bool


def draw(canvas: Canvas, bar: Bar) -> None:
    """One milestone; a date beyond the months shown stands at the edge, and is named by its year."""
    scale, label = bar.scale, _label(canvas, bar)
    y, size = (BENEATH, MARK) if label and label.above else (HIGH / 2, MARK + 0.8)
    for first in _months(scale):
        canvas.line(_x(scale, first), 0, _x(scale, first), HIGH, stroke=GRID, width=0.5)
    canvas.line(_x(scale, scale.at), 0, _x(scale, scale.at), HIGH, stroke=canvas.look.accent, width=1.1)
    if label:
        canvas.rect(label.start - 1, label.base - 8.2, label.wide + 2, 10, fill=WHITE)
        canvas.text(label.start, label.base, label.said, fill=GREY)
    if bar.baseline and bar.end:
        canvas.line(_x(scale, bar.baseline), y, _x(scale, bar.end), y, width=2)
    if bar.previous:
        canvas.line(_x(scale, bar.previous), y - size, _x(scale, bar.previous), y + size, width=1.4)
    if bar.baseline:
        canvas.diamond(_x(scale, bar.baseline), y, size, fill=WHITE, stroke=INK)
    if bar.end and bar.done:
        canvas.rect(_x(scale, bar.end) - 2.6, y - 2.6, 5.2, 5.2, fill=INK)
    elif bar.end:
        canvas.circle(_x(scale, bar.end), y, 2.7)


def _label(canvas: Canvas, bar: Bar) -> _Label | None:
    """Beside its marks, where there is room for it after or before them; else above them, in their middle."""
    if bar.end is None or bar.done:
        return None
    month = MONTHS[bar.end.month - 1][:3]
    beyond = not bar.scale.first <= bar.end <= bar.scale.last
    said = f"{month} {bar.end.year}" if beyond else f"{bar.end.day} {month}"
    wide = canvas.width(said)
    marks = [_x(bar.scale, d) for d in (bar.baseline, bar.previous, bar.end) if d]
    after, before = max(marks) + MARK + 3, min(marks) - MARK - 3 - wide
    if after + wide <= WIDE or before >= 0:
        return _Label(said, after if after + wide <= WIDE else before, HIGH / 2 + 3.2, wide, above=False)
    middle = (min(marks) + max(marks) - wide) / 2
    return _Label(said, min(max(middle, 1), WIDE - wide - 1), ABOVE, wide, above=True)


def _months(scale: Scale) -> Iterator[date]:
    first = scale.first
    while first <= scale.last:
        yield first
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _x(scale: Scale, when: date) -> float:
    share = (when - scale.first).days / max((scale.last - scale.first).days, 1)
    return EDGE + min(max(share, 0.0), 1.0) * (WIDE - 2 * EDGE)
