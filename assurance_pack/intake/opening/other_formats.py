"""Workbooks openpyxl does not read (.ods, .xls, .xlsb), by calamine. Runs in the child process.

Calamine gives an error value as an empty cell, and neither notes nor hidden rows: the format is named, so that the reader can say so.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

from .container import Source
from .elsewhere import elsewhere, texts_of
from .grid import Grid, OpenedBook, Place, Refusal, Seen, Value
from .sheet_survey import MOST_CELLS, TooMuch

_NOTES = frozenset({"annotation", "text-box", "custom-shape"})


def read_other(source: Source, blind: str) -> OpenedBook | Refusal:
    """Read a workbook by calamine. `blind` names its format."""
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_object(_at_start(source))
        in_sight = calamine.SheetVisibleEnum.Visible
        listed = [data for data in book.sheets_metadata if data.typ == calamine.SheetTypeEnum.WorkSheet]
        sheets = tuple(_grid(book.get_sheet_by_name(data.name), hidden=data.visible != in_sight) for data in listed)
    except calamine.PasswordError:
        return Refusal("encrypted")
    except (calamine.CalamineError, calamine.ZipError, calamine.XmlError, calamine.WorksheetNotFound, OSError, ValueError):
        return Refusal("damaged")
    except TooMuch:
        return Refusal("too_large")
    return OpenedBook(sheets, {}, (), False, blind, put_in=_holds_a_picture(source)) if sheets else Refusal("damaged")


_OF_A_PICTURE = re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff[\xdb\xe0\xe1\xee]")
"""How a picture begins that stands in the middle of an old workbook."""
_PICTURES = ("pictures/", "xl/media/", "xl/embeddings/")
"""Where formats that are a container keep pictures and documents put in."""


def _holds_a_picture(source: Source) -> bool:
    """Whether a picture stands in a workbook, on whatever cell: calamine tells of none."""
    if zipfile.is_zipfile(source):
        with zipfile.ZipFile(source) as archive:
            return any(name.casefold().startswith(_PICTURES) for name in archive.namelist())
    content = source.read_bytes() if isinstance(source, Path) else source.getvalue()
    return bool(_OF_A_PICTURE.search(content))


def _at_start(source: Source) -> Any:
    """A file as calamine takes it: a copy in memory is read from its beginning."""
    if isinstance(source, Path):
        return str(source)
    source.seek(0)
    return source


def read_opendocument(source: Source) -> OpenedBook | Refusal:
    """Read an .ods workbook, with its properties and the notes and text boxes on its sheets."""
    book = read_other(source, "OpenDocument (.ods)")
    if isinstance(book, Refusal):
        return book
    with zipfile.ZipFile(source) as archive:
        notes = tuple(("note or text box", t) for t in texts_of(archive, archive.getinfo("content.xml"), only=_NOTES))
        return OpenedBook(book.sheets, _properties(archive), (*elsewhere(archive), *notes), False, book.blind, put_in=book.put_in)


def _properties(archive: zipfile.ZipFile) -> dict[str, str]:
    from defusedxml.ElementTree import fromstring

    names = {n.casefold(): n for n in archive.namelist()}
    if "meta.xml" not in names:
        return {}
    found: dict[str, str] = {}
    for element in fromstring(archive.read(names["meta.xml"])).iter():
        tag = element.tag.rpartition("}")[2]
        name = next((v for k, v in element.attrib.items() if k.endswith("}name")), "")
        if element.text and element.text.strip() and (name or tag != "user-defined"):
            found[name or tag] = element.text
    return found


def _grid(sheet: Any, *, hidden: bool) -> Grid:
    merged = tuple(sorted((a[0] + 1, a[1] + 1, b[0] + 1, b[1] + 1) for a, b in sheet.merged_cell_ranges or ()))
    return Grid(title=sheet.name, cells=_cells(sheet), hidden=hidden, merged=merged)


def _cells(sheet: Any) -> dict[Place, Seen]:
    found: dict[Place, Seen] = {}
    if sheet.start is None:
        return found
    top, left = sheet.start[0] + 1, sheet.start[1] + 1  # calamine begins with the first row and column in use
    for row, values in enumerate(sheet.to_python(), start=top):
        for column, value in enumerate(values, start=left):
            if value not in ("", None):
                found[row, column] = Seen(_whole(value))
        if len(found) > MOST_CELLS:
            raise TooMuch
    return found


def _whole(value: Value) -> Value:
    """Calamine gives every number as a decimal."""
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 1e15 else value


def sheet_values(source: Source, title: str) -> dict[Place, Value]:
    """The values of one sheet, those beneath merges among them; none where calamine cannot read it, or they are too many."""
    import python_calamine as calamine

    try:
        sheet = calamine.CalamineWorkbook.from_object(_at_start(source)).get_sheet_by_name(title)
        return {place: seen.value for place, seen in _cells(sheet).items()}
    except (calamine.CalamineError, calamine.ZipError, calamine.XmlError, calamine.WorksheetNotFound, TooMuch):
        return {}
