"""What moved in RDG's brief: every rating and date that is another than last month's, beside what it was; what came and went; what does not fit."""

from __future__ import annotations

from collections.abc import Iterator

from ....assess.changes import Change, ChangeKind
from ....english import counted, many, month_name, number, sentence, share_of
from ....model.problem import Problem
from ....position.editions.brief import BriefPosition, Moved, Overlap
from ....returns import SHEETS
from ....schema import column_of, columns
from ...blocks import Block, Bullets, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Ref, Run, Runs, Text, runs
from ...phrases import NO_TITLE, ids, some, stopped, with_refs

SHOWN = 30
"""Items in the table; more are counted, and listed by `pack compare`."""
SCORES = {"score": "Score", "inherent": "Inherent score", "target": "Target score"}
"""Computed from two columns, so that no column is headed so."""
BARE = {"rdg.Confidence": "Confidence", "rdg.YouSaidWeDid": "You said"}
"""Sheets whose items are called by what they are about, and what stands before it."""


def movers(brief: BriefPosition) -> Iterator[Block]:
    """How delivery stands; one table, an item a row; what is new, closed, or gone without a word; what hangs together and does not fit."""
    yield Paragraph(runs(_lead(brief)), style="lead")
    if brief.since:
        yield from _since(brief)
    fits = (*(_unfit(p) for p in brief.unfit), *(_overlap(o) for o in brief.overlaps))
    if fits:
        yield Heading(3, "What does not fit together")
        yield Bullets(fits)


def _lead(brief: BriefPosition) -> str:
    if not brief.undelivered:
        late = "no milestone is still to be delivered"
    else:
        late = share_of(
            brief.past_baseline, brief.undelivered, "milestone",
            so=("is forecast past its baseline", "are forecast past their baseline"), not_so="is forecast by its baseline",
        )  # fmt: skip
    if not brief.since:
        return sentence(late, "this is the first month on record, so there is nothing to compare with")
    since = month_name(brief.since, brief.month)
    moved = f"since {since} {number(brief.later) if brief.later else 'none'} moved later and {number(brief.sooner) if brief.sooner else 'none'} sooner"
    return sentence(late, moved if brief.undelivered else f"compared with {since}")


def _since(brief: BriefPosition) -> Iterator[Block]:
    shown, more = brief.moved[:SHOWN], len(brief.moved[SHOWN:])
    if shown:
        yield Table(
            caption=f"Ratings and dates that moved since {month_name(brief.since, brief.month) if brief.since else ''}"
            + (f" ({len(shown)} of {len(brief.moved)} items shown)" if more else ""),
            columns=(
                TableColumn(runs("Item"), 0, "id"),
                TableColumn(runs("What it is"), 5),
                TableColumn(runs("What was, and what is now"), 7),
            ),
            rows=tuple(_mover(m) for m in shown),
            summary="Each item with another rating or date than last month: what it was, and what it is now.",
            anchor="moved",
            style="long",
        )
    above = {*(m.row.ref for m in brief.matters), *(u.ref for u in brief.unanswered)}
    new = [ref for ref in brief.new if ref not in above]  # what is asked stands whole above
    for head, refs in (("New: ", new), ("Closed: ", brief.closed), ("Gone without being closed: ", brief.gone)):
        if refs:
            yield Paragraph((Text(head, strong=True), *some(refs), Text(".")))
    words = (
        f"{many(brief.reworded, 'text')} {'was' if brief.reworded == 1 else 'were'} reworded" if brief.reworded else "no text was reworded"
    )
    yield Paragraph(runs(sentence(words) + f" Word by word: pack compare {brief.since} {brief.month} --words."), style="note")


def _mover(moved: Moved) -> TableRow:
    what: list[Run] = []
    for change in moved.changes:
        what += [*((Text("; "),) if what else ()), *_rated(change)]
    if moved.sheet in BARE:
        return TableRow(
            (TableCell((Text(BARE[moved.sheet], strong=True),), (moved.item,)), TableCell(runs(moved.what)), TableCell(tuple(what)))
        )
    about = runs(moved.what) if moved.what else (Text("–", quiet=True),)
    return TableRow((TableCell((Ref(moved.item, strong=True),), (moved.item,)), TableCell(about), TableCell(tuple(what))))


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


def _overlap(overlap: Overlap) -> Runs:
    return (
        Text("Perhaps one risk: "), Ref(overlap.one.ref, strong=True), Text(f" {stopped(overlap.one.title or NO_TITLE)} "), Ref(overlap.other.ref, strong=True),
        Text(f" {stopped(overlap.other.title or NO_TITLE)} "), Text("Both against ", quiet=True), *ids(overlap.shared), Text(".", quiet=True),
    )  # fmt: skip


def _unfit(problem: Problem) -> Runs:
    """A problem with its items, where its sentence does not name them."""
    unnamed = [i for i in problem.items if i not in problem.sentence]
    return runs(*ids(unnamed), ": " if unnamed else "", *with_refs(problem.sentence))
