"""One file whose kind and sender are known, sheet by sheet: rows, faults, and what each sheet was issued with."""

from __future__ import annotations

from dataclasses import dataclass

from ...model.fault import Fault
from ...schema import Row
from ...settings import Settings
from ..opening.grid import OpenedBook
from ..recognising.fingerprint import fingerprint
from ..recognising.identify import Recognised
from ..recognising.sheets import find_sheets
from .locate import locate
from .rows import read_rows


@dataclass(frozen=True)
class SheetRead:
    """One sheet as read. `issued` is the fingerprint it was issued with: empty on a form from before there were any, None where nothing in
    the sheet says that it is ours (then all on it is its sender's)."""

    cls: type[Row]
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]
    issued: str | None

    @property
    def fingerprint(self) -> str:
        """What it says now."""
        return fingerprint(self.cls, self.rows, self.faults)

    @property
    def as_issued(self) -> bool:
        """Whether it is shown to say what it said when it was issued."""
        return bool(self.issued) and self.fingerprint == self.issued


def read_sheets(book: OpenedBook, known: Recognised, file: str, settings: Settings) -> tuple[tuple[SheetRead, ...], tuple[Fault, ...]]:
    """Every sheet found, and what there is to say of sheets missing, renamed or besides."""
    sheets, faults = find_sheets(book, known.kind, file)
    found = []
    for cls, grid in sheets.items():
        located = locate(cls, grid, file)
        lines = read_rows(located, known.sender, settings, known.month)
        found.append(SheetRead(cls, lines.rows, (*located.faults, *lines.faults), known.issued(cls)))
    return tuple(found), tuple(faults)
