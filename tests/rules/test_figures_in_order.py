"""What the row of an indicator comes to, and the order in which its months are looked at."""

from __future__ import annotations

import pytest
from months import case_of, month, sheet, shipped

from assurance_pack.returns.workspace import IndicatorFigure
from assurance_pack.rules.case import Case
from assurance_pack.rules.sense.figures_in_order import adds_up, figured, in_order
from assurance_pack.settings.indicators import Indicator


def indicator(**otherwise: object) -> Indicator:
    found = shipped().indicator("IND-01")
    assert found
    return found.model_copy(update=otherwise)


def sent(*lines: str) -> Case:
    table = "\n".join(["indicator | period_end | numerator | denominator | value", *lines])
    return case_of(month(sheet(IndicatorFigure, "QDD", table)))


@pytest.mark.parametrize(
    ("unit", "counts", "comes_to"),
    [
        ("percent", "87 | 150 | 60", 58),
        ("rate", "87 | 150 | 60", 58),
        ("count", "87 | 150 | 60", 60),
        ("pounds_million", "87 | 150 | 60", 60),
        ("percent", "87 | | 60", 60),
        ("percent", " | 150 | 60", 60),
        ("percent", "0 | 0 | 60", 60),
        ("percent", "0 | 150 |", 0),
        ("count", "87 | |", 87),
        ("count", "87 | | 0", 0),
        ("percent", " | |", None),
    ],
)
def test_a_share_is_worked_out_where_both_counts_are_there_and_anything_else_is_as_sent(
    unit: str, counts: str, comes_to: float | None
) -> None:
    (row,) = sent(f"IND-01 | 2026-05-31 | {counts}").returns.of(IndicatorFigure)
    assert figured(row, indicator(unit=unit)) == comes_to


def test_the_months_of_an_indicator_stand_earliest_first_without_those_of_another_or_of_none() -> None:
    case = sent(
        "IND-01 | 2026-05-31 | | | 63",
        "IND-01 | 2026-03-31 | | | 61",
        " | 2026-03-31 | | | 9",
        "IND-01 | | | | 9",
        "IND-02 | 2026-03-31 | | | 9",
        "IND-01 | 2026-02-28 | | |",
        "IND-01 | 2026-04-30 | | | 62",
    )
    assert [value for _, value in in_order(case, indicator())] == [61, 62, 63]


@pytest.mark.parametrize(("counted", "adds"), [("cumulative", True), ("restarts", True), ("each", False)])
def test_figures_add_up_over_a_term_or_a_year(counted: str, adds: bool) -> None:
    assert adds_up(indicator(counted=counted)) is adds
