"""Every piece of text of a file, with its place, for the guard: what would print, and what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from ...model import Cell, Sender
from ...model.text import SentText, TextPlace
from ...schema import Row, columns
from ..as_typed import clean
from ..opening.called import TRACE, UNUSED
from ..opening.grid import Grid, OpenedBook, Place

_TEN_DIGITS = 10**9
"""A number this large, stored as a number, could be an NHS number."""


def texts(book: OpenedBook, file: str, sender: Sender, rows: Iterable[Row]) -> Iterator[SentText]:
    """Every text of a file; `prints` where it is a stated value of a column the Board could see."""
    printing = {cell for row in rows for cell in _printing(row)}
    printing |= {Cell(file=file, sheet=grid.title) for grid in book.sheets if printing}
    printed = {str(seen.value) for grid in book.sheets if grid.title == "" for seen in grid.cells.values()}
    for grid in book.sheets:
        yield from _of_sheet(grid, file, sender, printing, printed)
    in_boxes = {str(s.value) for grid in book.sheets if grid.names for s in grid.cells.values()}
    besides: list[tuple[str, str, TextPlace]] = [("", p.text, TextPlace.OTHER) for p in book.paragraphs if p.text not in in_boxes]
    in_cells = {_one_line(s.value) for grid in book.sheets for s in grid.cells.values() if isinstance(s.value, str)}
    in_cells |= {
        line for grid in book.sheets for note in grid.comments.values() for line in note.split("\n")
    }  # a thread is read at its cell
    besides += [one for one in beside_the_words(book) if one[0] not in (UNUSED, "comment", "text box") or _one_line(one[1]) not in in_cells]
    for where, text, place in besides:
        yield SentText(cell=Cell(file=file, sheet=where), text=clean(text)[0], where=place, sender=sender)


def beside_the_words(book: OpenedBook) -> Iterator[tuple[str, str, TextPlace]]:
    """Every text of a file that stands in no cell and no paragraph: where, what, and what kind of place that is."""
    yield from (_of_property(name, value) for name, value in sorted(book.properties.items()))
    yield from ((where, text, _place_of_text(where)) for where, text in book.elsewhere)


def _printing(row: Row) -> Iterator[Cell]:
    for column in columns(type(row)):
        if column.prints and column.name in row.cells and getattr(row, column.name) not in (None, ()):
            yield row.cells[column.name]


_OF_THE_PROGRAM = re.compile(
    r"_activity|_dlc_|MSIP_Label|ContentTypeId|SharedWith|MediaServiceImageTags|ComplianceAssetId|TriggerFlowInfo|ClassificationContent"
    r"|display_urn|(?:initial-)?creator$|last_?modified_?by$|printed-by$|generator$|Author$|Editor$|Manager$|Company$|GUID|Template|_?xd_"
    r"|Assigned ?To$|ContactPerson|PublishingContact|Telephone(?: number)?$|Mailstop$|Originator$|Typist$|Owner$|Checked ?(?:out ?)?by$",
    re.IGNORECASE,
)
"""Properties that SharePoint, Purview and the office programs write, with the accounts of those who looked at a file."""


_USUAL = frozenset(
    {"title", "subject", "description", "keywords", "category", "creator", "lastModifiedBy", "identifier", "language", "version"}
)


def _of_property(name: str, value: str) -> tuple[str, str, TextPlace]:
    """A property, with its own name where everybody's files have it: a name somebody gave is text too."""
    if _OF_THE_PROGRAM.match(name):
        return ("document property", value, TextPlace.TRACE)
    return (name, value, TextPlace.PROPERTY) if name in _USUAL else ("document property", f"{name}: {value}", TextPlace.PROPERTY)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _place_of_text(where: str) -> TextPlace:
    if where == TRACE:
        return TextPlace.TRACE
    if "comment" in where or "note" in where:
        return TextPlace.COMMENT
    if where in ("header", "footer"):
        return TextPlace.HEADER
    return TextPlace.PROPERTY if "property" in where else TextPlace.OTHER


def _of_sheet(grid: Grid, file: str, sender: Sender, printing: set[Cell], printed: set[str]) -> Iterator[SentText]:
    """The texts of a sheet. `printed` are words that stand in no cell and will be printed: what a group wrote beside its boxes."""
    sheet = Cell(file=file, sheet=grid.title)
    yield SentText(cell=sheet, text=grid.title, where=TextPlace.SHEET_NAME, prints=sheet in printing, sender=sender)
    for where, text in grid.asides:
        yield SentText(cell=sheet, text=clean(text)[0], where=_place_of_text(where), sender=sender)
    for place, text in sorted(grid.comments.items()):
        if clean(text)[0] in printed:
            continue  # it is read where it will be printed
        yield SentText(cell=_cell(grid, file, place), text=clean(text)[0], where=TextPlace.COMMENT, sender=sender)
    for place, seen in sorted(grid.cells.items(), key=lambda item: item[0]):
        found = _as_text(seen.value)
        if found:
            cell = _cell(grid, file, place)
            kind = TextPlace.HIDDEN if grid.is_hidden(*place) else found[1]
            yield SentText(cell=cell, text=found[0], where=kind, prints=cell in printing, sender=sender)
    for places, text in _split(grid):
        for cell in (_cell(grid, file, place) for place in places):
            yield SentText(cell=cell, text=text, prints=cell in printing, sender=sender)


_PIECES = {(3, 3, 4), (6, 4), (3, 7), (5, 5), (4, 6), (7, 3)}
_PIECE = re.compile(r"(?:[A-Za-z] ?)?\d[\d -]*[A-Za-z]?")


def _split(grid: Grid) -> Iterator[tuple[tuple[Place, ...], str]]:
    """Two or three neighbours in a row that together have the form of an NHS number or a UPN: it may have been split over them.

    Numbers alone are counts and money more often than not: one of the pieces must have been typed as text.
    """
    for number, line in grid.by_row.items():
        pieces = {column: piece for column, seen in line.items() if (piece := _piece(seen.value))}
        for first in pieces:
            for places in (range(first, first + 2), range(first, first + 3)):
                if not all(column in pieces for column in places) or not any(isinstance(line[column].value, str) for column in places):
                    continue
                if _is_split([pieces[column] for column in places]):
                    yield tuple((number, column) for column in places), "".join(pieces[column] for column in places)


def _is_split(pieces: list[str]) -> bool:
    whole = "".join(pieces)
    if whole.isdigit():
        return tuple(map(len, pieces)) in _PIECES
    return len(whole) == 13 and whole[0].isalpha() and sum(c.isdigit() for c in whole) >= 11


def _piece(value: object) -> str:
    """The digits of a cell that holds nothing else (a letter at either end of a UPN may stand with them); else nothing."""
    text = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    return re.sub(r"[ -]", "", text) if len(text) < 14 and _PIECE.fullmatch(text) else ""


def _cell(grid: Grid, file: str, place: Place) -> Cell:
    return Cell(file=file, sheet=grid.title, ref=grid.ref(*place))


def _as_text(value: object) -> tuple[str, TextPlace] | None:
    """A cell's words, or a number long enough to be an identifier; dates, small numbers and ticks say nothing."""
    if isinstance(value, str):
        return clean(value)[0], TextPlace.CELL
    if isinstance(value, bool | date) or not isinstance(value, int | float):
        return None
    return (str(int(value)), TextPlace.NUMBER) if _TEN_DIGITS <= abs(value) < 1e15 and value == int(value) else None
