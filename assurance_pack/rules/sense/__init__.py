"""The sense family (AP2xx): do the cells of a row, and the rows of the returns, agree with each other?"""

from __future__ import annotations

from ..engine import Rule
from . import (
    abbreviations,
    dependencies,
    ids,
    indicators,
    log,
    milestones,
    milestones_late,
    not_stated,
    quality,
    quality_agrees,
    rdg,
    reviews,
    risks,
    series,
    series_months,
    series_moves,
    taken_out,
    voices,
    words_against,
    words_against_status,
    years,
)

RULES: tuple[Rule, ...] = (
    *years.RULES,
    *milestones.RULES,
    *milestones_late.RULES,
    *taken_out.RULES,
    *dependencies.RULES,
    *reviews.RULES,
    *risks.RULES,
    *quality.RULES,
    *quality_agrees.RULES,
    *indicators.RULES,
    *series.RULES,
    *series_months.RULES,
    *series_moves.RULES,
    *ids.RULES,
    *rdg.RULES,
    *not_stated.RULES,
    *voices.RULES,
    *abbreviations.RULES,
    *log.RULES,
    *words_against.RULES,
    *words_against_status.RULES,
)
