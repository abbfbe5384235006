"""The words every stage shares: month, sender, cell, word, fault, text, problem.

Nothing here knows Excel, the terms of reference or the pack; everything else may import this.
"""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import core_schema


class Frozen(BaseModel):
    """A value that does not change once made, and that refuses a field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Month(str):
    """A calendar month written ``2026-06``: the month the returns speak for. The Board that reads it meets after it."""

    __slots__ = ()
    PATTERN = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")

    def __new__(cls, text: str) -> Self:
        """Accept ``YYYY-MM`` only.

        Raises:
            ValueError: the text is not a month written that way.
        """
        if not cls.PATTERN.fullmatch(text):
            raise ValueError(f"“{text[:20]}” is not a month. Write it as year and month, for example 2026-06.")
        return super().__new__(cls, text)

    @classmethod
    def of(cls, day: date) -> Self:
        """The month a day falls in."""
        return cls(f"{day.year:04d}-{day.month:02d}")

    @property
    def year(self) -> int:
        """The year, as a number."""
        return int(self[:4])

    @property
    def number(self) -> int:
        """The month of the year, 1 to 12."""
        return int(self[5:])

    @property
    def name(self) -> str:
        """As printed: ``June 2026``."""
        return f"{month_name[self.number]} {self.year}"

    @property
    def short(self) -> str:
        """As printed where the year is plain from the page: ``June``."""
        return month_name[self.number]

    def plus(self, months: int) -> Month:
        """The month so many months later, or earlier where the number is negative."""
        index = self.year * 12 + self.number - 1 + months
        return Month(f"{index // 12:04d}-{index % 12 + 1:02d}")

    def after(self, earlier: Month) -> int:
        """How many months it is after another; negative where it is before."""
        return (self.year - earlier.year) * 12 + self.number - earlier.number

    @property
    def last_day(self) -> date:
        """The last day of it."""
        following = self.plus(1)
        return date(following.year, following.number, 1) - timedelta(days=1)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Let pydantic read and write a month as its text."""
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema())


class Sender(str):
    """Who sends a return, written ``workspace:CAP``: the kind of return, and the code `pack.toml` gives whoever sends it.

    What is known of them (name, address, deadline) is looked up in `senders`.
    """

    __slots__ = ()
    PATTERN = re.compile(r"([a-z][a-z_]*):(\S.*)")

    def __new__(cls, kind: str, code: str) -> Self:
        """The sender of a kind of return with this code; both empty where a file could not be told (`NOT_TOLD`)."""
        return super().__new__(cls, f"{kind}:{code}" if kind or code else "")

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """How a copy is made again: from kind and code."""
        return type(self), (self.kind, self.code)

    @classmethod
    def of(cls, text: str) -> Self:
        """The sender a record or another program wrote as text; empty text is nobody.

        Raises:
            ValueError: the text is not a sender written that way.
        """
        found = cls.PATTERN.fullmatch(text)
        if text and not found:
            raise ValueError(f"“{text[:20]}” is not a sender. Write it as kind of return and code, for example workspace:CAP.")
        return cls(found[1], found[2]) if found else cls("", "")

    @property
    def kind(self) -> str:
        """The key of the kind of return: ``workspace``."""
        return str(self).partition(":")[0]

    @property
    def code(self) -> str:
        """The code alone, as it stands in IDs: ``CAP``."""
        return str(self).partition(":")[2]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        """Let pydantic read and write a sender as its text."""
        return core_schema.no_info_after_validator_function(cls.of, core_schema.str_schema())


NOT_TOLD = Sender("", "")
"""Nobody: a file that could not be told, or a problem that is about no return."""
NOT_TO_BE_NAMED = "whose name may identify a child"
"""Stands in a `Cell` where the name of its file or sheet would stand, if the guard found nothing in it."""


