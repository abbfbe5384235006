"""Real numbering that prints the document's own numbers: Word counts, and is told where to begin when it would count otherwise."""

from __future__ import annotations

import re

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from .xml import el

SECTIONS, BULLETS, PANEL = 1, 2, 3
"""The lists of ``numbering.xml``."""


class Numbering:
    """Follows what Word will count, section by section and paragraph by paragraph."""

    def __init__(self, part: Element) -> None:
        """Take the root of ``numbering.xml``, to which lists that begin elsewhere are added."""
        self.part = part
        self.list = SECTIONS
        self.section = 0
        self.paragraph = 0
        self.counting = True

    def heading(self, number: str) -> Element:
        """The numbering of a section heading: ``2``, or none."""
        if not number:
            return numbered(0, 0)
        section = self._whole(number, r"(\d+)")[0]
        if section != self.section + 1 or not self.counting:
            self._restart(section, 1)
        self.counting = True
        self.section, self.paragraph = section, 0
        return numbered(0, self.list)

    def numbered_paragraph(self, number: str) -> Element:
        """The numbering of a paragraph the Board can cite: ``2.1``."""
        section, paragraph = self._whole(number, r"(\d+)\.(\d+)")
        if (section, paragraph) != (self.section, self.paragraph + 1):
            self._restart(section, paragraph)
            # No heading of this list has been seen, so what Word would give the next one is not certain.
            self.counting = False
        self.section, self.paragraph = section, paragraph
        return numbered(1, self.list)

    def panel(self) -> Element:
        """A list for one panel, counted from one."""
        return numbered(0, self._add(2, (1,)))

    def _whole(self, number: str, pattern: str) -> tuple[int, ...]:
        found = re.fullmatch(pattern, number)
        if not found:
            raise ValueError(f"“{number}” cannot be a number that Word counts: give a section as 2 and a paragraph as 2.1.")
        return tuple(int(part) for part in found.groups())

    def _restart(self, *starts: int) -> None:
        self.list = self._add(0, starts)

    def _add(self, kind: int, starts: tuple[int, ...]) -> int:
        numbers = [int(num.get(qn("w:numId"), "0")) for num in self.part.findall(qn("w:num"))]
        overrides = [el("lvlOverride", el("startOverride", val=start), ilvl=level) for level, start in enumerate(starts)]
        self.part.append(el("num", el("abstractNumId", val=kind), *overrides, numId=max(numbers) + 1))
        return max(numbers) + 1


def numbered(level: int, number: int) -> Element:
    """The property that puts a paragraph in a list; list 0 takes it out of its style's."""
    return el("numPr", el("ilvl", val=level), el("numId", val=number))
