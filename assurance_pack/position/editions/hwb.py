"""The Health and Wellbeing Board's page in figures: how sure, what is asked, system risk, what the sources come to, what families ask.

“The SEND & AP Partnership Board reports to the Coventry Health and Wellbeing Board and provides system level assurance on SEND and AP”
(Board: Governance position). Nothing individual, nothing of delivery, nothing that compares Workspaces. Its papers are public, so words stand
here only where a form agrees.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...assess.outcomes import OutcomeKind
from ...english import first_sentence, opening
from ...meanings import DecisionAsked, Publication, RiskLevel, YesNo
from ...model import Word, means
from ...returns.board_log import Decision
from ...rules.case import Case
from ...settings.plan import Theme
from ..budget import Share, share, word_count
from ..confidence import OVERALL, ConfidenceLine
from ..decisions import Matter
from ..risk_lines import RiskLine
from ..voice import GroupSaid, VoiceState
from ..whole import Position
from .may_be_public import Held, agreed, fit, is_exempt, is_exempt_matter, marked


@dataclass(frozen=True)
class GroupLine:
    """One group in one line: what it asks, whole, or its first sentences and how many more there are; empty where it may not be quoted."""

    name: str
    state: VoiceState
    speaks: bool
    agreed: bool
    says: str
    more: int = 0


@dataclass(frozen=True)
class Level:
    """A confidence and the plan priorities that stand at it; none stated where `word` is none."""

    word: Word | None
    priorities: tuple[str, ...]


@dataclass(frozen=True)
class HwbPosition:
    """Everything on the page.

    `asked` are decisions the Board has taken to escalate to it since the last pack, `to_be_asked` what RDG proposes that it escalate and
    the Board has yet to decide. `risks` are open system risks in a mandatory category; `accepted` names those the Board has accepted.
    """

    confidence: ConfidenceLine | None
    levels: tuple[Level, ...]
    asked: Share[Decision]
    to_be_asked: Share[Matter]
    decided: Share[Decision]
    to_decide: Share[Matter]
    risks: Share[RiskLine]
    system_extreme: int
    accepted: tuple[str, ...]
    outcomes: tuple[tuple[OutcomeKind, tuple[Theme, ...]], ...]
    gaps: int
    groups: Share[GroupLine]
    missing: tuple[str, ...]
    lacking: tuple[tuple[str, tuple[str, ...]], ...]
    came: int
    expected: int
    held: tuple[Held, ...]
    exempt_asked: int
    """Matters for the body above the Board, decided or to be decided, that stand in no edition for the public."""
    exempt_decided: int


def take(case: Case, position: Position) -> HwbPosition:
    """What a body above the Board should know of the month."""
    exempt = [d for d in position.log.decided if is_exempt(d, case)]
    standing = position.decisions.standing
    again = [one.matter for one in standing]
    kept_back = [one.matter for one in standing if marked(one, Publication.EXEMPT)]
    exempt_to_come = [*(m for m in position.decisions.asked if is_exempt_matter(m.row)), *kept_back]
    taken = [d for d in position.log.decided if d not in exempt]
    to_come = [m for m in (*position.decisions.asked, *again) if m not in exempt_to_come]
    held = [Held(ref, "is exempt") for ref in (*(d.ref for d in exempt), *(m.row.ref for m in exempt_to_come))]
    upward = [d for d in taken if means(d.kind, DecisionAsked.ESCALATE_ONWARD)]
    proposed = [m for m in to_come if means(m.row.asked, DecisionAsked.ESCALATE_ONWARD)]
    system = [line for line in position.risks.open if line.mandatory and not means(line.row.level, RiskLevel.DELIVERY)]
    groups = sorted((_group_line(g, case, held) for g in position.voice.groups), key=lambda g: not g.says)
    month, budget = position.month, case.settings.budgets.hwb
    return HwbPosition(
        confidence=month.confidence,
        levels=tuple(_levels(position.milestones.confidence)),
        asked=share(upward, budget.asked, words=lambda d: word_count(d.decision, d.rationale)),
        to_be_asked=share(proposed, budget.asked, words=_proposal_words),
        decided=share((d for d in taken if d not in upward), budget.decided, words=lambda d: word_count(d.decision)),
        to_decide=share((m for m in to_come if m not in proposed), budget.to_decide, words=_proposal_words),
        risks=share(
            system, budget.risks_beside_asks if upward or proposed else budget.risks, words=lambda line: word_count(line.row.title)
        ),
        system_extreme=sum(line.extreme for line in system),
        accepted=tuple(line.id for line in system if line.row.decision),
        outcomes=tuple(_outcomes(position)),
        gaps=position.triangulation.gaps,
        groups=share(groups, budget.groups, words=lambda g: word_count(g.says)),
        missing=month.missing,
        lacking=month.lacking,
        came=month.gaps.came,
        expected=month.gaps.expected,
        held=tuple(held),
        exempt_asked=sum(means(d.kind, DecisionAsked.ESCALATE_ONWARD) for d in exempt)
        + sum(means(m.row.asked, DecisionAsked.ESCALATE_ONWARD) for m in exempt_to_come),
        exempt_decided=sum(not means(d.kind, DecisionAsked.ESCALATE_ONWARD) for d in exempt),
    )


def _proposal_words(matter: Matter) -> int:
    return word_count(matter.row.asked_detail or first_sentence(matter.row.issue or ""))


def _levels(lines: Iterable[ConfidenceLine]) -> Iterable[Level]:
    """The priorities by their confidence, the least sure first; last those of which nothing was said."""
    order = ("red", "amber", "green", "")
    by_level: dict[str, list[ConfidenceLine]] = {}
    for line in lines:
        if line.about != OVERALL:
            by_level.setdefault(line.now.meaning if line.now else "", []).append(line)
    for meaning in sorted(by_level, key=lambda m: order.index(m) if m in order else len(order)):
        yield Level(by_level[meaning][0].now, tuple(line.name for line in by_level[meaning]))


def _outcomes(position: Position) -> Iterable[tuple[OutcomeKind, tuple[Theme, ...]]]:
    """The themes by what their sources come to, in the order they are read; those of one source, or none, are left to the Board."""
    told = (OutcomeKind.CONTRADICTION, OutcomeKind.CORROBORATED_CONCERN, OutcomeKind.CORROBORATED_ASSURANCE, OutcomeKind.UNTESTED)
    for kind in told:
        if themes := tuple(line.theme for line in position.triangulation.themes if line.kind is kind):
            yield kind, themes


def _group_line(group: GroupSaid, case: Case, held: list[Held]) -> GroupLine:
    willing = group.row is not None and means(group.row.may_quote, YesNo.YES)
    box = group.box("ask") or next(iter(group.boxes), None)
    if group.state != "spoke" or not willing or box is None or box.ref not in agreed((case.returns,)):
        return GroupLine(group.name, group.state, group.speaks, willing, "")
    if why := fit(box.ref, box.words, case.settings.small_numbers):
        held.append(why)
        return GroupLine(group.name, group.state, group.speaks, willing, "")
    return GroupLine(group.name, group.state, group.speaks, willing, *opening(box.words, case.settings.budgets.hwb.a_group))
