"""Each word of the guard's lists tells what it is there to tell: beside it a name is a child's, or nobody's."""

from __future__ import annotations

import pytest

from assurance_pack.rules.guard import titles
from assurance_pack.rules.guard.names import named_child

MONTHS_AND_SEASONS = ("April", "May", "June", "Jun", "August", "Autumn", "Winter")
ALSO_NAMES = ("Will", "Rose", "Grace")


@pytest.mark.parametrize(
    "said",
    [
        "We need a place for {}.",
        "The EP saw {} about it.",
        "The EP has met {} on 3 occasions.",
        "{} cannot attend the clinic.",
        "{} has no taxi.",
    ],
)
def test_what_is_said_of_a_child_is_said_of_no_month_and_no_season(said: str) -> None:
    assert [name for name in ALSO_NAMES if not named_child(said.format(name))] == []
    assert [name for name in MONTHS_AND_SEASONS if named_child(said.format(name))] == []


OF_ONE_CHILD = ["birthday", "case", "chronology", "dad", "dob", "ehcp", "excluded", "exclusion", "mum", "photo", "taxi", "tribunal"]
OF_SEVERAL = ["audit", "contract", "costs", "data", "law", "numbers", "studies", "study", "survey", "tracker"]
SEASONS = ["January", "April", "May", "June", "July", "August", "Spring", "Summer", "Autumn", "Winter", "Amber", "Green"]
WORDS_FIRST = ["Art", "Baby", "Blue", "Great", "Light", "Page", "Red", "Royal", "Silver", "Star", "Sunday", "True", "Wednesday"]


def test_a_name_that_is_also_a_word_or_an_initial_is_a_childs_beside_what_one_childs_files_are_called_after() -> None:
    for word in OF_ONE_CHILD:
        assert titles.named_in_a_title(f"Rose {word}"), word
        assert titles.named_in_a_title(f"R Pocock {word}"), word
    for word in ("minutes", "paper", "plan"):
        assert not titles.named_in_a_title(f"Rose {word}"), word


def test_beside_what_is_of_several_it_is_none() -> None:
    for word in OF_SEVERAL:
        assert not titles.named_in_a_title(f"Rose case {word}"), word
        assert not titles.named_in_a_title(f"R Pocock taxi {word}"), word


def test_a_month_a_season_or_a_rating_is_no_childs_name_beside_any_of_them() -> None:
    for word in SEASONS:
        assert not titles.named_in_a_title(f"{word} taxi"), word
        assert not titles.named_in_a_title(f"{word} plan"), word


def test_a_word_that_is_mostly_a_word_is_no_name_before_another_with_a_capital() -> None:
    for word in (*SEASONS, *WORDS_FIRST):
        assert not titles.named_in_a_title(f"{word} Paper plan"), word
    assert titles.named_in_a_title("Will Pocock plan")


OF_A_CASE = [
    "plan",
    "plans",
    "review",
    "tribunal",
    "appeal",
    "ehcp",
    "ehc",
    "placement",
    "exclusion",
    "excluded",
    "letter",
    "letters",
    "transport",
    "taxi",
    "report",
    "notes",
    "case",
    "advice",
    "mum",
    "dad",
    "parents",
    "parent",
    "family",
    "complaint",
    "dob",
    "email",
    "photo",
    "picture",
    "assessment",
    "referral",
    "chronology",
    "birthday",
    "timetable",
    "school",
    "place",
]
NOBODYS = [
    "about",
    "and",
    "babies",
    "baby",
    "by",
    "club",
    "drop",
    "for",
    "from",
    "group",
    "groups",
    "in",
    "matters",
    "of",
    "on",
    "sessions",
    "support",
    "the",
    "to",
    "toddler",
    "toddlers",
    "with",
]


def test_a_given_name_alone_is_a_childs_beside_the_words_of_a_case_and_by_itself() -> None:
    for word in OF_A_CASE:
        assert titles.named_in_a_title(f"{word} Leo"), word
    assert titles.named_in_a_title("Leo")
    assert not titles.named_in_a_title("Leo minutes")


def test_in_a_shouted_name_the_words_of_a_case_and_small_words_are_nobodys() -> None:
    for word in (*OF_A_CASE, *NOBODYS):
        assert titles.as_words(f"LEO {word.upper()}") == f"Leo {word}", word
        assert titles.as_words(f"leo_{word}") == f"Leo {word}", word
        assert titles.as_words(f"Leo {word.capitalize()}") == f"Leo {word.capitalize()}", word


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("smith_jayden_plan", "Smith Jayden plan"),
        ("jayden.smith", "Jayden Smith"),
        ("JaydenSmith2026", "Jayden Smith 2026"),
        ("Jayden%20Smith", "Jayden Smith"),
        ("jayden+smith", "Jayden Smith"),
        ("JaydenSmith plan", "JaydenSmith plan"),
        ("LEO GREEN", "Leo Green"),
        ("LEO OAK", "Leo OAK"),
        ("MRS OKAFOR", "Mrs Okafor"),
        ("SEND data", "SEND Data"),
        ("Plan AMELIA", "Plan Amelia"),
        ("v1.2", "V1.2"),
    ],
)
def test_a_name_is_read_with_the_spaces_and_capitals_of_a_sentence(typed: str, read: str) -> None:
    assert titles.as_words(typed) == read


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Leo.xlsx", "Leo"), ("Leo.plan.pdf", "Leo.plan"), ("Leo.2026", "Leo.2026"), ("Leo", "Leo"), ("a.backups", "a.backups")],
)
def test_what_says_the_format_is_no_part_of_the_name(name: str, bare: str) -> None:
    assert titles.without_ending(name) == bare


@pytest.mark.parametrize(
    "place",
    [
        "Green",
        "Hall",
        "Park",
        "Hill",
        "Wood",
        "House",
        "Grove",
        "Lane",
        "Field",
        "Fields",
        "Bank",
        "Close",
        "Rise",
        "Walk",
        "Church",
        "Court",
    ],
)
def test_a_surname_that_is_also_a_place_names_somebody_but_in_the_name_of_a_school_or_street(place: str) -> None:
    assert titles.named_in_a_title(f"Leo {place}")
    assert not titles.named_in_a_title(f"Leo {place} school places")


@pytest.mark.parametrize(
    ("name", "child"),
    [
        ("OKAFOR Leo", True), ("GREEN Leo", True), ("Okafor Leo", False), ("SEND Leo", False), ("PLAN Leo", False), ("OKAFOR Budget", False),
        ("OKA Leo", False), ("JUNE Leo", False), ("BOARD Leo", False),
    ],
)  # fmt: skip
def test_a_surname_in_capitals_before_a_given_name_is_told_from_an_abbreviation(name: str, child: bool) -> None:
    assert titles.surname_in_capitals(name) is child


@pytest.mark.parametrize(
    ("name", "child"),
    [
        ("The Doyle boys", True), ("Doyle twins review", True), ("Doyle family", True), ("Doyle sisters letter", True),
        ("Doyle family centre", False), ("Missing girls", False), ("Vulnerable boys", False), ("Autistic girls", False), ("Our family", False),
        ("doyle boys", False),
    ],
)  # fmt: skip
def test_the_children_of_one_family_are_named_by_their_surname(name: str, child: bool) -> None:
    assert titles.named_in_a_title(name) is child
