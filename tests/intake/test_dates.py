"""Dates as people write them, read one way or not at all."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance_pack.intake.dates import BadDate, excel_day, parse_date, parse_dates, parse_month
from assurance_pack.model import Month
from assurance_pack.model.fault import FaultKind

JUNE_30 = date(2026, 6, 30)
DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        "30/06/2026", "30/6/26", "30.06.2026", "30.6.26", "30-06-2026", "2026-06-30", "2026/06/30", "2026-06-30 00:00:00", "2026-06-30T09:30:00Z",
        "30 June 2026", "30 Jun 2026", "30th June 2026", "30 june 26", "Tuesday 30 June 2026", "Tue 30 Jun 2026", "30-Jun-2026", "30-Jun-26",
        "30th of June 2026", "30 June, 2026", "30/06/2026.", "30 June 2026;", "June 30th 2026", "Jun 30, 2026", "Tuesday, June 30th, 2026", " 30 / 06 / 2026 ", date(2026, 6, 30), datetime(2026, 6, 30, 14, 5),
    ],
)  # fmt: skip
def test_a_date_written_in_any_usual_way_is_that_day(written: object) -> None:
    assert parse_date(written) == JUNE_30


@pytest.mark.parametrize(
    ("written", "kind", "said"),
    [
        ("06/30/2026", FaultKind.US_DATE, "30 June 2026"),
        ("6-30-26", FaultKind.US_DATE, "30 June 2026"),
        ("31/06/2026", FaultKind.IMPOSSIBLE_DATE, "June 2026 has 30 days"),
        ("29 February 2026", FaultKind.IMPOSSIBLE_DATE, "February 2026 has 28 days"),
        ("45/13/2026", FaultKind.IMPOSSIBLE_DATE, "there is no month 13"),
        ("2026-13-01", FaultKind.IMPOSSIBLE_DATE, "there is no month 13"),
        ("30/06/1926", FaultKind.IMPOSSIBLE_DATE, "the year 1926 cannot be meant"),
        (date(1899, 12, 30), FaultKind.IMPOSSIBLE_DATE, "the year 1899 cannot be meant"),
        ("TBC", FaultKind.DATE_TO_BE_CONFIRMED, ""),
        ("to be confirmed by the ICB", FaultKind.DATE_TO_BE_CONFIRMED, ""),
        ("tba", FaultKind.DATE_TO_BE_CONFIRMED, ""),
        ("?", FaultKind.DATE_TO_BE_CONFIRMED, ""),
        ("June 2026", FaultKind.NOT_A_DATE, ""),
        ("early autumn", FaultKind.NOT_A_DATE, ""),
        ("30 Juin 2026", FaultKind.NOT_A_DATE, ""),
        ("Q2", FaultKind.NOT_A_DATE, ""),
        ("30/06", FaultKind.NOT_A_DATE, ""),
        ("30/06/2026 or 07/07/2026", FaultKind.NOT_A_DATE, ""),
        (True, FaultKind.NOT_A_DATE, ""),
        (12, FaultKind.NOT_A_DATE, ""),
    ],
)
def test_what_could_be_read_two_ways_or_none_is_not_guessed(written: object, kind: FaultKind, said: str) -> None:
    with pytest.raises(BadDate) as met:
        parse_date(written)
    assert met.value.kind is kind
    assert said in (met.value.expected, met.value.suggestion)


@given(DAYS, st.sampled_from(["%d/%m/%Y", "%d %B %Y", "%Y-%m-%d", "%d.%m.%y", "%d %b %Y", "%A %d %B %Y"]))
def test_any_day_of_a_century_is_read_as_itself(day: date, form: str) -> None:
    if form.endswith("%y") and day.year > 2099:
        return
    assert parse_date(day.strftime(form)) == day


@given(DAYS)
def test_a_day_and_a_month_never_change_places(day: date) -> None:
    american = day.strftime("%m/%d/%Y")
    if day.day > 12:
        with pytest.raises(BadDate) as met:
            parse_date(american)
        assert met.value.kind is FaultKind.US_DATE
    else:
        assert parse_date(american) == date(day.year, day.day, day.month)


@given(st.text(max_size=30))
def test_no_text_at_all_breaks_the_reading_of_dates(text: str) -> None:
    with suppress(BadDate):
        assert isinstance(parse_date(text), date)
    with suppress(BadDate):
        assert parse_dates(text)
    assert parse_month(text) is None or Month.PATTERN.fullmatch(str(parse_month(text)))


@given(DAYS)
def test_excels_number_for_a_day_is_that_day_as_a_number_or_as_digits(day: date) -> None:
    number = (day - date(1899, 12, 30)).days
    assert excel_day(number) == excel_day(float(number)) == excel_day(str(number)) == day


def test_an_ordinary_number_is_not_a_day() -> None:
    assert [excel_day(value) for value in (12, 2026, 202606, "30", "2026", True, None, "M-CAP-1")] == [None] * 8


@pytest.mark.parametrize(
    "written",
    [
        "9 July 2026, 23 July 2026", "9 July 2026 and 23 July 2026", "09/07/2026; 23/07/2026", "9 July 2026\n23 July 2026", "9 and 23 July 2026",
        "9th & 23rd July 2026", "9 July, 23 July 2026",
    ],
)  # fmt: skip
def test_several_dates_in_one_cell_are_all_read(written: str) -> None:
    assert parse_dates(written) == (date(2026, 7, 9), date(2026, 7, 23))


def test_one_bad_date_among_several_is_said() -> None:
    with pytest.raises(BadDate) as met:
        parse_dates("9 July 2026, 31/06/2026")
    assert met.value.kind is FaultKind.IMPOSSIBLE_DATE


@pytest.mark.parametrize(
    "written",
    ["2026-06", "June 2026", "june 2026", "Jun 2026", "06/2026", "6/2026", "30 June 2026", "2026-06-30", date(2026, 6, 1), "Jun-26"],
)
def test_a_month_is_read_however_it_is_written(written: object) -> None:
    assert parse_month(written) == Month("2026-06")


@pytest.mark.parametrize("written", ["summer", "2026", "13/2026", "2026-13", 6, ""])
def test_what_is_no_month_is_none(written: object) -> None:
    assert parse_month(written) is None


@given(DAYS, st.integers(0, 86340))
def test_the_time_of_day_a_date_cell_carries_says_nothing(day: date, seconds: int) -> None:
    assert parse_date(datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)) == day


def test_the_last_minute_of_a_day_is_the_next_less_what_a_program_lost() -> None:
    assert parse_date(datetime(2026, 6, 29, 23, 59, 12)) == JUNE_30
    assert parse_date(datetime(2026, 6, 30, 23, 58, 59)) == JUNE_30


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-06-29T23:00:00Z", JUNE_30), ("2026-06-29T23:00:00.000Z", JUNE_30), ("2026-06-30T00:00:00+01:00", JUNE_30), ("2026-06-29T22:59:00Z", date(2026, 6, 29)),
        ("2026-12-15T23:00:00Z", date(2026, 12, 15)), ("2026-03-29T23:00:00Z", date(2026, 3, 30)), ("2026-03-28T23:00:00Z", date(2026, 3, 28)),
        ("2026-10-24T23:00:00Z", date(2026, 10, 25)), ("2026-10-25T23:00:00Z", date(2026, 10, 25)),
    ],
)  # fmt: skip
def test_a_day_in_universal_time_is_the_day_it_is_here(written: str, day: date) -> None:
    assert parse_date(written) == day


def test_a_workbook_that_counts_from_1904_has_its_days_read_by_its_own_count() -> None:
    assert excel_day(46203 - 1462, from_1904=True) == JUNE_30
    assert excel_day(46203) == JUNE_30
