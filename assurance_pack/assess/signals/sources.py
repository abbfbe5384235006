"""Whom a signal comes from: two findings on one data set are one source, and a return of an earlier month still has its date."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ...model import Month, Sender
from ...record.month import Record
from ...returns.rdg import ThemeSuggestion
from ...returns.received import Returns
from ...schema import Row
from ...settings import Settings


@dataclass(frozen=True)
class HeardMonth:
    """The returns of one month, and the day they speak for."""

    returns: Returns
    dated: date

    @cached_property
    def senders(self) -> frozenset[Sender]:
        """Everyone who sent anything."""
        return self.returns.senders()

    @cached_property
    def suggestions(self) -> dict[str | None, list[ThemeSuggestion]]:
        """What RDG's form says of the themes of people's words, by the item that was said."""
        found: dict[str | None, list[ThemeSuggestion]] = {}
        for row in self.returns.of(ThemeSuggestion):
            found.setdefault(row.id, []).append(row)
        return found


@dataclass(frozen=True)
class Listening:
    """What signals are gathered from: the months heard, newest first, and how old is old."""

    settings: Settings
    position: date
    heard: tuple[HeardMonth, ...]

    def old(self, dated: date | None, *, annual: bool = False) -> bool:
        """Whether a signal of this day is shown and no longer counted. Without a date nobody can say that it still holds."""
        age = self.settings.age
        return dated is None or dated < months_before(self.position, age.annual_signal_months if annual else age.signal_months)

    def newest_from(self, sender: Sender) -> tuple[HeardMonth, ...]:
        """The months from the newest in which this sender sent anything, backwards."""
        for index, month in enumerate(self.heard):
            if sender in month.senders:
                return self.heard[index:]
        return ()

    def senders(self, kind: type[Row]) -> tuple[Sender, ...]:
        """Everyone who ever filled in this sheet, in order."""
        return tuple(sorted({sender for month in self.heard for sender in month.returns.senders(kind)}))


def listen(returns: Returns, settings: Settings, position: date, history: Sequence[Record]) -> Listening:
    """This month and the earlier ones that may still speak: none older than the longest age of a signal."""
    oldest = months_before(position, max(settings.age.annual_signal_months, settings.age.signal_months))
    newest_first = sorted(history, key=lambda r: r.month, reverse=True)
    earlier = [HeardMonth(r.returns, r.position) for r in newest_first if oldest <= r.position < position]
    return Listening(settings, position, (HeardMonth(returns, position), *earlier))


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last of that month."""
    month = Month.of(day).plus(-months)
    return date(month.year, month.number, min(day.day, monthrange(month.year, month.number)[1]))


def data_set(name: str) -> str:
    """A data set by its name alone: “Contact log, monthly” and “contact log” are one source."""
    return "data:" + " ".join(re.findall(r"\w+", name.partition(",")[0].casefold()))
