"""Whether what stands in somebody's column can be read as what one of ours asks for."""

from __future__ import annotations

from collections import Counter

from ...schema import Row, column_of
from ...schema.column import Column, ColumnKind
from ...settings import Settings
from ..reading.convert import convert
from .layout import Field, FoundTable
from .mapping import NO_COLUMN, SURE_ENOUGH, ColumnMapping, WordMapping
from .periods import day_read, period_end
from .words import propose_word

MOST_WORDS = 60
"""So many different words in a column are no scale."""
_LONGEST_ID, _LONGEST_ROLE = 14, 80


def how_much_fits(table: FoundTable, field: Field, cls: type[Row], column: Column, settings: Settings) -> float | None:
    """How much of a column fits, 0 to 1; None where it cannot be what is asked, and 0.5 where it is empty."""
    rows = [r for r in table.rows if table.text(r, field.at)]
    if not rows:
        return 0.5
    if column.kind is ColumnKind.DATE:
        read = period_end if column.name == "period_end" else None
        good = sum(bool(read(table.seen(r, field.at).value) if read else day_read(table.seen(r, field.at))) for r in rows)
        return _share(good, rows, 0.4)
    if column.kind in (ColumnKind.WORD, ColumnKind.WORDS, ColumnKind.WHOLE) and column.words:
        said = Counter(table.text(r, field.at) for r in rows)
        if len(said) > MOST_WORDS:
            return None
        return _share(sum(n for t, n in said.items() if propose_word(t, column, settings).sure >= SURE_ENOUGH), rows, 0.34)
    if column.kind in (ColumnKind.NUMBER, ColumnKind.WHOLE):
        return _share(sum(convert(column, table.seen(r, field.at), settings).value is not None for r in rows), rows, 0.5)
    if column.kind is ColumnKind.IDS:
        return 0.8 if sum(len(table.text(r, field.at)) <= 40 for r in rows) * 2 > len(rows) else None
    return _words_fit(table, field, column, rows)


def _share(good: int, rows: list[int], least: float) -> float | None:
    share = good / len(rows)
    return share if share >= least else None


def _words_fit(table: FoundTable, field: Field, column: Column, rows: list[int]) -> float | None:
    texts = [table.text(r, field.at) for r in rows]
    mean = sum(map(len, texts)) / len(texts)
    if column.name == "own_id":
        unique = len(set(texts)) / len(texts)
        numbered = sum(any(c.isdigit() for c in t) or len(t) <= 3 for t in texts) * 2 > len(texts)
        return unique if numbered and mean <= _LONGEST_ID and unique >= 0.5 else None
    said = sum(isinstance(table.seen(r, field.at).value, str) and not day_read(table.seen(r, field.at)) for r in rows)
    if said * 2 < len(rows):
        return None
    if column.subject or column.name == "finding":
        return min(1.0, mean / 20)
    if column.name in ("lead", "owner", "accountable"):
        return 1.0 if mean <= _LONGEST_ROLE else None
    return 0.9


def words_of(table: FoundTable, mapped: ColumnMapping, cls: type[Row], settings: Settings) -> tuple[WordMapping, ...]:
    """What the different words of a column mean, where it takes words of a list: those that are not told first."""
    if mapped.goes_to in NO_COLUMN:
        return ()
    column = column_of(cls, mapped.goes_to)
    if not column.words or column.kind is ColumnKind.WORDS:
        return ()
    said = dict.fromkeys(t for r in table.rows if (t := table.text(r, mapped.at)))
    found = [propose_word(t, column, settings) for t in list(said)[:MOST_WORDS]]
    # a number from 1 to 5, or our own word, needs nobody to look at it
    return tuple(
        sorted(
            (w for w in found if not (w.word and w.sure == 100 and column.kind is ColumnKind.WHOLE)), key=lambda w: (bool(w.word), w.said)
        )
    )
