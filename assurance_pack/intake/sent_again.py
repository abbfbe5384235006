"""A return of an earlier month sent again under this month's name: by what it says, whatever month stands on it.

A Workspace or RDG says something anew each month: a return in which every word, date and figure is that of one earlier month is that
month's. What a group or a partner wants the Board to hear may stand from month to month; theirs is set aside only where the file
itself was made for that month.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from ..model import Cell, Month, Sender
from ..model.fault import Fault, FaultKind
from ..returns import return_kind
from ..returns.received import ReceiptState, Returns
from ..returns.workspace import IndicatorFigure
from ..schema import Row, columns
from ..schema.column import ColumnGroup, ColumnKind
from .arrived import Arrived
from .recognising.fingerprint import written

A_SENTENCE = 6
"""Words from which on a text is not the same by chance, as “No change this month” is."""
AGAIN = "again"
"""Said of a return that bears this month's name and says what another month's said."""
_A_YEAR = 13
"""So many months back, the last included, a return may lie to hand; older records are left unread. A return says something anew every month, so an
older one is another year's plan, other figures and other dates: of these other rules ask."""
_Said: TypeAlias = tuple[type[Row], str, str, str]
"""One thing said: the sheet, the item, the column, the value."""


def set_aside_if_sent_again(one: Arrived, earlier: Sequence[Returns], month: Month) -> Arrived:
    """The file as it is; or, where it says nothing that its sender's return of an earlier month had not said, set aside as that."""
    if one.state is not ReceiptState.RECEIVED or not one.is_return or return_kind(one.kind).running:
        return one
    theirs = any(row.life.own_words for row in one.rows)
    for returns in reversed(earlier[-_A_YEAR:]):
        if (not theirs or one.made_for == returns.month) and says_nothing_new(one.rows, returns, one.sender):
            fault = Fault(kind=FaultKind.WRONG_MONTH, cell=Cell(file=one.file), seen=returns.month, expected=month, column=AGAIN)
            unprinted = tuple(replace(text, prints=False) for text in one.texts)
            note = f"the return of {returns.month.name}, again"
            return replace(one, state=ReceiptState.SET_ASIDE, rows=(), parts={}, faults=(fault,), texts=unprinted, note=note)
    return one


def says_nothing_new(rows: Iterable[Row], then: Returns, sender: Sender) -> bool:
    """Whether all that rows say was said by their sender in another month, and it is enough not to be so by chance.

    The shortest sheet that holds a sentence is looked at first: nearly always it tells, and of a record of that month nothing else is read.
    """
    by_sheet: dict[type[Row], list[Row]] = {}
    for row in rows:
        by_sheet.setdefault(type(row), []).append(row)
    speaking = {kind for kind, said in by_sheet.items() if _speaks(said)}
    in_turn = sorted(by_sheet, key=lambda kind: (kind not in speaking, len(by_sheet[kind]), kind.__name__))
    return bool(speaking) and all(_was_said(by_sheet[kind], [r for r in then.only(kind) if r.sender == sender]) for kind in in_turn)


def _was_said(rows: Iterable[Row], then: Iterable[Row]) -> bool:
    """Whether everything in the rows of a sheet stood in these others; of what was withheld or too small to keep nobody can tell."""
    before = _said(then)
    untold = {(type(row), _item(row), name) for row in then for name in row.suppressed}
    untold |= {said[:3] for said in before if said[3].startswith(WITHHELD)}
    return {said for said in _said(rows) if said[:3] not in untold} <= before


WITHHELD = "[withheld"
"""How what may identify a child is kept: without its words."""


def _said(rows: Iterable[Row]) -> set[_Said]:
    """Everything that rows say themselves: not who sends them, for which month and on what days they met, nor what the form printed."""
    return {
        (type(row), _item(row), column.name, said)
        for row in rows
        for column in columns(type(row))
        if not column.locked and column.group is not ColumnGroup.KEY and not (row.layout == "page" and column.kind in _OF_THE_MONTH)
        if (said := written(getattr(row, column.name)))
    }


_OF_THE_MONTH = (ColumnKind.DATE, ColumnKind.DATES, ColumnKind.MONTH)


def _item(row: Row) -> str:
    """What a row is about, wherever it now stands: its ID, its indicator and period, or whatever it is known by."""
    if row.layout == "page":
        return ""
    if isinstance(row, IndicatorFigure):
        return f"{written(row.indicator)} {written(row.period_end)}"
    return str(row.id_for_life or written(getattr(row, row.life.known_by, None)))


def _speaks(rows: Iterable[Row]) -> bool:
    """Whether rows hold a sentence that is said anew each month."""
    anew = (
        getattr(row, c.name)
        for row in rows
        for c in columns(type(row))
        if c.kind is ColumnKind.TEXT and (c.anew or c.group is ColumnGroup.MONTHLY or row.layout == "page" or c.name in row.life.own_words)
    )
    return any(isinstance(text, str) and len(text.split()) >= A_SENTENCE for text in anew)
