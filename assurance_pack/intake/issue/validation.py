"""What a cell of a form helps with and refuses: drop-downs, dates, whole numbers, each with its own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from xlsxwriter.worksheet import Worksheet

from ...schema.column import Column, ColumnKind
from .form import Form
from .lists import takes_several

EARLIEST, LATEST = date(2015, 1, 1), date(2045, 12, 31)
LONGEST_TITLE, LONGEST_MESSAGE = 32, 255
"""What a spreadsheet shows of an input message, in characters."""
_ROOM_FOR_LIMIT = 85


def validate(sheet: Worksheet, rows: Iterable[int], at: int, column: Column, names: Mapping[str, str]) -> None:
    """Put a column's help, and what it takes, on these rows of it. A heading is cut to what a spreadsheet shows; the help fits."""
    runs = [(min(run), max(run)) for run in _runs(rows)]
    if not runs or not (column.help or column.words in names):
        return
    options: dict[str, Any] = {
        "input_title": column.heading[:LONGEST_TITLE], "input_message": column.help[:LONGEST_MESSAGE],
        "error_title": column.heading[:LONGEST_TITLE], "ignore_blank": True, **_takes(column, names),
    }  # fmt: skip
    if len(runs) > 1:
        options["other_cells"] = [[first, at, last, at] for first, last in runs[1:]]
    first, last = runs[0]
    sheet.data_validation(first, at, last, at, options)


def _runs(rows: Iterable[int]) -> Iterable[list[int]]:
    for _, run in groupby(enumerate(sorted(rows)), key=lambda pair: pair[1] - pair[0]):
        yield [row for _, row in run]


def _takes(column: Column, names: Mapping[str, str]) -> dict[str, Any]:
    if column.words in names:
        return _from_a_list(column, names[column.words])
    if column.kind is ColumnKind.DATE:
        return {
            "validate": "date", "criteria": "between", "minimum": EARLIEST, "maximum": LATEST,
            "error_message": "This cell takes a date, for example 30/09/2026. If it is not known yet, leave it empty and say why beside it.",
        }  # fmt: skip
    if column.kind is ColumnKind.WHOLE:
        low, high = int(column.least or 0), int(column.most or 10_000_000)
        said = f"from {low} to {high}" if column.most else "0 or more"
        return {
            "validate": "integer", "criteria": "between", "minimum": low, "maximum": high,
            "error_message": f"This cell takes a whole number, {said}.",
        }  # fmt: skip
    if column.kind is ColumnKind.NUMBER:
        return {
            "validate": "decimal", "criteria": "between", "minimum": -999_999_999, "maximum": 999_999_999,
            "error_message": "This cell takes a number, without a % or £ sign. If there is none, leave it empty and say why in “Reason if missing”.",
        }  # fmt: skip
    return {"validate": "any"}


def _from_a_list(column: Column, name: str) -> dict[str, Any]:
    if takes_several(column.kind):
        # a drop-down offers one; several may be typed with ; between, so nothing is refused here
        several = f"{column.help} Several: put ; between."
        if len(several) > LONGEST_MESSAGE:
            several = column.help[:LONGEST_MESSAGE]
        return {"validate": "list", "source": f"={name}", "show_error": False, "input_message": several}
    return {"validate": "list", "source": f"={name}", "error_message": "Choose one from the list: press Alt and the down arrow to open it."}


def recall_words(sheet: Worksheet, said: Mapping[int, str], at: int, column: Column, form: Form) -> None:
    """What was said last month, as the input message of a cell that starts empty; a program shows 255 characters of it."""
    if not form.previous:
        return
    for row, before in said.items():
        limit = f"Now {form.month.short}: {column.help}" if column.help else ""
        limit = limit if len(limit) <= _ROOM_FOR_LIMIT else f"Now: what happened in {form.month.short}?"
        room = LONGEST_MESSAGE - len(limit) - 3
        shown = before if len(before) <= room else f"{before[: room - 1]}…"
        sheet.data_validation(row, at, row, at, {
            "validate": "any", "input_title": f"In {form.previous.short} you said"[:LONGEST_TITLE], "input_message": f"“{shown}”\n{limit}",
        })  # fmt: skip
