"""Most patterns of the guard are not tried on most texts, because a word or mark they need is not there. None may be passed over that would have found something."""

from __future__ import annotations

import importlib
import pkgutil
import re
from contextlib import suppress
from pathlib import Path

import needed_words
import pytest
from every_branch import made_up_for, texts_found_by
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable

import assurance_pack
from assurance_pack.later import Later
from assurance_pack.rules.guard.narrative import _PUT_IN
from assurance_pack.rules.guard.numbers import plain
from assurance_pack.rules.guard.sought import NEEDED, Several, Sought, said_in

PATTERNS = {pattern.name: pattern for pattern in needed_words.every_pattern()}.values()
SENTENCES = tuple(
    plain(line.rpartition("|")[2])
    for name in ("../guard_sentences.txt", "../guard_unseen_a.txt", "written_a.txt", "written_k.txt", "harmless_of_returns.txt")
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()
)
LOOKALIKES = str.maketrans("sSkKiI", "\u017f\u017f\u212a\u212a\u0130\u0131")


def test_the_words_are_those_that_are_told_from_the_patterns() -> None:
    assert NEEDED.read_text(encoding="utf-8") == needed_words.written(), f"run {needed_words.__file__}"


def test_of_most_patterns_some_words_are_known() -> None:
    assert sum(bool(pattern.needed) for pattern in PATTERNS) > 0.9 * len(PATTERNS)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pattern[:40])
def test_whatever_way_a_pattern_finds_something_it_is_tried(pattern: Sought) -> None:
    ways = list(texts_found_by(pattern))
    around = (
        f"{before}{text}{after}"
        for text in ways
        for before, after in (("", ""), ("é", "é"), ("x", "s"), ("7", "7"), ("(", "\u017f"), ("_ ", " _"))
    )
    spelt = (said for text in ways for said in (text.upper(), text.title(), text.translate(LOOKALIKES)))
    assert not [text for text in (*around, *spelt) if pattern.search(text) and not pattern.may_stand_in(text)]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.pattern[:40])
def test_a_text_made_up_for_a_pattern_is_tried(pattern: Sought) -> None:
    @settings(max_examples=4, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(made_up_for(pattern.pattern, pattern.flags))
    def any_text_it_finds(text: str) -> None:
        assert pattern.may_stand_in(text)
        assert pattern.may_stand_in(plain(text)) or not pattern.search(plain(text))

    with suppress(Unsatisfiable):  # it looks ahead for so much that no text is made up
        any_text_it_finds()


def test_in_real_sentences_the_same_is_found_with_the_words_as_without() -> None:
    passed_over = [(p.pattern[:60], text) for text in SENTENCES for p in PATTERNS if not p.may_stand_in(text) and p.search(text)]
    assert not passed_over
    several = Several(PATTERNS, lambda pattern: pattern.needed)
    for text in SENTENCES:
        assert several.among(said_in(text)) == [pattern for pattern in PATTERNS if pattern.may_stand_in(text)], text


def test_a_pattern_whose_words_are_not_kept_is_always_tried() -> None:
    assert Sought(r"\bchild(?!hood)").may_stand_in("")
    Sought.every.pop()


def test_a_letter_that_a_pattern_takes_for_another_hides_no_word() -> None:
    alike = {chr(point) for point in range(128, 0x110000) if re.fullmatch("[a-z]", chr(point), re.IGNORECASE)}
    assert all(len(said_in(letter)) == 1 for letter in alike)
    assert alike == {"\u017f", "\u212a", "\u0130", "\u0131"}
    assert said_in("a g\u0130rl \u0131s \u017fic\u212a") >= {"a", "girl", "is", "sick"}


def test_what_is_put_in_the_place_of_a_phrase_makes_no_other_word_that_is_needed() -> None:
    needed = {word for pattern in PATTERNS for words in pattern.needed for word in words}
    assert not [word for word in needed for put in _PUT_IN - {"a"} if word != put and word.startswith(put)]


def test_every_pattern_that_is_made_when_first_asked_can_be_made() -> None:
    modules = [
        importlib.import_module(m.name)
        for m in pkgutil.walk_packages(assurance_pack.__path__, "assurance_pack.")
        if not m.name.endswith("__main__")
    ]
    patterns = {value.pattern: value for module in modules for value in vars(module).values() if isinstance(value, Later)}
    assert len(patterns) > 100
    for pattern in (*patterns.values(), *PATTERNS):
        assert pattern.match is pattern.match
