"""Words are never lost: a picture on a form cannot be read, and no form with one is said to be empty."""

from __future__ import annotations

import io

import hostile
import openpyxl
import pytest

from assurance_pack.home import Home
from assurance_pack.intake.issue import write, write_word
from assurance_pack.intake.issue.form import blank
from assurance_pack.intake.read import Read, read_month
from assurance_pack.model import Month, Sender
from assurance_pack.model.fault import FaultKind
from assurance_pack.returns import return_kind
from assurance_pack.returns.received import ReceiptState
from assurance_pack.returns.voice import Voice
from assurance_pack.settings import Settings

JUNE = Month("2026-06")
FORUM = Sender("voice", "PCF")
_DRAWING = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing">'
    "<xdr:{anchor}><xdr:from><xdr:col>2</xdr:col><xdr:row>8</xdr:row></xdr:from>{what}</xdr:{anchor}></xdr:wsDr>"
)
_LINK = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="{target}"/></Relationships>'
)


def as_sent(settings: Settings, sender: Sender = FORUM, *, word: bool = False) -> bytes:
    form = blank(return_kind(sender.kind), sender, JUNE, settings)
    return write_word(form, settings) if word else write(form, settings)


def drawn(what: str, anchor: str = "oneCellAnchor", target: str = "../drawings/drawing9.xml", sheet: int = 1) -> dict[str, bytes]:
    """The parts that lay a drawing on a sheet of a form."""
    return {
        "xl/drawings/drawing9.xml": _DRAWING.format(anchor=anchor, what=what).encode(),
        f"xl/worksheets/_rels/sheet{sheet}.xml.rels": _LINK.format(target=target).encode(),
    }


def received(home: Home, settings: Settings, name: str, content: bytes) -> Read:
    hostile.write(home.inputs(JUNE), name, content)
    return read_month(home, JUNE, settings)


def pictures(found: Read) -> list[str]:
    return [str(f.cell) for f in found.returns.faults if f.kind is FaultKind.PICTURE]


def state(found: Read, sender: Sender = FORUM) -> ReceiptState:
    receipt = found.returns.receipt(sender)
    assert receipt is not None
    return receipt.state


@pytest.mark.parametrize(
    "parts",
    [
        drawn("<xdr:pic/>"),
        drawn("<xdr:grpSp><xdr:pic/></xdr:grpSp>", "twoCellAnchor"),
        drawn("<xdr:contentPart/>"),
        drawn("<xdr:pic/>", target="/xl/drawings/drawing9.xml"),
    ],
    ids=["a picture", "a picture in a group of shapes", "handwriting", "a link from the root of the file"],
)
def test_a_picture_alone_on_the_excel_form_is_named_at_its_cell_and_the_form_has_come(
    home: Home, settings: Settings, parts: dict[str, bytes]
) -> None:
    found = received(home, settings, "PCF.xlsx", bytes(hostile.repacked(as_sent(settings), lambda n, old: old, parts)))
    assert pictures(found) == ["PCF.xlsx › Your words!C9"]
    assert state(found) is ReceiptState.RECEIVED
    assert FaultKind.NOT_FILLED_IN not in {f.kind for f in found.returns.faults}
    assert [row.boxes for row in found.returns.of(Voice)] == [()]


def test_a_picture_within_a_cell_is_a_picture_and_no_error_of_excel(home: Home, settings: Settings) -> None:
    def in_cell(name: str, old: bytes) -> bytes:
        if not name.endswith("worksheets/sheet1.xml"):
            return old
        there = b'<c r="C9" '
        assert there in old
        style = old.partition(there)[2].partition(b"/>")[0]
        return old.replace(there + style + b"/>", there + style + b' t="e" vm="1"><v>#VALUE!</v></c>')

    found = received(home, settings, "PCF.xlsx", bytes(hostile.repacked(as_sent(settings), in_cell)))
    assert pictures(found) == ["PCF.xlsx › Your words!C9"]
    assert {f.kind for f in found.returns.faults if f.cell.ref} == {FaultKind.PICTURE}


@pytest.mark.parametrize(
    "what",
    [
        '<w:drawing><a:blip xmlns:a="a"/></w:drawing>',
        '<w:pict><v:imagedata xmlns:v="v"/></w:pict>',
        '<w:object><o:OLEObject xmlns:o="o"/></w:object>',
    ],
    ids=["a picture", "a picture of old", "a document put in"],
)
def test_a_picture_alone_in_the_word_form_is_named_and_the_form_has_come(home: Home, settings: Settings, what: str) -> None:
    def change(name: str, old: bytes) -> bytes:
        return old.replace(b"</w:tbl>", f"</w:tbl><w:p><w:r>{what}</w:r></w:p>".encode()) if name == "word/document.xml" else old

    found = received(home, settings, "PCF.docx", bytes(hostile.repacked(as_sent(settings, word=True), change)))
    assert pictures(found) == ["PCF.docx"]
    assert state(found) is ReceiptState.RECEIVED


def test_a_picture_beside_words_is_named_and_the_words_are_read(home: Home, settings: Settings) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_sent(settings)))
    book["Your words"]["C9"] = "The ferry runs once a day."
    content = bytes(hostile.repacked(bytes(hostile.saved(book)), lambda n, old: old, drawn("<xdr:pic/>")))
    found = received(home, settings, "PCF.xlsx", content)
    assert pictures(found) == ["PCF.xlsx › Your words!C9"]
    assert [words for row in found.returns.of(Voice) for _, words in row.boxes] == ["The ferry runs once a day."]


def test_a_picture_alone_on_a_partners_form_is_not_nothing_this_month(home: Home, settings: Settings) -> None:
    partner = Sender("partner", settings.partners[0].code)
    made = as_sent(settings, partner)
    found = received(home, settings, "Theirs.xlsx", bytes(hostile.repacked(made, lambda n, old: old, drawn("<xdr:pic/>", sheet=2))))
    assert pictures(found) == ["Theirs.xlsx › Concerns!C9"]
    assert state(found, partner) is ReceiptState.RECEIVED


@pytest.mark.parametrize("what", ["<xdr:graphicFrame/>", "<xdr:sp/>"], ids=["a chart", "a shape"])
def test_a_chart_or_a_shape_is_no_picture(home: Home, settings: Settings, what: str) -> None:
    found = received(home, settings, "PCF.xlsx", bytes(hostile.repacked(as_sent(settings), lambda n, old: old, drawn(what))))
    assert pictures(found) == []
    assert state(found) is ReceiptState.NOT_FILLED_IN
