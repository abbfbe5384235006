"""What the words of `pack.toml` mean: every list of words takes its meanings from here, and from nowhere else.

A Board chooses its own words (“Going well” for “On track”); rules and sections go by the meaning beside each. A meaning is a text, so
records and forms of earlier versions are read as they stand.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Self

BEST, GOOD, MIDDLING, POOR, WORST = range(5)
"""Grades within a list: higher is worse. What has none (Paused, Withdrawn) is neither better nor worse than anything."""


class Shape(StrEnum):
    """The shape of a badge, so that a status is told without its colour."""

    SQUARE = "square"
    CIRCLE = "circle"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    HEXAGON = "hexagon"


class Colour(StrEnum):
    """What the colour of a badge says. What it looks like is for the writers: the page, the Word file, the form."""

    FINISHED = "finished"
    FAVOURABLE = "favourable"
    CAUTION = "caution"
    ADVERSE = "adverse"
    WAITING = "waiting"
    OUT = "out"
    NOTHING_HEARD = "nothing heard"


class Badge(NamedTuple):
    """How a status is shown beside its word: a shape, and the role of its colour."""

    shape: Shape
    colour: Colour


class Meaning(StrEnum):
    """One meaning of a list.

    `grade` says how bad it is beside the others, `badge` how it is shown where it is a status; `optional`, that a Board may do without a
    word for it.
    """

    grade: int | None
    badge: Badge | None
    optional: bool

    def __new__(cls, text: str, grade: int | None = None, badge: Badge | None = None, optional: bool = False) -> Self:
        """A meaning written so in `pack.toml`."""
        member = str.__new__(cls, text)
        member._value_ = text
        member.grade, member.badge, member.optional = grade, badge, optional
        return member

    @classmethod
    def worse_by(cls, before: str, now: str) -> int:
        """How many grades worse `now` is than `before`: negative where it is better, 0 where the two cannot be compared."""
        grades = {str(m): m.grade for m in cls}
        was, is_now = grades.get(before), grades.get(now)
        return 0 if was is None or is_now is None else is_now - was


def optional(text: str, grade: int | None = None, badge: Badge | None = None) -> tuple[str, int | None, Badge | None, bool]:
    """A meaning a Board may do without a word for."""
    return text, grade, badge, True


class MilestoneStatus(Meaning):
    """How a milestone stands."""

    COMPLETE = "complete", BEST, Badge(Shape.SQUARE, Colour.FINISHED)
    ON_TRACK = "on_track", GOOD, Badge(Shape.CIRCLE, Colour.FAVOURABLE)
    AT_RISK = "at_risk", MIDDLING, Badge(Shape.TRIANGLE, Colour.CAUTION)
    OFF_TRACK = "off_track", POOR, Badge(Shape.DIAMOND, Colour.ADVERSE)
    NOT_STARTED = optional("not_started", GOOD, Badge(Shape.CIRCLE, Colour.WAITING))
    PAUSED = optional("paused", badge=Badge(Shape.HEXAGON, Colour.WAITING))
    WITHDRAWN = optional("withdrawn", badge=Badge(Shape.SQUARE, Colour.OUT))


class ThisMonth(Meaning):
    """What the sender says of a row that came back."""

    NEW = "new"
    CHANGED = "changed"
    NO_CHANGE = "no_change"
    CLOSE = "close"


class DeliveryConfidence(Meaning):
    """How sure RDG is of delivery: a scale of three (Green, Amber, Red), of four (no plain Amber) or of all five."""

    GREEN = "green", BEST, Badge(Shape.CIRCLE, Colour.FAVOURABLE)
    AMBER_GREEN = optional("amber_green", GOOD, Badge(Shape.CIRCLE, Colour.CAUTION))
    AMBER = optional("amber", MIDDLING, Badge(Shape.TRIANGLE, Colour.CAUTION))
    AMBER_RED = optional("amber_red", POOR, Badge(Shape.DIAMOND, Colour.CAUTION))
    RED = "red", WORST, Badge(Shape.DIAMOND, Colour.ADVERSE)


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


class Reading(Meaning):
    """How a finding reads."""

    STRENGTH = "strength", BEST
    MIXED = "mixed", MIDDLING
    CONCERN = "concern", WORST


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


class Activity(Meaning):
    """What kind of quality assurance a finding comes from. Two kinds of one meaning may have a word each."""

    AUDIT = optional("audit")
    JOINT_AUDIT = optional("joint_audit")
    DIP_SAMPLE = optional("dip_sample")
    THEMATIC = optional("thematic")
    SURVEY = optional("survey")
    COMPLAINTS = optional("complaints")
    PEER_REVIEW = optional("peer_review")
    INSPECTION = optional("inspection")


class FindingStatus(Meaning):
    """Whether what a finding led to is done and checked."""

    OPEN = "open", POOR
    IN_HAND = optional("in_hand", MIDDLING)
    CLOSED = "closed", BEST


class YesNo(Meaning):
    """Yes or no."""

    YES = "yes"
    NO = "no"


class Declaration(Meaning):
    """The declaration on the first page of a return: it can only be made."""

    YES = "yes"


class CarriedRisk(Meaning):
    """The significant risk a Workspace's proposal carries (Workspaces: Authority and Decision Making)."""

    STATUTORY = "statutory"
    FINANCIAL = "financial"
    SUFFICIENCY = "sufficiency"
    REPUTATIONAL = "reputational"
    DELIVERY = "delivery"
    NONE = "none"