class Cell(Frozen):
    """A place in what was sent: a file, perhaps a sheet in it, perhaps a cell in that."""

    file: str
    sheet: str = ""
    ref: str = ""

    def __str__(self) -> str:
        """As printed everywhere: ``file › Sheet!F5``; a list without sheets, such as `received.csv`, ``file › C11``."""
        inside = "!".join(part for part in (self.sheet, self.ref) if part)
        return f"{self.file} › {inside}" if inside else self.file

    @property
    def is_unnamed(self) -> bool:
        """Whether its file or sheet is said by its order alone, because its name may identify a child."""
        return NOT_TO_BE_NAMED in self.file or NOT_TO_BE_NAMED in self.sheet

    @property
    def order(self) -> tuple[str, str, int, int, str]:
        """The order a person reads a workbook in: file, sheet, row, column (AA after Z)."""
        found = re.fullmatch(r"([A-Z]+)(\d+)", self.ref)
        if not found:
            return (self.file, self.sheet, 0, 0, self.ref)
        column = 0
        for letter in found[1]:
            column = column * 26 + ord(letter) - 64
        return (self.file, self.sheet, int(found[2]), column, "")


class Word(Frozen):
    """A word from one of the controlled lists: as printed, and the fixed meaning rules go by."""

    text: str
    meaning: str

    def __str__(self) -> str:
        """The word as printed."""
        return self.text


def means(word: Word | None, *meanings: str) -> bool:
    """Whether a word was stated and has one of these meanings."""
    return word is not None and word.meaning in meanings


class Severity(StrEnum):
    """How much a problem matters: only errors and missing returns make a command exit 1."""

    ERROR = "error"
    WARNING = "warning"
    PROMPT = "prompt"
    NOTE = "note"


class Lens(StrEnum):
    """Who is speaking (“triangulation between data, professional insight and lived experience”)."""

    DATA = "data"
    PROFESSIONAL = "professional"
    LIVED = "lived"


class FaultKind(StrEnum):
    """What the reader could not take as it stood. `rules.shape` words each one."""

    # about a whole file
    LOCK_FILE = "lock_file"
    EMPTY_FILE = "empty_file"
    NOT_A_WORKBOOK = "not_a_workbook"
    UNREADABLE = "unreadable"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    UNSAFE = "unsafe"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    UNKNOWN_FORM = "unknown_form"
    MACROS = "macros"
    OTHER_FORMAT = "other_format"
    CLASHING_IDENTITY = "clashing_identity"
    # about which return it is
    WRONG_MONTH = "wrong_month"
    WRONG_SENDER = "wrong_sender"
    MONTH_NOT_STATED = "month_not_stated"
    OLDER_FORM = "older_form"
    SUPERSEDED = "superseded"
    IDENTICAL_COPY = "identical_copy"
    TWO_VERSIONS = "two_versions"
    WITHOUT_IDENTITY = "without_identity"
    PUT_TOGETHER = "put_together"
    NOT_FILLED_IN = "not_filled_in"
    MISSING_RETURN = "missing_return"
    # about a sheet or a column
    MISSING_SHEET = "missing_sheet"
    RENAMED_SHEET = "renamed_sheet"
    EXTRA_SHEET = "extra_sheet"
    DUPLICATE_SHEET = "duplicate_sheet"
    MISSING_COLUMN = "missing_column"
    RENAMED_COLUMN = "renamed_column"
    UNKNOWN_COLUMN = "unknown_column"
    DUPLICATE_COLUMN = "duplicate_column"
    TEXT_BELOW_TABLE = "text_below_table"
    ROWS_APART = "rows_apart"
    # about a cell
    BLANK_REQUIRED = "blank_required"
    NOT_A_DATE = "not_a_date"
    IMPOSSIBLE_DATE = "impossible_date"
    US_DATE = "us_date"
    DATE_AS_NUMBER = "date_as_number"
    DATE_TO_BE_CONFIRMED = "date_to_be_confirmed"
    NOT_A_NUMBER = "not_a_number"
    NOT_WHOLE = "not_whole"
    OUT_OF_RANGE = "out_of_range"
    NOT_IN_LIST = "not_in_list"
    NOT_AN_ID = "not_an_id"
    MISTYPED_ID = "mistyped_id"
    ID_GIVEN = "id_given"
    FAR_OFF = "far_off"
    NO_ANSWER = "no_answer"
    ERROR_VALUE = "error_value"
    NOT_CALCULATED = "not_calculated"
    MERGED = "merged"
    TOO_LONG = "too_long"
    STRANGE_CHARACTERS = "strange_characters"
    STRUCK_OUT = "struck_out"
    OUT_OF_SIGHT = "out_of_sight"
    BESIDE_THE_BOXES = "beside_the_boxes"
    OTHER_SCRIPT = "other_script"


