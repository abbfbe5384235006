"""Sense of the Risks sheet, the Workspaces' and RDG's own: scores, reviews, owners and endings (AP220 to AP230)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ...meanings import RiskResponse, ThisMonth
from ...model import day, means
from ...model.problem import Severity
from ...returns.workspace import Risk
from ...schema import Review
from .. import clauses
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from ..known import named_in, of_a_missing_return
from ..shape.faults import quoted

_NOBODY_LIST = "vacant,nobody,all,everyone,various,not assigned"
_NOBODY = frozenset(_NOBODY_LIST.split(","))


UNSEEN = timedelta(days=31)
"""A review may be put down for the meeting before the last position date; more than a month before it, nobody has looked since."""


def is_severe(risk: Risk, case: Case) -> bool:
    """Whether the risk is in the top band."""
    return risk.score is not None and risk.score >= case.settings.top_band.least


@rule(
    "AP220",
    "Controls do not make a risk worse",
    severity=Severity.WARNING,
    because=clauses.RISK_MANAGED,
    each=Risk,
    needs=("likelihood", "consequence", "inherent_likelihood", "inherent_consequence"),
    example="The score now, 20, is above the inherent score, 12.",
)
def worse_with_controls(risk: Risk, case: Case) -> Iterator[Found]:
    """The inherent score is with no controls at all: correct it, or the score now."""
    assert risk.score
    assert risk.inherent
    if risk.score > risk.inherent:
        cells = (risk.cell("inherent_likelihood"), risk.cell("inherent_consequence"))
        yield Found(cells, f"The score now, {risk.score}, is above the inherent score, {risk.inherent}.")


@rule(
    "AP221",
    "A target is not above the score now",
    severity=Severity.WARNING,
    because=clauses.RISK_MANAGED,
    each=Risk,
    needs=("likelihood", "consequence", "target_likelihood", "target_consequence"),
    example="The target, 16, is above the score now, 12.",
)
def target_above_now(risk: Risk, case: Case) -> Iterator[Found]:
    """Set a target at or below the score now, or correct the score."""
    assert risk.score
    assert risk.target
    if risk.target > risk.score and risk.open:
        cells = (risk.cell("target_likelihood"), risk.cell("target_consequence"))
        yield Found(cells, f"The target, {risk.target}, is above the score now, {risk.score}.")


@rule(
    "AP222",
    "A severe risk is owned by somebody",
    severity=Severity.WARNING,
    because=clauses.RISK_MANAGED,
    each=Risk,
    needs=("owner", "likelihood", "consequence"),
    example="Score 20, and the owner is “vacant”.",
)
def severe_without_owner(risk: Risk, case: Case) -> Iterator[Found]:
    """Name the role that owns it now. If the post is vacant, name the role that stands in."""
    assert risk.owner
    if risk.open and is_severe(risk, case) and risk.owner.strip(" .").casefold() in _NOBODY:
        yield Found((risk.cell("owner"),), f"Score {risk.score}, and the owner is {quoted(risk.owner)}.")


@rule(
    "AP223",
    "A risk is reviewed by the day set for it",
    severity=Severity.WARNING,
    because=clauses.RISK_MANAGED,
    each=Risk,
    needs=("next_review",),
    example="The next review, 29 May 2026, has passed.",
    follows=("AP200",),
)
def review_overdue(risk: Risk, case: Case) -> Iterator[Found]:
    """Review it, say what you found, and give the day of the next review."""
    assert risk.next_review
    if risk.open and risk.next_review < case.position:
        yield Found((risk.cell("next_review"),), f"The next review, {day(risk.next_review)}, has passed.")


@rule(
    "AP224",
    "Reviews of a risk stand in order",
    severity=Severity.WARNING,
    because="A review cannot follow the one after it.",
    each=Risk,
    needs=("last_reviewed", "next_review"),
    example="The next review, 4 May 2026, is not after the last, 11 June 2026.",
    follows=(
        "AP200",
        "AP223",
    ),
)
def reviews_out_of_order(risk: Risk, case: Case) -> Iterator[Found]:
    """Correct the day that is wrong."""
    assert risk.last_reviewed
    assert risk.next_review
    if risk.open and risk.next_review <= risk.last_reviewed:
        sentence = f"The next review, {day(risk.next_review)}, is not after the last, {day(risk.last_reviewed)}."
        yield Found((risk.cell("next_review"),), sentence)


@rule(
    "AP230",
    "A severe risk called reviewed was reviewed",
    severity=Severity.WARNING,
    because=clauses.RISK_MANAGED,
    each=Risk,
    needs=("last_reviewed", "likelihood", "consequence"),
    example="{this_month.no_change}, but last reviewed on 12 January 2026, before the last pack.",
)
def called_reviewed(risk: Risk, case: Case) -> Iterator[Found]:
    """Give the day it was last looked at, or leave that cell empty: then it is the day the Workspace met. If nobody has looked at it since, leave This month empty."""
    assert risk.last_reviewed
    if not case.last or risk.review is not Review.NO_CHANGE or not risk.open or not is_severe(risk, case):
        return
    if risk.last_reviewed <= case.last.position - UNSEEN and "last_reviewed" not in risk.carried:
        said = risk.this_month or case.settings.printed(ThisMonth.NO_CHANGE)
        sentence = f"{said}, but last reviewed on {day(risk.last_reviewed)}, before the last pack."
        yield Found((risk.cell("this_month"), risk.cell("last_reviewed")), sentence)


@rule(
    "AP225",
    "A risk managed under another ID says which",
    severity=Severity.ERROR,
    because="Without the ID the risk would leave the register and stand nowhere.",
    each=Risk,
    needs=("status",),
    misses=("managed_by",),
    example="{risk_status.managed}, but no ID is given.",
    proves=Proof.VALUE,
)
def managed_by_nobody(risk: Risk, case: Case) -> Iterator[Found]:
    """Give the ID of the risk it is managed under; that risk must be on a register, and open. If there is none, choose {risk_status.open}."""
    if not means(risk.status, "managed"):
        return
    said, named = risk.managed_by or "", named_in(risk.managed_by or "")
    others = [other for ref in named if (other := case.find(Risk, ref))]
    if not said:
        why = f"{risk.status}, but no ID is given."  # a bare word does not take a risk out of the register
    elif not any(ref.startswith("R-") for ref in named):
        why = f"Managed by {quoted(said)}, which is the ID of no risk."
    elif not others:
        why = "" if any(of_a_missing_return(ref, case) for ref in named) else f"Managed by {named[0]}, which is on no register this month."
    else:
        held = any(other is not risk and other.open for other in others)
        why = (
            ""
            if held
            else f"Managed by {others[0].ref}, {'which is this risk itself' if others[0] is risk else f'which is {others[0].status}'}."
        )
    if why:
        yield Found((risk.cell("managed_by"),), why, wrong=(risk.cell("status"),))


@rule(
    "AP226",
    "A risk is not new and closed in one month",
    severity=Severity.WARNING,
    because="A risk the Board never saw open has nothing to close.",
    each=Risk,
    needs=("status",),
    example="{this_month.new} this month, and already {risk_status.closed}.",
    follows=("AP214",),
)
def new_and_closed(risk: Risk, case: Case) -> Iterator[Found]:
    """If it was on the register before, choose {this_month.close} and give its own ID. If it came and went within the month, leave it out."""
    if case.last and risk.review is Review.NEW and means(risk.status, "closed"):
        yield Found(
            (risk.cell("this_month"), risk.cell("status")), f"{case.settings.printed(ThisMonth.NEW)} this month, and already {risk.status}."
        )


@rule(
    "AP227",
    "A risk that has happened says what happened",
    severity=Severity.WARNING,
    because=clauses.RISKS_AND_CONFIDENCE_VISIBLE,
    each=Risk,
    needs=("status",),
    misses=("changed",),
    example="{risk_status.issue}, but What changed this month is empty.",
)
def issue_without_a_word(risk: Risk, case: Case) -> Iterator[Found]:
    """Say in a sentence what happened, to whom, and what is being done."""
    if means(risk.status, "issue") and not risk.changed and risk.review is not Review.NO_CHANGE:
        yield Found((risk.cell("changed"),), f"{risk.status}, but What changed this month is empty.")


@rule(
    "AP228",
    "A severe risk has a target and a day for it",
    severity=Severity.WARNING,
    because=clauses.RISK_MANAGED,
    each=Risk,
    needs=("likelihood", "consequence"),
    misses=("response",),
    example="Score 20, but no target and date are given: where is it to be brought, by when?",
)
def severe_without_target(risk: Risk, case: Case) -> Iterator[Found]:
    """Give the likelihood and impact you mean to bring it to, and by when."""
    if not risk.open or not is_severe(risk, case) or means(risk.response, RiskResponse.TOLERATE, RiskResponse.TERMINATE):
        return
    target = risk.target is None and not case.unread(risk, "target_likelihood", "target_consequence")
    dated = risk.target_date is None and not case.unread(risk, "target_date")
    wants = [n for n, missing in (("target", target), ("date", dated)) if missing]
    if wants:
        cells = (risk.cell("target_likelihood"),) if "target" in wants else (risk.cell("target_date"),)
        verb = "are" if len(wants) == 2 else "is"
        sentence = f"Score {risk.score}, but no {' and '.join(wants)} {verb} given: where is it to be brought, by when?"
        yield Found(cells, sentence)


@rule(
    "AP229",
    "A risk reaches its target by the day set",
    severity=Severity.WARNING,
    because=clauses.RISK_MANAGED,
    each=Risk,
    needs=("target_date", "likelihood", "consequence", "target_likelihood", "target_consequence"),
    example="The target date, 29 May 2026, has passed; the score is 16, not 8.",
    follows=("AP200",),
)
def target_missed(risk: Risk, case: Case) -> Iterator[Found]:
    """Say under What changed why it was not reached, and give a new date."""
    assert risk.target_date
    assert risk.score
    assert risk.target
    if risk.open and risk.target_date < case.position and risk.score > risk.target:
        sentence = f"The target date, {day(risk.target_date)}, has passed; the score is {risk.score}, not {risk.target}."
        yield Found((risk.cell("target_date"),), sentence)


RULES: tuple[Rule, ...] = (
    worse_with_controls,
    target_above_now,
    severe_without_owner,
    review_overdue,
    reviews_out_of_order,
    managed_by_nobody,
    new_and_closed,
    issue_without_a_word,
    severe_without_target,
    target_missed,
    called_reviewed,
)
