"""The signs a text gives of being about one child: its words with what kind of word each is, and which kinds stand side by side.

“The pupil with Batten disease, whose plan took 61 weeks” gives the word for one child, “with” after it, a condition, “whose”, a number. What each
sign weighs is learned (see `weighing`); here stands only what counts as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ...later import Later
from .colleagues import in_a_role, of_an_office
from .given_names import ALSO_WORDS, GIVEN_NAMES, IN_SMALL_LETTERS
from .people import of_a_place, people
from .stories import CONDITION, KIN, ONE

_NUMBER = (
    r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
)
_KINDS = {
    "ITEM": r"\b(?:TF|[A-Z])-(?:[A-Z]{2,6}-)?\d[\w-]*\b",
    "AGE": rf"(?i:\b(?:{_NUMBER})[- ](?:year|yr)s?[- ]old\b|\bage[d ]? ?(?:of )?(?:{_NUMBER})\b|\b\d{{1,2}} ?(?:y/o|yo)\b|\((?:aged )?(?:[2-9]|1\d|2[0-5])\))",
    "YEAR": r"(?i:\b(?:Year|Yr\.?|Y) ?\d{1,2}\b|\bReception\b)",
    "CONDITION": rf"\b{CONDITION}\b",
    "KIN": rf"(?i:\b{KIN}\b|\b(?:brother|sister|sibling|son|daughter|parent|carer|aunt|uncle|twin|mummy|daddy|step\w+|grandson|granddaughter|nephew|niece)\b)",
    "MANY": r"(?i:\b(?:children|pupils|students|young people|girls|boys|families|learners|parents|carers|siblings|twins|brothers|sisters)\b)",
    "CHILD": rf"(?i:\b{ONE}\b)",
    "THEY": r"(?i:\b(?:he|she|him|her|his|hers|himself|herself)\b)",
    "SHARE": r"\d+(?:\.\d+)? ?(?:%|per cent)",
    "MONEY": r"£[\d,.]+[mk]?",
    "WHEN": r"\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Easter|Christmas|[Hh]alf[- ]term|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday)\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)",
    "TITLE": r"\b(?:Mr|Mrs|Ms|Miss|Mx|Master)\b\.?(?: [A-Z][a-z'-]+(?<!'s))?",
    "SCHOOL": r"(?:\b[A-Z][a-z'-]+ )+(?:School|Academy|Primary|College|Juniors?|Infants?|Nursery|High)\b",
    "INITIAL": r"\b(?:[B-HJ-Z]\b\.?|A\.)",
    "NUMBER": r"\b\d[\d.,]*",
    "word": r"[A-Za-z][A-Za-z'-]*",
    "mark": r"[.,;:()\"-]",
}
_TOKEN = Later("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
_WORDS_OF_GRAMMAR = """
    a an the one two three four this that these those of in at on for with without from to who whose which has had have was were is are be been being
    not no never only just still now also and or but because since after before until when where if whether all every each any some most more than our
    my we i they their them it its us you your said told says asked same another other both will would can could should must may might did does do
    don't didn't hasn't won't can't cannot
    """
_GRAMMAR = frozenset(_WORDS_OF_GRAMMAR.split())
"""Words that say how the others belong together, and are kept as they are where the rest is only a kind of word."""
_ALSO_IN_SMALL = frozenset(name.lower() for name in ALSO_WORDS)
OF_PEOPLE = frozenset({"GIVEN", "AT-WORK", "ALSO", "CAPITAL", "TITLE", "INITIAL", "small-name"})
"""Kinds of word that may name somebody."""
NAMED = frozenset({"GIVEN", "AT-WORK", "TITLE", "small-name"})
"""Those without which nobody is: any word may have a capital."""

Token = tuple[str, str]
"""A word or its kind, and a coarser kind: a word of grammar stands for itself, any other for its ending."""


@lru_cache(maxsize=4)
def signs_of(text: str) -> frozenset[str]:
    """Every word and kind of word of a text already made plain, each two side by side, and each three where one is of a kind that matters."""
    tokens = [("^", "^"), *_tokens(text), ("$", "$")]
    signs = {sign for word, kind in tokens for sign in (word, f"_{kind}")}
    for (word, kind), (then, then_kind) in pairwise(tokens):
        signs.add(f"{kind} {then_kind}")
        if word.isupper() or then.isupper():
            signs.add(f"{word} {then}")
    for three in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if any(kind.isupper() or kind in OF_PEOPLE for _, kind in three):
            signs.add(" ".join(kind for _, kind in three))
    return frozenset(signs)


def may_name(signs: frozenset[str]) -> bool:
    """Whether anybody may be named where these signs stand."""
    return not NAMED.isdisjoint(signs)


def _tokens(text: str) -> Iterator[Token]:
    begins = True
    for found in _TOKEN.finditer(text):
        kind, word = found.lastgroup or "", found[0]
        if kind == "word":
            yield from _of_a_word(text, found, begins)
        elif kind == "TITLE":
            role = _role(text, *found.span()) or kind
            yield role, role
        else:
            yield (word, word) if kind == "mark" else (kind, kind)
        begins = kind == "mark" and word in '.:"'


def _of_a_word(text: str, found: re.Match[str], begins: bool) -> Iterator[Token]:
    word = found[0]
    base = word[:-2] if word.endswith("'s") else word.rstrip("'")
    kind = _kind_of_name(text, found.start(), base, begins)
    if kind:
        yield kind, kind
        if word.endswith("'s"):
            yield "'s", "'s"
        return
    said = word.lower() if begins and not (base.isupper() and len(base) > 1) else word
    yield said, said if said in _GRAMMAR else _ending(said)


def _kind_of_name(text: str, start: int, base: str, begins: bool) -> str:
    """What kind of name a word is, or nothing: given, also a word, any other with a capital, a given name in small letters; of a place or an officer."""
    first = base.split("-")[0]
    if not base[:1].isupper():
        parts = set(base.split("-"))
        return "small-name" if parts & IN_SMALL_LETTERS and parts <= IN_SMALL_LETTERS | _ALSO_IN_SMALL else ""
    if first.capitalize() in GIVEN_NAMES and (not base.isupper() or len(base) > 3):
        span = start, next((p.end for p in people(text) if p.start == start), start + len(base))
        return "PLACE" if of_a_place(text, (start, start + len(base))) else _role(text, *span) or "GIVEN"
    if begins or (base.isupper() and len(base) > 1):
        return ""
    return "ALSO" if first in ALSO_WORDS else "CAPITAL"


def _role(text: str, start: int, end: int) -> str:
    """Whether whoever is named here is an officer by the words beside the name, or only in a sentence about an office."""
    return "OFFICER" if in_a_role(text, start, end) else "AT-WORK" if of_an_office(text, start, end) else ""


def _ending(word: str) -> str:
    """A word by its ending, which tells what it does in the sentence."""
    if word.isupper():
        return "LETTERS"
    return next((f"~{end}" for end in ("ed", "ing", "s") if word.endswith(end)), "~")
