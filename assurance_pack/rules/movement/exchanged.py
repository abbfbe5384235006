"""Movement of cells between rows: what one item had last month stands beside another now (AP327, AP328)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from ...english import in_words as listed
from ...model import Cell
from ...model.problem import Severity
from ...record.carry import comparable, same
from ...returns.received import Returns
from ...returns.registers import FOLLOWED
from ...schema import Row, columns
from ...schema.column import Column, ColumnKind
from ..case import Case
from ..engine import Found, Proof, Rule, rule
from ..guard.withhold import WITHHELD
from ..twice import twice
from .past import called
from .pasted_off import blocks, says_why

_TELLING = (ColumnKind.TEXT, ColumnKind.DATE, ColumnKind.IDS)
"""What seldom is the same in two rows; a word of a list or a place on a scale often is."""
_WORDS = (ColumnKind.TEXT, ColumnKind.IDS)
_Sheet: TypeAlias = tuple[list[Row], dict[str, Row]]
_SENTENCE = 6
"""Words from which on two texts are not the same by chance."""
_SORTED = 3
"""So many rows of which each has what another had: a column was sorted alone."""


@dataclass(frozen=True)
class _Taken:
    """The columns in which a row has now what another row had last month, and had otherwise itself."""

    row: Row
    other: Row
    columns: tuple[Column, ...]

    @property
    def telling(self) -> tuple[Column, ...]:
        """Those that tell the two rows apart."""
        return tuple(c for c in self.columns if c.kind in _TELLING)

    @property
    def in_a_sentence(self) -> bool:
        """Whether words among them are so many that nobody wrote them twice."""
        return any(c.kind is ColumnKind.TEXT and len(str(getattr(self.row, c.name)).split()) >= _SENTENCE for c in self.columns)


_Pairs: TypeAlias = tuple[tuple[_Taken, _Taken], ...]
_Moves: TypeAlias = dict[str, list[Column]]
"""By each row the columns in which it says something else than last month."""


@rule(
    "AP327",
    "What is said of an item is its own",
    severity=Severity.ERROR,
    because="With cells of two rows exchanged, each item has the dates and the words of the other.",
    example="M-{workspace.3}-006 and M-{workspace.3}-007 have under “Forecast now” and “Reason and path to green” what the other had in May 2026: were cells exchanged?",
    proves=Proof.VALUE,
    follows=("AP300",),
)
def cells_exchanged(case: Case) -> Iterator[Found]:
    """Put the cells back beside their own items. Until then they are not taken to be of either."""
    for rows, before, moves, pairs in case.once(_with_pairs):
        apart: set[Cell] = set()
        yield from _pasted_off(rows, before, moves, apart, case, sure=True)
        for taken, back in pairs:
            both = tuple(c for c in taken.telling if c in back.telling)
            moved = taken.telling if len(both) < 2 else both
            if len(moved) < 2 or (moved is not both and not (taken.in_a_sentence and _gone(taken, before))):
                continue
            found = _found(taken, moved, case, exchanged=moved is both)
            if apart.isdisjoint(found.wrong):
                apart |= set(found.wrong)
                yield found
        yield from _sorted_alone(pairs, apart, case)


@rule(
    "AP328",
    "What one item had last month does not stand beside another",
    severity=Severity.WARNING,
    because="With cells of two rows exchanged, each item has the dates and the words of the other.",
    example="M-{workspace.3}-006 and M-{workspace.3}-007 have under “Forecast now” what the other had in May 2026: were cells exchanged?",
    follows=("AP327",),
)
def cell_of_another(case: Case) -> Iterator[Found]:
    """Look whether each row has its own. If both happen to have moved so, leave them; or say in each in a few words why it moved."""
    for rows, before, moves, pairs in case.once(_with_pairs):
        apart: set[Cell] = set()
        yield from _pasted_off(rows, before, moves, apart, case, sure=False)
        for taken, back in pairs:
            both = tuple(c for c in taken.columns if c in back.columns)
            exchanged = bool(both) and rows.index(taken.row) < rows.index(back.row) and _tell_apart(both)
            if exchanged and not any(c.kind in _WORDS for c in both) and _both_say_why(taken, before, moves):
                continue
            if exchanged or (not both and taken.in_a_sentence and _gone(taken, before)):
                found = _found(taken, both if exchanged else taken.telling, case, exchanged=exchanged)
                if apart.isdisjoint(found.cells):
                    yield found


def sheets(case: Case) -> tuple[_Sheet, ...]:
    """The rows of each sheet of each sender that were there last month too, and as they were, each by the row of this month."""
    return case.once(_sheets)


def _sheets(case: Case) -> tuple[_Sheet, ...]:
    return tuple(_followed(case, case.before)) if case.before is not None else ()


def _followed(case: Case, last: Returns) -> Iterator[_Sheet]:
    stand_twice = {row.at for rows in twice(case.returns.rows) for row in rows}  # whose cells they are AP260 asks
    for register in FOLLOWED:
        was = {register.item(row): row for row in last.only(register.kind) if register.item(row)}
        rows = [row for row in case.returns.only(register.kind) if register.item(row) in was and row.at not in stand_twice]
        for sender in dict.fromkeys(row.sender for row in rows):
            theirs = [row for row in rows if row.sender == sender]
            yield theirs, {row.ref: was[register.item(row)] for row in theirs}


def _tell_apart(both: tuple[Column, ...]) -> bool:
    """Whether columns exchanged are no chance: one that tells rows apart, or two places on a scale."""
    return any(c.kind in _TELLING for c in both) or sum(c.kind is ColumnKind.WHOLE for c in both) > 1


def has_a_day_of(row: Row, other: Row, before: dict[str, Row], case: Case) -> bool:
    """Whether a day of a row moved to where the other's stood last month."""
    days = (c for c in columns(type(row)) if c.kind is ColumnKind.DATE and not c.set_by_review and not c.anew)
    return any(_moved(row, before[row.ref], c, case) and same(getattr(row, c.name), getattr(before[other.ref], c.name)) for c in days)


