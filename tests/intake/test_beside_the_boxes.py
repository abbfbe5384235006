"""Words are never lost: what a group writes beside its boxes is read, printed as “Also written”, and said to the officer."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import hostile
import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill
from workbooks import milestone, save, workspace

from assurance_pack.home import Home
from assurance_pack.intake.issue import write, write_word
from assurance_pack.intake.issue.form import AskedBefore, Form
from assurance_pack.intake.read import Read, read_month
from assurance_pack.model import Cell, Month, Sender
from assurance_pack.model.fault import FaultKind
from assurance_pack.returns import return_kind
from assurance_pack.returns.rdg import YouSaidWeDid
from assurance_pack.returns.received import ReceiptState, Returns
from assurance_pack.returns.voice import AlsoWritten, Voice
from assurance_pack.rules import judge
from assurance_pack.rules.case import Case
from assurance_pack.rules.shape import RULES as SHAPE
from assurance_pack.senders import sender_name
from assurance_pack.settings import Settings

JUNE = Month("2026-06")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SAID = "The ferry runs once a day."


def form(settings: Settings) -> Form:
    before = (AskedBefore("May 2026", "When will the quay open?", "In done: it opened."),)
    return Form(return_kind("voice"), Sender("voice", "PCF"), sender_name(Sender("voice", "PCF"), settings), JUNE, answered=before)


def in_excel(settings: Settings, change: Callable[[Any], object]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(write(form(settings), settings)))
    change(book["Your words"])
    return bytes(hostile.saved(book))


def in_word(settings: Settings, change: Callable[[str], str]) -> bytes:
    def changed(name: str, old: bytes) -> bytes:
        return change(old.decode()).encode() if name == "word/document.xml" else old

    return bytes(hostile.repacked(write_word(form(settings), settings), changed))


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def under(xml: str) -> str:
    return xml.replace("</w:tbl>", "</w:tbl>" + paragraph(SAID))


def over(xml: str) -> str:
    return xml.replace("<w:tbl>", paragraph(SAID) + "<w:tbl>", 1)


def in_a_row_of_its_own(xml: str) -> str:
    return xml.replace("</w:tbl>", f"<w:tr><w:tc>{paragraph(SAID)}</w:tc></w:tr></w:tbl>")


def inserted(xml: str) -> str:
    return xml.replace("</w:tbl>", f'</w:tbl><w:p><w:ins w:id="1"><w:r><w:t>{SAID}</w:t></w:r></w:ins></w:p>')


def in_an_old_text_box(xml: str) -> str:
    box = f'<w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent>{paragraph(SAID)}</w:txbxContent></v:textbox></v:shape></w:pict>'
    return xml.replace("<w:body>", f"<w:body><w:p><w:r>{box}</w:r></w:p>", 1)


def in_a_text_box(xml: str) -> str:
    box = f"<w:txbxContent>{paragraph(SAID)}</w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    return xml.replace("<w:body>", f"<w:body><w:p><w:r>{both}</w:r></w:p>", 1)


def beside_in_word(xml: str) -> str:
    return xml.replace("</w:sdt>", f'</w:sdt><w:r><w:t xml:space="preserve">{SAID}</w:t></w:r>', 1)


def at(ref: str) -> Callable[[Any], object]:
    return lambda sheet: sheet.__setitem__(ref, SAID)


def noted(sheet: Any) -> None:
    sheet["C12"].comment = Comment(f"Forum chair:\n{SAID}", "Forum chair")


def read(home: Home, settings: Settings, name: str, content: bytes) -> Read:
    hostile.write(home.inputs(JUNE), name, content)
    return read_month(home, JUNE, settings)


def beside(found: Read) -> list[str]:
    return [row.words or "" for row in found.returns.of(AlsoWritten)]


@pytest.mark.parametrize(
    "change",
    [under, over, in_a_text_box, in_an_old_text_box, in_a_row_of_its_own, inserted],
    ids=["under", "over", "in a text box, written twice for older programs", "in a text box of old", "in a row added", "inserted, tracked"],
)
def test_words_around_the_word_table_are_read_once_and_are_no_form_as_it_was_sent(
    home: Home, settings: Settings, change: Callable[[str], str]
) -> None:
    found = read(home, settings, "PCF.docx", in_word(settings, change))
    assert beside(found) == [SAID]
    assert found.returns.receipt("voice:PCF").state is ReceiptState.RECEIVED  # type: ignore[union-attr]  # it was sent
    assert [f.kind for f in found.returns.faults if f.cell.file] == [FaultKind.BESIDE_THE_BOXES]


def test_words_typed_on_beside_a_control_are_part_of_its_box(home: Home, settings: Settings) -> None:
    found = read(home, settings, "PCF.docx", in_word(settings, beside_in_word))
    (row,) = found.returns.of(Voice)
    assert (row.working, beside(found)) == (SAID, [])


@pytest.mark.parametrize(
    "ref",
    ["D12", "E3", "B40", "C1", "B60"],
    ids=["beside a box", "to the right at the top", "under the page", "over the boxes", "far below"],
)
def test_words_anywhere_on_the_excel_page_are_read_with_their_cell(home: Home, settings: Settings, ref: str) -> None:
    found = read(home, settings, "PCF.xlsx", in_excel(settings, at(ref)))
    (row,) = found.returns.of(AlsoWritten)
    assert (row.words, str(row.at)) == (SAID, f"PCF.xlsx › Your words!{ref}")
    assert found.returns.receipt("voice:PCF").state is ReceiptState.RECEIVED  # type: ignore[union-attr]  # it was sent


def test_words_on_a_second_sheet_are_read_too(home: Home, settings: Settings) -> None:
    content = in_excel(settings, lambda sheet: sheet.parent.create_sheet("More").__setitem__("A1", SAID))
    found = read(home, settings, "PCF.xlsx", content)
    (row,) = found.returns.of(AlsoWritten)
    assert (row.words, str(row.at)) == (SAID, "PCF.xlsx › More!A1")
    assert FaultKind.EXTRA_SHEET not in {f.kind for f in found.returns.faults}  # which would say that nothing of it reaches the Board


def test_a_note_on_a_cell_is_read_without_the_name_of_whoever_wrote_it(home: Home, settings: Settings) -> None:
    found = read(home, settings, "PCF.xlsx", in_excel(settings, noted))
    assert beside(found) == [SAID]


@pytest.mark.parametrize(
    ("suffix", "where", "kind"), [("xlsx", "note on Your words!C12", "in a note on a cell"), ("docx", "comment 1", "in a comment")]
)
def test_a_note_is_cited_at_its_cell_and_a_comment_is_called_one(
    home: Home, settings: Settings, suffix: str, where: str, kind: str
) -> None:
    commented = {"word/comments.xml": f'<w:comments xmlns:w="{W}"><w:comment w:id="1">{paragraph(SAID)}</w:comment></w:comments>'.encode()}
    content = (
        in_excel(settings, noted)
        if suffix == "xlsx"
        else bytes(hostile.repacked(write_word(form(settings), settings), lambda n, old: old, commented))
    )
    found = read(home, settings, f"PCF.{suffix}", content)
    said = judge(SHAPE, Case(month=JUNE, settings=settings, returns=found.returns, position=date(2026, 6, 30))).problems
    beside_them = [(str(p.cells[0]), p.sentence) for p in said if p.rule == "AP157"]
    assert beside_them == [(f"PCF.{suffix} › {where}", f"Words stand {kind}: they are printed with the others, as “Also written”.")]


def test_a_text_box_on_the_excel_page_is_read(home: Home, settings: Settings) -> None:
    box = '<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="TextBox 1" descr="a picture of a ferry"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>The ferry runs </a:t></a:r><a:r><a:t>once a day.</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>'
    content = hostile.repacked(write(form(settings), settings), lambda n, old: old, {"xl/drawings/drawing9.xml": box.encode()})
    assert beside(read(home, settings, "PCF.xlsx", content)) == [SAID]


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
def test_a_form_as_it_was_sent_has_nothing_beside_its_boxes(home: Home, settings: Settings, suffix: str) -> None:
    content = write(form(settings), settings) if suffix == "xlsx" else write_word(form(settings), settings)
    found = read(home, settings, f"PCF.{suffix}", content)
    assert beside(found) == []
    assert found.returns.receipt("voice:PCF").state is ReceiptState.NOT_FILLED_IN  # type: ignore[union-attr]  # it was sent


def test_what_stands_beside_the_boxes_is_read_by_the_guard_as_text_that_prints(home: Home, settings: Settings) -> None:
    for number, (name, content) in enumerate((("a.docx", in_word(settings, under)), ("b.xlsx", in_excel(settings, noted)))):
        (home.inputs(JUNE)).mkdir(exist_ok=True)
        for old in home.inputs(JUNE).iterdir():
            old.unlink()
        found = read(home, settings, name, content)
        printing = [t for t in found.texts if t.prints and t.text == SAID]
        assert [str(t.cell) for t in printing] == [f"{name} › {('paragraph 1', 'note on Your words!C12')[number]}"]
        assert [t for t in found.texts if t.text == SAID] == printing  # once, not again as a note nobody prints
        assert printing[0].cell == found.returns.of(AlsoWritten)[0].cells["words"]


def test_a_sentence_moved_within_a_box_with_changes_tracked_stands_once_and_where_it_now_is(home: Home, settings: Settings) -> None:
    moved = (
        '<w:moveTo w:id="1"><w:r><w:t xml:space="preserve">The quay is shut. </w:t></w:r></w:moveTo><w:r><w:t xml:space="preserve">Nobody rings back.</w:t></w:r>'
        '<w:moveFrom w:id="2"><w:r><w:t xml:space="preserve">The quay is shut. </w:t></w:r></w:moveFrom><w:del w:id="3"><w:r><w:delText>Never.</w:delText></w:r></w:del>'
    )
    content = in_word(
        settings,
        lambda xml: (
            xml.replace("<w:showingPlcHdr/>", "", 1)
            .replace("<w:sdtContent>", f"<w:sdtContent>{moved}", 1)
            .replace("Click here and type", "", 1)
        ),
    )
    (row,) = read(home, settings, "PCF.docx", content).returns.of(Voice)
    assert row.working == "The quay is shut. Nobody rings back."


# ---------- struck out, and out of sight ----------


def struck(found: Read) -> list[str]:
    return [f.cell.ref for f in found.returns.faults if f.kind is FaultKind.STRUCK_OUT]


def test_words_struck_out_in_a_cell_or_within_it_are_told_to_the_officer_and_never_suggested(home: Home, settings: Settings) -> None:
    book = workspace(milestone())
    sheet = book["Milestones"]
    sheet["F4"].font = Font(strike=True)
    sheet["D4"] = CellRichText(TextBlock(InlineFont(strike=True), "On track"), " At risk")
    save(book, home.inputs(JUNE))
    found = read_month(home, JUNE, settings)
    assert struck(found) == ["D4", "F4"]
    (fault,) = [f for f in found.returns.faults if f.kind is FaultKind.NOT_IN_LIST]
    assert (fault.seen, fault.suggestion) == ("On track At risk", "")


@pytest.mark.parametrize(
    ("letters", "behind", "told"),
    [
        ({"color": "FFFFFFFF"}, None, True),
        ({"color": "00FFFFFF"}, None, True),
        ({"color": Color(theme=0)}, None, True),
        ({"color": Color(indexed=9)}, None, True),
        ({"color": "FFFDF2D0"}, "FFFDF2D0", True),
        ({"color": "FFFFFFFF"}, "FFFFFFE0", True),
        ({"color": "FFFFFFFF"}, "FF1F3864", False),
        ({"color": "FF808080"}, None, False),
        ({"color": "FFFF0000"}, "FFFF0000", False),
        ({}, "FF000000", True),
        ({}, None, False),
    ],
)
def test_letters_in_the_colour_of_their_cell_are_told_to_the_officer(
    home: Home, settings: Settings, letters: dict[str, Any], behind: str | None, told: bool
) -> None:
    book = workspace(milestone())
    cell = book["Milestones"]["F4"]
    cell.font = Font(**letters)
    cell.fill = PatternFill("solid", fgColor=behind) if behind else PatternFill()
    save(book, home.inputs(JUNE))
    assert struck(read_month(home, JUNE, settings)) == (["F4"] if told else [])


def test_white_letters_within_a_cell_and_a_format_that_shows_nothing_are_told(home: Home, settings: Settings) -> None:
    book = workspace(milestone())
    sheet = book["Milestones"]
    sheet["F4"].number_format = ";;;"
    sheet["C4"] = CellRichText("Bases open ", TextBlock(InlineFont(color="FFFFFFFF"), "never"))
    save(book, home.inputs(JUNE))
    assert struck(read_month(home, JUNE, settings)) == ["C4", "F4"]


@pytest.mark.parametrize(
    "about",
    ["<w:strike/>", '<w:color w:val="FFFFFF"/>', '<w:color w:val="FEFEFE"/>', '<w:color w:themeColor="background1" w:val="000000"/>'],
)
def test_words_under_the_boxes_that_nobody_sees_or_that_were_taken_back_are_told_as_such(
    home: Home, settings: Settings, about: str
) -> None:
    hidden = f"<w:p><w:r><w:rPr>{about}</w:rPr><w:t>{SAID}</w:t></w:r></w:p>"
    found = read(home, settings, "PCF.docx", in_word(settings, lambda xml: xml.replace("</w:tbl>", "</w:tbl>" + hidden)))
    assert beside(found) == [SAID]
    assert {f.kind for f in found.returns.faults if f.cell.file} == {FaultKind.BESIDE_THE_BOXES, FaultKind.STRUCK_OUT}


@pytest.mark.parametrize("mark", ["<w:strike/>", "<w:dstrike/>", "<w:vanish/>", '<w:color w:val="FFFFFF"/>'])
def test_words_struck_out_or_hidden_in_a_word_box_are_told(home: Home, settings: Settings, mark: str) -> None:
    run = f"<w:r><w:rPr>{mark}</w:rPr><w:t>Nobody rings back.</w:t></w:r>"
    content = in_word(
        settings,
        lambda xml: (
            xml.replace("<w:showingPlcHdr/>", "", 1)
            .replace("<w:sdtContent>", f"<w:sdtContent>{run}", 1)
            .replace("Click here and type", "", 1)
        ),
    )
    assert len(struck(read(home, settings, "PCF.docx", content))) == 1


def test_a_mark_that_is_switched_off_strikes_nothing(home: Home, settings: Settings) -> None:
    run = '<w:r><w:rPr><w:strike w:val="0"/></w:rPr><w:t>Somebody rings back.</w:t></w:r>'
    content = in_word(
        settings,
        lambda xml: (
            xml.replace("<w:showingPlcHdr/>", "", 1)
            .replace("<w:sdtContent>", f"<w:sdtContent>{run}", 1)
            .replace("Click here and type", "", 1)
        ),
    )
    assert struck(read(home, settings, "PCF.docx", content)) == []


def test_hidden_rows_are_read_and_said_once_for_a_sheet(home: Home, settings: Settings) -> None:
    book = workspace(milestone(), milestone(id="M-CAP-008"), milestone(id="M-CAP-009"))
    for row in (4, 6):
        book["Milestones"].row_dimensions[row].hidden = True
    save(book, home.inputs(JUNE))
    faults = [f for f in read_month(home, JUNE, settings).returns.faults if f.kind is FaultKind.OUT_OF_SIGHT]
    assert [(str(f.cell), f.expected) for f in faults] == [("CAP.xlsx › Milestones", "4 6")]


def after_the_question(sheet: Any) -> None:
    question = next(c for c in sheet["B"] if str(c.value).startswith("2  What is not working?"))
    question.value += f"\n{SAID}"


def beside_what_was_answered(sheet: Any) -> None:
    sheet["B6"], sheet["C6"], sheet["D6"] = (
        "What you asked in May\nand what was answered",
        "“When will the quay open?”\nIn done: it opened.",
        SAID,
    )


def at_the_foot_of_the_page(sheet: Any) -> None:
    sheet.oddFooter.left.text = SAID


def on_a_hidden_sheet(sheet: Any) -> None:
    more = sheet.parent.create_sheet("More")
    more["A1"], more.sheet_state = SAID, "hidden"


@pytest.mark.parametrize("change", [after_the_question, beside_what_was_answered, at_the_foot_of_the_page, on_a_hidden_sheet])
def test_words_where_nobody_looks_for_them_are_read(home: Home, settings: Settings, change: Callable[[Any], object]) -> None:
    found = read(home, settings, "PCF.xlsx", in_excel(settings, change))
    (words,) = beside(found)
    assert words.endswith(SAID)
    assert FaultKind.BESIDE_THE_BOXES in {f.kind for f in found.returns.faults}


def test_words_in_a_hidden_row_are_read_and_the_officer_is_told_of_them(home: Home, settings: Settings) -> None:
    def hidden(sheet: Any) -> None:
        row = next(c.row for c in sheet["B"] if str(c.value).startswith("2  What is not working?"))
        sheet.cell(row, 3, SAID)
        sheet.row_dimensions[row].hidden = True

    found = read(home, settings, "PCF.xlsx", in_excel(settings, hidden))
    (row,) = found.returns.of(Voice)
    assert row.not_working == SAID
    assert [str(f.cell) for f in found.returns.faults if f.kind is FaultKind.STRUCK_OUT] == [str(row.cell("not_working"))]


def test_what_the_form_has_at_the_foot_of_its_pages_is_nobodys_words(home: Home, settings: Settings) -> None:
    assert beside(read(home, settings, "PCF.xlsx", in_excel(settings, at("C12")))) == []
    assert beside(read(home, settings, "PCF.docx", in_word(settings, beside_in_word))) == []


def test_a_word_form_saved_by_another_program_has_no_words_of_its_own_at_the_foot_of_a_page(home: Home, settings: Settings) -> None:
    def saved(name: str, old: bytes) -> bytes:
        return old.replace(b"<w:ftr ", b'<w:ftr xmlns:v="urn:schemas-microsoft-com:vml" ') if name == "word/footer1.xml" else old

    content = bytes(hostile.repacked(in_word(settings, beside_in_word), saved))
    assert beside(read(home, settings, "PCF.docx", content)) == []


def test_words_at_the_foot_of_a_word_page_are_read(home: Home, settings: Settings) -> None:
    def written(name: str, old: bytes) -> bytes:
        return old.replace(b"</w:ftr>", f"{paragraph(SAID)}</w:ftr>".encode()) if name == "word/footer1.xml" else old

    assert beside(read(home, settings, "PCF.docx", bytes(hostile.repacked(in_word(settings, str), written)))) == [SAID]


# ---------- written on in a cell or paragraph of the form ----------


ASKED, ANSWERED = "When will the quay open?", "In hand. It opens in July."
MAY = Returns(
    Month("2026-05"),
    (
        Voice(sender=Sender("voice", "PCF"), at=Cell(file="m"), month=Month("2026-05"), ask=ASKED),
        YouSaidWeDid(sender=Sender("rdg", "RDG"), at=Cell(file="r"), id="V-PCF-2026-05-ask", did=ANSWERED),
    ),
    (),
)


def with_an_answer(settings: Settings) -> Form:
    return replace(form(settings), answered=(AskedBefore("May 2026", ASKED, ANSWERED),))


@pytest.mark.parametrize(
    ("begins", "beside_words"),
    [
        ("Nothing this month?", "{} " + SAID),
        ("Nothing this month?", SAID + "\n{}"),
        ("It takes about fifteen minutes", "{}\n" + SAID),
        ("The Board answers", "{} " + SAID),
        ("Please do not name a child", "{} " + SAID),
        ("Please send this back", "{} " + SAID),
        ("Would you rather talk?", "{} " + SAID),
        ("For the secretariat", "{}. " + SAID),
        ("What you asked in", "{}\n" + SAID),
        ("“When will the quay open?”", "{} " + SAID),
        ("“When will the quay open?”", SAID + "\n{}"),
        ("1  What is working?", "{}\n" + SAID),
    ],
)
def test_what_is_written_on_in_any_cell_of_the_form_is_read_alone(home: Home, settings: Settings, begins: str, beside_words: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write(with_an_answer(settings), settings)))
    (cell,) = [c for line in book["Your words"].iter_rows() for c in line if str(c.value or "").startswith(begins)]
    cell.value = beside_words.format(cell.value)
    hostile.write(home.inputs(JUNE), "PCF.xlsx", hostile.saved(book))
    found = read_month(home, JUNE, settings, (MAY,))
    assert beside(found) == [SAID]
    assert [f.cell.ref for f in found.returns.faults if f.kind is FaultKind.BESIDE_THE_BOXES] == [cell.coordinate]


@pytest.mark.parametrize(
    "ours",
    [
        "That is a perfectly good return.",
        "could tell who it is.",
        "read them back to you.",
        "It opens in July.",
        "and the answer",
        "has all of it.",
    ],
)
def test_what_is_written_on_in_any_paragraph_of_the_word_form_is_read_alone(home: Home, settings: Settings, ours: str) -> None:
    def changed(name: str, old: bytes) -> bytes:
        return old.replace(f"{ours}</w:t>".encode(), f"{ours} {SAID}</w:t>".encode(), 1) if name == "word/document.xml" else old

    content = hostile.repacked(write_word(with_an_answer(settings), settings), changed)
    hostile.write(home.inputs(JUNE), "PCF.docx", content)
    assert beside(read_month(home, JUNE, settings, (MAY,))) == [SAID]


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
@pytest.mark.parametrize("months", [(), (MAY,)], ids=["months before unknown", "months before known"])
def test_what_the_form_repeats_of_months_before_is_nobodys_new_word(
    home: Home, settings: Settings, suffix: str, months: tuple[Returns, ...]
) -> None:
    made = with_an_answer(settings)
    hostile.write(home.inputs(JUNE), f"PCF.{suffix}", write(made, settings) if suffix == "xlsx" else write_word(made, settings))
    found = read_month(home, JUNE, settings, months)
    assert beside(found) == []
    assert found.returns.receipt("voice:PCF").state is ReceiptState.NOT_FILLED_IN  # type: ignore[union-attr]  # it was sent


def answered_since(words: str) -> Returns:
    """The same month before, in whose return the answer was put otherwise after the forms had gone out."""
    voice, answer = MAY.rows
    return replace(MAY, rows=(voice, answer.model_copy(update={"did": words})))


def as_word_or_excel(made: Form, settings: Settings, suffix: str) -> bytes:
    return bytes(write(made, settings) if suffix == "xlsx" else write_word(made, settings))


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
@pytest.mark.parametrize("words", ["In hand. It opens in August.", "The quay stays as it is, and the ferry runs from the old one."])
@pytest.mark.parametrize("asked", [ASKED, "Open the quay"], ids=["a question", "no full stop"])
def test_an_answer_put_otherwise_since_the_form_went_out_is_not_the_words_of_the_group(
    home: Home, settings: Settings, suffix: str, words: str, asked: str
) -> None:
    made = replace(form(settings), answered=(AskedBefore("May 2026", asked, ANSWERED),))
    hostile.write(home.inputs(JUNE), f"PCF.{suffix}", as_word_or_excel(made, settings, suffix))
    assert beside(read_month(home, JUNE, settings, (answered_since(words),))) == []


def test_what_is_written_on_beside_such_an_answer_is_read_alone(home: Home, settings: Settings) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write(with_an_answer(settings), settings)))
    book["Your words"]["C6"] = f"“{ASKED}”\n{ANSWERED} {SAID}"
    hostile.write(home.inputs(JUNE), "PCF.xlsx", hostile.saved(book))
    assert beside(read_month(home, JUNE, settings, (answered_since("The quay stays as it is."),))) == [SAID]


def without_fingerprints(data: bytes) -> bytes:
    """A form as the version before issued it."""
    return bytes(hostile.repacked(data, lambda _, old: old.replace(b"repeats", b"unknown")))


@pytest.mark.parametrize(
    "words", ["In hand. No berth will change from 1 July until after Easter.", "In hand. No berth changes from 1 July until after Easter."]
)
def test_a_form_of_the_version_before_is_known_by_words_that_are_nearly_those_on_record(home: Home, settings: Settings, words: str) -> None:
    made = replace(form(settings), answered=(AskedBefore("May 2026", ASKED, "In hand. No berth changes from 1 July until after Easter."),))
    hostile.write(home.inputs(JUNE), "PCF.xlsx", without_fingerprints(write(made, settings)))
    assert beside(read_month(home, JUNE, settings, (answered_since(words),))) == []


def test_of_an_ask_whose_month_is_not_there_nothing_is_taken_for_new_words(home: Home, settings: Settings) -> None:
    both = (AskedBefore("April 2026", ASKED, ANSWERED), AskedBefore("May 2026", "Tell us the day.", "Not yet answered."))
    hostile.write(home.inputs(JUNE), "PCF.xlsx", without_fingerprints(write(replace(form(settings), answered=both), settings)))
    assert beside(read_month(home, JUNE, settings, (MAY,))) == []


def test_two_paragraphs_of_the_word_form_joined_by_a_slip_of_the_key_are_still_the_forms(home: Home, settings: Settings) -> None:
    before = (AskedBefore("April 2026", "Open the gate.", "Done. It is open."), AskedBefore("May 2026", ASKED, ANSWERED))

    def joined(name: str, old: bytes) -> bytes:
        ends = b"It is open.</w:t></w:r></w:p>"
        if name != "word/document.xml":
            return old
        assert ends in old
        head, rest = old.split(ends)
        begins = rest.index(b"<w:r>")
        return head + b"It is open.</w:t></w:r>" + rest[begins:]

    made = replace(form(settings), answered=before)
    hostile.write(home.inputs(JUNE), "PCF.docx", hostile.repacked(write_word(made, settings), joined))
    assert beside(read_month(home, JUNE, settings, (MAY,))) == []
