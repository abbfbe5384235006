"""What the data book holds: every register whole, and the account of what was made of it.

From it every printed figure can be worked out again: each row with its sender, review, file, sheet and cell; problems; signals; trends;
the crosswalk; the definitions. Counts of people too small to print are suppressed here as they are in the pack.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...position.whole import Position, take
from ...rules.case import Case
from ...rules.engine import Verdicts
from ..blocks.book import Book
from ..crosswalk import add_up
from ..section import Fate
from .accounts import VersionChanges, accounts
from .places import in_order
from .registers import registers

__all__ = ["VersionChanges", "book"]


def book(
    case: Case, verdicts: Verdicts, fates: Iterable[Fate], position: Position | None = None, *, standing: str = "",
    version: VersionChanges | None = None,
) -> Book:  # fmt: skip
    """The data book of a month.

    Args:
        case: the month before the rules.
        verdicts: what the rules came to.
        fates: what the sections say became of each row.
        position: every figure of the month, where it has been worked out already.
        standing: whether the pack is approved, in words.
        version: what a later version changes of the one before.
    """
    board = case.settings.board
    crosswalk = add_up(case.returns.rows, fates)
    return Book(
        title=f"{board.name}: data book, {case.month.name}",
        subject=f"Every register behind the assurance pack of {case.settings.month_read(case.month)}, with the file, sheet and cell of each row",
        marking=f"{board.marking} {board.handling}".strip(),
        standing=standing,
        illustrative=board.illustrative,
        issued=case.position,
        sheets=in_order((*registers(case), *accounts(case, verdicts, crosswalk, position or take(case, verdicts), version))),
    )
