"""How much room the words of a table take, and how its columns share what there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...document.blocks.runs import Bar, BarHead, Break, Runs, Status, Text, plain, with_ids_apart
from ..charts.bar import WIDE as BAR_PT
from ..fonts import Fonts


def width(text: str, pt: float, fonts: Fonts, *, bold: bool = False) -> float:
    """How wide some words are on one line, in points, as an office program sets them."""
    return (fonts.linked or fonts.semibold if bold else fonts.regular).width(text, pt)


def longest_word(content: Runs, pt: float, fonts: Fonts, *, bold: bool = False) -> float:
    """The widest piece that cannot be broken well, in points; a status is one piece with its marks, a history one line."""
    if any(isinstance(one, Status) and not one.word for one in content):
        marks = 2 * sum(isinstance(one, Status) for one in content)
        return width(plain(content) + " " * marks, pt, fonts, bold=bold) + marks
    widest = 0.0
    for one in content:
        if isinstance(one, Bar | BarHead):
            widest = max(widest, BAR_PT)
            continue
        heavy = bold or (isinstance(one, Text | Status) and one.strong)
        if isinstance(one, Status):
            words = [f"{one.letter}    {word}" if at == 0 else word for at, word in enumerate(one.word.split(" "))]
        else:
            words = list(_unbroken(plain((one,))))
        widest = max([widest, *(width(word, pt, fonts, bold=heavy) for word in words)])
    return widest


def one_line(content: Runs, pt: float, fonts: Fonts, *, bold: bool = False) -> float:
    """How wide a cell is whose words stand on one line, in points; no narrower than its longest word or drawing."""
    words = sum(
        width(plain((one,)), pt, fonts, bold=bold or bool(getattr(one, "strong", False)))
        for one in content
        if not isinstance(one, Bar | BarHead | Status)
    )
    return max(longest_word(content, pt, fonts, bold=bold), words)


def _unbroken(text: str) -> Iterator[str]:
    """The pieces of some words that an office program keeps on one line: what stands between spaces and hyphens, and an ID."""
    for is_id, piece in with_ids_apart(text):
        yield from (piece,) if is_id else re.findall(r"[^\s\-/]+[\-/]?", piece)


def lines(content: Runs, pt: float, room: float, fonts: Fonts) -> int:
    """About how many lines some words take."""
    parts: list[list[str]] = [[]]
    for one in content:
        if isinstance(one, Break):
            parts.append([])
        elif not isinstance(one, Bar | BarHead):
            parts[-1].append(plain((one,)))
    return sum(max(1, -int(-width("".join(part), pt, fonts) * 1.06 // room)) for part in parts)


def widened(widths: Sequence[float], needs: Sequence[float]) -> list[float]:
    """The widths, changed as little as lets the longest word of each column stand whole; the room comes from those that can spare it."""
    short = [max(0.0, need - width) for width, need in zip(widths, needs, strict=True)]
    spare = [max(0.0, width - need) for width, need in zip(widths, needs, strict=True)]
    if not sum(short) or not sum(spare):
        return list(widths)
    share = min(1.0, sum(spare) / sum(short))
    given = sum(short) * share / sum(spare)
    return [width + more * share - less * given for width, more, less in zip(widths, short, spare, strict=True)]
