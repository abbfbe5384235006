"""The pages of a form: “Start here”, with the few questions of the return, and the one-page voice form."""

from __future__ import annotations

from datetime import date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from ...model import day
from ...schema import Column, Group, Row, columns
from ...settings import Settings
from ..identity import Identity
from .cells import put
from .form import Form
from .style import ACCENT, DATE_FORMAT, GREY, HAIR, INK, LINE, TODO, YOURS, Formats
from .validation import validate

KEYS, LABEL, ANSWER, BEFORE, LEGEND = 0, 1, 2, 3, 4
BOXES = ("working", "not_working", "ask")
PARTS = {"how_heard": "If you wish", "taken_down_by": "For the secretariat, where the words came another way"}


def write_start(sheet: Worksheet, cls: type[Row], form: Form, formats: Formats, names: dict[str, str], settings: Settings) -> None:
    """Draw “Start here”: what to do, the questions, then the sheets in turn."""
    for at, width in ((KEYS, 2), (LABEL, 36), (ANSWER, 62), (BEFORE, 44), (LEGEND, 40)):
        sheet.set_column(at, at, width, None, {"hidden": at == KEYS})
    sheet.write_string(0, LABEL, f"{form.kind.form_title}, {form.month.name}", formats.of(font_size=22))
    sheet.set_row(0, 34)
    sheet.write_string(1, LABEL, _about(form, settings), formats.of(font_color=GREY))
    sheet.write_string(2, LABEL, "1  Fill in the tinted cells below.    2  On each sheet choose “This month” for every row; change only what has changed.    3  Save, and send the file back by e-mail.", formats.of(bold=True, font_color=ACCENT))  # fmt: skip
    head = {"bold": True, "bottom": 2, "bottom_color": INK}
    sheet.write_string(3, LABEL, "About this return", formats.of(**head, font_color=GREY))
    sheet.write_string(3, ANSWER, "Your answer", formats.of(**head, font_color="#FFFFFF", bg_color=ACCENT))
    sheet.write_string(3, BEFORE, f"In {form.previous.short}" if form.previous else "For information", formats.of(**head, font_color=GREY))
    identity = Identity(form.kind.key, cls.sheet_title, form.kind.version, form.code, form.month).text()
    row = 4
    for index, column in enumerate(_in_order(cls)):
        sheet.write_string(row, KEYS, column.name + (identity if index == 0 else ""))
        _question(sheet, row, column, form, formats, names)
        row += 1
    _contents(sheet, row + 1, form, formats)
    _finish(sheet, form, landscape=True, width=LEGEND)


def _about(form: Form, settings: Settings) -> str:
    parts = [form.sender_name]
    if form.position:
        parts[0] += f", as at {day(form.position)}"
    if form.due:
        parts.append(
            f"Please save and send to {settings.secretariat.email or 'the secretariat'} by 5 pm on {form.due.strftime('%A')} {day(form.due)}"
        )
    if settings.board.illustrative:
        parts.append("Illustrative")
    return ".  ".join(parts) + "."


def _question(sheet: Worksheet, row: int, column: Column, form: Form, formats: Formats, names: dict[str, str]) -> None:
    value = _page_value(column, form)
    ours = column.group is Group.KEY
    sheet.write_string(row, LABEL, column.heading, formats.of(bold=True, text_wrap=True, bottom=1, bottom_color=HAIR))
    style: dict[str, Any] = {"text_wrap": True, "border": 1, "border_color": LINE, "locked": ours, "align": "left"}
    if not ours:
        style["bg_color"] = YOURS if value is not None else TODO
    if isinstance(value, date):
        style["num_format"] = DATE_FORMAT
    put(sheet, row, ANSWER, value, formats.of(**style))
    before = form.page_before.get(column.name)
    put(sheet, row, BEFORE, before, formats.of(font_color=GREY, text_wrap=True, bottom=1, bottom_color=HAIR, align="left"))
    if not ours:
        validate(sheet, row, row, ANSWER, column, names)
    tall = 84 if column.word_limit > 30 else 36 if len(column.heading) > 36 else 24
    sheet.set_row(row, tall)


