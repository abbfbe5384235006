"""Section 2 in figures: what RDG brings to the Board, and the Task & Finish Groups it may ratify.

Source: “The RDG brings options, confidence judgements and recommendations” (RDG: Reporting and assurance).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..assess.another import another_matter
from ..assess.decided import Undecided, undecided
from ..meanings import ONLY_THE_BOARD_MAY, DecisionAsked, WhyEscalated
from ..model import Month, Word, means
from ..returns.board_log import BOARD_LOG, Decision
from ..returns.partner import Concern
from ..returns.rdg import RDG, AnswerToWorkspace, Direction, ForTheBoard, TaskAndFinishGroup
from ..returns.received import Returns
from ..returns.voice import Voice
from ..returns.workspace import ForRdg, Risk
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..senders import sender_name
from .answers import whose
from .gaps import came

RESPONSES = ("direct_rdg", "escalate_members", "hold_to_account")
"""What the Board may do where risks are escalated."""

WORDS_ID = re.compile(r"\b[VP]-[A-Z]{2,6}(?:-[A-Za-z0-9]+)+")
NOT_ASKED = re.compile(r"\W*not (?:yet )?(?:been )?asked\W*", re.IGNORECASE)
JOINS = re.compile(r"^(?:[\s,;.:&()]|and\b)+|(?:[\s,;:&()]|\band)+$")


@dataclass(frozen=True)
class Option:
    """One option RDG puts, with its confidence that it would work."""

    letter: str
    text: str
    confidence: Word | None


@dataclass(frozen=True)
class HeardWords:
    """Words RDG points to. `words` is empty where nothing with that ID was received; `month` is when they were said."""

    ref: str
    who: str
    words: str
    month: Month | None


@dataclass(frozen=True)
class Matter:
    """One matter for the Board. `number` is its place among what the Board is asked, 0 where it is asked only to note."""

    row: ForTheBoard
    number: int
    options: tuple[Option, ...]
    heard: tuple[HeardWords, ...]
    besides: str
    not_asked: bool
    risks: tuple[Risk, ...]
    groups: tuple[TaskAndFinishGroup, ...]
    answers: tuple[AnswerToWorkspace, ...]
    new: bool

    @property
    def mandatory(self) -> bool:
        """Whether it is here because of a mandatory category."""
        return bool(self.row.categories) or means(self.row.why, WhyEscalated.MANDATORY)

    @property
    def asks(self) -> bool:
        """Whether the Board is asked for more than to note it."""
        return not means(self.row.asked, DecisionAsked.NOTE)


@dataclass(frozen=True)
class StandingOver:
    """A matter of an earlier pack that this meeting has before it again: the Board did not decide it, or put it off to now."""

    matter: Matter
    asked_in: Month
    deferred_to: Month | None
    log: Decision | None
    """Its line in the Board log, which may say whether it is public."""


@dataclass(frozen=True)
class FromWorkspace:
    """A Workspace's matter that RDG passes to the Board, with the Workspace's own words where they came."""

    answer: AnswerToWorkspace
    matter: ForRdg | None


@dataclass(frozen=True)
class DecisionsPosition:
    """What is asked of the Board. `whole` are printed in full, `short` have a line each, `named` are named: none is left out.

    `standing` were asked before and are to be decided now; they are no part of the counts of what is asked.
    """

    received: bool
    asked: tuple[Matter, ...]
    noted: tuple[Matter, ...]
    whole: tuple[Matter, ...]
    short: tuple[Matter, ...]
    named: tuple[Matter, ...]
    standing: tuple[StandingOver, ...]
    reserved: int
    responses: int
    asked_before: int | None
    to_ratify: tuple[TaskAndFinishGroup, ...]
    at_work: tuple[TaskAndFinishGroup, ...]
    disbanded: tuple[TaskAndFinishGroup, ...]
    from_workspaces: tuple[FromWorkspace, ...]
    for_rdg: tuple[ForRdg, ...]
    settled: tuple[AnswerToWorkspace, ...]
    directions: tuple[Direction, ...]

    @property
    def matters(self) -> tuple[Matter, ...]:
        """All matters, what is asked before what is to be noted."""
        return (*self.asked, *self.noted)

    @property
    def figures(self) -> dict[str, str | int | float | None]:
        """The numbers the Board sees, by name."""
        return {"decisions.asked": len(self.asked), "decisions.noted": len(self.noted), "decisions.to_ratify": len(self.to_ratify)}


def take(case: Case, verdicts: Verdicts) -> DecisionsPosition:
    """Work out what the Board is asked, in RDG's own order: what is asked before what is only to be noted.

    As many as the budget has rows are printed whole and as many again have a line each. Where there are more than that, fewer are printed
    whole, and those beyond are named.
    """
    said = Spoken(case)
    rows = case.returns.of(ForTheBoard)
    asking = [r for r in rows if not means(r.asked, DecisionAsked.NOTE)]
    asked = tuple(_matter(r, n, case, said) for n, r in enumerate(asking, start=1))
    noted = tuple(_matter(r, 0, case, said) for r in rows if means(r.asked, DecisionAsked.NOTE))
    matters = (*asked, *noted)
    lines = case.settings.budgets.decisions.rows
    most = lines if len(matters) <= 2 * lines else -(-lines // 2)
    groups = case.returns.of(TaskAndFinishGroup)
    within = {g.id for m in asked for g in m.groups}
    answers = case.returns.of(AnswerToWorkspace)
    brought = {a.id for m in (*asked, *noted) for a in m.answers}
    proposals = {r.id: r for r in case.returns.of(ForRdg) if r.id}
    return DecisionsPosition(
        received=came(case.returns, RDG),
        asked=asked,
        noted=noted,
        whole=matters[:most],
        short=matters[most : most + lines],
        named=matters[most + lines :],
        standing=tuple(_standing(case, said)),
        reserved=sum(means(m.row.asked, *ONLY_THE_BOARD_MAY) for m in asked),
        responses=sum(means(m.row.asked, *RESPONSES) for m in asked),
        asked_before=sum(not means(r.asked, DecisionAsked.NOTE) for r in case.before.of(ForTheBoard)) if case.before else None,
        to_ratify=tuple(g for g in groups if means(g.status, "proposed") and g.id not in within),
        at_work=tuple(g for g in groups if g.open and not means(g.status, "proposed")),
        disbanded=tuple(g for g in groups if g.finished),
        from_workspaces=tuple(
            FromWorkspace(a, proposals.get(a.id or "")) for a in answers if means(a.answer, "to_board") and a.id not in brought
        ),
        for_rdg=case.returns.of(ForRdg),
        settled=tuple(a for a in answers if not means(a.answer, "to_board")),
        directions=case.returns.of(Direction),
    )


def open_asks(case: Case) -> tuple[Undecided, ...]:
    """What was asked before and no log decides; nothing where this month's log did not come, for it may have decided."""
    return tuple(one for one in undecided(case.history, case.returns, case.sent) if not _may_be_decided(one, case))


