"""Finds the columns of a table and the answers of a page, wherever they now stand.

The hidden row of keys first, since it survives everything people do; then headings: exact, then those of earlier forms, then a near
miss that is clearly ahead (and said so); else “did you mean”. Nothing relies on a table's extent or on a place.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ...model import Cell
from ...model.fault import Fault, FaultKind
from ...returns import RETURNS
from ...schema import Row, columns
from ...schema.column import Column
from ...settings import Settings
from ..as_typed import first_line, near, plain
from ..opening.grid import HEADING_ROWS, Grid, Place, Seen
from ..recognising.headings import PAGE_ROWS, column_named, goes_by, is_information, keys_of, names_of
from ..recognising.identity import parse_key
from .convert import Converted, convert

_KEYS_ABOVE = 5
"""How far below the row of keys its headings may have been pushed by rows inserted between."""

ENOUGH_OF_OURS = 0.6
"""Of the headings that must be there, the share from which on a sheet that does not say what it is can be a form with some columns lost."""
OVERWRITTEN = 3
"""So many hidden keys under headings that say otherwise: a table was pasted over ours. Columns that were only moved lose none."""


@dataclass
class Located:
    """Where a declaration was found in a sheet.

    `places` gives the column of each declared column of a table, `answers` the place of each answer of a page; `known` are columns
    that are ours without being declared (information, a repeated heading); `headings` every heading as it stands; `last_month` the columns
    of a page that say what was answered last month.
    """

    sheet: type[Row]
    grid: Grid
    file: str
    heading_row: int = 0
    places: dict[str, int] = field(default_factory=dict)
    answers: dict[str, Place] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)
    headings: dict[int, str] = field(default_factory=dict)
    last_month: set[int] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    key_row: int = 0
    readings: dict[tuple[str, Place], Converted] = field(default_factory=dict)
    filled: dict[int, tuple[Column, ...]] = field(default_factory=dict)

    def reading(self, column: Column, place: Place, settings: Settings) -> Converted:
        """What a cell holds for a column: worked out once, because what a row is turns on what its cells can be read as."""
        known = self.readings.get((column.name, place))
        if known is None:
            known = self.readings[column.name, place] = convert(column, self.grid.at(*place), settings)
        return known

    def cell(self, row: int, column: int) -> Cell:
        """A place as it is cited."""
        return Cell(file=self.file, sheet=self.grid.title, ref=self.grid.ref(row, column))

    def is_key(self, place: Place) -> bool:
        """Whether a cell holds a key of the form, by which a column or a question is known."""
        key = parse_key(str(self.grid.at(*place).value))[0].strip()
        return key in keys_of(self.sheet) or key.startswith("info:")

    def report(
        self, kind: FaultKind, at: Place | None, *, seen: str = "", expected: str = "", suggestion: str = "", column: str = ""
    ) -> None:
        """Note a fault at a place, or of the sheet as a whole."""
        cell = self.cell(*at) if at else Cell(file=self.file, sheet=self.grid.title)
        self.faults.append(Fault(kind=kind, cell=cell, seen=seen, expected=expected, suggestion=suggestion, column=column))


def locate(cls: type[Row], grid: Grid, file: str) -> Located:
    """Find a declaration in its sheet."""
    return find_page(cls, grid, file) if cls.layout == "page" else find_table(cls, grid, file)


# ---------- tables ----------


def find_table(cls: type[Row], grid: Grid, file: str) -> Located:
    """The row of headings of a table, and the column of each declared column."""
    found = Located(cls, grid, file)
    found.key_row = key_row = _key_row(cls, grid)
    found.heading_row = _heading_row(cls, grid, key_row)
    if not found.heading_row:
        return _not_read(found)
    found.headings = {n: s.value for n, s in grid.row(found.heading_row).items() if isinstance(s.value, str) and s.value.strip()}
    _take_keys(found, key_row)
    _take_headings(found)
    _take_near_misses(found)
    if _is_theirs(found, key_row):
        return _not_read(found)
    whole = _is_of_today(grid, key_row)
    for column in columns(cls):
        if (column.required or (whole and not column.locked)) and column.name not in found.places:
            meant = _left_over(found, column)
            found.report(FaultKind.MISSING_COLUMN, (found.heading_row, 1), expected=column.heading, suggestion=meant, column=column.heading)
    return found


def _is_theirs(found: Located, key_row: int) -> bool:
    """Whether the headings are of a register of somebody's own: too few of ours where nothing says that the sheet is a form, or written over ours."""
    required = [c for c in columns(found.sheet) if c.required]
    missing = sum(c.name not in found.places for c in required)
    if key_row:
        return bool(missing) and sum(f.kind is FaultKind.CLASHING_IDENTITY for f in found.faults) >= OVERWRITTEN
    return len(required) - missing < ENOUGH_OF_OURS * len(required)


