"""Which prompts RDG answers first, where there are more than it should be asked: the rest are counted."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.problem import Problem
from ..returns.board_log import ExceptionalIssue
from ..returns.partner import Concern
from ..returns.rdg import ForTheBoard
from ..returns.workspace import Risk
from .case import Case

FIRST = (
    "AP605", "AP603", "AP618", "AP311",  # what may have to reach the Board
    "AP402", "AP401", "AP404", "AP411", "AP412", "AP405",  # where sources disagree, or agree and nobody owns it
    "AP305", "AP309", "AP308", "AP403",  # delivery that does not move, or moves without a reason
    "AP407", "AP406", "AP613", "AP615", "AP409", "AP410",
)  # fmt: skip
"""Prompts on mandatory items come before all others; then the rules in this order; then as a reader meets them."""


def mandatory_items(case: Case) -> frozenset[str]:
    """The IDs of everything in a mandatory category this month, and of what a matter for the Board in one is linked to."""
    risks = {r.ref for r in case.returns.of(Risk) if r.categories and r.open}
    matters = {ref for m in case.returns.of(ForTheBoard) if m.categories for ref in (m.ref, *(m.linked or ()))}
    issues = {x.ref for x in case.returns.of(ExceptionalIssue) if x.categories}
    concerns = {c.ref for c in case.returns.of(Concern) if c.category}
    return frozenset(risks | matters | issues | concerns)


def ranked(prompts: Iterable[Problem], case: Case) -> tuple[Problem, ...]:
    """Prompts in the order they are to be answered. Which item is worse is not weighed: the order is the rule's, printed above."""
    mandatory = mandatory_items(case)

    def order(prompt: Problem) -> tuple[bool, int]:
        place = FIRST.index(prompt.rule) if prompt.rule in FIRST else len(FIRST)
        return not mandatory & set(prompt.items), place

    return tuple(sorted(prompts, key=order))
