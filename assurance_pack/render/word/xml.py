"""The few strokes everything in the Word file is drawn with: an element, its attributes, a paragraph, a field, a bookmark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from ..characters import reads_from_the_right
from ..legal import legal

MM = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
NBSP = "\u00a0"
UNBREAKING_HYPHEN = "\u2011"


def twips(mm: float) -> int:
    """Millimetres as twentieths of a point."""
    return round(mm * MM)


def el(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element of the ``w`` namespace, its attributes (also ``w``) in the order given."""
    element: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name.rstrip('_')}"), str(value))
    element.extend(children)
    return element


def run(text: str, style: str = "", *, bold: bool | None = None) -> Element:
    """A run of text in a character style; line ends, tabs and hyphens that do not break become Word's own. `bold` overrides what the styles come to."""
    properties = el("rPr")
    if style:
        properties.append(el("rStyle", val=style))
    if bold is not None:
        properties.append(el("b") if bold else el("b", val="0"))
    out = el("r")
    if reads_from_the_right(text):
        properties.append(el("rtl"))
    if len(properties):
        out.append(properties)
    out.extend(_pieces(legal(text)))
    return out


def _pieces(text: str) -> Iterator[Element]:
    for piece in re.split(rf"([\n\t{UNBREAKING_HYPHEN}])", text):
        if piece == "\n":
            yield el("br")
        elif piece == "\t":
            yield el("tab")
        elif piece == UNBREAKING_HYPHEN:
            yield el("noBreakHyphen")
        elif piece:
            words = el("t")
            words.text = piece
            words.set(qn("xml:space"), "preserve")
            yield words


def paragraph(style: str, *children: Element, properties: tuple[Element, ...] = ()) -> Element:
    """A paragraph in a style; `properties` are those of its own, in the order the standard wants."""
    return el("p", el("pPr", el("pStyle", val=style), *properties), *children)


def field(instruction: str, result: str, style: str = "", *, bold: bool | None = None) -> list[Element]:
    """A field with its result already there, so that no reader is asked to update it."""
    begin, code, separate, end = (run("", style, bold=bold) for _ in range(4))
    begin.append(el("fldChar", fldCharType="begin"))
    words = el("instrText")
    words.text = f" {instruction} "
    words.set(qn("xml:space"), "preserve")
    code.append(words)
    separate.append(el("fldChar", fldCharType="separate"))
    end.append(el("fldChar", fldCharType="end"))
    return [begin, code, separate, run(result, style, bold=bold), end]
