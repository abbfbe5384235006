"""Words and runs as data for the page template of Typst: where lines end, what stands together, what may be parted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from ...document.blocks.runs import Bar, BarHead, Break, Link, Quote, Ref, Run, Runs, Sign, Status, Text, plain, with_ids_apart
from ..asked_of_blocks import away, mark_class, unknown
from ..binding import bound, stands_whole
from ..characters import reads_from_the_right
from ..charts import history, small
from ..html import SMALL_DRAWINGS, Page
from ..look import STATUS

Data = dict[str, Any]
MAY_PART = "\u200b"
"""Where a word wider than its line may be parted; no word holds it of itself, for `Characters` takes it out."""
WHOLE = "\u2060"
"""Before and after what is not parted; `Characters` takes this out of words too."""
MARKS = str.maketrans("", "", MAY_PART + WHOLE)
"""Takes both out of words that are not set."""


class Words:
    """The words of one page as data.

    `drawings` are the pictures they need, by the name of the file each is handed over in; `links` are the words of all that leads elsewhere,
    in reading order.
    """

    def __init__(self, page: Page) -> None:
        """Write words in the characters of a page."""
        self.page, self.drawings, self.links = page, dict[str, bytes](), list[str]()
        self._advances: dict[int, float] = {}
        for face in (*page.others[::-1], page.assets.fonts.semibold):
            self._advances |= face.advances

    def line(self, text: str) -> str:
        """Words in characters that print, on one line, with one space between two of them."""
        return re.sub(" {2,}", " ", " ".join(self.page.lines(text)))

    def lines(self, text: str, size: float, room: float) -> list[str]:
        """Words in characters that print, a line each.

        Args:
            text: the words.
            size: of their type, in points.
            room: the width of the line they stand in, in points: a word wider than that may be parted.
        """
        lines = [re.sub(" {2,}", " ", line) for line in self.page.lines(text)]
        return [_ids_whole(self._parted(line.lstrip(" ") if n else line, size, room)) for n, line in enumerate(lines)]

    def _width(self, text: str, size: float) -> float:
        """How wide words are at most, in points, whichever faces their letters are in."""
        return size * sum(self._advances.get(ord(c), 1.0) for c in text)

    def _parted(self, line: str, size: float, room: float) -> str:
        if len(line) * size <= room or self._width(line, size) <= room:
            return line
        return " ".join(in_pieces(word, lambda piece: self._width(piece, size) <= room) for word in line.split(" "))

    def said(self, content: Runs, size: float, room: float) -> list[Data]:
        """Runs in groups; those of a group that is kept `together` stand on one line. `size` and `room` as for `lines`."""
        out: list[Data] = []
        for is_history, stretch in history.parted(tuple(_no_space_first(content))):
            if is_history:
                out.append({"together": True, "runs": [self._history(stretch)]})
            else:
                out += [{"together": kept, "runs": [self._run(r, size, room) for r in some]} for kept, some in bound(stretch)]
        return out

    def _history(self, content: Runs) -> Data:
        """Typst has no words to read out in the place of a letter: the marks are one drawing, whose words are read."""
        drawn = small(content, self.page.assets)
        hangs = history.HIGH - history.BASE
        return {
            "kind": "marks",
            "drawing": self.drawing(drawn.svg),
            "says": self.line(drawn.words),
            "wide": drawn.wide,
            "high": history.HIGH,
            "hangs": hangs,
        }

    def _run(self, run: Run, size: float, room: float) -> Data:
        match run:
            case Text(text=text, strong=strong, quiet=quiet):
                return {"kind": "text", "lines": self.lines(text, size, room), "strong": strong, "quiet": quiet}
            case Ref(text=text, target=target, strong=strong, quiet=quiet):
                words = " ".join(self.lines(text, size, room))
                to = target if self.page.anchored(target) else None
                self.links += [self.line(text)] if to else []
                whole = stands_whole(words.translate(MARKS)) and MAY_PART not in words
                return {
                    "kind": "ref",
                    "lines": [words.replace(WHOLE, "") if whole else words],
                    "to": to,
                    "whole": whole,
                    "strong": strong,
                    "quiet": quiet,
                }
            case Link(text=text):
                self.links.append(self.line(text))
                return {"kind": "link", "lines": self.lines(text, size, room), "address": away(run)}
            case Status():
                return self._status(run)
            case Sign(direction=direction):
                drawing = None if direction == "none" else self._small(f"sign-{direction}")
                return {"kind": "sign", "drawing": drawing, "words": self.line(plain((run,)))}
            case Quote():
                lines = self.lines(run.said, size, room)
                return {"kind": "quote", "lines": [{"words": line, "from_right": reads_from_the_right(line)} for line in lines]}
            case Break():
                return {"kind": "break"}
            case Bar(words=words) | BarHead(words=words):
                return {"kind": "drawing", "drawing": self.drawing(str(self.page.bar(run))), "says": self.line(words)}
            case _:
                return unknown(run)

    def _status(self, run: Status) -> Data:
        mark, letter = STATUS[mark_class(run.meaning)], self.line(run.letter)
        return {
            "kind": "status", "drawing": self._small(f"mark-{run.meaning}"), "letter": letter, "wide": self._width(letter, 1),
            "ink": mark.letter, "low": mark.shape == "triangle", "word": self.line(run.word), "strong": run.strong,
        }  # fmt: skip

    def _small(self, name: str) -> str:
        self.drawings[f"{name}.svg"] = SMALL_DRAWINGS[name].encode()
        return f"{name}.svg"

    def drawing(self, svg: str) -> str:
        """Hand a drawing over: the name of its file."""
        name = f"drawing-{len(self.drawings) + 1}.svg"
        self.drawings[name] = svg.encode()
        return name


def in_pieces(word: str, fits: Callable[[str], bool]) -> str:
    """A word with a mark wherever it may be parted, so that each piece fits; a sign above or beneath a letter stays with it."""
    pieces: list[str] = [""]
    for unit in _units(word, fits):
        if pieces[-1] and not unicodedata.category(unit[0]).startswith(("M", "Cf")) and not fits(pieces[-1] + unit):
            pieces.append("")
        pieces[-1] += unit
    return MAY_PART.join(pieces)


def _units(word: str, fits: Callable[[str], bool]) -> Iterator[str]:
    """The IDs in a word as far as they fit a line, and each other letter."""
    for is_id, piece in with_ids_apart(word):
        yield from (piece,) if is_id and fits(piece) else piece


def _ids_whole(line: str) -> str:
    return "".join(f"{WHOLE}{piece}{WHOLE}" if is_id else piece for is_id, piece in with_ids_apart(line))


def _no_space_first(content: Runs) -> Iterator[Run]:
    """The same runs, without spaces where a line begins: they would be printed there."""
    first = True
    for run in content:
        yield replace(run, text=run.text.lstrip(" ")) if first and isinstance(run, Text) else run
        first = isinstance(run, Break) or (first and isinstance(run, Text) and not run.text.strip(" "))
