"""How far the guard looks around a name, a number or a day, to the character; and where a capital makes the difference."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from assurance_pack.rules.guard import addresses, birth_dates, colleagues, names, telephones
from assurance_pack.rules.guard.narrative import one_childs_story
from assurance_pack.rules.guard.numbers import plain
from assurance_pack.rules.guard.weighing import passages

MANY_WORDS = "so " * 60


def filled(length: int) -> str:
    """Words that say nothing, so long."""
    return f" {MANY_WORDS[: length - 2]} "


def _case_before(gap: int) -> bool:
    text = f"appeal{filled(gap - 6)}Okafor"
    return names._near_a_case(text, text.index("Okafor"), len(text))


def _case_after(gap: int) -> bool:
    text = f"Okafor{filled(gap - 6)}appeal"
    return names._near_a_case(text, 0, len("Okafor"))


def _office_before(gap: int) -> bool:
    text = f"manager{filled(gap - 7)}Okafor"
    return colleagues.of_an_office(text, text.index("Okafor"), len(text))


def _office_after(gap: int) -> bool:
    text = f"Okafor{filled(gap - 7)}manager"
    return colleagues.of_an_office(text, 0, len("Okafor"))


def _day_after_a_child(gap: int) -> bool:
    text = f"pupil{filled(gap - 5)}12/03/2014"
    return bool(birth_dates.birth_dates(text, date(2026, 6, 30)))


def _number_after_an_office(gap: int) -> bool:
    text = f"switchboard{filled(gap - 11)}024 7649 6012"
    return not telephones.phones(text)


def _postcode_after_a_venue(gap: int) -> bool:
    text = f"Town Hall{filled(gap - 9)}CV1 5RR"
    return not addresses.postcodes(text)


@pytest.mark.parametrize(
    ("seen", "most"),
    [
        (_case_before, 70), (_case_after, 70), (_office_before, 140), (_office_after, 140), (_day_after_a_child, 60),
        (_number_after_an_office, 60), (_postcode_after_a_venue, 60),
    ],
)  # fmt: skip
def test_a_word_is_seen_so_many_characters_away_and_no_further(seen: Callable[[int], bool], most: int) -> None:
    assert seen(most)
    assert not seen(most + 1)


def test_what_makes_a_story_general_is_looked_for_ninety_characters_before_it() -> None:
    assert not one_childs_story(f"Everyone{filled(90 - 8)}and he cried")
    assert one_childs_story(f"Everyone{filled(91 - 8)}and he cried")


def test_a_text_of_three_hundred_characters_is_weighed_whole_and_one_longer_in_pieces() -> None:
    text = "A sentence. Another one. " * 12
    assert len(text) == 300
    assert passages(text) == [text]
    assert len(passages(text + "X")) > 1


CAPITALS = {
    "All of it is in Year 9.": "JP in Year 9 is late.",
    "It costs us more for a child a day than a place.": "Child B was late.",
    "The cohort, i.e. Year 9, is up.": "J.P. Year 9, is up.",
    "It is for us (Year 9).": "JP (Year 9).",
    "The form asks for the initials of us.": "Initials JP.",
    "Whatever mum says, schools listen.": "Mum says schools listen.",
    "HE has been consulted.": "He has been consulted.",
    "FE and HE are represented.": "FE and he are represented.",
    "His Excellency opened the hall.": "His excellent hall opened.",
}
"""What passes, and what is one child's story by a capital more or less."""


@pytest.mark.parametrize("passes", CAPITALS)
def test_a_capital_tells_a_child_from_what_is_none(passes: str) -> None:
    assert not one_childs_story(plain(passes))
    assert one_childs_story(plain(CAPITALS[passes]))
