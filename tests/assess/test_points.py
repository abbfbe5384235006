"""The points of an indicator: one for every period sent, a gap for every month left out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from assess_rows import SETTINGS, june, line, word

from assurance_pack.assess.points import Point, figures_by_indicator, points_of, rolling
from assurance_pack.model import Month, Word
from assurance_pack.returns.workspace import IndicatorFigure

OWNER = f"workspace:{next(i.accountable for i in SETTINGS.indicators if i.code == 'IND-02')}"


def end(month: str) -> date:
    return Month(month).last_day


def figure(month: str | None, code: str | None = "IND-02", number: int = 5, sender: str = OWNER, **values: Any) -> Any:
    return line(
        IndicatorFigure, number, sender=sender, indicator=Word(text=code, meaning=code) if code else None,
        period_end=end(month) if month else None, **values,
    )  # fmt: skip


def points(*rows: Any, before: tuple[Any, ...] = (), **more: Any) -> list[Point]:
    """The points of IND-02, changed as told, where these rows came last time."""
    known = SETTINGS.indicator("IND-02")
    assert known
    now, then = (figures_by_indicator(june(*of), SETTINGS)["IND-02"] for of in (rows, before))
    return points_of(SETTINGS, known.model_copy(update=more), now, then)


def told(found: list[Point]) -> list[tuple[str, float | None, str]]:
    return [(Month.of(p.period), p.value, p.symbol) for p in found]


# ---------- which row counts ----------


def test_a_row_without_its_indicator_or_its_period_or_of_one_not_listed_hides_none_after_it() -> None:
    rows = (figure("2026-05", None, value=1), figure(None, value=2), figure("2026-05", "IND-99", value=3), figure("2026-05", value=4))
    found = figures_by_indicator(june(*rows), SETTINGS)
    assert {code: [r.value for r in periods.values()] for code, periods in found.items() if periods} == {"IND-02": [4]}
    assert list(found) == [i.code for i in SETTINGS.indicators]


@pytest.mark.parametrize(
    ("senders", "counts"),
    [
        ((OWNER, OWNER), 0),
        ((OWNER, "workspace:CAP"), 0),
        (("workspace:CAP", OWNER), 1),
        (("workspace:CAP", "workspace:CWF"), 0),
        (("workspace:CAP", OWNER, OWNER), 1),
        (("workspace:CAP", OWNER, "workspace:CWF"), 1),
    ],
)
def test_of_a_period_sent_twice_the_first_counts_unless_another_is_of_whoever_answers_for_it(senders: tuple[str, ...], counts: int) -> None:
    rows = [figure("2026-05", number=5 + n, sender=sender, value=n) for n, sender in enumerate(senders)]
    assert [p.value for p in points(*rows)] == [counts]


def test_each_indicator_has_its_own_periods_in_order_of_time() -> None:
    rows = (figure("2026-05", value=5), figure("2026-04", value=4), figure("2026-04", "IND-08", value=8))
    found = figures_by_indicator(june(*rows), SETTINGS)
    assert [(day, r.value) for day, r in found["IND-02"].items()] == [(end("2026-04"), 4), (end("2026-05"), 5)]
    assert [r.value for r in found["IND-08"].values()] == [8]


# ---------- what a point says ----------


def test_a_figure_that_differs_from_the_one_sent_before_is_revised_and_may_be_provisional_too() -> None:
    provisional = {"provisional": word("yes_no", "yes")}
    before = (figure("2026-05", value=50),)
    assert told(points(figure("2026-05", value=51), before=before)) == [("2026-05", 51, "[r]")]
    assert told(points(figure("2026-05", value=51, **provisional), before=before)) == [("2026-05", 51, "[r] [p]")]
    assert told(points(figure("2026-05", value=50, **provisional), before=before)) == [("2026-05", 50, "[p]")]
    assert told(points(figure("2026-05", value=50 + 1e-12), before=before))[0][2] == ""
    assert told(points(figure("2026-05", value=49), before=before))[0][2] == "[r]"
    assert told(points(figure("2026-05", value=0), before=(figure("2026-05", value=1e-9),)))[0][2] == ""
    assert told(points(figure("2026-05", value=51), before=(figure("2026-05"),)))[0][2] == ""
    assert told(points(figure("2026-05"), before=before)) == [("2026-05", None, "[x]")]


@pytest.mark.parametrize(
    ("values", "symbol", "why"),
    [
        ({}, "[x]", "no reason given"),
        ({"missing": "Case system down"}, "[x]", "Case system down"),
        ({"numerator": 3, "denominator": 60}, "[c]", ""),
        ({"numerator": 3, "denominator": 60, "missing": "Few cases"}, "[c]", "Few cases"),
        ({"numerator": 0, "denominator": 0}, "[z]", ""),
        ({"value": 50, "missing": "Case system down"}, "", ""),
    ],
)
def test_a_period_without_a_figure_says_why(values: dict[str, Any], symbol: str, why: str) -> None:
    (point,) = points(figure("2026-05", **values))
    assert (point.symbol, point.why) == (symbol, why)


@pytest.mark.parametrize(
    ("values", "cell"),
    [
        ({"numerator": 30, "denominator": 60}, "numerator"),
        ({"numerator": 30, "denominator": 60, "value": 50}, "numerator"),
        ({"value": 50}, "value"),
        ({"value": 50, "denominator": 60}, "value"),
        ({"value": 50, "numerator": 30}, "value"),
        ({}, "numerator"),
        ({"suppressed": {"value": "[c]"}}, "value"),
        ({"suppressed": {"numerator": "[c]"}}, "numerator"),
        ({"numerator": 30, "denominator": 60, "suppressed": {"value": "[c]"}}, "numerator"),
    ],
)
def test_a_point_cites_the_cell_its_figure_stands_in(values: dict[str, Any], cell: str) -> None:
    row = figure("2026-05", **values)
    (point,) = points(row)
    assert (point.cell, point.sender) == (row.cell(cell), OWNER)


# ---------- months left out ----------


def gaps(*months: str, before: tuple[str, ...] = (), **more: Any) -> list[str]:
    """The months left out between these, where those came last time."""
    found = points(
        *(figure(m, number=5 + n, value=n) for n, m in enumerate(months)), before=tuple(figure(m, value=1) for m in before), **more
    )
    assert all((p.symbol, p.why, p.value) == ("[x]", "no row was sent", None) for p in found if p.why)
    assert [p.period for p in found] == sorted(p.period for p in found)
    return [Month.of(p.period) for p in found if p.why]


@pytest.mark.parametrize(
    ("months", "left_out"),
    [
        ((), []),
        (("2026-06",), []),
        (("2026-04", "2026-06"), []),
        (("2026-03", "2026-04", "2026-06"), ["2026-05"]),
        (("2026-01", "2026-02", "2026-06"), ["2026-03", "2026-04", "2026-05"]),
        (("2026-01", "2026-02", "2026-04", "2026-06"), []),
        (("2026-01", "2026-02", "2026-03", "2026-04", "2026-06"), ["2026-05"]),
        (("2025-12", "2026-03", "2026-06"), []),
        (("2026-04", "2026-05", "2026-06"), []),
    ],
)
def test_a_month_is_left_out_between_others_of_a_series_that_is_otherwise_monthly(months: tuple[str, ...], left_out: list[str]) -> None:
    assert gaps(*months) == left_out


def test_of_other_series_a_month_is_left_out_that_the_record_has() -> None:
    assert gaps("2025-12", "2026-03", "2026-06", before=("2026-01", "2026-03", "2026-07")) == ["2026-01"]
    assert gaps("2026-04", "2026-06", before=("2026-05",)) == ["2026-05"]
    assert gaps("2026-04", before=("2026-03", "2026-05")) == []


def test_a_figure_of_once_a_year_leaves_no_month_out() -> None:
    assert gaps("2026-03", "2026-04", "2026-06", annual=True) == []


# ---------- over twelve months ----------


def year(*, last: str = "2026-06") -> list[Point]:
    return [
        Point(period=end(Month(last).plus(back)), value=50, numerator=30 + back, denominator=60 + back * (back % 2))
        for back in range(-11, 1)
    ]


def test_the_share_of_a_year_is_all_over_all() -> None:
    assert rolling(year()) == pytest.approx(100 * sum(30 - n for n in range(12)) / sum(60 - n * (n % 2) for n in range(12)))
    assert rolling([]) is None


def test_the_year_ends_with_the_newest_figure_whatever_gap_follows_it_and_reaches_no_further_back() -> None:
    waiting = Point(period=end("2026-07"), value=None, symbol="[x]")
    before = Point(period=end("2025-06"), value=99, numerator=99, denominator=100)
    assert rolling([before, *year(), waiting]) == rolling(year())
    assert rolling([waiting]) is None
    assert rolling([before, *year()[1:]]) is None
