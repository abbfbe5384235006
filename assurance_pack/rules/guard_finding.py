"""What the guard found: where, and what kind of thing. Never the thing itself."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Cell, TextPlace

VALUE_PLACES = frozenset({TextPlace.CELL, TextPlace.NUMBER, TextPlace.HIDDEN})


@dataclass(frozen=True)
class GuardFinding:
    """One place where something may identify a child.

    `kind` names it as a person would (“an NHS number”). `blocks`: the text would print, so nothing is built while it stands.
    `checked`: it passes a check digit, so nobody may waive it. `hint`: worth a look, but nothing is withheld for it.
    """

    cell: Cell
    rule: str
    kind: str
    blocks: bool
    checked: bool
    hint: bool = False
    where: TextPlace = TextPlace.CELL
    sender: str = ""

    @property
    def in_value(self) -> bool:
        """Whether it stands in the value of the cell, so that the cell itself must be withheld (and not only a note beside it)."""
        return not self.hint and bool(self.cell.ref) and self.where in VALUE_PLACES
