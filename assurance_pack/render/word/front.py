"""Whether the front page is full: what follows it then goes on below, and otherwise begins a page of its own.

Word alone knows where a page ends, and it is not asked; this reckons.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...document.blocks import Block, Bullets, Callout, Figure, Heading, KeyFigures, Paragraph, Table
from ...document.blocks.runs import Runs, runs
from .. import look
from ..fonts import Fonts
from ..look import SIZES
from .keyfigures import shares
from .measure import lines
from .tables import column_points, split_at_breaks

PAGE_PT = 842 - (14 + 13) / 25.4 * 72
"""The height of the text on the first page."""
SPARE = 1.1
"""What is reckoned comes out a tenth above what office programs need: a line more in one cell of three, and the room between rows twice."""
TEXT_PT = look.TEXT_MM / 25.4 * 72
MEASURE_PT = (look.TEXT_MM + look.HANG_MM) / 25.4 * 72
LEADING = 1.2
"""Of the text, in sizes of type."""


def front_page(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks before the first heading that begins a page; all where none does."""
    return blocks[: next((at for at, b in enumerate(blocks) if isinstance(b, Heading) and b.new_page), len(blocks))]


def fits_one_page(blocks: Sequence[Block], fonts: Fonts, *, close: bool = False) -> bool:
    """Whether these blocks surely end on the page they begin; `close`: with its statements in the size of tables."""
    return sum(_height(block, fonts, close) for block in blocks) <= PAGE_PT * SPARE


def _height(block: Block, fonts: Fonts, close: bool) -> float:
    match block:
        case Heading(level=1, text=text):
            return _set(runs(text), "title", MEASURE_PT, fonts, 1.12) + 4
        case Heading(text=text, note=note):
            return _set(runs(text, note), "h2" if block.level == 2 else "h3", TEXT_PT, fonts) + 24
        case Paragraph(content=content, style=style):
            size = {"story": "story", "lead": "lead", "note": "table"}.get(style, "body")
            return _set(content, size, MEASURE_PT if style in ("board", "marking") else TEXT_PT, fonts) + {
                "story": 12,
                "lead": 10,
                "board": 0,
            }.get(style, 6)
        case Bullets(items=items):
            return sum(_set(item, "body", TEXT_PT - 12, fonts) + 3 for item in items)
        case Callout(items=items):
            return 58 + sum(
                _set(item.content, "body", MEASURE_PT - 46, fonts) + _set(item.why, "table", MEASURE_PT - 46, fonts) + 5 for item in items
            )
        case KeyFigures(items=items):
            moved = max(
                (lines(runs(item.change), 10.5, points, fonts) for item, points in zip(items, shares(block, fonts), strict=True)), default=0
            )
            return SIZES["figure"].pt * 1.15 + SIZES["table"].leading * (1 + moved) + 8
        case Table():
            return _table(block, fonts, close)
        case Figure():
            return PAGE_PT / 4
    raise TypeError(f"Word has no way to print a block of the kind {type(block).__name__}.")


def _table(block: Table, fonts: Fonts, close: bool) -> float:
    widths = column_points(block, fonts)
    padding, size = (
        (0.0, "table") if block.style == "meta" else (7.0, "body" if block.style in ("brief", "voice") and not close else "table")
    )
    tall = SIZES["table"].leading + padding + 8
    for row in block.rows:
        cells = (
            sum(_set(part, size if across else "table", points - 4, fonts) + 2.5 for part in split_at_breaks(cell.content))
            for across, (cell, points) in enumerate(zip(row.cells, widths, strict=False))
        )
        tall += max(cells, default=0.0) + padding
    return tall


def _set(content: Runs, size: str, room: float, fonts: Fonts, leading: float = LEADING) -> float:
    """How high some words stand."""
    return lines(content, SIZES[size].pt, room, fonts) * SIZES[size].pt * leading if content else 0.0
