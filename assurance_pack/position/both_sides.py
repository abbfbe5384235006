"""Both sides of a theme whose sources contradict each other, whole enough to be weighed: figures, rows, and people's own words. No winner is named."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, groupby

from ..assess.outcomes import Outcome
from ..assess.signals import Direction, Signal
from ..assess.suggest import suggest
from ..english import LONGEST_SENTENCE
from ..model import Lens
from ..rules.case import Case
from ..senders import sender_name
from ..settings.budgets import TriangulationBudget
from ..settings.plan import Theme
from .explained import Explanation


@dataclass(frozen=True)
class Excerpt:
    """Somebody's own words as far as there is room: whole pieces, each a quotation, and how many sentences are left out."""

    pieces: tuple[str, ...]
    left_out: int = 0


@dataclass(frozen=True)
class Evidence:
    """One thing that stands on one side: what it `says`, or somebody's own words; `ref` where it is a row with an ID of its own, else `source`
    and its date."""

    says: str
    words: Excerpt | None
    ref: str
    source: str
    dated: date | None
    suggested: bool


@dataclass(frozen=True)
class Contradiction:
    """Both sides of one theme, whole enough to be weighed, and what RDG has said of it; `more` counts what there was no room for."""

    theme: Theme
    positive: tuple[Evidence, ...]
    more_positive: int
    concern: tuple[Evidence, ...]
    more_concern: int
    answers: tuple[Explanation, ...] = ()


def both_sides(outcome: Outcome, theme: Theme, answers: tuple[Explanation, ...], case: Case) -> Contradiction:
    """What stands on either side of a theme whose sources contradict each other."""
    positive, more_positive = _side(outcome, "positive", theme, case)
    concern, more_concern = _side(outcome, "concern", theme, case)
    return Contradiction(theme, positive, more_positive, concern, more_concern, answers)


def _side(outcome: Outcome, direction: Direction, theme: Theme, case: Case) -> tuple[tuple[Evidence, ...], int]:
    """One from each lens first, so that none crowds out another; severe ones before others, newest first."""
    said = [s for s in outcome.signals if s.direction == direction and not s.old]
    ranked = sorted(said, key=lambda s: (not s.strong, -(s.dated or date.min).toordinal(), s.item))
    order = list(Lens)
    taken = [next(s for s in ranked if s.lens is lens) for lens in order if any(s.lens is lens for s in ranked)]
    taken += [s for s in ranked if s not in taken]
    most = case.settings.budgets.triangulation.a_side
    shown = sorted(taken[:most], key=lambda s: order.index(s.lens))
    return tuple(_evidence(s, theme, case) for s in shown), len(taken[most:])


def _evidence(signal: Signal, theme: Theme, case: Case) -> Evidence:
    indicator = case.settings.indicator(signal.item)
    own_id = "" if signal.words or indicator else signal.item
    source = indicator.source if indicator else sender_name(signal.sender, case.settings)
    words = excerpt(signal.says, theme, case.settings.themes, case.settings.budgets.triangulation) if signal.words else None
    return Evidence(signal.says, words, own_id, source, signal.dated, signal.suggested)


def excerpt(words: str, theme: Theme, themes: Iterable[Theme], budget: TriangulationBudget) -> Excerpt:
    """All the words where they are no more than a box is asked to hold; of more, the whole sentences that are about a theme, or the first.

    Nothing is left out within a quotation: sentences that do not follow one another are quotations of their own.
    """
    if len(words.split()) <= budget.quoted_whole:
        return Excerpt((words,))
    sentences = re.split(r"(?<=[.!?])\s+", words.strip())
    listed = tuple(themes)
    chosen = [i for i, s in enumerate(sentences) if theme.id in {found.theme for found in suggest(s, listed)}] or list(
        range(len(sentences))
    )
    so_far = accumulate(len(sentences[i].split()) for i in chosen)
    longest = max(budget.quoted_most, LONGEST_SENTENCE)  # of one sentence: it stands though it is longer than the room
    shown = [i for at, (i, count) in enumerate(zip(chosen, so_far, strict=True)) if count <= (budget.quoted_most if at else longest)]
    pieces = (" ".join(sentences[i] for _, i in run) for _, run in groupby(enumerate(shown), key=lambda at: at[1] - at[0]))
    return Excerpt(tuple(pieces), len(sentences) - len(shown))
