"""A sentence of the form is the form's: also with a letter changed by a slip of the key, or split by a key pressed within it. What a group writes is theirs."""

from __future__ import annotations

import io
from typing import Any

import hostile
import openpyxl
import pytest
from docx import Document
from hypothesis import given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st
from workbooks import save

from assurance_pack.home import Home
from assurance_pack.intake.issue import write, write_word
from assurance_pack.intake.issue.form import AskedBefore, Form
from assurance_pack.intake.read import Read, read_month
from assurance_pack.intake.reading.form_lines import slipped
from assurance_pack.model import Month, Sender
from assurance_pack.returns import return_kind
from assurance_pack.returns.voice import AlsoWritten, Voice
from assurance_pack.senders import sender_name
from assurance_pack.settings import Settings

JUNE = Month("2026-06")
PCF = Sender("voice", "PCF")
ANSWER = "No berth changes from 1 July until after Easter."
ENTER = '</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">'

SENTENCES = [
    ("Parent Carer", " Forum", "Parnt Carer Forum"),
    ("Your words to the Board,", " June 2026", "Your words t the Board, June 2026"),
    ("It takes about fift", "een minutes.", "It takes abut fifteen minutes."),
    ("exactly as you write them, and", " the Board answers.", "exactly as you wite them, and the Board answers."),
    ("About 60 words a box", " is plenty", "Abou 60 words a box is plenty"),
    ("Please do not name a child,", " or describe", "Please do no name a child, or describe"),
    ("What you asked in May", " 2026, and the answer", "What you askd in May 2026, and the answer"),
    ("What is not", " working?", "What is nt working?"),
    ("What families are fi", "nding hard now.", "What families are fining hard now."),
    ("The answer comes back", " to you here.", "Th answer comes back to you here."),
    ("May we quote", " you in public?", "May we quoteyou in public?"),
    ("Nothing this", " month?", "Noting this month?"),
    ("Please send this", " back:", "Plese send this back:"),
    ("we will write down your words", " and read them", "we will writ down your words and read them"),
]
"""Where a key was pressed within a line of the form, and the line with a letter missing."""


def form(settings: Settings) -> Form:
    """The June form of the Parent Carer Forum, which repeats what it asked in May."""
    before = (AskedBefore("May 2026", "Which berths change?", ANSWER),)
    return Form(return_kind("voice"), PCF, sender_name(PCF, settings), JUNE, answered=before)


def read_back(home: Home, settings: Settings, suffix: str, old: str, new: str) -> Read:
    """What is read of the form when one text of it was changed."""
    if suffix == "docx":

        def changed(name: str, data: bytes) -> bytes:
            assert name != "word/document.xml" or old.encode() in data
            return data.replace(old.encode(), new.encode(), 1) if name == "word/document.xml" else data

        content = hostile.repacked(write_word(form(settings), settings), changed)
    else:
        content = hostile.saved(with_cell(settings, old, new))
    hostile.write(home.inputs(JUNE), f"PCF.{suffix}", content)
    return read_month(home, JUNE, settings)


def with_cell(settings: Settings, old: str, new: str) -> Any:
    """The workbook of the form with the first cell that says something saying it otherwise."""
    book = openpyxl.load_workbook(io.BytesIO(write(form(settings), settings)))
    cell = next(c for line in book["Your words"].iter_rows(min_col=2) for c in line if old in str(c.value or ""))
    cell.value = cell.value.replace(old, new, 1)
    return book


def theirs(found: Read) -> list[str]:
    """Everything read as the group's own words, in its boxes and beside them."""
    boxes = [str(said) for row in found.returns.of(Voice) for said in (row.working, row.not_working, row.ask) if said]
    return boxes + [str(row.words) for row in found.returns.of(AlsoWritten)]


@pytest.mark.parametrize(("begins", "ends", "slip"), SENTENCES, ids=[slip for *_, slip in SENTENCES])
def test_a_sentence_of_the_word_form_split_by_a_key_or_with_a_letter_missing_is_not_the_groups(
    home: Home, settings: Settings, begins: str, ends: str, slip: str
) -> None:
    whole = begins + ends
    assert theirs(read_back(home, settings, "docx", whole, begins + ENTER + ends)) == []
    assert theirs(read_back(home, settings, "docx", whole, slip)) == []


@pytest.mark.parametrize(
    ("begins", "ends", "slip"),
    [
        SENTENCES[0],
        SENTENCES[7],
        SENTENCES[8],
        SENTENCES[10],
        ("If you", " wish", "If ou wish"),
        ("Taken", " down by", "Takn down by"),
    ],
    ids=["group", "question", "help", "question to choose", "heading", "for the secretariat"],
)
def test_nor_is_one_of_the_workbook(home: Home, settings: Settings, begins: str, ends: str, slip: str) -> None:
    whole = begins + ends
    assert theirs(read_back(home, settings, "xlsx", whole, f"{begins}\n{ends}")) == []
    assert theirs(read_back(home, settings, "xlsx", whole, slip)) == []


