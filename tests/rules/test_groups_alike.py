"""Words that say only that a group is a group tell it from no other."""

from __future__ import annotations

import pytest
from months import found, month, sheet

from assurance_pack.returns.rdg import TaskAndFinishGroup
from assurance_pack.rules.sense.rdg import one_group_under_two_ids


def named(*names: str) -> bool:
    """Whether two groups of these names are asked about."""
    rows = "\n".join(["id | name", *(f"TF-00{n} | {name}" for n, name in enumerate(names, start=1))])
    return bool(found(one_group_under_two_ids, month(sheet(TaskAndFinishGroup, "RDG", rows))))


@pytest.mark.parametrize("word", ["group", "task", "and", "finish", "tf", "the", "of", "on", "for", "working"])
def test_a_word_that_every_group_may_have_tells_none_from_another(word: str) -> None:
    assert named("Bus", f"{word} bus")
    assert not named("Bus", "SEN bus")


def test_names_alike_but_for_a_letter_or_for_their_order_are_asked_about() -> None:
    assert named("Transport", "Tramsport")
    assert named("Transport to school", "School transport to")
    assert not named("Transport", "Therapies")
