"""Notes on cells: added to the notes a sheet has already, or as its first."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from ..opening.grid import column_number
from ..printed import MENDED
from .parts import MAIN, REL, Parts, unprefixed, writable

AUTHOR = "Board secretariat"
_OURS = re.compile(r"\s*(Error|Warning|Note) \(AP\d{3}\): ")
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
# What may only come after a sheet's legacyDrawing, in the order of the schema (ECMA-376 part 1, CT_Worksheet).
AFTER_NOTES = ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")

_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"'
_DRAWING = '<xml {names}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/></o:shapelayout></xml>'
_SHAPE_TYPE = (
    '<v:shapetype {names} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape {names} id="_x0000_s{id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:270pt;'
    'height:{height}pt;z-index:{order};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>'
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_IDS_IN_A_BLOCK = 1024
_CHARACTERS_A_LINE, _LINE, _LEAST, _MOST, _A_ROW = 46, 13, 45, 330, 20
"""How large a note opens: in points, but for the characters."""


def add_notes(parts: Parts, sheet: str, notes: Mapping[str, str]) -> None:
    """Put notes on cells of a sheet (its part), by reference. A note that is there already keeps its words and gains ours beneath."""
    name = parts.related(sheet, "comments")
    if not name:
        name = parts.free_name("xl/comments{}.xml")
        root = etree.Element(f"{{{MAIN}}}comments", nsmap=unprefixed(MAIN))
        etree.SubElement(root, f"{{{MAIN}}}authors")
        etree.SubElement(root, f"{{{MAIN}}}commentList")
        parts.put(name, root)
        parts.relate(sheet, "comments", name)
        parts.declare(name, COMMENTS_TYPE)
    new = _write(parts, name, notes)
    if new:
        _draw(parts, sheet, new)


def _write(parts: Parts, name: str, notes: Mapping[str, str]) -> dict[str, str]:
    """The words of the notes; gives back those that need a shape of their own.

    A marked copy that comes back mended is marked again: what we said before is taken out first.
    """
    root = parts.xml(name)
    authors = root.find(f"{{{MAIN}}}authors")
    listed = root.find(f"{{{MAIN}}}commentList")
    if authors is None or listed is None:
        raise ValueError("notes of an unusual kind")
    names = [a.text for a in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, f"{{{MAIN}}}author").text = AUTHOR
        names.append(AUTHOR)
    there = {c.get("ref", ""): c for c in listed}
    ours = {ref for ref, c in there.items() if c.get("authorId") == str(names.index(AUTHOR))}
    for ref, comment in there.items():
        _forget(comment, whole=ref in ours)
        if ref in ours and ref not in notes:
            _say(comment, MENDED)
    new = {ref: words for ref, words in notes.items() if ref not in there}
    for ref, words in notes.items():
        note = there[ref] if ref in there else _new(listed, ref, names.index(AUTHOR))
        _say(note, words if ref in new or ref in ours else f"\n\n{words}")
    parts.put(name, root)
    return new


def _new(listed: etree._Element, ref: str, author: int) -> etree._Element:
    return etree.SubElement(listed, f"{{{MAIN}}}comment", ref=ref, authorId=str(author))


def _forget(comment: etree._Element, *, whole: bool) -> None:
    """Take out what we said in a note when the workbook was marked before; `whole` where the note is ours alone."""
    text = comment.find(f"{{{MAIN}}}text")
    for run in list(text) if text is not None else []:
        said = "".join(str(part) for part in run.itertext())
        if text is not None and (whole or _OURS.match(said)):
            text.remove(run)


def _say(comment: etree._Element, words: str) -> None:
    text = comment.find(f"{{{MAIN}}}text")
    if text is None:
        text = etree.SubElement(comment, f"{{{MAIN}}}text")
    run = etree.SubElement(text, f"{{{MAIN}}}r")
    said = etree.SubElement(run, f"{{{MAIN}}}t")
    said.text = writable(words)
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _draw(parts: Parts, sheet: str, notes: Mapping[str, str]) -> None:
    """The shapes the notes appear in."""
    name = parts.target(sheet, _drawing_id(parts, sheet))
    if not name:
        name = parts.free_name("xl/drawings/vmlDrawing{}.vml")
        parts.changed[name] = _DRAWING.format(names=_VML, block=_free_block(parts)).encode()
        parts.declare_ending("vml", VML_TYPE)
        _point_at(parts, sheet, parts.relate(sheet, "vmlDrawing", name))
    vml = parts.read(name).decode("utf-8", "replace")
    shapes = "" if "_x0000_t202" in vml else _SHAPE_TYPE.format(names=_VML)
    first = _free_id(vml)
    for order, (ref, words) in enumerate(notes.items()):
        shapes += _shape(first + order, order + 1, _row_number(ref), _column(ref), words)
    drawn, times = re.subn(r"</xml>\s*$", lambda end: shapes + end[0], vml)
    if not times:
        raise ValueError("a drawing of an unusual kind")
    parts.changed[name] = drawn.encode()


def _shape(number: int, order: int, row: int, column: int, words: str) -> str:
    lines = sum(1 + len(part) // _CHARACTERS_A_LINE for part in words.split("\n"))
    height = min(max(_LINE * lines + 12, _LEAST), _MOST)
    anchor = f"{column + 1}, 12, {max(row - 1, 0)}, 8, {column + 4}, 40, {max(row - 1, 0) + 1 + height // _A_ROW}, 4"
    return _SHAPE.format(names=_VML, id=number, order=order, height=height, anchor=anchor, row=row, column=column)


def _free_block(parts: Parts) -> int:
    """A thousand of shape numbers that no sheet's drawing uses: every sheet has its own."""
    drawings = (parts.read(n).decode("utf-8", "replace") for n in {*parts.original, *parts.changed} if n.endswith(".vml"))
    used = [int(n) for vml in drawings for said in re.findall(r'idmap[^>]*data="([\d,]+)"', vml) for n in said.split(",")]
    return max(used, default=0) + 1


def _free_id(vml: str) -> int:
    """The first free shape number of a drawing, within its thousand."""
    block = re.search(r'idmap[^>]*data="(\d+)', vml)
    used = [int(n) for n in re.findall(r"_x0000_s(\d+)", vml)]
    return max([int(block[1]) * _IDS_IN_A_BLOCK if block else _IDS_IN_A_BLOCK, *used]) + 1


def _drawing_id(parts: Parts, sheet: str) -> str:
    drawing = parts.xml(sheet).find(f"{{{MAIN}}}legacyDrawing")
    return "" if drawing is None else drawing.get(f"{{{REL}}}id", "")


def _point_at(parts: Parts, sheet: str, rel_id: str) -> None:
    root = parts.xml(sheet)
    drawing = etree.Element(f"{{{MAIN}}}legacyDrawing")
    drawing.set(f"{{{REL}}}id", rel_id)
    later = next((child for child in root if isinstance(child.tag, str) and etree.QName(child).localname in AFTER_NOTES), None)
    if later is None:
        root.append(drawing)
    else:
        later.addprevious(drawing)
    parts.put(sheet, root)


def _row_number(ref: str) -> int:
    return int(re.sub(r"\D", "", ref)) - 1


def _column(ref: str) -> int:
    return column_number(re.sub(r"\d", "", ref)) - 1
