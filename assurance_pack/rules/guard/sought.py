"""What is looked for in a whole text, and the words and marks without which it is not there: most texts are told by these, and most patterns never made.

Of each such pattern it is known of which words and marks one always stands in what it finds (`needed_words.json`, told from how the pattern is
written: tests tell them again, and try every way through every pattern against them). A pattern that is not in that list is always looked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from ...later import Later
from .first_look import words_of

NEEDED = Path(__file__).with_name("needed_words.json")
MARKS = frozenset("()[],.:;'\"/&@+#£%-")
A_DIGIT = "0"
"""Stands for any."""
_HAS_A_DIGIT = Later(r"\d")

_ALSO_LETTERS = str.maketrans("\u017f\u212a\u0130\u0131", "skii")
"""Letters that a pattern which minds no capitals takes for others: none of them hides a word."""

Words = frozenset[str]
T = TypeVar("T")


@lru_cache(maxsize=16)
def said_in(text: str) -> Words:
    """The words of a text in small letters, the marks in it, and whether a digit is."""
    said = words_of(text) | MARKS.intersection(text)
    if not text.isascii():
        said |= words_of(text.translate(_ALSO_LETTERS))
    return said | {A_DIGIT} if _HAS_A_DIGIT.search(text) else said


class Sought(Later):
    """A pattern that is looked for in a whole text only where what it needs is said there."""

    every: ClassVar[list[Sought]] = []
    """All there are, for what tells the words they need."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """How it is written."""
        super().__init__(pattern, flags)
        self.every.append(self)

    @property
    def name(self) -> str:
        """What its words are kept under: a pattern written otherwise is another one."""
        return sha256(f"{int(self.written_with)} {self.pattern}".encode()).hexdigest()[:12]

    @cached_property
    def needed(self) -> tuple[Words, ...]:
        """Sets of words and marks: one of each always stands in what it finds."""
        sets, of = _kept()
        return tuple(sets[at] for at in of.get(self.name, ()))

    def may_stand_in(self, text: str) -> bool:
        """Whether a text says what it needs."""
        return not self.needed or all_said(self.needed, said_in(text))

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Wherever it stands in a text."""
        return self.finditer(text) if self.may_stand_in(text) else iter(())

    def stands_in(self, text: str) -> bool:
        """Whether it stands in a text at all."""
        return self.may_stand_in(text) and bool(self.search(text))

    def put_out_of(self, text: str, put: str | Callable[[re.Match[str]], str]) -> str:
        """The text with something else put wherever it stands."""
        return self.sub(put, text) if self.may_stand_in(text) else text


def all_said(needed: Iterable[Words], said: Words) -> bool:
    """Whether one of each of these sets is said."""
    for words in needed:  # noqa: SIM110  # a loop takes half the time, and this is asked ten thousand times
        if words.isdisjoint(said):
            return False
    return True


class Several(Generic[T]):
    """Many things that are looked for in the same texts, each with the words it needs: which of them may stand in a text is told by its words."""

    def __init__(self, each: Iterable[T], needed: Callable[[T], tuple[Words, ...]]) -> None:
        """`needed` gives the sets of words a thing needs, first the one that stands in fewest texts."""
        self._each, self._needed = tuple(each), needed

    @cached_property
    def _by_word(self) -> tuple[dict[str, list[int]], list[int]]:
        """Where the things stand that need a word first, by that word; and those that need none."""
        by_word: dict[str, list[int]] = {}
        always = []
        for at, thing in enumerate(self._each):
            sets = self._needed(thing)
            for word in sets[0] if sets else ():
                by_word.setdefault(word, []).append(at)
            if not sets:
                always.append(at)
        return by_word, always

    def among(self, said: Words) -> list[T]:
        """Those that may stand in a text in which this is said, in their order."""
        by_word, always = self._by_word
        places = {at for word in by_word.keys() & said for at in by_word[word]}
        things = (self._each[at] for at in sorted(places.union(always)))
        return [thing for thing in things if all_said(self._needed(thing), said)]


@cache
def _kept() -> tuple[tuple[Words, ...], dict[str, list[int]]]:
    kept = json.loads(NEEDED.read_text(encoding="utf-8"))
    return tuple(map(frozenset, kept["sets"])), kept["of"]
