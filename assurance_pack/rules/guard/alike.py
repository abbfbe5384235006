"""A text as the finders of numbers and addresses read it: what looks alike, or only stands between digits, written in one way.

A digit of any script is that digit; a Cyrillic or Greek letter that looks like a Latin one is that one; O, I and l among digits are nought and one;
a dot at mid-height, a bar or a low line between groups is a hyphen. Every character keeps its place, so that what is found is cut out where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ...later import Later

_CYRILLIC, _THEIR_LATIN = "АВЕКМНОРСТУХІЈЅаеорсухіјѕ", "ABEKMHOPCTYXIJSaeopcyxijs"
_GREEK, _ITS_LATIN = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"


class _Alike(dict[int, str]):
    """What each character stands for; one that was not met before is asked whether it is a digit."""

    def __missing__(self, code: int) -> str:
        self[code] = said = str(unicodedata.decimal(chr(code), chr(code)))
        return said


_STANDS_FOR = _Alike(zip(map(ord, _CYRILLIC + _GREEK), _THEIR_LATIN + _ITS_LATIN, strict=True))
_LETTERS_FOR_DIGITS = str.maketrans("OoIl", "0011")
_AMONG_DIGITS = Later(
    r"(?<![A-Za-z0-9])(?:[A-HJ-NP-Z]{1,2}[ -]?(?=\d))?((?:\d|[OoIl](?=\d))(?:[ ()./-]{0,2}[\dOoIl]){5,15})[A-HJ-NP-Z]?(?![A-Za-z0-9])"
)
"""Six to sixteen digits, some of which may be letters, before and after which letters of their own may stand (a pupil number)."""
_A_LETTER_BESIDE_A_DIGIT = Later(r"\d[ ()./-]{0,2}[OoIl]|[OoIl][ ()./-]{0,2}\d")
_A_WORD = Later(r"(?<![\dOoIl])[OoIl](?![\dOoIl])")
_FEWEST_DIGITS = 5
"""So many of them are digits indeed, and at least half: a letter by itself is a word."""
_BETWEEN = Later(r"(?<=[\dA-Z])(?P<gap> ?)[·•‧∙|_~](?= ?[\dA-Z])|(?<=\d{3})(?P<before> ?):(?= ?\d)|(?<=\d)(?P<after> ?):(?= ?\d{3})")
"""What stands between groups; a colon only beside three digits, because a time of day has one too."""
_MAY_STAND_BETWEEN = Later("[·•‧∙|_~:]")


@lru_cache(maxsize=4)
def alike(text: str) -> str:
    """The text, as long as before, in the one way in which the finders' patterns are written."""
    if not text.isascii():
        text = text.translate(_STANDS_FOR)
    if _MAY_STAND_BETWEEN.search(text):
        text = _BETWEEN.sub(lambda found: f"{found['gap'] or found['before'] or found['after'] or ''}-", text)
    return _AMONG_DIGITS.sub(_in_digits, text) if _A_LETTER_BESIDE_A_DIGIT.search(text) else text


def _in_digits(found: re.Match[str]) -> str:
    run = found[1]
    digits = sum(c.isdigit() for c in run)
    if digits < max(_FEWEST_DIGITS, sum(c.isalpha() for c in run)) or _A_WORD.search(run):
        return found[0]
    return found[0].replace(run, run.translate(_LETTERS_FOR_DIGITS))
