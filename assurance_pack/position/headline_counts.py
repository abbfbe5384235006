"""The counts at the head of page 1, now and last time: how many milestones are off track, how many risks Extreme; and what went without a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from ..model import Sender
from ..record.carry import same
from ..returns.rdg import RDG
from ..returns.registers import subject, subject_of
from ..returns.workspace import Milestone, Risk
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..rules.movement.delivery import closed_without_a_note
from ..rules.movement.items import id_reused
from ..rules.movement.not_back import not_back
from ..schema import Row
from ..senders import sends
from ..short_names import short_name
from .gaps import came
from .milestones import MilestonesPosition
from .not_heard_of import STANDS_OVER, not_heard_of
from .plan import NO_RETURN, NO_UPDATE, NOT_STATED
from .risk_lines import score_now
from .risks import RisksPosition


@dataclass(frozen=True)
class Measure:
    """A count now and last time. `unknown` counts items it would include if what was last known of them still held.

    `whole` is false where a return that would be counted did not come: the count is then not known, but for those it has. `disputed` says
    that of one of those returns two files came that differ, so that another may be the one that counts. `not_stated` counts the other items
    of which it is not known whether they belong: what was sent cannot be read or is not there, or nobody reviewed it.
    """

    now: int
    total: int
    before: int | None
    unknown: int
    whole: bool = True
    disputed: bool = False
    not_stated: int = 0

    @property
    def at_least(self) -> bool:
        """Whether there may be more of them than are known."""
        return bool(self.unknown or not self.whole or self.disputed or self.not_stated)

    @property
    def direction(self) -> Literal["worse", "better", "same", "not known"]:
        """Which way it moved. More is worse whatever is unknown; fewer is better only where nothing is."""
        if self.before is None or (self.at_least and self.now <= self.before):
            return "not known"
        return "worse" if self.now > self.before else "better" if self.now < self.before else "same"


def off_track(milestones: MilestonesPosition, replaced: frozenset[str], disputed: tuple[Sender, ...], case: Case) -> Measure:
    """The milestones that are off track."""
    now = milestones.all
    change = milestones.change
    before = now.at("off_track") - change["off_track"] if change is not None else None
    was = milestones.off_track_before
    late = {s.id for s in milestones.standings if s.meaning == "off_track"}
    heard = {s.id for s in milestones.standings if s.meaning not in (NO_UPDATE, NO_RETURN, NOT_STATED)} - (replaced - late)
    unknown = sum(id not in heard for id in was)  # among them those whose row was deleted
    in_two = any(sends(s, Milestone) or s == RDG for s in disputed)
    silent = (*milestones.not_stated, *milestones.not_reviewed)
    unsaid = sum(id not in was for id in (*(s.id for s in silent), *(m.id for m in milestones.gone)))
    return Measure(now.at("off_track"), now.total, before, unknown, milestones.whole, in_two, unsaid)


def closed_and_asked(risks: RisksPosition, case: Case, verdicts: Verdicts) -> tuple[Risk, ...]:
    """The risks closed since last time that are of the top band, and of which it is asked whether they are over."""
    asked = {ref for problem in verdicts.by_rule(closed_without_a_note.id) for ref in problem.items}
    return tuple(r for r in risks.closed if r.ref in asked and (score_now(r) or 0) >= case.settings.top_band.least)


def extreme(risks: RisksPosition, replaced: frozenset[str], closed: tuple[Risk, ...], disputed: tuple[Sender, ...], case: Case) -> Measure:
    """The open risks whose score is in the top band; of one that is `closed`, and asked about, it is not known whether it is over."""
    top = case.settings.top_band.name
    silent = sum(line.band_before == top for line in (*risks.not_reviewed, *risks.not_scored))
    silent += sum(u.extreme for u in risks.unreported) + _rows_gone(risks, replaced, case)
    in_two = any(sends(s, Risk) for s in disputed)
    unsaid = sum(line.band_before != top for line in (*risks.not_reviewed, *risks.not_scored))
    unsaid += sum((score_now(r) or 0) < case.settings.top_band.least for r in risks.gone)
    before = case.before.by_id if case.before else {}
    was = sum(isinstance(b := before.get(r.ref), Risk) and (score_now(b) or 0) >= case.settings.top_band.least for r in closed)
    silent, unsaid = silent + was, unsaid + len(closed) - was
    return Measure(risks.extreme, len(risks.open), risks.extreme_before, silent, risks.whole, in_two, unsaid)


def _rows_gone(risks: RisksPosition, replaced: frozenset[str], case: Case) -> int:
    """How many open risks that were Extreme last time have no row any more, or another risk under their ID, though their sender's return came."""
    extreme_now = {line.id for line in risks.open if line.extreme}
    unheard = {line.id for line in (*risks.not_reviewed, *risks.not_scored)}
    here = {r.ref for r in case.returns.of(Risk)} - (replaced - extreme_now - unheard)
    last = case.before.of(Risk) if case.before else ()
    away = (r for r in last if r.open and r.ref not in here and came(case.returns, r.sender, Risk))
    return sum((score_now(r) or 0) >= case.settings.top_band.least for r in away)


