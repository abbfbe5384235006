"""A theme suggested for somebody's own words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from math import log
from pathlib import Path

import pytest
from assess_rows import SETTINGS
from hypothesis import given
from hypothesis import strategies as st

from assurance_pack.assess.learned import NO_THEME, Learned, counted, marks_of, statements_in
from assurance_pack.assess.learned import STATEMENTS as TAUGHT
from assurance_pack.assess.suggest import Suggestion, because, suggest
from assurance_pack.assess.word_forms import divided, form, tokens_of
from assurance_pack.settings.plan import Theme

PLACES = Theme(id="T04", name="Specialist places", strong=("special school", "out of city"), weak=("places", "placement"))
BASES = Theme(id="T05", name="Inclusion bases", strong=("specialist base", "specialist bases"), weak=("base", "bases", "mainstream"))


def themes_of(words: str) -> list[str]:
    return [found.theme for found in suggest(words, SETTINGS.themes)]


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
    assert themes_of(words)[:1] == ([expected] if expected else [])


def test_one_weak_word_is_not_enough_and_two_are() -> None:
    assert suggest("The base was late.", [PLACES, BASES]) == ()
    (found,) = suggest("The base is in a mainstream school.", [PLACES, BASES])
    assert found == Suggestion(theme="T05", matched=("base", "mainstream"))


def test_the_same_word_twice_or_in_the_plural_is_one_word() -> None:
    assert suggest("A base here and a base there, bases everywhere.", [BASES]) == ()


def test_the_words_that_matched_are_shown_as_they_stand() -> None:
    (found,) = suggest("Two Specialist  Bases are late.", [PLACES, BASES])
    assert found.matched == ("Specialist  Bases",)


def test_word_forms_are_one_word() -> None:
    theme = Theme(id="T09", name="Therapies", strong=("annual review", "pick up phone", "therapy"))
    for words in (
        "Annual reviews",
        "they were reviewed; ANNUAL REVIEWING",
        "nobody picks up the phone",
        "Picking up your phones",
        "Therapies",
    ):
        assert suggest(words, [theme]), words


def test_parts_of_words_and_words_of_two_sentences_do_not_match() -> None:
    assert suggest("The database was rebased for replacement.", [PLACES, BASES]) == ()
    assert suggest("It is special. School starts on Monday.", [PLACES]) == ()


def test_an_abbreviation_of_two_letters_is_known_by_its_capitals() -> None:
    theme = Theme(id="T09", name="Therapies", strong=("OT",))
    assert suggest("OT has stopped.", [theme])
    assert suggest("It is hot, or ot.", [theme]) == ()


def test_at_most_two_are_suggested_the_likeliest_first_and_of_equals_the_one_spoken_of_first() -> None:
    one, other, third = (Theme(id=id, name=id, strong=(word,)) for id, word in (("T01", "river"), ("T02", "bridge"), ("T03", "ferry")))
    assert [s.theme for s in suggest("The ferry, the bridge and the river.", [one, other, third])] == ["T03", "T02"]
    assert [s.theme for s in suggest("The ferry and a river.", [one.model_copy(update={"weak": ("ferry",)}), third])] == ["T01", "T03"]


def test_a_weak_word_inside_a_longer_phrase_of_another_theme_does_not_count() -> None:
    other = Theme(id="T04", name="Specialist places", weak=("specialist", "base"))
    assert [s.theme for s in suggest("The specialist base.", [other, BASES])] == ["T05"]


def test_a_curly_apostrophe_or_a_long_hyphen_is_read_as_typed_in_the_list() -> None:
    assert themes_of("A co‑production meeting.") == ["T12"]


def test_a_phrase_of_nothing_but_little_words_matches_nothing() -> None:
    theme = Theme(id="T90", name="Our own", strong=("of the", ""), weak=("our",))
    assert suggest("What became of the review of our own plan?", (theme,)) == ()


def test_the_second_theme_is_named_with_its_reason() -> None:
    found = suggest("The specialist base, or a special school.", [PLACES, BASES])
    assert (
        because(found, {"T04": "Specialist places", "T05": "Inclusion bases"}) == "specialist base; or Specialist places (special school)"
    )
    assert because((), {}) == ""


@given(
    st.text(max_size=80) | st.lists(st.sampled_from(["special", "school", "bases", "out", "of", "city", "the"]), max_size=12).map(" ".join)
)
def test_the_words_that_matched_always_stand_in_the_text(words: str) -> None:
    for found in suggest(words, SETTINGS.themes):
        assert found.matched
        assert all(m in words for m in found.matched)


STATEMENTS = Path(__file__).parents[1] / "fixtures" / "themes"
NAMES = {t.id: t.name for t in SETTINGS.themes}


def measured(statements: Iterable[tuple[str, str]]) -> tuple[float, float]:
    """Of the statements of a theme, the share that has it among its suggestions; of those of none, the share that has any."""
    given = list(statements)
    about = [theme in [NAMES[id] for id in themes_of(words)] for theme, words in given if theme]
    nothing = [bool(themes_of(words)) for theme, words in given if not theme]
    return sum(about) / len(about), sum(nothing) / len(nothing)


def statements(name: str) -> list[tuple[str, str]]:
    return [(s["primary"] or "", s["text"]) for s in json.loads((STATEMENTS / name).read_text(encoding="utf-8"))]


def test_of_the_statements_it_was_taught_nearly_all_have_their_theme_and_hardly_one_of_no_theme_has_any() -> None:
    found, false = measured(statements("statements-a.json"))
    assert found >= 0.98
    assert false == 0


def test_of_statements_it_was_not_taught_four_in_five_have_their_theme_and_at_most_one_in_ten_of_no_theme_has_any() -> None:
    taught = {words for _, words in statements_in(TAUGHT.read_text(encoding="utf-8"))}
    unseen = statements("statements-b.json")
    assert not taught & {words for _, words in unseen}
    found, false = measured(unseen)
    assert found >= 0.8
    assert false <= 0.1


def test_of_its_own_statements_left_out_of_the_learning_seven_in_ten_have_their_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each sixth of what it is taught, in turn, is asked of what the rest teaches. These are terser than what people write."""
    taught = list(statements_in(TAUGHT.read_text(encoding="utf-8")))
    left_out = [(part, taught[part::6]) for part in range(6)]
    results = []
    for part, asked in left_out:
        rest = Learned(counted(s for i, s in enumerate(taught) if i % 6 != part))
        monkeypatch.setattr("assurance_pack.assess.suggest.learned", lambda rest=rest: rest)
        results.append(measured(asked))
    assert sum(found for found, _ in results) / len(results) >= 0.7
    assert sum(false for _, false in results) / len(results) <= 0.15


