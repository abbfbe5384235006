"""What the public may read of a month: our own words without IDs, others' words where they agree, and an account of what was kept back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ...meanings import MilestoneStatus
from ...rules.case import Case
from ..plan import MilestoneStanding
from ..whole import Position
from .may_be_public import Held, agreed, fit, kinds_for_all, without_ids

THIS_PACK = re.compile(r"\b(?:this|the) (?:Board |assurance )?pack\b")
"""What our own words call the Board's pack: the public has a summary in its hands, and not that."""


@dataclass(frozen=True)
class Promise:
    """One thing promised and what it means for families, in the words of whoever is doing it.

    `due` is the day first agreed, `when` the day it was done or is now expected; `new` since last time. `in_question`: a day was sent that cannot be right.
    `reported`: it is said to be done, and nothing is cited that shows it. `asked`: whether `when` is the right day is still asked about.
    """

    ref: str
    says: str
    meaning: str
    due: date | None
    when: date | None
    new: bool
    in_question: bool = False
    reported: bool = False
    asked: bool = False


class Editor:
    """Lets through what the public may read, and keeps account of what it kept back."""

    def __init__(self, case: Case, position: Position) -> None:
        """Edit one month; `held` and `unquoted` grow as words are kept back.

        `names` is what anybody may read beside an ID in somebody's own words, and in its place where the words are ours.
        """
        self.case, self.position = case, position
        self.held: list[Held] = []
        self.unquoted = 0
        self.names = {
            **kinds_for_all(position.names),
            **{s.id: f"“{s.row.title.rstrip('.')}”" for s in position.milestones.standings if s.row.title},
            **{i.code: f"“{i.for_families or i.name}”" for i in case.settings.indicators},
        }
        self._agreed = agreed((case.returns, *case.earlier))

    def text(self, ref: str, words: str | None) -> str:
        """What one of us wrote, without our IDs; nothing where it may not stand."""
        if not words:
            return ""
        if why := fit(ref, words, self.case.settings.small_numbers):
            self.held.append(why)
            return ""
        return THIS_PACK.sub("the Board’s papers", without_ids(words, self.names))

    def may_quote(self, ref: str) -> bool:
        """Whether whoever said this has agreed to be quoted in public."""
        return ref in self._agreed

    def quotation(self, ref: str, words: str) -> str:
        """Somebody's own words, unchanged; nothing where they may not stand."""
        if not self.may_quote(ref):
            return ""
        if why := fit(ref, words, self.case.settings.small_numbers):
            self.held.append(why)
            return ""
        return words

    def promises(self, standings: Iterable[MilestoneStanding], *meanings: str) -> Iterator[Promise]:
        """What these things mean for families, where somebody has said so."""
        newly = {s.id for s in self.position.milestones.completed}
        asked = {line.row.ref for group in self.position.milestones.plan for line in group.lines if line.doubted}
        for standing in standings:
            row = standing.row
            if standing.meaning not in meanings or not (says := self.text(standing.id, row.for_families)):
                continue
            when = row.actual or row.forecast if standing.meaning == "complete" else row.forecast
            wrong = when is None and row.in_question("actual", "forecast")
            yield Promise(
                standing.id, says, standing.meaning, row.baseline, when, standing.id in newly, wrong, only_reported(standing), standing.id in asked
            )  # fmt: skip


def only_reported(standing: MilestoneStanding) -> bool:
    """Whether a milestone is called complete and nothing is cited that shows it: the Board is told so, and so is everybody."""
    return standing.meaning == MilestoneStatus.COMPLETE and not standing.row.evidence
