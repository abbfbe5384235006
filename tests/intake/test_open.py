"""The one door: whatever lies in the folder, each file is named for what it is, and nothing stops the rest."""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import hostile
import openpyxl
import pytest

from assurance_pack.intake.opening.grid import OpenedBook, Refusal
from assurance_pack.intake.opening.open import open_file
from assurance_pack.intake.opening.reader import Reader, _Unpickler

RELS = "xl/_rels/workbook.xml.rels"
ONE_CELL = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'


def opened(tmp_path: Path, content: bytes, name: str = "CAP.xlsx") -> OpenedBook | Refusal:
    return open_file(hostile.write(tmp_path, name, content))


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF"),
        (b"ID,Milestone,Status\nM-CAP-001,Bases,Green\n", "a text file with commas (CSV)"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "a web page"),
        (b"\x89PNG\r\n\x1a\n....", "a picture"),
        (b"From: forum@example.org\nSubject: our words\n", "an e-mail"),
        (b"Dear all, nothing this month.", "a text file"),
        (b"{\\rtf1 hello}", "a Rich Text document"),
        (hostile.CFB + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "an old Word document (.doc)"),
        (hostile.CFB + b"\0" * 600 + "__substg1.0_0037".encode("utf-16-le"), "an Outlook message"),
        (hostile.repacked(hostile.plain_workbook(), lambda *_: None, {"CAP.xlsx": b"..", "CWF.xlsx": b".."}), "a zip folder"),
        (hostile.repacked(hostile.plain_workbook(), lambda *_: None, {"ppt/presentation.xml": b"<p/>"}), "a PowerPoint file"),
        (b"\0\1\2\3\4\5", ""),
        (b"\x8a\xe3\x12 rubbish \x07\xff", ""),
        ("œŠ±ÿþ§¬".encode("cp1252", "replace") * 9, ""),
        ("Déjà vu : rien à signaler ce mois-ci.".encode("cp1252"), "a text file"),
        ("Ничего в этом месяце.".encode(), "a text file"),
    ],
)
def test_a_file_that_only_calls_itself_a_workbook_is_named_for_what_it_is(tmp_path: Path, content: bytes, what: str) -> None:
    assert opened(tmp_path, content) == Refusal("not_a_workbook", what)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty_file"),
        (hostile.plain_workbook()[:3000], "damaged"),
        (b"PK\x05\x06" + b"\0" * 18, "damaged"),
        (hostile.damaged_byte(), "damaged"),
        (hostile.encrypted_package(), "encrypted"),
        (hostile.encrypted_flag(), "encrypted"),
        (hostile.repacked(hostile.plain_workbook(), lambda n, old: None if n == RELS else old), "damaged"),
        (hostile.repacked(hostile.plain_workbook(), lambda n, old: None if n.endswith("sheet1.xml") else old), "damaged"),
        (hostile.repacked(hostile.plain_workbook(), lambda n, old: None if n == "xl/workbook.xml" else old), "damaged"),
        (hostile.repacked(hostile.plain_workbook(), lambda n, old: old.replace(b"/xl/worksheets/sheet1.xml", b"../../../../etc/passwd")), "damaged"),
        (hostile.with_sheet("<worksheet><sheetData>"), "damaged"),
        (hostile.with_sheet(hostile.sheet('<sheetData><row r="9000000000"/></sheetData>')), "damaged"),
        (hostile.with_sheet(hostile.sheet('<sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData>')), "damaged"),
        (hostile.with_doctype("xl/worksheets/sheet1.xml"), "unsafe"),
        (hostile.with_doctype("xl/workbook.xml"), "unsafe"),
        (hostile.with_doctype(RELS), "unsafe"),
        (hostile.sheet_called("xl/worksheets/sheet1.png", hostile.with_doctype("xl/worksheets/sheet1.xml")), "unsafe"),
        (hostile.sheet_called("xl/worksheets/sheet1.dat", hostile.with_doctype("xl/worksheets/sheet1.xml")), "unsafe"),
        (hostile.doubled_member(), "unsafe"),
        (lambda: hostile.big_part(200), "unsafe"),
        (lambda: hostile.repacked(hostile.plain_workbook(), lambda n, old: old, {f"x/{i}.xml": b"" for i in range(3100)}), "unsafe"),
        (hostile.with_sheet(hostile.sheet(ONE_CELL + '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')), "too_large"),
        (lambda: hostile.with_sheet(hostile.sheet("<sheetData>" + "".join(f'<row r="{i}"/>' for i in range(1, 400_002)) + "</sheetData>")), "too_large"),
    ],
    ids=[
        "empty", "cut short", "no parts at all", "a wrong checksum", "a password", "a zip with a password", "no list of sheets",
        "a sheet that is not there", "no workbook", "a sheet outside the file", "half a sheet", "a row no sheet has", "a text that is not there",
        "a document type in a sheet", "a document type in the workbook", "a document type in the links", "a document type in a sheet called a picture", "a document type in a sheet called anything", "one part twice", "a part that bursts",
        "thousands of parts", "a merge of everything", "four hundred thousand empty rows",
    ],
)  # fmt: skip
def test_a_broken_or_harmful_file_is_refused_by_its_kind(tmp_path: Path, content: bytes | Callable[[], bytes], kind: str) -> None:
    answer = opened(tmp_path, content() if callable(content) else content)
    assert isinstance(answer, Refusal)
    assert answer.kind == kind


