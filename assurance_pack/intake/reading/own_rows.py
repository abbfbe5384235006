"""Which rows of a sheet are rows of its table: not a note, not another table beneath, not rows that belong on another sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from ...model import Month
from ...model.fault import Fault, FaultKind
from ...returns import SHEETS
from ...schema import columns
from ...schema.column import Column, ColumnKind
from ...settings import Settings
from ..as_typed import is_empty_mark, plain
from ..opening.grid import Seen
from .convert import as_text
from .ids import parse_id
from .locate import Located
from .pasted_over import FEW_CELLS, LONGEST_HEADING, every_heading, headings_written_over, leave_headings_alone, reads_as_headings, runs
from .second_table import is_row_of_keys, of_another_month, second_tables

FEW = 3
"""From so many on, rows that do not fit have one cause, which is named once."""
_Said = dict[int, Seen]


@dataclass
class OwnRows:
    """The numbers of the rows that are the table's, and what is to be said of the others."""

    numbers: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def own_rows(found: Located, settings: Settings, month: Month | None = None) -> OwnRows:
    """Go down the sheet from its headings; `month` is what the return is for, where it says so."""
    ours = OwnRows()
    other: list[int] = []
    for number in (r for r in found.grid.by_row if r > found.heading_row):
        said = _written(found, number)
        if not said or is_row_of_keys(found, number):
            continue
        if _repeats_headings(found, number) or (other and _id_of(found, number, settings)):
            _report_other(found, other, ours)
            other = []
        if other or _heads_another_table(found, number, said, settings):
            other.append(number)
        elif _is_note(found, number, said, settings):
            ours.faults.append(_note(found, number, said))
        elif not _repeats_headings(found, number) and _used(found, number):
            ours.numbers.append(number)
    _report_other(found, other, ours)
    _set_apart(found, ours, settings)
    _set_second_tables_apart(found, ours, month)
    return ours


def is_empty_or_says_so(seen: Seen) -> bool:
    """Whether a cell is empty, or says so."""
    if isinstance(seen.value, str):
        return is_empty_mark(seen.value)
    return seen.value is None and not seen.uncalculated


def _written(found: Located, number: int) -> _Said:
    """The cells of a row in which its sender wrote something: not the grey ones of the form."""
    return {c: s for c, s in sorted(found.grid.row(number).items()) if not is_empty_or_says_so(s) and c not in found.known}


def _filled(found: Located, number: int) -> tuple[Column, ...]:
    """The declared columns of a row with something in them: told once, because eight questions ask it of every row."""
    known = found.filled.get(number)
    if known is None:
        row = found.grid.row(number)
        held = (c for c in columns(found.sheet) if (at := found.places.get(c.name, 0)) in row and not is_empty_or_says_so(row[at]))
        known = found.filled[number] = tuple(held)
    return known


def _used(found: Located, number: int) -> bool:
    """Whether a row has something beyond an ID."""
    return any(not c.id_prefix for c in _filled(found, number))


def _repeats_headings(found: Located, number: int) -> bool:
    """Whether a row is the headings once more, as they stand after a copy of a printed table."""
    row = found.grid.row(number)
    filled = [c for c in found.places.values() if c in row]
    return len(filled) > 1 and all(row[c].value == found.headings.get(c) for c in filled)


def _fits(column: Column, found: Located, number: int, settings: Settings) -> bool:
    """Whether what stands in a cell can be read as what its column asks for."""
    troubles = found.reading(column, (number, found.places[column.name]), settings).troubles
    return not any(t.kind in _UNREAD for t in troubles)


_UNREAD = frozenset({
    FaultKind.NOT_A_DATE, FaultKind.IMPOSSIBLE_DATE, FaultKind.NOT_A_NUMBER, FaultKind.NOT_WHOLE, FaultKind.OUT_OF_RANGE,
    FaultKind.NOT_IN_LIST, FaultKind.NOT_AN_ID,
})  # fmt: skip


def _id_of(found: Located, number: int, settings: Settings) -> bool:
    """Whether a row has an ID of this sheet."""
    return any(c.name == "id" and c.id_prefix and _fits(c, found, number, settings) for c in _filled(found, number))


# ---------- another table beneath ----------


def _heads_another_table(found: Located, number: int, said: _Said, settings: Settings) -> bool:
    """Whether a row is the headings of another table: short words, headings or nothing that fits, and nothing in it that is ours."""
    words = [s.value for s in said.values()]
    if len(words) < 2 or not all(isinstance(w, str) and len(w) <= LONGEST_HEADING for w in words):
        return False
    if _repeats_headings(found, number):
        return False
    asked = [c for c in _filled(found, number) if c.kind is not ColumnKind.TEXT or c.id_prefix]
    if any(_fits(c, found, number, settings) for c in asked):
        return False
    named = sum(plain(str(w)) in every_heading() for w in words)
    stands_apart = number - 1 not in found.grid.by_row or len(_written(found, number - 1)) == 1
    return (named >= 2 and 2 * named >= len(words)) or (stands_apart and len(asked) >= FEW)


