"""One walk over the blocks, in order: each becomes paragraphs and tables of Word, by its kind; a kind not known stops the writing."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_STORED

import docx
from docx.opc import phys_pkg
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from ...document.blocks import Block, Bullets, Callout, Document, Figure, Heading, KeyFigures, Paragraph, Table
from ...document.blocks.runs import Bar, BarHead, Runs
from .. import charts, look
from ..archive import unzipped, zipped
from ..assets import Assets
from ..legal import legal
from ..patched import patched
from .base import HANG, MEASURE, base
from .contents import contents, contents_before
from .figures import picture
from .front import fits_one_page, front_page
from .keyfigures import key_figures
from .links import Links
from .numbering import Numbering
from .running import running_lines
from .runs import Setting, ids_whole, runs_of
from .tables import table
from .xml import NBSP, el, field, paragraph, run

PARAGRAPHS = {"body": "BodyText", "lead": "Lead", "story": "Story", "note": "Note", "marking": "Marking", "board": "Board"}
"""The style of each kind of paragraph."""
BELOW_TABLE, NOTE_BELOW_TABLE, BELOW_PANEL, BELOW_FRONT = 60, 20, 320, 240
"""Below a table, before a note to it, below the panel and the table of the title, in twentieths of a point: Word's tables keep no distance themselves."""
SPACED = ("BodyText", "Lead", "Note", "NumberedParagraph", "ListBullet", "Marking")
"""The styles that have no space above of their own."""
PROPERTY_LIMIT = 255


