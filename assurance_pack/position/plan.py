"""The plan, month by month: the status of every milestone as the Board was or is told it, and where nothing was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..assess.status import judgement, reported_status
from ..meanings import NO_RETURN as NO_RETURN
from ..model import Month, Word, means
from ..returns.rdg import MilestoneJudgement
from ..returns.received import Returns
from ..returns.workspace import Milestone
from ..rules.case import Case
from ..schema import Review
from .gaps import came

NO_UPDATE = "no_update"
"""The row came back with nothing said of it."""
NOT_STATED = "not_stated"


@dataclass(frozen=True)
class MilestoneStanding:
    """One milestone in one month. `meaning` is that of the status printed and counted: RDG's, that is the Workspace's unless RDG differs."""

    row: Milestone
    meaning: str
    word: Word | None
    reported: Word | None = None
    judgement: MilestoneJudgement | None = None

    @property
    def id(self) -> str:
        """Its ID for life."""
        return self.row.ref

    @property
    def differs(self) -> bool:
        """Whether RDG's word is not the Workspace's own: `reported` is then the Workspace's, none where it gave no update."""
        return self.reported is not None or (self.judgement is not None and not self.told)

    @property
    def told(self) -> bool:
        """Whether anything was said of it this month: where nothing was, no date of an earlier month stands as this month's."""
        return self.meaning != NO_RETURN and self.row.review is not Review.NOT_REVIEWED

    @property
    def forecast(self) -> date | None:
        """When it is forecast for, as said this month."""
        return self.row.forecast if self.told else None


@dataclass(frozen=True)
class MonthStatus:
    """The status of one month of a history; no meaning where nothing was said or recorded."""

    month: Month
    meaning: str = ""
    word: Word | None = None


def standings(now: Returns, earlier: Iterable[Returns] = ()) -> tuple[MilestoneStanding, ...]:
    """Every milestone of the plan as it stands in a month.

    First those returned, in the order of the registers; then those completed in earlier months, which leave the form and stay complete; then those still
    open when last heard of whose Workspace sent nothing. A milestone gone without a word is in none of them (see `gone`).
    """
    here = [_standing(now, row) for row in now.of(Milestone)]
    seen = {s.row.id for s in here}
    for row in _last_heard(earlier).values():
        if row.id in seen:
            continue
        if means(row.status, "complete"):
            here.append(MilestoneStanding(row, "complete", row.status))
        elif not means(row.status, "withdrawn") and not came(now, row.sender, Milestone):
            here.append(MilestoneStanding(row, NO_RETURN, None))
    return tuple(here)


def gone(now: Returns, last: Returns | None) -> tuple[Milestone, ...]:
    """Milestones open last time, whose Workspace has reported since, and of which nothing is said."""
    if last is None:
        return ()
    here = {m.id for m in now.of(Milestone)}
    return tuple(m for m in last.of(Milestone) if m.id and m.id not in here and not m.closed and came(now, m.sender, Milestone))


def _last_heard(earlier: Iterable[Returns]) -> Mapping[str, Milestone]:
    found: dict[str, Milestone] = {}
    for month in earlier:
        found |= {m.id: m for m in month.of(Milestone) if m.id}
    return found


def _standing(now: Returns, row: Milestone) -> MilestoneStanding:
    reported = reported_status(now, row)
    if reported.printed is not None:
        return MilestoneStanding(row, reported.printed.meaning, reported.printed, reported.workspace, judgement(now, row))
    if row.finished and row.status:
        return MilestoneStanding(row, row.status.meaning, row.status)
    return MilestoneStanding(row, NO_UPDATE if row.review is Review.NOT_REVIEWED else NOT_STATED, None)


def months_shown(case: Case) -> tuple[Month, ...]:
    """The months of a history: as many as its budget has at most, ending with this one, beginning with the first on record."""
    first = case.history[0].month if case.history else case.month
    window = (case.month.plus(back) for back in range(1 - case.settings.budgets.milestones.months, 1))
    return tuple(m for m in window if m >= first)


class Histories:
    """The status of every milestone in every month on record, looked up by ID."""

    def __init__(self, case: Case) -> None:
        """Read every record once."""
        self._by_month: dict[Month, dict[str, MilestoneStanding]] = {
            record.month: _by_id(standings(returns)) for record, returns in zip(case.history, case.earlier, strict=True)
        }
        self._by_month[case.month] = _by_id(standings(case.returns))

    def marks(self, item: str, months: Iterable[Month]) -> tuple[MonthStatus, ...]:
        """The history of one milestone over these months."""
        return tuple(self._mark(item, month) for month in months)

    def _mark(self, item: str, month: Month) -> MonthStatus:
        standing = self._by_month.get(month, {}).get(item)
        return MonthStatus(month, standing.meaning, standing.word) if standing and standing.word else MonthStatus(month)

    def months_at(self, item: str, meaning: str) -> int:
        """How many recorded months in a row, up to and with this one, it has stood at a status."""
        run = 0
        for month in sorted(self._by_month, reverse=True):
            standing = self._by_month[month].get(item)
            if standing is None or standing.meaning != meaning:
                break
            run += 1
        return run


def _by_id(all_of_them: Iterable[MilestoneStanding]) -> dict[str, MilestoneStanding]:
    found: dict[str, MilestoneStanding] = {}
    for standing in all_of_them:
        found.setdefault(standing.id, standing)
    return found


def slip(standing: MilestoneStanding) -> int | None:
    """Days from baseline to the actual date, else to the forecast; negative where early, none where no date was given this month."""
    row = standing.row
    end = row.actual or (None if row.in_question("actual") else standing.forecast)
    return (end - row.baseline).days if end and row.baseline else None


def moved(standing: MilestoneStanding, before: Milestone | None) -> int | None:
    """Days the forecast has moved since last time; later is positive."""
    if before is None or standing.forecast is None or before.forecast is None:
        return None
    return (standing.forecast - before.forecast).days


def following_month(at: date) -> tuple[Month, date]:
    """The month after a day, and the first day of the month after that."""
    month = Month.of(at).plus(1)
    end = month.plus(1)
    return month, date(end.year, end.number, 1)


def previous_rows(last: Returns | None) -> Iterator[tuple[str, Milestone]]:
    """Last time's milestones by ID."""
    if last is not None:
        yield from ((m.id, m) for m in last.of(Milestone) if m.id)
