"""What Word's accessibility checker would say of a file, and what would stop Word opening it well; measured from the file's XML.

The rules follow Microsoft's published list for its checker (alternative text, header rows, headings in order, objects in line, no merged
cells, contrast, link text, repeated blanks, restricted access, untitled content controls) and the faults an Open XML schema does not see.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
V = "{urn:schemas-microsoft-com:vml}"
BODY, TABLE, RUNNING = 24, 21, 19
"""The least sizes, in half-points: text, tables and captions, running lines."""
VAGUE = {"here", "click here", "more", "link", "read more", "this"}
Element = etree._Element


@dataclass
class Package:
    """The parts of a file, parsed once."""

    parts: dict[str, bytes]

    def __post_init__(self) -> None:
        self.xml = {name: etree.fromstring(data) for name, data in self.parts.items() if name.endswith((".xml", ".rels"))}
        self.document, self.styles = self.xml["word/document.xml"], self.xml["word/styles.xml"]
        self.numbering, self.settings = self.xml["word/numbering.xml"], self.xml["word/settings.xml"]
        self.written = {n: x for n, x in self.xml.items() if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", n)}
        self.known = {str(s.get(f"{W}styleId")): s for s in self.styles.iter(f"{W}style")}

    def chain(self, style: str | None) -> Iterator[Element]:
        """A style and those it is based on, nearest first."""
        seen: set[str] = set()
        while style in self.known and style not in seen:
            seen.add(style)
            yield self.known[style]
            style = val(self.known[style], "basedOn")

    def found(self, styles: list[str | None], path: str, own: Element | None = None) -> Element | None:
        """The nearest setting: on the run itself, then in its styles in turn, then in the defaults."""
        for holder in [own, *(s for style in styles for s in self.chain(style)), self.styles.find(f"{W}docDefaults/{W}rPrDefault")]:
            hit = None if holder is None else holder.find(path)
            if hit is not None:
                return hit
        return None


def val(element: Element | None, child: str) -> str | None:
    hit = None if element is None else element.find(f"{W}{child}")
    return None if hit is None else hit.get(f"{W}val")


def lint(data: bytes) -> list[str]:
    """Every finding, as ``rule: what``; none for a good file."""
    with ZipFile(BytesIO(data)) as archive:
        package = Package({name: archive.read(name) for name in archive.namelist()})
    return [f"{rule}: {what}" for check in CHECKS for rule, what in check(package)]


Found = Iterator[tuple[str, str]]


def _pictures(p: Package) -> Found:
    ids: Counter[str] = Counter()
    for root in p.written.values():
        for shown in root.iter(f"{WP}docPr"):
            ids[str(shown.get("id"))] += 1
            alt = (shown.get("descr") or "").strip()
            if not alt and b"decorative" not in etree.tostring(shown):
                yield "alt", f"{shown.get('name')} has no alternative text"
            if re.search(r"\.(png|svg|jpe?g|gif|emf)$", alt, re.I):
                yield "alt", f"{shown.get('name')} has a file name for its alternative text"
        for shape in root.iter(f"{V}shape"):
            if not (shape.get("alt") or "").strip():
                yield "alt", "a drawn shape has no alternative text"
        if next(root.iter(f"{WP}anchor", f"{W}framePr", f"{W}txbxContent"), None) is not None:
            yield "float", "an object is not in line with the text"
    for one, times in ids.items():
        if times > 1:
            yield "id", f"drawing id {one} is used {times} times"


def _tables(p: Package) -> Found:
    for number, table in enumerate(p.document.iter(f"{W}tbl"), 1):
        name = f"table {number}"
        properties, rows = table.find(f"{W}tblPr"), table.findall(f"{W}tr")
        assert properties is not None
        look = properties.find(f"{W}tblLook")
        if not rows or rows[0].find(f"{W}trPr/{W}tblHeader") is None or look is None or look.get(f"{W}firstRow") != "1":
            yield "header", f"{name} has no header row"
        for word in ("tblCaption", "tblDescription"):
            if not (val(properties, word) or "").strip():
                yield "tdesc", f"{name} has no {word}"
        if next(table.iter(f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge"), None) is not None:
            yield "table", f"{name} has merged cells"
        if any(inner is not table for inner in table.iter(f"{W}tbl")):
            yield "table", f"{name} holds another table"
        yield from _measures(name, table, properties, rows)
        above = table.getprevious()
        if above is not None and above.tag == f"{W}tbl":
            yield "table", f"{name} touches the table above it, and would become one with it"


def _measures(name: str, table: Element, properties: Element, rows: list[Element]) -> Found:
    grid = [str(c.get(f"{W}w")) for c in table.findall(f"{W}tblGrid/{W}gridCol")]
    layout, width = properties.find(f"{W}tblLayout"), properties.find(f"{W}tblW")
    if layout is None or layout.get(f"{W}type") != "fixed" or width is None or width.get(f"{W}w") != str(sum(map(int, grid))):
        yield "width", f"{name} is not of fixed widths that add up"
    for at, row in enumerate(rows, 1):
        cells = row.findall(f"{W}tc")
        if [c.find(f"{W}tcPr/{W}tcW").get(f"{W}w") for c in cells] != grid:  # type: ignore[union-attr]
            yield "width", f"{name} row {at} has other widths than its grid"
        if row.find(f"{W}trPr/{W}cantSplit") is None and any(p.find(f"{W}pPr/{W}keepLines") is None for p in row.iter(f"{W}p")):
            yield "split", f"{name} row {at} may break over a page"
        if any(not len(c) or c[-1].tag != f"{W}p" for c in cells):
            yield "cell", f"{name} row {at} has a cell that does not end with a paragraph"


def _headings(p: Package) -> Found:
    before = 0
    for paragraph in p.document.iter(f"{W}p"):
        level = p.found([val(paragraph.find(f"{W}pPr"), "pStyle")], f"{W}pPr/{W}outlineLvl")
        if level is None:
            continue
        depth = int(level.get(f"{W}val", "9")) + 1
        if depth > before + 1:
            yield "order", f"heading “{words(paragraph)[:40]}” is of level {depth}, after level {before}"
        before = depth
    if not before:
        yield "heading", "there is no heading"


def _contrast(p: Package) -> Found:
    cells = _grounds_of_cells(p)
    for paragraph, run in ((q, r) for root in p.written.values() for q in root.iter(f"{W}p") for r in q.iter(f"{W}r")):
        if not words(run).strip():
            continue
        styles = [val(run.find(f"{W}rPr"), "rStyle"), val(paragraph.find(f"{W}pPr"), "pStyle"), "Normal"]
        colour = p.found(styles, f"{W}rPr/{W}color", run)
        ground = p.found(styles, f"{W}rPr/{W}shd", run)
        if ground is None:
            ground = p.found(styles[1:], f"{W}pPr/{W}shd")
        if ground is None:
            ground = cells.get(paragraph)
        measured = contrast(_of(colour, "val", "000000"), _of(ground, "fill", "FFFFFF"))
        if measured < 4.5:
            yield "contrast", f"“{words(run)[:40]}” has {measured:.1f} to 1"
        yield from _sizes(p, paragraph, run, styles)
    for level in p.numbering.iter(f"{W}lvl"):
        style = val(level, "pStyle")
        measured = contrast(_of(level.find(f"{W}rPr/{W}color"), "val", "000000"), _of(p.found([style], f"{W}pPr/{W}shd"), "fill", "FFFFFF"))
        if measured < 4.5:
            yield "contrast", f"the numbers of {style} have {measured:.1f} to 1"


def _grounds_of_cells(p: Package) -> dict[Element, Element]:
    """What the cell a paragraph stands in is shaded with, where it is."""
    found = {}
    for cell in (c for root in p.written.values() for c in root.iter(f"{W}tc")):
        shade = cell.find(f"{W}tcPr/{W}shd")
        if shade is not None:
            found |= dict.fromkeys(cell.iter(f"{W}p"), shade)
    return found


def _sizes(p: Package, paragraph: Element, run: Element, styles: list[str | None]) -> Found:
    size = p.found(styles, f"{W}rPr/{W}sz", run)
    style = styles[1] or ""
    least = (
        RUNNING
        if style in ("Header", "FirstHeader", "Footer")
        else BODY
        if style in ("BodyText", "NumberedParagraph", "ListBullet", "TableWords", "PanelItem")
        else TABLE
    )
    if styles[0] in ("Quiet", "PanelWhy"):
        least = TABLE
    if size is not None and int(size.get(f"{W}val", "0")) < least:
        yield "size", f"“{words(run)[:40]}” is smaller than {least / 2:g} points"


def _of(element: Element | None, name: str, otherwise: str) -> str:
    value = None if element is None else element.get(f"{W}{name}")
    return otherwise if value in (None, "auto") else str(value)


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def _links(p: Package) -> Found:
    marks = [(str(m.get(f"{W}name")), str(m.get(f"{W}id"))) for m in p.document.iter(f"{W}bookmarkStart")]
    names = Counter(name for name, _ in marks)
    for name, times in names.items():
        if times > 1 or len(name) > 40 or not re.fullmatch(r"[A-Za-z_]\w*", name):
            yield "bookmark", f"{name} is used {times} times, or is not a name Word accepts"
    if Counter(at for _, at in marks) != Counter(str(m.get(f"{W}id")) for m in p.document.iter(f"{W}bookmarkEnd")):
        yield "bookmark", "bookmarks do not begin and end in pairs"
    for link in p.document.iter(f"{W}hyperlink"):
        said = words(link).strip()
        if not said or said.lower() in VAGUE or re.match(r"https?://|www\.", said):
            yield "link", f"“{said[:40]}” does not say where it leads"
        if link.get(f"{W}anchor") and link.get(f"{W}anchor") not in names:
            yield "link", f"“{said[:40]}” leads nowhere"


def _blanks(p: Package) -> Found:
    empty = False
    for paragraph in p.document.find(f"{W}body").iterchildren(f"{W}p", f"{W}tbl"):  # type: ignore[union-attr]
        blank = paragraph.tag == f"{W}p" and not words(paragraph).strip() and next(paragraph.iter(f"{W}drawing"), None) is None
        if blank and empty:
            yield "blank", "empty paragraphs follow one another"
        empty = blank
    for root in p.written.values():
        for paragraph in root.iter(f"{W}p"):
            if (
                re.search(r"[ \u00a0]{4,}", words(paragraph))
                or len(list(paragraph.iter(f"{W}tab"))) - len(list(paragraph.iter(f"{W}tabs"))) > 3
            ):
                yield "blank", f"“{words(paragraph)[:40]}” is spaced with repeated blanks"


def _file(p: Package) -> Found:
    core = p.xml["docProps/core.xml"]
    told = {etree.QName(e).localname: (e.text or "").strip() for e in core}
    for field in ("title", "language", "creator", "created", "modified"):
        if not told.get(field):
            yield "title", f"the file has no {field}"
    language = p.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if language is None or language.get(f"{W}val") != "en-GB" or told.get("language") != "en-GB":
        yield "lang", "the language is not en-GB"
    if next(p.settings.iter(f"{W}documentProtection", f"{W}writeProtection"), None) is not None:
        yield "restrict", "the file is protected"
    if next(p.settings.iter(f"{W}updateFields"), None) is not None:
        yield "field", "Word will ask whether to update fields"
    for root in p.written.values():
        for control in root.iter(f"{W}sdt"):
            if not val(control.find(f"{W}sdtPr"), "alias"):
                yield "control", "a content control has no title"
        kinds = [f.get(f"{W}fldCharType") for f in root.iter(f"{W}fldChar")]
        if kinds != ["begin", "separate", "end"] * (len(kinds) // 3) or any(f.get(f"{W}dirty") for f in root.iter(f"{W}fldChar")):
            yield "field", "a field has no result, or waits to be updated"


def _references(p: Package) -> Found:
    numbers = {str(n.get(f"{W}numId")) for n in p.numbering.iter(f"{W}num")} | {"0"}
    for name, root in [*p.written.items(), ("word/styles.xml", p.styles), ("word/numbering.xml", p.numbering)]:
        for use in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next"):
            if use.get(f"{W}val") not in p.known:
                yield "style", f"{name} uses the style {use.get(f'{W}val')}, which is not there"
        for number in root.iter(f"{W}numId"):
            if number.get(f"{W}val") not in numbers:
                yield "number", f"{name} uses the list {number.get(f'{W}val')}, which is not there"
    yield from _relationships(p)


def _relationships(p: Package) -> Found:
    types = p.xml["[Content_Types].xml"]
    overrides = {str(o.get("PartName")) for o in types if o.get("PartName")}
    defaults = {str(d.get("Extension")) for d in types if d.get("Extension")}
    for name in p.parts:
        if name != "[Content_Types].xml" and f"/{name}" not in overrides and name.rsplit(".", 1)[-1] not in defaults - {"xml"}:
            yield "part", f"{name} has no content type"
    for name, root in p.xml.items():
        if not name.endswith(".rels"):
            continue
        home = dirname(dirname(name))
        targets = {str(r.get("Id")): _target(home, str(r.get("Target"))) for r in root if r.get("TargetMode") != "External"}
        for key, target in targets.items():
            if target not in p.parts:
                yield "part", f"{name} {key} leads to {target}, which is not there"
        owner = p.xml.get(f"{home}/{name.rsplit('/', 1)[-1].removesuffix('.rels')}")
        for used in () if owner is None else {str(v) for e in owner.iter() for k, v in e.attrib.items() if str(k).startswith(R)}:
            if used not in {str(r.get("Id")) for r in root}:
                yield "part", f"{home} uses {used}, which is not there"


def _target(home: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else normpath(join(home, target))


def words(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


CHECKS = (_pictures, _tables, _headings, _contrast, _links, _blanks, _file, _references)
