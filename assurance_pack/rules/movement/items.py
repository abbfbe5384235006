"""Whether an ID still stands for its item: beside another (AP300), gone without being closed (AP301), used again for something else (AP302)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...assess.another import another_matter, another_thing, telling
from ...assess.changes import ChangeKind
from ...model import Cell, Sender
from ...model.fault import Fault, FaultKind
from ...model.problem import Severity
from ...record.carry import same
from ...returns import SHEETS
from ...returns.rdg import ForTheBoard
from ...returns.registers import subject, words_column
from ...returns.workspace import ForRdg
from ...schema import Row, columns
from .. import clauses
from ..case import Case
from ..engine import FEW, Found, Proof, Rule, rule
from ..guard.withhold import WITHHELD
from ..sense.ids import code_of_another
from ..shape.faults import quoted
from ..twice import twice
from .past import EarlierRow, past

_LASTING = {key: cls for key, cls in SHEETS.items() if subject(cls)}
"""The registers whose items live for several months, by their keys."""
_BROUGHT: tuple[type[Row], ...] = (ForTheBoard, ForRdg)
"""What is brought once, or again until it is decided: its words may be others each time, and what it is about stays."""


def items(case: Case) -> Iterator[tuple[Row, str]]:
    """Each row that has an ID and lives for several months, or is brought until it is decided; with the name of the column that says what it is."""
    for kind in (*_LASTING.values(), *_BROUGHT):
        for row in case.returns.only(kind):
            if row.stated("id"):
                yield row, words_column(kind)


@rule(
    "AP300",
    "An ID stands beside its own item",
    severity=Severity.ERROR,
    because="With one column or a few sorted alone, each item has the status, the dates and the words of another.",
    example="M-{workspace.3}-003 now stands beside what M-{workspace.3}-008 was in May 2026: was one column sorted alone?",
    proves=Proof.VALUE,
)
def beside_another_item(case: Case) -> Iterator[Found]:
    """Put the ID back beside its own item, or all its cells back beside the ID. Until then nothing in the row is taken to be of this item."""
    stand_twice = {row.at for rows in twice(case.returns.rows) for row in rows}  # of these AP260 says which is which
    for row, name in ((row, name) for row, name in items(case) if row.at not in stand_twice):
        earlier = _was_another(row, name, case)
        if earlier is None:
            continue
        if other := _whose_words(row, earlier, name):
            sentence = f"{row.ref} now stands beside what {other} was in {earlier.month.name}: was one column sorted alone?"
            many = f"On {row.at.sheet}, {{items}} now stand beside what others of them were: was one column sorted alone?"
            yield Found((row.cell("id"), row.cell(name)), sentence, (row.ref,), row.sender, wrong=_said_in(row), many=many)
        elif new := _under_a_new_id(row, earlier, name, case):
            sentence = f"{new.ref} now stands beside what {row.ref} was in {earlier.month.name}, and {row.ref} beside another thing: were IDs exchanged?"
            cells = tuple(r.cell(at) for r in (row, new) for at in ("id", name))
            yield Found(cells, sentence, (row.ref, new.ref), row.sender, wrong=(*_said_in(row), *_said_in(new)))


def _said_in(row: Row) -> tuple[Cell, ...]:
    """The cells of a row in which something is said of its item; not those of the cover, which it shares with every other row."""
    told = (c.name for c in columns(type(row)) if c.name not in ("id", "this_month") and row.stated(c.name))
    return tuple(cell for name in told if (cell := row.cell(name)).sheet == row.at.sheet)


def _was_another(row: Row, name: str, case: Case) -> EarlierRow[Row] | None:
    """A row as it last stood, where its words then were of another thing; nothing where it has none now, or had none."""
    earlier = next(past(row, case), None)
    if earlier is None:
        return None
    now, before = getattr(row, name), getattr(earlier.row, name)
    if not now or not before or now == WITHHELD:
        return None
    differs = another_matter(row, earlier.row) if isinstance(row, _BROUGHT) else another_thing(row, earlier.row, name)
    return earlier if differs else None


@rule(
    "AP301",
    "No item leaves the register without being closed",
    severity=Severity.ERROR,
    because=clauses.SLIPPAGE_VISIBLE,
    example="M-{workspace.3}-009 was reported in May 2026, was not closed, and is not in this return.",
    follows=("AP139", "AP260", "AP261"),
    few=1,
)
def vanished(case: Case) -> Iterator[Found]:
    """Put the row back under its own ID. If it is finished with, give the status that ends it; where the sheet asks what happened this month, choose {this_month.close}."""
    gone: dict[type[Row], list[Row]] = {}
    for change in case.changes.of(ChangeKind.GONE):
        kind = _LASTING.get(change.sheet)
        row = next((row for row in case.before.of(kind) if row.ref == change.item), None) if kind and case.before else None
        if kind and row is not None:
            gone.setdefault(kind, []).append(row)
    for kind, rows in gone.items():
        for sender in dict.fromkeys(row.sender for row in rows):
            yield from _gone(kind, sender, [row for row in rows if row.sender == sender], case)


def _gone(kind: type[Row], sender: Sender, rows: list[Row], case: Case) -> Iterator[Found]:
    """The items of one sheet of one sender that are not there any more, each with the rows that may stand in their place."""
    receipt, since = case.returns.receipt(sender), case.last.month.name if case.last else ""
    sheet = (Cell(file=receipt.file, sheet=kind.sheet_title),) if receipt and receipt.file else ()
    instead = _strangers(kind, sender, case)
    pasted_over = len(instead) >= len(rows) or not any(type(row) is kind and row.sender == sender for row in case.returns.rows)
    instead += _where_told(kind, sender, case)
    found = {row.ref: _same_words(row, case) for row in rows}
    anew = sum(bool(now) for now in found.values()) > FEW
    for row in rows:
        now = found[row.ref]
        if any(not r.stated("id") for r in now):
            continue  # an ID that is blank or cannot be read is reported where it stands
        sentence = f"{row.ref} was reported in {since}, was not closed, and is not in this return"
        if now:
            cell = now[0].cell("id")
            sentence += f": its words stand at {cell.sheet}!{cell.ref}, under {now[0].ref}"
            many = (
                f"{{items}} were reported in {since}, and their words stand under other IDs on {kind.sheet_title} now: were IDs given anew?"
            )
            yield Found((row.at, cell), f"{sentence}.", (row.ref,), sender, many=many if anew else "")
            continue
        many = f"{{items}} were reported in {since}, were not closed, and are not on {kind.sheet_title} in this return."
        yield Found((*sheet, row.at, *(instead if pasted_over else ())), f"{sentence}.", (row.ref,), sender, many=many)


def _where_told(kind: type[Row], sender: Sender, case: Case) -> tuple[Cell, ...]:
    """The cells at which it is said that rows on a sheet were not read."""
    return tuple(f.cell for f in _apart(kind, sender, case))


def _apart(kind: type[Row], sender: Sender, case: Case) -> Iterator[Fault]:
    receipt = case.returns.receipt(sender)
    for f in case.returns.faults:
        if f.kind is FaultKind.ROWS_APART and receipt and f.cell.file == receipt.file and f.cell.sheet == kind.sheet_title:
            yield f


def _same_words(row: Row, case: Case) -> list[Row]:
    """This month's rows of its sender that say what an item said, and are not another item that said the same already."""
    name, before = subject(type(row)), case.before.by_id if case.before else {}
    words = getattr(row, name) or ""
    mine = (r for r in case.returns.only(type(row)) if r.sender == row.sender)
    return [r for r in mine if same(getattr(r, name), words) and not same(getattr(before.get(r.ref), name, None), words)]


