"""Section 1 in figures: the month on a page, drawn from the nine sections that follow it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ..assess.decided import Undecided
from ..english import first_sentence, opening
from ..meanings import StatementKind
from ..model import Cell, Month, means
from ..returns.rdg import RDG, Cover, Statement
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..rules.triangulation.claims import IN_DOUBT, in_doubt
from ..senders import sender_name
from ..settings.budgets import Budget, MonthBudget
from ..settings.plan import Theme
from ..short_names import short_name
from .about import AboutPosition
from .budget import Share, fitting, share, word_count
from .concerns import ConcernsPosition
from .confidence import ConfidenceLine
from .days_asked import items_asked
from .decisions import DecisionsPosition, Matter, StandingOver, asks_not_known
from .followed import Followed
from .gaps import Gaps, gaps
from .headline_counts import Measure, closed_and_asked, extreme, gone, off_track, replaced_items
from .indicators import Glance, glances
from .log import LogPosition
from .milestones import MilestonesPosition
from .quality import QualityPosition
from .risk_lines import RiskLine
from .risks import RisksPosition
from .triangulation import TriangulationPosition
from .voice import VoicePosition


@dataclass(frozen=True)
class Others:
    """The other parts that page 1 is drawn from; one it takes nothing from need not be here."""

    decisions: DecisionsPosition
    milestones: MilestonesPosition
    risks: RisksPosition
    quality: QualityPosition
    voice: VoicePosition
    concerns: ConcernsPosition
    triangulation: TriangulationPosition
    log: LogPosition
    about: AboutPosition
    names: Mapping[str, str]


@dataclass(frozen=True)
class Alert:
    """One thing the Board must know of: its categories (or why RDG brings it), what it is in a sentence, and the item."""

    kind: Literal["matter", "risk", "issue", "concern"]
    ref: str
    labels: tuple[str, ...]
    says: str
    risk: RiskLine | None = None


@dataclass(frozen=True)
class MonthPosition:
    """What page 1 says.

    `received` is whether RDG's return came, `rdg_disputed` whether two of it came that differ. Of the items in a mandatory category `brought`
    are those the decisions asked are about, `unheard` those of a register that did not come, and `unchanged` those that are neither new, worse
    nor brought by RDG: each by its ID, with its short name. `contested` are the themes on which sources disagree, `disputed_themes` those
    besides on which what is called complete is disputed, `off_course` earlier decisions whose outcome is, `undecided` what the Board was asked
    before and has not decided, `may_be_decided` what it was asked where no log says, `standing` those of it that this meeting is to decide;
    `names` the short names of items.
    """

    received: bool
    rdg_disputed: bool
    cover: Cover | None
    asked: tuple[Matter, ...]
    standing: tuple[StandingOver, ...]
    confidence: ConfidenceLine | None
    off_track: Measure
    extreme: Measure
    indicators: tuple[Glance, ...]
    alerts: Share[Alert]
    risks: Mapping[str, RiskLine]
    """Every open risk by its ID, for the score beside it."""
    brought: tuple[str, ...]
    unchanged: tuple[str, ...]
    unheard: tuple[str, ...]
    contested: tuple[Theme, ...]
    disputed_themes: tuple[Theme, ...]
    off_course: tuple[Followed, ...]
    course_not_known: tuple[Followed, ...]
    course_asked: tuple[Followed, ...]
    undecided: tuple[Undecided, ...]
    may_be_decided: tuple[Undecided, ...]
    names: Mapping[str, str]
    advise: Share[Statement]
    assure: Share[Statement]
    other_statements: tuple[Statement, ...]
    doubted: Mapping[Cell, str]
    """Statements of assurance, by their place, on a theme of which the sources say otherwise, and what they come to."""
    gaps: Gaps
    days_asked: tuple[str, ...]
    """The items of which a day is asked about: what is in time by it may not be."""
    missing: tuple[str, ...]
    unreadable: tuple[str, ...]
    of_another_month: tuple[tuple[str, Month], ...]
    disputed: tuple[str, ...]
    lacking: tuple[tuple[str, tuple[str, ...]], ...]
    """Whose return came without sheets of its form, and which."""
    gone: tuple[tuple[str, str], ...]
    """Risks and milestones that left a return without being closed, or under whose ID another stands now, each with its name; the worst first, those of earlier months last."""

    closed_and_asked: tuple[tuple[str, str, int], ...]
    """Risks closed with a score of the top band, of which it is asked whether they are over: each with its name and its score."""

    @property
    def headline(self) -> str:
        """RDG's headline, as it wrote it."""
        return (self.cover.headline or "") if self.cover else ""

    @property
    def story(self) -> str:
        """The first sentence of RDG's headline; the rest stands with its confidence, in section 3."""
        return first_sentence(self.headline)

    @property
    def figures(self) -> dict[str, str | int | float | None]:
        """The numbers the Board sees, by name."""
        return {"returns.came": self.gaps.came, "returns.expected": self.gaps.expected, "cells.not_stated": len(self.gaps.not_stated)}


