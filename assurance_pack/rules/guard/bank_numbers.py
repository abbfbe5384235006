"""Numbers under which somebody is paid or pays: an account named as one, an IBAN, a payment card.

An IBAN has its check digits (ISO 13616: the remainder by 97 is one) and a card its check digit (ISO/IEC 7812: Luhn's sum is a multiple of ten), so
they are found wherever they stand; an account's own number has none in itself and is found where the words before it say what it is.
"""

from __future__ import annotations

import re

from ...later import Later
from .first_look import words_of
from .numbers import Span, digits_of

_NAMED = Later(
    r"\bsort[ -]?code(?: no\.?| number)?(?: is| was)?[ :=#.-]{0,3}\d\d[ -]?\d\d[ -]?\d\d\b"
    r"|(?<!ledger )(?<!budget )(?<!cost )(?<!nominal )(?<!customer )(?<!supplier )(?:\baccount|\bacct|\bacc|\ba/c)\.?(?: no\b\.?| nr\b\.?| num\b\.?| number)?(?: is| was)?[ :=#.-]{0,3}"
    r"(?!(?:19|20)\d\d[ -]?(?:19|20)\d\d\b|20\d\d[01]\d[0-3]\d\b)(?:\d[ -]?){7}\d\b(?![,.]\d)",
    re.IGNORECASE,
)
_WORDS = frozenset(["sort", "sortcode", "account", "acct", "acc", "c"])
"""Of which one stands wherever an account is named."""

_LENGTHS = """
    AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GI23 GR27 HR21 HU28 IE22 IS26 IT27 JE22 LT20 LU20 LV21 MT31 NL18 NO15 PK24 PL28
    PT25 RO24 SE24 SI19 SK24 TR26 UA29
"""
_IBAN_LENGTH = {said[:2]: int(said[2:]) for said in _LENGTHS.split()}
"""Characters of an IBAN by its country: of Europe, and of where families here have accounts."""
_IBAN = Later(r"\b[A-Za-z]{2}\d\d(?:[ -]?[A-Za-z0-9]){11,26}\b")

_CARD = Later(r"(?<![\d.,£/+-])(?<!£ )[2-6]\d{3}(?:([ -]?)\d{4}\1\d{4}\1\d{1,7}|([ -]?)\d{6}\2\d{5})(?![\d/]|[.,]\d)")
_OF_A_SCHEME = Later(r"4\d{12}(?:\d{3})?|3[47]\d{13}|(?:5[0-8]|2[2-7]|35|6\d)\d{14}|6\d{18}")
"""With what, and how long, the numbers of each card scheme are."""
_AS_MANY = 2
"""Counts beside one another are seldom more than so many times one another; the groups of a card are."""

_FEWEST_DIGITS = 12
"""So many of them stand in an IBAN, and more in a card."""


def account_numbers(text: str) -> list[Span]:
    """Sort codes and accounts named as such, IBANs and payment cards."""
    found = [m.span() for m in _NAMED.finditer(text)] if not words_of(text).isdisjoint(_WORDS) else []
    if len(digits_of(text)) < _FEWEST_DIGITS:
        return found
    found += [span for m in _IBAN.finditer(text) if (span := _iban(m))]
    return [*found, *(m.span() for m in _CARD.finditer(text) if _is_a_card(m[0]))]


def _iban(match: re.Match[str]) -> Span | None:
    """Where an IBAN ends that begins here, if its check digits are right: words may follow it."""
    written = match[0]
    length = _IBAN_LENGTH.get(written[:2].upper(), 0)
    ends = [at + 1 for at, c in enumerate(written) if c.isalnum()][:length]
    code = "".join(c for c in written[: ends[-1]] if c.isalnum()).upper() if length else ""
    if not length or len(code) < length:
        return None
    value = int("".join(str(int(c, 36)) for c in code[4:] + code[:4]))
    return (match.start(), match.start() + ends[-1]) if value % 97 == 1 else None


def _is_a_card(written: str) -> bool:
    """Whether digits are those of a card and not four counts in a row."""
    digits, groups = digits_of(written), written.split(" ")
    counts = [int(group) for group in groups if group[0] != "0"] if len(groups) == 4 else []
    a_row = len(counts) == 4 and max(counts) <= _AS_MANY * min(counts)
    doubled = (int(d) * (1 + at % 2) for at, d in enumerate(reversed(digits)))
    return bool(_OF_A_SCHEME.fullmatch(digits)) and not a_row and sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0
