"""The bar of one milestone in a cell of the plan: open diamond = baseline, tick = forecast last time, dot = forecast now, square = done.

The day of the baseline stands in words at the left, always in the same place; the day of the forecast beside or above its own mark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...document.blocks.runs import Bar, Scale
from ..look import GREY, GRID, INK, WHITE
from .canvas import Canvas

LEFT, FROM = 3.5, 35.5
"""Where the day of the baseline begins, clear of the column before, and where the bars begin, in points."""
WIDE, HIGH, HEAD_HIGH = FROM + 66.0, 15.4, 25.0
"""Of a bar with that day, and of the head of its column, in points."""
MARK = 3.6
"""From the middle of a mark to its edge, where it stands beneath the day it is forecast for; elsewhere a little more."""
ABOVE, BENEATH = 7.0, 11.6
"""The base line of a day that stands above its marks, and where they are then."""
NAME_WIDE = 19.0
"""The room the short name of a month takes in the head."""
EDGE = 5.0
"""Kept free at both ends, so that a mark on the first or last day is whole."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def head(canvas: Canvas, scale: Scale) -> None:
    """Over the days of the baselines their name; over the bars the years, some months by name and the day of this report."""
    canvas.text(LEFT, 22, "Baseline", bold=True)
    free = named = LEFT + canvas.width("Baseline", bold=True) + 4
    here = _x(scale, scale.at)
    said = f"{scale.at.day} {_short(scale.at)}"
    half = canvas.width(said, bold=True) / 2
    at = min(max(here, FROM + half), WIDE - half)
    canvas.text(at, 9, said, anchor="middle", bold=True, fill=canvas.look.accent)
    months = list(_months(scale))
    each = (WIDE - FROM - 2 * EDGE) / max(len(months) - 1, 1)
    step = next(n for n in (1, 2, 3, 4, 6, 12) if n * each >= NAME_WIDE or n == 12)
    for first in months[:-1]:
        x = _x(scale, first)
        to = x + canvas.width(_short(first))
        if x >= named and to <= WIDE and not x - 2 < here < to + 2:
            canvas.text(x, 22, _short(first), fill=GREY)
            named = x + step * each - 0.1
        year = str(first.year)
        ends = x + canvas.width(year)
        if (first == months[0] or first.month == 1) and x >= free and (ends < at - half - 2 or x > at + half + 2) and ends <= WIDE:
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
    canvas.text(LEFT, HIGH / 2 + 3.2, _day(scale, bar.baseline) if bar.baseline else "–", fill=GREY)
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
    """After its own mark where no other mark follows, or before it where none precedes, if there is room; else above it.

    So it is never read as the day of another mark. A forecast for the day of the baseline is said by that day.
    """
    if bar.end is None or bar.done or bar.end == bar.baseline:
        return None
    said = _day(bar.scale, bar.end)
    wide = canvas.width(said)
    end = _x(bar.scale, bar.end)
    marks = [_x(bar.scale, d) for d in (bar.baseline, bar.previous, bar.end) if d]
    after, before = end + MARK + 3, end - MARK - 3 - wide
    if end == max(marks) and after + wide <= WIDE:
        return _Label(said, after, HIGH / 2 + 3.2, wide, above=False)
    if end == min(marks) and before >= FROM:
        return _Label(said, before, HIGH / 2 + 3.2, wide, above=False)
    return _Label(said, min(max(end - wide / 2, FROM + 1), WIDE - wide - 1), ABOVE, wide, above=True)


def _day(scale: Scale, when: date) -> str:
    """A day and its month; of one beyond the months shown the month and the year: ``Mar ’28``."""
    return f"{when.day} {_short(when)}" if scale.first <= when <= scale.last else f"{_short(when)} ’{when:%y}"


def _short(when: date) -> str:
    return MONTHS[when.month - 1]


def _months(scale: Scale) -> Iterator[date]:
    first = scale.first
    while first <= scale.last:
        yield first
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _x(scale: Scale, when: date) -> float:
    share = (when - scale.first).days / max((scale.last - scale.first).days, 1)
    return FROM + EDGE + min(max(share, 0.0), 1.0) * (WIDE - FROM - 2 * EDGE)
