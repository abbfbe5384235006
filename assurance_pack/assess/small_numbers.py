"""Small numbers of people: what may be shown, what is suppressed, and what else must go so that nobody can work it out.

Counts of 1 to `most` are suppressed. A suppressed count must not follow from the counts beside it and their total, nor from what an earlier
pack showed: more is suppressed, smallest first, until every suppressed count could be at least two different numbers; where that is not
enough the total goes; where an earlier pack gave that same total, the whole line. Otherwise zeros are shown, so whoever reads the line
knows that a suppressed count is not nil.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..schema import CONFIDENTIAL, LOW_RELIABILITY
from ..settings.limits import SmallNumbers

NOT_AVAILABLE = "[x]"
NOT_APPLICABLE = "[z]"
PROVISIONAL = "[p]"
REVISED = "[r]"
IN_QUESTION = "[q]"


def meanings(rule: SmallNumbers) -> dict[str, str]:
    """Every symbol with what it means, for the key above a table."""
    return {
        CONFIDENTIAL: f"suppressed: 1 to {rule.most} people, or what would give that away",
        NOT_AVAILABLE: "not available",
        NOT_APPLICABLE: "not applicable: there were no cases",
        LOW_RELIABILITY: f"withheld: a percentage of fewer than {rule.least_denominator}",
        PROVISIONAL: "provisional",
        REVISED: "revised since last time",
        IN_QUESTION: "in question: what was sent cannot be right or cannot be read, and counts nowhere",
    }


@dataclass(frozen=True)
class ShownCount:
    """A count that may be printed, or the symbol that stands in its place."""

    value: int | None
    symbol: str = ""

    def __str__(self) -> str:
        """As printed."""
        return self.symbol if self.value is None else str(self.value)


@dataclass(frozen=True)
class Line:
    """Counts that belong together (those of one audit, by grade) and their total, as they may be shown."""

    cells: tuple[ShownCount, ...]
    total: ShownCount


def is_small(count: float | None, rule: SmallNumbers) -> bool:
    """Whether a count of people is suppressed: above nil, and no more than the rule allows to be hidden."""
    return count is not None and 0 < count <= rule.most


def protect(counts: Sequence[int | None], rule: SmallNumbers, earlier: Sequence[Line] = ()) -> Line:
    """A line of counts made safe.

    Args:
        counts: counts of people; None where one was not stated.
        rule: what is small.
        earlier: the same line as shown in earlier packs. A count ever hidden stays hidden; one shown then and the same now hides nothing.
    """
    numbers = [count or 0 for count in counts]
    total, places = sum(numbers), range(len(numbers))
    known = {i for i in places if any(line.cells[i].value == numbers[i] for line in earlier)}
    ever = {i for i in places if any(line.cells[i].symbol == CONFIDENTIAL for line in earlier)}
    hidden = {i for i in places if is_small(numbers[i], rule) or (i in ever and numbers[i])}
    total_stands = not is_small(total, rule)
    while total_stands and _follows(numbers, hidden - known):
        free = [i for i in places if numbers[i] and i not in hidden | known]
        if free:
            hidden.add(min(free, key=lambda i: (numbers[i], i)))
        else:
            total_stands = False
    if any(line.total.value == total for line in earlier) and _follows(numbers, hidden - known):
        hidden = set(places)
    return Line(
        tuple(_shown(count, i in hidden) for i, count in enumerate(counts)),
        ShownCount(total) if total_stands else ShownCount(None, CONFIDENTIAL),
    )


def _follows(numbers: Sequence[int], hidden: set[int]) -> bool:
    """Whether a reader who knows all the rest and the total knows a hidden count: it is the only one, or each can only be one."""
    return len(hidden) == 1 or (bool(hidden) and sum(numbers[i] for i in hidden) == len(hidden))


def _shown(count: int | None, hidden: bool) -> ShownCount:
    if count is None:
        return ShownCount(None, NOT_AVAILABLE)
    return ShownCount(None, CONFIDENTIAL) if hidden else ShownCount(count)
