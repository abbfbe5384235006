"""The life of each sheet, read off its class: what is followed from month to month, what comes forward, what only a person can have typed.

What a sheet is over time is said once, at `@sheet(...)` and `column(...)`; here it is turned into answers, and nowhere else is it read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from ..model import Sender, Word, means
from ..schema import Life, Row, columns
from ..schema.column import Column, ColumnGroup, ColumnKind, DayKind
from . import RETURNS, SHEETS, return_kind, sheet_key


@dataclass(frozen=True)
class Register:
    """One sheet whose items are followed from month to month."""

    kind: type[Row]

    @property
    def life(self) -> Life:
        """What its class declares."""
        return self.kind.life

    @property
    def key(self) -> str:
        """The key of the sheet: ``workspace.Risk``."""
        return sheet_key(self.kind)

    @cached_property
    def dates(self) -> tuple[Column, ...]:
        """The columns whose date can move. A day on which something happened is corrected, not moved."""
        return tuple(c for c in columns(self.kind) if c.kind is ColumnKind.DATE and c.day is not DayKind.HAPPENED)

    @cached_property
    def ratings(self) -> tuple[Column, ...]:
        """The columns that can become better or worse."""
        return tuple(c for c in columns(self.kind) if c.rating)

    @cached_property
    def texts(self) -> tuple[Column, ...]:
        """The columns whose words can be changed: not what is said anew each month, nor what the tool shows and nobody types."""
        worded = (ColumnKind.TEXT, ColumnKind.WORD, ColumnKind.WORDS, ColumnKind.IDS)
        return tuple(
            c
            for c in columns(self.kind)
            if c.kind in worded and not (c.rating or c.anew or c.id_prefix or c.name == self.life.known_by or c.shown_only)
        )

    def item(self, row: Row) -> str:
        """What the item is called: its ID, or the meaning of what it is about (``overall``)."""
        named = getattr(row, self.life.known_by, None)
        return str(getattr(named, "meaning", named) or "")


FOLLOWED: tuple[Register, ...] = tuple(
    Register(cls)
    for cls, _ in sorted(
        ((cls, kind) for kind in RETURNS for cls in kind.sheets if cls.life.section), key=lambda c: (c[0].life.section, not c[1].running)
    )
)
"""In the order the pack prints them: by section, what the Board keeps itself before what it is sent."""


@cache
def kin(cls: type[Row]) -> type[Row]:
    """The sheet a sheet is the same as, under whatever name and on whichever return: RDG's programme risks are risks."""
    return next(base for base in reversed(cls.__mro__) if base in _DECLARED)


_DECLARED = frozenset(SHEETS.values())
KINDS: tuple[type[Row], ...] = tuple(dict.fromkeys(kin(cls) for cls in SHEETS.values()))
"""Every sheet once, without those that extend another."""


@cache
def has_own_ids(cls: type[Row]) -> bool:
    """Whether its rows are items with an ID for life of their own; spare rows of the form then carry the next free ones."""
    return not cls.life.answers and any(c.name == "id" and c.id_prefix for c in columns(cls))


@cache
def is_reviewed(cls: type[Row]) -> bool:
    """Whether the sender says of each row what there is to say this month: New, Changed, Reviewed, no change, Close."""
    return any(c.name == "this_month" for c in columns(cls))


def ends(cls: type[Row], status: Word | None) -> bool:
    """Whether a status ends an item of a sheet: for a word that need not stand on the row itself, such as RDG's for a milestone."""
    return means(status, *over(cls))


def over(cls: type[Row]) -> tuple[str, ...]:
    """The meanings of a status that end an item of a sheet."""
    return cls.life.over


REVIEWED = tuple(cls for cls in KINDS if is_reviewed(cls))
"""The registers whose rows begin with *This month*."""
CODED = tuple(cls for cls in KINDS if has_own_ids(cls) and cls in return_kind("workspace").sheets)
"""The items whose IDs carry the code of their sender (``M-CAP-007``): the Workspaces', and RDG's own risks, which are numbered as theirs are."""


def id_stem(cls: type[Row], sender: Sender) -> str:
    """What the IDs of a sheet begin with, before their number: ``M-CAP-``, ``A-``."""
    prefix = next(c.id_prefix for c in columns(cls) if c.name == "id")
    return f"{prefix}-{sender.code}-" if kin(cls) in CODED else f"{prefix}-"


def written_id(stem: str, number: int) -> str:
    """An ID as forms and records write it: ``M-CAP-007``."""
    return f"{stem}{number:03d}"


def id_number(stem: str, ref: str) -> int | None:
    """The number of an ID that begins so; none where it is another's, or no number follows."""
    found = re.fullmatch(rf"{re.escape(stem)}(\d+)", ref)
    return int(found[1]) if found else None


def next_number(stem: str, used: Iterable[str]) -> int:
    """The number after the highest that was ever used."""
    return max((n for ref in used if (n := id_number(stem, ref)) is not None), default=0) + 1


ANSWERING = tuple(cls for cls in KINDS if cls.life.answers)
"""The sheets that answer items of other sheets."""


@cache
def subject(cls: type[Row]) -> str:
    """The column that says what an item is; empty where items do not live for several months."""
    return next((c.name for c in columns(cls) if c.subject), "")


@cache
def words_column(cls: type[Row]) -> str:
    """The column whose words tell one row from another: what an item says it is, or the first words of its own."""
    return subject(cls) or next((c.name for c in columns(cls) if c.kind is ColumnKind.TEXT and c.name != "id"), "")


def subject_of(row: Row) -> str:
    """What an item says it is; empty where it does not say."""
    name = subject(type(row))
    return str(getattr(row, name) or "") if name else ""


@cache
def told_each_month(cls: type[Row]) -> frozenset[str]:
    """The columns a review itself fills in, and those the form brings back to the sender: something new in them does not contradict “no change”."""
    return frozenset(c.name for c in columns(cls) if c.anew or c.set_by_review or (c.locked and not c.prints))


def reference_columns() -> Iterator[tuple[type[Row], Column]]:
    """Every column that is there to name items of other sheets."""
    return ((cls, c) for cls in KINDS for c in columns(cls) if c.refers or c.kind is ColumnKind.IDS)


def worded_columns() -> Iterator[tuple[type[Row], Column]]:
    """Every column of words of the sender's own that print, among which items may be named."""
    return (
        (cls, c)
        for cls in KINDS
        for c in columns(cls)
        if c.kind is ColumnKind.TEXT and c.prints and c.refers is None and not (c.locked or c.id_prefix)
    )


def asked_as(cls: type[Row]) -> str:
    """What the items are called that a sheet answers."""
    return cls.life.asked_as or cls.life.answers[0].printed_as


@cache
def typed_by_hand(cls: type[Row]) -> tuple[str, ...]:
    """The columns no form of ours ever came filled in with: something in them was typed."""
    life = cls.life
    ours = {"id", *life.brings}
    return tuple(
        c.name
        for c in columns(cls)
        if c.name not in ours and not c.locked and (c.anew if life.comes_forward else cls.layout == "table" or c.group is not ColumnGroup.KEY)
    )
