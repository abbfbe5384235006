"""What a group wrote that stands in no box of its form: under or over the boxes, beside them, in a note, a comment or a text box.

What the form itself says is known by its words, in whatever program it was saved; everything else is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Cell, Month
from ...returns.voice import AlsoWritten, Voice
from ...schema import columns
from ...settings import Settings
from ..as_typed import clean, is_empty_mark, plain
from ..opening.grid import Grid, OpenedBook, Place, Seen, WordParagraph
from ..recognising.headings import column_named, is_information, keys_of
from ..recognising.identity import META_SHEET, parse_key
from .locate import Located

TITLE = "Beside the boxes"
"""The sheet that words without a cell of their own are given, so that each has a place that can be cited, cleared and withheld."""
_FORM_SAYS = (
    "it takes about fifteen minutes", "use your own words we print them", "the board answers about 60 words", "please do not name a child",
    "please send this back", "would you rather talk", "nothing this month write", "for the secretariat please leave this",
    "start typing alt and enter", "what you asked in", "click here and type",
)  # fmt: skip
"""How the sentences begin that stand on the form itself, made comparable."""
_FORM_HEADS = frozenset(
    {"we ask", "your words", "your words to the board", "if you wish", "illustrative", "yes no", "and what was answered", "also written"}
)
TITLE_WORDS = 8
"""“Your words to the Board, June 2026”, and no sentence that only begins so."""
_NUMBER = re.compile(r"^\d+\s+")
_NOTE_AUTHOR = re.compile(r"^[^\n]{1,60}:\s*\n")
_OUR_NOTE = re.compile(r"^(Error|Warning|Note|Prompt) \(AP\d{3}\)")
_LOOSE = frozenset({"text box", "comment", "footnote", "header", "footer"})
_RUNNING = frozenset({"header", "footer"})
_PAGE = re.compile(r"^page( \d+)? of( \d+)?$")
_PIECE = re.compile(r"&[LCR](?![a-z])")
_CODE = re.compile(r"&(\"[^\"]*\"|K[0-9A-F]{6}|\d+|[A-Z&])")
"""What Excel puts between the words at the head and foot of a page: fonts, colours, sizes, the number of the page."""


def beside_the_boxes(
    book: OpenedBook, found: Located, left_over: tuple[WordParagraph, ...], settings: Settings
) -> tuple[Grid, tuple[tuple[Place, Grid], ...]]:
    """Words of theirs outside the boxes: those without a cell in a sheet made for them, and where each stands, in reading order."""
    told = _Told(found, settings)
    loose = [
        (kind, text) for kind, text in _loose(book, left_over) if told.theirs(text) and not (_RUNNING & {*kind.split()} and told.runs(text))
    ]
    cells: dict[Place, Seen] = {}
    names: dict[Place, str] = {}
    for number, (kind, text) in enumerate(dict.fromkeys(loose), start=1):
        cells[number, 1] = Seen(text)
        names[number, 1] = f"{kind} {number}"
    made = Grid(TITLE, cells, names=names)
    in_cells = () if book.paragraphs else _stray(found, told)
    return made, (*((place, found.grid) for place in in_cells), *_on_other_sheets(book, found, told), *((place, made) for place in cells))


def rows_of(places: tuple[tuple[Place, Grid], ...], file: str, sender: str, month: Month) -> tuple[AlsoWritten, ...]:
    """The words as rows, each with its place."""
    rows = []
    for place, grid in places:
        cell = Cell(file=file, sheet=grid.title, ref=grid.ref(*place))
        words = clean(str(grid.at(*place).value))[0]
        rows.append(AlsoWritten(sender=sender, at=cell, cells={"words": cell}, month=month, words=words))
    return tuple(rows)


def _stray(found: Located, told: _Told) -> tuple[Place, ...]:
    """Cells of the form's sheet that are no question, no answer, and nothing the form says."""
    answers = set(found.answers.values())
    before = {
        place
        for (row, column), s in found.grid.cells.items()
        if plain(str(s.value)).startswith("what you asked in")
        for place in ((row, column), (row, column + 1))
    }
    keyed = {row for row, _ in answers}
    stray = []
    for (row, column), seen in sorted(found.grid.cells.items(), key=lambda item: item[0]):
        if (row, column) in answers | before or _of_the_form(found, column) or not isinstance(seen.value, str):
            continue
        first = min(c for c in found.grid.row(row))
        asked = row in keyed and column == first and (row, first + 1) in found.grid.cells and column_named(seen.value, found.sheet)
        if told.added(seen.value) or (not asked and told.theirs(seen.value)):
            stray.append((row, column))
    return tuple(stray)


