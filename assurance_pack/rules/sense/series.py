"""Sense of a figure beside the months before it: its size, its unit, and whether every month is there (AP257 to AP259)."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from datetime import date

from ...assess.indicator_figure import figure_of, written
from ...english import in_words
from ...model import Cell, Month, Sender
from ...model.problem import Severity
from ...returns.received import Returns
from ...returns.workspace import PERIODS, IndicatorFigure
from ...schema import CONFIDENTIAL, LOW_RELIABILITY
from ...settings.indicators import Indicator
from ..case import Case
from ..engine import Found, Proof, Rule, rule

TENFOLD, HUNDREDFOLD = 8, 100
"""About ten times the month before is asked about, for the month itself has moved too; a hundred times everything before it is another unit."""

SMALL = 10
"""Figures under this swing tenfold by chance alone, and are left alone."""

MOST_MILLIONS = 1_000
"""A billion pounds: beyond any council's budget for these children, so what is said to be millions is pounds or thousands."""

ENOUGH = 3
"""Months a figure needs before it, to be compared with what its series has been."""

Figures = list[tuple[IndicatorFigure, float]]


def figured(row: IndicatorFigure, indicator: Indicator) -> float | None:
    """What a row comes to: per hundred where both counts are there, else the value as sent."""
    if indicator.unit in ("percent", "rate") and row.numerator is not None and row.denominator:
        return 100 * row.numerator / row.denominator
    return row.value if row.value is not None else row.numerator


def series(case: Case) -> Iterator[tuple[Indicator, Figures]]:
    """Each indicator with the figures sent for it, earliest first."""
    for indicator in case.settings.indicators:
        rows = [r for r in case.returns.of(IndicatorFigure) if r.indicator and r.indicator.meaning == indicator.code and r.period_end]
        figures = [(r, found) for r in rows if (found := figured(r, indicator)) is not None]
        yield indicator, sorted(figures, key=lambda figure: figure[0].period_end or date.min)


def _cells(row: IndicatorFigure) -> tuple[Cell, ...]:
    """The cells a figure was sent in."""
    return tuple(row.cell(name) for name in ("numerator", "denominator", "value") if row.stated(name))


def _apart(one: float, other: float, indicator: Indicator) -> float:
    """How many times the larger of two figures is the smaller; 1 where either is nil, or both are too few to say. Money is never few."""
    small, large = sorted((abs(one), abs(other)))
    return large / small if small and (large >= SMALL or indicator.unit == "pounds_million") else 1.0


def _beyond_all(figures: Figures, indicator: Indicator) -> frozenset[int]:
    """The places of the figures that are a hundred times, or a hundredth of, every other of their series: those next in size tell of all."""
    by_size = sorted((abs(value), place) for place, (_, value) in enumerate(figures) if value)
    if len(by_size) <= ENOUGH:
        return frozenset()
    far = [_apart(one, other, indicator) >= HUNDREDFOLD for (one, _), (other, _) in itertools.pairwise(by_size)]
    return frozenset(place for (_, place), below, above in zip(by_size, (True, *far), (*far, True), strict=True) if below and above)


@rule(
    "AP257",
    "A figure is of the size its series has been",
    severity=Severity.WARNING,
    because="A slip of the keyboard would be read as news.",
    example="“Children waiting over 18 weeks” is 611 in May 2026 and was 61 in April 2026. Are both right?",
    follows=(
        "AP250",
        "AP252",
        "AP253",
        "AP254",
        "AP255",
        "AP256",
        "AP258",
    ),
)
def out_of_proportion(case: Case) -> Iterator[Found]:
    """Look at both figures. If they are right, say under Note what happened; if not, correct the one that is wrong."""
    for indicator, figures in series(case):
        yield from _fractions_throughout(indicator, figures, case)
        beyond = _beyond_all(figures, indicator)
        for place, (row, _) in enumerate(figures):
            said = _odd(indicator, figures, place, case) if place not in beyond else ""
            if said and not _explained(row, case):
                yield Found(_cells(row), said, (indicator.code,), row.sender)


FEW_COUNTED, NEARLY_ALL = 10, 90
"""All of so few may be, and so may all where nearly all were before: of a hundred."""


def _explained(row: IndicatorFigure, case: Case) -> bool:
    """Whether a note speaks of the figure, or stands there and cannot be read."""
    return bool(row.note) or case.unread(row, "note")


