"""What the words say of plans and their figures: how a milestone, RDG's confidence, an indicator, a group and an action stand."""

from __future__ import annotations

from operator import ge, gt, le, lt

from .meaning import BEST, GOOD, MIDDLING, POOR, WORST, Badge, Colour, Meaning, Shape, optional


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


class Reading(Meaning):
    """How a finding reads."""

    STRENGTH = "strength", BEST
    MIXED = "mixed", MIDDLING
    CONCERN = "concern", WORST


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


class GroupStatus(Meaning):
    """How far a Task & Finish Group has come."""

    PROPOSED = "proposed"
    RATIFIED = "ratified"
    ACTIVE = "active"
    DISBANDED = "disbanded"


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


class Comparator(Meaning):
    """How the figure of an indicator must stand to the value of a decision's condition."""

    BELOW = "below"
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    ABOVE = "above"

    def holds(self, figure: float, value: float) -> bool:
        """Whether a figure stands so to the value of the condition."""
        compared = {Comparator.BELOW: lt, Comparator.AT_MOST: le, Comparator.AT_LEAST: ge, Comparator.ABOVE: gt}
        return bool(compared[self](figure, value))
