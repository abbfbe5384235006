"""The rule book as a page: every rule under its family, with its severity, its reason, what one may see and the remedy."""

from __future__ import annotations

import re

import pytest
from months import shipped

from assurance_pack.rules import all_rules
from assurance_pack.rules.book import explained, markdown
from assurance_pack.rules.clauses import Clause
from assurance_pack.rules.engine import Rule

RULES = [r.worded(shipped()) for r in all_rules()]
FAMILIES = {"Guard": "5", "Shape": "1", "Sense": "2", "Movement": "3", "Authority": "6", "Triangulation": "4"}
"""In the order they run, by the hundred of their numbers."""


def page() -> str:
    """The rule book of the shipped settings."""
    return markdown(shipped())


def section(family: str) -> str:
    """All that the page has under the heading of a family."""
    return page().partition(f"\n## {family}\n")[2].partition("\n## ")[0]


def entry(one: Rule, page: str) -> str:
    """All that the page has under the heading of a rule."""
    rest = page.partition(f"\n### {one.id} {one.title}\n\n")[2]
    return re.split(r"\n#{2,3} ", rest)[0].rstrip("\n")


def test_the_families_stand_in_the_order_they_run_and_every_rule_once_under_its_own():
    assert re.findall(r"^## (.+)$", page(), re.MULTILINE) == list(FAMILIES)
    for family, hundred in FAMILIES.items():
        ids = re.findall(r"^### (AP\d+) ", section(family), re.MULTILINE)
        assert ids == [r.id for r in RULES if r.id[2] == hundred], family


def test_a_table_at_the_top_counts_the_rules_of_each_family_and_says_what_it_asks():
    for family, hundred in FAMILIES.items():
        count = sum(r.id[2] == hundred for r in RULES)
        (asks,) = re.findall(rf"^\| {family}, AP{hundred}xx \| {count} \| (.+) \|$", page().partition("\n## ")[0], re.MULTILINE)
        assert section(family).strip().partition("\n")[0] == asks, family


def test_a_rule_says_how_much_it_matters_why_what_one_may_see_and_how_to_put_it_right():
    whole = page()
    for one in RULES:
        first, *rest = entry(one, whole).split("\n\n")
        assert first.startswith(f"*{one.severity.capitalize()}{'' if one.waivable else ', never waived'}.* **Why.** ")
        assert rest == [f"> {one.example}", f"**How to put it right.** {one.remedy}"]


def test_the_reason_is_the_clause_with_its_sentence_or_a_sentence_of_its_own():
    whole = page()
    for one in RULES:
        because, said = one.because, "".join(explained(one).split())
        if isinstance(because, Clause):
            assert because.sentence
            why = f"{because}: “{because.sentence.rstrip('.:')}”."
        else:
            why = str(because)
        assert f"**Why.** {why}" in entry(one, whole)
        assert f"Why{''.join(why.split())}" in said
        assert ".”." not in why


@pytest.mark.parametrize(
    ("severity", "sentence"),
    [
        ("error", "Error: to be mended; until then the command exits 1."),
        ("warning", "Warning: worth mending; the pack is right without it."),
        ("prompt", "Prompt: a question for a person to confirm or explain. It decides nothing."),
        ("note", "Note: for information."),
    ],
)
def test_what_a_severity_asks_of_a_person_is_said_in_a_sentence(severity: str, sentence: str):
    of_it = [r for r in RULES if r.severity == severity]
    assert of_it
    assert all(explained(r).split("\n\n")[1] == sentence for r in of_it)


def test_what_is_explained_is_set_in_two_places_and_no_line_is_longer_than_a_terminal_has():
    for one in RULES:
        _, _, *blocks = explained(one).split("\n\n")
        for block in blocks[:3]:
            _, *lines = block.split("\n")
            assert lines
            assert all(line.startswith("  ") and not line.startswith("   ") and len(line) <= 92 for line in lines)


def test_the_page_begins_with_what_it_is_and_a_table_and_has_the_words_of_the_lists_in_force():
    whole = page()
    assert whole.startswith("# The rule book\n\nMade from the rules themselves: change a rule, and this page follows.")
    assert "\nA clause is named by its document and heading in the terms of reference (`docs/terms-of-reference.txt`)" in whole
    assert "\n\n| family | rules | what it asks |\n|---|---|---|\n| Guard, AP5xx |" in whole
    assert "{" not in whole
    assert whole.endswith("\n")
    assert not whole.endswith("\n\n")
