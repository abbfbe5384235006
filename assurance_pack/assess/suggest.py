"""A theme for somebody's own words, suggested from the keyword lists of `pack.toml` for a person to confirm.

It shows the words that matched, and says nothing when in doubt: one strong phrase or two weak ones make a suggestion, a tie makes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ..model import Frozen
from ..settings import Theme

_PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"})


class Suggestion(Frozen):
    """A theme by its ID, and the words in the text that led to it, as they stand there."""

    theme: str
    matched: tuple[str, ...]


@dataclass(frozen=True)
class _Hit:
    stem: str
    start: int
    end: int


def suggest(words: str, themes: Iterable[Theme]) -> Suggestion | None:
    """The theme these words are most plainly about, or None.

    Whole words, whatever their capitals. A theme stands with one strong phrase or two different weak ones (a plural is not a second
    one); among several the one with more strong phrases, then more weak ones. A weak word inside any strong phrase does not count.
    """
    text = words.translate(_PLAIN)
    listed = tuple(themes)
    strong = {t.id: _hits(text, t.strong) for t in listed}
    taken = [hit for hits in strong.values() for hit in hits]
    weak = {t.id: [h for h in _hits(text, t.weak) if not any(_inside(h, other) for other in taken)] for t in listed}
    scores = {t.id: (len(_stems(strong[t.id])), len(_stems(weak[t.id]))) for t in listed}
    standing = sorted((score, id) for id, score in scores.items() if score >= (1, 0) or score >= (0, 2))
    if not standing or (len(standing) > 1 and standing[-1][0] == standing[-2][0]):
        return None
    best = standing[-1][1]
    found = sorted([*strong[best], *weak[best]], key=lambda h: (h.start, -h.end))
    return Suggestion(theme=best, matched=tuple(dict.fromkeys(words[h.start : h.end] for h in found)))


def _hits(text: str, phrases: Iterable[str]) -> list[_Hit]:
    return list(_each(text, phrases))


def _each(text: str, phrases: Iterable[str]) -> Iterator[_Hit]:
    for phrase in phrases:
        for found in _pattern(phrase).finditer(text):
            yield _Hit(phrase.casefold().removesuffix("s"), found.start(), found.end())


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    spaced = r"\s+".join(re.escape(part) for part in phrase.translate(_PLAIN).split())
    return re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)


def _inside(hit: _Hit, other: _Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end


def _stems(hits: Iterable[_Hit]) -> set[str]:
    return {h.stem for h in hits}
