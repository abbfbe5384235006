"""The crosswalk: the proof that every row read went somewhere.

The fates of all sections are added up against every row read. Each row is counted once, by the best that became of it, so the counts
sum to the rows read, always; a row no section spoke of is “not placed”, and is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Cell
from ..returns import sheet_key
from ..schema import Row
from .section import Fate

NOT_PLACED = "not placed"
RANK = {"printed": 0, "summarised": 1, "held back": 2}
FATES = (*RANK, NOT_PLACED)


@dataclass(frozen=True)
class Placed:
    """One row read and what became of it: `sections` are all that spoke of it, `why` says why it was not printed."""

    row: Row
    what: str
    sections: tuple[str, ...] = ()
    why: str = ""

    @property
    def sheet(self) -> str:
        """The kind of row: ``workspace.Milestone``."""
        return sheet_key(type(self.row))


@dataclass(frozen=True)
class Crosswalk:
    """Every row read, once, in the order read."""

    rows: tuple[Placed, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows had each fate. They sum to the rows read."""
        found = Counter(p.what for p in self.rows)
        return {fate: found[fate] for fate in FATES}

    @property
    def read(self) -> int:
        """How many rows were read."""
        return len(self.rows)

    @property
    def not_placed(self) -> tuple[Row, ...]:
        """Rows no section spoke of: a fault of the pack, not of the sender."""
        return tuple(p.row for p in self.rows if p.what == NOT_PLACED)

    def reasons(self, what: str) -> tuple[tuple[str, int], ...]:
        """Why rows had this fate, and how many for each reason; the most common first."""
        found = Counter(p.why for p in self.rows if p.what == what and p.why)
        return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def add_up(rows: Iterable[Row], fates: Iterable[Fate]) -> Crosswalk:
    """The fates of all sections against every row read."""
    told: dict[Cell, list[Fate]] = {}
    for fate in fates:
        told.setdefault(fate.at, []).append(fate)
    return Crosswalk(tuple(_placed(row, told.get(row.at, [])) for row in rows))


def _placed(row: Row, fates: list[Fate]) -> Placed:
    if not fates:
        return Placed(row, NOT_PLACED, why="no section spoke of this row")
    best = min(fates, key=lambda f: RANK[f.what])
    return Placed(row, best.what, tuple(dict.fromkeys(f.section for f in fates)), best.why)
