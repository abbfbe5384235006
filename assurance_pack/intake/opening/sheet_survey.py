"""A look at the XML of one sheet, as a stream: how much there is, and what openpyxl does not tell of it."""

from __future__ import annotations

import re
import xml.parsers.expat
import zipfile
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from .called import MESSAGE, TITLE_OF_A_MESSAGE
from .coloured_rules import ColouredRule
from .grid import Place, column_number
from .rules_seen import RulesSeen

MOST_CELLS = 250_000
"""Cells with something in them."""
MOST_DRAWN = 3_000_000
"""Cells in all: borders drawn down a sheet make a cell of each, and say nothing."""
MOST_ROWS = 400_000
MOST_MERGES = 3_000
LARGEST_MERGE = 100_000
"""Cells in all merges of a sheet together: openpyxl makes an object for each."""
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_REF = re.compile(r"\$?([A-Z]{1,4})\$?(\d{1,10})")
_TEXTS = {"oddheader": "header", "oddfooter": "footer", "evenheader": "header", "evenfooter": "footer", "firstheader": "header", "firstfooter": "footer",
          "formula1": "drop-down list", "formula2": "drop-down list"}  # fmt: skip


_SPEAKS = re.compile(r'"[^"]{4,}"|\d{6}')
"""In a formula: words, or a number long enough to be somebody's."""


class TooMuch(Exception):
    """More than a return can hold."""


class Broken(Exception):
    """Not what a workbook can say."""


@dataclass
class SheetSurvey:
    """What was seen of one sheet: how much, formulas without a saved result, and texts that are not cells."""

    cells: int = 0
    filled: int = 0
    rows: int = 0
    last_row: int = 0
    last_column: int = 0
    merges: int = 0
    merged_cells: int = 0
    uncalculated: set[Place] = field(default_factory=set)
    asides: list[tuple[str, str]] = field(default_factory=list)
    rules: list[ColouredRule] = field(default_factory=list)
    pictures: list[Place] = field(default_factory=list)
    laid_over: list[tuple[Place, str, str]] = field(default_factory=list)
    threads: dict[Place, str] = field(default_factory=dict)


def look_over(archive: zipfile.ZipFile, part: str) -> SheetSurvey:
    """Read one sheet's XML as a stream.

    Raises:
        TooMuch: more cells, rows or merges than a return can hold.
        Broken: a place no sheet has.
        ExpatError: it is not XML.
    """
    looking = _Looking()
    parser = xml.parsers.expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = no_document_type
    parser.StartElementHandler = looking.start
    parser.EndElementHandler = looking.end
    parser.CharacterDataHandler = looking.text
    with archive.open(part) as stream:
        while block := stream.read(65536):
            parser.Parse(block, False)
    parser.Parse(b"", True)
    looking.seen.rules = looking.rules.found
    return looking.seen


def no_document_type(*_: object) -> None:
    """Stop at a document type, which no office program writes.

    Raises:
        Broken: always.
    """
    raise Broken


class _Looking:
    """What the stream has come to."""

    def __init__(self) -> None:
        self.seen = SheetSurvey()
        self.place: Place = (0, 0)
        self.formula = self.result = self.in_result = self.filled = False
        self.textual = False
        self.gathered: list[str] | None = None
        self.formula_text: list[str] | None = None
        self.rules = RulesSeen()

    def start(self, tag: str, said: dict[str, str]) -> None:
        name = local_name(tag)
        if self.rules.open or name == "conditionalFormatting":
            self.rules.start(name, said)
        match name:
            case "c":
                self._cell(said)
            case "f":
                self._fill()
                self.formula, self.formula_text = True, []
            case "v" | "is":
                self._fill()
                self.in_result = True
                self.result = self.result or self.textual
            case "row":
                self._row(said)
            case "mergeCell":
                self._merge(said.get("ref", ""))
            case "dataValidation":
                self.seen.asides += _messages(said)
            case "hyperlink":
                self.seen.asides += [("link", said[k]) for k in ("tooltip", "display", "location") if said.get(k)]
            case _ if name.casefold() in _TEXTS:
                self.gathered = []

    def end(self, tag: str) -> None:
        name = local_name(tag)
        if self.rules.open:
            self.rules.end(name)
        if name == "f" and self.formula_text is not None:
            formula, self.formula_text = "".join(self.formula_text), None
            if _SPEAKS.search(formula):
                self.seen.asides.append(("formula", formula))
        if name == "c" and self.formula and not self.result:
            self.seen.uncalculated.add(self.place)
        elif name in ("v", "is"):
            self.in_result = False
        elif self.gathered is not None and name.casefold() in _TEXTS:
            self.seen.asides.append((_TEXTS[name.casefold()], "".join(self.gathered)))
            self.gathered = None

    def text(self, data: str) -> None:
        if self.rules.open:
            self.rules.text(data)
        if self.formula_text is not None:
            self.formula_text.append(data)
            return
        if self.in_result and data:
            self.result = True
        elif self.gathered is not None:
            self.gathered.append(data)

    def _row(self, said: dict[str, str]) -> None:
        number = said.get("r", "")
        self.place = (int(number) if number.isdecimal() else self.place[0] + 1, 0)
        self.seen.rows += 1
        if self.place[0] > LAST_ROW:
            raise Broken
        if self.seen.rows > MOST_ROWS:
            raise TooMuch

    def _cell(self, said: dict[str, str]) -> None:
        where = _REF.fullmatch(said.get("r", ""))
        self.place = (int(where[2]), column_number(where[1])) if where else (self.place[0], self.place[1] + 1)
        self.formula = self.result = self.filled = False
        self.textual = said.get("t") == "str"
        if "vm" in said and said.get("t") == "e":
            self.seen.pictures.append(self.place)  # a picture within the cell, with an error for programs that cannot show it
        self.seen.cells += 1
        if self.seen.cells > MOST_DRAWN:
            raise TooMuch
        if self.place[0] > LAST_ROW or self.place[1] > LAST_COLUMN:
            raise Broken

    def _fill(self) -> None:
        """Something stands in the cell: it counts, and the sheet reaches this far."""
        if self.filled:
            return
        self.filled = True
        self.seen.filled += 1
        self.seen.last_row = max(self.seen.last_row, self.place[0])
        self.seen.last_column = max(self.seen.last_column, self.place[1])
        if self.seen.filled > MOST_CELLS:
            raise TooMuch

    def _merge(self, ref: str) -> None:
        ends = [(int(r), column_number(c)) for c, r in _REF.findall(ref)]
        if len(ends) == 2:
            self.seen.merges += 1
            self.seen.merged_cells += (abs(ends[1][0] - ends[0][0]) + 1) * (abs(ends[1][1] - ends[0][1]) + 1)
        if self.seen.merges > MOST_MERGES or self.seen.merged_cells > LARGEST_MERGE:
            raise TooMuch


def _messages(said: dict[str, str]) -> list[tuple[str, str]]:
    """What a cell tells those who enter it, and those who type what it does not take: a title, which may be empty, before each text."""
    pairs = ((said.get("promptTitle", ""), said.get("prompt", "")), (said.get("errorTitle", ""), said.get("error", "")))
    return [one for title, text in pairs if title or text for one in ((TITLE_OF_A_MESSAGE, title), (MESSAGE, text))]


@lru_cache(maxsize=1024)
def local_name(name: Any) -> str:
    """A name of XML without its namespace or prefix. A part has thousands of elements of a few names."""
    return str(name).rpartition("}")[2].rpartition(":")[2]
