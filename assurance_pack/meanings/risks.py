"""What the words say of risks, issues and what is known of them: level, rating, response, assurance, findings."""

from __future__ import annotations

from .meaning import BEST, GOOD, MIDDLING, POOR, WORST, Meaning, optional


class RiskLevel(Meaning):
    """Who may hold a risk: RDG within the Board's parameters, or the Board alone."""

    DELIVERY = "delivery"
    SYSTEM = "system"


class Rating(Meaning):
    """One to five, of likelihood and of impact: the numbers a score is worked out from."""

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"


class RiskStatus(Meaning):
    """Whether a risk still threatens."""

    OPEN = "open", MIDDLING
    CLOSED = "closed", BEST
    ISSUE = "issue", WORST
    MANAGED = optional("managed", BEST)


class RiskResponse(Meaning):
    """What is done about a risk."""

    TREAT = "treat"
    TOLERATE = "tolerate"
    TRANSFER = optional("transfer")
    TERMINATE = optional("terminate")


class Proximity(Meaning):
    """How soon a risk could happen."""

    WITHIN_A_MONTH = optional("1m")
    ONE_TO_THREE_MONTHS = optional("3m")
    THREE_TO_SIX_MONTHS = optional("6m")
    LATER = optional("later")


class Assurance(Meaning):
    """How much assurance a finding gives."""

    SUBSTANTIAL = "substantial", BEST
    REASONABLE = "reasonable", GOOD
    LIMITED = "limited", POOR
    NONE = "none", WORST


class LineOfAssurance(Meaning):
    """Who gives the assurance: management, an oversight function, somebody independent."""

    MANAGEMENT = "1"
    OVERSIGHT = "2"
    INDEPENDENT = "3"


class FindingStatus(Meaning):
    """Whether what a finding led to is done and checked."""

    OPEN = "open", POOR
    IN_HAND = optional("in_hand", MIDDLING)
    CLOSED = "closed", BEST


class CarriedRisk(Meaning):
    """The significant risk a Workspace's proposal carries (Workspaces: Authority and Decision Making)."""

    STATUTORY = "statutory"
    FINANCIAL = "financial"
    SUFFICIENCY = "sufficiency"
    REPUTATIONAL = "reputational"
    DELIVERY = "delivery"
    NONE = "none"


class IssueStatus(Meaning):
    """Whether an exceptional issue is over."""

    OPEN = "open", MIDDLING
    CLOSED = "closed", BEST


class EscalationCategory(Meaning):
    """The four kinds of risk that must reach the Board (Board: Mandatory escalation to the Board)."""

    STATUTORY = "statutory"
    FINANCIAL = "financial"
    SUFFICIENCY = "sufficiency"
    PARTNERSHIP = "partnership"
