"""Makes the marked copy: notes on the cells, and a Problems sheet at the end with the message first and a link to each cell."""

from __future__ import annotations

import textwrap
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from ...model import Cell
from ...model.problem import Problem, Severity
from ..as_typed import visible
from ..recognising.identity import PROBLEMS
from .notes import add_notes
from .parts import MAIN, REL, Parts, unprefixed, writable
from .threads import add_replies

SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
TITLE = "Problems"
WIDTHS = (66, 26, 60, 14, 10)
_CHARACTERS = 1.1
"""Of running text, in the width of one figure."""


@dataclass(frozen=True)
class Listed:
    """One line of the Problems sheet: a problem at one of its cells."""

    problem: Problem
    cell: Cell

    @property
    def where(self) -> str:
        """The place within the file."""
        if self.cell.ref:
            return f"{self.cell.sheet}!{self.cell.ref}"
        return self.cell.sheet or "The whole file"

    @property
    def words(self) -> tuple[str, ...]:
        """The line as it reads, the message first."""
        p = self.problem
        return (p.sentence, self.where, p.remedy, p.severity.value, p.rule)


def listed(problems: Iterable[Problem], file: str) -> tuple[Listed, ...]:
    """Every problem about a file at each of its cells there, errors first, then in reading order."""
    lines = [Listed(p, cell) for p in problems for cell in [c for c in p.cells if c.file == file] or [Cell(file=file)]]
    order = list(Severity)
    return tuple(sorted(lines, key=lambda line: (order.index(line.problem.severity), line.cell.order, line.problem.rule)))


class CannotMark(Exception):
    """The workbook cannot be marked without changing what the sender made."""


def mark(original: bytes, file: str, problems: Iterable[Problem]) -> bytes:
    """A copy of a workbook with each problem as a note on its cell, and all of them on a Problems sheet.

    Args:
        original: the workbook as sent, `.xlsx` or `.xlsm`.
        file: its name, as the cells of the problems have it.
        problems: those about this file; cells of other files are left out.

    Raises:
        CannotMark: the workbook is of a kind whose parts cannot be told.
    """
    found = list(problems)
    try:
        parts = Parts.of(original)
        sheets = _sheets(parts)
        by_sheet: dict[str, dict[str, str]] = {}
        for cell, words in _notes(found, file):
            if cell.sheet in sheets:
                told = by_sheet.setdefault(sheets[cell.sheet], {})
                told[cell.ref] = f"{told[cell.ref]}\n\n{words}" if cell.ref in told else words
        for sheet, notes in by_sheet.items():
            add_notes(parts, sheet, notes)
            add_replies(parts, _book(parts), sheet, notes)
        _problems_sheet(parts, found, file, sheets)
        return parts.join()
    except (KeyError, ValueError, etree.XMLSyntaxError, zipfile.BadZipFile) as fault:
        raise CannotMark(file) from fault


def _notes(problems: list[Problem], file: str) -> Iterable[tuple[Cell, str]]:
    for problem in problems:
        for cell in problem.cells:
            if cell.file == file and cell.ref:
                yield cell, f"{problem.severity.capitalize()} ({problem.rule}): {problem.sentence}\n{problem.remedy}"


def _sheets(parts: Parts) -> dict[str, str]:
    """The part of each sheet, by the sheet's name."""
    book = _book(parts)
    root = parts.xml(book)
    found = {visible(s.get("name", "")): parts.target(book, s.get(f"{{{REL}}}id", "")) for s in root.iter(f"{{{MAIN}}}sheet")}
    if not found:
        raise ValueError("no sheets of the usual kind")
    return found


def _book(parts: Parts) -> str:
    return parts.related("", "officeDocument") or "xl/workbook.xml"


def _problems_sheet(parts: Parts, problems: list[Problem], file: str, sheets: dict[str, str]) -> None:
    plain, bold, link = _styles(parts)
    earlier = next((part for title, part in sheets.items() if title.startswith(TITLE) and _is_ours(parts, part)), "")
    name = earlier or parts.free_name("xl/worksheets/problems{}.xml")
    parts.put(name, _sheet_xml(problems, file, plain, bold, link))
    if not earlier:
        parts.declare(name, SHEET_TYPE)
        _enter(parts, name, set(sheets))


def _is_ours(parts: Parts, sheet: str) -> bool:
    """Whether a sheet is the Problems sheet of a marked copy that came back."""
    cell = next((c for c in parts.xml(sheet).iter(f"{{{MAIN}}}c") if c.get("r") == "A1"), None)
    if cell is None:
        return False
    said = "".join(str(part) for part in cell.itertext())
    strings = parts.related(_book(parts), "sharedStrings")
    if cell.get("t") == "s" and strings:
        said = "".join(str(part) for part in parts.xml(strings)[int(said)].itertext())
    return said == PROBLEMS[0]


def _enter(parts: Parts, name: str, taken: set[str]) -> None:
    """Enter a new sheet at the end of the workbook's list, under a name that is free."""
    title = TITLE
    number = 2
    while title in taken:
        title, number = f"{TITLE} ({number})", number + 1
    book = _book(parts)
    rel_id = parts.relate(book, "worksheet", name)
    root = parts.xml(book)
    listed = root.find(f"{{{MAIN}}}sheets")
    if listed is None:
        raise ValueError("no list of sheets")
    used = [int(s.get("sheetId", "0")) for s in listed]
    entry = etree.SubElement(listed, f"{{{MAIN}}}sheet", name=title, sheetId=str(max(used, default=0) + 1))
    entry.set(f"{{{REL}}}id", rel_id)
    parts.put(book, root)


