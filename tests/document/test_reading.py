"""Reading age: syllables counted against words counted by ear, and texts whose difficulty nobody would doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assurance_pack.document.blocks import Bullets, Heading, Paragraph, Table, TableCell, TableColumn, TableRow
from assurance_pack.document.blocks.runs import Ref, Text, runs
from assurance_pack.document.editions.reading_age import TARGET, grade, read, reading, syllables

BY_EAR = """
governance 3 escalation 4 challenge 2 response 2 action 2 actions 2 owner 2 overdue 3 measure 2 baseline 2 recommendation 5 option 2
options 2 judgement 2 reasonable 4 substantial 3 limited 3 audit 2 sample 2 survey 2 complaints 2 learning 2 peer 1 inspection 3 strategy 3
priority 4 priorities 4 outside 2 organisation 5 organisations 5 commissioning 4 integrated 4 community 4 hospital 3 nurse 1 nurses 2
speech 1 language 2 therapy 3 therapist 3 occupational 5 autism 3 diagnosis 4 referral 3 assessment 3 annual 3 tribunal 3 mediation 4
suspension 3 suspensions 3 pupils 2 pupil 2 teacher 2 classroom 2 library 3 transport 2 taxi 2 bus 1 journey 2 sensory 3 behaviour 3
emotional 4 mental 2 anxious 2 anxiety 4 experience 4 experiences 5 convenient 4 client 2 patient 2 ancient 2 friend 1 friends 1 believe 2
believed 2 receive 2 received 2 create 2 created 3 creating 3 real 1 really 2 realise 3 museum 3 variety 4 society 4 radio 3 video 3
period 3 million 2 region 2 regional 3 nation 2 national 3 international 5 question 2 questions 2 languages 3 equal 2 equally 3 required 2
require 2 requires 2 requirement 3 management 3 statement 2 element 3 settlement 3 government 3 department 3 useful 2 careful 2 hopeful 2
awareness 3 lunchtime 2 timetable 3 homework 2 safeguarding 3 safe 1 safely 2 completely 3 definitely 4 immediately 5 separate 3
separately 4 different 2 interest 2 general 3 several 2 reference 2 temperature 3 business 2 february 4 saturday 3 tuesday 2 monday 2
august 2 april 2 november 3 december 3 playing 2 saying 2 trying 2 buying 2 going 2 knowing 2 reviewing 3 employing 3 employer 3 player 2
power 2 flower 2 showed 1 followed 2 allowed 2 delayed 2 played 1 stayed 1 tried 1 carried 2 worried 2 studied 2 needed 2 started 2 ended 2
closed 1 opened 2 reached 1 changed 1 placed 1 reduced 2 introduced 3 increased 2 focused 2 discussed 2 helped 1 talked 1 moved 1 houses 2
causes 2 courses 2 exercises 4 prices 2 services 3 changes 2 colleges 3 bridges 2 boxes 2 taxes 2 watches 2 wishes 2 clothes 1 tables 2
articles 3 people's 2 child's 1 children's 2 don't 1 we'll 1 they're 1 there's 1 can't 1 January 4 accessible 4 families 3 sufficiency 4
"""
"""Words with the syllables one says, most of them never looked at while the counting was written."""

EASY = (
    "Nobody rings back. The papers say it is fixed. We read that out and people laughed. You can have a plan that came on time. "
    "You still wait five weeks to find out who will help you."
)
HARD = (
    "The Board is the top tier decision-making body for SEND and AP within the local area partnership, retaining and exercising final "
    "decision-making authority for approval and review of the strategy and for acceptance of system level risk across organisations."
)


def test_syllables_are_those_one_says_for_nine_words_in_ten_and_within_two_in_a_hundred_over_all() -> None:
    listed = BY_EAR.split()
    said = {word: int(count) for word, count in zip(listed[::2], listed[1::2], strict=True)}
    right = sum(syllables(word) == count for word, count in said.items())
    assert right / len(said) > 0.9
    assert abs(sum(map(syllables, said)) / sum(said.values()) - 1) < 0.02


@pytest.mark.parametrize(("word", "count"), [("24", 1), ("£0.39m", 1), ("63%", 1), ("a", 1), ("rhythm", 2), ("the", 1), ("Xyz", 1)])
def test_a_number_counts_as_one_and_no_word_as_none(word: str, count: int) -> None:
    assert syllables(word) == count


@given(st.text(max_size=40))
def test_whatever_is_typed_has_at_least_one_syllable(word: str) -> None:
    assert syllables(word) >= 1


def test_the_grade_is_that_of_the_published_worked_example() -> None:
    """“The Australian platypus is seemingly a hybrid of a mammal and reptilian creature”: one sentence, 13 words, 26 syllables, 13.08.

    So the documentation of the flesch-kincaid library (https://www.npmjs.com/package/flesch-kincaid).
    """
    assert grade(1, 13, 26) == pytest.approx(13.08)


def test_what_families_wrote_is_easier_than_the_terms_of_reference() -> None:
    easy, hard = reading("theirs", [EASY]), reading("ours", [HARD])
    assert easy.age is not None
    assert hard.age is not None
    assert easy.age <= 9
    assert not easy.over
    assert hard.age > TARGET
    assert hard.over


def test_fewer_than_thirty_words_say_too_little_to_be_judged() -> None:
    short = reading("short", ["Nobody rings back.", "The papers say it is fixed."])
    assert (short.age, short.words, short.over) == (None, 9, False)


def test_a_sentence_does_not_run_on_from_one_point_to_the_next() -> None:
    points = ["children may have help with talking in school without a referral from anybody"] * 4
    together = reading("run on", [" ".join(points)])
    apart = reading("points", points)
    assert apart.age is not None
    assert together.age is not None
    assert apart.age < together.age


def test_ids_and_labels_are_not_read_as_prose() -> None:
    plain = reading("plain", [EASY])
    assert reading("with IDs", [EASY.replace("fixed.", "fixed (M-QDD-003, V-PCF-2026-06-ask).")]).age == plain.age
    assert reading("with labels", [EASY, "Escalation category", "Sufficiency; statutory"]).words == plain.words


def test_blocks_are_read_as_they_print_cells_and_points_too() -> None:
    blocks = (
        Heading(2, "What this means for families"),
        Paragraph(runs(EASY)),
        Bullets((runs("A base will open near you in May."),)),
        Table(
            "Asked", (TableColumn(runs("Asked"), 0),), (TableRow((TableCell((Text("Tell us what time suits you "), Ref("A-031"))),)),), "s"
        ),
    )
    assert read("page", blocks).words == len(EASY.split()) + 5 + 8 + 6  # “Asked” alone is a label