def _both_say_why(taken: _Taken, before: dict[str, Row], moves: _Moves) -> bool:
    """Whether new words of both rows say why each moved to where the other was."""
    pairs = ((taken.row, taken.other), (taken.other, taken.row))
    return all(says_why(one, before[one.ref], before[other.ref], moves[one.ref]) for one, other in pairs)


def _with_pairs(case: Case) -> tuple[tuple[list[Row], dict[str, Row], _Moves, _Pairs], ...]:
    found = []
    for rows, before in sheets(case):
        names = _said(rows[0])
        moves = {row.ref: [c for c in names if _moved(row, before[row.ref], c, case)] for row in rows}
        found.append((rows, before, moves, tuple(_pairs(rows, before, moves))))
    return tuple(found)


def _pairs(rows: list[Row], before: dict[str, Row], moves: _Moves) -> Iterator[tuple[_Taken, _Taken]]:
    """Of each two rows what one has of the other, and the other of it; only where it has something."""
    names = _said(rows[0])
    had: dict[tuple[str, Any], list[Row]] = defaultdict(list)
    for row in rows:
        for column in names:
            had[column.name, comparable(getattr(before[row.ref], column.name))].append(row)
    taken: dict[tuple[str, str], _Taken] = {}
    for row in rows:
        found: dict[str, list[Column]] = defaultdict(list)
        others: dict[str, Row] = {}
        for column in moves[row.ref]:
            theirs = had.get((column.name, comparable(getattr(row, column.name))), [])
            for other in theirs if column.kind not in _TELLING or len(theirs) == 1 else ():
                found[other.ref].append(column)
                others[other.ref] = other
        taken |= {(row.ref, ref): _Taken(row, others[ref], tuple(cs)) for ref, cs in found.items() if ref != row.ref}
    for (ref, theirs_ref), one in taken.items():
        yield one, taken.get((theirs_ref, ref)) or _Taken(one.other, one.row, ())


