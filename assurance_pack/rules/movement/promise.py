"""Whether a promise is still the same promise: its title, its success measure and its baseline beside what they were.

A correction of spelling, of a small word or of the order is no other promise; another number, or a word that has come or gone, may be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from ...model import day
from ...model.problem import Severity
from ...record.carry import same
from ...returns.workspace import Milestone
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule
from ..guard.withhold import WITHHELD
from ..shape.faults import quoted
from .past import past

SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "be",
        "been",
        "by",
        "for",
        "from",
        "in",
        "is",
        "of",
        "on",
        "or",
        "our",
        "that",
        "the",
        "their",
        "there",
        "this",
        "to",
        "we",
        "were",
        "will",
        "with",
    ]
)
"""Words that say nothing of what is promised."""
SPELT_OTHERWISE = 0.8
"""So alike two words are one, put right; numbers never are."""


@dataclass(frozen=True)
class Reworded:
    """One cell of a milestone that says something else than last time: the column, and both in words."""

    column: str
    was: str
    now: str


def reworded(now: Milestone, before: Milestone) -> Iterator[Reworded]:
    """What of a promise means something else than it did."""
    for column in ("title", "success"):
        ours, theirs = getattr(now, column), getattr(before, column)
        if ours and theirs and WITHHELD not in (ours, theirs) and means_another(ours, theirs):
            yield Reworded(column, theirs, ours)
    if now.baseline and before.baseline and now.baseline != before.baseline:
        yield Reworded("baseline", day(before.baseline), day(now.baseline))


def means_another(now: str, before: str) -> bool:
    """Whether some words have come or gone that are more than a correction."""
    ours, theirs = _words(now), _words(before)
    came, went = ours - theirs, theirs - ours
    return any(not _put_right(word, went) for word in came) or any(not _put_right(word, came) for word in went)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+(?:[.,]\d+)*", text.casefold())) - SMALL


def _put_right(word: str, others: set[str]) -> bool:
    if any(c.isdigit() for c in word):
        return False
    return any(SequenceMatcher(None, word, other).ratio() >= SPELT_OTHERWISE for other in others)


@rule(
    "AP320",
    "A promise that is worded otherwise has a reference",
    severity=Severity.WARNING,
    because=clauses.BOARD_SIGNS_OFF_PLAN,
    each=Milestone,
    needs=("id",),
    misses=("reference",),
    example="M-{workspace.3}-003 was “Forecast to 2031 agreed by all partners” in May 2026 and is “Forecast to 2035 agreed” now. Is it the same promise?",
    follows=("AP260", "AP302", "AP300"),
)
def promise_reworded(milestone: Milestone, case: Case) -> Iterator[Found]:
    """Put the words back if the promise is the same. If what is to be done has changed, give the plan reference or the decision that changed it."""
    before = next(past(milestone, case), None)
    if before is None or (milestone.reference and not same(milestone.reference, before.row.reference)):
        return
    for one in (r for r in reworded(milestone, before.row) if r.column != "baseline"):  # of which AP303 speaks
        what = "The success measure" if one.column == "success" else milestone.ref
        sentence = f"{what} was {quoted(one.was)} in {before.month.name} and is {quoted(one.now)} now. Is it the same promise?"
        yield Found((milestone.cell(one.column), milestone.cell("reference")), sentence)


RULES: tuple[Rule, ...] = (promise_reworded,)
