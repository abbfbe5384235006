"""Between reading and judging: what the sender said of each row that came back, and what “Reviewed, no change” brings forward.

The form comes back with last month's values in most cells, so a blank means one of two things. On a row “Reviewed, no change” it means
“as last month”: the value is brought forward and traced to both cells. On a row “Changed” it means the sender emptied the cell: it stays
not stated, and is never filled in for them. On a row being closed, or that nobody reviewed, what describes the item (its title, its theme,
its owner) still holds and is brought forward; what is said each month (its status, its score) is not. Nothing typed is ever replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from ..model import Cell, Month, Sender, Word
from ..model.fault import FaultKind
from ..returns.received import Returns
from ..returns.registers import is_reviewed, kin
from ..returns.workspace import Cover, Risk
from ..schema import Review, Row, columns
from ..schema.column import ColumnGroup
from .month import Record

_SAID = {
    "new": Review.NEW,
    "changed": Review.CHANGED,
    "no_change": Review.NO_CHANGE,
    "close": Review.CLOSE,
}
_CARRIES: dict[Review | None, frozenset[ColumnGroup]] = {
    Review.NO_CHANGE: frozenset(ColumnGroup),
    Review.CLOSE: frozenset({ColumnGroup.KEY, ColumnGroup.MORE}),
    Review.NOT_REVIEWED: frozenset({ColumnGroup.KEY, ColumnGroup.MORE}),
}
"""What a blank cell takes from the last record: all of it, or what describes the item and not this month."""

_LOOKED_AT = "last_reviewed"


def carry_forward(returns: Returns, last: Record | None) -> Returns:
    """The month with each register row's review settled, and “Reviewed, no change” carried from the last record.

    A blank *This month* is settled by the row itself: not in the last record, it is new; something typed that was not there last month,
    it has changed; otherwise it was not reviewed. A risk that was reviewed and gives no date takes the last day its Workspace met.
    A fault for a blank cell is dropped where the cell's value was brought forward (the sender has answered it), and on a row that came
    with the form and of which nothing is said; a row that is new is asked for everything, whether or not it says so.
    """
    before = _register(last.returns.rows) if last else {}
    met = {cover.sender: (max(days), cover.cell("met_on")) for cover in returns.of(Cover) if (days := _met(cover, returns.month))}
    rows = tuple(_settled(row, before.get(_kin_and_id(row)), met, returns) if is_reviewed(type(row)) else row for row in returns.rows)
    filled = {cell for row in rows for name in row.carried if (cell := row.cells.get(name))}
    filled |= {cell for row in rows if _came_back(row) for name, cell in row.cells.items() if name not in ("id", "this_month")}
    faults = tuple(f for f in returns.faults if not (f.kind is FaultKind.BLANK_REQUIRED and f.cell in filled))
    return replace(returns, rows=rows, faults=faults)


def _came_back(row: Row) -> bool:
    """Whether a row came with the form, and *This month* was left blank."""
    return is_reviewed(type(row)) and row.review is not Review.NEW and not row.stated("this_month")


def differs(now: Row, before: Row, garbled: frozenset[Cell] = frozenset()) -> bool:
    """Whether anything typed now was not there before. A cell left blank says nothing, nor does one that could not be read, or of which only a part could."""
    typed = ((name, value) for name, value in _typed(now) if name != "this_month" and not _spoiled(now, name, garbled))
    return any(not same(value, getattr(before, name, None)) for name, value in typed)


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same: text by its words, a word of a list by its meaning."""
    return bool(comparable(one) == comparable(other))


def comparable(value: Any) -> Any:
    """A value so that what says the same is equal."""
    if isinstance(value, Word):
        return value.meaning
    if isinstance(value, str):
        return _in_one_line(value)
    if isinstance(value, tuple):
        return tuple(sorted(str(comparable(v)) for v in value))
    return value


@lru_cache(4096)
def _in_one_line(text: str) -> str:
    """The words of a text, as they are compared: the rules ask for the same ones over and over."""
    return " ".join(text.split()).casefold()


def _kin_and_id(row: Row) -> tuple[type[Row], str | None]:
    return kin(type(row)), row.id_for_life


def _register(rows: Iterable[Row]) -> dict[tuple[type[Row], str | None], Row]:
    found: dict[tuple[type[Row], str | None], Row] = {}
    for row in rows:
        if row.id_for_life:
            found.setdefault(_kin_and_id(row), row)
    return found


def _settled(row: Row, before: Row | None, met: dict[Sender, tuple[date, Cell]], returns: Returns) -> Row:
    review, unreadable = _review(row, before, returns.garbled), returns.unreadable
    settled = row.model_copy(update={"review": review})
    if before is not None:
        settled = _brought_forward(settled, before, unreadable)
    if isinstance(settled, Risk) and review is not Review.NOT_REVIEWED:
        settled = _reviewed_on(settled, met.get(row.sender), unreadable)
    return settled


def _review(row: Row, before: Row | None, garbled: frozenset[Cell]) -> Review:
    said: Word | None = getattr(row, "this_month", None)
    if said is not None and said.meaning in _SAID:
        return _SAID[said.meaning]
    if before is None:
        return Review.NEW
    return Review.CHANGED if differs(row, before, garbled) else Review.NOT_REVIEWED


def _typed(row: Row) -> Iterator[tuple[str, Any]]:
    for column in columns(type(row)):
        if row.stated(column.name) and not column.shown_only:
            yield column.name, getattr(row, column.name)


def _brought_forward(row: Row, before: Row, unreadable: frozenset[Cell]) -> Row:
    groups = _CARRIES.get(row.review, frozenset())
    names = {c.name for c in columns(type(row)) if c.group in groups} - {"this_month"}
    if row.review is not Review.NOT_REVIEWED:
        names.discard(_LOOKED_AT)
    values = {n: v for n, v in _typed(before) if n in names and not row.stated(n) and not _spoiled(row, n, unreadable)}
    hidden = {n: s for n, s in before.suppressed.items() if n in names and not row.stated(n) and not _spoiled(row, n, unreadable)}
    if not values and not hidden:
        return row
    carried = {**row.carried, **{name: before.cell(name) for name in (*values, *hidden)}}
    return row.model_copy(update={**values, "carried": carried, "suppressed": {**hidden, **row.suppressed}})


def _spoiled(row: Row, name: str, unreadable: frozenset[Cell]) -> bool:
    """Something stands in the cell that could not be read: it is not blank, and nothing may stand in for it."""
    return name in row.cells and row.cells[name] in unreadable


def _met(cover: Cover, month: Month) -> list[date]:
    """The days a Workspace met on; not one that is still to come when the return is due."""
    return [on for on in cover.met_on or () if on <= month.plus(1).last_day]


def _reviewed_on(risk: Risk, met: tuple[date, Cell] | None, unreadable: frozenset[Cell]) -> Risk:
    if risk.last_reviewed or met is None or _spoiled(risk, _LOOKED_AT, unreadable):
        return risk
    on, cell = met  # the date stands on the cover, so that is the cell a reader should be sent to
    return risk.model_copy(update={_LOOKED_AT: on, "cells": {**risk.cells, _LOOKED_AT: cell}})
