"""A workbook as senders really send them: with notes, a picture, a chart, rules and lists of the newer kind, and sheets of their own."""

from __future__ import annotations

import io
import zipfile

import xlsxwriter

_DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc0f01f0005000180f2a3d96d0000000049454e44ae426082"
)
_X14 = (
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}">'
    '<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">'
    '<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Theirs!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>E5:E9</xm:sqref>'
    "</x14:dataValidation></x14:dataValidations></ext></extLst>"
)


def stranger() -> bytes:
    """A workbook with one sheet to be marked, which has a note of its own, and others with everything a library would drop."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("Milestones")
    sheet.write_row(3, 0, ["This month", "ID", "Milestone", "", "Status now"])
    sheet.write_row(4, 0, ["Changed", "M-CAP-001", "Bases open", "", "Greenish"])
    sheet.write_comment("E5", "Ask the programme manager.", {"author": "Theirs"})
    sheet.write_comment("A5", "Ours to check.", {"author": "Theirs"})
    sheet.insert_image("H2", "dot.png", {"image_data": io.BytesIO(_DOT)})
    sheet.conditional_format(
        "C5:C9", {"type": "text", "criteria": "containing", "value": "open", "format": book.add_format({"bold": True})}
    )
    sheet.set_header("&L&G", {"image_left": "dot.png", "image_data_left": io.BytesIO(_DOT)})
    theirs = book.add_worksheet("Theirs")
    theirs.write_column(0, 0, ["Green", "Amber", "Red"])
    theirs.write_column(0, 1, [3, 5, 8])
    theirs.conditional_format("B1:B3", {"type": "data_bar", "data_bar_2010": True})
    theirs.write_comment("A1", "A note on another sheet.")
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Theirs!$B$1:$B$3"})
    theirs.insert_chart("D2", chart)
    book.add_worksheet("Problems").write_string(0, 0, "Their own problems")
    book.add_worksheet("Quiet").hide()
    book.define_name("theirs", "=Theirs!$A$1:$A$3")
    book.set_custom_property("ContentTypeId", "0x0101")
    book.close()
    return _with_newer_lists(buffer.getvalue())


def _with_newer_lists(data: bytes) -> bytes:
    """The first sheet with a drop-down list as Excel now writes them: in an extension that older libraries drop."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            part = old.read(item.filename)
            if item.filename == "xl/worksheets/sheet1.xml":
                part = part.replace(b"</worksheet>", _X14.encode() + b"</worksheet>")
            new.writestr(item.filename, part)
    return out.getvalue()
