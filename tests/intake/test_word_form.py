"""The voice form in Word: boxes by their tags, or by the questions themselves when somebody typed it afresh."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import hostile
import pytest
from docx import Document
from workbooks import save, word_voice

from assurance_pack.home import Home
from assurance_pack.intake.issue import write_word
from assurance_pack.intake.issue.form import blank
from assurance_pack.intake.read import Read, read_month
from assurance_pack.model import Month, Sender
from assurance_pack.model.fault import FaultKind
from assurance_pack.model.text import TextPlace
from assurance_pack.returns import return_kind
from assurance_pack.returns.received import ReceiptState
from assurance_pack.returns.voice import AlsoWritten, Voice
from assurance_pack.settings import Settings

JUNE = Month("2026-06")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def read(home: Home, settings: Settings) -> Any:
    return lambda: read_month(home, JUNE, settings)


def words(found: Read) -> Voice:
    (row,) = found.returns.of(Voice)
    return row


def box(tag: str, text: str, *, title: str = "", waiting: bool = False, more: str = "") -> str:
    """A content control as Word writes it."""
    flag = "<w:showingPlcHdr/>" if waiting else ""
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))
    return f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="{tag}"/>{flag}{more}</w:sdtPr><w:sdtContent>{lines}</w:sdtContent></w:sdt>'


def form(*parts: str) -> bytes:
    """A Word document around these parts."""
    stream = io.BytesIO()
    Document().save(stream)
    xml = f'<?xml version="1.0"?><w:document xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:body>{"".join(parts)}</w:body></w:document>'
    return hostile.repacked(stream.getvalue(), lambda name, old: xml.encode() if name == "word/document.xml" else old)


def test_boxes_are_read_by_their_tags_whatever_stands_around_them(home: Home, read: Any) -> None:
    parts = (
        box("ask", "Ring us back.", title="3  What do you ask the Board for?"),
        "<w:p/>",
        box("working", "The base opened.\nThank you."),
    )
    hostile.write(home.inputs(JUNE), "PCF June.docx", form(*parts))
    row = words(read())
    assert (row.sender, row.working, row.ask, row.not_working) == ("voice:PCF", "The base opened.\nThank you.", "Ring us back.", None)
    assert str(row.cell("ask")) == "PCF June.docx › Your words!3  What do you ask the Board for?"


def test_a_box_still_inviting_to_type_is_empty_in_word_and_in_programs_that_forget_the_mark(home: Home, read: Any) -> None:
    parts = (box("working", "Click here and type", waiting=True), box("not_working", "Click here and type"), box("ask", "Ring us back."))
    hostile.write(home.inputs(JUNE), "PCF June.docx", form(*parts))
    row = words(read())
    assert (row.working, row.not_working) == (None, None)


def test_words_typed_beside_an_empty_box_are_not_lost(home: Home, read: Any) -> None:
    cell = f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>2  What is not working?</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc>{box('not_working', 'Click here and type')}<w:p><w:r><w:t>Nobody rings back.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    hostile.write(home.inputs(JUNE), "PCF June.docx", form(cell, box("ask", "Ring us back.")))
    assert words(read()).not_working == "Nobody rings back."


def test_a_ticked_box_is_yes(home: Home, read: Any) -> None:
    tick = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
    hostile.write(home.inputs(JUNE), "PCF June.docx", form(box("ask", "Ring us back."), box("may_quote", "☒", more=tick)))
    assert str(words(read()).may_quote) == "Yes"


def test_a_form_typed_afresh_is_read_by_its_questions(home: Home, read: Any) -> None:
    typed = word_voice([
        ("Group: Parent Carer Forum", ""),
        ("Month: June 2026", ""),
        ("1. What is working?", "The base opened.\nThings move."),
        ("What is not working", "Nobody rings back."),
        ("What do you ask the Board for?", "Tell us where the children will start."),
        ("About how many people: 20 to 50", ""),
    ])  # fmt: skip
    save(typed, home.inputs(JUNE), "our words.docx")
    found = read()
    row = words(found)
    assert (row.sender, str(row.how_many), row.month) == ("voice:PCF", "20 to 50", JUNE)
    assert (row.working, row.not_working) == ("The base opened.\nThings move.", "Nobody rings back.")
    assert row.ask == "Tell us where the children will start."
    assert not [f for f in found.returns.faults if f.kind is not FaultKind.MISSING_RETURN]


def test_our_help_under_a_question_is_not_taken_for_an_answer_and_a_table_ends_it(home: Home, read: Any) -> None:
    document = Document()
    for question, answer in (
        ("What is working?\nThings that have got better, or that families say are good.", "Calls are answered."),
        ("What do you ask the Board for?", ""),
    ):
        table = document.add_table(rows=2, cols=1)
        table.cell(0, 0).text = question
        table.cell(1, 0).text = answer
    document.add_paragraph("Please send this back by Tuesday 30 June 2026.")
    save(document, home.inputs(JUNE), "PCF.docx")
    row = words(read())
    assert (row.working, row.ask) == ("Calls are answered.", None)


def test_nothing_this_month_in_word_is_a_normal_return(home: Home, read: Any) -> None:
    hostile.write(
        home.inputs(JUNE), "SENCo network.docx", form(box("working", "Nothing this month"), box("ask", "Click here and type", waiting=True))
    )
    receipt = read().returns.receipt("voice:SEN")
    assert receipt.state is ReceiptState.NIL


def test_an_unfilled_word_form_is_not_received(home: Home, read: Any) -> None:
    hostile.write(
        home.inputs(JUNE), "PCF.docx", form(*(box(tag, "Click here and type", waiting=True) for tag in ("working", "not_working", "ask")))
    )
    found = read()
    assert found.returns.receipt("voice:PCF").state is ReceiptState.NOT_FILLED_IN
    assert found.returns.rows == ()


def test_a_word_document_that_is_no_voice_form_is_said_to_be_none(home: Home, read: Any) -> None:
    document = Document()
    document.add_paragraph("Minutes of the meeting")
    save(document, home.inputs(JUNE), "minutes.docx")
    assert [f.kind for f in read().returns.faults if f.cell.file] == [FaultKind.UNKNOWN_FORM]


def test_comments_headers_and_deleted_words_are_handed_to_the_guard(home: Home, read: Any) -> None:
    deleted = "<w:p><w:del><w:r><w:delText>deleted-text</w:delText></w:r></w:del><w:r><w:t>paragraph-text</w:t></w:r></w:p>"
    content = form(box("ask", "asked-text"), deleted)
    extra = {
        f"word/{part}.xml": f'<w:{tag} xmlns:w="{W}"><w:p><w:r><w:t>{part}-</w:t></w:r><w:r><w:t>text</w:t></w:r></w:p></w:{tag}>'.encode()
        for part, tag in (("header9", "hdr"), ("comments", "comments"), ("footnotes", "footnotes"))
    }
    hostile.write(home.inputs(JUNE), "PCF.docx", hostile.repacked(content, lambda name, old: None if name in extra else old, extra))
    found = {t.text: t for t in read().texts}
    printing = {t.text for t in read().texts if t.prints and t.cell.ref}
    assert printing == {
        "asked-text",
        "paragraph-text",
        "comments-text",
        "footnotes-text",
        "header9-text",
    }  # words of theirs, wherever they stand
    assert "deleted-text" in found
    assert TextPlace.HEADER in {t.where for t in read().texts if t.text == "header9-text"}


def test_a_word_file_with_a_document_type_is_refused(home: Home, read: Any) -> None:
    content = form(box("ask", "x"))
    evil = hostile.repacked(
        content,
        lambda name, old: (
            old.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>', 1) if name == "word/document.xml" else old
        ),
    )
    hostile.write(home.inputs(JUNE), "PCF.docx", evil)
    assert [f.kind for f in read().returns.faults if f.cell.file] == [FaultKind.UNSAFE]


def test_a_truncated_word_file_is_damaged(home: Home, read: Any, tmp_path: Path) -> None:
    content = form(box("ask", "x"))
    assert zipfile.is_zipfile(io.BytesIO(content))
    hostile.write(home.inputs(JUNE), "PCF.docx", content[: len(content) // 2])
    found = read()
    assert [f.kind for f in found.returns.faults if f.cell.file] == [FaultKind.DAMAGED]
    assert found.returns.receipt("voice:PCF").state is ReceiptState.REFUSED


# ---------- a table made into text ----------

SAID = {
    "working": "Somebody rings back now.",
    "not_working": "The bus was late. Twice.",
    "ask": "Tell every family where the children start.",
}


def made_into_text(content: bytes, between: str) -> bytes:
    """The form with its table as plain paragraphs, no control left: each cell its own, or the cells of a row on one line with `between` among them."""
    document = Document(io.BytesIO(content))
    body = document.element.body
    tag = f"{{{W}}}".__add__
    for row in [r for table in body.iter(tag("tbl")) for r in table.iter(tag("tr"))]:
        cells = [["".join(t.text or "" for t in p.iter(tag("t"))) for p in cell.iter(tag("p"))] for cell in row.iter(tag("tc"))]
        key = next((k.get(tag("val")).split(";")[0] for k in row.iter(tag("tag"))), "")
        if cells and key in SAID:
            cells[-1] = [SAID[key]]
        lines = [line for cell in cells for line in cell]
        if between:
            lines = [*cells[0][:-1], between.join([cells[0][-1], *(line for cell in cells[1:] for line in cell)])]
        for line in lines:
            document.add_paragraph(line)
    for table in list(body.iter(tag("tbl"))):
        table.getparent().remove(table)
    closing = [
        p for p in body.iter(tag("p")) if "".join(t.text or "" for t in p.iter(tag("t"))).startswith(("Nothing this month?", "Please send"))
    ]
    for paragraph in closing:
        body.append(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("between", ["", "\t", " - ", ", "], ids=["a paragraph each", "tabs", "dashes", "commas"])
def test_where_the_table_was_made_into_text_our_own_words_are_never_printed_as_theirs(
    home: Home, read: Any, settings: Settings, between: str
) -> None:
    sender = Sender("voice", "PCF")
    sent = write_word(blank(return_kind("voice"), sender, JUNE, settings), settings)
    hostile.write(home.inputs(JUNE), "PCF June.docx", made_into_text(sent, between))
    row = words(read())
    assert dict(row.boxes) == SAID
    assert (row.how_heard, row.how_many, row.will_speak, row.may_quote) == (None, None, None, None)
    assert [f.kind for f in read().returns.faults if f.cell.file] == []
    assert [also.words for also in read().returns.of(AlsoWritten)] == []
