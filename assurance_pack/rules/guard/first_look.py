"""A first look at the words of a text: whether one stands in it without which no child is told of, and none is named. Most texts hold none.

Tests try every pattern of `stories` and `names_by_grammar` against it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ...later import Later

CHILD = (
    r"(?:child|pupil|student|young person|young man|young woman|young lady|youngster|boy|girl|lad|lass|learner|baby|toddler|newborn|teenager|teen|kid|"
    r"little one|sixth[ -]former|schoolboy|schoolgirl|school-?leaver|care leaver|young carer)"
)
CHILD_WORDS = frozenset(re.findall(r"[a-z]+", CHILD)) - {"person", "man", "woman", "lady", "one", "former", "school", "care"} | {
    "schoolleaver"
}
_OTHERS = """
    he she his him her whose my parent parents family mum mummy mother dad daddy father nan gran carer brother brothers sister sisters twin twins
    triplet triplets sibling siblings son daughter aunt uncle nephew niece eldest youngest oldest middle male female chap man woman lady gentleman
    fellow refugee mute user deaf newcomer starter arrival initials yp year years yr y yo age aged himself herself wife husband partner reception nursery boys girls
    i one single
"""
_OTHER_WORDS = frozenset(_OTHERS.split())
_PARTS = Later(r"[(]|1 of|grand|step|sister|brother|sibling|year|yr|\dy|\d y|y\d")


def of_one_child(text: str) -> bool:
    """Whether a word for one child stands in the text."""
    return not words_of(text).isdisjoint(CHILD_WORDS)


def of_somebody(text: str) -> bool:
    """Whether any other word stands in it without which no story is told."""
    return not words_of(text).isdisjoint(_OTHER_WORDS) or bool(_PARTS.search(text.lower()))


@lru_cache(maxsize=16)
def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters; of the last few texts, because each kind of thing looks at the same one."""
    return frozenset(re.findall(r"[a-z]+", text.lower()))
