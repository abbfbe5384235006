"""Section 4 in figures: risks identified through the three Workspaces, and RDG's programme risks.

Source: “The Board requires escalation where there is risk relating to …” (Board: Mandatory escalation to the Board). Every open risk in
a mandatory category is shown, whatever the budget.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ..model import Sender, means
from ..returns.rdg import ForTheBoard
from ..returns.received import Returns
from ..returns.workspace import Risk
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..schema import Review
from ..senders import expected_senders, sender_name, sends
from ..settings.board import Category
from ..settings.budgets import RisksBudget
from .budget import Share, share, word_count
from .followed import Followed, acceptances, followed
from .gaps import came

SCORED_BY = Risk.life.scores["score"]
"""The columns the score now is worked out from."""
Movement = Literal["up", "down", "same", "new", "not stated", "no update"]


@dataclass(frozen=True)
class RiskLine:
    """One open risk. `score` is none where it cannot be read or nothing was said this month; `before` is last time's.

    `brought` where RDG brings a matter about it to the Board, and section 2 tells of it; `accepted`, the decision by which the Board
    accepted it.
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

    @property
    def id(self) -> str:
        """Its ID for life."""
        return self.row.ref

    @property
    def worse(self) -> bool:
        """New, or scored higher than last time."""
        return self.movement in ("new", "up")

    @property
    def matters(self) -> bool:
        """In a mandatory category, extreme, rising, or extreme when last heard of."""
        return self.mandatory or self.extreme or self.movement == "up" or (self.unscored and self.extreme_before)

    @property
    def unscored(self) -> bool:
        """Whether its score this month cannot be told: it keeps its place by last time's, if it had one."""
        return self.movement == "not stated"

    @property
    def in_question(self) -> bool:
        """Whether a score was given that cannot be right or cannot be read."""
        return self.row.in_question(*SCORED_BY)


@dataclass(frozen=True)
class Unreported:
    """A register that did not come: how many risks were open there when last heard of, and which of them are in a mandatory category.

    `lacks` says whether the return came without it.
    """

    sender: Sender
    name: str
    open: int
    mandatory: tuple[str, ...]
    extreme: int
    lacks: bool = False


@dataclass(frozen=True)
class RisksPosition:
    """The open risks.

    `table` holds those described in full; mandatory ones beyond the budget have a line each in `brief`, and very many are `named` with
    their score. None is left out.
    """

    open: tuple[RiskLine, ...]
    table: Share[RiskLine]
    brief: tuple[RiskLine, ...]
    named: tuple[RiskLine, ...]
    left_out: tuple[RiskLine, ...]
    mandatory: int
    extreme: int
    extreme_before: int | None
    open_before: int | None
    rose: tuple[RiskLine, ...]
    fell: tuple[RiskLine, ...]
    new: tuple[RiskLine, ...]
    closed: tuple[Risk, ...]
    closed_before: tuple[Risk, ...]
    happened: tuple[Risk, ...]
    managed: tuple[Risk, ...]
    overdue: tuple[RiskLine, ...]
    not_reviewed: tuple[RiskLine, ...]
    not_scored: tuple[RiskLine, ...]
    gone: tuple[Risk, ...]
    beyond: tuple[RiskLine, ...]
    unreported: tuple[Unreported, ...]
    unscored: bool
    by_category: tuple[tuple[Category, int], ...]

    @property
    def whole(self) -> bool:
        """Whether every register came, with its scores: otherwise no count of the risks is known, and none of them is called none or fewer."""
        return not self.unreported and not self.unscored

    @property
    def shown(self) -> int:
        """How many of the open risks are described."""
        return len(self.table.shown) + len(self.brief) + len(self.named)

    @property
    def figures(self) -> dict[str, str | int | float | None]:
        """The numbers the Board sees, by name."""
        return {
            "risks": len(self.open),
            "risks.extreme": self.extreme,
            "risks.mandatory": self.mandatory,
            "risks.rose": len(self.rose),
            "risks.fell": len(self.fell),
            "risks.new": len(self.new),
            "risks.closed": len(self.closed),
            "risks.overdue": len(self.overdue),
        }


