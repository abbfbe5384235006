"""Names of files, sheets and folders, read as words: “smith_jayden_plan” names a child as “Jayden Smith's plan” does."""

from __future__ import annotations

import re

from .given_names import GIVEN_NAMES
from .names import SURNAME_FIRST
from .names_by_grammar import TITLES
from .people import people, spelt

_EXTENSION = re.compile(r"\.[A-Za-z]{2,5}$")
_NO_WORD = re.compile(r"_|%20|(?<=[A-Za-z])[.+](?=[A-Za-z])")
_WORDS = """
    plan plans review tribunal appeal ehcp ehc placement exclusion excluded letter letters transport taxi report notes case
    advice mum dad parents parent family complaint dob email photo picture assessment referral chronology birthday timetable
    school place
"""
OF_A_CASE = frozenset(_WORDS.split())
"""What the files of one child are called after: beside these, a given name alone is a child's."""


_NOBODYS = OF_A_CASE | {"about", "and", "by", "for", "from", "in", "of", "on", "the", "to", "with"}


def without_ending(name: str) -> str:
    """The name without what says its format."""
    return _EXTENSION.sub("", name)


def as_words(name: str) -> str:
    """The name with spaces where others put lines and dots, and with the capitals a sentence would have."""
    return " ".join(_as_a_word(w, shouted=name.isupper()) for w in _NO_WORD.sub(" ", name).split())


def _as_a_word(word: str, *, shouted: bool) -> str:
    """A word of a name with the capital it would have in a sentence: any may be somebody's, but those of a case are none.

    A short word in capitals is an abbreviation; where the whole name is `shouted` it may also be a given name, a title or a word like “from”.
    """
    if shouted and word.lower() in _NOBODYS:
        return word.lower()
    somebody = shouted and (word.capitalize() in GIVEN_NAMES or word.lower() in TITLES)
    raised = (word.islower() and word not in OF_A_CASE) or (word.isupper() and (len(word) > 4 or somebody))
    return word.capitalize() if raised else word


def named_in_a_title(title: str) -> bool:
    """Whether the name of a file, sheet or folder, as words, names somebody: nobody there is named in a role, so it may be a child."""
    named = [p for p in people(title) if not p.weak]
    about_a_case = not OF_A_CASE.isdisjoint(re.findall(r"[a-z]+", title.lower()))
    surname_first = any(spelt(m[2]) in GIVEN_NAMES for m in SURNAME_FIRST.finditer(title))
    return surname_first or any(p.whole or about_a_case for p in named)
