"""What the words say of what is brought, decided, answered and made public."""

from __future__ import annotations

from .meaning import BEST, MIDDLING, WORST, Meaning, optional


class YesNo(Meaning):
    """Yes or no."""

    YES = "yes"
    NO = "no"


class Declaration(Meaning):
    """The declaration on the first page of a return: it can only be made."""

    YES = "yes"


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


ONLY_THE_BOARD_MAY = (
    DecisionAsked.APPROVE,
    DecisionAsked.ACCEPT_SYSTEM_RISK,
    DecisionAsked.PRIORITISE,
    DecisionAsked.ESCALATE_ONWARD,
    DecisionAsked.RATIFY,
)
"""Decisions that are not delegable, to nobody: not to RDG, nor to the Chair between meetings."""


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


class Publication(Meaning):
    """Whether a matter or a decision may stand in an edition for the public. Nothing said: what is still to be decided does not."""

    PUBLIC = "public"
    EXEMPT = "exempt"
