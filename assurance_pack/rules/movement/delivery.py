"""Movement of delivery: stuck, slipping, better without a reason, re-scored without a word, confidence that fell (AP305 to AP311)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ... import meanings
from ...meanings import DecisionAsked, MilestoneStatus, RiskStatus, WhyEscalated
from ...model import means
from ...model.problem import Severity
from ...record.carry import same
from ...returns.rdg import Confidence, ForTheBoard
from ...returns.workspace import Milestone, Risk
from ...schema import Review
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule
from .past import TWO_YEARS, months_running, past, slips_running, status_of

LATE = ("at_risk", "off_track")
SCORED_BY = Risk.life.scores["score"]
"""The columns the score now is worked out from."""
SLIPS_FROM = 2
SLIP_DAYS_FROM = 14
"""A forecast that moves in two months running, by two weeks or more in all, is worth a question; less is the way of plans."""


def brought_to_the_board(case: Case) -> frozenset[str]:
    """The IDs RDG brings to the Board this month: nobody need be asked about them."""
    return frozenset(ref for matter in case.returns.of(ForTheBoard) for ref in matter.linked or ())


def _stuck(milestone: Milestone, case: Case) -> int:
    """For how many months it has been late, where that is long enough to ask about and nobody has brought it to the Board."""
    running = months_running(milestone, case, *LATE)
    return running if running >= case.settings.age.stuck_months and milestone.ref not in brought_to_the_board(case) else 0


@rule(
    "AP305",
    "A milestone does not stay {milestone_status.at_risk:lower} or {milestone_status.off_track:lower} month after month",
    severity=Severity.PROMPT,
    because=clauses.SLIPPAGE_VISIBLE,
    each=Milestone,
    needs=("id",),
    example="M-{workspace.2}-008 has been {milestone_status.at_risk:lower} or {milestone_status.off_track:lower} for 5 months running, and its forecast has moved 45 days. What would move it?",
)
def stuck(milestone: Milestone, case: Case) -> Iterator[Found]:
    """For RDG: say what would move it (a decision, another partner, another order of work), or that the plan should change."""
    running = _stuck(milestone, case)
    if not running:
        return
    _, days = slips_running(milestone, case)
    late = case.settings.worded("{milestone_status.at_risk:lower} or {milestone_status.off_track:lower}")
    slipped = f", and its forecast has moved {days} days" if days else ""
    how_long = f"{running} months running" if running < TWO_YEARS else f"{running} months running or longer"
    sentence = f"{milestone.ref} has been {late} for {how_long}{slipped}. What would move it?"
    yield Found((milestone.cell("status"),), sentence)


@rule(
    "AP308",
    "A better status has new evidence behind it",
    severity=Severity.PROMPT,
    because=clauses.CLEAR_REPORTING,
    each=Milestone,
    needs=("id", "status"),
    misses=("evidence", "progress"),
    example="M-{workspace.2}-006 is {milestone_status.on_track}, and was {milestone_status.at_risk} in May 2026, with the same evidence and no new progress. What changed?",
    follows=("AP239",),
)
def better_without_evidence(milestone: Milestone, case: Case) -> Iterator[Found]:
    """For RDG: say what changed, and ask the Workspace to write it down. A colour that moves alone is not progress."""
    before = next(past(milestone, case), None)
    if before is None:
        return
    now, then = status_of(milestone, case.returns), status_of(before.row, before.returns)
    if now is None or then is None:
        return
    nothing_new = same(milestone.evidence, before.row.evidence) and (
        not milestone.progress or same(milestone.progress, before.row.progress)
    )
    better = -meanings.MilestoneStatus.worse_by(then.meaning, now.meaning)
    taken_out = bool(before.row.evidence)
    recovered = means(now, MilestoneStatus.ON_TRACK) and means(then, *LATE)  # the page says so, and a sentence alone does not show it
    without_any = not milestone.evidence and (recovered or taken_out) and not means(now, "complete")
    if better > 0 and (nothing_new or without_any):
        was = f"{milestone.ref} is {now}, and was {then} in {before.month.name}"
        cells = (milestone.cell("status"), milestone.cell("evidence"))
        missing = f"with the evidence of {before.month.name} taken out" if taken_out else "with no evidence referenced"
        why = "with the same evidence and no new progress" if nothing_new else missing
        yield Found(cells, f"{was}, {why}. What changed?")


@rule(
    "AP309",
    "A forecast does not move later every month",
    severity=Severity.PROMPT,
    because=clauses.SLIPPAGE_VISIBLE,
    each=Milestone,
    needs=("id", "forecast"),
    example="M-{workspace.3}-011 has slipped in each of the last 3 months, 61 days in all. Is this forecast the last?",
)
def slipping_every_month(milestone: Milestone, case: Case) -> Iterator[Found]:
    """For RDG: ask what the forecast rests on. One honest move is better than a small one every month."""
    months, days = slips_running(milestone, case)
    slips = months >= SLIPS_FROM and days >= SLIP_DAYS_FROM and milestone.open
    if slips and milestone.ref not in brought_to_the_board(case) and not _stuck(milestone, case):
        sentence = f"{milestone.ref} has slipped in each of the last {months} months, {days} days in all. Is this forecast the last?"
        yield Found((milestone.cell("forecast"),), sentence)


@rule(
    "AP310",
    "A score that moves says why",
    severity=Severity.WARNING,
    because=clauses.RISKS_AND_CONFIDENCE_VISIBLE,
    each=Risk,
    needs=("id", "likelihood", "consequence"),
    misses=("changed",),
    example="The score is 20, from 16 in May 2026, and nothing says why.",
)
def score_without_a_note(risk: Risk, case: Case) -> Iterator[Found]:
    """Say under What changed this month what happened, in a sentence."""
    before = next(past(risk, case), None)
    if before is None or before.row.score is None or risk.score == before.row.score or risk.review is Review.NOT_REVIEWED:
        return
    if means(risk.status, RiskStatus.CLOSED):
        return  # of a risk that is closed it is asked why (AP318), not why it was scored so
    if not risk.changed or same(risk.changed, before.row.changed):
        sentence = f"The score is {risk.score}, from {before.row.score} in {before.month.name}, and nothing says why."
        yield Found((risk.cell("changed"),), sentence)


@rule(
    "AP318",
    "A risk the Board watched is closed with the reason",
    severity=Severity.WARNING,
    because=clauses.RISKS_AND_CONFIDENCE_VISIBLE,
    each=Risk,
    needs=("id", "status"),
    misses=("changed",),
    example="The risk scored 20 in May 2026, Extreme, and is closed; nothing says why.",
)
def closed_without_a_note(risk: Risk, case: Case) -> Iterator[Found]:
    """Say under What changed this month what ended the risk, in a sentence, and choose {this_month.close}. Closed by mistake, it leaves the Board's sight: choose {this_month.changed} and put the status back."""
    before = next(past(risk, case), None)
    if not means(risk.status, RiskStatus.CLOSED) or (before is not None and not before.row.open):
        return
    if before and _was_watched(before.row, case) and (not risk.changed or same(risk.changed, before.row.changed)):
        was = (
            f"scored {before.row.score} in {before.month.name}, {case.settings.top_band.name},"
            if _is_severe(before.row, case)
            else f"was of a kind that must come to the Board in {before.month.name}"
        )
        yield Found((risk.cell("status"), risk.cell("changed")), f"The risk {was} and is closed; nothing says why.")
    elif _is_severe_still(risk, before.row if before else None, case):
        sentence = f"The risk is closed, and its score is {risk.score}, {case.settings.top_band.name}. Is it over?"
        yield Found((risk.cell("status"), *(risk.cell(name) for name in SCORED_BY)), sentence)


