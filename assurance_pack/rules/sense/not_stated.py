"""Sense of what a form leaves to choice and the Board's pages print all the same: left blank, they say “Not stated” (AP272, AP273)."""

from __future__ import annotations

from collections.abc import Iterator

from ...meanings import DecisionAsked
from ...model import means
from ...model.problem import Severity
from ...returns.rdg import ForTheBoard, MilestoneJudgement
from ...returns.workspace import Milestone
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule

_LATE = ("at_risk", "off_track")


@rule(
    "AP272",
    "A milestone {milestone_status.at_risk:lower} or {milestone_status.off_track:lower} says what it means if it is missed",
    severity=Severity.WARNING,
    because=clauses.RISKS_AND_CONFIDENCE_VISIBLE,
    each=Milestone,
    needs=("id",),
    misses=("impact",),
    example="{milestone_status.at_risk}, but “Impact if missed” is blank.",
)
def late_without_its_impact(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Say in a line what it means for children, families or settings if it is late. Until then the pack prints “Not stated” beside it."""
    judged = case.find(MilestoneJudgement, milestone.id)
    status = next((s for s in (judged.status if judged else None, milestone.status) if means(s, *_LATE)), None)
    if status and not milestone.impact:
        many = "{n} milestones that are late, or may be, do not say what it means if they are missed: {items}."
        yield Found((milestone.cell("impact"),), f"{status}, but “Impact if missed” is blank.", many=many)


@rule(
    "AP273",
    "A matter for the Board says by when it has to be decided",
    severity=Severity.WARNING,
    because=clauses.BOARD_RETAINS,
    each=ForTheBoard,
    needs=("asked",),
    misses=("by_when",),
    example="The Board is asked to decide, and “By when” is blank.",
)
def no_day_to_decide_by(matter: ForTheBoard, case: Case) -> Iterator[Found]:
    """Give the day, or that of the meeting if nothing is lost by waiting for it. Until then page 1 prints “Not stated”."""
    if not matter.by_when and not means(matter.asked, DecisionAsked.NOTE):
        many = "{n} matters for the Board do not say by when they have to be decided: {items}."
        yield Found((matter.cell("by_when"),), "The Board is asked to decide, and “By when” is blank.", many=many)


RULES: tuple[Rule, ...] = (late_without_its_impact, no_day_to_decide_by)
