"""Whose a name is: a child's by the age, the year or the case beside it; nobody's where it is also a word, or a place; a colleague's by the office."""

from __future__ import annotations

import pytest

from assurance_pack.rules.guard import names
from assurance_pack.rules.guard.names import named_child

A_CHILD = (
    "Oliver, 8, it", "Oliver (8) it", "Oliver aged eight", "Rose Pocock aged 8 it", "Rose Pocock, aged 8 it", "Rose Pocock (aged 8) it",
    "Oliver (Year 4) it", "Rose (Year 4) it", "Rose, Year 4", "Rose was excluded", "Rose has no place", "Rose's plan",
    "Rose and Oliver", "Oliver and Rose", "Oliver and Noah", "J. Okafor has no school place.", "Plan for J. Okafor.", "J. K. Okafor (Year 4)",
    "Okafor, Oliver: no school", "taxi for leo", "poor leo is", "little leo needs", "leo's taxi", "Mr Hartley asked for it",
    "It is late for her. Mr Hartley's daughter waits", "Mr and Mrs Okafor asked for it",
    "Oliver is not in the figures", "Checked with Oliver, his figures are right", "Updated after a call with Oliver's mum", "Oliver - is this the boy at the unit?",
    "Oliver's figures show no school", "Waiting for Oliver to start", "Tom is checking out of school most days",
)  # fmt: skip
NO_CHILD = (
    "Rose Pocock (8) it", "Rose (8) it", "Rose, 8, it", "Rose (4) it", "Rose still waits", "Rose and Will", "Anna and Noah will lead",
    "Rose Pocock and Noah Pocock", "option B. Reviews of the plan", "J. Okafor, head of finance, has no plan.", "plan by J. Okafor, manager",
    "Okafor, Oliver: minutes", "Okafor, Oliver, head of the school", "leo's minutes", "the leo group", "Mr Hartley Road was closed",
    "Checked with Oliver, the figure is right", "Per Oliver, use 61", "Oliver's figures", "Changed after call with Oliver", "Waiting on Oliver for the baseline",
    "Oliver is going to chase this", "Oliver has the latest figures", "Oliver - is this the right figure?", "Oliver from the hospital trust sent this", "Oliver who runs the helpline",
    "The plan of Mrs Okafor House", "Mr Hartley School asked for it", "Mrs Okafor, chair, asked for it", "Mrs Okafor",
)  # fmt: skip


@pytest.mark.parametrize("said", A_CHILD)
def test_a_child_is_named(said: str) -> None:
    assert named_child(said) is True


@pytest.mark.parametrize("said", NO_CHILD)
def test_no_child_is_named(said: str) -> None:
    assert named_child(said) is False


@pytest.mark.parametrize(
    ("said", "by_its_age"),
    [
        ("Oliver, 8, it", True), ("Oliver aged eight", True), ("Rose Pocock aged 8", True), ("Rose Pocock (aged 8)", True),
        ("Rose Pocock, aged 8", True), ("Rose Pocock (8)", False), ("Rose (8)", False), ("Rose, 8,", False),
    ],
)  # fmt: skip
def test_an_age_of_four_to_twenty_five_makes_a_name_a_childs_and_one_that_is_also_a_word_only_with_a_surname(
    said: str, by_its_age: bool
) -> None:
    assert names._is_a_childs(said, names.people(said)[0]) is by_its_age


@pytest.mark.parametrize(
    ("said", "person"),
    [
        ("Mr Hartley", True),
        ("Oliver Hartley", True),
        ("Oliver", False),
        ("Rose Pocock", False),
        ("Hartley Road", False),
        ("the board", False),
    ],
)
def test_anybody_is_named_by_a_title_and_a_surname_or_by_both_names(said: str, person: bool) -> None:
    assert names.named_person(said) is person
