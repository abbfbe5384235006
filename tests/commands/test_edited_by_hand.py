"""A Word file edited the night before is never lost: it is set aside by a build, and can be approved as it is with its differences listed."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from assurance_pack.cli import main
from assurance_pack.commands import edited_pdf
from assurance_pack.commands.edited_word import read_word
from assurance_pack.home import Home
from assurance_pack.render.archive import unzipped
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
JUNE = "2026-06"
WORD, PDF = f"assurance-pack-{JUNE}.docx", f"assurance-pack-{JUNE}.pdf"
NHS_NUMBER = "999 000 0018"  # of the range kept for tests
BY = ("--by", "Chair of RDG")
BY_TYPST = ("--engine", "typst")
"""It sets a pack in a tenth of the time: for where it is not asked how the pages are set."""
HAS_OFFICE = any(shutil.which(name) for name in edited_pdf._OFFICE)


def pack(home: Home, command: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, [command, "--month", JUNE, "--home", str(home.root), *arguments])


def folder(home: Home) -> Path:
    return home.root / "output" / JUNE


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Home:
    root = tmp_path_factory.mktemp("built")
    shutil.copy(ROOT / "pack.toml", root)
    copy_to_june(root / "inputs")
    result = pack(Home(root), "build", *BY_TYPST)
    assert result.exit_code == 0, result.output
    return Home(root)


@pytest.fixture
def home(built: Home, tmp_path: Path) -> Home:
    shutil.copytree(built.root, tmp_path / "home")
    return Home(tmp_path / "home")


def edit(path: Path, change: Callable[[str], str]) -> None:
    """Change the first long run of the pages, as somebody at a keyboard would."""
    document = docx.Document(str(path))
    run = next(r for p in document.paragraphs for r in p.runs if len(r.text) > 80)
    run.text = change(run.text)
    document.save(str(path))


def a_picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (20, 10), "red").save(out, "PNG")
    return out.getvalue()


def say_more(text: str) -> str:
    return f"{text} The Chair adds that lunch is provided."


def test_approval_offers_both_ways_and_seals_neither_by_itself(home: Home) -> None:
    edit(folder(home) / WORD, say_more)
    result = pack(home, "approve", *BY)
    assert result.exit_code == 3
    assert f"{WORD} was edited after it was built. Build the month again" in result.output
    assert "the edited file is set aside and nothing of it is lost" in result.output
    assert f'--edited "{folder(home) / WORD}"' in result.output
    assert not (folder(home) / "sealed").exists()
    assert f"{WORD} was edited after it was built." in pack(home, "status").output


def test_a_build_sets_the_edited_file_aside_and_each_later_one_too(home: Home) -> None:
    edit(folder(home) / WORD, say_more)
    edited = (folder(home) / WORD).read_bytes()
    result = pack(home, "build", "--format", "word")
    assert result.exit_code == 0, result.output
    assert f"Set aside as assurance-pack-{JUNE} (edited by hand).docx: it was edited after it was built" in result.output
    assert (folder(home) / f"assurance-pack-{JUNE} (edited by hand).docx").read_bytes() == edited
    (folder(home) / WORD).write_bytes(edited)
    assert pack(home, "build", "--format", "word").exit_code == 0
    assert (folder(home) / f"assurance-pack-{JUNE} (edited by hand) 2.docx").read_bytes() == edited


@pytest.mark.skipif(not HAS_OFFICE, reason="LibreOffice is not installed, so no PDF is made of the edited file")
def test_the_edited_file_is_sealed_with_its_differences_and_a_pdf_of_the_same_words(home: Home) -> None:
    edit(folder(home) / WORD, say_more)
    edited = (folder(home) / WORD).read_bytes()
    result = pack(home, "approve", *BY, "--on", "3 July 2026", "--edited", str(folder(home) / WORD))
    assert result.exit_code == 0, result.output
    assert "added:     The Chair adds that lunch is provided." in result.output
    sealed = folder(home) / "sealed" / "v1.0"
    kept, before = unzipped((sealed / WORD).read_bytes()), unzipped(edited)
    assert {n: d for n, d in kept.items() if n != "docProps/core.xml"} == {n: d for n, d in before.items() if n != "docProps/core.xml"}
    assert docx.Document(str(sealed / WORD)).core_properties.content_status == "Approved, version 1.0, by Chair of RDG on 3 July 2026"
    assert "A file edited by hand is not drawn again: its pages stand as they are" in result.output
    (one,) = json.loads((sealed / f"edited-by-hand-{JUNE}.json").read_text())["edited"]
    assert one["section"] == "The month on a page"
    assert one["added"].endswith("The Chair adds that lunch is provided.")
    assert one["taken_out"] == ""
    assert json.loads((sealed / "seal.json").read_text())["edited"] is True
    assert edited_pdf.what_differs((sealed / PDF).read_bytes(), read_word(sealed / WORD).read) == ()
    assert (folder(home) / f"assurance-pack-{JUNE} (as built).pdf").exists()
    assert pack(home, "status").exit_code == 0
    assert CliRunner().invoke(main, ["verify", "--home", str(home.root)]).exit_code == 0


def test_without_libreoffice_and_without_a_pdf_the_seal_says_that_word_alone_is_approved(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edited_pdf, "_OFFICE", ())
    edit(folder(home) / WORD, say_more)
    result = pack(home, "approve", *BY, "--edited", str(folder(home) / WORD))
    assert result.exit_code == 0, result.output
    assert "The Word file alone is approved: the Word file was edited by hand, and no PDF was made of it." in result.output
    sealed = folder(home) / "sealed" / "v1.0"
    assert not (sealed / PDF).exists()
    assert "no PDF was made" in json.loads((sealed / "seal.json").read_text())["without_pdf"]
    assert "The Word file alone" in pack(home, "status").output
    again = pack(home, "build")
    assert "Its Word file was edited by hand, and is kept so." in again.output
    assert (folder(home) / WORD).read_bytes() == (sealed / WORD).read_bytes()


def test_the_pdf_of_the_build_is_not_taken_for_that_of_the_edited_file(home: Home) -> None:
    edit(folder(home) / WORD, say_more)
    result = pack(home, "approve", *BY, "--edited", str(folder(home) / WORD), "--pdf", str(folder(home) / PDF))
    assert result.exit_code == 3
    assert f"{PDF} does not hold the same words as {WORD}" in result.output
    assert not (folder(home) / "sealed").exists()


def test_the_guard_reads_what_was_added_first_and_repeats_nothing(home: Home) -> None:
    edit(folder(home) / WORD, lambda text: f"{text} NHS number {NHS_NUMBER}.")
    result = pack(home, "approve", *BY, "--edited", str(folder(home) / WORD))
    assert result.exit_code == 3
    assert f"What was added to {WORD} may identify a child" in result.output
    assert NHS_NUMBER not in result.output
    assert not (folder(home) / "sealed").exists()


def test_a_file_that_is_no_word_file_is_refused(home: Home) -> None:
    result = pack(home, "approve", *BY, "--edited", str(folder(home) / PDF))
    assert result.exit_code == 3
    assert "cannot be read as a Word file" in result.output


def test_what_was_put_beside_the_text_is_listed_too(home: Home) -> None:
    word = folder(home) / WORD
    document = docx.Document(str(word))
    document.sections[0].header.paragraphs[0].add_run(" Amended on the night.")
    document.sections[0].footer.paragraphs[0].add_run(" Second thoughts.")
    run = next(r for p in document.paragraphs for r in p.runs if len(r.text) > 80)
    document.add_comment([run], text="Are we sure of this?", author="Quay Clerk", initials="QC")
    document.add_picture(BytesIO(a_picture()))
    document.save(str(word))
    result = pack(home, "approve", *BY, "--edited", str(word), "--without-pdf", "it is being printed from Word")
    assert result.exit_code == 0, result.output
    kept = json.loads((folder(home) / "sealed" / "v1.0" / f"edited-by-hand-{JUNE}.json").read_text())["edited"]
    assert {one["section"].split(",")[0]: one["added"] for one in kept} == {
        "Headers of the pages": "Amended on the night.",
        "Footers of the pages": "Second thoughts.",
        "Comments": "Are we sure of this?",
        "Pictures": "1 picture, and pack cannot read what a picture shows: look at it",
    }
    assert all(one["added"] in result.output for one in kept)
    assert "no word differs" not in result.output


def test_of_a_file_that_was_only_saved_again_it_is_said_that_no_word_differs(home: Home) -> None:
    docx.Document(str(folder(home) / WORD)).save(str(folder(home) / WORD))
    result = pack(home, "approve", *BY, "--edited", str(folder(home) / WORD), "--without-pdf", "a trial")
    assert "The Word file was saved again after it was built; no word differs." in result.output


def test_a_reason_for_no_pdf_means_that_none_is_made_or_sealed(home: Home) -> None:
    edit(folder(home) / WORD, say_more)
    result = pack(home, "approve", *BY, "--edited", str(folder(home) / WORD), "--without-pdf", "Acrobat is down")
    assert "The Word file alone is approved: Acrobat is down." in result.output
    assert not (folder(home) / PDF).exists()
    assert not (folder(home) / "sealed" / "v1.0" / PDF).exists()
    assert (folder(home) / f"assurance-pack-{JUNE} (as built).pdf").exists()


def test_a_pdf_saved_over_the_built_one_is_taken_for_that_of_the_edited_file_and_looked_at_as_such(home: Home) -> None:
    edit(folder(home) / WORD, say_more)
    (folder(home) / PDF).write_bytes((folder(home) / PDF).read_bytes() + b"% saved again")
    status = pack(home, "status").output
    assert f"{PDF} was edited after it was built. It is taken for the PDF of the edited Word file, where that is approved." in status
    assert f"{WORD} and {PDF} were edited after they were built." in pack(home, "approve", *BY).output
    result = pack(home, "approve", *BY, "--edited", str(folder(home) / WORD))
    assert result.exit_code == 3
    assert f"{PDF} does not hold the same words as {WORD}" in result.output


def test_a_pdf_without_the_word_file_it_is_of_and_a_file_nobody_edited_are_refused(home: Home) -> None:
    alone = pack(home, "approve", *BY, "--pdf", str(folder(home) / PDF))
    assert alone.exit_code == 2
    assert "name that file too, with --edited" in alone.output
    untouched = pack(home, "approve", *BY, "--edited", str(folder(home) / WORD))
    assert untouched.exit_code == 3
    assert f"{WORD} is as it was built: nothing in it was edited. Approve it without --edited." in untouched.output
    assert not (folder(home) / "sealed").exists()


def test_an_edited_data_book_beside_the_edited_word_file_is_named_before_anything_changes(home: Home) -> None:
    edit(folder(home) / WORD, say_more)
    edited = (folder(home) / WORD).read_bytes()
    book = folder(home) / f"data-book-{JUNE}.xlsx"
    book.write_bytes(book.read_bytes() + b" ")
    result = pack(home, "approve", *BY, "--edited", str(folder(home) / WORD))
    assert result.exit_code == 3
    assert f"{book.name} was edited after it was built as well" in result.output
    assert (folder(home) / WORD).read_bytes() == edited
    built = pack(home, "build", "--format", "word", "--format", "pdf").output
    aside = folder(home) / f"assurance-pack-{JUNE} (edited by hand).docx"
    assert f'pack approve --month {JUNE} --by ROLE --edited "{aside}"' in built
    assert pack(home, "approve", *BY, "--edited", str(aside), "--without-pdf", "a trial").exit_code == 0


def test_an_approval_that_stops_before_it_is_sealed_loses_nothing_of_the_edited_file(home: Home) -> None:
    edit(folder(home) / WORD, say_more)
    (folder(home) / "sealed").write_text("not a folder")
    by_hand = ("--edited", str(folder(home) / WORD), "--without-pdf", "a trial")
    assert pack(home, "approve", *BY, *by_hand).exit_code == 4
    (folder(home) / "sealed").unlink()
    assert f"{WORD} was edited after it was built." in pack(home, "status").output
    assert pack(home, "build", *BY_TYPST).exit_code == 0
    aside = folder(home) / f"assurance-pack-{JUNE} (edited by hand).docx"
    assert any(p.text.endswith("The Chair adds that lunch is provided.") for p in docx.Document(str(aside)).paragraphs)
    result = pack(home, "approve", *BY, "--edited", str(aside), "--without-pdf", "a trial")
    assert "added:     The Chair adds that lunch is provided." in result.output


def test_a_pack_edited_under_another_name_is_named_and_never_taken_for_the_one_sealed(home: Home) -> None:
    copy = folder(home) / f"assurance-pack-{JUNE} final.docx"
    shutil.copy(folder(home) / WORD, copy)
    edit(copy, say_more)
    assert f'pack approve --month {JUNE} --by ROLE --edited "{copy}" approves it in place of the one built.' in pack(home, "status").output
    result = pack(home, "approve", *BY)
    assert f"Not sealed, because it is no part of what was built: {copy.name}." in result.output


def test_a_file_edited_after_the_approval_has_a_way_to_be_approved_in_its_place(home: Home) -> None:
    assert pack(home, "approve", *BY, "--on", "3 July 2026").exit_code == 0
    edit(folder(home) / WORD, say_more)
    assert (
        f"{WORD} was edited after it was built. A build sets it aside as “(edited by hand)” and puts the approved one back."
        in pack(home, "status").output
    )
    refused = pack(home, "approve", *BY, "--edited", str(folder(home) / WORD)).output
    assert f"take that approval back first: pack withdraw --month {JUNE} --approval" in refused
    built = pack(home, "build").output
    aside = folder(home) / f"assurance-pack-{JUNE} (edited by hand).docx"
    assert (
        f"Version 1.0 stays approved. To have the edited file approved in its place: pack withdraw --month {JUNE} --approval, then pack build"
        in built
    )
    taken_back = pack(home, "withdraw", "--approval", *BY, "--reason", "The Chair added a sentence.", "--yes")
    assert taken_back.exit_code == 0, taken_back.output
    assert pack(home, "build", "--format", "word").exit_code == 0
    result = pack(home, "approve", *BY, "--edited", str(aside), "--without-pdf", "a trial")
    assert result.exit_code == 0, result.output
    assert "lunch is provided" in result.output


def test_a_workbook_within_the_edited_file_is_refused_because_nobody_can_look_through_it(home: Home) -> None:
    with zipfile.ZipFile(folder(home) / WORD, "a") as archive:
        archive.writestr("word/embeddings/Microsoft_Excel_Worksheet.xlsx", b"PK and all its sheets")
    result = pack(home, "approve", *BY, "--edited", str(folder(home) / WORD))
    assert result.exit_code == 3
    assert "holds a workbook or another file within it" in result.output


def test_the_guard_reads_properties_and_names_too_but_takes_no_account_of_staff_for_a_child(home: Home) -> None:
    word = folder(home) / WORD
    document = docx.Document(str(word))
    document.core_properties.last_modified_by = "jo.harbour@example.gov.uk"
    document.core_properties.author = "Harbour, Jo"
    document.save(str(word))
    named = word.with_name(f"NHS number {NHS_NUMBER}.docx")
    shutil.copy(word, named)
    document.core_properties.subject = f"NHS number {NHS_NUMBER}"
    document.save(str(word))
    result = pack(home, "approve", *BY, "--edited", str(word), "--without-pdf", "a trial")
    assert result.exit_code == 3
    assert "There is an NHS number in the properties of the document: its check digit is right." in result.output
    status = pack(home, "status").output
    well = pack(home, "approve", *BY, "--edited", str(named), "--without-pdf", "a trial")
    assert well.exit_code == 0, well.output
    assert NHS_NUMBER not in f"{result.output}{status}{well.output}"


# ---------- what else stops an approval ----------


def test_a_draft_is_not_approved(home: Home) -> None:
    assert pack(home, "build", "--draft", "--format", "word").exit_code == 0
    result = pack(home, "approve", *BY)
    assert result.exit_code == 3
    assert "What was built is marked “Draft” on every page." in result.output


def test_without_a_pdf_the_reason_is_asked_for_and_kept(home: Home) -> None:
    (home.root / "pack.toml").write_text(
        (home.root / "pack.toml").read_text().replace("Coventry SEND & AP Partnership Board", "Another Board")
    )
    assert pack(home, "build", "--format", "word").exit_code == 0
    result = pack(home, "approve", *BY)
    assert result.exit_code == 3
    assert "There is no PDF among the files built." in result.output
    assert pack(home, "approve", *BY, "--without-pdf", "the laptop cannot draw one").exit_code == 0
    assert "The Word file alone: the laptop cannot draw one." in pack(home, "status").output


def test_settings_or_dates_that_changed_since_the_build_stop_it(home: Home) -> None:
    received = home.root / "inputs" / JUNE / "received.csv"
    kept = received.read_text()
    received.write_text(kept.replace("2026-06-26", "2026-06-25"))
    assert "received.csv has changed since the pack was built" in pack(home, "approve", *BY).output
    received.write_text(kept)
    (home.root / "pack.toml").write_text((home.root / "pack.toml").read_text().replace("prompts = 12", "prompts = 11"))
    assert "pack.toml has changed since the pack was built" in pack(home, "approve", *BY).output
