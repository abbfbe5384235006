"""Runs of text: what a paragraph, a heading or a cell of a table is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ...meanings import BADGES as BADGES
from ...model.named_ids import IN_WORDS


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
    """Somebody's own words, unchanged: in quotation marks, but where the head of a column says whose they are. What is said of them stands after them."""

    text: str
    marks: bool = True

    @property
    def said(self) -> str:
        """The words as they are printed."""
        return f"“{self.text}”" if self.marks else self.text


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


def with_ids_apart(text: str) -> Iterator[tuple[bool, str]]:
    """Some words in pieces, and of each piece whether it is an ID: those stand on one line, whoever wrote them."""
    at = 0
    for found in IN_WORDS.finditer(text):
        if found.start() > at:
            yield False, text[at : found.start()]
        yield True, found.group()
        at = found.end()
    if at < len(text):
        yield False, text[at:]


def plain(content: Runs) -> str:
    """The words of some runs, as they are read out."""
    words: list[str] = []
    for run in content:
        match run:
            case Text(text=t) | Ref(text=t) | Link(text=t):
                words.append(t)
            case Quote():
                words.append(run.said)
            case Status(letter=letter, word=w):
                words.append(f"{letter} {w}".strip())
            case Sign(word=w, note=n):
                words.append(w + (f", {n}" if n else ""))
            case Break():
                words.append(" ")
            case BarHead(words=said) | Bar(words=said):
                words.append(said)
    return "".join(words)
