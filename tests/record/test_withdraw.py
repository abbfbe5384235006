"""Personal data found after it was sealed leaves everything that is kept; who, when, why and from where stays; the chain of seals holds."""

from __future__ import annotations

import io
import json
import shutil
from email.message import EmailMessage
from pathlib import Path

import docx
import openpyxl
import pytest
from archives import JUNE, MAY, NOW, lay_down, record, three_sealed_months
from click.testing import CliRunner, Result
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from assurance_pack.cli import main
from assurance_pack.commands import withdraw as withdraw_module
from assurance_pack.commands.marked import marked_returns
from assurance_pack.commands.redact import holds
from assurance_pack.commands.wanted import Wanted
from assurance_pack.home import Home
from assurance_pack.model import Cell, Month
from assurance_pack.pipeline import understand
from assurance_pack.pipeline.stages import read_returns
from assurance_pack.record import store
from assurance_pack.record.approval import seal
from assurance_pack.record.manifest import sha256
from assurance_pack.record.verify import verify
from assurance_pack.record.withdrawals import fingerprints_of
from assurance_pack.record.writing import write_all
from assurance_pack.settings import Settings

ROOT = Path(__file__).parents[2]
STORY = "Since the move in March one family of four has had no school transport from the hill."
WHY = ("--by", "Head of SEND", "--reason", "described one family")


