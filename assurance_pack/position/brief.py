"""RDG's working edition in figures: what waits for its answer, delivery in detail, dependencies, what is stuck, what changed, who has met.

“The RDG is responsible for actively identifying and tracking delivery risks; maintaining visibility of slippage and pressure points”
(RDG: Delivery risk at RDG level). It informs; it ranks nobody: items stand in the order of their dates and IDs, never of their Workspaces.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from ..assess.changes import Change, ChangeKind
from ..model import Problem, Severity, means
from ..returns.rdg import AnswerToWorkspace
from ..returns.received import Receipt
from ..returns.workspace import Cover, ForRdg, Risk
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..rules.prompts import ranked
from .plan import Standing, moved, previous_rows, slip, standings
from .risks import is_open

DEPENDENCIES = ("AP216", "AP217", "AP262")
STUCK = ("AP305", "AP306", "AP307", "AP309")
VACANT = "vacant"


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
    """What a Workspace proposes that carries significant risk, and RDG's answer where it has given one."""

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
class MeetingLine:
    """A Workspace's month: when it met, and whether it has a Chair and a Senior Sponsor. For RDG alone."""

    name: str
    receipt: Receipt | None
    met: tuple[date, ...]
    chair: str
    sponsor: str

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is wanting: a meeting, a Chair, a Senior Sponsor."""
        wanting = (("no meeting", bool(self.met)), ("no Chair", _held(self.chair)), ("no Senior Sponsor", _held(self.sponsor)))
        return tuple(said for said, there in wanting if not there)


@dataclass(frozen=True)
class BriefPosition:
    """Everything RDG's edition prints. `prompts` are those to answer; `prompts_more` counts the rest."""

    prompts: tuple[Problem, ...]
    prompts_more: int
    delivery: tuple[DeliveryLine, ...]
    matters: tuple[MatterLine, ...]
    dependencies: tuple[Problem, ...]
    overlaps: tuple[Overlap, ...]
    stuck: tuple[Problem, ...]
    reworded: tuple[Change, ...]
    rerated: tuple[Change, ...]
    meetings: tuple[MeetingLine, ...]
    receipts: tuple[Receipt, ...]


def take(case: Case, verdicts: Verdicts) -> BriefPosition:
    """What RDG needs to see before it answers."""
    prompts = ranked(verdicts.of(Severity.PROMPT), case)
    most = case.settings.limits.prompts
    return BriefPosition(
        prompts=prompts[:most],
        prompts_more=max(0, len(prompts) - most),
        delivery=tuple(sorted(_delivery(case), key=lambda d: (d.forecast or date.max, d.standing.id))),
        matters=tuple(_matters(case)),
        dependencies=_of(verdicts, DEPENDENCIES),
        overlaps=tuple(_overlaps(case.returns.of(Risk))),
        stuck=_of(verdicts, STUCK),
        reworded=case.changes.of(ChangeKind.REWORDED),
        rerated=case.changes.of(ChangeKind.RERATED, ChangeKind.MOVED),
        meetings=tuple(_meetings(case)),
        receipts=case.returns.receipts,
    )


def _of(verdicts: Verdicts, rules: Iterable[str]) -> tuple[Problem, ...]:
    return tuple(p for rule in rules for p in verdicts.by_rule(rule))


def _delivery(case: Case) -> Iterator[DeliveryLine]:
    before = dict(previous_rows(case.before))
    for standing in standings(case.returns, case.earlier):
        if standing.meaning in ("complete", "withdrawn"):
            continue
        row = standing.row
        yield DeliveryLine(standing, row.forecast, slip(row), moved(row, before.get(standing.id)), row.depends_on or ())


def _matters(case: Case) -> Iterator[MatterLine]:
    answers = {a.id: a for a in case.returns.of(AnswerToWorkspace) if a.answer}
    for row in case.returns.of(ForRdg):
        carried = tuple(w.text for w in row.carries or () if w.meaning != "none")
        if carried:
            yield MatterLine(row, case.settings.sender_name(row.sender), carried, answers.get(row.id))


def _overlaps(risks: Iterable[Risk]) -> Iterator[Overlap]:
    for one, other in combinations([r for r in risks if is_open(r)], 2):
        shared = tuple(sorted(set(one.linked or ()) & set(other.linked or ())))
        same_theme = one.theme is not None and means(other.theme, one.theme.meaning)
        if one.sender != other.sender and shared and same_theme:
            yield Overlap(one, other, shared)


def _meetings(case: Case) -> Iterator[MeetingLine]:
    for workspace in case.settings.workspaces:
        sender = f"workspace:{workspace.code}"
        cover = next(iter(case.returns.of(Cover, sender)), None)
        yield MeetingLine(
            workspace.name, case.returns.receipt(sender), (cover.met_on or ()) if cover else (),
            (cover.chair if cover else "") or "", (cover.sponsor if cover else "") or "",
        )  # fmt: skip


def _held(role: str) -> bool:
    return bool(role.strip()) and VACANT not in role.casefold()