def _strangers(kind: type[Row], sender: Sender, case: Case) -> tuple[Cell, ...]:
    """The cells of rows on a sheet that are not its sender's, or not that sheet's: what they were pasted over is gone with them."""
    theirs = [
        row.cell("id") for row in case.returns.rows if type(row) is kind and row.sender == sender and code_of_another(row, case.settings)
    ]
    apart = [
        Cell(file=f.cell.file, sheet=f.cell.sheet, ref=re.sub(r"\d+", number, f.cell.ref))
        for f in _apart(kind, sender, case)
        for number in f.expected.split()
    ]
    return (*theirs, *apart)


@rule(
    "AP302",
    "An ID is never used again for something else",
    severity=Severity.ERROR,
    because="IDs are for life: reused, one item would inherit the other's history.",
    example="M-{workspace.3}-003 was “Six bases open” in May 2026, and has no word in common with it now.",
    follows=("AP260",),
)
def id_reused(case: Case) -> Iterator[Found]:
    """Put the ID back beside its own item. If it is a new item, give it the next free ID; if it is only reworded, ask for a waiver."""
    for row, name in items(case):
        now = getattr(row, name)
        earlier = _was_another(row, name, case)
        before = getattr(earlier.row, name) if earlier else WITHHELD
        if earlier is None or before == WITHHELD or _whose_words(row, earlier, name) or _under_a_new_id(row, earlier, name, case):
            continue  # of what another item was, AP300 speaks
        common = "has next to nothing" if telling(now) & telling(before) else "has no word"
        sentence = f"{row.ref} was {quoted(before)} in {earlier.month.name}, and {common} in common with it now."
        yield Found((row.cell("id"), row.cell(name)), sentence, (row.ref,), row.sender)


def _under_a_new_id(row: Row, earlier: EarlierRow[Row], name: str, case: Case) -> Row | None:
    """The row of its sheet that has the words an item had last time, under an ID nobody has used before."""
    was = getattr(earlier.row, name)
    others = (r for r in case.returns.only(type(row)) if r.sender == row.sender and r.at != row.at and r.stated("id"))
    return next((r for r in others if same(getattr(r, name), was) and next(past(r, case), None) is None), None)


def _whose_words(row: Row, earlier: EarlierRow[Row], name: str) -> str:
    """The ID of the other item that had a row's words last time, if one had."""
    now = getattr(row, name)
    return next((o.ref for o in earlier.returns.only(type(row)) if same(getattr(o, name), now)), "")


RULES: tuple[Rule, ...] = (beside_another_item, vanished, id_reused)
