"""The names a declaration is known by: its headings, those of earlier forms, and its keys, made comparable."""

from __future__ import annotations

from functools import cache, lru_cache

from ...returns import SHEETS
from ...schema import Row, columns
from ...schema.column import Column
from ..as_typed import first_line, plain
from ..opening.grid import HEADING_ROWS, Grid, Seen
from .identity import parse_key

PAGE_ROWS = 120
"""A page of questions ends above this row: it is filled in by hand, on a screen or two."""
LONGEST = 200
_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]


@cache
def names_of(cls: type[Row]) -> dict[str, Column]:
    """Every heading a column is known by; a heading proper goes before one of an earlier form."""
    known: dict[str, Column] = {}
    for column in columns(cls):
        known.setdefault(plain(column.heading), column)
    for column in columns(cls):
        for alias in column.aliases:
            known.setdefault(plain(alias), column)
    return known


@cache
def keys_of(cls: type[Row]) -> dict[str, Column]:
    """The columns of a sheet by their keys."""
    return {c.name: c for c in columns(cls)}


def column_named(text: object, cls: type[Row]) -> Column | None:
    """The column a heading or question names: by its first line without its number, or as a whole."""
    if not isinstance(text, str) or len(text) > LONGEST:
        return None
    first, whole, _ = _as_heading(text)
    return names_of(cls).get(first) or names_of(cls).get(whole)


def goes_by(text: str, column: Column) -> bool:
    """Whether a heading is one of the names of this very column."""
    return plain(first_line(text)) in {plain(n) for n in (column.heading, *column.aliases)}


def is_information(heading: str) -> bool:
    """Whether a heading is one of the grey columns of our forms: “Status in June”, “Score now”, “In May”."""
    said = plain(heading)
    recalled, _, month = said.rpartition("in ")
    return said == "score now" or (month in _MONTHS and recalled.strip() in _recalled())


@cache
def _recalled() -> frozenset[str]:
    """What a grey column says of last month: “Status”, and on a page of questions nothing more than the month."""
    return frozenset({"", *(plain(c.recall) for cls in SHEETS.values() for c in columns(cls) if c.recall)})


def shared(cls: type[Row], grid: Grid) -> int:
    """How many of a sheet's declared columns stand in a grid, by heading or key: how like it is."""
    if cls.layout == "page":
        return len(named(cls, [s for n in grid.by_row if n <= PAGE_ROWS for s in grid.row(n).values()]))
    return max((len(named(cls, list(grid.row(n).values()))) for n in grid.by_row if n <= HEADING_ROWS), default=0)


def named(cls: type[Row], cells: list[Seen]) -> set[str]:
    """The columns of a sheet whose heading or key stands in one of these cells."""
    found = set()
    names, keys = names_of(cls), keys_of(cls)
    for seen in cells:
        if isinstance(seen.value, str) and len(seen.value) <= LONGEST:
            first, whole, key = _as_heading(seen.value)
            column = names.get(first) or names.get(whole) or keys.get(key)
            if column:
                found.add(column.name)
    return found


@lru_cache(maxsize=100_000)
def _as_heading(text: str) -> tuple[str, str, str]:
    """What a text could be a heading by: its first line, the whole, a key. Each is looked up for every sheet of every form."""
    return plain(first_line(text)), plain(text), parse_key(text)[0]
