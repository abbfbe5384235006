"""`pack compare`: what changed between two records: new, closed, moved, re-rated, reworded."""

from __future__ import annotations

from collections.abc import Iterator

from ..assess.changes import Change, ChangeKind, Changes, compare
from ..english import counted
from ..model import Month
from ..record import store
from ..returns import SHEETS
from ..schema import column_of
from ..settings import Home

TITLES = {
    ChangeKind.NEW: "New",
    ChangeKind.CLOSED: "Closed",
    ChangeKind.GONE: "No longer reported, and not closed",
    ChangeKind.MOVED: "Moved",
    ChangeKind.RERATED: "Re-rated",
    ChangeKind.REWORDED: "Reworded",
}


class NoRecord(Exception):
    """A month to compare has no record; the text says what to do."""


def compare_months(home: Home, earlier: Month, later: Month) -> Changes:
    """What changed from one recorded month to another.

    Raises:
        NoRecord: one of them has not been built.
    """
    records = {}
    for month in (earlier, later):
        record = store.load(home, month)
        if record is None:
            raise NoRecord(f"There is no record of {month.name}. Build it first: pack build --month {month}.")
        records[month] = record
    return compare(records[later].returns, records[earlier], records[later].settings)


def change_lines(changes: Changes) -> Iterator[str]:
    """The changes as sentences, by kind."""
    for kind, title in TITLES.items():
        found = changes.of(kind)
        if not found:
            continue
        yield f"{title} ({len(found)})"
        for change in found:
            yield f"  {change_line(change)}"
        yield ""
    if not changes.all:
        yield "Nothing changed."


def change_line(change: Change) -> str:
    """One change as a sentence: ``M-CAP-007  Forecast now: 4 January 2027 → 22 February 2027 (49 days later)``."""
    sheet = SHEETS[change.sheet]
    if not change.column:
        return f"{_named(change.item)}  {sheet.printed_as}"
    try:
        heading = column_of(sheet, change.column).heading
    except KeyError:
        heading = change.column.capitalize()
    days = f" ({counted(abs(change.days), 'day')} {'later' if change.days > 0 else 'earlier'})" if change.days else ""
    return f"{_named(change.item)}  {heading}: {change.before or 'not stated'} → {change.after or 'not stated'}{days}"


def _named(item: str) -> str:
    """What confidence is about has no ID: ``overall``, or the code of a plan priority."""
    return "Overall" if item == "overall" else item if "-" in item else f"Plan priority {item}"


MOST_IN_A_NOTE = 8


def change_note(changes: Changes) -> tuple[str, ...]:
    """What a later version changed, by item, for its page 1; what does not fit is counted, never dropped in silence."""
    lines = [" ".join(change_line(c).split()) for c in changes.all]
    if len(lines) <= MOST_IN_A_NOTE:
        return tuple(lines) or ("wording and layout only; no item changed",)
    return (*lines[:MOST_IN_A_NOTE], f"and {len(lines) - MOST_IN_A_NOTE} more, all in the data book")
