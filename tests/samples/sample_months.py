"""The illustrative months as read, for the tests of what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from assurance_pack.assess.changes import Changes, compare
from assurance_pack.assess.outcomes import Outcome, OutcomeKind, outcomes
from assurance_pack.assess.signals import signals
from assurance_pack.assess.trends import Trend, trends
from assurance_pack.home import Home
from assurance_pack.intake.read import read_month
from assurance_pack.model import Month
from assurance_pack.model.problem import Problem
from assurance_pack.record.carry import carry_forward
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.returns.received import Returns
from assurance_pack.rules import all_rules, judge
from assurance_pack.rules.case import Case
from assurance_pack.rules.waiving import waivers_of
from assurance_pack.schema import Row, columns
from assurance_pack.settings import Settings

ROOT = Path(__file__).parent.parent.parent
INPUTS = ROOT / "inputs"
APRIL, MAY, JUNE, JULY = (Month(f"2026-0{n}") for n in range(4, 8))
MONTHS = (APRIL, MAY, JUNE, JULY)


class Story:
    """The months as read, each with what came before it carried forward."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.months: dict[Month, Returns] = {}
        self.records: list[Record] = []
        for month in MONTHS:
            read = read_month(Home(ROOT), month, settings)
            returns = carry_forward(read.returns, self.records[-1] if self.records else None)
            self.months[month] = returns
            position = self.position(month)
            rows = frozen_rows(returns.rows)
            self.records.append(Record(month=month, position=position, settings=settings, rows=rows, receipts=returns.receipts))

    def position(self, month: Month) -> date:
        meeting = self.settings.meeting(month)
        assert meeting
        return meeting.position

    def each(self, item: str) -> list[Row]:
        """One item, month by month."""
        return [r.by_id[item] for r in self.months.values() if item in r.by_id]

    def trends(self, month: Month = JUNE) -> dict[str, Trend]:
        return dict(trends(self.months[month], self.settings))

    def problems(self, month: Month = JUNE) -> tuple[Problem, ...]:
        """What every rule finds, with the waivers of the Board log applied."""
        returns = self.months[month]
        earlier = tuple(r for r in self.records if r.month < month)
        said = signals(returns, self.settings, self.position(month), self.trends(month), earlier)
        case = Case(
            month=month, settings=self.settings, returns=returns, position=self.position(month), last=earlier[-1] if earlier else None,
            history=earlier, changes=compare(returns, earlier[-1]) if earlier else Changes(), signals=said,
            outcomes=outcomes(said, self.settings, returns), trends=self.trends(month),
        )  # fmt: skip
        return judge(all_rules(), case, waivers_of(returns)).problems

    def outcomes(self, month: Month = JUNE) -> dict[str, OutcomeKind]:
        return {o.theme: o.kind for o in self.heard(month)}

    def heard(self, month: Month = JUNE) -> tuple[Outcome, ...]:
        returns = self.months[month]
        earlier = tuple(r for r in self.records if r.month < month)
        said = signals(returns, self.settings, self.position(month), self.trends(month), earlier)
        return outcomes(said, self.settings, returns)


def texts(returns: Returns) -> Iterator[str]:
    """Every piece of text anybody wrote."""
    for row in returns.rows:
        yield from (v for c in columns(type(row)) if isinstance(v := getattr(row, c.name), str))
