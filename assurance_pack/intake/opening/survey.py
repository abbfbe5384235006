"""A look at a workbook's own XML before openpyxl: how much there is, and what openpyxl does not tell.

openpyxl would run for minutes over a merge of the whole sheet or a million formatted blank rows, opens a workbook whose sheets are
missing as if it had none, and cannot give a formula and its saved result in one reading.
"""

from __future__ import annotations

import posixpath
import xml.parsers.expat
import zipfile
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from .coloured_rules import hiding
from .grid import Refusal
from .laid_over import threads, words_laid_over
from .pictures import pictures_on_sheet
from .sheet_survey import MOST_CELLS, MOST_DRAWN, Broken, SheetSurvey, TooMuch, local_name, look_over, no_document_type

MOST_SHEETS = 200
MOST_ELEMENTS = 500_000
"""In any part besides the sheets: a style or a string costs openpyxl as much as a cell."""
_LISTS = frozenset({"xl/styles.xml", "xl/sharedstrings.xml"})


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
    listed = [(e.get("name", ""), e) for e in root.iter() if local_name(e.tag) == "sheet"]
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
            found[title].pictures += pictures_on_sheet(archive, names[target.casefold()], names)
            found[title].laid_over += words_laid_over(archive, names[target.casefold()], names)
            found[title].threads |= threads(archive, names[target.casefold()], names)
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
    """Whether a part has more elements than openpyxl can take in in reasonable time. What is not XML is for it to say, and a document type for the door."""
    if archive.getinfo(part).file_size < MOST_ELEMENTS * len("<a/>"):
        return False  # not even of the shortest are there so many
    count = 0

    def element(*_: object) -> None:
        nonlocal count
        count += 1
        if count > MOST_ELEMENTS:
            raise TooMuch

    parser = xml.parsers.expat.ParserCreate()
    parser.StartDoctypeDeclHandler = no_document_type
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
    return next((v for k, v in element.attrib.items() if local_name(k) == "id" and k.startswith("{")), "")


def _targets(archive: zipfile.ZipFile, names: dict[str, str]) -> dict[str, str]:
    """The parts the workbook points at, inside the file alone."""
    part = names.get("xl/_rels/workbook.xml.rels")
    if part is None:
        return {}
    inside = [e for e in fromstring(archive.read(part)) if e.get("TargetMode") != "External"]
    return {e.get("Id", ""): posixpath.normpath(posixpath.join("/xl", e.get("Target", ""))).lstrip("/") for e in inside}