def take(case: Case, verdicts: Verdicts, others: Others) -> MonthPosition:
    """Draw page 1 from the other nine parts."""
    statements = case.returns.of(Statement)
    advise = [s for s in statements if means(s.kind, StatementKind.ADVISE)]
    assure = [s for s in statements if means(s.kind, StatementKind.ASSURE)]
    alerts = list(_alerts(case, others))
    budget = case.settings.budgets.month
    for_alerts = budget.rows - min(len(advise), budget.at_least) - min(len(assure), budget.at_least)
    left = budget.rows - min(len(alerts), for_alerts)
    month_gaps = gaps(case)
    replaced = replaced_items(case, verdicts)
    closed = closed_and_asked(others.risks, case, verdicts)
    return MonthPosition(
        received=others.decisions.received,
        rdg_disputed=RDG in month_gaps.disputed,
        cover=next(iter(case.returns.of(Cover)), None),
        asked=others.decisions.asked,
        standing=others.decisions.standing,
        confidence=others.milestones.overall,
        off_track=off_track(others.milestones, replaced, month_gaps.disputed, case),
        extreme=extreme(others.risks, replaced, closed, month_gaps.disputed, case),
        indicators=glances(case, [i.code for i in case.settings.indicators[: budget.indicators]]),
        alerts=_described(alerts, Budget(rows=for_alerts, words=budget.words)),
        risks={line.id: line for line in others.risks.open},
        brought=_brought(alerts, others),
        unchanged=_unchanged(alerts, others),
        unheard=tuple(ref for ref in _unheard(others) if ref not in _told(case, others)),
        contested=tuple(clash.theme for clash in others.triangulation.contradictions),
        disputed_themes=tuple(one.theme for one in others.triangulation.disputed),
        off_course=others.log.off_course,
        course_not_known=others.log.not_known,
        course_asked=others.log.day_asked,
        undecided=others.log.undecided,
        may_be_decided=asks_not_known(case),
        names=others.names,
        advise=_fitted(advise, left - min(len(assure), budget.at_least), budget),
        assure=_fitted(assure, left - min(len(advise), budget.at_least), budget),
        doubted={s.at: IN_DOUBT[found[0].kind] for s in assure if (found := in_doubt(s, case))},
        other_statements=tuple(s for s in statements if s not in advise and s not in assure),
        gaps=month_gaps,
        days_asked=items_asked(case, verdicts),
        missing=tuple(
            sender_name(s, case.settings)
            for s in month_gaps.missing
            if s not in {*month_gaps.unreadable, *dict(month_gaps.of_another_month)}
        ),
        unreadable=tuple(sender_name(s, case.settings) for s in month_gaps.unreadable),
        of_another_month=tuple(
            (sender_name(s, case.settings), month) for s, month in month_gaps.of_another_month if s not in month_gaps.unreadable
        ),
        disputed=tuple(sender_name(s, case.settings) for s in month_gaps.disputed),
        lacking=tuple((sender_name(s, case.settings), titles) for s, titles in month_gaps.lacking),
        closed_and_asked=tuple((r.ref, short_name(r.title or ""), r.score or 0) for r in closed),
        gone=gone(others.milestones, others.risks, replaced, case, verdicts),
    )


