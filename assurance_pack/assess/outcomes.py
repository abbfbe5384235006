"""What the lenses come to for each theme. It follows from the table of signals alone."""

from __future__ import annotations

from enum import StrEnum

from ..model import Frozen, Lens
from .signals import Direction, Signal


class OutcomeKind(StrEnum):
    """First that fits, in this order."""

    NO_SIGNAL = "No signal"
    STALE = "Stale"
    SINGLE_SOURCE = "Single source"
    CONTRADICTION = "Contradiction"
    CORROBORATED_CONCERN = "Corroborated concern"
    CORROBORATED_ASSURANCE = "Corroborated assurance"
    UNTESTED = "Positive, not yet tested with families"
    MIXED = "Mixed"


class Outcome(Frozen):
    """One theme: what each lens says, and what that comes to. `gaps` are lenses silent on a theme the plan depends on."""

    theme: str
    kind: OutcomeKind
    lenses: dict[Lens, Direction]
    signals: tuple[Signal, ...] = ()
    gaps: tuple[Lens, ...] = ()
    only: str = ""
    """Where it rests on a single source: which lens."""