def test_every_theme_the_product_ships_with_is_taught_as_much_as_any_other() -> None:
    counts = Counter(theme for theme, _ in statements_in(TAUGHT.read_text(encoding="utf-8")))
    assert set(counts) == {NO_THEME, *NAMES.values()}
    assert all(90 <= counts[name] <= 110 for name in NAMES.values())
    assert counts[NO_THEME] >= 400


def test_a_theme_given_another_name_keeps_what_was_taught_of_it_and_one_of_a_councils_own_has_its_phrases() -> None:
    renamed = Theme(id="T13", name="Getting there", statements="Travel assistance")
    own = Theme(id="T99", name="Youth justice", strong=("youth court",))
    words = "He was left at the kerb and the driver did not wait."
    assert [s.theme for s in suggest(words, [renamed, own])] == ["T13"]
    assert suggest(words, [renamed.model_copy(update={"statements": ""}), own]) == ()
    assert [s.theme for s in suggest("He was at the youth court.", [renamed, own])] == ["T99"]


def test_one_word_learned_is_not_enough_however_often_it_stands() -> None:
    travel = Theme(id="T13", name="Travel assistance")
    assert suggest("Taxi, taxi, taxi!", [travel]) == ()
    assert [s.theme for s in suggest("The taxi driver was late.", [travel])] == ["T13"]


