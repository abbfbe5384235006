"""The data book, as data: every register whole, a sheet each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ...meanings import BADGES as BADGES


@dataclass(frozen=True)
class BookColumn:
    """A column of a register in the data book."""

    heading: str
    kind: Literal["text", "date", "number", "whole"] = "text"
    width: float = 18


@dataclass(frozen=True)
class BookSheet:
    """The whole of a register: real dates and numbers, text never a formula; `part` is the part of the pack it belongs to."""

    title: str
    about: str
    columns: tuple[BookColumn, ...]
    rows: tuple[tuple[str | float | int | date | None, ...], ...]
    part: str = ""


@dataclass(frozen=True)
class Book:
    """The data book: every register whole, and the crosswalk. `standing` says whether the pack is approved."""

    title: str
    subject: str
    marking: str
    illustrative: str
    issued: date
    sheets: tuple[BookSheet, ...] = field(default_factory=tuple)
    standing: str = ""
