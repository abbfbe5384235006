"""What is said of an item month after month: a baseline moved (AP303), an end taken back (AP304), progress not told anew (AP306), never reviewed (AP307)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from ...model import Word, day, means
from ...model.problem import Severity
from ...record.carry import same
from ...returns.registers import REVIEWED
from ...returns.workspace import Milestone
from ...schema import Review, Row, columns
from ...schema.column import ColumnKind
from .. import clauses
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from .items import items
from .past import past

_COUNTS = {2: "twice"}


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
    follows=("AP260", "AP300"),
)
def baseline_moved(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Put the baseline back: lateness shows in the forecast. If the plan itself was changed, give the decision that changed it."""
    before = next((e.row for e in past(milestone, case) if e.row.baseline), None)
    if before is None or milestone.baseline == before.baseline or (milestone.reference and not same(milestone.reference, before.reference)):
        return  # nearly always, and no month before the last is looked into
    dates = [d for d in (milestone.baseline, *(e.row.baseline for e in past(milestone, case))) if d]
    moves = sum(one != other for one, other in pairwise(dates))
    sentence = f"The baseline moved from {day(dates[1])} to {day(dates[0])} without a new reference"
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
    """If it was reported as finished too soon, say so in the words of the row (“reported too soon”). If it is something new, give it a new ID."""
    for row, _ in items(case):
        now: Word | None = getattr(row, "status", None)
        earlier = next(past(row, case), None)
        then: Word | None = getattr(earlier.row, "status", None) if earlier else None
        if earlier and now and then and earlier.row.finished and not row.finished and not _says_too_soon(row, earlier.row):
            sentence = f"{row.ref} was {then} in {earlier.month.name} and is {now} now."
            yield Found((row.cell("status"),), sentence, (row.ref,), row.sender)


_TOO_SOON = re.compile(
    r"\btoo (?:soon|early)|\b(?:in|by) (?:error|mistake)|\bwrongly|\bnot (?:yet |in fact |really )?(?:finished|complete|done|closed|met)\b|\bhas (?:come back|returned)\b",
    re.IGNORECASE,
)


def _says_too_soon(row: Row, before: Row) -> bool:
    """Whether words of the row that are new this month say that it was called finished too soon, or has come back."""
    texts = ((getattr(row, c.name), getattr(before, c.name)) for c in columns(type(row)) if c.kind is ColumnKind.TEXT)
    return any(now and not same(now, then) and _TOO_SOON.search(now) for now, then in texts)


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
    unchanged = len(before) == months - 1 and all(same(e.row.progress, milestone.progress) for e in before)
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


RULES: tuple[Rule, ...] = (baseline_moved, reopened, text_unchanged, not_reviewed_again)
