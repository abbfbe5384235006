"""Sense of the Milestones sheet: do status, dates, evidence and path to green agree (AP201 to AP215)?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ...meanings import DirectionKind, ThisMonth
from ...model import day, means
from ...model.problem import Severity
from ...returns.rdg import RDG, Direction
from ...returns.workspace import Milestone
from ...schema import Review
from .. import clauses
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from .years import asked_as, happened_on

ON_TRACK_DAYS = 7
"""A milestone is on track while its forecast is within this many days of its baseline (the printed definition)."""

_DEFINITION = "The printed definition of {milestone_status.complete}: delivered, and the evidence is referenced."


@rule(
    "AP201",
    "A {milestone_status.complete:lower} milestone says on which day it was done",
    severity=Severity.ERROR,
    because=_DEFINITION,
    each=Milestone,
    needs=("status",),
    misses=("actual",),
    example="{milestone_status.complete}, but no actual date is given.",
)
def complete_without_its_day(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Give the day it was done under Actual date, or choose the status it has now."""
    if means(milestone.status, "complete") and milestone.actual is None:
        yield Found((milestone.cell("actual"),), f"{milestone.status}, but no actual date is given.")


@rule(
    "AP202",
    "A {milestone_status.complete:lower} milestone says where its evidence is kept",
    severity=Severity.ERROR,
    because=_DEFINITION,
    each=Milestone,
    needs=("status",),
    misses=("evidence",),
    example="{milestone_status.complete}, but no evidence is referenced.",
)
def complete_without_evidence(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Give a reference to the evidence. Without it the milestone is not {milestone_status.complete}: choose the status it has now, or ask for a waiver."""
    if means(milestone.status, "complete") and not milestone.evidence:
        yield Found((milestone.cell("evidence"),), f"{milestone.status}, but no evidence is referenced.")


@rule(
    "AP203",
    "Nothing was done on a day that has not come",
    severity=Severity.ERROR,
    because="A return speaks for its position date: an actual date after it is a forecast.",
    each=Milestone,
    needs=("actual",),
    example="The actual date, 14 July 2026, is after the position date, 30 June 2026.",
    proves=Proof.VALUE,
)
def done_in_the_future(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Correct the actual date. If it is still to come, put it under Forecast and choose the status it has now."""
    assert milestone.actual
    if milestone.actual > case.position:
        sentence = f"The actual date, {day(milestone.actual)}, is after the position date, {day(case.position)}."
        meant = happened_on(milestone.actual, case.position)
        if meant:
            sentence += f" Is {asked_as(meant, milestone.actual)} meant?"
        # either the day is wrong or the status: of neither it is known which, so the milestone does not count as done
        both = ("status", "actual") if means(milestone.status, "complete") else ("actual",)
        yield Found((milestone.cell("actual"),), sentence, wrong=tuple(milestone.cell(name) for name in both))


@rule(
    "AP204",
    "Only a {milestone_status.complete:lower} milestone has an actual date",
    severity=Severity.WARNING,
    because="The Board cannot tell which of the two holds: the status, or the day it was done.",
    each=Milestone,
    needs=("actual", "status"),
    example="An actual date is given, but the status is {milestone_status.at_risk}.",
    follows=("AP203",),
)
def done_but_not_complete(milestone: Milestone, case: Case) -> Iterator[Found]:
    """If it is done, choose {milestone_status.complete} and give the evidence; if not, empty the actual date."""
    if not means(milestone.status, "complete"):
        sentence = f"An actual date is given, but the status is {milestone.status}."
        yield Found((milestone.cell("status"), milestone.cell("actual")), sentence)


@rule(
    "AP205",
    "A milestone whose date has passed is {milestone_status.complete:lower}, {milestone_status.at_risk:lower} or {milestone_status.off_track:lower}",
    severity=Severity.WARNING,
    because=clauses.CLEAR_REPORTING,
    each=Milestone,
    needs=("status", "forecast"),
    example="{milestone_status.on_track}, but its forecast, 12 June 2026, has passed.",
    follows=(
        "AP200",
        "AP204",
    ),
)
def past_its_date(milestone: Milestone, case: Case) -> Iterator[Found]:
    """If it is done, choose {milestone_status.complete} with its date and evidence. If not, give a new forecast and choose {milestone_status.at_risk} or {milestone_status.off_track}."""
    assert milestone.forecast
    if means(milestone.status, "on_track", "not_started") and milestone.forecast < case.position:
        sentence = f"{milestone.status}, but its forecast, {day(milestone.forecast)}, has passed."
        yield Found((milestone.cell("status"), milestone.cell("forecast")), sentence)


@rule(
    "AP206",
    "A late milestone has a forecast still to come",
    severity=Severity.WARNING,
    because=clauses.SLIPPAGE_VISIBLE,
    each=Milestone,
    needs=("status", "forecast"),
    example="{milestone_status.off_track}, and its forecast, 12 June 2026, has passed: when is it expected now?",
    follows=(
        "AP200",
        "AP204",
    ),
)
def late_without_a_new_forecast(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Give the day you now expect it."""
    assert milestone.forecast
    if means(milestone.status, "at_risk", "off_track") and milestone.forecast < case.position:
        sentence = f"{milestone.status}, and its forecast, {day(milestone.forecast)}, has passed: when is it expected now?"
        yield Found((milestone.cell("forecast"),), sentence)


@rule(
    "AP207",
    "A milestone {milestone_status.on_track:lower} is forecast within seven days of its baseline",
    severity=Severity.WARNING,
    because="The printed definition of {milestone_status.on_track}: forecast within 7 days of the baseline.",
    each=Milestone,
    needs=("status", "forecast", "baseline"),
    example="{milestone_status.on_track}, but forecast 35 days after its baseline.",
    follows=(
        "AP200",
        "AP204",
        "AP205",
    ),
)
def on_track_but_late(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Choose {milestone_status.at_risk} (8 to 30 days late, or recoverable) or {milestone_status.off_track} (over 30), with the path to green; or correct the forecast."""
    assert milestone.forecast
    assert milestone.baseline
    late = milestone.forecast - milestone.baseline
    if means(milestone.status, "on_track") and late > timedelta(days=ON_TRACK_DAYS):
        yield Found(
            (milestone.cell("status"), milestone.cell("forecast")), f"{milestone.status}, but forecast {late.days} days after its baseline."
        )


@rule(
    "AP208",
    "A milestone {milestone_status.at_risk:lower} or {milestone_status.off_track:lower} says why, and its path to green",
    severity=Severity.ERROR,
    because=clauses.CLEAR_REPORTING,
    each=Milestone,
    needs=("status",),
    misses=("path_to_green",),
    example="{milestone_status.at_risk}, but no reason and path to green is given.",
)
def late_without_a_path(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Say in 40 words why, and what will bring it back, by when. A colour without its reason tells the Board nothing."""
    if means(milestone.status, "at_risk", "off_track") and not milestone.path_to_green:
        yield Found((milestone.cell("path_to_green"),), f"{milestone.status}, but no reason and path to green is given.")


@rule(
    "AP209",
    "A milestone still to be done has a forecast",
    severity=Severity.WARNING,
    because=clauses.SLIPPAGE_VISIBLE,
    each=Milestone,
    needs=("status",),
    misses=("forecast",),
    example="No forecast is given.",
)
def no_forecast(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Give the day you expect it to be done; the baseline date if nothing has changed."""
    if milestone.open and not means(milestone.status, "paused") and milestone.forecast is None:
        yield Found((milestone.cell("forecast"),), "No forecast is given.")


@rule(
    "AP210",
    "A milestone {milestone_status.paused:lower} has RDG’s direction to pause it",
    severity=Severity.ERROR,
    because=clauses.RDG_RESEQUENCES,
    each=Milestone,
    needs=("status", "id"),
    proves=Proof.VALUE,
    example="{milestone_status.paused}, but no direction of RDG to pause M-{workspace.3}-007 is recorded.",
)
def paused_without_a_direction(milestone: Milestone, case: Case) -> Iterator[Found]:
    """RDG records the direction on Directions to Workspaces, with this ID. If RDG did not pause it, choose the status it has."""
    months = (case.returns, *reversed(case.earlier))
    if not means(milestone.status, "paused") or not any(m.of(Direction) for m in months):
        return
    if RDG in case.returns.in_two_versions or any(r.sender == RDG for r in case.returns.missing):
        return  # nobody can tell what RDG directed
    paused = (d.linked or () for m in months for d in m.of(Direction) if means(d.direction, DirectionKind.PAUSE))
    if not any(milestone.id in refs for refs in paused):
        sentence = f"{milestone.status}, but no direction of RDG to pause {milestone.id} is recorded."
        yield Found((milestone.cell("status"),), sentence)  # a bare word does not take a milestone out of those that are late


@rule(
    "AP211",
    "A {milestone_status.withdrawn:lower} milestone names the decision that withdrew it",
    severity=Severity.ERROR,
    because=clauses.BOARD_SIGNS_OFF_PLAN,
    each=Milestone,
    needs=("status",),
    misses=("reference",),
    example="{milestone_status.withdrawn}, but no plan or Board reference is given.",
    proves=Proof.VALUE,
)
def withdrawn_without_reference(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Give the plan reference or Board decision that took it out of the plan, for example D-007."""
    if means(milestone.status, "withdrawn") and not milestone.reference:
        # nobody but the Board can withdraw it: a bare word does not take a milestone out of the count
        sentence = f"{milestone.status}, but no plan or Board reference is given."
        yield Found((milestone.cell("reference"),), sentence, wrong=(milestone.cell("status"),))


@rule(
    "AP215",
    "A new milestone names where the plan has it",
    severity=Severity.WARNING,
    because=clauses.BOARD_SIGNS_OFF_PLAN,
    each=Milestone,
    needs=("id",),
    misses=("reference",),
    example="{this_month.new} this month, but no plan or Board reference is given.",
    follows=("AP211",),
)
def new_without_reference(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Give the plan reference, or the Board decision that added it. A new milestone is a change to what the Board signed off."""
    if case.last and milestone.review is Review.NEW and not milestone.reference:
        yield Found(
            (milestone.cell("reference"),),
            f"{milestone.this_month or case.settings.printed(ThisMonth.NEW)} this month, but no plan or Board reference is given.",
        )


RULES: tuple[Rule, ...] = (
    complete_without_its_day,
    complete_without_evidence,
    done_in_the_future,
    done_but_not_complete,
    past_its_date,
    late_without_a_new_forecast,
    on_track_but_late,
    late_without_a_path,
    no_forecast,
    paused_without_a_direction,
    withdrawn_without_reference,
    new_without_reference,
)
