"""Text as people type it, made comparable and clean: headings, words of lists, and what may be printed."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

NEAR = 0.88
LEAD = 0.15
_SPACE = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^\w]+")
_NUMBERED = re.compile(r"^\d+\s*[.)]?\s+(?=\D)")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c]")
_BLANKS = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_SILENT = {"\u00ad", "\ufeff"}
EMPTY_MARKS = frozenset({"", "-", "–", "—", "―", "−", "--", ".", "n/a", "na", "n.a.", "not applicable"})


def plain(text: str) -> str:
    """For comparing: no case, no accents of punctuation, one space; ``&`` is ``and``."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ")
    return _SPACE.sub(" ", _NOT_WORD.sub(" ", folded.replace("’", "").replace("'", ""))).strip()


def first_line(text: str) -> str:
    """The question without the help beneath it and without its number."""
    line = text.strip().splitlines()[0] if text.strip() else ""
    return _NUMBERED.sub("", line)


def near(seen: str, known: dict[str, str]) -> tuple[str | None, str]:
    """The known name a near miss means, and the name to suggest if it is not near enough.

    Near enough is a likeness of at least 0.88 that leads the next by 0.15; a suggestion needs 0.6.
    """
    scored = sorted(((SequenceMatcher(None, plain(seen), key).ratio(), name) for key, name in known.items()), reverse=True)
    best: dict[str, float] = {}
    for score, name in scored:
        best.setdefault(name, score)
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < 0.6:
        return None, ""
    lead = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0)
    certain = ranked[0][1] >= NEAR and lead >= LEAD
    return (ranked[0][0] if certain else None), ranked[0][0]


def clean(text: str) -> tuple[str, bool]:
    """Text as it may be printed, and whether characters were taken out that could mislead a reader.

    Composed (NFC), line ends and blanks made plain; control, direction and zero-width characters removed.
    """
    text = _ESCAPE.sub(lambda m: chr(int(m[1], 16)), text)
    text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    kept: list[str] = []
    strange = False
    for character in _BLANKS.sub(" ", text):
        if character == "\n" or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}:
            kept.append(character)
        elif character not in _SILENT:
            strange = True
    lines = [line.strip() for line in "".join(kept).split("\n")]
    return "\n".join(lines).strip("\n"), strange


def is_empty_mark(text: str) -> bool:
    """Whether a cell says “nothing here” in one of the usual ways: a dash, n/a."""
    return text.strip().casefold() in EMPTY_MARKS
