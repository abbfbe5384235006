"""Numbers that identify a person: the exact formats, with their check digits where they have one.

Every finder takes text already made plain by `plain()`, as `alike` reads it, and gives the spans it found, never a judgement of what to do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ...later import Later

Span = tuple[int, int]

_INVISIBLE = Later("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_ACCENTS = Later("[\u0300-\u036f]")
_DASHES = Later("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "`": "'"})


def plain(text: str) -> str:
    """Text as the finders read it: full-width digits, no-break spaces, invisible characters, accents and curly quotes made ordinary."""
    if text.isascii():
        return " ".join(text.replace("`", "'").split())
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", _ACCENTS.sub("", unicodedata.normalize("NFKD", text))))
    return " ".join(_DASHES.sub("-", text).translate(_QUOTES).split())


# ---------- ten digits: NHS number and unique learner number ----------

_TEN = Later(r"(?<!\d)(?<!\d[.,])(?<!£)([1-9]\d{2})[ \-./)]{0,3}(\d{3})[ \-./]{0,3}(\d{4})(?!\d)(?![.,]\d*[1-9])")
_TEN_ANYHOW = Later(r"(?<!\d)[1-9](?:[ \-./]{0,2}\d){9}(?!\d)")
_ORDER_NUMBER = Later(
    r"\b(?:PO|purchase order|order|invoice|requisition|UKPRN|(?:budget|cost|account|contract) (?:code|no\.?|number|centre))"
    r"(?: no\.?| number)?[ :#]*$",
    re.IGNORECASE,
)
_NHS_WORDS = Later(
    r"\b(?:NHS\b(?! trust)|(?:[Nn]umber|[Nn]o\.?) on the (?:referral|letter|form|discharge)|patient)[ \w.:#()'-]{0,40}", re.IGNORECASE
)
_DIALLED = Later(r"(?:\+|\b00)\d{1,3}[ ().-]*(?:0\)[ ]*)?$")
"""What stands before a number that is dialled from abroad: its ten digits pass the check of an NHS number one time in eleven."""
_NUMBER_WORDS = Later(r"\b(?:NHS|ULN|unique learner)\b[ a-z.:#()'-]{0,40}", re.IGNORECASE)


_DIGIT = Later("[0-9]")


def digits_of(text: str) -> str:
    """The digits of a text, run together."""
    return "".join(_DIGIT.findall(text))


def _weighted(digits: str) -> int:
    return sum(int(d) * weight for d, weight in zip(digits, range(10, 0, -1), strict=True)) % 11


def ten_digits(text: str) -> Iterator[tuple[Span, str]]:
    """Runs of ten digits in the grouping these numbers have; in any grouping where the words before them say what they are."""
    if len(digits_of(text)) < 10:
        return
    for found in _TEN.finditer(text):
        if not _ORDER_NUMBER.search(text, 0, found.start()) and not _DIALLED.search(text, 0, found.start()):
            yield found.span(), digits_of(found[0])
    for words in _NUMBER_WORDS.finditer(text):
        found_after = _TEN_ANYHOW.match(text, words.end())
        if found_after:
            yield found_after.span(), digits_of(found_after[0])


_TEN_IN_PIECES = Later(r"(?<![\d.,£/+-])(?<!£ )[34679]\d*(?:[ -]\d+){1,9}(?![\d/]|[.,]\d)")


def _in_pieces(text: str) -> Iterator[tuple[Span, str]]:
    """Ten digits in any groups (99 90 00 00 18, 99900 00018), of the ranges in which NHS numbers are issued or kept for tests."""
    for found in _TEN_IN_PIECES.finditer(text):
        digits = digits_of(found[0])
        if len(digits) == 10 and not _ORDER_NUMBER.search(text, 0, found.start()) and not _DIALLED.search(text, 0, found.start()):
            yield found.span(), digits


def nhs_numbers(text: str) -> list[Span]:
    """NHS numbers: ten digits, weighted 10 to 1, sum divisible by 11."""
    return [span for span, digits in dict.fromkeys((*ten_digits(text), *_in_pieces(text))) if _weighted(digits) == 0]


_FOUR_THREE_THREE = Later(r"(?<![\d.,£/+-])(?<![£\d] )[1-9]\d{3}([ -])\d{3}\1\d{3}(?![\d/]|[.,]\d|[ -]\d)")
"""The other grouping in which a learner number is written; among more numbers it is a row of counts."""


def learner_numbers(text: str) -> list[Span]:
    """Unique learner numbers: ten digits, the same weights, remainder 10. By design none is an NHS number too."""
    grouped = ((found.span(), digits_of(found[0])) for found in _FOUR_THREE_THREE.finditer(text))
    return [span for span, digits in dict.fromkeys((*ten_digits(text), *grouped)) if _weighted(digits) == 10]


def nearly_nhs_numbers(text: str) -> list[Span]:
    """Ten digits called an NHS number whose check digit is wrong: somebody's, with a digit mistyped."""
    return [
        span
        for span, digits in ten_digits(text)
        if _weighted(digits) not in (0, 10) and _NHS_WORDS.search(text, max(0, span[0] - 40), span[0])
    ]


