"""Any file, any machine: whatever lies in the month's folder, each is named for what it is, and the returns beside it are read."""

from __future__ import annotations

import io
import os
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import hostile
import openpyxl
import pytest
from click.testing import CliRunner
from docx import Document
from openpyxl.styles import Border, Side
from workbooks import MILESTONE_HEADINGS, save, voice, workspace

from assurance_pack.cli import main
from assurance_pack.commands.formats import FORMATS
from assurance_pack.home import Home
from assurance_pack.intake import receipts
from assurance_pack.intake.issue import write
from assurance_pack.intake.issue.form import blank
from assurance_pack.intake.opening.grid import OpenedBook, Refusal
from assurance_pack.intake.opening.open import open_file
from assurance_pack.intake.opening.reader import Reader
from assurance_pack.intake.read import Read, read_month
from assurance_pack.intake.receipts import record_sightings
from assurance_pack.model import Month, Sender
from assurance_pack.returns import return_kind
from assurance_pack.returns.received import ReceiptState
from assurance_pack.rules import judge
from assurance_pack.rules.case import Case
from assurance_pack.rules.shape import RULES
from assurance_pack.settings import Settings

JUNE = Month("2026-06")
GOOD = "Capital June.xlsx"
UNIX = sys.platform != "win32"
Maker = Callable[[Path], object]


def problems(read: Read, settings: Settings) -> dict[str, list[str]]:
    """What is said of each file: the rule and the sentence."""
    case = Case(month=JUNE, settings=settings, returns=read.returns, position=date(2026, 6, 30))
    said: dict[str, list[str]] = {}
    for problem in judge(RULES, case).problems:
        for cell in problem.cells:
            said.setdefault(cell.file, []).append(f"{problem.rule} {problem.sentence}")
    return said


def of(content: bytes) -> Maker:
    return lambda path: path.write_bytes(content)


def zipped(**parts: bytes) -> bytes:
    return hostile.repacked(
        hostile.plain_workbook(), lambda *_: None, {n.replace("__", "/").replace("_dot_", "."): c for n, c in parts.items()}
    )


def in_old_office(name: str) -> bytes:
    return bytes(hostile.CFB) + b"\0" * 600 + name.encode("utf-16-le")


def telephone(brand: bytes) -> bytes:
    return b"\0\0\0\x18ftyp" + brand + b"\0" * 40


