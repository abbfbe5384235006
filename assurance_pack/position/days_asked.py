"""Which days are asked about: a slip of the year, or put off without a word. They stand as they were sent, and what is in time only by one of them says so."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Cell
from ..returns.rdg import TaskAndFinishGroup
from ..returns.workspace import Milestone
from ..rules.authority.meeting_days import meeting_still_to_come
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..rules.movement.eased import put_off
from ..rules.sense.years import of_another_year
from ..schema import Row, columns
from ..schema.column import ColumnKind, DayKind
from .followed import Course, Followed

_ASK_OF_A_DAY = (of_another_year.id, put_off.id, meeting_still_to_come.id)


def days_asked(verdicts: Verdicts) -> frozenset[Cell]:
    """The cells of days that a rule asks about."""
    return frozenset(cell for rule in _ASK_OF_A_DAY for problem in verdicts.by_rule(rule) for cell in problem.cells)


def asked_of(row: Row | None, asked: frozenset[Cell]) -> bool:
    """Whether a day for which something of this item is set or promised is asked about."""
    to_come = (ColumnKind.DATE, ColumnKind.MONTH)
    return row is not None and any(
        c.kind in to_come and c.day is not DayKind.HAPPENED and row.cells.get(c.name) in asked for c in columns(type(row))
    )


def told_on(row: Row, asked: frozenset[Cell]) -> bool:
    """Whether a day on which something of this item happened is asked about."""
    return any(c.day is DayKind.HAPPENED and row.cells.get(c.name) in asked for c in columns(type(row)))


def items_asked(case: Case, verdicts: Verdicts) -> tuple[str, ...]:
    """The items of which a day is asked about, in the order of their cells."""
    asked = days_asked(verdicts)
    mine = (row for row in case.returns.rows if asked and row.id_for_life and not row.doubled)
    rows = [row for row in mine if asked_of(row, asked) or told_on(row, asked)]
    return tuple(dict.fromkeys(row.ref for row in sorted(rows, key=lambda r: r.at.order)))


def in_time_by_such_a_day(line: Followed, case: Case, asked: frozenset[Cell]) -> bool:
    """Whether a decision is not off course, and its own day or that of an item that shows it is asked about."""
    if line.course in (Course.OFF, Course.UNKNOWN, Course.ENDED):
        return False
    return any(asked_of(row, asked) for row in _it_rests_on(line, case))


def _it_rests_on(line: Followed, case: Case) -> Iterator[Row | None]:
    yield line.row
    for shown in line.shown:
        yield case.find(Milestone, shown.ref)
        yield case.find(TaskAndFinishGroup, shown.ref)
