"""What a rule has proved wrong, or nobody can read, is not printed as fact: it is taken out before anything is counted, and one item counts once.

    cells that cannot be read ─▶ in question, and not stated
    proving rules ─▶ cells in question ─▶ what describes the item stands as last reported; anything else is not stated
                  └▶ one item in two rows ─▶ it counts once; where the two differ the worse is shown, and what differs is in question

Only an error proves. A rule that doubts, or finds something missing, never changes a figure; neither does one that `pack.toml` makes a
warning, nor a problem that a named person lets stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from ..meanings import LISTS
from ..model import Cell, Word
from ..model.problem import Severity, Waiver
from ..record.carry import same
from ..returns.board_log import Action, Challenge, Decision, ExceptionalIssue
from ..returns.workspace import IndicatorFigure
from ..schema import Row, columns
from ..schema.column import Column, ColumnGroup, ColumnKind
from .case import Case
from .engine import Found, Proof, Rule, severity_of
from .twice import twice
from .waiving import covers


def taken_out(case: Case, rules: Iterable[Rule], waivers: Iterable[Waiver]) -> Case:
    """The month without what is proved wrong, beside the month as it was sent.

    Args:
        case: the month as sent, with the months before it.
        rules: the rule book.
        waivers: those of the Board log; what a named person lets stand is not in question.
    """
    in_force = [w for w in waivers if w.until >= case.position]
    found = {
        one.id: tuple(one.find(case)) for one in rules if one.proves is Proof.VALUE and severity_of(one, case.settings) is Severity.ERROR
    }
    wrong = frozenset(cell for rule, proofs in found.items() for cell in _proved(rule, proofs, in_force))
    settled = {row.at: row for same_item in twice(case.returns.rows) for row in _once(same_item)}
    garbled, unset = case.returns.garbled, case.returns.unset
    if not wrong and not settled and not garbled and not unset:
        return replace(case, proved=found)
    asked = garbled | unset
    rows = (_unread(settled.get(row.at, row), garbled, asked, case) for row in case.returns.rows)
    returns = case.returns.with_rows(_without(row, wrong, case) for row in rows)
    return replace(case, returns=returns, sent=case.returns, proved=found)


def _last_month(row: Row, case: Case) -> Row | None:
    """The same item on the same sheet last month: what RDG says of a milestone stands under the milestone's own ID."""
    return case.history[-1].returns.find(type(row), row.ref) if case.history else None


def _unread(row: Row, garbled: frozenset[Cell], asked: frozenset[Cell], case: Case) -> Row:
    """A row in which what was typed and could not be read is in question: the Board is not told that nothing was said. A day that decides what is
    late stands as last reported, also where it was taken out, or is put off until it is confirmed: such cells are among those `asked` too.
    """
    if not asked or asked.isdisjoint(row.cells.values()):
        return row
    before = _last_month(row, case)
    # of a cell that names several items some may be read: what else stands there is in question all the same
    partly = (c for c in columns(type(row)) if c.kind is ColumnKind.IDS or not row.stated(c.name))
    had = {c.name for c in columns(type(row)) if c.stays and row.open and before is not None and before.stated(c.name)}
    unread = [c for c in partly if row.cells.get(c.name) in (asked if c.name in had else garbled)]
    if not unread:
        return row
    stay: dict[str, Any] = {}
    carried = dict(row.carried)
    for column in unread:
        if column.stays and before is not None and before.stated(column.name):
            stay[column.name], carried[column.name] = getattr(before, column.name), before.cell(column.name)
    return row.model_copy(update={**stay, "carried": carried, "questioned": _questioned(row, (c.name for c in unread))})


def _proved(rule: str, proofs: Iterable[Found], waivers: Iterable[Waiver]) -> Iterator[Cell]:
    """The cells whose values one rule shows to be wrong."""
    for found in proofs:
        if not any(covers(w, rule, found.items, found.cells) for w in waivers):
            yield from found.wrong or found.cells


def _without(row: Row, wrong: frozenset[Cell], case: Case) -> Row:
    """A row with the values in these cells taken out, or as last reported where they describe the item."""
    if not wrong or wrong.isdisjoint(row.cells.values()):
        return row
    before = _last_month(row, case)
    update: dict[str, Any] = {}
    carried = dict(row.carried)
    stated = [c for c in columns(type(row)) if row.stated(c.name) and c.name != "id"]
    whole = bool(stated) and all(row.cells.get(c.name) in wrong for c in stated)
    for column in columns(type(row)):
        empty = whole and _is_kept(row, column) and column.name in row.cells and before is not None and before.stated(column.name)
        if not empty and (row.cells.get(column.name) not in wrong or not row.stated(column.name)):
            continue
        keeps = column.group is not ColumnGroup.MONTHLY or _is_kept(row, column)
        stands = getattr(before, column.name, None) if keeps and type(before) is type(row) else None
        update[column.name] = stands
        if before is not None and stands is not None:
            carried[column.name] = before.cell(column.name)
    if not update:
        return row
    return row.model_copy(update={**update, "carried": carried, "questioned": _questioned(row, update)})


def _is_kept(row: Row, column: Column) -> bool:
    """Whether a cell says what a meeting agreed, on the running log: it was agreed, and stands until the log says otherwise."""
    return isinstance(row, Action | Challenge | Decision | ExceptionalIssue) and not column.anew


def _questioned(row: Row, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*row.questioned, *names)))


def _once(rows: tuple[Row, ...]) -> Iterator[Row]:
    """The rows of one item: the worst counts, and the others are set beside it; what they do not agree on is in question."""
    counts = max(rows, key=_badness)
    differing = [
        c.name
        for c in columns(type(counts))
        if any(not same(getattr(counts, c.name), getattr(r, c.name, None)) for r in rows)
        and c.name != "this_month"
        and all(r.cell(c.name).sheet == r.at.sheet for r in rows)  # what is taken from the cover is each sender's own
    ]
    if isinstance(counts, IndicatorFigure):  # of two figures neither is the worse, and neither may be drawn
        blank: dict[str, Any] = {n: None for n in ("numerator", "denominator", "value") if n in differing}
        yield counts.model_copy(update={**blank, "questioned": _questioned(counts, blank)})
    else:
        yield counts.model_copy(update={"questioned": _questioned(counts, differing)})
    yield from (r.model_copy(update={"doubled": True}) for r in rows if r is not counts)


def _badness(row: Row) -> tuple[tuple[int, ...], int, int]:
    """How bad a row is: by its gradings in the order of its columns, its score, and how late it is."""
    graded = tuple(_rank(c.words, getattr(row, c.name)) for c in columns(type(row)) if isinstance(getattr(row, c.name), Word))
    late = max((v.toordinal() for c in columns(type(row)) if isinstance(v := getattr(row, c.name), date)), default=0)
    return graded, getattr(row, "score", None) or 0, late


def _rank(words: str, word: Word) -> int:
    """The grade of a word in its list; 0 where it has none, or its list is not graded."""
    return next((meaning.grade or 0 for meaning in LISTS.get(words, ()) if meaning == word.meaning), 0)
