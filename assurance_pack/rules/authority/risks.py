"""Authority over risk: who may accept a system risk, and that what is mandatory reaches the Board (AP601 to AP605, AP618)."""

from __future__ import annotations

from collections.abc import Iterator

from ...english import counted, in_words
from ...meanings import DecisionAsked, RiskLevel, RiskResponse
from ...model import means
from ...model.problem import Severity
from ...returns.rdg import ForTheBoard
from ...returns.workspace import Milestone, Risk
from ...schema import Review
from .. import clauses
from ..case import Case
from ..decision_named import decision_named, subjects_of
from ..engine import Found, Proof, Rule, rule
from ..known import ids_so_far
from ..movement.delivery import brought_to_the_board
from ..movement.past import past
from ..sense.risks import is_severe


def _is_accepted_system_risk(risk: Risk) -> bool:
    return means(risk.level, RiskLevel.SYSTEM) and means(risk.response, RiskResponse.TOLERATE) and risk.open


@rule(
    "AP601",
    "A system risk is accepted by the Board alone",
    severity=Severity.ERROR,
    because=clauses.BOARD_ACCEPTS_SYSTEM_RISK,
    each=Risk,
    needs=("level", "response"),
    misses=("decision",),
    example="A system risk is tolerated, and no decision of the Board is named.",
)
def system_risk_tolerated(risk: Risk, case: Case) -> Iterator[Found]:
    """Give the Board decision that accepted it. If there is none, choose {risk_response.treat}, and ask RDG to bring the risk to the Board."""
    if _is_accepted_system_risk(risk) and not risk.decision:
        sentence = "A system risk is tolerated, and no decision of the Board is named."
        yield Found((risk.cell("response"), risk.cell("decision")), sentence)


@rule(
    "AP602",
    "The decision named for a system risk is one that accepted it",
    severity=Severity.ERROR,
    because=clauses.RDG_HOLDS_NO_SYSTEM_RISK,
    each=Risk,
    needs=("level", "response", "decision"),
    example="D-007 is named as accepting R-{workspace.1}-002, but it is a decision to {decision_asked.prioritise}.",
    proves=Proof.VALUE,
    follows=("AP600",),
)
def decision_did_not_accept(risk: Risk, case: Case) -> Iterator[Found]:
    """Give the decision by which the Board accepted this risk. RDG neither accepts nor holds a system risk for it."""
    decision = decision_named(risk.decision, case)
    if not _is_accepted_system_risk(risk) or decision is None or decision.kind is None:
        return
    if not means(decision.kind, DecisionAsked.ACCEPT_SYSTEM_RISK):
        sentence = f"{risk.decision} is named as accepting {risk.ref}, but it is a decision to {decision.kind}."
        yield Found((risk.cell("decision"), decision.cell("kind")), sentence)
    elif decision.item and risk.ref not in subjects_of(decision.item, case) and not _never_brought(decision.item, case):
        sentence = f"{risk.decision} is named as accepting {risk.ref}, but it was about {decision.item}."
        yield Found((risk.cell("decision"), decision.cell("item")), sentence)


def _never_brought(item: str, case: Case) -> bool:
    """Whether an item is a matter no month here has: what it was about cannot be known."""
    return item.upper().startswith("B-") and item.casefold() not in ids_so_far(case, ForTheBoard)


@rule(
    "AP603",
    "A severe risk has been weighed against the four mandatory categories",
    severity=Severity.PROMPT,
    because=clauses.MANDATORY_ESCALATION,
    each=Risk,
    needs=("id", "likelihood", "consequence"),
    misses=("categories",),
    example="R-{workspace.3}-004 scores 20 and names no escalation category. Does none of the four apply?",
)
def severe_without_category(risk: Risk, case: Case) -> Iterator[Found]:
    """For RDG: confirm that none applies and say why, or ask the Workspace to choose it. An open risk with a category goes to the Board."""
    if risk.open and is_severe(risk, case) and not risk.categories and not _lost(risk, case):
        sentence = f"{risk.ref} scores {risk.score} and names no escalation category. Does none of the four apply?"
        yield Found((risk.cell("categories"),), sentence)


