"""What a rule is given to look at: the month, what came before it, and what was made of both."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..assess.changes import Changes
from ..assess.outcomes import Outcome
from ..assess.signals import Signal
from ..assess.trends import Trend
from ..model import Month
from ..model.text import GuardFinding
from ..record.month import Record
from ..returns.received import Returns
from ..schema import Row
from ..settings import Settings

if TYPE_CHECKING:
    from .engine import Found

T = TypeVar("T")
R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Case:
    """One month before the rules.

    `last` is the record of the last pack the Board received ("since last time"); `history` holds the records of every earlier month,
    earliest first. `position` is the day the returns speak for: overdue and stale are measured there, never today. `guard` is what the
    guard found in the texts, which are read before anything else. `returns` are without what is proved wrong; `sent`, where they
    differ, is the month as it was sent. `proved` is what each rule that proves something found in it before it was taken out, by the rule's number.
    """

    month: Month
    settings: Settings
    returns: Returns
    position: date
    last: Record | None = None
    history: tuple[Record, ...] = ()
    changes: Changes = field(default_factory=Changes)
    signals: tuple[Signal, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    trends: Mapping[str, Trend] = field(default_factory=dict)
    guard: tuple[GuardFinding, ...] = ()
    sent: Returns | None = None
    proved: Mapping[str, tuple[Found, ...]] = field(default_factory=dict)

    @cached_property
    def before(self) -> Returns | None:
        """Last time's rows."""
        return self.last.returns if self.last else None

    @cached_property
    def earlier(self) -> tuple[Returns, ...]:
        """The rows of every earlier month, earliest first."""
        return tuple(r.returns for r in self.history)

    def once(self, work: Callable[[Case], T]) -> T:
        """What several rules make of this month: worked out for the first that asks."""
        if work not in self._worked_out:
            self._worked_out[work] = work(self)
        return cast("T", self._worked_out[work])

    @cached_property
    def _worked_out(self) -> dict[Callable[[Case], Any], Any]:
        return {}

    def unread(self, row: Row, *names: str) -> bool:
        """Whether what stands in one of these cells cannot be known: it could not be read, its column did not come, it is too small to give. It is not missing."""
        if not self.returns.unreadable.isdisjoint(map(row.cell, names)) or not row.suppressed.keys().isdisjoint(names):
            return True
        gone = [name for name in names if name not in row.cells]
        return bool(gone) and self.returns.lacks(type(row), row.sender, *gone)

    def find(self, kind: type[R], ref: str | None) -> R | None:
        """This month's row of a sheet (or of one that extends it) by its ID; the first, where an ID stands twice."""
        return self.returns.find(kind, ref)

    def found_earlier(self, kind: type[R], ref: str | None) -> Iterator[tuple[Returns, R]]:
        """The same item in the months before, newest first, with the returns of the month; only months that have it."""
        for returns in self._with_ids.setdefault(kind, MonthsWith(kind, self.earlier)).of(ref or ""):
            if row := returns.find(kind, ref):
                yield returns, row

    @cached_property
    def _with_ids(self) -> dict[type[Row], MonthsWith]:
        """The earlier months by ID, of each sheet that was asked for: the rules look back at every item of this month."""
        return {}


class MonthsWith:
    """By each ID of a sheet, the earlier months that have it, newest first; an older month is looked through when somebody asks beyond the newer ones."""

    def __init__(self, kind: type[Row], earlier: Sequence[Returns]) -> None:
        """Look at nothing yet; months earliest first."""
        self._kind = kind
        self._further = reversed(earlier)
        self._found: dict[str, list[Returns]] = {}

    def of(self, ref: str) -> Iterator[Returns]:
        """The months that have an ID."""
        given = 0
        while True:
            yield from islice(known := self._found.get(ref, []), given, None)
            given = len(known)
            if (returns := next(self._further, None)) is None:
                return
            for other in set(returns.ids(self._kind)):
                self._found.setdefault(other, []).append(returns)
