"""IDs for life: how they are written, and how people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...returns import RETURNS, SHEETS
from ...schema import columns
from ..as_typed import says_nothing

_LETTERS = {c.id_prefix for cls in SHEETS.values() for c in columns(cls)} | {kind.id_letter for kind in RETURNS}
PREFIXES = tuple(sorted(_LETTERS - {""}, key=lambda letters: (-len(letters), letters)))
"""What an ID may begin with, the longer first: as the columns declare it, or as the tool gives it to a kind's rows."""
_LETTER = "|".join(PREFIXES)
_DASHES = "-‐‑–—−_"
_ID = re.compile(rf"({_LETTER})((?:[{_DASHES} ]+[A-Za-z0-9]+)+)", re.IGNORECASE)
_WITHIN = re.compile(rf"(?<![A-Za-z0-9])(?:{_LETTER})(?:[{_DASHES}][A-Za-z0-9]+)+", re.IGNORECASE)
"""An ID among other words: there its parts hang together by dashes."""
_SPACED = re.compile(rf"(?<![A-Za-z0-9{_DASHES}])(?:TF|[MRQN]) [A-Z]{{2,5}} \d{{1,4}}(?![A-Za-z0-9])", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]*\)")
_BETWEEN = re.compile(r"[,;\n/+&]+|\s+(?:and|plus)\s+", re.IGNORECASE)
_RANGE = re.compile(rf"\d\s+(?:to|until|through)\s+(?:(?:{_LETTER})\b|\d)", re.IGNORECASE)
"""``M-QDD-004 to 006``."""
_ALSO = {"V": ("V", "P")}
"""RDG answers asks (V-) and partner concerns (P-) on the same sheets."""
_AS_DIGITS = str.maketrans("OoIlL", "00111")


def parse_id(text: str, prefix: str = "") -> str | None:
    """An ID as it is kept (``M-CAP-007``), from what was typed (``m-cap-7``); None if it is not one, or not of this prefix."""
    found = _ID.fullmatch(text.strip())
    if not found:
        return None
    letter = found[1].upper()
    if prefix and letter not in _ALSO.get(prefix, (prefix,)):
        return None
    parts = [p for p in re.split(r"[^A-Za-z0-9]+", found[2]) if p]
    return "-".join([letter, *_settled(letter, parts)]) if _is_numbered(letter, parts) else None


def _is_numbered(letter: str, parts: list[str]) -> bool:
    """Whether an ID has its number, and no letter stands in it for a nought or a one; a box of a group is numbered by its month."""
    if letter in ("V", "P"):
        return any(c.isdigit() for part in parts for c in part)
    number = parts[-1]
    if len(parts) == 1 or number.translate(_AS_DIGITS).isdigit():
        return number.isdigit()
    return any(c.isdigit() for c in number)


def _settled(letter: str, parts: list[str]) -> list[str]:
    if letter == "V":
        return [parts[0].upper(), *(p.lower() for p in parts[1:])]
    if letter == "P":
        return [p.upper() for p in parts]
    tail = parts[-1]
    number = tail.zfill(2 if letter == "TF" else 3) if tail.isdigit() else tail.upper()
    return [*(p.upper() for p in parts[:-1]), number]


def id_meant(text: str, codes: Iterable[str], prefix: str = "") -> str | None:
    """The one ID that a slip of the keyboard can only mean: a letter O for a nought (``M-CAP-OO7``), dashes left out (``MCAP007``) or another sign for them (``M.CAP.007``)."""
    known = "|".join(map(re.escape, codes))
    found = re.fullmatch(rf"\W*({_LETTER})[\W_]*({known})[\W_]*([0-9OIL]{{1,4}})\W*", text.strip(), re.IGNORECASE) if known else None
    if not found or not any(c.isdigit() for c in found[3]):
        return None
    return parse_id("-".join((found[1], found[2], found[3].translate(_AS_DIGITS))), prefix)


def parse_ids(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The IDs in one cell, and what beside them is neither an ID nor a word about one.

    ``M-CAP-003 and R-CWF-001``, ``M-CAP-003 (late)`` and ``M-CAP-003: landing stage`` name IDs; “none identified” names none.
    """
    if says_nothing(text):
        return (), ()
    read: list[str] = []
    unknown: list[str] = []
    for part in (p.strip(" .()") for p in _BETWEEN.split(_without_asides(text))):
        found = [i for m in (_WITHIN.findall(part) or [part, *_SPACED.findall(part)]) if (i := parse_id(m))]
        read += found
        if found and _RANGE.search(part):
            unknown.append(part)  # its ends are read; what lies between is nobody's to guess
        if part and not found and not says_nothing(part):
            unknown.append(_after(read, part))
    return tuple(dict.fromkeys(read)), tuple(unknown)


def _after(before: list[str], part: str) -> str:
    """A number alone with the letters of the ID before it: in ``M-QDD-004 & 005`` the second can only be M-QDD-005. It is still asked about."""
    return f"{before[-1].rsplit('-', 1)[0]}-{part}" if before and re.fullmatch(r"\d{3}", part) else part


def _without_asides(text: str) -> str:
    """A text without what stands in brackets, unless an ID does."""
    return _ASIDE.sub(lambda aside: f" {aside[0][1:-1]} " if _WITHIN.search(aside[0]) else " ", text)
