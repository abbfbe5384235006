"""A table of a form: title, help, hidden keys, headings, then one row a line; what changes each month first, and tinted."""

from __future__ import annotations

from datetime import date
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ...meanings import BADGES
from ...model import Word
from ...schema import Row
from ...schema.column import ColumnKind
from ...settings import Settings
from ..printed import DARK_HEADINGS
from ..recognising.identity import Identity
from .cells import put
from .colours import STATUSES, colour
from .fit import LEAST, fit, height_of, lines_of
from .form import Form, FormRow, FormSheet
from .issued import identity_of
from .places import FIRST_ROW, HEAD_ROW, HELP_ROW, KEY_ROW, SCORE, TITLE_ROW, FormColumn, FormColumns, is_new, places
from .style import DATE_FORMAT, FIGURE_FORMAT, GREY, Formats, glyph, shape_format
from .todo import spare_lines
from .validation import recall_words, validate

A4, A3 = 9, 8
WIDEST_ON_A4 = 240
"""Characters: wider than this, print on A4 would be too small to read."""
FIGURES = (ColumnKind.NUMBER,)


def write_table(sheet: Worksheet, cls: type[Row], form: Form, formats: Formats, names: dict[str, str], settings: Settings) -> None:
    """Draw one table."""
    drawn = places(cls, form)
    content = form.sheets.get(cls, FormSheet())
    lines = [*content.rows, *spare_lines(cls, content)]
    last = FIRST_ROW + max(len(lines), 1) - 1
    _above(sheet, cls, form, drawn, formats, settings)
    _headings(sheet, drawn, formats, identity_of(cls, form, settings), all_new=_all_new(content))
    for index, line in enumerate(lines):
        spare = index - len(content.rows) if index >= len(content.rows) else None
        _form_row(sheet, FIRST_ROW + index, drawn, line, spare=spare, formats=formats, settings=settings)
    for at, place in enumerate(drawn.all):
        if place.column is not None:
            asked = place.column.worded(settings)
            said = {FIRST_ROW + i: line.said[place.key] for i, line in enumerate(content.rows) if line.said.get(place.key)}
            validate(sheet, [r for r in range(FIRST_ROW, last + 1) if r not in said], at, asked, names)
            recall_words(sheet, said, at, asked, form)
    colour(sheet, cls, drawn, last, formats, settings)
    _page(sheet, drawn, form, cls, last, all_new=_all_new(content))


def _above(sheet: Worksheet, cls: type[Row], form: Form, drawn: FormColumns, formats: Formats, settings: Settings) -> None:
    note = " Illustrative." if settings.board.illustrative else ""
    about = f"   {form.sender_name}, {form.month.name}.{note}"
    sheet.write_rich_string(TITLE_ROW, 0, formats.of(font_size=18), cls.sheet_title, formats.of(font_color=GREY), about, formats.of())
    first = next((i for i, p in enumerate(drawn.all) if p.more), None)
    what = "The rest of a new row" if is_new(cls) else "The rest"
    rest = f" {what} stands to the right, from column {xl_col_to_name(first)}." if first is not None else ""
    sheet.write_string(HELP_ROW, 0, f"{settings.worded(cls.task)} {DARK_HEADINGS}{rest}".strip(), formats.of(font_color=GREY))
    sheet.set_row(TITLE_ROW, 30)
    sheet.set_row(HELP_ROW, 20)


def _headings(sheet: Worksheet, drawn: FormColumns, formats: Formats, identity: Identity, *, all_new: bool) -> None:
    for at, place in enumerate(drawn.all):
        sheet.write_string(KEY_ROW, at, place.key + (identity.text() if at == 0 else ""), formats.of(font_color=GREY))
        yours = place.yours or (all_new and place.ours and place.key != "id")
        sheet.write_string(HEAD_ROW, at, place.heading, formats.heading(yours=yours, more=place.more))
        sheet.set_column(at, at, place.width)
    sheet.set_column(drawn.beyond, drawn.beyond, 2)
    sheet.set_row(KEY_ROW, None, None, {"hidden": True})
    fit(sheet, HEAD_ROW, height_of(max(lines_of(p.heading, p.width * 0.92) for p in drawn.all), 36), drawn.beyond, formats, least=36)
    sheet.freeze_panes(FIRST_ROW, drawn.frozen)


