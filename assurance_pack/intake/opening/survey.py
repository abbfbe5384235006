"""A look at a workbook's own XML before openpyxl: how much there is, and what openpyxl does not tell.

openpyxl would run for minutes over a merge of the whole sheet or a million formatted blank rows, opens a workbook whose sheets are
missing as if it had none, and cannot give a formula and its saved result in one reading.
"""

from __future__ import annotations

import posixpath
import re
import xml.parsers.expat
import zipfile
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from .coloured_rules import ColouredRule, hiding
from .grid import Place, Refusal

MOST_CELLS = 250_000
"""Cells with something in them."""
MOST_DRAWN = 3_000_000
"""Cells in all: borders drawn down a sheet make a cell of each, and say nothing."""
MOST_ROWS = 400_000
MOST_SHEETS = 200
MOST_ELEMENTS = 500_000
"""In any part besides the sheets: a style or a string costs openpyxl as much as a cell."""
MOST_MERGES = 3_000
LARGEST_MERGE = 100_000
"""Cells in all merges of a sheet together: openpyxl makes an object for each."""
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_REF = re.compile(r"\$?([A-Z]{1,4})\$?(\d{1,10})")
_TEXTS = {"oddheader": "header", "oddfooter": "footer", "evenheader": "header", "evenfooter": "footer", "firstheader": "header", "firstfooter": "footer",
          "formula1": "drop-down list", "formula2": "drop-down list"}  # fmt: skip


_SPEAKS = re.compile(r'"[^"]{4,}"|\d{6}')
"""In a formula: words, or a number long enough to be somebody's."""


_LISTS = frozenset({"xl/styles.xml", "xl/sharedstrings.xml"})


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


@dataclass(frozen=True)
class Survey:
    """What was seen of a workbook. `strict` says it is in the strict form of the format, which openpyxl opens as if it were empty.

    `strikes`: somewhere words within a cell are struck out or white, which openpyxl tells only where it is asked to. `hides`: the settings of
    coloured rules under which words are struck out or hidden, by their number.
    """

    sheets: dict[str, SheetSurvey]
    strict: bool
    macros: bool
    strikes: bool = False
    hides: frozenset[int] = frozenset()


def survey(archive: zipfile.ZipFile) -> Survey | Refusal:
    """Look a workbook over; refuse what is too much, damaged, or has no sheet."""
    names = {n.casefold(): n for n in archive.namelist()}
    root = fromstring(archive.read(names["xl/workbook.xml"]))
    listed = [(e.get("name", ""), e) for e in root.iter() if _local(e.tag) == "sheet"]
    targets = _targets(archive, names)
    if not listed:
        return Refusal("damaged")
    if len(listed) > MOST_SHEETS:
        return Refusal("too_large")
    found: dict[str, SheetSurvey] = {}
    for title, element in listed:
        target = targets.get(_relation(element))
        if target is None or target.casefold() not in names:
            return Refusal("damaged")
        try:
            found[title] = look_over(archive, names[target.casefold()])
        except TooMuch:
            return Refusal("too_large")
        except (Broken, xml.parsers.expat.ExpatError):
            return Refusal("damaged")
    if sum(s.filled for s in found.values()) > MOST_CELLS or sum(s.cells for s in found.values()) > MOST_DRAWN:
        return Refusal("too_large")
    if any(_overfull(archive, part) for name, part in names.items() if name in _LISTS):
        return Refusal("too_large")
    strict = "purl.oclc.org" in str(root.tag)
    strikes = any(_strikes(archive, names[n]) for n in names if n == "xl/sharedstrings.xml" or n.startswith("xl/worksheets/sheet"))
    hides = hiding(archive, names.get("xl/styles.xml")) if any(s.rules for s in found.values()) else frozenset()
    return Survey(found, strict, any(n.endswith("vbaproject.bin") or n.startswith("xl/macrosheets/") for n in names), strikes, hides)


def _strikes(archive: zipfile.ZipFile, part: str) -> bool:
    """Whether a part speaks of striking out, or of letters within a cell in white. A block at a time, with the end of the last before each."""
    end = b""
    with archive.open(part) as stream:
        while block := stream.read(1 << 20):
            if any(mark in end + block for mark in _TAKEN_BACK):
                return True
            end = block[-20:]
    return False


_TAKEN_BACK = (b"strike", b'rgb="FFFFFFFF"', b'rgb="FFffffff"', b'rgb="00FFFFFF"', b'theme="0"', b'indexed="9"', b'indexed="65"')


