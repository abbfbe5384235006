"""The movement family (AP3xx): does this month follow from the last record, and from the months before it?"""

from __future__ import annotations

from ..engine import Rule
from . import (
    answers,
    asked_words,
    classed,
    delivery,
    eased,
    exchanged,
    items,
    month_after_month,
    not_back,
    off_their_rows,
    older_month,
    promise,
    revised,
    said_again,
    statuses_exchanged,
    words_of_another,
)

RULES: tuple[Rule, ...] = (
    *items.RULES,
    *month_after_month.RULES,
    *not_back.RULES,
    *delivery.RULES,
    *answers.RULES,
    *promise.RULES,
    *eased.RULES,
    *said_again.RULES,
    *exchanged.RULES,
    *statuses_exchanged.RULES,
    *words_of_another.RULES,
    *older_month.RULES,
    *asked_words.RULES,
    *off_their_rows.RULES,
    *classed.RULES,
    *revised.RULES,
)
