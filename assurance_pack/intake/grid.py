"""A file as read, whatever office program wrote it: sheets of cells, and every other piece of text in it.

The only thing that leaves the child process; it knows nothing of returns.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property

Value = str | int | float | bool | date | time | None


def letters(column: int) -> str:
    """The letters of a column counted from 1: 27 gives ``AA``."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def ref(row: int, column: int) -> str:
    """The address of a cell, counted from 1: ``F5``."""
    return f"{letters(column)}{row}"


@dataclass(frozen=True, slots=True)
class Seen:
    """What one cell holds.

    `error` is Excel's own error (``#REF!``, in `value`); `uncalculated` a formula whose result was never saved; `percent` says a
    number is shown as a percentage, so that 0.47 is 47.
    """

    value: Value = None
    error: bool = False
    uncalculated: bool = False
    percent: bool = False


NOTHING = Seen()


@dataclass(frozen=True)
class Grid:
    """One sheet. `cells` holds only cells with something in them, by (row, column) counted from 1.

    `merged` gives (first row, first column, last row, last column); `asides` are texts of the sheet that are not cells: (place, text).
    """

    title: str
    cells: dict[tuple[int, int], Seen]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    comments: dict[tuple[int, int], str] = field(default_factory=dict)
    asides: tuple[tuple[str, str], ...] = ()

    def at(self, row: int, column: int) -> Seen:
        """What a cell holds."""
        return self.cells.get((row, column), NOTHING)

    @cached_property
    def last_row(self) -> int:
        """The last row with something in it."""
        return max((r for r, _ in self.cells), default=0)

    def row(self, number: int) -> dict[int, Seen]:
        """The cells of a row, by column."""
        return self.by_row.get(number, {})

    @cached_property
    def by_row(self) -> dict[int, dict[int, Seen]]:
        """The cells, row by row, in order."""
        rows: dict[int, dict[int, Seen]] = {}
        for (r, c), seen in sorted(self.cells.items(), key=lambda item: item[0]):
            rows.setdefault(r, {})[c] = seen
        return rows


@dataclass(frozen=True)
class Book:
    """One file. `properties` are its document properties by name; `elsewhere` texts outside any sheet: (where, text).

    `macros` says it carries code; `blind` that its format does not let error values, comments and hidden rows be told (.ods, .xls, .xlsb).
    """

    sheets: tuple[Grid, ...]
    properties: dict[str, str] = field(default_factory=dict)
    elsewhere: tuple[tuple[str, str], ...] = ()
    macros: bool = False
    blind: bool = False
    word: bool = False
