"""The first sentence of what somebody wrote, where the whole stands elsewhere."""

from __future__ import annotations

import re

SENTENCE = re.compile(r".+?(?:[.?!][”’\"')]*(?=\s+[“‘\"'(]?[A-Z£])|[a-z]{3}[.?!](?=\s+\d))", re.DOTALL)


def first_sentence(text: str) -> str:
    """The first sentence of some text; the whole stands where the reference beside it leads."""
    whole = text.strip()
    found = SENTENCE.match(whole)
    return found[0] if found else whole


def rest(text: str) -> str:
    """What follows the first sentence."""
    return text.strip()[len(first_sentence(text)) :].strip()
