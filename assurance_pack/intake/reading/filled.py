"""Whether a form came back filled in: whether anything on it differs from what we issued."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...model.fault import Fault, FaultKind
from ...returns import ReturnKind
from ...returns.received import ReceiptState
from ...returns.registers import typed_by_hand
from ...schema import Row, columns
from ..as_typed import plain
from .read_book import SheetRead

_NIL = frozenset({
    "nothing this month", "nothing to report", "nothing to report this month", "nothing to add", "nothing new", "nothing new this month",
    "no update", "no update this month", "nothing", "nil", "nil return", "none",
})  # fmt: skip
_ADDED = (FaultKind.TEXT_BELOW_TABLE, FaultKind.NO_PLACE, FaultKind.UNKNOWN_COLUMN, FaultKind.EXTRA_SHEET, FaultKind.PICTURE)
"""Something stands on the form for which we have no cell, or that cannot be read: somebody put it there."""


LookedUp = Callable[[type[Row]], str]
"""Gives the fingerprint of a sheet of the form as it lies in the month's output folder; empty if it does not."""


def state_of(kind: ReturnKind, sheets: Iterable[SheetRead], faults: Iterable[Fault], as_issued: LookedUp) -> ReceiptState:
    """Whether one return is received, nil (“Nothing this month”) or not filled in.

    A running list (the Board log) is its keeper's own, and counts with whatever stands on it.
    """
    sheets = tuple(sheets)
    typed = [s for s in sheets if _differs(s, as_issued) or (kind.running and s.cls.layout == "table" and s.rows)]
    if not typed and not any(f.kind in _ADDED for f in faults):
        return ReceiptState.NOT_FILLED_IN
    spoken = [row for s in sheets if s.cls.life.own_words for row in s.rows]
    words = [w for row in spoken for w in own_words(row)]
    besides = [s for s in typed if s.cls.layout == "table" and not s.cls.life.own_words]
    nil = words and all(_is_nil(w) for w in words) and all(own_words(row) for row in spoken) and not besides
    return ReceiptState.NIL if nil else ReceiptState.RECEIVED


def _differs(sheet: SheetRead, as_issued: LookedUp) -> bool:
    if sheet.issued:
        return sheet.fingerprint != sheet.issued
    if sheet.issued is None and sheet.cls.layout == "table":
        return bool(sheet.rows)
    if any(row.stated(name) for row in sheet.rows for name in typed_by_hand(sheet.cls)) or _unread(sheet):
        return True
    # what came forward cannot be told from what was typed by looking at it
    life = sheet.cls.life
    before = as_issued(sheet.cls) if sheet.issued == "" and sheet.rows and (life.brings or life.comes_forward) else ""
    return bool(before) and sheet.fingerprint != before


def _unread(sheet: SheetRead) -> bool:
    """Whether something stands in a cell that only a person fills in, and could not be read."""
    headings = {c.heading for c in columns(sheet.cls) if c.name in typed_by_hand(sheet.cls)}
    return any(f.kind not in (FaultKind.BLANK_REQUIRED, *_ADDED) and f.column in headings for f in sheet.faults)


def without_nil(row: Row) -> Row | None:
    """A row of a nil return: its “Nothing this month” is the register's to say, not a box of words. A line that says only that is none."""
    own = row.life.own_words
    if not own:
        return row
    if row.layout == "table":
        return None
    return row.model_copy(update={name: None for name in own if _is_nil(getattr(row, name) or "")})


def own_words(row: Row) -> list[str]:
    """What stands in the boxes for people's own words."""
    return [str(value) for name in row.life.own_words if (value := getattr(row, name)) not in (None, ())]


def _is_nil(words: str) -> bool:
    said = plain(words).removesuffix(" thank you").removesuffix(" thanks")
    return said in _NIL
