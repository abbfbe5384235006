"""What the words of `pack.toml` mean: every list of words takes its meanings from here, and from nowhere else.

A Board chooses its own words (“Going well” for “On track”); rules and sections go by the meaning beside each. A meaning is a text, so
records and forms of earlier versions are read as they stand.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self

BEST, GOOD, MIDDLING, POOR, WORST = range(5)
"""Grades within a list: higher is worse. What has none (Paused, Withdrawn) is neither better nor worse than anything."""


class Meaning(StrEnum):
    """One meaning of a list. `grade` says how bad it is beside the others; `optional`, that a Board may do without a word for it."""

    grade: int | None
    optional: bool

    def __new__(cls, text: str, grade: int | None = None, optional: bool = False) -> Self:
        """A meaning written so in `pack.toml`."""
        member = str.__new__(cls, text)
        member._value_ = text
        member.grade = grade
        member.optional = optional
        return member

    @classmethod
    def worse_by(cls, before: str, now: str) -> int:
        """How many grades worse `now` is than `before`: negative where it is better, 0 where the two cannot be compared."""
        grades = {str(m): m.grade for m in cls}
        was, is_now = grades.get(before), grades.get(now)
        return 0 if was is None or is_now is None else is_now - was


class MilestoneStatus(Meaning):
    """How a milestone stands."""

    COMPLETE = "complete", BEST
    ON_TRACK = "on_track", GOOD
    AT_RISK = "at_risk", MIDDLING
    OFF_TRACK = "off_track", POOR
    NOT_STARTED = "not_started", GOOD, True
    PAUSED = "paused", None, True
    WITHDRAWN = "withdrawn", None, True


class ThisMonth(Meaning):
    """What the sender says of a row that came back."""

    NEW = "new"
    CHANGED = "changed"
    NO_CHANGE = "no_change"
    CLOSE = "close"


class Confidence(Meaning):
    """How sure RDG is of delivery: a scale of three (Green, Amber, Red), of four (no plain Amber) or of all five."""

    GREEN = "green", BEST
    AMBER_GREEN = "amber_green", GOOD, True
    AMBER = "amber", MIDDLING, True
    AMBER_RED = "amber_red", POOR, True
    RED = "red", WORST


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
    MANAGED = "managed", BEST, True


class RiskResponse(Meaning):
    """What is done about a risk."""

    TREAT = "treat"
    TOLERATE = "tolerate"
    TRANSFER = "transfer", None, True
    TERMINATE = "terminate", None, True


class Proximity(Meaning):
    """How soon a risk could happen."""

    WITHIN_A_MONTH = "1m", None, True
    ONE_TO_THREE_MONTHS = "3m", None, True
    THREE_TO_SIX_MONTHS = "6m", None, True
    LATER = "later", None, True


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

    AUDIT = "audit", None, True
    JOINT_AUDIT = "joint_audit", None, True
    DIP_SAMPLE = "dip_sample", None, True
    THEMATIC = "thematic", None, True
    SURVEY = "survey", None, True
    COMPLAINTS = "complaints", None, True
    PEER_REVIEW = "peer_review", None, True
    INSPECTION = "inspection", None, True


class FindingStatus(Meaning):
    """Whether what a finding led to is done and checked."""

    OPEN = "open", POOR
    IN_HAND = "in_hand", MIDDLING, True
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

    SET_PRIORITY = "set_priority", None, True
    RESEQUENCE = "resequence", None, True
    PAUSE = "pause"
    RESOLVE_OVERLAP = "resolve_overlap", None, True


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

    UNDER_10 = "under_10", None, True
    FROM_10_TO_20 = "10_20", None, True
    FROM_20_TO_50 = "20_50", None, True
    FROM_50_TO_100 = "50_100", None, True
    OVER_100 = "over_100", None, True


class ActionKind(Meaning):
    """What kind of action the Board agreed."""

    ACTION = "action"
    INTERNAL_ESCALATION = "internal_escalation", None, True
    OUTCOME = "outcome", None, True


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


class LogStatus(Meaning):
    """Whether the Board has closed a challenge or an exceptional issue."""

    OPEN = "open", MIDDLING
    CLOSED = "closed", BEST


LISTS: dict[str, type[Meaning]] = {
    "this_month": ThisMonth,
    "milestone_status": MilestoneStatus,
    "confidence": Confidence,
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
    "challenge_status": LogStatus,
    "issue_status": LogStatus,
}
"""The lists of words of `pack.toml`, by the name they have there."""
