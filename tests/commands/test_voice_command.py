"""`pack voice`: a letter, a call or a note of a meeting becomes the group's return, with who took it down and when it was read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result

from assurance_pack.cli import main
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import Understood, understand
from assurance_pack.returns.voice import AlsoWritten, Voice
from assurance_pack.settings import Settings

JUNE = Month("2026-06")
LETTER = """Dear Chair,
we met at the leisure centre.

What is working?
The drop-ins.
They’re good!

WHAT IS NOT WORKING
Nobody rings back – ever.

What do you ask the Board for?
One number to ring.
How you heard this: a coffee morning
About how many people: 50 to 100
"""
NHS_NUMBER = "943 476 5919"


def taken_down(home: Home, *arguments: str, words: str | bytes = LETTER, typed: str | None = None) -> Result:
    given = list(arguments)
    if typed is None:
        note = home.root / "Letter.txt"
        note.write_bytes(words if isinstance(words, bytes) else words.encode())
        given = [str(note), *arguments]
    base = ["voice", *given, "--month", JUNE, "--by", "Board secretary", "--home", str(home.root)]
    return CliRunner().invoke(main, base if "--group" in arguments else [*base, "--group", "PCF"], input=typed)


def form(home: Home) -> Path:
    return home.output(JUNE) / "taken-down" / f"Parent Carer Forum {JUNE} taken down.xlsx"


def sent_in(home: Home, settings: Settings) -> Understood:
    """The month once the form that was written has been put into inputs."""
    folder = home.inputs(JUNE)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / form(home).name).write_bytes(form(home).read_bytes())
    return understand(home, JUNE, settings, withholding=True)


def test_a_letter_becomes_the_groups_return_with_its_words_unchanged(home: Home, settings: Settings) -> None:
    assert taken_down(home, "--read-back", "24/6/2026").exit_code == 0
    returns = sent_in(home, settings).case.returns
    (said,) = returns.of(Voice)
    assert (said.sender, said.working, said.not_working, said.ask) == (
        "voice:PCF",
        "The drop-ins.\nThey’re good!",
        "Nobody rings back – ever.",
        "One number to ring.",
    )
    assert (said.how_heard, str(said.how_many), said.taken_down_by, said.read_back_on) == (
        "a coffee morning",
        "50 to 100",
        "Board secretary",
        date(2026, 6, 24),
    )
    assert [row.words for row in returns.of(AlsoWritten)] == ["Dear Chair,\nwe met at the leisure centre."]


def test_words_not_yet_read_back_are_asked_about_in_their_cell(home: Home, settings: Settings) -> None:
    said = taken_down(home).output
    assert "Not yet read back" in said
    found = [p for p in sent_in(home, settings).verdicts.problems if p.rule == "AP290"]
    assert [openpyxl.load_workbook(form(home))[c.sheet][c.ref].offset(0, -1).value for p in found for c in p.cells] == ["Read back on"]


def test_the_form_is_written_beside_the_forms_and_never_into_inputs(home: Home) -> None:
    before = sorted(home.inputs(JUNE).glob("*"))
    said = taken_down(home)
    assert form(home).exists()
    assert sorted(home.inputs(JUNE).glob("*")) == before
    assert f"Next: look at it, then put it into {home.inputs(JUNE)}." in said.output


def test_without_a_file_each_question_is_asked_and_a_box_takes_several_lines(home: Home, settings: Settings) -> None:
    said = taken_down(home, typed="The drop-ins\nare good\n\n\nOne number to ring\n\n\n50 to 100\nYes\n\n")
    assert said.exit_code == 0, said.output
    assert "One of: Fewer than 10" in said.output
    (voice,) = sent_in(home, settings).case.returns.of(Voice)
    assert (voice.working, voice.not_working, voice.ask, str(voice.will_speak)) == (
        "The drop-ins\nare good",
        None,
        "One number to ring",
        "Yes",
    )


def test_words_under_no_question_are_kept_and_it_is_said_how_to_place_them(home: Home, settings: Settings) -> None:
    said = taken_down(home, words="Please answer the telephone.\n")
    assert "Also written                        4 words" in said.output
    assert "Nothing stands under “What is working?”, “What is not working?” and “What do you ask the Board for?”." in said.output
    assert [row.words for row in sent_in(home, settings).case.returns.of(AlsoWritten)] == ["Please answer the telephone."]


def test_what_a_second_person_said_to_a_question_stands_beneath_what_the_first_did(home: Home, settings: Settings) -> None:
    twice = "What is not working?\nNobody rings back.\nWhat do you ask the Board for?\nRing back.\nWhat is not working?\nAnd the taxis are late.\n"
    taken_down(home, words=twice)
    (voice,) = sent_in(home, settings).case.returns.of(Voice)
    assert (voice.not_working, voice.ask) == ("Nobody rings back.\nAnd the taxis are late.", "Ring back.")


def test_words_that_may_identify_a_child_are_refused_by_their_question_and_not_repeated(home: Home) -> None:
    said = taken_down(home, words=f"What is not working?\nHer number is {NHS_NUMBER}.\n")
    assert said.exit_code == 3
    assert "AP501" in said.output
    assert "Letter.txt › What is not working?" in said.output
    assert NHS_NUMBER not in said.output
    assert not form(home).exists()


def test_a_note_that_says_it_is_another_groups_or_months_is_not_taken_down(home: Home) -> None:
    other = taken_down(home, words="Group: SENCo network\nWhat is working?\nMuch.\n")
    earlier = taken_down(home, words="Month: May 2026\nWhat is working?\nMuch.\n")
    assert (other.exit_code, earlier.exit_code) == (2, 2)
    assert "The note names another group than Parent Carer Forum." in other.output
    assert "The note names another month than June 2026." in earlier.output


def test_a_form_that_was_corrected_by_hand_is_set_aside_and_never_lost(home: Home) -> None:
    taken_down(home)
    form(home).write_bytes(b"corrected by hand")
    said = taken_down(home, "--read-back", "2026-06-24")
    kept = form(home).with_name(f"{form(home).stem} (earlier).xlsx")
    assert kept.read_bytes() == b"corrected by hand"
    assert f"it is kept as {kept.name}" in said.output


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_note_is_read_as_notepad_or_an_older_windows_wrote_it(home: Home, settings: Settings, encoding: str) -> None:
    assert taken_down(home, words="What is working?\nThe café – it’s open.".encode(encoding)).exit_code == 0
    assert [row.working for row in sent_in(home, settings).case.returns.of(Voice)] == ["The café – it’s open."]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            b"PK\x03\x04\x00\x00",
            "Letter.txt cannot be read as words. Save it as a text file (.txt) or a Word document (.docx), then try again.",
        ),
        ("\n\n", "There are no words of the group to take down."),
        ("About how many people: 50 to 100", "There are no words of the group to take down."),
    ],
)
def test_what_holds_no_words_is_said_to(home: Home, words: str | bytes, told: str) -> None:
    said = taken_down(home, words=words)
    assert said.exit_code == 2
    assert told in said.output


def test_a_letter_in_word_is_read_by_its_questions(home: Home, settings: Settings) -> None:
    letter = docx.Document()
    for words in (
        "Dear Board",
        "What is working?",
        "Buses come.",
        "What do you ask the Board for? One number.",
        "Nothing this month? Write to us.",
    ):
        letter.add_paragraph(words)
    letter.save(str(home.root / "Letter.docx"))
    said = CliRunner().invoke(
        main, ["voice", str(home.root / "Letter.docx"), "--group", "PCF", "--month", JUNE, "--by", "Clerk", "--home", str(home.root)]
    )
    assert said.exit_code == 0, said.output
    returns = sent_in(home, settings).case.returns
    assert [(row.working, row.ask) for row in returns.of(Voice)] == [("Buses come.", "One number.\nNothing this month? Write to us.")]
    assert [row.words for row in returns.of(AlsoWritten)] == ["Dear Board"]


def test_our_own_form_in_word_is_no_letter_and_goes_into_inputs_as_it_is(home: Home) -> None:
    ours = Path(__file__).parents[2] / "templates" / "returns" / "voice.docx"
    said = CliRunner().invoke(main, ["voice", str(ours), "--group", "PCF", "--month", JUNE, "--by", "Clerk", "--home", str(home.root)])
    assert said.exit_code == 2
    assert "voice.docx is the form that was sent out: put it into inputs as it is." in said.output


def test_a_group_that_pack_toml_does_not_have_is_answered_with_those_it_has(home: Home) -> None:
    said = taken_down(home, "--group", "CAP")
    assert said.exit_code == 2
    assert "Write one of: PCF, YPG, SEN, SAH." in said.output


def test_of_a_letter_of_3000_words_the_secretariat_is_told_where_it_will_stand_and_the_group_is_asked_nothing(
    home: Home, settings: Settings
) -> None:
    said = taken_down(
        home, "--read-back", "2026-06-24", words="What is not working?\n" + "Nobody rings us back about the school at all. " * 300
    )
    told = "2,700 words, where about 60 are asked for; the pack prints the sentences they open with (144 words), and all of them stand in the data book, sheet “Your words”"
    assert told in said.output
    understood = sent_in(home, settings)
    assert [p for p in understood.verdicts.problems if p.sender == "voice:PCF"] == []
    checked = CliRunner().invoke(main, ["check", "--month", JUNE, "--home", str(home.root)])
    assert f"Parent Carer Forum, “What is not working?”: {told}." in checked.output


def test_a_letter_longer_than_a_cell_holds_is_refused_and_never_cut(home: Home) -> None:
    words = " ".join(f"In week {n} nobody rang us back." for n in range(1500))
    said = taken_down(home, words=f"What is not working?\n{words}\n")
    assert (said.exit_code, form(home).exists()) == (2, False)
    assert f"under “What is not working?” are {len(words):,} characters long, and a cell of the form holds 32,767. Copy them" in said.output


def test_a_letter_of_forty_thousand_words_is_refused_for_its_length_and_not_as_if_about_a_child(home: Home) -> None:
    said = taken_down(home, words="What is not working?\n" + " ".join(f"In week {n} nobody rang us back." for n in range(6000)) + "\n")
    assert said.exit_code == 2
    assert "characters long, and a cell of the form holds 32,767" in said.output
    assert "child" not in said.output