def _sheet_xml(problems: list[Problem], file: str, plain: int, bold: int, link: int) -> etree._Element:
    root = etree.Element(f"{{{MAIN}}}worksheet", nsmap={**unprefixed(MAIN), "r": REL})
    fits = etree.SubElement(root, f"{{{MAIN}}}sheetPr")
    etree.SubElement(fits, f"{{{MAIN}}}pageSetUpPr", fitToPage="1")
    views = etree.SubElement(root, f"{{{MAIN}}}sheetViews")
    view = etree.SubElement(views, f"{{{MAIN}}}sheetView", workbookViewId="0", showGridLines="0")
    etree.SubElement(view, f"{{{MAIN}}}pane", ySplit="1", topLeftCell="A2", activePane="bottomLeft", state="frozen")
    cols = etree.SubElement(root, f"{{{MAIN}}}cols")
    for at, width in enumerate(WIDTHS, start=1):
        etree.SubElement(cols, f"{{{MAIN}}}col", min=str(at), max=str(at), width=str(width), customWidth="1")
    data = etree.SubElement(root, f"{{{MAIN}}}sheetData")
    _line_of_the_list(data, 1, PROBLEMS, [bold] * len(PROBLEMS))
    links: list[tuple[str, str]] = []
    for row, line in enumerate(listed(problems, file), start=2):
        _line_of_the_list(data, row, line.words, [plain, link if line.cell.ref else plain, plain, plain, plain])
        if line.cell.ref:
            quoted = line.cell.sheet.replace("'", "''")
            links.append((f"B{row}", f"'{quoted}'!{line.cell.ref}"))
    if links:
        under = etree.SubElement(root, f"{{{MAIN}}}hyperlinks")
        for ref, place in links:
            etree.SubElement(under, f"{{{MAIN}}}hyperlink", ref=ref, location=place, display=place)
    etree.SubElement(root, f"{{{MAIN}}}pageSetup", paperSize="9", orientation="landscape", fitToHeight="0")
    return root


def height_for(words: tuple[str, ...]) -> float:
    """The height of a line of the list in points, so that all of its words show."""
    return float(15 * max(1, *(_lines(text, int(width * _CHARACTERS)) for text, width in zip(words, WIDTHS, strict=True))) + 4)


@lru_cache(maxsize=1_000)
def _lines(text: str, width: int) -> int:
    """How many lines a text takes; what is to be done stands in the list again and again."""
    return len(textwrap.wrap(text, width)) if len(text) > width else 1


def _line_of_the_list(data: etree._Element, number: int, words: tuple[str, ...], styles: list[int]) -> None:
    row = etree.SubElement(data, f"{{{MAIN}}}row", r=str(number), ht=str(height_for(words)), customHeight="1")
    for at, (text, style) in enumerate(zip(words, styles, strict=True)):
        cell = etree.SubElement(row, f"{{{MAIN}}}c", r=f"{'ABCDE'[at]}{number}", t="inlineStr", s=str(style))
        inline = etree.SubElement(cell, f"{{{MAIN}}}is")
        etree.SubElement(inline, f"{{{MAIN}}}t").text = writable(text)


def _styles(parts: Parts) -> tuple[int, int, int]:
    """Three formats appended to the workbook's own: wrapped, bold and wrapped, a link. None of the sender's changes its number."""
    name = parts.related(_book(parts), "styles")
    if not name or not parts.has(name):
        return 0, 0, 0
    root = parts.xml(name)
    fonts = root.find(f"{{{MAIN}}}fonts")
    formats = root.find(f"{{{MAIN}}}cellXfs")
    if fonts is None or formats is None:
        return 0, 0, 0
    bold = _font(fonts, "b")
    link = _font(fonts, "u")
    numbers = [_format(formats, font) for font in (0, bold, link)]
    fonts.set("count", str(len(fonts)))
    formats.set("count", str(len(formats)))
    parts.put(name, root)
    return numbers[0], numbers[1], numbers[2]


def _font(fonts: etree._Element, kind: str) -> int:
    font = etree.SubElement(fonts, f"{{{MAIN}}}font")
    etree.SubElement(font, f"{{{MAIN}}}{kind}")
    etree.SubElement(font, f"{{{MAIN}}}sz", val="11")
    if kind == "u":
        etree.SubElement(font, f"{{{MAIN}}}color", rgb="FF0B4A5E")
    etree.SubElement(font, f"{{{MAIN}}}name", val="Calibri")
    return len(fonts) - 1


def _format(formats: etree._Element, font: int) -> int:
    style = etree.SubElement(
        formats, f"{{{MAIN}}}xf", numFmtId="0", fontId=str(font), fillId="0", borderId="0", xfId="0", applyFont="1", applyAlignment="1"
    )
    etree.SubElement(style, f"{{{MAIN}}}alignment", vertical="top", wrapText="1")
    return len(formats) - 1
