"""The XmR chart of NHS England's *Making Data Count*: limits from the average moving range, and the four rules for special cause.

The constants and rules are those of NHSRplotthedots, the NHS-R community's reference implementation. Like it, and unlike the programme's
Excel tool, a moving range beyond 3.267 times the average is left out once before the limits are drawn (Nelson, 1982), so that one
freak month does not widen them for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

REACH = 2.66
"""Limits stand this many average moving ranges from the mean (three sigma)."""

NEAR = REACH * 2 / 3
"""Beyond this a point is near a limit (two sigma)."""

SCREEN = 3.267
"""A moving range beyond this many times the average is left out of it."""

MINIMUM = 6
"""Fewer points have no limits and no verdict: “useful limits may be constructed with as few as five or six values” (Wheeler)."""

TRIAL = 12
"""Limits on fewer points are trial limits, revised with each further point."""

_HAIR = 1e-9

RUN = 7
"""So many points on one side of the mean, or all rising or falling, are special cause."""


@dataclass(frozen=True)
class ProcessLimits:
    """Mean and natural process limits, and the lines beyond which a point is near one."""

    mean: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float


@dataclass(frozen=True)
class Cause:
    """Why a point is special, and which way it points: 1 high or rising, -1 low or falling."""

    way: int
    why: str


def limits(values: Sequence[float], *, screen: bool = True) -> ProcessLimits:
    """The mean and limits of a series in order of time. At least two values are needed."""
    ranges = _ranges(values)
    if screen:
        ranges = _kept(ranges)
    mean, average = fmean(values), fmean(ranges)
    return ProcessLimits(mean, mean - REACH * average, mean + REACH * average, mean - NEAR * average, mean + NEAR * average)


def left_out(values: Sequence[float]) -> int:
    """How many changes from one value to the next are so large that the limits are drawn without them."""
    ranges = _ranges(values)
    return len(ranges) - len(_kept(ranges))


def _ranges(values: Sequence[float]) -> list[float]:
    return [abs(after - before) for before, after in pairwise(values)]


def _kept(ranges: list[float]) -> list[float]:
    most = SCREEN * fmean(ranges)
    return [r for r in ranges if r < most or r == 0]


def special_causes(values: Sequence[float | None], lines: ProcessLimits) -> tuple[Cause | None, ...]:
    """For each point, the first rule it meets: outside the limits; seven rising or falling; two of three near one limit; seven on one side.

    A period without a figure (None) ends a run: nobody knows what the figure would have been.
    """
    found: list[Cause | None] = [None] * len(values)
    for start, stretch in _stretches(values):
        for rule in (_one_side, _near_a_limit, _seven_in_a_row, _outside):
            for place, cause in rule(stretch, lines).items():
                found[start + place] = cause
    return tuple(found)


def _stretches(values: Sequence[float | None]) -> Iterator[tuple[int, list[float]]]:
    """The figures between one gap and the next, each with its place in the series."""
    stretch: list[float] = []
    for place, value in enumerate((*values, None)):
        if value is not None:
            stretch.append(value)
        elif stretch:
            yield place - len(stretch), stretch
            stretch = []


Causes = dict[int, Cause]


def _outside(values: Sequence[float], lines: ProcessLimits) -> Causes:
    high = {i: Cause(1, "above the upper limit") for i, v in enumerate(values) if _sign(v - lines.upper) > 0}
    return high | {i: Cause(-1, "below the lower limit") for i, v in enumerate(values) if _sign(v - lines.lower) < 0}


def _seven_in_a_row(values: Sequence[float], lines: ProcessLimits) -> Causes:
    """Seven points each higher, or each lower, than the one before. A point in two such runs belongs to the later."""
    steps = [_sign(b - a) for a, b in pairwise(values)]
    found: Causes = {}
    for end in range(RUN - 1, len(values)):
        way = _agreed(steps[end - RUN + 1 : end])
        if way:
            why = "one of seven points rising" if way == 1 else "one of seven points falling"
            found |= {i: Cause(way, why) for i in range(end - RUN + 1, end + 1)}
    return found


def _near_a_limit(values: Sequence[float], lines: ProcessLimits) -> Causes:
    """Two of three points in a row between two and three sigma, all three on the same side of the mean."""
    sides = [_sign(v - lines.mean) for v in values]
    near = [lines.lower <= v <= lines.upper and (v < lines.near_lower or v > lines.near_upper) for v in values]
    found: Causes = {}
    for start in range(len(values) - 2):
        three = range(start, start + 3)
        way = _agreed([sides[i] for i in three])
        if way and sum(near[i] for i in three) >= 2:
            limit = "upper" if way == 1 else "lower"
            found |= {i: Cause(way, f"one of two points in three near the {limit} limit") for i in three if near[i]}
    return found


def _one_side(values: Sequence[float], lines: ProcessLimits) -> Causes:
    sides = [_sign(v - lines.mean) for v in values]
    found: Causes = {}
    for end in range(RUN - 1, len(values)):
        way = _agreed(sides[end - RUN + 1 : end + 1])
        if way:
            side = "above" if way == 1 else "below"
            found |= {i: Cause(way, f"one of seven points {side} the average") for i in range(end - RUN + 1, end + 1)}
    return found


def _agreed(signs: Sequence[int]) -> int:
    """The way they all point; 0 where they differ, or point nowhere."""
    return signs[0] if all(s == signs[0] for s in signs) else 0


def _sign(value: float) -> int:
    """Which way, 1 or -1; 0 for none, leaving aside what is only rounding in the last place."""
    return (value > _HAIR) - (value < -_HAIR)
