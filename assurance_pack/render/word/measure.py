"""How much room words take in Arial, which Word will set them in and which is not at hand to be asked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ...document.blocks import Break, Runs, Status, Text, plain

REGULAR = {
    191: "'", 222: "ijl‘’", 260: "|", 278: " !,./:;I[\\]ft·", 333: "()-`r“”", 334: "{}", 350: "•", 355: '"', 389: "*", 400: "°", 469: "^",
    494: "◊", 500: "Jcksvxyz↑↓", 549: "±", 556: "#$0123456789?L_abdeghnopqu£€–", 584: "+<=>~−×", 604: "■□●○", 611: "FTZ", 667: "&ABEKPSVXY",
    722: "CDHNRUw", 778: "GOQ", 833: "Mm", 834: "½", 889: "%", 944: "W", 990: "▲", 1000: "—…←→", 1015: "@",
}  # fmt: skip
BOLD = {
    238: "'", 278: " ,./I\\ijl‘’·", 280: "|", 333: "!()-:;[]`ft", 350: "•", 389: "*r{}", 400: "°", 474: '"', 494: "◊", 500: "z“”↑↓", 549: "±",
    556: "#$0123456789J_aceksvxy£€–", 584: "+<=>^~−×", 604: "■□●○", 611: "?FLTZbdghnopqu", 667: "EPSVXY", 722: "&ABCDHKNRU", 778: "GOQw", 833: "M",
    834: "½", 889: "%m", 944: "W", 975: "@", 990: "▲", 1000: "—…←→",
}  # fmt: skip
"""The widths of Arial's characters, in thousandths of the size, and the characters that have each."""

_WIDTHS = tuple({c: w for w, characters in face.items() for c in characters} for face in (REGULAR, BOLD))
_OTHER = 700


def width(text: str, pt: float, *, bold: bool = False) -> float:
    """How wide some words are on one line, in points."""
    known = _WIDTHS[bold]
    return pt * sum(known.get(c) or known.get(unicodedata.normalize("NFD", c)[0], _OTHER) for c in text) / 1000


def longest_word(content: Runs, pt: float, *, bold: bool = False) -> float:
    """The widest piece that cannot be broken well, in points; a status is one piece with its marks, a history one line."""
    if any(isinstance(one, Status) and not one.word for one in content):
        marks = 2 * sum(isinstance(one, Status) for one in content)
        return width(plain(content) + " " * marks, pt, bold=bold) + marks
    widest = 0.0
    for one in content:
        heavy = bold or (isinstance(one, Text | Status) and one.strong)
        if isinstance(one, Status):
            words = [f"{one.letter}    {word}" if at == 0 else word for at, word in enumerate(one.word.split(" "))]
        else:
            words = re.findall(r"[^\s\-/]+[\-/]?", plain((one,)))
        widest = max([widest, *(width(word, pt, bold=heavy) for word in words)])
    return widest


def lines(content: Runs, pt: float, room: float) -> int:
    """About how many lines some words take."""
    parts: list[list[str]] = [[]]
    for one in content:
        if isinstance(one, Break):
            parts.append([])
        else:
            parts[-1].append(plain((one,)))
    return sum(max(1, -int(-width("".join(part), pt) * 1.06 // room)) for part in parts)


def widened(widths: Sequence[float], needs: Sequence[float]) -> list[float]:
    """The widths, changed as little as lets the longest word of each column stand whole; the room comes from those that can spare it."""
    short = [max(0.0, need - width) for width, need in zip(widths, needs, strict=True)]
    spare = [max(0.0, width - need) for width, need in zip(widths, needs, strict=True)]
    if not sum(short) or not sum(spare):
        return list(widths)
    share = min(1.0, sum(spare) / sum(short))
    given = sum(short) * share / sum(spare)
    return [width + more * share - less * given for width, more, less in zip(widths, short, spare, strict=True)]