def _said(row: Row) -> list[Column]:
    """The columns in which something is said of an item."""
    return [c for c in columns(type(row)) if not (c.shown_only or c.subject or c.id_prefix or c.name in ("this_month", row.life.known_by))]


def _moved(row: Row, was: Row, column: Column, case: Case) -> bool:
    now = getattr(row, column.name)
    if not row.stated(column.name) or now == WITHHELD or same(now, getattr(was, column.name)):
        return False
    return column.name not in row.carried and row.cell(column.name) not in case.returns.faulted


def _gone(taken: _Taken, before: dict[str, Row]) -> bool:
    """Whether the other row has it no more: what it still has was copied, of which AP325 speaks."""
    return not any(same(getattr(taken.other, c.name), getattr(before[taken.other.ref], c.name)) for c in taken.telling)


def _found(taken: _Taken, moved: tuple[Column, ...], case: Case, *, exchanged: bool) -> Found:
    row, other = taken.row, taken.other
    since, under = case.last.month.name if case.last else "", listed(f"“{c.heading}”" for c in moved)
    cells = tuple(r.cell(c.name) for r in (row, other) for c in moved if r.stated(c.name))
    if exchanged:
        sentence = f"{called(row)} and {called(other)} have under {under} what the other had in {since}: were cells exchanged?"
    else:
        sentence = f"{called(row)} has under {under} what {called(other)} had in {since}, and {called(other)} has something else: were cells exchanged?"
    every = tuple(r.cell(c.name) for r in (row, other) for c in dict.fromkeys((*moved, *taken.columns)) if r.stated(c.name))
    return Found(cells, sentence, (row.ref, other.ref), row.sender, wrong=every)


def _sorted_alone(pairs: _Pairs, apart: set[Cell], case: Case) -> Iterator[Found]:
    """The cells of one column in three rows or more, each of which has what another of them had."""
    takes: dict[Column, dict[str, tuple[Row, str]]] = defaultdict(dict)
    for taken, _ in pairs:
        for column in taken.telling:
            takes[column][taken.row.ref] = (taken.row, taken.other.ref)
    for column, of in takes.items():
        ring = [row for row in _closed(of) if row.cell(column.name) not in apart]
        if len(ring) >= _SORTED and case.last:
            cells = tuple(row.cell(column.name) for row in ring)
            sentence = f"{listed(called(r) for r in ring)} have under “{column.heading}” what others of them had in {case.last.month.name}: was the column sorted alone?"
            yield Found(cells, sentence, tuple(r.ref for r in ring), ring[0].sender, wrong=cells)


def _closed(of: dict[str, tuple[Row, str]]) -> list[Row]:
    """The rows that took from one another and from no other: a plan of which each phase slips to the day of the next is no such ring."""
    while outside := [ref for ref, (_, other) in of.items() if other not in of or ref not in {o for _, o in of.values()}]:
        of = {ref: taken for ref, taken in of.items() if ref not in outside}
    return [row for row, _ in of.values()]


def _pasted_off(rows: list[Row], before: dict[str, Row], moves: _Moves, apart: set[Cell], case: Case, *, sure: bool) -> Iterator[Found]:
    """The cells of two rows or more, each of which has what the one above (or below) it had last month: a block was pasted off its rows."""
    for block in blocks(rows, before, moves):
        if block.sure is sure and case.last and apart.isdisjoint(block.moved):
            apart |= set(block.moved)
            under, refs = listed(f"“{c.heading}”" for c in block.columns), tuple(row.ref for row in block.rows)
            sentence = f"{listed(refs)} have under {under} what the row {block.way} each had in {case.last.month.name}: was a block pasted a row too {'low' if block.low else 'high'}?"
            every = tuple(row.cell(c.name) for row in block.rows for c in block.columns if row.stated(c.name))
            yield Found(block.moved, sentence, refs, block.rows[0].sender, wrong=every)


RULES: tuple[Rule, ...] = (cells_exchanged, cell_of_another)
