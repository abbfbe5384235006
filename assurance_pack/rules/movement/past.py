"""How a rule looks back: the same item in every earlier month, and RDG's word for it then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice, pairwise
from typing import Generic, TypeVar

from ...assess.status import reported_status
from ...model import Month, Word
from ...returns.received import Returns
from ...returns.workspace import Milestone
from ...schema import Row
from ..case import Case

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class EarlierRow(Generic[R]):
    """A row as it stood in an earlier month."""

    month: Month
    returns: Returns
    row: R


def past(row: R, case: Case) -> Iterator[EarlierRow[R]]:
    """The same item in the months before, newest first; only months that have it, each read when it is come to."""
    for returns, then in case.found_earlier(type(row), row.id_for_life):
        yield EarlierRow(returns.month, returns, then)


def status_of(milestone: Milestone, returns: Returns) -> Word | None:
    """The status of a milestone in a month, as reported by RDG."""
    return reported_status(returns, milestone).printed


TWO_YEARS = 24
"""For so many months running, or longer: farther back it is not counted, and no older record is opened for it."""


def months_running(milestone: Milestone, case: Case, *meanings: str) -> int:
    """For how many months running, this one included, the milestone has had one of these statuses; no more than `TWO_YEARS` are counted."""
    running = 0
    months = chain([(case.returns, milestone)], ((e.returns, e.row) for e in past(milestone, case)))
    for returns, row in islice(months, TWO_YEARS):
        word = status_of(row, returns)
        if word is None or word.meaning not in meanings:
            break
        running += 1
    return running


def slips_running(milestone: Milestone, case: Case) -> tuple[int, int]:
    """In how many months running the forecast has moved later, this one included, and by how many days in all."""
    dates = chain([milestone.forecast], (e.row.forecast for e in past(milestone, case)))
    months, days = 0, 0
    for later, earlier in pairwise(dates):
        if later is None or earlier is None or later <= earlier:
            break
        months, days = months + 1, days + (later - earlier).days
    return months, days


def called(row: Row) -> str:
    """What a row is called in a sentence: by its ID, or by what it is about."""
    about = getattr(row, row.life.known_by, None)
    return row.ref if row.life.known_by == "id" or about is None else str(about)
