"""Authority by a decision that is named: whether it was about the item it is named for (AP623)."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.problem import Severity
from ...returns.rdg import TaskAndFinishGroup
from ...returns.workspace import Milestone, Risk
from ...schema import Row
from .. import clauses
from ..case import Case
from ..decision_named import decision_named, speaks_of
from ..engine import Found, Rule, rule
from ..known import named_in

NAMED_BY: dict[type[Row], str] = {TaskAndFinishGroup: "decision", Milestone: "reference", Risk: "decision"}
"""Where a row names the decision of the Board it rests on."""


@rule(
    "AP623",
    "The decision named for an item was about that item",
    severity=Severity.WARNING,
    because=clauses.BOARD_SIGNS_OFF_PLAN,
    example="D-003 is named for TF-002, but it was about TF-001.",
    follows=("AP232", "AP602"),
)
def about_something_else(case: Case) -> Iterator[Found]:
    """Give the decision on this item; without one, leave the cell empty and put back what only a decision changes. If it was on this item too, say so under Shown by (IDs) in the Board log."""
    before = case.before.by_id if case.before else {}
    for kind, name in NAMED_BY.items():
        for row in case.returns.of(kind):
            said = getattr(row, name) or ""
            if not row.stated("id") or said == getattr(before.get(row.ref), name, None):
                continue
            for ref in named_in(said):
                decision = decision_named(ref, case) if ref.upper().startswith("D-") else None
                if decision is not None and decision.item and not speaks_of(decision, row, case):
                    sentence = f"{ref} is named for {row.ref}, but it was about {decision.item}."
                    yield Found((row.cell(name),), sentence, (row.ref,), row.sender)


RULES: tuple[Rule, ...] = (about_something_else,)