def _in_order(cls: type[Row]) -> list[Column]:
    """What we fill in first, then the sender's own in the order declared."""
    return sorted(columns(cls), key=lambda c: c.group is not Group.KEY)


def _page_value(column: Column, form: Form) -> Any:
    if column.name == "month":
        return form.month
    if column.name in ("workspace", "organisation", "group"):
        return form.sender_name
    return form.page.get(column.name)


def _contents(sheet: Worksheet, row: int, form: Form, formats: Formats) -> None:
    tables = [cls for cls in form.kind.sheets if cls.layout == "table"]
    if not tables:
        return
    head = formats.of(bold=True, font_color=GREY, bottom=2, bottom_color=INK)
    for at, text in ((LABEL, "Then, sheet by sheet"), (ANSWER, "What to do"), (BEFORE, "Came forward"), (LEGEND, "How to read the cells")):
        sheet.write_string(row, at, text, head)
    legend = (
        ("Yours, still to fill in", TODO),
        ("Yours; fill in, or change if it has changed", YOURS),
        ("Yours, but finished: reviewed, no change", "#FFFFFF"),
    )
    plain = formats.of(bottom=1, bottom_color=HAIR, text_wrap=True)
    for index, cls in enumerate(tables, start=1):
        there = form.sheets.get(cls)
        count = len(there.rows) if there else 0
        has_review = any(c.name == "this_month" for c in columns(cls))
        sheet.write_url(
            row + index,
            LABEL,
            f"internal:'{cls.sheet_title}'!A5",
            formats.of(font_color=ACCENT, underline=1, bottom=1, bottom_color=HAIR),
            cls.sheet_title,
        )
        sheet.write_string(row + index, ANSWER, "Choose “This month” for every row." if has_review else _task(cls, count), plain)
        sheet.write_string(row + index, BEFORE, f"{count} rows" if count != 1 else "1 row", plain)
        if index <= len(legend):
            text, tint = legend[index - 1]
            sheet.write_string(row + index, LEGEND, text, formats.of(bg_color=tint, border=1, border_color=LINE))
        sheet.set_row(row + index, 24)


def _task(cls: type[Row], count: int) -> str:
    tasks = {
        "Indicators": "Fill in the newest row of each; correct an older one if it has been revised.",
        "For RDG": "Only if RDG should decide something.",
        "Challenges to answer": "Answer each one." if count else "Nothing to answer this month.",
        "Milestones": "Only where RDG's judgement differs.",
        "Themes": "Confirm, or choose the right theme.",
        "Prompts": "Say whether it is so, and why.",
        "Waivers": "Only where a named person has decided that a problem may stand.",
    }
    return tasks.get(cls.sheet_title, "Fill in what applies.")


