"""Who a file is from is proved, not guessed; no return is swapped, lost or half taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from workbooks import table

from assurance_pack.home import Home
from assurance_pack.intake.read import Read, read_month
from assurance_pack.intake.recognising.versions import is_named_as_a_copy
from assurance_pack.model import Month, Sender
from assurance_pack.model.fault import FaultKind
from assurance_pack.returns.board_log import Action
from assurance_pack.returns.received import ReceiptState
from assurance_pack.returns.workspace import Milestone, QAFinding, Risk
from assurance_pack.rules import all_rules, judge
from assurance_pack.rules.case import Case
from assurance_pack.settings import Settings

JUNE = Month("2026-06")
CAP, CWF, LOG = Sender("workspace", "CAP"), Sender("workspace", "CWF"), Sender("board_log", "BOARD")
Change = Callable[[openpyxl.Workbook], object]


@pytest.fixture
def june(sample_home: Home) -> Path:
    """June's returns as they came."""
    return sample_home.inputs(JUNE)


def file_of(folder: Path, part: str) -> Path:
    return next(p for p in sorted(folder.glob("*.xlsx")) if part in p.name)


def saved_as(path: Path, name: str, change: Change = lambda book: None) -> Path:
    """A workbook changed and saved under another name beside it."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path.with_name(name))
    return path.with_name(name)


def read(home: Home, settings: Settings) -> Read:
    return read_month(home, JUNE, settings)


def said(found: Read, file: str) -> list[FaultKind]:
    return [f.kind for f in found.returns.faults if f.cell.file == file]


def told(found: Read, settings: Settings, file: str) -> dict[str, str]:
    """What the rules say of a file, by rule."""
    case = Case(month=JUNE, settings=settings, returns=found.returns, position=settings.meetings[2].position)
    return {p.rule: p.sentence for p in judge(all_rules(), case).problems if any(c.file == file and not c.sheet for c in p.cells)}


def counting(found: Read, sender: Sender) -> str:
    receipt = found.returns.receipt(sender)
    return receipt.file if receipt and receipt.counts else ""


def without_traces(book: openpyxl.Workbook) -> None:
    """Values alone, as after “paste values” into a new workbook: no hidden keys, no hidden sheet, no properties."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and ";form=" in cell.value:
                    cell.value = None
        for cell in sheet[3] if sheet.title not in ("Start here", "Your words") else ():
            cell.value = None
    for name in [s.title for s in book.worksheets if s.title == "_pack"]:
        del book[name]
    for name in list(book.custom_doc_props.names):
        del book.custom_doc_props[name]


def only(*titles: str) -> Change:
    def do(book: openpyxl.Workbook) -> None:
        for sheet in list(book.worksheets):
            if sheet.title not in titles:
                del book[sheet.title]
        for name in list(book.custom_doc_props.names):
            del book.custom_doc_props[name]

    return do


def no_rows_after(sheet: str, keep: int) -> Change:
    def do(book: openpyxl.Workbook) -> None:
        for row in book[sheet].iter_rows(min_row=5 + keep):
            for cell in row:
                cell.value = None

    return do


