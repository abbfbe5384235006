"""`pack build --edition` and `--format`: the other readers' documents, written from the same returns and beside the Board's, never over it."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from assurance_pack.cli import main
from assurance_pack.home import Home
from laid_out import as_pdf, words_on_pages
from sample_inputs import copy_to_june

JUNE = "2026-06"
ROOT = Path(__file__).parents[2]
STEMS = {"hwb": "health-and-wellbeing-board-2026-06", "public": "public-summary-2026-06", "rdg": "rdg-brief-2026-06"}
OUR_IDS = re.compile(r"\b(?:TF|[ABCDMNQRX])-(?:[A-Z]{3}-)?\d{3}\b|\b[VP]-[A-Z]{3}-20\d\d")
JARGON = re.compile(r"\b(?:risk|mitigat|escalat|milestone|triangulat|RAG|assurance|baseline|stakeholder|Amber|Red|Green)\w*", re.IGNORECASE)


def pack(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--home", str(home.root)])


def build(home: Home, *arguments: str, expect: int = 0) -> Result:
    result = pack(home, "build", "--month", JUNE, *arguments)
    assert result.exit_code == expect, result.output
    return result


def folder(home: Home) -> Path:
    return home.root / "output" / JUNE


def bytes_of(home: Home) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder(home).iterdir() if p.is_file()}


def text_of(pdf: Path) -> str:
    return "\n".join(words_on_pages(pdf))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """June with the Board pack and every other edition, in every format."""
    root = tmp_path_factory.mktemp("editions")
    shutil.copy(ROOT / "pack.toml", root)
    copy_to_june(root / "inputs")
    home = Home(root)
    every = ("--format", "pdf", "--format", "word", "--format", "html")
    for edition in ("board", "hwb", "public", "rdg"):
        build(home, "--edition", edition, *every)
    return home


@pytest.fixture
def again(made: Home, tmp_path: Path) -> Home:
    """A copy of it to do things to."""
    shutil.copytree(made.root, tmp_path / "home")
    return Home(tmp_path / "home")


# ---------- what is written ----------


@pytest.mark.parametrize("edition", STEMS)
def test_an_edition_is_written_in_each_format_asked_for_under_its_own_name(made: Home, edition: str) -> None:
    here = bytes_of(made)
    stem = STEMS[edition]
    assert here[f"{stem}.pdf"].startswith(b"%PDF")
    assert here[f"{stem}.docx"].startswith(b"PK")
    assert here[f"{stem}.html"].startswith(b"<!DOCTYPE html>")


def test_each_edition_has_a_manifest_of_its_own_and_the_boards_lists_the_boards_files_alone(made: Home) -> None:
    board = json.loads((folder(made) / "manifest.json").read_text())
    assert sorted(board["files"]) == [
        "assurance-pack-2026-06.docx", "assurance-pack-2026-06.html", "assurance-pack-2026-06.pdf", "data-book-2026-06.xlsx",
        "record-2026-06.json",
    ]  # fmt: skip
    for edition, stem in STEMS.items():
        manifest = json.loads((folder(made) / f"manifest-{edition}.json").read_text())
        assert sorted(manifest["files"]) == [f"{stem}.docx", f"{stem}.html", f"{stem}.pdf"]
        assert manifest["made_from"] == board["made_from"]
        for name, digest in manifest["files"].items():
            assert hashlib.sha256((folder(made) / name).read_bytes()).hexdigest() == digest


def test_another_edition_leaves_the_board_pack_its_record_and_its_manifest_byte_for_byte(again: Home) -> None:
    before = bytes_of(again)
    for edition in STEMS:
        build(again, "--edition", edition)
    after = bytes_of(again)
    assert {n: d for n, d in after.items() if n in before} == before


def test_the_same_returns_give_the_same_editions_byte_for_byte_in_another_folder(made: Home, sample_home: Home) -> None:
    for edition, stem in STEMS.items():
        build(sample_home, "--edition", edition)
        for ending in ("pdf", "docx"):
            assert (folder(sample_home) / f"{stem}.{ending}").read_bytes() == (folder(made) / f"{stem}.{ending}").read_bytes()


def test_pack_brief_writes_the_same_document_as_the_rdg_edition(again: Home) -> None:
    before = {e: (folder(again) / f"rdg-brief-2026-06.{e}").read_bytes() for e in ("pdf", "docx")}
    assert pack(again, "brief", "--month", JUNE).exit_code == 0
    assert {e: (folder(again) / f"rdg-brief-2026-06.{e}").read_bytes() for e in ("pdf", "docx")} == before


# ---------- formats ----------


def test_without_a_format_pdf_and_word_are_written_and_no_web_page(sample_home: Home) -> None:
    build(sample_home, "--edition", "public")
    assert sorted(bytes_of(sample_home)) == ["manifest-public.json", "public-summary-2026-06.docx", "public-summary-2026-06.pdf"]


def test_a_format_not_asked_for_stays_where_it_is_the_same_document(again: Home) -> None:
    before = bytes_of(again)
    build(again, "--format", "word")
    after = bytes_of(again)
    assert after == before  # the manifest too: the PDF and the page are still this pack
    assert json.loads(after["manifest.json"])["pages"]


def test_a_format_not_asked_for_is_set_aside_where_the_document_has_changed(again: Home) -> None:
    old = bytes_of(again)
    build(again, "--format", "word", "--draft")
    here = bytes_of(again)
    assert here["assurance-pack-2026-06 (earlier build).pdf"] == old["assurance-pack-2026-06.pdf"]
    assert here["assurance-pack-2026-06 (earlier build).html"] == old["assurance-pack-2026-06.html"]
    assert "assurance-pack-2026-06.pdf" not in here
    assert sorted(json.loads(here["manifest.json"])["files"]) == [
        "assurance-pack-2026-06.docx", "data-book-2026-06.xlsx", "record-2026-06.json",
    ]  # fmt: skip


def test_a_format_not_asked_for_is_set_aside_where_the_boards_look_has_changed(again: Home) -> None:
    toml = again.root / "pack.toml"
    toml.write_text(toml.read_text().replace('accent = ""', 'accent = "#5a1846"'))
    build(again, "--edition", "hwb", "--format", "word")
    assert f"{STEMS['hwb']} (earlier build).pdf" in bytes_of(again)


def test_a_file_somebody_has_altered_is_not_kept_as_if_it_were_as_built(again: Home) -> None:
    (folder(again) / "public-summary-2026-06.html").write_text("altered")
    build(again, "--edition", "public")
    assert "public-summary-2026-06 (edited by hand).html" in bytes_of(again)
    assert "public-summary-2026-06.html" not in json.loads((folder(again) / "manifest-public.json").read_text())["files"]


def test_a_format_or_reader_nobody_knows_is_named_with_those_there_are(sample_home: Home) -> None:
    for arguments in (("--format", "odt"), ("--edition", "press")):
        result = pack(sample_home, "build", "--month", JUNE, *arguments)
        assert result.exit_code == 2
        assert arguments[1] in result.output


def test_a_machine_that_cannot_draw_a_pdf_still_writes_word_and_the_page_and_exits_4(
    sample_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assurance_pack.commands.formats import FORMATS
    from assurance_pack.render import CannotDraw

    def cannot(*_: object) -> None:
        raise CannotDraw("The libraries are not there.")

    monkeypatch.setitem(FORMATS, "pdf", replace(FORMATS["pdf"], write=cannot))
    result = build(sample_home, "--edition", "public", "--format", "pdf", "--format", "word", "--format", "html", expect=4)
    assert "Open the Word file and save it as PDF." in result.output
    assert sorted(bytes_of(sample_home)) == ["manifest-public.json", "public-summary-2026-06.docx", "public-summary-2026-06.html"]
    build(sample_home, "--edition", "public", "--format", "word", expect=0)  # who does not ask for one does not miss it


# ---------- exit codes as the board's ----------


def test_a_missing_return_is_named_and_the_exit_code_is_1(sample_home: Home) -> None:
    (sample_home.root / "inputs" / JUNE / "Capital and Sufficiency June 2026.xlsx").unlink()
    result = build(sample_home, "--edition", "hwb", expect=1)
    assert "No return received: Capital and Sufficiency." in result.output
    assert "No return received from Capital and Sufficiency" in text_of(folder(sample_home) / f"{STEMS['hwb']}.pdf")


def put_in_a_childs_number(home: Home) -> None:
    path = home.root / "inputs" / JUNE / "Capital and Sufficiency June 2026.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["Milestones"]
    header = next(row for row in sheet.iter_rows(max_row=10) if any(c.value == "What this means for families" for c in row))
    at = next(c for c in header if c.value == "What this means for families")
    sheet.cell(at.row + 1, at.column).value = "Ring about 999 000 0018."
    book.save(path)


@pytest.mark.parametrize("edition", STEMS)
def test_text_that_may_identify_a_child_stops_every_edition(sample_home: Home, edition: str) -> None:
    put_in_a_childs_number(sample_home)
    result = build(sample_home, "--edition", edition, expect=3)
    assert "999 000 0018" not in result.output
    assert not folder(sample_home).exists()


def test_with_withhold_the_public_summary_leaves_the_cell_out_and_says_so(sample_home: Home) -> None:
    put_in_a_childs_number(sample_home)
    result = build(sample_home, "--edition", "public", "--withhold", expect=1)
    assert "Not printed, because it was withheld: M-CAP-001." in result.output
    told = text_of(folder(sample_home) / f"{STEMS['public']}.pdf")
    assert "999 000" not in told
    assert "withheld" not in told


def test_strict_writes_no_edition_while_there_is_an_error(sample_home: Home) -> None:
    path = sample_home.root / "inputs" / JUNE / "Capital and Sufficiency June 2026.xlsx"
    book = openpyxl.load_workbook(path)
    del book["Risks"]
    book.save(path)
    result = build(sample_home, "--edition", "public", "--strict", expect=1)
    assert "Nothing was written, because of --strict" in result.output
    assert not folder(sample_home).exists()


# ---------- what each reader finds ----------


def test_the_health_and_wellbeing_boards_edition_is_one_page(made: Home) -> None:
    assert len(PdfReader(folder(made) / f"{STEMS['hwb']}.pdf").pages) == 1


@pytest.mark.office
def test_it_is_one_page_in_word_too(made: Home, tmp_path: Path) -> None:
    assert len(PdfReader(as_pdf(folder(made) / f"{STEMS['hwb']}.docx", tmp_path)).pages) == 1


def test_no_edition_for_outside_compares_workspaces(made: Home) -> None:
    for edition in ("hwb", "public"):
        told = text_of(folder(made) / f"{STEMS[edition]}.pdf")
        for name in ("Capital and Sufficiency", "Commissioning and Workforce", "Quality Assurance, Data and Digital"):
            assert name not in told


def test_the_public_summary_holds_no_id_and_no_jargon_in_what_we_say(made: Home) -> None:
    told = text_of(folder(made) / f"{STEMS['public']}.pdf")
    assert OUR_IDS.findall(told) == []
    ours = re.sub(r"“[^”]*”", "", told, flags=re.DOTALL)
    assert JARGON.findall(ours) == []


def test_the_public_summary_quotes_only_those_who_agreed(made: Home) -> None:
    told = " ".join(text_of(folder(made) / f"{STEMS['public']}.pdf").split())
    assert "Nobody rings back." in told  # the Parent Carer Forum agrees
    assert "Travel is decided after term begins" not in told  # the college left the question empty


def test_the_reading_age_is_told_and_stops_nothing(made: Home, again: Home) -> None:
    said = build(again, "--edition", "public").output
    age = int(re.search(r"Reading age: the summary (\d+)", said).group(1))  # type: ignore[union-attr]
    assert 7 <= age <= 12
    data = json.loads(build(again, "--edition", "public", "--json").output)
    assert data["reading_age"]["the summary"] == age
    assert json.loads((folder(made) / "manifest-public.json").read_text())["reading_age"]["the summary"] == age
    board = json.loads(build(again, "--json").output)
    assert set(board["reading_age"]) == {"the front page", "what this means for families"}
    assert all(found <= 12 for found in board["reading_age"].values())


def test_a_hard_front_page_is_flagged_and_built_all_the_same(sample_home: Home) -> None:
    path = sample_home.root / "inputs" / JUNE / "RDG return June 2026.xlsx"
    book = openpyxl.load_workbook(path)
    sheet = book["For the Board"]
    at = next(c for row in sheet.iter_rows(max_row=10) for c in row if str(c.value).startswith("Decision asked"))
    hard = (
        "Notwithstanding considerable organisational uncertainty regarding prospective commissioning accountability arrangements, authorise "
        "proportionate reprioritisation of programme expenditure commensurate with statutory sufficiency obligations across participating authorities"
    )
    for column in range(at.column, at.column + 2):
        for line in range(at.row + 1, at.row + 6):
            if str(sheet.cell(line, column).value or "").count(" ") > 4:
                sheet.cell(line, column).value = hard
    book.save(path)
    result = pack(sample_home, "build", "--month", JUNE, "--format", "word")
    assert result.exit_code in (0, 1)
    assert "Harder than it should be: the front page." in result.output


# ---------- approval ----------


def test_approval_seals_the_board_pack_alone_and_the_others_then_carry_its_version(again: Home) -> None:
    assert "is not approved as these returns stand" in build(again, "--edition", "public").output
    assert pack(again, "approve", "--month", JUNE, "--by", "Chair of RDG").exit_code == 0
    sealed = sorted(p.name for p in (folder(again) / "sealed" / "v1.0").iterdir())
    assert not any(name.startswith(("public", "health", "rdg", "manifest-")) for name in sealed)
    said = build(again, "--edition", "public").output
    assert "version 1.0" in said
    assert "is not approved" not in said


def test_an_edition_left_from_other_returns_is_named_when_the_board_pack_is_built(again: Home) -> None:
    (again.root / "inputs" / JUNE / "PCF June.docx").unlink()
    said = build(again, "--format", "word", expect=1).output
    assert (
        "Made from earlier returns, and still in the folder: brief for the Reform Delivery Group, system assurance and summary for families."
        in said
    )
    assert "--edition public" in said
    build(again, "--edition", "public", expect=1)
    assert "summary for families" not in build(again, "--format", "word", expect=1).output


def test_help_says_for_whom_and_in_which_format(sample_home: Home) -> None:
    said = CliRunner().invoke(main, ["build", "--help"]).output
    for words in ("--edition", "board|rdg|hwb|public", "--format", "pdf|word|html", "one page", "plain English"):
        assert words in " ".join(said.split())
