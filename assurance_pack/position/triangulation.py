"""Section 8 in figures: every theme through three lenses, both sides of each contradiction, what RDG was asked of mandatory items.

Source: “This ensures triangulation between data, professional insight and lived experience” (Board: Assurance, reporting and
information flow). No winner is named, and nothing is ranked but by how the lenses stand to each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..assess.enquiry import Enquiry, lines_of_enquiry
from ..assess.outcomes import Outcome, OutcomeKind, together
from ..assess.signals import Direction, Signal
from ..model import Lens
from ..model.problem import Severity
from ..returns.rdg import PromptAnswer, ThemeSuggestion
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..senders import sender_name
from ..settings.plan import Theme
from .both_sides import Contradiction, both_sides
from .disputed import Disputed, disputed
from .explained import contradicted, explained
from .mandatory import PromptLine, prompts_on_mandatory

READ_FIRST = (
    OutcomeKind.CONTRADICTION,
    OutcomeKind.CORROBORATED_CONCERN,
    OutcomeKind.MIXED,
    OutcomeKind.STALE,
    OutcomeKind.SINGLE_SOURCE,
    OutcomeKind.UNTESTED,
    OutcomeKind.CORROBORATED_ASSURANCE,
    OutcomeKind.NO_SIGNAL,
)


@dataclass(frozen=True)
class LensSays:
    """What one lens says of one theme. `old`: too old to count, and shown; `suggested`: rests on a theme nobody has confirmed.

    `as_of` is the period it rests on where that is not the newest figures are given for: of what it says, nothing is this month's.
    """

    lens: Lens
    direction: Direction
    old: bool = False
    suggested: bool = False
    as_of: date | None = None


@dataclass(frozen=True)
class ThemeLine:
    """One theme: its lenses in order, and what they come to. `newest` is the day of its newest signal; `gaps` are silent lenses."""

    theme: Theme
    lenses: tuple[LensSays, ...]
    kind: OutcomeKind
    only: str
    newest: date | None
    gaps: tuple[Lens, ...]


@dataclass(frozen=True)
class EnquiryLine:
    """One line of enquiry with its sources: whose words or figures, and the rows by ID. `silent` is the lens that was not heard."""

    question: str
    sources: tuple[str, ...]
    refs: tuple[str, ...]
    silent: Lens | None
    themes: tuple[Theme, ...]


@dataclass(frozen=True)
class TriangulationPosition:
    """Themes, contradictions, prompts. `before` counts contradictions last time, by the same reading of last time's rows.

    `themed_words` counts people's own words that count towards a theme, of this month and earlier; `themed_unconfirmed` those among them
    whose theme no person has confirmed, each marked (s) wherever it is shown. `disputed` are the themes whose sources do not contradict each
    other, and on which what is called complete is disputed all the same.
    """

    themes: tuple[ThemeLine, ...]
    themes_heard: int
    contradictions: tuple[Contradiction, ...]
    contradictions_count: int
    contradictions_before: int | None
    corroborated_concerns: int
    disputed: tuple[Disputed, ...]
    gaps: int
    enquiry: tuple[EnquiryLine, ...]
    prompts: tuple[PromptLine, ...]
    prompts_answered: int
    prompts_elsewhere: int
    answers: tuple[PromptAnswer, ...]
    suggestions: tuple[ThemeSuggestion, ...]
    themed_words: int
    themed_unconfirmed: int


def take(case: Case, verdicts: Verdicts) -> TriangulationPosition:
    """What the three lenses come to, theme by theme."""
    known = {t.id: t for t in case.settings.themes}
    lines = sorted((_theme(o, known[o.theme], case) for o in case.outcomes if o.theme in known), key=_reading_order)
    said = explained(case)
    clashes = tuple(
        both_sides(o, known[o.theme], said.get(o.theme, ()), case) for o in case.outcomes if o.kind is OutcomeKind.CONTRADICTION
    )
    prompts = tuple(prompts_on_mandatory(case, verdicts))
    shown = {e.answer.key for clash in clashes for e in clash.answers} | {p.problem.key for p in prompts}
    counted = [s for o in case.outcomes for s in o.signals if not s.old and s.direction != "none" and (s.words or s.suggested)]
    return TriangulationPosition(
        themes=tuple(lines),
        themes_heard=sum(line.kind is not OutcomeKind.NO_SIGNAL for line in lines),
        contradictions=clashes,
        contradictions_count=len(clashes),
        contradictions_before=_contradictions_before(case),
        corroborated_concerns=sum(line.kind is OutcomeKind.CORROBORATED_CONCERN for line in lines),
        disputed=tuple(d for d in disputed(case) if d.theme not in {c.theme for c in clashes}),
        gaps=sum(bool(line.gaps) for line in lines),
        enquiry=tuple(_enquiry(line, case) for line in lines_of_enquiry(case.outcomes, case.settings, case.returns, frozenset(said))),
        prompts=prompts,
        prompts_answered=sum(p.answer is not None for p in prompts),
        prompts_elsewhere=sum(p.key not in shown for p in verdicts.of(Severity.PROMPT)),
        answers=case.returns.of(PromptAnswer),
        suggestions=case.returns.of(ThemeSuggestion),
        themed_words=len({s.item for s in counted}),
        themed_unconfirmed=len({s.item for s in counted if s.suggested}),
    )


# ---------- themes ----------


def _theme(outcome: Outcome, theme: Theme, case: Case) -> ThemeLine:
    dates = [s.dated for s in outcome.signals if s.dated and s.direction != "none"]
    lenses = tuple(_lens(lens, outcome, case) for lens in Lens)
    return ThemeLine(theme, lenses, outcome.kind, outcome.only, max(dates, default=None), outcome.gaps)


def _lens(lens: Lens, outcome: Outcome, case: Case) -> LensSays:
    """What a lens says now; where it says nothing now, what it last said, marked old."""
    said = [s for s in outcome.signals if s.lens is lens and s.direction != "none"]
    now = outcome.lenses.get(lens, "none")
    if now == "none":
        return LensSays(lens, together(s.direction for s in said if s.old), old=any(s.old for s in said))
    counted = [s for s in said if not s.old]
    return LensSays(lens, now, suggested=any(s.suggested for s in counted), as_of=_as_of(counted, case))


def _as_of(counted: Iterable[Signal], case: Case) -> date | None:
    """The newest period a lens rests on, where all that counts are figures for which there was no newer one: ``[x]`` this month, or not sent."""
    monthly = {i.code for i in case.settings.indicators if not i.annual}
    given = max((t.points[-1].period for code, t in case.trends.items() if code in monthly and t.points), default=None)
    periods = []
    for signal in counted:
        trend = case.trends.get(signal.item)
        newest = given if signal.item in monthly else trend.points[-1].period if trend and trend.points else None
        if signal.dated is None or newest is None or not trend or signal.dated >= newest:
            return None
        periods.append(signal.dated)
    return max(periods, default=None)


def _reading_order(line: ThemeLine) -> tuple[int, str]:
    return (READ_FIRST.index(line.kind), line.theme.id)


def _contradictions_before(case: Case) -> int | None:
    return len(contradicted(case.last, case)) if case.last else None


# ---------- lines of enquiry ----------


def _enquiry(line: Enquiry, case: Case) -> EnquiryLine:
    known = {t.id: t for t in case.settings.themes}
    named = (_source(s, case) for s in line.signals if s.words or case.settings.indicator(s.item))
    rows = (*(s.item for s in line.signals if not s.words and not case.settings.indicator(s.item)), *line.items)
    themes = tuple(known[t] for t in line.themes if t in known)
    return EnquiryLine(line.question, tuple(dict.fromkeys(named)), tuple(dict.fromkeys(rows)), line.silent, themes)


def _source(signal: Signal, case: Case) -> str:
    """Whose words, or which figure: ``Parent Carer Forum``, ``Calls answered in two days``."""
    indicator = case.settings.indicator(signal.item)
    return indicator.in_short if indicator else sender_name(signal.sender, case.settings)
