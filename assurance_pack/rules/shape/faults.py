"""How the rules of shape read the reader's faults: which return each is about, and how much of what was seen may be said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...intake.as_typed import visible
from ...intake.reading.no_cell import IN_A_NOTE
from ...model import NOT_TOLD, Cell, Sender
from ...model.fault import Fault, FaultKind
from ...model.text import TextPlace
from ..case import Case
from ..engine import Found

LONGEST_QUOTE = 60
Sentence = Callable[[Fault], str]


def faults(case: Case, kind: FaultKind) -> Iterator[tuple[Fault, Sender]]:
    """The faults of a kind, each with the sender of the file it stands in (`NOT_TOLD` where the file could not be told)."""
    by_file = {r.file: r.sender for r in case.returns.receipts if r.file}
    for fault in case.returns.faults:
        if fault.kind is kind:
            yield fault, by_file.get(fault.cell.file, NOT_TOLD)


def say(case: Case, kind: FaultKind, sentence: Sentence) -> Iterator[Found]:
    """One finding for each fault of a kind."""
    for fault, sender in faults(case, kind):
        yield found(fault, sender, sentence)


def found(fault: Fault, sender: Sender, sentence: Sentence, remedy: str = "") -> Found:
    """What is said of one fault; with a remedy of its own, where the rule's does not fit."""
    items = (fault.row,) if fault.row and fault.cell.ref and not fault.row.startswith("row ") else ()
    return Found((fault.cell,), sentence(fault), items, sender, remedy=remedy)


def quoted(text: str) -> str:
    """What stood there, on one line, without what cannot be seen, and at most sixty characters of it."""
    line = visible(text)
    return f"“{line}”" if len(line) <= LONGEST_QUOTE else f"“{line[: LONGEST_QUOTE - 1].rstrip()}…”"


_OF_THE_FILE_ITSELF = frozenset({TextPlace.TRACE, TextPlace.FILE_NAME, TextPlace.FOLDER_NAME, TextPlace.SHEET_NAME})


def is_told_by_the_guard(case: Case, fault: Fault) -> bool:
    """Whether the guard found something where these words stand that are in no cell, or where it can name no cell either: that comes first."""
    return any(_may_be_there(found.cell, fault) for found in case.guard if found.where not in _OF_THE_FILE_ITSELF)


def _may_be_there(found: Cell, fault: Fault) -> bool:
    if found.file != fault.cell.file:
        return False
    if fault.column == IN_A_NOTE:
        return found == fault.cell
    return found == fault.cell or not found.ref or (not fault.cell.ref and found.sheet == fault.cell.sheet)


def meant(fault: Fault) -> str:
    """“Did you mean …?”, where something is near."""
    return f" Did you mean {quoted(fault.suggestion)}?" if fault.suggestion else ""


def in_column(fault: Fault) -> str:
    """“ in “Forecast now””: which column it stands in, to be said in a sentence; nothing where it is in none."""
    return f" in {quoted(fault.column)}" if fault.column else ""
