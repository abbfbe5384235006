"""Which words tell a theme, learned from the statements in `theme_statements.txt`: counting and logarithms, nothing else.

The words are counted when the generated files are written (`make docs`), and a run reads the counts: counting took a thirtieth of a check.

Complement naive Bayes (Rennie and others, 2003): a word speaks for a theme when it is rare in the statements of all the others. It gives each
word a weight that can be shown, and the same weight on every machine.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from math import log
from pathlib import Path
from typing import NamedTuple

from .word_forms import divided, tokens_of

STATEMENTS = Path(__file__).with_name("theme_statements.txt")
COUNTS = Path(__file__).with_name("theme_counts.json")
"""In how many statements of each heading a word or pair of words stands."""

NO_THEME = ""
"""The heading of the statements that are of no theme."""

_CAUTION = 2.0
"""Added to every count, so that a word met once does not decide. Tried on statements left out of the learning: 0.3 to 2, the more the better."""

_DECIMALS = 6
"""Of a weight: far finer than matters, far coarser than two machines' logarithms differ."""

_GRAMMAR = frozenset(
    token.form
    for token in tokens_of(
        "and or but to in on at for with as is are was were be been being it he she they we i you that this these those there so if than then"
        " from by has have had do does did will would can could should just very"
    )
)
"""Words that stand in any sentence."""


class MarkedWord(NamedTuple):
    """A word of a text, or two that follow one another, by their forms, and where they stand."""

    forms: str
    start: int
    end: int


def marks_of(text: str) -> tuple[MarkedWord, ...]:
    """The words of a text, and each two neighbours within a sentence. A figure counts only beside its word: “20 weeks” as “# week”."""
    bare = [(("#" if t.form[0].isdigit() else t.form), t) for t in tokens_of(text)]
    told = [(shape, token) for shape, token in bare if shape not in _GRAMMAR]
    singly = [MarkedWord(shape, t.start, t.end) for shape, t in told if shape != "#"]
    paired = [MarkedWord(f"{one} {two}", a.start, b.end) for (one, a), (two, b) in pairwise(told) if not divided(a, b, text)]
    return (*singly, *paired)


class Learned:
    """The weight of each word and pair of words for each theme, by the theme's heading."""

    def __init__(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """`counts` says, by heading, in how many of its statements a word or pair of words stands."""
        self._counts = {heading: Counter(of_one) for heading, of_one in counts.items()}
        self._all: Counter[str] = Counter()
        for of_one in self._counts.values():
            self._all.update(of_one)
        total = self._all.total() + _CAUTION * len(self._all)
        self._others = {heading: log(total - counts.total()) for heading, counts in self._counts.items()}

    @property
    def headings(self) -> frozenset[str]:
        """The themes of which there are statements."""
        return frozenset(self._counts) - {NO_THEME}

    def weights(self, forms: str) -> dict[str, float]:
        """For each theme, how much more this word speaks for it than for none; negative where it speaks for none. Nothing if never met."""
        met = self._all.get(forms)
        if not met:
            return {}
        against = {heading: log(met - counts.get(forms, 0) + _CAUTION) - self._others[heading] for heading, counts in self._counts.items()}
        return {heading: round(against[NO_THEME] - one, _DECIMALS) for heading, one in against.items() if heading != NO_THEME}


@cache
def learned() -> Learned:
    """What the product's own statements teach: read once in a run."""
    return Learned(json.loads(COUNTS.read_text(encoding="utf-8")))


def counted(statements: Iterable[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """In how many statements of each heading a word or pair of words stands; `statements` are pairs of a heading and words."""
    counts: dict[str, Counter[str]] = {}
    for heading, words in statements:
        counts.setdefault(heading, Counter()).update({mark.forms for mark in marks_of(words)})
    return {heading: dict(sorted(of_one.items())) for heading, of_one in counts.items()}


def counts_written() -> bytes:
    """The content of `COUNTS`, from the statements as they stand: a line for each heading."""
    counts = counted(statements_in(STATEMENTS.read_text(encoding="utf-8")))
    lines = ",\n".join(f"{json.dumps(heading)}: {json.dumps(of_one, ensure_ascii=False)}" for heading, of_one in counts.items())
    return f"{{\n{lines}\n}}\n".encode()


def statements_in(text: str) -> Iterator[tuple[str, str]]:
    """Heading and statement of each line. A line with # in front is a remark."""
    heading = NO_THEME
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("[") and line.endswith("]"):
            heading = line[1:-1]
        elif not line.startswith("#"):
            yield heading, line
