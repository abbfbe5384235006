"""Movement of items from month to month: gone, reused, reopened, re-baselined (AP301 to AP304), unreviewed (AP306, AP307)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice, pairwise

from ...assess.changes import ChangeKind
from ...english import in_words
from ...model import NOT_TOLD, Cell, Sender, Word, day, means
from ...model.problem import Severity
from ...record.carry import same
from ...returns import SHEETS
from ...returns.registers import REVIEWED, subject
from ...returns.workspace import Milestone
from ...schema import Review, Row
from .. import clauses
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from ..sense.ids import FEW
from ..shape.faults import quoted
from .past import past

_LASTING = {key: cls for key, cls in SHEETS.items() if subject(cls)}
"""The registers whose items live for several months, by their keys."""
_COUNTS = {2: "twice"}
_SAME_WORDS_MOST = 0.45
SHARED_LEAST = 3
"""One telling word in so many is shared by any two items of one Workspace, and makes them no one item."""


def _rows(case: Case) -> Iterator[tuple[Row, str]]:
    for kind in _LASTING.values():
        for row in case.returns.only(kind):
            if row.stated("id"):
                yield row, subject(kind)


@rule(
    "AP301",
    "No item leaves the register without being closed",
    severity=Severity.ERROR,
    because=clauses.SLIPPAGE_VISIBLE,
    example="M-{workspace.3}-009 was reported in May 2026, was not closed, and is not in this return.",
)
def vanished(case: Case) -> Iterator[Found]:
    """Put the row back under its own ID. If it is finished with, choose {this_month.close} and give the status that ends it."""
    for change in case.changes.of(ChangeKind.GONE):
        if change.sheet not in _LASTING or case.last is None or case.before is None:
            continue
        kind = _LASTING[change.sheet]
        row = next((row for row in case.before.of(kind) if row.ref == change.item), None)
        if row is not None and _stands_without_its_id(row, case):
            continue
        sender = row.sender if row is not None else NOT_TOLD
        receipt = case.returns.receipt(sender)
        cells = [Cell(file=receipt.file, sheet=kind.sheet_title)] if receipt and receipt.file else []
        cells += [change.previous_cell] if change.previous_cell else []
        sentence = f"{change.item} was reported in {case.last.month.name}, was not closed, and is not in this return."
        yield Found(tuple(cells), sentence, (change.item,), sender)


def _stands_without_its_id(row: Row, case: Case) -> bool:
    """Whether the same item is there under an ID that is blank or cannot be read: that is reported where it stands."""
    name = subject(type(row))
    mine = [r for r in case.returns.only(type(row)) if r.sender == row.sender and not r.stated("id")]
    return any(same(getattr(r, name) or "", getattr(row, name) or "") for r in mine)


@rule(
    "AP302",
    "An ID is never used again for something else",
    severity=Severity.ERROR,
    because="IDs are for life: reused, one item would inherit the other's history.",
    example="M-{workspace.3}-003 now stands beside what M-{workspace.3}-008 was in May 2026: was one column sorted alone?",
    follows=("AP260",),
)
def id_reused(case: Case) -> Iterator[Found]:
    """Put the ID back beside its own item. If it is a new item, give it the next free ID; if it is only reworded, ask for a waiver."""
    sorted_alone: dict[tuple[str, str, Sender], list[Found]] = {}
    for row, name in _rows(case):
        now = getattr(row, name)
        earlier = next(past(row, case), None)
        before = getattr(earlier.row, name) if earlier else None
        if not now or not before or earlier is None or not _another_thing(now, before):
            continue
        other = next((o.ref for o in earlier.returns.only(type(row)) if o is not earlier.row and same(getattr(o, name) or "", now)), "")
        cells = (row.cell("id"), row.cell(name))
        if other:
            sentence = f"{row.ref} now stands beside what {other} was in {earlier.month.name}: was one column sorted alone?"
            found = Found(cells, sentence, (row.ref,), row.sender)
            sorted_alone.setdefault((row.at.file, row.at.sheet, row.sender), []).append(found)
        else:
            common = "has next to nothing" if _telling(now) & _telling(before) else "has no word"
            sentence = f"{row.ref} was {quoted(before)} in {earlier.month.name}, and {common} in common with it now."
            yield Found(cells, sentence, (row.ref,), row.sender)
    for moved in sorted_alone.values():
        yield from _of_one_cause(moved)


def _of_one_cause(moved: list[Found]) -> Iterator[Found]:
    """The rows of one sheet that stand beside another item of it: each, or all at once where many do."""
    if len(moved) <= FEW:
        yield from moved
        return
    refs, cells = tuple(ref for found in moved for ref in found.items), tuple(c for found in moved for c in found.cells)
    sentence = f"{in_words(refs)} now stand beside what others of them were: was one column sorted alone?"
    yield Found(cells, sentence, refs, moved[0].sender)


def _another_thing(now: str, before: str) -> bool:
    shared, fewest = _telling(now) & _telling(before), min(len(_telling(now)), len(_telling(before)))
    if shared and len(shared) * SHARED_LEAST >= fewest:
        return False
    return SequenceMatcher(None, now.casefold(), before.casefold()).ratio() < _SAME_WORDS_MOST


def _telling(text: str) -> set[str]:
    return {w[:6] for w in re.findall(r"[a-z]{4,}", text.casefold())} - {"that", "with", "from", "this", "have", "will", "into", "their"}


@rule(
    "AP303",
    "A baseline moves only with a plan or Board reference",
    severity=Severity.ERROR,
    because=clauses.BOARD_SIGNS_OFF_PLAN,
    each=Milestone,
    needs=("baseline", "id"),
    misses=("reference",),
    example="The baseline moved from 1 September 2026 to 4 January 2027 without a new reference; it has now moved twice.",
    proves=Proof.VALUE,
    follows=("AP260",),
)
def baseline_moved(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Put the baseline back: lateness shows in the forecast. If the plan itself was changed, give the decision that changed it."""
    before = next((e.row for e in past(milestone, case) if e.row.baseline), None)
    if before is None or before.baseline is None or milestone.baseline in (None, before.baseline):
        return
    if milestone.reference and not same(milestone.reference, before.reference or ""):
        return
    dates = [milestone.baseline, *(e.row.baseline for e in past(milestone, case) if e.row.baseline)]
    moves = sum(one != other for one, other in pairwise(dates))
    sentence = f"The baseline moved from {day(before.baseline)} to {day(dates[0] or before.baseline)} without a new reference"
    times = f"; it has now moved {_COUNTS.get(moves, f'{moves} times')}." if moves > 1 else "."
    cells = (milestone.cell("baseline"), milestone.cell("reference"))
    yield Found(cells, sentence + times, wrong=cells[:1])