def pack(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--home", str(home.root)])


def withdraw(home: Home, *arguments: str) -> Result:
    return pack(home, "withdraw", "--month", "2026-05", *WHY, *arguments)


def tell(home: Home, settings: Settings, month: str = "2026-05") -> None:
    """A month whose risk tells the story, in record, Word file, form, marked copy and message."""
    told = record(Month(month), settings)
    row = next(iter(told.rows.values()))[0]
    row["title"] = STORY
    lay_down(home, told)
    folder = home.root / "output" / month
    word = docx.Document()
    word.add_paragraph("Risks")
    paragraph = word.add_paragraph(STORY[:30])
    paragraph.add_run(STORY[30:])
    (folder / "forms").mkdir()
    word.save(str(folder / "forms" / "Group.docx"))
    book = openpyxl.Workbook()
    book.active["B5"] = STORY
    book.active["B6"] = "Schemes slip."
    for name in ("forms/Capital.xlsx", "marked/Capital (marked).xlsx"):
        (folder / name).parent.mkdir(exist_ok=True)
        book.save(folder / name)
    (folder / "messages").mkdir()
    (folder / "messages" / "Capital.txt").write_text(f"Hello,\n{STORY}\nThank you.\n")
    mail = EmailMessage()
    mail.set_content("Your form is attached.")
    mail.add_attachment(
        (folder / "forms/Capital.xlsx").read_bytes(), maintype="application", subtype="octet-stream", filename="Capital.xlsx"
    )
    (folder / "messages" / "Capital.eml").write_bytes(bytes(mail))


@pytest.fixture(scope="module")
def laid_down(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Home:
    """Three sealed months; then May told the story, and was sealed again before July came."""
    home = Home(tmp_path_factory.mktemp("archive"))
    shutil.copy(ROOT / "pack.toml", home.root)
    three_sealed_months(home, settings)
    lay_down(home, record(MAY, settings, version="1.1"))
    tell_in = home.output(MAY)
    for path in tell_in.glob("*.*"):
        path.unlink()
    tell(home, settings)
    rewrite = json.loads((tell_in / "manifest.json").read_text()) | {"version": "1.1"}
    (tell_in / "manifest.json").write_text(json.dumps(rewrite))
    seal(home, MAY, "Chair of RDG", NOW)
    return home


@pytest.fixture
def archive(laid_down: Home, home: Home) -> Home:
    """A copy of it, to do things to."""
    shutil.copytree(laid_down.root, home.root, dirs_exist_ok=True)
    return home


def everything(home: Home) -> list[Path]:
    return [p for p in sorted((home.root / "output").rglob("*")) if p.is_file()]


def test_an_item_withdrawn_stands_in_no_file_of_the_archive_and_the_chain_still_verifies(archive: Home) -> None:
    told = Wanted((STORY,))
    assert sum(holds(p.read_bytes(), p.name, told) for p in everything(archive)) == 7
    result = withdraw(archive, "--item", "R-CAP-001", "--yes")
    assert result.exit_code == 0, result.output
    assert [p.name for p in everything(archive) if holds(p.read_bytes(), p.name, told)] == []
    assert STORY not in result.output
    assert verify(archive).breaks == ()
    kept = store.load(archive, MAY)
    assert kept is not None
    row = next(iter(kept.rows.values()))[0]
    assert (row["id"], row["title"], row["likelihood"]) == ("R-CAP-001", "[withheld: may identify a child]", 4)


@pytest.mark.parametrize("folders", range(5))
def test_a_withdrawal_killed_between_any_two_folders_is_finished_by_giving_it_again(
    archive: Home, monkeypatch: pytest.MonkeyPatch, folders: int
) -> None:
    written = []

    def killed(folder: Path, files: dict[str, bytes]) -> None:
        if len(written) == folders:
            raise KeyboardInterrupt
        written.append(folder)
        write_all(folder, files)

    with monkeypatch.context() as at_work:
        at_work.setattr(withdraw_module, "write_all", killed)
        withdraw(archive, "--item", "R-CAP-001", "--yes")
    assert len(written) == folders
    assert withdraw(archive, "--item", "R-CAP-001", "--yes").exit_code == 0
    assert [p.name for p in everything(archive) if holds(p.read_bytes(), p.name, Wanted((STORY,)))] == []
    assert verify(archive).breaks == ()


def test_a_file_that_is_open_stops_a_withdrawal_before_the_first_change_and_is_named(archive: Home) -> None:
    pdf = archive.root / "output" / "2026-05" / "other.pdf"
    pdf.write_bytes(pdf_of(STORY))
    (archive.root / "output" / "2026-05" / "marked" / "~$pital (marked).xlsx").write_text("open")
    before = {p: p.read_bytes() for p in everything(archive)}
    result = withdraw(archive, "--item", "R-CAP-001", "--yes")
    assert result.exit_code == 4
    assert "Capital (marked).xlsx cannot be replaced. Close it if it is open in another program" in result.output
    assert {p: p.read_bytes() for p in everything(archive)} == before


def test_a_file_that_is_open_stops_the_withdrawal_of_an_approval_too(archive: Home) -> None:
    manifest = json.loads((archive.output(MAY) / "manifest.json").read_text())
    approved = next(name for name in manifest["files"] if not name.endswith(".json"))
    (archive.output(MAY) / f"~${approved}").write_text("open")
    before = sorted(everything(archive))
    result = pack(archive, "withdraw", "--month", "2026-05", *WHY, "--approval", "--yes")
    assert (result.exit_code, sorted(everything(archive))) == (4, before)


def test_who_when_why_and_from_where_is_kept_and_nothing_of_what_stood_there(archive: Home) -> None:
    withdraw(archive, "--item", "R-CAP-001", "--yes")
    said = json.loads((archive.root / "output" / "withdrawn" / "001.json").read_text())
    assert (said["by"], said["reason"], said["places"]) == ("Head of SEND", "described one family", ["2026-05: Capital.xlsx › Risks!A5"])
    assert said["on"]
    assert STORY not in json.dumps(said)
    assert "withdrawn by Head of SEND on" in pack(archive, "verify").output


def test_what_lies_beside_is_left_as_it_was(archive: Home) -> None:
    withdraw(archive, "--item", "R-CAP-001", "--yes")
    folder = archive.output(MAY)
    sheet = openpyxl.load_workbook(folder / "forms" / "Capital.xlsx").active
    assert (sheet["B5"].value, sheet["B6"].value) == ("[withheld: may identify a child]", "Schemes slip.")
    assert [p.text for p in docx.Document(str(folder / "forms" / "Group.docx")).paragraphs] == ["Risks", "[withheld: may identify a child]"]
    assert (folder / "messages" / "Capital.txt").read_text() == "Hello,\n[withheld: may identify a child]\nThank you.\n"
    assert not (folder / "messages" / "Capital.eml").exists()
    june = store.load(archive, JUNE)
    assert june is not None
    assert next(iter(june.rows.values()))[0]["title"] == "Schemes slip."


def pdf_of(words: str) -> bytes:
    """A page with these words."""
    writer, drawn, out = PdfWriter(), DecodedStreamObject(), io.BytesIO()
    page = writer.add_blank_page(600, 800)
    drawn.set_data(f"BT /F1 10 Tf 20 400 Td ({words}) Tj ET".encode())
    font = {
        NameObject("/Type"): NameObject("/Font"),
        NameObject("/Subtype"): NameObject("/Type1"),
        NameObject("/BaseFont"): NameObject("/Helvetica"),
    }
    page[NameObject("/Contents")] = writer._add_object(drawn)
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): DictionaryObject(font)})})
    writer.write(out)
    return out.getvalue()


