"""Last month's return under this month's name is set aside in one sentence that names the month, and page 1 says so; brought up to date in part, it is honest."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from field_cases import ROOT, june_with, page_1, said, the_sample

from assurance_pack.model import Sender
from assurance_pack.pipeline import Understood
from assurance_pack.returns.received import ReceiptState

CAP, RDG, YOUNG, TRUST, LOG = (
    "Capital and Sufficiency June 2026.xlsx", "RDG return June 2026.xlsx", "Young peoples group June 2026.xlsx", "NHS trust concern June 2026.xlsx",
    "Board log June 2026.xlsx",
)  # fmt: skip
IN_MAY = {
    CAP: "Capital and Sufficiency May 2026.xlsx", RDG: "RDG return May 2026.xlsx", YOUNG: "Young people May 2026.xlsx",
    TRUST: "NHS community trust concern May 2026.xlsx", LOG: "Board log May 2026.xlsx",
}  # fmt: skip
SENT = {CAP: Sender("workspace", "CAP"), RDG: Sender("rdg", "RDG"), YOUNG: Sender("voice", "YPG")}
AGAIN = "This is the return of May 2026 again, under the name of June 2026: it says nothing that was not said then. It was set aside."
Edit = Callable[[Any], None]


def of_may(file: str, *edits: Edit) -> bytes:
    book = openpyxl.load_workbook(ROOT / "inputs" / "2026-05" / IN_MAY[file])
    for edit in edits:
        edit(book)
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def retyped(book: Any) -> None:
    """The month where people see it: in the answer, and in the titles."""
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == "May 2026" or (cell.row < 3 and str(cell.value).endswith("May 2026")):
                    cell.value = cell.value.replace("May 2026", "June 2026")


def hidden_too(book: Any) -> None:
    """The month where nobody types."""
    retyped(book)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if "2026-05" in str(cell.value) and ("month=" in str(cell.value) or sheet.title == "_pack"):
                    cell.value = cell.value.replace("2026-05", "2026-06")
    for note in book.custom_doc_props.props:
        note.value = str(note.value).replace("2026-05", "2026-06")


def met_in_june(book: Any) -> None:
    book["Start here"]["C9"] = "9 June 2026, 23 June 2026"


def typed_into_junes_form(file: str) -> bytes:
    """Every answer of May's return in the cells of June's form."""
    old = openpyxl.load_workbook(ROOT / "inputs" / "2026-05" / IN_MAY[file])
    new = openpyxl.load_workbook(ROOT / "inputs" / "2026-06" / file)
    for sheet in (s for s in new.worksheets if s.title in old.sheetnames and s.title not in ("Lists", "_pack")):
        page = sheet.title in ("Start here", "Your words")
        theirs, ours = (_keys(s, page) for s in (old[sheet.title], sheet))
        for key, at in ours.items():
            if key in theirs and not key.startswith("info") and not (page and key in ("month", "workspace")):
                for row in [0] if page else range(5, max(sheet.max_row, old[sheet.title].max_row) + 1):
                    place, source = ((at, 3), (theirs[key], 3)) if page else ((row, at), (row, theirs[key]))
                    sheet.cell(*place).value = old[sheet.title].cell(*source).value
    held = io.BytesIO()
    new.save(held)
    return held.getvalue()


def _keys(sheet: Any, page: bool) -> dict[str, int]:
    cells = [sheet.cell(r, 1) for r in range(1, sheet.max_row + 1)] if page else sheet[3]
    return {str(c.value).partition(";")[0]: c.row if page else c.column for c in cells if c.value}


def asserted_set_aside(understood: Understood, file: str) -> None:
    """One error of the file and no other problem; nothing of it in the month."""
    assert [(p.rule, p.sentence) for p in said(understood) if any(c.file == file for c in p.cells)] == [("AP120", AGAIN)]
    assert not [p for p in said(understood, "AP128") if p.sender == SENT.get(file)]
    assert not [row for row in understood.case.returns.rows if row.at.file == file]
    (line,) = (r for r in understood.case.returns.receipts if r.file == file)
    assert (line.state, line.note) == (ReceiptState.SET_ASIDE, "the return of May 2026, again")


@pytest.mark.parametrize("file", [CAP, RDG, YOUNG, TRUST])
def test_last_months_file_with_its_month_retyped_is_set_aside(file: str, tmp_path: Path) -> None:
    asserted_set_aside(june_with(tmp_path, {file: of_may(file, retyped)}), file)


@pytest.mark.parametrize(
    "content", [of_may(CAP, hidden_too), of_may(CAP, hidden_too, met_in_june), typed_into_junes_form(CAP), typed_into_junes_form(RDG)],
    ids=["the hidden month too", "and the days they met", "typed into this month's form", "RDG's, typed into this month's form"],
)  # fmt: skip
def test_whatever_month_stands_on_it_what_it_says_tells(content: bytes, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    file = RDG if "RDG" in request.node.name else CAP
    asserted_set_aside(june_with(tmp_path, {file: content}), file)


def test_page_1_names_the_sender_and_the_month(tmp_path: Path) -> None:
    page = page_1(june_with(tmp_path, {CAP: of_may(CAP, hidden_too)}))
    assert "Capital and Sufficiency sent the return of May 2026: nothing of this month came, and nothing of it is printed." in page
    assert "sent the return of" not in page_1(the_sample())


def test_a_return_brought_up_to_date_in_part_is_this_months(tmp_path: Path) -> None:
    def some(book: Any) -> None:
        for row in range(5, 10):
            book["Milestones"][f"A{row}"] = "Changed"
            book["Milestones"].cell(row, 9).value = f"Item {row} went on in June as planned, and is on time."

    understood = june_with(tmp_path, {CAP: of_may(CAP, hidden_too, some)})
    assert not said(understood, "AP120")
    assert [row for row in understood.case.returns.rows if row.at.file == CAP]


@pytest.mark.parametrize("file", [YOUNG, TRUST])
def test_people_may_say_the_same_again_on_this_months_form(file: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {file: of_may(file, hidden_too)})
    assert [p.rule for p in said(understood, "AP120", "AP326")] == ["AP326"]
    assert [row for row in understood.case.returns.rows if row.at.file == file]


def test_last_months_log_is_asked_about_and_read(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {LOG: of_may(LOG, hidden_too)})
    assert [p.sentence for p in said(understood, "AP326")] == [
        "Nothing on it differs from what it said in May 2026. Is it that month's Board log, sent again?"
    ]
    assert not said(the_sample(), "AP326")
