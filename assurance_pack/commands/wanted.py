"""What is to be withdrawn, in every shape in which it may have been printed: whole, by the words it opens with, or by its short name."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..document.sections.milestones.plan import NAME_MOST as PLAN_MOST
from ..document.sections.month.asked import OPTION_MOST
from ..english import first_sentence
from ..model import Cell
from ..position.names import STRETCH
from ..record.withdrawals import letters
from ..short_names import NAME_MOST, short_name, without_articles

LEAST = 6
"""Letters of words given by hand, and of a short name: fewer stand in too many words to be taken out wherever they are."""
LEAST_OF_A_CELL = 20
"""Letters of what stands in a cell: a shorter text (“Head of SEND”) goes from its cell, and stays where others wrote the same."""
SHORT = 400
"""Letters of a text that may be kept while the files are looked through; the others are not worth the room."""
OPENING = 24
"""Letters a sentence or clause opens with, by which it is known where a page, a quotation or the end of a page cut it short."""
_ROOMS = ((NAME_MOST, 0), (NAME_MOST, STRETCH), (OPTION_MOST, 0), (PLAN_MOST, 0))
"""How long a short name may be, in each place where one is printed."""
_PIECES = re.compile(r"(?<=[.!?;:])\s+|\s[–—]\s|\n+")


@dataclass(frozen=True)
class Wanted:
    """What is to be taken out: words, wherever they stand, and cells of one month's returns: files of other months may have the same names.

    `words` are looked for whole; `texts` are what stood in cells, looked for in pieces too; `named` are those by which an item is called.
    """

    words: tuple[str, ...] = ()
    cells: frozenset[Cell] = frozenset()
    month: str = ""
    texts: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    @cached_property
    def letters(self) -> frozenset[str]:
        """All that is looked for, whatever its capitals, spaces and line ends."""
        found = {letters(w) for w in self.words}
        for text in self.texts:
            found |= {letters(text)} | {o[:OPENING] for piece in _PIECES.split(text) if len(o := letters(piece)) >= LEAST_OF_A_CELL}
        return frozenset(f for f in found if f)

    @cached_property
    def short(self) -> frozenset[str]:
        """Short names: these may have lost their articles, so they are looked for without."""
        return frozenset(
            found for text in self.named for name in _short_names(text) if len(found := letters(without_articles(name))) >= LEAST
        )

    def in_text(self, text: str) -> bool:
        """Whether a text holds any of it."""
        return self._known(text) if len(text) < SHORT else self._stands_in(text)

    @cached_property
    def _known(self) -> Callable[[str], bool]:
        """The same of a short text: records, forms and books of many months have the most of these in common."""
        return lru_cache(maxsize=50_000)(self._stands_in)

    def _stands_in(self, text: str) -> bool:
        plain = letters(text)
        if any(w in plain for w in self.letters):
            return True
        if len(plain) < self._shortest:  # without its articles it is shorter yet
            return False
        bare = letters(without_articles(" ".join(text.split())))
        return any(w in bare for w in self.short)

    @cached_property
    def _shortest(self) -> float:
        """Letters of the shortest of the short names."""
        return min(map(len, self.short), default=math.inf)


def _short_names(text: str) -> Iterator[str]:
    """Every name of two words or more by which a page may call an item of this title."""
    for whole in (text, first_sentence(text), text.partition(";")[0]):
        for most, stretch in _ROOMS:
            if len((name := short_name(whole, most, stretch)).split()) > 1:
                yield name
