"""Bookmarks and the links to them: every anchor of the document, under a name Word accepts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from hashlib import sha256

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from ...document.blocks import Block, Bullets, Callout, Figure, Heading, KeyFigures, Paragraph, Table
from ...document.blocks.runs import Bar, BarHead, Runs
from .xml import el


class Links:
    """What runs need of the whole file: its anchors, how a small drawing is stored in it, its one colour.

    A reference to an anchor that is not in the document is printed as words, not as a link that goes nowhere.
    """

    def __init__(
        self, blocks: Iterable[Block], drawn: Callable[[Bar | BarHead | Runs], Element], accent: str, away: Callable[[str], str] = str
    ) -> None:
        """Give every anchor a name.

        Args:
            blocks: of the document, whose anchors they are.
            drawn: makes the run that holds a drawing.
            accent: the colour of the filled panel.
            away: gives the file's own name for an address outside it.
        """
        self.drawn, self.accent, self._away = drawn, accent, away
        self.names: dict[str, str] = {}
        for block in blocks:
            match block:
                case Heading(anchor=anchor) | Paragraph(anchor=anchor) | Table(anchor=anchor) | Figure(anchor=anchor):
                    if anchor and anchor not in self.names:
                        self.names[anchor] = self._name(anchor)
                case Bullets() | Callout() | KeyFigures():
                    pass
        self.placed: list[str] = []

    def _name(self, anchor: str) -> str:
        """At most 40 letters, digits and underscores, beginning with a letter."""
        name = re.sub(r"[^A-Za-z0-9_]", "_", anchor)
        if not name[:1].isalpha():
            name = f"a{name}"
        if len(name) > 40 or name in self.names.values():
            name = f"{name[:28]}_{sha256(anchor.encode()).hexdigest()[:8]}"
        return name

    def bookmark(self, anchor: str, children: list[Element]) -> list[Element]:
        """The children, marked as the place the anchor names; the first block to claim an anchor has it."""
        if not anchor or anchor in self.placed:
            return children
        self.placed.append(anchor)
        at = str(len(self.placed))
        return [el("bookmarkStart", id=at, name=self.names[anchor]), *children, el("bookmarkEnd", id=at)]

    def link(self, target: str, children: list[Element]) -> list[Element]:
        """The children as a link to an anchor of this document, or as they are where there is none."""
        if target not in self.names:
            return children
        link = el("hyperlink", *children)
        link.set(qn("w:anchor"), self.names[target])
        link.set(qn("w:history"), "1")
        return [link]

    def away(self, address: str, children: list[Element]) -> list[Element]:
        """The children as a link out of this document."""
        link = el("hyperlink", *children)
        link.set(qn("r:id"), self._away(address))
        link.set(qn("w:history"), "1")
        return [link]
