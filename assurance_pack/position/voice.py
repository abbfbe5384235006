"""Section 6 in figures: what each group said, whether it fits, what was done about what was asked, and what it shaped.

Source: “direct input through standing agenda space from: Children, Young People and Family-Led groups (including the Parent Carer
Forum); Setting-led (school-led) groups” (Board: Assurance, reporting and information flow). No sentence is ever cut: what does not fit
goes whole to *In their own words*; of a box that is a letter the pack prints whole sentences, and the data book all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from ..meanings import YesNo
from ..model import Word, means
from ..returns.partner import Concern
from ..returns.rdg import settles
from ..returns.received import ReceiptState
from ..returns.voice import VOICE_RETURN, AlsoWritten, Voice
from ..returns.workspace import Milestone
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..senders import sender_name
from ..settings.budgets import VoiceBudget
from .answers import Answered, answer_weight, answered
from .budget import Opening, opened, word_count

PRINTED_ORDER = ("ask", "not_working", "working", "also")
"""The ask first; then what is not working, before what is; then what stands in no box."""


ALIKE = 4
"""Words in a row by which an ask of this month repeats one of an earlier month."""

VoiceState: TypeAlias = Literal["spoke", "nil", "blank", "silent"]


@dataclass(frozen=True)
class Box:
    """One box of a voice return, its words unchanged; as much as is `printed` of them `fits` in section 6, or stands in *In their own words*."""

    name: str
    words: str
    ref: str
    printed: Opening
    fits: bool = True


@dataclass(frozen=True)
class GroupSaid:
    """One group this month. `state` silent: nothing was received, which is a gap in assurance, not an absence of concern.

    Nil: it says “Nothing this month”. Blank: its form came back with other answers and no words, or (`pictured`) with a picture that may hold them. `elsewhere`
    are boxes that say only where words are, or that they come later (“see attached”), by column: nothing was said there.
    """

    code: str
    name: str
    kind: Literal["families", "young_people", "settings"]
    state: VoiceState
    receipt: ReceiptState
    boxes: tuple[Box, ...] = ()
    how_heard: str = ""
    how_many: Word | None = None
    will_speak: Word | None = None
    row: Voice | None = None
    also: tuple[AlsoWritten, ...] = ()
    pictured: bool = False
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    @property
    def speaks(self) -> bool:
        """Whether somebody will speak for it at the meeting."""
        return means(self.will_speak, YesNo.YES)

    def box(self, name: str) -> Box | None:
        """One box, if there is something in it."""
        return next((b for b in self.boxes if b.name == name), None)


@dataclass(frozen=True)
class Shaped:
    """A milestone that families or settings shaped, and how; `new` where this was not said last time."""

    ref: str
    title: str
    how: str
    new: bool


@dataclass(frozen=True)
class VoicePosition:
    """What was heard, what was asked and answered. `asks_unanswered` counts earlier asks that nobody has answered yet.

    `rows_of` are the groups and partners with a row of their own this month: what they asked before stands in it.
    """

    groups: tuple[GroupSaid, ...]
    groups_heard: int
    groups_expected: int
    groups_nil: int
    groups_silent: tuple[str, ...]
    heard_before: int | None
    boxes_elsewhere: int
    asks: int
    asks_open: int
    asks_unanswered: int
    answers_this_month: int
    answers: tuple[Answered, ...]
    answers_not_shown: tuple[Answered, ...]
    shaped: tuple[Shaped, ...]
    milestones_shaped: int
    milestones: int
    rows_of: frozenset[str] = frozenset()


def take(case: Case, verdicts: Verdicts) -> VoicePosition:
    """What families, young people and settings told the Board, and what came of it."""
    said = groups(case)
    answers = sorted(answered(case), key=answer_weight)
    rows_of = frozenset(
        (*(g.name for g in said if has_a_row(g)), *(sender_name(c.sender, case.settings) for c in case.returns.of(Concern)))
    )
    wordless = frozenset(g.name for g in said if has_a_row(g) and not g.boxes)
    again = {g.name: box.words for g in said if (box := g.box("ask"))}
    again |= {sender_name(c.sender, case.settings): c.ask for c in case.returns.of(Concern) if c.ask}
    shown = _shown(answers, rows_of, wordless, again, case.settings.budgets.voice.rows)
    shaped = _shaped(case)
    expected = [g for g in said if g.code in {c.code for c in case.settings.groups}]
    return VoicePosition(
        groups=said,
        groups_heard=len({g.code for g in said if g.state == "spoke"}),
        groups_expected=len({g.code for g in expected}),
        groups_nil=len({g.code for g in said if g.state == "nil"}),
        groups_silent=tuple(g.name for g in said if g.state == "silent"),
        heard_before=len({v.sender for v in case.before.of(Voice) if v.boxes}) if case.before else None,
        boxes_elsewhere=sum(not b.fits for g in said for b in g.boxes),
        asks=sum(g.box("ask") is not None for g in said),
        asks_open=sum(not settles(a.answer) for a in answers),
        asks_unanswered=sum(not a.answered for a in answers),
        answers_this_month=sum(a.row is not None and a.answered for a in answers),
        answers=tuple(shown),
        answers_not_shown=tuple(a for a in answers if a not in shown),
        shaped=shaped[: case.settings.budgets.voice.shaped],
        milestones_shaped=len(shaped),
        milestones=len(case.returns.of(Milestone)),
        rows_of=rows_of,
    )


def groups(case: Case) -> tuple[GroupSaid, ...]:
    """What each group said, and what of it fits."""
    return _fitted(tuple(_groups(case)), case.settings.budgets.voice)


def has_a_row(group: GroupSaid) -> bool:
    """Whether a group stands in the table: it wrote something, will speak, or sent a form from which its words are missing."""
    return group.state in ("spoke", "blank") or group.speaks


def _shown(
    ranked: list[Answered], rows_of: frozenset[str], wordless: frozenset[str], again: Mapping[str, str], room: int
) -> list[Answered]:
    """Whoever has a row has in it what it asked that matters most, and one thing it asks again this month; all of it where it has no words there.

    Then the others as far as there is room.
    """
    most = {a.who: a for a in reversed(ranked) if a.who in rows_of}
    repeated = {
        a.who: a for a in reversed(ranked) if a.who in rows_of and a is not most.get(a.who) and _repeated(a.said, again.get(a.who, ""))
    }
    first = [a for a in ranked if a.who in wordless or a is most.get(a.who) or a is repeated.get(a.who)]
    others = [a for a in ranked if a.who not in rows_of]
    return [a for a in ranked if a in first] + others[: max(1, room - len(first))]


def _repeated(before: str, now: str) -> bool:
    """Whether an earlier ask is made again: as many words as `ALIKE` in a row are the same."""
    then, words = (re.findall(r"[\w’']+", said.casefold()) for said in (before, now))
    runs = {tuple(words[at : at + ALIKE]) for at in range(len(words) - ALIKE + 1)}
    return any(tuple(then[at : at + ALIKE]) in runs for at in range(len(then) - ALIKE + 1))


def _groups(case: Case) -> Iterator[GroupSaid]:
    known = {VOICE_RETURN.sender(g.code): g for g in case.settings.groups}
    for sender, group in known.items():
        receipt = case.returns.receipt(sender)
        rows = case.returns.of(Voice, sender)
        for row in rows:
            yield _group_said(row, case, group.code, group.name, group.kind)
        if not rows:
            state = receipt.state if receipt else ReceiptState.MISSING
            nil = state in (ReceiptState.NIL, ReceiptState.RECEIVED)
            yield GroupSaid(group.code, group.name, group.kind, "nil" if nil else "silent", state)
    for row in case.returns.of(Voice):
        if row.sender not in known:
            code = row.sender.code
            name = row.group.text if row.group else sender_name(row.sender, case.settings)
            yield _group_said(row, case, code, name, "families")


def _group_said(row: Voice, case: Case, code: str, name: str, kind: Literal["families", "young_people", "settings"]) -> GroupSaid:
    words, also, most = dict(row.boxes), case.returns.of(AlsoWritten, row.sender), case.settings.budgets.voice.a_box
    if beside := "\n".join(a.words for a in also if a.words):
        words["also"] = beside
    boxes = tuple(Box(n, words[n], row.box_id(n), opened(words[n], most)) for n in PRINTED_ORDER if n in words)
    receipt = case.returns.receipt(row.sender)
    came = receipt.state if receipt else ReceiptState.RECEIVED
    return GroupSaid(
        code, name, kind, "spoke" if boxes else "nil" if came is ReceiptState.NIL else "blank", came,
        boxes, row.how_heard or "", row.how_many, row.will_speak, row, also, row.at.file in case.returns.pictured,
        {name: said for name in Voice.life.own_words if (said := case.returns.said_elsewhere.get(row.cell(name)))},
    )  # fmt: skip


def _fitted(groups: tuple[GroupSaid, ...], budget: VoiceBudget) -> tuple[GroupSaid, ...]:
    """The groups with each box marked as fitting or not.

    Every group has the same room: the most words that, given to each, keep the section within its budget, and never more than half a
    page. What one group leaves another may use. An ask always fits.
    """
    needs = [sum(_count(b) for b in g.boxes) for g in groups]
    room = next((limit for limit in range(budget.a_group, 0, -1) if sum(min(n, limit) for n in needs) <= budget.words), 0)
    return tuple(_within(g, room) for g in groups)


def _within(group: GroupSaid, room: int) -> GroupSaid:
    used = sum(_count(b) for b in group.boxes if b.name == "ask")
    boxes = []
    for box in group.boxes:
        fits = box.name == "ask" or used + _count(box) <= room
        used += _count(box) if fits and box.name != "ask" else 0
        boxes.append(replace(box, fits=fits))
    return replace(group, boxes=tuple(boxes))


def _count(box: Box) -> int:
    return word_count(box.printed.said)


def _shaped(case: Case) -> tuple[Shaped, ...]:
    before = {m.ref: m.shaped_by for m in case.before.of(Milestone)} if case.before else {}
    said = [m for m in case.returns.of(Milestone) if m.shaped_by]
    lines = (Shaped(m.ref, m.title or "", m.shaped_by or "", m.shaped_by != before.get(m.ref)) for m in said)
    return tuple(sorted(lines, key=lambda s: (not s.new, s.ref)))
