"""A document as one page for a screen: it stands alone, with its fonts and drawings in it, and can be used by keyboard and printed."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any

from markupsafe import Markup

from ..document.blocks import Document
from .assets import Assets
from .fonts import Face
from .html import Page

SAID = {"skip": "Skip to the pack"}
"""Words that only a page on a screen has."""


@dataclass(frozen=True)
class InlineFace:
    """One weight of the family with no more than the characters of the page, as an address that holds it."""

    weight: int
    family: str
    address: str


def write(document: Document, assets: Assets) -> bytes:
    """A document as a self-contained page of HTML, UTF-8.

    Raises:
        UnknownBlock: it holds something this writer does not know.
    """
    page = Page(document, assets, on_screen=True)
    logo = f"data:{assets.logo.mime};base64,{_base64(assets.logo.data)}" if assets.logo else ""
    bare = page.written("web.html.j2", style="", said=SAID, logo=logo)
    characters = "".join(sorted(set(bare)))
    faces = [_inline(face, characters) for face in assets.fonts.faces]
    others = [_inline(face, characters) for face in page.others]
    style = page.written("web.css.j2", faces=faces, others=others)
    whole = Page(document, assets, on_screen=True).written("web.html.j2", style=Markup(style), said=SAID, logo=logo)
    return whole.encode()


@lru_cache(32)
def _inline(face: Face, characters: str) -> InlineFace:
    """A face with the characters of a page alone: a tenth of its size. One version of a page seldom has others than the last."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options()
    # letters of other scripts join, stack and change their places by features of their own
    options.layout_features = ["*"] if face.family else ["kern", "liga", "tnum", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    font: Any = TTFont(BytesIO(face.data), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    out = BytesIO()
    font.save(out)
    return InlineFace(face.weight, face.family, f"data:font/ttf;base64,{_base64(out.getvalue())}")


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()
