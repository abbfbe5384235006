"""Sense of the year of a date: the slip of a whole year, which reads as a year's delay or a day long past (AP200)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from ...model import day
from ...model.problem import Severity
from ...schema import Row, columns
from ...schema.column import ColumnKind, DayKind
from ..case import Case
from ..engine import Found, Rule, rule

NEAR = timedelta(days=62)
"""Two months: a day of a review or a meeting is hardly farther from the position date than that, in the year that is meant."""
LONG = timedelta(days=300)
"""A day set or met on that is farther back than that has another year than the one that is meant, if any other makes sense."""


def other_year(given: date, years: int) -> date | None:
    """The same day and month of another year; None where that year has no such day."""
    try:
        return given.replace(year=given.year + years)
    except ValueError:
        return None


def happened_in(given: date, position: date) -> int | None:
    """The year that is meant of a day on which something happened: given as still to come, and just past a year earlier."""
    earlier = other_year(given, -1)
    return earlier.year if earlier and position - LONG <= earlier <= position else None


def _set_for(given: date, before: date | None, position: date) -> int | None:
    """The year that is meant of a day promised or set: last month's a year off, or long past though new."""
    if before is not None and given in (other_year(before, 1), other_year(before, -1)):
        return before.year
    later = other_year(given, 1)
    return later.year if given < position - LONG and later and position <= later else None


def _met_in(given: date, position: date) -> int | None:
    """The year that is meant of a day a Workspace met on: about now, in another year."""
    for years in (1, -1):
        other = other_year(given, years)
        if other and abs(other - position) <= NEAR:
            return other.year
    return None


@rule(
    "AP200",
    "A date is of the year that is meant",
    severity=Severity.WARNING,
    because="A slip of the year reads as a year's delay, or as a day long past.",
    example="Forecast now is 30 September 2027, and was 30 September 2026 in May 2026: is 2026 meant?",
)
def of_another_year(case: Case) -> Iterator[Found]:
    """Correct the year. If it is right, say under what happened this month why it moved by a year."""
    for row in case.returns.rows:
        for column in columns(type(row)):
            if column.kind not in (ColumnKind.DATE, ColumnKind.DATES) or not row.stated(column.name) or column.locked:
                continue
            value: Any = getattr(row, column.name)
            told, before = _last_time(row, column.name, case)
            if column.kind is ColumnKind.DATES:
                asked = [(d, year) for d in value if (year := _met_in(d, case.position))]
            elif value != before:
                happened = column.day is DayKind.HAPPENED
                year = happened_in(value, case.position) if happened else _set_for(value, before, case.position)
                asked = [(value, year)] if year else []
            else:
                asked = []
            for given, year in asked:
                was = f", and was {day(before)} in {told}" if before and before.year == year else ""
                yield Found((row.cell(column.name),), f"{column.heading} is {day(given)}{was}: is {year} meant?", (row.ref,), row.sender)


def _last_time(row: Row, name: str, case: Case) -> tuple[str, date | None]:
    """The month in which the item was last reported, and the day that stood there then."""
    for returns, then in case.found_earlier(type(row), getattr(row, "id", None)):
        value = getattr(then, name)
        return returns.month.name, value if isinstance(value, date) else None
    return "", None


RULES: tuple[Rule, ...] = (of_another_year,)