@pytest.mark.parametrize(
    "said", ["No berth changes from 7 July until after Easter.", "A berth changes from 1 July, and until after Easter nobody can say which.", "Nothing at all is working."]
)  # fmt: skip
def test_an_answer_that_a_group_corrects_and_words_of_its_own_are_still_read(home: Home, settings: Settings, said: str) -> None:
    found = read_back(home, settings, "docx", ANSWER, f"{ANSWER} {said}")
    assert theirs(found) == [said]
    assert theirs(read_back(home, settings, "docx", "one thing is best".capitalize(), said + ENTER + "One thing is best"))[0] == said


@given(st.text("abc ", max_size=32), st.sets(st.integers(0, 31), max_size=4))
@settings_of_hypothesis(max_examples=200, database=None, deadline=None)
def test_a_slip_is_a_letter_or_two_that_are_missing_and_never_another_or_one_more(ours: str, missing: set[int]) -> None:
    said = "".join(letter for at, letter in enumerate(ours) if at not in missing)
    most = 2 if len(ours) >= 25 else 1 if len(ours) >= 9 else 0
    assert slipped(said, ours) is (len(ours) - len(said) <= most)
    assert not any(slipped(said[:at] + "z" + said[at + wide :], ours) for at in range(len(said)) for wide in (0, 1))


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_an_answer_the_form_repeats_is_the_forms_also_where_it_was_split(home: Home, settings: Settings, suffix: str) -> None:
    between = ENTER if suffix == "docx" else "\n"
    assert theirs(read_back(home, settings, suffix, ANSWER, f"No berth changes from{between} 1 July until after Easter.")) == []


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
@pytest.mark.parametrize(
    "said",
    ["No berth changed from 1 July until after Easter.", "A berth changes from 1 July until after Easter.", "No berth changes from 7 July until after Easter.", "That is wrong.", "Still not answered."],
)  # fmt: skip
def test_a_group_that_corrects_the_answer_or_writes_in_its_place_is_read(home: Home, settings: Settings, suffix: str, said: str) -> None:
    assert theirs(read_back(home, settings, suffix, ANSWER, said)) == [said]


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_nor_is_a_correction_of_what_it_asked_lost(home: Home, settings: Settings, suffix: str) -> None:
    assert theirs(read_back(home, settings, suffix, "Which berths change?", "Which berths in the south change?")) == [
        "“Which berths in the south change?”"
    ]


TYPED = (
    ("What is working?", "Calls answered last week, out of 60:\n45"),
    ("What is not working?", "Nobody rings back. Meetings so far:\nJune 2026"),
    ("What do you ask the Board for?", "Ring us back within\n5 days"),
    ("How you heard this", "Coffee morning\n12 June"),
    ("About how many people", "45"),
    ("Will someone speak at the meeting?", "Yes"),
)


def test_a_number_a_day_or_a_month_on_a_line_of_its_own_before_a_question_is_the_groups(home: Home, settings: Settings) -> None:
    lines = [
        "Your words to the Board",
        "Group: Parent Carer Forum",
        "Month: June 2026",
        *(line for question, said in TYPED for line in (question, *said.split("\n"))),
    ]
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    save(document, home.inputs(JUNE), "our words.docx")
    (row,) = read_month(home, JUNE, settings).returns.of(Voice)
    assert [row.working, row.not_working, row.ask, row.how_heard] == [said for _, said in TYPED[:4]]


@pytest.mark.parametrize(
    ("ref", "said", "kept"),
    [
        ("D9", "The phone rang for\n45\nThe Board answers", "The phone rang for 45"),
        ("D11", "So many came:\n45\nAbout how many people", "So many came: 45"),
        ("D13", "Given as\nJuly\nWhat is not working?", "Given as July"),
        ("D17", "Monday\nHow you heard this", "Monday"),
        (
            "D9",
            "Things that have got bitter, or that families say are good.",
            "Things that have got bitter, or that families say are good.",
        ),
        ("D17", "A rough guess is five.", "A rough guess is five."),
        ("D11", "What is now working?", "What is now working?"),
    ],
)
def test_nor_is_it_lost_beside_the_boxes_nor_what_is_only_like_a_line_of_the_form(
    home: Home, settings: Settings, ref: str, said: str, kept: str
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write(form(settings), settings)))
    book["Your words"][ref] = said
    hostile.write(home.inputs(JUNE), "PCF.xlsx", hostile.saved(book))
    assert " ".join(" ".join(theirs(read_month(home, JUNE, settings))).split()).startswith(kept)


@pytest.mark.parametrize(
    "said",
    [
        "One thing is best left unsaid.",
        "You can change your mind but the school cannot.",
        "A rough guess is fine for families, not for plans.",
        "The Board answers now, and we are glad.",
        "It takes about fifteen minutes to get through.",
        "What families are finding hard now is transport to college.",
    ],
)
def test_a_sentence_that_only_begins_like_one_of_the_form_is_kept_whole_in_a_form_typed_afresh(
    home: Home, settings: Settings, said: str
) -> None:
    document = Document()
    for line in (
        "Your words to the Board",
        "Group: Parent Carer Forum",
        "Month: June 2026",
        "What is working?",
        said,
        "What is not working?",
        "Buses.",
    ):
        document.add_paragraph(line)
    save(document, home.inputs(JUNE), "our words.docx")
    assert theirs(read_month(home, JUNE, settings)) == [said, "Buses."]
