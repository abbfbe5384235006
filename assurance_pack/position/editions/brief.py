"""RDG's working edition in figures: what waits for its answer, delivery in detail, dependencies, what is stuck, what changed, who has met.

“The RDG is responsible for actively identifying and tracking delivery risks; maintaining visibility of slippage and pressure points”
(RDG: Delivery risk at RDG level). It informs; it ranks nobody: items stand in the order of their dates and IDs, never of their Workspaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from ...assess.answered import prompt_answers, proposal_answers
from ...assess.changes import Change, ChangeKind
from ...model import Problem, Severity, means
from ...returns import SHEETS
from ...returns.rdg import AnswerToWorkspace, Confidence, Direction, PromptAnswer
from ...returns.received import Receipt
from ...returns.registers import over
from ...returns.workspace import WORKSPACE_RETURN, Cover, ForRdg, Milestone, Risk
from ...rules.case import Case
from ...rules.engine import Verdicts
from ...rules.prompts import ranked
from ...senders import sender_name
from ..mandatory import PromptLine
from ..plan import Standing, moved, previous_rows, slip, standings

DEPENDENCIES = ("AP216", "AP217", "AP262")
STUCK = ("AP305", "AP306", "AP307", "AP309")
VACANT = "vacant"
ROUTINE = ("next_review",)
"""Dates that move whenever an item is looked at: no news."""
NAMES = ("title", "name", "concern", "issue", "challenge", "decision", "action", "finding", "proposal", "said")
"""The columns that say what an item is, whichever register it is in."""


@dataclass(frozen=True)
class DeliveryLine:
    """One milestone still to be delivered: days past its baseline, and days its forecast has moved since the month before."""

    standing: Standing
    forecast: date | None
    slip: int | None
    moved: int | None
    depends_on: tuple[str, ...]


@dataclass(frozen=True)
class MatterLine:
    """What a Workspace brings to RDG, the significant risk it carries if any, and RDG's answer where it has given one."""

    row: ForRdg
    name: str
    carries: tuple[str, ...]
    answer: AnswerToWorkspace | None


@dataclass(frozen=True)
class Overlap:
    """Two open risks on different registers that share a theme and a milestone: perhaps one risk."""

    one: Risk
    other: Risk
    shared: tuple[str, ...]


@dataclass(frozen=True)
class Moved:
    """One item, what it is, and what changed of it since the month before: ratings and dates, then words."""

    item: str
    sheet: str
    what: str
    rated: tuple[Change, ...]
    reworded: tuple[Change, ...]


@dataclass(frozen=True)
class MeetingLine:
    """A Workspace's month: when it met, its Chair and Senior Sponsor, its headline. For RDG alone."""

    name: str
    receipt: Receipt | None
    met: tuple[date, ...]
    chair: str
    sponsor: str
    headline: str = ""

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is wanting: a meeting, a Chair, a Senior Sponsor."""
        wanting = (("no meeting", bool(self.met)), ("no Chair", _held(self.chair)), ("no Senior Sponsor", _held(self.sponsor)))
        return tuple(said for said, there in wanting if not there)


@dataclass(frozen=True)
class LateReturn:
    """A return that came after its deadline, in working days. For RDG alone."""

    name: str
    days: int


@dataclass(frozen=True)
class BriefPosition:
    """Everything RDG's edition prints. `prompts` are those to answer; `prompts_more` counts the rest; `since` is the month before."""

    since: str
    prompts: tuple[PromptLine, ...]
    prompts_more: int
    prompts_answered: int
    answers_elsewhere: tuple[PromptAnswer, ...]
    matters: tuple[MatterLine, ...]
    carrying: int
    matters_unanswered: int
    answers_alone: tuple[AnswerToWorkspace, ...]
    directions: tuple[Direction, ...]
    delivery: tuple[DeliveryLine, ...]
    past_baseline: int
    later: int
    sooner: int
    dependencies: tuple[Problem, ...]
    overlaps: tuple[Overlap, ...]
    linked_work: tuple[Confidence, ...]
    stuck: tuple[Problem, ...]
    new: tuple[str, ...]
    closed: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[Moved, ...]
    rerated: int
    reworded: int
    meetings: tuple[MeetingLine, ...]
    wanting: int
    late: tuple[LateReturn, ...]


