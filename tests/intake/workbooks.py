"""Builds small returns for the tests: a workbook written as a person would make one, sheet by sheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
from docx import Document

from assurance_pack.returns.workspace import ForRdg, IndicatorFigure, QAFinding, Risk
from assurance_pack.schema import columns

MILESTONE_HEADINGS = [
    "This month", "ID", "Milestone", "Status now", "Forecast now", "Progress this month", "Plan priority", "Theme",
    "Action lead (role)", "Accountable (role)", "Baseline date",
]  # fmt: skip
MILESTONE: list[Any] = [
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
OTHER_SHEETS = {cls.sheet_title: [c.heading for c in columns(cls)] for cls in (Risk, QAFinding, IndicatorFigure, ForRdg)}
VOICE = [
    ("Group", "Parent Carer Forum"),
    ("Month", "June 2026"),
    ("What is working?", "Somebody rings back now."),
    ("What is not working?", None),
    ("What do you ask the Board for?", "Tell us where the children will start."),
]


def milestone(**changed: Any) -> list[Any]:
    """The milestone with some cells otherwise, by heading with its spaces as underscores."""
    by_heading = {h.replace(" ", "_").replace("(", "").replace(")", "").lower(): n for n, h in enumerate(MILESTONE_HEADINGS)}
    row = list(MILESTONE)
    for name, value in changed.items():
        row[by_heading[name]] = value
    return row


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


def workspace(*milestones: list[Any], cover: list[tuple[str, Any]] | None = None) -> openpyxl.Workbook:
    """A whole Workspace return: a cover, milestones from row 4, and the other sheets with nothing on them."""
    book = blank()
    page(book, "Start here", COVER if cover is None else cover)
    table(book, "Milestones", MILESTONE_HEADINGS, list(milestones) or [MILESTONE])
    for title, headings in OTHER_SHEETS.items():
        table(book, title, headings, [])
    return book


def voice(*changed: tuple[str, Any]) -> openpyxl.Workbook:
    """A voice return, with some answers otherwise."""
    book = blank()
    page(book, "Your words", list((dict(VOICE) | dict(changed)).items()))
    return book


def word_voice(answers: list[tuple[str, str]]) -> Any:
    """A voice return somebody typed in Word: a question as a paragraph, the answer beneath."""
    document = Document()
    document.add_heading("Your words to the Board", 1)
    for question, answer in answers:
        document.add_heading(question, 2)
        for line in answer.split("\n"):
            document.add_paragraph(line)
    return document


def save(book: Any, folder: Path, name: str = "CAP.xlsx") -> Path:
    """Save into a month's folder."""
    folder.mkdir(parents=True, exist_ok=True)
    book.save(folder / name)
    return folder / name


def row_of(sheet: Any, number: int, values: dict[str, Any], headings: int = 3) -> None:
    """Write a row by its headings."""
    places = {cell.value: cell.column for cell in sheet[headings]}
    for heading, value in values.items():
        sheet.cell(number, places[heading], value)
