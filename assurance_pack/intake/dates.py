"""Dates as people write them here, and the ways they go wrong. No guessing: a date is read one way or not at all."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import date, datetime, time, timedelta

from ..model import Month
from ..model.fault import FaultKind

_MONTHS = {name.casefold()[:n]: i for i, name in enumerate(month_name) if name for n in (3, 4, len(name))}
_YEARS = range(2000, 2101)
_FIRST_SERIAL, _LAST_SERIAL = 36526, 73415
_NUMERIC = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[T ](\d\d):\d\d(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")
_WORDED = re.compile(
    r"(?:[a-z]+day,?\s+|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun),?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s\-]+(?:of\s+)?([a-z]+)\.?,?[\s\-]+(\d{4}|\d{2})",
    re.I,
)
_MONTH_FIRST = re.compile(r"(?:[a-z]+day,?\s+)?([a-z]+)\.?[\s\-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s\-]+(\d{4})", re.I)
_UNSET = re.compile(
    r"(?:to be (?:confirmed|agreed|decided|advised|determined)|tb[cadn]|t\.b\.c\.?|not (?:yet )?(?:known|set|agreed|decided)|awaited|pending)(?:\b.*)?|\?+",
    re.I,
)
_SEVERAL = re.compile(r"[;,\n]+|\s+(?:and|&)\s+")


class BadDate(ValueError):
    """Not a date that can be read one way only."""

    def __init__(self, kind: FaultKind, expected: str = "", suggestion: str = "") -> None:
        """What is wrong with it, why, and what was perhaps meant."""
        super().__init__(kind)
        self.kind, self.expected, self.suggestion = kind, expected, suggestion


EPOCH_1904 = 1462
"""Days that a workbook counting from 1904, as Excel for the Mac once did, is behind one counting from 1900."""
_A_MINUTE_BEFORE = time(23, 59)


def excel_day(value: object, *, from_1904: bool = False) -> date | None:
    """The day meant by Excel's own count of days, where a number or its digits stand in place of a date."""
    if isinstance(value, str) and re.fullmatch(r"\s*\d{5}(\.0+)?\s*", value):
        value = float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    serial = value + EPOCH_1904 * from_1904
    return date(1899, 12, 30) + timedelta(days=int(serial)) if _FIRST_SERIAL <= serial < _LAST_SERIAL + 1 else None


def parse_date(value: object) -> date:
    """A date: a date cell, or dd/mm/yyyy, d Month yyyy, yyyy-mm-dd, dd.mm.yy.

    Raises:
        BadDate: it is not one, or could be read in more than one way.
    """
    if isinstance(value, datetime):
        # nobody means a minute to midnight: it is the next day, less what a program lost in reckoning
        value = (value + timedelta(minutes=1)).date() if value.time() > _A_MINUTE_BEFORE and value.year < _YEARS[-1] else value.date()
    if isinstance(value, date):
        if value.year not in _YEARS:
            raise BadDate(FaultKind.IMPOSSIBLE_DATE, f"the year {value.year} cannot be meant")
        return value
    if not isinstance(value, str):
        raise BadDate(FaultKind.NOT_A_DATE)
    return _from_text(value.strip().lstrip("'").rstrip(".,;").rstrip())


def _from_text(text: str) -> date:
    if _UNSET.fullmatch(text):
        raise BadDate(FaultKind.DATE_TO_BE_CONFIRMED)
    if found := _ISO.fullmatch(text):
        day = _checked(int(found[1]), int(found[2]), int(found[3]))
        return day + timedelta(days=1) if found[5] == "Z" and int(found[4]) == LAST_HOUR and _summer_time(day) else day
    if found := _NUMERIC.fullmatch(text):
        first, second, year = int(found[1]), int(found[2]), _year(found[3])
        if second > 12 >= first:
            raise BadDate(FaultKind.US_DATE, suggestion=f"{second} {month_name[first]} {year}")
        return _checked(year, second, first)
    if (found := _WORDED.fullmatch(text)) and found[2].casefold() in _MONTHS:
        return _checked(_year(found[3]), _MONTHS[found[2].casefold()], int(found[1]))
    if (found := _MONTH_FIRST.fullmatch(text)) and found[1].casefold() in _MONTHS:
        return _checked(_year(found[3]), _MONTHS[found[1].casefold()], int(found[2]))
    raise BadDate(FaultKind.NOT_A_DATE)


LAST_HOUR = 23
"""In summer this hour of universal time (“Z”) is past midnight here: a program that writes a day so has written the day before."""


def _summer_time(day: date) -> bool:
    """Whether clocks here are an hour ahead late on a day: from the last Sunday of March, and no longer on the last Sunday of October."""
    begins, ends = (date(day.year, month, 31) - timedelta(days=date(day.year, month, 31).isoweekday() % 7) for month in (3, 10))
    return begins <= day < ends


def _year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _checked(year: int, month: int, number: int) -> date:
    if not 1 <= month <= 12:
        raise BadDate(FaultKind.IMPOSSIBLE_DATE, f"there is no month {month}")
    if year not in _YEARS:
        raise BadDate(FaultKind.IMPOSSIBLE_DATE, f"the year {year} cannot be meant")
    days = monthrange(year, month)[1]
    if not 1 <= number <= days:
        raise BadDate(FaultKind.IMPOSSIBLE_DATE, f"{month_name[month]} {year} has {days} days")
    return date(year, month, number)


def parse_dates(value: object) -> tuple[date, ...]:
    """Several dates in one cell, with commas, semicolons, new lines or “and” between; the last may lend the others its month and year.

    Raises:
        BadDate: one of them cannot be read.
    """
    if not isinstance(value, str):
        return (parse_date(value),)
    parts = [p.strip() for p in _SEVERAL.split(value) if p.strip()]
    found: list[date] = []
    for part in reversed(parts):
        lent = f" {found[0]:%B %Y}" if found else ""
        short = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?(\s+[A-Za-z]+)?", part)
        if short and lent:
            part = f"{part} {found[0].year}" if short[2] else f"{part}{lent}"
        found.insert(0, _from_text(part))
    if not found:
        raise BadDate(FaultKind.NOT_A_DATE)
    return tuple(found)


def parse_month(value: object) -> Month | None:
    """A month: a date cell, 2026-06, June 2026, Jun 26, 06/2026. None if it is not one."""
    if isinstance(value, date) and not isinstance(value, time):
        return Month.of(value) if value.year in _YEARS else None
    text = str(value).strip()
    if found := re.fullmatch(r"(20\d\d)[-/.](\d{1,2})(?:[-/.]\d{1,2})?", text):
        year, number = int(found[1]), int(found[2])
    elif found := re.fullmatch(r"(\d{1,2})[-/.](20\d\d)", text):
        year, number = int(found[2]), int(found[1])
    elif (found := re.fullmatch(r"(?:\d{1,2}\s+)?([A-Za-z]+)\.?[\s\-,]*(20\d\d|\d\d)", text)) and found[1].casefold() in _MONTHS:
        year, number = _year(found[2]), _MONTHS[found[1].casefold()]
    else:
        return None
    return Month(f"{year:04d}-{number:02d}") if 1 <= number <= 12 else None
