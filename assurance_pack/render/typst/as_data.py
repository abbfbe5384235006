"""A document as data for the page template of Typst: the template is code and stays as it is shipped, the words are data and are never read as code.

Every word passes through the characters the fonts hold, as in every other writer. A block that is not known stops the writing.
"""

from __future__ import annotations

from ...document.blocks import (
    Block,
    Bullets,
    Callout,
    Document,
    Figure,
    Heading,
    KeyFigures,
    Paragraph,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from ...document.blocks.runs import plain
from ..asked_of_blocks import breaks, contents_at, key_figure_widths, many_rows, parts, unknown, whole_rows
from ..characters import reads_from_the_right
from ..html import Page
from ..look import CONTENTS_WORD, FIGURE_WORD, HANG_MM, SIZES, TABLE_WORD, TEXT_MM, column_widths
from .runs_as_data import MARKS, Data, Words

MM = 72 / 25.4
"""Points in a millimetre."""
HANG, TEXT = HANG_MM * MM, TEXT_MM * MM
EDGE_OF_A_CELL = 8.0
"""Points kept free at the right of a cell."""
PANEL_HANG = 20.0
"""Points by which the items of the panel stand in, for their numbers."""


class AsData:
    """One document on its way to Typst: its blocks as data, and the drawings its pages need."""

    def __init__(self, page: Page) -> None:
        """Tell the document of a page, in the characters and with the anchors of that page."""
        self.page, self.words = page, Words(page)

    def whole(self) -> Data:
        """What the document says of itself, and its blocks in reading order."""
        document, line, at = self.page.document, self.words.line, contents_at(self.page.document)
        blocks, before = [], 0
        for n, block in enumerate(document.blocks):
            before = len(self.words.links) if n == at else before
            blocks.append(self.block(block))
        if at >= 0:
            self.words.links[before:before] = [" ".join(b["words"]).translate(MARKS) for b in blocks if b.get("listed") and b["anchor"]]
        language, _, region = document.language.partition("-")
        return {
            "title": line(document.title), "author": line(document.board), "subject": line(document.subject), "language": language, "region": region,
            "issued": [document.issued.year, document.issued.month, document.issued.day],
            "front": _front(document), "contents_at": at, "contents_word": CONTENTS_WORD,
            "blocks": blocks,
        }  # fmt: skip

    def block(self, block: Block) -> Data:
        """A block: its kind, the anchor it is found by, and what that kind holds."""
        anchor = getattr(block, "anchor", "")
        return {"kind": type(block).__name__, "anchor": anchor if self.page.new(anchor) else None, **self._inside(block)}

    def _inside(self, block: Block) -> Data:
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph(content=content, number=number, style=style):
                return {"style": style, "number": number, "content": self.words.said(content, _size(style, "body"), TEXT)}
            case Bullets(items=items):
                return {"items": [self.words.said(item, _size("body"), TEXT) for item in items]}
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Callout():
                return self._callout(block)
            case KeyFigures():
                return self._key_figures(block)
            case _:
                return unknown(block)

    def _heading(self, heading: Heading) -> Data:
        size = _size("title" if heading.level == 1 else f"h{heading.level}")
        return {
            "level": heading.level, "number": heading.number, "new_page": heading.new_page, "listed": heading.level == 2 and bool(heading.anchor),
            "words": self.words.lines(heading.text, size, TEXT), "note": self.words.line(heading.note),
        }  # fmt: skip

    def _caption(self, word: str, block: Table | Figure) -> Data:
        number = f"{word} {block.number}" if block.number else ""
        return {"number": number, "words": self.words.lines(block.caption, _size("caption"), TEXT)}

    def _table(self, table: Table) -> Data:
        widths = column_widths([c.width for c in table.columns])
        rooms = [w * MM - EDGE_OF_A_CELL for w in widths]
        head = [
            {"kind": c.kind, "content": self.words.said(c.heading, _size("table"), room)}
            for c, room in zip(table.columns, rooms, strict=True)
        ]
        return {
            "style": table.style, "caption": self._caption(TABLE_WORD, table) if table.caption_shown else None, "widths": widths,
            "breaks": breaks(table), "many": many_rows(table), "head": head, "rows": [self._row(table, row, rooms) for row in whole_rows(table)],
        }  # fmt: skip

    def _row(self, table: Table, row: TableRow, rooms: list[float]) -> Data:
        cells = [self._cell(table, c, cell, room) for c, cell, room in zip(table.columns, row.cells, rooms, strict=True)]
        return {"end": row.end, "cells": cells}

    def _cell(self, table: Table, column: TableColumn, cell: TableCell, room: float) -> Data:
        said = plain(cell.content)
        largest = _size("body" if table.style == "voice" or column.kind == "words" else "h3" if table.style == "brief" else "table")
        inside = parts(cell.content) if table.style == "brief" else (cell.content,)
        return {
            "kind": column.kind, "zero": said == "0", "from_right": reads_from_the_right(said),
            "parts": [self.words.said(part, largest, room) for part in inside],
        }  # fmt: skip

    def _figure(self, figure: Figure) -> Data:
        return {
            "caption": self._caption(FIGURE_WORD, figure),
            "drawing": self.words.drawing(str(self.page.drawn(figure))),
            "says": self.words.line(figure.alternative_text),
            "sentence": self.words.said(figure.sentence, _size("body"), TEXT),
        }

    def _callout(self, callout: Callout) -> Data:
        room = TEXT - PANEL_HANG
        items = [
            {"content": self.words.said(i.content, _size("body"), room), "why": self.words.said(i.why, _size("table"), room)}
            for i in callout.items
        ]
        return {"title": self.words.lines(callout.title, _size("h3"), HANG), "items": items, "numbered": len(items) > 1}

    def _key_figures(self, figures: KeyFigures) -> Data:
        widths = key_figure_widths(figures, self.page.assets.fonts)
        items = [
            {
                "label": self.words.lines(k.label, _size("table"), w * MM),
                "value": self.words.said(k.value, _size("figure"), w * MM),
                "change": self.words.lines(k.change, _size("table"), w * MM - EDGE_OF_A_CELL),
            }
            for k, w in zip(figures.items, widths, strict=True)
        ]
        return {"widths": widths, "items": items}


def _size(name: str, otherwise: str = "") -> float:
    """The size of a kind of type, in points."""
    return SIZES[name if name in SIZES else otherwise].pt


def _front(document: Document) -> int:
    """How many blocks the front page holds, which is set as closely as it must be; 0 where there is none."""
    all_of_it = len(document.blocks) if document.one_page else 0
    return next((i for i, b in enumerate(document.blocks) if isinstance(b, Heading) and b.new_page), all_of_it)
