"""Green that other sources question: watermelons, severe risks behind it, silence, figures older than experience (AP401 to AP404)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ...assess.outcomes import Outcome
from ...assess.signals import Signal
from ...english import in_words, listed, telling
from ...model import Lens, day, means
from ...model.problem import Severity
from ...returns.rdg import RDG
from ...returns.workspace import Milestone, QAFinding, Risk
from ...schema import Review
from ...senders import sender_name
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule
from ..movement.past import past, status_of
from ..sense.risks import is_severe

GREEN = ("on_track", "complete")
NEAR = timedelta(days=31)
"""A milestone due within a month should have something to show."""

_SAY_MOST = 3


def _speaks_of(case: Case, outcome: Outcome) -> list[Milestone]:
    """The milestones of a theme reported on track or complete this month."""
    return [
        m
        for m in case.returns.of(Milestone)
        if means(m.theme, outcome.theme) and m.id and m.review is not Review.NOT_REVIEWED and means(status_of(m, case.returns), *GREEN)
    ]


def _is_quality(signal: Signal, case: Case) -> bool:
    return bool(case.find(QAFinding, signal.item) or any(case.found_earlier(QAFinding, signal.item)))


def _otherwise(outcome: Outcome, case: Case, *, complete: bool) -> list[Signal]:
    """What says otherwise: families, quality assurance, or a figure going the wrong way.

    A target not yet met is no contradiction of work on track to meet it; of work reported complete it is.
    """
    said = []
    for signal in outcome.signals:
        if signal.direction != "concern" or signal.old:
            continue
        trend = case.trends.get(signal.item)
        wrong_way = trend is not None and (trend.worse or (complete and trend.assurance == "missed_consistently"))
        if signal.lens is Lens.LIVED or _is_quality(signal, case) or wrong_way:
            said.append(signal)
    return said


def _speakers(signals: list[Signal], case: Case) -> str:
    """Who says it: a group by its name, a finding by its ID, a figure by its short name."""
    names = []
    for signal in signals:
        indicator = case.settings.indicator(signal.item)
        if signal.words:
            names.append(f"{sender_name(signal.sender, case.settings)} ({signal.item})")
        else:
            names.append(f"“{indicator.in_short}” ({signal.item})" if indicator else signal.item)
    shown = list(dict.fromkeys(names))
    return in_words(shown if len(shown) <= _SAY_MOST else [*shown[:_SAY_MOST], f"{len(shown) - _SAY_MOST} more"])


@rule(
    "AP401",
    "What is reported green looks green from other sides too",
    severity=Severity.PROMPT,
    because=clauses.TRIANGULATION,
    example="Communication: M-{workspace.1}-003 reported {milestone_status.complete}; {group_name.1} (V-{group.1}-2026-06-not-working) and "
    "Q-{workspace.1}-004 raise a concern. Confirm or explain.",
)
def watermelon(case: Case) -> Iterator[Found]:
    """For RDG: say why both can be so (what was promised, to whom, since when), or correct the status. No side wins by rule."""
    for outcome in case.outcomes:
        green = _speaks_of(case, outcome)
        complete = any(means(status_of(m, case.returns), "complete") for m in green)
        against = _otherwise(outcome, case, complete=complete)
        if not green or not against:
            continue
        green = _most_alike(green, against)
        words = [(m.ref, str(status_of(m, case.returns))) for m in green]
        reported = in_words(
            f"{listed(ref for ref, w in words if w == word)} reported {word}" for word in dict.fromkeys(w for _, w in words)
        )
        verb = "raises" if len({s.item for s in against}) == 1 else "raise"
        sentence = (
            f"{case.settings.theme_name(outcome.theme)}: {reported}; {_speakers(against, case)} {verb} a concern. Confirm or explain."
        )
        cells = (*(m.cell("status") for m in green), *(s.cell for s in against))
        yield Found(cells, sentence, (outcome.theme, *(m.ref for m in green)), RDG)


def _most_alike(green: list[Milestone], against: list[Signal]) -> list[Milestone]:
    """The milestones to name: those that share telling words with what is said against them, else the first few of the theme."""
    said = frozenset[str]().union(*(telling(s.says) for s in against))
    shared = {m.ref: len(said & telling(f"{m.title or ''} {m.for_families or ''}")) for m in green}
    most = max(shared.values())
    named = [m for m in green if shared[m.ref] == most] if most else green
    return named[:_SAY_MOST]


@rule(
    "AP402",
    "A milestone {milestone_status.on_track:lower} has no severe risk against it",
    severity=Severity.PROMPT,
    because=clauses.RISKS_AND_CONFIDENCE_VISIBLE,
    example="M-{workspace.3}-007 is reported {milestone_status.on_track}, and R-{workspace.3}-004, which threatens it, scores 20. Which of the two is out of date?",
)
def green_under_severe_risk(case: Case) -> Iterator[Found]:
    """For RDG: agree one view of the two, or say why the milestone holds although the risk is severe."""
    for risk in case.returns.of(Risk):
        if not risk.open or not is_severe(risk, case) or not risk.id:
            continue
        for ref in risk.linked or ():
            milestone = case.find(Milestone, ref)
            if milestone and means(word := status_of(milestone, case.returns), "on_track"):
                sentence = (
                    f"{ref} is reported {word}, and {risk.id}, which threatens it, scores {risk.score}. Which of the two is out of date?"
                )
                yield Found((milestone.cell("status"), risk.cell("likelihood")), sentence, (ref, risk.id), RDG)


@rule(
    "AP403",
    "A milestone about to be met has something to show",
    severity=Severity.PROMPT,
    because="A constant green is itself a warning sign: evidence is what tells it from a forgotten cell.",
    each=Milestone,
    needs=("id", "status", "forecast"),
    misses=("evidence",),
    example="M-{workspace.1}-009 has been {milestone_status.on_track} since April 2026 and is due on 15 July 2026, with no evidence referenced. Is it sure?",
)
def silent_green(milestone: Milestone, case: Case) -> Iterator[Found]:
    """For RDG: ask what there is to see a month before the day, and have the evidence referenced."""
    if not means(status_of(milestone, case.returns), "on_track") or milestone.evidence:
        return
    assert milestone.forecast
    if case.position <= milestone.forecast <= case.position + NEAR:
        before = tuple(past(milestone, case))
        if not before or not all(means(status_of(e.row, e.returns), "on_track") for e in before):
            return
        sentence = (
            f"{milestone.ref} has been {status_of(milestone, case.returns)} since {before[-1].month.name} and is due on {day(milestone.forecast)}, with no evidence "
            "referenced. Is it sure?"
        )
        yield Found((milestone.cell("evidence"),), sentence)


@rule(
    "AP404",
    "Figures and experience are compared as of their days",
    severity=Severity.PROMPT,
    because=clauses.TRIANGULATION,
    example="Attendance: the figure “Persistent absence” is of 31 January 2026 and positive; "
    "{group_name.1} (V-{group.1}-2026-06-not-working) speaks of June 2026 and raises a concern. Which holds now?",
)
def figure_older_than_experience(case: Case) -> Iterator[Found]:
    """For RDG: say what has happened between the two days. A yearly figure cannot answer what families said this month."""
    for outcome in case.outcomes:
        for figure in (s for s in outcome.signals if s.direction in ("positive", "concern")):
            indicator = case.settings.indicator(figure.item)
            if indicator is None or not indicator.annual or figure.dated is None:
                continue
            against = "concern" if figure.direction == "positive" else "positive"
            lived = [s for s in outcome.signals if s.lens is Lens.LIVED and s.direction == against and not s.old]
            fresh = [s for s in lived if s.dated and s.dated > figure.dated]
            if fresh:
                said = "raises a concern" if against == "concern" else "says it works"
                sentence = (
                    f"{case.settings.theme_name(outcome.theme)}: the figure “{indicator.in_short}” is of {day(figure.dated)} "
                    f"and {'positive' if figure.direction == 'positive' else 'a concern'}; {_speakers(fresh[:1], case)} speaks of "
                    f"{case.month.name} and {said}. Which holds now?"
                )
                yield Found((figure.cell, fresh[0].cell), sentence, (outcome.theme, figure.item), RDG)


RULES: tuple[Rule, ...] = (watermelon, green_under_severe_risk, silent_green, figure_older_than_experience)
