"""Rows that came without an ID, because the form had no spare row left: each new item is given one, and has it for life.

A row whose ID cannot be read, or whose column of IDs was taken out, is known by its words alone, and is never given a new one: what was
typed may be the ID of another item.

An ID once given must not pass to another item when the month is built again or a file is sent again with a row more. So it is looked for
in this order: the item of the same words in the record of this very month; the open item of the same words in the month before; the item
that stood in the same row when the month was last built. Only then is a new one given: the form's own numbering goes on below its last
row, so that an empty spare row above keeps the ID printed on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from difflib import SequenceMatcher
from typing import TypeAlias

from ..english import in_words
from ..model import Cell, Sender, means
from ..model.fault import Fault, FaultKind
from ..returns.received import Returns
from ..returns.registers import has_own_ids, id_number, id_stem, is_reviewed, kin, next_number, words_column, written_id
from ..returns.workspace import Milestone
from ..schema import Row, column_of
from .carry import same
from .month import Record

_Register: TypeAlias = tuple[type[Row], Sender]
ALIKE = 0.8
"""Words that agree so far are those of one item, reworded."""
_Given: TypeAlias = dict[tuple[str, str, int], tuple[str, str]]
"""By file, sheet and row: the ID, and the month it had it from, where it is no new one."""


def numbered(returns: Returns, history: tuple[Record, ...], kept: Callable[[], Record | None]) -> Returns:
    """The month with an ID for every row that has its words and none; the fault for the blank cell becomes a remark that names it.

    Args:
        returns: the month as read.
        history: the records of the months before, earliest first: no ID that any of them has used is given again.
        kept: gives the record of this very month as it was last built, if it was.
    """
    blank = {f.cell for f in returns.faults if f.kind is FaultKind.BLANK_REQUIRED}
    without = [row for row in returns.rows if has_own_ids(type(row)) and not row.stated("id") and _telling_words(row)]
    if not without:
        return returns
    now = kept()
    given: _Given = {}
    for register in dict.fromkeys((kin(type(row)), row.sender) for row in without):
        mine = [row for row in without if (kin(type(row)), row.sender) == register]
        given |= {row.at.order[:3]: (ref, since) for row, ref, since in _given(mine, register, returns, history, now, blank)}
    rows = (r.model_copy(update={"id": given[r.at.order[:3]][0]}) if r.at.order[:3] in given else r for r in returns.rows)
    mistyped = {f.cell for f in returns.faults if f.kind is FaultKind.NOT_AN_ID}
    faults = (*(_fault_renamed(f, f.cell in blank, given) for f in returns.faults), *_known_by_words(without, blank | mistyped, given))
    return replace(returns.with_rows(rows), faults=faults)


def _given(
    without: list[Row], register: _Register, returns: Returns, history: tuple[Record, ...], kept: Record | None, blank: set[Cell]
) -> Iterator[tuple[Row, str, str]]:
    """Each row with its ID, and the month it had it from, where it is no new one."""
    stem = id_stem(*register)
    before = history[-1].returns if history else Returns(returns.month)
    now = [*_rows_of(kept.returns.rows, register)] if kept else []
    then = [row for row in _rows_of(before.rows, register) if not row.closed]
    taken = {row.ref for row in _rows_of(returns.rows, register)}
    left = list(without)
    for alike in (_word_for_word, _reworded):
        for row in [*left]:
            known = next((k for k in (*now, *then) if k.ref not in taken and alike(k, row)), None)
            if known is not None:
                left.remove(row)
                taken.add(known.ref)
                yield row, known.ref, before.month.name if any(k.ref == known.ref for k in then) else ""
    first = next_number(stem, (ref for record in history for ref in record.returns.ids()))
    used = taken | {k.ref for k in now}
    for row in left:
        if row.cells.get("id") not in blank or not _is_new(row):
            continue
        there = next((k.ref for k in now if k.ref not in taken and _sheet_and_row(k) == _sheet_and_row(row)), "")
        ref = there or _next(row, stem, first, returns, used)
        taken.add(ref)
        used.add(ref)
        yield row, ref, ""


def _next(row: Row, stem: str, first: int, returns: Returns, used: Iterable[str]) -> str:
    """The ID the form would have printed beside a row, had it gone on; the next one nobody has where that is taken."""
    at = row.at.order[2]
    sheet = [r for r in returns.rows if r.at.order[:2] == row.at.order[:2]]
    above = [(r.at.order[2], n) for r in sheet if r.at.order[2] < at and (n := id_number(stem, r.ref)) is not None]
    if above:
        nearest, number = max(above)
        number = max(number, first - 1) + at - nearest
    else:
        number = first + at - min(r.at.order[2] for r in sheet)
    while written_id(stem, number) in used:
        number += 1
    return written_id(stem, number)


def _rows_of(rows: Iterable[Row], register: _Register) -> Iterator[Row]:
    """The rows of a register that have an ID."""
    return (row for row in rows if kin(type(row)) is register[0] and row.sender == register[1] and row.stated("id"))


def _is_new(row: Row) -> bool:
    """Whether nothing says that the item was there before: of one that was, the ID alone tells which."""
    return not is_reviewed(type(row)) or not row.stated("this_month") or means(getattr(row, "this_month", None), "new")


def _word_for_word(known: Row, row: Row) -> bool:
    return same(_telling_words(known), _telling_words(row))


def _reworded(known: Row, row: Row) -> bool:
    """Whether a row that says it was there before has nearly the words of an item that was."""
    words, others = _telling_words(row).casefold(), _telling_words(known).casefold()
    return not _is_new(row) and SequenceMatcher(None, others, words).ratio() >= ALIKE


def _telling_words(row: Row) -> str:
    """What says what an item is."""
    return str(getattr(row, words_column(type(row)), None) or "")


def _sheet_and_row(row: Row) -> tuple[str, int]:
    """The sheet and the row, whatever the file is called."""
    return row.at.order[1], row.at.order[2]


def _known_by_words(without: list[Row], told_of: set[Cell], given: _Given) -> Iterator[Fault]:
    """One remark for all rows of a sheet without a column of IDs, and for each that nothing else tells of: what they were taken for."""
    told: dict[Cell, list[tuple[str, str]]] = {}
    for row in without:
        if row.cells.get("id") not in told_of and row.at.order[:3] in given:
            place = row.cells.get("id") or Cell(file=row.at.file, sheet=row.at.sheet)
            told.setdefault(place, []).append(given[row.at.order[:3]])
    for place, known in told.items():
        refs = in_words(ref for ref, _ in known)
        yield Fault(kind=FaultKind.ID_GIVEN, cell=place, seen=refs, expected=known[0][1], column=column_of(Milestone, "id").heading)


def _fault_renamed(fault: Fault, blank: bool, given: _Given) -> Fault:
    """A fault of a row that was given an ID names the row by it; the one for the blank cell says which ID it is."""
    ref, since = given.get(fault.cell.order[:3], ("", ""))
    if not ref or not fault.cell.ref:
        return fault
    if blank and fault.column == column_of(Milestone, "id").heading:
        return fault.model_copy(update={"kind": FaultKind.ID_GIVEN, "row": ref, "suggestion": ref, "expected": since})
    if fault.kind is FaultKind.NOT_AN_ID and fault.column == column_of(Milestone, "id").heading:
        return fault.model_copy(update={"kind": FaultKind.MISTYPED_ID, "row": ref, "suggestion": ref, "expected": since})
    return fault.model_copy(update={"row": ref})
