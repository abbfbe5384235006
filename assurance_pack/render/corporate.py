"""A Board's own accent and tint: every pair of text and ground is measured again, and a look that could not be read is refused."""

from __future__ import annotations

import math
from dataclasses import dataclass

from .colour import BLACK, WHITE, contrast, is_colour, mix
from .look import GREY, INK, MARK_CONTRAST, MIXED, SHIPPED, STATUS, TEXT_CONTRAST, WATERMARK, Look, deepest, score_ink


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


def _tint_of(accent: str) -> str:
    """The tint that goes with an accent where none was chosen."""
    return SHIPPED.tint if accent == SHIPPED.accent else deepest(accent, (0.16, 0.12, 0.08, 0.04, 0.02), accent)


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
        f'pack.toml [look] {name} "{given}" cannot be used: {pair.name} would have a contrast of {math.floor(measured * 10) / 10:.1f} to 1, '
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
