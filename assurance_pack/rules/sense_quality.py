"""Sense of QA findings and indicators: samples, periods, actions, and figures that agree with themselves (AP240 to AP256)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import Severity, day, means
from ..returns.workspace import IndicatorFigure, QAFinding
from ..settings import Indicator
from . import clauses
from .case import Case
from .engine import Found, Rule, rule

GRADES = ("outstanding", "good", "requires_improvement", "inadequate")
_HALF_A_LAST_PLACE = 0.5


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
    example="The grades add up to 38, but the sample is 36.",
)
def grades_exceed_sample(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Correct the grade that is wrong, or the sample size."""
    graded = _graded(finding)
    if graded is not None and finding.sample is not None and graded > finding.sample:
        cells = (finding.cell("sample"), *(finding.cell(g) for g in GRADES if getattr(finding, g)))
        yield Found(cells, f"The grades add up to {graded}, but the sample is {finding.sample}.")


@rule(
    "AP241",
    "A small sample is read as indicative",
    severity=Severity.NOTE,
    because="A handful tells little, and may tell who was in it: it is printed without percentages.",
    each=QAFinding,
    needs=("sample",),
    example="A sample of 8: it will be printed as indicative, without percentages.",
)
def small_sample(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Nothing to mend. Say in the finding if more are to be looked at."""
    if finding.sample is not None and 0 < finding.sample < case.settings.small_numbers.small_sample:
        yield Found((finding.cell("sample"),), f"A sample of {finding.sample}: it will be printed as indicative, without percentages.")


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
    if finding.period_from and finding.period_to and finding.period_to < finding.period_from:
        sentence = f"The period ends on {day(finding.period_to)}, before it begins on {day(finding.period_from)}."
        yield Found((finding.cell("period_from"), finding.cell("period_to")), sentence)


@rule(
    "AP243",
    "An action that is due has an owner",
    severity=Severity.WARNING,
    because=clauses.QA_REPORTS,
    each=QAFinding,
    needs=("due",),
    example="An action is due on 31 July 2026, but nobody owns it.",
)
def due_without_owner(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Name the role that does it."""
    if finding.due and not finding.owner and not means(finding.status, "closed"):
        yield Found((finding.cell("owner"),), f"An action is due on {day(finding.due)}, but nobody owns it.")


@rule(
    "AP244",
    "A report is not dated before the period it covers ends, or after the position date",
    severity=Severity.WARNING,
    because="A report cannot speak of days that had not come.",
    each=QAFinding,
    needs=("report_date",),
    example="The report is dated 4 June 2026, before its period ends on 30 June 2026.",
)
def report_before_its_time(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Correct the day that is wrong."""
    if finding.report_date and finding.report_date > case.position:
        sentence = f"The report is dated {day(finding.report_date)}, after the position date, {day(case.position)}."
        yield Found((finding.cell("report_date"),), sentence)
    elif finding.report_date and finding.period_to and finding.report_date < finding.period_to:
        sentence = f"The report is dated {day(finding.report_date)}, before its period ends on {day(finding.period_to)}."
        yield Found((finding.cell("report_date"), finding.cell("period_to")), sentence)


@rule(
    "AP245",
    "What a finding led to is done by the day set",
    severity=Severity.WARNING,
    because=clauses.QA_REPORTS,
    each=QAFinding,
    needs=("due", "status"),
    example="The action was due on 29 May 2026, and the loop is not closed.",
)
def loop_overdue(finding: QAFinding, case: Case) -> Iterator[Found]:
    """If it has been done and checked, close the finding; if not, give the day it is due now."""
    if finding.due and finding.due < case.position and not means(finding.status, "closed"):
        yield Found((finding.cell("due"),), f"The action was due on {day(finding.due)}, and the loop is not closed.")


@rule(
    "AP246",
    "A concern leads to an action",
    severity=Severity.WARNING,
    because=clauses.QA_REPORTS,
    each=QAFinding,
    needs=("reading", "status"),
    example="A concern, but no action is given.",
)
def concern_without_action(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Say what is being done about it, who does it and by when."""
    if means(finding.reading, "concern") and not finding.action and not means(finding.status, "closed"):
        yield Found((finding.cell("action"),), "A concern, but no action is given.")


@rule(
    "AP248",
    "Grades come with the size of their sample",
    severity=Severity.WARNING,
    because="Without the sample nobody can tell what the grades are out of.",
    each=QAFinding,
    example="24 are graded, but no sample size is given.",
)
def grades_without_sample(finding: QAFinding, case: Case) -> Iterator[Found]:
    """Give the sample size, those not graded included."""
    graded = _graded(finding)
    if graded and finding.sample is None:
        yield Found((finding.cell("sample"),), f"{graded} are graded, but no sample size is given.")


# ---------- indicators ----------


def _indicator(figure: IndicatorFigure, case: Case) -> Indicator | None:
    return case.settings.indicator(figure.indicator.meaning) if figure.indicator else None


def _is_share(indicator: Indicator | None) -> bool:
    return indicator is not None and indicator.unit == "percent"


@rule(
    "AP250",
    "A count on top is not larger than the count beneath it",
    severity=Severity.ERROR,
    because="A share over 100% would be printed.",
    each=IndicatorFigure,
    needs=("numerator", "denominator"),
    example="The numerator, 148, is larger than the denominator, 138.",
)
def numerator_too_large(figure: IndicatorFigure, case: Case) -> Iterator[Found]:
    """Correct the count that is wrong; perhaps the two are exchanged."""
    if figure.numerator is None or figure.denominator is None or not _is_share(_indicator(figure, case)):
        return
    if figure.numerator > figure.denominator:
        sentence = f"The numerator, {figure.numerator:g}, is larger than the denominator, {figure.denominator:g}."
        yield Found((figure.cell("numerator"), figure.cell("denominator")), sentence)


@rule(
    "AP251",
    "A blank figure says why it is blank",
    severity=Severity.WARNING,
    because="A blank is not a zero: the chart must show a gap, and the Board must know why.",
    each=IndicatorFigure,
    needs=("indicator", "period_end"),
    example="No figure for 31 May 2026, and no reason.",
)
def blank_without_reason(figure: IndicatorFigure, case: Case) -> Iterator[Found]:
    """Give the figure, or say under Reason if missing why there is none and when it will come."""
    figured = figure.value is not None or (figure.numerator is not None and figure.denominator is not None)
    if not figured and not figure.missing and figure.period_end and figure.period_end <= case.position:
        yield Found((figure.cell("missing"),), f"No figure for {day(figure.period_end)}, and no reason.")


@rule(
    "AP252",
    "A percentage lies between 0 and 100",
    severity=Severity.ERROR,
    because="No share is less than nothing or more than all.",
    each=IndicatorFigure,
    needs=("value",),
    example="The value, 630, is not a percentage.",
)
def not_a_percentage(figure: IndicatorFigure, case: Case) -> Iterator[Found]:
    """Write the percentage as a number from 0 to 100, for example 63."""
    if figure.value is not None and _is_share(_indicator(figure, case)) and not 0 <= figure.value <= 100:
        yield Found((figure.cell("value"),), f"The value, {figure.value:g}, is not a percentage.")


@rule(
    "AP253",
    "A value agrees with its counts",
    severity=Severity.ERROR,
    because="Only one of the two can be printed.",
    each=IndicatorFigure,
    needs=("value", "numerator", "denominator"),
    example="The value, 68, is not what 87 of 138 comes to, 63.",
)
def value_disagrees(figure: IndicatorFigure, case: Case) -> Iterator[Found]:
    """Empty the value: it is worked out from the counts. Or correct the count that is wrong."""
    indicator = _indicator(figure, case)
    if indicator is None or not figure.denominator or figure.numerator is None or figure.value is None:
        return
    scale = 100 if indicator.unit in ("percent", "rate") else 1
    worked_out = scale * figure.numerator / figure.denominator
    tolerance = _HALF_A_LAST_PLACE * 10**-indicator.decimals + 1e-9
    if indicator.unit != "count" and abs(worked_out - figure.value) > tolerance:
        sentence = (
            f"The value, {figure.value:g}, is not what {figure.numerator:g} of {figure.denominator:g} comes to, "
            f"{round(worked_out, indicator.decimals):g}."
        )
        yield Found((figure.cell("value"),), sentence)


@rule(
    "AP254",
    "No figure is given for a period that has not ended",
    severity=Severity.WARNING,
    because="A return speaks for its position date.",
    each=IndicatorFigure,
    needs=("period_end",),
    example="A figure for a period that ends on 31 July 2026, after the position date, 30 June 2026.",
)
def figure_from_the_future(figure: IndicatorFigure, case: Case) -> Iterator[Found]:
    """Correct the end of the period, or leave the figure for the month it belongs to."""
    if figure.period_end and figure.period_end > case.position and figure.stated("value") | figure.stated("numerator"):
        sentence = f"A figure for a period that ends on {day(figure.period_end)}, after the position date, {day(case.position)}."
        yield Found((figure.cell("period_end"),), sentence)


@rule(
    "AP255",
    "Each indicator has one figure a period",
    severity=Severity.ERROR,
    because="Only one can be printed, and the pack may not choose.",
    example="Two figures for “New EHC plans within 20 weeks, excluding exceptions” on 31 May 2026.",
)
def two_figures(case: Case) -> Iterator[Found]:
    """Keep the right one. If an earlier figure was revised, change its own row: a revision is marked [r]."""
    rows: dict[tuple[str, date], list[IndicatorFigure]] = {}
    for figure in case.returns.of(IndicatorFigure):
        if figure.indicator and figure.period_end:
            rows.setdefault((figure.indicator.meaning, figure.period_end), []).append(figure)
    for (code, period), same in rows.items():
        if len(same) > 1:
            named = f"“{same[0].indicator}” on {day(period)}"
            count = "Two" if len(same) == 2 else str(len(same))
            yield Found(tuple(f.cell("period_end") for f in same), f"{count} figures for {named}.", (code,), same[-1].sender)


@rule(
    "AP256",
    "A percentage is not written as a fraction",
    severity=Severity.WARNING,
    because="0.63 would be printed as less than one per cent.",
    each=IndicatorFigure,
    needs=("value",),
    example="The value is 0.63: is 63 meant?",
)
def fraction_for_percentage(figure: IndicatorFigure, case: Case) -> Iterator[Found]:
    """Write the percentage as a number from 0 to 100, for example 63."""
    value = figure.value
    others = [
        f.value for f in case.returns.of(IndicatorFigure) if f.indicator == figure.indicator and f.value is not None and f is not figure
    ]
    usual = sorted(others)[len(others) // 2] if others else 100
    if value is not None and _is_share(_indicator(figure, case)) and 0 < value < 1 and usual > 5:
        yield Found((figure.cell("value"),), f"The value is {value:g}: is {100 * value:g} meant?")


RULES: tuple[Rule, ...] = (
    grades_exceed_sample,
    small_sample,
    period_backwards,
    due_without_owner,
    report_before_its_time,
    loop_overdue,
    concern_without_action,
    grades_without_sample,
    numerator_too_large,
    blank_without_reason,
    not_a_percentage,
    value_disagrees,
    figure_from_the_future,
    two_figures,
    fraction_for_percentage,
)