def _form_row(
    sheet: Worksheet, row: int, drawn: FormColumns, line: FormRow, *, spare: int | None, formats: Formats, settings: Settings
) -> None:
    """One row. `spare` counts the empty rows from 0; what came forward, or was brought in, has none."""
    lines = 1
    for at, place in enumerate(drawn.all):
        value = line.recalled.get(place.recalls) if place.recalls else line.values.get(place.key)
        style = _style(place, value, spare, formats, settings, came=spare is None and not line.adopted)
        if place.works_out == SCORE:
            _score(sheet, row, at, drawn, line, style)
        else:
            put(sheet, row, at, value, style)
        if isinstance(value, str | Word | tuple) and not place.more:
            lines = max(lines, lines_of(_text(value), place.width))
    fit(sheet, row, height_of(lines), drawn.beyond, formats, least=LEAST)


def _all_new(content: FormSheet) -> bool:
    """Whether nothing on a sheet has been sent before."""
    return all(line.adopted for line in content.rows)


def _text(value: Any) -> str:
    return "; ".join(str(v) for v in value) if isinstance(value, tuple) else str(value)


def _style(place: FormColumn, value: Any, spare: int | None, formats: Formats, settings: Settings, *, came: bool) -> Format:
    is_id = place.key == "id"
    locked = _is_locked(place, value, came)
    more: dict[str, Any] = {}
    if is_id and came:
        more["bold"] = True
    if place.recalls or (is_id and locked and not came):
        more["font_color"] = GREY
    if (place.column and place.column.kind in FIGURES) or (place.recalls and isinstance(value, float | int)):
        more["align"] = "right"
    yours = place.yours or (not came and place.ours and not locked)
    return formats.cell(yours=yours, locked=locked, number_format=_number_format(place, value, settings), first_spare=spare == 0, **more)


def _is_locked(place: FormColumn, value: Any, came: bool) -> bool:
    """Headings and what came with the form are locked; a spare row is open, but for the ID it was given."""
    if place.column is None:
        return True
    if place.key == "id" and not place.yours:
        return came or value is not None
    if came:
        return place.column.locked or place.ours
    return place.column.locked and not place.column.required


def _number_format(place: FormColumn, value: Any, settings: Settings) -> str:
    if isinstance(value, date) or (place.column and place.column.kind is ColumnKind.DATE):
        return DATE_FORMAT
    if isinstance(value, float | int) and float(value).is_integer() and abs(value) >= 1000:
        return FIGURE_FORMAT
    if place.recalls and isinstance(value, str):
        word = next((w for name in STATUSES for w in settings.words(name) if w.word == value), None)
        return shape_format(glyph(BADGES[word.meaning])) if word else ""
    return ""


def _score(sheet: Worksheet, row: int, at: int, drawn: FormColumns, line: FormRow, style: Format) -> None:
    """Likelihood times impact, with its value already worked out, so that it shows in Protected View; it is never read back."""
    likely, impact = f"{drawn.letter('likelihood')}{row + 1}", f"{drawn.letter('consequence')}{row + 1}"
    formula = f'=IF(OR({likely}="",{impact}=""),"",VALUE(LEFT({likely},1))*VALUE(LEFT({impact},1)))'
    before = (line.recalled.get("_likelihood"), line.recalled.get("_consequence"))
    known: int | str = int(before[0]) * int(before[1]) if before[0] and before[1] else ""
    sheet.write_formula(row, at, formula, style, known)


def _page(sheet: Worksheet, drawn: FormColumns, form: Form, cls: type[Row], last: int, *, all_new: bool) -> None:
    shown = len(drawn.shown)
    sheet.set_landscape()
    sheet.set_paper(A3 if sum(p.width for p in drawn.shown) > WIDEST_ON_A4 else A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(KEY_ROW, HEAD_ROW)
    sheet.print_area(0, 0, last, shown - 1)
    sheet.fit_to_pages(1, 0)
    who = f"{form.sender_name.replace('&', '&&')}, {form.month.name}"
    sheet.set_footer(f"&L&8{who}&R&8{cls.sheet_title.replace('&', '&&')}   |   Page &P of &N")
    sheet.hide_gridlines(2)
    first = next((i for i, p in enumerate(drawn.all) if p.key != "id" and not _is_locked(p, None, not all_new)), 0)
    sheet.set_selection(FIRST_ROW, first, FIRST_ROW, first)
    # no password: it keeps headings and IDs from being typed over by accident, and keeps nobody out
    sheet.protect("", {"format_columns": True, "format_rows": True, "format_cells": True, "sort": True, "autofilter": True, "insert_rows": True, "select_locked_cells": True, "select_unlocked_cells": True})  # fmt: skip


def region(cls: type[Row], form: Form) -> str:
    """The part of the sheet whose first row are headings, for the defined name by which screen readers announce them."""
    content = form.sheets.get(cls, FormSheet())
    rows = max(len(content.rows) + len(spare_lines(cls, content)), 1)
    return f"A{HEAD_ROW + 1}.{xl_col_to_name(places(cls, form).beyond - 1)}{HEAD_ROW + 1 + rows}"
