"""A second table under the first in one sheet, with rows whose IDs stand above already: two months, or one month twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...model import Month
from ..as_typed import plain
from ..dates import parse_month
from ..recognising.headings import keys_of
from ..recognising.identity import parse_key
from .convert import as_text
from .ids import parse_id
from .locate import Located

_MONTH = re.compile(r"[A-Za-z]{3,9}\.?[\s,]+20\d\d|\b20\d\d[-/.]\d{1,2}\b|\b\d{1,2}[-/.]20\d\d\b")
LONGEST_TITLE = 12
"""Words of a title; what is longer says something of a month, and is none of its table."""
KEYS = 3
"""So many hidden keys in a row show it to be the form's row of keys, copied with its table."""


@dataclass(frozen=True)
class SecondTable:
    """`begins` is the row of its title or its headings, `month` what its title names, `numbers` its rows."""

    begins: int
    month: Month | None
    numbers: tuple[int, ...]


def month_in(text: str) -> Month | None:
    """The month a title names: “Milestones, July 2026”."""
    if len(plain(text).split()) > LONGEST_TITLE:
        return None
    return next((month for found in _MONTH.findall(text) if (month := parse_month(found))), None)


def of_another_month(found: Located, table: SecondTable, numbers: Sequence[int], month: Month | None) -> tuple[str, tuple[int, ...]]:
    """The rows that are of another month than the return's, and that month's name: the second table's, or the first's where only the second is of the return's."""
    above = _month_of_first(found)
    if month and table.month and table.month != month:
        return table.month.name, table.numbers
    if month and table.month == month and above and above != month:
        return above.name, tuple(n for n in numbers if n < table.begins)
    return "", ()


def _month_of_first(found: Located) -> Month | None:
    above = (s.value for n in found.grid.by_row if n < found.heading_row for s in found.grid.row(n).values())
    return next((month for text in above if isinstance(text, str) and (month := month_in(text))), None)


def is_row_of_keys(found: Located, number: int) -> bool:
    """Whether a row is the hidden keys of the form once more."""
    said = [parse_key(s.value)[0] for s in found.grid.row(number).values() if isinstance(s.value, str)]
    return sum(key in keys_of(found.sheet) for key in said) >= KEYS


def second_tables(found: Located, numbers: Sequence[int], heads: Iterable[int], notes: Iterable[int]) -> Iterator[SecondTable]:
    """The tables beneath the first whose rows stand above already.

    Args:
        found: the sheet.
        numbers: the rows that are read.
        heads: rows in which the form's headings stand once more.
        notes: rows with a note, which may be a title.
    """
    noted = frozenset(notes)
    titles = {n: month for n in noted if (month := _titled(found, n))}
    begins = [n for n in sorted({*heads, *titles}) if any(number > n for number in numbers)]
    for start, end in pairwise([*begins, max(numbers, default=0) + 1]):
        own = tuple(n for n in numbers if start < n < end)
        above = {_id(found, n) for n in numbers if n < start}
        known = [ref for n in own if (ref := _id(found, n))]
        twice = [ref for ref in known if ref in above]
        if twice and 2 * len(twice) >= len(known):
            first = min((n for n in begins if n <= start and not any(n < number < start for number in numbers)), default=start)
            while first - 1 in noted:
                first -= 1
            month = next((titles[n] for n in (start, *range(first, start)) if n in titles), None)
            yield SecondTable(first, month, own)


def _titled(found: Located, number: int) -> Month | None:
    words = [s.value for s in found.grid.row(number).values()]
    return month_in(as_text(words[0])) if len(words) == 1 else None


def _id(found: Located, number: int) -> str | None:
    place = found.places.get("id")
    return parse_id(as_text(found.grid.at(number, place).value)) if place else None
