"""Themes for somebody's own words, suggested from the lists of `pack.toml` for a person to confirm.

It shows the words that matched. A person confirms, so it would rather suggest two than miss the one; where nothing is plain it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ..model import Frozen
from ..settings import Theme

STRONG, WEAK, ENOUGH = 2.0, 1.0, 2.0
"""A strong phrase alone makes a suggestion; of weak ones it takes two. Each further word of a phrase adds half: it is the less likely by chance."""

MOST = 2
"""Suggestions for one text."""

SHOWN = 4
"""Words shown for one suggestion."""

_PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"})
_LITTLE = frozenset(["a", "an", "the", "my", "our", "your", "his", "her", "their", "its", "of"])
"""Words that a phrase may have between its words: “picks up the phone” is “pick up phone”."""


class Suggestion(Frozen):
    """A theme by its ID, and the words in the text that led to it, as they stand there."""

    theme: str
    matched: tuple[str, ...]


@dataclass(frozen=True)
class _Token:
    """A word of a text by its form, and where it stands."""

    form: str
    start: int
    end: int


@dataclass(frozen=True)
class _Hit:
    theme: str
    forms: tuple[str, ...]
    start: int
    end: int
    weight: float


def suggest(words: str, themes: Iterable[Theme]) -> tuple[Suggestion, ...]:
    """The themes these words are most plainly about, the likeliest first: at most two, or none.

    Words are compared by their form (plural, past and -ing alike), whatever their capitals, but for abbreviations of two letters. A phrase
    counts once, and not within a longer phrase of whatever theme. Among equals the theme spoken of first comes first.
    """
    tokens = tuple(_tokens(words))
    hits = _longest([hit for theme in themes for hit in _hits(tokens, theme, words)])
    scores: dict[str, float] = {}
    first: dict[str, int] = {}
    for hit in {(h.theme, h.forms): h for h in reversed(hits)}.values():
        scores[hit.theme] = scores.get(hit.theme, 0.0) + hit.weight
        first[hit.theme] = min(hit.start, first.get(hit.theme, hit.start))
    standing = sorted((id for id, score in scores.items() if score >= ENOUGH), key=lambda id: (-scores[id], first[id], id))
    return tuple(Suggestion(theme=id, matched=tuple(_telling([h for h in hits if h.theme == id], words))) for id in standing[:MOST])


def _telling(hits: Sequence[_Hit], words: str) -> Iterator[str]:
    """The words that weighed most, each form once, in the order of the text."""
    once = {h.forms: h for h in reversed(hits)}.values()
    most = sorted(once, key=lambda h: (-h.weight, h.start))[:SHOWN]
    yield from (words[h.start : h.end] for h in sorted(most, key=lambda h: h.start))


def because(found: Sequence[Suggestion], names: Mapping[str, str]) -> str:
    """Why the first was suggested, and the second with its reason: ``psychologist; or EHC plans: timeliness (report is late)``."""
    if not found:
        return ""
    other = "".join(f"; or {names[s.theme]} ({', '.join(s.matched)})" for s in found[1:])
    return ", ".join(found[0].matched) + other


def _tokens(text: str) -> Iterator[_Token]:
    for found in re.finditer(r"\w+(?:'\w+)*", text.translate(_PLAIN)):
        word = found[0]
        if word.casefold() not in _LITTLE:
            yield _Token(word if len(word) == 2 and word.isupper() else form(word), found.start(), found.end())


def _hits(tokens: Sequence[_Token], theme: Theme, text: str) -> Iterator[_Hit]:
    for phrases, weight in ((theme.strong, STRONG), (theme.weak, WEAK)):
        for phrase in phrases:
            forms = _forms(phrase)
            for i in range(len(tokens) - len(forms) + 1):
                if all(tokens[i + k].form == f for k, f in enumerate(forms)) and not _divided(tokens[i : i + len(forms)], text):
                    yield _Hit(theme.id, forms, tokens[i].start, tokens[i + len(forms) - 1].end, weight + 0.5 * (len(forms) - 1))


def _divided(tokens: Sequence[_Token], text: str) -> bool:
    """Whether a sentence ends between these words."""
    return any(re.search(r"[.!?;:]", text[a.end : b.start]) for a, b in pairwise(tokens))


@cache
def _forms(phrase: str) -> tuple[str, ...]:
    return tuple(token.form for token in _tokens(phrase))


def _longest(hits: Sequence[_Hit]) -> list[_Hit]:
    """The hits that do not stand within a longer one, in the order of the text."""
    kept = [h for h in hits if not any(o.start <= h.start and h.end <= o.end and o.end - o.start > h.end - h.start for o in hits)]
    return sorted(kept, key=lambda h: (h.start, -h.end, h.theme))


@cache
def form(word: str) -> str:
    """A word without what grammar adds: “reviews”, “reviewed” and “reviewing” are “review”, “families” is “family”."""
    plain = re.sub(r"'s?$", "", word.casefold())
    if len(plain) <= 3:
        return plain
    plain = re.sub(r"ies$", "y", plain) if plain.endswith("ies") else re.sub(r"(ss|sh|ch|x)es$", r"\1", plain)
    plain = re.sub(r"(?<=[^su])s$", "", plain)
    bare = re.sub(r"(?<=\w{3})(ing|ed)$", "", plain)
    if bare != plain and re.search(r"([bdgmnprt])\1$", bare):
        bare = bare[:-1]
    return re.sub(r"(?<=\w{3})e$", "", bare)
