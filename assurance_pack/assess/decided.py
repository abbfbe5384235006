"""What the Board was asked and what it decided: every decision as last logged, and what was asked and is not yet decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from ..meanings import DecisionAsked
from ..model import Month, means
from ..record.month import Record
from ..returns.board_log import Decision
from ..returns.rdg import ForTheBoard
from ..returns.received import Returns, latest
from .another import another_matter

_TWO_YEARS = 25
"""In so many months at most a matter that is brought again, or to be noted, is looked for as another, or as one to be decided: no older record is opened for it."""


@dataclass(frozen=True)
class Undecided:
    """A matter of an earlier month that no log decides. `row` is its line in the log, which may say to when it was put off."""

    matter: ForTheBoard
    asked_in: Month
    row: Decision | None = None

    @property
    def deferred_to(self) -> Month | None:
        """The month the Board put it off to, where the log says so."""
        return self.row.deferred_to if self.row else None

    def stands_over(self, meeting: Month) -> bool:
        """Whether a meeting in this month has it before it again: it was put off to that month or an earlier one, or to none."""
        return self.deferred_to is None or self.deferred_to <= meeting


def decisions(months: Iterable[Returns]) -> dict[str, Decision]:
    """Every line of the Board's decisions by its ID, as last logged; earliest month first."""
    return latest(months, Decision)


def undecided(history: Sequence[Record], now: Returns | None = None, log: Returns | None = None) -> tuple[Undecided, ...]:
    """What the packs so far asked of the Board and no log decides; oldest first. A matter brought again this month is asked now.

    `log` is this month as it was sent, where that differs: a decision whose item is in question was made all the same. Another matter under its ID takes nothing off the list: the two are told apart by their words and by what they are about.
    """
    latest = log or now
    logged = list(decisions([*(record.returns for record in history), *([latest] if latest else [])]).values())
    now_under = {m.ref: m for m in now.of(ForTheBoard)} if now else {}
    settled = {d.item for d in logged if d.item and (d.decided or d.finished)}
    first = {ref: None for record in history for ref in record.returns.ids(ForTheBoard) if ref not in settled}
    lines = {d.item: d for d in logged}  # those of what is left decide nothing, or it would not be left
    last = ((ref, _last_asked(ref, now_under.get(ref), history)) for ref in first)
    return tuple(
        Undecided(m, r.month, lines.get(ref))
        for ref, asked in last
        if asked
        for m, r in [asked]
        if not any(_settles(d, m, r) for d in logged)
    )


def _last_asked(ref: str, again: ForTheBoard | None, history: Sequence[Record]) -> tuple[ForTheBoard, Record] | None:
    """A matter as it was last brought to be decided, with the month; not where it is brought `again` now. Months before that are not looked into."""
    brought = ((matter, record) for record in reversed(history) if (matter := record.returns.find(ForTheBoard, ref)))
    for matter, record in islice(brought, _TWO_YEARS):
        if (again is None or another_matter(again, matter)) and not means(matter.asked, DecisionAsked.NOTE):
            return matter, record
    return None


def _settles(decision: Decision, matter: ForTheBoard, record: Record) -> bool:
    """Whether it decides the matter: by its ID; or, as logs often name it, by what the matter was about, on or after its meeting.

    A line closed without a decision says that the matter was withdrawn.
    """
    if decision.item == matter.id:
        return decision.decided or decision.finished
    about = decision.item in (matter.linked or ()) and means(decision.kind, matter.asked.meaning if matter.asked else "")
    return decision.decided and about and decision.on is not None and decision.on >= record.position
