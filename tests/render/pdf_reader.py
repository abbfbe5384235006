"""Reads a tagged PDF the way a screen reader does: its structure tree, in order, with the words, the alternative text and the attributes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf
from pdfminer.layout import LTChar, LTFigure
from pdfplumber.utils import extract_words


@dataclass
class Element:
    """An element of the structure tree; `text` is what it holds itself, `children` the elements in it."""

    tag: str
    page: int
    text: str = ""
    alt: str = ""
    attributes: dict[str, object] = field(default_factory=dict)
    id: str = ""
    children: list[Element] = field(default_factory=list)
    links: list[pikepdf.Object] = field(default_factory=list)

    def all(self, *tags: str) -> Iterator[Element]:
        """This element and all within it, in reading order, of these tags if any are named."""
        if not tags or self.tag in tags:
            yield self
        for child in self.children:
            yield from child.all(*tags)

    @property
    def words(self) -> str:
        """What is read out."""
        return self.text + "".join(c.words for c in self.children)


@dataclass
class Read:
    """A PDF as it is read: its tree, and the words that are in no element (running lines)."""

    root: Element
    artifacts: list[str]
    pages: int


@lru_cache(6)
def opened(data: bytes) -> pdfplumber.PDF:
    """What stands on the pages of a PDF, found out once for all that ask."""
    return pdfplumber.open(BytesIO(data))


def characters(page: pdfplumber.page.Page) -> Iterator[LTChar]:
    """The characters of a page in their order, without all that pdfplumber works out for each."""
    yield from (thing for thing in flat(page.layout) if isinstance(thing, LTChar))


def flat(things: Iterable[object]) -> Iterator[object]:
    """Everything on a page, and in the figures on it."""
    for thing in things:
        if isinstance(thing, LTFigure):
            yield from flat(thing)
        else:
            yield thing


def words_on(page: pdfplumber.page.Page) -> list[dict[str, Any]]:
    """Its words and where they stand, as `extract_words` of the page has them."""
    return extract_words(
        [
            {
                "text": char.get_text(), "x0": char.x0, "x1": char.x1, "top": page.height - char.y1, "bottom": page.height - char.y0,
                "doctop": page.height - char.y1, "upright": char.upright,
            }
            for char in characters(page)
        ]
    )  # fmt: skip


@lru_cache(12)
def read(data: bytes) -> Read:
    """The structure of a tagged PDF; nobody changes it."""
    words: dict[tuple[int, int], str] = {}
    artifacts: list[str] = []
    for number, page in enumerate(opened(data).pages, 1):
        loose = ""
        for char in characters(page):
            mcid = getattr(char, "mcid", None)
            if mcid is None:
                loose += char.get_text()
            else:
                words[number, mcid] = words.get((number, mcid), "") + char.get_text()
        artifacts.append(loose)
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.obj.objgen: i for i, page in enumerate(pdf.pages, 1)}
        roots = pdf.Root.StructTreeRoot.K
        return Read(_element(roots[0], pages, words, 1), artifacts, len(pdf.pages))


def _element(node: pikepdf.Object, pages: dict[tuple[int, int], int], words: dict[tuple[int, int], str], page: int) -> Element:
    page = pages[node.Pg.objgen] if "/Pg" in node else page
    made = Element(str(node.S)[1:], page, alt=str(node.get("/Alt", "")), id=str(node.get("/ID", "")))
    for attributes in _each(node.get("/A", pikepdf.Array())):
        made.attributes |= {str(k)[1:]: [str(x) for x in v] if isinstance(v, pikepdf.Array) else str(v) for k, v in attributes.items()}
    for kid in _each(node.get("/K", pikepdf.Array())):
        if isinstance(kid, int):
            made.children.append(Element("", page, words.get((page, kid), "")))
        elif kid.get("/Type") == "/OBJR":
            made.links.append(kid.Obj)
        elif kid.get("/Type") == "/MCR":
            elsewhere = pages[kid.Pg.objgen] if "/Pg" in kid else page
            made.children.append(Element("", elsewhere, words.get((elsewhere, int(kid.MCID)), "")))
        else:
            made.children.append(_element(kid, pages, words, page))
    if "/Pg" not in node and made.children:
        made.page = made.children[0].page
    return made


def _each(some: pikepdf.Object) -> Iterable[pikepdf.Object]:
    """What is written as one thing or as a list of them."""
    return some if isinstance(some, pikepdf.Array) else (some,)  # type: ignore[return-value]