def take(case: Case, verdicts: Verdicts) -> RisksPosition:
    """Work out where the risks stand."""
    rows = case.returns.of(Risk)
    before = {r.id: r for r in case.before.of(Risk) if r.id} if case.before else {}
    brought = frozenset(ref for matter in case.returns.of(ForTheBoard) for ref in matter.linked or ())
    accepted = acceptances(followed(case), case)
    lines = sorted((_risk_line(r, before.get(r.id or ""), brought, accepted, case) for r in rows if r.open), key=_rank)
    table, brief = _shared(lines, case.settings.budgets.risks)
    named = tuple(line for line in table.left_out if line.mandatory and line not in brief)
    described = {id(line) for line in (*table.shown, *brief, *named)}
    shut = [r for r in rows if means(r.status, "closed")]
    shut_before = {r.id for r in before.values() if means(r.status, "closed")}
    open_before = [r for r in before.values() if r.open]
    return RisksPosition(
        open=tuple(lines),
        table=table,
        brief=brief,
        named=named,
        left_out=tuple(line for line in lines if id(line) not in described),
        mandatory=sum(line.mandatory for line in lines),
        extreme=sum(line.extreme for line in lines),
        extreme_before=sum(_extreme(score_now(r), case) for r in open_before) if case.before else None,
        open_before=len(open_before) if case.before else None,
        rose=tuple(line for line in lines if line.movement == "up"),
        fell=tuple(line for line in lines if line.movement == "down"),
        new=tuple(line for line in lines if line.movement == "new"),
        closed=tuple(r for r in shut if r.id not in shut_before),
        closed_before=tuple(r for r in shut if r.id in shut_before),
        happened=tuple(r for r in rows if means(r.status, "issue")),
        managed=tuple(r for r in rows if means(r.status, "managed")),
        overdue=tuple(line for line in lines if line.overdue),
        not_reviewed=tuple(line for line in lines if line.movement == "no update"),
        not_scored=tuple(line for line in lines if line.movement == "not stated"),
        gone=_gone(case, before),
        beyond=tuple(line for line in lines if _reaches(line.score, case.settings.parameters.score.value)),
        unreported=tuple(_unreported(case)),
        unscored=any(case.returns.lacks(Risk, s, *SCORED_BY) for s in expected_senders(case.settings) if sends(s, Risk)),
        by_category=tuple((c, sum(in_category(line.row, c.key) for line in lines)) for c in case.settings.categories),
    )


def in_category(risk: Risk, key: str) -> bool:
    """Whether a risk carries this mandatory category."""
    return any(c.meaning == key for c in risk.categories or ())


def score_now(risk: Risk) -> int | None:
    """The score as of the month; none where nothing was said of the risk that month."""
    return None if risk.review is Review.NOT_REVIEWED else risk.score


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
        extreme=_extreme(score, case),
        extreme_before=_extreme(was, case),
        overdue=row.next_review is not None and row.next_review < case.position,
        brought=row.ref in brought,
        accepted=accepted.get(row.ref),
    )


def _reaches(score: int | None, value: int | None) -> bool:
    """Whether a score reaches the Board's own parameter, where it has set one."""
    return score is not None and value is not None and score >= value


def _extreme(score: int | None, case: Case) -> bool:
    return score is not None and score >= case.settings.top_band.least


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
    """Mandatory items first, then the worst, then what changed."""
    moved = {"up": 0, "new": 0, "no update": 1, "not stated": 1, "same": 2, "down": 2}[line.movement]
    return (0 if line.mandatory else 1, -(line.score or line.before or 0), moved, line.id)


def _shared(lines: list[RiskLine], budget: RisksBudget) -> tuple[Share[RiskLine], tuple[RiskLine, ...]]:
    """Full rows to the budget: mandatory ones by what changed and by score, then extreme and rising. Those beyond it have a line each.

    There are half as many lines where more wait for one; of the rest the mandatory are named.
    """
    mandatory = sorted((line for line in lines if line.mandatory), key=lambda line: (not line.worse, *_rank(line)))
    others = [line for line in lines if not line.mandatory and line.matters]
    table = share([*mandatory, *others], budget, words=_words)
    waiting = table.left_out
    if len(waiting) == 1:  # a table of one row would take more room than the row
        table, waiting = Share((*table.shown, *waiting)), ()
    return _in_rank(table), waiting[: budget.lines if len(waiting) <= budget.lines else budget.lines // 2]


def _in_rank(table: Share[RiskLine]) -> Share[RiskLine]:
    return Share(tuple(sorted(table.shown, key=_rank)), table.left_out)


def _words(line: RiskLine) -> int:
    return (
        word_count(
            line.row.title, line.row.changed if line.movement == "up" and not line.brought else None, line.row.controls, line.row.gaps
        )
        + 8
    )


def _gone(case: Case, before: dict[str, Risk]) -> tuple[Risk, ...]:
    here = {r.id for r in case.returns.of(Risk)}
    return tuple(
        r for r in before.values() if r.id not in here and r.open and r.review is not Review.CLOSE and came(case.returns, r.sender, Risk)
    )


def _unreported(case: Case) -> Iterable[Unreported]:
    for sender in expected_senders(case.settings):
        if not sends(sender, Risk) or came(case.returns, sender, Risk):
            continue
        last = [r for r in _last_from(sender, case.earlier) if r.open]
        yield Unreported(
            sender,
            sender_name(sender, case.settings),
            len(last),
            tuple(r.ref for r in last if r.categories),
            sum(_extreme(r.score, case) for r in last),
            came(case.returns, sender),
        )


def _last_from(sender: Sender, earlier: Iterable[Returns]) -> tuple[Risk, ...]:
    """What a sender last reported, in the newest month it sent anything."""
    months = [returns for returns in earlier if came(returns, sender, Risk)]
    return months[-1].of(Risk, sender) if months else ()
