"""What a sheet is, and what a declaration can say of it: the class is the sheet, `column()` is the column.

From one declaration come the blank form, the reader, the conversion, the column help and the page in ``docs/returns.md``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from typing import ClassVar, TypeVar, cast

from pydantic import Field, field_validator

from ..model import NOT_TOLD, Cell, Frozen, Sender, means
from .column import Column, declared

CONFIDENTIAL = "[c]"
LOW_RELIABILITY = "[u]"


class Review(StrEnum):
    """What the sender said of a row that came back from last month."""

    NEW = "new"
    CHANGED = "changed"
    NO_CHANGE = "no_change"
    CLOSE = "close"
    NOT_REVIEWED = "not_reviewed"
    """Nothing said and nothing changed: prints “No update since May”."""


@dataclass(frozen=True)
class Life:
    """What a sheet is from month to month. Read through `returns.registers`, and nowhere else.

    `over` are the meanings of `status` that end an item; `comes_forward` says that open rows stand on the next form, `brings` which cells
    of a row that stands there again show the last value although the row is made afresh. The rest is said at `sheet()`.
    """

    over: tuple[str, ...] = ()
    comes_forward: bool = False
    brings: tuple[str, ...] = ()
    spare_rows: int = 8
    section: int = 0
    known_by: str = "id"
    vanishes: bool = True
    arrives: bool = True
    scores: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    answers: tuple["type[Row]", ...] = ()
    asked_as: str = ""
    once: bool = False
    own_words: tuple[str, ...] = ()
    if_asked: bool = False


class Row(Frozen):
    """One line of a return: its values, and the cell each came from.

    Every declared value may be ``None``: not stated, or not readable (then a fault says so). `carried` holds, for a value brought
    forward by “Reviewed, no change”, the cell of last month it came from, beside this month's in `cells`. `questioned` names the columns
    in which a rule has proved what was sent to be wrong: their values are not stated, and print as “[q]”. `suppressed` holds, by column, the
    symbol that stands for a count too small to give: its sender wrote so (“<5”), or it was taken out of what is kept. It is never asked for in clear. `doubled` marks a row whose
    item stands in another row that counts: it is kept, and counted nowhere.
    """

    sheet_title: ClassVar[str] = ""
    layout: ClassVar[str] = "table"
    printed_as: ClassVar[str] = ""
    task: ClassVar[str] = ""
    waits_for: ClassVar[tuple[str, ...]] = ()
    life: ClassVar[Life] = Life()

    sender: Sender = NOT_TOLD
    at: Cell
    cells: dict[str, Cell] = Field(default_factory=dict)
    carried: dict[str, Cell] = Field(default_factory=dict)
    review: Review | None = None
    questioned: tuple[str, ...] = ()
    suppressed: dict[str, str] = Field(default_factory=dict)
    doubled: bool = False

    @field_validator("suppressed", mode="before")
    @classmethod
    def _named_alone(cls, kept: object) -> object:
        """Earlier records name the columns alone."""
        return dict.fromkeys(kept, CONFIDENTIAL) if isinstance(kept, list | tuple) else kept

    @property
    def id_for_life(self) -> str | None:
        """The ID for life; none where none was given, or its sheet gives none."""
        return getattr(self, "id", None) if _has_ids(type(self)) else None

    @property
    def ref(self) -> str:
        """The ID for life, or ``row 12`` where none was given."""
        return self.id_for_life or f"row {''.join(c for c in self.at.ref if c.isdigit()) or self.at.ref}"

    @property
    def finished(self) -> bool:
        """Whether its status ends the item: nothing more is to be done under this ID."""
        return means(getattr(self, "status", None), *self.life.over)

    @property
    def open(self) -> bool:
        """Whether the item still stands as what it is; one whose status is not stated does."""
        return not self.finished

    @property
    def closed(self) -> bool:
        """Whether it is finished, or its sender takes it off the register this month."""
        return self.finished or self.review is Review.CLOSE

    def stays(self, position: date) -> bool:
        """Whether it comes forward onto the form after the month of this position date."""
        return not self.closed

    def asks_for(self, name: str) -> bool:
        """Whether a required column is wanted of this row, going by what else stands in it."""
        return True

    def cell(self, name: str) -> Cell:
        """The cell a value came from; the row's own place where the column is missing."""
        return self.cells.get(name, self.at)

    def in_question(self, *names: str) -> bool:
        """Whether a rule has proved what was sent under one of these columns to be wrong."""
        return bool(self.questioned) and any(name in self.questioned for name in names)

    def stated(self, *names: str) -> bool:
        """Whether all these values are there."""
        for name in names:  # asked of every cell by one rule after another
            value = getattr(self, name)
            if value is None or (isinstance(value, tuple) and not value):
                return False
        return True


