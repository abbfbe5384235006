"""What changed in RDG's brief: item by item, what was re-rated or moved, and its words as they now read with what was taken out."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ....assess.changes import Change, ChangeKind
from ....english import counted, many, sentence
from ....position.editions.brief import BriefPosition, Moved
from ....returns import SHEETS
from ....schema import column_of, columns
from ...blocks import Block, Break, Paragraph, Ref, Run, Runs, Table, TableCell, TableColumn, TableRow, Text, runs
from ...phrases import some

SHOWN_WORDS = 10
"""Of unchanged words, how many stand on either side of a change."""
SCORES = {"score": "Score", "inherent": "Inherent score", "target": "Target score"}
"""Computed from two columns, so that no column is headed so."""
BARE = {"rdg.Confidence": "Confidence"}
"""Sheets whose items are called by what they are about, and what stands before it."""


def changes(brief: BriefPosition) -> Iterator[Block]:
    """One table, an item a row; then what is new, closed, or gone without a word."""
    if not brief.since:
        yield Paragraph(runs("This is the first month on record: there is nothing to compare with."), style="lead")
        return
    moved = f"{many(brief.rerated, 'rating or date', 'ratings and dates')} moved"
    reworded = f"{many(brief.reworded, 'text')} {'was' if brief.reworded == 1 else 'were'} reworded"
    yield Paragraph(runs(sentence(f"since {brief.since}, {moved}", f"{reworded}, on {many(len(brief.changed), 'item')}")), style="lead")
    arrived = (("New: ", brief.new), ("Closed: ", brief.closed), ("Gone without being closed: ", brief.gone))
    out: list[Run] = [run for head, refs in arrived if refs for run in (Text(head, strong=True), *some(refs), Text(". "))]
    if out:
        yield Paragraph(tuple(out))
    if brief.changed:
        yield Table(
            caption=f"Item by item: what moved since {brief.since}, and what was reworded",
            columns=(TableColumn(runs("Item"), 0, "id"), TableColumn(runs("What it is, and what moved"), 5), TableColumn(runs("Words now, and [what was there]"), 7)),
            rows=tuple(_row(m) for m in brief.changed),
            summary="Each item that changed: its ratings and dates before and after, and its words as they now read with what was taken out.",
            anchor="item-by-item",
            style="long",
        )  # fmt: skip


def _row(moved: Moved) -> TableRow:
    what: list[Run] = [Text(_short(moved.what), quiet=True)] if moved.what and moved.sheet not in BARE else []
    for change in moved.rated:
        what += [*((Break(),) if what else ()), *_rated(change)]
    words: list[Run] = []
    for change in moved.reworded:
        words += [*((Break(),) if words else ()), Text(f"{heading(change)}: ", quiet=True), *word_changes(change.before, change.after)]
    name = (Text(f"{BARE[moved.sheet]}: {moved.what}", strong=True),) if moved.sheet in BARE else (Ref(moved.item, strong=True),)
    return TableRow((TableCell(name, (moved.item,)), TableCell(tuple(what)), TableCell(tuple(words) or (Text("–", quiet=True),))))


def _rated(change: Change) -> Runs:
    """``Forecast: 30 September 2026 → 4 January 2027, 96 days later``."""
    by = ""
    if change.kind is ChangeKind.MOVED and change.days:
        by = f", {counted(abs(change.days), 'day')} {'later' if change.days > 0 else 'sooner'}"
    return runs(Text(f"{heading(change)}: "), f"{change.before or 'not stated'} → ", Text(change.after or "not stated", strong=True), by)


def heading(change: Change) -> str:
    """What the column is called on the form: ``Status``, ``Reason and path to green``."""
    if change.column in SCORES and change.column not in {c.name for c in columns(SHEETS[change.sheet])}:
        return SCORES[change.column]
    declared = column_of(SHEETS[change.sheet], change.column)
    return declared.recall or declared.heading


def word_changes(before: str, after: str) -> Runs:
    """A text as it now reads, new words strong, what was taken out beside its place in brackets; long stretches left alone are shortened."""
    old, new = before.split(), after.split()
    if not new:
        return (Text("taken out ", strong=True), Text(f"[{before}]", quiet=True))
    out: list[Run] = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        space = " " if d < len(new) else ""
        if kind == "equal":
            out.append(Text(f"{_left_alone(new[c:d], first=a == c == 0, last=b == len(old) and d == len(new))}{space}"))
            continue
        if d > c:
            out.append(Text(" ".join(new[c:d]), strong=True))
            out.append(Text(" " if space or b > a else ""))
        if b > a:
            out.append(Text(f"[{' '.join(old[a:b])}]{space}", quiet=True))
    return runs(*out)


def _left_alone(words: list[str], *, first: bool, last: bool) -> str:
    """A stretch of unchanged words, shortened away from the changes beside it."""
    head, tail = (0 if first else SHOWN_WORDS), (0 if last else SHOWN_WORDS)
    if len(words) <= head + tail + 2:
        return " ".join(words)
    return " ".join([*words[:head], "…", *(words[-tail:] if tail else [])])


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= 14 else f"{' '.join(words[:12])} …"
