"""Sense of how an indicator moves: counts that another row has (AP276), a figure far from its own series (AP277), what is beneath and always was the same (AP263)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise
from math import inf, log

from ...assess.indicator_figure import written
from ...english import in_words
from ...model import Cell, Sender
from ...model.problem import Severity
from ...returns.workspace import IndicatorFigure
from ...settings.indicators import Indicator
from ..case import Case
from ..engine import Found, Rule, rule
from .figures_in_order import Figures, adds_up, cells_of, explained, period_name, quoted, series
from .series import SMALL

FAR = 3
"""How many times the largest of all other moves of its series a move is asked about."""

POINTS = 15
"""A share that moves by fewer points of a hundred in a month is left alone."""

DOUBLED = log(2)
"""A count or a sum that is not doubled or halved is left alone: moves of these are measured by how many times the larger is the smaller."""

MOVES = 6
"""Moves of other months a series needs before one can be called unlike them."""


Counts = tuple[float | None, float | None]
"""What is on top and what is beneath."""


@rule(
    "AP276",
    "Two counts of a row are its own",
    severity=Severity.WARNING,
    because="Counts pasted from the row above or from another month give a share that can be, and belongs to another indicator.",
    example="“Reviews in time” in May 2026 has both counts of “Plans in 20 weeks” in May 2026. Was one pasted from the other?",
    follows=("AP255", "AP257"),
)
def counts_of_another_row(case: Case) -> Iterator[Found]:
    """Put the counts of each row back. If both rows are right, say so under Note of one of them."""
    alike: dict[Counts, list[tuple[Indicator, IndicatorFigure]]] = defaultdict(list)
    for indicator, row in (rows := [(i, r) for i, figures in series(case) for r, _ in figures if _both_counts(r)]):
        alike[_counts(row)].append((indicator, row))
    yield from _exchanged(case)
    yield from _on_top_again(case)
    newest = [figures[-1][0] for _, figures in series(case) if figures]
    for found in alike.values():
        for one, other in combinations(sorted(found, key=lambda each: each[1].period_end or date.min), 2):
            if explained(one[1], case) or explained(other[1], case):
                continue
            if one[0] is other[0] and (other[1] not in newest or _steady(*other, rows)):
                continue
            yield Found(_cells(other[1], one[1]), _alike(other, one), (other[0].code,), other[1].sender)


ALIKE, APART = log(1.25), log(2)
"""Counts within a quarter of each other are alike; of two rows exchanged each is alike to what the other was, and what is beneath twice or half of its own."""


def _exchanged(case: Case) -> Iterator[Found]:
    """Two rows of one month, each with counts like those the other had the month before."""
    latest = [
        (i, figures[-1][0], figures[-2][0])
        for i, figures in series(case)
        if len(figures) > 1 and all(_both_counts(r) for r, _ in figures[-2:])
    ]
    for (one, now, was), (other, its_now, its_was) in combinations(latest, 2):
        if now.period_end != its_now.period_end or explained(now, case) or explained(its_now, case):
            continue
        crosswise = max(_most_apart(now, its_was), _most_apart(its_now, was))
        if crosswise <= ALIKE and min(_apart_beneath(now, was), _apart_beneath(its_now, its_was)) >= APART:
            here, there = f"“{one.in_short}”", f"“{other.in_short}”"
            sentence = f"In {period_name(now)} {here} has counts like those of {there} the month before, and the other way round. Were they exchanged?"
            yield Found(_cells(now, its_now), sentence, (one.code, other.code), now.sender)


def _most_apart(one: IndicatorFigure, other: IndicatorFigure) -> float:
    return max(abs(log(a / b)) for a, b in zip(_counts(one), _counts(other), strict=True) if a and b)


def _apart_beneath(one: IndicatorFigure, other: IndicatorFigure) -> float:
    return abs(log(one.denominator / other.denominator)) if one.denominator and other.denominator else 0.0


def _both_counts(row: IndicatorFigure) -> bool:
    """Whether a row has two counts, and enough on top that another row has them by chance but rarely."""
    return row.numerator is not None and row.numerator >= SMALL and row.denominator is not None


def _counts(row: IndicatorFigure) -> Counts:
    return row.numerator, row.denominator


def _steady(indicator: Indicator, row: IndicatorFigure, rows: list[tuple[Indicator, IndicatorFigure]]) -> bool:
    """Whether what is beneath was the same the month before, as posts of an establishment are: the count on top may then come back."""
    before = [r for i, r in rows if i is indicator and r.period_end and row.period_end and r.period_end < row.period_end]
    return bool(before) and before[-1].denominator == row.denominator and _counts(before[-1]) != _counts(row)


SO_MANY = 2
"""Indicators of one sender whose count on top is that of the month before: of one it may be so by chance."""


def _on_top_again(case: Case) -> Iterator[Found]:
    """Counts on top that stand where they stood the month before, over other counts beneath: the new ones were not put in."""
    again: dict[tuple[Sender, str, str], list[tuple[Indicator, IndicatorFigure]]] = defaultdict(list)
    for indicator, figures in series(case):
        if len(figures) < 2:
            continue
        (was, _), (now, _) = figures[-2:]
        beneath = {was.denominator, now.denominator}
        if _both_counts(now) and now.numerator == was.numerator and None not in beneath and len(beneath) > 1 and not explained(now, case):
            again[now.sender, period_name(now), period_name(was)].append((indicator, now))
    for (sender, month, before), found in again.items():
        if len(found) >= SO_MANY:
            names = in_words(f"“{indicator.in_short}”" for indicator, _ in found)
            sentence = f"{names} have in {month} the count on top that each had in {before}. Were they left from the month before?"
            yield Found(tuple(row.cell("numerator") for _, row in found), sentence, tuple(i.code for i, _ in found), sender)


def _cells(row: IndicatorFigure, other: IndicatorFigure) -> tuple[Cell, ...]:
    return tuple(each.cell(name) for each in (row, other) for name in ("numerator", "denominator"))


def _alike(one: tuple[Indicator, IndicatorFigure], other: tuple[Indicator, IndicatorFigure]) -> str:
    """Two rows with the same two counts, the newer first."""
    here, there = (f"“{indicator.in_short}” in {period_name(row)}" for indicator, row in (one, other))
    return f"{here} has both counts of {there}. Was one pasted from the other?"


@rule(
    "AP277",
    "A figure moves as its series has moved",
    severity=Severity.WARNING,
    because="A count pasted into the wrong row gives a figure that can be, and that nobody has seen.",
    example="“Reviews in time” is 15% in May 2026 and was 74% in April 2026; in no other month did it move by more than 6 points. Are both right?",
    follows=("AP250", "AP252", "AP253", "AP254", "AP255", "AP256", "AP257", "AP258", "AP263", "AP276"),
)
def unlike_its_series(case: Case) -> Iterator[Found]:
    """Look whether each count stands in its own row. If the figure is right, say under Note what happened; if not, correct it."""
    for indicator, figures in series(case):
        for place, (row, _) in enumerate(figures):
            said = "" if explained(row, case) else _far(indicator, figures, place, case)
            if said:
                yield Found(cells_of(row), said, (indicator.code,), row.sender)


def _far(indicator: Indicator, figures: Figures, place: int, case: Case) -> str:
    """What is said of a figure that stands away from both its neighbours, or at the end of its series from the one it has; nothing where it does not."""
    if place == 0 or adds_up(indicator) or _too_few(indicator, figures[place - 1 : place + 1]):
        return ""
    moves = [move(indicator, one, other) for (_, one), (_, other) in pairwise(figures)]
    others = [*moves[: place - 1], *moves[place + 1 :]]
    mine = min(moves[place - 1 : place + 1])
    if len(others) < MOVES or mine < max(least_move(indicator), FAR * max(others)):
        return ""
    (row, now), (before, then) = figures[place], figures[place - 1]
    is_now, was = (quoted(r, written(v, indicator), indicator, case) for r, v in ((row, now), (before, then)))
    return f"“{indicator.in_short}” is {is_now} in {period_name(row)} and was {was} in {period_name(before)}; {_never(indicator, others)} Are both right?"


def _never(indicator: Indicator, others: list[float]) -> str:
    """How far the figure has moved in other months, in words."""
    if indicator.unit == "percent":
        return f"in no other month did it move by more than {max(others):.0f} points."
    return "in no other month did it move so far."


def least_move(indicator: Indicator) -> float:
    """What a figure moves at least where its move is asked about."""
    return POINTS if indicator.unit == "percent" else DOUBLED


def move(indicator: Indicator, one: float, other: float) -> float:
    """How far apart two figures are: in points of a hundred, or by the logarithm of how many times the one is the other."""
    if indicator.unit == "percent":
        return abs(other - one)
    small, large = sorted((abs(one), abs(other)))
    return log(large / small) if small else (inf if large else 0.0)


def _too_few(indicator: Indicator, pair: Figures) -> bool:
    """Whether counts are so few that they swing by chance; money is never few."""
    return indicator.unit == "count" and max(value for _, value in pair) < 2 * SMALL


@rule(
    "AP263",
    "What a figure is out of stays, where it always did",
    severity=Severity.WARNING,
    because="Posts of an establishment, or places of a school, change by a decision: with a slip of the keyboard the share beside them is another.",
    example="The count beneath “Psychologist posts vacant” is 22.7 in May 2026, and was 27.7 in each of the 12 months before. Is it right?",
    follows=("AP257",),
)
def always_the_same_beneath(case: Case) -> Iterator[Found]:
    """Correct it. If it has changed, say under Note why (“five posts moved to the trust”)."""
    for indicator, figures in series(case):
        if len(figures) <= MOVES or explained(figures[-1][0], case):
            continue
        row, before = figures[-1][0], figures[-2][0].denominator
        run = 0
        for earlier, _ in reversed(figures[:-1]):
            if earlier.denominator != before:
                break
            run += 1
        if before is not None and row.denominator is not None and run >= MOVES and row.denominator != before:
            now, was = (quoted(r, f"{r.denominator:g}", indicator, case) for r in (row, figures[-2][0]))
            sentence = f"The count beneath “{indicator.in_short}” is {now} in {period_name(row)}, and was {was} in each of the {run} months before. Is it right?"
            yield Found((row.cell("denominator"),), sentence, (indicator.code,), row.sender)


RULES: tuple[Rule, ...] = (counts_of_another_row, always_the_same_beneath, unlike_its_series)