def with_a_pdf_that_tells(archive: Home) -> None:
    """May's pack as PDF, beside its manifest."""
    folder = archive.output(MAY)
    (folder / "pack-2026-05.pdf").write_bytes(pdf_of(STORY))
    said = json.loads((folder / "manifest.json").read_text())
    said["files"]["pack-2026-05.pdf"] = sha256((folder / "pack-2026-05.pdf").read_bytes())
    (folder / "manifest.json").write_text(json.dumps(said))


def test_a_pdf_that_was_taken_away_is_said_with_how_to_have_it_again_on_the_screen_in_the_manifest_and_by_status_and_approve(
    archive: Home,
) -> None:
    with_a_pdf_that_tells(archive)
    said = withdraw(archive, "--item", "R-CAP-001", "--yes").output
    assert (
        "To have pack-2026-05.pdf again, without it: pack build --month 2026-05: it makes the version after 1.1, which has to be looked at and approved."
        in said
    )
    manifest = json.loads((archive.output(MAY) / "manifest.json").read_text())
    assert manifest["taken_away"] == {"pack-2026-05.pdf": "withdrawn/001.json"}
    assert "pack-2026-05.pdf" not in manifest["files"]
    status = pack(archive, "status", "--month", "2026-05").output
    assert (
        "pack-2026-05.pdf was taken away whole by a withdrawal. pack build --month 2026-05 makes it again, without what was withdrawn "
        "as part of the version after 1.1, which then waits to be approved." in status
    )


def test_a_pdf_taken_out_of_an_approved_version_is_said_with_where_its_word_file_lies(archive: Home, settings: Settings) -> None:
    lay_down(archive, record(MAY, settings, version="1.2"))
    tell_in = archive.output(MAY)
    said = json.loads((tell_in / "manifest.json").read_text())
    (tell_in / "pack-2026-05.docx").write_bytes(b"word")
    (tell_in / "pack-2026-05.pdf").write_bytes(pdf_of(STORY))
    said["files"] |= {name: sha256((tell_in / name).read_bytes()) for name in ("pack-2026-05.docx", "pack-2026-05.pdf")}
    (tell_in / "manifest.json").write_text(json.dumps(said))
    seal(archive, MAY, "Chair of RDG", NOW)
    out = withdraw(archive, "--item", "R-CAP-001", "--yes").output
    assert (
        "To have the PDF of version 1.2 of May 2026 again, without it: save the Word file in output/2026-05/sealed/v1.2 as PDF; that version stays approved."
        in out
    )
    assert (
        "Taken away by a withdrawal: pack-2026-05.pdf. Its Word file in output/2026-05/sealed/v1.2 stands, without what was withdrawn: save that as PDF, and version 1.2 stays as approved."
        in pack(archive, "status", "--month", "2026-05").output
    )
    assert verify(archive).breaks == ()


def test_a_file_that_cannot_be_looked_through_is_named_and_never_passed_over_in_silence(archive: Home) -> None:
    for name, data in {"old.pdf": b"%PDF-1.7 torn", "torn.docx": b"PK\x03\x04 torn"}.items():
        (archive.output(MAY) / name).write_bytes(data)
    said = withdraw(archive, "--item", "R-CAP-001", "--yes").output
    named = said.partition("These could not be looked through; open them yourself, or delete them:\n")[2]
    assert "old.pdf" in named
    assert "torn.docx" in named


def test_without_yes_it_is_only_said_what_would_be_done(archive: Home) -> None:
    before = {p: p.read_bytes() for p in everything(archive)}
    result = withdraw(archive, "--place", "Capital.xlsx › Risks!A5")
    assert result.exit_code == 0, result.output
    assert "This would be withdrawn; nothing has been changed yet:" in result.output
    assert {p: p.read_bytes() for p in everything(archive)} == before


