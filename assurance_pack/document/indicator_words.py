"""An indicator's figure as it is printed, and its change since the period before in words."""

from __future__ import annotations

from datetime import date

from ..assess.small_numbers import REVISED
from ..assess.trends import Point
from ..position.indicators import Glance
from ..settings.indicators import Indicator

NOT_AVAILABLE = "[x]"


def figure(value: float | None, indicator: Indicator) -> str:
    """A value in its unit: ``63%``, ``41``, ``12 weeks``, ``£4.8m``; ``[x]`` where there is none."""
    if value is None:
        return NOT_AVAILABLE
    sign = "−" if round(value, indicator.decimals) < 0 else ""
    size = f"{abs(value):,.{indicator.decimals}f}"
    match indicator.unit:
        case "percent":
            return f"{sign}{size}%"
        case "pounds_million":
            return f"{sign}£{size}m"
        case "weeks":
            return f"{sign}{size} {'week' if size == '1' else 'weeks'}"
        case _:
            return f"{sign}{size}"


def point(found: Point | None, indicator: Indicator) -> str:
    """One period's figure with its symbol beside it: ``63% [p]``; the symbol alone where the figure may not be shown."""
    if found is None:
        return NOT_AVAILABLE
    if found.value is None:
        return found.symbol or NOT_AVAILABLE
    return f"{figure(found.value, indicator)} {found.symbol}".strip()


def now(glance: Glance) -> str:
    """The newest figure: ``63%``; ``[q]`` where it is in question, and never the one before it in its place."""
    return point(glance.newest if glance.in_question else glance.latest, glance.indicator)


def period_of(glance: Glance, beside: date) -> str:
    """The period of the newest figure: ``, May``."""
    shown = glance.newest if glance.in_question else glance.latest
    return f", {period(shown.period, glance.indicator, beside)}" if shown else ""


def period(ends: date, indicator: Indicator, beside: date) -> str:
    """A period named by the month it ends in: ``May``, with its year where that differs; an annual one by its year."""
    if indicator.annual:
        return f"the year to {ends:%B %Y}"
    return f"{ends:%B}" if ends.year == beside.year else f"{ends:%B %Y}"


def change(glance: Glance, beside: date) -> str:
    """How an indicator has moved: ``↑ Better: 61% in April``; within the usual range neither way is called better or worse.

    Where the last step goes one way and the long run the other, both are said: ``↓ 63% in April, yet better over time``.
    """
    if glance.latest is None:
        return "No earlier figure" if glance.in_question else "No figure received"
    if glance.in_question:
        return f"{figure(glance.latest.value, glance.indicator)} in {period(glance.latest.period, glance.indicator, beside)}"
    if glance.previous is None:
        return "No earlier figure"
    arrow = "↑" if glance.up else "↓"
    revised = f" {REVISED}" if REVISED in glance.previous.symbol else ""
    before = f"{figure(glance.previous.value, glance.indicator)}{revised} in {period(glance.previous.period, glance.indicator, beside)}"
    if glance.up is None:
        return f"→ Same as in {period(glance.previous.period, glance.indicator, beside)}"
    if glance.change in ("better", "worse") and glance.agrees:
        return f"{arrow} {glance.change.capitalize()}: {before}"
    return f"{arrow} {before}{_beside_the_figure(glance)}"


def _beside_the_figure(glance: Glance) -> str:
    """What stands after the figure before it, where the arrow alone would say too much or too little."""
    match glance.change:
        case "better" | "worse":
            return f", yet {glance.change} over time"
        case "best" | "worst":
            return f"; {glance.plain}"
        case "special":
            return "; unusual"
        case "chance":
            return "; usual variation"
        case _:
            return ""


def direction(glance: Glance, beside: date) -> str:
    """Which way an indicator is going, to follow its figure: ``, better``; of a run chart, how it stands; and of which month, where a newer one has no figure."""
    late = glance.newest is not None and glance.latest is not None and glance.newest.period != glance.latest.period
    when = f" in {period(glance.latest.period, glance.indicator, beside)}" if late and glance.latest else ""
    if glance.up is None:
        return when
    words = {"better": "better", "worse": "worse", "chance": "usual variation", "special": "unusual"}
    word = glance.plain if glance.change in ("best", "worst") else words.get(glance.change, "")
    step = "up" if glance.up else "down"
    return f"{when}, {word or step}" if glance.agrees else f"{when}, {step}, yet {word} over time"
