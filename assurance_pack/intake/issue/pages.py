"""“Start here”: who the form is for, the few questions of the return, and the sheets in turn with what is still to do on each."""

from __future__ import annotations

from datetime import date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from ...model import day
from ...schema import Row, columns
from ...schema.column import Column, ColumnGroup
from ...settings import Settings
from .. import printed
from .cells import put
from .fit import fit, height_of, lines_of
from .form import Form, page_value
from .issued import identity_of
from .places import is_new
from .style import ACCENT, DATE_FORMAT, GREY, HAIR, HEADED, LINE, STILL_TO_DO, WHITE, YOURS, Formats
from .todo import to_do
from .validation import validate

KEYS, LABEL, ANSWER, BEFORE, LEGEND = 0, 1, 2, 3, 4
WIDTHS = {KEYS: 2.0, LABEL: 36.0, ANSWER: 60.0, BEFORE: 44.0, LEGEND: 42.0}
HEAD = 3
FIRST_QUESTION = 4
READING = (
    (printed.TO_FILL_IN, {"bg_color": STILL_TO_DO, "border": 1, "border_color": LINE}),
    (printed.TO_CHANGE, {"bg_color": YOURS, "border": 1, "border_color": LINE}),
    (printed.FINISHED, {"font_color": GREY, "border": 1, "border_color": LINE}),
    (printed.SELDOM, {"bottom": 1, "bottom_color": HAIR}),
    (printed.OURS, {"font_color": GREY, "bottom": 1, "bottom_color": HAIR}),
)
"""How to read the cells, by showing each as it looks."""


def write_start(sheet: Worksheet, cls: type[Row], form: Form, formats: Formats, names: dict[str, str], settings: Settings) -> None:
    """Draw “Start here”."""
    for at, width in WIDTHS.items():
        sheet.set_column(at, at, width, None, {"hidden": at == KEYS})
    _opening(sheet, cls, form, formats, settings)
    identity = identity_of(cls, form, settings).text()
    row = FIRST_QUESTION
    for index, column in enumerate(in_order(cls)):
        sheet.write_string(row, KEYS, column.name + (identity if index == 0 else ""))
        _question(sheet, row, column.worded(settings), form, formats, names)
        row += 1
    sheet.set_row(row, 12)
    last = _contents(sheet, row + 1, form, formats, settings)
    first = next((FIRST_QUESTION + i for i, c in enumerate(in_order(cls)) if c.group is not ColumnGroup.KEY), FIRST_QUESTION)
    sheet.set_selection(first, ANSWER, first, ANSWER)
    sheet.activate()
    finish(sheet, form, last, landscape=True, width=LEGEND)


def _opening(sheet: Worksheet, cls: type[Row], form: Form, formats: Formats, settings: Settings) -> None:
    sheet.write_string(0, LABEL, f"{form.kind.form_title}, {form.month.name}", formats.of(font_size=22))
    sheet.set_row(0, 36)
    sheet.write_string(1, LABEL, _form_named(form, settings), formats.of(font_color=GREY))
    sheet.set_row(1, 20)
    sheet.write_string(2, LABEL, _steps(cls, form), formats.of(bold=True, font_color=ACCENT))
    sheet.set_row(2, 26)
    sheet.write_string(HEAD, LABEL, printed.ABOUT_RETURN, formats.of(**HEADED, font_color=GREY))
    sheet.write_string(HEAD, ANSWER, printed.YOUR_ANSWER, formats.of(**HEADED, font_color=WHITE, bg_color=ACCENT, indent=1))
    before = f"In {form.previous.short}" if form.page_before and form.previous else printed.FOR_INFORMATION
    sheet.write_string(HEAD, BEFORE, before, formats.of(**HEADED, font_color=GREY, indent=1))
    sheet.set_row(HEAD, 20)


def _steps(cls: type[Row], form: Form) -> str:
    """What to do, in three steps."""
    yours = [c for c in columns(cls) if c.group is not ColumnGroup.KEY]
    steps = [printed.FILL_IN_BELOW] if yours else []
    if any(is_new(s) for s in form.kind.sheets):
        steps.append("On each sheet choose “This month” for every row; change only what has changed.")
    else:
        steps.append("Go through the sheets listed below.")
    steps.append(printed.SEND_BACK)
    return "     ".join(f"{n}  {step}" for n, step in enumerate(steps, start=1))


def _form_named(form: Form, settings: Settings) -> str:
    parts = [f"{form.sender_name}, as at {day(form.position)}" if form.position else form.sender_name]
    if form.meeting:
        parts.append(f"The Board reads it on {day(form.meeting)}")
    if form.due:
        to = settings.secretariat.email or "the secretariat"
        parts.append(f"Please save and send to {to} by 5 pm on {form.due:%A} {day(form.due)}")
    if settings.board.illustrative:
        parts.append("Illustrative")
    return ".  ".join(parts) + "."


