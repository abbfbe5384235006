"""Whether an ID stands for another thing than it did: by the words of the two, and by what else is said of them."""

from __future__ import annotations

import pytest

from assurance_pack.assess.another import another_thing, telling
from assurance_pack.model import Cell, Sender
from assurance_pack.returns.workspace import Milestone


def milestone(title: str, **more: str) -> Milestone:
    return Milestone(
        sender=Sender("workspace", "CAP"), at=Cell(file="CAP.xlsx", sheet="Milestones", ref="A2"), id="M-CAP-001", title=title, **more
    )


@pytest.mark.parametrize("word", ["that", "with", "from", "this", "have", "will", "into", "their"])
def test_small_words_tell_no_item_from_another(word: str) -> None:
    assert telling(f"Six {word} bases") == {"bases"}


@pytest.mark.parametrize(
    ("now", "then", "another"),
    [
        ("Six bases open early", "Minibus hire let", True),
        ("Six bases open early", "Six bases open in autumn", False),
        ("Autism bases", "Autism base", False),
        ("Sufficiency forecast agreed", "Forecast of sufficiency is agreed by all", False),
        ("College open evening", "Colleges open evening held", False),
        ("abcd", "abce", False),
        ("abcdefghij", "klmnopqrst", True),
        ("PRU", "ICT", True),
        ("jklmnopqrstabcdefghi", "uuuuuuuuuuuabcdefghi", False),
        ("Communication plans agreed early", "Communication hubs staffed longer", False),
    ],
)
def test_words_that_have_nothing_in_common_are_of_another_item_and_those_put_otherwise_are_not(now: str, then: str, another: bool) -> None:
    assert another_thing(milestone(now), milestone(then), "title") is another
    assert another_thing(milestone(then), milestone(now), "title") is another


SAID = {"own_id": "CAP/7", "lead": "Head of Capital", "accountable": "Director of Education", "success": "Six are open", "reference": "2.4"}


def otherwise(count: int) -> dict[str, str]:
    """What is said of the item, so much of it otherwise."""
    return {name: f"Not {said}" if place < count else said for place, (name, said) in enumerate(list(SAID.items())[:4])}


@pytest.mark.parametrize(("changed", "another"), [(0, False), (1, False), (2, False), (3, True), (4, True)])
def test_a_short_name_that_kept_a_word_is_of_another_item_where_more_than_half_of_all_else_is_said_otherwise(
    changed: int, another: bool
) -> None:
    now, then = milestone("Autism centres", **otherwise(changed)), milestone("Autism outreach", **otherwise(0))
    assert another_thing(now, then, "title") is another


@pytest.mark.parametrize(("changed", "another"), [(0, False), (1, False), (2, True), (4, True)])
def test_with_other_words_beside_the_one_kept_nearly_all_else_must_stay_as_it_was(changed: int, another: bool) -> None:
    now, then = milestone("Autism minibus depot", **otherwise(changed)), milestone("Autism clinic waits", **otherwise(0))
    assert another_thing(now, then, "title") is another


@pytest.mark.parametrize(
    ("now", "then"),
    [("Autism bases", "Autism base"), ("abcdef ghzzz", "abcdef ghyyy"), ("Autism bases minibus", "Clinic autism bases")],
)
def test_a_name_spelt_otherwise_or_one_that_kept_two_words_is_of_the_same_item_whatever_else_is_said(now: str, then: str) -> None:
    assert not another_thing(milestone(now, **otherwise(4)), milestone(then, **otherwise(0)), "title")


def test_of_words_that_begin_alike_the_endings_do_not_matter() -> None:
    assert telling("Reviews placed") == telling("Reviewed: placed") == {"review", "placed"}
    assert telling("Planning") != telling("Planting")


def test_where_too_little_else_is_said_the_words_alone_tell() -> None:
    few = {"lead": "Head of Capital", "accountable": "Director of Education"}
    assert another_thing(milestone("Autism minibus depot", **few), milestone("Autism clinic waits", **few), "title")
    assert not another_thing(milestone("Autism centres", **few), milestone("Autism outreach", lead="Nobody", accountable="None"), "title")


def test_what_was_said_of_it_only_then_or_is_said_only_now_tells_nothing() -> None:
    said = {"lead": "Head of Capital", "accountable": "Director of Education"}
    more, others = {"success": "Six are open", "reference": "2.4"}, {"lead": "Nobody", "accountable": "None"}
    assert not another_thing(milestone("Autism centres", **others, **more), milestone("Autism outreach", **said), "title")
    assert not another_thing(milestone("Autism centres", **others), milestone("Autism outreach", **said, **more), "title")


def test_what_is_said_anew_each_month_tells_no_item_from_another() -> None:
    now = milestone("Autism centres", **otherwise(2), progress="Signed", path_to_green="None needed")
    then = milestone("Autism outreach", **otherwise(0), progress="Drafted", path_to_green="Ask the trust")
    assert not another_thing(now, then, "title")
