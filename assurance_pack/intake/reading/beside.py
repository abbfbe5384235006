"""What a group wrote that stands in no box of its form: under or over the boxes, beside them, in a note, a comment or a text box.

What the form itself says is known by its words, in whatever program it was saved; everything else is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Cell, Month
from ...returns.voice import AlsoWritten, Voice
from ...schema import columns
from ...settings import Settings
from ..as_typed import clean, is_empty_mark, plain
from ..opening.grid import Grid, OpenedBook, Place, Seen, WordParagraph
from ..printed import MENDED
from ..recognising.headings import column_named, is_information, keys_of
from ..recognising.identity import META_SHEET, parse_key
from .form_lines import slipped
from .form_words import FormWords
from .locate import Located
from .paragraphs import rejoined

TITLE = ""
"""The sheet that words without a cell of their own are given, so that each has a place that can be cited, cleared and withheld. It has no name: nobody sees it."""
NOTE_ON = "note on"
_IF_YOU_WISH = "if you wish"
_FORM_HEADS = frozenset(
    {
        "we ask",
        "your words",
        "we ask your words",
        "your words to the board",
        _IF_YOU_WISH,
        "illustrative",
        "yes no",
        "and what was answered",
        "also written",
    }
)
TITLE_WORDS = 8
"""“Your words to the Board, June 2026”, and no sentence that only begins so."""
_ASKED = re.compile(r"^“.*?(?:”(?=\s|$)|$)", re.DOTALL)
"""What was asked, as the form repeats it before the answer."""
_NUMBER = re.compile(r"^\d+\s+")
_NOTE_AUTHOR = re.compile(r"^[^\n]{1,60}:\s*\n")
_OUR_NOTE = re.compile(r"^(Error|Warning|Note|Prompt) \(AP\d{3}\)")
_LOOSE = frozenset({"text box", "comment", "footnote", "header", "footer", "note or text box"})
_RUNNING = frozenset({"header", "footer"})
_PIECE = re.compile(r"&[LCR](?![a-z])")
_CODE = re.compile(r"&(\"[^\"]*\"|K[0-9A-F]{6}|\d+|[A-Z&])")
"""What Excel puts between the words at the head and foot of a page: fonts, colours, sizes, the number of the page."""


@dataclass(frozen=True)
class Beside:
    """Words of theirs, and where they stand; of a cell that says what the form says too, those alone that were written on."""

    words: str
    place: Place
    grid: Grid

    def cell(self, file: str) -> Cell:
        """Where they stand."""
        return Cell(file=file, sheet=self.grid.title, ref=self.grid.ref(*self.place))

    @property
    def kind(self) -> str:
        """What holds them, where it is no cell: ``note on``, ``comment``, ``text box``."""
        where = self.grid.names.get(self.place, "")
        return NOTE_ON if where.startswith(NOTE_ON) else where.rstrip("0123456789 ")

    @property
    def struck(self) -> bool:
        """Whether some of what stands there is struck out, or set not to be seen."""
        return self.grid.at(*self.place).struck


def beside_the_boxes(
    book: OpenedBook, found: Located, left_over: tuple[WordParagraph, ...], form: FormWords, settings: Settings
) -> tuple[Grid, tuple[Beside, ...]]:
    """Words of theirs outside the boxes, in reading order, and a sheet made for those without a cell.

    `form` knows what the group asked in months before and what was answered: its form repeats it.
    """
    told = _Told(found, settings, form)
    left_over = rejoined(left_over, form)
    loose = [
        (kind, words)
        for kind, text in _loose(book, left_over)
        if (words := told.theirs(told.within_the_page(text) if _RUNNING & {*kind.split()} else text))
    ]
    loose += [("paragraph", words) for p in left_over if p.earlier and (words := told.beside_an_answer(p.text))]
    struck = {p.text for p in left_over if p.struck}
    cells: dict[Place, Seen] = {}
    names: dict[Place, str] = {}
    for number, (kind, text) in enumerate(dict.fromkeys(loose), start=1):
        cells[number, 1] = Seen(text, struck=any(text in whole for whole in struck))
        names[number, 1] = kind if kind.startswith(NOTE_ON) else f"{kind} {number}"
    made = Grid(TITLE, cells, names=names)
    in_cells = () if book.paragraphs else _stray(found, told)
    no_cell = (Beside(str(seen.value), place, made) for place, seen in cells.items())
    return made, (*in_cells, *_on_other_sheets(book, found, told), *no_cell)


def rows_of(beside: tuple[Beside, ...], file: str, sender: str, month: Month) -> tuple[AlsoWritten, ...]:
    """The words as rows, each with its place."""
    rows = []
    for one in beside:
        cell = one.cell(file)
        rows.append(AlsoWritten(sender=sender, at=cell, cells={"words": cell}, month=month, words=clean(one.words)[0]))
    return tuple(rows)


def _stray(found: Located, told: _Told) -> Iterator[Beside]:
    """Cells of the form's sheet that are no question, no answer, and nothing the form says."""
    answers = set(found.answers.values())
    answered = {(row, column + 1) for (row, column), s in found.grid.cells.items() if plain(str(s.value)).startswith("what you asked in")}
    keyed = {row for row, _ in answers}
    for (row, column), seen in sorted(found.grid.cells.items(), key=lambda item: item[0]):
        if (row, column) in answers or _of_the_form(found, column) or not isinstance(seen.value, str):
            continue
        if (row, column) in answered:
            if words := told.beside_an_answer(seen.value):
                yield Beside(words, (row, column), found.grid)
            continue
        first = min(c for c in found.grid.row(row))
        asked = row in keyed and column == first and (row, first + 1) in found.grid.cells and column_named(seen.value, found.sheet)
        if words := told.added(seen.value) or ("" if asked else told.theirs(seen.value)):
            yield Beside(words, (row, column), found.grid)


