"""The guard passes over most texts after a glance at their letters. It must never pass over one in which it would have found something."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from string import digits

import pytest
from every_branch import made_up_for, texts_found_by
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assurance_pack.rules.guard import birth_dates, case_references, first_look, names, names_by_grammar, narrative, stories
from assurance_pack.rules.guard.kinds import ADDRESSES, NUMBERS, Kind
from assurance_pack.rules.guard.numbers import plain
from assurance_pack.rules.guard.told import Told

NOTHING_TOLD = Told((), frozenset(), frozenset(), frozenset(), (), date(2026, 6, 30))
SENTENCES = tuple(
    plain(line.partition("\t")[2] or line)
    for name in ("../guard_sentences.txt", "written_a.txt", "written_b.txt")
    for line in (Path(__file__).parent / name).read_text("utf-8").splitlines()
)


@pytest.mark.parametrize("story", stories.STORIES, ids=lambda story: story.pattern.pattern[:40])
def test_every_story_holds_some_of_the_words_that_are_looked_for_first(story: stories.Story) -> None:
    @settings(max_examples=12, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(made_up_for(story.pattern.pattern, story.pattern.flags))
    def any_text_it_finds(text: str) -> None:
        said = plain(text)
        if story.pattern.search(said):
            assert first_look.of_one_child(said) or (first_look.of_somebody(said) and not story.of_a_child), said

    any_text_it_finds()


@pytest.mark.parametrize("story", stories.STORIES, ids=lambda story: story.pattern.pattern[:40])
def test_a_story_told_in_any_of_its_ways_is_looked_at(story: stories.Story) -> None:
    for text in filter(story.pattern.search, texts_found_by(story.pattern)):
        assert first_look.of_one_child(text) or (first_look.of_somebody(text) and not story.of_a_child), text


@pytest.mark.parametrize("way", names_by_grammar.WAYS, ids=lambda way: way.written[:40])
def test_a_name_written_in_any_of_its_ways_stands_beside_a_word_that_is_looked_for_first(way: names_by_grammar.Way) -> None:
    found = [text for text in texts_found_by(way.pattern) if way.pattern.search(text)]
    assert found
    assert not [text for text in found if first_look.words_of(text).isdisjoint(way.words)]


@pytest.mark.parametrize(
    ("pattern", "always"),
    [(names._THEIRS, "'"), (names._IN_CAPITALS, "'("), (names.SURNAME_FIRST, ","), (birth_dates._SAID, digits), (birth_dates._SAID_IN_PART, digits), (birth_dates._SAID_SHORT, digits)],
)  # fmt: skip
def test_what_is_looked_for_only_beside_a_mark_never_stands_without_one(pattern: re.Pattern[str], always: str) -> None:
    found = [text for text in texts_found_by(pattern) if pattern.search(text)]
    assert found
    assert not [text for text in found if not any(mark in text for mark in always)]


def test_a_title_and_an_age_somebody_reaches_stand_beside_words_that_are_looked_for_first() -> None:
    for pattern, words in ((names._TITLED, names_by_grammar.TITLES), (birth_dates._TURNS, birth_dates._TURNING)):
        found = [text for text in texts_found_by(pattern) if pattern.search(text)]
        assert found
        assert not [text for text in found if first_look.words_of(text).isdisjoint(words)]


@pytest.mark.parametrize("pattern", case_references._CASE_REFERENCES, ids=lambda pattern: pattern.pattern[:40])
def test_a_case_reference_in_any_of_its_shapes_is_looked_for(pattern: re.Pattern[str]) -> None:
    found = [said for text in texts_found_by(pattern) if pattern.search(said := f"{text} (hospital)") or pattern.search(said := text)]
    assert found
    assert not [text for text in found if not case_references.case_references(text)]


def test_a_sentence_passed_over_at_a_glance_holds_nothing() -> None:
    for text in SENTENCES:
        said = narrative._COMPOUNDS.sub("matter", text)
        assert not any(story.told_in(said) for story in stories.STORIES) or narrative.one_childs_story(text), text
        assert bool(case_references.case_references(text)) == any(p.search(text) for p in case_references._CASE_REFERENCES), text
        assert names_by_grammar.named_by_grammar(text) == any(way.pattern.search(text) for way in names_by_grammar.WAYS), text
        said = (birth_dates._SAID, birth_dates._SAID_IN_PART, birth_dates._SAID_SHORT)
        assert not any(p.search(text) for p in said) or birth_dates.birth_dates(text, None), text


@pytest.mark.parametrize("kind", [k for k in (*NUMBERS, *ADDRESSES) if k.digits], ids=lambda kind: f"{kind.rule} {kind.name}")
@given(text=st.text(st.characters(exclude_categories=["Nd", "Cs"]), max_size=60))
@settings(max_examples=60, database=None, deadline=None)
def test_what_always_has_a_digit_stands_in_no_text_without_one(kind: Kind, text: str) -> None:
    assert not kind.find(plain(text) if not any(c.isdigit() for c in plain(text)) else "", NOTHING_TOLD)
