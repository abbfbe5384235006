"""The public summary in figures: what the plan means for families, what is done, late or still to come, what was asked and answered.

“Using lived experience and setting insight to inform strategic decision-making” (Board: Co-production at Board level): those who were heard
can read what came of it. Their own words, and a partner's, stand here only where their form agrees; a count of very few people nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ...assess.outcomes import OutcomeKind
from ...model import Lens, Month
from ...returns.partner import Concern
from ...rules.case import Case
from ...senders import sender_name
from ...settings import Theme
from .. import Position
from ..answers import Answered
from ..confidence import ConfidenceLine
from ..indicators import Glance
from ..plan import NO_RETURN, NO_UPDATE, NOT_STATED, Standing, slip
from ..voice import GroupSaid
from .may_be_public import Held, agreed, fit, is_exempt, without_ids

LATE = ("off_track", "at_risk", "paused")
"""What is late, may be late, or is on hold, in the order it is told."""


@dataclass(frozen=True)
class Promise:
    """One thing promised and what it means for families, in the words of whoever is doing it.

    `due` is the day first agreed, `when` the day it was done or is now expected; `new` since last time.
    """

    ref: str
    says: str
    meaning: str
    due: date | None
    when: date | None
    new: bool


@dataclass(frozen=True)
class Promises:
    """Promises of one kind: those described, and how many more there are."""

    shown: tuple[Promise, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Tally:
    """How many of the things promised stand where. `unheard`: nobody has said this month."""

    total: int
    done: int
    on_time: int
    may_be_late: int
    late: int
    on_hold: int
    stopped: int
    unheard: int


@dataclass(frozen=True)
class HeardInPublic:
    """One group and what it said: (which box, its words); none where its form does not let it be quoted in public."""

    name: str
    state: Literal["spoke", "nil", "silent"]
    words: tuple[tuple[str, str], ...] = ()
    kept_back: int = 0


@dataclass(frozen=True)
class Concerned:
    """One partner organisation's concern, in its own words, and what it asks."""

    name: str
    concern: str
    ask: str


@dataclass(frozen=True)
class Reply:
    """One thing asked and what was done: `said` in the words of whoever asked."""

    who: str
    month: Month | None
    said: str
    answer: str
    did: str
    impact: str


@dataclass(frozen=True)
class Decided:
    """One decision of the Board, without our IDs."""

    on: date | None
    decision: str
    outcome: str


@dataclass(frozen=True)
class PublicPosition:
    """Everything the public summary prints.

    `disputed` are themes of what is called done or on time, of which families or young people raise a concern while others are content;
    `unworded` the titles of what is late and says nothing of families.

    `replies_unquoted` counts answers to those who have not agreed to be quoted; `held` are words kept back, and why.
    """

    tally: Tally
    sure: ConfidenceLine | None
    measures: tuple[Glance, ...]
    done: Promises
    not_yet: Promises
    coming: Promises
    disputed: tuple[Theme, ...]
    unworded: tuple[str, ...]
    unworded_more: int
    groups: tuple[HeardInPublic, ...]
    partners: tuple[Concerned, ...]
    partners_unquoted: int
    replies: tuple[Reply, ...]
    replies_more: int
    replies_unquoted: int
    decisions: tuple[Decided, ...]
    held: tuple[Held, ...]


def take(case: Case, position: Position) -> PublicPosition:
    """What the public may read of the month."""
    editor, budget = _Editor(case, position), case.settings.budgets.public
    standings = position.milestones.standings
    groups = tuple(editor.group(g) for g in position.voice.groups)
    partners = tuple(editor.partners())
    replies = tuple(editor.replies((*position.voice.answers, *position.voice.answers_not_shown)))
    newest = sorted(editor.promises(standings, "complete"), key=lambda p: (not p.new, -(p.when or date.min).toordinal(), p.ref))
    not_yet = sorted(editor.promises(standings, *LATE), key=lambda p: (LATE.index(p.meaning), p.when or date.max, p.ref))
    coming = sorted(editor.promises(standings, "on_track", "not_started"), key=lambda p: (p.when or date.max, p.ref))
    late = sorted((s for s in standings if s.meaning in LATE and not s.row.for_families), key=lambda s: (-(slip(s) or 0), s.id))
    unworded = [title for s in late if (title := editor.text(s.id, s.row.title))]
    return PublicPosition(
        tally=_tally(standings),
        sure=position.month.confidence,
        measures=position.month.indicators,
        done=_first(newest, budget.done),
        not_yet=_first(not_yet, budget.not_yet),
        coming=_first(coming, budget.coming),
        disputed=editor.disputed(standings),
        unworded=tuple(unworded[: budget.unworded]),
        unworded_more=len(unworded[budget.unworded :]),
        groups=groups,
        partners=partners,
        partners_unquoted=len(case.returns.of(Concern)) - len(partners),
        replies=replies[: budget.answers],
        replies_more=len(replies[budget.answers :]),
        replies_unquoted=editor.unquoted,
        decisions=tuple(editor.decided()),
        held=tuple(dict.fromkeys(editor.held)),
    )