@rule(
    "AP604",
    "A mandatory risk stays before the Board when it is managed under another",
    severity=Severity.ERROR,
    because=clauses.MANDATORY_ESCALATION,
    each=Risk,
    needs=("status", "categories", "managed_by"),
    example="R-{workspace.2}-009 (Sufficiency) is managed by R-{workspace.2}-003, which does not name that category: it would not reach the Board.",
)
def mandatory_risk_hidden(risk: Risk, case: Case) -> Iterator[Found]:
    """Give the other risk the category too, or keep this one open."""
    other = case.find(Risk, risk.managed_by)
    if not means(risk.status, "managed") or other is None or case.unread(other, "categories"):
        return
    held = {c.meaning for c in other.categories or ()}
    assert risk.categories
    lost = [str(c) for c in risk.categories if c.meaning not in held]
    if lost:
        sentence = (
            f"{risk.ref} ({in_words(lost)}) is managed by {other.ref}, which does not name "
            f"{'that category' if len(lost) == 1 else 'those categories'}: it would not reach the Board."
        )
        yield Found((risk.cell("managed_by"), risk.cell("categories")), sentence)


@rule(
    "AP605",
    "A mandatory category does not leave an open risk unsaid",
    severity=Severity.PROMPT,
    because=clauses.MANDATORY_ESCALATION,
    each=Risk,
    needs=("id",),
    misses=("categories",),
    example="R-{workspace.3}-006 was Significant financial in May 2026 and is no longer, though it is open. Confirm or explain.",
)
def category_dropped(risk: Risk, case: Case) -> Iterator[Found]:
    """For RDG: say why the category no longer applies, or ask the Workspace to put it back."""
    before = next(past(risk, case), None)
    lost = _lost(risk, case)
    if before is not None and lost:
        was = f"{risk.ref} was {in_words(lost)} in {before.month.name} and is no longer, though it is open."
        yield Found((risk.cell("categories"), before.row.cell("categories")), f"{was} Confirm or explain.")


def _lost(risk: Risk, case: Case) -> list[str]:
    """The categories an open risk had last month and has no more."""
    before = next(past(risk, case), None)
    if before is None or not risk.open or risk.review is Review.NOT_REVIEWED:
        return []
    now = {c.meaning for c in risk.categories or ()}
    return [str(c) for c in before.row.categories or () if c.meaning not in now]


@rule(
    "AP618",
    "What passes a parameter set by the Board is brought to it, or RDG says why not",
    severity=Severity.PROMPT,
    because=clauses.BOARD_PARAMETERS,
    example="M-{workspace.3}-007 is 125 days late; the Board set 60 days (D-006). No matter for the Board names it. Confirm or explain.",
)
def beyond_the_parameter(case: Case) -> Iterator[Found]:
    """For RDG: bring it, or say why it need not come. While the Board has set no parameter, this rule asks nothing."""
    brought = brought_to_the_board(case)
    slip, score = case.settings.parameters.slip, case.settings.parameters.score
    for milestone in case.returns.of(Milestone):
        over = milestone.finished or milestone.ref in brought
        if slip.value is None or over or not milestone.forecast or not milestone.baseline:
            continue
        late = (milestone.forecast - milestone.baseline).days
        if late >= slip.value:
            fact = f"{milestone.ref} is {counted(late, 'day')} late; the Board set {counted(slip.value, 'day')}{_by(slip.decision)}."
            yield Found((milestone.cell("forecast"),), f"{fact} {_UNBROUGHT}", (milestone.ref,), milestone.sender)
    for risk in case.returns.of(Risk):
        if score.value is not None and risk.open and (risk.score or 0) >= score.value and risk.ref not in brought:
            fact = f"{risk.ref} scores {risk.score}; the Board set {score.value}{_by(score.decision)}."
            yield Found((risk.cell("likelihood"),), f"{fact} {_UNBROUGHT}", (risk.ref,), risk.sender)


_UNBROUGHT = "No matter for the Board names it. Confirm or explain."


def _by(decision: str) -> str:
    return f" ({decision})" if decision else ""


RULES: tuple[Rule, ...] = (
    system_risk_tolerated,
    decision_did_not_accept,
    severe_without_category,
    mandatory_risk_hidden,
    category_dropped,
    beyond_the_parameter,
)
