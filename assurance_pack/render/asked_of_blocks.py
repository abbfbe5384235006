"""What every writer asks of blocks: whether a table may go on over a page, what its rows and paragraphs are, where a link may lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

from ..document.blocks import Document, Heading, KeyFigures, Table, TableCell, TableRow
from ..document.blocks.runs import Break, Link, Run, Runs, Text, plain
from .fonts import Fonts
from .look import HANG_MM, SIZES, STATUS, TEXT_MM

NOTHING = "None"
"""What stands in a table without rows."""
WHOLE = 1
"""A table of more rows than this may go on over a page; its head is repeated and no row is parted."""
MANY = 8
"""Of a table of more rows than this, at least two stand on each page."""


class UnknownBlock(Exception):
    """A document holds something this writer does not know how to print."""


def unknown(thing: object) -> NoReturn:
    """Stop: nothing is printed in place of a block that is not known."""
    raise UnknownBlock(f"{type(thing).__name__} is not a block, run or drawing that can be printed")


WAYS_OUT = ("mailto:", "https://", "http://", "tel:")


def away(link: Link) -> str:
    """The address a link leads to: for mail, a web page or a telephone, and nothing that would run."""
    if not link.address.startswith(WAYS_OUT):
        raise UnknownBlock(f"“{link.address[:60]}” is no address for mail, a web page or a telephone")
    return link.address


def mark_class(meaning: str) -> str:
    """The class of a status mark, which is its meaning."""
    if meaning not in STATUS:
        raise UnknownBlock(f"“{meaning[:60]}” is not a status that has a mark")
    return meaning


def whole_rows(table: Table) -> tuple[TableRow, ...]:
    """The rows of a table, each as long as its head; a table without rows says that there is nothing in it."""
    for row in table.rows:
        if len(row.cells) != len(table.columns):
            raise UnknownBlock(f"the table “{table.caption[:60]}” has {len(table.columns)} columns and a row of {len(row.cells)}")
    nothing = (TableCell((Text(NOTHING),)), *(TableCell(()) for _ in table.columns[1:]))
    return table.rows or (TableRow(nothing),)


def breaks(table: Table) -> bool:
    """Whether a table may go on over a page; a short one stays whole."""
    return len(table.rows) > WHOLE or table.style in ("long", "brief", "voice")


def many_rows(table: Table) -> bool:
    """Whether a table has rows enough to keep its first three, and its last three, together where it goes on over a page."""
    return len(table.rows) > MANY


def key_figure_widths(figures: KeyFigures, fonts: Fonts) -> list[float]:
    """Columns as wide as their longest line, and the room left over shared, in millimetres."""
    face, light, table = fonts.regular, fonts.light, SIZES["table"].pt
    wanted = [
        max(face.width(k.label, table), light.width(plain(k.value), SIZES["figure"].pt) * 1.02, face.width(k.change, table)) / 72 * 25.4 + 3
        for k in figures.items
    ]
    room = HANG_MM + TEXT_MM
    spare = room - sum(wanted)
    return [w + spare / len(wanted) for w in wanted] if spare >= 0 else [w * room / sum(wanted) for w in wanted]


def parts(content: Runs) -> Iterator[Runs]:
    """The paragraphs of a cell, parted by its line breaks."""
    part: list[Run] = []
    for run in (*content, Break()):
        if not isinstance(run, Break):
            part.append(run)
        elif part:
            yield tuple(part)
            part = []


def listed(document: Document) -> tuple[Heading, ...]:
    """The sections that a list of contents names."""
    return tuple(b for b in document.blocks if isinstance(b, Heading) and b.level == 2 and b.anchor)


def contents_at(document: Document) -> int:
    """Before which block the list of contents stands: the first that starts a page after the front one; -1 for none."""
    if not document.contents:
        return -1
    return next((i for i, b in enumerate(document.blocks) if isinstance(b, Heading) and b.new_page), -1)
