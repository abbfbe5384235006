"""Sense of a figure beside the months before it: its size and its unit (AP257, AP258)."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from ...assess.indicator_figure import written
from ...model.problem import Severity
from ...returns.workspace import IndicatorFigure
from ...schema import CONFIDENTIAL
from ...settings.indicators import Indicator
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from .figures_in_order import Figures, adds_up, cells_of, explained, period_name, quoted, series

TENFOLD, HUNDREDFOLD = 8, 100
"""About ten times the month before is asked about, for the month itself has moved too; a hundred times everything before it is another unit."""

SMALL = 10
"""Figures under this swing tenfold by chance alone, and are left alone."""

MOST_MILLIONS = 1_000
"""A billion pounds: beyond any council's budget for these children, so what is said to be millions is pounds or thousands."""

ENOUGH = 3
"""Months a figure needs before it, to be compared with what its series has been."""


def _apart(one: float, other: float, indicator: Indicator) -> float:
    """How many times the larger of two figures is the smaller, nil counted as one; 1 where both are too few to say. Money is never few, and may be nil."""
    small, large = sorted((abs(one), abs(other)))
    if indicator.unit == "pounds_million":
        return large / small if small else 1.0
    return large / (small or 1.0) if large >= SMALL else 1.0


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
    """Look at both figures. If they are right, say under Note what happened, and leave a note that says so already; if not, correct the one that is wrong."""
    for indicator, figures in series(case):
        yield from _fractions_throughout(indicator, figures, case)
        yield from _suddenly_few(indicator, figures, case)
        beyond = _beyond_all(figures, indicator)
        for place, (row, _) in enumerate(figures):
            said = _odd(indicator, figures, place, case) if place not in beyond else ""
            if said and explained(row, case):
                said = _noted(said) if place == len(figures) - 1 and _unlikely(indicator, figures, place) else ""
            if said:
                yield Found(cells_of(row), said, (indicator.code,), row.sender)


FEW_COUNTED, NEARLY_ALL = 10, 90
"""All of so few may be, and so may all where nearly all were before: of a hundred."""


def _fractions_throughout(indicator: Indicator, figures: Figures, case: Case) -> Iterator[Found]:
    """A share under one in every month: rare, or written as a fraction from the first month on. The newest is asked about, unless a note speaks of it."""
    if indicator.unit != "percent" or len(figures) < 2 or not all(row.stated("value") and 0 <= value < 1 for row, value in figures):
        return
    row, value = figures[-1]
    if value and not explained(row, case):
        sentence = f"“{indicator.in_short}” is {value:g}% in {period_name(row)}, and under 1% in every month: is {100 * value:g}% meant?"
        yield Found((row.cell("value"),), sentence, (indicator.code,), row.sender)


def _suddenly_few(indicator: Indicator, figures: Figures, case: Case) -> Iterator[Found]:
    """A count too small to be given, where the month before had many: "<5" typed by habit, or in the wrong row."""
    sent = (r for r in case.returns.of(IndicatorFigure) if r.indicator and r.indicator.meaning == indicator.code and r.period_end)
    for row in sent:
        few = next((name for name in ("numerator", "value") if row.suppressed.get(name) == CONFIDENTIAL), "")
        before = next((r for r, _ in reversed(figures) if r.period_end and row.period_end and r.period_end < row.period_end), None)
        many = getattr(before, few, None) if few and not adds_up(indicator) else None
        if before and many is not None and many >= TENFOLD * (case.settings.small_numbers.most + 1) and not explained(row, case):
            part = "The count on top of " if few == "numerator" else ""
            name, then = f"{part}“{indicator.in_short}”", f"{many:g} in {period_name(before)}"
            yield Found(
                (row.cell(few),),
                f"{name} is too small to be given in {period_name(row)} and was {then}. Are both right?",
                (indicator.code,),
                row.sender,
            )


def _odd(indicator: Indicator, figures: Figures, place: int, case: Case) -> str:
    """What is odd of one figure, as a question with both values; nothing where nothing is."""
    row, value = figures[place]
    name = f"“{indicator.in_short}”"
    if indicator.unit == "count" and value != int(value):
        part = quoted(row, f"{value:g}", indicator, case)
        return f"{name} counts children or cases, and is {part} in {period_name(row)}. Is a whole number meant?"
    if place == 0:
        return ""
    before, was = figures[place - 1]
    if beneath := _odd_beneath(indicator, figures, place, case):
        return beneath  # the share follows from it
    if _unlikely(indicator, figures, place):
        now, then = (quoted(r, written(v, indicator), indicator, case) for r, v in (figures[place], figures[place - 1]))
        return f"{name} is {now} in {period_name(row)} and was {then} in {period_name(before)}. Are both right?"
    if said := _odd_count(indicator, figures, place, case):
        return said
    counts = _counts(row)
    if (
        counts[0]
        and counts[0] == counts[1]
        and counts[0] >= FEW_COUNTED
        and max(v for at, (_, v) in enumerate(figures) if at != place) < NEARLY_ALL
    ):
        then = quoted(before, written(was, indicator), indicator, case)
        return (
            f"{name} has the same count on top and beneath in {period_name(row)}, and was {then} in {period_name(before)}. Are both right?"
        )
    again = place + 1 < len(figures) and _counts(figures[place + 1][0]) == counts  # of a run of months alike, the last is asked about
    if None not in counts and counts == _counts(before) and counts[0] and not again:
        return f"{name} has the same counts in {period_name(row)} as in {period_name(before)}. Are they new?"
    return ""


