"""Dates of birth in free text: said to be one, or a day that makes somebody two to twenty-five years old beside the word for one child."""

from __future__ import annotations

import re
from datetime import date

from ...later import Later
from .first_look import CHILD_WORDS, words_of
from .numbers import Span
from .sought import Sought
from .stories import ONE

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_SIGN = r"(?: ?[/.\-] ?| )"
_DAY = (
    rf"(?:(?P<d>\d{{1,2}}){_SIGN}(?P<m>\d{{1,2}}){_SIGN}(?P<y>\d{{4}}|\d{{2}})"
    r"|(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})"
    rf"|(?P<td>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ .-]?(?P<tm>{_MONTH})(?:\.?,? |[.-])?(?P<ty>\d{{4}}|\d{{2}})"
    rf"|(?P<um>{_MONTH})\.? (?P<ud>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<uy>\d{{4}}))"
)
_FULL = Later(rf"(?<![\d/.-]){_DAY}(?!\d)", re.IGNORECASE)
_GAP = r"[\s:=.,)(-]*(?:is|was|were|of|on|given as|recorded as)?(?: the)?[\s:=.(-]*"
_DOB = r"(?:d[./-]? ?o[./-]? ?b(?:\b\.?|(?=\d))|date[ -]of[ -]birth|birth[ -]?date)"
_SAID = Sought(
    rf"\b(?:{_DOB}|birth[ -]?day|born(?: on)?){_GAP}(?:{_DAY}|\d{{1,2}}:\d{{1,2}}:\d{{2,4}}|\d{{8}}|\d{{6}})(?!\d)", re.IGNORECASE
)
"""Said to be one; then the day, month and year may be run together."""
_SAID_IN_PART = Sought(
    rf"\b{_DOB}{_GAP}(?:(?:[a-z-]+(?:st|nd|rd|th) (?:of )?)?{_MONTH} )?(?:19|20)\d\d\b|\bborn in {_MONTH} (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_SAID_SHORT = Sought(
    rf"(?<![\w.])b\.? ?{_DAY}(?!\d)|\bborn (?:in |on )?(?:the )?(?:[a-z-]+(?:st|nd|rd|th) (?:of )?)?{_MONTH},? (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_SAID_IN_WORDS = Later(
    rf"\bborn (?:in |on )?(?:the )?(?:[a-z-]+ ){{0,3}}(?:of )?{_MONTH},? (?:two thousand|twenty|nineteen)\b", re.IGNORECASE
)
_TURNS = Sought(
    r"\b(?:turns?|turned|turning|will be|will turn|is|becomes?|reach(?:es)?) (?:the age of )?"
    r"(?:[2-9]|1\d|2[0-5]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
    rf"(?: years old)? (?:on|in) (?:{_DAY.replace('?P<', '?P<turns_')}|(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b|{_MONTH}\b)",
    re.IGNORECASE,
)
_BORN = Later(r"b(?:orn|irth|\W|\d)|\bb(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")
"""What every way of saying that a day is one of birth holds, in small letters."""
_TURNING = frozenset(["turn", "turns", "turned", "turning", "will", "is", "become", "becomes", "reach", "reaches"])
"""Words of which one stands in every way of saying when somebody reaches an age."""
_A_DIGIT = Later(r"\d")
_A_MONTH = Later(_MONTH, re.IGNORECASE)
_THING = Later(
    r"\b(?:strategy|programme|hub|service|plan|contract|team|building|system|school|centre|board|policy|scheme|partnership|framework|post|children|"
    r"pupils|people|students|those|who|cohort|numbers?|figures?|total|rate|share|count)\b[^.;]{0,40}$"
    r"|(?: [\w,-]+){2}[”\"] $",
    re.IGNORECASE,
)
"""What is so many, or so old, and no child: a thing, or a name of several words in quotation marks, as an indicator's is."""
_ONE_CHILD = Later(rf"\b(?:{ONE}|(?:son|daughter|he|she|his|her|sibling|brother|sister)\b)", re.IGNORECASE)
_OF_ONE_CHILD = CHILD_WORDS | {"son", "daughter", "he", "she", "his", "her", "sibling", "brother", "sister"}
"""Words of which one stands wherever `_ONE_CHILD` finds somebody."""
_NEAR = 60


def birth_dates(text: str, at: date | None) -> list[Span]:
    """Dates of birth. `at` is the day ages are reckoned from; without it only what is said to be a date of birth is found."""
    found = [m.span() for m in _SAID_IN_WORDS.finditer(text)] if "born" in words_of(text) else []
    may_turn = not words_of(text).isdisjoint(_TURNING) and (_A_DIGIT.search(text) or _A_MONTH.search(text))
    found += [
        m.span() for m in (_TURNS.found_in(text) if may_turn else ()) if not _THING.search(text, max(0, m.start() - _NEAR), m.start())
    ]
    if not _A_DIGIT.search(text):
        return found
    if _BORN.search(text.lower()):
        found += [m.span() for pattern in (_SAID, _SAID_IN_PART, _SAID_SHORT) for m in pattern.found_in(text)]
    if at is not None and not words_of(text).isdisjoint(_OF_ONE_CHILD):
        found += [m.span() for m in _FULL.finditer(text) if _of_a_child(m, at) and _beside_one_child(text, m.span())]
    return found


def holds_a_day(text: str) -> bool:
    """Whether a whole day stands in a text: whether it is one of birth depends on the day ages are reckoned from."""
    return bool(_FULL.search(text))


def _of_a_child(match: re.Match[str], at: date) -> bool:
    born = _day(match)
    return born is not None and at.year - 26 <= born.year and (born.year, born.month) <= (at.year - 2, at.month)


def _beside_one_child(text: str, span: Span) -> bool:
    return bool(_ONE_CHILD.search(text[max(0, span[0] - _NEAR) : span[1] + _NEAR]))


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    for d, m, y in (("d", "m", "y"), ("id", "im", "iy"), ("td", "tm", "ty"), ("ud", "um", "uy")):
        if parts[d]:
            month = parts[m] if parts[m].isdigit() else str(_MONTHS.index(parts[m][:3].lower()) + 1)
            year = int(parts[y]) + (2000 if len(parts[y]) == 2 else 0)
            try:
                return date(year, int(month), int(parts[d]))
            except ValueError:
                return None
    return None
