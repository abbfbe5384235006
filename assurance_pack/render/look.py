"""The one small table of colours, sizes and space from which the CSS, the figures and the Word styles are made.

A Board may bring its own accent and tint (`corporate`). Sizes are in points, widths in millimetres, colours ``#rrggbb``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..document.blocks import BADGES
from .colour import BLACK as BLACK
from .colour import WHITE as WHITE
from .colour import contrast, mix

TEXT_CONTRAST = 4.5
"""WCAG 2.2 AA, 1.4.3: text against its ground."""
MARK_CONTRAST = 3.0
"""WCAG 2.2 AA, 1.4.11: what must be seen to understand a figure, against what is beside it."""

INK = "#1a2228"
"""Text and strong rules."""
GREY = "#505a5f"
"""Secondary text: numbers, labels, table heads, sources."""
HAIR = "#c3cacd"
"""Rules between rows: decorative."""
MIXED = "#c9d2d5"
"""The sign for mixed evidence."""
GRID = "#dde3e5"
"""Month lines of a timeline: decorative."""
WATERMARK = "#eef0f1"
"""The draft mark behind the text: faint enough that grey text over it still reads."""

HANG_MM = 28.0
"""Numbers and labels hang in the first column; everything that is read starts at its right."""
TEXT_MM = 152.0
"""The text width right of the hang: twelve twelfths, from which columns are made."""

TABLE_WORD, FIGURE_WORD = "Table", "Figure"
CONTENTS_WORD = "Contents"


@dataclass(frozen=True)
class Size:
    """A size of type and its leading, in points."""

    pt: float
    leading: float


SIZES: dict[str, Size] = {
    "title": Size(34, 38),
    "figure": Size(27, 29),
    "h2": Size(17.5, 20.5),
    "story": Size(16, 20),
    "lead": Size(13, 16),
    "h3": Size(12.5, 16),
    "body": Size(12, 14.1),
    "table": Size(10.5, 12.0),
    "caption": Size(10.5, 13),
    "drawn": Size(10, 12),
    "running": Size(9.5, 9.5),
}
"""The scale of type: body 12 pt, tables not under 10.5, figures not under 10."""


@dataclass(frozen=True)
class Mark:
    """The mark of a status: a shape, and the colours of the shape and of the letter in it."""

    shape: str
    fill: str
    letter: str
    outline: str = ""
    dashed: bool = False


@dataclass(frozen=True)
class Ink:
    """What the role of a status colour looks like: the ground, the letter on it, and the line round it."""

    fill: str
    letter: str
    outline: str = ""
    dashed: bool = False


INKS: dict[str, Ink] = {
    "finished": Ink("#003078", WHITE),
    "favourable": Ink("#00703c", WHITE),
    "caution": Ink("#ffbf47", BLACK, INK),
    "adverse": Ink("#b10e1e", WHITE),
    "waiting": Ink(WHITE, INK, INK),
    "out": Ink(WHITE, INK, GREY),
    "nothing heard": Ink(WHITE, INK, INK, dashed=True),
}
"""The colours of status, by role. They are used for status and nothing else."""


def _marks() -> dict[str, Mark]:
    """Status = shape + letter + word: the mark of each, role by role."""
    found = {}
    for role, ink in INKS.items():
        for meaning, badge in BADGES.items():
            if badge.colour == role:
                found[str(meaning)] = Mark(badge.shape.value, ink.fill, ink.letter, ink.outline, ink.dashed)
    return found


STATUS: dict[str, Mark] = _marks()
"""The mark of each status, by its meaning."""

SHAPES: dict[str, str] = {
    "square": "M3 2h24v24H3z",
    "circle": "M15 1.4a12.6 12.6 0 1 1 0 25.2a12.6 12.6 0 1 1 0-25.2z",
    "triangle": "M15 1 29 26.5H1z",
    "diamond": "M15-1.5 30.5 14 15 29.5-.5 14z",
    "hexagon": "M8 1.5h14l7.5 12.5-7.5 12.5h-14l-7.5-12.5z",
}
"""Each shape in a box of 30 by 28."""

SIGNS: dict[str, str] = {
    "positive": "M15 8.8v10.4M9.8 14h10.4",
    "concern": "M10 14h10",
    "weak": "M10 14h10",
    "mixed": "M15 7.2v8.4M10.8 11.4h8.4M10.8 20h8.4",
}
"""What a lens says, drawn in the same box: ring and plus, solid and minus (a ring where it is weak), grey and both."""


@dataclass(frozen=True)
class Look:
    """The look of one Board: the shipped one, or a corporate one that passed the contrast check."""

    accent: str = "#0b4a5e"
    tint: str = "#d7e5e9"
    family: str = "Source Sans Pro"

    @property
    def heat(self) -> tuple[str, str, str, str]:
        """The cool scale of the heat map, from low to extreme: as deep as lets a solid label stand out on it."""
        deep = next((s for s in (0.375, 0.35, 0.32, 0.28) if contrast(mix(self.accent, s), self.accent) >= MARK_CONTRAST), 0.375)
        low, moderate, high = (mix(self.accent, deep * share / 0.375) for share in (0.05, 0.12, 0.225))
        return low, moderate, high, mix(self.accent, deep)

    @property
    def band(self) -> str:
        """The expected range of a control chart: as deep as lets a label in the accent be read on it."""
        return deepest(self.accent, (0.107, 0.08, 0.06, 0.04, 0.02), self.accent)

    @property
    def column(self) -> str:
        """This month's column in a history."""
        return mix(self.accent, 0.07)


