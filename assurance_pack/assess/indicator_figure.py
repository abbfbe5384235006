"""One figure of an indicator: worked out from its counts, with the symbol that says why there is none or what to know of it."""

from __future__ import annotations

from dataclasses import dataclass

from ..meanings import YesNo
from ..model import means
from ..returns.workspace import IndicatorFigure
from ..schema import CONFIDENTIAL, LOW_RELIABILITY
from ..settings.indicators import Indicator
from ..settings.limits import SmallNumbers
from .small_numbers import IN_QUESTION, NOT_APPLICABLE, NOT_AVAILABLE, PROVISIONAL, is_small


@dataclass(frozen=True)
class ShownFigure:
    """A figure that may be shown, or the symbol that stands for it. Counts that would give it away are left out with it."""

    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    symbol: str = ""


def figure_of(row: IndicatorFigure, indicator: Indicator, rule: SmallNumbers) -> ShownFigure:
    """The figure of one row: from numerator and denominator where both are there (per hundred), otherwise the value as sent."""
    if row.in_question("numerator", "denominator", "value"):
        return ShownFigure(symbol=IN_QUESTION)
    if symbol := _suppressed(row, indicator):
        return ShownFigure(symbol=symbol)
    if indicator.unit in _SHARES and is_small(row.numerator, rule):
        return ShownFigure(symbol=CONFIDENTIAL)
    if indicator.unit in _SHARES and row.numerator is not None and row.denominator is not None:
        figure = _share(row.numerator, row.denominator, rule)
    elif indicator.unit == "count":
        figure = _count(row.value if row.value is not None else row.numerator, rule)
    else:
        figure = ShownFigure(row.value) if row.value is not None else ShownFigure(symbol=NOT_AVAILABLE)
    if figure.value is not None and means(row.provisional, YesNo.YES):
        return ShownFigure(figure.value, figure.numerator, figure.denominator, PROVISIONAL)
    return figure


_SHARES = ("percent", "rate")


def _suppressed(row: IndicatorFigure, indicator: Indicator) -> str:
    """The symbol that stands for the counts the figure rests on, where they are not given."""

    def given(name: str) -> bool:
        return row.stated(name) or name in row.suppressed

    if not row.suppressed:
        return ""
    if indicator.unit in _SHARES:
        rests_on: tuple[str, ...] = ("numerator", "denominator") if given("numerator") and given("denominator") else ("numerator", "value")
    else:
        rests_on = ("value",) if given("value") else ("numerator", "denominator")
    return next((row.suppressed[name] for name in rests_on if name in row.suppressed), "")


def _share(numerator: float, denominator: float, rule: SmallNumbers) -> ShownFigure:
    if denominator == 0:
        return ShownFigure(symbol=NOT_APPLICABLE)
    if denominator < rule.least_denominator:
        return ShownFigure(symbol=LOW_RELIABILITY)
    return ShownFigure(100 * numerator / denominator, numerator, denominator)


def _count(count: float | None, rule: SmallNumbers) -> ShownFigure:
    if count is None:
        return ShownFigure(symbol=NOT_AVAILABLE)
    return ShownFigure(symbol=CONFIDENTIAL) if is_small(count, rule) else ShownFigure(count)


def written(value: float, indicator: Indicator) -> str:
    """A value in its unit, as printed: ``63%``, ``41``, ``12 weeks``, ``£4.8m``."""
    sign = "−" if round(value, indicator.decimals) < 0 else ""
    size = f"{abs(value):,.{indicator.decimals}f}"
    if indicator.unit == "weeks":
        return f"{sign}{size} {'week' if size == '1' else 'weeks'}"
    before, after = {"percent": ("", "%"), "pounds_million": ("£", "m")}.get(indicator.unit, ("", ""))
    return f"{sign}{before}{size}{after}"
