"""The closed set of blocks a document is made of, and the figures and registers in it.

Every writer walks these by case and fails on one it does not know. Nothing here knows PDF, Word or Excel; nothing here counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from functools import cache, cached_property
from typing import Literal

from ..meanings import BADGES as BADGES

# ---------- runs of text ----------


@dataclass(frozen=True)
class Text:
    """Plain words. `strong` for what must be seen; `quiet` (grey) for a category, a theme, a source."""

    text: str
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True)
class Ref:
    """A reference that does not break over a line, and a link where `target` is the anchor of a block."""

    text: str
    target: str = ""
    strong: bool = False
    quiet: bool = False


@dataclass(frozen=True)
class Link:
    """A way out of the document: words that lead to an address for mail, a web page or a telephone."""

    text: str
    address: str


@dataclass(frozen=True)
class Status:
    """A status: a badge by its meaning (one of `BADGES`) with the letter of its word in it, then the word. Never the one without the other:
    in a history, where only letters are seen, `read` is read out in their place.
    """

    meaning: str
    letter: str
    word: str
    strong: bool = False
    read: str = ""


@dataclass(frozen=True)
class Sign:
    """What a lens says: sign and word, in ink alone. `direction` is positive, concern (or a weak one), mixed or none."""

    direction: Literal["positive", "concern", "weak", "mixed", "none"]
    word: str
    note: str = ""


@dataclass(frozen=True)
class Quote:
    """Somebody's own words, unchanged, in quotation marks."""

    text: str


@dataclass(frozen=True)
class Break:
    """A new line within a cell."""


@dataclass(frozen=True)
class Scale:
    """The months that the bars of one column span, from the first day of one to the first day after another; `at` is the day of this report."""

    first: date
    last: date
    at: date


@dataclass(frozen=True)
class BarHead:
    """The head of a column of bars: its months and the day of this report, drawn; `words` are read in its place."""

    scale: Scale
    words: str


@dataclass(frozen=True)
class Bar:
    """The way of one milestone from its baseline to where it is forecast now, drawn in a cell; `words` say the same, and are read in its place.

    `previous` is the forecast last time, where it has moved since; `done` where `end` is the day it was finished.
    """

    scale: Scale
    words: str
    baseline: date | None = None
    previous: date | None = None
    end: date | None = None
    done: bool = False


Run = Text | Ref | Link | Status | Sign | Quote | Break | BarHead | Bar
Runs = tuple[Run, ...]


def runs(*parts: Run | str) -> Runs:
    """Runs from a mixture of words and runs; empty words are left out."""
    return tuple(Text(p) if isinstance(p, str) else p for p in parts if p != "")


def plain(content: Runs) -> str:
    """The words of some runs, as they are read out."""
    words: list[str] = []
    for run in content:
        match run:
            case Text(text=t) | Ref(text=t) | Link(text=t):
                words.append(t)
            case Quote(text=t):
                words.append(f"“{t}”")
            case Status(letter=letter, word=w):
                words.append(f"{letter} {w}".strip())
            case Sign(word=w, note=n):
                words.append(w + (f", {n}" if n else ""))
            case Break():
                words.append(" ")
            case BarHead(words=said) | Bar(words=said):
                words.append(said)
    return "".join(words)


# ---------- figures: one idea each, as data; drawn once by `render.charts` ----------


@dataclass(frozen=True)
class HeatMark:
    """A risk on the heat map; `moved_from` is last time's (likelihood, impact) if it moved; `solid` if it is in the table.

    One that is not `named` anywhere near is counted in its cell; `name` is for those who read the data.
    """

    ref: str
    likelihood: int
    consequence: int
    moved_from: tuple[int, int] | None = None
    solid: bool = False
    named: bool = True
    name: str = ""


@dataclass(frozen=True)
class HeatMap:
    """The 5 by 5 of likelihood and impact; `bands` are (name, least, most), `levels` the words 1 to 5 of each axis."""

    marks: tuple[HeatMark, ...]
    bands: tuple[tuple[str, int, int], ...]
    likelihood_words: tuple[str, ...]
    consequence_words: tuple[str, ...]


@dataclass(frozen=True)
class ChartPoint:
    """One period of a control chart. `signals` marks a point that chance alone would hardly give."""

    label: str
    value: float | None
    signals: bool = False


@dataclass(frozen=True)
class ChartLevel:
    """The average and the range to be expected, from one point to another (by their place)."""

    first: int
    last: int
    mean: float
    lower: float
    upper: float


@dataclass(frozen=True)
class ChartTarget:
    """A target, and from which point to which it held (by their place)."""

    first: int
    last: int
    value: float


@dataclass(frozen=True)
class ControlChart:
    """One indicator: its points, the levels that hold among them, its targets. No levels: a run chart. `noted` are points of dated notes."""

    title: str
    latest: str
    points: tuple[ChartPoint, ...]
    unit: str
    levels: tuple[ChartLevel, ...] = ()
    targets: tuple[ChartTarget, ...] = ()
    noted: tuple[int, ...] = ()


@dataclass(frozen=True)
class ControlCharts:
    """Process-control (XmR) charts side by side, each on its own scale."""

    charts: tuple[ControlChart, ...]


Drawing = HeatMap | ControlCharts


# ---------- blocks ----------


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
    """A table with its caption. `number` is given by the document, in order. `style` long breaks between rows; plan stands on one page; asks is the filled panel
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


# ---------- the data book ----------


@dataclass(frozen=True)
class BookColumn:
    """A column of a register in the data book."""

    heading: str
    kind: Literal["text", "date", "number", "whole"] = "text"
    width: float = 18


@dataclass(frozen=True)
class BookSheet:
    """The whole of a register: real dates and numbers, text never a formula; `part` is the part of the pack it belongs to."""

    title: str
    about: str
    columns: tuple[BookColumn, ...]
    rows: tuple[tuple[str | float | int | date | None, ...], ...]
    part: str = ""


@dataclass(frozen=True)
class Book:
    """The data book: every register whole, and the crosswalk. `standing` says whether the pack is approved."""

    title: str
    subject: str
    marking: str
    illustrative: str
    issued: date
    sheets: tuple[BookSheet, ...] = field(default_factory=tuple)
    standing: str = ""
