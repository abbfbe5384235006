"""A row that cannot be read may be of a month left out, but not of another indicator."""

from __future__ import annotations

from months import found, month
from sense.examples_series import figures, values
from sense.examples_series_months import known, unread

from assurance_pack.rules.sense.series_months import months_left_out


def test_a_month_left_out_is_missed_though_the_month_of_another_indicator_cannot_be_read() -> None:
    drawing = month(figures(values("IND-06", "52", "55"), "IND-07 | | 4 |"), before=known("52", "55"), faults=unread("B4"))
    (problem,) = found(months_left_out, drawing)
    assert problem.sentence == "“Children without a September place” has no row for March 2026."
