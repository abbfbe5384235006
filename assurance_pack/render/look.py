"""The one small table of colours, sizes and space from which the CSS, the figures and the Word styles are made.

A corporate look may change the accent and the tint; every pair of text and ground is then measured again, and a pair that cannot be read
is refused. Sizes are in points, widths in millimetres, colours ``#rrggbb``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .colour import BLACK as BLACK
from .colour import WHITE as WHITE
from .colour import contrast, is_colour, mix

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
TEXT_MM = 146.0
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
    "h2": Size(19, 23),
    "story": Size(16, 21),
    "lead": Size(13.5, 17.5),
    "h3": Size(12.5, 17),
    "body": Size(12, 15.5),
    "table": Size(10.5, 13),
    "caption": Size(10.5, 14),
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


STATUS: dict[str, Mark] = {
    "complete": Mark("square", "#003078", WHITE),
    "on_track": Mark("circle", "#00703c", WHITE),
    "green": Mark("circle", "#00703c", WHITE),
    "at_risk": Mark("triangle", "#ffbf47", BLACK, INK),
    "amber": Mark("triangle", "#ffbf47", BLACK, INK),
    "off_track": Mark("diamond", "#b10e1e", WHITE),
    "red": Mark("diamond", "#b10e1e", WHITE),
    "not_started": Mark("circle", WHITE, INK, INK),
    "paused": Mark("hexagon", WHITE, INK, INK),
    "withdrawn": Mark("square", WHITE, INK, GREY),
    "no_return": Mark("square", WHITE, INK, INK, dashed=True),
}
"""Status = shape + letter + word. These colours are used for status and nothing else."""

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
    "mixed": "M15 7.2v8.4M10.8 11.4h8.4M10.8 20h8.4",
}
"""What a lens says, drawn in the same box: ring and plus, solid and minus, grey and both."""


@dataclass(frozen=True)
class Look:
    """The look of one Board: the shipped one, or a corporate one that passed the contrast check."""

    accent: str = "#0b4a5e"
    tint: str = "#d7e5e9"
    family: str = "Source Sans Pro"

    @property
    def heat(self) -> tuple[str, str, str, str]:
        """The cool scale of the heat map, from low to extreme."""
        return (mix(self.accent, 0.05), mix(self.accent, 0.12), mix(self.accent, 0.225), mix(self.accent, 0.375))

    @property
    def band(self) -> str:
        """The expected range of a control chart."""
        return mix(self.accent, 0.107)

    @property
    def column(self) -> str:
        """This month's column in a history."""
        return mix(self.accent, 0.07)


SHIPPED = Look()


@dataclass(frozen=True)
class Pair:
    """Something seen on a ground, and the least contrast it may have."""

    name: str
    text: str
    ground: str
    least: float = TEXT_CONTRAST


class LookRefused(Exception):
    """A corporate look that cannot be used; the message says why and what to do."""


def corporate(accent: str = "", tint: str = "", family: str = "") -> Look:
    """The look with a Board's own accent and tint, measured.

    Raises:
        LookRefused: a colour is not ``#rrggbb``, or text in it could not be read.
    """
    for name, colour in (("accent", accent), ("tint", tint)):
        if colour and not is_colour(colour):
            raise LookRefused(
                f'pack.toml [look] {name}: “{colour[:60]}” is not a colour. Write it as # and six figures, such as "{SHIPPED.accent}".'
            )
    chosen = accent.lower() or SHIPPED.accent
    look = Look(chosen, tint.lower() or _tint_of(chosen), family or SHIPPED.family)
    for pair in pairs(look):
        measured = contrast(pair.text, pair.ground)
        if measured < pair.least:
            raise LookRefused(_refusal(look, pair, measured))
    return look


def pairs(look: Look) -> tuple[Pair, ...]:
    """Every pair of colours that is read, or must be told apart, with the contrast it needs."""
    low, moderate, high, extreme = look.heat
    return (
        Pair("text on the page", INK, WHITE),
        Pair("secondary text on the page", GREY, WHITE),
        Pair("secondary text over the draft mark", GREY, WATERMARK),
        Pair("links, section numbers and chart labels on the page", look.accent, WHITE),
        Pair("text on the decisions panel", WHITE, look.accent),
        Pair("notes on the decisions panel", look.tint, look.accent),
        Pair("chart labels on the expected range", look.accent, look.band),
        Pair("secondary text on the expected range", GREY, look.band),
        Pair("text on this month's column", INK, look.column),
        *(Pair("risks on the heat map", INK, ground) for ground in look.heat),
        Pair("scores on the heat map", score_ink(low), low),
        Pair("scores on the heat map", score_ink(moderate), moderate),
        Pair("scores on the heat map", score_ink(high), high),
        Pair("scores on the heat map", score_ink(extreme), extreme),
        Pair("solid labels on the heat map", look.accent, extreme, MARK_CONTRAST),
        Pair("text on the sign for mixed evidence", INK, MIXED),
        *(Pair(f"the letter of “{meaning}”", mark.letter, mark.fill) for meaning, mark in STATUS.items()),
        *(Pair(f"the shape of “{meaning}”", mark.outline or mark.fill, WHITE, MARK_CONTRAST) for meaning, mark in STATUS.items()),
    )


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
    ground, line, rim = {"positive": (WHITE, INK, INK), "concern": (INK, WHITE, INK), "mixed": (MIXED, INK, MIXED)}[direction]
    return _small(
        f'<circle cx="15" cy="14" r="12.8" fill="{ground}" stroke="{rim}" stroke-width="1.7"/>'
        f'<path d="{SIGNS[direction]}" fill="none" stroke="{line}" stroke-width="2.4"/>'
    )


def _small(inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -2 32 32">{inside}</svg>'


def _tint_of(accent: str) -> str:
    """The tint that goes with an accent where none was chosen."""
    return SHIPPED.tint if accent == SHIPPED.accent else mix(accent, 0.08)


def _refusal(look: Look, pair: Pair, measured: float) -> str:
    name = "tint" if pair.text == look.tint and contrast(WHITE, look.accent) >= TEXT_CONTRAST else "accent"
    given = getattr(look, name)
    better = _nearest_that_reads(look, name)
    advice = (
        f'Choose a {"lighter" if name == "tint" else "darker"} one, such as "{better}".'
        if better
        else "Leave it empty to keep the shipped one."
    )
    return (
        f'pack.toml [look] {name} "{given}" cannot be used: {pair.name} would have a contrast of {measured:.1f} to 1, '
        f"and {pair.least:g} is needed to be read. {advice}"
    )


def _nearest_that_reads(look: Look, name: str) -> str:
    """The same colour, darkened (the accent) or lightened (the tint) until every pair reads."""
    towards = WHITE if name == "tint" else BLACK
    for step in range(1, 20):
        colour = mix(getattr(look, name), 1 - step / 20, towards)
        tried = Look(look.accent, colour) if name == "tint" else Look(colour, _tint_of(colour))
        if all(contrast(p.text, p.ground) >= p.least for p in pairs(tried)):
            return colour
    return ""
