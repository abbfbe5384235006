"""What RDG has said of a theme on which the sources differ, whatever the category: its answers to the questions put to it."""

from __future__ import annotations

from ..returns.rdg import PromptAnswer
from ..rules.case import Case
from ..rules.triangulation.green import figure_older_than_experience, watermelon

_ASK_OF_A_DIFFERENCE = (watermelon.id, figure_older_than_experience.id)


def explained(case: Case) -> dict[str, tuple[PromptAnswer, ...]]:
    """RDG's answers with a reason, by the theme they are about. An answer without a word of explanation leaves the question open."""
    found: dict[str, tuple[PromptAnswer, ...]] = {}
    for answer in case.returns.of(PromptAnswer):
        rule, _, items = (answer.key or "").partition(":")
        if rule in _ASK_OF_A_DIFFERENCE and answer.response and answer.explanation:
            for theme in case.settings.themes:
                if theme.id in items.split(","):
                    found[theme.id] = (*found.get(theme.id, ()), answer)
    return found
