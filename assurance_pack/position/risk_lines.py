"""Each open risk as the pack tells of it: its score, how it moved, whether it matters; in the order in which it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from ..meanings import DecisionAsked, RiskResponse
from ..model import means
from ..returns.board_log import Decision
from ..returns.rdg import ForTheBoard
from ..returns.workspace import Risk
from ..rules.case import Case
from ..schema import Review
from ..settings.budgets import RisksBudget
from .budget import Share, share, word_count
from .followed import Followed, acceptances, followed

SCORED_BY = Risk.life.scores["score"]
"""The columns the score now is worked out from."""
Movement = Literal["up", "down", "same", "new", "not stated", "no update"]


@dataclass(frozen=True)
class RiskLine:
    """One open risk. `score` is none where it cannot be read or nothing was said this month; `before` is last time's.

    `brought` where RDG brings a matter about it to the Board, and section 2 tells of it; `accepted`, the decision by which the Board
    accepted it; `acceptance_in_question` where it is in question which decision that is, or what a decision was about that may be it.
    """

    row: Risk
    score: int | None
    band: str
    before: int | None
    band_before: str
    before_at: tuple[int, int] | None
    movement: Movement
    mandatory: bool
    extreme: bool
    extreme_before: bool
    overdue: bool
    brought: bool
    accepted: Followed | None
    acceptance_in_question: bool

    @property
    def id(self) -> str:
        """Its ID for life."""
        return self.row.ref

    @property
    def worse(self) -> bool:
        """New, or scored higher than last time."""
        return self.movement in ("new", "up")

    @property
    def extreme_as_known(self) -> bool:
        """Extreme by its score; by last time's where this month's cannot be told."""
        return self.extreme or (self.unscored and self.extreme_before)

    @property
    def matters(self) -> bool:
        """In a mandatory category, extreme, rising, or extreme when last heard of."""
        return self.mandatory or self.extreme_as_known or self.movement == "up"

    @property
    def to_be_told(self) -> bool:
        """Whether page 1 tells of it by itself: mandatory and new, higher or of a score nobody can tell; or Extreme in any category or none."""
        return (self.mandatory or self.extreme_as_known) and (self.worse or self.unscored)

    @property
    def unscored(self) -> bool:
        """Whether its score this month cannot be told: it keeps its place by last time's, if it had one."""
        return self.movement == "not stated"

    @property
    def in_question(self) -> bool:
        """Whether a score was given that cannot be right or cannot be read."""
        return self.row.in_question(*SCORED_BY)


def risk_lines(case: Case, before: Mapping[str, Risk]) -> tuple[RiskLine, ...]:
    """The open risks in order of rank; `before` are those of last time, by ID."""
    brought = frozenset(ref for matter in case.returns.of(ForTheBoard) for ref in matter.linked or ())
    accepted = acceptances(followed(case), case)
    lines = (_risk_line(r, before.get(r.id or ""), brought, accepted, case) for r in case.returns.of(Risk) if r.open)
    return tuple(sorted(lines, key=_rank))


def in_category(risk: Risk, key: str) -> bool:
    """Whether a risk carries this mandatory category."""
    return any(c.meaning == key for c in risk.categories or ())


def score_now(risk: Risk) -> int | None:
    """The score as of the month; none where nothing was said of the risk that month."""
    return None if risk.review is Review.NOT_REVIEWED else risk.score


def is_extreme(score: int | None, case: Case) -> bool:
    """Whether a score lies in the top band."""
    return score is not None and score >= case.settings.top_band.least


def _risk_line(row: Risk, before: Risk | None, brought: frozenset[str], accepted: Mapping[str, Followed], case: Case) -> RiskLine:
    score, was = score_now(row), before.score if before else None
    return RiskLine(
        row=row,
        score=score,
        band=case.settings.band(score) if score else "",
        before=was,
        band_before=case.settings.band(was) if was else "",
        before_at=(before.likelihood, before.consequence) if before and before.likelihood and before.consequence else None,
        movement=_movement(row, score, before, case),
        mandatory=bool(row.categories),
        extreme=is_extreme(score, case),
        extreme_before=is_extreme(was, case),
        overdue=row.next_review is not None and row.next_review < case.position,
        brought=row.ref in brought,
        accepted=accepted.get(row.ref),
        acceptance_in_question=row.in_question("decision") or _may_be_accepted(row, case),
    )


def _may_be_accepted(row: Risk, case: Case) -> bool:
    """Whether the risk is tolerated, names no decision, and a decision stands in the log of which it is in question what it was about."""
    if row.decision or not means(row.response, RiskResponse.TOLERATE):
        return False
    doubtful = (d for d in case.returns.of(Decision) if d.in_question("item", "kind"))
    return any(d.in_question("kind") or means(d.kind, DecisionAsked.ACCEPT_SYSTEM_RISK) for d in doubtful)


def _movement(row: Risk, score: int | None, before: Risk | None, case: Case) -> Movement:
    if row.review is Review.NOT_REVIEWED:
        return "no update"
    if score is None:
        return "not stated"
    if before is None:
        return "new" if case.before is not None else "same"
    if before.score is None or before.score == score:
        return "same"
    return "up" if score > before.score else "down"


def _rank(line: RiskLine) -> tuple[int, int, int, str]:
    """The highest score first; of equals the mandatory, then what changed."""
    moved = {"up": 0, "new": 0, "no update": 1, "not stated": 1, "same": 2, "down": 2}[line.movement]
    return (-(line.score or line.before or 0), 0 if line.mandatory else 1, moved, line.id)


def by_room(lines: tuple[RiskLine, ...], budget: RisksBudget) -> tuple[Share[RiskLine], tuple[RiskLine, ...]]:
    """Full rows to the budget: what is Extreme, then what is new or rising, then the other mandatory ones.

    So what yields its controls first is what is in a mandatory category, not in the top band, and no worse than last time. Those beyond it have a line each, half as many where more wait for one; of the rest the mandatory are named. Whatever is chosen stands
    with the highest score first.
    """
    needed = sorted((line for line in lines if line.matters), key=lambda line: (_call(line), *_rank(line)))
    table = share(needed, budget, words=_words_told)
    waiting = table.left_out
    if len(waiting) == 1:  # a table of one row would take more room than the row
        table, waiting = Share((*table.shown, *waiting)), ()
    briefly = waiting[: budget.lines if len(waiting) <= budget.lines else budget.lines // 2]
    return _in_rank(table), tuple(sorted(briefly, key=_rank))


def _call(line: RiskLine) -> int:
    """Its call on a full row, the first being 0; without a score this month it has the call of last time's."""
    if line.extreme or (line.score is None and line.extreme_before):
        return 0
    return 1 if line.worse else 2


def _in_rank(table: Share[RiskLine]) -> Share[RiskLine]:
    return Share(tuple(sorted(table.shown, key=_rank)), table.left_out)


def _words_told(line: RiskLine) -> int:
    return (
        word_count(
            line.row.title, line.row.changed if line.movement == "up" and not line.brought else None, line.row.controls, line.row.gaps
        )
        + 8
    )
