"""The data book: every register whole, real dates and numbers, no text that acts as a formula, the same bytes every time."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.worksheet.worksheet import Worksheet
from test_word_lint import sdk_findings

from assurance_pack.document.blocks.book import Book, BookColumn, BookSheet
from assurance_pack.render import databook
from assurance_pack.render.archive import unzipped
from assurance_pack.render.legal import legal

ROOT = Path(__file__).parents[2]
COLUMNS = (
    BookColumn("ID", width=12),
    BookColumn("Milestone", width=50),
    BookColumn("Forecast", "date", 14),
    BookColumn("Days late", "whole", 10),
    BookColumn("Share", "number", 10),
)
ROWS = (
    ("M-CAP-007", "24 specialist base places open", date(2027, 1, 4), 125, 0.63),
    ("M-CAP-011", '=HYPERLINK("http://example.org")', "not a date", None, 14.0),
    ("M-CWF-005", "https://example.org/page", None, -3, 0.125),
    ("0012", "@mention, +1 and -2", date(1899, 5, 1), 10**17, float("nan")),
)
MILESTONES = BookSheet("Milestones", "Every milestone of the three Workspaces.", COLUMNS, ROWS)
RISKS = BookSheet("Risks: all / open?", "Every risk & what became of it.", COLUMNS, ())


def book(*sheets: BookSheet, **changes: object) -> Book:
    fields: dict[str, Any] = {
        "title": "Assurance pack, June 2026: data book",
        "subject": "Coventry SEND & AP Partnership Board",
        "marking": "OFFICIAL",
        "illustrative": "Illustrative: every figure, name and quotation is invented",
        "issued": date(2026, 7, 7),
        "sheets": sheets or (MILESTONES, RISKS),
    }
    return Book(**(fields | changes))


def opened(one: Book) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(databook.write(one)))


def register(one: Book, name: str = "Milestones") -> tuple[Worksheet, int]:
    """A register and the row its headings stand in."""
    sheet = opened(one)[name]
    return sheet, next(cell.row for cell in sheet["A"] if cell.value == "ID")


def test_dates_are_dates_numbers_are_numbers_and_words_are_words() -> None:
    sheet, head = register(book())
    first = [cell.value for cell in sheet[head + 1]]
    assert first == ["M-CAP-007", "24 specialist base places open", datetime(2027, 1, 4), 125, 0.63]
    assert sheet.cell(head + 1, 3).is_date
    second = [cell.value for cell in sheet[head + 2]]
    assert second == ["M-CAP-011", '=HYPERLINK("http://example.org")', "not a date", None, 14]
    assert [cell.value for cell in sheet[head + 4]] == ["0012", "@mention, +1 and -2", "1899-05-01", "100000000000000000", "nan"]


def test_no_text_is_a_formula_or_a_link_even_after_somebody_edits_the_cell() -> None:
    parts = unzipped(databook.write(book(MILESTONES)))
    sheet = parts["xl/worksheets/sheet2.xml"]
    assert b"<f>" not in sheet
    assert sheet.count(b"<hyperlink ") == 1  # the one back to the contents
    loaded, head = register(book())
    assert [loaded.cell(head + n, 2).quotePrefix for n in (1, 2, 3, 4)] == [False, True, False, True]
    assert loaded.cell(head + 2, 2).data_type == "s"


def test_a_register_has_filters_a_frozen_heading_and_a_description() -> None:
    sheet, head = register(book())
    (table,) = sheet.tables.values()
    assert table.ref == f"A{head}:E{head + 4}"
    assert table.autoFilter.ref == table.ref
    assert sheet.freeze_panes == f"B{head + 1}"
    described = etree.fromstring(unzipped(databook.write(book()))["xl/tables/table1.xml"])
    assert b"Every milestone of the three Workspaces." in etree.tostring(described)
    assert [round(sheet.column_dimensions[c].width) for c in "AB"] == [13, 51]
    assert sheet.print_title_rows == f"${head}:${head}"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)


def test_the_contents_come_first_and_every_link_leads_to_its_sheet() -> None:
    loaded = opened(book())
    contents = loaded.worksheets[0]
    assert contents.title == "Contents"
    links = {cell.value: cell.hyperlink.location for row in contents for cell in row if cell.hyperlink}
    assert links == {"Milestones": "'Milestones'!A1", "Risks: all / open?": "'Risks  all   open'!A1"}
    assert [sheet.title for sheet in loaded.worksheets[1:]] == ["Milestones", "Risks  all   open"]


def test_every_sheet_is_marked_on_paper_and_on_the_screen() -> None:
    for sheet in opened(book()).worksheets:
        assert sheet.oddHeader.right.text == "OFFICIAL"
        assert sheet.oddFooter.left.text.startswith("Illustrative: every figure")
        shown = " ".join(str(cell.value) for row in sheet.iter_rows(max_row=4) for cell in row)
        assert "OFFICIAL" in shown
        assert "Illustrative" in shown


def test_an_empty_register_says_so() -> None:
    sheet = opened(book())["Risks  all   open"]
    assert "Nothing in this register this month." in [cell.value for cell in sheet["A"]]
    assert not sheet.tables


def test_sheets_and_headings_of_the_same_name_are_told_apart() -> None:
    twice = (BookColumn("Value"), BookColumn("value"), BookColumn(""))
    loaded = opened(
        book(
            *(BookSheet("A very long name for a register of things", "x", twice, (("1", "2", "3"),)) for _ in range(3)),
            BookSheet("contents", "", twice, ()),
        )
    )
    assert [s.title for s in loaded.worksheets] == [
        "Contents",
        "A very long name for a register",
        "A very long name for a regi 2",
        "A very long name for a regi 3",
        "contents 2",
    ]
    assert [c.value for c in loaded.worksheets[1][5]] == ["Value", "value (2)", "Column"]


def test_a_text_longer_than_a_cell_is_whole_on_a_sheet_of_its_own_and_the_cell_says_where() -> None:
    long = "".join(f"{n} 😀 " for n in range(9000))
    loaded = opened(book(BookSheet("Words", "In full.", COLUMNS[:2], (("V-PCF-1", long),))))
    cell = loaded["Words"]["B6"].value
    assert len(cell) <= 32_767
    assert cell.endswith("it is whole on sheet “Long texts”]")
    parts = [row for row in loaded["Long texts"].iter_rows(min_row=6, values_only=True)]
    assert {(sheet, at) for sheet, at, *_ in parts} == {("Words", "B6")}
    assert "".join(str(part[3]) for part in parts) == long
    assert loaded["Contents"].max_row == opened(book(BookSheet("Words", "", COLUMNS[:2], ()))).worksheets[0].max_row + 1


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=80))
@settings(max_examples=60, deadline=None)
def test_whatever_people_type_comes_back_as_text_save_for_signs_no_file_can_hold(text: str) -> None:
    columns = (BookColumn("ID"), BookColumn(text))
    data = databook.write(book(BookSheet(text, text, columns, (("1", text),)), title=text, marking=text, illustrative=text, subject=text))
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[1]
    head = next(cell.row for cell in sheet["A"] if cell.value == "ID" and sheet.cell(cell.row + 1, 1).value == "1")
    cell = sheet.cell(head + 1, 2)
    assert (cell.value, cell.data_type) == (legal(text), "s")


def test_a_sign_no_file_can_hold_is_named() -> None:
    sheet, head = register(book(BookSheet("Milestones", "", COLUMNS[:2], (("1", "a\x00b\ud83d\ude00\udc00c"),))))
    assert sheet.cell(head + 1, 2).value == "a[character that cannot be read]b😀[character that cannot be read]c"


def test_each_of_a_thousand_rows_of_the_book_is_written_once() -> None:
    columns = tuple(BookColumn(f"Column {n}") for n in range(20))
    rows = tuple(tuple(f"Words of row {n}, column {m}" for m in range(20)) for n in range(1000))
    sheet = opened(book(BookSheet("Milestones", "All.", columns, rows)))["Milestones"]
    written = [row[0] for row in sheet.iter_rows(values_only=True) if str(row[0]).startswith("Words of row")]
    assert written == [f"Words of row {n}, column 0" for n in range(1000)]


PROGRAM = """
import sys, hashlib
sys.path[:0] = [{tests!r}, {root!r}]
from test_databook import book
from assurance_pack.render import databook
print(hashlib.sha256(databook.write(book())).hexdigest())
"""


def test_the_same_book_has_the_same_bytes_in_another_process_and_time_zone() -> None:
    program = PROGRAM.format(tests=str(Path(__file__).parent), root=str(ROOT))
    made = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed, "TZ": zone}, capture_output=True, text=True, check=True
        ).stdout
        for seed, zone in (("1", "Europe/London"), ("2", "Pacific/Auckland"))
    }
    assert len(made) == 1
    core = unzipped(databook.write(book()))["docProps/core.xml"]
    assert core.count(b"2026-07-07T00:00:00Z") == 2


def test_the_open_xml_sdk_finds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "book.xlsx"
    file.write_bytes(databook.write(book(MILESTONES, RISKS, BookSheet("Words", "In full.", COLUMNS[:2], (("1", "x" * 40_000),)))))
    assert sdk_findings(file) == []


@pytest.mark.parametrize("part", ["xl/workbook.xml", "[Content_Types].xml"])
def test_the_book_is_a_workbook(part: str) -> None:
    assert part in unzipped(databook.write(book()))
