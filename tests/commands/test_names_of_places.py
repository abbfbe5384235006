"""A child's name or number in the name of a file, a sheet or a folder: it stops a build, and is shown nowhere, whatever is done next."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from every_word import where_they_stand

from assurance_pack.cli import main
from assurance_pack.home import Home
from assurance_pack.rules.guard import shown_name
from assurance_pack.settings import Settings

ROOT = Path(__file__).parents[2]
JUNE = "2026-06"
CAPITAL = "Capital and Sufficiency June 2026.xlsx"
EVERY = ("--format", "pdf", "--format", "word", "--format", "html")
PLANTED = ("Quillfeather", "999-000-0018", "N331999925001", "Zephyrine", "9990000026", "Tranter")
"""Of a return, a photograph, a folder, a sheet and mails; none of these words stands anywhere else."""


def pack(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--home", str(home.root)])


@pytest.fixture
def home(tmp_path: Path) -> Home:
    shutil.copy(ROOT / "pack.toml", tmp_path)
    (tmp_path / "inputs" / JUNE).mkdir(parents=True)
    shutil.copy(ROOT / "inputs" / JUNE / CAPITAL, tmp_path / "inputs" / JUNE)
    return Home(tmp_path)


def plant(home: Home) -> None:
    folder = home.root / "inputs" / JUNE
    book = openpyxl.load_workbook(folder / CAPITAL)
    book["Milestones"]["F4"] = "\u200b" * 3000  # something to say of a row on an ordinary sheet
    sheet = book.create_sheet("Aisha Zephyrine")
    sheet["A1"] = "Milestone"
    book.save(folder / CAPITAL)
    (folder / CAPITAL).rename(folder / "Capital and Sufficiency - Noah Quillfeather.xlsx")
    (folder / "photo 999-000-0018.jpg").write_bytes(b"\xff\xd8\xff\xe0 picture")
    (folder / "N331999925001 letters").mkdir()
    (folder / "Tranter, Hope.msg").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(700))
    (folder / "re 9990000026.msg").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))


def test_a_name_that_may_identify_a_child_refuses_the_build_and_is_not_in_the_refusal(home: Home) -> None:
    plant(home)
    result = pack(home, "build", "--month", JUNE)
    assert result.exit_code == 3
    assert not [p for p in PLANTED if p in result.output]
    for said in (
        "a file whose name may identify a child, the first in the folder",
        "a file whose name may identify a child, the first in the folder › the tenth sheet, whose name may identify a child",
        "a folder whose name may identify a child, the second in the folder",
        "There is an NHS number in the name of this file, which has to be renamed",
        "There is a unique pupil number (UPN) in the name of this folder, which has to be renamed",
    ):
        assert said in result.output, result.output
    assert not (home.root / "output" / JUNE / "assurance-pack-2026-06.pdf").exists()


def test_withheld_it_builds_and_no_byte_of_any_output_or_message_holds_the_name(home: Home) -> None:
    plant(home)
    said = ""
    for command in (
        ("status",), ("check",), ("chase",), ("brief", "--withhold"), ("build", "--withhold", *EVERY),
        ("build", "--withhold", "--edition", "public", "--format", "html"), ("build", "--withhold", "--edition", "hwb", "--format", "word"), ("status",),
    ):  # fmt: skip
        result = pack(home, *command, "--month", JUNE)
        said += result.output
        assert result.exit_code in (0, 1, 3), (command, result.output)
    assert "a file whose name may identify a child" in said
    in_its_place = "a file whose name may identify a child, the first in the folder"
    found = where_they_stand((*PLANTED, in_its_place), home.root / "output")
    for planted in PLANTED:
        assert planted.casefold() not in said.casefold()
        assert found[planted] == []
    assert found[in_its_place]


def test_nobody_waives_a_place_whose_name_is_not_shown(home: Home) -> None:
    plant(home)
    shutil.copy(ROOT / "inputs" / JUNE / "Board log June 2026.xlsx", home.root / "inputs" / JUNE)
    log = next((home.root / "inputs" / JUNE).glob("Board log*"))
    book = openpyxl.load_workbook(log)
    waivers = book["Waivers"]
    keys = [str(cell.value).split(";")[0] for cell in waivers[3]]
    place = "a file whose name may identify a child, the second in the folder"
    said = {"rule": "AP511", "place": place, "reason": "known", "by": "Chair of RDG", "until": "31/12/2026"}
    for name, value in said.items():
        waivers.cell(5, keys.index(name) + 1).value = value
    book.save(log)
    refused = pack(home, "build", "--month", JUNE)
    assert refused.exit_code == 3
    assert place in refused.output


def test_the_names_of_the_sample_month_are_shown_as_they_are(home: Home) -> None:
    result = pack(home, "status", "--month", JUNE)
    assert CAPITAL in result.output
    assert "may identify a child" not in result.output


@pytest.mark.parametrize(
    "name",
    [
        "Hope Tranter.xlsx", "Tranter, Hope.msg", "Hope_Tranter.xlsx", "hope tranter.pdf", "HopeTranter.xlsx", "HopeTranter2026.xlsx", "Copy of Hope Tranter (2).xlsx",
        "HOPE TRANTER's plan.docx", "Grace Pemberton.docx", "Faith O'Leary.docx", "Amber Whitlock review.docx", "Will Baxter taxi.pdf", "Rowan.docx", "J. Smythson.docx",
    ],
)  # fmt: skip
def test_a_name_that_is_also_a_word_is_a_name_beside_a_surname_in_the_name_of_a_file(settings: Settings, name: str) -> None:
    assert shown_name(name, settings) == "a file whose name may identify a child"


@pytest.mark.parametrize(
    "name",
    [
        "Hope Street School June 2026.xlsx", "Plans and Casework June 2026.xlsx", "Hope Centre rota.xlsx", "Grace Academy June.xlsx", "Summer Works.xlsx", "May Return.xlsx", "June Capital.xlsx", "Amber Ratings.xlsx",
        "Victoria Park School.xlsx", "Rose Hill Primary June 2026.xlsx", "Holly Lodge agenda.docx", "Faith Schools data.xlsx", "Will follow.docx", "Mark Scheme.docx", "Page One.docx",
        "Sandy Lane.xlsx", "Light Touch Review.docx", "Journey Planner.xlsx", "Harmony Trust.xlsx", "Iris Consulting quote.pdf", "Final version June.xlsx", "Autumn Term 2026.docx",
    ],
)  # fmt: skip
def test_a_word_that_is_also_a_name_is_none_beside_words_of_papers_and_places(settings: Settings, name: str) -> None:
    assert shown_name(name, settings) == name
