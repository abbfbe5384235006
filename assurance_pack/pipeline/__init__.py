"""The stages in order, from a folder of returns to a month understood: the only room that knows them all.

    read → guard → withhold → new rows numbered → carry forward → what is proved wrong taken out → trends, changes, signals, outcomes → rules →
    counts too small to show taken out → position

`build` (in `commands`) goes on from here to the pages; `check`, `status` and `brief` stop here.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from ..assess.shown_counts import as_shown
from ..home import Home
from ..model import Month
from ..record import store
from ..record.damage import RecordProblem
from ..record.month import Record
from ..returns.received import Returns
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..settings import Settings
from .earlier_months import EarlierMonths as EarlierMonths
from .earlier_months import compared_with
from .earlier_months import earlier_records as earlier_records
from .earlier_months import last_before_the_board as last_before_the_board
from .stages import assessed, read_returns, through_the_rules
from .understood import NothingToRead as NothingToRead
from .understood import Refused as Refused
from .understood import Understood as Understood
from .understood import record_of as record_of
from .understood import record_to_write as record_to_write

Progress = Callable[[str], None]


def understand(
    home: Home,
    month: Month,
    settings: Settings,
    *,
    withholding: bool = False,
    since_last_month: bool = False,
    progress: Progress = lambda stage: None,
    refusing: Callable[[Understood], None] = lambda understood: None,
    when_read: Callable[[Returns], None] = lambda returns: None,
) -> Understood:
    """Read a month and everything before it, and run the rules.

    Args:
        home: the working folder.
        month: the month the returns speak for.
        settings: what `pack.toml` says.
        withholding: print “[withheld: may identify a child]” in place of what would stop the build.
        since_last_month: compare with the month before, as RDG does, and not with the last pack the Board received.
        progress: told the name of each stage as it begins.
        refusing: raises where the month, as understood, is not to be used. Earlier months read now are recorded only after it: what is refused writes nothing.
        when_read: told of the returns when no file is to be read any more.

    Raises:
        NothingToRead: there is no folder of returns for this month, and no meeting in it; or none for any month.
        Refused: text that would print may identify a child, and `withholding` is off.
    """
    inputs = home.inputs(month)
    if not inputs.is_dir() and not (settings.meeting(month) and inputs.parent.is_dir()):
        raise NothingToRead(month, settings, inputs)

    def after(earlier: EarlierMonths) -> Understood:
        progress("Reading the returns")
        read = read_returns(home, month, settings, earlier.history)
        when_read(read.returns)
        progress("Checking")
        last = compared_with(earlier.history, settings, since_last_month)
        understood = through_the_rules(read, month, settings, earlier.history, last, withholding, lambda: _kept(home, month))
        return replace(understood, damaged=earlier.damaged)

    progress("Reading earlier months")
    as_needed = earlier_records(home, month, settings, as_needed=True, recording=False)
    try:
        understood = after(as_needed)
    except RecordProblem:  # a row of an earlier month is damaged though its record is as it was built: all are looked at first
        understood = after(earlier_records(home, month, settings, recording=False))
    refusing(understood)
    for record in as_needed.reconstructed:
        store.keep(home, record)
    return replace(understood, reconstructed=as_needed.reconstructed)


def _kept(home: Home, month: Month) -> Record | None:
    """The month's own record, as last built or else as sealed; none where neither can be used."""
    for kept in (store.built_record, store.load):
        with suppress(RecordProblem, OSError):
            return kept(home, month)
    return None


def from_record(record: Record, history: tuple[Record, ...], *, since_last_month: bool = False) -> Understood:
    """A month understood again from what was kept of it, without its returns.

    Args:
        record: the month.
        history: the records of the months before it, earliest first.
        since_last_month: compare with the month before, and not with the last pack the Board received.
    """
    settings, record = record.settings, as_shown(record, history)
    last = compared_with(history, settings, since_last_month)
    kept = Case(month=record.month, settings=settings, returns=record.returns, position=record.position, last=last, history=history)
    case = assessed(kept, kept.returns)
    verdicts = Verdicts(record.problems, record.waived, record.expired_waivers, record.unused_waivers)
    return Understood(case, verdicts, frozenset(), False)
