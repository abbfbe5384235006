"""What a section returns: its blocks, and the fate of every row it was given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from ..model import Cell
from ..schema import Row
from .blocks import Block, Heading


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
    """One section, written: `key` is its anchor and its name in `pack.toml`'s budgets; its first block is its heading.

    It does not know its `number`: `in_order` gives it. An `annex` stands after the last, without a number; one on pages of its own is beyond the pages a pack is held to.
    """

    key: str
    title: str
    blocks: tuple[Block, ...]
    fates: tuple[Fate, ...] = ()
    number: str = ""
    annex: bool = False


def in_order(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Sections numbered 1, 2, 3 as they stand, each heading with its section's number."""
    return tuple(_numbered(section, str(n)) for n, section in enumerate(sections, start=1))


def _numbered(section: Section, number: str) -> Section:
    heading, *rest = section.blocks
    if not isinstance(heading, Heading):
        raise TypeError(f"section “{section.key}” does not begin with its heading")
    return replace(section, number=number, blocks=(replace(heading, number=number), *rest))


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
