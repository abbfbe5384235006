"""The arithmetic of the XmR chart, against published worked examples of the method."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance_pack.assess.xmr import Cause, ProcessLimits, left_out, limits, special_causes

# The first twenty standard normal numbers of R with seed 123, as the reference implementation's own tests use them.
SEED_123 = [
    -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123, -0.68685285, -0.44566197,
    1.22408180, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314, 0.49785048, -1.96661716, 0.70135590, -0.47279141,
]  # fmt: skip
WIDE = ProcessLimits(mean=0, lower=-30, upper=30, near_lower=-20, near_upper=20)


def reasons(values: Sequence[float | None], lines: ProcessLimits = WIDE) -> list[str]:
    return [cause.why if cause else "" for cause in special_causes(values, lines)]


def test_limits_of_the_published_example_with_one_outlying_month() -> None:
    """NHSRplotthedots, vignette “Deviations from Excel defaults”, first example: UPL 4.6, mean 1.94, LPL -0.72; unscreened 6.95 and -3.06."""
    values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    found = limits(values)
    assert [round(v, 2) for v in (found.upper, found.mean, found.lower)] == [4.60, 1.94, -0.72]
    unscreened = limits(values, screen=False)
    assert [round(v, 2) for v in (unscreened.upper, unscreened.mean, unscreened.lower)] == [6.95, 1.94, -3.06]
    assert special_causes(values, found)[4] == Cause(1, "above the upper limit")


def test_limits_of_the_reference_implementations_own_snapshot() -> None:
    """NHSRplotthedots, tests/testthat/_snaps/ptd_spc_standard.md: mean_col, lpl and upl of three runs."""
    found = limits(SEED_123)
    assert (found.mean, found.lower, found.upper) == pytest.approx((0.1416238, -3.01138, 3.294627), abs=1e-5)
    outlying = [*SEED_123[:14], 10, *SEED_123[15:]]
    found = limits(outlying)
    assert (found.mean, found.lower, found.upper) == pytest.approx((0.6694159, -2.383666, 3.722497), abs=1e-5)
    found = limits(outlying, screen=False)
    assert (found.mean, found.lower, found.upper) == pytest.approx((0.6694159, -4.596625, 5.935457), abs=1e-5)


def test_two_points_near_opposite_limits_are_chance() -> None:
    """NHSRplotthedots, tests/testthat/test-ptd_spc_standard.R: sixteen symmetrical points, the last two 5.5 and -5.5."""
    values = [1.0, -1.0] * 7 + [5.5, -5.5]
    assert special_causes(values, limits(values))[-2:] == (None, None)


def test_seven_points_on_one_side_are_special_and_six_are_not() -> None:
    """NHSRplotthedots, tests/testthat/test-ptd_calculate_point_type.R: six ones, then six ones and a minus one, then eight."""
    assert reasons([1, 1.1, 1, 1.1, 1, 1.1]) == [""] * 6
    assert reasons([1, 1.1, 1, 1.1, 1, 1.1, -1]) == [""] * 7
    assert reasons([-1, 1, 1.1, 1, 1.1, 1, 1.1, 1, -1]) == ["", *["one of seven points above the average"] * 7, ""]
    assert reasons([-1, -1.1, -1, -1.1, -1, -1.1, -1]) == ["one of seven points below the average"] * 7


def test_seven_points_rising_are_special_and_a_level_step_breaks_the_run() -> None:
    """NHSRplotthedots, the same file: 1 to 7 is a trend; 1, 2, 3, 3, 4, 5, 6 is none; 2, 1 to 7, 3 is one in its middle."""
    assert reasons([-3, -2, -1, 0, 1, 2, 3]) == ["one of seven points rising"] * 7
    assert reasons([-3, -2, -1, -1, 0, 1, 2]) == [""] * 7
    assert reasons([-2, -3, -2, -1, 0, 1, 2, 3, -1]) == ["", *["one of seven points rising"] * 7, ""]
    assert reasons([3, 2, 1, 0, -1, -2, -3]) == ["one of seven points falling"] * 7


def test_a_point_at_the_turn_belongs_to_the_run_that_begins_there() -> None:
    up_and_down = [-3.0, -2, -1, 0, 1, 2, 3, 2, 1, 0, -1, -2, -3]
    assert reasons(up_and_down)[5:8] == ["one of seven points rising", *["one of seven points falling"] * 2]


def test_two_of_three_near_one_limit_are_special_and_only_those_two() -> None:
    """NHSRplotthedots, the same file: near, not near, near on one side of the mean; two near on opposite sides are chance."""
    assert reasons([25, 1, 25, -1]) == [near := "one of two points in three near the upper limit", "", near, ""]
    assert reasons([1, 25, 1, 1, 25]) == [""] * 5
    assert reasons([25, -1, 25]) == [""] * 3


def test_a_point_beyond_a_limit_is_not_near_it() -> None:
    assert reasons([31, 1, 25]) == ["above the upper limit", "", ""]


def test_a_series_that_never_moves_has_no_special_cause() -> None:
    values = [0.1] * 20
    assert special_causes(values, limits(values)) == (None,) * 20


@given(st.lists(st.floats(-1e4, 1e4), min_size=6, max_size=40), st.floats(-1e3, 1e3), st.sampled_from([0.5, 2.0, 8.0]))
def test_moving_or_stretching_the_scale_moves_and_stretches_the_limits(values: list[float], by: float, times: float) -> None:
    found, other = limits(values), limits([v * times + by for v in values])
    assert other.mean == pytest.approx(found.mean * times + by, abs=1e-6)
    assert other.upper - other.lower == pytest.approx((found.upper - found.lower) * times, rel=1e-6, abs=1e-6)


@given(st.lists(st.integers(-50, 50), min_size=6, max_size=40))
def test_upside_down_every_cause_points_the_other_way(values: list[int]) -> None:
    upright = special_causes(values, limits(values))
    turned = special_causes([-v for v in values], limits([-v for v in values]))
    assert [c and c.way for c in upright] == [c and -c.way for c in turned]


def test_no_run_is_counted_across_a_gap():
    """Seven above the average are special; with a month missing among them they are not known to be a run."""
    lines = ProcessLimits(mean=10, lower=0, upper=20, near_lower=3, near_upper=17)
    run: list[float | None] = [11, 12, 11, 12, 11, 12, 11]
    assert all(special_causes(run, lines))
    assert not any(special_causes([*run[:4], None, *run[4:]], lines))


def test_a_point_is_near_a_limit_beyond_two_thirds_of_the_way() -> None:
    found = limits([10, 12, 10, 12, 10, 12])
    assert (found.mean, found.upper, found.lower) == pytest.approx((11, 11 + 2 * 2.66, 11 - 2 * 2.66))
    assert (found.near_upper, found.near_lower) == pytest.approx((11 + 2 * 2.66 * 2 / 3, 11 - 2 * 2.66 * 2 / 3))


def test_two_of_three_near_a_limit_are_special_wherever_the_third_stands_among_them() -> None:
    near = "one of two points in three near the upper limit"
    assert reasons([25, 25, 5]) == [near, near, ""]
    assert reasons([25, 5, 25]) == [near, "", near]
    assert reasons([5, 25, 25]) == ["", near, near]
    for chance in ([25, 5, 5], [25, -5, 25], [20, 20, 5], [25, 5, 5, 25]):
        assert set(reasons(chance)) == {""}, chance
    assert reasons([-25, -25, -5]) == ["one of two points in three near the lower limit"] * 2 + [""]


def test_a_change_of_just_so_many_times_the_average_is_left_out_and_one_below_is_not() -> None:
    """The reference implementation keeps what is less than 3.267 times the average: five changes that average 1,000."""
    at, below = [0, 3267, 3700, 4133, 4566, 5000], [0, 3266, 3699, 4132, 4566, 5000]
    assert (left_out(at), left_out(below)) == (1, 0)
    assert limits(at).upper - limits(at).mean == pytest.approx(2.66 * 1733 / 4)
    assert limits(below).upper - limits(below).mean == pytest.approx(2.66 * 1000)


def test_of_figures_that_never_move_no_change_is_left_out() -> None:
    assert left_out([5.0] * 6) == 0
    assert limits([5.0] * 6) == ProcessLimits(5, 5, 5, 5, 5)


def test_a_point_on_a_limit_is_near_it_and_not_beyond() -> None:
    for edge, side in ((30.0, "upper"), (-30.0, "lower")):
        near = f"one of two points in three near the {side} limit"
        assert reasons([edge, edge / 6, edge]) == [near, "", near]
        assert reasons([edge]) == [""]


def test_a_point_just_where_nearness_begins_is_not_near() -> None:
    for side in (1.0, -1.0):
        assert reasons([20 * side, 5 * side, 25 * side]) == [""] * 3
        assert reasons([21 * side, 5 * side, 25 * side]) != [""] * 3


def test_each_cause_says_which_way_it_points() -> None:
    for values, ways in (
        ([31.0, -31.0], [1, -1]),
        ([-3.0, -2, -1, 0, 1, 2, 3], [1] * 7),
        ([1.0, 2] * 3 + [1], [1] * 7),
        ([25.0, 25, 5], [1, 1, None]),
    ):
        assert [c and c.way for c in special_causes(values, WIDE)] == ways
        assert [c and c.way for c in special_causes([-v for v in values], WIDE)] == [w and -w for w in ways]


def test_after_a_gap_a_cause_stands_at_its_own_point() -> None:
    above, run = "above the upper limit", "one of seven points above the average"
    assert reasons([None, 1, None, None, 31, 1, None]) == ["", "", "", "", above, "", ""]
    assert reasons([-1, None, *[1.0, 2] * 3, 1, None, -1]) == ["", "", *[run] * 7, "", ""]


def test_a_run_of_eight_is_special_from_its_first_to_its_last() -> None:
    assert reasons([-1, *[1.0, 2] * 4, -1]) == ["", *["one of seven points above the average"] * 8, ""]
    assert reasons([-4.0, -3, -2, -1, 0, 1, 2, 3]) == ["one of seven points rising"] * 8
    assert reasons([2.0, 1] * 3 + [-1, 1]) == [""] * 8


def test_points_on_the_average_are_on_neither_side() -> None:
    hair = 1e-9  # no more than rounding in the last place
    assert reasons([hair] * 7) == reasons([-hair] * 7) == [""] * 7
    assert reasons([1.1 * hair] * 7) == ["one of seven points above the average"] * 7
    assert reasons([0.0] * 8) == [""] * 8
    assert reasons([1.0, 2, 1, 0, 1, 2, 1]) == [""] * 7


def test_what_lies_outside_is_called_so_though_it_also_ends_a_run() -> None:
    assert reasons([1.0, 2, 1, 2, 1, 2, 31]) == [*["one of seven points above the average"] * 6, "above the upper limit"]
    assert reasons([-3.0, -2, -1, 0, 1, 2, -31])[-1] == "below the lower limit"
    assert reasons([1.0, 2, 3, 4, 5, 6, 7]) == ["one of seven points rising"] * 7
    assert reasons([25.0, 1, 25, 1, 2, 1, 2])[0] == "one of two points in three near the upper limit"
