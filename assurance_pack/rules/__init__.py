"""WHAT WE CHECK: one small function a rule. A rule finds; the engine grades, groups, waives and suppresses."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ..model import Cell
from ..model.problem import Waiver
from . import authority, guard, movement, sense, shape, triangulation
from .case import Case
from .engine import Rule, Verdicts, run
from .guard.kinds import redacted
from .guard.told import Told

FAMILIES: tuple[tuple[Rule, ...], ...] = (guard.RULES, shape.RULES, sense.RULES, movement.RULES, authority.RULES, triangulation.RULES)
"""The families, in the order they run. A rule is added by writing its function and naming it in its family's `RULES`."""


def all_rules() -> tuple[Rule, ...]:
    """The whole rule book, by number."""
    return tuple(sorted((one for family in FAMILIES for one in family), key=lambda one: one.id))


def judge(rules: Iterable[Rule], case: Case, waivers: tuple[Waiver, ...] = (), already: Iterable[Cell] = ()) -> Verdicts:
    """What these rules come to (see `engine.run`), each sentence looked at by the guard before it leaves."""
    told = cache(lambda: Told.of(case.settings))  # most rules find nothing in most months
    return run(rules, case, waivers, already, redact=lambda sentence: redacted(sentence, told()))
