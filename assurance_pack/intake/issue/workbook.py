"""Draws a form as an Excel workbook: the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import xlsxwriter

from ...schema import Row
from ...settings import Settings
from ..recognising.identity import META_SHEET, PROPERTY_PREFIX
from .fit import growing
from .form import Form
from .issued import repeats
from .lists import write_lists
from .pages import write_start
from .places import HEAD_ROW
from .style import Formats
from .tables import region, write_table
from .voice import write_voice

# A form says when it is for, never when it was drawn: the same form has the same bytes on any day.
DRAWN = datetime(2026, 1, 1)


def write(form: Form, settings: Settings) -> bytes:
    """The form as `.xlsx`."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    _properties(book, form, settings)
    formats = Formats(book)
    sheets = {cls: book.add_worksheet(cls.sheet_title) for cls in form.kind.sheets}
    names = write_lists(book, form.kind, settings)
    for number, (cls, sheet) in enumerate(sheets.items(), start=1):
        if form.kind.voice:
            write_voice(sheet, cls, form, formats, names, settings)
        elif cls.layout == "page":
            write_start(sheet, cls, form, formats, names, settings)
        else:
            write_table(sheet, cls, form, formats, names, settings)
            _announced(book, cls, form, number)
    _meta(book, form)
    book.close()
    return _finished(buffer.getvalue())


def _announced(book: xlsxwriter.Workbook, cls: type[Row], form: Form, number: int) -> None:
    """The name by which screen readers (JAWS, NVDA) know which row holds the headings of a table."""
    place = "'" + cls.sheet_title.replace("'", "''") + "'"
    book.define_name(f"ColumnTitleRegion{number}.{region(cls, form)}.{number}", f"={place}!$A${HEAD_ROW + 1}")


def _properties(book: xlsxwriter.Workbook, form: Form, settings: Settings) -> None:
    book.set_properties({
        "title": f"{form.kind.form_title}, {form.sender_name}, {form.month.name}",
        "subject": f"{settings.board.name}, {form.month.name}",
        "author": settings.secretariat.name,
        "comments": settings.board.illustrative,
        "created": DRAWN,
    })  # fmt: skip
    for name, value in _identity(form):
        book.set_custom_property(f"{PROPERTY_PREFIX}{name}", value)


def _identity(form: Form) -> tuple[tuple[str, str], ...]:
    said = (
        ("form", form.kind.key),
        ("version", str(form.kind.version)),
        ("from", form.code),
        ("month", form.month),
        ("repeats", repeats(form)),
    )
    return tuple((name, value) for name, value in said if value)


def _meta(book: xlsxwriter.Workbook, form: Form) -> None:
    sheet = book.add_worksheet(META_SHEET)
    for row, (name, value) in enumerate(_identity(form)):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, value)
    sheet.very_hidden()


def _finished(data: bytes) -> bytes:
    """What the writer cannot say: the document's language, which a screen reader goes by, and rows that grow as people type."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            part = old.read(item.filename)
            if item.filename == "docProps/core.xml":
                part = part.replace(b"</cp:coreProperties>", b"<dc:language>en-GB</dc:language></cp:coreProperties>")
            if item.filename.startswith("xl/worksheets/sheet"):
                part = growing(part)
            new.writestr(zipfile.ZipInfo(item.filename, (1980, 1, 1, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()
