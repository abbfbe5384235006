"""Sense of words that take an item out of the counts: a milestone withdrawn, or complete by a judgement alone, a decision replaced (AP232, AP234, AP239)."""

from __future__ import annotations

from collections.abc import Iterator

from ...meanings import DecisionStatus
from ...model import means
from ...model.problem import Severity
from ...returns.board_log import Decision
from ...returns.rdg import MilestoneJudgement
from ...returns.workspace import Milestone
from ...schema import Review
from .. import clauses
from ..case import Case
from ..decision_named import decision_named, decisions_in, named_by, not_taken_out_by
from ..engine import Found, Proof, Rule, rule
from ..known import known_ids, of_a_missing_return, older_than_the_log


@rule(
    "AP232",
    "The decision named for a {milestone_status.withdrawn:lower} milestone withdrew it",
    severity=Severity.ERROR,
    because=clauses.BOARD_SIGNS_OFF_PLAN,
    example="{milestone_status.withdrawn}, but D-099 is not in the Board log.",
    proves=Proof.VALUE,
)
def not_withdrawn_by_it(case: Case) -> Iterator[Found]:
    """Give the decision that took the milestone out of the plan, and see that the Board log says so. If there is none, choose the status it has: only the Board withdraws a milestone."""
    for milestone in case.returns.of(Milestone):
        if means(milestone.status, "withdrawn") and (why := not_taken_out_by(milestone.reference or "", milestone, case)):
            cell = milestone.cell("reference")
            yield Found((cell,), f"{milestone.status}, but {why}.", (milestone.ref,), milestone.sender, wrong=(milestone.cell("status"),))
    for judgement in case.returns.of(MilestoneJudgement):
        if means(judgement.status, "withdrawn") and not case.unread(judgement, "reason", "id"):
            yield from _judged_withdrawn(judgement, case)


def _judged_withdrawn(judgement: MilestoneJudgement, case: Case) -> Iterator[Found]:
    milestone = case.find(Milestone, judgement.id)
    if milestone is not None and (means(milestone.status, "withdrawn") or case.unread(milestone, "reference")):
        return  # of its reference it is said there
    words = f"{judgement.reason or ''} {(milestone.reference if milestone else '') or ''}"
    why = not_taken_out_by(words, judgement, case) if decisions_in(words) else "no decision of the Board is named in the reason"
    if why:
        wrong = (judgement.cell("status"),)
        yield Found((judgement.cell("reason"),), f"{judgement.status}, but {why}.", (judgement.ref,), judgement.sender, wrong=wrong)


@rule(
    "AP234",
    "A decision that was replaced says by which",
    severity=Severity.ERROR,
    because="Called replaced, a decision is followed no longer: without the one in its place, what it asked for would be forgotten.",
    each=Decision,
    needs=("id", "status", "decision"),
    misses=("rationale", "outcome"),
    example="{decision_status.replaced}, but no decision in the log took its place.",
    proves=Proof.VALUE,
)
def replaced_by_nothing(decision: Decision, case: Case) -> Iterator[Found]:
    """Name under Rationale the decision that took its place, which must stand in the log too. If there is none, choose {decision_status.open}, {decision_status.met:lower} or {decision_status.not_met:lower}."""
    if not means(decision.status, DecisionStatus.REPLACED):
        return
    months = (case.returns, *case.earlier)
    others = [d for m in months for d in m.of(Decision) if d.decided and d.id and d.id != decision.id]
    named = {ref for ref in named_by(decision) if ref.startswith("D-") and ref != decision.id}
    known = known_ids(case)
    if any(decision_named(ref, case) for ref in named) or any(_took_its_place(other, decision) for other in others):
        return
    if any(older_than_the_log(ref, known) or of_a_missing_return(ref, case) for ref in named):
        return
    yield Found(
        (decision.cell("rationale"),), f"{decision.status}, but no decision in the log took its place.", wrong=(decision.cell("status"),)
    )


def _took_its_place(other: Decision, decision: Decision) -> bool:
    """Whether another decision names it, or was on the same thing and later."""
    later = other.on is not None and decision.on is not None and other.on > decision.on
    return decision.ref in {*named_by(other), *(other.linked or ()), other.item} or (
        later and bool(other.item) and other.item == decision.item
    )


@rule(
    "AP239",
    "A milestone is not complete by a judgement alone",
    severity=Severity.WARNING,
    because=clauses.CLEAR_REPORTING,
    each=MilestoneJudgement,
    needs=("id", "status"),
    example="RDG judges M-{workspace.3}-005 {milestone_status.complete}, and its Workspace reports {milestone_status.off_track}, with no evidence.",
)
def complete_by_judgement(judgement: MilestoneJudgement, case: Case) -> Iterator[Found]:
    """Ask the Workspace whether it is done: it then says so, with the day and what shows it. Until it does, give the status it has."""
    milestone = case.find(Milestone, judgement.id)
    if milestone is None or not means(judgement.status, "complete") or milestone.evidence:
        return
    if milestone.in_question("id", "status", "evidence") or case.unread(milestone, "status", "evidence"):
        return
    own = None if milestone.review is Review.NOT_REVIEWED else milestone.status
    if not means(own, "complete"):
        reports = f"reports {own}" if own else "reports nothing of it"
        sentence = f"RDG judges {milestone.ref} {judgement.status}, and its Workspace {reports}, with no evidence."
        yield Found((judgement.cell("status"), milestone.cell("status"), milestone.cell("evidence")), sentence)


RULES: tuple[Rule, ...] = (not_withdrawn_by_it, replaced_by_nothing, complete_by_judgement)
