"""Sense of words against words: the numbers of one matter (AP235)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import product

from ...model.problem import Severity
from ...returns.rdg import ForTheBoard
from ...schema import columns
from ...schema.column import ColumnKind
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule
from ..guard.withhold import WITHHELD
from ..shape.faults import quoted

_NUMBER = re.compile(r"(?<![\w.,-])£?(\d+(?:[.,]\d+)*)(?=(?:m|bn|k|%)?(?!\w|-|[.,]\d))")
"""A number that stands by itself or before its unit; not one within an ID."""


@rule(
    "AP235",
    "The numbers of a matter are the same wherever they stand",
    severity=Severity.WARNING,
    because=clauses.OPTIONS_CONFIDENCE_RECOMMENDATIONS,
    each=ForTheBoard,
    example="“What exactly the Board is asked” says 42, and “Issue” 24. Were digits turned?",
)
def digits_turned(matter: ForTheBoard, case: Case) -> Iterator[Found]:
    """Correct the number that is wrong: the Board decides on what stands here. If both are right, say in words what each is."""
    said = [(c, _numbers(getattr(matter, c.name))) for c in columns(ForTheBoard) if c.kind is ColumnKind.TEXT and not c.id_prefix]
    stands = Counter(number for _, numbers in said for number in numbers)
    for (column, here), (other, there) in product(reversed(said), said):
        turned = ((one, right) for one in sorted(here - there) for right in sorted(there - here) if _turned(one, right))
        if pair := next(((one, right) for one, right in turned if stands[one] == 1), None):
            sentence = f"{quoted(column.heading)} says {pair[0]}, and {quoted(other.heading)} {pair[1]}. Were digits turned?"
            yield Found((matter.cell(column.name), matter.cell(other.name)), sentence)
            return


def _numbers(text: str | None) -> set[str]:
    """The numbers of two digits or more that a text has, without those of years."""
    if not text or text == WITHHELD:
        return set()
    return {number for number in _NUMBER.findall(text) if sum(map(str.isdigit, number)) > 1 and not re.fullmatch(r"(?:19|20)\d\d", number)}


def _turned(one: str, other: str) -> bool:
    """Whether two numbers have the same digits in another order, and their points at the same place."""
    return one != other and sorted(one) == sorted(other) and re.sub(r"\d", "0", one) == re.sub(r"\d", "0", other)


RULES: tuple[Rule, ...] = (digits_turned,)
