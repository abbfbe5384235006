"""The fonts that travel with the product: which characters they hold, and how wide words are in them."""

from __future__ import annotations

import functools
import string
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

OURS = string.printable[:95] + "£€½°±×÷·•…–—‘’“”−≤≥←↑→↓▲▼◆■ŵŷŴŶâêîôûÂÊÎÔÛéÉëïöüáíóúàèìòùçñ\u00a0\u202f"
"""Characters the pack prints of itself, and those of Welsh and of ordinary names. A font without them is refused."""

WEIGHTS = {300: "light", 400: "regular", 600: "semibold"}
"""The three weights the look is made of."""


@dataclass(frozen=True)
class Face:
    """One weight of the family, as a static TrueType font."""

    weight: int
    name: str
    data: bytes = field(repr=False)
    family: str = ""

    @functools.cached_property
    def office_name(self) -> str:
        """The name under which an office program knows the face: a family has four faces there, and any other weight is a family of its own."""
        return str(_opened(self.data)["name"].getDebugName(1) or self.family)

    @functools.cached_property
    def may_travel(self) -> bool:
        """Whether its licence bits let it be put into a document that is edited (OpenType, OS/2 `fsType`: 0 and 8 do)."""
        return (_opened(self.data)["OS/2"].fsType & 0x000E) in (0, 8)

    @functools.cached_property
    def line(self) -> float:
        """How high a single line of it stands in an office program, in ems."""
        font = _opened(self.data)
        return float(font["OS/2"].usWinAscent + font["OS/2"].usWinDescent) / float(font["head"].unitsPerEm)

    @functools.cached_property
    def ascent(self) -> float:
        """How far a line of it reaches above the base line, in ems, as an engine for pages reckons it."""
        font = _opened(self.data)
        return float(font["hhea"].ascent) / float(font["head"].unitsPerEm)

    @functools.cached_property
    def descent(self) -> float:
        """How far a line of it reaches below the base line, in ems."""
        font = _opened(self.data)
        return -float(font["hhea"].descent) / float(font["head"].unitsPerEm)

    @functools.cached_property
    def advances(self) -> dict[int, float]:
        """The width of each character the face holds, in ems, by code point."""
        font = _opened(self.data)
        em = font["head"].unitsPerEm
        metrics = font["hmtx"].metrics
        return {code: metrics[glyph][0] / em for code, glyph in font.getBestCmap().items()}

    def width(self, text: str, pt: float) -> float:
        """How wide words are, in points; a character the face lacks counts as one em."""
        return pt * sum(self.advances.get(ord(c), 1.0) for c in text)

    def outline(self, text: str, pt: float) -> str:
        """Words as the path of an SVG, starting at 0,0 on the base line: for a mark that must not be read as text."""
        from fontTools.pens.svgPathPen import SVGPathPen
        from fontTools.pens.transformPen import TransformPen

        font = _opened(self.data)
        glyphs, cmap, em = font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm
        pen = SVGPathPen(glyphs, lambda v: f"{v:.1f}".removesuffix(".0"))
        at = 0.0
        for character in text:
            scale = pt / em
            glyphs[cmap[ord(character)]].draw(TransformPen(pen, (scale, 0, 0, -scale, at, 0)))
            at += self.width(character, pt)
        return str(pen.getCommands())


@dataclass(frozen=True)
class Fonts:
    """The three faces of a family, light, regular and semibold; and `others`, one for each further script, each of a family of its own.

    `linked` is the bold an office program turns to from the regular; None where the folder has none.
    """

    family: str
    faces: tuple[Face, ...]
    others: tuple[Face, ...] = ()
    linked: Face | None = None

    @property
    def light(self) -> Face:
        """The face of titles and headline numbers."""
        return self.face(300)

    @property
    def regular(self) -> Face:
        """The face of the text."""
        return self.face(400)

    @property
    def semibold(self) -> Face:
        """The face of headings and labels."""
        return self.face(600)

    def face(self, weight: int) -> Face:
        """The face of a weight."""
        return next(f for f in self.faces if f.weight == weight)

    @functools.cached_property
    def own(self) -> frozenset[int]:
        """The characters every face of the family holds, as code points."""
        return frozenset.intersection(*(frozenset(f.advances) for f in self.faces))

    @functools.cached_property
    def held(self) -> frozenset[int]:
        """The characters that can be printed: those of the family, and those of the other scripts."""
        return self.own.union(*(f.advances for f in self.others))

    def beyond(self, text: str) -> tuple[Face, ...]:
        """The faces of other scripts that a text needs besides the family."""
        wanted = {ord(c) for c in set(text)} - self.own
        found: list[Face] = []
        for face in self.others if wanted else ():
            if wanted & face.advances.keys():
                found.append(face)
                wanted -= face.advances.keys()
        return tuple(found)


def load_others(folder: Path) -> tuple[Face, ...]:
    """The faces for other scripts that travel with the product, pictures last: letters go before them."""
    paths = sorted(folder.glob("*.ttf"), key=lambda p: ("Emoji" in p.name, p.name))
    return tuple(
        Face(weight, path.name, data, family)
        for path in paths
        for data in [path.read_bytes()]
        for weight, family in [_weight_and_family(data, path.name)]
    )


def load(folder: Path) -> Fonts:
    """The faces in a folder: the lightest, the one nearest 400 and the one nearest 600.

    Raises:
        ValueError: there is no usable TrueType font in it; the message says what is missing.
    """
    found: list[tuple[int, str, bytes]] = []
    family = ""
    for path in sorted(folder.glob("*.[tT][tT][fF]")) if folder.is_dir() else ():
        data = path.read_bytes()
        weight, name = _weight_and_family(data, path.name)
        found.append((weight, path.name, data))
        family = name if weight == 400 else family or name
    weights = {weight for weight, _, _ in found}
    if not weights & {400} or not any(w >= 600 for w in weights):
        raise ValueError("it needs static TrueType files (.ttf) of at least the regular (400) and the semibold or bold (600 or 700) weight")
    faces = []
    for wanted in WEIGHTS:
        _, name, data = min(found, key=lambda f: (abs(f[0] - wanted), f[0], f[1]))
        faces.append(Face(wanted, f"{WEIGHTS[wanted]}-{name}", data))
    fonts = Fonts(family, tuple(faces), linked=_linked_bold(found, faces[1]))
    lacking = "".join(c for c in OURS if ord(c) not in fonts.held)
    if lacking:
        raise ValueError(f"it lacks characters the pack prints: {' '.join(lacking)}")
    return fonts


def _linked_bold(found: list[tuple[int, str, bytes]], regular: Face) -> Face | None:
    bolds = (Face(weight, name, data) for weight, name, data in found if weight >= 600 and data != regular.data)
    return next((face for face in bolds if face.office_name == regular.office_name), None)


def _weight_and_family(data: bytes, name: str) -> tuple[int, str]:
    from fontTools.ttLib import TTLibError

    try:
        font = _opened(data)
        if "fvar" in font:
            raise ValueError(f"{name} is a variable font, which is slow to print; use the static files of the same family")
        names = font["name"]
        family = names.getDebugName(16) or names.getDebugName(1) or name
        return font["OS/2"].usWeightClass, family
    except (TTLibError, KeyError) as why:
        raise ValueError(f"{name} is not a TrueType font that can be read") from why


def _opened(data: bytes) -> Any:
    from fontTools.ttLib import TTFont

    return TTFont(BytesIO(data), lazy=True)