def test_a_file_over_25_mb_is_not_opened_and_its_size_is_said(tmp_path: Path) -> None:
    path = tmp_path / "CAP.xlsx"
    with path.open("wb") as stream:
        stream.truncate(26 * 1024 * 1024)
    assert open_file(path) == Refusal("too_large", "26 MB")


@pytest.mark.parametrize(
    ("body", "cells"),
    [
        ('<dimension ref="A1:XFD1048576"/>' + ONE_CELL, {(1, 1): 1}),
        ('<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>', {(1, 1): 1, (1048576, 16384): 2}),
        ('<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="I1048576" s="0"/></row></sheetData>', {(1, 1): 1}),
        ('<sheetData><row r="2"><c r="B2" s="99"><v>5</v></c></row></sheetData>', {(2, 2): 5}),
        ('<sheetData><row><c><v>5</v></c><c t="d"><v>2026-06-31</v></c></row></sheetData>', {(1, 1): 5, (1, 2): "2026-06-31"}),
        (ONE_CELL + '<dataValidations count="1"><dataValidation type="nonsense" sqref="A1"/></dataValidations>', {(1, 1): 1}),
    ],
    ids=["a sheet said to be full", "a cell in the last corner", "a format far down", "a style that is not there", "a date there is not", "an unknown validation"],
)  # fmt: skip
def test_a_workbook_that_is_only_odd_is_read_for_the_cells_it_holds(
    tmp_path: Path, body: str, cells: dict[tuple[int, int], object]
) -> None:
    book = opened(tmp_path, hostile.with_sheet(hostile.sheet(body)))
    assert isinstance(book, OpenedBook)
    assert {place: seen.value for place, seen in book.sheets[0].cells.items()} == cells


def test_the_strict_form_of_the_format_is_read_and_never_taken_for_a_workbook_without_sheets(tmp_path: Path) -> None:
    book = opened(tmp_path, hostile.strict_workbook())
    assert isinstance(book, OpenedBook)
    assert book.sheets[0].at(1, 1).value == "ID"
    assert book.blind == "Strict Open XML (.xlsx)"


def test_macros_are_noticed_and_the_cells_still_read(tmp_path: Path) -> None:
    book = opened(tmp_path, hostile.repacked(hostile.plain_workbook(), lambda n, old: old, {"xl/vbaProject.bin": b"macro"}), "CAP.xlsm")
    assert isinstance(book, OpenedBook)
    assert book.macros
    assert book.sheets[0].at(1, 1).value == "ID"


