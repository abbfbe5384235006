"""The Board's decisions and what became of them: what was required by when, what shows it, and whether it is on course.

Source: “Follow-up will be proportionate, with significant issues resulting in agreed actions” (Board: Challenge and accountability).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from ..assess.decided import decisions
from ..assess.status import reported_status
from ..assess.trends import Point
from ..meanings import Comparator, DecisionAsked, MilestoneStatus, RiskStatus
from ..model import Word, means
from ..returns.board_log import Decision
from ..returns.rdg import ForTheBoard, TaskAndFinishGroup
from ..returns.workspace import Milestone, Risk
from ..rules.case import Case
from ..rules.decision_named import speaks_of
from ..settings.indicators import Indicator


class Course(IntEnum):
    """Whether what a decision requires is on its way; what needs the Board most comes first."""

    OFF = 0
    NOT_YET = 1
    """A figure has moved towards its value, and is not there."""
    UNKNOWN = 2
    """What would show it was not reported."""
    NO_MEASURE = 3
    """Nothing but prose says what is required: it is printed, and never judged."""
    ON = 4
    ENDED = 5
    """The log says what came of it."""


@dataclass(frozen=True)
class TellingItem:
    """One item that shows how a decision stands. `late`: days between the day required and the day now expected; 0 where none.

    `course` is none where it is named and decides nothing: a risk, or a milestone that was complete when the Board decided.
    """

    ref: str
    course: Course | None
    status: Word | None = None
    when: date | None = None
    late: int = 0
    score: int | None = None


@dataclass(frozen=True)
class Condition:
    """The figure a decision rests on: the newest, and the one the Board had when it decided."""

    indicator: Indicator
    comparator: Word
    value: float
    by: date | None
    newest: Point | None
    then: Point | None
    course: Course


@dataclass(frozen=True)
class Followed:
    """One decision whose outcome the Board waits for, or has heard of since last time. `overdue`: its day has passed.

    `unclear`: a figure was to decide it, and what the log says of that is not whole or cannot be read. `untold`: its day has come, or the
    group it set up is disbanded, and nothing says whether the outcome came. `day_asked`: it is not off course, and a day
    it rests on is asked about.
    """

    row: Decision
    course: Course
    shown: tuple[TellingItem, ...] = ()
    condition: Condition | None = None
    new: bool = False
    overdue: bool = False
    unclear: bool = False
    untold: bool = False
    day_asked: bool = False

    @property
    def accepts(self) -> bool:
        """Whether the Board accepted a system risk by it."""
        return means(self.row.kind, DecisionAsked.ACCEPT_SYSTEM_RISK)


def followed(case: Case) -> tuple[Followed, ...]:
    """Every decision still open, and those ended since last time: off course first, then by the day required."""
    before = decisions(case.earlier)
    lines = []
    for ref, row in decisions((*case.earlier, case.returns)).items():
        was = before.get(ref)
        if row.decided and (not row.closed or (row.finished and was and not was.finished)):
            lines.append(_follow(row, case, new=was is None))
    return tuple(sorted(lines, key=lambda f: (f.course, f.row.due or date.max, f.row.ref)))


def acceptances(lines: tuple[Followed, ...], case: Case) -> Mapping[str, Followed]:
    """The decision by which the Board accepted a system risk, by the risk: it is the decision's item, names it, or was brought with it.

    What was brought with its matter is what it accepted; where nothing was, what the log says shows it. Where it is in question what a
    decision was about, or which one a risk names, nothing is accepted.
    """
    accepted: dict[str, Followed] = {}
    risks = {r.ref: r for r in case.returns.of(Risk) if not r.in_question("decision")}
    for line in lines:
        row = line.row
        if not line.accepts or line.course is Course.ENDED or row.in_question("item", "kind"):
            continue
        named = {ref for ref, r in risks.items() if r.decision == row.ref and (not row.item or speaks_of(row, r, case))}
        brought = risks.keys() & {row.item or "", *_of_matter(row, case)}
        accepted |= dict.fromkeys(named | (brought or risks.keys() & set(row.linked or ())), line)
    return accepted


def _follow(row: Decision, case: Case, *, new: bool) -> Followed:
    condition = _condition(row, case)
    shown = tuple(_shown(row, case))
    unclear = condition is None and any(row.stated(n) or row.in_question(n) for n in ("indicator", "comparator", "value"))
    overdue = row.open and row.due is not None and row.due < case.position
    untold = not overdue and condition is None and _untold(row, shown, case)
    courses = [s.course for s in shown if s.course is not None] + (
        [condition.course] if condition else [Course.UNKNOWN] if unclear or untold else []
    )
    course = Course.ENDED if row.finished else Course.OFF if overdue else min(courses, default=Course.NO_MEASURE)
    return Followed(row, course, shown, condition, new, overdue, unclear, untold)


def _untold(row: Decision, shown: Iterable[TellingItem], case: Case) -> bool:
    """Whether the outcome should be there, and nothing that shows the decision says that it is: a group that is disbanded may have done its task or not."""
    if not row.open or any(means(s.status, MilestoneStatus.COMPLETE) for s in shown):
        return False
    groups = [g for s in shown if (g := case.find(TaskAndFinishGroup, s.ref))]
    return row.due == case.position or (bool(groups) and all(g.finished for g in groups) and all(s.course is None for s in shown))


# ---------- what shows it ----------


def _of_matter(row: Decision, case: Case) -> tuple[str, ...]:
    """What the matter decided on was about, when RDG brought it."""
    months = (case.returns, *reversed(case.earlier))
    return next((m.linked or () for month in months for m in month.of(ForTheBoard) if m.id and m.id == row.item), ())


def _shown(row: Decision, case: Case) -> Iterator[TellingItem]:
    refs = dict.fromkeys([row.item or "", *(row.linked or _of_matter(row, case))])
    for ref in refs:
        if milestone := case.find(Milestone, ref) or _earlier(Milestone, ref, case):
            yield _milestone(milestone, row, case)
        elif group := case.find(TaskAndFinishGroup, ref):
            if group.in_question("purpose", "status"):
                yield TellingItem(ref, Course.UNKNOWN)
                continue
            late = (group.ends - row.due).days if group.ends and row.due and group.open else 0
            at_work = Course.OFF if late > 0 else Course.ON
            yield TellingItem(ref, None if group.finished else at_work, group.status, group.ends, max(late, 0))
        elif risk := case.find(Risk, ref):
            yield TellingItem(ref, Course.OFF if means(risk.status, RiskStatus.ISSUE) else None, risk.status, score=risk.score)


def _earlier(kind: type[Milestone], ref: str, case: Case) -> Milestone | None:
    return next((row for _, row in case.found_earlier(kind, ref)), None)


def _milestone(row: Milestone, decision: Decision, case: Case) -> TellingItem:
    status = reported_status(case.returns, row).printed if row is case.find(Milestone, row.id) else None
    if means(status or row.status, MilestoneStatus.COMPLETE):
        already = decision.on is not None and row.actual is not None and row.actual <= decision.on
        return TellingItem(row.ref, None if already else Course.ON, status or row.status, row.actual)
    if status is None:
        return TellingItem(row.ref, Course.UNKNOWN)
    late = max((row.forecast - decision.due).days, 0) if row.forecast and decision.due else 0
    if late or means(status, MilestoneStatus.OFF_TRACK, MilestoneStatus.PAUSED, MilestoneStatus.WITHDRAWN):
        return TellingItem(row.ref, Course.OFF, status, row.forecast, late)
    return TellingItem(row.ref, Course.UNKNOWN if decision.due and row.forecast is None else Course.ON, status, row.forecast)


# ---------- the condition ----------


def _condition(row: Decision, case: Case) -> Condition | None:
    indicator = next((i for i in case.settings.indicators if means(row.indicator, i.code)), None)
    if indicator is None or row.comparator is None or row.value is None:
        return None
    trend = case.trends.get(indicator.code)
    newest = trend.latest if trend else None
    points = [p for p in trend.points if p.value is not None and row.on and p.period <= row.on] if trend else []
    then = points[-1] if points else None
    return Condition(indicator, row.comparator, row.value, row.by, newest, then, _kept(row, newest, then, case.position))


def _kept(row: Decision, newest: Point | None, then: Point | None, position: date) -> Course:
    """Without a day the figure must be so in every period; before its day it may still be on its way, if it has come nearer."""
    if newest is None or newest.value is None or row.comparator is None or row.value is None:
        return Course.UNKNOWN
    if Comparator(row.comparator.meaning).holds(newest.value, row.value):
        return Course.ON
    if row.by is None or row.by < position:
        return Course.OFF
    nearer = then is not None and then.value is not None and abs(newest.value - row.value) < abs(then.value - row.value)
    return Course.NOT_YET if nearer else Course.OFF
