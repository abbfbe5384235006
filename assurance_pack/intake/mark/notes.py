"""Notes on cells: added to the notes a sheet has already, or as its first."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from .parts import MAIN, REL, Parts, unprefixed

AUTHOR = "Board secretariat"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
# What may only come after a sheet's legacyDrawing, in the order of the schema (ECMA-376 part 1, CT_Worksheet).
AFTER_NOTES = ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")

_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_SHAPE = (
    '<v:shape id="_pack_{id}" type="#_x0000_t202" style="position:absolute;width:260pt;height:{height}pt;z-index:{id};visibility:hidden" '
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>'
)


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
    """The words of the notes; gives back those that need a shape of their own."""
    root = parts.xml(name)
    authors = root.find(f"{{{MAIN}}}authors")
    listed = root.find(f"{{{MAIN}}}commentList")
    if authors is None or listed is None:
        return {}
    names = [a.text for a in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, f"{{{MAIN}}}author").text = AUTHOR
        names.append(AUTHOR)
    there = {c.get("ref"): c for c in listed}
    new: dict[str, str] = {}
    for ref, words in notes.items():
        comment = there.get(ref)
        if comment is None:
            comment = etree.SubElement(listed, f"{{{MAIN}}}comment", ref=ref, authorId=str(names.index(AUTHOR)))
            etree.SubElement(comment, f"{{{MAIN}}}text")
            new[ref] = words
        text = comment.find(f"{{{MAIN}}}text")
        if text is not None:
            _say(text, words if ref in new else f"\n{words}")
    parts.put(name, root)
    return new


def _say(text: etree._Element, words: str) -> None:
    run = etree.SubElement(text, f"{{{MAIN}}}r")
    said = etree.SubElement(run, f"{{{MAIN}}}t")
    said.text = words
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _draw(parts: Parts, sheet: str, notes: Mapping[str, str]) -> None:
    """The shapes the notes appear in."""
    name = parts.related(sheet, "vmlDrawing") if _has_drawing(parts, sheet) else ""
    if not name:
        name = parts.free_name("xl/drawings/vmlDrawing{}.vml")
        parts.changed[name] = _VML.encode()
        parts.declare_ending("vml", VML_TYPE)
        _point_at(parts, sheet, parts.relate(sheet, "vmlDrawing", name))
    shapes = "".join(
        _SHAPE.format(
            id=9000 + n, row=_row(ref), column=_column(ref), height=min(30 + 14 * (len(words) // 42 + words.count("\n") + 1), 320)
        )
        for n, (ref, words) in enumerate(notes.items())
    )
    vml = parts.read(name).decode("utf-8", "replace")
    parts.changed[name] = re.sub(r"</xml>\s*$", lambda end: shapes + end[0], vml).encode()


def _has_drawing(parts: Parts, sheet: str) -> bool:
    return parts.xml(sheet).find(f"{{{MAIN}}}legacyDrawing") is not None


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


def _row(ref: str) -> int:
    return int(re.sub(r"\D", "", ref)) - 1


def _column(ref: str) -> int:
    index = 0
    for letter in re.sub(r"\d", "", ref):
        index = index * 26 + ord(letter) - 64
    return index - 1