R = TypeVar("R", bound=Row)


@cache
def _has_ids(cls: type[Row]) -> bool:
    """Whether its rows have an ID, given or made; every row is asked time and again, and to miss a field takes long."""
    return "id" in cls.model_fields or hasattr(cls, "id")


def sheet(
    title: str,
    *,
    layout: str = "table",
    printed_as: str = "",
    aliases: tuple[str, ...] = (),
    task: str = "",
    waits_for: tuple[str, ...] = (),
    over: tuple[str, ...] = (),
    comes_forward: bool = False,
    brings: tuple[str, ...] = (),
    spare_rows: int = 8,
    section: int = 0,
    known_by: str = "id",
    vanishes: bool = True,
    arrives: bool = True,
    scores: Mapping[str, tuple[str, str]] | None = None,
    answers: tuple[type[Row], ...] = (),
    asked_as: str = "",
    once: bool = False,
    own_words: tuple[str, ...] = (),
    if_asked: bool = False,
) -> Callable[[type[R]], type[R]]:
    """Declare a class to be a sheet.

    Args:
        title: the name of the sheet in the workbook.
        layout: ``table`` (one row a line) or ``page`` (questions down, one answer each).
        printed_as: what one row is called in messages and the pack (``milestone``).
        aliases: names of the sheet on earlier forms.
        task: what its sender does on it, in a sentence or two: said on the sheet and on “Start here”.
        waits_for: a row that came forward is still to do while all of these cells are empty.
        over: the meanings of `status` that end an item.
        comes_forward: its open rows stand on the next form, with all they said but what is said anew each month.
        brings: where the rows of the next form are made afresh instead (a page, a row for each ask), the cells that show the last value.
        spare_rows: empty rows at the foot of the form.
        section: the section of the pack whose items are compared from month to month with this sheet's; 0 where it is not followed.
        known_by: the column an item is known by from month to month.
        vanishes: an item that is there no more without having been closed is missed.
        arrives: a new item is news.
        scores: the scores the class works out, with the two columns each comes from.
        answers: the sheets whose items it answers, by their IDs.
        asked_as: what such an item is called, where it goes by another name than its own sheet's.
        once: each thing is answered once.
        own_words: the boxes of people's own words; “Nothing this month” in them is a nil return.
        if_asked: the form carries it only when there is something to answer.
    """
    life = Life(
        over=over, comes_forward=comes_forward, brings=brings, spare_rows=spare_rows, section=section, known_by=known_by, vanishes=vanishes,
        arrives=arrives, scores=dict(scores or {}), answers=answers, asked_as=asked_as, once=once, own_words=own_words, if_asked=if_asked,
    )  # fmt: skip

    def declare(cls: type[R]) -> type[R]:
        cls.sheet_title = title
        cls.layout = layout
        cls.printed_as = printed_as or title.lower()
        cls.task = task
        cls.waits_for = waits_for
        cls.life = life
        cls.sheet_aliases = aliases  # type: ignore[attr-defined]  # read back by `sheet_aliases()`
        return cls

    return declare


def sheet_aliases(cls: type[Row]) -> tuple[str, ...]:
    """Names this sheet had on earlier forms."""
    return cast("tuple[str, ...]", getattr(cls, "sheet_aliases", ()))


@cache
def columns(cls: type[Row]) -> tuple[Column, ...]:
    """The columns of a sheet, in the order they are declared."""
    found = (declared(name, field.annotation, field) for name, field in cls.model_fields.items())
    return tuple(one for one in found if one)


def column_of(cls: type[Row], name: str) -> Column:
    """One column by its name in code.

    Raises:
        KeyError: the sheet has no such column.
    """
    for found in columns(cls):
        if found.name == name:
            return found
    raise KeyError(name)
