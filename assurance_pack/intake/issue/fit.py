"""How tall a row is drawn: its longest text, and a little air. As people type, the row grows by itself.

A row's height is written as the height it has, not as one somebody set, so that spreadsheet programs fit it again to what is typed. An
empty cell in large type, beyond the table, keeps the row from falling below the height it was drawn with.
"""

from __future__ import annotations

import re
import textwrap

from xlsxwriter.worksheet import Worksheet

from .style import Formats

LINE, AIR, LEAST = 15, 9, 24
FIXED_BELOW = 14
"""A row lower than a line of text is a gap, and stays as it is."""
_CALIBRI = 1.22
"""Characters of running text in the width of one figure, in the type of the forms."""
_INDENT = 1.3
_TALLEST = 320


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of a width in characters."""
    room = max(int((width - _INDENT) * _CALIBRI), 4)
    return sum(max(len(textwrap.wrap(part, room)), 1) for part in text.split("\n"))


def height_of(lines: int, least: float = LEAST) -> float:
    """The height of a row in points."""
    return min(max(LINE * lines + AIR, least), _TALLEST)


def fit(sheet: Worksheet, row: int, height: float, beyond: int, formats: Formats, *, least: float = LEAST) -> None:
    """Draw a row at this height, and keep it from falling below `least`. `beyond` is the first column after the table."""
    sheet.set_row(row, height)
    sheet.write_blank(row, beyond, None, formats.spacer(least))


def growing(sheet_xml: bytes) -> bytes:
    """The XML of a sheet with its rows free to grow: their heights no longer count as set by hand."""

    def freed(row: re.Match[bytes]) -> bytes:
        height = re.search(rb' ht="([\d.]+)"', row[0])
        low = height and float(height[1]) < FIXED_BELOW
        return row[0] if low or b' hidden="1"' in row[0] else row[0].replace(b' customHeight="1"', b"")

    return re.sub(rb"<row [^>]*>", freed, sheet_xml)
