"""An Excel workbook (.xlsx, .xlsm) as a `Book`, by openpyxl. Runs in the child process, after the guards of `open`."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl

from .grid import Book, Grid, Seen


def read_workbook(path: Path) -> Book:
    """Read every sheet: values as saved, with what a value alone does not say.

    Raises:
        Exception: whatever openpyxl raises on a workbook it cannot read; the caller names the file.
    """
    book = openpyxl.load_workbook(path, data_only=True, keep_links=False)
    sheets = tuple(_grid(sheet) for sheet in book.worksheets)
    properties = {k: str(v) for k, v in vars(book.properties).items() if isinstance(v, str) and v.strip()}
    properties |= {p.name: str(p.value) for p in book.custom_doc_props.props}  # type: ignore[attr-defined]
    return Book(sheets, properties)


def _grid(sheet: Any) -> Grid:
    cells: dict[tuple[int, int], Seen] = {}
    comments: dict[tuple[int, int], str] = {}
    for place, cell in sheet._cells.items():  # the cells there are, never every cell up to the last row and column
        if cell.value is not None and cell.value != "":
            cells[place] = _seen(cell)
        if cell.comment:
            comments[place] = cell.comment.text
    return Grid(
        title=sheet.title,
        cells=cells,
        hidden=sheet.sheet_state != "visible",
        hidden_rows=frozenset(n for n, d in sheet.row_dimensions.items() if d.hidden),
        hidden_columns=frozenset(
            c for d in sheet.column_dimensions.values() if d.hidden for c in range(d.min, min(d.max, d.min + 1000) + 1)
        ),
        merged=tuple((m.min_row, m.min_col, m.max_row, m.max_col) for m in sheet.merged_cells.ranges),
        comments=comments,
        asides=tuple(_headers(sheet)),
    )


def _seen(cell: Any) -> Seen:
    value = cell.value
    if cell.data_type == "e":
        return Seen(str(value), error=True)
    if isinstance(value, timedelta):
        return Seen(datetime(1899, 12, 30) + value)
    percent = isinstance(value, int | float) and not isinstance(value, bool) and "%" in (cell.number_format or "")
    return Seen(value, percent=percent)


def _headers(sheet: Any) -> list[tuple[str, str]]:
    found = []
    for kind in ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"):
        parts = getattr(sheet, kind, None)
        for side in ("left", "center", "right"):
            text = getattr(getattr(parts, side, None), "text", None)
            if text:
                found.append(("header" if kind.endswith("Header") else "footer", text))
    return found