class DecisionAsked(Meaning):
    """What the Board can be asked (Board: Decision-making authority)."""

    APPROVE = "approve"
    ACCEPT_SYSTEM_RISK = "accept_system_risk"
    PRIORITISE = "prioritise"
    DIRECT_RDG = "direct_rdg"
    ESCALATE_MEMBERS = "escalate_members"
    HOLD_TO_ACCOUNT = "hold_to_account"
    ESCALATE_ONWARD = "escalate_onward"
    RATIFY = "ratify"
    NOTE = "note"


class WhyEscalated(Meaning):
    """Why RDG brings a matter (RDG: Escalation to the Board)."""

    MANDATORY = "mandatory"
    CONFIDENCE_FELL = "confidence_fell"
    OUTSIDE_PLAN = "outside_plan"
    JUDGEMENT = "judgement"


class StatementKind(Meaning):
    """What RDG tells the Board beside what it alerts it to."""

    ADVISE = "advise"
    ASSURE = "assure"


class GroupStatus(Meaning):
    """How far a Task & Finish Group has come."""

    PROPOSED = "proposed"
    RATIFIED = "ratified"
    ACTIVE = "active"
    DISBANDED = "disbanded"


class DirectionKind(Meaning):
    """What RDG directs a Workspace to do (RDG: Relationship with Reform Workspaces)."""

    SET_PRIORITY = optional("set_priority")
    RESEQUENCE = optional("resequence")
    PAUSE = "pause"
    RESOLVE_OVERLAP = optional("resolve_overlap")


class RdgAnswer(Meaning):
    """RDG's answer to what a Workspace brings."""

    AGREED = "agreed"
    CHANGED = "changed"
    TO_BOARD = "to_board"


class AskAnswer(Meaning):
    """The answer to an ask, or to a partner's concern."""

    DONE = "done", BEST
    IN_HAND = "in_hand", MIDDLING
    NOT_POSSIBLE = "not_possible"
    FOR_BOARD = "for_board"


class PromptResponse(Meaning):
    """What RDG says to a question the sources raise between them."""

    CONFIRMED = "confirmed"
    EXPLAINED = "explained"
    CORRECTED = "corrected"
    TO_BOARD = "to_board"


class HowMany(Meaning):
    """About how many people a group heard."""

    UNDER_10 = optional("under_10")
    FROM_10_TO_20 = optional("10_20")
    FROM_20_TO_50 = optional("20_50")
    FROM_50_TO_100 = optional("50_100")
    OVER_100 = optional("over_100")


class ActionKind(Meaning):
    """What kind of action the Board agreed."""

    ACTION = "action"
    INTERNAL_ESCALATION = optional("internal_escalation")
    OUTCOME = optional("outcome")


class ActionStatus(Meaning):
    """Whether an action is still to be done. Closed without being done is neither better nor worse."""

    OPEN = "open", MIDDLING
    COMPLETE = "complete", BEST
    NOT_DONE = "not_done"


class ChallengeOutcome(Meaning):
    """What came of a challenge."""

    EVIDENCE = "evidence"
    ACTION = "action"
    POSITION_CHANGED = "position_changed"
    NOT_ACCEPTED = "not_accepted"
    CARRIED = "carried"


class ChallengeStatus(Meaning):
    """Whether the Board has closed a challenge."""

    OPEN = "open", MIDDLING
    CLOSED = "closed", BEST


class DecisionStatus(Meaning):
    """What became of a decision's outcome: whether it is still to come, came, did not, or another decision took its place."""

    OPEN = "open", MIDDLING
    MET = "met", BEST
    NOT_MET = "not_met", WORST
    REPLACED = optional("replaced")


class Comparator(Meaning):
    """How the figure of an indicator must stand to the value of a decision's condition."""

    BELOW = "below"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    ABOVE = "above"


class Publication(Meaning):
    """Whether a matter or a decision may stand in an edition for the public. Nothing said: what is still to be decided does not."""

    PUBLIC = "public"
    EXEMPT = "exempt"


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
