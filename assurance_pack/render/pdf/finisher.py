"""What WeasyPrint leaves undone in a tagged PDF, put right before it is written.

A file can pass a validator and still be hard to listen to: running lines in the reading order, header cells that say nothing of what
they head, a table that becomes another table at each page. This leans on the inside of WeasyPrint 70 and pydyf, which is why that
version is pinned and why the tests look at the finished file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

POINTS_A_PIXEL = 0.75
SECTIONS = ("/THead", "/TBody", "/TFoot", "/Table")


def finish(document: Any, pdf: Any) -> None:
    """The finisher that `write_pdf` calls: `document` is WeasyPrint's laid out document, `pdf` pydyf's."""
    tree = _Tree(pdf)
    for summary, cells in _tables(document):
        tree.one_table(summary, cells)
    live = tree.live()
    for number in sorted(live):
        tree.scope(number)
        tree.place(number)
    tree.running_lines(live)
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/Annot":
            thing["F"] = 4  # shown on paper too
        elif isinstance(thing, pydyf.Stream) and b"begincmap" in thing.stream:
            thing.stream = [_NO_LETTER.sub(rb"\1 <200b>", line) if isinstance(line, bytes) else line for line in thing.stream]
    _say_where_links_go(document)


_NO_LETTER = re.compile(rb"^(<[0-9a-f]{4}>) <>$")
"""A shape that is part of the letters before it, as in Hindi: it has none of its own to be read out, and must not be left without any."""


class _Tree:
    """The structure tree: its elements by number, and what each piece of a page belongs to."""

    def __init__(self, pdf: Any) -> None:
        self.objects = pdf.objects
        self.elements = {o.number: o for o in pdf.objects if isinstance(o, pydyf.Dictionary) and o.get("Type") == "/StructElem"}
        self.root = self.objects[_number(pdf.catalog["StructTreeRoot"])]
        self.places = self.objects[_number(self.root["ParentTree"])]["Nums"]
        self.pages = [self.objects[_number(r)] for r in pdf.page_references]
        self.page_of = {reference: i for i, reference in enumerate(pdf.page_references)}

    def children(self, element: Any) -> list[int]:
        """The elements directly in an element."""
        return [n for k in element["K"] if isinstance(k, bytes) and (n := _number(k)) in self.elements]

    def live(self) -> set[int]:
        """The elements that can be reached from the root. What cannot is a running line, or the repeated head of a table."""
        found: set[int] = set()
        todo = [_number(r) for r in self.root["K"]]
        while todo:
            number = todo.pop()
            found.add(number)
            todo += self.children(self.elements[number])
        return found

    def above(self, element: Any, *kinds: str) -> Any:
        """The nearest element around this one that is of these kinds."""
        while element["S"] not in kinds:
            element = self.elements[_number(element["P"])]
        return element

    def scope(self, number: int) -> None:
        """A header cell says whether it heads its column or its row."""
        element = self.elements[number]
        if element["S"] == "/TH":
            around = self.above(self.elements[_number(element["P"])], *SECTIONS)
            element["A"]["Scope"] = "/Column" if around["S"] == "/THead" else "/Row"

    def place(self, number: int) -> None:
        """A figure says where it stands, in points from the bottom left of its page."""
        element = self.elements[number]
        if element["S"] == "/Figure" and "A" in element:
            x1, y1, x2, y2 = element["A"]["BBox"]
            height = self.pages[self.page_of[element["Pg"]]]["MediaBox"][3]
            corners = (x1, y2, x2, y1)
            element["A"]["BBox"] = pydyf.Array(
                [round(v * POINTS_A_PIXEL if i % 2 == 0 else height - v * POINTS_A_PIXEL, 2) for i, v in enumerate(corners)]
            )

    def running_lines(self, live: set[int]) -> None:
        """Whatever belongs to no living element is taken out of the reading order."""
        for i, page in enumerate(self.pages):
            owners = self.places[2 * i + 1]
            dead = {m for m, owner in enumerate(owners) if _number(owner) not in live}
            stream = self.objects[_number(page["Contents"])].stream
            for j, item in enumerate(stream):
                if isinstance(item, pydyf.Dictionary) and item.get("MCID") in dead:
                    stream[j - 1], stream[j] = "/Artifact", pydyf.Dictionary({"Type": "/Pagination"})
            for m in dead:
                owners[m] = "null"

    def one_table(self, summary: str, cells: list[Any]) -> None:
        """A table over several pages is one table: its repeated heads fall away, its rows follow on, and it says what it holds."""
        pieces = list({id(t): t for t in (self.above(cell.mark, "/Table") for cell in cells)}.values())
        first = pieces[0]
        if summary:
            first["A"] = pydyf.Dictionary({"O": "/Table", "Summary": pydyf.String(summary)})
        for piece in pieces[1:]:
            self._follow_on(first, piece)

    def _follow_on(self, first: Any, piece: Any) -> None:
        body = next(self.elements[n] for n in self.children(first) if self.elements[n]["S"] == "/TBody")
        around = self.elements[_number(piece["P"])]
        around["K"].remove(piece.reference)
        for section in (self.elements[n] for n in self.children(piece)):
            if section["S"] != "/TBody":
                continue
            for number in self.children(section):
                self.elements[number]["P"] = body.reference
                body["K"].append(self.elements[number].reference)
                self._point_to_first_head(first, piece, self.elements[number])

    def _point_to_first_head(self, first: Any, piece: Any, row: Any) -> None:
        """Cells of a later page name the header cells of the first, since their own repetition is gone."""
        for cell in (self.elements[n] for n in self.children(row)):
            if "Headers" in cell.get("A", {}):
                named = [h.string.replace(f"{piece.number}-0-", f"{first.number}-0-", 1) for h in cell["A"]["Headers"]]
                cell["A"]["Headers"] = pydyf.Array([pydyf.String(h) for h in named])


def _number(reference: bytes) -> int:
    return int(reference.split()[0])


def _tables(document: Any) -> list[tuple[str, list[Any]]]:
    """Of each table of the document its summary and its cells in reading order, whichever pages they stand on."""
    found: dict[Any, list[Any]] = {}
    for page in document.pages:
        for box, table in _boxes(page._page_box):
            if table is not None and isinstance(box, boxes.TableCellBox) and getattr(box, "mark", None) is not None:
                found.setdefault(table, []).append(box)
    return [(table.get("data-summary", ""), cells) for table, cells in found.items()]


def _boxes(box: Any, table: Any = None) -> Iterator[tuple[Any, Any]]:
    """A box and all in it, each with the table element it lies in."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    if box.element is not None and box.element.tag == "table":
        table = box.element
    yield box, table
    for child in getattr(box, "children", ()):
        yield from _boxes(child, table)


def _say_where_links_go(document: Any) -> None:
    """A link is announced by its own words, not by the name of the anchor it goes to."""
    for page in document.pages:
        for box, _ in _boxes(page._page_box):
            annotation = getattr(box, "link_annotation", None)
            words = " ".join("".join(box.element.itertext()).split()) if annotation is not None and box.element is not None else ""
            if annotation is not None and words:
                annotation["Contents"] = pydyf.String(words)
