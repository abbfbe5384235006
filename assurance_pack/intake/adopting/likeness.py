"""How like the name of a column a heading is, of 100: by its words, whatever their order, their endings and what stands round them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz, process

from ..as_typed import plain
from .vocabulary import BROADER

_FILLERS = frozenset(
    {"the", "a", "an", "of", "for", "and", "or", "in", "on", "at", "to", "is", "are", "be", "will", "would", "it", "we", "our", "us", "this", "that", "do", "does"}
    | {"have", "has", "been", "with", "could", "might"}
)  # fmt: skip
_SAYS_LITTLE = frozenset({"date", "description", "name", "title", "detail", "role", "note", "statement", "summary"})
"""Words that a heading may have or lack: “completion”, “completion date”."""
_BROADER = 86.0
"""Of 100: what a heading counts that is the right one only where no narrower one stands beside it."""
_ENDINGS, _MISTYPED, _OTHER_WORDS, _PART, _HEAD = 98.0, 90.0, 95.0, 93.0, 88.0
_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_SIGNS = {"#": "number", "№": "number", "%": "per cent"}
_BESIDE = re.compile(r"\s*/\s*|\s+&\s+|\n+|\s+[-–—]\s+")
_QUALIFIED = re.compile(r"\b(?:to|of|for|on|at|from|in|against|since|required)\b", re.IGNORECASE)


@lru_cache(maxsize=50_000)
def likest(said: str, names: tuple[str, ...]) -> tuple[float, str]:
    """The name a heading is most like, and how much."""
    return max(((like(said, n), n) for n in names), default=(0.0, ""))


def like(said: str, name: str) -> float:
    """How like one name a heading is: whole, without what stands in brackets, by its parts on either side of a stroke, or by what it begins with."""
    known = plain(name)
    return max((min(most, _compared(heard, known)) for heard, most in _ways(said)), default=0.0)


@lru_cache(maxsize=50_000)
def _ways(said: str) -> tuple[tuple[str, float], ...]:
    """The ways to hear a heading, each with the most it counts: “Progress to date / next steps” is also “progress to date”, and “progress”."""
    said = _SIGNS.get(said.strip(), said)
    bare = _BRACKETS.sub(" ", said)
    ways = {plain(said): 100.0}
    for part in (bare, *(p for p in _BESIDE.split(bare) if p.strip())):
        ways.setdefault(plain(part), 100.0 if part is bare else _PART)
        ways.setdefault(plain(_QUALIFIED.split(part)[0]), _HEAD)
    return tuple((heard, most) for heard, most in ways.items() if heard)


@lru_cache(maxsize=200_000)
def _compared(heard: str, known: str) -> float:
    if heard == known:
        return _BROADER if heard in BROADER else 100.0
    mine, theirs = _stems(heard), _stems(known)
    if not theirs:
        return 0.0
    if mine == theirs:
        return _BROADER if known in BROADER else _ENDINGS
    letters = fuzz.token_sort_ratio(heard, known)
    best = letters if letters >= _MISTYPED and len(known) > LETTERS_ALONE else 0.0
    if mine - _SAYS_LITTLE == theirs - _SAYS_LITTLE and mine - _SAYS_LITTLE:
        best = max(best, _MISTYPED)
    if theirs < mine:
        best = max(best, 92.0 - 5 * len(mine - theirs))
    both = sum(any(_same(m, t) for m in mine) for t in theirs)
    return max(best, _OTHER_WORDS * 2 * both / (len(mine) + len(theirs)) if both > 1 else 0.0)


LETTERS_ALONE = 5
"""A word so short is another word with one letter changed: a “score” is no “code”."""


def _same(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) > LETTERS_ALONE and fuzz.ratio(one, other) >= _MISTYPED)


@lru_cache(maxsize=50_000)
def _stems(text: str) -> frozenset[str]:
    words = text.split()
    telling = [w for w in words if w not in _FILLERS] or words
    return frozenset(w[:-1] if len(w) > 3 and w.endswith("s") and not w.endswith("ss") else w for w in telling)


class Known:
    """Every heading there is a name for, made ready to be asked many times."""

    def __init__(self, names: Iterator[str]) -> None:
        """Keep the names."""
        self.names = tuple(sorted({plain(n) for n in names} - {""}))
        self._stems = {_stems(n) for n in self.names}

    def has(self, said: str) -> bool:
        """Whether a text is a name, or nearly one: as it stands, or a part of it on either side of a stroke."""
        ways = [heard for heard, most in _ways(said) if most > _HEAD]
        if any(_stems(heard) in self._stems for heard in ways):
            return True
        return process.extractOne(plain(said), self.names, scorer=fuzz.token_sort_ratio, score_cutoff=_MISTYPED) is not None
