"""A table of a form: title, help, hidden keys, headings, then one row a line; what changes each month first, and tinted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ...schema import Column, Group, Kind, Row, columns
from ...settings import Settings
from ..identity import Identity
from .cells import put
from .form import Form, FormRow, FormSheet
from .style import ACCENT, BAND_TINTS, GREY, STATUS_TINTS, TODO, YOURS, Formats, shape_format
from .validation import validate

TITLE_ROW, HELP_ROW, KEY_ROW, HEAD_ROW, FIRST_ROW = 0, 1, 2, 3, 4


@dataclass(frozen=True)
class Place:
    """A column as drawn: one of the declaration, or one that only recalls last month or works something out."""

    heading: str
    key: str
    width: float
    column: Column | None = None
    recalls: str = ""
    works_out: str = ""

    @property
    def yours(self) -> bool:
        """Whether the sender changes it each month."""
        return self.column is not None and self.column.group is Group.MONTHLY

    @property
    def more(self) -> bool:
        """Whether it changes seldom and stands to the right."""
        return self.column is not None and self.column.group is Group.MORE


def places(cls: type[Row], form: Form) -> tuple[Place, ...]:
    """The columns of a sheet as drawn, those of every month before those that seldom change."""
    monthly = [p for p in _places(cls, form) if not p.more]
    return (*monthly, *(p for p in _places(cls, form) if p.more))


def _places(cls: type[Row], form: Form) -> Iterator[Place]:
    for c in columns(cls):
        if c.recall and form.previous:
            yield Place(f"{c.recall} in {form.previous.short}", f"info:{c.name}", 12.5, recalls=c.name)
        yield Place(c.heading, c.name, c.width, c)
        if c.name == "consequence":
            yield Place("Score now", "info:score", 12, works_out="score")


def write_table(sheet: Worksheet, cls: type[Row], form: Form, formats: Formats, names: dict[str, str], settings: Settings) -> None:
    """Draw one table."""
    drawn = places(cls, form)
    content = form.sheets.get(cls, FormSheet())
    _above(sheet, cls, form, drawn, formats, settings)
    _headings(sheet, cls, form, drawn, formats)
    lines = [*content.rows, *_spare(cls, content)]
    for index, line in enumerate(lines):
        _line(sheet, FIRST_ROW + index, drawn, line, spare=index >= len(content.rows), formats=formats, form=form)
    last = FIRST_ROW + max(len(lines), 1) - 1
    for at, place in enumerate(drawn):
        if place.column is not None:
            validate(sheet, FIRST_ROW, last, at, place.column, names)
    for index, line in enumerate(content.rows):
        _recall_words(sheet, FIRST_ROW + index, drawn, line, form)
    _colours(sheet, drawn, last, formats, settings)
    _page(sheet, drawn, form, cls)


def _spare(cls: type[Row], content: FormSheet) -> list[FormRow]:
    has_id = any(c.name == "id" and c.id_prefix for c in columns(cls))
    if content.spare and has_id:
        return [FormRow({"id": spare}) for spare in content.spare]
    return [FormRow({}) for _ in range(content.spare_rows)]


def _above(sheet: Worksheet, cls: type[Row], form: Form, drawn: tuple[Place, ...], formats: Formats, settings: Settings) -> None:
    about = f"{form.sender_name}, {form.month.name}."
    note = " Illustrative." if settings.board.illustrative else ""
    sheet.write_rich_string(
        TITLE_ROW, 0, formats.of(font_size=18), cls.sheet_title, formats.of(font_color=GREY), f"   {about}{note}", formats.of()
    )
    has_review = any(c.name == "this_month" for c in columns(cls))
    first = "Choose “This month” for every row; change only what has changed. " if has_review else ""
    more = next((i for i, p in enumerate(drawn) if p.more), None)
    rest = f"What seldom changes stands to the right, from column {xl_col_to_name(more)}; a new row needs it." if more is not None else ""
    sheet.write_string(HELP_ROW, 0, f"{first}Dark headings: your cells. {rest}".strip(), formats.of(font_color=GREY))
    sheet.set_row(TITLE_ROW, 27)
    sheet.set_row(HELP_ROW, 19)


def _headings(sheet: Worksheet, cls: type[Row], form: Form, drawn: tuple[Place, ...], formats: Formats) -> None:
    identity = Identity(form.kind.key, cls.sheet_title, form.kind.version, form.code, form.month)
    for at, place in enumerate(drawn):
        sheet.write_string(KEY_ROW, at, place.key + (identity.text() if at == 0 else ""), formats.of(font_color=GREY))
        sheet.write_string(HEAD_ROW, at, place.heading, formats.heading(place.yours, place.more))
        sheet.set_column(at, at, place.width)
    sheet.set_row(KEY_ROW, None, None, {"hidden": True})
    sheet.set_row(HEAD_ROW, 48 if any(len(p.heading) > 2.2 * p.width for p in drawn) else 36)
    frozen = next(
        (i for i, p in enumerate(drawn) if p.recalls or (p.column and p.column.group is not Group.KEY and p.key != "this_month")), 1
    )
    sheet.freeze_panes(FIRST_ROW, frozen)


def _line(sheet: Worksheet, row: int, drawn: tuple[Place, ...], line: FormRow, *, spare: bool, formats: Formats, form: Form) -> None:
    longest = 1
    for at, place in enumerate(drawn):
        value = line.recalled.get(place.recalls) if place.recalls else line.values.get(place.key)
        locked = (
            place.column is None
            or (place.column.locked and not (spare and place.key != "id"))
            or (place.column.group is Group.KEY and not spare)
        )
        style = formats.cell(
            yours=place.yours, is_date=isinstance(value, date) or bool(place.column and place.column.kind is Kind.DATE),
            locked=locked, strong=place.key == "id", quiet=bool(place.recalls) or (spare and place.key == "id"),
        )  # fmt: skip
        if place.works_out == "score":
            _score(sheet, row, at, drawn, line, style)
        else:
            put(sheet, row, at, value, style)
        if isinstance(value, str) and not place.more:
            longest = max(longest, -(-len(value) // max(int(place.width * 1.05), 1)))
    sheet.set_row(row, 15 * longest + 7 if longest > 1 else 24)


def _score(sheet: Worksheet, row: int, at: int, drawn: tuple[Place, ...], line: FormRow, style: Any) -> None:
    """Likelihood times impact, with its value already worked out, so that it shows in Protected View; it is never read back."""
    where = {p.key: xl_col_to_name(i) for i, p in enumerate(drawn)}
    likely, impact = f"{where['likelihood']}{row + 1}", f"{where['consequence']}{row + 1}"
    formula = f'=IF(OR({likely}="",{impact}=""),"",VALUE(LEFT({likely},1))*VALUE(LEFT({impact},1)))'
    before = (line.recalled.get("_likelihood"), line.recalled.get("_consequence"))
    known: int | str = int(before[0]) * int(before[1]) if before[0] and before[1] else ""
    sheet.write_formula(row, at, formula, style, known)


def _recall_words(sheet: Worksheet, row: int, drawn: tuple[Place, ...], line: FormRow, form: Form) -> None:
    """What was said last month, as the input message of a cell that starts empty; a program shows 255 characters of it."""
    for at, place in enumerate(drawn):
        before = line.said.get(place.key)
        if before and place.column is not None and form.previous:
            shown = before if len(before) <= 170 else before[:169] + "…"
            limit = f"Now: what happened in {form.month.short}, in {place.column.word_limit or 40} words. No names of children."
            sheet.data_validation(row, at, row, at, {
                "validate": "any", "input_title": f"In {form.previous.short} you said"[:32], "input_message": f"{shown}\n{limit}"[:255],
            })  # fmt: skip


def _colours(sheet: Worksheet, drawn: tuple[Place, ...], last: int, formats: Formats, settings: Settings) -> None:
    for at, place in enumerate(drawn):
        name = place.column.words if place.column else ""
        if name in ("milestone_status", "confidence"):
            for word in settings.words(name):
                tint, shape = STATUS_TINTS.get(word.meaning, ("#E5ECEE", ""))
                style = {"bg_color": tint, "font_color": "#1A2228", "bold": True, "num_format": shape_format(shape)}
                sheet.conditional_format(
                    FIRST_ROW, at, last, at, {"type": "cell", "criteria": "==", "value": f'"{word.word}"', "format": formats.of(**style)}
                )
        if place.works_out == "score":
            for band, tint in zip(settings.bands, BAND_TINTS, strict=False):
                style = {"bg_color": tint, "bold": True, "num_format": f'0 "{band.name}"'}
                sheet.conditional_format(
                    FIRST_ROW,
                    at,
                    last,
                    at,
                    {"type": "cell", "criteria": "between", "minimum": band.least, "maximum": band.most, "format": formats.of(**style)},
                )
    keys = [p.key for p in drawn]
    if "this_month" not in keys:
        return
    _review_colours(sheet, keys.index("this_month"), drawn, last, formats, settings)


def _review_colours(sheet: Worksheet, at: int, drawn: tuple[Place, ...], last: int, formats: Formats, settings: Settings) -> None:
    """To do stands out; what is reviewed goes quiet; what changed is bold."""
    said = xl_col_to_name(at)
    no_change = settings.word("this_month", "no_change")
    title = next((xl_col_to_name(i) for i, p in enumerate(drawn) if p.key in ("title", "report")), said)
    open_row = f'AND(${said}{FIRST_ROW + 1}="",${title}{FIRST_ROW + 1}<>"")'
    sheet.conditional_format(FIRST_ROW, at, last, at, {"type": "formula", "criteria": f"={open_row}", "format": formats.of(bg_color=TODO)})
    sheet.conditional_format(FIRST_ROW, at, last, at, {"type": "formula", "criteria": f'=OR(${said}{FIRST_ROW + 1}="Changed",${said}{FIRST_ROW + 1}="New",${said}{FIRST_ROW + 1}="Close")', "format": formats.of(bold=True, font_color=ACCENT, bg_color=YOURS)})  # fmt: skip
    if no_change:
        shown = len([p for p in drawn if not p.more])
        done = f'=${said}{FIRST_ROW + 1}="{no_change.word}"'
        sheet.conditional_format(
            FIRST_ROW, 0, last, shown - 1, {"type": "formula", "criteria": done, "format": formats.of(bg_color="#FFFFFF", font_color=GREY)}
        )


def _page(sheet: Worksheet, drawn: tuple[Place, ...], form: Form, cls: type[Row]) -> None:
    shown = len([p for p in drawn if not p.more])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(KEY_ROW, HEAD_ROW)
    sheet.print_area(0, 0, FIRST_ROW + 200, shown - 1) if shown < len(drawn) else None
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(
        f"&L&8{form.sender_name.replace('&', '&&')}, {form.month.name}&R&8{cls.sheet_title.replace('&', '&&')}   |   Page &P of &N"
    )
    sheet.hide_gridlines(2)
    # no password: it keeps headings and IDs from being typed over by accident, and keeps nobody out
    sheet.protect("", {"format_columns": True, "format_rows": True, "format_cells": True, "sort": True, "autofilter": True, "insert_rows": True, "select_locked_cells": True, "select_unlocked_cells": True})  # fmt: skip
