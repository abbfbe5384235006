"""What items are called whose title was left out this month: as they were last worded, and said to be so."""

from __future__ import annotations

from dataclasses import replace

from ..english import month_name
from ..returns.registers import subject
from ..rules.case import Case
from ..schema import Row


def as_last_named(case: Case) -> Case:
    """The month with a title for every item on record: one that came without is called what it was called last, with the month.

    A title that a rule has proved wrong stays in question: it is there, and it is another.
    """
    return replace(case, returns=case.returns.with_rows(_named(row, case) for row in case.returns.rows))


def _named(row: Row, case: Case) -> Row:
    column, given = subject(type(row)), row.id_for_life
    if not column or not given or getattr(row, column) or row.in_question(column):
        return row
    for returns, earlier in case.found_earlier(type(row), given):
        if text := getattr(earlier, column):
            said = f"{text.rstrip().rstrip('.')} (as worded in {month_name(returns.month, case.month)})."
            return row.model_copy(update={column: said})
    return row
