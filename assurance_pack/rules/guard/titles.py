"""Names of files, sheets and folders, read as words: “smith_jayden_plan” names a child as “Jayden Smith's plan” does."""

from __future__ import annotations

import re

from ...later import Later
from .given_names import GIVEN_NAMES
from .names import SURNAME_FIRST
from .names_also_words import also_a_word_and_a_surname
from .names_by_grammar import NO_FAMILY, NO_PEOPLE, NOT_A_NAME, TITLES
from .people import people, spelt

_EXTENSION = Later(r"\.[A-Za-z]{2,5}$")
_RUN_TOGETHER = Later(r"(?<=[a-z]{2})(?=[A-Z][a-z]|\d{2})")
_NO_WORD = Later(r"_|%20|(?<=[A-Za-z])[.+](?=[A-Za-z])")
_WORDS = """
    plan plans review tribunal appeal ehcp ehc placement exclusion excluded letter letters transport taxi report notes case
    advice mum dad parents parent family complaint dob email photo picture assessment referral chronology birthday timetable
    school place
"""
OF_A_CASE = frozenset(_WORDS.split())
"""What the files of one child are called after: beside these, a given name alone is a child's."""


_OF_A_GROUP = frozenset(["baby", "babies", "club", "drop", "group", "groups", "matters", "sessions", "support", "toddler", "toddlers"])
_NOBODYS = OF_A_CASE | _OF_A_GROUP | {"about", "and", "by", "for", "from", "in", "of", "on", "the", "to", "with"}


def without_ending(name: str) -> str:
    """The name without what says its format."""
    return _EXTENSION.sub("", name)


def as_words(name: str) -> str:
    """The name with spaces where others put lines, dots or nothing but a capital, and with the capitals a sentence would have."""
    if " " not in name:
        name = _RUN_TOGETHER.sub(" ", name)
    return " ".join(_as_a_word(w, shouted=name.isupper()) for w in _NO_WORD.sub(" ", name).split())


def _as_a_word(word: str, *, shouted: bool) -> str:
    """A word of a name with the capital it would have in a sentence: any may be somebody's, but those of a case are none.

    A short word in capitals is an abbreviation; where the whole name is `shouted` it may also be a given name, a title or a word like “from”.
    """
    if shouted and word.lower() in _NOBODYS:
        return word.lower()
    somebody = shouted and (word.capitalize() in GIVEN_NAMES or word.lower() in TITLES)
    raised = (word.islower() and word not in _NOBODYS) or (word.isupper() and (len(word) > 4 or somebody))
    return word.capitalize() if raised else word


_OF_ONE_CHILD = frozenset(
    ["ehcp", "taxi", "dob", "tribunal", "chronology", "exclusion", "excluded", "mum", "dad", "photo", "birthday", "case"]
)
"""Beside these even a name that is also a word, or an initial with a surname, is a child's."""
_OF_SEVERAL = frozenset(["study", "studies", "audit", "tracker", "numbers", "data", "law", "costs", "contract", "survey"])
_SEASONS = frozenset({"January", "April", "May", "June", "July", "August", "Spring", "Summer", "Autumn", "Winter", "Amber", "Green"})
_MOSTLY_WORDS = _SEASONS | {
    "Art",
    "Baby",
    "Blue",
    "Great",
    "Light",
    "Page",
    "Red",
    "Royal",
    "Silver",
    "Star",
    "Stone",
    "Sunday",
    "True",
    "Wednesday",
}
_BESIDES = "|".join(sorted(OF_A_CASE))
_A_HOUSEHOLD = Later(
    r"\b(?!The\b|Autis|Exclu|Missing|Vulnerab|Disab|Older|Younger|Teenage|Adopt|Look|White|Black|Holy\b|Our\b|All\b|And\b|For\b|Of\b)"
    rf"{NO_FAMILY}{NO_PEOPLE}{NOT_A_NAME}[A-Z][a-z]+ (?i:boys|girls|twins|family|brothers|sisters|siblings)(?=$| (?i:{_BESIDES})\b)"
)
_IN_CAPITALS = r"(?!SEND|SENCO|EHC|CAMHS|RISK|PLAN|DATA|FINAL|DRAFT|COPY|NOTE|FORM|BOARD|TEAM|JUNE|JULY|MARCH|APRIL)"
_SURNAME_IN_CAPITALS = Later(rf"\b{_IN_CAPITALS}[A-Z]{{4,}} ([A-Z][a-z]+)\b")
_INITIAL = Later(r"^(?!I\b)[A-Z]\.? ?[A-Z][a-z]{3,}\b")
_ALSO_A_PLACE = Later(r"\b([A-Z][a-z]+) (?:Green|Hall|Park|Hill|Wood|House|Grove|Lane|Fields?|Bank|Close|Rise|Walk|Church|Court)\b")
_A_PLACE = Later(
    r"\b(?:school|academy|primary|nursery|college|centre|road|street|estate|unit|base|hub|building|site|places)\b", re.IGNORECASE
)


def surname_in_capitals(name: str) -> bool:
    """Whether a name as it was typed begins with a surname in capitals: “OKAFOR Leo”."""
    return any(m[1] in GIVEN_NAMES for m in _SURNAME_IN_CAPITALS.finditer(name))


def named_in_a_title(title: str) -> bool:
    """Whether the name of a file, sheet or folder, as words, names somebody: nobody there is named in a role, so it may be a child."""
    named = [p for p in people(title) if not p.weak]
    said = set(re.findall(r"[a-z]+", title.lower()))
    surname_first = any(spelt(m[2]) in GIVEN_NAMES for m in SURNAME_FIRST.finditer(title))
    if surname_first or any(p.whole or not OF_A_CASE.isdisjoint(said) or p.given == title for p in named):
        return True
    of_a_case, of_one_child = not OF_A_CASE.isdisjoint(said), not _OF_ONE_CHILD.isdisjoint(said)
    if _A_HOUSEHOLD.search(title):
        return True
    if not _A_PLACE.search(title) and also_a_word_and_a_surname(title, of_a_case=of_a_case, of_one_child=of_one_child):
        return True
    if not _A_PLACE.search(title) and any(m[1] in GIVEN_NAMES for m in _ALSO_A_PLACE.finditer(title)):
        return True
    if (
        not OF_A_CASE.isdisjoint(said)
        and any(p.whole and p.given not in _MOSTLY_WORDS for p in people(title))
        and not _A_PLACE.search(title)
    ):
        return True
    if said.isdisjoint(_OF_ONE_CHILD) or not said.isdisjoint(_OF_SEVERAL):
        return False
    return bool(_INITIAL.match(title)) or any(p.given not in _SEASONS for p in people(title))
