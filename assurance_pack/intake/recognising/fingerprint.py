"""What a sheet said when it was issued, as a few letters that come back with it: filled in is what says anything else.

It is taken from the values as read, not from the file: saved again by another program, sorted by row, or issued once more, a sheet keeps
its fingerprint. It stands in the identity of each sheet (`recognising.identity`), on a Word form in its properties.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any

from ...model import Word
from ...model.fault import Fault, FaultKind
from ...schema import Row, columns
from ...schema.column import ColumnGroup
from .identity import in_letters

LETTERS = 16
_SAYS_NOTHING = (FaultKind.BLANK_REQUIRED, FaultKind.TOO_LONG)
"""Faults of the form's own values; every other is about something that stands in a cell and was not, or not wholly, read."""


def fingerprint(cls: type[Row], rows: Iterable[Row], faults: Iterable[Fault]) -> str:
    """Of the rows of one sheet as read, in whatever order, and of what stands in them that could not be read.

    Of a page, who it is from and for which month are no part: the rest is what its sender says.
    """
    unread = {f.cell: f"{f.kind} {f.seen}" for f in faults if f.kind not in _SAYS_NOTHING}
    names = [c.name for c in columns(cls) if cls.layout == "table" or c.group is not ColumnGroup.KEY]
    lines = [{n: written(getattr(row, n)) + unread.get(row.cell(n), "") for n in names} for row in rows]
    said = sorted("\n".join(f"{n}={text}" for n, text in line.items() if text) for line in lines)
    return in_letters(sha256("\n\n".join(line for line in said if line).encode()).hexdigest()[:LETTERS])


def written(value: Any) -> str:
    """A value in one way of writing, whatever program saved it."""
    match value:
        case None | ():
            return ""
        case Word():
            return value.meaning
        case date():
            return value.isoformat()
        case int() | float():
            return f"{value:.10g}"
        case tuple():
            return "; ".join(written(v) for v in value)
    return " ".join(str(value).split())
