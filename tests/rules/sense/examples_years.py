"""Examples of the sense rule in `rules/sense/years.py`: speaking, and silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.workspace import Cover, Milestone, QAFinding, Risk


def milestones(table: str):
    return sheet(Milestone, "CAP", table)


def forecast(now: str, before: str = ""):
    """A milestone with one forecast now and, where it is not new, another in May."""
    then = (milestones(f"id | forecast\nM-CAP-001 | {before}"),) if before else ()
    return after(month(milestones(f"id | forecast\nM-CAP-001 | {now}")), then)


def actual(day: str):
    return month(milestones(f"id | actual\nM-CAP-001 | {day}"))


MAY = (
    milestones("""
    id        | forecast
    M-CAP-001 | 2026-09-30
"""),
)

EXAMPLES = (
    Example(
        "AP200",
        "last month's forecast, a year on",
        after(
            month(
                milestones("""
            id        | forecast
            M-CAP-001 | 2027-09-30
        """)
            ),
            MAY,
        ),
        ("CAP Milestones!B2",),
        after(
            month(
                milestones("""
            id        | forecast
            M-CAP-001 | 2027-07-29
        """)
            ),
            MAY,
        ),
        "Forecast now is 30 September 2027, and was 30 September 2026 in May 2026: is 2026 meant?",
    ),
    Example(
        "AP200",
        "the last digits of the year the other way round",
        after(month(milestones("id | forecast\nM-CAP-001 | 2062-11-30")), (milestones("id | forecast\nM-CAP-001 | 2026-09-30"),)),
        ("CAP Milestones!B2",),
        after(month(milestones("id | forecast\nM-CAP-001 | 2026-11-30")), (milestones("id | forecast\nM-CAP-001 | 2026-09-30"),)),
        "is 2026 meant?",
    ),
    Example(
        "AP200",
        "a forecast set anew for a day three months gone, where it was still to come",
        after(month(milestones("id | forecast\nM-CAP-001 | 2026-03-31")), (milestones("id | forecast\nM-CAP-001 | 2026-09-30"),)),
        ("CAP Milestones!B2",),
        after(month(milestones("id | forecast\nM-CAP-001 | 2026-06-01")), (milestones("id | forecast\nM-CAP-001 | 2026-09-30"),)),
        "is 2027 meant?",
    ),
    Example(
        "AP200",
        "last month's forecast, a year back, in a row that says more",
        after(
            month(
                milestones("""
                id        | title     | depends_on | forecast
                M-CAP-001 | New pages | M-CAP-002  | 2027-03-31
            """)
            ),
            (
                milestones("""
                id        | title     | depends_on | forecast
                M-CAP-001 | New pages | M-CAP-002  | 2028-03-31
            """),
            ),
        ),
        ("CAP Milestones!D2",),
        after(
            month(
                milestones("""
                id        | forecast
                M-CAP-001 | 2027-03-31
            """)
            ),
            (
                milestones("""
                id        | forecast
                M-CAP-001 | 2030-03-31
            """),
            ),
        ),
        "Forecast now is 31 March 2027, and was 31 March 2028 in May 2026: is 2028 meant?",
    ),
    Example(
        "AP200",
        "a forecast long past, where last month named another year than the one that is meant",
        after(
            month(
                milestones("""
                id        | forecast
                M-CAP-001 | 2025-06-30
            """)
            ),
            (
                milestones("""
                id        | forecast
                M-CAP-001 | 2027-01-15
            """),
            ),
        ),
        ("CAP Milestones!B2",),
        month(
            milestones("""
            id        | forecast
            M-CAP-001 | 2026-03-29
            M-CAP-002 | 2024-02-29
        """)
        ),
        "Forecast now is 30 June 2025: is 2026 meant?",
    ),
    Example(
        "AP200",
        "completed, it is said, on the position date of next year",
        month(
            milestones("""
            id        | actual
            M-CAP-001 | 2027-06-30
        """)
        ),
        ("CAP Milestones!B2",),
        month(
            milestones("""
                id        | actual
                M-CAP-001 | 2027-07-01
                M-CAP-002 | 2028-02-29
            """),
            sheet(
                Cover,
                "CAP",
                """
                met_on
                2028-02-29
            """,
            ),
        ),
        "Actual date, if complete is 30 June 2027: is 2026 meant?",
    ),
    Example(
        "AP200",
        "a next review in the year before",
        month(
            sheet(
                Risk,
                "CAP",
                """
            id        | next_review
            R-CAP-001 | 2025-07-31
        """,
            )
        ),
        ("CAP Risks!B2",),
        month(
            sheet(
                Risk,
                "CAP",
                """
            id        | next_review
            R-CAP-001 | 2026-04-30
        """,
            )
        ),
        "is 2026 meant?",
    ),
    Example(
        "AP200",
        "a Workspace that met a year ago",
        month(
            sheet(
                Cover,
                "CAP",
                """
            met_on
            2026-06-09, 2025-06-23
        """,
            )
        ),
        ("CAP Start here!A2",),
        month(
            sheet(
                Cover,
                "CAP",
                """
            met_on
            2026-06-09, 2026-06-23
        """,
            )
        ),
        "23 June 2025: is 2026 meant?",
    ),
    Example(
        "AP200",
        "a Workspace that met, by the year typed, as long ago as it could be a slip",
        month(
            sheet(
                Cover,
                "CAP",
                """
            met_on
            2025-08-31
        """,
            )
        ),
        ("CAP Start here!A2",),
        month(
            sheet(
                Cover,
                "CAP",
                """
            met_on
            2025-09-01
        """,
            )
        ),
    ),
    Example(
        "AP200",
        "a Workspace that has met a year from now",
        month(
            sheet(
                Cover,
                "CAP",
                """
            met_on
            2027-06-16
        """,
            )
        ),
        ("CAP Start here!A2",),
        month(
            sheet(
                Cover,
                "CAP",
                """
            met_on
            2029-06-16
        """,
            )
        ),
        "is 2026 meant?",
    ),
    Example(
        "AP200",
        "a forecast longer past than four months",
        month(
            milestones("""
            id        | forecast
            M-CAP-001 | 2026-03-01
        """)
        ),
        ("CAP Milestones!B2",),
        month(
            milestones("""
            id        | forecast
            M-CAP-001 | 2026-03-02
            M-CAP-002 | 2023-06-01
        """)
        ),
    ),
    Example(
        "AP200",
        "completed, it is said, next September",
        month(
            milestones("""
            id        | actual
            M-CAP-001 | 2026-09-03
        """)
        ),
        ("CAP Milestones!B2",),
        month(
            milestones("""
            id        | actual
            M-CAP-001 | 2026-09-02
            M-CAP-002 | 2027-07-15
        """)
        ),
        "is 2025 meant?",
    ),
)

MORE = (
    Example(
        "AP200",
        "last month's forecast with day and month the other way round, and two years on, and in another decade",
        after(
            month(
                milestones("""
                id        | forecast   | status
                M-CAP-001 | 2026-05-08 | At risk
                M-CAP-002 | 2028-09-30 | At risk
                M-CAP-003 | 2036-09-30 | At risk
            """)
            ),
            (
                milestones("""
                id        | forecast   | status
                M-CAP-001 | 2026-08-05 | At risk
                M-CAP-002 | 2026-09-30 | At risk
                M-CAP-003 | 2026-09-30 | At risk
            """),
            ),
        ),
        ("CAP Milestones!B2", "CAP Milestones!B3", "CAP Milestones!B4"),
        after(
            month(
                milestones("""
                id        | forecast   | status
                M-CAP-001 | 2026-05-08 | Complete
            """)
            ),
            (
                milestones("""
                id        | forecast   | status
                M-CAP-001 | 2026-08-05 | At risk
            """),
            ),
        ),
        "Forecast now is 8 May 2026, and was 5 August 2026 in May 2026: is 5 August 2026 meant?",
    ),
    Example(
        "AP200",
        "a new day by which the other way round is to come, and one of last year",
        month(
            milestones("""
            id        | forecast
            M-CAP-001 | 2026-05-11
            M-CAP-002 | 2025-12-15
        """)
        ),
        ("CAP Milestones!B2", "CAP Milestones!B3"),
        month(
            milestones("""
            id        | forecast
            M-CAP-001 | 2026-10-07
            M-CAP-002 | 2026-05-05
        """)
        ),
        "Forecast now is 11 May 2026: is 5 November 2026 meant?",
    ),
    Example(
        "AP200",
        "a year more than last month, or nearly, and a review in another decade",
        after(
            month(
                milestones("""
                    id        | forecast
                    M-CAP-001 | 2029-01-04
                """),
                sheet(Risk, "CAP", "id | next_review\nR-CAP-001 | 2036-07-31"),
            ),
            (
                milestones("""
                    id        | forecast
                    M-CAP-001 | 2026-12-11
                """),
                sheet(Risk, "CAP", "id | next_review\nR-CAP-001 | 2026-06-30"),
            ),
        ),
        ("CAP Milestones!B2", "CAP Risks!B2"),
        after(
            month(
                milestones("""
                id        | forecast
                M-CAP-001 | 2027-06-30
            """)
            ),
            (
                milestones("""
                id        | forecast
                M-CAP-001 | 2026-09-30
            """),
            ),
        ),
        "Forecast now is 4 January 2029: is 2027 meant?",
    ),
    Example(
        "AP200",
        "what happened, told for the first time a year late, is asked about",
        month(
            milestones("""
                id        | actual     | status
                M-CAP-001 | 2025-06-19 | Complete
            """),
            sheet(Risk, "CAP", "id | last_reviewed\nR-CAP-001 | 2025-06-09"),
        ),
        ("CAP Milestones!B2", "CAP Risks!B2"),
        month(
            milestones("""
                id        | actual     | status
                M-CAP-001 | 2025-10-19 | Complete
            """),
            sheet(QAFinding, "CAP", "id | period_from | period_to\nQ-CAP-001 | 2025-06-01 | 2026-05-31"),
        ),
        "Actual date, if complete is 19 June 2025: is 2026 meant?",
    ),
    Example(
        "AP200",
        "a Workspace that met, by day and month the other way round, after the summer; no risk is asked about for it",
        month(sheet(Cover, "CAP", "met_on\n2026-09-06"), sheet(Risk, "CAP", "this_month | id\nChanged | R-CAP-001")),
        ("CAP Start here!A2",),
        month(sheet(Cover, "CAP", "met_on\n2026-08-06")),
        "6 September 2026: is 9 June 2026 meant?",
    ),
)

EXAMPLES += MORE

EXAMPLES += (
    Example("AP200", "ten years too early, and five years ahead to the day", forecast("2021-06-29"), ("CAP Milestones!B2",), forecast("2021-06-30"), "is 2031 meant?"),
    Example("AP200", "the twelfth of a month that is past", forecast("2026-05-12"), ("CAP Milestones!B2",), forecast("2026-05-13"), "is 5 December 2026 meant?"),
    Example("AP200", "two months back by the year that is meant", forecast("2025-04-29"), ("CAP Milestones!B2",), forecast("2026-04-29"), "is 2026 meant?"),
    Example("AP200", "two months and a day back: the year after is meant", forecast("2025-04-28"), ("CAP Milestones!B2",), forecast("2026-04-28"), "is 2027 meant?"),
    Example(
        "AP200", "a day just past, which the other way round is near what it was",
        forecast("2026-05-12", "2026-10-04"), ("CAP Milestones!B2",), forecast("2026-05-12", "2026-10-03"), "is 5 December 2026 meant?",
    ),
    Example(
        "AP200", "what was to come is set for a day gone by", forecast("2026-03-20", "2026-09-30"), ("CAP Milestones!B2",),
        forecast("2026-03-20", "2026-06-29"), "is 2027 meant?",
    ),
    Example(
        "AP200", "what was to come on the position date is set for a day gone by, also where the other way round is this year's",
        forecast("2026-03-12", "2026-06-30"), ("CAP Milestones!B2",), forecast("2026-04-29", "2026-09-30"), "is 2027 meant?",
    ),
    Example(
        "AP200", "a year later than it was, give or take two months", forecast("2027-09-30", "2026-11-30"), ("CAP Milestones!B2",),
        forecast("2027-09-30", "2026-12-02"), "is 2026 meant?",
    ),
    Example(
        "AP200", "two years later than it was, give or take four months", forecast("2028-09-30", "2027-01-28"), ("CAP Milestones!B2",),
        forecast("2028-09-30", "2027-01-29"), "is 2026 meant?",
    ),
    Example("AP200", "done on the position date, of last year", actual("2025-06-30"), ("CAP Milestones!B2",), actual("2026-06-30"), "is 2026 meant?"),
    Example("AP200", "done two months ago, by the year that is meant", actual("2025-04-29"), ("CAP Milestones!B2",), actual("2025-04-28"), "is 2026 meant?"),
    Example("AP200", "done a day after the position date, by the year", actual("2027-05-06"), ("CAP Milestones!B2",), actual("2026-05-06"), "is 2026 meant?"),
)  # fmt: skip

SILENCES = (
    Silence("AP200", "a day of a review just past: only of a promise the other way round is asked about", month(
        sheet(Risk, "CAP", "id | next_review\nR-CAP-001 | 2026-05-12")
    )),
    Silence("AP200", "it was a year later, and is brought forward", forecast("2026-09-30", "2027-10-15")),
    Silence("AP200", "a day in a leap year", actual("2024-02-29")),
    Silence(
        "AP200",
        "a date a year off that was said last month too",
        after(
            month(
                milestones("""
        id        | forecast
        M-CAP-001 | 2025-07-30
    """)
            ),
            (
                milestones("""
        id        | forecast
        M-CAP-001 | 2025-07-30
    """),
            ),
        ),
    ),
)  # fmt: skip
