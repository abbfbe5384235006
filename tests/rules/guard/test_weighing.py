"""What no pattern foresees is weighed: the weights are those the sentences teach, and they hold of sentences they were not learned from."""

from __future__ import annotations

import learning
import pytest
from learning import LEARNED_FROM, learn, marked, written

from assurance_pack.rules.guard.narrative import one_childs_story
from assurance_pack.rules.guard.numbers import plain
from assurance_pack.rules.guard.signs import signs_of
from assurance_pack.rules.guard.weighing import (
    ENOUGH_FOR_A_NAME,
    ENOUGH_FOR_A_STORY,
    WEIGHTS,
    Weights,
    passages,
    weighs_as_a_name,
    weighs_as_a_story,
)


def test_the_weights_are_those_the_sentences_teach() -> None:
    assert WEIGHTS.read_text(encoding="utf-8") == written(), f"run {learning.__file__}"


@pytest.mark.parametrize(("kind", "enough", "least"), [("story", ENOUGH_FOR_A_STORY, 0.8), ("name", ENOUGH_FOR_A_NAME, 0.75)])
@pytest.mark.parametrize("left_out", ["../guard_unseen_a.txt", "../guard_unseen_b.txt", "written_b.txt", "written_d.txt", "written_e.txt"])
def test_learned_without_a_set_they_find_most_of_it_and_stop_hardly_a_harmless_sentence(
    kind: str, enough: float, least: float, left_out: str
) -> None:
    weights = Weights(learn([one for file in LEARNED_FROM if file != left_out for one in marked(file)], kind), enough)
    stopped = [(said, weights.weigh(signs_of(plain(text))) > enough) for said, text in marked(left_out)]
    found = [hit for said, hit in stopped if said == kind]
    alarms = [hit for said, hit in stopped if said == "harmless"]
    assert sum(found) / len(found) >= least
    assert sum(alarms) / len(alarms) <= 0.03


def test_a_story_in_the_middle_of_a_long_letter_weighs_as_much_as_alone() -> None:
    harmless = "The forum met twice. Schools and families agreed on the order of work. Places at the hub are filled from the list. "
    story = "The youngster we lost in the accident at the bypass was known to SEN. "
    assert weighs_as_a_story(story.strip())
    assert weighs_as_a_story((harmless * 10 + story + harmless * 10).strip())
    assert not weighs_as_a_story((harmless * 20).strip())


def test_a_long_text_is_weighed_by_every_two_sentences_that_follow_one_another() -> None:
    text = " ".join(f"Sentence {n} of a letter that is rather long and goes on and on." for n in range(8))
    assert all(len(passage) < 300 for passage in passages(text))
    assert passages(text)[0].startswith("Sentence 0")
    assert "Sentence 1" in passages(text)[0]
    assert "Sentence 1" in passages(text)[1]


@pytest.mark.parametrize(
    "label",
    [
        "Parent Carer Forum",
        "Senior Sponsor (role)",
        "'Actions'!A5",
        "Capital & Sufficiency",
        "Any family can see which step its plan has reached",
    ],
)
def test_a_text_in_which_nobody_can_be_named_is_not_weighed_for_a_name(label: str) -> None:
    assert not weighs_as_a_name(label)


OF_FIGURES = (
    "140 children on the caseload; 34 weeks today; the board has minuted its concern three times.",
    "The trust has 140 children on the caseload, waits of 34 weeks today, and one post in three empty (R-NHS-404).",
    "I am told that no date is set; our Year 8 list is closed; families ring us every day.",
    "The wait for an autism assessment is 61 weeks for 290 children, and one clinic is left of two.",
    "Age 5 to 10: 71 children. Age 11 to 16: 52. We see 12 a week, and the youngest wait longest.",
    "Our 52 deaf pupils share a teacher who left in May; 12 schools have written; nobody has replied.",
    "Six posts are frozen, and one is covered (by an agency), and no single list is kept, and the contract ends on 30 September.",
    "We cannot recruit, parents complain, and M-CWF-003 and A-031 have said “in hand” since April.",
)
OF_SO_FEW = (
    "Two autistic pupils at Castle Wood School were excluded in June.",
    "140 children on the caseload. One of them, in Year 4, lost his place at the unit in May.",
    "Waits are 34 weeks. Three pupils from Hollin Primary, one of whom had a stroke, are still waiting.",
    "The list has 61 names. Ask about the twins who moved here from Jersey.",
)


@pytest.mark.parametrize("words", OF_FIGURES)
def test_words_of_figures_staff_and_waits_tell_of_no_child(words: str) -> None:
    assert not one_childs_story(plain(words))
    assert not weighs_as_a_story(plain(words))


@pytest.mark.parametrize("words", OF_SO_FEW)
def test_so_few_that_they_can_be_told_are_found_among_figures(words: str) -> None:
    assert one_childs_story(plain(words)) or weighs_as_a_story(plain(words))
