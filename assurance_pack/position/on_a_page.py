"""The plan on a page: every milestone by plan priority, or, where there are too many, those that need attention and a count of the rest.

Source: “Progress against Reform Plan milestones (reported by the Reform Delivery Group)” (Board: Assurance, reporting and information flow).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ..meanings import MilestoneStatus
from ..model import Cell, Month, Word
from ..returns.rdg import ForTheBoard
from ..returns.workspace import Milestone
from ..rules.case import Case
from ..settings.budgets import Budget, Weight
from .budget import Share, share, word_count
from .confidence import ConfidenceLine
from .plan import Histories, MilestoneStanding, MonthStatus, following_month, moved, previous_rows, slip
from .tally import Counts, priority_of

ATTENTION = (MilestoneStatus.OFF_TRACK, MilestoneStatus.AT_RISK)


@dataclass(frozen=True)
class MilestoneLine:
    """One milestone of the plan. `months_at` counts the months in a row at this status; days are positive where later.

    `asked` where a matter for the Board is about it; `due` where it is forecast for the month to come; `doubted` where a rule asks about the
    day by which it is late.
    """

    standing: MilestoneStanding
    before: Word | None
    slip: int | None
    moved: int | None
    previous: date | None
    marks: tuple[MonthStatus, ...]
    months_at: int
    stuck: bool
    new: bool
    asked: bool
    due: bool
    doubted: bool = False

    @property
    def row(self) -> Milestone:
        """The milestone."""
        return self.standing.row

    @property
    def changed(self) -> bool:
        """Whether its status or forecast differs from last time, or it is new."""
        return self.new or bool(self.moved) or (self.before is not None and self.before.meaning != self.standing.meaning)

    @property
    def weight(self) -> Weight:
        """How late it gives up its room."""
        fell = self.before is not None and MilestoneStatus.worse_by(self.before.meaning, self.standing.meaning) > 0
        if self.asked:
            return Weight.ASKED
        if self.standing.meaning == "off_track" or fell or (self.moved or 0) > 0:
            return Weight.WORSE
        return Weight.CHANGED if self.changed or self.standing.differs else Weight.ROUTINE


@dataclass(frozen=True)
class PlanGroup:
    """One plan priority on the page: RDG's confidence in it, its milestones by ID, and how many more stand at each status."""

    name: str
    confidence: ConfidenceLine | None
    lines: tuple[MilestoneLine, ...]
    rest: Counts


def plan_lines(
    case: Case, now: Iterable[MilestoneStanding], was: dict[str, Word], months: tuple[Month, ...], days: frozenset[Cell]
) -> tuple[MilestoneLine, ...]:
    """Every milestone, what needs attention first: off track by days late, then at risk by what is new in it, then the rest. `days` are those a rule asks about."""
    histories = Histories(case)
    rows_before = dict(previous_rows(case.before))
    asked = frozenset(ref for matter in case.returns.of(ForTheBoard) for ref in matter.linked or ())
    lines = [_plan_line(s, case, was, histories, rows_before.get(s.id), months, asked) for s in now]
    lines = [replace(line, doubted=line.row.cell("actual" if line.row.actual else "forecast") in days) for line in lines]
    return tuple(sorted(lines, key=_rank))


def _plan_line(
    standing: MilestoneStanding,
    case: Case,
    was: dict[str, Word],
    histories: Histories,
    previous: Milestone | None,
    months: tuple[Month, ...],
    asked: frozenset[str],
) -> MilestoneLine:
    months_at = histories.months_at(standing.id, standing.meaning)
    open_now = standing.meaning not in (MilestoneStatus.COMPLETE, MilestoneStatus.WITHDRAWN, MilestoneStatus.PAUSED)
    next_month, _ = following_month(case.position)
    return MilestoneLine(
        standing=standing,
        before=was.get(standing.id),
        slip=slip(standing),
        moved=moved(standing, previous),
        previous=previous.forecast if previous else None,
        marks=_kept(histories.marks(standing.id, months), standing),
        months_at=months_at,
        stuck=months_at >= case.settings.age.stuck_months,
        new=case.before is not None and previous is None and standing.meaning != MilestoneStatus.COMPLETE,
        asked=standing.id in asked,
        due=open_now and standing.forecast is not None and Month.of(standing.forecast) == next_month,
    )


def _kept(marks: tuple[MonthStatus, ...], standing: MilestoneStanding) -> tuple[MonthStatus, ...]:
    """A milestone that was completed stays so in the months since, though it has left the form."""
    if standing.meaning != MilestoneStatus.COMPLETE:
        return marks
    done = [i for i, mark in enumerate(marks) if mark.meaning == MilestoneStatus.COMPLETE]
    first = done[0] if done else 0
    return tuple(m if m.meaning or i < first else MonthStatus(m.month, standing.meaning, standing.word) for i, m in enumerate(marks))


def _rank(line: MilestoneLine) -> tuple[int, int, int, str]:
    worst = ATTENTION.index(MilestoneStatus(line.standing.meaning)) if line.standing.meaning in ATTENTION else len(ATTENTION)
    moving = 0 if line.standing.differs else 1 if line.changed else 2 if line.stuck else 3
    return (worst, moving if worst else 0, -(line.slip or 0), line.standing.id)


def in_order(found: Share[MilestoneLine]) -> Share[MilestoneLine]:
    """What is shown, in the order it is read, whatever order it was chosen in."""
    return Share(tuple(sorted(found.shown, key=_rank)), tuple(sorted(found.left_out, key=_rank)))


def on_a_page(lines: tuple[MilestoneLine, ...], confidence: tuple[ConfidenceLine, ...], case: Case) -> tuple[PlanGroup, ...]:
    """All milestones by plan priority where they fit a page; else what is off track, at risk or due in the month to come, and the rest counted."""
    most = case.settings.budgets.milestones.plan
    if len(lines) <= most:
        shown = {id(line) for line in lines}
    else:
        most -= len(case.settings.priorities)  # the count of the rest has a row in each
        needed = sorted((x for x in lines if x.due or x.standing.meaning in ATTENTION), key=lambda x: (x.weight, *_rank(x)))
        shown = {id(line) for line in share(needed, Budget(rows=most, words=0)).shown}
    return tuple(group for group in _groups(lines, shown, confidence, case) if group.lines or group.rest.total or group.confidence)


def _groups(lines: tuple[MilestoneLine, ...], shown: set[int], confidence: tuple[ConfidenceLine, ...], case: Case) -> Iterable[PlanGroup]:
    judged = {line.about: line for line in confidence}
    for code, name in (*((p.code, f"{p.code} {p.name}") for p in case.settings.priorities), ("", "No priority stated")):
        mine = sorted((x for x in lines if priority_of(x.standing, case) == code), key=lambda x: x.standing.id)
        rest = Counter(x.standing.meaning for x in mine if id(x) not in shown)
        yield PlanGroup(name, judged.get(code), tuple(x for x in mine if id(x) in shown), Counts(name, dict(sorted(rest.items()))))


def words_of(line: MilestoneLine) -> int:
    """As the table of what is off track or at risk prints it, with the words of its status, dates and owner."""
    row, judgement = line.row, line.standing.judgement
    return (
        word_count(
            row.title,
            row.progress if line.standing.told else None,
            row.path_to_green,
            row.impact,
            judgement.reason if judgement else None,
        )
        + 14
    )
