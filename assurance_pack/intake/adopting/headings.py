"""Which rows of a sheet are headings: they say what columns of registers are called, or months one after another, and no item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from ...schema import Row, columns
from ..as_typed import is_empty_mark, plain
from ..opening.grid import Grid, Seen
from .days import day_asked
from .likeness import Known
from .months import names_month
from .periods import period_end
from .ratings import rating_asked
from .vocabulary import HEADINGS, NOWHERE, PARTS

LONGEST_HEADING = 80
ENOUGH = 3
_FIRST_OF_PERIODS = 2
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_WHOLE_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\d{1,2}|[A-Za-z]+)[\s./-]+\d{2,4}")
_QUARTER = re.compile(r"(?:q|qtr|quarter)\s*[1-4]", re.IGNORECASE)


def heads(grid: Grid) -> Iterator[tuple[int, ...]]:
    """The rows of each heading of a sheet, from the top: one row, or two where the first groups what the second names."""
    last = 0
    for number in grid.by_row:
        if number <= last or not _is_head(grid, number) or (last and _is_item(grid, number)):
            continue
        above = (number - 1,) if number - 1 > last and _groups(grid, number - 1) else ()
        below = (number + 1,) if not above and _is_second_line(grid, number) else ()
        head = (*above, number, *below)
        last = head[-1]
        yield head


def _is_head(grid: Grid, number: int) -> bool:
    cells = list(grid.row(number).values())
    known, periods = known_in(cells), periods_in(cells)
    if periods >= ENOUGH and len(cells) - periods <= ENOUGH + _FIRST_OF_PERIODS and periods >= len(cells) - periods:
        return all(isinstance(s.value, str) or period_end(s.value) for s in cells) and bool(grid.row(number + 1))
    if _is_scale(cells):
        return False
    return (known >= ENOUGH and 3 * known >= len(cells)) or (known == ENOUGH - 1 and len(cells) <= ENOUGH)


def _is_item(grid: Grid, number: int) -> bool:
    """Whether a row beneath headings holds what an item holds, and not headings again: figures, days, “n/a”; or next to no names of columns."""
    cells = list(grid.row(number).values())
    beneath_one = len(grid.row(number - 1)) > 1
    if periods_in(cells) >= ENOUGH:
        return beneath_one or any(_is_value(s) for s in cells if period_end(s.value) is None)
    return any(_is_value(s) for s in cells) or (beneath_one and 2 * known_in(cells) < len(cells))


def _is_value(seen: Seen) -> bool:
    """Whether a cell says what no heading does: a figure that is no year, a day, or that there is nothing."""
    if isinstance(seen.value, str):
        return is_empty_mark(seen.value) or (period_end(seen.value) is not None and bool(_WHOLE_DAY.fullmatch(seen.value.strip())))
    return isinstance(seen.value, (int, float)) and not _FIRST_YEAR <= seen.value <= _LAST_YEAR


def periods_in(cells: Iterable[Seen]) -> int:
    """How many cells say a month, a quarter or a day."""
    return sum(period_end(s.value) is not None or (isinstance(s.value, str) and bool(_QUARTER.fullmatch(s.value.strip()))) for s in cells)


def _is_scale(cells: Sequence[Seen]) -> bool:
    """Whether most of a row are not words: no headings."""
    return 2 * sum(isinstance(s.value, str) for s in cells) <= len(cells)


def known_in(cells: Sequence[Seen]) -> int:
    """How many cells say what some register's column is called."""
    texts = [s.value for s in cells if isinstance(s.value, str) and len(s.value) <= LONGEST_HEADING]
    short = all(len(t) <= 30 for t in texts)
    return sum(is_known(t) and (short or len(t.strip()) > 1) for t in texts)


def _groups(grid: Grid, number: int) -> bool:
    """Whether a row stands above headings to group them: some of its cells span several columns, but none all of them."""
    row = grid.row(number)
    wide = [m for m in grid.merged if m[0] == number and m[3] > m[1]]
    last = max(grid.row(number + 1), default=0)
    inside = [m for m in wide if (m[1], m[3]) != (min(grid.row(number + 1), default=0), last) and m[3] - m[1] + 1 < max(last, 1)]
    if inside:
        return all(isinstance(s.value, str) for s in row.values())
    repeated = _repeats(grid.row(number + 1).values())
    return repeated and 1 < len(row) < len(grid.row(number + 1)) and all(_heading_length(s) for s in row.values())


def _is_second_line(grid: Grid, number: int) -> bool:
    """Whether the row beneath goes on with the headings: short words, under cells that span several columns or beside ones that reach down."""
    below, row = grid.row(number + 1), grid.row(number)
    if not below or not all(_heading_length(s) for s in below.values()):
        return False
    wide = [m for m in grid.merged if m[0] == number and m[3] > m[1] and m[2] == number]
    deep = [m for m in grid.merged if m[0] == number and m[2] == number + 1]
    beside = any(c not in row for c in below)
    known = known_in(list(below.values())) + sum(names_month(str(s.value)) for s in below.values())
    return bool(wide or deep or beside) and 2 * known >= len(below) and known >= _FIRST_OF_PERIODS


def _heading_length(seen: Seen) -> bool:
    return isinstance(seen.value, str) and len(seen.value) <= 40


def _repeats(cells: Iterable[Seen]) -> bool:
    said = [plain(str(s.value)) for s in cells]
    return len(set(said)) < len(said)


@cache
def _known() -> Known:
    said = (p for of in (HEADINGS, PARTS) for names in of.values() for phrases in names.values() for p in phrases)
    return Known(chain(said, NOWHERE, (h for cls in HEADINGS for h in headings_of(cls))))


def headings_of(cls: type[Row]) -> Iterator[str]:
    """What our own forms call the columns of a sheet."""
    for column in columns(cls):
        yield from (column.heading, *column.aliases)


@lru_cache(maxsize=50_000)
def is_known(text: str) -> bool:
    """Whether a text is, or is nearly, a heading of some register."""
    if not text.strip() or len(text) > LONGEST_HEADING:
        return False
    return rating_asked(text) is not None or (" " in text.strip() and bool(day_asked(text))) or _known().has(text)
