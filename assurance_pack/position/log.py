"""Section 9 in figures: actions overdue first, challenge with its answer until the Board closes it, decisions since last time.

Source: “Challenge will be explicit and visible. Follow-up will be proportionate, with significant issues resulting in agreed actions”
(Board: Challenge and accountability).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from ..assess.decided import Undecided
from ..model import Cell
from ..returns.board_log import BOARD_LOG, Action, Challenge, Decision
from ..returns.received import Returns
from ..returns.shared import ChallengeToAnswer
from ..rules.case import Case
from ..rules.engine import Verdicts
from .budget import room
from .challenges import ChallengeLine, answers_elsewhere, challenges, unanswered_before
from .days_asked import asked_of, days_asked, in_time_by_such_a_day
from .decisions import open_asks
from .followed import Course, Followed, followed
from .not_heard_of import not_heard_of


@dataclass(frozen=True)
class ActionLine:
    """One open action; `days_overdue` is 0 where it is not yet due, or no date was given. `day_asked`: the day it is due is asked about.

    `away` is one that has no row any more and was not closed, `in_question` one whose row is of another: both stand as last reported.
    """

    row: Action
    days_overdue: int
    day_asked: bool = False
    away: bool = False

    @property
    def in_question(self) -> bool:
        """Whether its row is of another; a day alone that cannot be read stands as last reported, and it is late by it."""
        return self.row.in_question("action") and self.row.in_question("due", "status")

    @property
    def overdue(self) -> bool:
        """Whether it is known to be overdue."""
        return self.days_overdue > 0 and self.known

    @property
    def known(self) -> bool:
        """Whether it is known how it stands now."""
        return not (self.away or self.in_question)


@dataclass(frozen=True)
class LogPosition:
    """Actions, challenge and decisions. `before` counts are last time's, measured on last time's position date.

    `actions_asked` are the open actions that are not overdue by a day that is asked about. `decided` is what was decided since last time; of it `decisions` require nothing further and are told once, the rest are `followed`.
    """

    received: bool
    actions_open: int
    actions_overdue: int
    actions_asked: tuple[str, ...]
    actions_not_known: tuple[str, ...]
    """The open actions of which it is not known whether they are overdue: not heard of, or in question."""
    overdue_before: int | None
    actions: tuple[ActionLine, ...]
    actions_not_shown: tuple[ActionLine, ...]
    not_shown_overdue: int
    actions_finished: tuple[Action, ...]
    actions_finished_before: tuple[Action, ...]
    challenges_open: int
    challenges_unanswered: int
    unanswered_before: int | None
    challenges: tuple[ChallengeLine, ...]
    challenges_not_shown: tuple[ChallengeLine, ...]
    challenges_closed: int
    challenges_closed_before: tuple[Challenge, ...]
    answers_elsewhere: tuple[ChallengeToAnswer, ...]
    decisions_new: int
    decided: tuple[Decision, ...]
    decisions: tuple[Decision, ...]
    decisions_not_shown: tuple[Decision, ...]
    decisions_before: tuple[Decision, ...]
    followed: tuple[Followed, ...]
    followed_not_shown: tuple[Followed, ...]
    undecided: tuple[Undecided, ...]

    @property
    def not_known(self) -> tuple[Followed, ...]:
        """The decisions of which it is not known whether their outcome is on course: what would show it was not reported."""
        return tuple(f for f in (*self.followed, *self.followed_not_shown) if f.course is Course.UNKNOWN)

    @property
    def day_asked(self) -> tuple[Followed, ...]:
        """The decisions that are not off course, and of which a day is asked about."""
        return tuple(f for f in (*self.followed, *self.followed_not_shown) if f.day_asked)

    @property
    def off_course(self) -> tuple[Followed, ...]:
        """Decisions whose outcome is not on its way as the Board required."""
        return tuple(f for f in (*self.followed, *self.followed_not_shown) if f.course is Course.OFF)


def take(case: Case, verdicts: Verdicts) -> LogPosition:
    """Where the Board's own log stands on the position date."""
    rows = case.settings.budgets.log.rows
    asked_about = days_asked(verdicts)
    away = (replace(_action_line(a, case.position), away=True) for a in not_heard_of(Action, case, verdicts))
    here = (_action_line(a, case.position, asked_about) for a in case.returns.of(Action) if a.open)
    actions = sorted((*here, *away), key=_urgency)
    finished = [a for a in case.returns.of(Action) if a.finished]
    done_before = _ids_finished(case.before)
    challenged = challenges(case, not_heard_of(Challenge, case, verdicts))
    still_open = [c for c in challenged if not c.closed]
    shown = room(case.settings.budgets.log.challenges, len(challenged))
    placed = {id(c.row) for c in challenged}
    logged = case.returns.of(Decision)
    known = _decisions_known(case)
    lines = tuple(replace(f, day_asked=in_time_by_such_a_day(f, case, asked_about)) for f in followed(case))
    told = {f.row.ref for f in lines}
    followed_shown = room(case.settings.budgets.log.decisions, len(lines))
    new = sorted((d for d in logged if d.decided and d.ref not in known), key=lambda d: (d.on or date.min, d.ref))
    once = [d for d in new if d.ref not in told]
    waiting = open_asks(case)
    asked = {id(u.row) for u in waiting}
    receipt = case.returns.receipt(BOARD_LOG)
    return LogPosition(
        received=bool(actions or finished or logged or case.returns.of(Challenge)) or bool(receipt and receipt.counts),
        actions_open=len(actions),
        actions_overdue=sum(a.overdue for a in actions),
        actions_asked=tuple(a.row.ref for a in actions if a.day_asked and not a.days_overdue and a.known),
        actions_not_known=tuple(a.row.ref for a in actions if not a.known),
        overdue_before=_overdue_before(case),
        actions=tuple(actions[:rows]),
        actions_not_shown=tuple(actions[rows:]),
        not_shown_overdue=sum(a.overdue for a in actions[rows:]),
        actions_finished=tuple(a for a in finished if a.ref not in done_before),
        actions_finished_before=tuple(a for a in finished if a.ref in done_before),
        challenges_open=len(still_open),
        challenges_unanswered=sum(not c.answers for c in still_open),
        unanswered_before=unanswered_before(case),
        challenges=tuple(challenged[:shown]),
        challenges_not_shown=tuple(challenged[shown:]),
        challenges_closed=len(challenged) - len(still_open),
        challenges_closed_before=tuple(c for c in case.returns.of(Challenge) if id(c) not in placed),
        answers_elsewhere=answers_elsewhere(case, challenged),
        decisions_new=len(new),
        decided=tuple(new),
        decisions=tuple(once[:rows]),
        decisions_not_shown=tuple(once[rows:]),
        decisions_before=tuple(d for d in logged if d.ref not in told and d not in once and id(d) not in asked),
        followed=lines[:followed_shown],
        followed_not_shown=lines[followed_shown:],
        undecided=waiting,
    )


def _action_line(action: Action, position: date, asked: frozenset[Cell] = frozenset()) -> ActionLine:
    return ActionLine(action, max(0, (position - action.due).days) if action.due else 0, asked_of(action, asked))


def _urgency(line: ActionLine) -> tuple[int, date, str]:
    return (-line.days_overdue, line.row.due or date.max, line.row.ref)


def _ids_finished(returns: Returns | None) -> set[str]:
    return {a.ref for a in returns.of(Action) if a.finished} if returns else set()


def _overdue_before(case: Case) -> int | None:
    if case.last is None or case.before is None or not case.before.of(Action):
        return None
    at = case.last.position
    return sum(_action_line(a, at).days_overdue > 0 for a in case.before.of(Action) if a.open)


def _decisions_known(case: Case) -> set[str]:
    """Decisions the Board has already been shown, in any pack up to the last it received."""
    received = [r.returns for r in case.history if case.last and r.month <= case.last.month]
    return {d.ref for returns in received for d in returns.of(Decision) if d.decided}
