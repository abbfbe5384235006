"""Which columns of a register of risks are its ratings: likelihood, impact or the score of both, and at which stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .layout import Field, FoundTable
from .mapping import BOTH, NOT_PLACED, WORKED_OUT, ColumnMapping, column_mapping
from .months import without_month
from .ratings import IMPACT, INHERENT, LIKELIHOOD, NOW, SCORE, TARGET, RatingAsked, product, rating_asked, stage_said

MOST_PLACES = 5
"""No scale of likelihood or impact goes on beyond this."""


def rating_columns(table: FoundTable) -> Iterator[ColumnMapping]:
    """Where the ratings of a register of risks go; a score that comes from nothing on the form has no place, and is no ID either."""
    staged = tuple(_staged(table))
    done: set[str] = set()
    for field, what, stage, sure in staged:
        goes_to = _of_score(table, field, stage, staged) if what == SCORE else f"{stage}{what}"
        if not goes_to or goes_to in done:
            goes_to = NOT_PLACED
        done |= {goes_to} - {WORKED_OUT, NOT_PLACED}
        yield column_mapping(table, field, goes_to, sure, f"{sure} % sure: a rating" if goes_to != NOT_PLACED else "")


def _asked(field: Field) -> RatingAsked | None:
    """The rating a column asks for: what its own heading says, at the stage its group says."""
    own, stage = rating_asked(without_month(field.heading)), stage_said(field.group) if field.group else None
    if own is None or own.said or stage is None:
        return own or (rating_asked(without_month(field.with_group)) if field.group else None)
    return RatingAsked(own.what, stage, True, "residual" in field.group.casefold())


def _staged(table: FoundTable) -> Iterator[tuple[Field, str, str, int]]:
    """Each rating: its column, whether it is the likelihood, the impact or the score of both, at which stage, and how sure that is."""
    asked = [(f, _as_figures_say(table, f, r)) for f in table.fields if (r := _asked(f))]
    asked = [(f, r) for f, r in asked if (r.what == SCORE and _are_scores(table, f)) or (r.what != SCORE and _are_places(table, f))]
    rated = {r.stage for _, r in asked if r.what != SCORE and r.said}
    unsaid = any(not r.said and r.what != SCORE for _, r in asked)
    for field, r in asked:
        stage = r.stage
        if not r.said and NOW in rated:
            stage = INHERENT  # “Likelihood, Impact, … Residual likelihood, Residual impact”: the first are before the controls
        elif r.residual and any(s.stage == NOW and s.said and not s.residual for _, s in asked):
            stage = TARGET  # “Current …, Residual …”: what remains when all is done
        yield field, r.what, stage, 95 if (r.said and stage == r.stage) or not (rated or (unsaid and r.said)) else 75


def _as_figures_say(table: FoundTable, field: Field, asked: RatingAsked) -> RatingAsked:
    """A “severity” of 16 is a score: no scale of likelihood or impact goes on beyond five."""
    figures = [int(float(t)) for t in table.texts(field) if t.replace(".0", "").isdigit()]
    return asked._replace(what=SCORE) if any(n > MOST_PLACES for n in figures) else asked


def _of_score(table: FoundTable, field: Field, stage: str, staged: Iterable[tuple[Field, str, str, int]]) -> str:
    """Both ratings, where the cells give both; else a figure the form works out, where both of the same stage stand in columns of their own."""
    texts = table.texts(field)
    if texts and 2 * sum(product(t) is not None for t in texts) > len(texts):
        return BOTH[stage]
    beside = {what for _, what, at_stage, _ in staged if at_stage == stage}
    numbers = texts and all(t.replace(".0", "").isdigit() for t in texts)
    return WORKED_OUT if {LIKELIHOOD, IMPACT} <= beside and numbers else ""


def _are_scores(table: FoundTable, field: Field) -> bool:
    """Whether what stands under a heading are scores, or words for a score, and not the words of a list of ours (“Level”) or sentences."""
    texts = table.texts(field)
    return bool(texts) and sum(any(c.isdigit() for c in t) for t in texts) * 2 > len(texts)


def _are_places(table: FoundTable, field: Field) -> bool:
    """Whether what stands under a heading are places on a scale, and not sentences about it."""
    texts = table.texts(field)
    return bool(texts) and sum(len(t.split()) <= 2 or any(c.isdigit() for c in t) for t in texts) * 10 >= 7 * len(texts)