class Fault(Frozen):
    """Something the reader met: what kind, where, what stood there, what was expected.

    `seen` is what stood there, whole: the engine decides whether and how much of it is ever shown. `expected` completes the sentence
    for that kind (a heading, a list of words, a form's name); `row` is the ID of the row, where it is known.
    """

    kind: FaultKind
    cell: Cell
    seen: str = ""
    expected: str = ""
    suggestion: str = ""
    column: str = ""
    row: str = ""


class TextPlace(StrEnum):
    """Where a piece of text stood: the guard reads them all, and weighs them by whether they would print."""

    CELL = "cell"
    NUMBER = "number"
    COMMENT = "comment"
    HIDDEN = "hidden"
    HEADER = "header or footer"
    PROPERTY = "document property"
    TRACE = "trace of those who worked on the file"
    SHEET_NAME = "sheet name"
    FILE_NAME = "file name"
    FOLDER_NAME = "folder name"
    OTHER = "elsewhere in the file"


class Text(Frozen):
    """A piece of text somebody sent, with its place, for the guard. Never logged, never recorded."""

    cell: Cell
    text: str
    where: TextPlace = TextPlace.CELL
    prints: bool = False
    sender: Sender = NOT_TOLD


NAME_PLACES = frozenset({TextPlace.SHEET_NAME, TextPlace.FILE_NAME, TextPlace.FOLDER_NAME})
"""Names of places: they would be printed wherever the place is."""
VALUE_PLACES = frozenset({TextPlace.CELL, TextPlace.NUMBER, TextPlace.HIDDEN})


@dataclass(frozen=True)
class GuardFinding:
    """One place where something may identify a child.

    `kind` names it as a person would (“an NHS number”). `blocks`: the text would print, so nothing is built while it stands.
    `checked`: it passes a check digit, so nobody may waive it. `hint`: worth a look, but nothing is withheld for it.
    """

    cell: Cell
    rule: str
    kind: str
    blocks: bool
    checked: bool
    hint: bool = False
    where: TextPlace = TextPlace.CELL
    sender: Sender = NOT_TOLD

    @property
    def in_value(self) -> bool:
        """Whether it stands in the value of the cell, so that the cell itself must be withheld (and not only a note beside it)."""
        return not self.hint and bool(self.cell.ref) and self.where in VALUE_PLACES


class Waiver(Frozen):
    """A named person's recorded reason to let a problem stand until a date."""

    rule: str
    place: str
    reason: str
    by: str
    until: date


class Problem(Frozen):
    """One thing to put right, or (a prompt) to confirm or explain, citing cells.

    `sender` is whose return it is about, `items` the IDs concerned; a prompt is known again after a
    rebuild by (rule, items).
    """

    rule: str
    severity: Severity
    sentence: str
    remedy: str
    cells: tuple[Cell, ...] = ()
    sender: Sender = NOT_TOLD
    items: tuple[str, ...] = ()
    waiver: Waiver | None = None

    @property
    def key(self) -> str:
        """What an answer is filed under: the rule and the items, for example ``AP401:M-CAP-007,R-CAP-004``."""
        return f"{self.rule}:{','.join(self.items)}"


def day(value: date) -> str:
    """A date as printed: ``4 January 2027``."""
    return f"{value.day} {month_name[value.month]} {value.year}"
