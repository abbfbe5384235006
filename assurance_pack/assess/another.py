"""Whether an ID stands for another thing than it did: by the words of the two, and by what else is said of them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from ..record.carry import same
from ..returns.registers import words_column
from ..schema import Row, columns
from ..schema.column import Column, ColumnGroup, ColumnKind

_SMALL_WORDS = frozenset({"that", "with", "from", "this", "have", "will", "into", "their"})
_BEGINNING = 6
_SAME_WORDS_MOST = 0.45
SHARED_LEAST = 3
"""One telling word in so many is shared by any two items of one Workspace, and makes them no one item."""
_SPELT_OTHERWISE = 0.75
ENOUGH_TO_TELL = 3
"""Columns that describe an item, stated then and now: of so many it can be told whether they are of one thing."""
_NEARLY_ALL, _HALF = 0.75, 0.5
"""Of what describes an item, the share that stays where it is only reworded: with other words nearly all, with like ones half."""


def another_thing(row: Row, before: Row, name: str) -> bool:
    """Whether an item is another one now: by its words, and where a short name kept one of them, by what else is said of it."""
    now, then = getattr(row, name), getattr(before, name)
    ours, theirs = telling(now), telling(then)
    shared, fewest = ours & theirs, min(len(ours), len(theirs))
    if not shared or len(shared) * SHARED_LEAST < fewest:
        return _alike(now, then) < _SAME_WORDS_MOST
    if len(shared) > 1 or _alike(now, then) >= _SPELT_OTHERWISE:
        return False
    apart = min(len(ours - shared), len(theirs - shared)) > 1 and _alike(_but(now, shared), _but(then, shared)) < _SAME_WORDS_MOST
    kept = [same(getattr(row, c.name), getattr(before, c.name)) for c in _lasting(row, before)]
    if len(kept) < ENOUGH_TO_TELL:
        return apart
    return sum(kept) < len(kept) * (_NEARLY_ALL if apart else _HALF)


def another_matter(row: Row, before: Row) -> bool:
    """Whether what is brought under an ID is another matter than the one brought under it before: in other words, and about nothing that one was about."""
    name = words_column(type(row))
    return bool(getattr(row, name) and getattr(before, name)) and not _about(row) & _about(before) and another_thing(row, before, name)


def _about(row: Row) -> set[str]:
    """The items a row names in the columns that are there to name them."""
    return {ref for c in columns(type(row)) if c.kind is ColumnKind.IDS for ref in getattr(row, c.name) or ()}


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _but(text: str, shared: set[str]) -> str:
    """The words of a name besides those two names share."""
    return " ".join(word for word in _words(text) if word[:_BEGINNING] not in shared)


def _lasting(row: Row, before: Row) -> list[Column]:
    """What describes an item, and was stated of it then and now: it seldom changes."""
    told = (c for c in columns(type(row)) if c.group is ColumnGroup.MORE)
    return [c for c in told if row.stated(c.name) and before.stated(c.name)]


def telling(text: str) -> set[str]:
    """The words of a name that tell it from others, by their beginnings."""
    return {word[:_BEGINNING] for word in _words(text)}


@lru_cache(4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"[a-z]{4,}", text.casefold()) if word[:_BEGINNING] not in _SMALL_WORDS)
