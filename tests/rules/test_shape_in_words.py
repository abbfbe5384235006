"""What is said of rows that stand apart, one or several, and of files that are no return: which way there is to mend each."""

from __future__ import annotations

from datetime import date

import pytest
from months import shipped

from assurance_pack.model import Cell, Month, Sender
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.received import Receipt, ReceiptState, Returns
from assurance_pack.rules import judge
from assurance_pack.rules.case import Case
from assurance_pack.rules.shape import RULES

JUNE = Month("2026-06")
FILE = "CAP-2026-06.xlsx"
CAP = Sender("workspace", "CAP")


def said(fault: Fault, *receipts: Receipt) -> list[tuple[str, str]]:
    """To whom, and in which words."""
    case = Case(month=JUNE, settings=shipped(), returns=Returns(JUNE, (), receipts, (fault,)), position=date(2026, 6, 30))
    return [(str(p.sender), p.sentence) for p in judge(RULES, case).problems if p.rule in ("AP139", "AP103")]


def apart(rows: str, **more: str) -> Fault:
    return Fault(kind=FaultKind.ROWS_APART, cell=Cell(file=FILE, sheet="Milestones", ref="A5"), expected=rows, **more)


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (apart("5"), "Row 5 does not fit the headings above: it was not read, and does not reach the Board."),
        (apart("5 6 9"), "Rows 5 to 9 do not fit the headings above: they were not read, and do not reach the Board."),
        (apart("5", suggestion="Risks"), "Row 5 belongs on “Risks” by its ID: it was not read, and does not reach the Board."),
        (apart("5 6", suggestion="Risks"), "Rows 5 to 6 belong on “Risks” by their IDs: they were not read, and do not reach the Board."),
        (
            apart("5", seen="Ref"),
            "Another table begins here with “Ref”, under headings that are not the form's. Row 5: it was not read, and does not reach the Board.",
        ),
        (
            apart("5 6", column="Ref", seen="Ref"),
            "Headings that are not the form's stand over its own here, beginning with “Ref”. Rows 5 to 6 beneath: they were not read, and do not reach the Board.",
        ),
    ],
)
def test_rows_that_were_not_read_are_told_to_their_sender(fault: Fault, sentence: str) -> None:
    nobody = Receipt(sender=Sender("workspace", "QDD"), kind="workspace", state=ReceiptState.MISSING)
    theirs = Receipt(sender=CAP, kind="workspace", state=ReceiptState.RECEIVED, file=FILE)
    assert said(fault, nobody, theirs) == [("workspace:CAP", sentence)]


@pytest.mark.parametrize(
    ("file", "what", "sentence"),
    [
        ("plan.xlsx", "", "This is neither an Excel workbook nor a Word document, whatever its name says."),
        (
            "plan.xlsx",
            "a PDF",
            "This is a PDF, whatever its name says, and cannot be read as a return. If it holds words for the Board, type them into the form and write who took them down.",
        ),
        (
            "plan.pdf",
            "a PDF",
            "This is a PDF and cannot be read as a return. If it holds words for the Board, type them into the form and write who took them down.",
        ),
        (
            "plan.csv",
            "a CSV file",
            "This is a CSV file and cannot be read as a return. Open it in Excel and save it as “Excel Workbook (.xlsx)”; better, copy its rows into the form.",
        ),
    ],
)
def test_a_file_that_is_no_return_is_told_with_the_way_to_make_it_one(file: str, what: str, sentence: str) -> None:
    fault = Fault(kind=FaultKind.NOT_A_WORKBOOK, cell=Cell(file=file, sheet=""), expected=what)
    assert [words for _, words in said(fault)] == [sentence]
