"""Examples of the guard (AP5xx): each rule once speaking, once silent. What it finds in texts is tested with the texts themselves."""

from __future__ import annotations

from example import Example
from months import month

from assurance_pack.model import Cell
from assurance_pack.model.text import GuardFinding
from assurance_pack.rules.guard import RULES

_HERE = Cell(file="CAP-2026-06.xlsx", sheet="Risks", ref="F5")


def _found(rule: str) -> GuardFinding:
    return GuardFinding(_HERE, rule, "something", blocks=True, checked=False)


EXAMPLES = tuple(
    Example(
        one.id,
        one.title,
        month(guard=(_found(one.id),)),
        ("CAP Risks!F5",),
        month(guard=(_found("AP502" if one.id != "AP502" else "AP501"),)),
    )
    for one in RULES
)
