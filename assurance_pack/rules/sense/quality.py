"""Sense of the QA findings sheet: samples, periods, actions (AP240 to AP249)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...meanings import Reading
from ...model import day, means
from ...model.problem import Severity
from ...returns.workspace import QAFinding
from .. import clauses
from ..case import Case
from ..engine import Found, Proof, Rule, rule

GRADES = ("outstanding", "good", "requires_improvement", "inadequate")


def _graded(finding: QAFinding) -> int | None:
    counts = [c for c in (getattr(finding, g) for g in GRADES) if c is not None]
    return sum(counts) if counts else None


@rule(
    "AP240",
    "The grades of a sample do not add up to more than the sample",
    severity=Severity.ERROR,
    because="The share printed would be wrong.",
    each=QAFinding,
    needs=("sample",),
    example="The grades add up to more than the sample.",
    proves=Proof.VALUE,
)
def grades_exceed_sample(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Correct the grade that is wrong, or the sample size."""
    graded = _graded(finding)
    assert finding.sample is not None
    if graded is not None and graded > finding.sample:
        cells = (finding.cell("sample"), *(finding.cell(g) for g in GRADES if getattr(finding, g)))
        yield Found(cells, "The grades add up to more than the sample.")


@rule(
    "AP241",
    "A small sample is read as indicative",
    severity=Severity.NOTE,
    because="A handful tells little, and may tell who was in it: it is printed without percentages.",
    each=QAFinding,
    needs=("sample",),
    example="A sample of fewer than 10: it will be printed as indicative, without percentages.",
    follows=("AP240",),
)
def small_sample(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Nothing to mend. Say in the finding if more are to be looked at."""
    few = case.settings.small_numbers.small_sample
    assert finding.sample is not None
    if 0 < finding.sample < few:
        yield Found((finding.cell("sample"),), f"A sample of fewer than {few}: it will be printed as indicative, without percentages.")


@rule(
    "AP242",
    "A period ends after it begins",
    severity=Severity.WARNING,
    because="The Board must be able to see which months a finding speaks for.",
    each=QAFinding,
    needs=("period_from", "period_to"),
    example="The period ends on 1 April 2026, before it begins on 30 June 2026.",
)
def period_backwards(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Correct the day that is wrong; perhaps the two are exchanged."""
    assert finding.period_from
    assert finding.period_to
    if finding.period_to < finding.period_from:
        sentence = f"The period ends on {day(finding.period_to)}, before it begins on {day(finding.period_from)}."
        yield Found((finding.cell("period_from"), finding.cell("period_to")), sentence)


@rule(
    "AP243",
    "An action that is due has an owner",
    severity=Severity.WARNING,
    because=clauses.QA_REPORTS,
    each=QAFinding,
    needs=("due",),
    misses=("owner",),
    example="An action is due on 31 July 2026, but nobody owns it.",
)
def due_without_owner(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Name the role that does it."""
    assert finding.due
    if not finding.owner and finding.open:
        yield Found((finding.cell("owner"),), f"An action is due on {day(finding.due)}, but nobody owns it.")


@rule(
    "AP244",
    "A report is not dated before the period it covers ends, or after the position date",
    severity=Severity.WARNING,
    because="A report cannot speak of days that had not come.",
    each=QAFinding,
    needs=("report_date",),
    example="The report is dated 4 June 2026, before its period ends on 30 June 2026.",
    follows=("AP200", "AP242"),
)
def report_before_its_time(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Correct the day that is wrong."""
    assert finding.report_date
    if finding.report_date > case.position:
        sentence = f"The report is dated {day(finding.report_date)}, after the position date, {day(case.position)}."
        yield Found((finding.cell("report_date"),), sentence)
    elif finding.period_to and finding.report_date < finding.period_to:
        sentence = f"The report is dated {day(finding.report_date)}, before its period ends on {day(finding.period_to)}."
        yield Found((finding.cell("report_date"), finding.cell("period_to")), sentence)


@rule(
    "AP245",
    "What a finding led to is done by the day set",
    severity=Severity.WARNING,
    because=clauses.QA_REPORTS,
    each=QAFinding,
    needs=("due", "status"),
    example="The action was due on 29 May 2026, and what it led to is not yet done and checked.",
    follows=("AP200",),
)
def loop_overdue(finding: QAFinding, case: Case) -> Iterator[Found]:
    """If it has been done and checked, close the finding; if not, give the day it is due now."""
    assert finding.due
    if finding.due < case.position and finding.open:
        yield Found((finding.cell("due"),), f"The action was due on {day(finding.due)}, and what it led to is not yet done and checked.")


@rule(
    "AP246",
    "A concern leads to an action",
    severity=Severity.WARNING,
    because=clauses.QA_REPORTS,
    each=QAFinding,
    needs=("reading", "status"),
    misses=("action",),
    example="A concern, but no action is given.",
)
def concern_without_action(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Say what is being done about it, who does it and by when."""
    if means(finding.reading, Reading.CONCERN) and not finding.action and finding.open:
        yield Found((finding.cell("action"),), "A concern, but no action is given.")


@rule(
    "AP247",
    "A finding that is closed says what was done",
    severity=Severity.WARNING,
    because=clauses.QA_REPORTS,
    each=QAFinding,
    needs=("id", "status"),
    misses=("action",),
    example="{finding_status.closed}, and the action of May 2026 is not there any more: what was done?",
)
def closed_without_its_action(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Put the action back, as it was done. If nothing had to be done, say so there, and why."""
    before = next((pair for pair in case.found_earlier(QAFinding, finding.id)), None)
    if finding.action or finding.open or (before is not None and before[1].finished):
        return
    if before is not None and before[1].action:
        sentence = f"{finding.status}, and the action of {before[0].month.name} is not there any more: what was done?"
        yield Found((finding.cell("action"),), sentence)
    elif means(finding.reading, Reading.CONCERN):
        yield Found((finding.cell("action"),), f"{finding.status}, and the concern has no action: what was done?")


@rule(
    "AP248",
    "Grades come with the size of their sample",
    severity=Severity.WARNING,
    because="Without the sample nobody can tell what the grades are out of.",
    each=QAFinding,
    misses=("sample",),
    example="Some are graded, but no sample size is given.",
)
def grades_without_sample(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Give the sample size, those not graded included."""
    graded = _graded(finding)
    if graded and finding.sample is None:
        yield Found((finding.cell("sample"),), "Some are graded, but no sample size is given.")


_SHARE = re.compile(r"\d\s?(?:%|per\s?cent\b|percent\b)(?! of (?:all |the |some |about )*[\d,]{2,}(?! ?%))", re.IGNORECASE)
"""A percentage, but for one that says of how many: “40% of 120 families” is of something else than the sample."""


@rule(
    "AP249",
    "Words give no percentage of a small sample",
    severity=Severity.WARNING,
    because="A share of a handful says how many they were, and may tell who: the pack prints none, and words should not either.",
    each=QAFinding,
    example="The words give a percentage, and fewer than 10 were looked at.",
)
def share_of_a_small_sample(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Say it in words (“most”, “a few”), or leave the figure out. If the percentage is of something else, say of what and how many."""
    few = case.settings.small_numbers.small_sample
    if finding.in_question("sample") or not ("sample" in finding.suppressed or 0 < (finding.sample or 0) < few):
        return
    cells = tuple(finding.cell(name) for name in ("finding", "action") if _SHARE.search(getattr(finding, name) or ""))
    if cells:
        yield Found(cells, f"The words give a percentage, and fewer than {few} were looked at.")


RULES: tuple[Rule, ...] = (
    grades_exceed_sample,
    small_sample,
    period_backwards,
    due_without_owner,
    report_before_its_time,
    loop_overdue,
    concern_without_action,
    closed_without_its_action,
    grades_without_sample,
    share_of_a_small_sample,
)
