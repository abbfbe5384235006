"""What Typst leaves undone in a tagged PDF, put right in the finished file: row headers, the summaries of tables, headings without paragraphs in them.

Typst 0.15 knows header cells of columns alone. Its files hold every element of the structure tree as an object of its own, in plain text, and
this leans on that: it is why the version is pinned and why the tests look at the finished file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...document.blocks import Block, Heading, KeyFigures, Table
from .runs_as_data import Words

WITHOUT_ROW_HEADS = ("meta", "marks")
"""Styles of table whose first cell heads no row."""

_NUMBERED = re.compile(rb"\b(\d+) 0 R\b")
_TAG = re.compile(rb"\d+ 0 obj\s*<</Type/StructElem/S/(\w+)")
_CHILDREN = re.compile(rb"/K\[([^\]]*)\](?:/Pg \d+ 0 R)?>>\s*endobj\s*\Z")
_PAGE = re.compile(rb"/K\[[^\]]*?/Pg (\d+) 0 R|/K\[[^\]]*\]/Pg (\d+) 0 R>>\s*endobj\s*\Z")
_HEADERS = re.compile(rb"/O/Table/Headers\[(.*?)\]")
_LINK_ON_PAGE = re.compile(rb"<</Type/OBJR[^>]*?/Obj (\d+) 0 R>>")
_CONTENTS = re.compile(rb"/Contents\((?:[^()\\]|\\.)*\)|/Contents<[0-9A-Fa-f]*>")
_NAMES = rb"/IDTree<</Names["


class TaggedFile:
    """A PDF of Typst, object by object."""

    def __init__(self, data: bytes) -> None:
        """Take a file apart."""
        start = int(data.rpartition(b"startxref")[2].split()[0])
        table, self._end = data[start:].split(b"trailer", 1)
        places = [int(line.split()[0]) for line in table.splitlines()[3:]]
        self._top = data[: min(places)]
        ends = dict(pairwise(sorted((*places, start))))
        self.objects = {n: data[place : ends[place]] for n, place in enumerate(places, 1)}
        catalog = self.objects[_reference(self._end, b"Root")]
        self.root = _reference(catalog, b"StructTreeRoot")
        pages = self.objects[_reference(catalog, b"Pages")]
        self.pages = [int(n) for n in _NUMBERED.findall(pages.split(b"/Kids[", 1)[1].split(b"]")[0])]

    def tag(self, number: int) -> str:
        """The tag of an element of the structure tree; empty for what is none."""
        found = _TAG.match(self.objects[number])
        return found[1].decode() if found else ""

    def children(self, number: int) -> list[int]:
        """The elements directly in an element, in reading order."""
        inside = _CHILDREN.search(self.objects[number])
        return [n for n in map(int, _NUMBERED.findall(inside[1])) if self.tag(n)] if inside else []

    def elements(self) -> Iterator[int]:
        """Every element, in reading order."""
        todo = [_reference(self.objects[self.root], b"K[")]
        while todo:
            yield (number := todo.pop())
            todo += self.children(number)[::-1]

    def within(self, number: int, *tags: str) -> list[int]:
        """The elements of these tags in an element, not those in one another."""
        found: list[int] = []
        for child in self.children(number):
            found += [child] if self.tag(child) in tags else self.within(child, *tags)
        return found

    def page(self, number: int) -> int:
        """On which page an element begins, counted from 1."""
        said = _PAGE.search(self.objects[number])
        return self.pages.index(int(said[1] or said[2])) + 1 if said else self.page(self.children(number)[0])

    def written(self) -> bytes:
        """The file put together again."""
        out, places = [self._top], []
        at = len(self._top)
        for number in sorted(self.objects):
            places.append(at)
            out.append(self.objects[number])
            at += len(self.objects[number])
        table = b"".join(b"%010d 00000 n\r\n" % place for place in places)
        tail = re.sub(rb"startxref\s+\d+", b"startxref\n%d" % at, self._end)
        return b"".join((*out, b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(places) + 1), table, b"trailer", tail))


def finish(data: bytes, blocks: Sequence[Block], words: Words) -> tuple[bytes, int, dict[str, int]]:
    """A file of these blocks, told in these words, with its tags put right.

    Returns:
        The file, the number of its pages, and the first page of each section by its anchor.
    """
    file = TaggedFile(data)
    elements = list(file.elements())
    named: list[tuple[bytes, int]] = []
    tables = [n for n in elements if file.tag(n) == "Table"]
    for number, table in zip(tables, (b for b in blocks if isinstance(b, Table | KeyFigures)), strict=True):
        _summary(file, number, words.line(table.summary))
        if isinstance(table, Table) and table.style not in WITHOUT_ROW_HEADS:
            for body in file.within(number, "TBody"):
                named += _row_heads(file, body)
    _name(file, named)
    for number in elements:
        if re.fullmatch("H[1-6]|Caption", file.tag(number)):
            for inside in file.within(number, "P"):
                file.objects[inside] = file.objects[inside].replace(b"/S/P/", b"/S/Span/", 1)
    _say_where_links_go(file, [n for n in elements if file.tag(n) == "Link"], words.links)
    return file.written(), len(file.pages), _sections(file, elements, blocks)


def _sections(file: TaggedFile, elements: Sequence[int], blocks: Sequence[Block]) -> dict[str, int]:
    """The first page of each section, in their order."""
    heads = (n for n in elements if file.tag(n) == "H2")
    titles = (b for b in blocks if isinstance(b, Heading) and b.level == 2)
    return {b.anchor: file.page(n) for n, b in zip(heads, titles, strict=True) if b.anchor}


def _summary(file: TaggedFile, number: int, words: str) -> None:
    """A table says what it holds."""
    said = b"<</O/Table/Summary" + _text(words) + b">>"
    content = file.objects[number]
    if b"/A[" in content:
        file.objects[number] = content.replace(b"/A[", b"/A[" + said, 1)
    else:
        file.objects[number] = content.replace(b"/K[", b"/A[" + said + b"]/K[", 1)


def _row_heads(file: TaggedFile, body: int) -> Iterator[tuple[bytes, int]]:
    """The first cell of a row heads it, and the others name that cell. Gives each by its name."""
    for row in file.within(body, "TR"):
        first, *others = file.within(row, "TD", "TH")
        name = b"(R%d)" % first
        head = file.objects[first].replace(b"/S/TD/", b"/S/TH/", 1).replace(b"/A[", b"/ID%s/A[" % name, 1)
        file.objects[first] = _HEADERS.sub(rb"/O/Table/Scope/Row/Headers[\1]", head, count=1)
        for other in others:
            file.objects[other] = _HEADERS.sub(lambda m, name=name: b"/O/Table/Headers[%s%s]" % (m[1], name), file.objects[other], count=1)  # type: ignore[misc]
        yield name, first


def _say_where_links_go(file: TaggedFile, links: Sequence[int], words: Sequence[str]) -> None:
    """A link is announced by its own words, not by the page it goes to."""
    for link, said in zip(links, words, strict=True):
        for place in map(int, _LINK_ON_PAGE.findall(file.objects[link])):
            file.objects[place] = _CONTENTS.sub(lambda _, said=said: b"/Contents" + _text(said), file.objects[place], count=1)  # type: ignore[misc]


def _text(words: str) -> bytes:
    """Words as a string of a PDF."""
    return b"<feff%s>" % words.encode("utf-16-be").hex().encode()


def _name(file: TaggedFile, named: Sequence[tuple[bytes, int]]) -> None:
    """Elements that have a name are found by it, in the order of the names: all of ours come before those of Typst."""
    said = b"".join(b"%s%d 0 R" % one for one in sorted(named))
    file.objects[file.root] = file.objects[file.root].replace(_NAMES, _NAMES + said, 1)


def _reference(said: bytes, key: bytes) -> int:
    """The object that a dictionary names under a key."""
    found = re.search(rb"/%s ?(\d+) 0 R" % re.escape(key), said)
    if found is None:
        raise ValueError(f"Typst wrote no /{key.decode()}")
    return int(found[1])
