"""Sense of *This month* on the registers that come back filled in: does the word agree with the row (AP212 to AP214); and the day of a review (AP231)"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from ...english import listed
from ...meanings import ThisMonth
from ...model import day
from ...model.problem import Severity
from ...record.carry import same
from ...returns.registers import REVIEWED, told_each_month
from ...returns.workspace import Risk
from ...schema import Review, Row, columns
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule


def _register_rows(case: Case) -> Iterator[Row]:
    for kind in REVIEWED:
        yield from case.returns.of(kind)


@rule(
    "AP212",
    "“{this_month.no_change}” is said where nothing changed",
    severity=Severity.WARNING,
    because=clauses.ROUTINE_UPDATES,
    example="“{this_month.no_change}”, but Forecast now is not as it was in May 2026.",
    follows=("AP260",),
)
def no_change_but_changed(case: Case) -> Iterator[Found]:
    """Choose {this_month.changed}, or put last month's value back."""
    if case.last is None:
        return
    for row in _register_rows(case):
        before = case.last.returns.find(type(row), row.ref)
        if row.review is not Review.NO_CHANGE or before is None:
            continue
        changed = [c for c in columns(type(row)) if c.name not in told_each_month(type(row)) and _differs(row, before, c.name)]
        if changed:
            headings = listed(c.heading for c in changed)
            verb = "is not as it was" if len(changed) == 1 else "are not as they were"
            yield Found(
                (row.cell("this_month"), *(row.cell(c.name) for c in changed)),
                f"“{case.settings.printed(ThisMonth.NO_CHANGE)}”, but {headings} {verb} in {case.last.month.name}.",
                (row.ref,),
                row.sender,
            )


def _differs(row: Row, before: Row, name: str) -> bool:
    value: Any = getattr(row, name)
    return name not in row.carried and value not in (None, ()) and not same(value, getattr(before, name))


@rule(
    "AP213",
    "A row is closed where its status says it is over",
    severity=Severity.WARNING,
    because="A closed row leaves the form: closed by mistake, it would be lost.",
    example="{this_month.close}, but the status is still {milestone_status.off_track}.",
)
def closed_but_not_over(case: Case) -> Iterator[Found]:
    """Choose the status that ends it, with its date and evidence; or choose {this_month.changed}, and it comes back next month."""
    for row in _register_rows(case):
        status = getattr(row, "status", None)
        if row.review is Review.CLOSE and status is not None and row.open:
            sentence = f"{case.settings.printed(ThisMonth.CLOSE)}, but the status is still {status}."
            yield Found((row.cell("this_month"), row.cell("status")), sentence, (row.ref,), row.sender)


@rule(
    "AP214",
    "A row called {this_month.new} is new",
    severity=Severity.WARNING,
    because="An ID is for life. Called new, an old item would lose its history.",
    example="{this_month.new}, but M-{workspace.3}-007 was already reported in May 2026.",
    follows=("AP260",),
)
def new_but_known(case: Case) -> Iterator[Found]:
    """If it is the same item, choose {this_month.changed}. If it is another, give it the next free ID."""
    for row in _register_rows(case):
        known = next((returns.month for returns, _ in case.found_earlier(type(row), row.ref)), None)
        if row.review is Review.NEW and known:
            sentence = f"{case.settings.printed(ThisMonth.NEW)}, but {row.ref} was already reported in {known.name}."
            yield Found((row.cell("this_month"),), sentence, (row.ref,), row.sender)


@rule(
    "AP231",
    "A review happened on a day that has come",
    severity=Severity.WARNING,
    because=clauses.ROUTINE_UPDATES,
    each=Risk,
    needs=("last_reviewed",),
    example="Last reviewed is 20 July 2026, and these returns speak for 30 June 2026.",
    follows=("AP224",),
)
def reviewed_in_the_future(risk: Risk, case: Case) -> Iterator[Found]:
    """Enter the day on which it was looked at. A day still to come belongs under Next review."""
    assert risk.last_reviewed
    if risk.last_reviewed > case.position + GRACE:
        sentence = f"Last reviewed is {day(risk.last_reviewed)}, and these returns speak for {day(case.position)}."
        yield Found((risk.cell("last_reviewed"),), sentence)


GRACE = timedelta(days=7)
"""Returns are written in the days after the position date, and a risk may be looked at for them."""


RULES: tuple[Rule, ...] = (no_change_but_changed, closed_but_not_over, new_but_known, reviewed_in_the_future)
