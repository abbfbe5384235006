"""What a cell of a form helps with and refuses: drop-downs, dates, whole numbers, each with its own words."""

from __future__ import annotations

from datetime import date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from ...schema import Column, Kind
from .lists import takes_several

EARLIEST, LATEST = date(2015, 1, 1), date(2045, 12, 31)


def validate(sheet: Worksheet, first: int, last: int, at: int, column: Column, names: dict[str, str]) -> None:
    """Put a column's help, and what it takes, on its cells. A heading is cut to what a spreadsheet shows; the help fits."""
    options: dict[str, Any] = {
        "input_title": column.heading[:32],
        "input_message": column.help[:255],
        "error_title": column.heading[:32],
        "ignore_blank": True,
    }
    if column.words in names:
        options |= _from_a_list(column, names[column.words])
    elif column.kind is Kind.DATE:
        options |= {
            "validate": "date", "criteria": "between", "minimum": EARLIEST, "maximum": LATEST,
            "error_message": "This cell takes a date, for example 30/09/2026. If it is not known yet, leave it empty and say why beside it.",
        }  # fmt: skip
    elif column.kind is Kind.WHOLE:
        low, high = int(column.least or 0), int(column.most or 10_000_000)
        options |= {
            "validate": "integer", "criteria": "between", "minimum": low, "maximum": high,
            "error_message": f"This cell takes a whole number from {low} to {high}.",
        }  # fmt: skip
    elif column.kind is Kind.NUMBER:
        options |= {
            "validate": "decimal", "criteria": "between", "minimum": -999_999_999, "maximum": 999_999_999,
            "error_message": "This cell takes a number, without a % or £ sign. If there is none, leave it empty and say why in “Reason if missing”.",
        }  # fmt: skip
    else:
        options |= {"validate": "any"}
    if column.help:
        sheet.data_validation(first, at, last, at, options)


def _from_a_list(column: Column, name: str) -> dict[str, Any]:
    if takes_several(column.kind):
        # a drop-down offers one; several may be typed with ; between, so nothing is refused here
        return {
            "validate": "list",
            "source": f"={name}",
            "show_error": False,
            "input_message": f"{column.help} Several: put ; between."[:255],
        }
    return {"validate": "list", "source": f"={name}", "error_message": "Choose one from the list: press Alt and the down arrow to open it."}
