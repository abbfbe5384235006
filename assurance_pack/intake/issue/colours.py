"""Colour by what a cell says: status, score, what is to do, what is new, and what has moved since last month."""

from __future__ import annotations

from collections.abc import Iterator

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ...meanings import BADGES, LISTS
from ...schema import Row
from ...schema.column import ColumnKind
from ...settings import Settings
from .places import FIRST_ROW, SCORE, FormColumns, subject
from .style import ACCENT, BAND_TINTS, GREY, INK, STATUS_TINTS, STILL_TO_DO, WHITE, YOURS, Formats, glyph, shape_format

TOP = FIRST_ROW + 1
STATUSES = tuple(name for name, list_ in LISTS.items() if any(meaning.badge for meaning in list_))
SAY_WHAT_CHANGED = ("progress", "changed")


def colour(sheet: Worksheet, cls: type[Row], drawn: FormColumns, last: int, formats: Formats, settings: Settings) -> None:
    """Put every rule of colour on a table. The first that fits decides."""
    _colour_words(sheet, drawn, last, formats, settings)
    todo = formats.rule(bg_color=STILL_TO_DO)
    for key, formula in (*_waiting(cls, drawn), *_follows(drawn, settings)):
        _rule(sheet, drawn, key, last, formula, todo)
    _colour_moved_dates(sheet, drawn, last, formats)
    if drawn.at("this_month") is not None:
        _reviewed(sheet, drawn, last, formats, settings)


def _rule(sheet: Worksheet, drawn: FormColumns, key: str, last: int, formula: str, style: Format) -> None:
    at = drawn.at(key)
    if at is not None:
        sheet.conditional_format(FIRST_ROW, at, last, at, {"type": "formula", "criteria": f"={formula}", "format": style})


def _cell(drawn: FormColumns, key: str) -> str:
    return f"${drawn.letter(key)}{TOP}"


def _colour_words(sheet: Worksheet, drawn: FormColumns, last: int, formats: Formats, settings: Settings) -> None:
    for at, place in enumerate(drawn.all):
        if place.column and place.column.words in STATUSES:
            for word in settings.words(place.column.words):
                badge = BADGES[word.meaning]
                style = formats.rule(bg_color=STATUS_TINTS[badge.colour], font_color=INK, bold=True, num_format=shape_format(glyph(badge)))
                equal = {"type": "cell", "criteria": "==", "value": f'"{word.word}"', "format": style}
                sheet.conditional_format(FIRST_ROW, at, last, at, equal)
        if place.works_out == SCORE:
            for band, tint in zip(settings.bands, BAND_TINTS, strict=False):
                style = formats.rule(bg_color=tint, bold=True, num_format=f'0 "{band.name}"')
                between = {"type": "cell", "criteria": "between", "minimum": band.least, "maximum": band.most, "format": style}
                sheet.conditional_format(FIRST_ROW, at, last, at, between)


def _waiting(cls: type[Row], drawn: FormColumns) -> Iterator[tuple[str, str]]:
    """The cells a row that came forward waits for."""
    about = subject(cls)
    if about:
        empty = ",".join(f'{_cell(drawn, name)}=""' for name in cls.waits_for)
        for name in cls.waits_for:
            yield name, f'AND({_cell(drawn, about)}<>"",{empty})'


def _follows(drawn: FormColumns, settings: Settings) -> Iterator[tuple[str, str]]:
    """Cells that are asked for because of what another says."""
    if drawn.at("this_month") is None:
        return
    said = _cell(drawn, "this_month")
    words = {w.meaning: w.word for w in settings.words("this_month")}
    unchanged = f'{said}<>"{words.get("no_change", "")}"'
    for key in SAY_WHAT_CHANGED:
        if drawn.at(key) is not None:
            yield key, f'AND({said}="{words.get("changed", "")}",{_cell(drawn, key)}="")'
    for place in drawn.all:
        if place.column and place.column.required and place.key not in ("id", "this_month"):
            yield place.key, f'AND({said}="{words.get("new", "")}",{_cell(drawn, place.key)}="")'
    if drawn.at("path_to_green") is not None:
        status = {w.meaning: w.word for w in settings.words("milestone_status")}
        late = ",".join(f'{_cell(drawn, "status")}="{status[m]}"' for m in ("at_risk", "off_track") if m in status)
        yield "path_to_green", f'AND(OR({late}),{unchanged},{_cell(drawn, "path_to_green")}="")'
        yield "actual", f'AND({_cell(drawn, "status")}="{status.get("complete", "")}",{unchanged},{_cell(drawn, "actual")}="")'


def _colour_moved_dates(sheet: Worksheet, drawn: FormColumns, last: int, formats: Formats) -> None:
    """A date that is no longer last month's stands out."""
    for place in drawn.all:
        if place.column and place.column.recall and place.column.kind is ColumnKind.DATE and drawn.at(f"info:{place.key}") is not None:
            before, now = _cell(drawn, f"info:{place.key}"), _cell(drawn, place.key)
            formula = f'AND({before}<>"",{now}<>"",{before}<>{now})'
            _rule(sheet, drawn, place.key, last, formula, formats.rule(bold=True, font_color=ACCENT))


def _reviewed(sheet: Worksheet, drawn: FormColumns, last: int, formats: Formats, settings: Settings) -> None:
    """What is new, changed or closing stands out; a row reviewed without change goes quiet."""
    said = _cell(drawn, "this_month")
    words = {w.meaning: w.word for w in settings.words("this_month")}
    news = ",".join(f'{said}="{words[m]}"' for m in ("new", "changed", "close") if m in words)
    _rule(sheet, drawn, "this_month", last, f"OR({news})", formats.rule(bold=True, font_color=ACCENT, bg_color=YOURS))
    quiet = {"type": "formula", "criteria": f'={said}="{words.get("no_change", "")}"'}
    style = formats.rule(bg_color=WHITE, font_color=GREY)
    for at, place in enumerate(drawn.shown):
        if place.key != "id":
            sheet.conditional_format(FIRST_ROW, at, last, at, {**quiet, "format": style})
