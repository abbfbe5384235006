"""A run chart: the figures without limits, where limits would say what is not so, and what may be said of them in plain words.

“Making data count” asks that the points of a process-control chart be independent of one another. A running total, a forecast that is
carried on, and a count that starts again each term or year are not; nor is a series of which a third lies outside its own limits: its
level has moved, and the average is of no time at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from ..english import in_words
from ..model import Month
from ..settings.indicators import Indicator
from .indicator_figure import written
from .points import Point
from .xmr import MINIMUM, ProcessLimits

NoLimits = Literal["", "cumulative", "forecast", "restarts", "outside", "flat"]
"""Why no limits are drawn: how the indicator is counted, a third of its figures outside, or no width at all."""

Way = Literal["run_better", "run_worse", "run"]

ENOUGH = 12
"""The newest figure is called the highest or lowest of no fewer."""

_HAIR = 1e-9


def why_no_limits(points: Sequence[Point], lines: ProcessLimits | None, indicator: Indicator) -> NoLimits:
    """Why these figures have no limits although there are enough of them; nothing where they have."""
    values = [p.value for p in points if p.value is not None]
    if len(values) < MINIMUM or lines is None:
        return ""
    if indicator.counted != "afresh":
        return indicator.counted
    if lines.upper - lines.lower <= _HAIR:
        return "flat"
    outside = sum(v > lines.upper + _HAIR or v < lines.lower - _HAIR for v in values)
    return "outside" if indicator.baseline is None and 3 * outside >= len(values) else ""


def plain_reading(points: Sequence[Point], indicator: Indicator, reason: NoLimits) -> tuple[Way, str]:
    """How the newest figure stands to the others, and whether that is the right way.

    What starts again, or adds up, is compared with the same month of earlier years, and one year gives no direction; anything else with
    all other figures. Figures that hardly differ have none.
    """
    dated = [(p.period, p.value) for p in points if p.value is not None]
    if reason == "flat":
        return "run", "the figures before it hardly differ, so there is no range to set it against"
    if reason in ("cumulative", "restarts"):
        return _beside_earlier_years(dated, indicator)
    return _beside_all(dated, indicator)


def _beside_earlier_years(dated: Sequence[tuple[date, float]], indicator: Indicator) -> tuple[Way, str]:
    period, newest = dated[-1]
    month = Month.of(period)
    then = [(p, v) for p, v in dated[:-1] if Month.of(p).number == month.number]
    if not then:
        return "run", "there is no figure of the same month a year earlier to set beside it"
    said = in_words(f"{written(v, indicator)} in {Month.of(p).name}" for p, v in then)
    way = _way(newest, [v for _, v in then], indicator) if len(then) > 1 else "run"
    return way, f"after {said}"


def _beside_all(dated: Sequence[tuple[date, float]], indicator: Indicator) -> tuple[Way, str]:
    (_, newest), others = dated[-1], [v for _, v in dated[:-1]]
    if len(dated) < ENOUGH:
        return "run", f"the newest of {len(dated)} figures"
    if all(newest > v + _HAIR for v in others):
        return _way(newest, others, indicator), f"the highest of {len(dated)} figures"
    if all(newest < v - _HAIR for v in others):
        return _way(newest, others, indicator), f"the lowest of {len(dated)} figures"
    return "run", f"within the {len(dated)} figures, {written(min(others), indicator)} to {written(max(others), indicator)}"


def _way(newest: float, others: Sequence[float], indicator: Indicator) -> Way:
    higher, lower = all(newest > v + _HAIR for v in others), all(newest < v - _HAIR for v in others)
    if indicator.good == "context" or not (higher or lower):
        return "run"
    return "run_better" if higher == (indicator.good == "up") else "run_worse"


def target_kept(
    points: Sequence[Point], indicator: Indicator
) -> Literal["met_consistently", "not_reliably", "missed_consistently", "no_target", "too_few"]:
    """Whether each of the last twelve figures met the target of its own day, or none did."""
    newest = [p for p in points if p.value is not None][-ENOUGH:]
    if not newest or indicator.good == "context" or indicator.target_on(newest[-1].period) is None:
        return "no_target"
    reached: Callable[[float, float], bool] = (lambda v, t: v >= t - _HAIR) if indicator.good == "up" else (lambda v, t: v <= t + _HAIR)
    met = [reached(p.value, t) for p in newest if p.value is not None and (t := indicator.target_on(p.period)) is not None]
    if len(met) < MINIMUM:
        return "too_few"
    return "met_consistently" if all(met) else "not_reliably" if any(met) else "missed_consistently"
