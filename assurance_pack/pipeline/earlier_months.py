"""The months before: as they were recorded, or read again where there is no record that can be used."""

from __future__ import annotations

from dataclasses import dataclass

from ..assess.shown_counts import as_shown
from ..home import Home
from ..model import Month
from ..record import store
from ..record.damage import RecordProblem
from ..record.month import Record
from ..settings import Settings
from .stages import read_returns, through_the_rules
from .understood import record_of


@dataclass(frozen=True)
class EarlierMonths:
    """The records of every earlier month, earliest first, and those among them read now because there was none.

    `damaged` says of each month whose record cannot be used what was done without it, and what to do.
    """

    history: tuple[Record, ...]
    reconstructed: tuple[Record, ...] = ()
    damaged: tuple[str, ...] = ()


def earlier_records(home: Home, month: Month, settings: Settings, *, as_needed: bool = False, recording: bool = True) -> EarlierMonths:
    """Every month before this one.

    One that has returns but no record is read and recorded first, marked reconstructed. One whose record is damaged is read again from its
    returns for this run alone, and its folder is left as it is; where its returns are gone too, the month is left out.
    `as_needed`: a row is made when it is first asked for, and may then be found damaged (`store.from_bytes`). Without `recording` what was read
    first is left for the caller to keep.
    """
    returns = set(home.months_with_returns)
    history: list[Record] = []
    reconstructed: list[Record] = []
    damaged: list[str] = []
    for earlier in sorted(m for m in {*returns, *store.months_kept(home)} if m < month):
        try:
            kept = store.load(home, earlier, as_needed=as_needed)
            record = as_shown(kept, history) if kept else None
        except RecordProblem as problem:
            done = "was read again from its returns for this run" if earlier in returns else "was left out of every comparison"
            damaged.append(f"{problem.what} {earlier.name} {done}. {problem.remedy}")
            if earlier not in returns:
                continue
            record = reconstructed_month(home, earlier, settings, tuple(history))
        if record is None:
            record = reconstructed_month(home, earlier, settings, tuple(history))
            if recording:
                store.keep(home, record)
            reconstructed.append(record)
        history.append(record)
    return EarlierMonths(tuple(history), tuple(reconstructed), tuple(damaged))


def reconstructed_month(home: Home, month: Month, settings: Settings, history: tuple[Record, ...]) -> Record:
    """An earlier month as its returns give it now."""
    read = read_returns(home, month, settings, history)
    understood = through_the_rules(read, month, settings, history, last_before_the_board(history, settings), withholding=True)
    return record_of(understood, version="1.0", reconstructed=True)


def last_before_the_board(history: tuple[Record, ...], settings: Settings) -> Record | None:
    """The last pack the Board received: the newest earlier month in which it met (the Board need not meet monthly)."""
    met = [r for r in history if settings.meeting(r.month) or r.meeting]
    return (met or list(history))[-1] if history else None


def compared_with(history: tuple[Record, ...], settings: Settings, since_last_month: bool) -> Record | None:
    """The month this one is compared with: the month before, or else the last pack the Board received."""
    return (history[-1] if history else None) if since_last_month else last_before_the_board(history, settings)
