"""Words in a file that stand in no cell of it: notes and comments, text boxes, the head and foot of a page, the properties of the file.

Nothing is made of them but what a group writes (`reading.beside`), so the officer is told of each where it stands. What the form says itself
is known by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...model import Cell
from ...model.fault import Fault, FaultKind
from ...returns import RETURNS
from ...returns.kind import ReturnKind
from ...returns.voice import VOICE_RETURN
from ...schema import columns
from ...settings import Settings
from ..as_typed import plain
from ..opening.called import BUTTON, CHART, DESCRIPTION, MESSAGE, TEXT_BOX, TITLE_OF_A_CHART, TITLE_OF_A_MESSAGE, WATERMARK
from ..opening.grid import Grid, OpenedBook, Place
from .beside import of_a_note, pieces_of_a_page

MOST_ON_A_SHEET = 8
"""Notes of one sheet that are told one by one; where there are more, they are told once."""
IN_A_NOTE = "a note on this cell"
_LAID_OVER = {TEXT_BOX: "a text box here", CHART: "a chart here", BUTTON: "a button here"}
_OF_A_PAGE = {"header": "the header of this sheet", "footer": "the footer of this sheet"}
_LOOSE = {"comment": "a comment", "note or text box": "a note or a text box", "text box": "a text box", WATERMARK: "a watermark"}
_PROPERTIES = {"title": "title", "subject": "subject", "description": "comments", "keywords": "tags", "category": "category"}
_SENTENCE = 3
"""Words: a property, a name or a watermark with fewer is a label."""
_NAMED_TEXT = re.compile(r'="?"([^"]{8,})"|^"([^"]{8,})"$')
_BY_A_PROGRAM = re.compile(r"(?:generated|created|produced|exported|converted|scanned) (?:by|with|from|using|to) ", re.IGNORECASE)
"""How programs sign a file of theirs in its properties."""
_YOU_SAID = re.compile(r"in [a-z]+ you said")


def in_no_cell(book: OpenedBook, read: Iterable[Grid], kind: ReturnKind, file: str, settings: Settings) -> Iterator[Fault]:
    """What its sender wrote on a return outside its cells; `read` are the sheets of the form. Of a group, what is printed as theirs is not among it."""
    ours = _Printed(settings)
    theirs = kind is VOICE_RETURN
    for grid in read:
        told = [*_in_notes(grid)] if not theirs else []
        places = [*_over_the_cells(grid, ours, theirs=theirs)]
        if len(told) > MOST_ON_A_SHEET:
            (first, _, note), more = told[0], str(len(told) - 1)
            yield _fault(Cell(file=file, sheet=grid.title, ref=grid.ref(*first)), IN_A_NOTE, note, grid.ref(*told[-1][0]), more)
            told = []
        for place, where, said in (*told, *places):
            yield _fault(Cell(file=file, sheet=grid.title, ref=grid.ref(*place) if place else ""), where, said)
    if not theirs:
        seen = {
            line
            for grid in book.sheets
            for text in (*grid.comments.values(), *(w for _, _, w in grid.laid_over))
            for line in text.split("\n")
        }
        yield from (
            _fault(Cell(file=file), _LOOSE[where], text)
            for where, text in book.elsewhere
            if where in _LOOSE and where != WATERMARK and text not in seen
        )


def of_the_file(book: OpenedBook, read: Iterable[Grid], file: str, settings: Settings) -> Iterator[Fault]:
    """Words that programs keep with a file, and people seldom look at: they say nothing of whether the form was filled in."""
    ours = _Printed(settings)
    for name, called in _PROPERTIES.items():
        said = book.properties.get(name, "")
        if len(said.split()) >= _SENTENCE and not ours.names_the_file(said, file):
            yield _fault(Cell(file=file), f"the properties of this file ({called})", said)
    for where, text in dict.fromkeys(book.elsewhere):
        named = _NAMED_TEXT.search(text) if where == "defined name" else None
        if named:
            yield _fault(Cell(file=file), "a name defined in this file", named[1] or named[2])
        elif len(text.split()) >= _SENTENCE and (where == WATERMARK or (where == TITLE_OF_A_CHART and book.paragraphs)):
            yield _fault(Cell(file=file), f"the {where} in this file", text)  # the charts of a workbook are told at their cells
    for grid in read:
        for text in dict.fromkeys(_messages(grid, ours)):
            yield _fault(Cell(file=file, sheet=grid.title), "the message of a cell of this sheet", text)


def _messages(grid: Grid, ours: _Printed) -> Iterator[str]:
    """What cells of a sheet tell those who enter them under a title that is not ours, or under none."""
    title = ""
    for where, text in grid.asides:
        if where == TITLE_OF_A_MESSAGE:
            title = text
        elif where == MESSAGE and not ours.helps_under(title):
            yield " ".join(filter(None, (title, text)))


def _fault(cell: Cell, where: str, said: str, last: str = "", more: str = "") -> Fault:
    return Fault(kind=FaultKind.NO_PLACE, cell=cell, seen=said, column=where, expected=last, suggestion=more)


_Told = tuple[Place | None, str, str]
"""A cell, what holds the words, and the words."""


def _in_notes(grid: Grid) -> Iterator[tuple[Place, str, str]]:
    yield from ((place, IN_A_NOTE, said) for place, text in sorted(grid.comments.items()) if (said := of_a_note(text)))


def _over_the_cells(grid: Grid, ours: _Printed, *, theirs: bool) -> Iterator[_Told]:
    """Text boxes and what is drawn with words, and the head and foot of its pages; of a group's form those alone that are not read as its words."""
    for place, what, said in grid.laid_over:
        if what != DESCRIPTION and not (theirs and what == TEXT_BOX):
            yield place, _LAID_OVER[what], said
    for where, said in () if theirs else pieces_of_a_page(grid):
        if not ours.runs(said):
            yield None, _OF_A_PAGE[where], said


class _Printed:
    """Tells what a form carries outside its cells from what was written there."""

    def __init__(self, settings: Settings) -> None:
        sheets = [cls for kind in RETURNS for cls in kind.sheets]
        parties = [party for kind in RETURNS for party in kind.senders(settings)]
        names = (
            [n for p in parties for n in (p.name, *p.aliases)] + [kind.form_title for kind in RETURNS] + [cls.sheet_title for cls in sheets]
        )
        ours = sorted({plain(n) for n in (*names, settings.board.name, settings.board.illustrative) if plain(n)}, key=len, reverse=True)
        self._ours = re.compile(rf"\b(?:{'|'.join(map(re.escape, ours))}|{_MONTH}|page(?: \d+)?(?: of(?: \d+)?)?|illustrative)\b")
        self._headings = {plain(c.heading[:LONGEST_TITLE]) for cls in sheets for c in columns(cls)}

    def runs(self, text: str) -> bool:
        """Whether a text is what our sheets have at their foot: whose they are, of which month, which sheet, which page."""
        return not self._ours.sub("", plain(text)).strip()

    def names_the_file(self, text: str, file: str) -> bool:
        """Whether a property says what the form says of itself, or what the file is called."""
        return bool(_BY_A_PROGRAM.match(text)) or plain(text) in (plain(file), plain(file.rpartition(".")[0])) or self.runs(text)

    def helps_under(self, title: str) -> bool:
        """Whether the title of a message is the heading of a column of ours, or that of what was said last month."""
        return plain(title) in self._headings or bool(_YOU_SAID.fullmatch(plain(title)))


LONGEST_TITLE = 32
"""What a spreadsheet shows of the title of a message, in characters: of a longer heading the form prints so much."""
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{4}"
