"""The closed set of blocks a document is made of. What is inside them is beside: `runs` of text, `drawings`; and `book`, the data book.

Every writer walks these by case and fails on one it does not know. Nothing here knows PDF, Word or Excel; nothing here counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cache, cached_property
from typing import Literal

from ...meanings import BADGES as BADGES
from .drawings import Drawing
from .runs import Runs, Status, plain


@dataclass(frozen=True)
class Heading:
    """Level 1 is the document's title, 2 a section (with its number), 3 a part of one."""

    level: Literal[1, 2, 3]
    text: str
    number: str = ""
    anchor: str = ""
    note: str = ""
    new_page: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; with a number (``2.1``) the Board can cite it.

    `style`: body, lead (what changed, opening a section), story (the sentence of page 1), note (grey, beneath a table), marking.
    """

    content: Runs
    number: str = ""
    anchor: str = ""
    style: Literal["body", "lead", "story", "note", "marking", "board"] = "body"


@dataclass(frozen=True)
class Bullets:
    """A list of short points."""

    items: tuple[Runs, ...]


@dataclass(frozen=True)
class TableColumn:
    """A column: its heading, its width in twelfths of the text width right of the hang (the first column stands in the hang), its kind."""

    heading: Runs
    width: float
    kind: Literal["text", "number", "date", "id", "status", "words", "bar"] = "text"


@dataclass(frozen=True)
class TableCell:
    """A cell and the rows it speaks of (their IDs), so that the crosswalk and the record know what is printed where."""

    content: Runs
    rows: tuple[str, ...] = ()
    value: float | int | date | None = None


@dataclass(frozen=True)
class TableRow:
    """A row; the first cell is its header. `end` closes a group with a stronger rule."""

    cells: tuple[TableCell, ...]
    end: bool = False


@dataclass(frozen=True)
class Table:
    """A table with its caption. `number` is given by the document, in order; 0 is none, and where not `caption_shown` the caption is only read out. `style` long breaks between rows; plan breaks only between its priorities; asks is the filled panel
    of the front page, and marks have no header for their one row."""

    caption: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    summary: str
    number: int = 0
    anchor: str = ""
    style: Literal["plain", "long", "voice", "counts", "tight", "plan", "decision", "meta", "brief", "asks", "marks"] = "plain"
    caption_shown: bool = True


@dataclass(frozen=True)
class Figure:
    """A drawing, and the sentence that says what it shows: it is printed beneath and is the alternative text.

    `data` is what is drawn, as a table for those who cannot see it: on a screen it stands beneath; on paper the data book has it.
    """

    caption: str
    drawing: Drawing
    sentence: Runs
    number: int = 0
    anchor: str = ""
    data: Table | None = None

    @property
    def alternative_text(self) -> str:
        """What is read out where no table stands beneath: its sentence or caption, then everything drawn.

        ``…. Drawn: R-CAP-001 …: Likelihood 5 Almost certain, Impact 4 Likely, Score 20, Last time 16; ….``
        """
        said = plain(self.sentence) or self.caption
        return f"{said.rstrip('.')}. Drawn: {'; '.join(self._drawn(self.data))}." if self.data else said

    @staticmethod
    def _drawn(data: Table) -> Iterator[str]:
        heads = [plain(column.heading) for column in data.columns[1:]]
        for row in data.rows:
            first, *others = (plain(cell.content) for cell in row.cells)
            yield f"{first}: {', '.join(f'{head} {value}' for head, value in zip(heads, others, strict=True))}"


@dataclass(frozen=True)
class CalloutItem:
    """One decision asked: the words, then why it is here."""

    content: Runs
    why: Runs = ()


@dataclass(frozen=True)
class Callout:
    """The one filled panel of the pack: what the Board is asked to decide."""

    title: str
    items: tuple[CalloutItem, ...]


@dataclass(frozen=True)
class KeyFigure:
    """A headline number: what it counts, the value, and how it has moved, in words."""

    label: str
    value: Runs
    change: str


@dataclass(frozen=True)
class KeyFigures:
    """Up to five headline numbers, as a table of three rows."""

    items: tuple[KeyFigure, ...]
    summary: str


Block = Heading | Paragraph | Bullets | Table | Figure | Callout | KeyFigures


@dataclass(frozen=True)
class Document:
    """A whole document: what it is, the running lines of each page, and its blocks in reading order.

    `standing` says whether it is approved, in the words printed; it is empty for what nobody approves, which then shows its version instead.
    `one_page` says that all of it is a front page, to be set as closely as it must be. `scales` are the statuses of the scales in force,
    whether or not one of them is printed this month.
    """

    title: str
    subject: str
    board: str
    marking: str
    version: str
    issued: date
    header_left: str
    header_right: str
    footer_left: str
    blocks: tuple[Block, ...]
    standing: str = ""
    draft: bool = False
    contents: bool = True
    one_page: bool = False
    language: str = "en-GB"
    scales: tuple[str, ...] = tuple(BADGES)

    @cached_property
    def statuses(self) -> frozenset[str]:
        """The statuses a writer must be able to show: those of the scales in force, and those printed (an earlier month may have had others)."""
        return frozenset((*self.scales, *statuses_in(self.blocks)))


def statuses_in(thing: object) -> Iterator[str]:
    """The meaning of every status in some blocks."""
    if isinstance(thing, Status):
        yield thing.meaning
    elif isinstance(thing, tuple):
        for part in thing:
            yield from statuses_in(part)
    elif is_dataclass(thing):
        for name in names_of(thing.__class__):
            yield from statuses_in(getattr(thing, name))


@cache
def names_of(cls: type) -> tuple[str, ...]:
    """The fields of a block, run or drawing, by name: looked up once, since a document has thousands."""
    return tuple(one.name for one in fields(cls) if one.init)
