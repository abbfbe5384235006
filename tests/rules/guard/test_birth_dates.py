"""Dates of birth: however one is said, and days that make a child of two to twenty-five beside the word for one."""

from __future__ import annotations

from datetime import date

import pytest

from assurance_pack.rules.guard.birth_dates import birth_dates

AT = date(2026, 6, 30)


def found(text: str, at: date | None = AT) -> list[str]:
    return [text[a:b] for a, b in birth_dates(text, at)]


@pytest.mark.parametrize(
    "turns", ["turn", "turns", "turned", "turning", "will be", "will turn", "is", "become", "becomes", "reach", "reaches"]
)
@pytest.mark.parametrize("day", ["8 on 3 May", "eight in May", "8 years old on the 3rd of May"])
def test_the_day_on_which_somebody_reaches_an_age_is_one_of_birth(turns: str, day: str) -> None:
    assert found(f"Sam {turns} {day}", None)
    assert not found(f"The service {turns} {day}", None)
    assert not found(f"Sam {turns} 26 on 3 May", None)


@pytest.mark.parametrize(
    "said",
    [
        "DOB 12/03/2015", "d.o.b. 12.03.15", "Date of birth: 2015-03-12", "birthday 12 March 2015", "born on March 12, 2015", "dob March 2015",
        "born in March 2015", "b. 12/03/2015", "born the third of March 2015", "born on the third of March two thousand and fifteen",
    ],
)  # fmt: skip
def test_what_is_said_to_be_a_date_of_birth_is_one_whoever_it_is_of_and_whatever_the_day(said: str) -> None:
    assert found(said, None)
    assert found(f"The head teacher, {said}", None)


def test_a_day_alone_is_none_and_neither_is_one_beside_a_child_where_it_is_not_told_when_the_month_is() -> None:
    assert not found("12/03/2015")
    assert not found("The child (12/03/2015) waits", None)
    assert not found("The child was born", AT)


@pytest.mark.parametrize(
    ("day", "child"),
    [
        ("01/01/2000", True), ("31/12/1999", False), ("30/06/2024", True), ("01/07/2024", False), ("01/01/2025", False), ("12/03/2015", True),
        ("12-03-2015", True), ("12.03.15", True), ("12 03 2015", True), ("2015-03-12", True), ("12 March 2015", True), ("12th of Mar 2015", True),
        ("12-Mar-15", True), ("March 12, 2015", True), ("Mar 12th 2015", True), ("31/02/2015", False), ("12/13/2015", False), ("2015-13-12", False),
        ("30 June 2024", True), ("1 July 2024", False), ("June 30, 2024", True), ("July 1, 2024", False), ("2024-06-30", True), ("2024-07-01", False),
        ("31 Dec 99", False), ("1 Jan 00", True), ("1 Dec 2023", True), ("1 Jan 2024", True),
    ],
)  # fmt: skip
def test_a_day_beside_the_word_for_one_child_is_of_birth_where_it_makes_it_two_to_twenty_five(day: str, child: bool) -> None:
    assert bool(found(f"The child ({day}) waits")) is child
    assert not found(f"The service ({day}) is new")


def test_two_days_in_one_text_are_both_found_and_one_that_is_none_does_not_hide_the_next() -> None:
    assert found("The child, 31/02/2015 or 12/03/2015, and his sister, 01/05/2017") == ["12/03/2015", "01/05/2017"]
    assert set(found("DOB 12/03/2015; born in March 2016", None)) == {"DOB 12/03/2015", "born in March 2016"}
