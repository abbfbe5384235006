"""Every piece of text of a file, with its place, for the guard: what would print, and what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ...model import Cell, Sender, Text, TextPlace
from ...schema import Row, columns
from ..as_typed import clean
from ..opening.elsewhere import TRACE
from ..opening.grid import Book, Grid, Place

_TEN_DIGITS = 10**9
"""A number this large, stored as a number, could be an NHS number."""


def texts(book: Book, file: str, sender: Sender, rows: Iterable[Row]) -> Iterator[Text]:
    """Every text of a file; `prints` where it is a stated value of a column the Board could see."""
    printing = {cell for row in rows for cell in _printing(row)}
    printing |= {Cell(file=file, sheet=grid.title) for grid in book.sheets if printing}
    for grid in book.sheets:
        yield from _of_sheet(grid, file, sender, printing)
    in_boxes = {str(s.value) for grid in book.sheets if grid.names for s in grid.cells.values()}
    besides: list[tuple[str, str, TextPlace]] = [("", p.text, TextPlace.OTHER) for p in book.paragraphs if p.text not in in_boxes]
    besides += [(name, value, _property(name)) for name, value in sorted(book.properties.items())]
    besides += [(where, text, _place(where)) for where, text in book.elsewhere]
    for where, text, place in besides:
        yield Text(cell=Cell(file=file, sheet=where), text=clean(text)[0], where=place, sender=sender)


def _printing(row: Row) -> Iterator[Cell]:
    for column in columns(type(row)):
        if column.prints and column.name in row.cells and getattr(row, column.name) not in (None, ()):
            yield row.cells[column.name]


_OF_THE_PROGRAM = re.compile(
    r"_activity|_dlc_|MSIP_Label|ContentTypeId|SharedWith|MediaServiceImageTags|ComplianceAssetId|TriggerFlowInfo|ClassificationContent"
    r"|display_urn|(?:initial-)?creator$|last_?modified_?by$|printed-by$|generator$|Author$|Editor$|Manager$|Company$|GUID|Template|_?xd_",
    re.IGNORECASE,
)
"""Properties that SharePoint, Purview and the office programs write, with the accounts of those who looked at a file."""


def _property(name: str) -> TextPlace:
    return TextPlace.TRACE if _OF_THE_PROGRAM.match(name) else TextPlace.PROPERTY


def _place(where: str) -> TextPlace:
    if where == TRACE:
        return TextPlace.TRACE
    if "comment" in where or "note" in where:
        return TextPlace.COMMENT
    if where in ("header", "footer"):
        return TextPlace.HEADER
    return TextPlace.PROPERTY if "property" in where else TextPlace.OTHER


def _of_sheet(grid: Grid, file: str, sender: Sender, printing: set[Cell]) -> Iterator[Text]:
    sheet = Cell(file=file, sheet=grid.title)
    yield Text(cell=sheet, text=grid.title, where=TextPlace.SHEET_NAME, prints=sheet in printing, sender=sender)
    for where, text in grid.asides:
        yield Text(cell=sheet, text=clean(text)[0], where=_place(where), sender=sender)
    for place, text in sorted(grid.comments.items()):
        yield Text(cell=_cell(grid, file, place), text=clean(text)[0], where=TextPlace.COMMENT, sender=sender)
    for place, seen in sorted(grid.cells.items(), key=lambda item: item[0]):
        cell = _cell(grid, file, place)
        found = _as_text(seen.value)
        if found:
            kind = TextPlace.HIDDEN if grid.is_hidden(*place) else found[1]
            yield Text(cell=cell, text=found[0], where=kind, prints=cell in printing, sender=sender)


def _cell(grid: Grid, file: str, place: Place) -> Cell:
    return Cell(file=file, sheet=grid.title, ref=grid.ref(*place))


def _as_text(value: object) -> tuple[str, TextPlace] | None:
    """A cell's words, or a number long enough to be an identifier; dates, small numbers and ticks say nothing."""
    if isinstance(value, str):
        return clean(value)[0], TextPlace.CELL
    if isinstance(value, bool | date) or not isinstance(value, int | float):
        return None
    return (str(int(value)), TextPlace.NUMBER) if _TEN_DIGITS <= abs(value) < 1e15 and value == int(value) else None