def test_words_are_asked_for_and_not_shown(archive: Home) -> None:
    result = CliRunner().invoke(
        main, ["withdraw", "--month", "2026-05", *WHY, "--words", "--yes", "--home", str(archive.root)], input="family of four\n"
    )
    assert result.exit_code == 0, result.output
    assert "family of four" not in result.output
    assert not any(holds(p.read_bytes(), p.name, Wanted(("family of four",))) for p in everything(archive))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--item", "R-CAP-999"), 3, "holds nothing from “R-CAP-999”"),
        ((), 2, "in one way"),
        (("--item", "R-CAP-001", "--place", "x"), 2, "in one way"),
    ],
)
def test_what_cannot_be_withdrawn_is_said(archive: Home, arguments: tuple[str, ...], code: int, said: str) -> None:
    result = withdraw(archive, *arguments)
    assert result.exit_code == code
    assert said in result.output


def test_the_reason_must_not_tell_what_it_was(archive: Home) -> None:
    result = pack(archive, "withdraw", "--month", "2026-05", "--item", "R-CAP-001", "--by", "Head of SEND", "--reason", "NHS 999 000 0018")
    assert result.exit_code == 3
    assert "The reason may itself identify a child." in result.output
    assert "999 000 0018" not in result.output


def test_a_withdrawal_that_was_altered_or_taken_away_breaks_the_chain(archive: Home, settings: Settings) -> None:
    withdraw(archive, "--item", "R-CAP-001", "--yes")
    july = Month("2026-07")
    lay_down(archive, record(july, settings))
    seal(archive, july, "Chair of RDG", NOW)
    path = archive.root / "output" / "withdrawn" / "001.json"
    path.write_text(path.read_text().replace("Head of SEND", "Nobody"))
    assert "output/withdrawn/001.json is not the one that output/2026-07/sealed/v1.0 was sealed after" in verify(archive).breaks[0].what
    path.unlink()
    assert any("is no longer there" in b.what for b in verify(archive).breaks)


def test_the_same_return_read_again_does_not_bring_it_back(sample_home: Home, settings: Settings) -> None:
    name = "SENCo network June.xlsx"
    read = read_returns(sample_home, JUNE, settings, ())
    words = next(t for t in read.texts if t.cell.file == name and t.prints and len(t.text) > 40)
    cell = {"month": JUNE, "file": name, "sheet": words.cell.sheet, "ref": words.cell.ref}
    cell["sha256"] = sha256((sample_home.inputs(JUNE) / name).read_bytes())
    said = {
        "by": "Head of SEND",
        "on": NOW.isoformat(),
        "reason": "one family",
        "places": [],
        "cells": [cell],
        "changed": {},
        "follows": {},
    }
    folder = sample_home.root / "output" / "withdrawn"
    folder.mkdir()
    (folder / "001.json").write_text(json.dumps(said))
    again = read_returns(sample_home, JUNE, settings, ())
    assert words.text in [t.text for t in read.texts if t.cell == words.cell]
    assert words.text not in [t.text for t in again.texts if t.cell == words.cell]
    assert any(
        getattr(row, column, None) == "[withheld: may identify a child]"
        for row in again.returns.rows
        for column, at in row.cells.items()
        if at == Cell(file=name, sheet=words.cell.sheet, ref=words.cell.ref)
    )


LONG = "Ferndale ramp slips past summer, so that nobody can reach the wing from the street. The lift has been broken since March."


def tell_at_length(home: Home, settings: Settings, **more: str) -> Path:
    """A month built with a risk of a long title; where its Word file is to be put."""
    told = record(MAY, settings)
    next(iter(told.rows.values()))[0].update({"title": LONG, **more})
    lay_down(home, told)
    return home.output(MAY) / "assurance-pack-2026-05.docx"


@pytest.mark.parametrize(
    "printed",
    [
        "Two risks rose: R-CAP-001 Ferndale ramp slips past summer, R-CWF-002 Staff are scarce.",
        "R-CAP-001 was “Ferndale ramp slips past summer, so that nobody can re…” in May 2026.",
        "From the data book: “The lift has been broken since March.”",
        "FERNDALE RAMP\nslips past summer",
    ],
)
def test_what_a_page_cut_short_or_calls_the_item_by_goes_too(home: Home, settings: Settings, printed: str) -> None:
    pack_file = tell_at_length(home, settings)
    word = docx.Document()
    word.add_paragraph(printed)
    word.add_paragraph("Nothing else rose, and the ramp at Hillview is open.")
    word.save(str(pack_file))
    assert withdraw(home, "--item", "R-CAP-001", "--yes").exit_code == 0
    assert [p.text.strip() for p in docx.Document(str(pack_file)).paragraphs] == [
        "[withheld: may identify a child]",
        "Nothing else rose, and the ramp at Hillview is open.",
    ]