class Walk:
    """The state of one writing: the file, what has been numbered so far, what was written."""

    def __init__(self, document: Document, assets: Assets, pages: Mapping[str, int]) -> None:
        """Open the empty pack in the look given; `pages` are those of its sections in the PDF, by anchor."""
        self.document, self.assets, self.pages = document, assets, pages
        self.file = docx.Document(BytesIO(base(assets, document.statuses)))
        self.links = Links(document.blocks, self._small, assets.look.accent, self._away)
        self.numbering = Numbering(self.file.part.numbering_part.element)
        self.counted = {look.TABLE_WORD: 0, look.FIGURE_WORD: 0}
        self.drawn = 0
        self.close = not fits_one_page(front_page(document.blocks), assets.fonts)
        self.out: list[Element] = []

    def written(self) -> bytes:
        """The whole file."""
        if self.document.draft:
            self.out.append(paragraph("Draft", run("Draft")))
        running_lines(self.file.sections[0], self.document, self.assets)
        listed, at = contents_before(self.document), 0
        for block in self.document.blocks:
            if isinstance(block, Heading) and block is listed:
                self._add(self._contents({}))
                at = len(self.out) - 1
                block = replace(block, new_page=False)
            self._add(self._block(block))
        if self.out and _is_table(self.out[-1]):
            self.out.append(paragraph("AfterTable"))
        if at:
            self.out[at : at + 1] = self._contents(self.pages)  # last of all: the PDF that counts them may still be being set
        body = self.file.element.body
        for at, element in enumerate(self.out):
            body.insert(at, element)
        self._properties()
        out = BytesIO()
        with patched(phys_pkg, "ZIP_DEFLATED", lambda packing: ZIP_STORED):  # it is unpacked again at once
            self.file.save(out)
        return zipped(unzipped(out.getvalue()))

    def _contents(self, pages: Mapping[str, int]) -> list[Element]:
        return contents(self.document.blocks, self.links, self.assets.fonts, pages, close=self.close)

    def _add(self, elements: list[Element]) -> None:
        """Add what a block became, kept apart from a table above it: two tables that touch would be one."""
        if self.out and elements and _is_table(self.out[-1]):
            if _is_table(elements[0]):
                self.out.append(paragraph("AfterTable"))
            elif _style(elements[0]) in SPACED:
                _space(elements[0], before=BELOW_TABLE if _style(elements[0]) != "Note" else NOTE_BELOW_TABLE)
            elif _style(elements[0]) == "Heading2" and _style(self.out[-1]) == "PackPlainTable":
                _space(elements[0], before=BELOW_FRONT)
        self.out += elements

    def _block(self, block: Block) -> list[Element]:
        match block:
            case Heading():
                return [self._heading(block)]
            case Paragraph():
                return [self._paragraph(block)]
            case Bullets(items=items):
                return [paragraph("ListBullet", *runs_of(item, self.links)) for item in items]
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case Callout():
                return self._callout(block)
            case KeyFigures():
                return [key_figures(block, self.links, self.assets.fonts)]
        raise TypeError(f"Word has no way to print a block of the kind {type(block).__name__}.")

    def _away(self, address: str) -> str:
        """The file's own name for an address outside it."""
        return str(self.file.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def _heading(self, block: Heading) -> Element:
        words = [run(ids_whole(block.text))]
        if block.note:
            words += [run(" "), run(block.note, "HeadingNote", bold=False)]
        own = [el("pageBreakBefore")] if block.new_page else []
        if block.level == 2:
            own.append(self.numbering.heading(block.number))
        if block.new_page:
            own.append(el("spacing", before=0))
        if block.level == 2 and not block.number:
            own.append(el("ind", left=HANG, firstLine=0))  # without its number a heading loses the hang too, in some readers
        if block.level != 2 and block.number:
            words.insert(0, run(f"{block.number} "))
        return paragraph(f"Heading{block.level}", *self.links.bookmark(block.anchor, words), properties=tuple(own))

    def _paragraph(self, block: Paragraph) -> Element:
        bold = block.style in ("marking", "board")
        words = self.links.bookmark(block.anchor, runs_of(block.content, self.links, Setting(bold=bold)))
        if block.number:
            return paragraph("NumberedParagraph", *words, properties=(self.numbering.numbered_paragraph(block.number),))
        return paragraph(PARAGRAPHS[block.style], *words)

    def _table(self, block: Table) -> list[Element]:
        made = table(block, self.links, self.assets.fonts, close=self.close)
        if block.caption_shown:
            return [self._caption(look.TABLE_WORD, block.number, block.caption, block.anchor), made]
        first = next(made.iter(qn("w:p")))
        for mark in reversed(self.links.bookmark(block.anchor, [])):
            first.insert(1, mark)
        return [made]

    def _small(self, drawn: Bar | BarHead | Runs) -> Element:
        """The run that holds a small drawing of a cell, its words as the alternative text."""
        self.drawn += 1
        made = charts.small(drawn, self.assets)
        return picture(
            made.svg,
            alt=made.words,
            name=f"Drawing {self.drawn}",
            number=self.drawn,
            part=self.file.part,
            fonts=self.assets.fonts,
            width=round(made.wide * 20),
        )

    def _figure(self, block: Figure) -> list[Element]:
        self.drawn += 1
        caption = self._caption(look.FIGURE_WORD, block.number, block.caption, block.anchor)
        shown = picture(
            charts.svg(block.drawing, assets=self.assets),
            alt=block.alternative_text,
            name=f"{look.FIGURE_WORD} {block.number or self.drawn}",
            number=self.drawn,
            part=self.file.part,
            fonts=self.assets.fonts,
            width=MEASURE,
        )
        return [caption, paragraph("Figure", shown), paragraph("FigureSentence", *runs_of(block.sentence, self.links))]

    def _caption(self, word: str, number: int, caption: str, anchor: str) -> Element:
        """Word and number in the hang, the caption on the axis. Word counts, and is told the number where it would count otherwise."""
        if not number:
            return paragraph("Caption", *self.links.bookmark(anchor, [run(f"\t{ids_whole(caption)}")]))
        start = "" if number == self.counted[word] + 1 else f" \\r {number}"
        self.counted[word] = number
        label = [run(f"{word}{NBSP}", "Quiet", bold=False), *field(f"SEQ {word} \\* ARABIC{start}", str(number), "Quiet", bold=False)]
        return paragraph("Caption", *self.links.bookmark(anchor, label), run(f"\t{ids_whole(caption)}"))

    def _callout(self, block: Callout) -> list[Element]:
        out = [paragraph("PanelHeading", run(block.title))]
        numbering = self.numbering.panel()
        for item in block.items:
            words = runs_of(item.content, self.links, Setting(panel=True))
            if item.why:
                words += [run("\n"), *runs_of(item.why, self.links, Setting(panel=True, style="PanelWhy"))]
            out.append(paragraph("PanelItem", *words, properties=(deepcopy(numbering),) if len(block.items) > 1 else ()))
        _space(out[-1], after=BELOW_PANEL)
        return out

    def _properties(self) -> None:
        """Title, subject, whose it is and when, from the document: never from the machine."""
        document, issued = self.document, self.document.issued
        properties = self.file.core_properties
        properties.title = legal(document.title)[:PROPERTY_LIMIT]
        properties.subject = legal(document.subject)[:PROPERTY_LIMIT]
        properties.author = properties.last_modified_by = legal(document.board)[:PROPERTY_LIMIT]
        properties.keywords = legal(document.marking)[:PROPERTY_LIMIT]
        properties.language = document.language
        properties.version = legal(document.version)[:PROPERTY_LIMIT]
        properties.content_status = legal(document.standing)[:PROPERTY_LIMIT]
        properties.revision = 1
        properties.created = properties.modified = datetime(issued.year, issued.month, issued.day)


def _is_table(element: Element) -> bool:
    return bool(element.tag == qn("w:tbl"))


def _style(element: Element) -> str:
    style = element.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}" if _is_table(element) else f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else str(style.get(qn("w:val")))


def _space(element: Element, **space: int) -> None:
    """Space above or below one paragraph that has none of its own."""
    properties = element[0]
    own = properties.find(qn("w:spacing"))
    if own is None:
        made, indent = el("spacing", **space), properties.find(qn("w:ind"))
        properties.append(made) if indent is None else indent.addprevious(made)