def write_voice(sheet: Worksheet, cls: type[Row], form: Form, formats: Formats, names: dict[str, str], settings: Settings) -> None:
    """Draw the voice form: one page, three boxes, fifteen minutes."""
    for at, width in ((KEYS, 2), (LABEL, 30), (ANSWER, 62)):
        sheet.set_column(at, at, width, None, {"hidden": at == KEYS})
    text = {"text_wrap": False}
    note = ". Illustrative" if settings.board.illustrative else ""
    sheet.write_string(0, LABEL, f"{form.sender_name}{note}", formats.of(bold=True, font_color=ACCENT))
    sheet.write_string(1, LABEL, f"{form.kind.form_title}, {form.month.name}", formats.of(font_size=20, **text))
    sheet.set_row(1, 32)
    sheet.write_string(
        2,
        LABEL,
        "It takes about fifteen minutes. Use your own words: we print them exactly as you write them, and the Board answers.",
        formats.of(),
    )
    sheet.write_string(3, LABEL, "About 60 words a box is plenty; more is welcome, and none of it is cut.", formats.of())
    sheet.write_string(
        4, LABEL, "Please do not name a child, or describe a family so closely that someone could tell who it is.", formats.of(bold=True)
    )
    row = _asked_before(sheet, 5, form, formats)
    identity = Identity(form.kind.key, cls.sheet_title, form.kind.version, form.code, form.month).text()
    for index, column in enumerate(columns(cls)):
        if column.name in PARTS:
            row += 1
            sheet.write_string(row - 1, LABEL, PARTS[column.name], formats.of(bold=True, font_color=GREY, bottom=2, bottom_color=INK))
            sheet.write_blank(row - 1, ANSWER, None, formats.of(bottom=2, bottom_color=INK))
        sheet.write_string(row, KEYS, column.name + (identity if index == 0 else ""))
        _voice_question(sheet, row, column, form, formats, names)
        row += 1
    sheet.write_string(
        row + 1,
        LABEL,
        "Nothing this month? Write “Nothing this month” in box 1 and send it back. That is a perfectly good return.",
        formats.of(),
    )
    by = f" by {form.due.strftime('%A')} {day(form.due)}" if form.due else ""
    sheet.write_string(row + 2, LABEL, f"Please send this back{by}: {settings.secretariat.email}.", formats.of())
    sheet.write_string(
        row + 3,
        LABEL,
        f"Would you rather talk? Ring {settings.secretariat.phone}: we will write down your words and read them back to you.",
        formats.of(),
    )
    _finish(sheet, form, landscape=False, width=ANSWER)


def _asked_before(sheet: Worksheet, row: int, form: Form, formats: Formats) -> int:
    for answered in form.answered:
        sheet.write_string(
            row,
            LABEL,
            f"What you asked in {answered.month}, and what was answered",
            formats.of(bold=True, text_wrap=True, top=1, top_color=HAIR),
        )
        said = f"“{answered.asked}”\n{answered.answer}"
        sheet.write_string(row, ANSWER, said, formats.of(text_wrap=True, font_color=ACCENT, top=1, top_color=HAIR))
        sheet.set_row(row, 15 * (len(said) // 58 + 2) + 6)
        row += 1
    return row


def _voice_question(sheet: Worksheet, row: int, column: Column, form: Form, formats: Formats, names: dict[str, str]) -> None:
    ours = column.group is Group.KEY
    number = f"{BOXES.index(column.name) + 1}  " if column.name in BOXES else ""
    label = formats.of(text_wrap=True, valign="top")
    if ours:
        sheet.write_string(row, LABEL, column.heading, formats.of(font_color=GREY))
        sheet.write_string(row, ANSWER, str(_page_value(column, form)), formats.of(font_color=GREY, locked=True))
        return
    sheet.write_rich_string(
        row,
        LABEL,
        formats.of(bold=True),
        f"{number}{column.heading.removesuffix(' (for the secretariat)')}\n",
        formats.of(font_color=GREY, font_size=10),
        column.help,
        label,
    )
    value = form.page.get(column.name)
    style = {"bg_color": YOURS, "border": 1, "border_color": LINE, "text_wrap": True, "valign": "top", "locked": False, "align": "left"}
    put(sheet, row, ANSWER, value, formats.of(**style))
    sheet.set_row(row, 96 if column.name in BOXES else 33)
    if column.words in names or column.name == "read_back_on":
        validate(sheet, row, row, ANSWER, column, names)


def _finish(sheet: Worksheet, form: Form, *, landscape: bool, width: int) -> None:
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    if landscape:
        sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, 1 if not landscape else 0)
    sheet.set_footer(f"&L&8{form.sender_name.replace('&', '&&')}, {form.month.name}&R&8Page &P of &N")
    sheet.protect("", {"format_columns": True, "format_rows": True, "format_cells": True})