def test_what_calls_the_item_by_a_name_that_lost_its_articles_goes_too(home: Home, settings: Settings) -> None:
    title = "Staff for the two secondary bases are not found before the autumn term begins in September."
    pack_file = tell_at_length(home, settings, title=title)
    word = docx.Document()
    word.add_paragraph("Two risks rose: R-CAP-001 Staff for two secondary bases, R-CWF-002 Staff are scarce.")
    word.add_paragraph("Staff of two bases met.")
    word.save(str(pack_file))
    assert withdraw(home, "--item", "R-CAP-001", "--yes").exit_code == 0
    assert [p.text for p in docx.Document(str(pack_file)).paragraphs] == ["[withheld: may identify a child]", "Staff of two bases met."]


def test_a_pdf_beside_a_word_file_goes_though_its_pages_end_in_the_midst_of_the_words(home: Home, settings: Settings) -> None:
    pack_file = tell_at_length(home, settings)
    word = docx.Document()
    word.add_paragraph(LONG)
    word.save(str(pack_file))
    pack_file.with_suffix(".pdf").write_bytes(pdf_of("Ferndale ramp slips"))
    assert withdraw(home, "--item", "R-CAP-001", "--yes").exit_code == 0
    assert not pack_file.with_suffix(".pdf").exists()


def test_who_answers_for_an_item_is_marked_on_it_and_stays_wherever_else_that_role_stands(home: Home, settings: Settings) -> None:
    role = "Head of Education Capital Works"
    at = {"file": "Capital.xlsx", "sheet": "Risks", "ref": "H5"}
    pack_file = tell_at_length(home, settings, owner=role)
    path = store.record_path(home, MAY)
    kept = json.loads(path.read_text())
    next(iter(kept["rows"].values()))[0]["cells"]["owner"] = at
    path.write_text(json.dumps(kept))
    word = docx.Document()
    word.add_paragraph(f"M-CAP-007 At risk {role}")
    word.save(str(pack_file))
    assert withdraw(home, "--item", "R-CAP-001", "--yes").exit_code == 0
    assert docx.Document(str(pack_file)).paragraphs[0].text == f"M-CAP-007 At risk {role}"
    assert next(iter(json.loads(path.read_text())["rows"].values()))[0]["owner"] == "[withheld: may identify a child]"


def test_an_item_keeps_its_id_when_its_words_are_withdrawn(home: Home, settings: Settings) -> None:
    tell_at_length(home, settings)
    path = store.record_path(home, MAY)
    kept = json.loads(path.read_text())
    next(iter(kept["rows"].values()))[0]["cells"]["id"] = {"file": "Capital.xlsx", "sheet": "Risks", "ref": "B5"}
    kept["receipts"] = [{"file": "Capital.xlsx", "sha256": "1" * 64}]
    path.write_text(json.dumps(kept))
    assert withdraw(home, "--item", "R-CAP-001", "--yes").exit_code == 0
    said = json.loads((home.root / "output" / "withdrawn" / "001.json").read_text())
    assert [c["ref"] for c in said["cells"]] == ["A5"]
    assert said["places"] == ["2026-05: Capital.xlsx › Risks!A5"]
    row = next(iter(json.loads(path.read_text())["rows"].values()))[0]
    assert (row["id"], row["title"]) == ("R-CAP-001", "[withheld: may identify a child]")


HALF_A_LETTER = '{"month": "\\ud800"}'


@pytest.mark.parametrize(
    "torn",
    [
        "",
        "[]",
        "[" * 9999,
        HALF_A_LETTER,
        '{"rows": [1], "month": 5}',
        '{"month": "2026-04", "rows": {"workspace.Risk": ["x", {"cells": 1}]}}',
    ],
)
@pytest.mark.parametrize("name", ["record-2026-04.json", "manifest.json"])
def test_a_damaged_record_or_manifest_of_another_month_stops_no_withdrawal(archive: Home, name: str, torn: str) -> None:
    (archive.output(Month("2026-04")) / name).write_text(torn)
    result = withdraw(archive, "--item", "R-CAP-001", "--yes")
    assert result.exit_code == 0, result.output
    assert [p.name for p in everything(archive) if holds(p.read_bytes(), p.name, Wanted((STORY,)))] == []
    assert (archive.output(Month("2026-04")) / name).read_text() == torn
    unread = result.output.partition("These could not be looked through; open them yourself, or delete them:\n")[2]
    assert (f"2026-04/{name}" in unread) is (torn in ("", "[" * 9999, HALF_A_LETTER))


