"""The contents list: a real one, its entries ready and linked.

Its entries bear no page numbers: Word, other readers and the PDF end their pages at different places, and a wrong number is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml.etree import _Element as Element

from ...document.blocks import Block, Document, Heading
from ..fonts import Fonts
from ..look import CONTENTS_WORD
from .front import fits_one_page, front_page
from .links import Links
from .xml import el, field, paragraph, run

FIELD = 'TOC \\o "2-2" \\n \\h \\z'
"""Word's own list of the sections, without page numbers: updating it by hand gives the same list."""


def contents_before(document: Document) -> Block | None:
    """The heading the list stands before: the first that starts a page after the front one. None: there is no list."""
    if not document.contents or not _listed(document.blocks):
        return None
    return next((b for b in document.blocks if isinstance(b, Heading) and b.new_page), None)


def contents(blocks: Sequence[Block], links: Links, fonts: Fonts, *, close: bool) -> list[Element]:
    """The list, kept whole with its heading; where the front page ends on its page, on the next."""
    new_page = (el("pageBreakBefore"), el("spacing", before=0)) if fits_one_page(front_page(blocks), fonts, close=close) else ()
    entries = [
        paragraph("TOC2", *links.link(b.anchor, [run(f"{b.number}\t{b.text}")]), properties=(el("keepNext"),)) for b in _listed(blocks)
    ]
    begin, code, separate, _, end = field(FIELD, "")
    for at, mark in enumerate((begin, code, separate), start=1):
        entries[0].insert(at, mark)
    entries[-1].append(end)
    entries[-1][0].remove(entries[-1][0][-1])
    return [paragraph("TOCHeading", run(CONTENTS_WORD), properties=new_page), *entries]


def _listed(blocks: Sequence[Block]) -> list[Heading]:
    return [b for b in blocks if isinstance(b, Heading) and b.level == 2 and b.anchor]
