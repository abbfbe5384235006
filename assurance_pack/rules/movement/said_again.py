"""Movement of words that should be new: one item's news beside another item (AP325), and last month's words of a group, or another's, sent again (AP326)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from ...english import in_words
from ...intake.sent_again import says_nothing_new
from ...model import Cell, Sender
from ...model.problem import Severity
from ...returns import RETURNS
from ...returns.board_log import Action, Challenge, Decision, ExceptionalIssue
from ...returns.partner import Concern
from ...returns.rdg import Confidence, ForTheBoard, MilestoneJudgement, ProgrammeRisk, TaskAndFinishGroup
from ...returns.received import ReceiptState
from ...returns.registers import subject_of
from ...returns.shared import ChallengeToAnswer
from ...returns.voice import Voice
from ...returns.workspace import ForRdg, Milestone, QAFinding, Risk
from ...schema import Row, column_of
from ...senders import sender_name
from ..case import Case
from ..engine import Found, Rule, rule
from .past import called

SENTENCE = 6
"""Words from which on two texts are not the same by chance, as “No change this month” is."""
OWN: dict[type[Row], tuple[str, ...]] = {
    Milestone: ("progress", "path_to_green", "shaped_by", "success"),
    Risk: ("changed", "controls", "gaps"),
    ProgrammeRisk: ("changed", "controls", "gaps"),
    QAFinding: ("finding", "action"),
    ForRdg: ("proposal", "recommendation"),
    ChallengeToAnswer: ("response",),
    Confidence: ("reason", "forward"),
    MilestoneJudgement: ("reason",),
    ForTheBoard: ("issue", "asked_detail", "done", "recommendation"),
    TaskAndFinishGroup: ("purpose",),
    Action: ("action", "update"),
    Challenge: ("challenge", "response"),
    Decision: ("decision", "outcome", "rationale"),
    ExceptionalIssue: ("issue", "why_now"),
}
"""What is said of one item and of no other on its sheet. What it means for families, what is asked and answered alike, or an option, two items may share."""


@rule(
    "AP325",
    "What is said of an item this month is said of it alone",
    severity=Severity.WARNING,
    because="A row pasted over another gives an item the status and the dates of its neighbour.",
    example="M-{workspace.3}-007 and M-{workspace.3}-009 say the same under “Progress this month”, word for word. Was one pasted over the other?",
)
def said_of_another(case: Case) -> Iterator[Found]:
    """Put back what is said of each, and the status and the dates beside it. If it is true of both, say in each what it means for that item."""
    for kind, names in OWN.items():
        alike: dict[tuple[Sender, str], list[tuple[Row, str]]] = defaultdict(list)
        for row in case.returns.only(kind):
            for name in names:
                words = _plain(getattr(row, name))
                if len(words.split()) >= SENTENCE:
                    alike[row.sender, words].append((row, name))
        for (sender, words), said in alike.items():
            # rows that say they are one item are asked about as such (AP269)
            apart = len({subject_of(row) or row.at.ref for row, _ in said}) > 1
            if apart and any(_is_new(row, name, words, case) for row, name in said):
                yield _same_words(said, sender)


def _is_new(row: Row, name: str, words: str, case: Case) -> bool:
    """Whether words stand in a cell that did not hold them last month, and were not brought forward."""
    known_by, last = row.life.known_by, case.before.only(type(row)) if case.before else ()
    before = (r for r in last if getattr(r, known_by) == getattr(row, known_by))
    return name not in row.carried and all(_plain(getattr(r, name)) != words for r in before)


def _same_words(said: list[tuple[Row, str]], sender: Sender) -> Found:
    rows = list(dict.fromkeys(called(row) for row, _ in said))
    under = in_words(dict.fromkeys(f"“{column_of(type(row), name).heading}”" for row, name in said))
    sentence = f"{in_words(rows)} say the same under {under}, word for word. Was one pasted over the other?"
    return Found(tuple(row.cell(name) for row, name in said), sentence, tuple(dict.fromkeys(row.ref for row, _ in said)), sender)


@rule(
    "AP326",
    "What is sent each month says something of it",
    severity=Severity.WARNING,
    because="Last month's form, sent again, is not what people say now.",
    example="Every word here is that of May 2026. Is it last month's form, sent again?",
)
def said_last_month(case: Case) -> Iterator[Found]:
    """Look whether the right file was attached. If a group or a partner says the same again, leave it: it is printed as theirs. Where two say the same, ask both which of them said it. Of the Board log: bring it up to date, or leave it if nothing was decided, done or asked since."""
    yield from _log_of_last_month(case)
    yield from _of_another_sender(case)
    if case.before is None or case.last is None:
        return
    for kind in (Voice, Concern):
        was = {(r.sender, _words(r)) for r in case.before.of(kind)}
        for row in case.returns.of(kind):
            words = _words(row)
            if (row.sender, words) in was and not row.in_question(*row.life.own_words) and sum(len(w.split()) for w in words) >= SENTENCE:
                cells = tuple(row.cell(name) for name in row.life.own_words if row.stated(name))
                yield Found(
                    cells, f"Every word here is that of {case.last.month.name}. Is it last month's form, sent again?", (), row.sender
                )


def _of_another_sender(case: Case) -> Iterator[Found]:
    """Words that two groups, or two partners, send of one month alike: the form of one was filled with what the other said."""
    for kind in (Voice, Concern):
        for one, other in combinations(case.returns.of(kind), 2):
            alike = [
                name
                for name, said, theirs in zip(kind.life.own_words, _words(one), _words(other), strict=True)
                if said == theirs and len(said.split()) >= SENTENCE and not (one.in_question(name) or other.in_question(name))
            ]
            if alike and one.sender != other.sender:
                under = in_words(f"“{column_of(kind, name).heading}”" for name in alike)
                here, there = (sender_name(row.sender, case.settings) for row in (one, other))
                sentence = f"{here} and {there} say the same under {under}, word for word. Was one form filled with the words of the other?"
                yield Found(tuple(row.cell(name) for name in alike for row in (one, other)), sentence, (), one.sender)


def _log_of_last_month(case: Case) -> Iterator[Found]:
    """A running log on which nothing differs from what stood there the month before: what it says happened has been told."""
    for log in (kind for kind in RETURNS if kind.running):
        for receipt in (r for r in case.returns.receipts if r.kind == log.key and r.state is ReceiptState.RECEIVED):
            rows = [row for row in case.returns.rows if row.sender == receipt.sender]
            for then in case.earlier[-1:]:
                if says_nothing_new(rows, then, receipt.sender):
                    sentence = (
                        f"Nothing on it differs from what it said in {then.month.name}. Is it that month's {log.form_title}, sent again?"
                    )
                    yield Found((Cell(file=receipt.file),), sentence, (), receipt.sender)


def _words(row: Row) -> tuple[str, ...]:
    """What somebody wrote in their own words, made comparable."""
    return tuple(_plain(getattr(row, name)) for name in row.life.own_words)


def _plain(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


RULES: tuple[Rule, ...] = (said_of_another, said_last_month)
