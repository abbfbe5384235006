"""From a located sheet to typed rows: every value with its cell, every fault with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...model import Cell, Fault, FaultKind, Sender, Word, means
from ...returns.partner import Concern
from ...returns.voice import Voice
from ...schema import Column, Group, Kind, Row, columns
from ...settings import Settings
from ..as_typed import is_empty_mark, is_undecided, says_nothing
from ..opening.grid import NOTHING, Place, Seen
from .convert import Converted, Trouble, as_text, bad, convert
from .locate import Located


@dataclass(frozen=True)
class Lines:
    """What a sheet came to."""

    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class _Met:
    """A trouble met in a cell, before it is known what row it stands in."""

    column: Column
    cell: Cell
    seen: Seen
    trouble: Trouble


def read_rows(found: Located, sender: Sender, settings: Settings) -> Lines:
    """The rows of a sheet, and what could not be read in it."""
    if found.sheet.layout == "page":
        return _page(found, sender, settings)
    rows: list[Row] = []
    faults: list[Fault] = []
    out_of_sight: list[str] = []
    notes = _notes_below(found, settings)
    for number in (r for r in found.grid.by_row if r > found.heading_row):
        if number in notes:
            faults.append(_note(found, number))
        elif _used(found, number) and not _repeats_headings(found, number):
            places = {name: (number, column) for name, column in found.places.items()}
            row, troubles = _row(found, places, sender, settings)
            rows.append(row)
            faults += troubles
            out_of_sight += [str(number)] * (number in found.grid.hidden_rows)
    if out_of_sight and not found.grid.hidden:
        faults.append(
            Fault(kind=FaultKind.OUT_OF_SIGHT, cell=Cell(file=found.file, sheet=found.grid.title), expected=" ".join(out_of_sight))
        )
    return Lines(tuple(rows), tuple(faults))


def _page(found: Located, sender: Sender, settings: Settings) -> Lines:
    if not found.answers:
        return Lines()
    row, faults = _row(found, found.answers, sender, settings)
    ours = {c.heading for c in columns(found.sheet) if c.locked}
    return Lines((row,), tuple(f for f in faults if not (f.kind is FaultKind.BLANK_REQUIRED and f.column in ours)))


def _row(found: Located, places: dict[str, Place], sender: Sender, settings: Settings) -> tuple[Row, list[Fault]]:
    values: dict[str, Any] = {}
    cells: dict[str, Cell] = {}
    met: list[_Met] = []
    suppressed: list[str] = []
    for column in columns(found.sheet):
        if column.name not in places:
            continue
        place = places[column.name]
        seen = found.grid.at(*place)
        cells[column.name] = found.cell(*place)
        converted = convert(column, seen, settings)
        if _puts_off(found, column, converted.value):
            converted = bad(FaultKind.NO_ANSWER) if column.required else Converted()
        values[column.name] = converted.value
        met += [_Met(column, cells[column.name], seen, trouble) for trouble in converted.troubles]
        if seen.struck and not column.locked:
            met.append(_Met(column, cells[column.name], seen, Trouble(FaultKind.STRUCK_OUT)))
        if converted.suppressed:
            suppressed.append(column.name)
        elif not converted.troubles and converted.value in (None, ()):
            met += [_Met(column, cells[column.name], seen, trouble) for trouble in _empty(found, column, place)]
    row = found.sheet(sender=sender, at=found.cell(*min(places.values())), cells=cells, suppressed=tuple(suppressed), **values)
    return row, [_fault(row, one) for one in met if not _excused(row, one)]


_IN_THEIR_OWN_WORDS = (Voice, Concern)


def _puts_off(found: Located, column: Column, value: Any) -> bool:
    """Whether a cell for words says only that there is nothing, or not yet. What families and partners write is theirs, and taken as it is."""
    if not isinstance(value, str) or column.kind is not Kind.TEXT or column.locked or issubclass(found.sheet, _IN_THEIR_OWN_WORDS):
        return False
    return is_undecided(value) if found.sheet.layout == "page" else says_nothing(value)


def _empty(found: Located, column: Column, place: Place) -> Iterator[Trouble]:
    """What there is to say of an empty cell: that a merge took its place, or that something is asked for."""
    merge = found.grid.merge_over(*place)
    if merge and place != merge[:2] and found.grid.at(*merge[:2]).value is not None:
        yield Trouble(FaultKind.MERGED, expected=found.grid.ref(*merge[:2]))
    elif column.required:
        yield Trouble(FaultKind.BLANK_REQUIRED)


def _excused(row: Row, met: _Met) -> bool:
    """A row left as it came with the form, or closed, need not state what it stated before."""
    if met.trouble.kind is not FaultKind.BLANK_REQUIRED or met.column.name in ("id", "this_month"):
        return False
    if "this_month" in type(row).model_fields:
        said: Word | None = getattr(row, "this_month", None)
        return means(said, "close") or (said is None and getattr(row, "id", None) is not None)
    # an ask nobody has answered yet is no cell left blank: a rule of movement asks after it
    waits = bool(row.waits_for) and "id" in type(row).model_fields
    return waits and not any(row.stated(c.name) for c in columns(type(row)) if c.group is Group.MONTHLY)


def _fault(row: Row, met: _Met) -> Fault:
    trouble, value = met.trouble, met.seen.value
    return Fault(
        kind=trouble.kind, cell=met.cell, seen="" if value is None else as_text(value), expected=trouble.expected,
        suggestion=trouble.suggestion, column=met.column.heading, row=row.ref,
    )  # fmt: skip


def _says_nothing(seen: Seen) -> bool:
    if isinstance(seen.value, str):
        return is_empty_mark(seen.value)
    return seen.value is None and not seen.uncalculated


def _filled(found: Located, number: int) -> list[str]:
    """The declared columns of a row with something in them."""
    row = found.grid.row(number)
    return [name for name, column in found.places.items() if not _says_nothing(row.get(column, NOTHING))]


def _used(found: Located, number: int) -> bool:
    """Whether a row has something beyond an ID."""
    ids = {c.name for c in columns(found.sheet) if c.id_prefix}
    return bool(set(_filled(found, number)) - ids)


def _repeats_headings(found: Located, number: int) -> bool:
    """Whether a row is the headings once more, as they stand after a copy of a printed table."""
    row = found.grid.row(number)
    filled = [c for c in found.places.values() if c in row]
    return len(filled) > 1 and all(row[c].value == found.headings.get(c) for c in filled)


def _notes_below(found: Located, settings: Settings) -> frozenset[int]:
    """Rows under the table that are a note and no row: a single cell, after a gap or where its column cannot take it."""
    notes: set[int] = set()
    for number in reversed([r for r in found.grid.by_row if r > found.heading_row]):
        said = {c: s for c, s in found.grid.row(number).items() if not _says_nothing(s) and c not in found.known and not s.uncalculated}
        filled = _filled(found, number)
        if said and not _is_note(found, number, said, filled, settings):
            break
        if said:
            notes.add(number)
    return frozenset(notes)


def _is_note(found: Located, number: int, said: dict[int, Seen], filled: list[str], settings: Settings) -> bool:
    if len(filled) != 1:
        return not filled
    column = next(c for c in columns(found.sheet) if c.name == filled[0])
    fits = not any(t.kind is not FaultKind.TOO_LONG for t in convert(column, said[found.places[filled[0]]], settings).troubles)
    if column.id_prefix and fits:
        return False
    return not fits or number - 1 not in found.grid.by_row


def _note(found: Located, number: int) -> Fault:
    said = sorted((c, s) for c, s in found.grid.row(number).items() if not _says_nothing(s) and c not in found.known)
    column, seen = said[0]
    return Fault(kind=FaultKind.TEXT_BELOW_TABLE, cell=found.cell(number, column), seen=as_text(seen.value))
