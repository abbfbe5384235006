"""Takes what the guard found out of the rows: the whole cell, wherever it would have gone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...model import Cell
from ...returns.received import Returns
from ...schema import Row, columns
from ...schema.column import ColumnKind

WITHHELD = "[withheld: may identify a child]"


def withhold(returns: Returns, cells: Iterable[Cell]) -> Returns:
    """The same month with these cells withheld: text says so, any other kind of value becomes “not stated”.

    What the reader saw in such a cell is forgotten with it.
    """
    hidden = frozenset(cells)
    if not hidden:
        return returns
    rows = tuple(_without(row, hidden) for row in returns.rows)
    faults = tuple(f.model_copy(update={"seen": ""}) if f.cell in hidden else f for f in returns.faults)
    return Returns(returns.month, rows, returns.receipts, faults)


def withheld_cells(row: Row) -> int:
    """How many cells of a row are withheld."""
    return sum(getattr(row, c.name) == WITHHELD for c in columns(type(row)))


def _without(row: Row, hidden: frozenset[Cell]) -> Row:
    update: dict[str, Any] = {}
    for column in columns(type(row)):
        if row.cells.get(column.name) in hidden:
            update[column.name] = WITHHELD if column.kind is ColumnKind.TEXT else None
    return row.model_copy(update=update) if update else row
