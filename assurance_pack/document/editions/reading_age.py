"""How old a reader must be to read some words with ease: the Flesch-Kincaid grade as an age. It is told, and stops nothing.

A grade is a year of American school, which children begin at five: the age is the grade and five. Fewer than thirty words say too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..blocks import Block, Document, Heading
from ..texts import texts

TARGET = 12
"""Years: the front page and what is meant for families should be no harder."""
ENOUGH = 30
"""Words, below which nothing is said."""
LABEL = 4
"""Pieces of fewer words than this that are no sentence are labels, and not read as prose."""

_WORD = re.compile(r"[A-Za-zÀ-ž]+(?:[’'][A-Za-z]+)?|[£\d][\d.,:]*[%m]?")
_ID = re.compile(r"\(?\b(?:TF|[ABCDMNPQRVX])-[A-Z0-9][\w-]*(?:, (?=[A-Z]+-))?\)?")
_SENTENCE = re.compile(r"(?<=[.?!])[”’\"')]*\s+")


@dataclass(frozen=True)
class ReadingAge:
    """How hard one part of a document is. `age` is in years; none where there are too few words to say."""

    part: str
    age: int | None
    words: int

    @property
    def over(self) -> bool:
        """Whether it is harder than it should be."""
        return self.age is not None and self.age > TARGET


def reading(part: str, said: Iterable[str]) -> ReadingAge:
    """How hard some pieces of text are, read one after another; no sentence goes on from one piece to the next."""
    sentences = [s for text in said for s in _sentences(text)]
    words = [w for s in sentences for w in s]
    if len(words) < ENOUGH:
        return ReadingAge(part, None, len(words))
    return ReadingAge(part, max(5, round(grade(len(sentences), len(words), sum(map(syllables, words))) + 5)), len(words))


def grade(sentences: int, words: int, spoken: int) -> float:
    """The Flesch-Kincaid grade (Kincaid and others, 1975) of so many sentences and words of so many syllables in all."""
    return 0.39 * words / sentences + 11.8 * spoken / words - 15.59


def front_page(document: Document) -> Iterator[Block]:
    """What stands before the second section, without the running facts under the title."""
    sections = 0
    for block in document.blocks:
        sections += isinstance(block, Heading) and block.level == 2
        if sections == 1:
            yield block


def read(part: str, blocks: Iterable[Block]) -> ReadingAge:
    """How hard some blocks are."""
    return reading(part, texts(blocks))


def _sentences(text: str) -> Iterator[list[str]]:
    for piece in _SENTENCE.split(_ID.sub("", text)):
        words = _WORD.findall(piece)
        if len(words) >= LABEL or (words and piece.rstrip().endswith((".", "?", "!"))):
            yield words


# ---------- syllables ----------

_GROUP = re.compile(r"[aeiouy]+")
_NOT_SOUNDED = tuple(
    re.compile(ending)
    for ending in (
        r"[^aeiouy]e$(?<![^aeiouyr]le)",  # made, whole; but table
        r"[^aeiouytd]ed$(?<![^aeiouylr]led)",  # promised; but wanted, handled
        r"[^aeiouyszxcgl]es$(?<![cs]hes)|[aeiouyr]les$",  # makes, files; but places, reaches, titles
        r"[vcfgkmnprstd]e(?:ment|ful|less|ness|ly)s?$|le(?:ful|less|ness|ly)$",  # improvement, likely; but element
        r"some[^rd]|eave[rl]|every|[cm]asew|[mf]iles|care[rt]|time[tk]|home[wl]|base[lw]|safe[gt]",  # something, every, milestone
    )
)
_SOUNDED_TWICE = tuple(
    re.compile(vowels)
    for vowels in (
        r"[^ct]ia(?!ge)|[ct]ia(?:ry|ti)",  # compliance, negotiation; but special, marriage
        r"[^clstgx]io(?!ur)|[^l]lio|ciety|[^ct]ie[nt](?:$|[cts]|y|l)|scien|[^e]ien[ct]e$(?<!t.....)",  # serious, quiet, science
        r"[^qg]ua",  # January; but quality, language
        r"[^p]eo|crea[^mst]|creat|[^e]eal(?:is|it)|(?:[aeiouy][^aeiouy]|[aeiouy]r)ea$",  # museum, creating, idea, area
        r"[aeiouy]ing|eeing|[aeo]yer",  # being, saying
        r"[st]h?m$|rhythm",  # autism, rhythm
    )
)


def syllables(word: str) -> int:
    """About how many syllables an English word has: its groups of vowels, less those not sounded, and those sounded apart. A number has one."""
    letters = re.sub(r"[’'](?:s|t|re|ve|ll|d)$", "", word.lower())
    if not letters[:1].isalpha():
        return 1
    silent = sum(len(p.findall(letters)) for p in _NOT_SOUNDED)
    twice = sum(len(p.findall(letters)) for p in _SOUNDED_TWICE)
    return max(1, len(_GROUP.findall(letters)) - silent + twice)
