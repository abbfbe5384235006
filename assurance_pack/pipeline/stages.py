"""The stages of one month, from its returns to what the rules said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from ..assess.changes import Changes, compare
from ..assess.outcomes import outcomes
from ..assess.shown_counts import shown_counts
from ..assess.signals import signals
from ..assess.trends import trends
from ..calendar import position_date
from ..home import Home
from ..intake.read import Read, read_month
from ..model import Month
from ..model.problem import Problem
from ..record.carry import carry_forward
from ..record.month import Record
from ..record.numbering import numbered
from ..record.withdrawals import withdrawals
from ..returns.received import Returns
from ..rules import all_rules, guard, judge
from ..rules.case import Case
from ..rules.guard import GuardFinding
from ..rules.guard.unnamed import Unnamed
from ..rules.guard.withhold import withhold
from ..rules.question import taken_out
from ..rules.waiving import waivers_of
from ..settings import Settings
from .understood import Refused, Understood


def read_returns(home: Home, month: Month, settings: Settings, history: Iterable[Record]) -> Read:
    """A month's returns, without what was withdrawn: from these very files, or in the same words on a form that brings them back."""
    read = read_month(home, month, settings, (record.returns for record in history))
    taken = withdrawals(home)
    if not taken.kept:
        return read
    files = {r.file: r.sha256 for r in read.returns.receipts}
    gone = taken.cells(month, files) | frozenset(
        at
        for row in read.returns.rows
        for name, at in row.cells.items()
        if isinstance(text := getattr(row, name, None), str) and taken.hold(text)
    )
    if not gone:
        return read
    return replace(read, returns=withhold(read.returns, gone), texts=tuple(t for t in read.texts if t.cell not in gone), withdrawn=gone)


def through_the_rules(
    read: Read,
    month: Month,
    settings: Settings,
    history: tuple[Record, ...],
    last: Record | None,
    withholding: bool,
    kept: Callable[[], Record | None] = lambda: None,
) -> Understood:
    """Guard, carry forward, take out what is proved wrong, assess, and judge.

    Args:
        read: what was read of the returns.
        month: the month the returns speak for.
        settings: what `pack.toml` says.
        history: the records of the months before it, earliest first.
        last: the month this one is compared with.
        withholding: print “[withheld: may identify a child]” in place of what would stop the build.
        kept: the month's own record, asked for only where a new row needs its number.

    Raises:
        Refused: text that would print may identify a child, and `withholding` is off.
    """
    position = position_date(settings, month)
    found, as_read = _with_safe_names(read, settings)
    waivers = waivers_of(as_read, history[-1].returns if history else None)
    standing = guard.standing(found, waivers, position)
    blocking = tuple(f for f in standing if f.blocks)
    if blocking and not withholding:
        raise Refused(_guarded(Case(month=month, settings=settings, returns=as_read, position=position, guard=blocking)))
    withheld = guard.cells_withheld(standing)
    # forms are pre-filled from the newest record, which need not be the last pack the Board received
    returns = carry_forward(numbered(withhold(as_read, withheld), history, kept), history[-1] if history else None)
    sent = Case(month=month, settings=settings, returns=returns, position=position, last=last, history=history, guard=found)
    counted = taken_out(sent, all_rules(), waivers)
    shown = shown_counts(counted.returns, settings, history)
    case = assessed(counted, shown)
    verdicts = judge(all_rules(), case, waivers)
    return Understood(replace(case, returns=shown), verdicts, withheld, bool(blocking), withdrawn=read.withdrawn)


def _with_safe_names(read: Read, settings: Settings) -> tuple[tuple[GuardFinding, ...], Returns]:
    """What the guard found, and the month as read: with no name of a file, sheet or folder left in it that may identify a child."""
    found = guard.scan(read.texts, settings)
    unnamed = Unnamed.of(read.texts, found)
    return tuple(unnamed.finding(f) for f in found), unnamed.returns(read.returns)


def _guarded(case: Case) -> tuple[Problem, ...]:
    """What the guard found, as problems: where, never what."""
    return judge(guard.RULES, case).problems


def assessed(case: Case, shown: Returns) -> Case:
    """The same month, with what it means: trends, changes since last time, signals and what they come to.

    Changes are those of what may be `shown`, because earlier months are known as they were shown.
    """
    returns, settings, last = case.returns, case.settings, case.last
    charts = trends(returns, settings, last.returns if last else None)
    changed = compare(shown, last, settings) if last else Changes()
    said = signals(returns, settings, case.position, charts, case.history)
    return replace(case, changes=changed, signals=said, outcomes=outcomes(said, settings, returns), trends=charts)
