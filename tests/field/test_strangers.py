"""Workbooks that are none of our forms: read as no return, whatever their headings share with ours; and a register of their own on our form."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from field_cases import ROOT, june_of, places
from strangers_books import strangers

from assurance_pack.pipeline import Understood
from assurance_pack.returns.workspace import Risk

NAME = "Capital and Sufficiency June 2026.xlsx"
HEADINGS = ["ID", "Risk", "Likelihood", "Impact", "Owner", "Status"]
ROWS: list[list[Any]] = [
    ["R1", "Boiler fails in winter", 3, 4, "Estates", "Open"],
    ["R2", "Server room floods", 2, 5, "IT", "Open"],
    ["R3", "Van off the road", 2, 2, "Fleet", "Closed"],
]


def test_of_a_hundred_workbooks_of_others_none_is_taken_for_a_return(tmp_path: Path) -> None:
    files = dict(strangers())
    assert len(files) > 100
    returns = june_of(tmp_path, files).case.returns
    assert not returns.rows
    assert not [r.file for r in returns.receipts if r.counts]
    assert {r.file for r in returns.receipts if r.file} == set(files)


def with_own_register(first_row: int, headings: list[str], rows: list[list[Any]]) -> bytes:
    """Capital's June return with a table of their own over what the sheet Risks holds from this row on."""
    book = openpyxl.load_workbook(ROOT / "inputs/2026-06" / NAME)
    sheet = book["Risks"]
    for row in sheet.iter_rows(min_row=first_row):
        for cell in row:
            cell.value = None
    for down, row_of in enumerate([headings, *rows]):
        for across, value in enumerate(row_of, start=1):
            sheet.cell(first_row + down, across).value = value
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def of_risks(understood: Understood) -> list[str]:
    return places([p for p in understood.verdicts.problems if any(c.sheet == "Risks" for c in p.cells) and p.severity.name != "NOTE"])


@pytest.mark.parametrize("first_row", [1, 3, 4])
def test_a_register_with_headings_near_ours_pasted_over_ours_is_one_problem(tmp_path: Path, first_row: int) -> None:
    understood = june_of(tmp_path, {NAME: with_own_register(first_row, HEADINGS, ROWS)})
    assert of_risks(understood) == ["AP134 Risks!"]
    assert "The headings here are not the form's, and the 3 rows in use were not read" in str(understood.verdicts.problems)
    assert not understood.case.returns.of(Risk)


OTHERS = {
    "a register with scores": (
        ["Risk ID", "Risk description", "Cause", "Effect", "Likelihood", "Impact", "Score", "Controls", "Owner", "Review date"],
        [["1", "Fire", "Wiring", "Loss", 2, 5, 10, "Alarm", "Estates", None]],
    ),
    "a list of actions": (["ID", "Action", "Owner", "Due date", "Status", "Update"], [["A1", "Order laptops", "Office", None, "Open", ""]]),
    "a register in five columns": (["Risk", "L", "I", "Mitigation", "By whom"], [["Van breaks down", 2, 2, "Service", "Driver"]]),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_so_is_any_other_register(tmp_path: Path, kind: str) -> None:
    understood = june_of(tmp_path, {NAME: with_own_register(1, *OTHERS[kind])})
    assert of_risks(understood) == ["AP134 Risks!"]


def test_a_form_whose_columns_were_moved_is_read_all_the_same(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(ROOT / "inputs/2026-06" / NAME)
    before = {r.id for r in june_of(tmp_path / "as sent", {NAME: (ROOT / "inputs/2026-06" / NAME).read_bytes()}).case.returns.of(Risk)}
    sheet = book["Risks"]
    columns = [[sheet.cell(r, c).value for r in range(4, sheet.max_row + 1)] for c in range(1, sheet.max_column + 1)]
    for across, values in enumerate(reversed(columns), start=1):  # without the hidden keys above
        for down, value in enumerate(values, start=4):
            sheet.cell(down, across).value = value
    stream = io.BytesIO()
    book.save(stream)
    assert {r.id for r in june_of(tmp_path / "moved", {NAME: stream.getvalue()}).case.returns.of(Risk)} == before
