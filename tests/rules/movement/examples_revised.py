"""Examples of the movement rule in `rules/movement/revised.py`: once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import Drawing, after, month, sheet

from assurance_pack.returns.workspace import IndicatorFigure


def figure(now: str, before: str) -> Drawing:
    drawn = [
        sheet(IndicatorFigure, "QDD", f"indicator | period_end | numerator | denominator | provisional | note\nIND-01 | 2026-04-30 | {row}")
        for row in (now, before)
    ]
    return after(month(drawn[0]), (drawn[1],))


EXAMPLES = (
    Example(
        "AP335",
        "two digits of a figure sent in May the other way round",
        figure("68 | 141 | | ", "86 | 141 | | "),
        ("QDD Indicators!C2", "QDD Indicators!D2"),
        figure("85 | 141 | | ", "86 | 141 | | "),
        "“Plans in 20 weeks” was sent as 61% for April 2026, and is 48% now. Was it revised?",
    ),
)

SILENCES = (
    Silence("AP335", "a note says why", figure("68 | 141 | | 18 plans were counted twice.", "86 | 141 | | ")),
    Silence("AP335", "it was provisional", figure("68 | 141 | | ", "86 | 141 | Yes | ")),
    Silence("AP335", "there was none", figure("68 | 141 | | ", "| | | ")),
)
