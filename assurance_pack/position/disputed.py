"""Where what is called done, or on time, is disputed: one answer for every edition.

Disputed: the sources of a theme contradict each other and families or young people are on the side of concern; a survey or complaints in which
they speak name the very milestone that is called complete; or the Board has challenged the theme, and the position was changed or the
answer not accepted.

“This ensures triangulation between data, professional insight and lived experience” (Board: Assurance, reporting and information flow).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..assess.outcomes import Outcome, OutcomeKind
from ..meanings import ChallengeOutcome, MilestoneStatus
from ..model import Lens, means
from ..returns.board_log import Challenge
from ..returns.workspace import QAFinding
from ..rules.case import Case
from ..settings.plan import Theme
from .plan import MilestoneStanding, standings

AGAINST = ("concern", "weak", "mixed")


@dataclass(frozen=True)
class Disputed:
    """One theme. `differ`: its sources contradict each other; `done` is what is called complete and disputed, `promised` every milestone of the theme;
    `findings` and `challenges` are what stands against it besides people's own words.
    """

    theme: Theme
    outcome: Outcome
    differ: bool
    done: tuple[MilestoneStanding, ...]
    promised: tuple[MilestoneStanding, ...]
    findings: tuple[QAFinding, ...]
    challenges: tuple[Challenge, ...]


def disputed(case: Case) -> tuple[Disputed, ...]:
    """Every theme on which something is disputed, in the order of the themes."""
    return tuple(_disputed(case))


def _disputed(case: Case) -> Iterator[Disputed]:
    outcomes = {o.theme: o for o in case.outcomes}
    every = standings(case.returns, case.earlier)
    for theme in case.settings.themes:
        outcome = outcomes.get(theme.id)
        if outcome is None:
            continue
        differ = outcome.kind is OutcomeKind.CONTRADICTION and outcome.lenses.get(Lens.LIVED) in AGAINST
        findings, challenges = _findings(outcome, case), _challenges(theme, case)
        named = {ref for finding in findings for ref in finding.linked or ()}
        promised = tuple(s for s in every if means(s.row.theme, theme.id))
        complete = (s for s in promised if s.meaning == MilestoneStatus.COMPLETE)
        done = tuple(s for s in complete if differ or challenges or s.id in named)
        if done or differ:
            yield Disputed(theme, outcome, differ, done, promised, findings, challenges)


def _findings(outcome: Outcome, case: Case) -> tuple[QAFinding, ...]:
    """The surveys and complaints of a theme that are a concern still, newest first."""
    against = {s.item for s in outcome.signals if s.lens is Lens.LIVED and not s.words and not s.old and s.direction == "concern"}
    rows = (f for f in case.returns.of(QAFinding) if f.ref in against and f.linked)
    return tuple(sorted(rows, key=lambda f: (-(f.report_date or date.min).toordinal(), f.ref)))


def _challenges(theme: Theme, case: Case) -> tuple[Challenge, ...]:
    """What the Board has challenged of a theme with effect, and has not closed."""
    about = (c for c in case.returns.of(Challenge) if means(c.theme, theme.id) and not c.finished)
    return tuple(c for c in about if means(c.outcome, ChallengeOutcome.POSITION_CHANGED, ChallengeOutcome.NOT_ACCEPTED))