def _unlikely(indicator: Indicator, figures: Figures, place: int) -> bool:
    """Whether a figure is about ten times, or a tenth of, the one before it, or alone below nought."""
    if place and _below_nought_alone(figures, place):
        return True
    return place > 0 and not adds_up(indicator) and _apart(figures[place][1], figures[place - 1][1], indicator) >= TENFOLD


def _noted(said: str) -> str:
    """A note beside a figure that is new and unlikely may be of anything else: the month it is new, the figure is asked about all the same."""
    asks = "Are both right?"
    if not said.endswith(asks):
        return f"{said} The note beside it may say why."
    return said.removesuffix(asks) + "The note beside it may say why: are both right?"


def _below_nought_alone(figures: Figures, place: int) -> bool:
    """Whether a figure is the only one of its series below nought, as money may be: AP250 and AP252 speak of anything else."""
    return figures[place][1] < 0 and all(value >= 0 for at, (_, value) in enumerate(figures) if at != place)


Parts = tuple[tuple[str, str], ...]
ON_TOP: Parts = (("numerator", "on top"),)
BENEATH: Parts = (("denominator", "beneath"),)
"""The counts a share is worked out from, and what they are called."""


def _odd_beneath(indicator: Indicator, figures: Figures, place: int, case: Case) -> str:
    """What is odd of the count beneath, if it is about ten times that of the month before, or a tenth."""
    now, then = figures[place][0].denominator, figures[place - 1][0].denominator
    odd = now is not None and then is not None and _apart(now, then, indicator) >= TENFOLD
    return _odd_count(indicator, figures, place, case, parts=BENEATH) if odd else ""


def _odd_count(indicator: Indicator, figures: Figures, place: int, case: Case, parts: Parts = (*ON_TOP, *BENEATH)) -> str:
    """What is odd of the counts a share was worked out from: about ten times those of the month before, or a part where all others are whole."""
    row, before, name = figures[place][0], figures[place - 1][0], f"“{indicator.in_short}”"
    for part, is_called in parts:
        now, then = getattr(row, part), getattr(before, part)
        if now is None or then is None:
            continue
        said = quoted(row, f"{now:g}", indicator, case)
        if not (part == "numerator" and adds_up(indicator)) and _apart(now, then, indicator) >= TENFOLD:
            was = quoted(before, f"{then:g}", indicator, case)
            return (
                f"The count {is_called} of {name} is {said} in {period_name(row)} and was {was} in {period_name(before)}. Are both right?"
            )
        others = [v for at, (r, _) in enumerate(figures) if at != place and (v := getattr(r, part)) is not None]
        if now != int(now) and len(others) >= ENOUGH and all(v == int(v) for v in others):
            return f"The count {is_called} of {name} is {said} in {period_name(row)}, and a whole number in every other month. Is a whole number meant?"
    return ""


def _counts(row: IndicatorFigure) -> tuple[float | None, float | None]:
    return row.numerator, row.denominator


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
                low, high, odd = (quoted(r, written(v, indicator), indicator, case) for r, v in (others[0], others[-1], (row, value)))
                name = indicator.in_short
                sentence = f"“{name}” is {odd} in {period_name(row)}; every other month lies between {low} and {high}."
                yield Found(cells_of(row), sentence, (indicator.code,), row.sender)
        yield from _beyond_any_budget(indicator, [f for at, f in enumerate(figures) if at not in beyond])


def _beyond_any_budget(indicator: Indicator, figures: Figures) -> Iterator[Found]:
    """Money in pounds or thousands from the first month on: no month is there to compare it with."""
    beyond = [figure for figure in figures if abs(figure[1]) >= MOST_MILLIONS] if indicator.unit == "pounds_million" else []
    if beyond:
        row, value = beyond[-1]
        cells = tuple(cell for each, _ in beyond for cell in cells_of(each))
        name = f"“{indicator.in_short}”"
        sentence = (
            f"{name} is {written(value, indicator)} in {period_name(row)}, more than any council spends: are these pounds, or thousands?"
        )
        yield Found(cells, sentence, (indicator.code,), row.sender)


RULES: tuple[Rule, ...] = (out_of_proportion, in_another_unit)
