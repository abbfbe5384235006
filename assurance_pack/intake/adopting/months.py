"""Columns for one thing, told apart by the month they speak of (“Apr RAG”, “May RAG”): the newest is what holds now, the others are its past."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from ...model import Month
from ..as_typed import plain
from ..dates import BadDate, parse_date
from .periods import quarter_end

_NAMES = {name[:3].casefold(): number for number, name in enumerate(month_name) if name}
_MONTH = re.compile(
    rf"\b({'|'.join(f'{n[:3]}(?:{n[3:]})?' if n[3:] else n for n in month_name if n)}|sept)\b\.?(?:[\s'’-]*(20\d\d|\d\d)\b)?", re.I
)
_DAY = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.](?:20)?\d\d\b")
_QUARTER = re.compile(r"\b(?:q|qtr |quarter )([1-4])\b(?:[\s,-]*(?:20)?\d\d[/-](?:20)?\d\d\b)?", re.I)
_QUARTER_ENDS = (6, 9, 12, 3)
_YEAR = 12


class MonthTold(NamedTuple):
    """What a heading says beside its month, and the month; the year is 0 where it does not say one."""

    rest: str
    year: int
    number: int


@lru_cache(maxsize=10_000)
def month_told(heading: str) -> MonthTold | None:
    """The one month a heading speaks of, and what it says of it: “Update (May)”; None where it names no month, or more than one."""
    found = [*_MONTH.finditer(heading), *_DAY.finditer(heading), *_QUARTER.finditer(heading)]
    month = _read(found[0]) if len(found) == 1 else None
    rest = plain(heading[: found[0].start()] + " " + heading[found[0].end() :]) if month else ""
    return MonthTold(rest, *month) if month and rest else None


def _read(found: re.Match[str]) -> tuple[int, int] | None:
    if found.re is _MONTH:
        return (2000 + int(found[2]) % 100 if found[2] else 0, _NAMES[found[1][:3].casefold()])
    if found.re is _QUARTER:
        end = quarter_end(found[0])
        return (end.year, end.month) if end else (0, _QUARTER_ENDS[int(found[1]) - 1])
    try:
        day = parse_date(found[0])
    except BadDate:
        return None
    return (day.year, day.month)


def names_month(text: str) -> bool:
    """Whether a text is a month and no more: “Apr”, “April 26”."""
    return bool(_MONTH.fullmatch(text.strip()))


def without_month(heading: str) -> str:
    """What a heading says beside its month, if it names one: “Score May” asks for the score."""
    told = month_told(heading)
    return told.rest if told else heading


def not_the_newest(headings: Iterable[tuple[int, str]], month: Month | None) -> dict[int, str]:
    """The columns whose month is not the one that counts, each with the reason.

    What counts is the newest month that is not after `month`, the one the register is brought in for; without one, the newest there is.

    Args:
        headings: The columns with something in them, by number: one that is headed for a month to come is empty, and counts for nothing.
        month: The month the register is brought in for, where that is known.
    """
    told = sorted(((m.rest, at, m, said) for at, said in headings if (m := month_told(said))), key=lambda t: t[:2])
    out: dict[int, str] = {}
    for _, of in groupby(told, key=lambda t: t[0]):
        alike = list(of)
        if len({(m.year, m.number) for _, _, m, _ in alike}) > 1:
            out |= dict(_older([(at, m, said) for _, at, m, said in alike], month))
    return out


def _older(alike: list[tuple[int, MonthTold, str]], month: Month | None) -> Iterator[tuple[int, str]]:
    """Of columns for one thing, those that do not count."""
    months = [m for _, m, _ in alike]
    able = [(_age(m, months, month), -n, at, said) for n, (at, m, said) in enumerate(alike) if not _is_after(m, month)]
    counts = min(able)[2:] if able else None
    for at, m, _ in alike:
        if counts is None or at != counts[0]:
            yield at, f"“{counts[1]}” is what holds now" if counts and not _is_after(m, month) else "its month has not come yet"


def _is_after(told: MonthTold, month: Month | None) -> bool:
    """Without a year a month is the last of its name: it has come."""
    return bool(month and told.year and (told.year, told.number) > (month.last_day.year, month.last_day.month))


def _age(told: MonthTold, beside: list[MonthTold], month: Month | None) -> int:
    """How long ago a month is, in months: from the month that is asked for, or from the one after which there is the longest gap."""
    if month:
        now = month.last_day
        return _YEAR * (now.year - told.year) + now.month - told.number if told.year else (now.month - told.number) % _YEAR
    if all(m.year for m in beside):
        return -(_YEAR * told.year + told.number)
    return -min((gap for m in beside if (gap := (m.number - told.number) % _YEAR)), default=0)