def withdraw_words(home: Home, words: str) -> Result:
    return CliRunner().invoke(
        main, ["withdraw", "--month", "2026-05", *WHY, "--words", "--yes", "--home", str(home.root)], input=f"{words}\n"
    )


def test_a_name_in_the_name_of_a_file_goes_with_the_file_and_is_not_shown(archive: Home) -> None:
    told = archive.output(MAY) / "marked" / "Zebulon Quark May 2026 (marked).xlsx"
    openpyxl.Workbook().save(told)
    manifest = archive.output(MAY) / "manifest.json"
    manifest.write_text(
        json.dumps(
            {**json.loads(manifest.read_text()), "made_from": {"Zebulon Quark May 2026.xlsx": "1" * 64, "Zebulon Quark.xlsx": "2" * 64}}
        )
    )
    sent = archive.inputs(MAY) / "Zebulon Quark May 2026.xlsx"
    sent.parent.mkdir(parents=True, exist_ok=True)
    openpyxl.Workbook().save(sent)
    result = withdraw_words(archive, "Zebulon Quark")
    assert result.exit_code == 0, result.output
    assert not told.exists()
    assert "Quark" not in result.output
    assert "(a file whose name holds the words).xlsx" in result.output.partition("It still stands in these returns.")[2]
    assert sorted(json.loads(manifest.read_text())["made_from"].values()) == ["1" * 64, "2" * 64]
    assert not any("Quark" in p.read_bytes().decode("latin-1") for p in everything(archive) if p.suffix == ".json")


def test_a_name_in_the_seal_itself_goes_and_the_chain_still_verifies(home: Home, settings: Settings) -> None:
    lay_down(home, record(MAY, settings))
    (home.output(MAY) / "assurance-pack-2026-05.pdf").unlink()
    manifest = json.loads((home.output(MAY) / "manifest.json").read_text())
    del manifest["files"]["assurance-pack-2026-05.pdf"]
    (home.output(MAY) / "manifest.json").write_text(json.dumps(manifest))
    seal(home, MAY, "Chair of RDG", NOW, without_pdf="Zebulon Quark is shown on page 3")
    lay_down(home, record(JUNE, settings))
    seal(home, JUNE, "Chair of RDG", NOW)
    assert withdraw_words(home, "Zebulon Quark").exit_code == 0
    seals = [p.read_text() for p in everything(home) if p.name == "seal.json"]
    assert len(seals) == 2
    assert not any("Quark" in text for text in seals)
    assert verify(home).breaks == ()
    lay_down(home, record(Month("2026-07"), settings))
    seal(home, Month("2026-07"), "Chair of RDG", NOW)
    assert verify(home).breaks == ()


def test_the_same_words_on_a_form_that_comes_back_later_are_not_printed_and_no_copy_of_it_is_made(
    sample_home: Home, settings: Settings
) -> None:
    name = "SENCo network June.xlsx"
    words = next(t for t in read_returns(sample_home, JUNE, settings, ()).texts if t.cell.file == name and t.prints and len(t.text) > 40)
    said = {
        "by": "Head of SEND", "on": NOW.isoformat(), "reason": "one family", "places": [], "follows": {},
        "texts": fingerprints_of([f" {words.text.upper()}\n"], NOW.isoformat()),
    }  # fmt: skip
    folder = sample_home.root / "output" / "withdrawn"
    folder.mkdir()
    (folder / "001.json").write_text(json.dumps(said))
    found = understand(sample_home, JUNE, settings)
    assert words.cell in found.withdrawn
    assert words.text not in [getattr(row, c, None) for row in found.case.returns.rows for c in row.cells]
    (copy,) = (m for m in marked_returns(sample_home, found) if name.removesuffix(".xlsx") in m.name)
    assert copy.cells_only
    assert f"{words.cell.sheet}!{words.cell.ref}: What stands here was withdrawn." in copy.data.decode("utf-8-sig")
