"""How many milestones stand at each status, by plan priority, and the change since last time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..rules.case import Case
from .plan import MilestoneStanding

COLUMNS = ("complete", "on_track", "at_risk", "off_track")
"""Counted in columns of their own; everything else shares the last one."""


@dataclass(frozen=True)
class Counts:
    """How many milestones stand at each status, for one plan priority or all of them."""

    name: str
    by_meaning: dict[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.by_meaning.values())

    def at(self, *meanings: str) -> int:
        """How many stand at these statuses."""
        return sum(self.by_meaning.get(m, 0) for m in meanings)

    @property
    def other(self) -> int:
        """How many stand at a status without a column of its own."""
        return self.total - self.at(*COLUMNS)


def by_priority(now: tuple[MilestoneStanding, ...], case: Case) -> Iterable[Counts]:
    """The plan priorities in their order, then milestones that name none, if there are any."""
    for code, name in [*((p.code, f"{p.code} {p.name}") for p in case.settings.priorities), ("", "No priority stated")]:
        mine = [s for s in now if priority_of(s, case) == code]
        if mine or code:
            yield Counts(name, dict(sorted(Counter(s.meaning for s in mine).items())))


def priority_of(standing: MilestoneStanding, case: Case) -> str:
    """The code of its plan priority; nothing where it names none that `pack.toml` knows."""
    stated = standing.row.priority
    return stated.meaning if stated and any(p.code == stated.meaning for p in case.settings.priorities) else ""


def change_since(whole: Counts, before: tuple[MilestoneStanding, ...] | None) -> dict[str, int] | None:
    """How each column has changed since last time; none where there was no last time."""
    if before is None:
        return None
    then = Counter(s.meaning for s in before)
    change = {meaning: whole.at(meaning) - then[meaning] for meaning in COLUMNS}
    return {**change, "other": whole.other - (len(before) - sum(then[m] for m in COLUMNS))}
