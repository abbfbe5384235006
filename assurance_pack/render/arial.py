"""How wide words are in Arial, which Word and Excel will set them in and which is not at hand to be asked."""

from __future__ import annotations

import unicodedata

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

_OTHER = 700


class _Widths(dict[str, int]):
    """The widths of one face by character. One that is not known is as wide as its letter without accents, or as most are."""

    def __missing__(self, character: str) -> int:
        self[character] = self.get(unicodedata.normalize("NFD", character)[0], _OTHER)
        return self[character]


_WIDTHS = tuple(_Widths({c: w for w, characters in face.items() for c in characters}) for face in (REGULAR, BOLD))


def width(text: str, pt: float, *, bold: bool = False) -> float:
    """How wide some words are on one line, in points."""
    return pt * sum(map(_WIDTHS[bold].__getitem__, text)) / 1000
