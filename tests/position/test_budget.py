"""How much a section prints, and what is missing from what it was given."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from position_rows import SETTINGS, case, milestone

from assurance_pack.english import first_sentence, rest
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.position.budget import room, share, word_count
from assurance_pack.position.gaps import came, gaps
from assurance_pack.position.milestones import take
from assurance_pack.rules.engine import Verdicts
from assurance_pack.settings.budgets import Budget
from assurance_pack.short_names import field_of, short_name

ITEMS = st.lists(st.tuples(st.integers(0, 60), st.booleans()), max_size=40)


@given(items=ITEMS, rows=st.integers(0, 10), words=st.integers(0, 200))
def test_nothing_is_lost_and_what_must_stand_always_stands(items: list[tuple[int, bool]], rows: int, words: int) -> None:
    numbered = list(enumerate(items))
    shared = share(numbered, Budget(rows=rows, words=words), always=lambda i: i[1][1], words=lambda i: i[1][0])
    assert sorted([*shared.shown, *shared.left_out]) == numbered
    assert shared.total == len(items)
    assert all(not must for _, (_, must) in shared.left_out)
    assert [n for n, _ in shared.shown] == sorted(n for n, _ in shared.shown), "in the order of rank"


@given(items=ITEMS, rows=st.integers(0, 10), words=st.integers(0, 200))
def test_nothing_of_lower_rank_takes_the_place_of_what_did_not_fit(items: list[tuple[int, bool]], rows: int, words: int) -> None:
    numbered = list(enumerate(items))
    shared = share(numbered, Budget(rows=rows, words=words), always=lambda i: i[1][1], words=lambda i: i[1][0])
    by_budget = [n for n, (_, must) in shared.shown if not must]
    assert not shared.left_out or not by_budget or max(by_budget) < shared.left_out[0][0]
    assert len(by_budget) <= rows


def test_the_first_item_is_shown_however_long() -> None:
    assert share(["long " * 500, "short"], Budget(rows=5, words=100), words=word_count).shown == ("long " * 500,)


@pytest.mark.parametrize(("rows", "waiting", "described"), [(12, 9, 12), (12, 24, 12), (12, 25, 6), (12, 90, 6), (3, 7, 1), (1, 3, 1)])
def test_a_register_more_than_twice_as_long_as_its_room_has_half_the_room(rows: int, waiting: int, described: int) -> None:
    assert room(rows, waiting) == described


def test_words_are_counted_over_several_texts_and_none() -> None:
    assert word_count("two words", None, "", "one") == 3


@pytest.mark.parametrize(("words", "shown"), [(22, 2), (23, 1)])
def test_the_milestones_off_track_have_three_quarters_of_the_words_of_their_section(words: int, shown: int) -> None:
    """Of 100 words 75: two rows of 37 words fit (a title of one, what happened, and 14 of status and owner), two of 38 do not."""
    budgets = SETTINGS.budgets
    tight = budgets.model_copy(update={"milestones": budgets.milestones.model_copy(update={"words": 100})})
    late = [milestone(f"M-CAP-00{n}", "off_track", title="Bases", progress="word " * words) for n in (1, 2)]
    taken = take(case(*late, settings=SETTINGS.model_copy(update={"budgets": tight})), Verdicts(()))
    assert len(taken.exceptions.shown) == shown
    assert taken.exceptions.total == 2


# ---------- what did not come ----------


def test_missing_returns_are_counted_against_those_expected() -> None:
    found = gaps(case(missing=["workspace:CAP", "voice:PCF"]))
    assert (found.missing, found.came, found.expected) == (("workspace:CAP", "voice:PCF"), 7, 9)


def test_a_nil_return_came() -> None:
    of = case()
    assert came(of.returns, "voice:PCF")


def test_without_a_register_a_return_came_if_there_is_a_row_of_it() -> None:
    bare = replace(case(milestone("M-CAP-001")).returns, receipts=())
    assert came(bare, "workspace:CAP")
    assert not came(bare, "workspace:QDD")


def test_a_cell_reported_but_read_is_not_counted_as_not_stated() -> None:
    row = milestone("M-CAP-001", None)
    faults = tuple(Fault(kind=FaultKind.US_DATE, cell=row.cell(name)) for name in ("status", "forecast"))
    of = case(row)
    seen = replace(of, returns=replace(of.returns, faults=faults))
    assert gaps(seen).not_stated == (row.cell("status"),)


# ---------- sentences ----------


@pytest.mark.parametrize(
    ("text", "first", "then"),
    [
        ("One thing. Another.", "One thing.", "Another."),
        ("It rose by 4.5 points. Then it fell.", "It rose by 4.5 points.", "Then it fell."),
        ("Places open on 4 January. 24 children wait.", "Places open on 4 January.", "24 children wait."),
        ("They were late in June. 24 children wait.", "They were late in June.", "24 children wait."),
        ("“Nobody rings back.” They said so.", "“Nobody rings back.”", "They said so."),
        ("Cost e.g. taxis are up. £4m more.", "Cost e.g. taxis are up.", "£4m more."),
        ("See no. 5 for why. More.", "See no. 5 for why.", "More."),
        ("  No stop at all ", "No stop at all", ""),
        ("", "", ""),
    ],
)
def test_the_first_sentence_and_the_rest(text: str, first: str, then: str) -> None:
    assert (first_sentence(text), rest(text)) == (first, then)


@given(st.text(max_size=200))
def test_a_sentence_and_its_rest_hold_every_word(text: str) -> None:
    assert f"{first_sentence(text)} {rest(text)}".split() == text.split()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("24 specialist base places open at two secondary schools", "24 specialist base places open"),
        ("Experts at Hand team at full strength, 18 posts", "Experts at Hand team"),
        ("Building schemes slip, so children lack the place named for them.", "Building schemes slip"),
        ("Donaudampfschifffahrtsgesellschaftskapitän", "Donaudampfschifffahrtsgesellschaftskapitän"),
        ("Accept, or not, the system risk of late reviews to 31 March", "Accept, or not, the system risk"),
        ("Terms were agreed in February. Why is the contract still unsigned?", "Terms were agreed in February"),
        ("One case system live for education, health and care", "One case system live"),
        ("The same few leaders carry all three Workspaces, so decisions wait for them.", "The same few leaders"),
        ("Bring a count of children still without a named place for September", "Bring a count of children"),
        ("How sure are you that both secondary bases open in September?", "How sure are you"),
        ("Short", "Short"),
        ("", ""),
    ],
)
def test_an_item_is_known_by_its_first_words_that_stand_alone(title: str, name: str) -> None:
    assert short_name(title) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Families can follow the progress of their plan online", "Families can follow progress"),
        ("Staff for the two secondary bases in post", "Staff for two secondary bases"),
        ("An alternative provider closes on 24 July; 7 of its 19 places are still to be found", "Alternative provider closes"),
    ],
)
def test_in_a_narrow_column_a_name_gives_up_its_articles_before_its_sense(title: str, name: str) -> None:
    assert short_name(title, 29) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Raise the unsigned therapies contract in both organisations", "Raise the unsigned therapies contract"),
        ("Say how an answered call is counted", "Say how an answered call is counted"),
        ("Case systems are joined while reviews are late", "Case systems are joined"),
        ("The joint therapies contract stays unsigned, so posts lapse.", "Joint therapies contract stays unsigned"),
        ("Families can follow the progress of their plan online", "Families can follow the progress"),
        ("Approved the workforce development strategy to 2029.", "Approved workforce development strategy"),
        (
            "Every family promised a secondary base knows, in writing, where the child starts in September.",
            "Every family promised a secondary base",
        ),
        ("Psychologist posts stay vacant, so advice and plans are late.", "Psychologist posts stay vacant"),
        ("Escalate the therapies contract inside the council and the ICB.", "Escalate the therapies contract"),
        ("Schools Forum agreed the high needs recovery plan but for new top-up bands.", "Schools Forum agreed"),
    ],
)
def test_in_running_text_a_name_may_be_a_little_longer_to_end_where_its_sense_does(title: str, name: str) -> None:
    assert short_name(title, stretch=6) == name


LEANING = frozenset(["the", "a", "of", "two", "3", "for", "in", "and", "stays", "their", "at", "can", "is", "which", "2027"])
TITLES = st.lists(
    st.sampled_from(["the", "a", "of", "two", "3", "for", "in", "and", "staff", "secondary", "bases,", "open", "stays", "unsigned", "their", "at", "families", "can", "follow", "progress;", "SEND", "is", "which", "2027"]),
    min_size=1, max_size=14,
).map(" ".join)  # fmt: skip


@given(TITLES, st.sampled_from([(29, 0), (34, 0), (34, 6)]))
def test_a_name_is_words_of_its_title_within_its_room_and_ends_with_no_word_that_leans_on_another(
    title: str, room: tuple[int, int]
) -> None:
    name = short_name(title, *room)
    assert len(name) <= sum(room)
    rest = iter(title.lower().replace(",", "").replace(";", "").split())
    assert all(word in rest for word in name.lower().replace(",", "").replace(";", "").split()), "its words, in their order"
    if name != title.rstrip(".") and any(w not in LEANING for w in title.replace(",", "").replace(";", "").split()[:2]):
        assert name.split()[-1].lower() not in LEANING or len(name.split()) == 1


def test_a_role_is_shortened_to_what_it_leads() -> None:
    assert [field_of(r) for r in ("Inclusion bases project manager", "Head of Transport", "Senior building surveyor", "Manager")] == [
        "Inclusion bases",
        "Transport",
        "building surveyor",
        "Manager",
    ]
