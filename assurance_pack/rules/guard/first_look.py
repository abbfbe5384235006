"""A first look at the words of a text: whether one stands in it without which no story of a child is told. Most texts hold none.

A test tries every pattern of `narrative` against it.
"""

from __future__ import annotations

import re

CHILD = (
    r"(?:child|pupil|student|young person|young man|young woman|young lady|youngster|boy|girl|lad|lass|learner|baby|toddler|newborn|teenager|teen|kid|"
    r"little one|sixth[ -]former|schoolboy|schoolgirl|school-?leaver|care leaver|young carer)"
)
_CHILD_WORDS = frozenset(re.findall(r"[a-z]+", CHILD)) - {"person", "man", "woman", "lady", "one", "former", "school", "care"} | {
    "schoolleaver"
}
_OTHERS = """
    he she his him her whose my parent parents family mum mummy mother dad daddy father nan gran carer brother brothers sister sisters twin twins
    triplet triplets sibling siblings son daughter aunt uncle nephew niece eldest youngest oldest middle male female chap man woman lady gentleman
    fellow refugee mute user deaf newcomer starter arrival initials yp year years yr y yo age aged himself herself wife husband partner reception nursery boys girls
"""
_OTHER_WORDS = frozenset(_OTHERS.split())
_PARTS = ("(", "one of", "1 of", "grand", "step", "sister", "brother", "sibling", "i was", "i've", "i have", "i am", "i'm", "i had", "i know")  # fmt: skip
_OLD = re.compile(r"year|yr|\dy|\d y|\by\d")


def of_one_child(text: str) -> bool:
    """Whether a word for one child stands in the text."""
    return not _words(text).isdisjoint(_CHILD_WORDS)


def of_somebody(text: str) -> bool:
    """Whether any other word stands in it without which no story is told."""
    spoken = text.lower()
    return not _words(text).isdisjoint(_OTHER_WORDS) or any(p in spoken for p in _PARTS) or bool(_OLD.search(spoken))


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))
