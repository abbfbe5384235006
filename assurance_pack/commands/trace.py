"""`pack trace`: one item through every month: value, file, sheet, cell, where printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..assess.shown_counts import as_shown
from ..home import Home
from ..model import Month, Word, day
from ..record import store
from ..record.damage import RecordProblem
from ..schema import Row, columns


@dataclass(frozen=True)
class Step:
    """An item in one month: each stated value with its cell (and last month's, where it was carried), and the sections it is printed in.

    `reconstructed`: the month was read from its returns for a later pack, and no pack of its own was made from this record.
    """

    month: Month
    meeting: date | None
    version: str
    reconstructed: bool
    values: tuple[tuple[str, str, str], ...]
    printed: tuple[str, ...]


@dataclass(frozen=True)
class Traced:
    """The months in which an item stands, and what is said of months whose record cannot be used."""

    steps: tuple[Step, ...]
    damaged: tuple[str, ...] = ()


def trace(home: Home, item: str) -> Traced:
    """Every recorded month in which an item stands, earliest first. An ID is matched however its letters are typed."""
    wanted = item.strip().upper()
    steps: list[Step] = []
    damaged: list[str] = []
    for month in store.months_kept(home):
        try:
            record = store.load(home, month)
        except RecordProblem as problem:
            damaged.append(str(problem))
            continue
        if record is None:
            continue
        for row in as_shown(record, ()).returns.rows:
            if row.ref.upper() == wanted:
                steps.append(
                    Step(month, record.meeting, record.version, record.reconstructed, tuple(_values(row)), record.printed.get(row.ref, ()))
                )
    return Traced(tuple(steps), tuple(damaged))


def _values(row: Row) -> Iterator[tuple[str, str, str]]:
    for column in columns(type(row)):
        value = row.suppressed.get(column.name, getattr(row, column.name))
        if value in (None, ()):
            continue
        place = str(row.cell(column.name))
        if column.name in row.carried:
            place += f" (carried from {row.carried[column.name]})"
        yield column.heading, _as_words(value), place


def _as_words(value: Any) -> str:
    if isinstance(value, date):
        return day(value)
    if isinstance(value, tuple):
        return ", ".join(_as_words(v) for v in value)
    return value.text if isinstance(value, Word) else str(value)


def step_lines(traced: Traced) -> Iterator[str]:
    """The way of an item as it reads in a terminal."""
    for step in traced.steps:
        yield f"{step.month.name}{f', read by the Board of {day(step.meeting)}' if step.meeting else ''} ({_where(step)})"
        for heading, said, place in step.values:
            yield f"  {heading}: {said}"
            yield f"      {place}"
        yield ""
    yield from traced.damaged


def _where(step: Step) -> str:
    if step.reconstructed:
        return "read from its return; no pack was made from this record"
    where = f"printed in section {', '.join(step.printed)}" if step.printed else "not printed; whole in the data book"
    return f"version {step.version}: {where}"
