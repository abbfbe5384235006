"""Examples of the sense rule in `rules/sense/figures_exchanged.py`: two figures in each other's rows."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.workspace import IndicatorFigure

CHILDREN = ("58", "56", "57", "60", "61", "59", "58")
MONEY = ("4.2", "4.0", "4.1", "3.9", "4.2", "4.3", "4.2")


def sent(children: str, money: str, note: str = "", before: tuple[tuple[str, ...], tuple[str, ...]] = (CHILDREN, MONEY)):
    """Two indicators month by month, the newest with what is given here."""
    series = ((code, (*was, now)) for code, was, now in (("IND-06", before[0], children), ("IND-07", before[1], money)))
    rows = (f"{code} | 2026-0{n}-28 | {value} | {note if n > len(before[0]) else ''}" for code, values in series for n, value in enumerate(values, start=1))  # fmt: skip
    return month(sheet(IndicatorFigure, "CAP", "\n".join(("indicator | period_end | value | note", *rows))))


EXAMPLES = (
    Example(
        "AP233", "the newest figures of two rows exchanged", sent("4.4", "55"), ("CAP Indicators!C9", "CAP Indicators!C17"), sent("55", "4.4"),
        "“Children without a September place” is 4.4 and “High needs forecast” is 55 in August 2026: each is as the other has been. Were they exchanged?",
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP233", "one figure alone that is far from its series", sent("4", "4.4")),
    Silence("AP233", "both far, and neither as the other has been", sent("400", "0.2")),
    Silence("AP233", "a note that says what happened", sent("4.4", "55", note="Two services moved.")),
    Silence("AP233", "so few months that nobody can tell", sent("4.4", "55", before=(CHILDREN[:4], MONEY[:4]))),
    Silence("AP233", "two series that are alike", sent("56", "58", before=(CHILDREN, CHILDREN))),
)
