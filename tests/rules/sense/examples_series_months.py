"""Examples of the sense rule in `rules/sense/series_months.py`: the months of a figure."""

from __future__ import annotations

from example import Example, Silence
from months import month
from sense.examples_series import figures, months, values

from assurance_pack.model import Cell, Month
from assurance_pack.model.fault import Fault, FaultKind


def unread(ref: str):
    return (Fault(kind=FaultKind.NOT_IN_LIST, cell=Cell(file="CAP-2026-06.xlsx", sheet="Indicators", ref=ref)),)


EXAMPLES = (
    Example(
        "AP259",
        "the newest figure stands under the month after",
        month(
            figures(values("IND-06", "52", "55", "56", "58", "61").replace("2026-05-28", "2026-06-30")),
            before=((figures(values("IND-06", "52", "55", "56", "58")),),),
        ),
        ("CAP Indicators!B6",),
        month(
            figures(values("IND-06", "52", "55", "56", "58", "61", "64")),
            before=((figures(values("IND-06", "52", "55", "56", "58")),),),
        ),
        "has a row for June 2026 and none for May 2026. Is May 2026 meant?",
    ),
    Example(
        "AP259",
        "the column of months moved down by a row: each has what the one before had",
        month(
            figures(values("IND-06", "51", "52", "55", "56", "58", "61")),
            before=((figures(values("IND-06", "52", "55", "56", "58", "60")),),),
        ),
        ("CAP Indicators!B6", "CAP Indicators!C6"),
        month(
            figures(values("IND-06", "51", "54", "57", "59", "60", "61")),
            before=((figures(values("IND-06", "52", "55", "56", "58", "60")),),),
        ),
        "what the month before each had in the return for May 2026. Was one column moved by a row?",
    ),
    Example(
        "AP259",
        "the column of figures moved up by a row: each month has what the one after had",
        month(
            figures(values("IND-06", "55", "56", "58", "60", "61")),
            before=((figures(values("IND-06", "52", "55", "56", "58", "60")),),),
        ),
        ("CAP Indicators!B5", "CAP Indicators!C5"),
        month(
            figures(values("IND-06", "52", "56", "58", "58", "60", "61")),
            before=((figures(values("IND-06", "52", "55", "56", "58", "60")),),),
        ),
        "what the month after each had in the return for May 2026. Was one column moved by a row?",
    ),
    Example(
        "AP259",
        "the first months the form brought are gone",
        month(
            figures(months("IND-06", Month("2025-03"), Month("2026-05"))),
            before=((figures(months("IND-06", Month("2025-01"), Month("2026-04"))),),),
        ),
        ("CAP Indicators",),
        month(
            figures(months("IND-06", Month("2025-01"), Month("2026-05"))),
            before=((figures(months("IND-06", Month("2025-01"), Month("2026-04"))),),),
        ),
        "has no row for January 2025 and February 2025.",
    ),
    Example(
        "AP259",
        "a month the record has is gone, and the newest did not come",
        month(
            figures(values("IND-06", "52", "55", "56").replace("2026-02-28", "2025-12-28")),
            before=((figures(values("IND-06", "52", "55", "56", "58")),),),
        ),
        ("CAP Indicators",),
        month(
            figures(values("IND-06", "52", "55", "56", "58", "61")),
            before=((figures(values("IND-06", "52", "55", "56", "58")),),),
        ),
        "has no row for February 2026, April 2026 and May 2026.",
    ),
)


def known(*values_: str, code: str = "IND-06"):
    """What the record of May has."""
    return ((figures(values(code, *values_)),),)


MOVED = ("50", "52", "55", "56", "60", "66")
"""Of five months known, three have what the one before had, and one another figure."""

EXAMPLES += (
    Example(
        "AP259", "the newest did not come, nor any after it", month(figures(values("IND-06", "52", "55", "56", "58")), before=known("52", "55", "56", "58")),
        ("CAP Indicators",), month(figures(values("IND-06", "52", "55", "56", "58", "61")), before=known("52", "55", "56", "58")),
        "“Children without a September place” has no row for May 2026.",
    ),
    Example(
        "AP259", "a month that was sent before is gone, and the one now due is there", month(
            figures(values("IND-06", "52", "55", "56", "58").replace("2026-04-28", "2026-05-28")), before=known("52", "55", "56", "58")
        ),
        ("CAP Indicators",), month(figures(values("IND-06", "52", "55", "56", "58", "60")), before=known("52", "55", "56", "58")),
        "has no row for April 2026.",
    ),
    Example(
        "AP259", "three of four changed months have what the one before had", month(figures(values("IND-06", *MOVED)), before=known("52", "55", "56", "58", "60")),
        ("CAP Indicators!B5", "CAP Indicators!C5"), month(figures(values("IND-06", *MOVED[:4], "61", "66")), before=known("52", "55", "56", "58", "60")),
        "has, in 3 months from February 2026 to April 2026, what the month before each had",
    ),
    Example(
        "AP259", "one indicator is whole, or was moved by a row, and the next has no row for a month", month(
            figures(values("IND-06", *MOVED)), figures(values("IND-07", "4", "5", "4", "5", "4"), "| 2026-06-28 | 7 |", "IND-07 | | 7 |"),
            before=((figures(values("IND-06", "52", "55", "56", "58", "60")), figures(values("IND-07", "4", "5", "4", "5", "4"))),),
        ),
        ("CAP Indicators", "CAP Indicators!B5", "CAP Indicators!C5"), month(
            figures(values("IND-06", "52")),
            before=known("52", "55"), faults=(Fault(kind=FaultKind.MISSING_SHEET, cell=Cell(file="CAP-2026-06.xlsx", sheet="Indicators"), expected="Indicators"),),
        ),
        "“High needs forecast” has no row for June 2026.",
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP259", "a month left out, and a row of the indicator whose month cannot be read", month(
        figures(values("IND-06", "52", "55"), "IND-06 | | 58 |"), before=known("52", "55"), faults=unread("B4")
    )),
    Silence("AP259", "a month left out, and a row of which nobody can read what it is a figure of", month(
        figures(values("IND-06", "52", "55"), "| 2026-03-28 | 58 |"), before=known("52", "55"), faults=unread("A4")
    )),
)  # fmt: skip

SILENCES += (
    Silence(
        "AP259",
        "a month that was never sent, in the midst of those that were",
        month(
            figures(values("IND-06", "52", "55", "56", "58", "61").replace("IND-06 | 2026-02-28 | 55 | \n", "")),
            before=((figures(values("IND-06", "52", "55", "56", "58").replace("IND-06 | 2026-02-28 | 55 | \n", "")),),),
        ),
    ),
    Silence("AP259", "no record to compare with", month(figures(values("IND-06", "52")))),
    Silence(
        "AP259",
        "the oldest month has left the form, as it must",
        month(
            figures(months("IND-06", Month("2024-06"), Month("2026-05"))),
            before=((figures(months("IND-06", Month("2024-05"), Month("2026-04"))),),),
        ),
    ),
    Silence("AP259", "the return did not come", month(missing=("workspace:CAP",), before=((figures(values("IND-06", "52")),),))),
    Silence("AP259", "a figure the record never had", month(figures(values("IND-06", "52")), before=((),))),
)
