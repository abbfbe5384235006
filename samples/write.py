"""Writes one filled-in return as a workbook: the same text gives the same bytes, on any day and any machine."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import xlsxwriter
from xlsxwriter.workbook import Workbook

from assurance_pack.intake.identity import PROPERTY_PREFIX, Identity
from assurance_pack.schema import Column, Group, Row, columns
from assurance_pack.settings import Settings

from .story import Cells, Filled, moment

INK, QUIET, ACCENT, TINT, LINE = "#1A2228", "#505A5F", "#0B4A5E", "#EAF3F6", "#C3CACD"
PICKED = ("theme", "theme_or_none", "priority", "indicator", "confidence_about")
"""Lists whose words the story gives by their code; on the form they stand whole, as the drop-down writes them."""


def workbook(filled: Filled, settings: Settings) -> bytes:
    """One return as the bytes of an Excel workbook."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({
        "title": f"{filled.kind.form_title}, {filled.month.name}", "subject": settings.board.illustrative,
        "author": settings.secretariat.name, "created": moment(filled.received),
    })  # fmt: skip
    for name, value in (("form", filled.kind.key), ("from", filled.code), ("month", filled.month), ("v", str(filled.kind.version))):
        book.set_custom_property(PROPERTY_PREFIX + name, value, "text")
    for cls in filled.kind.sheets:
        identity = Identity(filled.kind.key, cls.sheet_title, filled.kind.version, filled.code, filled.month).text()
        draw = _page if cls.layout == "page" else _table
        draw(book, filled, settings, cls, identity)
    book.close()
    return stream.getvalue()


def _sender(filled: Filled, settings: Settings) -> str:
    return settings.sender_name(f"{filled.kind.key}:{filled.code}")


def _styles(book: Workbook) -> dict[str, Any]:
    def style(**said: Any) -> Any:
        return book.add_format({"font_name": "Calibri", "font_size": 11, "font_color": INK, "valign": "top", **said})

    ruled = {"text_wrap": True, "bottom": 1, "bottom_color": LINE}
    return {
        "title": style(font_size=20), "quiet": style(font_color=QUIET), "key": style(font_color=QUIET, font_size=8),
        "yours": style(bold=True, font_color="#FFFFFF", bg_color=ACCENT, text_wrap=True), "question": style(bold=True, text_wrap=True),
        "given": style(bold=True, font_color="#FFFFFF", bg_color=QUIET, text_wrap=True),
        "text": style(**ruled), "date": style(num_format="dd/mm/yyyy", align="left", **ruled), "number": style(num_format="General", **ruled),
        "answer": style(bg_color=TINT, text_wrap=True, border=1, border_color="#7C9AA5"),
        "day": style(bg_color=TINT, num_format="d mmmm yyyy", align="left", border=1, border_color="#7C9AA5"),
    }  # fmt: skip


def _spoken(column: Column, value: Any, settings: Settings) -> Any:
    if column.words in PICKED and isinstance(value, str):
        return next((w.word for w in settings.words(column.words) if w.meaning == value), value)
    return value


def _put(sheet: Any, at: tuple[int, int], value: Any, styles: dict[str, Any], text: str = "text", dated: str = "date") -> None:
    if isinstance(value, date):
        sheet.write_datetime(*at, moment(value).replace(hour=0), styles[dated])
    elif isinstance(value, int | float):
        sheet.write_number(*at, value, styles["number"])
    elif value is None or value == "":
        sheet.write_blank(*at, None, styles[text])
    else:
        sheet.write_string(*at, value, styles[text])


def _page(book: Workbook, filled: Filled, settings: Settings, cls: type[Row], identity: str) -> None:
    """Questions down column B, answers in C; keys in hidden column A, the identity in the first of them."""
    styles = _styles(book)
    sheet = book.add_worksheet(cls.sheet_title)
    sheet.set_column(0, 0, 20, styles["key"], {"hidden": True})
    sheet.set_column(1, 1, 42)
    sheet.set_column(2, 2, 70)
    sheet.write_string(0, 1, f"{filled.kind.form_title}, {filled.month.name}", styles["title"])
    sheet.write_string(1, 1, f"{_sender(filled, settings)}. {settings.board.illustrative}.", styles["quiet"])
    said = filled.sheets[cls][0]
    for number, column in enumerate(columns(cls)):
        row = 3 + number
        sheet.write_string(row, 0, column.name + (identity if number == 0 else ""), styles["key"])
        sheet.write_string(row, 1, column.heading, styles["question"])
        _put(sheet, (row, 2), _spoken(column, said.get(column.name), settings), styles, "answer", "day")
    _print_on_paper(sheet, settings)


def _table(book: Workbook, filled: Filled, settings: Settings, cls: type[Row], identity: str) -> None:
    """Title, help, the hidden row of keys, headings; then a row a line."""
    styles = _styles(book)
    sheet = book.add_worksheet(cls.sheet_title)
    sheet.write_string(0, 0, cls.sheet_title, styles["title"])
    sheet.write_string(1, 0, f"{_sender(filled, settings)}, {filled.month.name}. {settings.board.illustrative}.", styles["quiet"])
    sheet.set_row(2, None, None, {"hidden": True})
    for at, column in enumerate(columns(cls)):
        sheet.set_column(at, at, column.width)
        sheet.write_string(2, at, column.name + (identity if at == 0 else ""), styles["key"])
        sheet.write_string(3, at, column.heading, styles["given" if column.locked or column.group is Group.KEY else "yours"])
    sheet.freeze_panes(4, 0)
    _lines(sheet, filled.sheets[cls], cls, settings, styles)
    _print_on_paper(sheet, settings)
    sheet.repeat_rows(3)


def _lines(sheet: Any, rows: list[Cells], cls: type[Row], settings: Settings, styles: dict[str, Any]) -> None:
    line = 4
    for row in rows:
        line += 1 if row.get("gap_before") else 0
        for at, column in enumerate(columns(cls)):
            _put(sheet, (line, at), _spoken(column, row.get(column.name), settings), styles)
        line += 1


def _print_on_paper(sheet: Any, settings: Settings) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&L{settings.board.illustrative.replace('&', '&&')}&RPage &P of &N")
