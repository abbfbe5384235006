"""Sense of the Milestones sheet: a status beside how late the milestone is (AP219)."""

from __future__ import annotations

from collections.abc import Iterator

from ...assess.status import judgement
from ...model import means
from ...model.problem import Severity
from ...returns.workspace import Milestone
from ..case import Case
from ..engine import Found, Rule, rule

AT_RISK_DAYS = 30
"""So many days late a milestone at risk is at most, unless RDG can recover it (the printed definition)."""
FAR_BEYOND = 2 * AT_RISK_DAYS
"""RDG may recover what is a little later than that; what is more than twice as late is asked about."""


@rule(
    "AP219",
    "A milestone {milestone_status.at_risk:lower} is not months late",
    severity=Severity.WARNING,
    because="The printed definition of {milestone_status.at_risk}: 8 to 30 days late, or recoverable by RDG.",
    each=Milestone,
    needs=("status", "forecast", "baseline"),
    example="{milestone_status.at_risk}, but forecast 182 days after its baseline. Is {milestone_status.off_track} meant?",
    follows=("AP200", "AP204"),
)
def at_risk_but_far_late(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Choose {milestone_status.off_track} (over 30 days late), or correct the forecast. If RDG can still recover it, RDG says so on its own return, under Milestones."""
    assert milestone.forecast
    assert milestone.baseline
    late, judged = (milestone.forecast - milestone.baseline).days, judgement(case.returns, milestone)
    if means(milestone.status, "at_risk") and late > FAR_BEYOND and not (judged and means(judged.status, "at_risk")):
        off = next((e.word for e in case.settings.lists["milestone_status"] if e.meaning == "off_track"), "")
        sentence = f"{milestone.status}, but forecast {late} days after its baseline. Is {off} meant?"
        yield Found((milestone.cell("status"), milestone.cell("forecast")), sentence)


RULES: tuple[Rule, ...] = (at_risk_but_far_late,)
