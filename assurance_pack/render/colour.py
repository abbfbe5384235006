"""Colours as ``#rrggbb``: their contrast, and a share of one over another."""

from __future__ import annotations

import re

WHITE, BLACK = "#ffffff", "#000000"


def is_colour(text: str) -> bool:
    """Whether it is ``#`` and six hexadecimal figures."""
    return re.fullmatch(r"#[0-9a-fA-F]{6}", text) is not None


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, share: float, ground: str = WHITE) -> str:
    """`share` (0 to 1) of a colour over a ground."""
    return "#" + "".join(f"{round(g + (c - g) * share):02x}" for c, g in zip(_channels(colour), _channels(ground), strict=True))


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