def _question(sheet: Worksheet, row: int, column: Column, form: Form, formats: Formats, names: dict[str, str]) -> None:
    value = page_value(column, form)
    ours = column.group is ColumnGroup.KEY
    under = {"text_wrap": True, "bottom": 1, "bottom_color": HAIR}
    sheet.write_string(row, LABEL, column.heading, formats.of(bold=True, **under))
    style: dict[str, Any] = {"text_wrap": True, "locked": ours, "align": "left", "indent": 1}
    if ours:
        style |= under
    else:
        style |= {"border": 1, "border_color": LINE, "bg_color": YOURS if value is not None else STILL_TO_DO}
    if isinstance(value, date):
        style["num_format"] = DATE_FORMAT
    put(sheet, row, ANSWER, value, formats.of(**style))
    before = form.page_before.get(column.name)
    put(sheet, row, BEFORE, before, formats.of(font_color=GREY, align="left", indent=1, **under))
    if not ours:
        validate(sheet, [row], ANSWER, column, names)
        filled = {"type": "no_blanks", "format": formats.rule(bg_color=YOURS)}
        sheet.conditional_format(row, ANSWER, row, ANSWER, filled)
    lines = max(
        lines_of(column.heading, WIDTHS[LABEL] * 0.92),
        lines_of(_value_told(value), WIDTHS[ANSWER]),
        lines_of(_value_told(before), WIDTHS[BEFORE]),
    )
    least = 84 if column.word_limit > 30 else 26
    fit(sheet, row, height_of(lines, least), LEGEND + 1, formats, least=least)


def _value_told(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(_value_told(v) for v in value)
    return day(value) if isinstance(value, date) else str(value or "")


def in_order(cls: type[Row]) -> list[Column]:
    """What we fill in first, then the sender's own in the order declared."""
    return sorted(columns(cls), key=lambda c: c.group is not ColumnGroup.KEY)


def _contents(sheet: Worksheet, row: int, form: Form, formats: Formats, settings: Settings) -> int:
    """The sheets in turn, with links, and beside them how to read the cells; gives the last row used."""
    tables = [cls for cls in form.kind.sheets if cls.layout == "table"]
    head = formats.of(**HEADED, font_color=GREY)
    indented = formats.of(**HEADED, font_color=GREY, indent=1)
    sheet.write_string(row, LABEL, printed.SHEET_BY_SHEET, head)
    for at, text in ((ANSWER, printed.WHAT_TO_DO), (BEFORE, printed.STILL_TO_DO), (LEGEND, printed.HOW_TO_READ)):
        sheet.write_string(row, at, text, indented)
    sheet.set_row(row, 20)
    for index in range(max(len(tables), len(READING))):
        lines = 1
        if index < len(tables):
            lines = _content(sheet, row + 1 + index, tables[index], form, formats, settings)
        if index < len(READING):
            text, style = READING[index]
            sheet.write_string(row + 1 + index, LEGEND, text, formats.of(**style, indent=1))
        fit(sheet, row + 1 + index, height_of(lines, 24), LEGEND + 1, formats)
    end = row + 2 + max(len(tables), len(READING))
    sheet.write_string(end, LABEL, printed.PROTECTED, formats.of(font_color=GREY))
    return end


def _content(sheet: Worksheet, row: int, cls: type[Row], form: Form, formats: Formats, settings: Settings) -> int:
    under = {"bottom": 1, "bottom_color": HAIR}
    link = formats.of(font_color=ACCENT, underline=1, **under)
    sheet.write_url(row, LABEL, f"internal:'{cls.sheet_title}'!A5", link, cls.sheet_title)
    there = form.sheets.get(cls)
    task = settings.worded(cls.task) if not cls.waits_for or (there and there.rows) else printed.NOTHING_CAME
    sheet.write_string(row, ANSWER, task, formats.of(text_wrap=True, indent=1, **under))
    left = to_do(cls, form)
    if left:
        sheet.write_formula(row, BEFORE, left.formula, formats.of(bold=True, indent=1, align="left", **under), left.text)
    else:
        sheet.write_string(row, BEFORE, _came(len(there.rows) if there else 0, bool(cls.waits_for)), formats.of(indent=1, **under))
    return lines_of(task, WIDTHS[ANSWER])


def _came(count: int, waits: bool) -> str:
    if not count:
        return printed.NOTHING if waits else printed.IF_ANYTHING
    return printed.came_forward(count)


def finish(sheet: Worksheet, form: Form, last: int, *, landscape: bool, width: int) -> None:
    """Print and protection of a page."""
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    if landscape:
        sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.print_area(0, LABEL, last, width)
    sheet.fit_to_pages(1, 0 if landscape else 1)
    sheet.set_footer(f"&L&8{form.sender_name.replace('&', '&&')}, {form.month.name}&R&8Page &P of &N")
    sheet.protect("", {"format_columns": True, "format_rows": True, "format_cells": True})
