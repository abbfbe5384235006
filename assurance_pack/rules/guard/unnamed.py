"""A file, sheet or folder in whose name the guard found something is named nowhere: it is said by its order.

The names are taken out where the month is read, so that nothing downstream has them to print.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...english import ordinal
from ...model import NOT_TO_BE_NAMED, Cell
from ...model.fault import Fault
from ...model.text import NAME_PLACES, GuardFinding, SentText, TextPlace
from ...returns.received import Returns
from ...schema import Row


@dataclass(frozen=True)
class Unnamed:
    """How files, and sheets of a file, are said whose own names may not be."""

    files: dict[str, str]
    sheets: dict[tuple[str, str], str]

    @classmethod
    def of(cls, texts: Iterable[SentText], findings: Iterable[GuardFinding]) -> Unnamed:
        """The names among these texts in which something was found, each with its order: of files by name, of sheets as they stand."""
        found = {f.cell for f in findings if f.where in NAME_PLACES}
        files: dict[str, str] = {}
        sheets: dict[tuple[str, str], str] = {}
        seen: Counter[str] = Counter()
        for text in (t for t in texts if t.where in NAME_PLACES):
            cell, a_sheet = text.cell, text.where is TextPlace.SHEET_NAME
            seen[cell.file if a_sheet else ""] += 1
            if cell in found and a_sheet:
                sheets[cell.file, cell.sheet] = f"the {ordinal(seen[cell.file])} sheet, {NOT_TO_BE_NAMED}"
            elif cell in found:
                what = "folder" if text.where is TextPlace.FOLDER_NAME else "file"
                files[cell.file] = f"a {what} {NOT_TO_BE_NAMED}, the {ordinal(seen[''])} in the folder"
        return cls(files, sheets)

    def cell(self, cell: Cell) -> Cell:
        """The place, said without a name that may not be shown."""
        file = self.files.get(cell.file, cell.file)
        sheet = self.sheets.get((cell.file, cell.sheet), cell.sheet)
        return Cell(file=file, sheet=sheet, ref=cell.ref) if (file, sheet) != (cell.file, cell.sheet) else cell

    def finding(self, finding: GuardFinding) -> GuardFinding:
        """The finding, at a place said so."""
        return replace(finding, cell=self.cell(finding.cell))

    def returns(self, returns: Returns) -> Returns:
        """The month as received, with every such place said so: of rows, of faults and in the register."""
        if not self.files and not self.sheets:
            return returns
        receipts = (r.model_copy(update={"file": self.files.get(r.file, r.file), "note": self._quoted(r.note)}) for r in returns.receipts)
        rows, faults = map(self._row, returns.rows), map(self._fault, returns.faults)
        return Returns(returns.month, tuple(rows), tuple(receipts), tuple(faults))

    def _row(self, row: Row) -> Row:
        return row.model_copy(update={"at": self.cell(row.at), "cells": {name: self.cell(c) for name, c in row.cells.items()}})

    def _fault(self, fault: Fault) -> Fault:
        said = {name: self._quoted(getattr(fault, name)) for name in ("seen", "expected", "suggestion", "row")}
        return fault.model_copy(update={"cell": self.cell(fault.cell), **said})

    def _quoted(self, words: str) -> str:
        """Words in which a file or a sheet is named."""
        names = {**self.files, **{sheet: said for (_, sheet), said in self.sheets.items()}}
        for name in sorted(names, key=len, reverse=True):
            words = words.replace(name, names[name])
        return words
