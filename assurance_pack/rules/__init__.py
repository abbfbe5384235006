"""WHAT WE CHECK: one small function a rule. A rule finds; the engine grades, groups, waives and suppresses."""

from __future__ import annotations

from . import authority, guard, movement, sense, shape, triangulation
from .engine import Rule

FAMILIES: tuple[tuple[Rule, ...], ...] = (guard.RULES, shape.RULES, sense.RULES, movement.RULES, authority.RULES, triangulation.RULES)
"""The families, in the order they run. A rule is added by writing its function and naming it in its family's `RULES`."""


def all_rules() -> tuple[Rule, ...]:
    """The whole rule book, by number."""
    return tuple(sorted((one for family in FAMILIES for one in family), key=lambda one: one.id))
