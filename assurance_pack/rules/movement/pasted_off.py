"""Movement of a block of cells: what was pasted a row too low or too high, so that each row has what its neighbour had last month."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ...model import Cell
from ...record.carry import same
from ...schema import Row
from ...schema.column import Column, ColumnKind

R = TypeVar("R", bound=Row)
LONG = 4
"""Words from which on a text is not the same as its neighbour's by chance."""
_CELLS, _ROWS = 4, 2
"""So many cells that moved, in so many rows, are asked about where words of a list or places on a scale are all there is."""
_SURE_ROWS = 3
"""So many rows with words, and with another column besides, are no chance: stock words, stages that follow one another and scores that all step down are."""
Moved = Mapping[str, Sequence[Column]]
"""By its ID of each row, the columns in which something else is typed than it had last month."""


@dataclass(frozen=True)
class Block:
    """Rows of which each has in these columns what the one above (or below) had last month; `moved` are the cells that had something else themselves. `sure`: it is no chance."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    moved: tuple[Cell, ...]
    low: bool
    sure: bool

    @property
    def way(self) -> str:
        """Where a cell came from, as it is said."""
        return "above" if self.low else "below"


def blocks(rows: list[Row], before: dict[str, Row], moved: Moved) -> Iterator[Block]:
    """The blocks of one sheet that were pasted off their rows, with text that tells or enough cells that moved together."""
    for step in (1, -1) if sum(map(bool, moved.values())) >= _ROWS else ():
        run: list[tuple[Row, list[Column]]] = []
        for row, neighbour in neighbours(rows, step):
            if neighbour is not None and (taken := _taken(row, before[neighbour.ref], moved)):
                run.append((row, taken))
                continue
            yield from _as_block(run, low=step > 0)
            run = []
        yield from _as_block(run, low=step > 0)


def neighbours(rows: list[R], step: int) -> Iterator[tuple[R, R | None]]:
    """Each row in the order it stands, with the one that stands so far above it; none where nothing known does."""
    at = {row.at.order[2]: row for row in rows}
    for number, row in sorted(at.items()):
        yield row, at.get(number - step)


def _taken(row: Row, theirs: Row, moved: Moved) -> list[Column]:
    return [c for c in moved[row.ref] if same(getattr(row, c.name), getattr(theirs, c.name))]


def _as_block(run: list[tuple[Row, list[Column]]], *, low: bool) -> Iterator[Block]:
    each = dict.fromkeys(c for _, taken in run for c in taken)
    shared = tuple(c for c in each if sum(c in taken for _, taken in run) >= _ROWS)
    cells = tuple(row.cell(c.name) for row, cs in run for c in cs if c in shared)
    telling = sum(any(_tells(row, c) for c in cs if c in shared) for row, cs in run)
    if len(run) >= _ROWS and shared and (telling >= _ROWS or (len(shared) > 1 and len(cells) >= _CELLS)):
        sure = telling >= _SURE_ROWS and sum(len([c for c in cs if c in shared]) > 1 for _, cs in run) >= _SURE_ROWS
        yield Block(tuple(row for row, _ in run), shared, cells, low, sure)


def _tells(row: Row, column: Column) -> bool:
    return column.kind is ColumnKind.TEXT and len(str(getattr(row, column.name)).split()) >= LONG