def _described(alerts: list[Alert], budget: Budget) -> Share[Alert]:
    """As many as fit, in their order: a long one keeps out none of those after it, and is named. One is described whatever its length."""
    fits = fitting(alerts, budget, words=lambda a: word_count(a.says))
    return fits if fits.shown else share(alerts, budget, words=lambda a: word_count(a.says))


def _fitted(statements: list[Statement], rows: int, budget: MonthBudget) -> Share[Statement]:
    return share(statements, Budget(rows=rows, words=budget.words_a_line * max(rows, 1)), words=lambda s: word_count(s.statement))


def _alerts(case: Case, others: Others) -> Iterator[Alert]:
    """What RDG brings to be noted, then what is new or worse in a mandatory category; each thing once.

    What the Board is asked to decide stands in the panel above, and what RDG advises or assures of beneath: neither is said again.
    """
    for matter in others.decisions.noted:
        row = matter.row
        labels = tuple(c.text for c in row.categories or ()) or ((row.why.text,) if row.why else ())
        yield Alert("matter", row.ref, labels, first_sentence(row.issue or row.asked_detail or ""))
    told = _told(case, others)
    for line in others.risks.open:
        if line.to_be_told and line.id not in told:
            yield Alert("risk", line.id, _names(line), first_sentence(line.row.title or "No title given."), line)
    for issue in (*others.concerns.issues, *others.concerns.issues_named):
        if issue.row.categories and issue.new and issue.row.ref not in told:
            labels = tuple(c.text for c in issue.row.categories)
            yield Alert("issue", issue.row.ref, labels, first_sentence(issue.row.issue or ""))
    for concern in (*others.concerns.concerns, *others.concerns.concerns_elsewhere):
        if concern.row.category and concern.row.id not in told:
            labels = tuple(c.text for c in concern.row.category)
            says = f"{sender_name(concern.row.sender, case.settings)}: {opening(concern.row.concern or '', 0)[0] or 'in section 7'}"
            yield Alert("concern", concern.row.id, labels, says)


def _told(case: Case, others: Others) -> set[str]:
    """Items page 1 tells of already: what RDG's matters and statements are about, and the words they rest on."""
    matters = others.decisions.matters
    about = {ref for m in matters for ref in m.row.linked or ()} | {h.ref for m in matters for h in m.heard}
    return about | {ref for s in case.returns.of(Statement) for ref in s.linked or ()}


def _names(line: RiskLine) -> tuple[str, ...]:
    return tuple(c.text for c in line.row.categories or ())


def _unchanged(alerts: list[Alert], others: Others) -> tuple[str, ...]:
    """The IDs of the rest, the worst first: those that a statement of RDG's rests on among them, for page 1 may not give their IDs."""
    told = {a.ref for a in alerts} | {ref for m in others.decisions.matters for ref in m.row.linked or ()}
    return tuple(ref for ref in _mandatory(others) if ref not in told)


def _brought(alerts: list[Alert], others: Others) -> tuple[str, ...]:
    """The IDs of those that RDG's matters are about."""
    about = {ref for matter in others.decisions.matters for ref in matter.row.linked or ()} - {a.ref for a in alerts}
    return tuple(ref for ref in (*_mandatory(others), *_unheard(others)) if ref in about)


def _mandatory(others: Others) -> tuple[str, ...]:
    """Every open risk and issue in a mandatory category, and what is Extreme and new or worse in none: the worst first."""
    issues = (*others.concerns.issues, *others.concerns.issues_named)
    risks = (line.id for line in others.risks.open if line.mandatory or line.to_be_told)
    return (*risks, *(i.row.ref for i in issues if i.row.categories))


def _unheard(others: Others) -> tuple[str, ...]:
    """Risks in a mandatory category that were open when last heard of, and whose register did not come."""
    return tuple(ref for missing in others.risks.unreported for ref in missing.mandatory)