def of_a_note(text: str) -> str:
    """What somebody wrote in a note, without the name a program puts over it; nothing of our own notes, and of what stands for a thread."""
    said = _NOTE_AUTHOR.sub("", text).strip()
    ours = _OUR_NOTE.match(said) or said == MENDED or said.startswith("[Threaded comment]")
    return "" if ours else said


def _of_the_form(found: Located, column: int) -> bool:
    """Whether a column is the hidden one with the keys of the form."""
    return column == 1 and column in found.grid.hidden_columns


def _on_other_sheets(book: OpenedBook, found: Located, told: _Told) -> Iterator[Beside]:
    """Words on a sheet of their own beside the form's: somebody ran out of room, or began afresh."""
    for grid in book.sheets:
        if grid.title not in (found.grid.title, META_SHEET) and not (grid.hidden and plain(grid.title) == "lists"):
            for place, seen in sorted(grid.cells.items(), key=lambda item: item[0]):
                if isinstance(seen.value, str) and (words := told.theirs(seen.value)):
                    yield Beside(words, place, grid)


def _shown(code: re.Match[str]) -> str:
    """What a code at the head or foot of a page shows of itself: of all of them, only the sign “&” is a letter."""
    return "&" if code[0] == "&&" else " "


def pieces_of_a_page(grid: Grid) -> Iterator[tuple[str, str]]:
    """What a sheet prints at the head and foot of its pages: ``header`` or ``footer``, and the words at its left, its middle and its right."""
    pieces = ((where, piece) for where, text in grid.asides if where in _RUNNING for piece in _PIECE.split(text))
    yield from ((where, said) for where, piece in pieces if (said := " ".join(_CODE.sub(_shown, piece).split())))


