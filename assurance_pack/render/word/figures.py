"""A figure in line with the text: the drawing as SVG, a picture of it for readers that know none, and its sentence as the alternative text."""

from __future__ import annotations

from functools import lru_cache
from html import escape

import resvg_py
from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree
from lxml.etree import _Element as Element

from ..assets import Logo
from ..fonts import Fonts
from ..legal import legal
from .outlines import outlined
from .xml import el

EMU = 12700
"""English metric units in a point."""
LOGO_HIGH, LOGO_WIDE = 34.0, 170.0
"""The most a logo may take, in points."""
LOGO_NUMBER = 9000
FINENESS = 3.0
"""Dots to the point in the picture."""


def picture(svg: str, alt: str, name: str, number: int, part: Part, fonts: Fonts, width: int) -> Element:
    """The run that holds a drawing.

    Args:
        svg: the drawing.
        alt: what it shows, in words.
        name: what the drawing is called in Word's selection pane.
        number: a number no other drawing of the file has.
        part: the document the pictures are stored with.
        fonts: the faces the drawing was measured with.
        width: how wide it is printed, in twentieths of a point.
    """
    vector, raster = _drawn(svg, fonts, width)
    across, down = _size(vector)
    x = width * EMU // 20
    y = round(x * down / across)
    drawing = _INLINE.format(
        x=x, y=y, number=number, name=_attribute(name), alt=_attribute(alt), decoration="",
        png=_store(part, f"figure{number}.png", "image/png", raster),
        vector=_VECTOR.format(svg=_store(part, f"figure{number}.svg", "image/svg+xml", vector)),
    )  # fmt: skip
    return el("r", parse_xml(drawing))


@lru_cache(maxsize=100)
def _drawn(svg: str, fonts: Fonts, width: int) -> tuple[bytes, bytes]:
    """A drawing with its lettering as shapes, and the picture of it: a third of the small figures of a pack are alike."""
    vector = outlined(svg, fonts)
    raster = resvg_py.svg_to_bytes(
        svg_string=vector.decode(), dpi=96, width=round(width / 20 * FINENESS), skip_system_fonts=True, background="white"
    )
    return vector, bytes(raster)


def _attribute(text: str) -> str:
    """Words as the value of an attribute, whose ends of line a reader would otherwise take for spaces."""
    return f'"{escape(legal(text))}"'.replace("\n", "&#10;").replace("\t", "&#9;")


def logo(mark: Logo, part: Part) -> Element:
    """The run that holds the Board's own mark. It is decoration: the Board's name stands on the page in words."""
    kind = "jpg" if mark.mime == "image/jpeg" else "png"
    image = Image.from_blob(mark.data)
    high = min(LOGO_HIGH, LOGO_WIDE * image.px_height / image.px_width)
    drawing = _INLINE.format(
        x=round(high * image.px_width / image.px_height * EMU), y=round(high * EMU), number=LOGO_NUMBER, name='"Logo"', alt='""',
        decoration=_DECORATIVE, png=_store(part, f"logo.{kind}", mark.mime, mark.data), vector="",
    )  # fmt: skip
    return el("r", parse_xml(drawing))


def _store(part: Part, name: str, kind: str, data: bytes) -> str:
    stored = Part(PackURI(f"/word/media/{name}"), kind, data, part.package)
    return str(part.relate_to(stored, RELATIONSHIP_TYPE.IMAGE))


def _size(svg: bytes) -> tuple[float, float]:
    """Width and height of a drawing, in its own units."""
    box = (etree.fromstring(svg).get("viewBox") or "").split()
    if len(box) != 4:
        raise ValueError("A figure must say its size in a viewBox.")
    return float(box[2]), float(box[3])


_NAMESPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
)
_GRAPHIC = (
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="{number}" name={name} descr={alt}/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{png}">{vector}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{x}" cy="{y}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic>"
)
_VECTOR = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{svg}"/></a:ext></a:extLst>'
)
_INLINE = (
    f'<w:drawing {_NAMESPACES}><wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{x}" cy="{y}"/><wp:docPr id="{number}" name={name} descr={alt}>{decoration}</wp:docPr>'
    f"{_GRAPHIC}</wp:inline></w:drawing>"
)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
