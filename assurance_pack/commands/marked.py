"""What goes back with each return: a marked copy, a list of its problems, or a bare list of cells; one for each that has something to mend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

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
    about: dict[str, list[Problem]] = {}
    for problem in understood.verdicts.of(Severity.ERROR, Severity.WARNING, Severity.NOTE):
        for file in {c.file for c in problem.cells}:
            about.setdefault(file, []).append(problem)
    found: dict[str, set[tuple[Cell, str]]] = {}
    for finding in case.guard:
        if not finding.hint:
            found.setdefault(finding.cell.file, set()).add((finding.cell, sentence_for(finding)))
    for cell in understood.withdrawn:
        found.setdefault(cell.file, set()).add((cell, "What stands here was withdrawn."))
    sent = arrivals(home.inputs(case.month))
    for receipt in case.returns.receipts:
        if not receipt.counts or not receipt.file:
            continue
        guarded, problems = sorted(found.get(receipt.file, ()), key=_in_order), about.get(receipt.file, [])
        stem, _, suffix = receipt.file.rpartition(".")
        if guarded:
            yield Marked(receipt.sender, f"Cells in {stem}.txt", cell_list(receipt.file, guarded), cells_only=True)
        elif problems:
            yield _marked(sent, receipt, problems, stem, suffix)


def _in_order(found: tuple[Cell, str]) -> tuple[object, ...]:
    return (*found[0].order, found[1])


def _marked(sent: Mapping[str, Path], receipt: Receipt, problems: list[Problem], stem: str, suffix: str) -> Marked:
    if f".{suffix.lower()}" in CAN_BE_MARKED:
        try:
            original = sent[receipt.file].read_bytes()
            return Marked(receipt.sender, f"{stem} (marked).{suffix}", mark(original, receipt.file, problems))
        except (CannotMark, KeyError, OSError):
            pass  # its parts are of a kind we do not know, or it has just been opened or moved: the list says the same
    return Marked(receipt.sender, f"Problems in {receipt.file}.xlsx", problem_list(receipt.file, problems))
