"""`pack rules` and `pack explain`: the rule book, and one rule with its clause, an example and the remedy."""

from __future__ import annotations

from ..rules import all_rules
from ..rules.engine import Rule


def rulebook() -> tuple[Rule, ...]:
    """Every rule, by its number."""
    return tuple(sorted(all_rules(), key=lambda r: r.id))


def find_rule(rule_id: str) -> Rule | None:
    """One rule by its number, however it is typed."""
    wanted = rule_id.strip().upper()
    return next((r for r in rulebook() if r.id == wanted), None)
