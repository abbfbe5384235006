"""What stands beside a return that is not marked itself: a workbook with the list of its problems, or a bare list of cells."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime

from ...model import Cell
from ...model.problem import Problem
from ..recognising.identity import PROBLEMS
from .copy import TITLE, WIDTHS, height_for, listed
from .parts import writable

# The list says what stands in the return, never when it was made: the same problems give the same bytes.
MADE = datetime(2026, 1, 1)


def problem_list(file: str, problems: Iterable[Problem]) -> bytes:
    """The problems of a return whose format carries no notes of ours (`.ods`, `.docx`, `.xls`), as a workbook of its own."""
    import xlsxwriter  # most returns are marked themselves

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": f"Problems in {file}", "created": MADE})
    sheet = book.add_worksheet(TITLE)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 2})
    plain = book.add_format({"text_wrap": True, "valign": "top", "bottom": 4})
    sheet.write_string(0, 0, f"Problems in {file}", book.add_format({"font_size": 16}))
    sheet.set_row(0, 28)
    for at, (heading, width) in enumerate(zip(PROBLEMS, WIDTHS, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(1, at, heading, bold)
    for row, line in enumerate(listed(problems, file), start=2):
        sheet.set_row(row, height_for(line.words))
        for at, text in enumerate(line.words):
            sheet.write_string(row, at, writable(text), plain)
    sheet.freeze_panes(2, 0)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    book.close()
    return _undated(buffer.getvalue())


def cell_list(file: str, cells: Iterable[tuple[Cell, str]]) -> bytes:
    """The cells of a return that may identify a child, and what seems to stand in each: never what does."""
    lines = [
        f"Cells in {file} that may identify a child",
        "",
        "No marked copy is made of this return, so that no further copy of it goes about. Ask its owner to take these out and send it again.",
        "",
    ]
    lines += [f"{cell.sheet}!{cell.ref}: {what}" if cell.ref else f"{cell.sheet or 'the file'}: {what}" for cell, what in cells]
    return ("\r\n".join(lines) + "\r\n").encode("utf-8-sig")


def _undated(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            new.writestr(zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0)), old.read(item.filename), zipfile.ZIP_DEFLATED)
    return out.getvalue()
