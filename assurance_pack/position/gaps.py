"""What the Board has not been given: returns that did not come, and cells that could not be read or were left empty."""

from __future__ import annotations

from dataclasses import dataclass

from ..english import listed, lower_first, many
from ..model import NOT_TOLD, Cell, Month, Sender
from ..model.fault import FaultKind
from ..returns import return_kind
from ..returns.received import ReceiptState, Returns
from ..returns.workspace import IndicatorFigure, Risk
from ..rules.case import Case
from ..schema import Row, column_of
from ..senders import expected_senders, sender_name
from .risk_lines import SCORED_BY


@dataclass(frozen=True)
class Doubt:
    """A value in question: what it is of, as a reader would name it, and the cells; of a risk's score, `last` is what it was last time."""

    of: str
    cells: tuple[Cell, ...]
    last: int | None = None


@dataclass(frozen=True)
class Gaps:
    """`missing` are the senders of expected returns not in hand; `came` counts the rest of those expected.

    `unreadable` are those of whom something came that cannot be read, `of_another_month` those of whom a return of another month alone came: of the
    missing, and of those who are not expected and sent something (`of_no_use`).
    `in_question` are the places of values proved wrong, by item and column; of an item in two rows that differ, the item.
    `disputed` are the senders of whom two files came that differ, or a sheet twice: which one should count is a question that nobody has answered.
    `lacking` are the senders whose return came without sheets or columns of its form, and those sheets and columns.
    """

    missing: tuple[Sender, ...]
    came: int
    expected: int
    not_stated: tuple[Cell, ...]
    in_question: tuple[Doubt, ...] = ()
    disputed: tuple[Sender, ...] = ()
    lacking: tuple[tuple[Sender, tuple[str, ...]], ...] = ()
    unreadable: tuple[Sender, ...] = ()
    of_another_month: tuple[tuple[Sender, Month], ...] = ()


def gaps(case: Case) -> Gaps:
    """The gaps of a month: one count of cells not stated, and the missing returns in the order they are expected."""
    expected = expected_senders(case.settings)
    missing = tuple(s for s in expected if not came(case.returns, s))
    months = _of_another_month(case.returns)
    asked = (*missing, *of_no_use(case.returns, expected))
    return Gaps(
        missing, len(expected) - len(missing), len(expected), not_stated(case.returns), in_question(case), case.returns.in_two_versions,
        tuple((s, titles) for s in expected if (titles := _lacking(case.returns, s))), tuple(s for s in asked if _unreadable(case.returns, s)),
        tuple((s, months[s]) for s in asked if s in months),
    )  # fmt: skip


def of_no_use(returns: Returns, besides: tuple[Sender, ...] = ()) -> tuple[Sender, ...]:
    """Who sent something that cannot be read, or is of another month, and nothing that counts; not those named `besides`."""
    lost = (ReceiptState.REFUSED, ReceiptState.SET_ASIDE)
    senders = dict.fromkeys(r.sender for r in returns.receipts if r.sender and r.file and r.state in lost and r.sender not in besides)
    return tuple(s for s in senders if not came(returns, s))


def _lacking(returns: Returns, sender: Sender) -> tuple[str, ...]:
    """The sheets a return came without, and the columns of the others, in the order of the form."""
    if not came(returns, sender):
        return ()
    return tuple(
        what if what == cls.sheet_title else f"“{what}” on {cls.sheet_title}"
        for cls in return_kind(sender.kind).sheets
        for what in sorted(returns.lost(cls, sender))
    )


def _of_another_month(returns: Returns) -> dict[Sender, Month]:
    """Of whom a return of another month came, and of which: of several, the newest."""
    by_file = {r.file: r.sender for r in returns.receipts if r.file}
    sent = sorted((f.seen, by_file.get(f.cell.file, NOT_TOLD)) for f in returns.faults if f.kind is FaultKind.WRONG_MONTH)
    return {sender: Month(month) for month, sender in sent if sender}


def _unreadable(returns: Returns, sender: Sender) -> bool:
    """Whether something came of a sender, and could not be read."""
    receipt = returns.receipt(sender)
    return receipt is not None and receipt.state is ReceiptState.REFUSED


def came(returns: Returns, sender: Sender, kind: type[Row] | None = None) -> bool:
    """Whether a sender's return is in hand: received, or sent saying “nothing this month”; and with the sheet of this kind, where one is named."""
    if kind is not None and returns.lacks(kind, sender):
        return False
    receipt = returns.receipt(sender)
    if receipt is not None:
        return receipt.counts
    return any(row.sender == sender for row in returns.rows)


def not_stated(returns: Returns) -> tuple[Cell, ...]:
    """The cells the reader reported and that hold no value: each prints as “Not stated”."""
    empty = {c for row in returns.rows for n, c in row.cells.items() if getattr(row, n, None) in (None, ()) and not row.in_question(n)}
    return tuple(sorted((c for c in returns.faulted if c in empty), key=lambda c: c.order))


def in_question(case: Case) -> tuple[Doubt, ...]:
    """What is in question: one line for each row, figures by their indicator and month."""
    rows = (row for row in case.returns.rows if row.questioned and not row.doubled)
    return tuple(_doubt(row, case) for row in sorted(rows, key=lambda r: r.at.order))


COLUMNS = 3
"""Columns of one row that are named before the rest are counted."""


WHOLE_ROW = 6
"""Of a row with more in question than that nothing is known of this month."""


def _called(row: Row, case: Case) -> str:
    """A row as a reader would name it: by its ID, or by what it is about, or by whose it is."""
    about = getattr(row, row.life.known_by, None)
    if about and row.life.known_by != "id":
        return f"{row.printed_as} {lower_first(str(about))}"
    if row.id_for_life:
        return row.ref
    whose = sender_name(row.sender, case.settings)
    return whose if row.layout == "page" else f"{whose}, {row.ref}"


def _doubt(row: Row, case: Case) -> Doubt:
    same = [row, *(r for r in case.returns.rows if r.doubled and r.ref == row.ref and isinstance(r, type(row)))]
    cells = tuple(sorted({r.cell(name) for r in same for name in row.questioned}, key=lambda c: c.order))
    if isinstance(row, IndicatorFigure) and row.indicator:
        known = case.settings.indicator(row.indicator.meaning)
        name = known.in_short if known else row.indicator.text
        of = f"{name}, {Month.of(row.period_end).name}" if row.period_end else name
        # its note or whether it is provisional may be in question, and the figure not
        besides = () if row.in_question("numerator", "denominator", "value", "indicator", "period_end") else row.questioned
        return Doubt(", ".join((of, *(column_of(type(row), n).heading.casefold() for n in besides))), cells)
    if len(same) > 1:
        return Doubt(f"{row.ref}, in {many(len(same), 'row')} that differ", tuple(r.cell("id") for r in same))
    headings = (column_of(type(row), n).heading.casefold() for n in row.questioned)
    named = "the whole row" if len(row.questioned) > WHOLE_ROW else listed(headings, COLUMNS)
    return Doubt(f"{_called(row, case)}, {named}", cells, _last_score(row, case))


def _last_score(row: Row, case: Case) -> int | None:
    """What the score of a risk was last time, where this month's is in question."""
    before = case.before.find(Risk, row.ref) if case.before and isinstance(row, Risk) and row.in_question(*SCORED_BY) else None
    return before.score if before else None
