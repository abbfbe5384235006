"""What a partner wrote that stands in no row of its form: on a sheet of its own, or beside a concern. It is read as also written, and printed.

A sheet with more on it than a few cells of words is a table or a paper of theirs, and is only named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...model import Cell, Month, Sender
from ...model.fault import Fault, FaultKind
from ...returns.partner import Concern
from ...returns.voice import AlsoWritten
from ...schema import Row
from ..as_typed import clean, is_empty_mark, scripts_not_printed
from ..opening.grid import Grid, OpenedBook

OWN_SHEET = "sheet of its own"
MOST_CELLS = 12
"""Cells of words up to which a sheet is read as what somebody had no room for."""


def also_of_partner(
    book: OpenedBook, read: Iterable[Row], faults: Iterable[Fault], file: str, sender: Sender, month: Month
) -> tuple[tuple[AlsoWritten, ...], tuple[Fault, ...]]:
    """The words as rows, each with its place; and the faults of the file, with what is said of these words in place of what was."""
    concerns = {row.at.order[:3] for row in read if isinstance(row, Concern)}
    rows: list[AlsoWritten] = []
    said: list[Fault] = []
    for fault in faults:
        words = dict(_words(book, fault, file, concerns))
        if not words:
            said.append(fault)
            continue
        where = OWN_SHEET if fault.kind is FaultKind.EXTRA_SHEET else ""
        for cell, text in words.items():
            rows.append(AlsoWritten(sender=sender, at=cell, cells={"words": cell}, month=month, words=clean(text)[0]))
            said += [Fault(kind=FaultKind.STRUCK_OUT, cell=cell)] if _is_struck(book, cell) else []
            said += [Fault(kind=FaultKind.OTHER_SCRIPT, cell=cell, expected=script) for script in scripts_not_printed(text)]
        said.append(Fault(kind=FaultKind.BESIDE_THE_BOXES, cell=next(iter(words)), expected=where))
    return tuple(rows), tuple(said)


def _is_struck(book: OpenedBook, cell: Cell) -> bool:
    """Whether words are struck out or set not to be seen: they are printed, and not without a word to the officer."""
    return any(
        seen.struck and grid.title == cell.sheet and grid.ref(*place) == cell.ref
        for grid in book.sheets
        for place, seen in grid.cells.items()
    )


def _words(book: OpenedBook, fault: Fault, file: str, concerns: set[tuple[str, str, int]]) -> Iterator[tuple[Cell, str]]:
    if fault.kind is FaultKind.EXTRA_SHEET:
        grid = next((g for g in book.sheets if g.title == fault.cell.sheet), None)
        yield from _on_a_sheet(grid, file) if grid is not None else ()
    elif fault.kind is FaultKind.NO_PLACE and fault.cell.order[:3] in concerns and not (fault.suggestion or fault.column):
        yield fault.cell, fault.seen


def _on_a_sheet(grid: Grid, file: str) -> Iterator[tuple[Cell, str]]:
    seen = [(place, one.value) for place, one in sorted(grid.cells.items(), key=lambda item: item[0]) if not one.error]
    words = [(place, value) for place, value in seen if isinstance(value, str) and not is_empty_mark(value)]
    if len(words) <= MOST_CELLS and 2 * len(words) > len(seen):
        for place, value in words:
            yield Cell(file=file, sheet=grid.title, ref=grid.ref(*place)), value