def _first(promises: list[Promise], most: int) -> Promises:
    return Promises(tuple(promises[:most]), len(promises[most:]))


def _tally(standings: Iterable[Standing]) -> Tally:
    every = [s.meaning for s in standings]

    def at(*meanings: str) -> int:
        return sum(m in meanings for m in every)

    return Tally(
        total=len(every), done=at("complete"), on_time=at("on_track", "not_started"), may_be_late=at("at_risk"), late=at("off_track"),
        on_hold=at("paused"), stopped=at("withdrawn"), unheard=at(NO_UPDATE, NO_RETURN, NOT_STATED),
    )  # fmt: skip


class _Editor:
    """Lets through what the public may read, and keeps account of what it kept back."""

    def __init__(self, case: Case, position: Position) -> None:
        self.case, self.position = case, position
        self.held: list[Held] = []
        self.unquoted = 0
        self._names = {s.id: (s.row.title or "").rstrip(".") for s in position.milestones.standings if s.row.title}
        self._agreed = agreed((case.returns, *case.earlier))

    def text(self, ref: str, words: str | None) -> str:
        """What one of us wrote, without our IDs; nothing where it may not stand."""
        if not words:
            return ""
        if why := fit(ref, words, self.case.settings.small_numbers):
            self.held.append(why)
            return ""
        return without_ids(words, self._names)

    def quotation(self, ref: str, words: str) -> str:
        """Somebody's own words, unchanged; nothing where they may not stand."""
        if ref not in self._agreed:
            return ""
        if why := fit(ref, words, self.case.settings.small_numbers):
            self.held.append(why)
            return ""
        return words

    def promises(self, standings: Iterable[Standing], *meanings: str) -> Iterator[Promise]:
        """What these things mean for families, where somebody has said so."""
        newly = {s.id for s in self.position.milestones.completed}
        for standing in standings:
            row = standing.row
            if standing.meaning not in meanings or not (says := self.text(standing.id, row.for_families)):
                continue
            when = row.actual or row.forecast if standing.meaning == "complete" else row.forecast
            yield Promise(standing.id, says, standing.meaning, row.baseline, when, standing.id in newly)

    def disputed(self, standings: Iterable[Standing]) -> tuple[Theme, ...]:
        """Themes on which sources disagree, families or young people among those concerned, and of which something is called done or on time."""
        called_well = {
            s.row.theme.meaning for s in standings if s.meaning in ("complete", "on_track") and s.row.theme and s.row.for_families
        }
        clashing = {o.theme for o in self.case.outcomes if o.kind is OutcomeKind.CONTRADICTION and _concerned(o.lenses.get(Lens.LIVED))}
        return tuple(t for t in self.case.settings.themes if t.id in clashing & called_well)

    def group(self, group: GroupSaid) -> HeardInPublic:
        """One group's words, where its form agrees."""
        words = tuple((b.name, said) for b in group.boxes if (said := self.quotation(b.ref, b.words)))
        return HeardInPublic(group.name, group.state, words, len(group.boxes) - len(words))

    def partners(self) -> Iterator[Concerned]:
        """The concerns of partners whose form agrees."""
        for row in self.case.returns.of(Concern):
            concern = self.quotation(row.id, row.concern or "")
            ask = self.quotation(row.id, row.ask or "")
            if concern:
                yield Concerned(sender_name(row.sender, self.case.settings), concern, ask)

    def replies(self, answers: Iterable[Answered]) -> Iterator[Reply]:
        """What was asked by those whose form agrees, with the answer; the rest are counted."""
        for answer in answers:
            said = self.quotation(answer.ref, answer.said)
            if not said:
                self.unquoted += answer.answered
                continue
            word = answer.answer.text if answer.answer else ""
            did, impact = self.text(answer.ref, answer.did), self.text(answer.ref, answer.impact)
            yield Reply(answer.who, answer.month, said, word, did, impact)

    def decided(self) -> Iterator[Decided]:
        """What the Board has decided since the last pack it received."""
        for row in self.position.log.decided:
            if is_exempt(row, self.case):
                self.held.append(Held(row.ref, "is exempt"))
            elif said := self.text(row.ref, row.decision):
                yield Decided(row.on, said, self.text(row.ref, row.outcome))


def _concerned(direction: str | None) -> bool:
    return direction in ("concern", "weak", "mixed")
