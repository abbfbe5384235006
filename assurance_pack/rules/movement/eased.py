"""Movement of what the Board follows itself: a day put off, an outcome called met, an issue called over, and nothing that says why (AP322 to AP324)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...assess.another import telling
from ...assess.indicator_figure import written
from ...english import lower_first
from ...meanings import Comparator
from ...model import day, means
from ...model.problem import Severity
from ...record.carry import same
from ...returns.board_log import Action, Decision, ExceptionalIssue
from ...returns.workspace import Milestone
from ...schema import Row
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule
from ..shape.faults import quoted
from .past import past, status_of

SAYS_WHY: dict[type[Action] | type[Decision], tuple[str, ...]] = {Action: ("update",), Decision: ("outcome", "rationale")}
"""Where a row of the log says why its day moved."""


_MOST, _NEARLY_ALL = 0.5, 0.9
"""Of the words that tell an issue, the share that is still there when it is over; where it moved to another theme or category too, nearly all."""


@rule(
    "AP322",
    "A day that was agreed is not put off without a word",
    severity=Severity.WARNING,
    because=clauses.CHALLENGE_ACTIONS,
    example="A-028 was due on 29 May 2026 and is due on 31 August 2026 now, and nothing says why.",
    follows=("AP200",),
)
def put_off(case: Case) -> Iterator[Found]:
    """Say in a sentence why, on Actions under Update; for a decision under Rationale, with the decision that moved the day. Or put the day back."""
    for kind, words in SAYS_WHY.items():
        for row in case.returns.of(kind):
            before = next(past(row, case), None)
            was, now = _due(before.row) if before else None, _due(row)
            if before is None or was is None or now is None or now <= was or any(case.unread(row, name) for name in words):
                continue
            if not any(getattr(row, name) and not same(getattr(row, name), getattr(before.row, name)) for name in words):
                sentence = f"{row.ref} was due on {day(was)} and is due on {day(now)} now, and nothing says why."
                yield Found((row.cell("due"),), sentence, (row.ref,), row.sender)


def _due(row: Row) -> date | None:
    found: date | None = getattr(row, "due", None)
    return found


@rule(
    "AP323",
    "An outcome is met when what shows it is done",
    severity=Severity.WARNING,
    because=clauses.BOARD_SETS_OUTCOMES,
    each=Decision,
    needs=("id", "status"),
    example="{decision_status.met}, and M-{workspace.3}-010, which shows it, is {milestone_status.at_risk}.",
)
def met_but_not_done(decision: Decision, case: Case) -> Iterator[Found]:
    """Look which of the two holds. If the outcome is met all the same, take the milestone out of Shown by, or ask its Workspace for its status; where it is the figure that decides, choose {decision_status.open} until it does."""
    before = next(past(decision, case), None)
    if not means(decision.status, "met") or (before is not None and means(before.row.status, "met")):
        return
    for ref in dict.fromkeys((decision.item, *(decision.linked or ()))):
        shown = case.find(Milestone, ref)
        status = status_of(shown, case.returns) if shown else None
        if shown and status and not means(status, "complete", "withdrawn"):
            yield Found((decision.cell("status"), shown.cell("status")), f"{decision.status}, and {ref}, which shows it, is {status}.")
    yield from _against_its_figure(decision, case)


def _against_its_figure(decision: Decision, case: Case) -> Iterator[Found]:
    """Where a figure decides, the newest of it decides otherwise."""
    indicator = next((i for i in case.settings.indicators if means(decision.indicator, i.code)), None)
    trend = case.trends.get(indicator.code) if indicator else None
    newest = trend.latest if trend else None
    if indicator is None or newest is None or newest.value is None or decision.comparator is None or decision.value is None:
        return
    if not Comparator(decision.comparator.meaning).holds(newest.value, decision.value):
        wanted = f"{lower_first(decision.comparator.text)} {written(decision.value, indicator)}"
        sentence = f"{decision.status}, and {quoted(indicator.in_short)} is to be {wanted} and is {written(newest.value, indicator)}."
        yield Found((decision.cell("status"),), sentence)


@rule(
    "AP324",
    "An exceptional issue that is over says what came of it",
    severity=Severity.WARNING,
    because=clauses.CHALLENGE_VISIBLE,
    each=ExceptionalIssue,
    needs=("id", "status"),
    misses=("issue", "why_now", "ask"),
    example="X-002 is {issue_status.closed}, and its words are those of May 2026.",
    follows=("AP236", "AP302"),
)
def over_without_a_word(issue: ExceptionalIssue, case: Case) -> Iterator[Found]:
    """If it is not over, choose {issue_status.open}. If it is, say under Issue, in a sentence, what came of it; the words of the issue itself stay."""
    before = next(past(issue, case), None)
    if not means(issue.status, "closed") or (before is not None and means(before.row.status, "closed")):
        return
    if before is None:
        if case.last is not None:
            yield Found((issue.cell("status"),), f"{issue.ref} is {issue.status} in the month in which it was raised. Is it over?")
    elif all(same(getattr(issue, name), getattr(before.row, name)) for name in ("issue", "why_now", "ask")):
        yield Found((issue.cell("status"),), f"{issue.ref} is {issue.status}, and its words are those of {before.month.name}.")
    elif not _still_told(issue, before.row):
        was = quoted(before.row.issue or "")
        sentence = f"{issue.ref} is {issue.status}, and was {was} in {before.month.name}: do its words now say what came of that?"
        yield Found((issue.cell("issue"), issue.cell("status")), sentence)


def _still_told(now: ExceptionalIssue, before: ExceptionalIssue) -> bool:
    """Whether an issue's words still tell the one they told: most of what told it is there, and it is of the same theme and categories."""
    if not now.issue or not before.issue:
        return True
    ours, theirs = telling(now.issue), telling(before.issue)
    placed = all(same(getattr(now, name), getattr(before, name)) for name in ("theme", "categories"))
    return len(ours & theirs) >= len(theirs) * (_MOST if placed else _NEARLY_ALL)


RULES: tuple[Rule, ...] = (put_off, met_but_not_done, over_without_a_word)