def test_an_action_list_of_ordinary_headings_does_not_replace_the_board_log(sample_home: Home, june: Path, settings: Settings) -> None:
    """Said before: the laptops of somebody's action list reached the Board."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    table(book, "Actions", ["ID", "Action", "Owner", "Due", "Status", "Update"], [["A-1", "Order laptops", "IT", "01/07/2026", "Open", ""]])
    book.save(june / "Action list.xlsx")
    found = read(sample_home, settings)
    assert counting(found, LOG) == file_of(june, "Board log").name
    assert "Order laptops" not in {a.action for a in found.returns.of(Action)}
    assert said(found, "Action list.xlsx") == [FaultKind.UNKNOWN_FORM]


def test_a_copy_of_values_never_stands_in_for_the_form_and_is_asked_about(sample_home: Home, june: Path, settings: Settings) -> None:
    path = file_of(june, "Capital")
    saved_as(path, "CAP values.xlsx", without_traces)
    found = read(sample_home, settings)
    assert counting(found, CAP) == path.name
    assert said(found, "CAP values.xlsx") == [FaultKind.WITHOUT_IDENTITY]
    assert told(found, settings, "CAP values.xlsx")["AP116"].endswith(f"“{path.name}” counts, and this does not stand in for it.")


def test_where_no_form_came_a_copy_of_values_is_read_and_asked_about(sample_home: Home, june: Path, settings: Settings) -> None:
    path = file_of(june, "Capital")
    rows = len(read(sample_home, settings).returns.of(Milestone, CAP))
    saved_as(path, "Capital and Sufficiency values.xlsx", without_traces)
    path.unlink()
    found = read(sample_home, settings)
    assert len(found.returns.of(Milestone, CAP)) == rows
    assert FaultKind.WITHOUT_IDENTITY in said(found, "Capital and Sufficiency values.xlsx")


def test_one_wrong_word_on_a_cover_swaps_no_returns(sample_home: Home, june: Path, settings: Settings) -> None:
    def another_workspace(book: openpyxl.Workbook) -> None:
        cell = next(c for row in book["Start here"].iter_rows() for c in row if c.value == "Capital and Sufficiency" and c.column > 2)
        cell.value = "Commissioning and Workforce"

    path = file_of(june, "Capital")
    saved_as(path, path.name, another_workspace)
    found = read(sample_home, settings)
    assert (counting(found, CAP), counting(found, CWF)) == (path.name, file_of(june, "Commissioning").name)
    assert FaultKind.CLASHING_IDENTITY in said(found, path.name)


def test_only_the_risks_sent_again_are_put_together_with_the_sheets_that_came_before(
    sample_home: Home, june: Path, settings: Settings
) -> None:
    """Said before: ten milestones dropped, and page 1 read “2 of 21 off track” for 3 of 30."""
    before = read(sample_home, settings).returns
    path = file_of(june, "Capital")
    saved_as(path, "Capital v2.xlsx", only("Risks"))
    found = read(sample_home, settings)
    assert counting(found, CAP) == "Capital v2.xlsx"
    for kind in (Milestone, Risk, QAFinding):
        assert len(found.returns.of(kind, CAP)) == len(before.of(kind, CAP))
    assert {r.at.file for r in found.returns.of(Risk, CAP)} == {"Capital v2.xlsx"}
    assert {r.at.file for r in found.returns.of(Milestone, CAP)} == {path.name}
    assert f"were taken from “{path.name}”." in told(found, settings, "Capital v2.xlsx")["AP117"]


def test_a_newer_version_that_leaves_nothing_out_is_a_note(sample_home: Home, june: Path, settings: Settings) -> None:
    path = file_of(june, "Capital")
    saved_as(path, "Capital v2.xlsx")
    found = read(sample_home, settings)
    assert counting(found, CAP) == "Capital v2.xlsx"
    assert said(found, path.name) == [FaultKind.SUPERSEDED]


def test_a_newer_version_that_loses_rows_is_a_question_that_names_them(sample_home: Home, june: Path, settings: Settings) -> None:
    path = file_of(june, "Capital")
    saved_as(path, "Capital v2.xlsx", no_rows_after("Milestones", 8))
    found = read(sample_home, settings)
    assert said(found, path.name) == [FaultKind.TWO_VERSIONS]
    sentence = told(found, settings, path.name)["AP126"]
    assert sentence.startswith(
        "Two files differ for one return. “Capital v2.xlsx” was read, because it was received later, by received.csv; "
    )
    assert "row" in sentence
    assert sentence.endswith("of this one are not in it.")
    assert found.returns.in_two_versions == (CAP,)  # page 1 says that two files differ, until one is moved away


def test_of_a_newer_version_that_leaves_nothing_out_page_1_says_nothing(sample_home: Home, june: Path, settings: Settings) -> None:
    saved_as(file_of(june, "Capital"), "Capital v2.xlsx")
    assert read(sample_home, settings).returns.in_two_versions == ()


@pytest.mark.parametrize(
    "name", ["Copy of {}", "{} - Copy", "{}-DESKTOP-7F3K2Q", "{}-COV-LT0423", "{} (conflicted copy 2026-06-30)", "{}-AutoRecovered"]
)
def test_a_file_a_program_named_never_takes_over(sample_home: Home, june: Path, settings: Settings, name: str) -> None:
    path = file_of(june, "Capital")
    other = name.format(path.stem) + ".xlsx"
    saved_as(path, other, no_rows_after("Milestones", 8))
    found = read(sample_home, settings)
    assert counting(found, CAP) == path.name
    assert said(found, other) == [FaultKind.TWO_VERSIONS]


@pytest.mark.parametrize(
    "name",
    [
        "CAP June.xlsx",
        "Capital v2.xlsx",
        "Copying costs June.xlsx",
        "PC-CAP-2026.xlsx",
        "CAP June-FINAL2.xlsx",
        "CAP-JUNE2026.xlsx",
        "Return-CAP2026.xlsx",
        "QDD-Q1.xlsx",
    ],
)
def test_an_ordinary_name_is_no_copys(name: str) -> None:
    assert not is_named_as_a_copy(name)


def test_what_stands_in_a_file_that_does_not_count_is_nobodys_to_mend(sample_home: Home, june: Path, settings: Settings) -> None:
    path = file_of(june, "Capital")
    saved_as(path, "Capital v2.xlsx")
    found = read(sample_home, settings)
    assert {(t.prints, t.sender) for t in found.texts if t.cell.file == path.name and t.cell.sheet} <= {(False, "")}
    assert {r.state for r in found.returns.receipts if r.file == path.name} == {ReceiptState.SUPERSEDED}
