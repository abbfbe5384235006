"""Indicators over time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from assess_rows import SETTINGS as SHIPPED
from assess_rows import june, line, word

from assurance_pack.assess.points import Point, rolling
from assurance_pack.assess.trends import Trend, trends, written
from assurance_pack.model import Month, Word
from assurance_pack.returns.workspace import IndicatorFigure
from assurance_pack.settings import Settings
from assurance_pack.settings.indicators import DatedTarget, Indicator, Rebaseline

SETTINGS = SHIPPED.model_copy(update={"indicators": tuple(i.model_copy(update={"baseline": None}) for i in SHIPPED.indicators)})
"""As shipped, but that limits rest on all figures: the baselines are for tests that declare one."""

STEADY = [50, 52, 51, 49, 50, 52, 51, 49, 50, 52, 51, 49, 50, 52]


def figures(
    values: list[float | None], code: str = "IND-02", *, last: str = "2026-06", sender: str = "workspace:QDD", **more: Any
) -> list[Any]:
    """One figure a month, the newest last; a None is a month with nothing in it."""
    named = SETTINGS.indicator(code)
    assert named
    months = [Month(last).plus(back) for back in range(1 - len(values), 1)]
    ends = [date(m.year, m.number, 28) for m in months]
    return [
        line(IndicatorFigure, 5 + i, sender=sender, indicator=Word(text=named.name, meaning=code), period_end=end, value=value, **more)
        for i, (end, value) in enumerate(zip(ends, values, strict=True))
    ]


def trend(values: list[float | None], settings: Settings = SETTINGS, code: str = "IND-02") -> Trend:
    return trends(june(*figures(values, code)), settings)[code]


def changed(code: str = "IND-02", **update: Any) -> Settings:
    others = tuple(i.model_copy(update=update) if i.code == code else i for i in SETTINGS.indicators)
    return SETTINGS.model_copy(update={"indicators": others})


def test_a_share_is_worked_out_from_its_counts_and_cites_the_numerator() -> None:
    row = line(IndicatorFigure, indicator=word("indicator", "IND-01"), period_end=date(2026, 5, 31), numerator=32, denominator=51, value=99)
    point = trends(june(row), SETTINGS)["IND-01"].points[0]
    assert point.value == pytest.approx(62.745, abs=0.001)
    assert (point.numerator, point.denominator, point.cell) == (32, 51, row.cell("numerator"))


def test_a_figure_sent_as_a_value_stands_as_it_is() -> None:
    (row,) = figures([4.8], "IND-07")
    point = trends(june(row), SETTINGS)["IND-07"].points[0]
    assert (point.value, point.cell) == (4.8, row.cell("value"))


def test_a_blank_is_not_a_nil_and_carries_the_reason_given() -> None:
    row = figures([None], missing="Case system down")[0]
    point = trends(june(row), SETTINGS)["IND-02"].points[0]
    assert (point.value, point.symbol, point.why) == (None, "[x]", "Case system down")


def test_nobody_due_is_not_applicable() -> None:
    row = line(IndicatorFigure, indicator=word("indicator", "IND-02"), period_end=date(2026, 5, 31), numerator=0, denominator=0)
    assert trends(june(row), SETTINGS)["IND-02"].points[0].symbol == "[z]"


@pytest.mark.parametrize(
    ("numerator", "denominator", "symbol"),
    [(3, 40, "[c]"), (4, 40, "[c]"), (5, 9, "[u]"), (5, 10, ""), (0, 40, ""), (5, 40, ""), (40, 40, "")],
)
def test_small_numbers_are_withheld_with_the_counts_that_would_give_them_away(numerator: int, denominator: int, symbol: str) -> None:
    row = line(
        IndicatorFigure, indicator=word("indicator", "IND-02"), period_end=date(2026, 5, 31), numerator=numerator, denominator=denominator
    )
    point = trends(june(row), SETTINGS)["IND-02"].points[0]
    assert point.symbol == symbol
    assert (point.value is None) == (point.numerator is None) == (point.denominator is None) == bool(symbol)


def test_a_small_count_is_suppressed_and_takes_no_part_in_the_limits() -> None:
    found = trend([31.0, 30, 32, 31, 30, 32, 2], code="IND-06")
    assert (found.points[-1].symbol, found.points[-1].value) == ("[c]", None)
    assert found.mean == pytest.approx(31)


def test_a_provisional_figure_and_a_revised_one_are_marked() -> None:
    before = figures([50, 52, 51], last="2026-05")
    now = [*figures([50, 53, 51, 60], last="2026-06")[:3], *figures([60], last="2026-06", provisional=word("yes_no", "yes"))]
    now = [r.model_copy(update={"period_end": b.period_end}) for r, b in zip(now[:3], before, strict=True)] + now[3:]
    found = trends(june(*now), SETTINGS, june(*before))["IND-02"]
    assert [p.symbol for p in found.points] == ["", "[r]", "", "[p]"]


def test_points_come_in_the_order_of_time_whatever_the_order_of_the_rows() -> None:
    found = trends(june(*reversed(figures([50, 52, 51]))), SETTINGS)["IND-02"]
    assert [p.value for p in found.points] == [50, 52, 51]


def test_a_period_sent_twice_counts_once_by_whoever_is_accountable() -> None:
    other, own = figures([40], sender="workspace:CAP"), figures([50], sender="workspace:QDD")
    for rows in ((*other, *own), (*own, *other)):
        assert [p.value for p in trends(june(*rows), SETTINGS)["IND-02"].points] == [50]


def test_every_indicator_has_its_trend_even_without_a_figure() -> None:
    found = trends(june(), SETTINGS)
    assert list(found) == [i.code for i in SETTINGS.indicators]
    assert (found["IND-02"].latest, found["IND-02"].variation) == (None, "too_few")


def test_too_few_points_have_no_limits_and_no_verdict() -> None:
    found = trend([50.0, 52, 51, 49, 50])
    assert (found.mean, found.variation, found.assurance, found.trial) == (None, "too_few", "too_few", False)
    assert found.note == "Run chart: 5 points are too few for limits."


def test_six_points_have_trial_limits_and_twelve_have_limits() -> None:
    assert trend([50.0, 52, 51, 49, 50, 52]).trial is True
    assert trend([50.0, 52, 51, 49, 50, 52]).note == "Trial limits, on 6 points."
    assert trend([float(v) for v in STEADY[:12]]).trial is False


def test_ordinary_ups_and_downs_are_neither_better_nor_worse() -> None:
    found = trend([float(v) for v in STEADY])
    assert (found.variation, found.why) == ("common_cause", "")


def test_the_same_rise_is_better_or_worse_by_the_direction_of_good() -> None:
    rising = [float(v) for v in [*STEADY, 70]]
    assert trend(rising).variation == "improving"
    assert trend(rising).why == "above the upper limit"
    assert trend(rising, changed(good="down")).variation == "worsening"
    assert trend(rising, changed(good="context")).variation == "special_cause"


def test_an_old_signal_does_not_colour_a_newest_point_within_its_range() -> None:
    found = trend([float(v) for v in [*STEADY[:8], 70, *STEADY[9:], 51, 50]])
    assert found.variation == "common_cause"
    assert [p.why for p in found.points if p.special] == ["above the upper limit"]


@pytest.mark.parametrize(
    ("good", "target", "expected"),
    [
        ("up", 90, "missed_consistently"),
        ("up", 20, "met_consistently"),
        ("up", 51, "not_reliably"),
        ("down", 90, "met_consistently"),
        ("down", 20, "missed_consistently"),
        ("context", 20, "no_target"),
        ("up", None, "no_target"),
    ],
)
def test_whether_the_target_is_met_follows_from_the_whole_range(good: str, target: float | None, expected: str) -> None:
    assert trend([float(v) for v in STEADY], changed(good=good, target=target)).assurance == expected


def test_limits_are_worked_out_afresh_from_the_month_given_with_its_reason() -> None:
    afresh = changed(rebaselined=Rebaseline(from_period=date(2026, 1, 28), reason="New case system"))
    before, after = [80.0, 82, 81, 79, 80, 82, 81, 79], [50.0, 52, 51, 49, 50, 52]
    found = trend([*before, *after], afresh)
    assert [(s.start, round(s.mean)) for s in found.spans] == [(date(2025, 5, 28), 80), (date(2026, 1, 28), 51)]
    assert found.mean == pytest.approx(50.6667, abs=0.001)
    assert not any(p.special for p in found.points)
    assert found.note == "Limits worked out afresh from January 2026: New case system. Trial limits, on 6 points."


def test_a_step_names_the_decision_it_was_made_by() -> None:
    step = Rebaseline(from_period=date(2026, 1, 28), reason="New case system", decision="D-012")
    found = trend([80.0, 82, 81, 79, 80, 82, 81, 79, 50, 52, 51, 49, 50, 52], changed(rebaselined=step))
    assert found.note.startswith("Limits worked out afresh from January 2026: New case system (D-012).")


def test_limits_rest_on_all_figures_unless_a_baseline_is_declared() -> None:
    values = [float(v) for v in (*STEADY[:12], 54, 55, 54, 56)]
    all_of_them, first_twelve = trend(values), trend(values, changed(baseline=12))
    assert all_of_them.mean == pytest.approx(sum(values) / 16)
    assert first_twelve.mean == pytest.approx(sum(values[:12]) / 12)
    assert (first_twelve.variation, first_twelve.trial) == ("improving", False)
    assert first_twelve.note == "Limits from the first 12 figures, March 2025 to February 2026."


def test_a_target_beside_a_baseline_is_judged_by_the_figures_and_not_by_a_range_long_left() -> None:
    values = [84.0, 82, 85, 83, 84, 82, 85, 83, 84, 82, 85, 83, 80, 78, 77, 75, 74, 73, 72, 71, 70, 69, 68, 67]
    assert trend(values, changed(baseline=12, target=84)).assurance == "missed_consistently"


LEFT = [10.0, 11, 10, 11, 10, 11, 10, 11, 12, 14, 16, 18, 20, 22, 24, 26]
"""A level that moves for good: more than a third lies outside limits drawn from all of it."""


@pytest.mark.parametrize(("good", "variation"), [("up", "run_better"), ("down", "run_worse"), ("context", "run")])
def test_where_a_third_lies_outside_there_are_no_limits_and_the_figure_is_compared_plainly(good: str, variation: str) -> None:
    found = trend(LEFT, changed(good=good, target=None))
    assert (found.no_limits, found.mean, found.spans, found.variation) == ("outside", None, (), variation)
    assert found.plain == "the highest of 16 figures"
    assert not any(p.special for p in found.points)


def test_a_declared_baseline_is_kept_although_most_lies_outside_it() -> None:
    assert trend(LEFT, changed(baseline=8)).no_limits == ""


@pytest.mark.parametrize("counted", ["forecast", "cumulative", "restarts"])
def test_figures_that_do_not_stand_by_themselves_have_no_limits(counted: str) -> None:
    found = trend([float(v) for v in STEADY], changed(counted=counted))
    assert (found.no_limits, found.mean, found.why) == (counted, None, "")


def test_a_forecast_within_its_figures_is_neither_way() -> None:
    found = trend([float(v) for v in STEADY], changed(counted="forecast"))
    assert (found.variation, found.plain) == ("run", "within the 14 figures, 49% to 52%")


@pytest.mark.parametrize(("newest", "plain"), [(60.0, "within the 15 figures, 40% to 60%"), (40.0, "within the 15 figures, 40% to 60%")])
def test_a_figure_that_was_there_before_is_neither_the_highest_nor_the_lowest(newest: float, plain: str) -> None:
    found = trend([40.0, 60.0, *([50.0] * 12), newest], changed(counted="forecast"))
    assert (found.variation, found.plain) == ("run", plain)


def test_what_starts_again_is_compared_with_the_same_month_of_earlier_years_and_one_year_gives_no_way() -> None:
    year = [1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    one = trend([*year, 3], changed(counted="restarts"))
    assert (one.variation, one.plain) == ("run", "after 1% in June 2025")
    two = trend([*year, *year, 3], changed(counted="restarts", good="down"))
    assert (two.variation, two.plain) == ("run_worse", "after 1% in June 2024 and 1% in June 2025")


def test_figures_that_never_moved_make_no_limits_of_no_width() -> None:
    found = trend([100.0] * 12 + [99])
    assert (found.no_limits, found.mean, found.variation) == ("flat", None, "run")
    assert not any(p.special for p in found.points)


def test_on_a_run_chart_the_target_is_kept_by_the_last_twelve_figures() -> None:
    for target, kept in ((60, "missed_consistently"), (10, "met_consistently"), (20, "not_reliably"), (None, "no_target")):
        assert trend(LEFT, changed(target=target)).assurance == kept


def test_a_target_holds_from_its_date() -> None:
    rising = changed(target=40, targets=(DatedTarget(from_period=date(2026, 6, 1), value=90, decision="D-012"),))
    indicator = rising.indicator("IND-02")
    assert indicator
    assert [indicator.target_on(d) for d in (date(2026, 5, 31), date(2026, 6, 1))] == [40, 90]
    found = trend([float(v) for v in STEADY], rising)
    assert (found.target, found.assurance, found.note) == (
        90,
        "missed_consistently",
        "Target: 40% at first and 90% from June 2026 (D-012).",
    )
    assert (
        trend([float(v) for v in STEADY], changed(target=40, targets=(DatedTarget(from_period=date(2026, 6, 1)),))).assurance == "no_target"
    )


def test_what_is_screened_out_of_the_limits_is_said() -> None:
    found = trend([float(v) for v in [*STEADY, 90, *STEADY]])
    assert "Two unusually large jumps are left out of the limits." in found.note


def test_drawn_limits_of_a_share_stay_between_nil_and_a_hundred() -> None:
    found = trend([2.0, 98, 3, 97, 1, 99, 2, 98])
    assert (found.lower, found.upper) == (0, 100)


def test_the_twelve_month_share_is_all_over_all_and_needs_every_month() -> None:
    def months(count: int) -> list[Any]:
        rows = figures([None] * count, "IND-01")
        return [r.model_copy(update={"numerator": float(10 + i), "denominator": float(20 + 2 * i * (i % 2))}) for i, r in enumerate(rows)]

    rows = months(13)
    top, bottom = sum(r.numerator for r in rows[1:]), sum(r.denominator for r in rows[1:])
    assert trends(june(*rows), SETTINGS)["IND-01"].rolling == pytest.approx(100 * top / bottom)
    gap = [*rows[:5], *rows[6:]]
    found = trends(june(*gap), SETTINGS)["IND-01"]
    assert (found.rolling, found.note) == (None, "No twelve-month figure: a month is missing.")


def test_a_figure_is_written_in_its_unit() -> None:
    def unit(name: str, decimals: int = 0) -> Indicator:
        return SETTINGS.indicators[0].model_copy(update={"unit": name, "decimals": decimals})

    assert written(62.7, unit("percent")) == "63%"
    assert written(1204, unit("count")) == "1,204"
    assert (written(1, unit("weeks")), written(12, unit("weeks"))) == ("1 week", "12 weeks")
    assert written(-0.42, unit("pounds_million", 1)) == "−£0.4m"


def test_nil_has_no_minus_and_a_small_loss_that_rounds_to_nil_has_none() -> None:
    percent, money = SETTINGS.indicator("IND-02"), SETTINGS.indicator("IND-07")
    assert percent
    assert money
    assert [written(v, percent) for v in (0, 0.4, -0.4, -2)] == ["0%", "0%", "0%", "−2%"]
    assert [written(v, money) for v in (0, -0.04, -1.5)] == ["£0.0m", "£0.0m", "−£1.5m"]


def test_a_target_is_kept_or_missed_by_the_last_twelve_figures_whatever_gaps_lie_between() -> None:
    settings = changed(target=60.0, targets=())
    assert trend([70, *[50] * 11, None], settings).assurance == "not_reliably"
    assert trend([70, *[50] * 12, None], settings).assurance == "missed_consistently"
    assert trend([50, *[60] * 12], settings).assurance == "met_consistently"
    assert trend([60] * 5, settings).assurance == "too_few"


def test_a_rolling_year_needs_both_counts_of_every_month() -> None:
    points = [Point(period=Month("2026-06").plus(-back).last_day, value=50, numerator=30, denominator=60) for back in range(12)][::-1]
    assert rolling(points) == pytest.approx(50)
    for count in ("numerator", "denominator"):
        assert rolling([*points[:4], points[4].model_copy(update={count: None}), *points[5:]]) is None
    assert rolling(points[1:]) is None


def test_a_target_a_few_months_old_is_not_yet_called_kept_or_missed() -> None:
    recent = changed(target=None, targets=(DatedTarget(from_period=date(2026, 4, 1), value=60),))
    assert trend(LEFT, recent).assurance == "too_few"


def test_a_month_left_out_between_two_figures_is_a_gap_where_the_record_has_it() -> None:
    april, _, june_ = figures([50, 51, 52])
    before = june(*figures([50, 51], last="2026-05"))
    found = trends(june(april, june_), SETTINGS, before)["IND-02"]
    assert [(p.value, p.why) for p in found.points] == [(50, ""), (None, "no row was sent"), (52, "")]


def test_the_figures_a_baseline_rests_on_are_named_from_first_to_last_with_gaps_left_out_of_their_count() -> None:
    found = trend([50, None, *map(float, STEADY)], changed(baseline=6))
    assert "Limits from the first 6 figures, March 2025 to September 2025." in found.note


def test_of_an_indicator_without_any_figure_it_is_not_said_how_few_they_are() -> None:
    assert "too few" not in trend([None, None]).note


@pytest.mark.parametrize("good", ["up", "down"])
def test_a_target_just_on_a_limit_is_neither_met_nor_missed_for_good(good: str) -> None:
    lines = trend([float(v) for v in STEADY], changed(target=None))
    for target in (lines.lower, lines.upper):
        assert trend([float(v) for v in STEADY], changed(good=good, target=target)).assurance == "not_reliably"
