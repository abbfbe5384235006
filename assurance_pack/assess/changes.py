"""What changed since last time: new, closed, moved, re-rated, reworded, gone."""

from __future__ import annotations

from enum import StrEnum

from ..model import Cell, Frozen


class ChangeKind(StrEnum):
    """How an item differs from last time."""

    NEW = "new"
    CLOSED = "closed"
    GONE = "gone"
    """There last time, not closed, and not there now."""
    MOVED = "moved"
    """A date: `days` later (or earlier, where negative)."""
    RERATED = "re-rated"
    """A status, score, confidence or assurance level."""
    REWORDED = "reworded"


class Change(Frozen):
    """One difference of one item in one column. `worse` is None where neither way is worse."""

    kind: ChangeKind
    item: str
    sheet: str
    column: str = ""
    before: str = ""
    after: str = ""
    days: int | None = None
    worse: bool | None = None
    cell: Cell | None = None
    previous_cell: Cell | None = None


class Changes(Frozen):
    """All differences between two months, in the order of the registers. `since` is the month compared with, empty where there is none."""

    since: str = ""
    all: tuple[Change, ...] = ()

    def of(self, *kinds: ChangeKind, sheet: str = "", column: str = "") -> tuple[Change, ...]:
        """The changes of these kinds, of one sheet (its key) or column if named."""
        return tuple(c for c in self.all if c.kind in kinds and (not sheet or c.sheet == sheet) and (not column or c.column == column))

    def to(self, item: str, column: str = "") -> tuple[Change, ...]:
        """What changed of one item."""
        return tuple(c for c in self.all if c.item == item and (not column or c.column == column))
