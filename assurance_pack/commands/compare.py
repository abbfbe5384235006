"""`pack compare`: what changed between two records: new, closed, moved, re-rated, reworded; with `--words`, which words."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ..assess.changes import Change, ChangeKind, Changes, compare
from ..assess.shown_counts import as_shown
from ..document.change_words import change_about, change_name
from ..english import counted
from ..home import Home
from ..model import Month
from ..record import store
from ..record.month import Record

TITLES = {
    ChangeKind.NEW: "New",
    ChangeKind.CLOSED: "Closed",
    ChangeKind.GONE: "No longer reported, and not closed",
    ChangeKind.MOVED: "Moved",
    ChangeKind.RERATED: "Re-rated",
    ChangeKind.REWORDED: "Reworded",
    ChangeKind.CHANGED: "Changed",
}


class NoRecord(Exception):
    """A month to compare has no record; the text says what to do."""


def compare_months(home: Home, earlier: Month, later: Month) -> Changes:
    """What changed from one recorded month to another.

    Raises:
        NoRecord: one of them has not been built.
    """
    records: dict[Month, Record] = {}
    for month in (earlier, later):
        record = store.load(home, month)
        if record is None:
            raise NoRecord(f"There is no record of {month.name}. Build it first: pack build --month {month}.")
        records[month] = as_shown(record, tuple(records.values()))
    return compare(records[later].returns, records[earlier], records[later].settings)


def change_lines(changes: Changes) -> Iterator[str]:
    """The changes as sentences, by kind."""
    for kind, title in TITLES.items():
        found = [change for change in changes.everything if change.kind is kind]
        if not found:
            continue
        yield f"{title} ({len(found)})"
        for change in found:
            yield f"  {change_line(change)}"
        yield ""
    if not changes.everything:
        yield "Nothing changed."


def change_line(change: Change) -> str:
    """One change as a sentence: ``M-CAP-007  Forecast now: 4 January 2027 → 22 February 2027 (49 days later)``."""
    what, about = change_name(change), change_about(change)
    days = f" ({counted(abs(change.days), 'day')} {'later' if change.days > 0 else 'earlier'})" if change.days else ""
    if not (change.before or change.after):
        return "  ".join(part for part in (what, about) if part)
    return f"{what}{f'  {about}' if about else ''}: {change.before or 'not stated'} → {change.after or 'not stated'}{days}"


ALONE = 10
"""Of unchanged words, how many stand on either side of a change."""


def word_lines(changes: Changes) -> Iterator[str]:
    """Every text that reads otherwise, item by item, as it now reads and what was there."""
    items: dict[str, list[Change]] = {}
    for change in changes.everything:
        if change.kind is ChangeKind.REWORDED:
            items.setdefault(change_name(change), []).append(change)
    if not items:
        yield "No text was reworded."
    for item, reworded in items.items():
        yield item
        yield from (f"  {change_about(c)}: {word_by_word(c.before, c.after)}" for c in reworded)


def word_by_word(before: str, after: str) -> str:
    """A text as it now reads, what changed in square brackets: ``Tender settled by [19 June → 31 July].`` What was left alone is shortened."""
    old, new = before.split(), after.split()
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return " ".join(_step(old[a:b], new[c:d], first=not a and not c, last=b == len(old) and d == len(new)) for _, a, b, c, d in steps)


def _step(old: list[str], new: list[str], *, first: bool, last: bool) -> str:
    if old == new:
        head, tail = (0 if first else ALONE), (0 if last else ALONE)
        short = len(new) > head + tail + 2
        return " ".join([*new[:head], "…", *(new[-tail:] if tail else [])] if short else new)
    if not old:
        return f"[added: {' '.join(new)}]"
    return f"[{' '.join(old)} → {' '.join(new)}]" if new else f"[taken out: {' '.join(old)}]"


MOST_IN_A_NOTE = 8
LONGEST_IN_A_NOTE = 60
"""Letters of a text that is repeated in a note; of a longer one it is said that it was reworded."""
SHORTLY = {ChangeKind.NEW: "new", ChangeKind.CLOSED: "closed", ChangeKind.GONE: "no longer there"}


def change_note(changes: Changes) -> tuple[str, ...]:
    """What a later version changed, for its page 1; what does not fit is counted, never dropped in silence."""
    lines = [_noted(c) for c in changes.everything]
    if len(lines) <= MOST_IN_A_NOTE:
        return tuple(lines)
    return (*lines[:MOST_IN_A_NOTE], f"and {len(lines) - MOST_IN_A_NOTE} more, all in the data book")


def _noted(change: Change) -> str:
    name = " ".join(f"{change_name(change)} {change_about(change)}".split())
    if not change.column and change.kind in SHORTLY:
        return f"{name} {SHORTLY[change.kind]}"
    if max(len(change.before), len(change.after)) > LONGEST_IN_A_NOTE or not (change.before or change.after):
        return f"{name} {'reworded' if change.kind is ChangeKind.REWORDED else 'changed'}"
    return " ".join(change_line(change).split())