def _loose(book: OpenedBook, left_over: tuple[WordParagraph, ...]) -> Iterator[tuple[str, str]]:
    yield from (("text box" if p.box else "paragraph", p.text) for p in left_over if not p.earlier)
    for grid in book.sheets:
        if grid.title != META_SHEET:
            notes = ((place, of_a_note(text)) for place, text in sorted(grid.comments.items()))
            yield from ((f"{NOTE_ON} {grid.title}!{grid.ref(*place)}", text) for place, text in notes if text)
            yield from ((f"page {where}", said) for where, said in pieces_of_a_page(grid))
    at_cells = {line for grid in book.sheets for note in grid.comments.values() for line in note.split("\n")}
    yield from ((where, text) for where, text in book.elsewhere if where in _LOOSE and not (where == "comment" and text in at_cells))


class _Told:
    """Tells their words from the form's."""

    def __init__(self, found: Located, settings: Settings, form: FormWords) -> None:
        self.form = form
        asked = columns(Voice)
        ours = {plain(t) for c in asked for t in (c.heading, c.help, *c.aliases)} | _FORM_HEADS
        ours |= {plain(n) for w in settings.words("group") for n in (w.word, *w.aliases)}
        ours |= {plain(c.heading.removesuffix(" (for the secretariat)")) for c in asked}
        self.ours, self.helps = ours, {plain(c.help) for c in asked if c.help}
        groups = sorted({n for w in settings.words("group") for n in (w.word, *w.aliases)}, key=len, reverse=True)
        whose = rf"(?:{'|'.join(map(re.escape, groups))}),? [A-Z][a-z]+ \d{{4}}"
        marked = rf"|{re.escape(settings.board.illustrative)}\.?" if settings.board.illustrative else ""
        self.at_the_foot = re.compile(rf"{whose}|\bPage(?: \d+)? of(?: \d+)?{marked}", re.IGNORECASE)
        self.answers = {plain(line) for place in found.answers.values() for line in str(found.grid.at(*place).value or "").split("\n")}
        self.whole = {plain(str(found.grid.at(*place).value or "")) for place in found.answers.values()}

    def added(self, text: str) -> str:
        """What was written on after a question and its help, in the cell of the question."""
        said = clean(text)[0]
        words = f"{plain(_NUMBER.sub('', said))} "
        asked = next((c for c in columns(Voice) if c.help and words.startswith(plain(f"{c.heading} {c.help}") + " ")), None)
        if asked is None or words == plain(f"{asked.heading} {asked.help}") + " ":
            return ""
        _, found, after = said.partition(asked.help)
        return after.strip() if found else said

    def beside_an_answer(self, text: str) -> str:
        """What was written on where the form repeats what the group asked and was answered, or over it; nothing where the record does not know that."""
        said = clean(text)[0]
        asked = _ASKED.match(said)
        if asked is None:  # the form begins with what was asked, in quotation marks: this was written over it
            return self.form.added_to_an_answer(said) if self.form.repeats(said) else self.theirs(said)
        parts = (asked[0], said[asked.end() :])
        return " ".join(words for part in parts if (words := self.form.added_to_an_answer(part)))

    def within_the_page(self, text: str) -> str:
        """What was written at the head or foot of a page, without what the form has there: whose it is, of which month, which page."""
        left = self.at_the_foot.sub(" ", text).strip()
        return left if plain(left) else ""

    def theirs(self, text: str) -> str:
        """A group's own words in a text: none of the form's sentences, and not what stands in a box already."""
        said = clean(text)[0]
        words = plain(said).removesuffix(" illustrative")
        if not words or is_empty_mark(said) or _OUR_NOTE.match(said) or words in self.ours | self.answers | self.whole:
            return ""
        if is_information(said) or parse_key(said)[0] in keys_of(Voice):
            return ""
        if words.startswith("your words to the board") and len(words.split()) <= TITLE_WORDS:
            return ""
        if self.form.heads(words) or slipped(words, _IF_YOU_WISH):
            return ""
        added = self.form.added(said)
        if added is not None:
            return added
        lines = [plain(_NUMBER.sub("", line)) for line in said.split("\n") if line.strip()]
        if all(line in self.ours for line in lines) or column_named(said, Voice):
            return ""
        # written over a question, its help still stands
        return "\n".join(line for line in self.form.whole_lines(said) if plain(line) not in self.helps and not self.form.heads(line))
