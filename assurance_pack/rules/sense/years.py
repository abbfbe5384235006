"""Sense of a date that is a slip of the year, or day and month the other way round: it reads as a delay, or as a day long past (AP200)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from ...model import Month, day
from ...model.problem import Severity
from ...schema import Row, columns
from ...schema.column import Column, ColumnKind, DayKind
from ..case import Case
from ..engine import Found, Rule, rule

NEAR = timedelta(days=62)
"""Two months: a day of a review or a meeting is hardly farther from the position date than that, in the year that is meant."""
LONG = timedelta(days=300)
"""A day on which something happened is hardly farther back than that when it is first told."""
PAST = timedelta(days=120)
"""A day that is newly set is not that far back."""
AHEAD = timedelta(days=5 * 365)
"""Nothing is set for a day farther ahead than that."""
_DAYS = (ColumnKind.DATE, ColumnKind.DATES, ColumnKind.MONTH)
YEARS = (1, -1, 2, -2, 10, -10)
"""By how much the year is mistyped: last year's or next year's, the key beside it, another decade. Its last digits may be the other way round too."""


def readings(given: date) -> Iterator[date]:
    """The other days that may be meant by what was typed: day and month the other way round, then other years."""
    if given.day <= 12:
        yield given.replace(month=given.day, day=given.month)
    tens, ones = divmod(given.year % 100, 10)
    the_other_way_round = 9 * (ones - tens)
    for years in (*YEARS, the_other_way_round) if the_other_way_round else YEARS:
        try:
            yield given.replace(year=given.year + years)
        except ValueError:
            continue  # that year has no such day


def happened_on(given: date, position: date) -> date | None:
    """The day that is meant of one on which something happened: given as still to come, and just past by another reading; or long past, and this month's."""
    if given > position:
        others = [d for d in readings(given) if position - LONG <= d <= position]
        return next((d for d in others if position - d <= NEAR), next((d for d in others if d.year < given.year), None))
    if given >= position - LONG:
        return None
    return next((d for d in readings(given) if timedelta(0) <= position - d <= NEAR), None)


def _set_for(given: date, before: date | None, position: date, *, promised: bool) -> date | None:
    """The day that is meant of one promised or set: last month's by another reading, or long past or far ahead though new."""
    others = list(readings(given))
    if before in others:
        return before
    if given < position:
        # of a day just past only the other way round is asked about, and only where it is new, or near what it was: it may be plainly late
        long_past = given < position - PAST
        to_come = (d for d in others if position - NEAR <= d <= position + AHEAD)
        return next(
            (
                d
                for d in to_come
                if long_past
                or (position <= d < given + LONG and (promised if before is None else abs(d - before) <= NEAR))
                # what was still to come is hardly set anew for a day gone by
                or (before is not None and before >= position <= d and d.year > given.year and given < position - NEAR)
            ),
            None,
        )
    if before is not None:
        earlier = (d for d in others if d.year < given.year and d >= position - NEAR)
        return next((d for d in earlier if abs(d - before) <= (PAST if given.year - d.year > 1 else NEAR)), None)
    return None


def _met_on(given: date, position: date) -> date | None:
    """The day that is meant of one a Workspace met on: about now, by another reading."""
    return None if abs(given - position) <= NEAR else next((d for d in readings(given) if abs(d - position) <= NEAR), None)


def asked_as(meant: date, given: date) -> str:
    """The day that may be meant, as it is asked about: the year alone, where only that differs."""
    return str(meant.year) if (meant.month, meant.day) == (given.month, given.day) else day(meant)


