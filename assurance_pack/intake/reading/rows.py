"""From a located sheet to typed rows: every value with its cell, every fault with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ...model import Cell, Month, Sender, means
from ...model.fault import Fault, FaultKind
from ...returns.board_log import WaiverRow
from ...returns.partner import Concern
from ...returns.voice import Voice
from ...schema import Row, column_of, columns
from ...schema.column import Column, ColumnGroup, ColumnKind
from ...settings import Settings
from ..as_typed import is_undecided, points_elsewhere, says_little, says_nothing, words_are_elsewhere
from ..opening.grid import Place, Seen
from .convert import Converted, Trouble, as_text, bad
from .locate import Located
from .no_place import beside_the_questions, beside_the_table
from .own_rows import own_rows


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


def read_rows(found: Located, sender: Sender, settings: Settings, month: Month | None = None) -> Lines:
    """The rows of a sheet, and what could not be read in it; `month` is what its return is for, where it says so."""
    if found.sheet.layout == "page":
        return _page(found, sender, settings)
    if not found.heading_row:
        return Lines()  # the sheet as a whole has been spoken of
    ours = own_rows(found, settings, month)
    rows: list[Row] = []
    faults = [*ours.faults, *beside_the_table(found, ours.faults, settings)]
    out_of_sight: list[str] = []
    for number in ours.numbers:
        places = {name: (number, column) for name, column in found.places.items()}
        row, troubles = _row_read(found, places, sender, settings)
        rows.append(row)
        faults += troubles
        out_of_sight += [str(number)] * (number in found.grid.hidden_rows)
    if out_of_sight or (found.grid.hidden and rows):
        hidden = "" if found.grid.hidden else " ".join(out_of_sight)
        faults.append(Fault(kind=FaultKind.OUT_OF_SIGHT, cell=Cell(file=found.file, sheet=found.grid.title), expected=hidden))
    faults += _hidden_columns(found, rows)
    if found.grid.may_strike and rows:
        faults.append(Fault(kind=FaultKind.STRUCK_OUT, cell=Cell(file=found.file, sheet=found.grid.title)))
    return Lines(tuple(rows), tuple(faults))


def _hidden_columns(found: Located, rows: list[Row]) -> list[Fault]:
    """One remark for the columns that somebody hid though something stands in them: none of a table is issued hidden."""
    hidden = [
        name for name, number in found.places.items() if number in found.grid.hidden_columns and any(row.stated(name) for row in rows)
    ]
    if not hidden or found.grid.hidden:
        return []
    named = "; ".join(column_of(found.sheet, name).heading for name in sorted(hidden, key=lambda name: found.places[name]))
    return [Fault(kind=FaultKind.OUT_OF_SIGHT, cell=Cell(file=found.file, sheet=found.grid.title), column=named)]


def _page(found: Located, sender: Sender, settings: Settings) -> Lines:
    if not found.answers:
        return Lines()
    row, faults = _row_read(found, found.answers, sender, settings)
    ours = {c.heading for c in columns(found.sheet) if c.locked}
    kept = (f for f in faults if not (f.kind is FaultKind.BLANK_REQUIRED and f.column in ours))
    beside = () if issubclass(found.sheet, Voice) else beside_the_questions(found, settings)  # what a group writes beside its boxes is read
    return Lines((row,), (*kept, *beside))


def _row_read(found: Located, places: dict[str, Place], sender: Sender, settings: Settings) -> tuple[Row, list[Fault]]:
    values: dict[str, Any] = {}
    cells: dict[str, Cell] = {}
    met: list[_Met] = []
    suppressed: dict[str, str] = {}
    for column in columns(found.sheet):
        if column.name not in places:
            continue
        place = places[column.name]
        seen = found.grid.at(*place)
        cells[column.name] = found.cell(*place)
        converted = found.reading(column, place, settings)
        if _puts_off(found, column, converted.value):
            converted = bad(FaultKind.NO_ANSWER) if column.required or points_elsewhere(str(converted.value)) else Converted()
        elif column.name in found.sheet.life.own_words and words_are_elsewhere(str(converted.value or "")):
            converted = bad(FaultKind.SAID_ELSEWHERE)
        values[column.name] = converted.value
        met += [_Met(column, cells[column.name], seen, trouble) for trouble in converted.troubles]
        if seen.struck or (seen.value is not None and found.sheet.layout == "page" and found.grid.is_hidden(*place)):
            met.append(_Met(column, cells[column.name], seen, Trouble(FaultKind.STRUCK_OUT)))
        if converted.suppressed:
            suppressed[column.name] = converted.suppressed
        elif not converted.troubles and converted.value in (None, ()):
            met += [_Met(column, cells[column.name], seen, trouble) for trouble in _empty(found, column, place)]
    row = found.sheet(sender=sender, at=found.cell(*min(places.values())), cells=cells, suppressed=suppressed, **values)
    return row, [_fault(row, one) for one in met if not _excused(row, one)]


_IN_THEIR_OWN_WORDS = (Voice, Concern)


def _puts_off(found: Located, column: Column, value: Any) -> bool:
    """Whether a cell for words says only that there is nothing, or not yet, points at another cell, or would fit any. What families and partners write is theirs, and taken as it is."""
    if not isinstance(value, str) or column.kind is not ColumnKind.TEXT or column.locked or issubclass(found.sheet, _IN_THEIR_OWN_WORDS):
        return False
    if points_elsewhere(value) or (is_undecided(value) if found.sheet.layout == "page" else says_nothing(value)):
        return True
    # why a problem may stand is for its signer to say
    return found.sheet.layout != "page" and not column.anew and found.sheet is not WaiverRow and says_little(value)


def _empty(found: Located, column: Column, place: Place) -> Iterator[Trouble]:
    """What there is to say of an empty cell: that a merge took its place, or that something is asked for."""
    merge = found.grid.merge_over(*place)
    if merge and place != merge[:2] and found.grid.at(*merge[:2]).value is not None:
        yield Trouble(FaultKind.MERGED, expected=found.grid.ref(*merge[:2]))
    elif column.required:
        yield Trouble(FaultKind.BLANK_REQUIRED)


def _excused(row: Row, met: _Met) -> bool:
    """A row that is closed need not state what it stated before; nor one left as it came with the form, once it is known to have come."""
    if met.trouble.kind is not FaultKind.BLANK_REQUIRED or met.column.name in ("id", "this_month"):
        return False
    if not row.asks_for(met.column.name):
        return True
    if "this_month" in type(row).model_fields:
        return means(getattr(row, "this_month", None), "close")
    # an ask nobody has answered yet is no cell left blank: a rule of movement asks after it
    waits = bool(row.waits_for) and "id" in type(row).model_fields
    return waits and not any(row.stated(c.name) for c in columns(type(row)) if c.group is ColumnGroup.MONTHLY)


def _fault(row: Row, met: _Met) -> Fault:
    trouble, value = met.trouble, met.seen.value
    return Fault(
        kind=trouble.kind, cell=met.cell, seen="" if value is None else as_text(value), expected=trouble.expected,
        suggestion=trouble.suggestion, column=met.column.heading, row=row.ref,
    )  # fmt: skip
