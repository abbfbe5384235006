"""The lists of words of `pack.toml`, each with what its words can mean."""

from __future__ import annotations

from .decisions import (
    AskAnswer,
    ChallengeOutcome,
    ChallengeStatus,
    DecisionAsked,
    DecisionStatus,
    Declaration,
    DirectionKind,
    PromptResponse,
    Publication,
    RdgAnswer,
    StatementKind,
    WhyEscalated,
    YesNo,
)
from .delivery import (
    ActionKind,
    ActionStatus,
    Activity,
    Comparator,
    DeliveryConfidence,
    GroupStatus,
    HowMany,
    MilestoneStatus,
    Reading,
    ThisMonth,
)
from .meaning import Badge, Colour, Meaning, Shape
from .risks import (
    Assurance,
    CarriedRisk,
    FindingStatus,
    IssueStatus,
    LineOfAssurance,
    Proximity,
    Rating,
    RiskLevel,
    RiskResponse,
    RiskStatus,
)

LISTS: dict[str, type[Meaning]] = {
    "this_month": ThisMonth,
    "milestone_status": MilestoneStatus,
    "confidence": DeliveryConfidence,
    "level": RiskLevel,
    "likelihood": Rating,
    "consequence": Rating,
    "risk_status": RiskStatus,
    "risk_response": RiskResponse,
    "proximity": Proximity,
    "reading": Reading,
    "assurance": Assurance,
    "line": LineOfAssurance,
    "activity": Activity,
    "finding_status": FindingStatus,
    "yes_no": YesNo,
    "declaration": Declaration,
    "carried_risk": CarriedRisk,
    "decision_asked": DecisionAsked,
    "why_escalated": WhyEscalated,
    "statement": StatementKind,
    "group_status": GroupStatus,
    "direction": DirectionKind,
    "rdg_answer": RdgAnswer,
    "ask_answer": AskAnswer,
    "prompt_response": PromptResponse,
    "how_many": HowMany,
    "action_type": ActionKind,
    "action_status": ActionStatus,
    "challenge_outcome": ChallengeOutcome,
    "challenge_status": ChallengeStatus,
    "issue_status": IssueStatus,
    "decision_status": DecisionStatus,
    "comparator": Comparator,
    "publication": Publication,
}
"""The lists of words of `pack.toml`, by the name they have there."""

GOVERNED = frozenset({
    "theme", "theme_or_none", "priority", "confidence_about", "category", "workspace", "group", "partner", "sender", "addressee", "indicator",
})  # fmt: skip
"""The lists that follow from what `pack.toml` says of the Board: their meanings are its codes, and those that stand below."""
NO_THEME = "none"
"""Said by a person of words that belong to no theme."""
OVERALL = "overall"
"""What confidence is about where it is not about one plan priority."""
TO_RDG = "RDG"
"""RDG among those a challenge is put to."""
NO_RETURN = "no_return"
"""The place of a status of which nothing was heard: no word of a list."""

BADGES: dict[str, Badge] = {
    **{meaning: meaning.badge for list_ in LISTS.values() for meaning in list_ if meaning.badge},
    NO_RETURN: Badge(Shape.SQUARE, Colour.NOTHING_HEARD),
}
"""How each status is shown, by its meaning."""
