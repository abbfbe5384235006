"""Puts a value into a cell of a form as what it is: a date stays a date, text is never a formula."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ...model import Word, day


def put(sheet: Worksheet, row: int, at: int, value: Any, style: Format) -> None:
    """Write one value with its format; nothing stated leaves the cell empty but formatted."""
    match stands := as_cell(value):
        case None:
            sheet.write_blank(row, at, None, style)
        case date():
            sheet.write_datetime(row, at, datetime(stands.year, stands.month, stands.day), style)
        case str():
            sheet.write_string(row, at, stands, style)
        case _:
            sheet.write_number(row, at, stands, style)


def as_cell(value: Any) -> str | int | float | date | None:
    """What stands in the cell for a value; nothing where nothing is stated."""
    match value:
        case None | () | "":
            return None
        case bool() | str():
            return str(value)
        case date() | int() | float():
            return value
        case Word():
            return value.text
        case tuple():
            return "; ".join(_as_text(v) for v in value)
    return str(value)


def _as_text(value: Any) -> str:
    if isinstance(value, Word):
        return value.text
    return day(value) if isinstance(value, date) else str(value)