def _fractions_throughout(indicator: Indicator, figures: Figures, case: Case) -> Iterator[Found]:
    """A share under one in every month: rare, or written as a fraction from the first month on. The newest is asked about, unless a note speaks of it."""
    if indicator.unit != "percent" or len(figures) < 2 or not all(row.stated("value") and 0 <= value < 1 for row, value in figures):
        return
    row, value = figures[-1]
    if value and not _explained(row, case):
        sentence = f"“{indicator.in_short}” is {value:g}% in {_month(row)}, and under 1% in every month: is {100 * value:g}% meant?"
        yield Found((row.cell("value"),), sentence, (indicator.code,), row.sender)


def _odd(indicator: Indicator, figures: Figures, place: int, case: Case) -> str:
    """What is odd of one figure, as a question with both values; nothing where nothing is."""
    row, value = figures[place]
    name = f"“{indicator.in_short}”"
    if indicator.unit == "count" and value != int(value):
        part = _quoted(row, f"{value:g}", indicator, case)
        return f"{name} counts children or cases, and is {part} in {_month(row)}. Is a whole number meant?"
    if place == 0:
        return ""
    before, was = figures[place - 1]
    if not _adds_up(indicator) and _apart(value, was, indicator) >= TENFOLD:
        now, then = (_quoted(r, written(v, indicator), indicator, case) for r, v in (figures[place], figures[place - 1]))
        return f"{name} is {now} in {_month(row)} and was {then} in {_month(before)}. Are both right?"
    if said := _odd_count(indicator, figures, place, case):
        return said
    counts = _counts(row)
    if (
        counts[0]
        and counts[0] == counts[1]
        and counts[0] >= FEW_COUNTED
        and max(v for at, (_, v) in enumerate(figures) if at != place) < NEARLY_ALL
    ):
        then = _quoted(before, written(was, indicator), indicator, case)
        return f"{name} has the same count on top and beneath in {_month(row)}, and was {then} in {_month(before)}. Are both right?"
    again = place + 1 < len(figures) and _counts(figures[place + 1][0]) == counts  # of a run of months alike, the last is asked about
    if None not in counts and counts == _counts(before) and counts[0] and not again:
        return f"{name} has the same counts in {_month(row)} as in {_month(before)}. Are they new?"
    return ""


def _odd_count(indicator: Indicator, figures: Figures, place: int, case: Case) -> str:
    """What is odd of the counts a share was worked out from: about ten times those of the month before, or a part where all others are whole."""
    row, before, name = figures[place][0], figures[place - 1][0], f"“{indicator.in_short}”"
    for part, is_called in (("numerator", "on top"), ("denominator", "beneath")):
        now, then = getattr(row, part), getattr(before, part)
        if now is None or then is None:
            continue
        said, was = (_quoted(r, f"{v:g}", indicator, case) for r, v in ((row, now), (before, then)))
        if not (part == "numerator" and _adds_up(indicator)) and _apart(now, then, indicator) >= TENFOLD:
            return f"The count {is_called} of {name} is {said} in {_month(row)} and was {was} in {_month(before)}. Are both right?"
        others = [v for at, (r, _) in enumerate(figures) if at != place and (v := getattr(r, part)) is not None]
        if now != int(now) and len(others) >= ENOUGH and all(v == int(v) for v in others):
            return f"The count {is_called} of {name} is {said} in {_month(row)}, and a whole number in every other month. Is a whole number meant?"
    return ""


def _adds_up(indicator: Indicator) -> bool:
    """Whether figures add up over a term or a year: the second month may be many times the first, and the first of the next far below the last."""
    return indicator.counted in ("cumulative", "restarts")


def _counts(row: IndicatorFigure) -> tuple[float | None, float | None]:
    return row.numerator, row.denominator


def _quoted(row: IndicatorFigure, value: str, indicator: Indicator, case: Case) -> str:
    """A figure as it may be quoted: what a rule says stands in the data book, where small numbers are suppressed."""
    symbol = figure_of(row, indicator, case.settings.small_numbers).symbol
    return "too small to be printed" if symbol in (CONFIDENTIAL, LOW_RELIABILITY) else value


def _month(row: IndicatorFigure) -> str:
    return Month.of(row.period_end or date.min).name


