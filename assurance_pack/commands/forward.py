"""What a month's forms are pre-filled from: the records of the months before, and the settings."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Month, Sender
from ..record.month import Record
from ..returns.received import Returns
from ..settings import Settings


@dataclass(frozen=True)
class Forward:
    """What forms are pre-filled from: the records of earlier months, earliest first, and the settings.

    `spare` is how many empty rows a register is to have, where somebody asked for a number.
    """

    month: Month
    settings: Settings
    history: tuple[Record, ...]
    spare: int | None = None

    def last_from(self, sender: Sender) -> Record | None:
        """The last month this sender's return came in: what it said then stands until it says something new."""
        return next((r for r in reversed(self.history) if any(row.sender == sender for row in r.returns.rows)), None)

    def rows_from(self, sender: Sender) -> Returns:
        """The rows of the last month this sender's return came in; none if it never did."""
        last = self.last_from(sender)
        return last.returns if last else Returns(self.month)

    def previous(self, sender: Sender) -> Month | None:
        """The month what comes forward is from."""
        last = self.last_from(sender)
        return last.month if last else None
