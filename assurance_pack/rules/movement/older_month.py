"""Movement backwards: a sheet that says what an older month said, and not the last one (AP330); one item's words of an older month (AP331)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...english import in_words, number
from ...model import Cell, means
from ...model.problem import Severity
from ...record.carry import comparable, same
from ...returns.received import Returns
from ...schema import Row, columns
from ...schema.column import Column, ColumnKind
from .. import clauses
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from ..guard.withhold import WITHHELD
from .exchanged import sheets
from .past import called
from .said_again import SENTENCE

_A_YEAR = 13
"""So far back, the last month included, a table may lie to hand; older records are left unopened."""
_SEVERAL = 3
"""So many rows marked as changed, of which none has changed, are no slip."""
_CELLS, _ROWS, _NEARLY_ALL = 4, 2, 0.8
"""From so many cells on, in so many rows, and of all that tell the two months apart such a share, a sheet is of the older month."""


@rule(
    "AP330",
    "A sheet says how things stand this month",
    severity=Severity.ERROR,
    because=clauses.ROUTINE_UPDATES,
    example="On Milestones, six rows say what they said in April 2026, and not in May 2026: was the table of April 2026 typed or pasted in?",
    proves=Proof.VALUE,
)
def of_an_older_month(case: Case) -> Iterator[Found]:
    """Fill the sheet in anew on this month's form. Until then what stands there as it stood in that month is not taken to be so now."""
    for rows, before in sheets(case):
        moved = _moved(rows, before, case)
        for returns in reversed(case.earlier[-_A_YEAR:-1]):
            again = _back(moved, before, returns)
            if len(again) < _CELLS:
                continue
            told = _told_apart(rows, before, returns, case)
            backward = [row for row in rows if not set(again).isdisjoint(row.cells.values())]
            if len(again) >= max(_CELLS, told * _NEARLY_ALL) and len(backward) >= _ROWS and case.last:
                refs, then, sheet = tuple(row.ref for row in backward), returns.month.name, rows[0].at.sheet
                what = f"On {sheet}, {in_words(called(row) for row in backward)} say what they said in {then}, and not in {case.last.month.name}"
                yield Found(again, f"{what}: was the table of {then} typed or pasted in?", refs, rows[0].sender, wrong=again)
                break


def _moved(rows: list[Row], before: dict[str, Row], case: Case) -> list[tuple[Row, list[Column]]]:
    """The rows of a sheet with their columns that say something else than last month; none where they are too few to be an older month's.

    Only of these can an older month have said what is said now, and last month something else: in the others it is not looked for.
    """
    found = [(row, [c for c in _kept(row) if not _as_last(row, before[row.ref], c) and _tells(row, c, case)]) for row in rows]
    return [one for one in found if one[1]] if sum(len(columns) for _, columns in found) >= _CELLS else []


def _as_last(row: Row, last: Row, column: Column) -> bool:
    return same(getattr(row, column.name), getattr(last, column.name))


def _back(moved: list[tuple[Row, list[Column]]], before: dict[str, Row], returns: Returns) -> tuple[Cell, ...]:
    """The cells that say again what they said in an older month, and not in the last."""
    return tuple(
        row.cell(column.name)
        for row, names in moved
        if (was := _as_in(returns, row)) is not None
        for column in names
        if _apart(before[row.ref], was, column) and same(getattr(row, column.name), getattr(was, column.name))
    )


def _told_apart(rows: list[Row], before: dict[str, Row], returns: Returns, case: Case) -> int:
    """How many cells of a sheet an older month and the last one tell apart."""
    then = ((row, was) for row in rows if (was := _as_in(returns, row)) is not None)
    return sum(_apart(before[row.ref], was, c) and _tells(row, c, case) for row, was in then for c in _kept(row))


def _as_in(returns: Returns, row: Row) -> Row | None:
    """The same item on the same sheet in another month."""
    if row.life.known_by == "id":
        found = returns.find(type(row), row.ref)
        if found is None or type(found) is type(row):
            return found
    return next((r for r in returns.only(type(row)) if _key(r) == _key(row)), None)


def _key(row: Row) -> Any:
    return comparable(getattr(row, row.life.known_by))


def _kept(row: Row) -> tuple[Column, ...]:
    return tuple(
        c for c in columns(type(row)) if not (c.shown_only or c.id_prefix or c.subject or c.name in ("this_month", row.life.known_by))
    )


def _tells(row: Row, column: Column, case: Case) -> bool:
    cell, typed = row.cell(column.name), row.stated(column.name) and column.name not in row.carried
    return typed and getattr(row, column.name) != WITHHELD and cell.sheet == row.at.sheet and cell not in case.returns.faulted


