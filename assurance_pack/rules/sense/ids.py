"""Sense of IDs across all returns: one item each, of the right Workspace, and every reference can be followed (AP260 to AP268)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model import Severity
from ...returns.board_log import Action, Challenge, Decision
from ...returns.partner import Concern
from ...returns.rdg import (
    AnswerToWorkspace,
    Direction,
    ForTheBoard,
    MilestoneJudgement,
    Statement,
    TaskAndFinishGroup,
    ThemeSuggestion,
    YouSaidWeDid,
)
from ...returns.shared import ChallengeToAnswer
from ...returns.voice import Voice
from ...returns.workspace import ForRdg, Milestone, QAFinding, Risk
from ...schema import Row, column_of
from ...senders import sender_name
from .. import clauses
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from ..known import known_ids, of_a_missing_return, older_than_the_log, references, row_ids
from ..shape.faults import quoted
from ..twice import ANSWERED_ONCE, has_own_id, twice

_REFERENCES: tuple[tuple[type[Row], tuple[str, ...]], ...] = (
    (Milestone, ("depends_on",)),
    (Risk, ("linked", "managed_by", "decision")),
    (QAFinding, ("linked",)),
    (ForTheBoard, ("linked", "voices")),
    (Statement, ("linked",)),
    (TaskAndFinishGroup, ("decision",)),
    (Direction, ("linked",)),
    (Concern, ("linked",)),
    (Action, ("source",)),
    (Challenge, ("action",)),
    (Decision, ("item",)),
)
_ANSWERED: tuple[tuple[type[Row], tuple[type[Row], ...], str], ...] = (
    (MilestoneJudgement, (Milestone,), "milestone"),
    (AnswerToWorkspace, (ForRdg,), "matter for RDG"),
    (YouSaidWeDid, (Voice, Concern), "ask or concern"),
    (ThemeSuggestion, (Voice, Concern), "voice"),
    (ChallengeToAnswer, (Challenge,), "challenge"),
)


@rule(
    "AP260",
    "An ID stands for one item",
    severity=Severity.ERROR,
    because="IDs are for life: of two rows with one ID, one would be lost.",
    example="R-CAP-004 stands here and at CAP-2026-06.xlsx › Risks!B9.",
    proves=Proof.TWICE,
)
def id_given_twice(case: Case) -> Iterator[Found]:
    """Give the newer of the two the next free ID. If both are the same item, take one of them out."""
    for same in twice(case.returns.rows):
        for row in same if has_own_id(type(same[0])) else ():
            other = next(o for o in same if o is not row)
            yield Found((row.cell("id"),), f"{row.ref} stands here and at {other.cell('id')}.", (row.ref,), row.sender)


@rule(
    "AP261",
    "An ID carries the code of the Workspace that reports it",
    severity=Severity.WARNING,
    because="The code is how an item is traced to who answers for it.",
    example="M-CWF-003 is on the return of Capital and Sufficiency, whose IDs begin M-CAP.",
)
def id_of_another_workspace(case: Case) -> Iterator[Found]:
    """Give it the next free ID of your Workspace. If the item is the other Workspace's, leave it to their return."""
    codes = {w.code for w in case.settings.workspaces} | {"RDG"}
    for kind in (Milestone, Risk, QAFinding, ForRdg):
        prefix = column_of(kind, "id").id_prefix
        for row in case.returns.of(kind):
            own = row.sender.code
            said = row.ref.upper().split("-")
            if row.stated("id") and len(said) > 1 and said[1] in codes and said[1] != own:
                name = sender_name(row.sender, case.settings)
                sentence = f"{row.ref} is on the return of {name}, whose IDs begin {prefix}-{own}."
                yield Found((row.cell("id"),), sentence, (row.ref,), row.sender)


@rule(
    "AP262",
    "Every ID named is the ID of something",
    severity=Severity.WARNING,
    because="A reference that leads nowhere cannot be followed by the Board.",
    example="Depends on (IDs) names M-QDD-060, which nobody has reported.",
)
def reference_to_nothing(case: Case) -> Iterator[Found]:
    """Correct the ID. `pack trace` shows an item through every month."""
    known = known_ids(case)
    for kind, names in _REFERENCES:
        for row in case.returns.of(kind):
            for name in names:
                for ref in _named(getattr(row, name)):
                    if ref.casefold() in known or older_than_the_log(ref, known) or of_a_missing_return(ref, case):
                        continue
                    heading = column_of(kind, name).heading
                    yield Found((row.cell(name),), f"{heading} names {ref}, which nobody has reported.", (row.ref,), row.sender)


def _named(value: Any) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(str(v) for v in value)
    return references(value or "")


@rule(
    "AP264",
    "An answer is to something that was asked",
    severity=Severity.ERROR,
    because="An answer to nothing would be printed nowhere.",
    example="There is no milestone M-CAP-070.",
)
def answer_to_nothing(case: Case) -> Iterator[Found]:
    """Correct the ID, or take the row out."""
    for kind, askers, noun in _ANSWERED:
        asked = {ref.casefold() for m in (case.returns, *case.earlier) for a in askers for r in m.of(a) for ref in row_ids(r)}
        for row in case.returns.of(kind):
            ref = getattr(row, "id", None)
            if not ref or ref.casefold() in asked or of_a_missing_return(ref, case) or (kind is ChallengeToAnswer and not asked):
                continue
            yield Found((row.cell("id"),), f"There is no {noun} {quoted(ref).strip('“”')}.", (ref,), row.sender)


@rule(
    "AP267",
    "RDG answers each thing once",
    severity=Severity.ERROR,
    because="Of two answers only one can be printed, and the pack may not choose.",
    example="Two judgements of M-CAP-007.",
    proves=Proof.TWICE,
)
def answered_twice(case: Case) -> Iterator[Found]:
    """Keep the one that holds."""
    for same in twice(case.returns.rows):
        name = ANSWERED_ONCE.get(type(same[0]))
        if name:
            said = str(getattr(same[0], name))
            sentence = f"Two rows of {same[0].sheet_title} are about {said}."
            yield Found(tuple(r.cell(name) for r in same), sentence, (said,), same[0].sender)


@rule(
    "AP268",
    "RDG’s Milestones sheet holds only judgements that differ",
    severity=Severity.NOTE,
    because=clauses.PLAN_PROGRESS,
    each=MilestoneJudgement,
    needs=("id", "status"),
    example="RDG’s status is the Workspace’s own, {milestone_status.at_risk}.",
)
def judgement_that_does_not_differ(judgement: MilestoneJudgement, case: Case) -> Iterator[Found]:
    """Nothing to mend: one word will be printed. Leave the row out next time."""
    milestone = case.find(Milestone, judgement.id)
    if milestone and milestone.status == judgement.status:
        yield Found((judgement.cell("status"),), f"RDG’s status is the Workspace’s own, {judgement.status}.")


RULES: tuple[Rule, ...] = (
    id_given_twice,
    id_of_another_workspace,
    reference_to_nothing,
    answer_to_nothing,
    answered_twice,
    judgement_that_does_not_differ,
)
