"""The words in which a planted fault is written: whose return, which sheet, which row by its ID, which column by its key, what is put there.

`CAP("Milestones", "M-CAP-005", evidence=None)` is Capital and Sufficiency's June return with the evidence of M-CAP-005 deleted;
`CAP.may(…)` is their May return; `CAP.gone("Risks", "R-CAP-001")` has the row emptied; `CAP.on("Risks", act)`, `CAP.book(act)` and
`CAP.file(act)` have something else done to the sheet, the workbook or the file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from assurance_pack.model import Month

JUNE, MAY, APRIL = Month("2026-06"), Month("2026-05"), Month("2026-04")
NEXT = "the next empty row"
"""The row below the last one filled in, for a row added by hand."""

EVERY = "*"
"""All cells of a row."""

Key = str | tuple[str | date, ...]
"""What tells a row from the others of its sheet: its ID, or several of its values; empty on a page, which has one row."""
Act = Callable[[Any], object]


@dataclass(frozen=True)
class Spot:
    """A cell of a return as it was sent, by the key of its column and the ID of its row."""

    sent: Return
    sheet: str
    row: Key
    column: str


@dataclass(frozen=True)
class Printed:
    """A place as it is printed: a file that was not there before, a part of pack.toml, a sender from whom nothing came."""

    place: str


@dataclass(frozen=True)
class Plant:
    """One change to one file. `cells` are values by the key of the column, or what is done at the cell."""

    sent: Return
    sheet: str = ""
    row: Key = ""
    cells: Mapping[str, Any] = field(default_factory=dict)
    to_sheet: Act | None = None
    to_book: Act | None = None
    to_file: Act | None = None


@dataclass(frozen=True)
class Return:
    """One return of the sample months, by the code of its sender."""

    code: str
    month: Month = JUNE

    def __call__(self, sheet: str, row: Key = "", **cells: Any) -> Plant:
        """Cells of one row given other values; None deletes."""
        return Plant(self, sheet, row, cells)

    def gone(self, sheet: str, row: Key) -> Plant:
        """A whole row emptied."""
        return Plant(self, sheet, row, {EVERY: None})

    def on(self, sheet: str, act: Act) -> Plant:
        """Something done to a sheet."""
        return Plant(self, sheet, to_sheet=act)

    def book(self, act: Act) -> Plant:
        """Something done to the workbook, or the Word document."""
        return Plant(self, to_book=act)

    def file(self, act: Act) -> Plant:
        """Something done to the file as it lies in the folder: the act is given its path."""
        return Plant(self, to_file=act)

    def cell(self, sheet: str, row: Key, column: str) -> Spot:
        """Where something is expected to be found."""
        return Spot(self, sheet, row, column)

    @property
    def may(self) -> Return:
        """The same sender's return of May."""
        return replace(self, month=MAY)

    @property
    def april(self) -> Return:
        """The same sender's return of April."""
        return replace(self, month=APRIL)


Where = Spot | tuple[Spot, ...] | Printed | str
"""A cell, several, a place as it is printed, or what is printed after the name of the first file."""

CAP, CWF, QDD = Return("CAP"), Return("CWF"), Return("QDD")
RDG, LOG = Return("RDG"), Return("BOARD")
PCF, YPG, SEN, SAH = Return("PCF"), Return("YPG"), Return("SEN"), Return("SAH")
COL, NHS, SFM = Return("COL"), Return("NHS"), Return("SFM")


@dataclass(frozen=True)
class Fault:
    """A fault, and the rule that must find it.

    It must be found at one of the cells in which it is planted, or `at` another place.
    `also` are rules that rightly speak as well, each with the reason. `toml` exchanges a line of pack.toml. `secret` is what must be
    found nowhere in what comes out; `stops` says that the text would print, so that nothing is built.
    """

    rule: str
    story: str
    plants: tuple[Plant, ...] = ()
    at: Where | None = None
    also: Mapping[str, str] = field(default_factory=dict)
    toml: tuple[str, str] | None = None
    secret: str = ""
    stops: bool = False


def fault(rule: str, story: str, *plants: Plant, **more: Any) -> Fault:
    """A fault as it is written in the lists."""
    return Fault(rule, story, plants, **more)
