"""A file or sheet whose name may identify a child is said by its order, wherever its rows and faults say where they stand."""

from __future__ import annotations

from datetime import date

from assurance_pack.model import Cell, Month, Sender
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.model.text import GuardFinding, SentText, TextPlace
from assurance_pack.returns.received import Receipt, ReceiptState, Returns
from assurance_pack.returns.workspace import Risk
from assurance_pack.rules.guard.unnamed import Unnamed

CAP = Sender("workspace", "CAP")
FILE, SHEET = "Jayden's plan.xlsx", "Jayden"
SAID = "a file whose name may identify a child, the second in the folder"


def months() -> Returns:
    at = Cell(file=FILE, sheet=SHEET, ref="A2")
    row = Risk(sender=CAP, at=at, cells={"id": at, "title": Cell(file=FILE, sheet=SHEET, ref="B2")}, id="R-CAP-001")
    fault = Fault(kind=FaultKind.MISSING_SHEET, cell=Cell(file=FILE), seen=f"{FILE} has no Milestones")
    note = Receipt(
        sender=CAP, kind="workspace", state=ReceiptState.RECEIVED, received=date(2026, 6, 24), file=FILE, note=f"read from {FILE}"
    )
    return Returns(Month("2026-06"), (row,), (note,), (fault,))


def unnamed() -> Unnamed:
    names = [SentText(cell=Cell(file=f), text=f, where=TextPlace.FILE_NAME, prints=True) for f in ("Agenda.xlsx", FILE)]
    sheets = [SentText(cell=Cell(file=FILE, sheet=s), text=s, where=TextPlace.SHEET_NAME, prints=True) for s in ("Start here", SHEET)]
    found = [
        GuardFinding(text.cell, "AP511", "the name of a child or parent", True, False, False, text.where, CAP, 0)
        for text in (names[1], sheets[1])
    ]
    return Unnamed.of([*names, *sheets], found)


def test_neither_name_is_left_in_rows_faults_or_the_register() -> None:
    shown = unnamed().returns(months())
    (row,), (fault,), (receipt,) = shown.rows, shown.faults, shown.receipts
    for cell in (row.at, *row.cells.values()):
        assert (cell.file, cell.sheet) == (SAID, "the second sheet, whose name may identify a child")
    assert [row.cells[n].ref for n in ("id", "title")] == ["A2", "B2"]
    assert (fault.cell.file, fault.seen) == (SAID, f"{SAID} has no Milestones")
    assert (receipt.file, receipt.note) == (SAID, f"read from {SAID}")


def test_where_no_name_was_stopped_the_month_is_given_back_as_it_is() -> None:
    month = months()
    assert Unnamed.of([], []).returns(month) is month
