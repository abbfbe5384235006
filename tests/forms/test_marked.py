"""The marked copy: a note on each cell and a list at the end; of all the rest, not a byte is changed."""

from __future__ import annotations

import io
import warnings
import zipfile
from pathlib import Path

import openpyxl
import pytest
from any_month import SENDERS
from lxml import etree
from read_back import placed, put, read
from strangers import stranger

from assurance_pack.home import Home
from assurance_pack.intake.issue import blank, write
from assurance_pack.intake.mark import CannotMark, cell_list, mark, problem_list
from assurance_pack.intake.printed import MENDED
from assurance_pack.model import Cell, Month
from assurance_pack.model.fault import FaultKind
from assurance_pack.model.problem import Problem, Severity
from assurance_pack.returns import RETURNS, ReturnKind
from assurance_pack.settings import Settings

ROOT = Path(__file__).parents[2]
JUNE = Month("2026-06")
CAP = "Capital and Sufficiency June 2026.xlsx"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ALWAYS_TOUCHED = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}


def problem(sheet: str, *refs: str, file: str = CAP, sentence: str = "“Greenish” is not one of the words of the list.") -> Problem:
    cells = tuple(Cell(file=file, sheet=sheet, ref=ref) for ref in refs)
    return Problem(rule="AP150", severity=Severity.ERROR, sentence=sentence, remedy="Choose from the list.", cells=cells)


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def opened(data: bytes) -> openpyxl.Workbook:
    """A workbook as a library opens it, which says what it would drop if it saved."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*extension is not supported")
        return openpyxl.load_workbook(io.BytesIO(data))


def notes(data: bytes, sheet: str) -> dict[str, str]:
    return {c.coordinate: c.comment.text for row in opened(data)[sheet] for c in row if c.comment}


def without_what_we_added(sheet: bytes) -> bytes:
    """A sheet's XML without the pointer to the drawing of its notes."""
    root = etree.fromstring(sheet)
    for pointer in root.findall(f"{MAIN}legacyDrawing"):
        root.remove(pointer)
    return etree.tostring(root, method="c14n")


# ---------- nothing is lost ----------


