"""What a rule is given to look at: the month, what came before it, and what was made of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..assess.changes import Changes
from ..assess.outcomes import Outcome
from ..assess.signals import Signal
from ..assess.trends import Trend
from ..model import Month
from ..record.month import Record
from ..returns.received import Returns
from ..settings import Settings
from .guard_finding import GuardFinding


@dataclass(frozen=True)
class Case:
    """One month before the rules.

    `last` is the record of the last pack the Board received ("since last time"); `history` holds the records of every earlier month,
    earliest first. `position` is the day the returns speak for: overdue and stale are measured there, never today. `guard` is what the
    guard found in the texts, which are read before anything else.
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

    @cached_property
    def before(self) -> Returns | None:
        """Last time's rows."""
        return self.last.returns if self.last else None

    @cached_property
    def earlier(self) -> tuple[Returns, ...]:
        """The rows of every earlier month, earliest first."""
        return tuple(r.returns for r in self.history)
