"""The voice form as a Word document: each box by the tag of its content control, else by its question. Runs in the child process.

A tag is the key of the column, as in the hidden keys of a workbook. Where the controls are gone (another program saved it, or somebody
typed it afresh), the words after a question are its answer.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from .container import Source
from .elsewhere import elsewhere
from .grid import Grid, OpenedBook, Place, Refusal, Seen, WordParagraph
from .out_of_sight import WHITE, as_hex, unseen
from .pictures import has_picture, put_in
from .sheet_survey import local_name
from .word_bound import fill_in_bound
from .word_copies import set_copies_apart
from .word_styles import spell_out_styles

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_PROMPTS = frozenset(
    {
        "click here and type",
        "click or tap here to enter text",
        "click or tap to enter text",
        "choose an item",
        "click or tap to enter a date",
    }
)
KEYS, QUESTIONS, ANSWERS = 1, 2, 3


@dataclass(frozen=True)
class Control:
    """A content control: its tag, its title, and what stands in it."""

    tag: str
    title: str
    text: str
    struck: bool = False


def read_word(source: Source) -> OpenedBook | Refusal:
    """The form as a book: its content controls as one sheet (a key, a question and an answer a row), and its running text."""
    with zipfile.ZipFile(source) as archive:
        names = {n.casefold(): n for n in archive.namelist()}
        root = _part(archive, names["word/document.xml"])
        styles = _part(archive, names["word/styles.xml"]) if "word/styles.xml" in names else Element("none")
        properties = _properties(archive, names)
        besides = elsewhere(archive, besides=("/docprops/core", "/docprops/custom"))
        objects = put_in(archive)
        body = root.find(f"{_W}body")
        if body is None:
            return Refusal("damaged")
        fill_in_bound(body, archive)
    spell_out_styles(body, styles)
    deleted = tuple(text for d in root.iter() if d.tag in (f"{_W}del", f"{_W}tr") and (text := _deleted(d)))
    boxes = _as_it_now_stands(body)
    pictures = objects or has_picture(body) or any(map(has_picture, boxes))
    described = (e.get("descr", "") for e in body.iter() if local_name(e.tag) == "docPr")
    macros = any(n.endswith("vbaproject.bin") for n in names)
    invitations = _PROMPTS | _choices(body)
    return OpenedBook(
        (_grid(list(_controls(body, invitations))),),
        properties,
        (*besides, *(("deleted text", text) for text in deleted)),
        macros,
        "",
        (
            *_paragraphs(body, invitations),
            *(WordParagraph(text, box=True, struck=_struck(box)) for box in boxes if (text := _answer(box, invitations))),
        ),
        put_in=pictures,
        described=tuple(dict.fromkeys(filter(None, described))),
        deleted=deleted,
    )


def _part(archive: zipfile.ZipFile, name: str) -> Element:
    """A part of the file, in the usual form of the format."""
    root: Element = fromstring(archive.read(name).replace(_STRICT[1:-1].encode(), _W[1:-1].encode()))
    return root


def _deleted(element: Element) -> str:
    """What was deleted with changes tracked and is still in the file: some words, or a row of a table."""
    if element.tag == f"{_W}tr":
        return _text(element).strip() if _is_deleted(element) else ""
    return "".join(t.text or "" for t in element.iter(f"{_W}delText")).strip()


def _is_deleted(element: Element) -> bool:
    """Whether a row of a table was deleted with changes tracked."""
    return element.tag == f"{_W}tr" and element.find(f"{_W}trPr/{_W}del") is not None


_GONE = frozenset({f"{_W}moveFrom", f"{_W}del"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def _as_it_now_stands(body: Element) -> list[Element]:
    """Take out what was moved away, invitations, and what is said a second time for older programs; hand back the text boxes, taken out of their anchors."""
    boxes: list[Element] = []
    for control in body.iter(f"{_W}sdt"):
        if control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None:
            for words in control.iter(f"{_W}t"):
                words.text = ""  # an invitation to type, in whatever language Word is set to
    for parent in list(body.iter()):
        for child in list(parent):
            if child.tag in _GONE or child.tag == _FALLBACK or _is_deleted(child):
                parent.remove(child)
            elif child.tag == f"{_W}txbxContent":
                parent.remove(child)
                boxes.append(child)
    set_copies_apart(body)
    return boxes


def _choices(body: Element) -> frozenset[str]:
    """What a control shows to choose from before anything is chosen: “Yes / No”."""
    lists = (
        [e.get(f"{_W}displayText", "") for e in box if e.tag == f"{_W}listItem"]
        for kind in ("comboBox", "dropDownList")
        for box in body.iter(f"{_W}{kind}")
    )
    return frozenset(" / ".join(words).casefold() for words in lists)


def _grid(controls: list[Control]) -> Grid:
    cells: dict[Place, Seen] = {}
    names: dict[Place, str] = {}
    for row, control in enumerate(controls, start=1):
        said = {KEYS: control.tag, QUESTIONS: control.title or control.tag, ANSWERS: control.text}
        cells |= {(row, column): Seen(text, struck=control.struck and column == ANSWERS) for column, text in said.items() if text}
        names[row, ANSWERS] = control.title or control.tag
    return Grid("Your words", cells, names=names)


def _controls(body: Element, invitations: frozenset[str]) -> Iterator[Control]:
    for control in body.iter(f"{_W}sdt"):
        about = control.find(f"{_W}sdtPr")
        content = control.find(f"{_W}sdtContent")
        if about is None or content is None or not _value(about, "tag"):
            continue
        ticked = next((e for e in about.iter() if e.tag.endswith("}checkbox")), None)
        if ticked is not None:
            text = "Yes" if any(e.tag.endswith("}checked") and _any_value(e) in ("1", "true") for e in ticked.iter()) else ""
        else:
            text = "" if about.find(f"{_W}showingPlcHdr") is not None else _answer(content, invitations)
        yield Control(_value(about, "tag"), _value(about, "alias"), text, bool(text) and _struck(content))


_STRUCK = (f"{_W}strike", f"{_W}dstrike", f"{_W}vanish")


def _struck(content: Element) -> bool:
    """Whether any words are struck out, set to be hidden, or in the colour of the paper."""
    runs = (run for run in content.iter(f"{_W}r") if _text(run).strip())
    abouts = [about for run in runs if (about := run.find(f"{_W}rPr")) is not None]
    marks = (mark for about in abouts for mark in about if mark.tag in _STRUCK)
    return any(mark.get(f"{_W}val", "true") not in ("0", "false", "off") for mark in marks) or any(map(_is_white, abouts))


def _is_white(about: Element) -> bool:
    """Whether a run is written in white, or nearly, on nothing darker."""
    ink, shade = about.find(f"{_W}color"), about.find(f"{_W}shd")
    if ink is None or about.find(f"{_W}highlight") is not None:
        return False
    white = ink.get(f"{_W}themeColor") in ("background1", "light1")
    letters = WHITE if white else as_hex(ink.get(f"{_W}val", ""))
    behind = (as_hex(shade.get(f"{_W}fill", "")) if shade is not None else "") or WHITE
    return bool(letters) and unseen(letters, behind)


def _value(about: Element, name: str) -> str:
    found = about.find(f"{_W}{name}")
    return "" if found is None else found.get(f"{_W}val", "")


def _any_value(element: Element) -> str:
    return next((v for k, v in element.attrib.items() if k.endswith("}val")), "")


def _answer(content: Element, invitations: frozenset[str]) -> str:
    """What stands in a control or a cell, without the invitation to type or choose."""
    lines = "\n".join([_text(p) for p in content.iter(f"{_W}p")] or [_text(content)]).split("\n")
    return "\n".join(line for line in lines if line.strip().casefold().rstrip(". …") not in invitations).strip()


_IN_AN_EQUATION = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"


def _text(element: Element) -> str:
    parts: list[str] = []
    for piece in element.iter():
        if piece.tag in (f"{_W}t", _IN_AN_EQUATION):
            parts.append(piece.text or "")
        elif piece.tag in (f"{_W}br", f"{_W}cr"):
            parts.append("\n")
        elif piece.tag == f"{_W}tab":
            parts.append(" ")
        elif piece.tag == f"{_W}noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def _paragraphs(body: Element, invitations: frozenset[str]) -> Iterator[WordParagraph]:
    """The text in reading order, a cell of a table as one."""
    table = 0
    for element in _flat(body):
        if element.tag == f"{_W}p":
            if text := _answer(element, invitations):
                yield WordParagraph(text, struck=_struck(element))
        elif element.tag == f"{_W}tbl":
            table += 1
            for row, line in enumerate(_rows(element), start=1):
                cells = ((_answer(cell, invitations), cell) for cell in _cells(line))
                asks = next((tag for control in line.iter(f"{_W}sdt") if (tag := _tag(control))), "")
                yield from (WordParagraph(text, table, row, struck=_struck(cell), asks=asks) for text, cell in cells if text)


def _tag(control: Element) -> str:
    about = control.find(f"{_W}sdtPr")
    return "" if about is None else _value(about, "tag")


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table; in place of one that only holds another table, as a frame does, the rows of that. A table in an answer is part of it."""
    for line in (e for e in _flat(table) if e.tag == f"{_W}tr"):
        held = [inner for cell in _cells(line) for inner in _flat(cell) if inner.tag == f"{_W}tbl"]
        if held and len(_cells(line)) == 1:
            yield from (row for inner in held for row in _rows(inner))
        else:
            yield line


def _cells(line: Element) -> list[Element]:
    return [e for e in _flat(line) if e.tag == f"{_W}tc"]


_IN_ORDER = frozenset(f"{_W}{name}" for name in ("p", "tbl", "tr", "tc"))


def _flat(parent: Element) -> Iterator[Element]:
    """The elements within, with what is wrapped (by a content control, a mark of another program, a tracked change) in its place."""
    for element in parent:
        if element.tag in _IN_ORDER:
            yield element
        else:
            yield from _flat(element)


def _properties(archive: zipfile.ZipFile, names: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    if part := names.get("docprops/custom.xml"):
        for entry in fromstring(archive.read(part)):
            found[entry.get("name", "")] = "".join(entry.itertext())
    if part := names.get("docprops/core.xml"):
        found |= {e.tag.rpartition("}")[2]: e.text for e in fromstring(archive.read(part)).iter() if e.text and e.text.strip()}
    return found