SHIPPED = Look()


def score_ink(ground: str) -> str:
    """The quietest of three inks that reads on a cell of the heat map."""
    inks = (GREY, "#3c484e", "#2c3a41", INK)
    return next((ink for ink in inks if contrast(ink, ground) >= TEXT_CONTRAST + 0.3), INK)


def column_widths(widths: Sequence[float]) -> tuple[float, ...]:
    """Column widths in millimetres from twelfths: the first stands in the hang, the others share the twelve twelfths.

    A first column wider than the hang takes the rest from the others: its own twelfths are counted where the others leave them free.
    """
    if len(widths) == 1:
        return (HANG_MM + TEXT_MM,)
    others = sum(widths[1:]) or 1.0
    room = TEXT_MM
    first = HANG_MM
    if widths[0] and abs(sum(widths) - 12) < 0.1:
        first += TEXT_MM * widths[0] / 12
        room = TEXT_MM * others / 12
    whole = [first, *(room * (w or others / len(widths)) / others for w in widths[1:])]
    scale = (HANG_MM + TEXT_MM) / sum(whole)
    return tuple(round(w * scale, 2) for w in whole)


def mark_svg(meaning: str) -> str:
    """The shape of a status as a small drawing without its letter (the letter is text, so that it is read)."""
    mark = STATUS[meaning]
    return _small(f'<path d="{SHAPES[mark.shape]}" {stroke_of(mark)}/>')


def stroke_of(mark: Mark) -> str:
    """Fill and outline of a mark, as SVG attributes for the box of 30 by 28."""
    dash = ' stroke-dasharray="4 3"' if mark.dashed else ""
    outline = f' stroke="{mark.outline}" stroke-width="1.6"{dash}' if mark.outline else ""
    return f'fill="{mark.fill}"{outline}'


def sign_svg(direction: str) -> str:
    """The sign of what a lens says: a ring, a solid or a grey disc, and plus, minus or both."""
    ring, disc, grey = (WHITE, INK, INK), (INK, WHITE, INK), (MIXED, INK, MIXED)
    ground, line, rim = {"positive": ring, "concern": disc, "weak": ring, "mixed": grey}[direction]
    return _small(
        f'<circle cx="15" cy="14" r="12.8" fill="{ground}" stroke="{rim}" stroke-width="1.7"/>'
        f'<path d="{SIGNS[direction]}" fill="none" stroke="{line}" stroke-width="2.4"/>'
    )


def _small(inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -2 32 32">{inside}</svg>'


def deepest(colour: str, shares: Sequence[float], beside: str) -> str:
    """The deepest of some shares of a colour that still reads beside another; white where none does."""
    return next((m for m in (mix(colour, s) for s in shares) if contrast(m, beside) >= TEXT_CONTRAST), WHITE)
