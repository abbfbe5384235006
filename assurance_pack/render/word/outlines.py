"""A figure's lettering as shapes, so that it looks the same where the pack's font is not installed: in Word it never is."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any

from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from lxml import etree

from ..fonts import Face, Fonts

SVG = "{http://www.w3.org/2000/svg}"
OWN = ("fill", "opacity", "transform", "fill-opacity")


def outlined(svg: str, fonts: Fonts) -> bytes:
    """The drawing with every text as a path.

    Args:
        svg: the drawing, its text in ``text`` and ``tspan`` elements.
        fonts: the faces the drawing was measured with.
    """
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for text in list(root.iter(f"{SVG}text")):
        parent = text.getparent()
        if parent is not None:
            parent.replace(text, _drawn(text, fonts))
    for element in root.iter():
        for word in ("font-family", "font-variant-numeric"):
            if word in element.attrib:
                del element.attrib[word]
    return etree.tostring(root)


def _drawn(text: etree._Element, fonts: Fonts) -> etree._Element:
    """One text as a group of paths, kept in its place and colour."""
    group = etree.Element(f"{SVG}g", {name: str(text.attrib[name]) for name in OWN if name in text.attrib})
    group.tail = text.tail
    x, y = float(text.get("x", "0")), float(text.get("y", "0"))
    pieces = [(text, text.text or "")]
    for child in text:
        if child.tag != f"{SVG}tspan" or len(child):
            raise ValueError(f"A figure's text may hold words and plain tspans, not {child.tag}.")
        pieces += [(child, child.text or ""), (text, child.tail or "")]
    for line in _gathered(pieces, x, y):
        _set(group, line, fonts)
    return group


Piece = tuple[etree._Element, str, float]


def _gathered(pieces: list[tuple[etree._Element, str]], x: float, y: float) -> list[tuple[float, float, list[Piece]]]:
    """Pieces gathered into lines: a tspan with an x or a dy begins a new one."""
    lines: list[tuple[float, float, list[Piece]]] = [(x, y, [])]
    for owner, words in pieces:
        if not words.strip() and not (words and lines[-1][2]):
            continue
        if owner.tag == f"{SVG}tspan" and ("x" in owner.attrib or "y" in owner.attrib or "dy" in owner.attrib):
            y = float(owner.get("y", y)) + float(owner.get("dy", "0"))
            lines.append((float(owner.get("x", x)), y, []))
        lines[-1][2].append((owner, words, float(owner.get("dx", "0")) if owner.tag == f"{SVG}tspan" else 0.0))
    return [line for line in lines if line[2]]


def _set(group: etree._Element, line: tuple[float, float, list[Piece]], fonts: Fonts) -> None:
    x, y, pieces = line
    laid: list[tuple[etree._Element, Face, str, float, float]] = []
    width = 0.0
    for owner, words, shift in pieces:
        face, size = fonts.face(_weight(owner)), float(_inherited(owner, "font-size", "12").removesuffix("px").removesuffix("pt"))
        words = "".join(letter if ord(letter) in face.advances else "?" for letter in words)
        width += shift
        laid.append((owner, face, words, size, width))
        width += face.width(words, size)
    start = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[_inherited(pieces[0][0], "text-anchor", "start")]
    for owner, face, words, size, at in laid:
        path = etree.SubElement(group, f"{SVG}path", d=_path(face, words, start + at, y, size))
        if owner.tag == f"{SVG}tspan" and "fill" in owner.attrib:
            path.set("fill", owner.attrib["fill"])


def _inherited(element: etree._Element, name: str, otherwise: str) -> str:
    at: etree._Element | None = element
    while at is not None:
        if name in at.attrib:
            return str(at.attrib[name])
        at = at.getparent()
    return otherwise


def _weight(element: etree._Element) -> int:
    weight = _inherited(element, "font-weight", "400")
    return {"normal": 400, "bold": 600, "700": 600}.get(weight) or int(weight)


def _path(face: Face, words: str, x: float, y: float, size: float) -> str:
    """Some words as one path, standing on (x, y)."""
    glyphs, _, em = _opened(face)
    pen = SVGPathPen(glyphs, lambda number: f"{number:.2f}".rstrip("0").rstrip("."))
    scale = size / em
    for letter in words:
        _strokes(face, letter).replay(TransformPen(pen, (scale, 0, 0, -scale, x, y)))
        x += face.advances[ord(letter)] * size
    return str(pen.getCommands())


@lru_cache(maxsize=1_000)
def _strokes(face: Face, letter: str) -> RecordingPen:
    """How a letter is drawn: small figures write the same few again and again."""
    glyphs, names, _ = _opened(face)
    strokes = RecordingPen()
    glyphs[names[ord(letter)]].draw(strokes)
    return strokes


@lru_cache(maxsize=8)
def _opened(face: Face) -> tuple[Any, dict[int, str], int]:
    font = TTFont(BytesIO(face.data), lazy=True)
    return font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm
