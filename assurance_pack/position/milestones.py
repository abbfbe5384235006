"""Section 3 in figures: progress against Reform Plan milestones, as RDG reports it.

Source: “Progress against Reform Plan milestones (reported by the Reform Delivery Group)” (Board: Assurance, reporting and information flow).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..english import rest
from ..meanings import MilestoneStatus
from ..model import Month, Word, means
from ..returns.rdg import RDG, Confidence, MilestoneJudgement
from ..returns.rdg import Cover as RdgCover
from ..returns.received import Returns
from ..returns.registers import over
from ..returns.workspace import WORKSPACE_RETURN, Cover, Milestone
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..rules.movement.promise import Reworded, reworded
from ..schema import Review
from ..settings.budgets import Budget, MilestonesBudget
from .budget import Share, room, share, word_count
from .confidence import OVERALL, ConfidenceLine, confidence_lines
from .days_asked import days_asked
from .gaps import came
from .on_a_page import MilestoneLine, PlanGroup, in_order, on_a_page, plan_lines, words_of
from .plan import NO_RETURN, NO_UPDATE, MilestoneStanding, following_month, gone, months_shown, previous_rows, slip, standings
from .tally import Counts, by_priority, change_since


@dataclass(frozen=True)
class WorkspaceWords:
    """What one Workspace says of its month; `came` is false where it sent nothing, `lacks` says whether its return came without its
    milestones, and `whole` whether it came with them and their statuses.
    """

    name: str
    came: bool
    cover: Cover | None
    unreported: tuple[MilestoneStanding, ...] = ()
    lacks: bool = False
    whole: bool = True


@dataclass(frozen=True)
class MilestonesPosition:
    """Progress, confidence and impact.

    `confirmed` is false where RDG sent no return; the statuses are then the Workspaces' own. `standings` is the whole plan, `returned`
    those of it with a row this month.
    """

    confirmed: bool
    months: tuple[Month, ...]
    confidence: tuple[ConfidenceLine, ...]
    confidence_rows: tuple[Confidence, ...]
    standings: tuple[MilestoneStanding, ...]
    returned: tuple[MilestoneStanding, ...]
    counts: tuple[Counts, ...]
    all: Counts
    change: dict[str, int] | None
    earlier_complete: int
    plan: tuple[PlanGroup, ...]
    exceptions: Share[MilestoneLine]
    exceptions_before: int | None
    off_track_before: frozenset[str]
    completed: tuple[MilestoneStanding, ...]
    reworded: tuple[tuple[MilestoneStanding, tuple[Reworded, ...]], ...]
    fell: int
    rose: int
    judgements: tuple[MilestoneJudgement, ...]
    gone: tuple[Milestone, ...]
    beyond: tuple[MilestoneStanding, ...]
    next_month: Month
    falling_due: tuple[MilestoneStanding, ...]
    past_forecast: tuple[MilestoneStanding, ...]
    families: Share[MilestoneStanding]
    workspaces: tuple[WorkspaceWords, ...]
    headline_rest: str

    @property
    def differing(self) -> tuple[MilestoneStanding, ...]:
        """Those RDG judges otherwise than their Workspace."""
        return tuple(s for s in self.returned if s.differs)

    @property
    def paused(self) -> tuple[MilestoneStanding, ...]:
        """Those that are paused."""
        return tuple(s for s in self.returned if s.meaning == "paused")

    @property
    def withdrawn(self) -> tuple[MilestoneStanding, ...]:
        """Those that were withdrawn."""
        return tuple(s for s in self.returned if s.meaning == "withdrawn")

    @property
    def not_reviewed(self) -> tuple[MilestoneStanding, ...]:
        """Those of which nothing was said this month."""
        return tuple(s for s in self.returned if s.meaning == NO_UPDATE)

    @property
    def not_stated(self) -> tuple[MilestoneStanding, ...]:
        """Those whose status cannot be read, or was left blank."""
        return tuple(s for s in self.returned if s.word is None and s.meaning != NO_UPDATE)

    @property
    def questioned(self) -> tuple[MilestoneStanding, ...]:
        """Those for which a status was sent that cannot be read or cannot be right."""
        return tuple(s for s in self.not_stated if s.row.in_question("status"))

    @property
    def whole(self) -> bool:
        """Whether every Workspace's milestones came: otherwise how many stand where is not known, and none is called none or fewer."""
        return all(w.came and w.whole for w in self.workspaces)

    @property
    def unplanned(self) -> int:
        """How many milestones have no row on the plan on a page, and are counted there by priority."""
        return sum(group.rest.total for group in self.plan)

    @property
    def overall(self) -> ConfidenceLine | None:
        """Confidence overall."""
        return next((line for line in self.confidence if line.about == OVERALL), None)

    @property
    def figures(self) -> dict[str, str | int | float | None]:
        """The numbers the Board sees, by name."""
        named = {f"milestones.{meaning}": count for meaning, count in sorted(self.all.by_meaning.items())}
        overall = self.overall
        return {"confidence": overall.now.text if overall and overall.now else None, "milestones": self.all.total, **named}


def take(case: Case, verdicts: Verdicts) -> MilestonesPosition:
    """Work out where the milestones stand."""
    now = standings(case.returns, case.earlier)
    returned = {m.at for m in case.returns.of(Milestone)}
    here = tuple(s for s in now if s.row.at in returned)
    before = standings(case.before, _before(case)) if case.before is not None else None
    was = {s.id: s.word for s in before or () if s.word}
    months, budget = months_shown(case), case.settings.budgets.milestones
    lines = plan_lines(case, now, was, months, days_asked(verdicts))
    exceptions = tuple(line for line in lines if line.standing.meaning in ("off_track", "at_risk"))
    confidence = confidence_lines(case, months)
    counts = tuple(by_priority(now, case))
    whole = Counts("All", dict(sum((Counter(c.by_meaning) for c in counts), Counter())))
    next_month, after = following_month(case.position)
    return MilestonesPosition(
        confirmed=came(case.returns, RDG),
        months=months,
        confidence=confidence,
        confidence_rows=case.returns.of(Confidence),
        standings=now,
        returned=here,
        counts=counts,
        all=whole,
        change=change_since(whole, before),
        earlier_complete=sum(s.meaning == "complete" for s in now) - sum(s.meaning == "complete" for s in here),
        plan=on_a_page(lines, confidence, case),
        exceptions=_described(exceptions, budget),
        exceptions_before=None if before is None else sum(s.meaning in ("at_risk", "off_track") for s in before),
        off_track_before=frozenset(s.id for s in before or () if s.meaning == "off_track"),
        completed=tuple(s for s in here if s.meaning == "complete" and before is not None and not means(was.get(s.id), "complete")),
        reworded=tuple(_reworded(here, case)),
        fell=sum(_graded(s, was) > 0 for s in here),
        rose=sum(_graded(s, was) < 0 for s in here),
        judgements=case.returns.of(MilestoneJudgement),
        gone=gone(case.returns, case.before),
        beyond=_beyond(here, case.settings.parameters.slip.value),
        next_month=next_month,
        falling_due=tuple(s for s in here if _open(s) and s.forecast and case.position < s.forecast < after),
        past_forecast=tuple(s for s in here if _open(s) and s.forecast and s.forecast <= case.position),
        families=_families(here, exceptions, budget.families),
        workspaces=tuple(_workspaces(case, now)),
        headline_rest=next((rest(c.headline) for c in case.returns.of(RdgCover) if c.headline), ""),
    )


def _reworded(here: Iterable[MilestoneStanding], case: Case) -> Iterator[tuple[MilestoneStanding, tuple[Reworded, ...]]]:
    """Those that promise something else than last time, and how."""
    before = dict(previous_rows(case.before))
    for standing in here:
        was = before.get(standing.id)
        if was is not None and (found := tuple(reworded(standing.row, was))):
            yield standing, found


def _described(exceptions: tuple[MilestoneLine, ...], budget: MilestonesBudget) -> Share[MilestoneLine]:
    """The milestones off track or at risk that are told in words, the worst first where there is no room for all."""
    rows = room(budget.rows, len(exceptions))
    words = budget.words * budget.exceptions * rows // budget.rows // 100
    return in_order(share(sorted(exceptions, key=lambda line: line.weight), Budget(rows=rows, words=words), words=words_of))


def _before(case: Case) -> tuple[Returns, ...]:
    """The months before last time."""
    assert case.last is not None
    return tuple(returns for record, returns in zip(case.history, case.earlier, strict=True) if record.month < case.last.month)


def _open(standing: MilestoneStanding) -> bool:
    return standing.meaning not in (*over(Milestone), "paused", NO_RETURN)


def _graded(standing: MilestoneStanding, was: dict[str, Word]) -> int:
    """How many grades worse than last time; 0 where it is new, complete or cannot be compared."""
    before = was.get(standing.id)
    if before is None or standing.meaning == MilestoneStatus.COMPLETE:
        return 0
    return MilestoneStatus.worse_by(before.meaning, standing.meaning)


def _beyond(here: tuple[MilestoneStanding, ...], days: int | None) -> tuple[MilestoneStanding, ...]:
    """Open milestones that have slipped by the Board's own parameter or more, where it has set one."""
    return tuple(s for s in here if days is not None and _open(s) and (slip(s) or 0) >= days)


def _families(here: tuple[MilestoneStanding, ...], lines: tuple[MilestoneLine, ...], budget: Budget) -> Share[MilestoneStanding]:
    """What exceptions mean for families, then what else has changed for them."""
    exceptional = [line.standing for line in lines]
    rest = [s for s in here if s not in exceptional and s.row.review is not Review.NOT_REVIEWED]
    speaking = [s for s in (*exceptional, *rest) if s.row.for_families and s.row.review is not Review.NOT_REVIEWED]
    return share(speaking, budget, words=lambda s: word_count(s.row.for_families))


def _workspaces(case: Case, now: tuple[MilestoneStanding, ...]) -> Iterable[WorkspaceWords]:
    for workspace in case.settings.workspaces:
        sender = WORKSPACE_RETURN.sender(workspace.code)
        cover = next(iter(case.returns.of(Cover, sender)), None)
        unreported = tuple(s for s in now if s.meaning == NO_RETURN and s.row.sender == sender)
        yield WorkspaceWords(
            workspace.name,
            came(case.returns, sender),
            cover,
            unreported,
            case.returns.lacks(Milestone, sender),
            not case.returns.lacks(Milestone, sender, "status"),
        )
