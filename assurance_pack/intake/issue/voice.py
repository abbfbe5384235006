"""The voice form as a workbook: one page, three boxes, fifteen minutes."""

from __future__ import annotations

from typing import Any

from xlsxwriter.worksheet import Worksheet

from ...model import day
from ...returns.voice import PLENTY, AlsoWritten, Voice
from ...schema import Row, columns
from ...schema.column import Column, ColumnGroup
from ...settings import Settings
from .cells import put
from .fit import fit, height_of, lines_of
from .form import AskedBefore, Form, meets, page_value
from .issued import identity_of
from .pages import ANSWER, KEYS, LABEL, finish
from .style import ACCENT, DATE_FORMAT, GREY, HAIR, INK, LINE, YOURS, Formats
from .validation import validate

BOXES = Voice.life.own_words
IF_YOU_WISH = "how_heard"
LABEL_WIDTH, ANSWER_WIDTH = 34.0, 66.0
BOX, OPTIONAL, GAP = 112, 38, 8
BEYOND = ANSWER + 1
INTRODUCTION = (
    "It takes about fifteen minutes. Use your own words: we print them exactly as you write them.",
    f"The Board answers. About {PLENTY} words a box is plenty; more is welcome, and the data book beside the pack has all of it.",
)
NO_CHILD = "Please do not name a child, or describe a family so closely that someone could tell who it is."
NOTHING = "Nothing this month? Write “Nothing this month” in box 1 and send it back. That is a perfectly good return."


def write_voice(sheet: Worksheet, cls: type[Row], form: Form, formats: Formats, names: dict[str, str], settings: Settings) -> None:
    """Draw the voice form."""
    for at, width in ((KEYS, 2.0), (LABEL, LABEL_WIDTH), (ANSWER, ANSWER_WIDTH)):
        sheet.set_column(at, at, width, None, {"hidden": at == KEYS})
    row = _asked_before(sheet, _opening(sheet, form, formats, settings), form, formats)
    first = row
    identity = identity_of(cls, form, settings).text()
    asked = [c.worded(settings) for c in columns(cls) if c.group is ColumnGroup.MONTHLY]
    for index, column in enumerate(asked):
        if column.name == IF_YOU_WISH:
            row = _part(sheet, row, "If you wish", formats)
        sheet.write_string(row, KEYS, column.name + (identity if index == 0 else ""))
        _question(sheet, row, column, form, formats, names)
        row += 1
        if column.name in BOXES:
            sheet.set_row(row, GAP)
            row += 1
    last = _closing(sheet, row, form, formats, settings)
    last = _also_written(sheet, last, form, formats)
    _for_the_secretariat(sheet, last + 2, [c for c in columns(cls) if c.group is not ColumnGroup.MONTHLY], form, formats)
    sheet.set_selection(first, ANSWER, first, ANSWER)
    sheet.activate()
    finish(sheet, form, last, landscape=False, width=ANSWER)


def _opening(sheet: Worksheet, form: Form, formats: Formats, settings: Settings) -> int:
    note = "   Illustrative" if settings.board.illustrative else ""
    sheet.write_string(0, LABEL, f"{form.sender_name}{note}", formats.of(bold=True, font_color=ACCENT, font_size=12))
    sheet.write_string(1, LABEL, f"{form.kind.form_title}, {form.month.name}", formats.of(font_size=22))
    sheet.set_row(1, 36)
    for row, text in enumerate(INTRODUCTION, start=2):
        sheet.write_string(row, LABEL, text + (meets(form) if row == 2 else ""), formats.of(font_size=12))
        sheet.set_row(row, 18)
    row = 2 + len(INTRODUCTION)
    sheet.write_string(row, LABEL, NO_CHILD, formats.of(bold=True, font_size=12))
    sheet.set_row(row, 22)
    return row + 1


def _part(sheet: Worksheet, row: int, title: str, formats: Formats) -> int:
    under = {"bottom": 2, "bottom_color": INK}
    sheet.write_string(row, LABEL, title, formats.of(bold=True, font_color=GREY, **under))
    sheet.write_blank(row, ANSWER, None, formats.of(**under))
    sheet.set_row(row, 20)
    return row + 1


