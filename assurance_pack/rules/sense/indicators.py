"""Sense of the Indicators sheet: figures that agree with themselves, each period once (AP250 to AP256)."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Month, day
from ...model.problem import Severity
from ...returns.workspace import IndicatorFigure
from ...settings.indicators import Indicator
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from ..twice import twice

_HALF_A_LAST_PLACE = 0.5
_RARELY_UNDER_ONE = 5
"""A share that is usually above this does not fall below one per cent from one month to the next."""


def _indicator(figure: IndicatorFigure, case: Case) -> Indicator | None:
    return case.settings.indicator(figure.indicator.meaning) if figure.indicator else None


def _is_share(indicator: Indicator | None) -> bool:
    return indicator is not None and indicator.unit == "percent"


@rule(
    "AP250",
    "A count is not below nought, and of a share the one on top not larger than the one beneath it",
    severity=Severity.ERROR,
    because="A share over 100%, or fewer than none, would be printed.",
    each=IndicatorFigure,
    needs=("indicator",),
    example="The numerator is larger than the denominator.",
    proves=Proof.VALUE,
)
def numerator_too_large(figure: IndicatorFigure, case: Case) -> Iterator[Found]:
    """Correct the count that is wrong; perhaps the two are exchanged."""
    indicator, top, beneath = _indicator(figure, case), figure.numerator, figure.denominator
    counts = tuple(figure.cell(name) for name in ("numerator", "denominator") if figure.stated(name))
    if indicator is None:
        return
    if not all(indicator.can_be(min(count, 0)) for count in (top or 0, beneath or 0)):
        yield Found(counts, "A count is below nought.")
    elif _is_share(indicator) and top is not None and beneath is not None and top > beneath:
        yield Found(counts, "The numerator is larger than the denominator.")


@rule(
    "AP251",
    "A blank figure says why it is blank",
    severity=Severity.WARNING,
    because="A blank is not a zero: the chart must show a gap, and the Board must know why.",
    each=IndicatorFigure,
    needs=("indicator", "period_end"),
    misses=("value", "numerator", "denominator", "missing"),
    example="No figure for 31 May 2026, and no reason.",
)
def blank_without_reason(figure: IndicatorFigure, case: Case) -> Iterator[Found]:
    """Give the figure, or say under Reason if missing why there is none and when it will come."""
    figured = figure.value is not None or (figure.numerator is not None and figure.denominator is not None)
    if figured or figure.missing:
        return
    assert figure.period_end
    if figure.period_end <= case.position:
        yield Found((figure.cell("missing"),), f"No figure for {day(figure.period_end)}, and no reason.")


@rule(
    "AP252",
    "A figure is one its indicator can come to",
    severity=Severity.ERROR,
    because="No share is less than nothing or more than all, and nothing counted is fewer than none.",
    each=IndicatorFigure,
    needs=("indicator", "value"),
    example="The value, 630, is not a percentage.",
    proves=Proof.VALUE,
)
def not_a_figure_of_it(figure: IndicatorFigure, case: Case) -> Iterator[Found]:
    """Write a percentage as a number from 0 to 100, for example 63; a count, weeks or a rate is never below 0."""
    indicator = _indicator(figure, case)
    assert figure.value is not None
    if indicator is not None and not indicator.can_be(figure.value):
        why = "is not a percentage" if _is_share(indicator) else f"is below nought, which “{indicator.in_short}” cannot be"
        yield Found((figure.cell("value"),), f"The value, {figure.value:g}, {why}.")


@rule(
    "AP253",
    "A value agrees with its counts",
    severity=Severity.ERROR,
    because="Only one of the two can be printed.",
    each=IndicatorFigure,
    needs=("value", "numerator", "denominator"),
    example="The value is not what its numerator and denominator come to.",
    proves=Proof.VALUE,
    follows=(
        "AP250",
        "AP252",
    ),
)
def value_disagrees(figure: IndicatorFigure, case: Case) -> Iterator[Found]:
    """Empty the value: it is worked out from the counts. Or correct the count that is wrong."""
    indicator = _indicator(figure, case)
    assert figure.value is not None
    assert figure.numerator is not None
    if indicator is None or not figure.denominator:
        return
    scale = 100 if indicator.unit in ("percent", "rate") else 1
    worked_out = scale * figure.numerator / figure.denominator
    tolerance = _HALF_A_LAST_PLACE * 10**-indicator.decimals + 1e-9
    if indicator.unit != "count" and abs(worked_out - figure.value) > tolerance:
        wrong = tuple(figure.cell(n) for n in ("value", "numerator", "denominator"))
        yield Found((figure.cell("value"),), "The value is not what its numerator and denominator come to.", wrong=wrong)


@rule(
    "AP254",
    "No figure is given for a period that has not ended",
    severity=Severity.ERROR,
    because="A return speaks for its position date.",
    each=IndicatorFigure,
    needs=("period_end",),
    example="A figure for a period that ends on 31 July 2026, after the position date, 30 June 2026.",
    proves=Proof.VALUE,
)
def figure_from_the_future(figure: IndicatorFigure, case: Case) -> Iterator[Found]:
    """Correct the end of the period, or leave the figure for the month it belongs to."""
    assert figure.period_end
    if figure.period_end > case.position and (figure.stated("value") or figure.stated("numerator")):
        sentence = f"A figure for a period that ends on {day(figure.period_end)}, after the position date, {day(case.position)}."
        yield Found((figure.cell("period_end"),), sentence)


@rule(
    "AP255",
    "Each indicator has one figure a period",
    severity=Severity.ERROR,
    because="Only one can be printed, and the pack may not choose.",
    example="Two figures for “New EHC plans within 20 weeks, excluding exceptions” on 31 May 2026.",
    proves=Proof.TWICE,
)
def two_figures(case: Case) -> Iterator[Found]:
    """Keep the right one. If an earlier figure was revised, change its own row: a revision is marked [r]."""
    for same in twice(case.returns.of(IndicatorFigure)):
        first = same[0]
        assert first.indicator
        assert first.period_end
        count = "Two" if len(same) == 2 else str(len(same))
        sentence = f"{count} figures for “{first.indicator}” in {Month.of(first.period_end).name}."
        yield Found(tuple(f.cell("period_end") for f in same), sentence, (first.indicator.meaning,), first.sender)


@rule(
    "AP256",
    "A percentage is not written as a fraction",
    severity=Severity.ERROR,
    because="0.63 would be printed as less than one per cent.",
    example="The value is 0.63: is 63 meant?",
    proves=Proof.VALUE,
    follows=("AP253",),
)
def fraction_for_percentage(case: Case) -> Iterator[Found]:
    """Write the percentage as a number from 0 to 100, for example 63."""
    series: dict[str, list[IndicatorFigure]] = {}
    for figure in case.returns.of(IndicatorFigure):
        if figure.indicator and figure.value is not None and _is_share(_indicator(figure, case)):
            series.setdefault(figure.indicator.meaning, []).append(figure)
    for figures in series.values():
        values = sorted(f.value for f in figures if f.value is not None)
        usual = _usual(values, _indicator(figures[0], case))
        for figure in figures:
            if figure.value is not None and 0 < figure.value < 1 and usual > _RARELY_UNDER_ONE:
                sentence = f"The value is {figure.value:g}: is {100 * figure.value:g} meant?"
                yield Found((figure.cell("value"),), sentence, (figure.ref,), figure.sender)


def _usual(values: list[float], indicator: Indicator | None) -> float:
    """What a share is like, of its values in order: the middle one; where all are under one, what it is meant to reach, or of a single one a hundred."""
    if len(values) == 1:
        return 100
    return max(values[len(values) // 2], _hoped_for(indicator)) if values[-1] < 1 else values[len(values) // 2]


def _hoped_for(indicator: Indicator | None) -> float:
    """What a share is meant to reach, where more is better: one under a hundredth of it in every month was written as a fraction throughout."""
    return (indicator.target or 0) if indicator is not None and indicator.good == "up" else 0


RULES: tuple[Rule, ...] = (
    numerator_too_large,
    blank_without_reason,
    not_a_figure_of_it,
    value_disagrees,
    figure_from_the_future,
    two_figures,
    fraction_for_percentage,
)
