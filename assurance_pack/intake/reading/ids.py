"""IDs for life: how they are written, and how people write them."""

from __future__ import annotations

import re

from ...returns import RETURNS, SHEETS
from ...schema import columns

_LETTERS = {c.id_prefix for cls in SHEETS.values() for c in columns(cls)} | {kind.id_letter for kind in RETURNS}
PREFIXES = tuple(sorted(_LETTERS - {""}, key=lambda letters: (-len(letters), letters)))
"""What an ID may begin with, the longer first: as the columns declare it, or as the tool gives it to a kind's rows."""
_ID = re.compile(rf"({'|'.join(PREFIXES)})((?:[-‐‑–—−_ ]+[A-Za-z0-9]+)+)", re.IGNORECASE)
_ALSO = {"V": ("V", "P")}
"""RDG answers asks (V-) and partner concerns (P-) on the same sheets."""


def parse_id(text: str, prefix: str = "") -> str | None:
    """An ID as it is kept (``M-CAP-007``), from what was typed (``m-cap-7``); None if it is not one, or not of this prefix."""
    found = _ID.fullmatch(text.strip())
    if not found:
        return None
    letter = found[1].upper()
    if prefix and letter not in _ALSO.get(prefix, (prefix,)):
        return None
    parts = [p for p in re.split(r"[^A-Za-z0-9]+", found[2]) if p]
    return "-".join([letter, *_settled(letter, parts)]) if any(c.isdigit() for c in found[2]) else None


def _settled(letter: str, parts: list[str]) -> list[str]:
    if letter == "V":
        return [parts[0].upper(), *(p.lower() for p in parts[1:])]
    if letter == "P":
        return [p.upper() for p in parts]
    tail = parts[-1]
    number = tail.zfill(2 if letter == "TF" else 3) if tail.isdigit() else tail.upper()
    return [*(p.upper() for p in parts[:-1]), number]


def parse_ids(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Several IDs in one cell, and what among them is not one."""
    parts = [p.strip(" .()") for p in re.split(r"[,;\n/]+|\s+(?:and|&)\s+|\s{1,}(?=(?:TF|[A-Z])-)", text)]
    read = [(p, parse_id(p)) for p in parts if p]
    return tuple(dict.fromkeys(i for _, i in read if i)), tuple(p for p, i in read if not i)
