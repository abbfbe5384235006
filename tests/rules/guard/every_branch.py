"""Texts that a pattern finds, so many that every alternative of every choice in it is taken in one of them."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from functools import cache
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from hypothesis import strategies as st


@cache
def made_up_for(pattern: str, flags: int) -> st.SearchStrategy[str]:
    """Texts made up at random in which a pattern finds something: how is worked out once, which takes longer than to make some up."""
    return st.from_regex(re.compile(pattern, flags))


LETTERS = "abyRAK7. '-,;:(&?" + string.printable + "Яआ中"
"""What is tried for a place where any of several characters may stand, in this order."""


def texts_found_by(pattern: re.Pattern[str]) -> Iterator[str]:
    """Each way through the pattern's choices, one choice at a time, as a text. Some are none it finds: what must not stand around is not minded."""
    yield from _all(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))


def _all(nodes: Sequence[Any]) -> list[str]:
    """Texts for a sequence: with each alternative of each part, the other parts as they come first."""
    parts = [_of(node) for node in nodes]
    usual = [part[0] for part in parts]
    found = ["".join(usual)]
    for at, part in enumerate(parts):
        found += ["".join([*usual[:at], other, *usual[at + 1 :]]) for other in part[1:]]
    return list(dict.fromkeys(found))


def _of(node: Any) -> list[str]:
    """Texts for one part, never none."""
    kind, value = node
    if kind is code.LITERAL:
        return [chr(value)]
    if kind is code.NOT_LITERAL:
        return [next(c for c in LETTERS if ord(c) != value)]
    if kind is code.ANY:
        return ["a"]
    if kind is code.IN:
        return [next(c for c in LETTERS if _is_in(c, value))]
    if kind is code.BRANCH:
        return [text for branch in value[1] for text in _all(branch)]
    if kind is code.SUBPATTERN:
        return _all(value[3])
    if kind in (code.MAX_REPEAT, code.MIN_REPEAT):
        least, most, inner = value
        if inner[0][0] is code.IN and _is_in(" ", inner[0][1]):
            return [" " * max(least, 1), "a" * least]  # a gap between words
        texts = _all(inner)
        once = [*([""] if least == 0 else []), *(text * max(least, 1) for text in texts)]
        return [*once, texts[0] * 2] if most > 1 else once
    return [""]  # what stands before or after, and ends of words


def _is_in(character: str, members: Sequence[Any]) -> bool:
    negated = members[0][0] is code.NEGATE
    inside = any(_is(character, member) for member in members[negated:])
    return inside is not negated


def _is(character: str, member: Any) -> bool:
    kind, value = member
    if kind is code.LITERAL:
        return ord(character) == value
    if kind is code.RANGE:
        return bool(value[0] <= ord(character) <= value[1])
    sign = {
        code.CATEGORY_DIGIT: r"\d",
        code.CATEGORY_NOT_DIGIT: r"\D",
        code.CATEGORY_WORD: r"\w",
        code.CATEGORY_SPACE: r"\s",
        code.CATEGORY_NOT_SPACE: r"\S",
        code.CATEGORY_NOT_WORD: r"\W",
    }
    return bool(re.match(sign[value], character))