def _apart(last: Row, older: Row, column: Column) -> bool:
    one, other = getattr(last, column.name), getattr(older, column.name)
    return one not in (None, ()) and other not in (None, ()) and not same(one, other)


@rule(
    "AP331",
    "What is said of an item is of this month",
    severity=Severity.WARNING,
    because=clauses.ROUTINE_UPDATES,
    example="“Progress this month” of M-{workspace.3}-007 is word for word that of April 2026. Is it so again?",
    follows=("AP330",),
)
def words_of_an_older_month(case: Case) -> Iterator[Found]:
    """Say what happened this month. If all is again as it was then, say since when."""
    for rows, before in sheets(case):
        yield from _words_of_last_month(rows, before, case)
        for row in rows:
            for column in (c for c in _kept(row) if c.kind is ColumnKind.TEXT and _tells(row, c, case)):
                words = getattr(row, column.name)
                if len(words.split()) < SENTENCE or same(words, getattr(before[row.ref], column.name)):
                    continue
                if then := next((m for m in reversed(case.earlier[-_A_YEAR:-1]) if _said_so(_as_in(m, row), column, words)), None):
                    sentence = f"“{column.heading}” of {called(row)} is word for word that of {then.month.name}. Is it so again?"
                    yield Found((row.cell(column.name),), sentence, (row.ref,), row.sender)


def _said_so(row: Row | None, column: Column, words: str) -> bool:
    return row is not None and same(getattr(row, column.name), words)


def _is_last_months(row: Row, before: Row, column: Column) -> bool:
    words = getattr(row, column.name)
    return len(words.split()) >= SENTENCE and same(words, getattr(before, column.name))


def _words_of_last_month(rows: list[Row], before: dict[str, Row], case: Case) -> Iterator[Found]:
    """Of a column that is said anew each month, several rows that say word for word what each said last month: asked once."""
    if not rows or _changed_in_name(rows, before, case):
        return  # of the whole sheet AP332 asks
    for column in (c for c in columns(type(rows[0])) if c.anew and c.kind is ColumnKind.TEXT):
        again = [row for row in rows if _tells(row, column, case) and _is_last_months(row, before[row.ref], column)]
        if len(again) >= _SEVERAL and case.last:
            what = f"“{column.heading}” of {in_words(called(row) for row in again)} is word for word that of {case.last.month.name}"
            refs = tuple(row.ref for row in again)
            yield Found(tuple(row.cell(column.name) for row in again), f"{what}. Is it so again?", refs, rows[0].sender)


@rule(
    "AP332",
    "What is marked as changed has changed",
    severity=Severity.WARNING,
    because=clauses.ROUTINE_UPDATES,
    example="On Risks, six rows are marked {this_month.changed}, and none says anything that it did not say in May 2026. Is it last month's sheet?",
)
def nothing_changed(case: Case) -> Iterator[Found]:
    """Look whether this is this month's sheet. If it is and all stands as it did, choose {this_month.no_change}."""
    for rows, before in sheets(case):
        marked = _changed_in_name(rows, before, case)
        if not marked or not case.last:
            continue
        word, cells = getattr(marked[0], "this_month", None), tuple(row.cell("this_month") for row in marked)
        what = f"{number(len(marked))} rows are marked {word}, and none says anything that it did not say in {case.last.month.name}"
        yield Found(cells, f"On {rows[0].at.sheet}, {what}. Is it last month's sheet?", tuple(r.ref for r in marked), rows[0].sender)


def _changed_in_name(rows: list[Row], before: dict[str, Row], case: Case) -> list[Row]:
    """The rows of a sheet marked as changed, where they are several and none of them says anything new; else none."""
    marked = [row for row in rows if means(getattr(row, "this_month", None), "changed")]
    return [] if len(marked) < _SEVERAL or any(_may_differ(row, before[row.ref], case) for row in marked) else marked


def _may_differ(row: Row, before: Row, case: Case) -> bool:
    """Whether something typed in a row was not there last month, or may not have been."""
    typed = [c for c in columns(type(row)) if not c.shown_only and c.name != "this_month" and row.cell(c.name).sheet == row.at.sheet]
    unread = case.unread(row, *(c.name for c in typed))
    return unread or any(row.stated(c.name) and not same(getattr(row, c.name), getattr(before, c.name)) for c in typed)


RULES: tuple[Rule, ...] = (of_an_older_month, words_of_an_older_month, nothing_changed)
