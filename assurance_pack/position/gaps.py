"""What the Board has not been given: returns that did not come, and cells that could not be read or were left empty."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Cell
from ..returns.received import Returns
from ..rules.case import Case


@dataclass(frozen=True)
class Gaps:
    """`missing` are the senders of expected returns not in hand; `came` counts the rest of those expected."""

    missing: tuple[str, ...]
    came: int
    expected: int
    not_stated: tuple[Cell, ...]


def gaps(case: Case) -> Gaps:
    """The gaps of a month: one count of cells not stated, and the missing returns in the order they are expected."""
    expected = case.settings.expected
    missing = tuple(s for s in expected if not came(case.returns, s))
    return Gaps(missing, len(expected) - len(missing), len(expected), not_stated(case.returns))


def came(returns: Returns, sender: str) -> bool:
    """Whether a sender's return is in hand: received, or sent saying “nothing this month”."""
    receipt = returns.receipt(sender)
    if receipt is not None:
        return receipt.counts
    return any(row.sender == sender for row in returns.rows)


def not_stated(returns: Returns) -> tuple[Cell, ...]:
    """The cells the reader reported and that hold no value: each prints as “Not stated”."""
    empty = {cell for row in returns.rows for name, cell in row.cells.items() if getattr(row, name, None) in (None, ())}
    return tuple(sorted((c for c in returns.faulted if c in empty), key=lambda c: c.order))
