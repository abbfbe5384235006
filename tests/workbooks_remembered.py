"""A workbook as a test takes it to change it: of its sheets only those are made, and written anew, that the test asks for.

A sheet that nobody asked for by its name is written as openpyxl wrote it before. Who asks in any other way, for all of them or for the one that is
open, may change any, and then every one is made and written anew.
"""

from __future__ import annotations

import copyreg
import io
import pickle
from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any
from unittest.mock import patch

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.packaging.relationship import RelationshipList
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.table import TableList
from openpyxl.writer import excel

from patched import is_patched

BOOKS_AT_ONCE, SHEETS_AT_ONCE = 200, 500
"""Workbooks and written sheets that are remembered; what was changed for one test is let go."""
_MADE_LATE = ("_cells", "row_dimensions", "column_dimensions", "conditional_formatting", "data_validations", "merged_cells")
"""What makes up nearly all of a sheet. Until it is made nobody can have changed it: who reached it all the same would get an error."""
_BESIDE_IT = ("_charts", "_images", "_comments", "_tables", "_pivots", "_hyperlinks", "legacy_drawing")
"""What has a part of its own in the file: a sheet that has any of it is written anew each time."""

_BOOKS: OrderedDict[bytes, bytes] = OrderedDict()
_WRITTEN: OrderedDict[tuple[bytes, int], bytes] = OrderedDict()


def _tables(held: dict[str, Any]) -> TableList:
    made = TableList()
    made.update(held)
    return made


copyreg.pickle(TableList, lambda tables: (_tables, (dict(dict.items(tables)),)))  # whose own `items` gives places, and no tables


def once_a_workbook(load: Callable[..., Any]) -> Callable[..., Any]:
    """Everyone gets a workbook of their own. One that is opened otherwise than to be changed is opened each time."""

    def of(file: Any, **how: Any) -> Any:
        if is_patched() or how or not isinstance(file, str | Path | io.BytesIO):
            return load(file, **how)
        content = file.getvalue() if isinstance(file, io.BytesIO) else Path(file).read_bytes()
        by = sha256(content).digest()
        if by not in _BOOKS:
            book = load(file)
            if isinstance(book, Lent):  # the folder beside this one asks for the same
                return book
            _BOOKS[by] = _taken_apart(book, by)
        return pickle.loads(_recalled(_BOOKS, by, BOOKS_AT_ONCE))

    return of


def _recalled(known: OrderedDict[Any, bytes], by: Any, at_once: int) -> bytes:
    known.move_to_end(by)
    if len(known) > at_once:
        known.popitem(last=False)
    return known[by]


# ---------- a workbook, taken apart ----------


def _taken_apart(book: Any, by: bytes) -> bytes:
    """The book, and beside it what is made late of each of its sheets."""
    for sheet in book.worksheets:
        for rule in (
            rule for ranged in sheet.conditional_formatting for rule in ranged.rules if rule.dxf and rule.dxf != DifferentialStyle()
        ):
            book._differential_styles.add(rule.dxf)  # a rule is written with the number of its style: so each has it before any is written
    sheets = vars(book).pop("_sheets")
    apart = {n: {name: vars(sheet).pop(name) for name in _MADE_LATE} for n, sheet in enumerate(sheets) if hasattr(sheet, "_cells")}
    late = {}
    for number, parts in apart.items():
        stream = io.BytesIO()
        _Pickler(stream, book, sheets).dump(parts)
        late[number] = stream.getvalue()
    book.__class__ = Lent
    vars(book).update(of_file=by, sheets=sheets, late=late, untouched=set(late), is_saving=False)
    return pickle.dumps(book)


class _Pickler(pickle.Pickler):
    """Of a part of a sheet: the sheets and the book it belongs to are named alone."""

    def __init__(self, stream: io.BytesIO, book: Any, sheets: list[Any]) -> None:
        super().__init__(stream)
        self._places = {id(book): -1, **{id(sheet): number for number, sheet in enumerate(sheets)}}

    def persistent_id(self, thing: object) -> int | None:
        return self._places.get(id(thing))


class _Unpickler(pickle.Unpickler):
    def __init__(self, part: bytes, book: Lent) -> None:
        super().__init__(io.BytesIO(part))
        self._book = book

    def persistent_load(self, place: int) -> Any:
        return self._book if place < 0 else self._book.sheets[place]


class Lent(Workbook):  # type: ignore[misc]
    """A workbook that knows which of its sheets somebody asked for."""

    of_file: bytes
    sheets: list[Any]
    late: dict[int, bytes]
    untouched: set[int]
    is_saving: bool

    @property
    def _sheets(self) -> list[Any]:
        """All of them: who asks so may change any."""
        if not self.is_saving:
            for number in range(len(self.sheets)):
                self._touch(number)
        return self.sheets

    @property
    def sheetnames(self) -> list[str]:
        """Their titles alone."""
        return [sheet.title for sheet in self.sheets]

    def __getitem__(self, title: str) -> Any:
        """One of them: the others stay as they are."""
        if title not in self.sheetnames:
            return super().__getitem__(title)
        number = self.sheetnames.index(title)
        self._touch(number)
        return self.sheets[number]

    def _touch(self, number: int) -> None:
        self.untouched.discard(number)
        self.make(number)

    def make(self, number: int) -> None:
        """Make the rest of a sheet."""
        if number in self.late:
            sheet = self.sheets[number]
            vars(sheet).update(_Unpickler(self.late.pop(number), self).load())
            for lines, made in ((sheet.row_dimensions, sheet._add_row), (sheet.column_dimensions, sheet._add_column)):
                lines.worksheet, lines.default_factory = sheet, made  # which a copy of them has lost

    def save(self, filename: Any) -> None:
        """Write it: what nobody asked for as it was written before."""
        self.is_saving = True
        try:
            with patch.object(excel, "ExcelWriter", _Writer):
                super().save(filename)
        finally:
            self.is_saving = False


class _Writer(excel.ExcelWriter):  # type: ignore[misc]
    def write_worksheet(self, ws: Any) -> None:
        book = self.workbook
        number = next(n for n, sheet in enumerate(book.sheets) if sheet is ws)
        if number not in book.untouched or any(getattr(ws, name) for name in _BESIDE_IT):
            book.make(number)
            super().write_worksheet(ws)
            return
        if (book.of_file, number) not in _WRITTEN:
            book.make(number)
            _WRITTEN[book.of_file, number] = _as_written(ws)
        ws._drawing, ws._rels = SpreadsheetDrawing(), RelationshipList()
        self._archive.writestr(ws.path[1:], _recalled(_WRITTEN, (book.of_file, number), SHEETS_AT_ONCE))
        self.manifest.append(ws)


def _as_written(sheet: Any) -> bytes:
    writer = WorksheetWriter(sheet)
    writer.write()
    try:
        return bytes(writer.read())
    finally:
        writer.cleanup()