def _of_the_form(found: Located, column: int) -> bool:
    """Whether a column is the hidden one with the keys of the form."""
    return column == 1 and column in found.grid.hidden_columns


def _on_other_sheets(book: OpenedBook, found: Located, told: _Told) -> Iterator[tuple[Place, Grid]]:
    """Words on a sheet of their own beside the form's: somebody ran out of room, or began afresh."""
    for grid in book.sheets:
        if grid.title not in (found.grid.title, META_SHEET) and not (grid.hidden and plain(grid.title) == "lists"):
            for place, seen in sorted(grid.cells.items(), key=lambda item: item[0]):
                if isinstance(seen.value, str) and told.theirs(seen.value):
                    yield place, grid


def _loose(book: OpenedBook, left_over: tuple[WordParagraph, ...]) -> Iterator[tuple[str, str]]:
    yield from (("text box" if p.box else "paragraph", p.text) for p in left_over)
    for grid in book.sheets:
        if grid.title != META_SHEET:
            notes = (_NOTE_AUTHOR.sub("", text).strip() for _, text in sorted(grid.comments.items()))
            yield from (("note", text) for text in notes if text and not text.startswith("[Threaded comment]"))
            pieces = ((where, piece) for where, text in grid.asides if where in _RUNNING for piece in _PIECE.split(text))
            yield from ((f"page {where}", said) for where, piece in pieces if (said := " ".join(_CODE.sub(" ", piece).split())))
    yield from ((where, text) for where, text in book.elsewhere if where in _LOOSE)


class _Told:
    """Tells their words from the form's."""

    def __init__(self, found: Located, settings: Settings) -> None:
        asked = columns(Voice)
        ours = {plain(t) for c in asked for t in (c.heading, c.help, *c.aliases)} | _FORM_HEADS
        ours |= {plain(n) for w in settings.words("group") for n in (w.word, *w.aliases)}
        ours |= {plain(c.heading.removesuffix(" (for the secretariat)")) for c in asked}
        self.ours = ours
        self.illustrative = settings.board.illustrative
        self.answers = {plain(line) for place in found.answers.values() for line in str(found.grid.at(*place).value or "").split("\n")}
        self.whole = {plain(str(found.grid.at(*place).value or "")) for place in found.answers.values()}

    def added(self, text: str) -> bool:
        """Whether something was written on after a question and its help, in the cell of the question."""
        words = f"{plain(_NUMBER.sub('', clean(text)[0]))} "
        asked = next((ours for c in columns(Voice) if c.help and words.startswith(ours := plain(f"{c.heading} {c.help}") + " ")), "")
        return bool(asked) and len(words) > len(asked)

    def runs(self, text: str) -> bool:
        """Whether a text is what the form has at the foot of each page: whose it is, of which month, which page."""
        said = plain(text.removeprefix(self.illustrative))
        return not _PAGE.sub("", said) or re.sub(r" [a-z]+ \d{4}$", "", said) in self.ours

    def theirs(self, text: str) -> bool:
        """Whether a text is a group's own: none of the form's sentences, and not what stands in a box already."""
        said = clean(text)[0]
        words = plain(said).removesuffix(" illustrative")
        if not words or is_empty_mark(said) or _OUR_NOTE.match(said) or words in self.ours | self.answers | self.whole:
            return False
        if words.startswith(_FORM_SAYS) or is_information(said) or parse_key(said)[0] in keys_of(Voice):
            return False
        if words.startswith("your words to the board") and len(words.split()) <= TITLE_WORDS:
            return False
        lines = [plain(_NUMBER.sub("", line)) for line in said.split("\n") if line.strip()]
        return not all(line in self.ours for line in lines) and column_named(said, Voice) is None