def _overfull(archive: zipfile.ZipFile, part: str) -> bool:
    """Whether a part has more elements than openpyxl can take in in reasonable time. What is not XML is for it to say."""
    count = 0

    def element(*_: object) -> None:
        nonlocal count
        count += 1
        if count > MOST_ELEMENTS:
            raise TooMuch

    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler = element
    try:
        with archive.open(part) as stream:
            parser.ParseFile(stream)
    except TooMuch:
        return True
    except xml.parsers.expat.ExpatError:
        return False
    return False


def _relation(element: Element) -> str:
    return next((v for k, v in element.attrib.items() if _local(k) == "id" and k.startswith("{")), "")


def _targets(archive: zipfile.ZipFile, names: dict[str, str]) -> dict[str, str]:
    """The parts the workbook points at, inside the file alone."""
    part = names.get("xl/_rels/workbook.xml.rels")
    if part is None:
        return {}
    inside = [e for e in fromstring(archive.read(part)) if e.get("TargetMode") != "External"]
    return {e.get("Id", ""): posixpath.normpath(posixpath.join("/xl", e.get("Target", ""))).lstrip("/") for e in inside}


def _local(name: Any) -> str:
    return str(name).rpartition("}")[2].rpartition(":")[2]


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
    parser.StartElementHandler = looking.start
    parser.EndElementHandler = looking.end
    parser.CharacterDataHandler = looking.text
    with archive.open(part) as stream:
        while block := stream.read(65536):
            parser.Parse(block, False)
    parser.Parse(b"", True)
    return looking.seen


class _Looking:
    """What the stream has come to."""

    def __init__(self) -> None:
        self.seen = SheetSurvey()
        self.place: Place = (0, 0)
        self.formula = self.result = self.in_result = self.filled = False
        self.textual = False
        self.gathered: list[str] | None = None
        self.formula_text: list[str] | None = None
        self.over = ""

    def start(self, tag: str, said: dict[str, str]) -> None:
        match _local(tag):
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
            case "conditionalFormatting" | "cfRule" | "formula" as name:
                self._coloured(name, said)
            case "dataValidation":
                self.seen.asides += [
                    ("message of a drop-down", said[k]) for k in ("promptTitle", "prompt", "errorTitle", "error") if said.get(k)
                ]
            case "hyperlink":
                self.seen.asides += [("link", said[k]) for k in ("tooltip", "display", "location") if said.get(k)]
            case name if name.casefold() in _TEXTS:
                self.gathered = []

    def end(self, tag: str) -> None:
        name = _local(tag)
        if name == "f" and self.formula_text is not None:
            formula, self.formula_text = "".join(self.formula_text), None
            if _SPEAKS.search(formula):
                self.seen.asides.append(("formula", formula))
        if name == "c" and self.formula and not self.result:
            self.seen.uncalculated.add(self.place)
        elif name in ("v", "is"):
            self.in_result = False
        elif self.gathered is not None and name == "formula":
            self.seen.rules[-1].formula, self.gathered = "".join(self.gathered), None
        elif self.gathered is not None and name.casefold() in _TEXTS:
            self.seen.asides.append((_TEXTS[name.casefold()], "".join(self.gathered)))
            self.gathered = None

    def text(self, data: str) -> None:
        if self.formula_text is not None:
            self.formula_text.append(data)
            return
        if self.in_result and data:
            self.result = True
        elif self.gathered is not None:
            self.gathered.append(data)

    def _coloured(self, name: str, said: dict[str, str]) -> None:
        """A coloured rule: where it is laid, then what it sets, then on what condition."""
        if name == "conditionalFormatting":
            self.over = said.get("sqref", "")
        elif name == "formula" and self.seen.rules:
            self.gathered = []
        elif said.get("dxfId", "").isdecimal():
            kind, operator, text = (said.get(key, "") for key in ("type", "operator", "text"))
            self.seen.rules.append(ColouredRule(self.over, kind, operator, text, int(said["dxfId"])))

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
        self.place = (int(where[2]), _number(where[1])) if where else (self.place[0], self.place[1] + 1)
        self.formula = self.result = self.filled = False
        self.textual = said.get("t") == "str"
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
        ends = [(int(r), _number(c)) for c, r in _REF.findall(ref)]
        if len(ends) == 2:
            self.seen.merges += 1
            self.seen.merged_cells += (abs(ends[1][0] - ends[0][0]) + 1) * (abs(ends[1][1] - ends[0][1]) + 1)
        if self.seen.merges > MOST_MERGES or self.seen.merged_cells > LARGEST_MERGE:
            raise TooMuch


def _number(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number
