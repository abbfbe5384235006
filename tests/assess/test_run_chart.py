"""Figures without limits: why there are none, and what may be said of the newest in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from assess_rows import SETTINGS

from assurance_pack.assess.points import Point
from assurance_pack.assess.run_chart import plain_reading, target_kept, why_no_limits
from assurance_pack.assess.xmr import ProcessLimits, limits
from assurance_pack.model import Month
from assurance_pack.settings.indicators import DatedTarget, Indicator

JUNE = Month("2026-06")
TO_TEN = ProcessLimits(mean=5, lower=0, upper=10, near_lower=1, near_upper=9)

HAIR = 1e-9
"""Rounding in the last place: what differs by no more is the same."""


def indicator(**more: Any) -> Indicator:
    known = SETTINGS.indicator("IND-08")
    assert known
    plain: dict[str, Any] = {
        "good": "up",
        "target": None,
        "targets": (),
        "baseline": None,
        "counted": "afresh",
        "unit": "count",
        "decimals": 0,
    }
    return known.model_copy(update={**plain, **more})


def points(values: Sequence[float | None]) -> list[Point]:
    """A figure a month, the newest of June 2026."""
    return [Point(period=JUNE.plus(1 + at - len(values)).last_day, value=value) for at, value in enumerate(values)]


# ---------- why there are no limits ----------


@pytest.mark.parametrize(
    ("values", "more", "why"),
    [
        ([5, 5, 5, 5, 11], {}, ""),
        ([5, 5, 5, 5, 11, None], {"counted": "restarts"}, ""),
        ([5, 5, 5, 5, 5, 5], {"counted": "restarts"}, "restarts"),
        ([5, 5, 5, 5, 5, 5], {}, ""),
        ([5, 5, 5, 5, 5, 11], {}, ""),
        ([5, 5, 5, 5, 11, 11], {}, "outside"),
        ([5, 5, 5, 5, 11, -1], {}, "outside"),
        ([5, 5, 5, 5, 5, 11, -1], {}, ""),
        ([5, 5, 5, 5, None, 11, -1], {}, "outside"),
        ([5, 5, 5, 5, 11, 11], {"baseline": 6}, ""),
        ([5, 5, 5, 5, 10, 10], {}, ""),
        ([5, 5, 5, 5, 0, 0], {}, ""),
        ([5, 5, 5, 5, 10 + 1e-12, 10 + 1e-12], {}, ""),
        ([5, 5, 5, 5, *[-HAIR] * 2], {}, ""),
        ([5, 5, 5, 5, *[-1.1 * HAIR] * 2], {}, "outside"),
    ],
)
def test_limits_are_left_out_where_figures_hang_together_or_a_third_lies_outside(
    values: list[float | None], more: dict[str, Any], why: str
) -> None:
    assert why_no_limits(points(values), TO_TEN, indicator(**more)) == why


def test_limits_of_no_width_are_none_and_of_hardly_any_too() -> None:
    held = [100.0] * 12
    assert why_no_limits(points(held), limits(held), indicator()) == "flat"
    assert why_no_limits(points([0.0] * 6), ProcessLimits(0, 0, HAIR, 0, 0), indicator()) == "flat"
    assert why_no_limits(points([0.0] * 6), ProcessLimits(0, 0, 1.1 * HAIR, 0, 0), indicator()) == ""
    assert why_no_limits(points([5.0] * 6), ProcessLimits(5, 4.9, 5.1, 4.95, 5.05), indicator()) == ""


def test_a_figure_a_hair_above_the_upper_limit_is_within() -> None:
    lines = ProcessLimits(mean=-5, lower=-10, upper=0, near_lower=-9, near_upper=-1)
    assert why_no_limits(points([*[-5.0] * 4, HAIR, HAIR]), lines, indicator()) == ""
    assert why_no_limits(points([*[-5.0] * 4, *[1.1 * HAIR] * 2]), lines, indicator()) == "outside"


def test_without_limits_there_is_nothing_to_leave_out() -> None:
    assert why_no_limits(points([5.0] * 6), None, indicator(counted="forecast")) == ""


# ---------- in plain words ----------

YEAR = [float(n) for n in range(1, 13)]


@pytest.mark.parametrize(
    ("values", "good", "way", "said"),
    [
        ([*YEAR[:10], 20], "up", "run", "the newest of 11 figures"),
        ([*YEAR[:11], 20], "up", "run_better", "the highest of 12 figures"),
        ([*YEAR[:11], 20], "down", "run_worse", "the highest of 12 figures"),
        ([*YEAR[:11], 20], "context", "run", "the highest of 12 figures"),
        ([*YEAR[:11], 0], "up", "run_worse", "the lowest of 12 figures"),
        ([*YEAR[:11], 0], "down", "run_better", "the lowest of 12 figures"),
        ([*YEAR[:11], 0], "context", "run", "the lowest of 12 figures"),
        ([*YEAR[:11], 11], "up", "run", "within the 12 figures, 1 to 11"),
        ([*YEAR[:11], 1], "down", "run", "within the 12 figures, 1 to 11"),
        ([*YEAR[:11], 11 + 1e-12], "up", "run", "within the 12 figures, 1 to 11"),
        ([*YEAR[:11], 1 - 1e-12], "up", "run", "within the 12 figures, 1 to 11"),
        ([None, *YEAR[:11], None, 20, None], "up", "run_better", "the highest of 12 figures"),
        ([*(-n for n in range(11)), HAIR], "up", "run", "within the 12 figures, −10 to 0"),
        ([*(-n for n in range(11)), 1.1 * HAIR], "up", "run_better", "the highest of 12 figures"),
        ([*range(11), -HAIR], "up", "run", "within the 12 figures, 0 to 10"),
        ([*range(11), -1.1 * HAIR], "up", "run_worse", "the lowest of 12 figures"),
    ],
)
def test_the_newest_figure_is_set_beside_all_others_where_there_are_twelve(
    values: list[float | None], good: str, way: str, said: str
) -> None:
    assert plain_reading(points(values), indicator(good=good), "outside") == (way, said)


def test_of_figures_that_hardly_differ_no_way_is_told() -> None:
    way, said = plain_reading(points([100.0] * 12 + [99]), indicator(), "flat")
    assert (way, said) == ("run", "the figures before it hardly differ, so there is no range to set it against")


@pytest.mark.parametrize("reason", ["cumulative", "restarts"])
@pytest.mark.parametrize(
    ("earlier", "newest", "good", "way", "said"),
    [
        ([], 3, "up", "run", "there is no figure of the same month a year earlier to set beside it"),
        ([1], 3, "up", "run", "after 1 in June 2025"),
        ([1, 2], 3, "up", "run_better", "after 1 in June 2024 and 2 in June 2025"),
        ([1, 2], 3, "down", "run_worse", "after 1 in June 2024 and 2 in June 2025"),
        ([2, 1], 0, "up", "run_worse", "after 2 in June 2024 and 1 in June 2025"),
        ([2, 1], 0, "down", "run_better", "after 2 in June 2024 and 1 in June 2025"),
        ([1, 2], 3, "context", "run", "after 1 in June 2024 and 2 in June 2025"),
        ([1, 3], 3, "up", "run", "after 1 in June 2024 and 3 in June 2025"),
        ([1, 3], 1, "up", "run", "after 1 in June 2024 and 3 in June 2025"),
        ([1, 3], 3 + 1e-12, "up", "run", "after 1 in June 2024 and 3 in June 2025"),
        ([1, 3], 1 - 1e-12, "up", "run", "after 1 in June 2024 and 3 in June 2025"),
        ([1, 3], 2, "up", "run", "after 1 in June 2024 and 3 in June 2025"),
        ([-1, 0], HAIR, "up", "run", "after −1 in June 2024 and 0 in June 2025"),
        ([1, 0], -HAIR, "up", "run", "after 1 in June 2024 and 0 in June 2025"),
    ],
)
def test_what_adds_up_or_starts_again_is_set_beside_the_same_month_of_earlier_years(
    reason: Any, earlier: list[float], newest: float, good: str, way: str, said: str
) -> None:
    series = [value for before in earlier for value in (before, *[7.0] * 11)] + [newest]
    assert plain_reading(points(series), indicator(good=good, counted=reason), reason) == (way, said)


def test_an_earlier_year_without_its_figure_is_none_to_be_set_beside() -> None:
    series = [1.0, *[7.0] * 11, None, *[7.0] * 11, 3.0]
    assert plain_reading(points(series), indicator(counted="restarts"), "restarts") == ("run", "after 1 in June 2024")


# ---------- whether the target is kept ----------


@pytest.mark.parametrize(
    ("values", "more", "kept"),
    [
        ([], {"target": 5}, "no_target"),
        ([None, None], {"target": 5}, "no_target"),
        ([5.0] * 6, {}, "no_target"),
        ([5.0] * 6, {"target": 5, "good": "context"}, "no_target"),
        ([5.0] * 5, {"target": 5}, "too_few"),
        ([5.0] * 6, {"target": 5}, "met_consistently"),
        ([5.0] * 6, {"target": 5, "good": "down"}, "met_consistently"),
        ([5.0] * 6, {"target": 6}, "missed_consistently"),
        ([5.0] * 6, {"target": 4, "good": "down"}, "missed_consistently"),
        ([5.0] * 6, {"target": 4}, "met_consistently"),
        ([5.0] * 6, {"target": 6, "good": "down"}, "met_consistently"),
        ([5.0] * 5 + [4], {"target": 5}, "not_reliably"),
        ([5.0] * 5 + [6], {"target": 5, "good": "down"}, "not_reliably"),
        ([-HAIR] * 6, {"target": 0}, "met_consistently"),
        ([-1.1 * HAIR] * 6, {"target": 0}, "missed_consistently"),
        ([HAIR] * 6, {"target": 0, "good": "down"}, "met_consistently"),
        ([1.1 * HAIR] * 6, {"target": 0, "good": "down"}, "missed_consistently"),
        ([0, *[5.0] * 12], {"target": 5}, "met_consistently"),
        ([0, *[5.0] * 11], {"target": 5}, "not_reliably"),
        ([0, *[5.0] * 12, None], {"target": 5}, "met_consistently"),
    ],
)
def test_a_target_is_kept_where_each_of_the_last_twelve_figures_met_it(values: list[float | None], more: dict[str, Any], kept: str) -> None:
    assert target_kept(points(values), indicator(**more)) == kept


def test_each_figure_is_held_to_the_target_of_its_own_day() -> None:
    tightened = (DatedTarget(from_period=date(2026, 6, 1), value=9),)
    assert target_kept(points([*[5.0] * 6, 9]), indicator(target=5, targets=tightened)) == "met_consistently"
    assert target_kept(points([*[5.0] * 6, 8]), indicator(target=5, targets=tightened)) == "not_reliably"


def test_the_target_in_force_is_that_of_the_newest_figure() -> None:
    begins = (DatedTarget(from_period=date(2026, 6, 1), value=5),)
    ends = (DatedTarget(from_period=date(2026, 6, 1), value=None),)
    assert target_kept(points([5.0] * 8), indicator(targets=begins)) == "too_few"
    assert target_kept(points([5.0] * 8), indicator(target=5, targets=ends)) == "no_target"


def test_a_figure_of_a_day_without_a_target_neither_meets_nor_misses_it() -> None:
    begins = (DatedTarget(from_period=date(2026, 1, 1), value=5),)
    assert target_kept(points([*[0.0] * 4, *[5.0] * 6]), indicator(targets=begins)) == "met_consistently"