@pytest.mark.parametrize("little", ["a", "an", "the", "my", "our", "your", "his", "her", "their", "its", "of", "Our"])
def test_a_phrase_may_have_little_words_between_its_words(little: str) -> None:
    assert [token.form for token in tokens_of(f"picks up {little} phone")] == ["pick", "up", "phon"]


def test_two_words_are_neighbours_within_a_sentence_and_a_figure_counts_only_beside_its_word() -> None:
    assert [mark.forms for mark in marks_of("Waited 20 weeks. Taxi late")] == [
        "wait", "week", "taxi", "lat", "wait #", "# week", "taxi lat",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("review reviews reviewed reviewing", "review"), ("family families", "family"), ("class classes", "class"),
        ("place places placing", "plac"), ("plan plans planned planning", "plan"), ("bus", "bus"), ("SEN’s sen", "sen"),
    ],
)  # fmt: skip
def test_what_grammar_adds_makes_no_other_word(words: str, one: str) -> None:
    assert {form(word.replace("’", "'")) for word in words.split()} == {one}


def test_a_heading_stands_in_brackets_and_nothing_else_is_one() -> None:
    text = "Of no theme\n[T01]\nPlans are late [again]\n[sic] so they say\n# a remark\n\n"
    assert list(statements_in(text)) == [
        (NO_THEME, "Of no theme"),
        ("T01", "Plans are late [again]"),
        ("T01", "[sic] so they say"),
    ]


# ---------- how much is enough, and how near is near ----------

WATER = Theme(id="T81", name="Water", strong=("river", "bridge", "ferry", "quay"), weak=("boat", "oar"))
LIGHT = Theme(id="T82", name="Light", strong=("lamp",), weak=("wick", "oil"))


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("The river, the bridge, the ferry, the quay and a lamp.", ["T81"]),
        ("The river, the bridge, the ferry, a boat and a lamp.", ["T81", "T82"]),
        ("The river and a lamp.", ["T81", "T82"]),
        ("A lamp and the river.", ["T82", "T81"]),
        ("A lamp, the river and a boat.", ["T81", "T82"]),
        ("A boat and an oar.", ["T81"]),
        ("A boat.", []),
        ("A boat and another boat.", []),
        ("A boat and a wick.", []),
        ("A boat, an oar, a wick and oil.", ["T81", "T82"]),
        ("A boat, a wick, oil and an oar.", ["T81", "T82"]),
        ("A wick, a boat, an oar and oil.", ["T82", "T81"]),
    ],
)
def test_a_second_theme_is_suggested_where_it_comes_near_the_first(words: str, ids: list[str]) -> None:
    assert [s.theme for s in suggest(words, (WATER, LIGHT))] == ids


def test_a_longer_phrase_counts_for_more_and_of_equals_it_is_the_one_spoken_of_first() -> None:
    long = Theme(id="T83", name="Long", strong=("paper lantern",))
    short = Theme(id="T84", name="Short", strong=("marble",))
    assert [s.theme for s in suggest("A marble and a paper lantern.", (short, long))] == ["T83", "T84"]
    same = Theme(id="T80", name="Same", strong=("marble",))
    assert [s.theme for s in suggest("A marble.", (short, same))] == ["T80", "T84"]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("A quay, a ferry, a bridge, a river.", ("quay", "ferry", "bridge", "river")),
        ("An oar, a boat, a river, a bridge, a ferry.", ("oar", "river", "bridge", "ferry")),
        ("A river, another river.", ("river",)),
        ("RIVER", ("RIVER",)),
    ],
)
def test_at_most_four_words_are_shown_the_most_telling_in_the_order_of_the_text(words: str, shown: tuple[str, ...]) -> None:
    (found,) = suggest(words, (WATER,))
    assert found.matched == shown