def _asked_before(sheet: Worksheet, row: int, form: Form, formats: Formats) -> int:
    """What the group asked before, and what was answered, between two rules."""
    for index, answered in enumerate(form.answered):
        line: dict[str, Any] = {"top": 2, "top_color": INK} if index == 0 else {"top": 1, "top_color": HAIR}
        sheet.write_rich_string(
            row, LABEL,
            formats.of(bold=True), f"What you asked in {answered.month}\n", formats.of(font_color=GREY, font_size=10), "and what was answered",
            formats.of(text_wrap=True, **line),
        )  # fmt: skip
        sheet.write_rich_string(
            row, ANSWER,
            formats.of(), f"“{answered.asked}”\n", formats.of(bold=True, font_color=ACCENT), answered.answer,
            formats.of(text_wrap=True, indent=1, **line),
        )  # fmt: skip
        lines = lines_of(_spoken(answered), ANSWER_WIDTH)
        fit(sheet, row, height_of(max(lines, 2)), BEYOND, formats)
        row += 1
    sheet.write_blank(row, LABEL, None, formats.of(top=1, top_color=HAIR if form.answered else INK))
    sheet.write_blank(row, ANSWER, None, formats.of(top=1, top_color=HAIR if form.answered else INK))
    sheet.set_row(row, GAP)
    return row + 1


def _spoken(answered: AskedBefore) -> str:
    return f"“{answered.asked}”\n{answered.answer}"


def _question(sheet: Worksheet, row: int, column: Column, form: Form, formats: Formats, names: dict[str, str]) -> None:
    box = column.name in BOXES
    number = f"{BOXES.index(column.name) + 1}  " if box else ""
    label = formats.of(text_wrap=True, valign="top" if box else "vcenter", **({} if box else {"bottom": 1, "bottom_color": HAIR}))
    sheet.write_rich_string(
        row, LABEL,
        formats.of(bold=True, font_size=12 if box else 11), f"{number}{column.heading}\n", formats.of(font_color=GREY, font_size=10), column.help,
        label,
    )  # fmt: skip
    value = form.page.get(column.name)
    style = {"bg_color": YOURS, "border": 1, "border_color": LINE, "text_wrap": True, "locked": False, "align": "left", "indent": 1}
    style |= {"valign": "top", "font_size": 12} if box else {}
    put(sheet, row, ANSWER, value, formats.of(**style))
    least = BOX if box else OPTIONAL
    fit(sheet, row, height_of(lines_of(str(value or ""), ANSWER_WIDTH * 0.92), least), BEYOND, formats, least=least)
    if column.words in names:
        validate(sheet, [row], ANSWER, column, names)
    else:
        hint = "Start typing. Alt and Enter starts a new line. There is no limit; the box grows." if box else column.help
        sheet.data_validation(row, ANSWER, row, ANSWER, {"validate": "any", "input_title": column.heading[:32], "input_message": hint})


def _closing(sheet: Worksheet, row: int, form: Form, formats: Formats, settings: Settings) -> int:
    by = f" by {form.due:%A} {day(form.due)}" if form.due else ""
    said = (
        NOTHING,
        f"Please send this back{by}: {settings.secretariat.email}.",
        f"Would you rather talk? Ring {settings.secretariat.phone}: we will write down your words and read them back to you.",
    )
    sheet.set_row(row, GAP)
    for index, text in enumerate(said, start=1):
        sheet.write_string(row + index, LABEL, text, formats.of())
        sheet.set_row(row + index, 18)
    return row + len(said)


def _also_written(sheet: Worksheet, row: int, form: Form, formats: Formats) -> int:
    """What stood beside the questions of a letter or a note: it is read as any words beside the boxes are."""
    if not form.also_written:
        return row
    sheet.write_string(row + 1, LABEL, AlsoWritten.sheet_title, formats.of(bold=True, valign="top"))
    put(sheet, row + 1, ANSWER, form.also_written, formats.of(text_wrap=True, align="left", valign="top", indent=1, locked=False))
    fit(sheet, row + 1, height_of(lines_of(form.also_written, ANSWER_WIDTH * 0.92)), BEYOND, formats)
    return row + 1


def _for_the_secretariat(sheet: Worksheet, row: int, rest: list[Column], form: Form, formats: Formats) -> None:
    """Below the page, and not in print: whose form it is, and who took words down that came another way."""
    sheet.write_string(
        row, LABEL, "For the secretariat; please leave this", formats.of(bold=True, font_color=GREY, bottom=1, bottom_color=HAIR)
    )
    sheet.write_blank(row, ANSWER, None, formats.of(bottom=1, bottom_color=HAIR))
    for index, column in enumerate(rest, start=1):
        ours = column.group is ColumnGroup.KEY
        sheet.write_string(row + index, KEYS, column.name)
        sheet.write_string(row + index, LABEL, column.heading.removesuffix(" (for the secretariat)"), formats.of(font_color=GREY))
        value = page_value(column, form)
        style: dict[str, Any] = {"font_color": GREY, "locked": ours, "align": "left", "indent": 1}
        if not ours:
            style |= {"border": 1, "border_color": HAIR}
        if column.name == "read_back_on":
            style["num_format"] = DATE_FORMAT
        put(sheet, row + index, ANSWER, value, formats.of(**style))
        sheet.set_row(row + index, 20)
        if not ours:
            validate(sheet, [row + index], ANSWER, column, {})