def _not_read(found: Located) -> Located:
    """A sheet without the form's headings: one fault, with the rows that were not read."""
    used = sum(number > found.heading_row for number in found.grid.by_row)
    theirs = Located(found.sheet, found.grid, found.file)
    expected = ", ".join(c.heading for c in columns(found.sheet) if c.required)
    theirs.report(FaultKind.MISSING_COLUMN, None, seen=str(used), expected=expected)
    return theirs


def _is_of_today(grid: Grid, key_row: int) -> bool:
    """Whether a sheet says that it is of the form as it is issued now: then a column that is not there was taken out."""
    said = (parse_key(s.value)[1] for s in grid.row(key_row).values() if isinstance(s.value, str))
    identity = next(filter(None, said), None)
    return identity is not None and any(k.key == identity.form and k.version == identity.version for k in RETURNS)


def _key_row(cls: type[Row], grid: Grid) -> int:
    """The row of keys: the first with an identity beside keys of this sheet, or with most of its keys."""
    keys = keys_of(cls)
    for number in (r for r in grid.by_row if r <= HEADING_ROWS):
        said = [parse_key(s.value) for s in grid.row(number).values() if isinstance(s.value, str)]
        hits = sum(key in keys for key, _ in said)
        if hits >= 2 and (any(identity for _, identity in said) or hits * 2 > len(keys)):
            return number
    return 0


def _heading_row(cls: type[Row], grid: Grid, key_row: int) -> int:
    """The row with the most headings of this sheet: close below the keys where there are keys, else among the first thirty."""
    rows = [r for r in grid.by_row if key_row < r <= (key_row + _KEYS_ABOVE if key_row else HEADING_ROWS)]
    hits = {r: len({c.name for s in grid.row(r).values() if (c := column_named(s.value, cls))}) for r in rows}
    best = max(rows, key=lambda r: (hits[r], -r), default=0)
    if hits.get(best, 0) >= min(2, len(columns(cls))):
        return best
    return rows[0] if key_row and rows else key_row


def _take_keys(found: Located, key_row: int) -> None:
    keys = keys_of(found.sheet)
    for number, seen in found.grid.row(key_row).items():
        key = parse_key(str(seen.value))[0].strip()
        if ":" in key:
            if column_named(found.headings.get(number, ""), found.sheet) is None:
                found.known.add(number)
        elif key in keys and not _says_otherwise(found, keys[key], number):
            found.places.setdefault(key, number)


def _says_otherwise(found: Located, column: Column, number: int) -> bool:
    """Whether the heading people see names another column than the hidden key: then they filled in what they saw."""
    heading = found.headings.get(number, "")
    named = column_named(heading, found.sheet)
    moved = named is None and is_information(heading)
    if not moved and (named is None or named is column or goes_by(heading, column)):
        if named is None and is_written_over(heading, column):
            found.report(FaultKind.NO_PLACE, (found.heading_row, number), seen=heading)
        return False
    found.report(FaultKind.CLASHING_IDENTITY, (found.heading_row, number), seen=heading, expected=column.heading, column=column.heading)
    return True


A_SENTENCE = 5
"""Words: a heading in somebody's own words has fewer."""


def is_written_over(heading: str, column: Column) -> bool:
    """Whether a sentence stands where a heading or a question was: none of a column's, not even misspelt or with something added, nor one in fewer words."""
    said = plain(first_line(heading))
    if len(heading.split()) < A_SENTENCE:
        return False
    names = [plain(name) for name in (column.heading, *column.aliases)]
    return (
        not any(said.startswith(name) or name.startswith(said) for name in names) and near(said, {name: name for name in names})[0] is None
    )


