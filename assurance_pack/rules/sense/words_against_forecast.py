"""Sense of words against a forecast: a later day that a milestone's own words give for its end (AP266)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ...assess.word_forms import form
from ...model import day
from ...model.problem import Severity
from ...returns.workspace import Milestone
from ...schema import column_of
from .. import clauses
from ..case import Case
from ..days_named import days_named
from ..engine import Found, Rule, rule
from ..guard.withhold import WITHHELD
from ..in_clauses import in_clauses
from ..shape.faults import quoted

_A_MONTH = timedelta(days=31)
_ENDS = (
    r"(?:opens?|opening|completes?|completed|completion|finish(?:es|ed)?|starts?|begins?|ready|handed over|handover|in use|in place|published?|publishes|let|signed|"
    r"agreed|done|delivered|live|launch(?:es|ed)?|available)"
)
_LEADS_TO = re.compile(
    rf"\b{_ENDS}(?: (?:now|only|again|late|later|expected|planned|due|set|is|are|not))*(?: (?:on|by|in|from|at))*(?: the end of| early| late| mid)?,? ?$",
    re.IGNORECASE,
)
"""How a clause runs from what ends a milestone to its day, with nothing between."""
_OF_SOMETHING_ELSE = re.compile(
    r"\b(?:if|would|could|might|should|unless|was|were|had|originally|no longer|rather than|instead|every|yearly|annual(?:ly)?|first|second|third|fourth|fifth|last|next|"
    r"other|others|rest|remaining|remainder|one|phase|stage|some|half|part|review|report|evaluation|survey|monitoring|impact|families|parents|training|bids?|tenders?|"
    r"consultation|then|after|afterwards|follow\w*|lessons|benefits?|also)\b|\bnot (?:now )?(?:open|be|complete|finish|start)",
    re.IGNORECASE,
)
"""What makes a clause one of a part, of what follows, of a condition, or of what was planned once."""
_HELPING = (
    "it they this all both each now will to be is are has have been due expected likely planned forecast only the not yet still hope hopes"
)
_HELPERS = frozenset(_HELPING.split())
"""Words of a clause that name no thing."""
_UNTIL = re.compile(r"(?:until|to|for|since)\b", re.IGNORECASE)
_ANOTHER_CLAUSE = ", (?:and|but|so|not) "


@rule(
    "AP266",
    "A milestone’s words give no later day than its forecast",
    severity=Severity.WARNING,
    because=clauses.SLIPPAGE_VISIBLE,
    each=Milestone,
    needs=("forecast", "status"),
    example="“Reason and path to green” says “Both bases open on 4 January 2027”, and the forecast is 1 September 2026.",
    follows=("AP200", "AP205", "AP206"),
)
def later_in_words(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Change the forecast if the words are right: it is the day the Board sees. If they tell of a part, or of what follows, name that in them."""
    assert milestone.forecast
    if milestone.finished:
        return
    for name in ("progress", "path_to_green"):
        said = getattr(milestone, name)
        if said and said != WITHHELD and (words := _later(said, milestone, case.position)):
            sentence = f"{quoted(column_of(Milestone, name).heading)} says {quoted(words)}, and the forecast is {day(milestone.forecast)}."
            yield Found((milestone.cell("forecast"), milestone.cell(name)), sentence)
            return


def _later(said: str, milestone: Milestone, position: date) -> str:
    """The words that give the milestone itself a day more than a month after its forecast."""
    assert milestone.forecast
    of_it = _forms(milestone.title or "")
    for clause in in_clauses(said, or_at=_ANOTHER_CLAUSE):
        for named in days_named(clause, position):
            before = clause[: named.start]
            leads = _LEADS_TO.search(before)
            if (
                not leads
                or _UNTIL.match(clause, named.start)
                or named.first <= milestone.forecast + _A_MONTH
                or _OF_SOMETHING_ELSE.search(clause)
            ):
                continue
            if _what(before[: leads.start()]) in {"", *of_it}:
                return clause[: named.end]
    return ""


def _what(subject: str) -> str:
    """The thing a clause is about, by the last word that names one: “specialist teachers” are no specialist places. Empty where it names none: it is the milestone itself."""
    return form(next((w for w in reversed(re.findall(r"[\w’']+", subject)) if w.casefold() not in _HELPERS), ""))


def _forms(text: str) -> set[str]:
    return {form(word) for word in re.findall(r"[A-Za-z]{4,}", text)}


RULES: tuple[Rule, ...] = (later_in_words,)
