"""What the Board must be shown whatever else there is room for, and the questions the sources raise about it.

Source: “The Board requires escalation where there is risk relating to: statutory compliance, significant financial risk, sufficiency …
partnership failure risk” (Board: Mandatory escalation to the Board).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..assess.answered import prompt_answers
from ..model.problem import Problem, Severity
from ..returns.board_log import ExceptionalIssue
from ..returns.partner import Concern
from ..returns.rdg import ForTheBoard, PromptAnswer
from ..returns.received import Returns
from ..returns.workspace import Risk
from ..rules.case import Case
from ..rules.engine import Verdicts


@dataclass(frozen=True)
class PromptLine:
    """A question the sources raise on a mandatory item, and RDG's answer; none yet where `answer` is none."""

    problem: Problem
    answer: PromptAnswer | None


def prompts_on_mandatory(case: Case, verdicts: Verdicts) -> Iterator[PromptLine]:
    """Every prompt that names an item in a mandatory category, with the answer RDG gave to it."""
    mandatory = mandatory_items(case.returns)
    answers = prompt_answers((*case.earlier, case.returns))
    for problem in verdicts.of(Severity.PROMPT):
        if mandatory.intersection(problem.items):
            yield PromptLine(problem, answers.get(problem.key))


def mandatory_items(returns: Returns) -> frozenset[str]:
    """The items that must reach the Board, by ID: those in one of the four categories (Board: Mandatory escalation to the Board)."""
    risks = (r.ref for r in returns.of(Risk) if r.categories)
    matters = (b.ref for b in returns.of(ForTheBoard) if b.categories)
    issues = (x.ref for x in returns.of(ExceptionalIssue) if x.categories)
    concerns = (c.id for c in returns.of(Concern) if c.category)
    return frozenset((*risks, *matters, *issues, *concerns))