def _take_headings(found: Located) -> None:
    taken = set(found.places.values()) | found.known
    for number, heading in found.headings.items():
        column = column_named(heading, found.sheet) if number not in taken else None
        if column and column.name not in found.places:
            found.places[column.name] = number
        elif column:
            found.known.add(number)
            found.report(FaultKind.DUPLICATE_COLUMN, (found.heading_row, number), seen=heading, expected=column.heading)


def _take_near_misses(found: Located) -> None:
    for number, heading in found.headings.items():
        if number in found.places.values() or number in found.known:
            continue
        missing = {p: c.name for p, c in names_of(found.sheet).items() if c.name not in found.places}
        sure, meant = near(first_line(heading), missing)
        if sure:
            found.places[sure] = number
            column = keys_of(found.sheet)[sure]
            found.report(
                FaultKind.RENAMED_COLUMN, (found.heading_row, number), seen=heading, expected=column.heading, column=column.heading
            )
        elif is_information(heading):
            found.known.add(number)
        else:
            suggestion = keys_of(found.sheet)[meant].heading if meant else ""
            found.report(FaultKind.UNKNOWN_COLUMN, (found.heading_row, number), seen=heading, suggestion=suggestion)


def _left_over(found: Located, column: Column) -> str:
    """The heading that is nobody's and most like a missing column."""
    left = {plain(first_line(h)): h for n, h in found.headings.items() if n not in found.places.values() and n not in found.known}
    return max((near(name, left)[1] for name in (column.heading, *column.aliases)), default="")


# ---------- pages ----------


def find_page(cls: type[Row], grid: Grid, file: str) -> Located:
    """The place of the answer to each question of a page."""
    found = Located(cls, grid, file)
    _take_page_keys(found)
    _take_questions(found)
    for column in columns(cls):
        if column.required and not column.locked and column.name not in found.answers:
            meant = near(column.heading, _strange_questions(found))[1]
            found.report(FaultKind.MISSING_COLUMN, None, expected=column.heading, suggestion=meant, column=column.heading)
    return found


def _strange_questions(found: Located) -> dict[str, str]:
    """What stands on a page to the left of something else, in rows without a question of ours: one of them may be a question in other words."""
    asked = {row for row, _ in found.answers.values()}
    firsts = [row[min(row)].value for number, row in _page_rows(found) if number not in asked and len(row) > 1]
    return {plain(first_line(words)): words for words in firsts if isinstance(words, str)}


def _page_rows(found: Located) -> list[tuple[int, dict[int, Seen]]]:
    return [(number, row) for number, row in found.grid.by_row.items() if number <= PAGE_ROWS]


def _take_page_keys(found: Located) -> None:
    """By the keys in the first column: the question stands to the right, the answer beside it."""
    keys = keys_of(found.sheet)
    for number, row in _page_rows(found):
        first = min(row)
        key = parse_key(str(row[first].value))[0]
        if key in keys and key not in found.answers:
            question = next((c for c in sorted(row) if c > first), first + 1)
            found.answers[key] = (number, _beside(found.grid, number, question))


def _take_questions(found: Located) -> None:
    """By the questions themselves: the answer is the next cell with something in it, else the one beside."""
    keyed = {row for row, _ in found.answers.values()}
    found.last_month = {c for _, row in _page_rows(found) for c, s in row.items() if isinstance(s.value, str) and is_information(s.value)}
    for number, row in _page_rows(found):
        for place in sorted(row) if number not in keyed else ():
            column = column_named(row[place].value, found.sheet)
            if column and column.name not in found.answers:
                after = [c for c in sorted(row) if c > place and c not in found.last_month]
                found.answers[column.name] = (number, after[0] if after else _beside(found.grid, number, place))
                break


def _beside(grid: Grid, row: int, column: int) -> int:
    """The column to the right of a cell, or of the merge it is part of."""
    merge = grid.merge_over(row, column)
    return (merge[3] if merge else column) + 1