@rule(
    "AP200",
    "A date is of the year that is meant",
    severity=Severity.WARNING,
    because="A slip of the year, or day and month the other way round, reads as a delay, or as a day long past.",
    example="Forecast now is 30 September 2027, and was 30 September 2026 in May 2026: is 2026 meant?",
)
def of_another_year(case: Case) -> Iterator[Found]:
    """Correct the day. If it is right, name its year in the words of the same row, with the reason why it is so far off."""
    for row in case.returns.rows:
        for column in columns(type(row)):
            if column.kind not in _DAYS or column.locked or not row.stated(column.name):
                continue
            if row.cell(column.name).sheet != row.at.sheet:
                continue  # a day taken from the cover is asked about there
            value: Any = getattr(row, column.name)
            told, before = _last_time(row, column.name, case)
            if column.kind is ColumnKind.DATES:
                asked = [(d, meant) for d in value if (meant := _met_on(d, case.position))]
            elif isinstance(value, Month):
                late = _soon(row, column, _first_day(value), None, case) if value != before and not row.closed else None
                if late:
                    sentence = f"{column.heading} is {value.name}: is {late.year} meant?"
                    yield Found((row.cell(column.name),), sentence, (row.ref,), row.sender)
                continue
            else:
                meant = _meant(row, column, value, _day_of(before), case) if value != before else None
                asked = [(value, meant)] if meant else []
            for given, meant in asked:
                was = _was(_day_of(before), meant, told)
                sentence = f"{column.heading} is {day(given)}{was}: is {asked_as(meant, given)} meant?"
                yield Found((row.cell(column.name),), sentence, (row.ref,), row.sender)


def _was(before: date | None, meant: date, told: str) -> str:
    """What stood there last time, where it speaks for the day that may be meant."""
    return f", and was {day(before)} in {told}" if before and (before == meant or before.year == meant.year) else ""


def _day_of(value: date | Month | None) -> date | None:
    return value if isinstance(value, date) else None


def _first_day(month: Month) -> date:
    return date(month.year, month.number, 1)


def _meant(row: Row, column: Column, given: date, before: date | None, case: Case) -> date | None:
    """The day that may be meant in a cell, by what a day is there."""
    if column.day is not DayKind.HAPPENED:
        if _may_be_over(row, case):
            return None
        named = _named_in_words(row, given)
        meant = named or _set_for(given, before, case.position, promised=column.day is DayKind.PROMISED)
        meant = meant or _soon(row, column, given, before, case)
        return meant if meant and (named or not _says_so(row, given, case)) else None
    told = [getattr(row, c.name) for c in columns(type(row)) if c.kind is ColumnKind.DATE and c.day is DayKind.HAPPENED]
    ends = any(later and later - given > LONG / 2 for later in told)
    return None if ends else happened_on(given, case.position)  # a period may begin a year ago, if it ends this month


def _words(row: Row) -> Iterator[tuple[str, str]]:
    for column in columns(type(row)):
        if column.kind is ColumnKind.TEXT and (said := getattr(row, column.name)):
            yield column.name, said


def _named_in_words(row: Row, given: date) -> date | None:
    """The day that the words of the row name, where it is the one in the cell but for its year."""
    said = " ".join(text for _, text in _words(row))
    if day(given) in said:
        return None
    return next((d for d in readings(given) if (d.month, d.day) == (given.month, given.day) and day(d) in said), None)


def _soon(row: Row, column: Column, given: date, before: date | None, case: Case) -> date | None:
    """A year before what is given, where what is set here is hardly a year off, counted from what the row itself tells; the words do not name its year."""
    if not column.soon or (before and before.year == given.year):
        return None
    told = (getattr(row, c.name) for c in columns(type(row)) if c.kind is ColumnKind.DATE and c.day is DayKind.HAPPENED)
    began = max((d for d in told if d and d <= case.position), default=case.position)
    meant = next((d for d in readings(given) if d.year == given.year - 1), None)
    return meant if meant and meant > began and not _says_so(row, given, case) else None


def _says_so(row: Row, given: date, case: Case) -> bool:
    """Whether the words of the row, those that are new where it is not, name the year of a day."""
    before = next((then for _, then in case.found_earlier(type(row), row.id_for_life)), None)
    named = str(given.year)
    return any(named in said and named not in str(getattr(before, name, "")) for name, said in _words(row))


def _may_be_over(row: Row, case: Case) -> bool:
    """Whether it is finished with, or may be: its status cannot be read."""
    return row.closed or ("status" in type(row).model_fields and case.unread(row, "status"))


def _last_time(row: Row, name: str, case: Case) -> tuple[str, date | Month | None]:
    """The month in which the item was last reported, and the day (or month) that stood there then."""
    for returns, then in case.found_earlier(type(row), row.id_for_life):
        value = getattr(then, name)
        return returns.month.name, value if isinstance(value, date | Month) else None
    return "", None


RULES: tuple[Rule, ...] = (of_another_year,)
