"""What the Board was asked and what it decided: every decision as last logged, and what was asked and is not yet decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..meanings import DecisionAsked
from ..model import Month, means
from ..record.month import Record
from ..returns.board_log import Decision
from ..returns.rdg import ForTheBoard
from ..returns.received import Returns, latest
from .another import another_matter


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
    asked: dict[str, Undecided] = {}
    settled = {d.item for d in logged if d.item and (d.decided or d.finished)}
    for record in history:
        refs = dict.fromkeys(record.returns.ids(ForTheBoard))
        for matter in record.returns.of(ForTheBoard) if not settled.issuperset(refs) else ():
            again = now_under.get(matter.ref)
            if matter.id and (again is None or another_matter(again, matter)) and not means(matter.asked, DecisionAsked.NOTE):
                asked[matter.ref] = Undecided(matter, record.month)
                if any(_settles(d, matter, record) for d in logged):
                    del asked[matter.ref]
    lines = {d.item: d for d in logged}  # those of what is left decide nothing, or it would not be left
    return tuple(Undecided(u.matter, u.asked_in, lines.get(ref)) for ref, u in asked.items())


def _settles(decision: Decision, matter: ForTheBoard, record: Record) -> bool:
    """Whether it decides the matter: by its ID; or, as logs often name it, by what the matter was about, on or after its meeting.

    A line closed without a decision says that the matter was withdrawn.
    """
    if decision.item == matter.id:
        return decision.decided or decision.finished
    about = decision.item in (matter.linked or ()) and means(decision.kind, matter.asked.meaning if matter.asked else "")
    return decision.decided and about and decision.on is not None and decision.on >= record.position
