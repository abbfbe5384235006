"""Dates and periods as registers kept elsewhere write them: “Sep-26”, “Q2 2026/27”, “end of September 2026”, “by 30/09/26”."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from ...model import Month
from ..as_typed import clean
from ..dates import BadDate, excel_day, parse_date, parse_month
from ..opening.grid import Seen

_BEFORE = re.compile(
    r"^(?:by|due|due by|end(?: of)?|w/?[ce]|week commencing|week ending|before|approx\.?|circa|c\.|from|completed(?: on)?|done|est\.?)[\s:]+",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"(?:end\s+(?:of\s+)?)?(?:quarter|qtr|q)\s*([1-4])[\s,:-]*(?:fy)?\s*(20\d\d|\d\d)\s*[/-]\s*(20\d\d|\d\d)", re.IGNORECASE
)
_QUARTER_LAST = re.compile(r"(?:fy)?\s*(20\d\d|\d\d)\s*[/-]\s*(20\d\d|\d\d)[\s,:-]*(?:quarter|qtr|q)\s*([1-4])", re.IGNORECASE)
_QUARTER_ENDS = (6, 9, 12, 3)


class DayRead(NamedTuple):
    """A day, and how it was read where that was not as it stands: “the last day of the month”."""

    day: date
    how: str = ""


def day_read(seen: Seen) -> DayRead | None:
    """The day a cell means, if it can be read one way; a month or a quarter of the financial year is its last day."""
    value = seen.value
    if value is None or isinstance(value, bool) or seen.error:
        return None
    if serial := excel_day(value, from_1904=seen.from_1904):
        return DayRead(serial, "a number that Excel counts days by")
    if isinstance(value, str):
        return _from_words(" ".join(clean(value)[0].split()))
    try:
        return DayRead(parse_date(value))
    except BadDate:
        return None


_IN_FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}")


def _day_first(said: str) -> str:
    """That the day was taken to stand first, as is usual here, where the figures alone do not tell: ``03/04/2026``."""
    found = _IN_FIGURES.fullmatch(said)
    return "the day first" if found and found[1] != found[2] and max(int(found[1]), int(found[2])) <= 12 else ""


def _from_words(text: str) -> DayRead | None:
    bare = _BEFORE.sub("", _BEFORE.sub("", text)).strip(" .,;")
    for said in dict.fromkeys((text, bare)):
        try:
            return DayRead(parse_date(said), _day_first(said) if said == text else f"“{text[:40]}”")
        except BadDate:
            continue
    month = _month(bare)
    if month:
        return DayRead(month.last_day, "the last day of the month")
    quarter = quarter_end(bare)
    return DayRead(quarter, "the last day of that quarter of the financial year") if quarter else None


def _month(text: str) -> Month | None:
    try:
        return parse_month(re.sub(r"['’`](?=\d\d\b)", " ", text))
    except ValueError:
        return None


def quarter_end(text: str) -> date | None:
    """The last day of a quarter of a financial year: “Q2 2026/27” ends in September 2026. Without both years it could be another."""
    if found := _QUARTER.fullmatch(text.strip()):
        number, first, second = int(found[1]), found[2], found[3]
    elif found := _QUARTER_LAST.fullmatch(text.strip()):
        number, first, second = int(found[3]), found[1], found[2]
    else:
        return None
    begins, ends = int(first) % 100, int(second) % 100
    if ends != (begins + 1) % 100:
        return None
    return Month(f"{2000 + begins + (number == 4):04d}-{_QUARTER_ENDS[number - 1]:02d}").last_day


def period_end(value: object) -> date | None:
    """The last day of the period a heading or a cell names: a month, a quarter of the financial year; None for anything else."""
    if isinstance(value, date):
        return Month.of(value).last_day if 2000 <= value.year <= 2100 else None
    if not isinstance(value, str) or len(value) > 30:
        return None
    text = " ".join(value.split())
    if quarter := quarter_end(text):
        return quarter
    month = _month(text)
    if month:
        return month.last_day
    try:
        return Month.of(parse_date(text)).last_day
    except BadDate:
        return None
