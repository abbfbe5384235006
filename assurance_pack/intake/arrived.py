"""One file as read, before it is known whether it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..model import NOT_TOLD, Month, Sender
from ..model.fault import Fault
from ..model.text import SentText
from ..returns.received import ReceiptState
from ..schema import Row
from .recognising.versions import Candidate


@dataclass(frozen=True)
class Part:
    """What one sheet of a file came to: its title there, its rows, what could not be read in it, and whether it came back as it was issued."""

    title: str
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...] = ()
    as_issued: bool = False


@dataclass(frozen=True)
class Arrived(Candidate):
    """One file as read. `parts` are its sheets by their declaration; `rows` and `faults` are of the whole file."""

    sender: Sender = NOT_TOLD
    kind: str = ""
    sha256: str = ""
    rows: tuple[Row, ...] = ()
    faults: tuple[Fault, ...] = ()
    texts: tuple[SentText, ...] = ()
    note: str = ""
    made_for: Month | None = None
    """The month its form was made for, where it says so where nobody types."""
    parts: Mapping[type[Row], Part] = field(default_factory=dict)

    @property
    def is_return(self) -> bool:
        """Whether it is a return of this month from a known sender, filled in or not."""
        return bool(self.sender) and self.state in (ReceiptState.RECEIVED, ReceiptState.NIL, ReceiptState.NOT_FILLED_IN)
