"""From a located sheet to typed rows: every value with its cell, every fault with its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..model import Cell, Fault, FaultKind, Word, means
from ..schema import Column, Row, columns
from ..settings import Settings
from .convert import Trouble, as_text, convert
from .grid import NOTHING, Seen, ref
from .locate import Found
from .wording import is_empty_mark


def read_rows(found: Found, file: str, sender: str, settings: Settings) -> tuple[list[Row], list[Fault]]:
    """The rows of a sheet, and what could not be read in it."""
    if found.sheet.layout == "page":
        places = {name: place for name, place in found.answers.items()}
        return _page(found, places, file, sender, settings)
    rows: list[Row] = []
    faults: list[Fault] = []
    notes = _notes_below(found, settings)
    for number in sorted(r for r in found.grid.by_row if r > found.heading_row):
        if number in notes:
            faults.append(_note(found, number, file))
        elif _used(found, number):
            places = {name: (number, column) for name, column in found.places.items()}
            row, troubles = _row(
                found, places, Cell(file=file, sheet=found.grid.title, ref=ref(number, min(found.places.values()))), sender, settings
            )
            rows.append(row)
            faults += troubles
    return rows, faults


def _page(found: Found, places: dict[str, tuple[int, int]], file: str, sender: str, settings: Settings) -> tuple[list[Row], list[Fault]]:
    if not places:
        return [], []
    first = min(places.values())
    row, faults = _row(found, places, Cell(file=file, sheet=found.grid.title, ref=ref(*first)), sender, settings)
    return [row], faults


def _row(found: Found, places: dict[str, tuple[int, int]], at: Cell, sender: str, settings: Settings) -> tuple[Row, list[Fault]]:
    values: dict[str, Any] = {}
    cells: dict[str, Cell] = {}
    pending: list[tuple[Column, Cell, Seen, Trouble]] = []
    for column in columns(found.sheet):
        if column.name not in places:
            continue
        seen = found.grid.at(*places[column.name])
        cells[column.name] = at.model_copy(update={"ref": ref(*places[column.name])})
        converted = convert(column, seen, settings)
        values[column.name] = converted.value
        pending += [(column, cells[column.name], seen, trouble) for trouble in converted.troubles]
        if column.required and converted.value in (None, ()) and not converted.troubles:
            pending.append((column, cells[column.name], seen, Trouble(FaultKind.BLANK_REQUIRED)))
    row = found.sheet(sender=sender, at=at, cells=cells, **values)
    return row, [_fault(row, *one) for one in pending if not _excused(row, one[0], one[3])]


def _excused(row: Row, column: Column, trouble: Trouble) -> bool:
    """A row that comes back from last month may leave blank what has not changed: it is carried forward."""
    if trouble.kind is not FaultKind.BLANK_REQUIRED or column.name in ("id", "this_month"):
        return False
    said: Word | None = getattr(row, "this_month", None)
    asks = "this_month" in type(row).model_fields
    return asks and (means(said, "no_change", "close") or (said is None and getattr(row, "id", None) is not None))


def _fault(row: Row, column: Column, cell: Cell, seen: Seen, trouble: Trouble) -> Fault:
    return Fault(
        kind=trouble.kind, cell=cell, seen="" if seen.value is None else as_text(seen.value), expected=trouble.expected,
        suggestion=trouble.suggestion, column=column.heading, row=row.ref,
    )  # fmt: skip


def _is_id(column: Column) -> bool:
    return bool(column.id_prefix) and column.locked


def _filled(found: Found, number: int) -> list[str]:
    """The declared columns of a row with something in them."""
    row = found.grid.row(number)
    return [n for n, c in found.places.items() if not _says_nothing(row.get(c, NOTHING))]


def _says_nothing(seen: Seen) -> bool:
    return (seen.value is None and not seen.uncalculated) or (isinstance(seen.value, str) and is_empty_mark(seen.value))


def _used(found: Found, number: int) -> bool:
    """Whether a row has something beyond an ID."""
    keys = {c.name for c in columns(found.sheet) if _is_id(c)}
    return bool(set(_filled(found, number)) - keys)


def _notes_below(found: Found, settings: Settings) -> set[int]:
    """Rows under the table that are a note and not a row: one cell, after a gap, or where its column cannot take it."""
    numbers = sorted(r for r in found.grid.by_row if r > found.heading_row)
    notes: set[int] = set()
    by_name = {c.name: c for c in columns(found.sheet)}
    for number in reversed(numbers):
        filled = _filled(found, number)
        row = {c: s for c, s in found.grid.row(number).items() if not _says_nothing(s)}
        if len(filled) > 1 or not row:
            if filled:
                break
            continue
        if not filled:
            notes.add(number)
            continue
        column = by_name[filled[0]]
        if _is_id(column) and not convert(column, row[found.places[filled[0]]], settings).troubles:
            break
        if number - 1 not in found.grid.by_row or convert(column, row[found.places[filled[0]]], settings).troubles:
            notes.add(number)
        else:
            break
    return notes


def _note(found: Found, number: int, file: str) -> Fault:
    cells: Iterable[tuple[int, Seen]] = sorted(found.grid.row(number).items())
    column, seen = next((c, s) for c, s in cells if not _says_nothing(s))
    return Fault(
        kind=FaultKind.TEXT_BELOW_TABLE, cell=Cell(file=file, sheet=found.grid.title, ref=ref(number, column)), seen=as_text(seen.value)
    )
