"""The contents list: each section with its page, linked, run on in one paragraph as in the PDF, so that what follows falls on the same page.

The page of each entry is a field that Word and LibreOffice count themselves; until they do, it holds the page of the PDF, which was drawn
first. Where no PDF was drawn nothing is known of pages, and the list is without them: a wrong number is worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml.etree import _Element as Element

from ...document.blocks import Block, Document, Heading
from ..fonts import Fonts
from ..look import CONTENTS_WORD
from .front import fits_one_page, front_page
from .links import Links
from .xml import NBSP, el, field, paragraph, run

BETWEEN = "  "
"""Between two entries: where lines may end."""


def contents_before(document: Document) -> Block | None:
    """The heading the list stands before: the first that starts a page after the front one. None: there is no list."""
    if not document.contents or not _listed(document.blocks):
        return None
    return next((b for b in document.blocks if isinstance(b, Heading) and b.new_page), None)


def contents(blocks: Sequence[Block], links: Links, fonts: Fonts, pages: Mapping[str, int], *, close: bool) -> list[Element]:
    """The list, with the first page of each section by its anchor; where the front page ends on its page, on the next."""
    new_page = (el("pageBreakBefore"),) if fits_one_page(front_page(blocks), fonts, close=close) else ()
    entries: list[Element] = []
    for heading in _listed(blocks):
        entries += [*([run(BETWEEN)] if entries else []), *links.link(heading.anchor, _entry(heading, links, pages))]
    return [paragraph("TOC2", run(f"{CONTENTS_WORD}\t", "Quiet"), *entries, properties=new_page)]


def _entry(heading: Heading, links: Links, pages: Mapping[str, int]) -> list[Element]:
    """``2 Decisions and escalations, page 2``: one piece, as in the PDF."""
    words = [run(f"{heading.number} {heading.text}".strip().replace(" ", NBSP))]
    if heading.anchor in pages:
        code = f"PAGEREF {links.names[heading.anchor]} \\h"
        words += [run(f",{NBSP}page{NBSP}", "Quiet"), *field(code, str(pages[heading.anchor]), "Quiet")]
    return words


def _listed(blocks: Sequence[Block]) -> list[Heading]:
    return [b for b in blocks if isinstance(b, Heading) and b.level == 2 and b.anchor]
