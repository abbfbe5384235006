"""Reads a month: every file in its folder, each as the return it is, with every row, fault and text.

folder ─▶ open (child process) ─▶ identify ─▶ sheets, columns ─▶ convert ─▶ rows ─▶ which version counts ─▶ the register
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..calendar import due, working_days_late
from ..home import Home
from ..model import Cell, Month, Sender
from ..model.fault import Fault, FaultKind
from ..model.text import SentText, TextPlace
from ..returns.received import Receipt, ReceiptState, Returns
from ..senders import due_from, expected_senders
from ..settings import Settings
from .arrived import Arrived
from .in_folder import opened
from .issued_before import IssuedBefore
from .one_ahead import one_ahead
from .one_file import arrived
from .receipts import arrivals, read_sightings
from .sent_again import set_aside_if_sent_again
from .settling import settled

_IN_HAND = (ReceiptState.RECEIVED, ReceiptState.NIL, ReceiptState.NOT_FILLED_IN, ReceiptState.REFUSED)
"""States in which something from a sender lies in the folder: more is said of it than that it is missing."""


@dataclass(frozen=True)
class Read:
    """A month as read: the returns, and every piece of text for the guard; `withdrawn` are cells left out of both, because what stands there was withdrawn."""

    returns: Returns
    texts: tuple[SentText, ...] = ()
    withdrawn: frozenset[Cell] = frozenset()


def read_month(home: Home, month: Month, settings: Settings, earlier: Iterable[Returns] = ()) -> Read:
    """Read the month's folder. One bad file never stops the others; an absent folder is a month in which nothing came.

    `earlier` are the months before: a group's form repeats what it asked in them, and what was written on beside that is known by it.
    """
    folder = home.inputs(month)
    seen_on = read_sightings(folder)
    earlier = tuple(earlier)
    before = IssuedBefore(home, month, settings, earlier)
    came = (arrived(one, month, settings, seen_on.dates, before) for one in one_ahead(opened, arrivals(folder).items()))
    before_this = [returns for returns in earlier if returns.month < month]
    files = [set_aside_if_sent_again(one, before_this, month) for one in came]
    counted = settled(files)
    register = _register(counted, month, settings)
    faults = [*seen_on.faults, *(f for a in counted for f in a.faults)]
    faults += [
        Fault(kind=FaultKind.MISSING_RETURN, cell=Cell(file=""), expected=r.sender) for r in register if r.state is ReceiptState.MISSING
    ]
    rows = tuple(row for a in sorted(counted, key=lambda a: _place_in_register(a.sender, settings)) for row in a.rows)
    return Read(Returns(month, rows, register, tuple(faults)), (*_names(counted), *(t for a in counted for t in a.texts)))


def _names(arrived: list[Arrived]) -> Iterator[SentText]:
    """The name of everything that lies in the folder, whatever it is: it stands in the register, in problems and in messages."""
    for one in arrived:
        folder = any(f.kind is FaultKind.LOCK_FILE and f.expected == "a folder" for f in one.faults)
        where = TextPlace.FOLDER_NAME if folder else TextPlace.FILE_NAME
        yield SentText(cell=Cell(file=one.file), text=one.file, where=where, prints=True, sender=one.sender)


def _place_in_register(sender: Sender, settings: Settings) -> tuple[int, str]:
    """Where a sender stands in the register: those expected first, in their order."""
    expected = expected_senders(settings)
    return (expected.index(sender) if sender in expected else len(expected), sender)


# ---------- all files ----------


def _register(arrived: list[Arrived], month: Month, settings: Settings) -> tuple[Receipt, ...]:
    lines = [_receipt(a, month, settings) for a in arrived if a.sha256 or a.state is ReceiptState.REFUSED]
    here = {line.sender for line in lines if line.state in _IN_HAND}
    for sender in expected_senders(settings):
        if sender not in here:
            by = due_from(sender, settings, month)
            lines.append(Receipt(sender=sender, kind=sender.kind, state=ReceiptState.MISSING, due=by))
    order = list(ReceiptState)
    return tuple(sorted(lines, key=lambda r: (not r.sender, _place_in_register(r.sender, settings), order.index(r.state), r.file)))


def _receipt(one: Arrived, month: Month, settings: Settings) -> Receipt:
    by = due(settings, month, one.kind) if one.kind else None
    late = working_days_late(by, one.received, settings.deadlines) if by and one.received else None
    return Receipt(
        sender=one.sender, kind=one.kind, state=one.state, file=one.file, sha256=one.sha256, received=one.received, due=by,
        days_late=late, note=one.note,
    )  # fmt: skip
