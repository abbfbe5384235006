"""What Excel allows a workbook: names, lengths, the heights and widths of its rows and columns."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date

from ...document.blocks.book import BookColumn
from ..arial import width
from ..legal import legal

CELL_LIMIT = 32_767
"""Characters Excel keeps in one cell."""
EXACT_TO = 2**53
"""Whole numbers up to here are kept exactly by Excel; larger ones are written as text."""
SIZE = 11
"""The size of type, in points."""
DIGIT = 5.25
"""What Excel counts column widths in: the width of a figure, in points."""
BUTTON, INDENT = 3.0, 2.0
"""The button of a filter, and the room left and right of words, in figures."""
PAGE = 260.0
"""What fits across a landscape page at a little over half size, in figures."""
LINE, TALLEST = 14.25, 409
"""The height of a line, and the most Excel allows a row, in points."""


def length(text: str) -> int:
    """The length of a text as Excel counts it."""
    return len(text.encode("utf-16-le")) // 2


def sheet_name(title: str, taken: Sequence[str]) -> str:
    """A sheet name Excel accepts, different from those taken: at most 31 characters, none of ``[]:*?/\\``."""
    base = re.sub(r"[\[\]:*?/\\\s]|[^\u0000-\uffff]", " ", legal(title))[:31].strip(" '") or "Sheet"
    name, number = base, 2
    while name.lower() in {other.lower() for other in taken} | {"history"}:
        name, number = f"{base[:27]} {number}", number + 1
    return name


def headings(columns: Sequence[BookColumn]) -> list[str]:
    """The headings of a table, each different from the others, as Excel requires."""
    given: list[str] = []
    for column in columns:
        base = heading = legal(column.heading)[:240] or "Column"
        number = 2
        while heading.lower() in {other.lower() for other in given}:
            heading, number = f"{base} ({number})", number + 1
        given.append(heading)
    return given


def wide(column: BookColumn) -> float:
    """The width of a column, in figures: wide enough to be read, and no wider than a screen."""
    return max(8.0, min(column.width, 100.0))


def high(row: Sequence[str | float | int | date | None], columns: Sequence[BookColumn]) -> float:
    """The height of a row of more than one line, in points; 0 for one line. Not every reader finds the height by itself."""
    tall = max(
        (_lines_taken(value, wide(column) - INDENT) for value, column in zip(row, columns, strict=False) if isinstance(value, str)),
        default=1,
    )
    return min(TALLEST, LINE * tall + 2) if tall > 1 else 0


def head_high(columns: Sequence[BookColumn]) -> float:
    """The height of the row of headings, in points: a heading shares its cell with the button of the filter."""
    tall = max((_lines_taken(column.heading, max(4.0, wide(column) - BUTTON - INDENT), bold=True) for column in columns), default=1)
    return min(TALLEST, LINE * tall + 6)


def pages_wide(columns: Sequence[BookColumn]) -> int:
    """How many pages side by side a register is printed on, so that it can still be read."""
    return max(1, math.ceil(sum(wide(column) for column in columns) / PAGE))


def _lines_taken(text: str, figures: float, *, bold: bool = False) -> int:
    if len(text) < figures * 0.6 and "\n" not in text:
        return 1
    return sum(max(1, math.ceil(width(line[:CELL_LIMIT], SIZE, bold=bold) * 1.05 / (figures * DIGIT))) for line in text.split("\n"))
