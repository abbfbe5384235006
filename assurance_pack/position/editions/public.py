"""The public summary in figures: what the plan means for families, what is done, late or still to come, what was asked and answered.

“Using lived experience and setting insight to inform strategic decision-making” (Board: Co-production at Board level): those who were heard
can read what came of it. Their own words, and a partner's, stand here only where their form agrees; a count of very few people nowhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ...meanings import Publication
from ...model import Month
from ...returns.partner import Concern
from ...rules.case import Case
from ...senders import sender_name
from ..answers import Answered
from ..confidence import ConfidenceLine
from ..indicators import Glance
from ..plan import NO_RETURN, NO_UPDATE, NOT_STATED, MilestoneStanding, slip
from ..voice import GroupSaid, VoiceState
from ..whole import Position
from .contested import Contested, Contests
from .editor import Editor, Promise, only_reported
from .may_be_public import Held, is_exempt, is_public, marked

LATE = ("off_track", "at_risk", "paused")
"""What is late, may be late, or is on hold, in the order it is told."""


@dataclass(frozen=True)
class Promises:
    """Promises of one kind: those described, and how many more there are."""

    shown: tuple[Promise, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Tally:
    """How many of the things promised stand where. `unheard`: nobody has said this month; `unclear`: what was said cannot be read or cannot be right; `reported`: of those done, how many nothing shows yet."""

    total: int
    done: int
    on_time: int
    may_be_late: int
    late: int
    on_hold: int
    stopped: int
    unheard: int
    unclear: int
    reported: int


@dataclass(frozen=True)
class HeardInPublic:
    """One group and what it said: (which box, its words); none where it has not `agreed` to be quoted in public.

    `kept_back` counts boxes that are withheld, or count very few people, though the group has agreed.
    """

    name: str
    state: VoiceState
    speaks: bool = False
    words: tuple[tuple[str, str], ...] = ()
    agreed: bool = False
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
class ToDecide:
    """One thing the Board is to decide, marked as public: what it is asked, and what has happened."""

    asked: str
    issue: str


@dataclass(frozen=True)
class PublicPosition:
    """Everything the public summary prints.

    `better` are the figures that get better and that nobody contests; `contested` is what is called done or on time while families or young people raise a concern; `unworded` are the titles of what is late
    and says nothing of families.

    `replies_unquoted` counts answers to those who have not agreed to be quoted; `held` are words kept back, and why; `names` is what anybody
    may read of an item beside words that name it by its ID: people's own words are not changed.
    """

    tally: Tally
    sure: ConfidenceLine | None
    measures: tuple[Glance, ...]
    better: tuple[Glance, ...]
    done: Promises
    not_yet: Promises
    coming: Promises
    contested: tuple[Contested, ...]
    unworded: tuple[str, ...]
    unworded_more: int
    groups: tuple[HeardInPublic, ...]
    partners: tuple[Concerned, ...]
    partners_unquoted: int
    replies: tuple[Reply, ...]
    replies_more: int
    replies_unquoted: int
    decisions: tuple[Decided, ...]
    to_decide: tuple[ToDecide, ...]
    held: tuple[Held, ...]
    names: Mapping[str, str]


def take(case: Case, position: Position) -> PublicPosition:
    """What the public may read of the month."""
    editor, budget = _Summary(case, position), case.settings.budgets.public
    contests = Contests(case, position, editor)
    contested = contests.found()
    standings = tuple(s for s in position.milestones.standings if s.id not in contests.told)
    groups = tuple(editor.group(g) for g in position.voice.groups)
    partners = tuple(editor.partners())
    replies = tuple(editor.replies((*position.voice.answers, *position.voice.answers_not_shown)))
    newest = sorted(editor.promises(standings, "complete"), key=lambda p: (not p.new, -(p.when or date.min).toordinal(), p.ref))
    not_yet = sorted(editor.promises(standings, *LATE), key=lambda p: (LATE.index(p.meaning), p.when or date.max, p.ref))
    coming = sorted(editor.promises(standings, "on_track", "not_started"), key=lambda p: (p.when or date.max, p.ref))
    late = sorted((s for s in standings if s.meaning in LATE and not s.row.for_families), key=lambda s: (-(slip(s) or 0), s.id))
    unworded = [title for s in late if (title := editor.text(s.id, s.row.title))]
    return PublicPosition(
        tally=_tally(position.milestones.standings),
        sure=position.month.confidence,
        measures=position.month.indicators,
        better=tuple(g for g in position.month.indicators if _better(g, {c.theme.id for c in contested})),
        done=_first(newest, budget.done),
        not_yet=_first(not_yet, budget.not_yet),
        coming=_first(coming, budget.coming),
        contested=contested,
        unworded=tuple(unworded[: budget.unworded]),
        unworded_more=len(unworded[budget.unworded :]),
        groups=groups,
        partners=partners,
        partners_unquoted=len(case.returns.of(Concern)) - len(partners),
        replies=replies[: budget.answers],
        replies_more=len(replies[budget.answers :]),
        replies_unquoted=editor.unquoted,
        decisions=tuple(editor.decided()),
        to_decide=tuple(editor.to_decide()),
        held=tuple(dict.fromkeys(editor.held)),
        names=editor.names,
    )


def _better(glance: Glance, contested: Collection[str]) -> bool:
    """Whether a figure gets better by more than chance, and nobody says otherwise of its theme."""
    return glance.moved and glance.agrees and glance.change in ("better", "best") and glance.indicator.theme not in contested


def _first(promises: list[Promise], most: int) -> Promises:
    return Promises(tuple(promises[:most]), len(promises[most:]))


def _tally(standings: Iterable[MilestoneStanding]) -> Tally:
    all_of_them = tuple(standings)
    every = [s.meaning for s in all_of_them]

    def at(*meanings: str) -> int:
        return sum(m in meanings for m in every)

    unclear = sum(s.meaning == NOT_STATED and s.row.in_question("status") for s in all_of_them)
    return Tally(
        total=len(every), done=at("complete"), on_time=at("on_track", "not_started"), may_be_late=at("at_risk"), late=at("off_track"),
        on_hold=at("paused"), stopped=at("withdrawn"), unheard=at(NO_UPDATE, NO_RETURN, NOT_STATED) - unclear, unclear=unclear,
        reported=sum(only_reported(s) for s in all_of_them),
    )  # fmt: skip


class _Summary(Editor):
    """The parts of the summary, as far as the public may read them."""

    def group(self, group: GroupSaid) -> HeardInPublic:
        """One group's words, where its form agrees."""
        theirs = [b for b in group.boxes if self.may_quote(b.ref)]
        words = tuple((b.name, said) for b in theirs if (said := self.quotation(b.ref, b.words)))
        return HeardInPublic(group.name, group.state, group.speaks, words, bool(theirs), len(theirs) - len(words))

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

    def to_decide(self) -> Iterator[ToDecide]:
        """What the Board is to decide, now or still, where the secretariat has marked it as public."""
        decisions = self.position.decisions
        now = [m.row for m in decisions.asked if is_public(m.row)]
        again = [one.matter.row for one in decisions.standing if marked(one, Publication.PUBLIC)]
        for row in (*now, *again):
            if asked := self.text(row.ref, row.asked_detail or row.issue):
                yield ToDecide(asked, self.text(row.ref, row.issue) if row.asked_detail else "")
