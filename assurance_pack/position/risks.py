"""Section 4 in figures: risks identified through the three Workspaces, and RDG's programme risks.

Source: “The Board requires escalation where there is risk relating to …” (Board: Mandatory escalation to the Board). Every open risk in
a mandatory category is shown, whatever the budget.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Sender, means
from ..returns.received import Returns
from ..returns.workspace import Risk
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..schema import Review
from ..senders import expected_senders, sender_name, sends
from ..settings.board import Category
from .budget import Share
from .gaps import came
from .risk_lines import SCORED_BY, Movement, RiskLine, by_room, in_category, is_extreme, risk_lines, score_now


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
    closed: tuple[Risk, ...]
    closed_before: tuple[Risk, ...]
    happened: tuple[Risk, ...]
    managed: tuple[Risk, ...]
    gone: tuple[Risk, ...]
    beyond: tuple[RiskLine, ...]
    unreported: tuple[Unreported, ...]
    unscored: bool
    by_category: tuple[tuple[Category, int], ...]

    @property
    def rose(self) -> tuple[RiskLine, ...]:
        """Those scored higher than last time."""
        return self._by("up")

    @property
    def fell(self) -> tuple[RiskLine, ...]:
        """Those scored lower than last time."""
        return self._by("down")

    @property
    def new(self) -> tuple[RiskLine, ...]:
        """Those that were not there last time."""
        return self._by("new")

    @property
    def not_reviewed(self) -> tuple[RiskLine, ...]:
        """Those of which nothing was said this month."""
        return self._by("no update")

    @property
    def not_scored(self) -> tuple[RiskLine, ...]:
        """Those whose score this month cannot be told."""
        return self._by("not stated")

    @property
    def overdue(self) -> tuple[RiskLine, ...]:
        """Those whose next review was due before the position date."""
        return tuple(line for line in self.open if line.overdue)

    def _by(self, movement: Movement) -> tuple[RiskLine, ...]:
        return tuple(line for line in self.open if line.movement == movement)

    @property
    def whole(self) -> bool:
        """Whether every register came, with its scores: otherwise no count of the risks is known, and none of them is called none or fewer."""
        return not self.unreported and not self.unscored

    @property
    def all_known(self) -> bool:
        """Whether nothing may be Extreme besides what is known to be: every register came, with a score for each risk, and none went without a word."""
        return self.whole and not (self.gone or self.not_reviewed or self.not_scored)

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
    lines = risk_lines(case, before)
    table, brief = by_room(lines, case.settings.budgets.risks)
    named = tuple(line for line in table.left_out if line.mandatory and line not in brief)
    described = {id(line) for line in (*table.shown, *brief, *named)}
    shut = [r for r in rows if means(r.status, "closed")]
    shut_before = {r.id for r in before.values() if means(r.status, "closed")}
    open_before = [r for r in before.values() if r.open]
    return RisksPosition(
        open=lines,
        table=table,
        brief=brief,
        named=named,
        left_out=tuple(line for line in lines if id(line) not in described),
        mandatory=sum(line.mandatory for line in lines),
        extreme=sum(line.extreme for line in lines),
        extreme_before=sum(is_extreme(score_now(r), case) for r in open_before) if case.before else None,
        open_before=len(open_before) if case.before else None,
        closed=tuple(r for r in shut if r.id not in shut_before),
        closed_before=tuple(r for r in shut if r.id in shut_before),
        happened=tuple(r for r in rows if means(r.status, "issue")),
        managed=tuple(r for r in rows if means(r.status, "managed")),
        gone=_gone(case, before),
        beyond=tuple(line for line in lines if _reaches(line.score, case.settings.parameters.score.value)),
        unreported=tuple(_unreported(case)),
        unscored=any(case.returns.lacks(Risk, s, *SCORED_BY) for s in expected_senders(case.settings) if sends(s, Risk)),
        by_category=tuple((c, sum(in_category(line.row, c.key) for line in lines)) for c in case.settings.categories),
    )


def _reaches(score: int | None, value: int | None) -> bool:
    """Whether a score reaches the Board's own parameter, where it has set one."""
    return score is not None and value is not None and score >= value


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
            sum(is_extreme(r.score, case) for r in last),
            came(case.returns, sender),
        )


def _last_from(sender: Sender, earlier: Iterable[Returns]) -> tuple[Risk, ...]:
    """What a sender last reported, in the newest month it sent anything."""
    months = [returns for returns in earlier if came(returns, sender, Risk)]
    return months[-1].of(Risk, sender) if months else ()
