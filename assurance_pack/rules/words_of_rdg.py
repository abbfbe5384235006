"""What RDG itself tells the Board in sentences: the headline, what it advises and assures, and the issue of each matter it brings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Cell
from ..returns.rdg import Cover, ForTheBoard, Statement
from ..schema import Row, column_of
from .case import Case
from .guard.withhold import WITHHELD
from .shape.faults import quoted


@dataclass(frozen=True)
class ToldByRdg:
    """A sentence or more of RDG's, and the column of the row it stands in."""

    row: Row
    column: str
    words: str

    @property
    def cell(self) -> Cell:
        """Where it stands."""
        return self.row.cell(self.column)

    @property
    def heading(self) -> str:
        """What it stands under, quoted and without what the form explains there."""
        return quoted(column_of(type(self.row), self.column).heading.partition(",")[0])

    @property
    def is_headline(self) -> bool:
        """Whether page 1 opens with it."""
        return isinstance(self.row, Cover)


def told_by_rdg(case: Case) -> Iterator[ToldByRdg]:
    """RDG's own lines, those of page 1 first, without what is withheld."""
    for kind, column in ((Cover, "headline"), (Statement, "statement"), (ForTheBoard, "issue")):
        for row in case.returns.of(kind):
            words = getattr(row, column)
            if words and words != WITHHELD:
                yield ToldByRdg(row, column, words)
