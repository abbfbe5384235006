"""The data book: every register whole, as a workbook people can filter, with real dates and no text that could act as a formula.

Follows the Analysis Function's guidance on accessible spreadsheets: a contents sheet first, a title in A1, one table a sheet, no empty rows
between, no merged cells, no meaning by colour.
"""

from __future__ import annotations

import gc
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from ...document.blocks.book import Book, BookColumn, BookSheet
from .. import look
from ..archive import Parts, zipped
from ..legal import legal
from .sheets import CELL_LIMIT, EXACT_TO, SIZE, head_high, headings, high, length, pages_wide, sheet_name, wide

MANY_ROWS = 5_000
"""In all registers: beyond so many the memory they took while they were written is given back at once. Three times the sample's."""
TITLE_HIGH = 30
"""The height of the row of the title, in points."""
CONTENTS_COLUMNS = (BookColumn("Sheet", width=34), BookColumn("Part of the pack", width=24), BookColumn("What it holds", width=80))
CONTENTS = "Contents"
LONG = "Long texts"
Value = str | float | int | date | None


@dataclass
class _Writing:
    """The workbook while it is written: its formats, the names taken, and the texts too long for a cell."""

    book: Book
    workbook: Any
    formats: dict[str, Format]
    names: list[str] = field(default_factory=list)
    long: list[tuple[Value, ...]] = field(default_factory=list)
    cells: dict[Any, Any] = field(default_factory=dict)
    """Cells by what stands in them and how it looks: most stand in many rows, and are kept once."""


def write(book: Book) -> bytes:
    """The data book as the bytes of an ``.xlsx``; the same book gives the same bytes."""
    written = _as_workbook(book)
    if sum(len(sheet.rows) for sheet in book.sheets) > MANY_ROWS:
        gc.collect()  # a workbook and its sheets hold each other, and would stay to the end
    return written


def _as_workbook(book: Book) -> bytes:
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(out, options)
    workbook.set_properties(
        {
            "title": legal(book.title)[:255],
            "subject": legal(book.subject)[:255],
            "comments": legal(" ".join(part for part in (book.marking, book.illustrative) if part))[:255],
            "status": legal(book.standing)[:255],
            "created": datetime(book.issued.year, book.issued.month, book.issued.day),
        }
    )
    writing = _Writing(book, workbook, _formats(workbook))
    contents = workbook.add_worksheet(_sheet_named(writing, CONTENTS))
    listed = [(_register(writing, sheet), sheet) for sheet in book.sheets]
    if writing.long:
        sheet = _long_texts(writing.long)
        listed.append((_register(writing, sheet), sheet))
    _contents(writing, contents, listed)
    workbook.close()
    for page in workbook.worksheets():
        page.table.clear()  # every cell of it; workbook and sheets hold each other, and would stay
    return zipped(Parts(out.getvalue()))


def _formats(workbook: Any) -> dict[str, Format]:
    base = {"font_name": "Arial", "font_size": SIZE, "font_color": look.INK, "valign": "top"}
    cell = {"indent": 1, "bottom": 1, "bottom_color": look.HAIR}
    kinds: dict[str, dict[str, Any]] = {
        "title": {"font_size": 18, "bold": True, "valign": "vcenter"},
        "plain": {},
        "quiet": {"font_color": look.GREY},
        "link": {"font_color": look.SHIPPED.accent, "underline": 1},
        "head": {"bold": True, "align": "left", "text_wrap": True, "valign": "bottom", "indent": 1, "bottom": 2, "bottom_color": look.INK},
        "text": {"align": "left", "text_wrap": True, "num_format": "@", **cell},
        # What begins like a formula stays text even after somebody edits the cell.
        "guarded": {"align": "left", "text_wrap": True, "num_format": "@", "quote_prefix": True, **cell},
        "date": {"num_format": "d mmm yyyy", "align": "left", **cell},
        "number": {"num_format": "#,##0.0###", "align": "right", **cell},
        "whole": {"num_format": "#,##0", "align": "right", **cell},
    }
    return {kind: workbook.add_format(base | extra) for kind, extra in kinds.items()}


def _contents(writing: _Writing, page: Worksheet, listed: Sequence[tuple[str, BookSheet]]) -> None:
    """The first sheet: what this is, how it is marked, and a link to every register with what it holds."""
    formats, book = writing.formats, writing.book
    top = [(book.title, "title"), (book.subject, "plain"), (book.standing, "plain"), (book.marking, "plain"), (book.illustrative, "plain")]
    row = _write_lines(page, [(text, formats[kind]) for text, kind in top if text])
    for at, column in enumerate(CONTENTS_COLUMNS):
        page.set_column(at, at, column.width)
        page.write_string(row, at, column.heading, formats["head"])
    for at, (name, sheet) in enumerate(listed, start=row + 1):
        page.write_url(at, 0, f"internal:'{name.replace(chr(39), chr(39) * 2)}'!A1", formats["link"], legal(sheet.title))
        page.write_string(at, 1, legal(sheet.part), formats["text"])
        page.write_string(at, 2, legal(sheet.about), formats["text"])
        page.set_row(at, high((sheet.title, sheet.part, sheet.about), CONTENTS_COLUMNS) or None)
    _page_setup(writing, page, row, CONTENTS_COLUMNS)
    page.activate()


