"""What is still to do on a form, worked out by the spreadsheet as it is filled in."""

from __future__ import annotations

from dataclasses import dataclass

from ...schema import Row
from ..printed import ALL_DONE, left_to_do
from .form import Form, FormRow, FormSheet
from .places import FIRST_ROW, FormColumns, places, subject


@dataclass(frozen=True)
class ToDo:
    """How much is to do on a sheet: a formula that stays true, and what it says when the form is issued."""

    formula: str
    text: str


def waits(cls: type[Row], line: FormRow) -> bool:
    """Whether a row that came forward is still to do."""
    return bool(cls.waits_for) and not any(_stated(line, name) for name in cls.waits_for)


def _stated(line: FormRow, name: str) -> bool:
    return line.values.get(name) not in (None, "", ())


def to_do(cls: type[Row], form: Form) -> ToDo | None:
    """The count for “Start here”; nothing where a sheet waits for nothing."""
    content = form.sheets.get(cls, FormSheet())
    about = subject(cls)
    if not cls.waits_for or not about or not content.rows:
        return None
    drawn = places(cls, form)
    fixed = cls.waits_for != ("this_month",)
    waiting = sum(waits(cls, line) for line in content.rows)
    # where rows may be added, all count; where they may not, only those that waited when the form was issued
    counted = [i for i, line in enumerate(content.rows) if waits(cls, line)] if fixed else list(range(len(content.rows)))
    if not counted:
        return None
    last = FIRST_ROW + (counted[-1] if fixed else len(content.rows) + len(spare_lines(cls, content)) - 1)
    first = FIRST_ROW + counted[0]
    there = f"(LEN({_range(cls, drawn, about, first, last)})>0)"
    empty = "*".join(f"(LEN({_range(cls, drawn, name, first, last)})=0)" for name in cls.waits_for)
    left, total = f"SUMPRODUCT({there}*{empty})", f"SUMPRODUCT({there}*1)"
    formula = f'=IF({left}=0,"{ALL_DONE}",{left}&" of "&{total}&" to do")'
    return ToDo(formula, left_to_do(waiting, _total(content, first, last)) if waiting else ALL_DONE)


def _total(content: FormSheet, first: int, last: int) -> int:
    return len(content.rows[first - FIRST_ROW : last - FIRST_ROW + 1])


def _range(cls: type[Row], drawn: FormColumns, name: str, first: int, last: int) -> str:
    sheet = cls.sheet_title.replace("'", "''")
    letter = drawn.letter(name)
    return f"'{sheet}'!${letter}${first + 1}:${letter}${last + 1}"


def spare_lines(cls: type[Row], content: FormSheet) -> tuple[FormRow, ...]:
    """The empty rows after those that came forward, with the next free IDs where the sheet gives them."""
    if content.spare:
        return tuple(FormRow({"id": spare}) for spare in content.spare)
    return tuple(FormRow({}) for _ in range(content.spare_rows))
