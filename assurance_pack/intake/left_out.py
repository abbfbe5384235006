"""What stands in one file of a return and not in another: what would be lost if the other counted."""

from __future__ import annotations

from difflib import SequenceMatcher

from ..english import counted, in_words, listed
from ..returns.registers import subject_of
from ..schema import Row, columns
from .arrived import Arrived
from .reading.filled import own_words

GROWN = 0.6
"""Words that agree so far are the same, corrected."""


def ids_left_out(chosen: Arrived, other: Arrived) -> str:
    """The IDs of the rows that stand in the other file and not in the one that counts, a blank between two."""
    mine = {row.ref for row in chosen.rows if _has_id(row)}
    return " ".join(dict.fromkeys(row.ref for row in other.rows if _has_id(row) and row.ref not in mine))


def left_out(chosen: Arrived, other: Arrived) -> str:
    """What stands in the other file and not in the one that counts: rows by their IDs, then values; empty where nothing does."""
    mine = {(type(r), r.ref): r for r in chosen.rows if _has_id(r)}
    theirs = {(type(r), r.ref): r for r in other.rows if _has_id(r)}
    rows = [row.ref for place, row in theirs.items() if place not in mine or _another_item(row, mine[place])]
    values = sum(
        r.stated(c.name) and not mine[p].stated(c.name) and c.name not in r.life.own_words
        for p, r in theirs.items()
        if p in mine
        for c in columns(type(r))
    )
    fewer = sum(not _has_id(r) for r in other.rows) - sum(not _has_id(r) for r in chosen.rows)
    said = [f"{counted(len(rows), 'row')} ({listed(rows)})"] if rows else []
    said += [f"{counted(fewer, 'other row')}"] if fewer > 0 else []
    said += [f"{counted(values, 'value')}"] if values else []
    texts = sum(1 for row in other.rows for words in own_words(row) if not is_kept(words, chosen))
    said += [counted(texts, "text")] if texts else []
    return in_words(said)


def _another_item(one: Row, other: Row) -> bool:
    """Whether two rows with one ID are of two items: two people each gave the next free ID."""
    here, there = subject_of(one), subject_of(other)
    return bool(here and there) and SequenceMatcher(None, here, there).ratio() < GROWN


def is_kept(words: str, chosen: Arrived) -> bool:
    """Whether a file holds these words, or words grown out of them; of other words in their place nobody can say that they replace them."""
    mine = [w for row in chosen.rows for w in own_words(row)]
    return any(words in other or SequenceMatcher(None, words, other).ratio() >= GROWN for other in mine)


def holds_all(chosen: Arrived, other: Arrived) -> bool:
    """Whether what counts holds every row of another file as it stands there: then it does not matter which of the two is the newer."""
    here = {_as_said(row) for row in chosen.rows}
    return all(_as_said(row) in here for cls, part in other.parts.items() for row in part.rows if not part.as_issued)


def _as_said(row: Row) -> tuple[object, ...]:
    return (type(row), *(repr(getattr(row, c.name)) for c in columns(type(row))))


def _has_id(row: object) -> bool:
    return bool(getattr(row, "id", None))