def take(case: Case, verdicts: Verdicts) -> BriefPosition:
    """What RDG needs to see before it answers."""
    answers = prompt_answers((*case.earlier, case.returns))
    every = [PromptLine(p, answers.get(p.key)) for p in ranked(verdicts.of(Severity.PROMPT), case)]
    prompts = tuple(sorted(every, key=lambda p: p.answer is not None)[: case.settings.limits.prompts])
    asked = {p.problem.key for p in prompts}
    delivery = tuple(sorted(_delivery(case), key=lambda d: (d.forecast or date.max, d.standing.id)))
    matters = tuple(sorted(_matters(case), key=lambda m: (not m.carries, m.row.ref)))
    brought = {m.row.id for m in matters}
    meetings = tuple(_meetings(case))
    changed = tuple(_changed(case))
    return BriefPosition(
        since=case.last.month.short if case.last else "",
        prompts=prompts,
        prompts_more=len(every) - len(prompts),
        prompts_answered=sum(p.answer is not None for p in prompts),
        answers_elsewhere=tuple(a for a in case.returns.of(PromptAnswer) if a.response and a.key not in asked),
        matters=matters,
        carrying=sum(bool(m.carries) for m in matters),
        matters_unanswered=sum(m.answer is None for m in matters),
        answers_alone=tuple(a for a in case.returns.of(AnswerToWorkspace) if a.answer and a.id not in brought),
        directions=case.returns.of(Direction),
        delivery=delivery,
        past_baseline=sum((d.slip or 0) > 0 for d in delivery),
        later=sum((d.moved or 0) > 0 for d in delivery),
        sooner=sum((d.moved or 0) < 0 for d in delivery),
        dependencies=_of(verdicts, DEPENDENCIES),
        overlaps=tuple(_overlaps(case.returns.of(Risk))),
        linked_work=tuple(c for c in case.returns.of(Confidence) if c.linked_work),
        stuck=_of(verdicts, STUCK),
        new=_items(case, ChangeKind.NEW),
        closed=_items(case, ChangeKind.CLOSED),
        gone=_items(case, ChangeKind.GONE),
        changed=changed,
        rerated=sum(len(m.rated) for m in changed),
        reworded=sum(len(m.reworded) for m in changed),
        meetings=meetings,
        wanting=sum(bool(m.lacks) for m in meetings),
        late=tuple(
            LateReturn(sender_name(r.sender, case.settings), r.days_late) for r in case.returns.receipts if r.counts and r.days_late
        ),
    )


def _of(verdicts: Verdicts, rules: Iterable[str]) -> tuple[Problem, ...]:
    return tuple(p for rule in rules for p in verdicts.by_rule(rule))


def _delivery(case: Case) -> Iterator[DeliveryLine]:
    before = dict(previous_rows(case.before))
    for standing in standings(case.returns, case.earlier):
        if standing.meaning in over(Milestone):
            continue
        row = standing.row
        yield DeliveryLine(standing, standing.forecast, slip(standing), moved(standing, before.get(standing.id)), row.depends_on or ())


def _matters(case: Case) -> Iterator[MatterLine]:
    answers = {a.id: a for a in case.returns.of(AnswerToWorkspace) if a.answer}
    settled = proposal_answers(case.earlier)
    for row in (r for r in case.returns.of(ForRdg) if r.ref not in settled):
        carried = tuple(w.text for w in row.carries or () if w.meaning != "none")
        yield MatterLine(row, sender_name(row.sender, case.settings), carried, answers.get(row.id))


def _overlaps(risks: Iterable[Risk]) -> Iterator[Overlap]:
    for one, other in combinations([r for r in risks if r.open], 2):
        shared = tuple(sorted(set(one.linked or ()) & set(other.linked or ())))
        same_theme = one.theme is not None and means(other.theme, one.theme.meaning)
        if one.sender != other.sender and shared and same_theme:
            yield Overlap(one, other, shared)


def _items(case: Case, kind: ChangeKind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.item for c in case.changes.of(kind)))


def _changed(case: Case) -> Iterator[Moved]:
    """Every item that moved or was reworded, in the order of the registers, with all that changed of it."""
    items: dict[tuple[str, str], list[Change]] = {}
    for change in case.changes.of(ChangeKind.RERATED, ChangeKind.MOVED, ChangeKind.REWORDED):
        if change.column in ROUTINE:
            continue
        items.setdefault((change.sheet, change.item), []).append(change)
    for (sheet, item), changes in items.items():
        words = tuple(c for c in changes if c.kind is ChangeKind.REWORDED)
        yield Moved(item, sheet, _what(case, sheet, item), tuple(c for c in changes if c not in words), words)


def _what(case: Case, sheet: str, item: str) -> str:
    """What an item is: its title, or the words it stands for."""
    for row in case.returns.only(SHEETS[sheet]):
        if isinstance(row, Confidence):
            if row.about and row.about.meaning == item:
                return row.about.text
        elif row.ref == item:
            return next((str(said) for name in NAMES if (said := getattr(row, name, None))), "")
    return ""


def _meetings(case: Case) -> Iterator[MeetingLine]:
    for workspace in case.settings.workspaces:
        sender = WORKSPACE_RETURN.sender(workspace.code)
        cover = next(iter(case.returns.of(Cover, sender)), None)
        yield MeetingLine(
            workspace.name, case.returns.receipt(sender), (cover.met_on or ()) if cover else (),
            (cover.chair if cover else "") or "", (cover.sponsor if cover else "") or "", (cover.headline if cover else "") or "",
        )  # fmt: skip


def _held(role: str) -> bool:
    return bool(role.strip()) and VACANT not in role.casefold()
