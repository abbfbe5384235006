"""What a change is called, wherever it is read: in a terminal, on page 1 of a later version, in a supplement."""

from __future__ import annotations

from ..assess.changes import Change
from ..returns import SHEETS
from ..schema import column_of


def change_name(change: Change) -> str:
    """What changed: an item by its ID, or what it is called. What confidence is about has no ID: ``Overall``, or the code of a plan priority."""
    item = change.item
    return change.named or ("Overall" if item == "overall" else item if "-" in item else f"Plan priority {item}")


def change_about(change: Change) -> str:
    """The heading of the column; without one what kind of row it is, where its name does not say so."""
    if not change.sheet:
        return ""
    sheet = SHEETS[change.sheet]
    if not change.column:
        return "" if change.named else sheet.printed_as
    try:
        return column_of(sheet, change.column).heading
    except KeyError:
        return change.column.capitalize()