# ---------- unique pupil number ----------

_DIGITS_OF_A_UPN = 11
"""A temporary one has eleven between two letters."""
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN = Later(
    r"(?<![A-Z0-9])([A-HJ-NP-RT-Z])[ \-]?(\d{3})[ \-]?(\d{4})[ \-]?(\d{2})[ \-]?(\d{2}[A-HJ-NP-RT-Z\d])(?![A-Z0-9])", re.IGNORECASE
)


def _upn_letter(rest: str) -> str:
    values = [_UPN_LETTERS.index(c) if c.isalpha() else int(c) for c in rest]
    return _UPN_LETTERS[sum(v * weight for v, weight in zip(values, range(2, 14), strict=True)) % 23]


_UPN_IN_PIECES = r"([A-HJ-NP-RT-Z])((?:[ -]?\d){11}[ -]?[A-HJ-NP-RT-Z\d])(?![A-Z0-9])"
_UPN_ANYHOW = Later(rf"(?<![A-Z0-9]){_UPN_IN_PIECES}", re.IGNORECASE)
"""In whatever groups it stands; then its check letter has to be right."""
_CALLED_UPN = Later(rf"\b(?:UPN|(?:unique )?pupil (?:number|no|ref\w*|id\w*))\b[ a-z.:#()'-]{{0,12}}?\b{_UPN_IN_PIECES}", re.IGNORECASE)
"""Called one, in whatever groups."""


def _upns(text: str, *, right: bool) -> list[Span]:
    if len(digits_of(text)) < _DIGITS_OF_A_UPN:
        return []
    found = []
    for match in (*(_UPN_ANYHOW if right else _UPN).finditer(text), *_CALLED_UPN.finditer(text)):
        letter, rest = match[1].upper(), re.sub("[ -]", "", "".join(match.groups()[1:])).upper()
        if (_upn_letter(rest) == letter) is right:
            found.append(match.span())
    return found


def pupil_numbers(text: str) -> list[Span]:
    """Unique pupil numbers, permanent and temporary, of any local authority: the check letter is right."""
    return _upns(text, right=True)


def nearly_pupil_numbers(text: str) -> list[Span]:
    """What has the form of a UPN, with a check letter that is wrong."""
    return _upns(text, right=False)


# ---------- National Insurance number ----------

_NI = Later(
    r"(?<![A-Z0-9])(?:(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]|QQ)[ \-]?\d{2}[ \-]?\d{2}[ \-]?\d{2}[ \-]?[A-D](?![A-Z0-9])",
    re.IGNORECASE,
)
_NI_ANYHOW = Later(
    r"(?<![A-Z0-9])(?:(?!BG|GB|KN|NK|NT|TN|ZZ)[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]|QQ)[ ./-]{0,2}(?:\d[ ./-]{0,2}){6}[A-D](?![A-Za-z0-9])"
)
"""In whatever groups, in capitals: “by 2026 27 a” is none."""


_CALLED_NI = Later(
    r"\b(?:NI(?:NO)?|National Insurance)\b[ a-z.:#()'-]{0,20}\b[A-Z]{2}[ ./-]{0,2}(?:\d[ ./-]{0,2}){6}[A-D]\b", re.IGNORECASE
)
"""Called one, whatever its letters: a letter may be mistyped."""


def insurance_numbers(text: str) -> list[Span]:
    """National Insurance numbers. They have no check digit."""
    return [m.span() for pattern in (_NI, _NI_ANYHOW, _CALLED_NI) for m in pattern.finditer(text)]
