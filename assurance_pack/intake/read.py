"""Reads a month: every file in its folder, each as the return it is, with every row, fault and text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from ..model import Cell, Fault, FaultKind, Month, Text
from ..returns.received import Receipt, ReceiptState, Returns
from ..schema import Row
from ..settings import Home, Settings
from .grid import Book
from .identify import Recognised, recognise
from .locate import find_page, find_sheets, find_table
from .rows import read_rows
from .workbook import read_workbook


@dataclass(frozen=True)
class Read:
    """A month as read: the returns, and every piece of text for the guard."""

    returns: Returns
    texts: tuple[Text, ...] = ()


def read_month(home: Home, month: Month, settings: Settings) -> Read:
    """Read the month's folder. One bad file never stops the others."""
    rows: list[Row] = []
    faults: list[Fault] = []
    receipts: dict[str, Receipt] = {}
    folder = home.inputs(month)
    files = (
        sorted(p for p in folder.iterdir() if p.suffix.lower() in (".xlsx", ".xlsm") and not p.name.startswith(("~$", ".")))
        if folder.is_dir()
        else []
    )
    for path in files:
        book = read_workbook(path)
        known = recognise(book, path.name, settings)
        if isinstance(known, Fault):
            faults.append(known)
            continue
        if known.month not in (None, month):
            faults.append(Fault(kind=FaultKind.WRONG_MONTH, cell=Cell(file=path.name), seen=str(known.month), expected=month))
            continue
        here, wrong = _rows(book, known, path.name, settings)
        rows += here
        faults += [*known.faults, *wrong]
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        receipts[known.sender] = Receipt(
            sender=known.sender, kind=known.kind.key, state=ReceiptState.RECEIVED, file=path.name, sha256=digest
        )
    for sender in settings.expected:
        receipts.setdefault(sender, Receipt(sender=sender, kind=sender.partition(":")[0], state=ReceiptState.MISSING))
    order = {s: i for i, s in enumerate(settings.expected)}
    lines = tuple(sorted(receipts.values(), key=lambda r: (order.get(r.sender, len(order)), r.sender)))
    faults += [
        Fault(kind=FaultKind.MISSING_RETURN, cell=Cell(file=""), expected=r.sender) for r in lines if r.state is ReceiptState.MISSING
    ]
    return Read(Returns(month, tuple(rows), lines, tuple(faults)))


def _rows(book: Book, known: Recognised, file: str, settings: Settings) -> tuple[list[Row], list[Fault]]:
    sheets, faults = find_sheets(book, known.kind, file)
    rows: list[Row] = []
    for cls, grid in sheets.items():
        found = find_page(cls, grid, file) if cls.layout == "page" else find_table(cls, grid, file)
        here, wrong = read_rows(found, file, known.sender, settings)
        rows += here
        faults += [*found.faults, *wrong]
    return rows, faults