def asks_not_known(case: Case) -> tuple[Undecided, ...]:
    """What was asked before and may have been decided since."""
    return tuple(one for one in undecided(case.history, case.returns, case.sent) if _may_be_decided(one, case))


def _may_be_decided(one: Undecided, case: Case) -> bool:
    """Whether this month's log did not come, or two came that differ and the one that is read has no line of the matter."""
    return not came(case.returns, BOARD_LOG) or (BOARD_LOG in case.returns.in_two_versions and one.row is None)


def _standing(case: Case, said: Spoken) -> Iterator[StandingOver]:
    """Those of them that this meeting is to decide, with RDG's paper as it was."""
    meeting = case.settings.meeting(case.month)
    month = Month.of(meeting.date) if meeting else case.month
    for one in open_asks(case):
        if one.stands_over(month):
            yield StandingOver(_matter(one.matter, 0, case, said), one.asked_in, one.deferred_to, one.row)


def _matter(row: ForTheBoard, number: int, case: Case, said: Spoken) -> Matter:
    linked = set(row.linked or ())
    heard, besides = said.resolve(row.voices or "")
    return Matter(
        row=row,
        number=number,
        options=tuple(_options(row)),
        heard=heard,
        besides=besides,
        not_asked=not heard and not besides and bool(row.voices),
        risks=tuple(r for r in case.returns.of(Risk) if r.id in linked),
        groups=tuple(g for g in case.returns.of(TaskAndFinishGroup) if g.id in linked),
        answers=tuple(a for a in case.returns.of(AnswerToWorkspace) if a.id in linked),
        new=case.before is not None and not any(r.id == row.id and not another_matter(row, r) for r in case.before.of(ForTheBoard)),
    )


def _options(row: ForTheBoard) -> Iterator[Option]:
    for letter in "abc":
        text = getattr(row, f"option_{letter}")
        if text:
            yield Option(letter.upper(), text, getattr(row, f"confidence_{letter}"))


class Spoken:
    """Families', settings' and partners' own words by their ID, this month's and earlier months'."""

    def __init__(self, case: Case) -> None:
        """Read this month and every record."""
        self._settings = case.settings
        self._words: dict[str, HeardWords] = {}
        months = [(r.month, rows) for r, rows in zip(case.history, case.earlier, strict=True)]
        for month, returns in [*months, (case.month, case.returns)]:
            self._words |= {h.ref: h for h in self._spoken(month, returns)}

    def _spoken(self, month: Month, returns: Returns) -> Iterator[HeardWords]:
        for voice in returns.of(Voice):
            who = sender_name(voice.sender, self._settings)
            for name, words in voice.boxes:
                yield HeardWords(voice.box_id(name), who, words, voice.month or month)
        for concern in returns.of(Concern):
            yield HeardWords(concern.id, sender_name(concern.sender, self._settings), concern.concern or "", month)

    def resolve(self, text: str) -> tuple[tuple[HeardWords, ...], str]:
        """The words some text points to, and what it says besides."""
        refs = WORDS_ID.findall(text)
        heard = tuple(self._words.get(ref) or self._not_received(ref) for ref in dict.fromkeys(refs))
        besides = JOINS.sub("", WORDS_ID.sub("", text))
        return heard, "" if NOT_ASKED.fullmatch(besides) else besides

    def _not_received(self, ref: str) -> HeardWords:
        who, month = whose(ref, self._settings)
        return HeardWords(ref, who, "", month)
