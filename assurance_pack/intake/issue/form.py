"""What goes onto one form: who it is for, and the rows and answers it is pre-filled with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ...model import Month, Sender, day
from ...returns import ReturnKind
from ...schema import Row
from ...schema.column import Column
from ...senders import sender_name
from ...settings import Settings


@dataclass(frozen=True)
class FormRow:
    """One pre-filled line. `values` go into cells by column name; `recalled` is last month's, shown to the left, as text or a date."""

    values: Mapping[str, Any]
    recalled: Mapping[str, Any] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    """What was said last month in a cell that starts empty: shown as the input message of that cell."""
    adopted: bool = False
    """Brought in from a register kept elsewhere: nobody has sent it yet, so all its cells are open."""


@dataclass(frozen=True)
class FormSheet:
    """One table of a form: lines that came forward, and the IDs of the spare rows after them."""

    rows: tuple[FormRow, ...] = ()
    spare: tuple[str, ...] = ()
    spare_rows: int = 5


@dataclass(frozen=True)
class AskedBefore:
    """What a group asked before, and what came of it."""

    month: str
    asked: str
    answer: str


@dataclass(frozen=True)
class Form:
    """One form, ready to be drawn. `filled_in`: as its sender would send it, so that it carries no fingerprint of what we issued."""

    kind: ReturnKind
    sender: Sender
    sender_name: str
    month: Month
    position: date | None = None
    meeting: date | None = None
    due: date | None = None
    previous: Month | None = None
    page: Mapping[str, Any] = field(default_factory=dict)
    page_before: Mapping[str, Any] = field(default_factory=dict)
    sheets: Mapping[type[Row], FormSheet] = field(default_factory=dict)
    answered: tuple[AskedBefore, ...] = ()
    also_written: str = ""
    """Words of a group that stand in no box, on a form that is written for it from a letter or a note."""
    filled_in: bool = False

    @property
    def code(self) -> str:
        """The sender's code alone: ``CAP``."""
        return self.sender.code


def blank(kind: ReturnKind, sender: Sender, month: Month, settings: Settings) -> Form:
    """A form with nothing on it but who it is for: the standard form."""
    return Form(kind=kind, sender=sender, sender_name=sender_name(sender, settings), month=month)


def meets(form: Form) -> str:
    """The day of the meeting, in a sentence that goes on from the form's own first one; nothing in a month without a meeting."""
    return f" The Board reads it on {day(form.meeting)}." if form.meeting else ""


def page_value(column: Column, form: Form) -> Any:
    """What stands in an answer when the form is issued: who it is for and for which month, and what is known already."""
    if column.name == "month":
        return Month(form.month).name
    if column.name == form.kind.asks:
        return form.sender_name
    return form.page.get(column.name)
