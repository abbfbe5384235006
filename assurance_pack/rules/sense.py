"""The sense family (AP2xx): do the cells of a row, and the rows of the returns, agree with each other?"""

from __future__ import annotations

from . import (
    sense_dependencies,
    sense_ids,
    sense_indicators,
    sense_log,
    sense_milestones,
    sense_quality,
    sense_rdg,
    sense_reviews,
    sense_risks,
)
from .engine import Rule

RULES: tuple[Rule, ...] = (
    *sense_milestones.RULES,
    *sense_dependencies.RULES,
    *sense_reviews.RULES,
    *sense_risks.RULES,
    *sense_quality.RULES,
    *sense_indicators.RULES,
    *sense_ids.RULES,
    *sense_rdg.RULES,
    *sense_log.RULES,
)
