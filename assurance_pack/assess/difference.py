"""What a change is: one difference between two months, or between two versions of one."""

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
    CHANGED = "changed"
    """Anything else: a figure, what is said anew each month, a return, a setting."""


class Change(Frozen):
    """One difference of one item in one column. `worse` is None where neither way is worse.

    `named` is what it is called where it is no item with an ID: a return, the words of a group, a figure, a setting. A count of people is not
    repeated in `before` and `after`, for it may be small.
    """

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
    named: str = ""


class Changes(Frozen):
    """All differences between two months. `since` is the month compared with, empty where there is none.

    `all` are those of the items followed from month to month, in the order of the registers; `besides` are all others, so that where both
    are empty nothing has changed.
    """

    since: str = ""
    all: tuple[Change, ...] = ()
    besides: tuple[Change, ...] = ()

    @property
    def everything(self) -> tuple[Change, ...]:
        """What changed, whatever it is."""
        return (*self.all, *self.besides)

    def of(self, *kinds: ChangeKind, sheet: str = "", column: str = "") -> tuple[Change, ...]:
        """The changes of these kinds, of one sheet (its key) or column if named."""
        return tuple(c for c in self.all if c.kind in kinds and (not sheet or c.sheet == sheet) and (not column or c.column == column))

    def to(self, item: str, column: str = "") -> tuple[Change, ...]:
        """What changed of one item."""
        return tuple(c for c in self.all if c.item == item and (not column or c.column == column))