def replaced_items(case: Case, verdicts: Verdicts) -> frozenset[str]:
    """The IDs under which another item stands than last time, or may: what the one that was there came to is not known."""
    # asked of the rule itself: its problem is not among the verdicts where an ID that stands twice spoke of the cell first
    reused = {ref for found in id_reused.find(case) for ref in found.items}
    let_stand = {ref for p in verdicts.waived if p.rule == id_reused.id for ref in p.items}
    in_doubt = {row.ref for kind in (Milestone, Risk) for row in case.returns.of(kind) if row.in_question(subject(kind))}
    return frozenset(reused - let_stand | in_doubt - _still_there(case))


def _still_there(case: Case) -> set[str]:
    """The IDs under which a row says what it said last time, whatever another row with the same ID says."""
    before = case.before.by_id if case.before else {}
    rows = (row for row in case.returns.rows if isinstance(row, Milestone | Risk))
    return {row.ref for row in rows if (was := before.get(row.ref)) and subject_of(was) and same(subject_of(row), subject_of(was))}


def gone(
    milestones: MilestonesPosition, risks: RisksPosition, replaced: frozenset[str], case: Case, verdicts: Verdicts
) -> tuple[tuple[str, str], ...]:
    """What left a return without being closed, or under whose ID another stands now, each with its name: of risks and milestones what was Extreme or
    off track last time first, then what else the Board follows. Those that left in an earlier month, and that nobody has accounted for since, stand after them.
    """
    before = case.before.of if case.before else lambda kind: ()
    left = {r.ref: r for r in (*risks.gone, *(r for r in before(Risk) if r.ref in replaced and r.open))}
    plan = {m.ref: m for m in (*milestones.gone, *(m for m in before(Milestone) if m.ref in replaced and not m.closed))}
    severe = {r.ref for r in left.values() if (score_now(r) or 0) >= case.settings.top_band.least} | milestones.off_track_before
    rows: list[Row] = sorted((*left.values(), *plan.values()), key=lambda r: r.ref not in severe)
    named = {r.ref for r in rows}
    rows += [row for kind in STANDS_OVER for row in not_heard_of(kind, case, verdicts)]
    rows += [row for row in _not_back(case, verdicts) if row.ref not in named]
    return tuple((r.ref, short_name(subject_of(r))) for r in rows)


def _not_back(case: Case, verdicts: Verdicts) -> Iterator[Row]:
    """Risks and milestones gone in an earlier month and not accounted for since, as last reported."""
    for ref in (ref for problem in verdicts.by_rule(not_back.id) for ref in problem.items):
        for kind in (Risk, Milestone):
            yield from (row for _, row in islice(case.found_earlier(kind, ref), 1))
