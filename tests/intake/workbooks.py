"""Builds small returns for the tests of intake: a workbook written as a person would make one, sheet by sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl

MILESTONE_HEADINGS = [
    "This month", "ID", "Milestone", "Status now", "Forecast now", "Progress this month", "Plan priority", "Theme",
    "Action lead (role)", "Accountable (role)", "Baseline date",
]  # fmt: skip
MILESTONE = [
    "Changed", "M-CAP-007", "24 specialist base places open at two secondary schools", "Off track", "04/01/2027", "Interim rooms found.",
    "2", "Specialist places and sufficiency", "Head of Education Capital", "Director of Finance", "01/09/2026",
]  # fmt: skip
COVER = [
    ("Workspace", "Capital and Sufficiency"),
    ("Month", "June 2026"),
    ("Met on", "9 June 2026, 23 June 2026"),
    ("Completed by (role)", "Programme manager"),
    ("Headline, in 60 words: what should the Board know?", "56 places are late."),
    ("No individual child or case is described in this return", "Yes, I have checked"),
]


def page(book: openpyxl.Workbook, title: str, answers: list[tuple[str, Any]]) -> Any:
    """A page: question in A, answer in B, from row 3."""
    sheet = book.create_sheet(title)
    sheet["A1"] = title
    for number, (question, answer) in enumerate(answers, start=3):
        sheet.cell(number, 1, question)
        sheet.cell(number, 2, answer)
    return sheet


def table(book: openpyxl.Workbook, title: str, headings: list[str], rows: list[list[Any]], top: int = 3) -> Any:
    """A table: a title in A1, headings in row `top`, rows beneath."""
    sheet = book.create_sheet(title)
    sheet["A1"] = title
    for column, heading in enumerate(headings, start=1):
        sheet.cell(top, column, heading)
    for number, row in enumerate(rows, start=top + 1):
        for column, value in enumerate(row, start=1):
            if value is not None:
                sheet.cell(number, column, value)
    return sheet


def blank() -> openpyxl.Workbook:
    """A workbook without a sheet."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    return book


def workspace(milestones: list[list[Any]] | None = None, cover: list[tuple[str, Any]] | None = None) -> openpyxl.Workbook:
    """A Workspace return with a cover and milestones."""
    book = blank()
    page(book, "Start here", COVER if cover is None else cover)
    table(book, "Milestones", MILESTONE_HEADINGS, [MILESTONE] if milestones is None else milestones)
    return book


def save(book: openpyxl.Workbook, folder: Path, name: str = "CAP.xlsx") -> Path:
    """Save into a month's folder."""
    folder.mkdir(parents=True, exist_ok=True)
    book.save(folder / name)
    return folder / name
