"""Reads a pack back as the sequence of what it says: from its blocks, from the Word file and from the PDF, all in the same words.

White space, the drawn shapes beside letters, and the ready-made contents list are left out; everything else must be there, in order.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import zip_longest
from zipfile import ZipFile

from lxml import etree
from pdf_reader import Element as Tagged
from pdf_reader import read

from assurance_pack.document.blocks import Bullets, Callout, Document, Figure, Heading, KeyFigures, Paragraph, Table, TableCell
from assurance_pack.document.blocks.runs import Runs, Text, plain
from assurance_pack.document.texts import with_runs
from assurance_pack.render.charts import history

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
Element = etree._Element


@dataclass(frozen=True)
class Said:
    """One thing said: a heading, a paragraph, an item of a list, a caption, a figure's text, a row of cells."""

    kind: str
    words: tuple[str, ...]


def said(kind: str, *words: str) -> Said:
    return Said(kind, tuple(squeezed(w) for w in words))


def squeezed(text: str) -> str:
    """Words without white space, so that only what is said is compared, not where lines end."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text).replace("\u2011", "-").replace("\u00ad", ""))


# ---------- what the document says ----------


def expected(document: Document) -> list[Said]:
    return [one for block in document.blocks for one in _block(block)]


def expected_with_histories_drawn(document: Document) -> list[Said]:
    """What is read of a document whose histories are drawings: their words in place of their letters."""

    def drawn(content: Runs) -> Runs:
        return tuple(run for one, some in history.parted(content) for run in ((Text(history.words(some)),) if one else some))

    return expected(replace(document, blocks=tuple(with_runs(block, drawn) for block in document.blocks)))


def _block(block: object) -> Iterator[Said]:
    match block:
        case Heading(level=level, text=text, number=number, note=note):
            yield said(f"heading {level}", number + text + note)
        case Paragraph(content=content, number=number):
            yield said("paragraph", number + plain(content))
        case Bullets(items=items):
            yield from (said("item", plain(item)) for item in items)
        case Callout(title=title, items=items):
            yield said("heading 3", title)
            yield from (
                said("item", f"{n if len(items) > 1 else ''}{plain(item.content)}{plain(item.why)}") for n, item in enumerate(items, 1)
            )
        case KeyFigures(items=items):
            yield said("row", *(item.label for item in items))
            yield said("row", *(plain(item.value) for item in items))
            yield said("row", *(item.change for item in items))
        case Table():
            yield from _table(block)
        case Figure(caption=caption, sentence=sentence, number=number):
            yield said("caption", (f"Figure {number}" if number else "") + caption)
            yield said("figure", block.alternative_text)
            yield said("paragraph", plain(sentence))
        case _:
            raise TypeError(f"no reading for {block!r}")


def _table(block: Table) -> Iterator[Said]:
    if block.caption_shown:
        yield said("caption", (f"Table {block.number}" if block.number else "") + block.caption)
    yield said("row", *(plain(column.heading) for column in block.columns))
    for row in block.rows:
        yield said("row", *(_words(cell) for cell in row.cells))


def _words(cell: TableCell | Runs) -> str:
    return plain(cell.content if isinstance(cell, TableCell) else cell)


# ---------- what the Word file says ----------


def from_word(data: bytes) -> list[Said]:
    with ZipFile(BytesIO(data)) as archive:
        parts = {name: etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "styles", "numbering")}
    body = parts["document"].find(f"{W}body")
    assert body is not None
    counting = Counting(parts["numbering"])
    levels = {s.get(f"{W}styleId"): o.get(f"{W}val") for s in parts["styles"].iter(f"{W}style") for o in s.iter(f"{W}outlineLvl")}
    out: list[Said] = []
    for element in body:
        if element.tag == f"{W}tbl":
            out += [
                said("row", *(" ".join(_text(p) for p in cell.iter(f"{W}p")) for cell in row.findall(f"{W}tc")))
                for row in element.findall(f"{W}tr")
            ]
        elif element.tag == f"{W}p":
            out += _paragraph(element, counting, levels)
    return out


LEFT_OUT = re.compile(r"TOC.*|AfterTable|Draft|Logo")
"""What Word has besides the blocks: its contents list, the space between two tables, the draft mark, the Board's own mark."""


def _paragraph(paragraph: Element, counting: Counting, levels: dict[str | None, str | None]) -> Iterator[Said]:
    style = _val(paragraph, "pPr/{W}pStyle") or ""
    if LEFT_OUT.fullmatch(style):
        return
    number = counting.next(_val(paragraph, "pPr/{W}numPr/{W}numId"), _val(paragraph, "pPr/{W}numPr/{W}ilvl"))
    shown = next(paragraph.iter(f"{WP}docPr"), None)
    if shown is not None:
        yield said("figure", str(shown.get("descr")))
    elif style in levels:
        yield said(f"heading {int(levels[style] or 0) + 1}", number + _text(paragraph))
    else:
        yield said({"Caption": "caption", "ListBullet": "item", "PanelItem": "item"}.get(style, "paragraph"), number + _text(paragraph))