def _register(writing: _Writing, sheet: BookSheet) -> str:
    """Write one register on a sheet of its own; return the sheet's name."""
    name, formats = _sheet_named(writing, sheet.title), writing.formats
    page = writing.workbook.add_worksheet(name)
    marks = " ".join(part for part in (writing.book.marking, writing.book.illustrative) if part)
    head = _write_lines(page, [(sheet.title, formats["title"]), (sheet.about, formats["plain"]), (marks, formats["quiet"])])
    page.write_url(head, 0, f"internal:'{CONTENTS}'!A1", formats["link"], "Back to the contents")
    head += 1
    for at, column in enumerate(sheet.columns):
        page.set_column(at, at, wide(column))
    if sheet.rows:
        _table(page, sheet, head, formats, f"Register{len(writing.names)}")
    else:
        for at, heading in enumerate(headings(sheet.columns)):
            page.write_string(head, at, heading, formats["head"])
        page.write_string(head + 1, 0, "Nothing in this register this month.", formats["plain"])
    for at, row in enumerate(sheet.rows, start=head + 1):
        tall = high(row, sheet.columns)
        if tall:
            page.set_row(at, tall)
        for across, value in enumerate(row):
            _cell(writing, page, at, across, value, sheet)
        written = page.table[at]
        for across, cell in written.items():
            written[across] = writing.cells.setdefault(cell, cell)
    page.set_row(head, head_high(sheet.columns))
    page.freeze_panes(head + 1, 1)
    _page_setup(writing, page, head, sheet.columns)
    return name


def _sheet_named(writing: _Writing, title: str) -> str:
    name = sheet_name(title, writing.names)
    writing.names.append(name)
    return name


def _table(page: Worksheet, sheet: BookSheet, head: int, formats: dict[str, Format], name: str) -> None:
    columns = [{"header": heading, "header_format": formats["head"]} for heading in headings(sheet.columns)]
    page.add_table(
        head,
        0,
        head + len(sheet.rows),
        len(sheet.columns) - 1,
        {
            "columns": columns,
            "name": name,
            "style": "Table Style Light 1",
            "banded_rows": False,
            "title": legal(sheet.title)[:255],
            "description": legal(sheet.about)[:255],
        },
    )


def _cell(writing: _Writing, page: Worksheet, row: int, column: int, value: Value, sheet: BookSheet) -> None:
    """One value by its own type: a date as a date, a number as a number, words always as words."""
    formats = writing.formats
    match value:
        case None | "":
            page.write_blank(row, column, None, formats["text"])
        case datetime() | date() if value.year >= 1900:
            page.write_datetime(row, column, datetime(value.year, value.month, value.day), formats["date"])
        case int() if abs(value) <= EXACT_TO:
            page.write_number(row, column, value, formats["whole"])
        case float() if math.isfinite(value):
            page.write_number(row, column, value, formats["number" if _column_kind(sheet, column) != "whole" else "whole"])
        case _:
            text = legal(value.isoformat() if isinstance(value, date) else str(value))
            if length(text) > CELL_LIMIT:
                text = _set_aside(writing, page, row, column, text)
            page.write_string(row, column, text, formats["guarded" if text[:1] in "=+-@" else "text"])


def _column_kind(sheet: BookSheet, column: int) -> str:
    return sheet.columns[column].kind if column < len(sheet.columns) else "text"


def _set_aside(writing: _Writing, page: Worksheet, row: int, column: int, text: str) -> str:
    """Keep a text that is longer than a cell whole on a sheet of its own, in parts; return what the cell says instead."""
    place = xl_rowcol_to_cell(row, column)
    size = CELL_LIMIT // 2  # a character may count as two
    for number, start in enumerate(range(0, len(text), size), start=1):
        writing.long.append((page.name, place, number, text[start : start + size]))
    note = f" [continues: a cell holds {CELL_LIMIT:,} characters and this text has {length(text):,}; it is whole on sheet “{LONG}”]"
    return text[:size] + note


def _long_texts(rows: Iterable[tuple[Value, ...]]) -> BookSheet:
    columns = (BookColumn("Sheet"), BookColumn("Cell", width=10), BookColumn("Part", "whole", 8), BookColumn("Text", width=100))
    return BookSheet(LONG, "Texts longer than one cell can hold, whole, in parts to be read one after another.", columns, tuple(rows))


def _write_lines(page: Worksheet, lines: Iterable[tuple[str, Format]]) -> int:
    """Write the lines above a table, one a row; return the next free row."""
    row = 0
    for text, style in lines:
        if text:
            if row == 0:
                page.set_row(row, TITLE_HIGH)
            page.write_string(row, 0, legal(text)[: CELL_LIMIT // 2], style)
            row += 1
    return row


def _page_setup(writing: _Writing, page: Worksheet, head: int, columns: Sequence[BookColumn]) -> None:
    """Landscape A4, the headings and the first column on each page; marking above, what it is and the page below."""
    book = writing.book
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(pages_wide(columns), 0)
    page.repeat_rows(head)
    page.repeat_columns(0, 0)
    page.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.8)
    page.set_header(f"&L{_printed(book.title)}&R{_printed(book.marking)}"[:255])
    page.set_footer(f"&L{_printed(book.illustrative)}&R&A, page &P of &N"[:255])


def _printed(text: str) -> str:
    """Text for a header or footer, where a single ampersand begins a code."""
    return legal(text)[:90].replace("&", "&&")
