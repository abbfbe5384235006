"""How much of a set of registers is rightly placed: rows and columns against their answers, and cells accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kept_elsewhere import Register

from assurance_pack.intake.adopting.accounts import Adopted
from assurance_pack.intake.adopting.files import adopt, propose_all, tables_of
from assurance_pack.intake.adopting.mapping import TableMapping, said_for, sheets_to_fill
from assurance_pack.intake.opening.grid import OpenedBook
from assurance_pack.intake.opening.reader import read_file
from assurance_pack.returns.workspace import WORKSPACE_RETURN
from assurance_pack.settings import Settings

CHOICES = sheets_to_fill(WORKSPACE_RETURN.sheets)


@dataclass(frozen=True)
class Tried:
    """One workbook as read, what was proposed for it, and what came of that."""

    book: OpenedBook
    mappings: tuple[TableMapping, ...]
    adopted: Adopted


def tried(path: Path, settings: Settings) -> Tried:
    """Read a workbook, take every proposal as it is, and place it."""
    book = read_file(path)
    assert isinstance(book, OpenedBook), f"{path.name} could not be read"
    found = tables_of({path.name: book})
    mappings = propose_all(found, CHOICES, settings)
    return Tried(book, mappings, adopt({path.name: book}, found, mappings, settings))


def column_marks(register: Register, of: Tried) -> Iterator[tuple[str, str, str]]:
    """For each column of the answers: its place, where it should go, and where it went."""
    for answer in register.answers:
        first = next(iter(answer.columns))
        mapping = next(
            (m for m in of.mappings if (m.sheet, m.headings) == (answer.sheet, answer.headings) and first in {c.letter for c in m.columns}),
            None,
        )
        went = {c.letter: said_for(c.goes_to, mapping.becomes) for c in mapping.columns} if mapping else {}
        for letter, right in answer.columns.items():
            yield f"{register.name} {answer.sheet}!{letter}", right, went.get(letter, "no table found")
