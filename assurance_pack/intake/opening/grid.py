"""A file as read, whatever office program wrote it: sheets of cells, and every other piece of text in it.

The only thing that leaves the child process; it knows nothing of returns.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from functools import cache, cached_property
from typing import NamedTuple

Value = str | int | float | bool | date | time | None
HEADING_ROWS = 30
"""Headings, and what a form says of itself, are looked for this far down; below it is what people write."""
Place = tuple[int, int]
"""A row and a column, counted from 1."""


@cache
def letters(column: int) -> str:
    """The letters of a column counted from 1: 27 gives ``AA``."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


class Seen(NamedTuple):
    """What one cell holds: a tuple, because a large return has a hundred thousand, and each goes from one process to the other.

    `error` is Excel's own error (``#REF!``, in `value`); `uncalculated` a formula whose result was never saved; `percent` says a
    number is shown as a percentage, so that 0.47 is 47; `struck` that some of the words are struck out or set to be hidden; `from_1904`
    that the workbook counts its days from 1904.
    """

    value: Value = None
    error: bool = False
    uncalculated: bool = False
    percent: bool = False
    struck: bool = False
    from_1904: bool = False


NOTHING = Seen()


@dataclass(frozen=True)
class Grid:
    """One sheet, or the boxes of a Word form laid out as one. `cells` holds only cells with something in them.

    `merged` gives (first row, first column, last row, last column); `asides` are texts of the sheet that are not cells: (place, text);
    `names` gives places that have no address a name of their own: a box of a Word form; `lights` the colour of a traffic light
    (``red``, ``amber``, ``green``, ``blue``) that fills a cell, where its program tells; `may_strike` says that a coloured rule of the
    sheet strikes out or hides words, and that it cannot be told which; `pictures` gives the cells at which a picture stands; `laid_over` what is
    written in things that lie over the cells: (the cell at whose corner it lies, what it is, its words).
    """

    title: str
    cells: dict[Place, Seen]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    comments: dict[Place, str] = field(default_factory=dict)
    asides: tuple[tuple[str, str], ...] = ()
    names: dict[Place, str] = field(default_factory=dict)
    lights: dict[Place, str] = field(default_factory=dict)
    may_strike: bool = False
    pictures: tuple[Place, ...] = ()
    laid_over: tuple[tuple[Place, str, str], ...] = ()

    def at(self, row: int, column: int) -> Seen:
        """What a cell holds."""
        return self.cells.get((row, column), NOTHING)

    def ref(self, row: int, column: int) -> str:
        """How a place is said: ``F5``, or the question of a box."""
        return self.names.get((row, column)) or f"{letters(column)}{row}"

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

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The texts of its first rows; asked by everybody who looks for a sheet."""
        cells = (seen.value for row in range(1, HEADING_ROWS + 1) for seen in self.row(row).values())
        return tuple(value for value in cells if isinstance(value, str))

    def merge_over(self, row: int, column: int) -> tuple[int, int, int, int] | None:
        """The merged range a place lies in."""
        return next((m for m in self.merged if m[0] <= row <= m[2] and m[1] <= column <= m[3]), None)

    def is_hidden(self, row: int, column: int) -> bool:
        """Whether a place is out of sight: its sheet, row or column."""
        return self.hidden or row in self.hidden_rows or column in self.hidden_columns


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph of a Word form, in reading order; in a table, the cell it stands in: its table and row, both counted from 1, else 0.

    `box` says it stands in a text box, wherever that is anchored; `earlier`, where the form repeats what was asked and answered before;
    `struck`, that some of it is struck out or set not to be seen; `asks` is the tag of the control in its row of a table, where one has a place for
    an answer.
    """

    text: str
    table: int = 0
    row: int = 0
    box: bool = False
    earlier: bool = False
    struck: bool = False
    asks: str = ""


@dataclass(frozen=True)
class OpenedBook:
    """One file. `properties` are its document properties by name; `elsewhere` texts outside any cell: (where, text).

    `macros` says it carries code. `blind` names a format in which error values, notes and hidden rows cannot be told. `paragraphs` is
    the running text of a Word form, whose content controls stand in its one sheet. `put_in`: a picture stands in its text, or a document was
    put into it as an object, where no cell can be named; `described` are the words its pictures are described in. `deleted`: text deleted with
    changes tracked, which the file still holds.
    """

    sheets: tuple[Grid, ...]
    properties: dict[str, str] = field(default_factory=dict)
    elsewhere: tuple[tuple[str, str], ...] = ()
    macros: bool = False
    blind: str = ""
    paragraphs: tuple[WordParagraph, ...] = ()
    put_in: bool = False
    described: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """A file that was not read: the kind of fault (a value of `model.FaultKind`), and what the file is, where that is known."""

    kind: str
    what: str = ""


def column_number(letters: str) -> int:
    """The number of a column by its letters: 1 for A, 27 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