def _text(element: Element) -> str:
    """The words of a paragraph, without drawn shapes and the instructions of fields."""
    out = []
    for run in element.iter(f"{W}r"):
        if re.match(r"StatusShape|Sign", _val(run, "rPr/{W}rStyle") or ""):
            continue
        read = {f"{W}tab": " ", f"{W}br": " ", f"{W}noBreakHyphen": "-"}
        out += [node.text or "" if node.tag == f"{W}t" else read.get(node.tag, "") for node in run]
        out += [str(shown.get("descr")) for shown in run.iter(f"{WP}docPr")]
    return "".join(out)


def _val(element: Element, path: str) -> str | None:
    hit = element.find(f"{W}" + path.replace("{W}", W))
    return None if hit is None else hit.get(f"{W}val")


class Counting:
    """Counts as Word does: lists that share a definition go on from one another, unless told where to begin."""

    def __init__(self, numbering: Element) -> None:
        self.kinds = {n.get(f"{W}numId"): _val(n, "abstractNumId") for n in numbering.iter(f"{W}num")}
        self.starts = {
            (n.get(f"{W}numId"), o.get(f"{W}ilvl")): int(_val(o, "startOverride") or 1)
            for n in numbering.iter(f"{W}num")
            for o in n.iter(f"{W}lvlOverride")
        }
        self.shown = {
            (a.get(f"{W}abstractNumId"), lvl.get(f"{W}ilvl")): (_val(lvl, "numFmt"), _val(lvl, "lvlText") or "")
            for a in numbering.iter(f"{W}abstractNum")
            for lvl in a.iter(f"{W}lvl")
        }
        self.counts: dict[str | None, list[int]] = defaultdict(lambda: [0, 0])
        self.begun: set[str | None] = set()

    def next(self, number: str | None, level: str | None) -> str:
        """What is printed before this paragraph."""
        if number in (None, "0"):
            return ""
        kind, depth = self.kinds[number], int(level or 0)
        counts = self.counts[kind]
        if number not in self.begun:
            self.begun.add(number)
            for at in range(2):
                if (number, str(at)) in self.starts:
                    counts[at] = self.starts[number, str(at)] - (at == depth)
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (1 - depth)
        form, text = self.shown[kind, str(depth)]
        return "" if form == "bullet" else text.replace("%1", str(counts[0])).replace("%2", str(counts[1]))


# ---------- what the PDF says ----------


def from_pdf(data: bytes) -> list[Said]:
    """The structure tree in reading order. A table is one, however many pages it takes; a paragraph a page break parts is still two."""
    out: list[Said] = []
    _tree(read(data).root, out)
    return out


def _tree(element: Tagged, out: list[Said]) -> None:
    for child in element.children:
        match child.tag:
            case "H1" | "H2" | "H3":
                out.append(said(f"heading {child.tag[1]}", child.words))
            case "P":
                out.append(said("paragraph", child.words))
            case "LI":
                out.append(said("item", "".join(body.words for body in child.all("LBody"))))
            case "Caption":
                out.append(said("caption", child.words))
            case "Figure":
                out.append(said("figure", child.alt))
            case "Table":
                _rows(child, out)
            case _:
                if not _is_contents(child):
                    _tree(child, out)


def _rows(table: Tagged, out: list[Said]) -> None:
    """The caption and rows of a table; the head that a new page repeats is said once."""
    out += [said("caption", caption.words) for caption in table.all("Caption")]
    rows = [said("row", *(_cell(cell) for cell in row.children if cell.tag in ("TH", "TD"))) for row in table.all("TR")]
    carried_on = not list(table.all("Caption")) and len(rows) > 1 and rows[0] in out[_start_of_rows(out) :]
    out += rows[1:] if carried_on else rows


def _cell(cell: Tagged) -> str:
    """The words of a cell, and those that stand for what is drawn in it."""
    return cell.alt if cell.tag == "Figure" else cell.text + "".join(_cell(part) for part in cell.children)


def _start_of_rows(out: list[Said]) -> int:
    """Where the table that was read last begins."""
    at = len(out)
    while at and out[at - 1].kind == "row":
        at -= 1
    return at


def _is_contents(element: Tagged) -> bool:
    return any(child.tag == "H2" and child.words.strip() == "Contents" for child in element.children)


def rejoined(read_back: list[Said], wanted: list[Said]) -> list[Said]:
    """What was read back, with the two halves of whatever a page break parted put together: only where the whole is what is wanted."""
    out, left = [], list(read_back)
    for want in wanted:
        while len(left) > 1 and left[0] != want and left[0].kind == left[1].kind and _joined(left[0], left[1], want):
            left[:2] = [Said(want.kind, tuple(a + b for a, b in zip(left[0].words, left[1].words, strict=True)))]
        if left:
            out.append(left.pop(0))
    return out + left


def _joined(one: Said, other: Said, want: Said) -> bool:
    if one.kind != want.kind or not len(one.words) == len(other.words) == len(want.words):
        return False
    return all(whole.startswith(a + b) for a, b, whole in zip(one.words, other.words, want.words, strict=True))


def differences(said: list[Said], wanted: list[Said]) -> list[str]:
    """Where two sequences part, in words a person can act on."""
    return [f"{at}: said {one}, not {other}" for at, (one, other) in enumerate(zip_longest(said, wanted)) if one != other][:5]
