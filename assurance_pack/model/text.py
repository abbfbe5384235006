"""A text somebody sent, and what the guard against personal data finds in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from . import NOT_TOLD, Cell, Sender


class TextPlace(StrEnum):
    """Where a piece of text stood: the guard reads them all, and weighs them by whether they would print."""

    CELL = "cell"
    NUMBER = "number"
    COMMENT = "comment"
    HIDDEN = "hidden"
    HEADER = "header or footer"
    PROPERTY = "document property"
    TRACE = "trace of those who worked on the file"
    SHEET_NAME = "sheet name"
    FILE_NAME = "file name"
    FOLDER_NAME = "folder name"
    OTHER = "elsewhere in the file"


@dataclass(frozen=True, slots=True)
class SentText:
    """A piece of text somebody sent, with its place, for the guard. Never logged, never recorded."""

    cell: Cell
    text: str
    where: TextPlace = TextPlace.CELL
    prints: bool = False
    sender: Sender = NOT_TOLD


NAME_PLACES = frozenset({TextPlace.SHEET_NAME, TextPlace.FILE_NAME, TextPlace.FOLDER_NAME})
"""Names of places: they would be printed wherever the place is."""

VALUE_PLACES = frozenset({TextPlace.CELL, TextPlace.NUMBER, TextPlace.HIDDEN})


@dataclass(frozen=True)
class GuardFinding:
    """One place where something may identify a child.

    `kind` names it as a person would (“an NHS number”). `blocks`: the text would print, so nothing is built while it stands.
    `checked`: it passes a check digit, so nobody may waive it. `hint`: worth a look, but nothing is withheld for it. `sentence`: which of
    the text it stands in, counted from one, where it is a story and does not take more than one to tell; else nought.
    """

    cell: Cell
    rule: str
    kind: str
    blocks: bool
    checked: bool
    hint: bool = False
    where: TextPlace = TextPlace.CELL
    sender: Sender = NOT_TOLD
    sentence: int = 0

    @property
    def in_value(self) -> bool:
        """Whether it stands in the value of the cell, so that the cell itself must be withheld (and not only a note beside it)."""
        return not self.hint and bool(self.cell.ref) and self.where in VALUE_PLACES