def _report_other(found: Located, numbers: list[int], ours: OwnRows) -> None:
    """Say of another table, once, where it stands."""
    if numbers:
        first = next(iter(_written(found, numbers[0])))
        ours.faults.append(_apart(found, numbers, first, as_text(found.grid.at(numbers[0], first).value)))


def _apart(found: Located, numbers: list[int], column: int, heading: str = "", sheet: str = "") -> Fault:
    rows = " ".join(map(str, numbers))
    cell = found.cell(numbers[0], column)
    return Fault(kind=FaultKind.ROWS_APART, cell=cell, seen=heading, expected=rows, suggestion=sheet)


def _set_second_tables_apart(found: Located, ours: OwnRows, month: Month | None) -> None:
    """Take out a table of another month than the return's; of one that names no month, say where it stands: which of the two holds is a question."""
    notes = {f.cell: f for f in ours.faults if f.kind is FaultKind.TEXT_BELOW_TABLE}
    rows = [r for r in found.grid.by_row if r > found.heading_row]
    noted = [r for r in rows if any(found.cell(r, c) in notes for c in found.grid.row(r))]
    for table in list(second_tables(found, ours.numbers, [r for r in rows if _repeats_headings(found, r)], noted)):
        named, apart = of_another_month(found, table, ours.numbers, month)
        ours.numbers = [n for n in ours.numbers if n not in apart]
        head = {found.cell(r, c) for r in range(table.begins, table.numbers[0]) for c in found.grid.row(r)}
        ours.faults = [f for f in ours.faults if not (f.cell in notes and f.cell in head)]
        cell = found.cell(table.begins, min(_written(found, table.begins), default=1))
        ours.faults.append(Fault(kind=FaultKind.SECOND_TABLE, cell=cell, seen=named, expected=" ".join(map(str, apart or table.numbers))))


# ---------- a note ----------


def _is_note(found: Located, number: int, said: _Said, settings: Settings) -> bool:
    """Whether a row is a note or a heading: a single cell, after a gap or where its column cannot take it."""
    filled = _filled(found, number)
    if _heads_or_sums_up(found, number, filled, settings):
        return True
    if len(filled) != 1:
        return not filled
    fits = _fits(filled[0], found, number, settings) and not said[found.places[filled[0].name]].error
    if filled[0].id_prefix and (fits or _belongs_on(found, number)):
        return False  # a spare row, of this sheet or of the one it was copied from
    if fits and filled[0].name in found.sheet.life.own_words:
        return False  # somebody's own words stand where they are asked for, whatever rows were left out above
    return not fits or number - 1 not in found.grid.by_row


_SUM = re.compile(r"(?:grand |sub-?)?totals?|sum|count|average|mean", re.IGNORECASE)
_SUM_OF = re.compile(r"(?:grand |sub-?)?totals?\s*[:=]", re.IGNORECASE)
A_HEADING = 3
"""Words from which on what stands where a word of a list is asked for is a heading, or a note."""


def _heads_or_sums_up(found: Located, number: int, filled: tuple[Column, ...], settings: Settings) -> bool:
    """Whether a row, beside the ID the form printed there, has only words where a word of a list is asked for; or is called a total."""
    row = found.grid.row(number)
    typed = [c for c in filled if not (c.id_prefix and _fits(c, found, number, settings))]
    words = {c.name: str(row[found.places[c.name]].value) for c in typed}
    if len(typed) == 1 and typed[0].words:
        return len(words[typed[0].name].split()) >= A_HEADING and not _fits(typed[0], found, number, settings)
    told = [c for c in typed if c.kind is ColumnKind.TEXT]
    if len(told) != 1 or not told[0].subject or any(c.words and not words[c.name].isdecimal() for c in typed):
        return False
    said = words[told[0].name].strip()
    alone = len(typed) == 1 and (said.endswith(":") or bool(_SUM_OF.match(said)))
    return alone or bool(_SUM.fullmatch(said.strip(" :")))


def _note(found: Located, number: int, said: _Said) -> Fault:
    typed = [(c, s) for c, s in said.items() if not parse_id(as_text(s.value))]
    column, seen = (typed or list(said.items()))[0]
    return Fault(kind=FaultKind.TEXT_BELOW_TABLE, cell=found.cell(number, column), seen=as_text(seen.value))


# ---------- rows of another sheet, or of a register of their own ----------


