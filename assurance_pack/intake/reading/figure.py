"""The number in a cell: as typed, with its sign, pounds or per cent; or what says that it is too small to be given."""

from __future__ import annotations

import re
from datetime import date

from ...schema import CONFIDENTIAL, LOW_RELIABILITY
from ..as_typed import clean
from ..opening.grid import Seen

_NUMBER = re.compile(r"[-−+]?£?\d{1,3}(,\d{3})*(\.\d+)?%?|[-−+]?£?\d+(\.\d+)?%?|[-−+]?\.\d+%?")


_FEW = r"(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten)"
_OF_WHAT = r"(?: (?:children|pupils|young people|people|learners|cases|plans))?"
_SUPPRESSED = re.compile(
    rf"(?:(?:suppressed|withheld|n) ?[=:]? ?)?\(?=?[<≤‹]=?\s*{_FEW}\)?{_OF_WHAT}|\*{{1,3}}|\[?c\]?|(?:fewer|less) than {_FEW}{_OF_WHAT}|(?:under|below) {_FEW}{_OF_WHAT}|{_FEW} or (?:fewer|less){_OF_WHAT}|1 ?(?:-|–|to) ?[3-9]|suppressed|withheld",
    re.IGNORECASE,
)
"""How public bodies write a count too small to give (Government Analysis Function: *Symbols in tables*)."""


def suppressed(seen: Seen) -> str:
    """The symbol for a count, where its cell says that it is too small to give; else nothing."""
    if not isinstance(seen.value, str):
        return ""
    said = clean(seen.value)[0]
    return LOW_RELIABILITY if said.lower() == LOW_RELIABILITY else CONFIDENTIAL if _SUPPRESSED.fullmatch(said) else ""


_SMALL = re.compile(
    r"\W{0,2}(?:s|sup|supp|suppr|su|x|z|n|low|small|small numbers?|too (?:few|small|low)(?: to .*)?|few|very few|a few|handful|a handful|<+|conf|confidential|disclosive|redacted|masked|hidden|gdpr|~+|#+|\.{2,}|:)\W{0,2}",
    re.IGNORECASE,
)
"""What people write for a count they may not give, and also for other things: it is asked about, and the count never asked for in clear."""


def may_be_small(seen: Seen) -> str:
    """The same symbol, where the words of a cell may say so; else nothing."""
    return CONFIDENTIAL if isinstance(seen.value, str) and _SMALL.fullmatch(clean(seen.value)[0]) else ""


def figure_in(seen: Seen) -> float | None:
    """The number a cell holds, or none; a share set as a percentage by its hundredths, as it is seen."""
    value = seen.value
    if isinstance(value, (bool, date)):
        return None
    if isinstance(value, int | float):
        return round(float(value) * 100, 10) if seen.percent else float(value)
    text = clean(str(value))[0].lstrip("'").replace(" ", "").replace("−", "-")
    if not _NUMBER.fullmatch(text):
        return None
    return float(text.replace(",", "").replace("£", "").rstrip("%"))


_WITH_UNIT = re.compile(
    r"[-−+]?£?(\d[\d,]*(?:\.\d+)?) ?(?:m|mn|mio|million|weeks?|wks?|days?|months?|pupils?|children|young people|cases|plans|per ?cent|pc|p\.c\.)\.?",
    re.IGNORECASE,
)


def without_unit(seen: Seen) -> str:
    """The digits of a number that was written with its unit: whether the column counts in that unit, only its sender can say."""
    found = _WITH_UNIT.fullmatch(clean(str(seen.value))[0])
    return ("-" if str(seen.value).lstrip()[:1] in "-−" else "") + found[1] if found else ""
