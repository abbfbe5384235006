"""What `pack explain` says of a rule."""

from __future__ import annotations

import pytest

from assurance_pack.rules import all_rules
from assurance_pack.rules.book import explained
from assurance_pack.rules.engine import Rule

BY_ID = {rule.id: rule for rule in all_rules()}


@pytest.mark.parametrize("one", all_rules(), ids=lambda rule: rule.id)
def test_each_rule_says_why_it_is_there_what_one_may_see_and_how_to_put_it_right(one: Rule) -> None:
    said = explained(one)
    assert said.startswith(f"{one.id}  {one.title}\n\n")
    heads = ["Why\n", "What you may see\n", "How to put it right\n"]
    places = [said.index(head) for head in heads]
    assert places == sorted(places)
    assert " ".join(one.remedy.split()) in " ".join(said.split())


def test_what_nobody_may_waive_says_so_and_no_other_rule_does() -> None:
    assert explained(BY_ID["AP501"]).endswith("Nobody may waive it.")
    assert "Nobody may waive it" not in explained(BY_ID["AP508"])
