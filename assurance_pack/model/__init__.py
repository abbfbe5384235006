"""The words every stage shares: month, sender, cell, word; and, a file each, fault, text and problem.

Nothing here knows Excel, the terms of reference or the pack; everything else may import this.
"""

import re
from calendar import month_name
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import core_schema


class Frozen(BaseModel):
    """A value that does not change once made, and that refuses a field it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    # deferred: how a value is checked is worked out when the first of its kind is made, and a part of another never needs its own.
    # Where models are declared, annotations are no texts (`from __future__ import annotations`): each would be read anew for every class below it.


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

    @staticmethod
    def of(day: date) -> "Month":
        """The month a day falls in."""
        return _month(day.year, day.month)

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

    def plus(self, months: int) -> "Month":
        """The month so many months later, or earlier where the number is negative."""
        index = self.year * 12 + self.number - 1 + months
        return _month(index // 12, index % 12 + 1)

    def after(self, earlier: "Month") -> int:
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


@cache
def _month(year: int, number: int) -> Month:
    """Every day of every row is asked for its month."""
    return Month(f"{year:04d}-{number:02d}")


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
        known = _SENDERS.get(text)
        if isinstance(known, cls):
            return known
        found = cls.PATTERN.fullmatch(text)
        if text and not found:
            raise ValueError(f"“{text[:20]}” is not a sender. Write it as kind of return and code, for example workspace:CAP.")
        made = cls(found[1], found[2]) if found else cls("", "")
        _SENDERS[text] = made
        return made

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


_SENDERS: dict[str, Sender] = {}
"""Those that were read: every row of a return and of every record says its sender once more."""
NOT_TOLD = Sender("", "")
"""Nobody: a file that could not be told, or a problem that is about no return."""
NOT_TO_BE_NAMED = "whose name may identify a child"
"""Stands in a `Cell` where the name of its file or sheet would stand, if the guard found nothing in it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in what was sent: a file, perhaps a sheet in it, perhaps a cell in that."""

    # no `Frozen`: every value of every row has one, and so it takes a tenth of the room
    __pydantic_config__ = ConfigDict(extra="forbid")

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


class Lens(StrEnum):
    """Who is speaking (“triangulation between data, professional insight and lived experience”)."""

    DATA = "data"
    PROFESSIONAL = "professional"
    LIVED = "lived"


def day(value: date) -> str:
    """A date as printed: ``4 January 2027``."""
    return f"{value.day} {month_name[value.month]} {value.year}"
