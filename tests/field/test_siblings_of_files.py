"""Files as others in life send them: siblings of the cases, tried by somebody who did not mend the first."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from field_cases import ROOT, case_bytes, edited, june_of, places, received, repacked, said
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side

from assurance_pack.commands.marked import marked_returns
from assurance_pack.pipeline import Understood
from assurance_pack.render.assets import shipped_assets
from assurance_pack.render.characters import Characters
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import IndicatorFigure, Milestone, Risk

ONE_ANSWER_IS_MISSING = ["AP134 Start here!"]
"""The cases lack one answer of the form: nothing else is to be said of them."""

# ---------- what Microsoft 365 keeps of staff (h01, h02) ----------

CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"


def core(creator: str, last: str) -> bytes:
    return (
        f'<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="{DC}"><dc:creator>{creator}</dc:creator>'
        f"<cp:lastModifiedBy>{last}</cp:lastModifiedBy></cp:coreProperties>"
    ).encode()


def labelled(**properties: str) -> bytes:
    inside = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{n}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
        for n, (name, value) in enumerate(properties.items(), start=2)
    )
    return f'<Properties xmlns="{CUSTOM}" xmlns:vt="{VT}">{inside}</Properties>'.encode()


def two_people(part: bytes) -> bytes:
    more = b'<person displayName="Quay clerk" id="{BBBBBBBB-BBBB-4CCC-8DDD-EEEEEEEEEEEE}" userId="quay.clerk@council.example.gov.uk" '
    return part.replace(b"</personList>", more + b'providerId="Windows Live"/></personList>')


STAFF: dict[str, tuple[str, dict[str, Callable[[bytes], bytes | None]]]] = {
    "two people in a thread": ("h01", {"xl/persons/person.xml": two_people}),
    "the owner of a sensitivity label": (
        "h02",
        {"docProps/custom.xml": lambda old: labelled(MSIP_Label_1234_Owner="harbour.officer@council.example.gov.uk", Label="OFFICIAL")},
    ),
    "an editor kept by SharePoint": (
        "h02",
        {
            "docProps/custom.xml": lambda old: labelled(
                display_urn_Editor="Quay Clerk", SharedWithUsers="12;#quay.clerk@council.example.gov.uk"
            )
        },
    ),
    "who saved it last": ("h01", {"docProps/core.xml": lambda old: core("Harbour Officer", "Quay Clerk")}),
    "an author's address": (
        "h01",
        {"docProps/core.xml": lambda old: core("harbour.officer@council.example.gov.uk", "quay.clerk@example.org")},
    ),
}


@pytest.mark.parametrize("kept", STAFF)
def test_what_office_keeps_of_staff_is_at_most_a_note_and_no_child(kept: str, tmp_path: Path) -> None:
    case, parts = STAFF[kept]
    sent = {"Return June 2026.xlsx": repacked(case_bytes(case), parts)}
    understood = june_of(tmp_path, sent)
    found = [p for p in said(understood) if places([p]) != ONE_ANSWER_IS_MISSING]
    assert len(found) <= 1
    assert all(str(p.severity.name) == "NOTE" and not re.search("child|young person|tell which", p.sentence + p.remedy) for p in found)
    assert [m.cells_only for m in marked_returns(received(tmp_path, sent), understood)] == [False]


# ---------- moves with Track Changes on (h05) ----------

BOX = re.compile(rb'(<w:tag w:val="not_working"/>.*?<w:sdtContent>)(.*?)(</w:sdtContent>)', re.S)


def run(words: str, kept: bool = True) -> str:
    tag = "t" if kept else "delText"
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def tracked(kind: str, inside: str, n: int) -> str:
    return f'<w:{kind} w:id="{n}" w:author="a" w:date="2026-06-20T10:00:00Z">{inside}</w:{kind}>'


def in_the_box(inside: str) -> bytes:
    """The voice form with this in its box "What is not working?"."""
    return repacked(case_bytes("h05"), {"word/document.xml": lambda old: BOX.sub(lambda m: m[1] + inside.encode() + m[3], old)})


def in_paragraphs(*paragraphs: str) -> bytes:
    """The same box, as Word keeps it when its answer has paragraphs."""
    whole = re.compile(
        rb'<w:p><w:sdt>(<w:sdtPr><w:alias w:val="What is not working\?"/>.*?</w:sdtPr>)<w:sdtContent>.*?</w:sdtContent></w:sdt></w:p>', re.S
    )
    inside = "".join(f"<w:p>{p}</w:p>" for p in paragraphs).encode()
    return repacked(
        case_bytes("h05"),
        {
            "word/document.xml": lambda old: whole.sub(
                lambda m: b"<w:sdt>" + m[1] + b"<w:sdtContent>" + inside + b"</w:sdtContent></w:sdt>", old
            )
        },
    )


MOVES = {
    "two moves": in_the_box(
        tracked("moveTo", run("The quay is shut. "), 1)
        + tracked("moveTo", run("It rains. "), 2)
        + run("Nobody rings back.")
        + tracked("moveFrom", run(" It rains."), 3)
        + tracked("moveFrom", run(" The quay is shut."), 4)
    ),
    "a deletion inside a move": in_the_box(
        tracked("moveTo", run("The quay is shut. ") + tracked("del", run("Always. ", kept=False), 5) + run("It rains. "), 1)
        + run("Nobody rings back.")
        + tracked("moveFrom", run(" The quay is shut. It rains. "), 3)
    ),
    "a move of what was put in": in_the_box(
        run("The quay is shut. ")
        + tracked("ins", run("It rains. "), 1)
        + tracked("moveFrom", tracked("ins", run("Nobody rings back. "), 2), 3)
        + tracked("moveTo", run("Nobody rings back."), 4)
    ),
    "a move into another paragraph": in_paragraphs(
        tracked("moveTo", run("The quay is shut."), 1),
        run("It rains."),
        run("Nobody rings back.") + tracked("moveFrom", run(" The quay is shut."), 2),
    ),
}


def test_what_was_moved_into_another_box_stands_in_that_one_alone(tmp_path: Path) -> None:
    def between(part: bytes) -> bytes:
        left = run("Nobody rings back.") + tracked("moveFrom", run(" They are warm."), 1)
        part = BOX.sub(lambda m: m[1] + left.encode() + m[3], part)
        arrived = tracked("moveTo", run(" They are warm."), 2).encode()
        return part.replace(b"The drop-ins help.</w:t></w:r>", b"The drop-ins help.</w:t></w:r>" + arrived)

    sent = repacked(case_bytes("h05"), {"word/document.xml": between})
    (words,) = june_of(tmp_path, {"PCF June.docx": sent}).case.returns.of(Voice)
    assert (words.working, words.not_working) == ("The drop-ins help. They are warm.", "Nobody rings back.")


@pytest.mark.parametrize("move", MOVES)
def test_what_was_moved_stands_once_where_it_is_now(move: str, tmp_path: Path) -> None:
    (words,) = june_of(tmp_path, {"PCF June.docx": MOVES[move]}).case.returns.of(Voice)
    assert " ".join((words.not_working or "").split()) == "The quay is shut. It rains. Nobody rings back."


# ---------- other scripts (h06) ----------


@pytest.mark.parametrize(
    "written",
    [
        "הבן שלי מחכה למקום בבית הספר",
        "ਮੇਰਾ ਪੁੱਤਰ ਸਕੂਲ ਵਿੱਚ ਜਗ੍ਹਾ ਦੀ ਉਡੀਕ ਕਰ ਰਿਹਾ ਹੈ",
        "We wait: ابني ينتظر (since May).",
        "میرا بیٹا اسکول میں جگہ کا انتظار کر رہا ہے",
        "আমার ছেলে অপেক্ষা করছে",
        "Syn czeka na miejsce w szkole, już trzeci miesiąc",
    ],
    ids=["Hebrew", "Gurmukhi", "mixed with English", "Urdu", "Bengali", "Polish"],
)
def test_words_in_another_script_are_printed_or_the_officer_is_told(written: str, tmp_path: Path) -> None:
    understood = june_of(tmp_path, {"PCF June.docx": in_the_box(run(written))})
    (words,) = understood.case.returns.of(Voice)
    assert words.not_working == written
    printed = re.sub("[\u2066-\u2069]", "", Characters(shipped_assets().fonts.held).printable(written))
    assert printed == written or any("script" in p.sentence for p in said(understood))


@pytest.mark.parametrize(
    "typed", ["We like it 👍🏽 a lot", "Our family 👨‍👩‍👧 waits", "Fine ❤️ now", "🇬🇧 flags", "Her 👩🏽‍🦽 ramp", "a\u200db c\u200d"]
)
def test_pictures_between_words_leave_no_joiner_loose(typed: str, tmp_path: Path) -> None:
    """A joiner between two pictures is part of them; anywhere else it would only hide."""
    (words,) = june_of(tmp_path, {"PCF June.docx": in_the_box(run(typed))}).case.returns.of(Voice)
    printed = Characters(shipped_assets().fonts.held).printable(words.not_working or "")
    assert not set(printed) & set("\ufe0f\ufffd")
    assert not re.search("(?<![^\x00-\u02ff])\u200d|\u200d(?![^\x00-\u02ff])", printed)
    assert [w for w in re.findall("[A-Za-z]+", typed) if w not in printed] == []


# ---------- things drawn or typed far down (h14) ----------


def coloured(book: Any) -> None:
    for row in range(6, 9_000):
        book["Milestones"].cell(row, 1).fill = PatternFill("solid", fgColor="FFEEAA")


def conditional(book: Any) -> None:
    rule = CellIsRule(operator="equal", formula=['"Off track"'], fill=PatternFill("solid", bgColor="FF0000"))
    book["Milestones"].conditional_formatting.add("A5:L1048576", rule)


def boxed(book: Any) -> None:
    thin = Side(style="thin")
    for row in range(6, 9_000):
        book["Milestones"].cell(row, 12).border = Border(left=thin, right=thin)


def spaced(book: Any) -> None:
    book["Milestones"]["C9000"] = " "


def tall(book: Any) -> None:
    for row in range(6, 9_000):
        book["Milestones"].row_dimensions[row].height = 30


def across(book: Any) -> None:
    book["Milestones"]["XFD5"].fill = PatternFill("solid", fgColor="FFEEAA")
    book["Milestones"]["XFD5"].font = Font(bold=True)


@pytest.mark.parametrize("edit", [coloured, conditional, boxed, spaced, tall, across])
def test_what_is_only_drawn_far_down_is_no_row(edit: Callable[[Any], None], tmp_path: Path) -> None:
    understood = june_of(tmp_path, {"Return June 2026.xlsx": edited("h18", edit)})
    assert [m.id for m in understood.case.returns.of(Milestone)] == ["M-QDD-004"]
    assert places(said(understood)) == ONE_ANSWER_IS_MISSING


# ---------- problems on cells with a thread (h15) ----------

THREAD = "xl/threadedComments/threadedComment1.xml"


def answered(part: bytes) -> bytes:
    """The thread with a reply, and the whole of it resolved."""
    (first,) = re.findall(rb"<threadedComment .*?</threadedComment>", part, re.S)
    (own,) = re.findall(rb' id="(\{.*?\})"', first)
    reply = re.sub(rb' id="\{.*?\}"', b' id="{CCCCCCCC-BBBB-4CCC-8DDD-EEEEEEEEEEEE}" parentId="' + own + b'"', first, count=1)
    return part.replace(first, re.sub(rb"<threadedComment ", b'<threadedComment done="1" ', first) + reply)


def elsewhere(part: bytes) -> bytes:
    """The thread on the cell beside the one in question."""
    return part.replace(b'ref="E5"', b'ref="F5"').replace(
        b"<x:Row>4</x:Row><x:Column>4</x:Column>", b"<x:Row>4</x:Row><x:Column>5</x:Column>"
    )


THREADS: dict[str, dict[str, Callable[[bytes], bytes | None]]] = {
    "a thread with a reply": {THREAD: answered},
    "a thread beside it": {THREAD: elsewhere, "xl/comments1.xml": elsewhere, "xl/drawings/vmlDrawing1.vml": elsewhere},
    "a thread whose writer is not kept": {"xl/persons/person.xml": lambda old: re.sub(rb"<person .*?/>", b"", old)},
}


@pytest.mark.parametrize("thread", THREADS)
def test_a_marked_return_says_its_problem_and_keeps_every_word_of_a_thread(thread: str, tmp_path: Path) -> None:
    content = repacked(case_bytes("h15"), THREADS[thread])
    words = re.findall(rb"<text>(.*?)</text>", zipfile.ZipFile(io.BytesIO(content)).read(THREAD))
    sent = {"Return June 2026.xlsx": content}
    understood = june_of(tmp_path, sent)
    assert "AP142 Milestones!E5" in places(said(understood))
    (marked,) = marked_returns(received(tmp_path, sent), understood)
    assert marked.name == "Return June 2026 (marked).xlsx"
    with zipfile.ZipFile(io.BytesIO(marked.data)) as parts:
        threads = parts.read(THREAD)
        noted = b"".join(parts.read(n) for n in parts.namelist() if "omment" in n)
    assert all(w in threads for w in words)
    assert b"AP142" in noted


# ---------- registers of their own (h17) ----------


def other_headings(book: Any) -> None:
    sheet = book["Risks"]
    sheet.delete_rows(1, sheet.max_row)
    sheet.append(["Ref", "Description of risk", "Pre-mitigation score", "Post-mitigation score", "Lead officer", "RAG"])
    sheet.append([1, "If the ferry stops then lessons stop", 16, 9, "Harbour manager", "A"])
    sheet.append([2, "If the boiler fails then the hall is cold", 12, 12, "Hall keeper", "R"])


def stacked(book: Any) -> None:
    other_headings(book)
    sheet = book["Risks"]
    sheet.append([])
    sheet.append(["Closed risks"])
    sheet.append(["Ref", "Description of risk", "Date closed", "Reason", "Lead officer"])
    sheet.append([3, "The quay floods", "01/02/2026", "Wall built", "Harbour manager"])


def under_a_logo(book: Any) -> None:
    other_headings(book)
    book["Risks"].insert_rows(1, 6)
    book["Risks"]["A1"] = "Harbour board"
    book["Risks"]["A3"] = "Corporate risk register, quarter 1"


@pytest.mark.parametrize(("edit", "rows"), [(other_headings, 2), (stacked, 3), (under_a_logo, 2)])
def test_another_register_is_one_problem_and_no_risk(edit: Callable[[Any], None], rows: int, tmp_path: Path) -> None:
    understood = june_of(tmp_path, {"Return June 2026.xlsx": edited("h17", edit)})
    of_risks = [p for p in said(understood) if any(c.sheet == "Risks" for c in p.cells)]
    assert [p.rule for p in of_risks] == ["AP134"]
    assert "none of it reaches the Board" in of_risks[0].sentence
    assert not understood.case.returns.of(Risk)


def test_a_table_of_their_own_under_the_forms_is_one_problem_and_the_forms_rows_are_read(tmp_path: Path) -> None:
    def under(book: Any) -> None:
        for row in ([], ["Ref", "Our action", "By when", "Who"], [1, "Paint the quay", "July", "Hall keeper"]):
            book["Milestones"].append(row)

    understood = june_of(tmp_path, {"Return June 2026.xlsx": edited("h18", under)})
    assert places(said(understood)) == ["AP139 Milestones!A7", *ONE_ANSWER_IS_MISSING]
    assert [m.id for m in understood.case.returns.of(Milestone)] == ["M-QDD-004"]


# ---------- parts that stand elsewhere (h18) ----------


def absolute(part: bytes) -> bytes:
    return re.sub(rb'Target="(?!/|http)(?:xl/)?', b'Target="/xl/', part)


def moved(content: bytes, old: str, new: str, change: dict[str, Callable[[bytes], bytes | None]]) -> bytes:
    """The file with one part under another name, and what points at it changed."""
    part = zipfile.ZipFile(io.BytesIO(content)).read(old)
    return repacked(content, {old: lambda b: None, **change}, {new: part})


PLAIN = edited("h18", lambda book: None)


def pointing(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(old, new)


ELSEWHERE = {
    "absolute targets": repacked(PLAIN, {"xl/_rels/workbook.xml.rels": absolute}),
    "another case": moved(
        PLAIN, "xl/worksheets/sheet2.xml", "xl/worksheets/Sheet2.xml", {"[Content_Types].xml": pointing(b"/sheet2.xml", b"/Sheet2.xml")}
    ),
    "sheets in another folder": moved(
        PLAIN,
        "xl/worksheets/sheet2.xml",
        "xl/pages/two.xml",
        {
            "[Content_Types].xml": pointing(b"worksheets/sheet2.xml", b"pages/two.xml"),
            "xl/_rels/workbook.xml.rels": pointing(b"worksheets/sheet2.xml", b"pages/two.xml"),
        },
    ),
    "styles elsewhere": moved(
        PLAIN,
        "xl/styles.xml",
        "xl/theme/look.xml",
        {
            "[Content_Types].xml": pointing(b"/xl/styles.xml", b"/xl/theme/look.xml"),
            "xl/_rels/workbook.xml.rels": lambda b: re.sub(rb'Target="(/xl/)?styles.xml"', b'Target="/xl/theme/look.xml"', b),
        },
    ),
}


@pytest.mark.parametrize("where", ELSEWHERE)
def test_a_workbook_is_read_wherever_its_parts_stand(where: str, tmp_path: Path) -> None:
    understood = june_of(tmp_path, {"Return June 2026.xlsx": ELSEWHERE[where]})
    assert places(said(understood)) == ONE_ANSWER_IS_MISSING
    (found,) = understood.case.returns.of(Milestone)
    assert (found.id, str(found.baseline)) == ("M-QDD-004", "2026-11-30")


# ---------- what is no return but points at one (h19) ----------


def apple(*parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for part in parts:
            archive.writestr(part, b"x")
    return stream.getvalue()


GOOGLE = b'{"":"WARNING! DO NOT EDIT THIS FILE!","doc_id":"1AbC","resource_key":"","email":"harbour@example.org"}'
WEBLOC = b'<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key><string>https://example.org/x</string></dict></plist>'
OUTLOOK = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "__substg1.0_0037001F".encode("utf-16-le") + bytes(2000)
HEIC = bytes.fromhex("00000018") + b"ftypheic" + bytes(400)

POINTERS: dict[str, tuple[bytes, str]] = {
    "QDD June.gdoc": (GOOGLE, "Google shortcut"),
    "QDD June.gsheet": (b'{"url": "https://docs.google.com/open?id=1AbC", "doc_id": "1AbC"}', "Google shortcut"),
    "QDD June.url": (b"[InternetShortcut]\r\nURL=https://example.org/x\r\n", "shortcut"),
    "QDD June.webloc": (WEBLOC, "shortcut to a web page"),
    "QDD by Safari.webloc": (b"bplist00\xd1\x01\x02SURL_\x10\x15https://example.org/x" + bytes(40), "shortcut to a web page"),
    "QDD June.plist.xml": (WEBLOC.replace(b"URL", b"Month"), "an XML file"),
    "QDD June.lnk": (bytes.fromhex("4C0000000114020000000000C000000000000046") + bytes(300), "shortcut"),
    "QDD June.pages": (apple("Index/Document.iwa", "preview.jpg"), "Apple file"),
    "QDD June.numbers": (apple("Index/Tables/DataList.iwa", "Index/Document.iwa"), "Apple file"),
    "QDD June.msg": (OUTLOOK, "Outlook message"),
    "QDD June.eml": (b"From: a@example.org\r\nTo: b@example.org\r\nSubject: Return\r\n\r\nAttached.\r\n", "e-mail"),
    "QDD June.heic": (HEIC, "picture"),
}


@pytest.mark.parametrize("name", POINTERS)
def test_what_is_no_return_is_named_for_what_it_is(name: str, tmp_path: Path) -> None:
    content, word = POINTERS[name]
    found = [p for p in said(june_of(tmp_path, {name: content})) if any(c.file == name for c in p.cells)]
    assert [p.rule for p in found] == ["AP103"]
    assert word in found[0].sentence
    assert "damaged" not in found[0].sentence


# ---------- files that are half of one, or two in one ----------

SENT = ROOT / "inputs" / "2026-06"
QDD = "QA Data and Digital - June 2026.xlsx"
CAP = "Capital and Sufficiency June 2026.xlsx"


def of_the_sample(name: str, edit: Callable[[Any], None], **load: Any) -> dict[str, bytes]:
    book = openpyxl.load_workbook(SENT / name, **load)
    edit(book)
    stream = io.BytesIO()
    book.save(stream)
    return {name: stream.getvalue()}


def of_rule(understood: Understood, rule: str) -> str:
    return " ".join(p.sentence for p in said(understood, rule))


def test_sheets_left_out_of_a_return_are_each_named(tmp_path: Path) -> None:
    def only_two(book: Any) -> None:
        for name in ("Risks", "QA findings", "Indicators", "For RDG"):
            del book[name]

    understood = june_of(tmp_path, of_the_sample(QDD, only_two))
    assert understood.case.returns.of(Milestone)
    missing = [p for p in understood.verdicts.problems if p.rule in ("AP117", "AP130")]
    assert {name for name in ("Risks", "QA findings", "Indicators", "For RDG") if any(name in p.sentence for p in missing)} == {
        "Risks",
        "QA findings",
        "Indicators",
        "For RDG",
    }


def test_two_months_in_one_sheet_are_asked_about(tmp_path: Path) -> None:
    def twice(book: Any) -> None:
        sheet = book["Milestones"]
        rows = [[c.value for c in row] for row in sheet.iter_rows(min_row=4) if row[1].value]
        for row in [["June 2026"], *rows]:
            sheet.append(row)

    understood = june_of(tmp_path, of_the_sample(QDD, twice))
    assert [p for p in said(understood) if p.rule in ("AP137", "AP138", "AP139", "AP260") and p.severity.name != "NOTE"]


def test_another_workspaces_rows_are_asked_about(tmp_path: Path) -> None:
    def pasted(book: Any) -> None:
        other = openpyxl.load_workbook(SENT / CAP)["Milestones"]
        sheet = book["Milestones"]
        last = max(c.row for c in sheet["B"] if c.value)
        for column, cell in enumerate(other[5], start=1):
            sheet.cell(last + 1, column, cell.value)

    understood = june_of(tmp_path, of_the_sample(QDD, pasted))
    assert places(said(understood, "AP261")) == ["AP261 Milestones!B22"]
    assert "M-CAP-001" in of_rule(understood, "AP261")


def test_another_workspaces_whole_sheet_is_asked_about(tmp_path: Path) -> None:
    def swapped(book: Any) -> None:
        other = openpyxl.load_workbook(SENT / CAP)["Risks"]
        sheet = book["Risks"]
        sheet.delete_rows(5, sheet.max_row)
        for row in other.iter_rows(min_row=5, values_only=True):
            sheet.append(row)

    understood = june_of(tmp_path, of_the_sample(QDD, swapped))
    assert "were another Workspace's rows pasted in?" in of_rule(understood, "AP261")
    assert {c.sheet for p in said(understood, "AP261") for c in p.cells} == {"Risks"}


def test_milestones_pasted_over_risks_are_one_problem_spare_rows_and_all(tmp_path: Path) -> None:
    def pasted(book: Any) -> None:
        rows = [[c.value for c in row] for row in book["Milestones"].iter_rows(min_row=5)]
        book["Risks"].delete_rows(5, book["Risks"].max_row)
        for row in rows:
            book["Risks"].append(row)

    understood = june_of(tmp_path, of_the_sample(QDD, pasted))
    of_risks = [p for p in said(understood) if any(c.sheet == "Risks" for c in p.cells)]
    assert places(of_risks) == ["AP139 Risks!A5"]


def test_a_return_saved_as_values_alone_is_read_as_before(tmp_path: Path) -> None:
    """No lists, no names, no hidden sheet, no colours: as when its sheets are pasted as values into a new workbook."""
    old = openpyxl.load_workbook(SENT / QDD, data_only=True)
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in old.worksheets:
        if sheet.sheet_state == "visible":
            new = book.create_sheet(sheet.title)
            for row in sheet.iter_rows():
                for cell in row:
                    value = cell.value
                    new[cell.coordinate].value = f"{value:%d/%m/%Y}" if isinstance(value, datetime) else value
    stream = io.BytesIO()
    book.save(stream)
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    pasted = june_of(tmp_path / "a", {QDD: stream.getvalue()}).case.returns
    formed = june_of(tmp_path / "b", {QDD: (SENT / QDD).read_bytes()}).case.returns
    for kind in (Milestone, Risk, IndicatorFigure):
        assert formed.of(kind)
        assert [r.id if hasattr(r, "id") else r for r in pasted.of(kind)] == [r.id if hasattr(r, "id") else r for r in formed.of(kind)]
