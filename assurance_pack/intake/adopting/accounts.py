"""What became of every cell that came in: placed, read with care, a heading, or listed with the reason it has no place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ...model import Cell
from ...schema import Row


class Became(StrEnum):
    """What became of a cell."""

    PLACED = "placed"
    READ_AS = "placed, read with care"
    WORKED_OUT = "worked out by the form"
    HEADING = "as a heading"
    NOT_PLACED = "not placed"
    WITHHELD = "withheld: it may identify a child"


@dataclass(frozen=True)
class Account:
    """One cell: what stood in it, what became of it, where it stands now, and why it is not there or how it was read."""

    cell: Cell
    seen: str
    became: Became
    where: str = ""
    why: str = ""


@dataclass
class Item:
    """One row as it will stand on the form, and the row of somebody's table it begins at."""

    cls: type[Row]
    row: int
    values: dict[str, Any] = field(default_factory=dict)
    own_id: str = ""


@dataclass(frozen=True)
class WholeColumn:
    """A column that has no place on the form, whole: its heading and what stands in it, by the item beside it."""

    file: str
    sheet: str
    heading: str
    lines: tuple[tuple[Item, str], ...]


@dataclass(frozen=True)
class Adopted:
    """Everything that came of the files: the items by sheet, what became of each cell, and the columns that stand whole in the report."""

    items: Mapping[type[Row], tuple[Item, ...]]
    accounts: tuple[Account, ...]
    unplaced: tuple[WholeColumn, ...] = ()
    shared_ids: tuple[tuple[str, tuple[Cell, ...]], ...] = ()
    """IDs of theirs that stand for more than one item, each with its cells."""
