"""Which columns a sheet is drawn with, and in what order: what changes every month before what seldom does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name

from ...schema import Row, columns
from ...schema.column import Column, ColumnGroup, ColumnKind
from .form import Form

TITLE_ROW, HELP_ROW, KEY_ROW, HEAD_ROW, FIRST_ROW = 0, 1, 2, 3, 4
SCORE = "score"
RECALL_WIDTH = 12.5
MOST_FROZEN = 85
"""Characters: on a small laptop, half the window."""


@dataclass(frozen=True)
class FormColumn:
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
        return self.column is not None and self.column.group is ColumnGroup.MONTHLY

    @property
    def ours(self) -> bool:
        """Whether it says what a row is about, and came with the form."""
        return self.column is not None and self.column.group is ColumnGroup.KEY

    @property
    def more(self) -> bool:
        """Whether it changes seldom and stands to the right."""
        return self.column is not None and self.column.group is ColumnGroup.MORE


@dataclass(frozen=True)
class FormColumns:
    """The columns of a table as drawn, from left to right."""

    all: tuple[FormColumn, ...]

    @property
    def shown(self) -> tuple[FormColumn, ...]:
        """Those on the first screen and in print."""
        return tuple(p for p in self.all if not p.more)

    @property
    def beyond(self) -> int:
        """The first column after the table."""
        return len(self.all)

    def at(self, key: str) -> int | None:
        """The column of a key, counted from 0."""
        return next((i for i, p in enumerate(self.all) if p.key == key), None)

    def letter(self, key: str) -> str:
        """The letter of a column the sheet is known to have.

        Raises:
            KeyError: the sheet has no such column.
        """
        at = self.at(key)
        if at is None:
            raise KeyError(key)
        return str(xl_col_to_name(at))

    @property
    def frozen(self) -> int:
        """How many columns stay in sight: what a row is about, as far as there is room."""
        kept = 0
        taken = 0.0
        for place in self.all:
            taken += place.width
            if taken > MOST_FROZEN or not (place.ours or place.key == "this_month"):
                break
            kept += 1
        return max(kept, 1)


def places(cls: type[Row], form: Form) -> FormColumns:
    """The columns of a sheet as drawn."""
    drawn = list(_places(cls, form))
    return FormColumns((*(p for p in drawn if not p.more), *(p for p in drawn if p.more)))


def _places(cls: type[Row], form: Form) -> Iterator[FormColumn]:
    for c in columns(cls):
        if c.recall and form.previous:
            width = c.width if c.kind is ColumnKind.TEXT else RECALL_WIDTH
            yield FormColumn(f"{c.recall} in {form.previous.short}", f"info:{c.name}", width, recalls=c.name)
        yield FormColumn(c.heading, c.name, c.width, c)
        if c.name == "consequence":
            yield FormColumn("Score now", "info:score", 12, works_out=SCORE)


def subject(cls: type[Row]) -> str:
    """The column that says what a row is about; a row without it is a spare one."""
    return next((c.name for c in columns(cls) if c.group is ColumnGroup.KEY and c.name != "id"), "")


def is_new(cls: type[Row]) -> bool:
    """Whether the sheet says of each row if it is new or changed."""
    return any(c.name == "this_month" for c in columns(cls))