def test_an_error_a_formula_never_calculated_and_a_percentage_are_told_apart(tmp_path: Path) -> None:
    body = '<c r="A1" t="e"><v>#REF!</v></c><c r="B1"><f>1+1</f></c><c r="C1"><f>1+1</f><v>2</v></c><c r="D1" t="str"><f>""</f><v></v></c>'
    book = opened(tmp_path, hostile.with_sheet(hostile.sheet(f'<sheetData><row r="1">{body}</row></sheetData>')))
    assert isinstance(book, OpenedBook)
    grid = book.sheets[0]
    assert (grid.at(1, 1).error, grid.at(1, 1).value) == (True, "#REF!")
    assert grid.at(1, 2).uncalculated
    assert (grid.at(1, 3).uncalculated, grid.at(1, 3).value) == (False, 2)
    assert not grid.at(1, 4).uncalculated
    percent = openpyxl.Workbook()
    percent.worksheets[0]["A1"] = 0.47
    percent.worksheets[0]["A1"].number_format = "0%"
    read = opened(tmp_path, hostile.saved(percent))
    assert isinstance(read, OpenedBook)
    assert read.sheets[0].at(1, 1).percent


def test_values_beneath_a_merge_are_kept_where_the_file_holds_them(tmp_path: Path) -> None:
    body = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>'
    book = opened(tmp_path, hostile.with_sheet(hostile.sheet(body)))
    assert isinstance(book, OpenedBook)
    assert [book.sheets[0].at(row, 1).value for row in (1, 2)] == [1, 2]
    assert book.sheets[0].merged == ((1, 1, 2, 1),)


def open_document(table: str) -> bytes:
    """An .ods workbook around the rows of one table."""
    names = "".join(f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))
    body = f'<office:body><office:spreadsheet><table:table table:name="A">{table}</table:table></office:spreadsheet></office:body>'
    parts = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": b"<manifest/>"}
    parts["content.xml"] = f'<?xml version="1.0"?><office:document-content{names}>{body}</office:document-content>'.encode()
    return hostile.repacked(hostile.plain_workbook(), lambda *_: None, parts)


