"""Examples of the sense rule in `rules/sense/series_months.py`: the months of a figure."""

from __future__ import annotations

from example import Example, Silence
from months import month
from sense.examples_series import figures, months, values

from assurance_pack.model import Month

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

SILENCES = (
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
