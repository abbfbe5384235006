"""One figure: worked out from its counts, or the symbol that says why there is none."""

from __future__ import annotations

from typing import Any

import pytest
from assess_rows import SETTINGS, line, word

from assurance_pack.assess.indicator_figure import ShownFigure, figure_of, written
from assurance_pack.returns.workspace import IndicatorFigure

PERCENT, RATE, COUNT, MONEY = "IND-02", "IND-05", "IND-06", "IND-07"


def figure(code: str, **values: Any) -> ShownFigure:
    indicator = SETTINGS.indicator(code)
    assert indicator
    return figure_of(line(IndicatorFigure, **values), indicator, SETTINGS.small_numbers)


@pytest.mark.parametrize(
    ("code", "values", "value"),
    [
        (PERCENT, {"numerator": 30, "denominator": 60}, 50),
        (PERCENT, {"numerator": 30, "denominator": 60, "value": 99}, 50),
        (PERCENT, {"numerator": 0, "denominator": 60}, 0),
        (PERCENT, {"numerator": 30, "value": 50}, 50),
        (PERCENT, {"denominator": 60, "value": 50}, 50),
        (PERCENT, {"value": 3}, 3),
        (PERCENT, {"value": 0}, 0),
        (RATE, {"numerator": 30, "denominator": 60}, 50),
        (COUNT, {"value": 31}, 31),
        (COUNT, {"value": 31, "numerator": 40}, 31),
        (COUNT, {"numerator": 31, "denominator": 60}, 31),
        (COUNT, {"value": 0, "numerator": 31}, 0),
        (MONEY, {"value": 3}, 3),
        (MONEY, {"value": 3, "numerator": 30, "denominator": 60}, 3),
    ],
)
def test_a_share_is_worked_out_where_both_counts_are_there_and_everything_else_stands_as_sent(
    code: str, values: dict[str, Any], value: float
) -> None:
    assert (figure(code, **values).value, figure(code, **values).symbol) == (value, "")


def test_a_share_keeps_its_counts_beside_it_and_nothing_else_does() -> None:
    assert figure(PERCENT, numerator=30, denominator=60) == ShownFigure(50, 30, 60)
    assert figure(PERCENT, numerator=30, value=50) == ShownFigure(50)
    assert figure(COUNT, numerator=31, denominator=60) == ShownFigure(31)


@pytest.mark.parametrize(
    ("code", "values", "symbol"),
    [
        (PERCENT, {}, "[x]"),
        (PERCENT, {"numerator": 30}, "[x]"),
        (PERCENT, {"denominator": 60}, "[x]"),
        (PERCENT, {"numerator": 0, "denominator": 0}, "[z]"),
        (PERCENT, {"numerator": 5, "denominator": 9}, "[u]"),
        (PERCENT, {"numerator": 4, "denominator": 60}, "[c]"),
        (PERCENT, {"numerator": 4, "value": 7}, "[c]"),
        (RATE, {"numerator": 4, "denominator": 60}, "[c]"),
        (RATE, {"numerator": 5, "denominator": 9}, "[u]"),
        (COUNT, {"value": 4}, "[c]"),
        (COUNT, {"numerator": 4}, "[c]"),
        (COUNT, {"denominator": 60}, "[x]"),
        (MONEY, {"numerator": 30, "denominator": 60}, "[x]"),
    ],
)
def test_where_there_is_no_figure_a_symbol_says_why(code: str, values: dict[str, Any], symbol: str) -> None:
    assert figure(code, **values) == ShownFigure(symbol=symbol)


@pytest.mark.parametrize("name", ["numerator", "denominator", "value"])
def test_a_figure_of_which_anything_is_in_question_is_in_question(name: str) -> None:
    assert figure(PERCENT, numerator=30, denominator=60, value=50, questioned=(name,)) == ShownFigure(symbol="[q]")
    assert figure(PERCENT, numerator=30, denominator=60, questioned=("note",)).value == 50


@pytest.mark.parametrize(
    ("code", "suppressed", "values", "shown"),
    [
        (PERCENT, ("numerator",), {"denominator": 60}, "[c]"),
        (PERCENT, ("denominator",), {"numerator": 30}, "[c]"),
        (PERCENT, ("numerator", "denominator"), {}, "[c]"),
        (PERCENT, ("numerator",), {"value": 50}, "[c]"),
        (PERCENT, ("numerator",), {}, "[c]"),
        (PERCENT, ("value",), {}, "[c]"),
        (PERCENT, ("denominator",), {"value": 50}, 50),
        (PERCENT, ("value",), {"numerator": 30, "denominator": 60}, 50),
        (RATE, ("denominator",), {"numerator": 30}, "[c]"),
        (COUNT, ("value",), {}, "[c]"),
        (COUNT, ("value",), {"numerator": 31}, "[c]"),
        (COUNT, ("numerator",), {"value": 31}, 31),
        (COUNT, ("numerator",), {}, "[c]"),
        (COUNT, ("denominator",), {"numerator": 31}, "[c]"),
        (MONEY, ("value",), {}, "[c]"),
        (MONEY, ("denominator",), {"value": 3}, 3),
    ],
)
def test_a_figure_that_rests_on_a_suppressed_count_is_suppressed(
    code: str, suppressed: tuple[str, ...], values: dict[str, Any], shown: str | float
) -> None:
    found = figure(code, **values, suppressed=dict.fromkeys(suppressed, "[c]"))
    assert (found.symbol if found.value is None else found.value) == shown


def test_the_first_symbol_of_what_a_figure_rests_on_is_shown() -> None:
    assert figure(PERCENT, suppressed={"numerator": "[c]", "denominator": "[u]"}).symbol == "[c]"
    assert figure(PERCENT, numerator=30, suppressed={"denominator": "[u]"}).symbol == "[u]"


def test_a_provisional_figure_says_so_and_one_that_is_not_there_says_why_instead() -> None:
    provisional = {"provisional": word("yes_no", "yes")}
    assert figure(PERCENT, numerator=30, denominator=60, **provisional) == ShownFigure(50, 30, 60, "[p]")
    assert figure(PERCENT, **provisional) == ShownFigure(symbol="[x]")
    assert figure(PERCENT, numerator=3, denominator=60, **provisional) == ShownFigure(symbol="[c]")
    assert figure(PERCENT, value=50, provisional=word("yes_no", "no")).symbol == ""


@pytest.mark.parametrize(
    ("unit", "decimals", "value", "shown"),
    [
        ("percent", 0, 62.7, "63%"),
        ("percent", 1, 62.75, "62.8%"),
        ("percent", 0, -2, "−2%"),
        ("percent", 0, -0.4, "0%"),
        ("count", 0, 1204, "1,204"),
        ("rate", 1, 4.25, "4.2"),
        ("weeks", 0, 1, "1 week"),
        ("weeks", 0, 0.6, "1 week"),
        ("weeks", 1, 1, "1.0 weeks"),
        ("weeks", 0, 0, "0 weeks"),
        ("weeks", 0, -2, "−2 weeks"),
        ("pounds_million", 1, 4.83, "£4.8m"),
        ("pounds_million", 1, -0.42, "−£0.4m"),
    ],
)
def test_a_value_is_written_in_its_unit(unit: str, decimals: int, value: float, shown: str) -> None:
    indicator = SETTINGS.indicators[0].model_copy(update={"unit": unit, "decimals": decimals})
    assert written(value, indicator) == shown
