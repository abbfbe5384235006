"""Somebody's words a clause at a time, for rules that hold what is said in one against a value."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENDS = r"[.;:!?](?=\s|$)|\s[–—]\s"
_LONGEST = 400
"""Characters; what is longer is no clause of a sentence, and is not taken apart: a text made to be slow costs nothing so."""


def in_clauses(text: str, *, or_at: str = "") -> Iterator[str]:
    """The clauses of a text, without the blanks around them; a clause ends `or_at` a further pattern too (“, but ”)."""
    parts = re.split(f"{_ENDS}|{or_at}" if or_at else _ENDS, text)
    yield from (clause for part in parts if 0 < len(clause := part.strip()) <= _LONGEST)
