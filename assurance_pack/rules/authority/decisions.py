"""Authority over decisions: Task & Finish Groups, operational matters, challenges, what only the Board decides (AP606 to AP619)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...english import in_words
from ...meanings import DecisionAsked
from ...model import day, means
from ...model.problem import Severity
from ...returns.board_log import Challenge, ExceptionalIssue
from ...returns.partner import Concern
from ...returns.rdg import (
    AnswerToWorkspace,
    Confidence,
    Cover,
    Direction,
    ForTheBoard,
    MilestoneJudgement,
    Statement,
    TaskAndFinishGroup,
    YouSaidWeDid,
)
from ...returns.shared import ChallengeToAnswer
from ...returns.workspace import Cover as WorkspaceCover
from ...returns.workspace import ForRdg, Milestone, Risk
from ...schema import Row
from .. import clauses
from ..case import Case
from ..decision_named import decision_named, decisions_in
from ..engine import Found, Rule, rule


@rule(
    "AP606",
    "No Task & Finish Group begins before the Board ratifies it",
    severity=Severity.ERROR,
    because=clauses.TASK_AND_FINISH_RATIFIED,
    each=TaskAndFinishGroup,
    needs=("status",),
    misses=("decision",),
    example="TF-002 started on 8 June 2026, before the Board ratified it on 16 July 2026 (D-009).",
)
def begun_before_ratified(group: TaskAndFinishGroup, case: Case) -> Iterator[Found]:
    """Give the decision that ratified it. If there is none the group stops: choose {group_status.proposed}, empty Started on, and propose it to the Board."""
    begun = means(group.status, "active") or (group.started is not None and group.started <= case.position)
    if group.finished or not (begun or means(group.status, "ratified")):
        return
    decision = decision_named(group.decision, case)
    if not group.decision:
        what = f"started on {day(group.started)}" if begun and group.started else f"is {str(group.status).lower()}"
        yield Found((group.cell("decision"),), f"{group.ref} {what}, and no decision of the Board to ratify it is named.")
    elif decision and decision.deferred_to and not decision.decided:
        put_off = f"{group.decision} did not ratify {group.ref}: the Board put it off to {decision.deferred_to.name}."
        yield Found((group.cell("decision"),), put_off)
    elif decision and decision.kind and not means(decision.kind, DecisionAsked.RATIFY):
        yield Found((group.cell("decision"),), f"{group.decision} did not ratify {group.ref}: it is a decision to {decision.kind}.")
    elif decision and decision.on and group.started and group.started < decision.on:
        sentence = f"{group.ref} started on {day(group.started)}, before the Board ratified it on {day(decision.on)} ({group.decision})."
        yield Found((group.cell("started"),), sentence)


@rule(
    "AP607",
    "A Task & Finish Group disbands when its task is done",
    severity=Severity.WARNING,
    because=clauses.TASK_AND_FINISH_DISBANDS,
    each=TaskAndFinishGroup,
    needs=("ends", "status"),
    example="TF-001 was to end on 31 May 2026, and has not disbanded.",
)
def past_its_end(group: TaskAndFinishGroup, case: Case) -> Iterator[Found]:
    """Choose {group_status.disbanded}; or ask the Board to ratify a later end, with the reason."""
    assert group.ends
    if group.ends < case.position and group.open:
        yield Found((group.cell("ends"),), f"{group.ref} was to end on {day(group.ends)}, and has not disbanded.")


_OPERATIONS = re.compile(
    r"\b(?:rotas?|boilers?|car park(?:ing)?|caretaker|photocopier|printers?|laptops?|passwords?|log-?ins?|timesheets?|annual leave|invoices?|toilets?|"
    r"leak(?:s|ing)?|broken (?:lift|window|door|heating)|furniture|stationery|room booking|desk|uniforms?|lunch|signage|timetabl(?:e|ing) clash)\b",
    re.IGNORECASE,
)
_BEFORE_THE_BOARD: tuple[tuple[type[Row], tuple[str, ...]], ...] = (
    (ForTheBoard, ("issue", "asked_detail")),
    (ExceptionalIssue, ("issue", "ask")),
    (Concern, ("concern", "ask")),
)


@rule(
    "AP615",
    "Operational matters stay with RDG",
    severity=Severity.PROMPT,
    because=clauses.NO_OPERATIONS,
    example="X-002 reads as an operational matter. What in it is for the Board?",
)
def operational_matter(case: Case) -> Iterator[Found]:
    """For RDG: settle it, and tell whoever raised it; or say what in it is strategic or systemic. It is printed either way."""
    for kind, names in _BEFORE_THE_BOARD:
        for row in case.returns.of(kind):
            cells = tuple(row.cell(n) for n in names if _OPERATIONS.search(getattr(row, n) or ""))
            if cells:
                sentence = f"{row.ref} reads as an operational matter. What in it is for the Board?"
                yield Found(cells, sentence, (row.ref,), row.sender)


@rule(
    "AP616",
    "A challenge is closed with its answer and what came of it",
    severity=Severity.WARNING,
    because=clauses.CHALLENGE_VISIBLE,
    each=Challenge,
    needs=("status",),
    example="C-012 is closed without a response and an outcome.",
)
def closed_without_answer(challenge: Challenge, case: Case) -> Iterator[Found]:
    """Enter the response as it was given, and the outcome. Only the Board closes a challenge."""
    if challenge.open:
        return
    months = (case.returns, *case.earlier)
    answers = (a for m in months for a in m.of(ChallengeToAnswer) if a.id and a.id == challenge.id)
    answered = challenge.response or any(a.response or case.unread(a, "response") for a in answers)
    lacking = [("response", "a response")] if not answered and not case.unread(challenge, "response") else []
    lacking += [("outcome", "an outcome")] if not challenge.outcome and not case.unread(challenge, "outcome") else []
    if lacking:
        sentence = f"{challenge.ref} is closed without {in_words(what for _, what in lacking)}."
        yield Found(tuple(challenge.cell(n) for n, _ in lacking), sentence)


_WHO = r"\b(?:RDG|the (?:Reform )?Delivery Group|(?:the|this|our) Workspace|we|the (?:sponsor|chair)) (?:has |have |had )?"
_RESERVED = re.compile(
    rf"{_WHO}(?:formally )?(?:(?:accepted?|accepts) (?:the |this |a )?(?:\w+ )?(?:system )?risk\b"
    r"|(?:approved?|approves|signed off|signs off) (?:the |a )?(?:\w+ )?(?:SEND (?:&|and) AP )?(?:strategy|(?:Local SEND )?Reform Plan)\b"
    r"|(?:ratified|ratifies) (?:the |a )?(?:\w+ )?Task (?:&|and) Finish)",
    re.IGNORECASE,
)
_OF_RDG_AND_WORKSPACES: tuple[tuple[type[Row], tuple[str, ...]], ...] = (
    (WorkspaceCover, ("headline",)),
    (Milestone, ("progress", "path_to_green")),
    (Risk, ("changed", "controls")),
    (ForRdg, ("proposal", "recommendation")),
    (Cover, ("headline",)),
    (Confidence, ("reason", "forward")),
    (MilestoneJudgement, ("reason",)),
    (ForTheBoard, ("issue", "done")),
    (Statement, ("statement",)),
    (Direction, ("detail",)),
    (AnswerToWorkspace, ("detail",)),
    (YouSaidWeDid, ("did",)),
)


@rule(
    "AP619",
    "Decisions reserved to the Board are recorded as the Board’s",
    severity=Severity.WARNING,
    because=clauses.RDG_NO_RESERVED_DECISIONS,
    example="This reads as if a decision reserved to the Board had been taken elsewhere.",
)
def reserved_decision_elsewhere(case: Case) -> Iterator[Found]:
    """Say what RDG or the Workspace recommends, and bring the decision to the Board. If the Board took it, give its ID."""
    for kind, names in _OF_RDG_AND_WORKSPACES:
        for row in case.returns.of(kind):
            for name in names:
                said = getattr(row, name) or ""
                if _RESERVED.search(said) and not any(d.decided for ref in decisions_in(said) if (d := decision_named(ref, case))):
                    sentence = "This reads as if a decision reserved to the Board had been taken elsewhere."
                    yield Found((row.cell(name),), sentence, (row.ref,), row.sender)


RULES: tuple[Rule, ...] = (
    begun_before_ratified,
    past_its_end,
    operational_matter,
    closed_without_answer,
    reserved_decision_elsewhere,
)
