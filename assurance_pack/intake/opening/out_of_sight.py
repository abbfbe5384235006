"""Letters nobody sees: in the colour of what lies behind them, too small, or under a format that shows nothing. They were read, and may have been taken back."""

from __future__ import annotations

import re
from typing import Any

LEAST_CONTRAST = 1.35
"""Of letters to what is behind them, as WCAG 2.2 reckons it: 1 is the same colour, 4.5 is asked of text. Grey on white, meant to be read, has 2 and more."""
WHITE, BLACK = "FFFFFF", "000000"
_THEME = {0: WHITE, 1: BLACK}
_INDEXED = {0: BLACK, 1: WHITE, 8: BLACK, 9: WHITE, 64: BLACK, 65: WHITE}
_SIZE_LEAST = 3
"""In points: smaller letters are a line to the eye."""
_BESIDE_A_VALUE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""In a number format: words, spaces, fillers and colours, none of which shows the value."""
_DRAWN = re.compile(r'_.|\*.|\[[^\]]*\]|""')
_SHOWS_A_VALUE = re.compile("[0#?@a-z]", re.IGNORECASE)


def unseen(letters: str, behind: str) -> bool:
    """Whether letters of one colour (six hexadecimal digits) cannot be told from another behind them."""
    lighter, darker = sorted((_luminance(letters), _luminance(behind)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05) < LEAST_CONTRAST


def unseen_in_cell(cell: Any, font: Any = None) -> bool:
    """Whether a cell of a workbook, or a run in it with a `font` of its own, shows nothing of what stands in it."""
    if not shows(cell.number_format or "", cell.value):
        return True
    set_in = font or cell.font
    if (set_in.size or set_in.sz or _SIZE_LEAST) < _SIZE_LEAST:
        return True
    letters = colour(set_in.color)
    fill = cell.fill
    behind = colour(fill.fgColor) if fill.fill_type == "solid" else WHITE
    return bool(letters and behind) and unseen(letters, behind)


def shows(number_format: str, value: Any) -> bool:
    """Whether a number format shows a value: it has up to four parts, for what is above nil, below nil, nil, and text.

    Of one part all numbers are shown by it; a part that is empty, or of words alone, shows nothing of the value.
    """
    kept = number_format.strip()
    parts = _BESIDE_A_VALUE.sub("", kept).split(";")
    if not kept or (len(parts) == 1 and "[" not in kept and not _BESIDE_A_VALUE.search(kept)):
        return True
    if kept.upper().startswith("[WHITE]") and len(parts) == 1:
        return False
    if isinstance(value, str | list):
        return len(parts) < 4 or bool(_SHOWS_A_VALUE.search(parts[3]))
    number = value if isinstance(value, int | float) else 1
    if not number and len(parts) > 2:
        return bool(_DRAWN.sub("", kept.split(";")[2]).strip())  # a dash, or a word, is how accounts show nil
    return bool(_SHOWS_A_VALUE.search(parts[1 if number < 0 and len(parts) > 1 else 0]))


def colour(set_to: Any) -> str:
    """A colour as a workbook sets it, as six hexadecimal digits; nothing where only its theme would tell."""
    if set_to is None:
        return BLACK
    if set_to.type == "rgb" and isinstance(set_to.rgb, str):
        return as_hex(set_to.rgb[-6:])
    known = _THEME if set_to.type == "theme" else _INDEXED
    return "" if set_to.tint else known.get(set_to.value, "")


def as_hex(text: str) -> str:
    """Six hexadecimal digits, or nothing."""
    try:
        return f"{int(text, 16):06X}" if len(text) == 6 else ""
    except ValueError:
        return ""


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
