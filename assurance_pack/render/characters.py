"""Words as the fonts can print them: what they lack is replaced by what means the same, or visibly named, never left to chance.

A font that lacks a character hands it to whatever the machine has, or prints an empty box: either way another machine prints something else.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass, field

UNREADABLE = "[character that cannot be read]"

SAME = {
    "\u2010": "-", "\u2011": "-", "\u2012": "–", "\u2015": "—", "\u2043": "•", "\u25cf": "•", "\u25e6": "•", "\u2219": "·",
    "\u2023": "•", "\u2714": "✓", "\u2705": "✓", "\u2717": "×", "\u2718": "×", "\u274c": "×", "\u2716": "×", "\u2795": "+",
    "\u2796": "−", "\u27a1": "→", "\u2b05": "←", "\u2b06": "↑", "\u2b07": "↓", "\u279c": "→", "\u2794": "→", "\u2197": "↑",
    "\u2198": "↓", "\u201b": "‘", "\u2032": "’", "\u2033": "”", "\u2500": "–",
}  # fmt: skip
"""What is printed for a character the font lacks, where another means the same."""

SCRIPTS = {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean", "IDEOGRAPHIC": "Chinese"}

_SPACES = re.compile("[\u2000-\u200a\u3000\u1680]")
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef]"
)
_LOOSE_JOINERS = re.compile("(?<![^\x00-\u02ff])[\u200c\u200d]+")
"""Joiners after a Latin letter or a sign, where they join nothing and only hide."""
_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff]")


def reads_from_the_right(text: str) -> bool:
    """Whether words read from right to left: by their first letter that has a direction."""
    return next((d != "L" for c in text if (d := unicodedata.bidirectional(c)) in ("L", "R", "AL")), False) if not text.isascii() else False


@dataclass
class Characters:
    """Makes words printable with the characters a font holds, and remembers what had to be replaced."""

    held: frozenset[int]
    replaced: dict[str, str] = field(default_factory=dict)

    def printable(self, text: str) -> str:
        """The same words in characters that print; line ends are ``\\n``."""
        if text.isascii() and text.isprintable():
            return text
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        text = _UNSEEN.sub("", _SPACES.sub(" ", _ENDS.sub("\n", unicodedata.normalize("NFC", text)))).replace("\t", " ")
        text = _LOOSE_JOINERS.sub("", text)
        if all(ord(c) in self.held or c == "\n" for c in text) and not _CONTROL.search(text):
            return text
        return "".join(self._piece(piece) for piece in _pieces(text, self.held))

    def _piece(self, piece: str) -> str:
        if all(ord(c) in self.held or c == "\n" for c in piece) and not _CONTROL.search(piece):
            return piece
        said = _printed_instead(piece, self.held)
        self.replaced[piece] = said
        return said


def _pieces(text: str, held: frozenset[int]) -> list[str]:
    """Text cut into what prints, single signs that do not, and whole stretches of another script."""
    pieces: list[str] = []
    stretch = ""
    for character in text:
        script = _script(character, held)
        if stretch and (script == stretch or character == " "):
            pieces[-1] += character
        else:
            pieces.append(character)
            stretch = script
    return [part for piece in pieces for part in _with_its_space(piece)]


def _with_its_space(piece: str) -> tuple[str, ...]:
    stripped = piece.rstrip(" ")
    return (stripped, piece[len(stripped) :]) if stripped and stripped != piece else (piece,)


@functools.lru_cache(maxsize=4096)
def _script(character: str, held: frozenset[int]) -> str:
    """The script of a letter, or of a stop between letters, that the font lacks; or nothing."""
    first = unicodedata.name(character, "").split(" ")[0]
    of_none = unicodedata.category(character)[0] not in "LM" and first not in SCRIPTS  # a full stop of Chinese is part of its words
    if ord(character) in held or of_none or _same(character, held):
        return ""
    return SCRIPTS.get(first, first.capitalize())


def _same(character: str, held: frozenset[int]) -> str:
    """Another character, or several, that mean the same and that the font holds."""
    other = SAME.get(character) or unicodedata.normalize("NFKC", character)
    return other if other != character and all(ord(c) in held for c in other) else ""


def _printed_instead(piece: str, held: frozenset[int]) -> str:
    """What is printed in place of a piece the font lacks."""
    if len(piece) == 1 and _same(piece, held):
        return _same(piece, held)
    if _CONTROL.search(piece):
        return UNREADABLE
    script = _script(piece[0], held)
    if script:
        return f"[words in {script} script]" if len(piece) > 1 else f"[a letter in {script} script]"
    name = unicodedata.name(piece, "").lower()
    return f"[{name}]" if name else UNREADABLE