def _set_apart(found: Located, ours: OwnRows, settings: Settings) -> None:
    """Take out the rows that have one cause for not fitting: their IDs are of another sheet, or next to nothing fits its heading."""
    elsewhere: dict[str, list[int]] = {}
    for number in ours.numbers:
        if sheet := _belongs_on(found, number):
            elsewhere.setdefault(sheet, []).append(number)
    for sheet, numbers in elsewhere.items():
        if len(numbers) > 1:
            _take_out(found, ours, numbers, sheet)
    _set_own_registers_apart(found, ours, settings)
    key = [n for n in ours.numbers if _is_of_a_key(found, n)]
    if len(key) > 1:
        _take_out(found, ours, key, "")
    misfits = [n for n in ours.numbers if not _id_of(found, n, settings) and _misfits(found, n, settings) >= FEW]
    if len(misfits) >= FEW and 2 * len(misfits) > len(ours.numbers):
        _take_out(found, ours, misfits, "")


def _set_own_registers_apart(found: Located, ours: OwnRows, settings: Settings) -> None:
    """Take out the rows of a register of somebody's own, however few: with its headings, where they stand over the form's or above the rows."""
    over = headings_written_over(found)
    if over and (theirs := [n for n in ours.numbers if _nothing_fits(found, n, settings, over)]):
        ours.numbers = [n for n in ours.numbers if n not in theirs]
        first = min(over.values())
        instead, cell = as_text(found.grid.at(found.heading_row, first).value), found.cell(found.heading_row, first)
        rows = " ".join(map(str, theirs))
        ours.faults.append(Fault(kind=FaultKind.ROWS_APART, cell=cell, seen=instead, expected=rows, column=instead))
        leave_headings_alone(found)
    theirs = [n for n in ours.numbers if _is_theirs(found, n, settings)]
    for run in list(runs(theirs, ours.numbers)):
        if len(run) > 1:
            said = found.grid.row(run[0])
            _take_out(found, ours, run, "", as_text(said[min(said)].value) if reads_as_headings(said) else "")


def _nothing_fits(found: Located, number: int, settings: Settings, places: dict[str, int]) -> bool:
    """Whether nothing that stands in these columns of a row is what they ask for, where that can be told."""
    asked = [c for c in _filled(found, number) if c.name in places and (c.kind is not ColumnKind.TEXT or c.id_prefix)]
    return len(asked) >= FEW_CELLS and not any(_fits(c, found, number, settings) for c in asked)


def _is_theirs(found: Located, number: int, settings: Settings) -> bool:
    """Whether a row is of a register of somebody's own: neither what it is known by nor what happened to it can be read, nor more besides."""
    known = [c for c in _filled(found, number) if c.name in ("id", "this_month")]
    if len(known) < 2 or any(_fits(c, found, number, settings) for c in known):
        return False
    return _misfits(found, number, settings) >= FEW


def _take_out(found: Located, ours: OwnRows, numbers: Iterable[int], sheet: str, heading: str = "") -> None:
    numbers = list(numbers)
    ours.numbers = [n for n in ours.numbers if n not in numbers]
    ours.faults.append(_apart(found, numbers, min(_written(found, numbers[0])), heading, sheet))


_NOT_YET = frozenset({"new", "tbc", "tba", "to be confirmed", "to follow", "none"})


def _is_of_a_key(found: Located, number: int) -> bool:
    """Whether a row has a word where its ID should be, and words beside it, and nothing else: “Green | all is well”."""
    filled = _filled(found, number)
    if len(filled) != 2 or not filled[0].id_prefix or filled[1].kind is not ColumnKind.TEXT:
        return False
    given = as_text(found.grid.at(number, found.places[filled[0].name]).value)
    return not any(c.isdigit() for c in given) and plain(given) not in _NOT_YET


def _misfits(found: Located, number: int, settings: Settings) -> int:
    return sum(not _fits(c, found, number, settings) for c in _filled(found, number))


def _belongs_on(found: Located, number: int) -> str:
    """The sheet a row belongs on by its ID, where that is not this one."""
    own = next((c for c in _filled(found, number) if c.name == "id" and c.id_prefix), None)
    if own is None:
        return ""
    given = parse_id(as_text(found.grid.at(number, found.places["id"]).value))
    if given is None or parse_id(given, own.id_prefix):
        return ""
    return _sheet_of().get(given.partition("-")[0], "")


@cache
def _sheet_of() -> dict[str, str]:
    """The sheet whose IDs begin with a letter."""
    sheets: dict[str, str] = {}
    for cls in SHEETS.values():
        for c in columns(cls):
            if c.name == "id" and c.id_prefix and not cls.life.answers:
                sheets.setdefault(c.id_prefix, cls.sheet_title)
    return sheets
