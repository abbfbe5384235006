"""Text an Office file can hold: its XML has no place for some signs, and a file with one of them would not open."""

from __future__ import annotations

import re

from .characters import UNREADABLE

_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ILLEGAL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def legal(text: str) -> str:
    """The text with one kind of line end, without marks that turn the reading direction, and with what cannot be held named in words."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _ILLEGAL.sub(UNREADABLE, _TURNS.sub("", _ENDS.sub("\n", joined)))
