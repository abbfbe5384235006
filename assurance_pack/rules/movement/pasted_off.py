"""Movement of a block of cells: what was pasted a row too low or too high, so that each row has what its neighbour had last month."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from ...model import Cell
from ...record.carry import same
from ...schema import Row, columns
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
    stock = _said_of_several(before.values())
    for step in (1, -1) if sum(map(bool, moved.values())) >= _ROWS else ():
        run: list[_Taken] = []
        for row, neighbour in neighbours(rows, step):
            if neighbour is not None and (taken := _taken(row, before[neighbour.ref], moved, stock)):
                run.append((row, taken, says_why(row, before[row.ref], before[neighbour.ref], moved[row.ref])))
                continue
            yield from _as_block(run, low=step > 0)
            run = []
        yield from _as_block(run, low=step > 0)


def neighbours(rows: list[R], step: int) -> Iterator[tuple[R, R | None]]:
    """Each row in the order it stands, with the one that stands so far above it; none where nothing known does."""
    at = {row.at.order[2]: row for row in rows}
    for number, row in sorted(at.items()):
        yield row, at.get(number - step)


_Taken: TypeAlias = tuple[Row, list[Column], bool]
"""A row, the columns in which it has what its neighbour had, and whether its own new words say why."""


def _taken(row: Row, theirs: Row, moved: Moved, stock: frozenset[tuple[str, str]]) -> list[Column]:
    had = (c for c in moved[row.ref] if same(getattr(row, c.name), getattr(theirs, c.name)))
    return [c for c in had if c.kind is not ColumnKind.TEXT or (c.name, str(getattr(theirs, c.name))) not in stock]


def _said_of_several(rows: Iterable[Row]) -> frozenset[tuple[str, str]]:
    """What stood in one column of several rows, word for word: of none of them can it be told to be its own."""
    said = Counter(
        (c.name, str(getattr(row, c.name))) for row in rows for c in columns(type(row)) if c.kind is ColumnKind.TEXT and row.stated(c.name)
    )
    return frozenset(words for words, often in said.items() if often > 1)


def says_why(row: Row, was: Row, theirs: Row, moved: Sequence[Column]) -> bool:
    """Whether new words of a row that are its own say why it moved: each score by where it went or whence, days and words of a list by what made it late."""
    own = (c for c in moved if c.kind is ColumnKind.TEXT and not same(getattr(row, c.name), getattr(theirs, c.name)))
    said = " ".join(str(getattr(row, c.name)) for c in own)
    scores = [(getattr(was, c.name), getattr(row, c.name)) for c in moved if c.kind is ColumnKind.WHOLE]
    return all(_tells_of(then, now, said) for then, now in scores) if scores else bool(_LATE.search(said))


def _tells_of(then: int | None, now: int, said: str) -> bool:
    numbers = re.findall(r"\d+", said)
    went = _DOWN if then is not None and now < then else _UP
    return str(now) in numbers or (str(then) in numbers and bool(went.search(said)))


_DOWN = re.compile(r"\b(?:down|fell|falls?|fallen|cut|lower\w*|reduced|drop\w*|less)\b", re.IGNORECASE)
_UP = re.compile(r"\b(?:up|rose|rises?|risen|raised|higher|grew|grown|increased?)\b", re.IGNORECASE)
_LATE = re.compile(
    r"\b(?:late|later|slip\w*|delay\w*|moved?|follows?|forward|earlier|because|longer|postponed|put (?:off|back))\b", re.IGNORECASE
)


def _as_block(run: list[_Taken], *, low: bool) -> Iterator[Block]:
    each = dict.fromkeys(c for _, taken, _ in run for c in taken)
    shared = tuple(c for c in each if sum(c in taken for _, taken, _ in run) >= _ROWS)
    cells = tuple(row.cell(c.name) for row, cs, _ in run for c in cs if c in shared)
    telling = sum(any(_tells(row, c) for c in cs if c in shared) for row, cs, _ in run)
    explained = not telling and all(why for _, _, why in run)
    if len(run) >= _ROWS and shared and not explained and (telling >= _ROWS or (len(shared) > 1 and len(cells) >= _CELLS)):
        sure = telling >= _SURE_ROWS and sum(len([c for c in cs if c in shared]) > 1 for _, cs, _ in run) >= _SURE_ROWS
        yield Block(tuple(row for row, _, _ in run), shared, cells, low, sure)


def _tells(row: Row, column: Column) -> bool:
    return column.kind is ColumnKind.TEXT and len(str(getattr(row, column.name)).split()) >= LONG
