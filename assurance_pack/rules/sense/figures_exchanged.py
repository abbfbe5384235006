"""Sense of two indicators whose figures stand in each other's rows (AP233)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from ...model.problem import Severity
from ...settings.indicators import Indicator
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from .figures_in_order import Figures, adds_up, explained, period_name, quoted, series
from .series_moves import FAR, MOVES, least_move, move


@rule(
    "AP233",
    "A figure stands in the row of its own indicator",
    severity=Severity.ERROR,
    because="With the figures of two rows exchanged, each indicator moves as it never has, and neither is true.",
    example="“Children without a September place” is 4.9 and “High needs forecast” is 34 in June 2026: each is as the other has been. Were they exchanged?",
    proves=Proof.VALUE,
)
def figures_exchanged(case: Case) -> Iterator[Found]:
    """Put each figure back into its own row. If both are right, say under Note of one of them what happened."""
    newest = [(indicator, figures) for indicator, figures in series(case) if len(figures) > MOVES and not adds_up(indicator)]
    for one, other in combinations(newest, 2):
        (row, value), (another, its) = one[1][-1], other[1][-1]
        beside = row.sender == another.sender and row.period_end == another.period_end and row.stated("value") and another.stated("value")
        if beside and not (explained(row, case) or explained(another, case)) and _exchanged(one, other, value, its):
            told = " and ".join(
                f"“{i.in_short}” is {quoted(r, v, i, case)}" for i, r, v in ((one[0], row, f"{value:g}"), (other[0], another, f"{its:g}"))
            )
            cells = (row.cell("value"), another.cell("value"))
            said = f"{told} in {period_name(row)}: each is as the other has been. Were they exchanged?"
            yield Found(cells, said, (one[0].code, other[0].code), row.sender)


def _exchanged(one: tuple[Indicator, Figures], other: tuple[Indicator, Figures], value: float, its: float) -> bool:
    """Whether each figure is far from its own series, and none of the other's."""
    return _far(*one, value) and _far(*other, its) and not _far(*one, its) and not _far(*other, value)


def _far(indicator: Indicator, figures: Figures, value: float) -> bool:
    moves = [move(indicator, before, after) for (_, before), (_, after) in pairwise(figures[:-1])]
    return move(indicator, figures[-2][1], value) >= max(least_move(indicator), FAR * max(moves))


RULES: tuple[Rule, ...] = (figures_exchanged,)
