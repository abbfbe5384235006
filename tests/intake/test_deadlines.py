"""Deadlines in working days, by England's bank holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance_pack.calendar import (
    YEARS,
    bank_holidays,
    by_the_library,
    due,
    in_school_holiday,
    is_working_day,
    working_days_before,
    working_days_late,
)
from assurance_pack.model import Month
from assurance_pack.settings import Settings
from assurance_pack.settings.board import Deadlines

PLAIN = Deadlines()
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))


def test_the_bank_holidays_are_englands_on_the_days_they_are_kept() -> None:
    kept = [d for d in sorted(bank_holidays(2027)) if d.weekday() < 5]
    assert kept == [date(2027, *d) for d in ((1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28))]
    assert date(2026, 12, 28) in bank_holidays(2026)
    assert date(2026, 3, 17) not in bank_holidays(2026)


@pytest.mark.parametrize(
    ("meeting", "days", "by"),
    [
        (date(2026, 6, 10), 6, date(2026, 6, 2)),
        (date(2026, 6, 2), 6, date(2026, 5, 22)),
        (date(2027, 1, 6), 6, date(2026, 12, 24)),
        (date(2027, 4, 1), 6, date(2027, 3, 22)),
    ],
)
def test_working_days_are_counted_back_over_weekends_and_bank_holidays(meeting: date, days: int, by: date) -> None:
    assert working_days_before(meeting, days, PLAIN) == by


def test_a_day_pack_toml_adds_is_no_working_day() -> None:
    closed = Deadlines(extra_bank_holidays=(date(2026, 6, 9),))
    assert working_days_before(date(2026, 6, 10), 1, closed) == date(2026, 6, 8)


def test_junes_calendar_runs_from_the_first_return_to_circulation(settings: Settings) -> None:
    days = {"voice": 30, "workspace": 30, "partner": 2, "rdg": 3, "board_log": 3, "circulate": 8}
    assert {kind: due(settings, Month("2026-06"), kind) for kind in days} == {
        kind: date(2026, 6 if on == 30 else 7, on) for kind, on in days.items()
    }


def test_a_month_without_a_meeting_has_no_deadlines(settings: Settings) -> None:
    assert due(settings, Month("2027-01"), "voice") is None


def test_a_school_holiday_is_known(settings: Settings) -> None:
    assert in_school_holiday(settings, date(2026, 5, 27))
    assert not in_school_holiday(settings, date(2026, 6, 1))


@given(DAYS, st.integers(1, 40))
def test_a_deadline_is_a_working_day_and_as_far_back_as_it_says(meeting: date, days: int) -> None:
    by = working_days_before(meeting, days, PLAIN)
    assert is_working_day(by, PLAIN)
    assert sum(is_working_day(by + timedelta(n), PLAIN) for n in range((meeting - by).days)) == days


@given(DAYS, st.integers(-30, 60))
def test_what_comes_by_the_deadline_is_never_late_and_each_working_day_after_counts_one(by: date, days: int) -> None:
    received = by + timedelta(days)
    late = working_days_late(by, received, PLAIN)
    assert late == (0 if days <= 0 else late)
    assert working_days_late(by, received + timedelta(1), PLAIN) - late == (days >= 0 and is_working_day(received + timedelta(1), PLAIN))


def test_the_bank_holidays_of_these_years_are_those_of_the_library_and_it_is_asked_for_any_other() -> None:
    assert all(bank_holidays(year) == by_the_library(year) for year in YEARS)
    assert date(2040, 12, 25) in bank_holidays(2040)
