"""Telephone numbers of people; those of offices and helplines pass."""

from __future__ import annotations

import re
from functools import cache

from ...later import Later
from .first_look import words_of
from .numbers import Span, digits_of

_DIGITS_IN_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_SPOKEN_DIGITS = {"nought": "0", "oh": "0", **{word: str(digit) for digit, word in enumerate(_DIGITS_IN_WORDS)}}
_SPOKEN_DIGIT = rf"(?:(?:double|treble|triple) )?(?:{'|'.join(_SPOKEN_DIGITS)})"
_SPOKEN = Later(rf"\b{_SPOKEN_DIGIT}(?:[ ,]+{_SPOKEN_DIGIT}){{2,}}\b", re.IGNORECASE)
_TIMES = {"double": 2, "treble": 3, "triple": 3}


def in_digits(text: str) -> str:
    """The text with three digits or more that are said in words (“double nine, zero”) as digits."""
    if words_of(text).isdisjoint(_SPOKEN_DIGITS):
        return text
    return _SPOKEN.sub(lambda said: _dictated(said[0]), text)


def _dictated(words: str) -> str:
    digits, times = "", 1
    for word in re.findall(r"[a-z]+", words.lower()):
        digits += _SPOKEN_DIGITS.get(word, "") * times
        times = _TIMES.get(word, 1)
    return digits


_OF_AN_OFFICE = Later(
    r"\b(?:office|switchboard|desk|help ?desk|reception|helpline|help ?line|advice line|line|lines|team|service|council|duty|main number|"
    r"contact (?:us|centre)|call us|ring us|sendiass|hotline|landline of|school office|venue|clinic|front door|secretariat)\b",
    re.IGNORECASE,
)
_OF_A_HOME = Later(
    r"\b(?:home|mum|mother|dad|father|parent(?! carer|s? (?:and |or )?(?:helpline|line|advice|forum))|parents(?! (?:(?:and|or) carers )?(?:can|may|should|could|will|are|who|to|ring|call)\b)"
    r"|carer(?! (?:helpline|line|advice|forum)\b)|gran\w*|nan|family(?! (?:line|helpline|information|advice))|his|her|child|pupil|boy|girl|son|daughter)\b",
    re.IGNORECASE,
)
_NEAR_A_NUMBER = 60
_PHONE = Later(
    r"(?<![\d.,£/-])(?:\+44 ?(?:\(0\) ?)?|\(?0)(?:7\d{3}|1\d{2,3}|2\d)\)?[ -]{0,3}\d{3,4}[ -]{0,3}\d{3,4}(?![\d/])|(?<!\d )\b0 [127](?: \d){9}(?! ?\d)"
)
_LETTER_FOR_NOUGHT = Later(r"(?<=\d)[Oo](?=[\dOo ])|\b[Oo](?=7\d{3})|(?<=\d[Oo])[Oo](?=\d)")
_NINE_TOGETHER = Later(r"(?:\d[^\dA-WYZa-wyz]{0,4}){8}\d")
"""Nine digits with no more between two of them than may stand in a number that is dialled: signs and blanks, or an x."""
_PUBLIC = Later(r"^(?:\+44|0)\W*(?:3|8)")


_A_NUMBER = Later(r"\+?\d(?:[ ()-]{0,3}\d)+")
_BY_ITSELF = 12
"""Characters before and after a number among which no other digit stands, such as those of an extension."""


def phones(text: str, known: frozenset[str] = frozenset()) -> list[Span]:
    """Telephone numbers of Great Britain, and any written with a country code, but those whose digits are `known`. 03 and 08 numbers belong to organisations and pass."""
    read = _LETTER_FOR_NOUGHT.sub("0", text)
    if not _NINE_TOGETHER.search(read) or not _NINE_TOGETHER.search(_LETTER_FOR_NOUGHT.sub("0", _without_known(text, known))):
        return []
    return [span for span in _phones(read) if digits_of(text[slice(*span)]) not in known]


def _without_known(text: str, known: frozenset[str]) -> str:
    """The text without numbers that are known and stand by themselves: most that have any have only the secretariat's, which stands on the form."""
    for found in [m for m in _A_NUMBER.finditer(text) if digits_of(m[0]) in known]:
        start, end = found.span()
        if not any(map(str.isdigit, text[max(0, start - _BY_ITSELF) : start] + text[end : end + _BY_ITSELF])):
            text = f"{text[:start]}{'…' * (end - start)}{text[end:]}"
    return text


def _phones(text: str) -> list[Span]:
    import phonenumbers  # its tables of every country are read for the first text that may have one

    spans = [m.span() for m in _PHONE.finditer(text) if len(digits_of(m[0])) in (10, 11, 12, 13)]
    spans += [(m.start, m.end) for m in phonenumbers.PhoneNumberMatcher(text, "GB", leniency=phonenumbers.Leniency.VALID)]
    return [span for span in spans if not _PUBLIC.match(text[span[0] : span[1]]) and not _at_work(text, span)]


def _at_work(text: str, span: Span) -> bool:
    """Whether the words around a number say that it rings in an office, and none says that it rings in a home."""
    around = text[max(0, span[0] - _NEAR_A_NUMBER) : span[1] + _NEAR_A_NUMBER]
    return bool(_OF_AN_OFFICE.search(around)) and not _OF_A_HOME.search(around)


@cache
def phone_as_number(digits: str) -> bool:
    """Whether ten digits, stored as a number, are a telephone number that has lost its nought."""
    import phonenumbers

    number = phonenumbers.parse(f"0{digits}", "GB")
    return digits[0] in "127" and phonenumbers.is_valid_number(number)