def _was_watched(before: Risk, case: Case) -> bool:
    return _is_severe(before, case) or bool(before.categories)


def _is_severe(risk: Risk, case: Case) -> bool:
    return risk.score is not None and risk.score >= case.settings.top_band.least


def _is_severe_still(risk: Risk, before: Risk | None, case: Case) -> bool:
    """Whether a risk that is closed is of the highest band all the same, and scored higher than when last reported."""
    return before is not None and before.score is not None and _is_severe(risk, case) and (risk.score or 0) > before.score


@rule(
    "AP311",
    "Confidence that fell is brought to the Board, or RDG says why not",
    severity=Severity.PROMPT,
    because=clauses.CONFIDENCE_DROPS,
    example="RDG’s confidence in 2 Enough of the right places fell from {confidence.amber} to {confidence.red}, and no escalation is recorded. Confirm or explain.",
)
def confidence_fell(case: Case) -> Iterator[Found]:
    """For RDG: confirm that Board intervention is not needed and say why, or bring the matter. The judgement is RDG's, not the pack's."""
    before = {c.about.meaning: c for c in (case.before.of(Confidence) if case.before else ()) if c.about and c.confidence}
    for now in case.returns.of(Confidence):
        then = before.get(now.about.meaning) if now.about else None
        if then is None or now.about is None or now.confidence is None or then.confidence is None:
            continue
        if meanings.DeliveryConfidence.worse_by(then.confidence.meaning, now.confidence.meaning) > 0 and not _escalated(
            now.about.meaning, case
        ):
            what = "overall confidence" if now.about.meaning == meanings.OVERALL else f"confidence in {now.about}"
            fell = f"RDG’s {what} fell from {then.confidence} to {now.confidence}, and no escalation is recorded."
            yield Found((now.cell("confidence"), then.cell("confidence")), f"{fell} Confirm or explain.", (now.about.meaning,), now.sender)


def _escalated(about: str, case: Case) -> bool:
    """Whether RDG brings a matter because confidence fell; or, for a priority, one about a milestone of it."""
    matters = case.returns.of(ForTheBoard)
    if about == meanings.OVERALL:
        return any(means(m.why, WhyEscalated.CONFIDENCE_FELL) or not means(m.asked, DecisionAsked.NOTE) for m in matters)
    return any(case.unread(m, "linked") or any(_of_priority(ref, about, case) for ref in m.linked or ()) for m in matters)


def _of_priority(ref: str, about: str, case: Case) -> bool:
    """Whether an ID is that of a milestone that ever stood under a priority; this month's register may not have come."""
    months = chain([case.find(Milestone, ref)], (row for _, row in case.found_earlier(Milestone, ref)))
    return any(m is not None and means(m.priority, about) for m in months)


RULES: tuple[Rule, ...] = (
    stuck,
    better_without_evidence,
    slipping_every_month,
    score_without_a_note,
    closed_without_a_note,
    confidence_fell,
)
