"""Puts a value into a cell of a form as what it is: a date stays a date, text is never a formula."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ...model import Word, day


def put(sheet: Worksheet, row: int, at: int, value: Any, style: Format) -> None:
    """Write one value with its format; nothing stated leaves the cell empty but formatted."""
    match value:
        case None | () | "":
            sheet.write_blank(row, at, None, style)
        case date():
            sheet.write_datetime(row, at, datetime(value.year, value.month, value.day), style)
        case bool() | str():
            sheet.write_string(row, at, str(value), style)
        case int() | float():
            sheet.write_number(row, at, value, style)
        case Word():
            sheet.write_string(row, at, value.text, style)
        case tuple():
            sheet.write_string(row, at, "; ".join(_said(v) for v in value), style)
        case _:
            sheet.write_string(row, at, str(value), style)


def _said(value: Any) -> str:
    if isinstance(value, Word):
        return value.text
    return day(value) if isinstance(value, date) else str(value)