# ---------- what statements teach ----------

LITTLE = [("Travel", "Taxi late"), ("Travel", "Taxi driver"), ("Places", "School place"), (NO_THEME, "Weather fine")]


def test_a_word_speaks_for_the_theme_in_whose_statements_it_stands_and_against_the_others() -> None:
    """Twelve marks in all, eleven of them different; 2 is added to each count. Of the theme itself nothing is counted, only of all others."""
    taught = Learned(counted(LITTLE))
    every = 12 + 2 * 11
    travel, others = log(every - 6), log(every - 3)
    assert taught.headings == {"Travel", "Places"}
    assert taught.weights("taxi") == {"Travel": round(log(4) - others - (log(2) - travel), 6), "Places": 0.0}
    assert taught.weights("school") == {"Travel": round(travel - others, 6), "Places": round(log(3) - log(2), 6)}
    assert taught.weights("weather")["Places"] == round(log(2) - log(3), 6)
    assert taught.weights("taxi lat")["Travel"] > 0
    assert taught.weights("never met") == {}


def test_a_word_that_stands_twice_in_one_statement_is_counted_once() -> None:
    assert Learned(counted([*LITTLE[1:], ("Travel", "Taxi! Taxi late")])).weights("taxi") == Learned(counted(LITTLE)).weights("taxi")


def test_words_of_another_theme_speak_against_a_phrase_each_of_them_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assurance_pack.assess.suggest.learned", lambda: Learned(counted(LITTLE)))
    themed = Theme(id="T85", name="Travel", strong=("lamp",))
    for words in ("A lamp.", "A lamp at the school place.", "A lamp" + " at the school place" * 9):
        assert [s.matched for s in suggest(words, (themed,))] == [("lamp",)], words


@pytest.mark.parametrize(("more", "suggested"), [(0, True), (5, True), (10, False)])
def test_a_phrase_against_which_the_other_words_speak_as_much_is_not_enough(
    monkeypatch: pytest.MonkeyPatch, more: int, suggested: bool
) -> None:
    """The more is taught of travel, the more a word met of places alone speaks against it: by 0.2, 1.0 and 1.6 beside a phrase that counts 2."""
    monkeypatch.setattr("assurance_pack.assess.suggest.learned", lambda: Learned(counted([*LITTLE, *[LITTLE[0]] * more])))
    themed = Theme(id=f"T9{more}", name="Travel", strong=("lamp",))
    assert bool(suggest("A lamp at school.", (themed,))) is suggested


@pytest.mark.parametrize(
    ("words", "one"),
    [
        ("zog zogs zogged zogging zog's zogs'", "zog"),
        ("glimmy glimmies", "glimmy"),
        ("truss trusses trussing", "truss"),
        ("quax quaxes quaxed", "quax"),
        ("brash brashes", "brash"),
        ("plench plenches", "plench"),
        ("drebe drebes drebing drebed", "dreb"),
        ("virus", "virus"),
        ("zed", "zed"),
        ("zeds", "zed"),
        ("ing", "ing"),
        ("zing", "zing"),
        ("stall stalled", "stall"),
        ("fizz fizzed", "fizz"),
    ],
)
def test_plurals_and_endings_are_taken_off_words_nobody_has_met_before(words: str, one: str) -> None:
    assert {form(word) for word in words.split()} == {one}


@pytest.mark.parametrize(
    ("text", "apart"),
    [("one two", False), ("one, two", False), ("one. two", True), ("one! two", True), ("one? Two", True), ("one; two", True), ("one: two", True),
     ("one – two", False), ("one  two", False), ("one.two", True)],
)  # fmt: skip
def test_a_sentence_ends_between_two_words_where_a_mark_says_so(text: str, apart: bool) -> None:
    one, two = tokens_of(text)
    assert divided(one, two, text) is apart
