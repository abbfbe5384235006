"""How far the guard looks around a name, a number or a day, to the character; and where a capital makes the difference."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from assurance_pack.rules.guard import addresses, birth_dates, colleagues, first_look, names, telephones
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


def _told_by_a_child(gap: int) -> bool:
    return not names.named_child(f"A poem read by Oliver{filled(gap - 7)}manager")


def _somebody_young(gap: int) -> bool:
    text = f"{'young' if gap else ''}{' ' * gap}Oliver"
    return names._beside_a_case(text, names.people(text)[0])


@pytest.mark.parametrize(
    ("seen", "most"),
    [
        (_case_before, 70), (_case_after, 70), (_office_before, 140), (_office_after, 140), (_day_after_a_child, 60),
        (_number_after_an_office, 60), (_postcode_after_a_venue, 60), (_told_by_a_child, 60), (_somebody_young, 1),
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


@pytest.mark.parametrize(
    ("said", "child"),
    [
        ("Mrs Okafor asked about her son, and the manager replied.", True),
        ("The finance manager told Mrs Okafor.", False),
        ("Mrs Okafor sent it back.", True),
        ("Mrs Okafor: chair", False),
        ("Young Oliver is keen, said the manager.", True),
        ("Young Grace was heard.", False),
        ("A poem read by Oliver", True),
        ("A poem read by Oliver, head teacher", False),
        ("Find a school for Oliver.", True),
        ("Find a school for Oliver!", True),
        ("Oliver's plan", True),
        ("OLIVER'S PLAN", True),
        ("oliver's plan", True),
        ("OLIVER's plan", True),
        ("COLLEGE's plan", False),
        ("OLIVER (Yr 4)", True),
        ("Okafor, Oliver: no school", True),
        ("Okafor, Oliver, head teacher", False),
        ("J. Okafor has no school place.", True),
        ("J. Okafor, head of finance, has no plan.", False),
    ],
)  # fmt: skip
def test_whose_the_name_is_the_words_beside_it_tell(said: str, child: bool) -> None:
    assert names.named_child(said) is child


@pytest.mark.parametrize(
    ("said", "child"),
    [
        ("Need a taxi by September for Hassan.", True),
        ("Need a taxi by September for Hassan", True),
        ("Need a taxi by September for Hassan ;", True),
        ("Need a taxi by September for Hassan and others", False),
        ("Need a pen by September for Hassan.", False),
        ("The taxi came. Thanks to Hassan.", False),
    ],
)
def test_a_case_first_then_the_name_and_nothing_after(said: str, child: bool) -> None:
    (hassan,) = (p for p in names.people(said) if p.given == "Hassan")
    assert names._at_the_end(said, hassan) is child


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("Presented by Anna Oliver", True),
        ("Heard of Anna Oliver", False),
        ("Cllr Oliver", True),
        ("Oliver, head of finance", True),
        ("Oliver will lead the work", True),
        ("Oliver will not go", False),
        ("Oliver (ICB)", True),
        ("Oliver (Y4)", False),
        ("the manager, Oliver", True),
        ("Is the manager kind? Oliver", False),
    ],
)  # fmt: skip
def test_a_colleague_is_told_by_the_words_just_before_or_after_the_name(said: str, role: bool) -> None:
    start = said.index("Oliver")
    assert colleagues.in_a_role(said, start, start + len("Oliver")) is role


def test_at_first_a_text_is_looked_through_for_the_words_for_one_child_and_not_for_their_parts() -> None:
    for word in (
        "child",
        "pupil",
        "student",
        "young",
        "youngster",
        "boy",
        "girl",
        "lad",
        "lass",
        "baby",
        "toddler",
        "teen",
        "kid",
        "carer",
        "leaver",
    ):
        assert first_look.of_one_child(f"A {word}."), word
    for part in ("person", "man", "woman", "lady", "one", "former", "school", "care", "children", "pupils"):
        assert not first_look.of_one_child(f"A {part}."), part
    for other in ("he", "she", "his", "mum", "twins", "grandson", "aged 9", "Year 4", "9 y", "(", "1 of"):
        assert first_look.of_somebody(f"So {other} "), other
    assert not first_look.of_somebody("The board meets on Monday.")
