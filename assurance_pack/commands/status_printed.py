"""The returns register of a month for another program: `pack status --json`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Month
from ..returns.received import Receipt
from .status import ReturnsRegister, next_step


class ReturnPrinted(Receipt):
    """One return for another program."""

    name: str
    errors: int
    warnings: int
    why: str


@dataclass(frozen=True)
class DeadlinePrinted:
    """A day, and whose returns are due on it, in a sentence."""

    date: date
    returns: str


@dataclass(frozen=True)
class SealPrinted:
    """A sealed version; `altered` names files that are no longer as sealed, `damage` says why the seal cannot be read."""

    version: str
    by: str
    on: str
    altered: tuple[str, ...]
    damage: str
    withdrawn: bool


@dataclass(frozen=True)
class StatusPrinted:
    """The register for another program; `circulate` is the day the pack goes out, `next` what to do now."""

    month: Month
    returns: tuple[ReturnPrinted, ...]
    deadlines: tuple[DeadlinePrinted, ...]
    circulate: date | None
    damaged: tuple[str, ...]
    edited: tuple[str, ...]
    expired_waivers: tuple[str, ...]
    next: str
    sealed: tuple[SealPrinted, ...]


def register_data(found: ReturnsRegister) -> StatusPrinted:
    """The same for another program."""
    return StatusPrinted(
        month=found.month,
        returns=tuple(
            ReturnPrinted(**dict(line.receipt), name=line.name, errors=line.errors, warnings=line.warnings, why=line.why)
            for line in found.lines
        ),
        deadlines=tuple(DeadlinePrinted(*one) for one in found.deadlines),
        circulate=found.circulate,
        damaged=found.damaged,
        edited=found.by_hand.edited,
        expired_waivers=found.waivers,
        next=next_step(found),
        sealed=tuple(SealPrinted(s.version, s.by, s.on, s.tampered, s.damage, s.withdrawn is not None) for s in found.sealed),
    )
