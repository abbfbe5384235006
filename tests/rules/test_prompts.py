"""Which prompts come first: mandatory items, then the rules in the order printed."""

from __future__ import annotations

from months import case_of, month, sheet

from assurance_pack.model.problem import Problem, Severity
from assurance_pack.returns.rdg import ForTheBoard
from assurance_pack.returns.workspace import Risk
from assurance_pack.rules import all_rules
from assurance_pack.rules.prompts import FIRST, mandatory_items, ranked


def prompt(rule: str, *items: str) -> Problem:
    return Problem(rule=rule, severity=Severity.PROMPT, sentence="Why?", remedy="Say.", items=items)


CASE = case_of(
    month(
        sheet(Risk, "CAP", """
            id        | categories  | status
            R-CAP-004 | Sufficiency | Open
            R-CAP-005 | Sufficiency | Closed
            R-CAP-006 |             | Open
        """),
        sheet(ForTheBoard, "RDG", """
            id    | categories | linked
            B-005 | Statutory  | M-CAP-007
        """),
    )
)  # fmt: skip


def test_mandatory_items_are_open_risks_with_a_category_and_what_a_mandatory_matter_is_about():
    assert mandatory_items(CASE) == {"R-CAP-004", "B-005", "M-CAP-007"}


def test_a_prompt_on_a_mandatory_item_is_answered_before_all_others():
    prompts = [prompt("AP603", "R-CAP-006"), prompt("AP409", "T08"), prompt("AP309", "M-CAP-007")]
    assert [p.rule for p in ranked(prompts, CASE)] == ["AP309", "AP603", "AP409"]


def test_every_rule_that_prompts_has_its_place_in_the_order():
    assert sorted(FIRST) == sorted(r.id for r in all_rules() if r.severity is Severity.PROMPT)
