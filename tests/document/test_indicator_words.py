"""The arrow is the last step, the word is the long run: they agree, or both are said."""

from __future__ import annotations

from datetime import date

import pytest
from position_rows import SETTINGS

from assurance_pack.assess.trends import Point
from assurance_pack.document.indicator_words import change, direction
from assurance_pack.position.indicators import Change, Glance

JUNE = date(2026, 6, 30)
APRIL, MAY = date(2026, 4, 30), date(2026, 5, 31)


def glance(before: float, now: float, said: Change, *, good: str = "up", newest: Point | None = None) -> Glance:
    indicator = SETTINGS.indicators[0].model_copy(update={"good": good})
    latest = Point(period=MAY, value=now)
    return Glance(indicator, latest, Point(period=APRIL, value=before), newest or latest, said, "the highest of 24 figures")


@pytest.mark.parametrize(
    ("before", "now", "said", "good", "printed", "briefly"),
    [
        (61, 63, "better", "up", "↑ Better: 61% in April", ", better"),
        (63, 61, "better", "up", "↓ 63% in April, yet better over time", ", down, yet better over time"),
        (63, 61, "worse", "up", "↓ Worse: 63% in April", ", worse"),
        (71, 74, "worse", "up", "↑ 71% in April, yet worse over time", ", up, yet worse over time"),
        (71, 74, "worse", "down", "↑ Worse: 71% in April", ", worse"),
        (74, 71, "worse", "down", "↓ 74% in April, yet worse over time", ", down, yet worse over time"),
        (71, 74, "chance", "up", "↑ 71% in April; usual variation", ", usual variation"),
        (71, 74, "worst", "down", "↑ 71% in April; the highest of 24 figures", ", the highest of 24 figures"),
        (71, 71, "worse", "up", "→ Same as in April", ""),
    ],
)
def test_arrow_and_word_agree_or_both_are_said(before: float, now: float, said: Change, good: str, printed: str, briefly: str) -> None:
    of = glance(before, now, said, good=good)
    assert (change(of, JUNE), direction(of, JUNE)) == (printed, briefly)


def test_a_figure_that_is_not_the_newest_periods_is_named_with_its_month() -> None:
    missing = Point(period=JUNE, value=None, symbol="[x]")
    assert direction(glance(61, 63, "better", newest=missing), JUNE) == " in May, better"