def test_an_opendocument_workbook_is_read_with_its_notes_and_its_format_named(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="string"><office:annotation><text:p>note-text</text:p></office:annotation><text:p>ID</text:p></table:table-cell>'
    book = opened(tmp_path, open_document(f"<table:table-row/><table:table-row>{cell}</table:table-row>"), "CAP.ods")
    assert isinstance(book, OpenedBook)
    assert {place: seen.value for place, seen in book.sheets[0].cells.items()} == {(2, 1): "ID"}
    assert (book.blind, book.elsewhere) == ("OpenDocument (.ods)", (("note or text box", "note-text"),))


@pytest.mark.parametrize("name", ["Pictures/100.png", "ObjectReplacements/Object 1"], ids=["a picture", "how a chart looks"])
def test_a_picture_in_an_opendocument_workbook_is_told_of_the_file(name: str, tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>ID</text:p></table:table-cell>'
    content = open_document(f"<table:table-row>{cell}</table:table-row>")
    book = opened(tmp_path, hostile.repacked(content, lambda _, old: old, {name: b"\x89PNG"}), "CAP.ods")
    assert isinstance(book, OpenedBook)
    assert book.put_in is name.startswith("Pictures/")


def test_a_cell_repeated_down_a_million_rows_is_refused(tmp_path: Path) -> None:
    repeated = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
    assert opened(tmp_path, open_document(repeated), "CAP.ods") == Refusal("too_large")


def test_a_password_on_an_opendocument_workbook_is_named(tmp_path: Path) -> None:
    content = hostile.repacked(
        open_document(""), lambda name, old: b"<manifest><encryption-data/></manifest>" if "manifest" in name else old
    )
    assert opened(tmp_path, content, "CAP.ods") == Refusal("encrypted")


def test_a_libreoffice_text_document_is_named(tmp_path: Path) -> None:
    content = hostile.repacked(open_document(""), lambda name, old: old.replace(b"spreadsheet", b"text") if name == "mimetype" else old)
    assert opened(tmp_path, content, "CAP.ods") == Refusal("not_a_workbook", "a LibreOffice document (.odt)")


# ---------- the child ----------


def test_a_child_that_is_too_slow_is_ended_its_file_named_and_the_next_file_read(tmp_path: Path) -> None:
    slow = hostile.sheet(
        "<sheetData>" + "".join(f'<row r="{i}"><c r="A{i}"><v>{i}</v></c></row>' for i in range(1, 100_001)) + "</sheetData>"
    )
    reader = Reader(patience=0.1)
    try:
        assert reader.read(hostile.write(tmp_path, "slow.xlsx", hostile.with_sheet(slow))) == Refusal("too_slow")
        patient = Reader()
        try:
            assert isinstance(patient.read(hostile.write(tmp_path, "good.xlsx", hostile.plain_workbook())), OpenedBook)
        finally:
            patient.close()
    finally:
        reader.close()


def test_a_child_that_dies_is_started_afresh_and_the_rest_goes_on(tmp_path: Path) -> None:
    good = hostile.write(tmp_path, "good.xlsx", hostile.plain_workbook())
    reader = Reader()
    try:
        assert isinstance(reader.read(good), OpenedBook)
        assert reader._child is not None
        reader._child.kill()
        assert reader.read(good) == Refusal("damaged")
        assert isinstance(reader.read(good), OpenedBook)
    finally:
        reader.close()


def test_one_child_reads_all_files_of_a_run(tmp_path: Path) -> None:
    good = hostile.write(tmp_path, "good.xlsx", hostile.plain_workbook())
    reader = Reader()
    try:
        reader.read(good)
        first = reader._child
        for content in (b"", b"%PDF", hostile.damaged_byte()):
            reader.read(hostile.write(tmp_path, "bad.xlsx", content))
        reader.read(good)
        assert reader._child is first
    finally:
        reader.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets a process no limit of this kind")
def test_the_child_is_bounded_in_memory() -> None:
    greedy = "from assurance_pack.intake.opening import child; child.MEMORY = 400_000_000; child.bound_memory(); bytearray(600_000_000)"
    ended = subprocess.run([sys.executable, "-c", greedy], capture_output=True, text=True, check=False)
    assert "MemoryError" in ended.stderr


def test_the_parent_takes_nothing_from_the_child_but_a_file_as_read() -> None:
    assert _Unpickler(io.BytesIO(pickle.dumps(Refusal("damaged")))).load() == Refusal("damaged")
    with pytest.raises(pickle.UnpicklingError):
        _Unpickler(io.BytesIO(pickle.dumps(Path("/")))).load()


def test_an_identifier_cut_into_runs_in_a_text_box_is_handed_over_whole(tmp_path: Path) -> None:
    box = '<xdr:wsDr xmlns:xdr="x" xmlns:a="a"><a:p><a:r><a:t>999 000</a:t></a:r><a:r><a:t> 0018</a:t></a:r></a:p><a:p><a:r><a:t>next</a:t></a:r></a:p></xdr:wsDr>'
    book = opened(tmp_path, hostile.repacked(hostile.plain_workbook(), lambda n, old: old, {"xl/drawings/drawing9.xml": box.encode()}))
    assert isinstance(book, OpenedBook)
    assert ("text box or drawing", "999 000 0018") in book.elsewhere


def test_the_address_of_a_link_is_handed_over_too(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "write to us"
    book.worksheets[0]["A1"].hyperlink = "mailto:someone.private@example.org"
    read = opened(tmp_path, hostile.saved(book))
    assert isinstance(read, OpenedBook)
    assert ("link", "mailto:someone.private@example.org") in read.elsewhere


@pytest.mark.parametrize(
    "beside",
    [
        '<dataValidations count="1"><dataValidation type="wish" sqref="A1"/></dataValidations>',
        '<conditionalFormatting sqref="A1"><cfRule type="wish" priority="first"/></conditionalFormatting>',
        '<pageSetup orientation="askew"/>',
    ],
)
def test_a_fault_in_a_dropdown_a_coloured_rule_or_the_page_hides_nothing_of_the_cells(tmp_path: Path, beside: str) -> None:
    book = opened(tmp_path, hostile.with_sheet(hostile.sheet(ONE_CELL + beside)))
    assert isinstance(book, OpenedBook)
    assert (book.blind, book.sheets[0].at(1, 1).value) == ("", 1)


def test_after_a_file_is_read_openpyxl_reads_dropdowns_as_ever(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.add_data_validation(openpyxl.worksheet.datavalidation.DataValidation(type="list", formula1='"a,b"', sqref="A1"))
    content = hostile.saved(book)
    opened(tmp_path, content)
    assert len(openpyxl.load_workbook(io.BytesIO(content)).active.data_validations.dataValidation) == 1