@rule(
    "AP304",
    "What was finished stays finished",
    severity=Severity.WARNING,
    because=clauses.CLEAR_REPORTING,
    example="M-{workspace.3}-001 was {milestone_status.complete} in April 2026 and is {milestone_status.at_risk} now.",
    follows=("AP260",),
)
def reopened(case: Case) -> Iterator[Found]:
    """If it was reported as finished too soon, say so under what happened this month. If it is something new, give it a new ID."""
    for row, _ in _rows(case):
        now: Word | None = getattr(row, "status", None)
        earlier = next(past(row, case), None)
        then: Word | None = getattr(earlier.row, "status", None) if earlier else None
        if earlier and now and then and earlier.row.finished and not row.finished:
            sentence = f"{row.ref} was {then} in {earlier.month.name} and is {now} now."
            yield Found((row.cell("status"),), sentence, (row.ref,), row.sender)


@rule(
    "AP306",
    "Progress is told anew",
    severity=Severity.WARNING,
    because=clauses.ROUTINE_UPDATES,
    each=Milestone,
    needs=("progress",),
    example="Progress is word for word as in April 2026.",
)
def text_unchanged(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Say what happened this month, or that nothing did and why. A milestone nobody moves is better said to be {milestone_status.at_risk:lower}."""
    months = case.settings.age.stuck_months
    before = tuple(islice(past(milestone, case), max(0, months - 1)))
    unchanged = len(before) == months - 1 and all(same(e.row.progress or "", milestone.progress or "") for e in before)
    if not unchanged or milestone.finished or means(milestone.status, "not_started") or milestone.review is Review.NOT_REVIEWED:
        return
    since = before[-1].month.name
    if milestone.review is Review.NO_CHANGE:
        sentence = f"Reviewed each month, and nothing has changed since {since}."
    else:
        sentence = f"Progress is word for word as in {since}."
    yield Found((milestone.cell("progress"),), sentence)


@rule(
    "AP307",
    "Every row is reviewed",
    severity=Severity.WARNING,
    because=clauses.ROUTINE_UPDATES,
    example="R-{workspace.3}-008 was not reviewed this month, nor in May 2026.",
)
def not_reviewed_again(case: Case) -> Iterator[Found]:
    """Choose {this_month:, or}. What nobody has looked at is printed as “No update”."""
    for kind in REVIEWED:
        for row in case.returns.of(kind):
            before = next(past(row, case), None)
            if row.review is not Review.NOT_REVIEWED or before is None or before.row.review is not Review.NOT_REVIEWED:
                continue
            sentence = f"{row.ref} was not reviewed this month, nor in {before.month.name}."
            yield Found((row.cell("this_month"),), sentence, (row.ref,), row.sender)


RULES: tuple[Rule, ...] = (vanished, id_reused, baseline_moved, reopened, text_unchanged, not_reviewed_again)
