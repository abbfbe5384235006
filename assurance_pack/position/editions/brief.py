"""RDG's working edition in figures: what the Workspaces say, what waits for RDG's answer, what moved, what hangs together, who has met.

“The RDG is responsible for actively identifying and tracking delivery risks; maintaining visibility of slippage and pressure points”
(RDG: Delivery risk at RDG level). It informs; it ranks nobody: items stand in the order of their registers and IDs, never of their Workspaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from ...assess.changes import Change, ChangeKind
from ...model import Month, means
from ...model.problem import Problem
from ...returns import SHEETS
from ...returns.rdg import AnswerToWorkspace, Confidence, Direction, PromptAnswer
from ...returns.received import Receipt
from ...returns.registers import over
from ...returns.workspace import WORKSPACE_RETURN, Cover, Milestone, Risk
from ...rules.case import Case
from ...rules.engine import Verdicts
from ...senders import sender_name
from ..plan import moved, previous_rows, slip, standings
from .to_answer import MatterLine, PromptWithWords, Unanswered, prompts_with_words, proposals, unanswered

UNFIT = ("AP216", "AP217", "AP262", "AP306", "AP307")
"""Warnings that RDG can settle: what cannot follow from what, and what nobody has told anew."""
VACANT = "vacant"
ROUTINE = ("next_review",)
"""Dates that move whenever an item is looked at: no news."""
NAMES = ("title", "name", "concern", "issue", "challenge", "decision", "action", "finding", "proposal", "said")
"""The columns that say what an item is, whichever register it is in."""


@dataclass(frozen=True)
class Overlap:
    """Two open risks on different registers that share a theme and a milestone: perhaps one risk."""

    one: Risk
    other: Risk
    shared: tuple[str, ...]


@dataclass(frozen=True)
class Moved:
    """One item, what it is, and its ratings and dates that are others than the month before."""

    item: str
    sheet: str
    what: str
    changes: tuple[Change, ...]


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
    """What RDG's edition prints beside the Board's figures. `prompts` are those to answer; `prompts_more` counts the rest; `since` is the month before."""

    since: Month | None
    month: Month
    prompts: tuple[PromptWithWords, ...]
    prompts_more: int
    prompts_answered: int
    answers_elsewhere: tuple[PromptAnswer, ...]
    matters: tuple[MatterLine, ...]
    carrying: int
    matters_unanswered: int
    answers_alone: tuple[AnswerToWorkspace, ...]
    unanswered: tuple[Unanswered, ...]
    directions: tuple[Direction, ...]
    undelivered: int
    past_baseline: int
    later: int
    sooner: int
    unfit: tuple[Problem, ...]
    overlaps: tuple[Overlap, ...]
    new: tuple[str, ...]
    closed: tuple[str, ...]
    gone: tuple[str, ...]
    moved: tuple[Moved, ...]
    reworded: int
    meetings: tuple[MeetingLine, ...]
    wanting: int
    late: tuple[LateReturn, ...]


def take(case: Case, verdicts: Verdicts) -> BriefPosition:
    """What RDG needs to see before it answers."""
    every = tuple(prompts_with_words(case, verdicts))
    prompts = tuple(sorted(every, key=lambda p: p.answer is not None)[: case.settings.limits.prompts])
    asked = {p.problem.key for p in prompts}
    matters = tuple(sorted(proposals(case), key=lambda m: (not m.carries, m.row.ref)))
    brought = {m.row.id for m in matters}
    meetings = tuple(_meetings(case))
    slips, moves = _delivery(case)
    return BriefPosition(
        since=case.last.month if case.last else None,
        month=case.month,
        prompts=prompts,
        prompts_more=len(every) - len(prompts),
        prompts_answered=sum(p.answer is not None for p in prompts),
        answers_elsewhere=tuple(a for a in case.returns.of(PromptAnswer) if a.response and a.key not in asked),
        matters=matters,
        carrying=sum(bool(m.carries) for m in matters),
        matters_unanswered=sum(m.answer is None for m in matters),
        answers_alone=tuple(a for a in case.returns.of(AnswerToWorkspace) if a.answer and a.id not in brought),
        unanswered=tuple(unanswered(case)),
        directions=case.returns.of(Direction),
        undelivered=len(slips),
        past_baseline=sum(days > 0 for days in slips),
        later=sum(days > 0 for days in moves),
        sooner=sum(days < 0 for days in moves),
        unfit=tuple(p for rule in UNFIT for p in verdicts.by_rule(rule)),
        overlaps=tuple(_overlaps(case.returns.of(Risk))),
        new=_items(case, ChangeKind.NEW),
        closed=_items(case, ChangeKind.CLOSED),
        gone=_items(case, ChangeKind.GONE),
        moved=tuple(_movers(case)),
        reworded=sum(c.column not in ROUTINE for c in case.changes.of(ChangeKind.REWORDED)),
        meetings=meetings,
        wanting=sum(bool(m.lacks) for m in meetings),
        late=tuple(
            LateReturn(sender_name(r.sender, case.settings), r.days_late) for r in case.returns.receipts if r.counts and r.days_late
        ),
    )


# ---------- delivery, and what moved ----------


def _delivery(case: Case) -> tuple[list[int], list[int]]:
    """Of every milestone still to be delivered, the days past its baseline; and the days its forecast has moved. 0 where neither is known."""
    before = dict(previous_rows(case.before))
    still = [s for s in standings(case.returns, case.earlier) if s.meaning not in over(Milestone)]
    return [slip(s) or 0 for s in still], [moved(s, before.get(s.id)) or 0 for s in still]


def _overlaps(risks: Iterable[Risk]) -> Iterator[Overlap]:
    for one, other in combinations([r for r in risks if r.open], 2):
        shared = tuple(sorted(set(one.linked or ()) & set(other.linked or ())))
        same_theme = one.theme is not None and means(other.theme, one.theme.meaning)
        if one.sender != other.sender and shared and same_theme:
            yield Overlap(one, other, shared)


def _items(case: Case, kind: ChangeKind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(c.item for c in case.changes.of(kind)))


def _movers(case: Case) -> Iterator[Moved]:
    """Every item with another rating or date, in the order of the registers, with all that moved of it."""
    items: dict[tuple[str, str], list[Change]] = {}
    for change in case.changes.of(ChangeKind.RERATED, ChangeKind.MOVED):
        if change.column not in ROUTINE:
            items.setdefault((change.sheet, change.item), []).append(change)
    for (sheet, item), changes in items.items():
        yield Moved(item, sheet, _what(case, sheet, item), tuple(changes))


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
