"""What a section returns: its blocks, and the fate of every row it was given."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ..model import Cell
from ..schema import Row
from .blocks import Block


@dataclass(frozen=True)
class Fate:
    """What became of one row: printed, summarised with a count, or held back and why."""

    at: Cell
    ref: str
    what: Literal["printed", "summarised", "held back"]
    section: str
    why: str = ""


@dataclass(frozen=True)
class Section:
    """One section, written: `key` is its name in `pack.toml`'s budgets, `number` its number in the pack."""

    key: str
    number: str
    title: str
    blocks: tuple[Block, ...]
    fates: tuple[Fate, ...] = ()


@dataclass
class Fates:
    """Collects the fate of rows while a section is written."""

    section: str
    all: list[Fate] = field(default_factory=list)

    def printed(self, *rows: Row) -> None:
        """These rows are printed."""
        self.all += [Fate(r.at, r.ref, "printed", self.section) for r in rows]

    def summarised(self, *rows: Row, why: str = "counted in the section; whole in the data book") -> None:
        """These rows are counted, and whole in the data book."""
        self.all += [Fate(r.at, r.ref, "summarised", self.section, why) for r in rows]

    def held_back(self, *rows: Row, why: str) -> None:
        """These rows are not for this reader, or may not be printed."""
        self.all += [Fate(r.at, r.ref, "held back", self.section, why) for r in rows]
