"""Authority over what RDG brings and answers: options and judgement, directions, matters of Workspaces (AP608 to AP614, AP620)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from ...english import in_words
from ...meanings import DecisionAsked
from ...model import means
from ...model.problem import Severity
from ...returns.rdg import RDG, AnswerToWorkspace, ForTheBoard, YouSaidWeDid
from ...returns.received import latest
from ...returns.workspace import ForRdg
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule
from ..known import references

_BROUGHT = (("option_a", "options"), ("confidence", "RDG’s confidence"), ("recommendation", "a recommendation"))


@rule(
    "AP608",
    "RDG brings options, its confidence and a recommendation",
    severity=Severity.ERROR,
    because=clauses.OPTIONS_CONFIDENCE_RECOMMENDATIONS,
    each=ForTheBoard,
    needs=("id",),
    example="B-005 comes without RDG’s confidence and a recommendation.",
)
def matter_without_judgement(matter: ForTheBoard, case: Case) -> Iterator[Found]:
    """Give what is missing. The Board decides on RDG's judgement, not instead of it."""
    lacking = [what for name, what in _BROUGHT if not getattr(matter, name) and not case.unread(matter, name)]
    if lacking:  # cited by its ID: the blank cells themselves are reported as blank
        yield Found((matter.cell("id"),), f"{matter.ref} comes without {in_words(lacking)}.")


@rule(
    "AP609",
    "A decision is a choice between options",
    severity=Severity.WARNING,
    because=clauses.OPTIONS_CONFIDENCE_RECOMMENDATIONS,
    each=ForTheBoard,
    needs=("asked", "option_a"),
    misses=("option_b", "option_c"),
    example="B-005 asks the Board to decide, and gives one option.",
)
def one_option(matter: ForTheBoard, case: Case) -> Iterator[Found]:
    """Add what else was considered, doing nothing included, and what it would mean."""
    if not means(matter.asked, DecisionAsked.NOTE, DecisionAsked.RATIFY) and not matter.option_b and not matter.option_c:
        yield Found((matter.cell("option_b"),), f"{matter.ref} asks the Board to decide, and gives one option.")


@rule(
    "AP610",
    "RDG answers every matter that carries significant risk",
    severity=Severity.WARNING,
    because=clauses.WORKSPACES_ESCALATE,
    example="N-{workspace.3}-003 carries {carried_risk.financial} risk, and RDG has not answered it.",
)
def risky_matter_unanswered(case: Case) -> Iterator[Found]:
    """For RDG: answer it on Answers to Workspaces: {rdg_answer.agreed:lower}, {rdg_answer.changed:lower}, or {rdg_answer.to_board:lower}. Until then the Workspace may not go on."""
    if not any(row.sender == RDG for row in case.returns.rows):
        return  # without RDG's return there is nothing to answer on
    for ref, matter in latest((*case.earlier, case.returns), ForRdg).items():
        risks = [str(w) for w in matter.carries or () if w.meaning != "none"]
        if matter.id and risks and not _is_answered(ref, case):
            sentence = f"{ref} carries {in_words(risks)} risk, and RDG has not answered it."
            yield Found((matter.cell("carries"),), sentence, (ref,), RDG)


def _is_answered(ref: str, case: Case) -> bool:
    """Whether RDG answered a matter, this month or before; or wrote something there that cannot be read."""
    now = ((case.returns, a) for a in case.returns.of(AnswerToWorkspace) if a.id == ref)
    return any(a.answer or a.cell("answer") in m.unreadable for m, a in chain(now, case.found_earlier(AnswerToWorkspace, ref)))


_METHOD = re.compile(
    r"\b(?:by|through) (?!(?:meeting|beginning|ending)\b)\w{3,}ing\b|\busing\b|\bvia\b|\b(?:recruit|appoint|hire|procure|purchase|install|buy|tender for|set up|"
    r"reorgani[sz]e|restructure|redeploy|rewrite|hold (?:weekly|daily|fortnightly))\b",
    re.IGNORECASE,
)


@rule(
    "AP613",
    "A direction to RDG is an outcome and a date, never a method",
    severity=Severity.PROMPT,
    because=clauses.BOARD_SETS_OUTCOMES,
    each=ForTheBoard,
    needs=("asked", "asked_detail"),
    example="B-004 asks the Board to direct RDG, and reads as a way of doing it. What must be true, and by when?",
)
def method_for_outcome(matter: ForTheBoard, case: Case) -> Iterator[Found]:
    """For RDG: say what must be true for children and families, by when. How it is done is RDG's own."""
    if means(matter.asked, DecisionAsked.DIRECT_RDG) and _METHOD.search(matter.asked_detail or ""):
        sentence = f"{matter.ref} asks the Board to direct RDG, and reads as a way of doing it. What must be true, and by when?"
        yield Found((matter.cell("asked_detail"),), sentence)


@rule(
    "AP614",
    "A direction has a day by which it is met",
    severity=Severity.WARNING,
    because=clauses.BOARD_SETS_OUTCOMES,
    each=ForTheBoard,
    needs=("asked",),
    misses=("by_when", "asked_detail"),
    example="B-004 asks the Board to direct RDG, and gives no day.",
)
def direction_without_day(matter: ForTheBoard, case: Case) -> Iterator[Found]:
    """Write under What exactly the Board is asked the outcome and its date."""
    dated = re.search(
        r"\b20\d\d\b|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\bby (?:the end of |next )?[A-Z]",
        matter.asked_detail or "",
    )
    if means(matter.asked, DecisionAsked.DIRECT_RDG) and not matter.by_when and not dated:
        yield Found((matter.cell("asked_detail"),), f"{matter.ref} asks the Board to direct RDG, and gives no day.")


@rule(
    "AP620",
    "What RDG sends on to the Board is brought to it",
    severity=Severity.WARNING,
    because=clauses.JUDGEMENT_NOT_RULES,
    example="N-{workspace.3}-003 is answered “{rdg_answer.to_board}”, but no matter for the Board names it.",
)
def sent_on_but_not_brought(case: Case) -> Iterator[Found]:
    """For RDG: name it under Linked IDs (or What families and settings say) of the matter that brings it, or change the answer."""
    matters = case.returns.of(ForTheBoard)
    if any(case.unread(m, "linked") for m in matters):
        return  # nobody can tell what it names
    named = {r.casefold() for m in matters for r in (*(m.linked or ()), *references(m.voices or ""))}
    answers: tuple[AnswerToWorkspace | YouSaidWeDid, ...] = (*case.returns.of(AnswerToWorkspace), *case.returns.of(YouSaidWeDid))
    for row in answers:
        if means(row.answer, "to_board", "for_board") and row.id and row.id.casefold() not in named:
            sentence = f"{row.id} is answered “{row.answer}”, but no matter for the Board names it."
            yield Found((row.cell("answer"),), sentence, (row.id,), row.sender)


RULES: tuple[Rule, ...] = (
    matter_without_judgement,
    one_option,
    risky_matter_unanswered,
    method_for_outcome,
    direction_without_day,
    sent_on_but_not_brought,
)
