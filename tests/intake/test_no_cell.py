"""Words are never lost: what stands in no cell of a return (notes, text boxes, pages, properties) is told to the officer where it stands."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import hostile
import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from assurance_pack.home import Home
from assurance_pack.intake.issue import write, write_word
from assurance_pack.intake.issue.form import Form, blank
from assurance_pack.intake.read import Read, read_month
from assurance_pack.model import Month, Sender
from assurance_pack.model.fault import FaultKind
from assurance_pack.returns import return_kind
from assurance_pack.returns.board_log import BOARD_LOG as LOG
from assurance_pack.returns.rdg import RDG
from assurance_pack.returns.received import ReceiptState
from assurance_pack.returns.voice import AlsoWritten, Voice
from assurance_pack.rules import guard, judge
from assurance_pack.rules.case import Case
from assurance_pack.rules.shape import RULES as SHAPE
from assurance_pack.senders import expected_senders, sender_name
from assurance_pack.settings import Settings

JUNE = Month("2026-06")
SAID = "The ferry runs once a day."
CAPITAL, FORUM = Sender("workspace", "CAP"), Sender("voice", "PCF")
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Change = Callable[[Any], object]


def sent(settings: Settings, sender: Sender, change: Change) -> bytes:
    form = blank(return_kind(sender.kind), sender, JUNE, settings)
    book = openpyxl.load_workbook(io.BytesIO(write(form, settings)))
    change(book)
    return bytes(hostile.saved(book))


def read(home: Home, settings: Settings, content: bytes, name: str = "Theirs.xlsx") -> Read:
    hostile.write(home.inputs(JUNE), name, content)
    return read_month(home, JUNE, settings)


def told(found: Read) -> list[tuple[str, str, str]]:
    return [(str(f.cell).partition(" › ")[2], f.column, f.seen) for f in found.returns.faults if f.kind is FaultKind.NO_PLACE]


def noted(sheet: str, ref: str) -> Change:
    return lambda book: setattr(book[sheet][ref], "comment", Comment(f"Ann:\n{SAID}", "Ann"))


@pytest.mark.parametrize(
    ("sender", "sheet", "ref"),
    [
        (CAPITAL, "Milestones", "E5"),
        (CAPITAL, "Start here", "B3"),
        (RDG, "Confidence", "A5"),
        (LOG, "Actions", "C6"),
        (LOG, "Actions", "A1"),
    ],
    ids=["a Workspace's cell", "a front page", "RDG's cell", "the Board log's cell", "its title"],
)
def test_a_note_on_any_cell_is_told_once_at_its_cell(home: Home, settings: Settings, sender: Sender, sheet: str, ref: str) -> None:
    found = read(home, settings, sent(settings, sender, noted(sheet, ref)))
    assert told(found) == [(f"{sheet}!{ref}", "a note on this cell", SAID)]
    receipt = found.returns.receipt(sender)
    assert receipt is not None
    assert receipt.state is ReceiptState.RECEIVED  # somebody wrote on it


def test_many_notes_on_a_sheet_are_told_once_with_the_last(home: Home, settings: Settings) -> None:
    def change(book: Any) -> None:
        for row in range(5, 15):
            book["Actions"][f"C{row}"].comment = Comment(f"{SAID} {row}", "Ann")

    (fault,) = (f for f in read(home, settings, sent(settings, LOG, change)).returns.faults if f.kind is FaultKind.NO_PLACE)
    assert (fault.cell.ref, fault.seen, fault.expected, fault.suggestion) == ("C5", f"{SAID} 5", "C14", "9")


def with_part(content: bytes, sheet: int, kind: str, target: str, part: str, mark: str = "") -> bytes:
    """A workbook with a part laid on a sheet, as Excel points at it."""
    held = io.BytesIO()
    rels = f"xl/worksheets/_rels/sheet{sheet}.xml.rels"
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w") as new:
        links = old.read(rels).decode() if rels in old.namelist() else '<Relationships xmlns="r"></Relationships>'
        for name in old.namelist():
            if name != rels:
                new.writestr(name, old.read(name))
        new.writestr(
            rels, links.replace("</Relationships>", f'<Relationship Id="rId900" Type="{R}/{kind}" Target="../{target}"/></Relationships>')
        )
        new.writestr(f"xl/{target}", part)
    return held.getvalue()


def drawing(inner: str) -> str:
    anchor = "<from><col>3</col><row>6</row></from>"
    return f'<wsDr xmlns:a="a"><twoCellAnchor>{anchor}{inner}</twoCellAnchor></wsDr>'


BOX = f"<sp><txBody><a:p><a:r><a:t>{SAID}</a:t></a:r></a:p></txBody></sp>"


@pytest.mark.parametrize("inner", [BOX, f"<grpSp>{BOX}</grpSp>"], ids=["a text box", "a box in a group"])
def test_a_text_box_on_a_sheet_of_a_workspace_is_told_at_its_cell(home: Home, settings: Settings, inner: str) -> None:
    content = with_part(sent(settings, CAPITAL, lambda book: None), 2, "drawing", "drawings/drawing9.xml", drawing(inner))
    assert told(read(home, settings, content)) == [("Milestones!D7", "a text box here", SAID)]


def test_a_thread_of_comments_is_told_once_with_its_replies(home: Home, settings: Settings) -> None:
    thread = f'<T><threadedComment ref="E5"><text>{SAID}</text></threadedComment><threadedComment ref="E5"><text>It does.</text></threadedComment></T>'
    stands_for_it = sent(
        settings, CAPITAL, lambda book: setattr(book["Milestones"]["E5"], "comment", Comment("[Threaded comment]\n\nOld", "tc"))
    )
    found = read(home, settings, with_part(stands_for_it, 2, "threadedComment", "threadedComments/threadedComment1.xml", thread))
    assert told(found) == [("Milestones!E5", "a note on this cell", f"{SAID}\nIt does.")]
    assert [str(t.cell) for t in found.texts if SAID in t.text] == ["Theirs.xlsx › Milestones!E5"]  # the guard reads it there, once


def test_what_runs_along_the_pages_of_a_sheet_is_told(home: Home, settings: Settings) -> None:
    content = sent(settings, CAPITAL, lambda book: setattr(book["Risks"].oddHeader.center, "text", SAID))
    assert told(read(home, settings, content)) == [("Risks", "the header of this sheet", SAID)]


def property_of(name: str) -> Change:
    return lambda book: setattr(book.properties, name, SAID)


def defined(book: Any) -> None:
    book.defined_names.add(DefinedName("Words", attr_text=f'"{SAID}"'))


def message(book: Any) -> None:
    shown = DataValidation(type="textLength", operator="lessThan", formula1="500", prompt=SAID)
    shown.add("E5")
    book["Milestones"].add_data_validation(shown)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (property_of("title"), "the properties of this file (title)"),
        (property_of("subject"), "the properties of this file (subject)"),
        (property_of("description"), "the properties of this file (comments)"),
        (property_of("keywords"), "the properties of this file (tags)"),
        (defined, "a name defined in this file"),
        (message, "the message of a cell of this sheet"),
    ],
    ids=["title", "subject", "comments", "tags", "a defined name", "the message of a cell"],
)
def test_what_is_kept_with_the_file_is_told_and_fills_in_nothing(home: Home, settings: Settings, change: Change, where: str) -> None:
    typed = sent(settings, CAPITAL, lambda book: (change(book), book["Start here"].__setitem__("C12", "Both bases open.")))
    assert [(column, said) for _, column, said in told(read(home, settings, typed))] == [(where, SAID)]
    only = read(home, settings, sent(settings, CAPITAL, change))
    receipt = only.returns.receipt(CAPITAL)
    assert receipt is not None
    assert receipt.state is ReceiptState.NOT_FILLED_IN


def hidden_sheet(book: Any) -> None:
    book.create_sheet("Mine")["B2"] = SAID
    book["Mine"].sheet_state = "hidden"


def beside_our_lists(book: Any) -> None:
    book["Lists"]["Z3"] = SAID


@pytest.mark.parametrize(
    ("change", "sheet"),
    [(hidden_sheet, "Mine"), (lambda book: book.create_sheet("The ferry runs daily"), "The ferry runs daily"), (beside_our_lists, "Lists")],
    ids=["a hidden sheet", "the name of an empty sheet", "beside the lists behind the drop-downs"],
)
def test_a_sheet_of_their_own_with_words_is_told_wherever_they_are(home: Home, settings: Settings, change: Change, sheet: str) -> None:
    found = read(home, settings, sent(settings, CAPITAL, change))
    assert [f.cell.sheet for f in found.returns.faults if f.kind is FaultKind.EXTRA_SHEET] == [sheet]


@pytest.mark.parametrize(
    ("sheet", "ref"),
    [("Milestones", "F4"), ("Milestones", "E4"), ("Milestones", "D9"), ("Start here", "B12")],
    ids=["over a heading", "over the heading of a grey column", "over a grey cell", "over a question"],
)
def test_a_sentence_over_what_the_form_prints_is_told(home: Home, settings: Settings, sheet: str, ref: str) -> None:
    months: dict[str, Any] = {"previous": JUNE.plus(-1)}
    form = Form(return_kind("workspace"), CAPITAL, sender_name(CAPITAL, settings), JUNE, filled_in=True, **months)
    book = openpyxl.load_workbook(io.BytesIO(write(form, settings)))
    book[sheet][ref] = SAID
    assert [(place, said) for place, _, said in told(read(home, settings, bytes(hostile.saved(book))))] == [(f"{sheet}!{ref}", SAID)]


# ---------- a group's form ----------

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def in_word(settings: Settings, xml: str, parts: dict[str, str] | None = None) -> bytes:
    form = Form(return_kind("voice"), FORUM, sender_name(FORUM, settings), JUNE)
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write_word(form, settings))) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"</w:tbl>", f"</w:tbl>{xml}".encode(), 1) if name == "word/document.xml" else data)
        for name, part in (parts or {}).items():
            new.writestr(name, part)
    return held.getvalue()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


BOUND = '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/n:r[1]/n:words[1]"/><w:text/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'


@pytest.mark.parametrize(
    ("xml", "parts"),
    [
        (f"<w:customXml>{paragraph(SAID)}</w:customXml>", {}),
        (f"<w:p><m:oMath {M}><m:r><m:t>{SAID}</m:t></m:r></m:oMath></w:p>", {}),
        (BOUND, {"customXml/item1.xml": f"<r><words>{SAID}</words></r>"}),
        ("", {"word/diagrams/data1.xml": f'<d xmlns:a="a"><a:p><a:r><a:t>{SAID}</a:t></a:r></a:p></d>'}),
    ],
    ids=["marked by another program", "an equation", "kept beside the text", "a diagram"],
)
def test_words_of_a_group_in_any_wrapping_are_read_and_are_no_form_as_it_was_sent(
    home: Home, settings: Settings, xml: str, parts: dict[str, str]
) -> None:
    found = read(home, settings, in_word(settings, xml, parts), "Forum.docx")
    assert [row.words for row in found.returns.of(AlsoWritten)] == [SAID]
    assert any(SAID in t.text for t in found.texts)  # the guard reads them


def test_what_was_deleted_with_changes_tracked_is_said_and_not_read(home: Home, settings: Settings) -> None:
    tracked = f'<w:p><w:del w:id="1"><w:r><w:delText>{SAID}</w:delText></w:r></w:del></w:p>'
    row = f'<w:tbl><w:tr><w:trPr><w:del w:id="2"/></w:trPr><w:tc>{paragraph(SAID)}</w:tc></w:tr></w:tbl>'
    for xml in (tracked, row):
        found = read(home, settings, in_word(settings, xml + paragraph("Answer us.")), "Forum.docx")
        assert [row.words for row in found.returns.of(AlsoWritten)] == ["Answer us."]
        assert [(f.cell.ref, f.expected) for f in found.returns.faults if f.kind is FaultKind.STRUCK_OUT] == [("", "deleted")]


def test_a_document_shown_within_a_form_is_told_like_a_picture(home: Home, settings: Settings) -> None:
    found = read(home, settings, in_word(settings, "<w:altChunk/>", {"word/afchunk.html": f"<p>{SAID}</p>"}), "Forum.docx")
    assert [f.cell.file for f in found.returns.faults if f.kind is FaultKind.PICTURE] == ["Forum.docx"]


def test_the_title_of_a_chart_in_a_form_is_told(home: Home, settings: Settings) -> None:
    chart = f'<c xmlns:a="a"><title><rich><a:p><a:r><a:t>{SAID}</a:t></a:r></a:p></rich></title><v>April</v></c>'
    found = read(home, settings, in_word(settings, paragraph("Answer us."), {"word/charts/chart1.xml": chart}), "Forum.docx")
    assert told(found) == [("", "the title of a chart in this file", SAID)]


def test_words_over_a_question_are_no_answer_to_the_one_before(home: Home, settings: Settings) -> None:
    content = in_word(settings, "")
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"2  What is not working?", SAID.encode()))
    found = read(home, settings, held.getvalue(), "Forum.docx")
    assert [row.words for row in found.returns.of(AlsoWritten)] == [SAID]
    assert [row.working for row in found.returns.of(Voice)] == [None]


# ---------- what is said, and what is not ----------


def sentences(home: Home, settings: Settings, content: bytes) -> list[str]:
    found = read(home, settings, content)
    case = Case(
        month=JUNE, settings=settings, returns=found.returns, position=JUNE.last_day, guard=tuple(guard.scan(found.texts, settings))
    )
    return [p.sentence for p in judge(SHAPE, case).problems if p.rule == "AP138"]


def test_the_sentence_quotes_the_words_and_the_guard_speaks_first(home: Home, settings: Settings) -> None:
    assert sentences(home, settings, sent(settings, CAPITAL, noted("Risks", "E5"))) == [
        f"Words stand in a note on this cell, and do not reach the Board: “{SAID}”."
    ]
    named = sent(
        settings, CAPITAL, lambda book: setattr(book["Risks"]["E5"], "comment", Comment("Ring about NHS 999 000 0018 at home", "Ann"))
    )
    assert sentences(home, settings, named) == []


def test_a_form_nobody_wrote_on_says_nothing(home: Home, settings: Settings) -> None:
    for sender in expected_senders(settings):
        assert told(read(home, settings, sent(settings, sender, lambda book: None))) == []


def test_what_a_partner_struck_out_beside_a_concern_is_not_printed_without_a_word(home: Home, settings: Settings) -> None:
    def change(book: Any) -> None:
        book["Concerns"]["A5"], book["Concerns"]["I5"] = "The quay is shut.", SAID
        book["Concerns"]["I5"].font = Font(strike=True)

    partner = Sender("partner", settings.partners[0].code)
    found = read(home, settings, sent(settings, partner, change))
    assert [row.words for row in found.returns.of(AlsoWritten)] == [SAID]
    assert [f.cell.ref for f in found.returns.faults if f.kind is FaultKind.STRUCK_OUT] == ["I5"]
