"""Movement of items that left a register without being closed and have not come back since: named until they are accounted for (AP319)."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.problem import Severity
from ...record.carry import same
from ...returns.received import Returns
from ...returns.registers import REVIEWED, subject
from ...schema import Row
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule


@rule(
    "AP319",
    "An item that left the register is accounted for",
    severity=Severity.WARNING,
    because=clauses.SLIPPAGE_VISIBLE,
    example="R-{workspace.3}-004 was last reported in April 2026, was not closed, and has not come back.",
)
def not_back(case: Case) -> Iterator[Found]:
    """Put the row back under its own ID, closed with the reason if it is finished with. If all know what became of it, the secretariat may waive this in the Board log."""
    for kind in REVIEWED:
        here = {ref.casefold() for month in (case.returns, case.before) if month for ref in month.ids(kind)}  # AP301 speaks of last time's
        looked_at: set[str] = set()
        later: list[Returns] = [case.returns]
        for returns in reversed(case.earlier):
            for ref in dict.fromkeys(returns.ids(kind)):
                if ref.casefold() in here | looked_at:
                    continue
                looked_at.add(ref.casefold())
                row = returns.find(kind, ref)
                if row is not None and not row.closed and _is_missed(row, case, later):
                    many = "{items} were reported once, were not closed, and have not come back."
                    sentence = f"{ref} was last reported in {returns.month.name}, was not closed, and has not come back."
                    yield Found((row.at,), sentence, (ref,), row.sender, many=many)
            later.append(returns)


def _is_missed(row: Row, case: Case, later: list[Returns]) -> bool:
    """Whether its sender's return is in hand with the sheet it stood on, and its words stand under no other ID since."""
    receipt, name = case.returns.receipt(row.sender), subject(type(row))
    if receipt is None or not receipt.counts or case.returns.lacks(type(row), row.sender, "id"):
        return False
    words = getattr(row, name)
    others = (other for month in later for other in month.of(type(row)) if other.sender == row.sender)
    return words is None or not any(same(getattr(other, name), words) for other in others)


RULES: tuple[Rule, ...] = (not_back,)