def renamed(change: Callable[[str], str], content: bytes = b"") -> bytes:
    """A Workspace return whose parts have other names, with the links as they were."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content or hostile.saved(workspace()))) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name)
            info.filename = change(name)
            new.writestr(info, old.read(name))
    return out.getvalue()


def linked(pairs: dict[str, str]) -> bytes:
    """A Workspace return with parts moved, and every link and content type saying so."""

    def said(name: str, content: bytes) -> bytes:
        if name.endswith((".rels", "[Content_Types].xml")):
            for old, new in pairs.items():
                content = content.replace(b'"/' + old.encode() + b'"', b'"/' + new.encode() + b'"').replace(
                    b'Target="' + old.encode() + b'"', b'Target="/' + new.encode() + b'"'
                )
        return content

    content = hostile.repacked(hostile.saved(workspace()), said)
    return renamed(lambda name: pairs.get(name, name), content)


def with_picture(megabytes: int) -> bytes:
    return hostile.repacked(hostile.saved(workspace()), lambda n, old: old, {"xl/media/image1.bmp": b"BM" + b"\xff" * (megabytes << 20)})


def bordered(rows: int) -> bytes:
    book = workspace()
    sheet = book["Milestones"]
    sheet["A5"].border = Border(bottom=Side(style="thin"))
    for row in sheet.iter_rows(min_row=5, max_row=rows, max_col=20):
        for cell in row:
            cell._style = sheet["A5"]._style
    return hostile.saved(book)


def titled(title: str) -> bytes:
    book = workspace()
    book.create_sheet(title)["A1"] = "x"
    return hostile.saved(book)


def in_word() -> bytes:
    document = Document()
    document.add_paragraph("Capital and Sufficiency, June 2026")
    table = document.add_table(2, len(MILESTONE_HEADINGS))
    for column, heading in enumerate(MILESTONE_HEADINGS):
        table.cell(0, column).text = heading
        table.cell(1, column).text = "x"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
NOT = "cannot be read as a return"
KINDS: list[tuple[str, Maker, str]] = [
    ("empty.xlsx", of(b""), "AP102 This file is empty"),
    ("scan.pdf", of(b"%PDF-1.7"), f"AP103 This is a PDF and {NOT}."),
    ("scan.xlsx", of(b"%PDF-1.7"), "AP103 This is a PDF, whatever its name says, and"),
    ("rows.csv", of(b"ID,Milestone,Status\nM-CAP-001,a,b\n"), "AP103 This is a text file with commas (CSV) and cannot be read as a return. Open it in Excel"),
    ("tabs.txt", of(b"ID\tMilestone\tStatus\n"), "AP103 This is a text file with commas (CSV)"),
    ("note.txt", of(b"Dear all, nothing this month."), "AP103 This is a text file and"),
    ("blank lines.txt", of(b"\n\n\n"), "AP103 This is a text file and"),
    ("login.xlsx", of(b"<!DOCTYPE html><html>"), "AP103 This is a web page, whatever its name says"),
    ("data.xml", of(b'<?xml version="1.0"?><a/>'), "AP103 This is an XML file"),
    ("mail.eml", of(b"From: forum@example.org\nSubject: x\n"), "AP103 This is an e-mail and cannot be read as a return. Open it in a mail program and save what is attached"),
    ("mail.msg", of(in_old_office("__substg1.0_0037")), "AP103 This is an Outlook message and cannot be read as a return. Open it in Outlook and save what is attached"),
    ("old.doc", of(in_old_office("WordDocument")), "AP103 This is an old Word document (.doc) and cannot be read as a return. Open it in Word and save it"),
    ("old.ppt", of(in_old_office("PowerPoint Document")), "AP103 This is an old Office file"),
    ("letter.rtf", of(b"{\\rtf1 hello}"), "AP103 This is a Rich Text document"),
    ("letter.odt", of(zipped(mimetype=b"application/vnd.oasis.opendocument.text")), "AP103 This is a LibreOffice document (.odt)"),
    ("slides.pptx", of(zipped(ppt__presentation_dot_xml=b"<p/>")), "AP103 This is a PowerPoint file"),
    ("forms.zip", of(zipped(CAP_dot_xlsx=b"..")), "AP103 This is a zip folder and cannot be read as a return. Unpack it"),
    ("forms.7z", of(b"7z\xbc\xaf\x27\x1c"), "AP103 This is a packed folder (.7z)"),
    ("forms.rar", of(b"Rar!\x1a\x07"), "AP103 This is a packed folder (.rar)"),
    ("forms.gz", of(b"\x1f\x8b\x08\0"), "AP103 This is a packed file (.gz)"),
    ("sheet.gsheet", of(b'{"doc_id":"x","email":"a"}'), "AP103 This is a Google shortcut, which only points at a document in Google Drive and cannot be read as a return. Open it in Google Drive"),
    ("sheet.numbers", of(zipped(Index__Document_dot_iwa=b"x")), "AP103 This is an Apple file (Numbers, Pages or Keynote) and cannot be read as a return. Open it on the Apple device, choose File, Export To"),
    ("photo.heic", of(telephone(b"heic")), "AP103 This is an iPhone picture (.heic)"),
    ("photo.jpg", of(b"\xff\xd8\xff\xe0"), "AP103 This is a picture"),
    ("photo.bmp", of(b"BM\x36\0\0\0"), "AP103 This is a picture"),
    ("talk.m4a", of(telephone(b"M4A ")), "AP103 This is a sound recording and cannot be read as a return. If somebody speaks"),
    ("talk.mp3", of(b"ID3\x04\0"), "AP103 This is a sound recording"),
    ("talk.wav", of(b"RIFF\x24\0\0\0WAVEfmt "), "AP103 This is a sound recording"),
    ("meeting.mp4", of(telephone(b"isom")), "AP103 This is a film"),
    ("meeting.webm", of(b"\x1aE\xdf\xa3\0"), "AP103 This is a film or a recording"),
    ("form.lnk", of(b"L\0\0\0\x01\x14\x02\0\0"), "AP103 This is a Windows shortcut and cannot be read as a return. Put the file itself"),
    ("form.url", of(b"[InternetShortcut]\r\nURL=https://example.org\r\n"), "AP103 This is a shortcut to a web page"),
    ("setup.xlsx", of(b"MZ\x90\0"), "AP103 This is a program, whatever its name says"),
    ("notes.sqlite", of(b"SQLite format 3\0"), "AP103 This is a database"),
    ("notes.one", of(bytes.fromhex("E4525C7B8CD8A74DAEB15378D02996D3")), "AP103 This is a OneNote notebook"),
    ("photo.webp", of(b"RIFF\x24\0\0\0WEBPVP8 "), "AP103 This is a picture"),
    ("unicode.txt", of("Dear all".encode("utf-16")), "AP103 This is a text file and"),
    ("diary.ics", of(b"BEGIN:VCALENDAR\r\n"), "AP103 This is an invitation to a meeting"),
    ("unknown.bin", of(b"\0\1\2\3\4\5"), "AP103 This is neither an Excel workbook nor a Word document"),
    ("cut.xlsx", of(hostile.plain_workbook()[:3000]), "AP104 This file is damaged or was cut short, and cannot be understood."),
    ("flipped.xlsx", of(hostile.damaged_byte()), "AP104"),
    ("headless.xlsx", of(hostile.repacked(hostile.plain_workbook(), lambda n, old: None if n == "xl/workbook.xml" else old)), "AP104"),
    ("sheetless.xlsx", of(hostile.repacked(hostile.plain_workbook(), lambda n, old: None if n == SHEET else old)), "AP104"),
    ("no body.docx", of(hostile.repacked(in_word(), lambda n, old: b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>' if n == "word/document.xml" else old)), "AP104"),
    ("locked.xlsx", of(hostile.encrypted_package()), "AP105 This file is locked with a password"),
    ("locked.zip", of(hostile.encrypted_flag()), "AP105"),
    ("doctype.xlsx", of(hostile.with_doctype(SHEET)), "AP106 This file is not built as an office program builds one"),
    ("twice.xlsx", of(hostile.doubled_member()), "AP106"),
    ("bursts.xlsx", of(hostile.big_part(60)), "AP106"),
    ("parts.xlsx", of(hostile.repacked(hostile.plain_workbook(), lambda n, old: old, {f"x/{i}.xml": b"" for i in range(3100)})), "AP106"),
    ("merge.xlsx", of(hostile.with_sheet(hostile.sheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'))), "AP107 This file is far larger than a return can be"),
    ("recording.xlsx", lambda path: sparse(path, 3 << 20, b"RIFF"), "AP103 This is neither"),
    ("never written.xlsx", lambda path: sparse(path, 3 << 20), "AP102"),
    ("long recording.xlsx", lambda path: sparse(path, 40 << 20), "AP107 This file is far larger than a return can be (40 MB)"),
    ("stranger.xlsx", of(hostile.plain_workbook()), "AP108 This is none of the forms asked for"),
    ("Capital in Word.docx", of(in_word()), "AP108 This is a Word document with what belongs into the workbook “Workspace return”: only the voice form is read in Word."),
    ("~$Capital June.xlsx", of(b"x" * 165), "AP101 This file only says that somebody has the workbook open."),
    (".~lock.Capital June.xlsx#", of(b",user,"), "AP101 This file only says that somebody has the workbook open."),
    (".Capital June.xlsx", of(hostile.saved(workspace())), "AP101 Its name begins with a dot, so it is hidden from people: it was not read. If it should count, take the dot away."),
    ("Earlier returns", lambda path: path.mkdir(), "AP101 This is a folder: what lies in it was not read."),
    ("PCF June.numbers", lambda path: path.mkdir(), "AP101 This is a folder"),
    ("macros.xlsm", of(hostile.repacked(hostile.saved(voice()), lambda n, old: old, {"xl/vbaProject.bin": b"x"})), "AP109 This file carries macros."),
    ("Copy of Capital June.xlsx", lambda path: path.write_bytes((path.parent / GOOD).read_bytes()), f"AP125 This is the same as “{GOOD}”"),
]  # fmt: skip
if UNIX:
    KINDS += [
        (
            "gone.xlsx",
            lambda path: path.symlink_to("nowhere.xlsx"),
            "AP112 This file cannot be read: a link, and what it leads to is not there.",
        ),
        ("round.xlsx", lambda path: path.symlink_to(path), "AP112 This file cannot be read: a link, and what it leads to is not there."),
        ("pipe.xlsx", lambda path: os.mkfifo(path), "AP112 This file cannot be read: a pipe or a device."),
        ("device.xlsx", lambda path: path.symlink_to("/dev/zero"), "AP112 This file cannot be read: a pipe or a device."),
    ]


def sparse(path: Path, size: int, begins: bytes = b"") -> None:
    with path.open("wb") as stream:
        stream.write(begins)
        stream.truncate(size)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> dict[str, list[str]]:
    """One folder with one good return and every kind of file beside it, read once."""
    home = Home(tmp_path_factory.mktemp("any"))
    save(workspace(), home.inputs(JUNE), GOOD)
    for name, make, _ in KINDS:
        make(home.inputs(JUNE) / name)
    read = read_month(home, JUNE, settings)
    assert ReceiptState.RECEIVED in {r.state for r in read.returns.receipts if r.file == GOOD}
    record_sightings(home, JUNE, date(2026, 6, 29))
    assert GOOD in (home.inputs(JUNE) / "received.csv").read_text(encoding="utf-8-sig")
    return problems(read, settings)


@pytest.mark.parametrize(("name", "line"), [(name, line) for name, _, line in KINDS], ids=[name for name, _, _ in KINDS])
def test_each_kind_of_file_is_named_for_what_it_is(everything: dict[str, list[str]], name: str, line: str) -> None:
    assert any(said.startswith(line) for said in everything[name]), everything[name]


@pytest.mark.parametrize(
    "made",
    [
        lambda: linked({"xl/workbook.xml": "xl/workbook2.xml", "xl/_rels/workbook.xml.rels": "xl/_rels/workbook2.xml.rels"}),
        lambda: linked({"xl/workbook.xml": "book/main.xml", "xl/_rels/workbook.xml.rels": "book/_rels/main.xml.rels"}),
        lambda: linked({"xl/worksheets/sheet1.xml": "sheets/first.xml", "xl/styles.xml": "looks/styles.xml", "xl/sharedStrings.xml": "words.xml"}),
        lambda: renamed(lambda name: name.upper() if name.startswith("xl/") else name),
        lambda: renamed(lambda name: name.lower()),
        lambda: renamed(lambda name: name.replace("/", "\\")),
        lambda: renamed(lambda name: "/" + name),
        lambda: with_picture(30),
        lambda: bordered(12_009),
    ],
    ids=["workbook2.xml", "a workbook outside xl", "sheets, styles and words outside xl", "capitals", "small letters", "backslashes", "a stroke first", "a blank bitmap of 30 MB", "borders down to row 12,009"],
)  # fmt: skip
def test_a_workbook_built_otherwise_than_office_builds_it_is_read_whole(tmp_path: Path, made: Callable[[], bytes]) -> None:
    usual = open_file(hostile.write(tmp_path, "usual.xlsx", hostile.saved(workspace())))
    other = open_file(hostile.write(tmp_path, "other.xlsx", made()))
    assert isinstance(usual, OpenedBook)
    assert isinstance(other, OpenedBook), other
    assert [(g.title, g.cells) for g in other.sheets] == [(g.title, g.cells) for g in usual.sheets]


def test_a_word_form_with_its_parts_elsewhere_is_read_too(tmp_path: Path) -> None:
    read = open_file(hostile.write(tmp_path, "other.docx", renamed(lambda name: name.replace("/", "\\"), in_word())))
    assert isinstance(read, OpenedBook)
    assert read.paragraphs[0].text == "Capital and Sufficiency, June 2026"


def test_the_picture_of_a_film_is_not_taken_into_memory_to_be_fingerprinted(tmp_path: Path) -> None:
    sparse(tmp_path / "film.mp4", 64 << 20)
    tracemalloc.start()
    receipts.digest(tmp_path / "film.mp4")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 << 20


@pytest.mark.skipif(not UNIX, reason="Windows sets a process no limit on the processor")
def test_a_file_that_uses_up_the_processor_took_too_long_which_is_not_too_large(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{i}">' + "".join(f'<c r="{c}{i}"><v>{i}</v></c>' for c in "ABCDEFGHIJ") + "</row>" for i in range(1, 20_001))
    reader = Reader(seconds=0)
    try:
        slow = hostile.write(tmp_path, "slow.xlsx", hostile.with_sheet(hostile.sheet(f"<sheetData>{rows}</sheetData>")))
        assert reader.read(slow) == Refusal("too_slow")
        assert reader.read(hostile.write(tmp_path, "empty.xlsx", b"")) == Refusal("empty_file")
    finally:
        reader.close()


# ---------- what the machine does not give ----------


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, why: OSError) -> None:
    """Let one file refuse to be read, as a file open elsewhere does."""
    real = receipts.digest

    def digest(path: Path) -> str:
        if path.name == name:
            raise why
        return real(path)

    monkeypatch.setattr("assurance_pack.intake.receipts.digest", digest)
    monkeypatch.setattr("assurance_pack.intake.in_folder.digest", digest)


@pytest.mark.parametrize(
    ("why", "line"),
    [
        (PermissionError(13, "Permission denied"), "AP112 This file cannot be read: another program has it open, or it may not be read from this account."),
        (OSError(22, "The cloud operation was not completed"), "AP112 This file cannot be read: it has not been fetched from the cloud yet, or the disk or network does not give it."),
        (TimeoutError(110, "timed out"), "AP112 This file cannot be read: it has not been fetched from the cloud yet"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_named_as_that_and_the_others_are_read(
    home: Home, settings: Settings, monkeypatch: pytest.MonkeyPatch, why: OSError, line: str
) -> None:
    save(workspace(), home.inputs(JUNE), GOOD)
    hostile.write(home.inputs(JUNE), "PCF June.xlsx", b"x")
    refuse(monkeypatch, "PCF June.xlsx", why)
    assert record_sightings(home, JUNE, date(2026, 6, 29)) == (GOOD,)
    read = read_month(home, JUNE, settings)
    assert problems(read, settings)["PCF June.xlsx"][0].startswith(line)
    assert {r.sender: r.state for r in read.returns.receipts if r.file} == {
        "workspace:CAP": ReceiptState.RECEIVED,
        "voice:PCF": ReceiptState.REFUSED,
    }


@pytest.mark.skipif(not UNIX, reason="Windows has no names that are not Unicode")
@pytest.mark.parametrize("command", ["status", "check", "build"])
def test_a_name_that_is_not_utf8_and_a_locked_file_stop_no_command(home: Home, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    folder = home.inputs(JUNE)
    save(workspace(), folder, GOOD)
    Path(os.fsdecode(os.fsencode(folder) + b"/R\xe9sum\xe9 PCF.xlsx")).write_bytes(hostile.saved(voice()))
    hostile.write(folder, "SENCo.xlsx", b"x")
    refuse(monkeypatch, "SENCo.xlsx", PermissionError(13, "Permission denied"))
    monkeypatch.setitem(FORMATS, "pdf", replace(FORMATS["pdf"], write=no_pdf))
    result = CliRunner().invoke(
        main, [command, "--month", JUNE, "--home", str(home.root), *(["--format", "word"] if command == "build" else [])]
    )
    assert result.exit_code == 1, result.output
    if command != "build":
        assert "Résumé PCF.xlsx" in result.output
        assert "This file cannot be read" in result.output


def no_pdf(*_: object) -> None:
    raise AssertionError("no PDF is asked for")


def test_the_list_of_arrivals_open_in_excel_costs_a_line_and_not_the_register(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    save(workspace(), home.inputs(JUNE), GOOD)

    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "received.csv")

    monkeypatch.setattr(receipts, "_append", locked)
    for command in ("status", "check"):
        result = CliRunner().invoke(main, [command, "--month", JUNE, "--home", str(home.root)])
        assert "received.csv" in result.stderr
        assert "cannot be written, so today's date was not noted in it" in result.stderr
        assert "Capital and Sufficiency" in result.stdout


def test_a_folder_that_may_not_be_read_is_said_to_be_unreadable_and_never_unwritable(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    home.inputs(JUNE).mkdir()
    monkeypatch.setattr("assurance_pack.intake.read.arrivals", denied)
    result = CliRunner().invoke(main, ["status", "--month", JUNE, "--home", str(home.root)])
    assert result.exit_code == 4
    assert "2026-06 cannot be read" in result.output


# ---------- what people are told ----------


def test_what_turns_words_round_is_taken_out_of_every_name_that_is_quoted(home: Home, settings: Settings) -> None:
    save(workspace(), home.inputs(JUNE), "CAP\u202eJune\u200b.xlsx")
    book = openpyxl.load_workbook(home.inputs(JUNE) / "CAP\u202eJune\u200b.xlsx")
    book.create_sheet("Work\u202eings")["A1"] = "x"
    book["Milestones"]["D4"] = "Gr\u202eeen\u200b\x7fish"
    book["Milestones"]["E4"] = "early\u2066 autumn"
    book.save(home.inputs(JUNE) / "CAP\u202eJune\u200b.xlsx")
    said = problems(read_month(home, JUNE, settings), settings)["CAPJune.xlsx"]
    assert "AP156 There are invisible or direction-changing characters in the name of this file: they were taken out." in said
    assert "AP132 The sheet “Workings” is not part of the form: nothing in it reaches the Board." in said
    assert any("“Greenish” in “Status now”" in line for line in said)
    assert any("“early autumn” in “Forecast now”" in line for line in said)
    assert not any(c in line for line in said for c in "\u202e\u200b\u2066\x7f")


def test_two_names_that_look_alike_are_told_apart(home: Home, settings: Settings) -> None:
    for name in ("CAP.xlsx", "CAP\u200b.xlsx"):
        save(workspace(), home.inputs(JUNE), name)
    assert list(receipts.arrivals(home.inputs(JUNE))) == ["CAP.xlsx", "CAP.xlsx (2)"]


def test_a_name_of_which_nothing_can_be_shown_is_not_passed_over(home: Home) -> None:
    hostile.write(home.inputs(JUNE), "\u2066\u2069.pdf", b"%PDF-1.7")
    assert list(receipts.arrivals(home.inputs(JUNE))) == ["a file without a name.pdf"]


def test_a_partner_form_sent_back_blank_says_nothing_this_month(home: Home, settings: Settings) -> None:
    who = Sender("partner", settings.partners[0].code)
    hostile.write(home.inputs(JUNE), "partner.xlsx", write(blank(return_kind("partner"), who, JUNE, settings), settings))
    read = read_month(home, JUNE, settings)
    receipt = next(r for r in read.returns.receipts if r.file)
    assert (receipt.kind, receipt.state) == ("partner", ReceiptState.NIL)
    assert problems(read, settings).get("partner.xlsx", []) == []


def test_the_number_of_a_theme_is_that_theme(settings: Settings) -> None:
    theme = settings.themes[4]
    assert theme.id == "T05"
    assert "T05" in next(w for w in settings.words("theme") if w.meaning == "T05").aliases
