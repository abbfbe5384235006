"""A theme suggested for somebody's own words."""

from __future__ import annotations

import pytest
from assess_rows import SETTINGS
from hypothesis import given
from hypothesis import strategies as st

from assurance_pack.assess.suggest import suggest
from assurance_pack.settings import Theme

PLACES = Theme(id="T04", name="Specialist places", strong=("special school", "out of city"), weak=("places", "placement"))
BASES = Theme(id="T05", name="Inclusion bases", strong=("specialist base", "specialist bases"), weak=("base", "bases", "mainstream"))


def theme_of(words: str) -> str:
    found = suggest(words, SETTINGS.themes)
    return found.theme if found else ""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Nobody rings back. You leave a message and that is the end of it.", "T12"),
        ("We have waited fourteen months for speech and language therapy.", "T09"),
        ("The taxi came late every day in May.", "T13"),
        ("There is no special school place for September.", "T04"),
        ("Annual reviews are done on time, but nothing changes.", "T02"),
        ("My son waits for an autism assessment.", "T10"),
        ("Things are getting better at our school.", ""),
        ("The quality of the food was poor.", ""),
        ("We wait and wait.", ""),
    ],
)
def test_what_families_say(words: str, expected: str) -> None:
    assert theme_of(words) == expected


def test_one_weak_word_is_not_enough_and_two_are() -> None:
    assert suggest("The bus was late.", SETTINGS.themes) is None
    found = suggest("The bus was late and the route had changed.", SETTINGS.themes)
    assert found
    assert (found.theme, found.matched) == ("T13", ("bus", "route"))


def test_the_same_word_twice_or_in_the_plural_is_one_word() -> None:
    assert suggest("A base here and a base there, bases everywhere.", [BASES]) is None


def test_the_words_that_matched_are_shown_as_they_stand() -> None:
    found = suggest("Two Specialist  Bases are late.", [PLACES, BASES])
    assert found
    assert found.matched == ("Specialist  Bases",)


def test_parts_of_words_do_not_match() -> None:
    assert suggest("The database was rebased for replacement.", [PLACES, BASES]) is None


def test_a_tie_makes_no_suggestion() -> None:
    assert suggest("The special school and the specialist base.", [PLACES, BASES]) is None


def test_a_weak_word_inside_a_strong_phrase_of_another_theme_does_not_count() -> None:
    assert suggest("The specialist base, in mainstream.", [PLACES, BASES]) is not None
    other = Theme(id="T99", name="Other", weak=("specialist", "base"))
    assert suggest("The specialist base.", [other, BASES]) == suggest("The specialist base.", [BASES])


def test_a_curly_apostrophe_or_a_long_hyphen_is_read_as_typed_in_the_list() -> None:
    found = suggest("A co‑production meeting.", SETTINGS.themes)
    assert found
    assert (found.theme, found.matched) == ("T12", ("co‑production",))


@given(st.text(max_size=200))
def test_the_words_that_matched_always_stand_in_the_text(words: str) -> None:
    found = suggest(words, SETTINGS.themes)
    assert found is None or all(match in words for match in found.matched)