def test_every_part_but_those_that_name_the_notes_is_the_same_byte_for_byte() -> None:
    original = stranger()
    before, after = parts(original), parts(mark(original, "s.xlsx", [problem("Milestones", "E5", "C5", file="s.xlsx")]))
    assert set(before) <= set(after)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == ALWAYS_TOUCHED | {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"}
    assert any("media/image" in name for name in before)
    assert any("charts/chart" in name for name in before)


def test_a_sheet_without_notes_before_gains_a_pointer_and_nothing_else() -> None:
    original = (ROOT / "inputs" / JUNE / CAP).read_bytes()
    before, after = parts(original), parts(mark(original, CAP, [problem("Milestones", "E5"), problem("Risks", "A9")]))
    changed = {name for name in before if before[name] != after[name]} - ALWAYS_TOUCHED
    assert changed == {"xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"}
    for name in changed:
        assert without_what_we_added(after[name]) == without_what_we_added(before[name])
        assert b"legacyDrawing" in after[name]


def test_styles_gain_at_the_end_and_keep_their_numbers() -> None:
    original = stranger()
    before, after = (
        etree.fromstring(parts(d)["xl/styles.xml"])
        for d in (original, mark(original, "s.xlsx", [problem("Milestones", "E5", file="s.xlsx")]))
    )
    for group in ("fonts", "fills", "borders", "cellXfs", "dxfs"):
        old, new = ([etree.tostring(x, method="c14n") for x in root.find(f"{MAIN}{group}")] for root in (before, after))
        assert new[: len(old)] == old, group


@pytest.mark.parametrize("kind", RETURNS, ids=lambda k: k.key)
def test_every_form_of_ours_can_be_marked_and_opened(kind: ReturnKind, settings: Settings) -> None:
    marked = mark(
        write(blank(kind, SENDERS[kind.key], JUNE, settings), settings),
        "f.xlsx",
        [problem(kind.sheets[-1].sheet_title, "C5", file="f.xlsx")],
    )
    assert list(notes(marked, kind.sheets[-1].sheet_title)) == ["C5"]
    assert opened(marked).sheetnames[-1] == "Problems"


# ---------- what is said, and where ----------


def test_each_problem_is_a_note_on_its_cell_with_what_to_do() -> None:
    marked = mark((ROOT / "inputs" / JUNE / CAP).read_bytes(), CAP, [problem("Milestones", "E5", "E8")])
    said = notes(marked, "Milestones")
    assert set(said) == {"E5", "E8"}
    assert said["E5"] == "Error (AP150): “Greenish” is not one of the words of the list.\nChoose from the list."


def test_two_problems_on_one_cell_stand_in_one_note() -> None:
    two = [problem("Milestones", "E5"), problem("Milestones", "E5", sentence="It says so twice.")]
    said = notes(mark((ROOT / "inputs" / JUNE / CAP).read_bytes(), CAP, two), "Milestones")
    assert said["E5"].count("Error (AP150)") == 2


def test_a_note_that_was_there_keeps_its_words_and_gains_ours() -> None:
    said = notes(mark(stranger(), "s.xlsx", [problem("Milestones", "E5", file="s.xlsx")]), "Milestones")
    assert said["E5"].startswith("Ask the programme manager.\n\nError (AP150):")
    assert said["A5"] == "Ours to check."


def test_the_problems_sheet_puts_the_message_first_and_links_to_the_cell() -> None:
    marked = mark((ROOT / "inputs" / JUNE / CAP).read_bytes(), CAP, [problem("Milestones", "E5"), problem("QA findings")])
    sheet = openpyxl.load_workbook(io.BytesIO(marked))["Problems"]
    lines = list(sheet.iter_rows(values_only=True))
    assert lines[0][0] == "What is wrong"
    by_place = {line[1]: line for line in lines[1:]}
    assert by_place["Milestones!E5"][0] == "“Greenish” is not one of the words of the list."
    assert by_place["The whole file"][2] == "Choose from the list."
    links = {cell.coordinate: cell.hyperlink.location for row in sheet for cell in row if cell.hyperlink}
    assert list(links.values()) == ["'Milestones'!E5"]


def test_a_sheet_of_theirs_called_problems_is_left_alone() -> None:
    marked = mark(stranger(), "s.xlsx", [problem("Milestones", "E5", file="s.xlsx")])
    book = opened(marked)
    assert book.sheetnames[-1] == "Problems (2)"
    assert book["Problems"]["A1"].value == "Their own problems"


def test_cells_of_another_file_are_not_in_it() -> None:
    both = problem("Milestones", "E5").model_copy(
        update={"cells": (Cell(file=CAP, sheet="Milestones", ref="E5"), Cell(file="Other.xlsx", sheet="Risks", ref="C7"))}
    )
    marked = mark((ROOT / "inputs" / JUNE / CAP).read_bytes(), CAP, [both])
    assert not notes(marked, "Risks")
    assert "Other.xlsx" not in str([c.value for row in openpyxl.load_workbook(io.BytesIO(marked))["Problems"] for c in row])


def test_the_same_workbook_and_problems_give_the_same_bytes() -> None:
    original = stranger()
    assert mark(original, "s.xlsx", [problem("Milestones", "E5", file="s.xlsx")]) == mark(
        original, "s.xlsx", [problem("Milestones", "E5", file="s.xlsx")]
    )


# ---------- a marked copy comes back ----------


def test_a_marked_copy_sent_back_reads_as_the_same_return(home: Home, settings: Settings) -> None:
    original = (ROOT / "inputs" / JUNE / CAP).read_bytes()
    put(home, JUNE, CAP, original)
    before = read(home, JUNE, settings)
    put(home, JUNE, CAP, mark(original, CAP, [problem("Milestones", "E5")]))
    after = read(home, JUNE, settings)
    assert placed(after.rows) == placed(before.rows)
    assert [f.kind for f in after.faults] == [f.kind for f in before.faults]
    assert FaultKind.EXTRA_SHEET not in {f.kind for f in after.faults}


def test_a_marked_copy_marked_again_says_what_is_wrong_now_and_nothing_twice() -> None:
    once = mark(stranger(), "s.xlsx", [problem("Milestones", "E5", "C5", file="s.xlsx")])
    twice = mark(once, "s.xlsx", [problem("Milestones", "E5", "B5", file="s.xlsx", sentence="Still not a word of the list.")])
    said = notes(twice, "Milestones")
    assert said["E5"] == "Ask the programme manager.\n\nError (AP150): Still not a word of the list.\nChoose from the list."
    assert said["C5"] == MENDED
    assert said["B5"].startswith("Error (AP150): Still")
    book = opened(twice)
    assert book.sheetnames == ["Milestones", "Theirs", "Problems", "Quiet", "Problems (2)"]
    assert [row[0] for row in book["Problems (2)"].iter_rows(min_row=2, values_only=True)] == ["Still not a word of the list."] * 2


# ---------- where there can be no marked copy ----------


def test_a_file_of_another_kind_cannot_be_marked() -> None:
    with pytest.raises(CannotMark):
        mark(b"PK not a workbook", "x.xlsx", [problem("Milestones", "E5", file="x.xlsx")])


def test_the_list_of_problems_says_the_same_as_the_problems_sheet() -> None:
    found = [problem("Your words", "C9", file="PCF.docx"), problem("Your words", "C13", file="PCF.docx", sentence="=1+1 is no answer.")]
    book = openpyxl.load_workbook(io.BytesIO(problem_list("PCF.docx", found)))
    lines = list(book["Problems"].iter_rows(values_only=True))
    assert lines[0][0] == "Problems in PCF.docx"
    assert [line[:3] for line in lines[2:]] == [
        ("“Greenish” is not one of the words of the list.", "Your words!C9", "Choose from the list."),
        ("=1+1 is no answer.", "Your words!C13", "Choose from the list."),
    ]
    assert book["Problems"]["A4"].data_type == "s"


def test_a_list_of_cells_says_where_and_what_kind_and_nothing_that_stands_there() -> None:
    said = cell_list("CWF.xlsx", [(Cell(file="CWF.xlsx", sheet="Risks", ref="H5"), "There is an NHS number here.")]).decode("utf-8-sig")
    assert "Risks!H5: There is an NHS number here." in said
