"""The words of a text by their form, so that “reviews”, “reviewed” and “Reviewing” are one word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

_PLAIN = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"})
_WORD = re.compile(r"\w+(?:'\w+)*")
_LITTLE = frozenset(["a", "an", "the", "my", "our", "your", "his", "her", "their", "its", "of"])
"""Words that a phrase may have between its words: “picks up the phone” is “pick up phone”."""


class Token(NamedTuple):
    """A word of a text by its form, and where it stands."""

    form: str
    start: int
    end: int


def tokens_of(text: str) -> Iterator[Token]:
    """The words of a text in its order, without the little ones. An abbreviation of two letters is known by its capitals."""
    for found in _WORD.finditer(text.translate(_PLAIN)):
        word = found[0]
        if word.casefold() not in _LITTLE:
            yield Token(word if len(word) == 2 and word.isupper() else form(word), found.start(), found.end())


def divided(before: Token, after: Token, text: str) -> bool:
    """Whether a sentence ends between these two words that follow one another."""
    between = text[before.end : after.start]
    return between != " " and any(mark in between for mark in ".!?;:")


@cache
def form(word: str) -> str:
    """A word without what grammar adds: “reviews”, “reviewed” and “reviewing” are “review”, “families” is “family”."""
    plain = word.casefold()
    plain = plain[:-2] if plain.endswith("'s") else plain.removesuffix("'")
    if len(plain) <= 3:
        return plain
    if plain.endswith("ies"):
        plain = f"{plain[:-3]}y"
    elif plain.endswith(("sses", "shes", "ches", "xes")):
        plain = plain[:-2]
    if plain[-1] == "s" and plain[-2:-1] not in ("s", "u", ""):
        plain = plain[:-1]
    bare = _without(plain, "ed" if plain.endswith("ed") else "ing")
    if bare != plain and bare[-1] == bare[-2] and bare[-1] in "bdgmnprt":
        bare = bare[:-1]
    return _without(bare, "e")


def _without(word: str, ending: str) -> str:
    """A word without an ending, where three letters stand before it."""
    before = word[: -len(ending)]
    return before if word.endswith(ending) and len(before) > 2 and before[-3:].replace("_", "a").isalnum() else word
