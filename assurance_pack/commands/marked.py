"""What goes back with each return: a marked copy, a list of its problems, or a bare list of cells; one for each that has something to mend."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..home import Home
from ..intake.mark import CannotMark, cell_list, mark, problem_list
from ..intake.receipts import arrivals
from ..model import Cell, Sender
from ..model.problem import Problem, Severity
from ..pipeline import Understood
from ..returns.received import Receipt
from ..rules.guard import sentence_for

CAN_BE_MARKED = (".xlsx", ".xlsm")


@dataclass(frozen=True)
class Marked:
    """What is written beside one return. `cells_only` is a bare list of cells that may identify a child: it stays here."""

    sender: Sender
    name: str
    data: bytes
    cells_only: bool = False


def marked_returns(home: Home, understood: Understood) -> tuple[Marked, ...]:
    """What goes back with each return that has something to mend, in the order of the register."""
    return tuple(_marked_returns(home, understood))


def _marked_returns(home: Home, understood: Understood) -> Iterator[Marked]:
    case = understood.case
    for receipt in case.returns.receipts:
        if not receipt.counts or not receipt.file:
            continue
        guarded = sorted({(f.cell, sentence_for(f)) for f in case.guard if f.cell.file == receipt.file and not f.hint}, key=_in_order)
        problems = [p for p in understood.verdicts.of(Severity.ERROR, Severity.WARNING, Severity.NOTE) if _about(p, receipt.file)]
        stem, _, suffix = receipt.file.rpartition(".")
        if guarded:
            yield Marked(receipt.sender, f"Cells in {stem}.txt", cell_list(receipt.file, guarded), cells_only=True)
        elif problems:
            yield _marked(home, understood, receipt, problems, stem, suffix)


def _in_order(found: tuple[Cell, str]) -> tuple[object, ...]:
    return (*found[0].order, found[1])


def _marked(home: Home, understood: Understood, receipt: Receipt, problems: list[Problem], stem: str, suffix: str) -> Marked:
    if f".{suffix.lower()}" in CAN_BE_MARKED:
        try:
            original = arrivals(home.inputs(understood.case.month))[receipt.file].read_bytes()
            return Marked(receipt.sender, f"{stem} (marked).{suffix}", mark(original, receipt.file, problems))
        except (CannotMark, KeyError, OSError):
            pass  # its parts are of a kind we do not know, or it has just been opened or moved: the list says the same
    return Marked(receipt.sender, f"Problems in {receipt.file}.xlsx", problem_list(receipt.file, problems))


def _about(problem: Problem, file: str) -> bool:
    return any(c.file == file for c in problem.cells)