@rule(
    "AP258",
    "A figure is in the unit its indicator is counted in",
    severity=Severity.ERROR,
    because="Pounds where millions are counted, or a share where a percentage is, would be printed as news.",
    example="“High needs forecast” is £4,800,000.0m in May 2026; every other month lies between £2.6m and £4.2m.",
    proves=Proof.VALUE,
    follows=(
        "AP252",
        "AP253",
        "AP255",
        "AP256",
    ),
)
def in_another_unit(case: Case) -> Iterator[Found]:
    """Write it in the unit of the months before it. If it is right, a named person may let it stand in the Board log’s Waivers."""
    for indicator, figures in series(case):
        beyond = _beyond_all(figures, indicator)
        for place, (row, value) in enumerate(figures):
            if place in beyond:
                others = sorted((other for at, other in enumerate(figures) if at != place), key=lambda figure: figure[1])
                low, high, odd = (_quoted(r, written(v, indicator), indicator, case) for r, v in (others[0], others[-1], (row, value)))
                name = indicator.in_short
                sentence = f"“{name}” is {odd} in {_month(row)}; every other month lies between {low} and {high}."
                yield Found(_cells(row), sentence, (indicator.code,), row.sender)
        yield from _beyond_any_budget(indicator, [f for at, f in enumerate(figures) if at not in beyond])


def _beyond_any_budget(indicator: Indicator, figures: Figures) -> Iterator[Found]:
    """Money in pounds or thousands from the first month on: no month is there to compare it with."""
    beyond = [figure for figure in figures if abs(figure[1]) >= MOST_MILLIONS] if indicator.unit == "pounds_million" else []
    if beyond:
        row, value = beyond[-1]
        cells = tuple(cell for each, _ in beyond for cell in _cells(each))
        name = f"“{indicator.in_short}”"
        sentence = f"{name} is {written(value, indicator)} in {_month(row)}, more than any council spends: are these pounds, or thousands?"
        yield Found(cells, sentence, (indicator.code,), row.sender)


@rule(
    "AP259",
    "No month of an indicator is left out",
    severity=Severity.WARNING,
    because="A figure that does not come must be missed: a gap is not an absence of news.",
    example="“Annual reviews completed in time” has no row for May 2026.",
)
def months_left_out(case: Case) -> Iterator[Found]:
    """Put the row back; where there is no figure, leave it empty and say why under Reason if missing."""
    if case.last is None:
        return
    for indicator in case.settings.indicators:
        sender = Sender("workspace", indicator.accountable)
        receipt = case.returns.receipt(sender)
        if receipt is None or not receipt.counts or case.returns.lacks(IndicatorFigure, sender):
            continue
        gone = missing_months(case, indicator)
        if len(gone) > len(_of_no_month(case, indicator, sender)):
            sheet = IndicatorFigure.sheet_title
            name = indicator.in_short
            months = in_words(m.name for m in gone) if len(gone) <= ENOUGH else f"{len(gone)} months from {gone[0].name} to {gone[-1].name}"
            yield Found((Cell(file=receipt.file, sheet=sheet),), f"“{name}” has no row for {months}.", (indicator.code,), sender)


def _of_no_month(case: Case, indicator: Indicator, sender: Sender) -> list[IndicatorFigure]:
    """Rows that may be those of months left out: their month, or what they are a figure of, could not be read."""
    mine = (r for r in case.returns.of(IndicatorFigure, sender) if case.unread(r, "indicator", "period_end"))
    return [r for r in mine if r.indicator is None or r.indicator.meaning == indicator.code]


def missing_months(case: Case, indicator: Indicator) -> tuple[Month, ...]:
    """The months of an indicator the last record has, or that have come round since, and for which nothing was sent.

    Months before all that were sent are missed only where the form brought them: each month the oldest falls off it.
    """
    if case.last is None:
        return ()
    known, sent = _months(case.last.returns, indicator), _months(case.returns, indicator)
    if not known:
        return ()
    step = 12 if indicator.annual else 1
    behind = Month.of(case.last.position).after(max(known))
    newest, following = Month.of(case.position).plus(-behind), max(known).plus(step)
    expected = set(known)
    while following <= newest:
        expected.add(following)
        following = following.plus(step)
    on_the_form = sorted(expected | sent)[-PERIODS:]
    return tuple(sorted(m for m in expected - sent if m >= min(on_the_form[0], *sent)))


def _months(returns: Returns, indicator: Indicator) -> set[Month]:
    rows: Iterable[IndicatorFigure] = returns.of(IndicatorFigure)
    return {Month.of(r.period_end) for r in rows if r.indicator and r.indicator.meaning == indicator.code and r.period_end}


RULES: tuple[Rule, ...] = (out_of_proportion, in_another_unit, months_left_out)
