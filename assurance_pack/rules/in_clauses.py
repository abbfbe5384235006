"""Somebody's words a clause at a time, for rules that hold what is said in one against a value."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENDS = r"[.;:!?](?=\s|$)|\s[–—]\s"
_LONGEST = 400
"""Characters; what is longer is no clause of a sentence, and is not taken apart: a text made to be slow costs nothing so."""


_JOINED = "\u2060"
"""Stands for a while behind a colon at which no clause ends."""


def in_clauses(text: str, *, or_at: str = "", but_not_at: str = "") -> Iterator[str]:
    """The clauses of a text, without the blanks around them; a clause ends `or_at` a further pattern too (“, but ”), and at no colon of `but_not_at` (“Likelihood: 5”)."""
    joined = re.sub(but_not_at, lambda m: m[0].replace(":", f":{_JOINED}"), text) if but_not_at else text
    parts = re.split(f"{_ENDS}|{or_at}" if or_at else _ENDS, joined)
    yield from (clause for part in parts if 0 < len(clause := part.replace(_JOINED, "").strip()) <= _LONGEST)
