"""Days as a sentence names them: “26 August”, “4 January 2027”, “in September”. Without its year, a day is the one nearest to the position date."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = {name[:n]: number for number, name in enumerate(month_name) if name for n in (3, 4, len(name))}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_NAMED = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month>{_NAMES})\b\.?(?: (?P<year>20\d\d))?"
    rf"|\b(?:[Ii]n|[Bb]y|[Ff]or|[Uu]ntil|[Bb]efore|[Ss]ince|[Ff]rom|to|early|late|mid|the end of) (?P<only>{_NAMES})\b\.?(?: (?P<of>20\d\d))?"
    r"|\b(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>20\d\d)\b"
)
"""A day of a month; or a month alone, where a small word before it tells that it is one (“may” and “march” are words too)."""


@dataclass(frozen=True)
class NamedDay:
    """A day that words name, and where in them; of a month alone its first and its last."""

    first: date
    last: date
    start: int
    end: int


def days_named(text: str, position: date) -> Iterator[NamedDay]:
    """The days and months a text names, in its order; what is no day of the calendar is passed over."""
    for found in _NAMED.finditer(text):
        day = int(found["day"] or found["d"] or 0)
        month = int(found["m"]) if found["m"] else _MONTHS[found["month"] or found["only"]]
        typed = found["year"] or found["of"] or found["y"]
        if not 1 <= month <= len(month_name) - 1:
            continue
        year = int(typed) if typed else _nearest_year(month, day or 15, position)
        length = monthrange(year, month)[1]
        if day <= length:
            yield NamedDay(date(year, month, day or 1), date(year, month, day or length), found.start(), found.end())


def _nearest_year(month: int, day: int, position: date) -> int:
    def days_away(year: int) -> int:
        return abs((date(year, month, min(day, monthrange(year, month)[1])) - position).days)

    return min(range(position.year - 1, position.year + 2), key=days_away)
