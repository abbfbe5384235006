"""What RDG has said of a theme on which the sources differ, whatever the category: its answers to the questions put to it.

An answer stands while the difference goes on: month after month, until RDG says something else of the theme or the sources agree.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..assess.outcomes import OutcomeKind, outcomes
from ..assess.signals import signals
from ..assess.trends import trends
from ..model import Month
from ..record.month import Record
from ..returns.rdg import PromptAnswer
from ..returns.received import Returns
from ..rules.case import Case
from ..rules.triangulation.green import figure_older_than_experience, watermelon
from ..settings import Settings

_ASK_OF_A_DIFFERENCE = (watermelon.id, figure_older_than_experience.id)


@dataclass(frozen=True)
class Explanation:
    """What RDG answered of a theme, and the month it was given."""

    answer: PromptAnswer
    given: Month


def explained(case: Case) -> dict[str, tuple[Explanation, ...]]:
    """RDG's answers with a reason, by the theme they are about: this month's, else the newest given since the sources began to differ.

    An answer without a word of explanation leaves the question open.
    """
    found = _by_theme(case.returns, case.month, case.settings)
    still = {o.theme for o in case.outcomes if o.kind is OutcomeKind.CONTRADICTION} - found.keys()
    for record in reversed(case.history):
        if not still:
            break
        still &= contradicted(record, case)
        given = _by_theme(record.returns, record.month, case.settings)
        found |= {theme: given[theme] for theme in still & given.keys()}
        still -= given.keys()
    return found


def contradicted(record: Record, case: Case) -> frozenset[str]:
    """The themes on which the sources differed in an earlier month, by today's reading of that month's rows."""
    earlier = tuple(r for r in case.history if r.month < record.month)
    said = signals(record.returns, case.settings, record.position, trends(record.returns, case.settings), earlier)
    return frozenset(o.theme for o in outcomes(said, case.settings, record.returns) if o.kind is OutcomeKind.CONTRADICTION)


def _by_theme(returns: Returns, month: Month, settings: Settings) -> dict[str, tuple[Explanation, ...]]:
    found: dict[str, tuple[Explanation, ...]] = {}
    for answer in returns.of(PromptAnswer):
        rule, _, items = (answer.key or "").partition(":")
        if rule in _ASK_OF_A_DIFFERENCE and answer.response and answer.explanation:
            for theme in (t.id for t in settings.themes if t.id in items.split(",")):
                found[theme] = (*found.get(theme, ()), Explanation(answer, month))
    return found
