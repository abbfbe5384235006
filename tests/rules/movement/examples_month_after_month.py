"""Examples of the movement rules in `rules/movement/month_after_month.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet, shipped
from movement.examples_items import milestones, risks

from assurance_pack.returns.board_log import Challenge


def progress(text: str):
    return milestones(f"this_month | id | status | progress\nChanged | M-CAP-001 | On track | {text}")


def baseline(day: str, reference: str = ""):
    return milestones(f"id | baseline | reference\nM-CAP-001 | {day} | {reference}")


def reviewed(word: str):
    """Two risks: one that is always looked at, and one of which a word is said."""
    return risks(f"this_month | id | status\nReviewed, no change | R-CAP-007 | Open\n{word} | R-CAP-008 | Open")


EXAMPLES = (
    Example(
        "AP303",
        "a baseline that moved, for the second time",
        after(
            month(
                milestones("""
                id        | baseline   | reference
                M-CAP-001 | 2027-01-04 | LSRP 2.1
            """)
            ),
            (
                milestones("""
                id        | baseline   | reference
                M-CAP-001 | 2026-09-01 |
            """),
            ),
            (
                milestones("""
                id        | baseline   | reference
                M-CAP-001 | 2026-11-01 | LSRP 2.1
            """),
            ),
        ),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        after(
            month(
                milestones("""
                id        | baseline   | reference
                M-CAP-001 | 2027-01-04 | D-007
                M-CAP-002 | 2026-10-01 |
            """)
            ),
            (
                milestones("""
                id        | baseline   | reference
                M-CAP-001 | 2026-09-01 | LSRP 2.1
                M-CAP-002 | 2026-10-01 |
            """),
            ),
        ),
        "The baseline moved from 1 November 2026 to 4 January 2027 without a new reference; it has now moved twice.",
    ),
    Example(
        "AP304",
        "complete in April, at risk now; a closed challenge open again",
        after(
            month(
                milestones("""
                    id        | status
                    M-CAP-001 | At risk
                """),
                sheet(
                    Challenge,
                    "BOARD",
                    """
                    id    | status
                    C-014 | Open
                """,
                ),
            ),
            (
                milestones("""
                    id        | status
                    M-CAP-001 | Complete
                """),
                sheet(
                    Challenge,
                    "BOARD",
                    """
                    id    | status
                    C-014 | Closed
                """,
                ),
            ),
            (),
        ),
        ("BOARD Challenges!B2", "CAP Milestones!B2"),
        after(
            month(
                milestones("""
                id        | status
                M-CAP-001 | Complete
                M-CAP-002 | At risk
            """)
            ),
            (
                milestones("""
                id        | status
                M-CAP-001 | Complete
                M-CAP-002 | On track
            """),
            ),
        ),
    ),
    Example(
        "AP306",
        "the same words for three months",
        after(
            month(
                milestones("""
                this_month          | id        | status   | progress
                Changed             | M-CAP-001 | On track | Procurement is under way.
                Reviewed, no change | M-CAP-002 | On track |
            """)
            ),
            (
                milestones("""
                id        | status   | progress
                M-CAP-001 | On track | Procurement is under way.
                M-CAP-002 | On track | Designs are with the schools.
            """),
            ),
            (
                milestones("""
                this_month          | id        | status   | progress
                Changed             | M-CAP-001 | On track | procurement is under  way.
                Reviewed, no change | M-CAP-002 | On track |
            """),
            ),
        ),
        ("CAP Milestones!D2", "CAP Milestones!D3"),
        after(
            month(
                milestones("""
                this_month          | id        | status   | progress
                Changed             | M-CAP-001 | On track | Three bids came in.
                Reviewed, no change | M-CAP-002 | Complete |
            """)
            ),
            (
                milestones("""
                id        | status   | progress
                M-CAP-001 | On track | Procurement is under way.
                M-CAP-002 | Complete | Done.
            """),
            ),
            (
                milestones("""
                id        | status   | progress
                M-CAP-001 | On track | Procurement is under way.
                M-CAP-002 | Complete | Done.
            """),
            ),
        ),
        "Progress is word for word as in April 2026.",
    ),
    Example(
        "AP307",
        "nobody looked at it, twice",
        after(
            month(
                risks("""
                this_month | id        | status
                           | R-CAP-008 | Open
            """)
            ),
            (
                risks("""
                id        | status
                R-CAP-008 | Open
            """),
            ),
            (
                risks("""
                this_month | id        | status
                           | R-CAP-008 | Open
            """),
            ),
        ),
        ("CAP Risks!A2",),
        after(
            month(
                risks("""
                this_month          | id        | status
                                    | R-CAP-008 | Open
                Reviewed, no change | R-CAP-009 |
            """)
            ),
            (
                risks("""
                this_month          | id        | status
                Changed             | R-CAP-008 | Open
                                    | R-CAP-009 | Open
            """),
            ),
        ),
    ),
    Example(
        "AP303",
        "a baseline that has moved three times",
        after(
            month(
                milestones("""
                id        | baseline
                M-CAP-001 | 2026-12-01
            """)
            ),
            (
                milestones("""
                id        | baseline
                M-CAP-001 | 2026-09-01
            """),
            ),
            (
                milestones("""
                id        | baseline
                M-CAP-001 | 2026-10-01
            """),
            ),
            (
                milestones("""
                id        | baseline
                M-CAP-001 | 2026-11-01
            """),
            ),
        ),
        ("CAP Milestones!B2", "CAP Milestones!V2"),
        after(
            month(
                milestones("""
                id        | baseline
                M-CAP-001 | 2026-09-01
            """)
            ),
            (
                milestones("""
                id        | baseline
                M-CAP-001 | 2026-09-01
            """),
            ),
        ),
        "moved from 1 November 2026 to 1 December 2026 without a new reference; it has now moved 3 times.",
    ),
    Example(
        "AP304",
        "complete in May and at risk now, beside an item that has just come",
        after(
            month(
                milestones("""
                id        | status
                M-CAP-002 | At risk
                M-CAP-001 | At risk
            """)
            ),
            (
                milestones("""
                id        | status
                M-CAP-001 | Complete
            """),
            ),
        ),
        ("CAP Milestones!B3",),
        after(
            month(
                milestones("""
                id        | status
                M-CAP-001 | Complete
            """)
            ),
            (
                milestones("""
                id        | status
                M-CAP-001 | Complete
            """),
            ),
        ),
        "M-CAP-001 was Complete in May 2026 and is At risk now.",
    ),
)

EXAMPLES += (
    Example(
        "AP303",
        "a baseline that moved once, since April: in May none was given",
        after(month(baseline("2027-01-04", "LSRP 2.1")), (baseline("2026-09-01", "LSRP 2.1"),), (baseline(""),)),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        after(month(baseline("2026-09-01")), (baseline("2026-09-01"),), (baseline(""),)),
        "The baseline moved from 1 September 2026 to 4 January 2027 without a new reference.",
    ),
    Example(
        "AP303",
        "a baseline that moved with no reference, then or now",
        after(month(baseline("2027-01-04")), (baseline("2026-09-01"),)),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        after(month(baseline("2027-01-04")), ()),
        "to 4 January 2027 without a new reference.",
    ),
    Example(
        "AP306",
        "the same words for four months, of which the last three are told",
        after(month(progress("Under way.")), *[(progress("Under way."),)] * 3),
        ("CAP Milestones!D2",),
        after(month(progress("Under way.")), (progress("Under way."),), (progress("A bid came in."),)),
        "Progress is word for word as in April 2026.",
    ),
    Example(
        "AP306",
        "a Board that asks after two months",
        after(
            month(progress("Under way."), settings={"age": shipped().age.model_copy(update={"stuck_months": 2})}), (progress("Under way."),)
        ),
        ("CAP Milestones!D2",),
        after(month(progress("Under way.")), (progress("A bid came in."),), (progress("Under way."),)),
        "Progress is word for word as in May 2026.",
    ),
    Example(
        "AP307",
        "not looked at in May and June, beside one that was",
        after(month(reviewed("")), (reviewed("New"),), (reviewed(""),)),
        ("CAP Risks!A3",),
        after(month(reviewed("Reviewed, no change")), (reviewed("New"),), (reviewed(""),)),
        "R-CAP-008 was not reviewed this month, nor in May 2026.",
    ),
)  # fmt: skip

SILENCES = (
    Silence(
        "AP304",
        "the row says that it was called finished too soon",
        after(
            month(milestones("id | status | progress\nM-CAP-001 | At risk | Reported as finished too soon: one base is not open.")),
            (milestones("id | status | progress\nM-CAP-001 | Complete | All six are open."),),
        ),
    ),
    Silence(
        "AP307",
        "looked at in May, or new in June",
        after(
            month(risks("this_month | id | status\n | R-CAP-008 | Open\n | R-CAP-009 | Open")), (reviewed("New"),), (reviewed("Changed"),)
        ),
    ),
    Silence(
        "AP304",
        "it was not finished before",
        after(month(milestones("id | status\nM-CAP-001 | At risk")), (milestones("id | status\nM-CAP-001 |"),)),
    ),
    Silence(
        "AP303",
        "a baseline given for the first time",
        after(
            month(
                milestones("""
            id        | baseline
            M-CAP-001 | 2026-09-01
        """)
            ),
            (
                milestones("""
            id        | baseline
            M-CAP-001 |
        """),
            ),
        ),
    ),
    Silence(
        "AP303",
        "the first reference it was ever given",
        after(
            month(
                milestones("""
            id        | baseline   | reference
            M-CAP-001 | 2026-11-01 | D-007
        """)
            ),
            (
                milestones("""
            id        | baseline   | reference
            M-CAP-001 | 2026-09-01 |
        """),
            ),
        ),
    ),
    Silence(
        "AP304",
        "no status is given now",
        after(
            month(
                milestones("""
            id        | status
            M-CAP-001 |
        """)
            ),
            (
                milestones("""
            id        | status
            M-CAP-001 | Complete
        """),
            ),
        ),
    ),
    Silence(
        "AP306",
        "the same words for two months only",
        after(
            month(
                milestones("""
            this_month | id        | status   | progress
            Changed    | M-CAP-001 | On track | Procurement is under way.
        """)
            ),
            (
                milestones("""
            id        | status   | progress
            M-CAP-001 | On track | Procurement is under way.
        """),
            ),
        ),
    ),
    Silence(
        "AP306",
        "not begun, finished, or looked at by nobody",
        after(
            month(
                milestones("""
            this_month | id        | status      | progress
            Changed    | M-CAP-001 | Not started | Waits for the summer.
            Changed    | M-CAP-002 | Complete    | Waits for the summer.
                       | M-CAP-003 | On track    | Waits for the summer.
        """)
            ),
            (
                milestones("""
            id        | status      | progress
            M-CAP-001 | Not started | Waits for the summer.
            M-CAP-002 | Complete    | Waits for the summer.
            M-CAP-003 | On track    | Waits for the summer.
        """),
            ),
            (
                milestones("""
            id        | status      | progress
            M-CAP-001 | Not started | Waits for the summer.
            M-CAP-002 | Complete    | Waits for the summer.
            M-CAP-003 | On track    | Waits for the summer.
        """),
            ),
        ),
    ),
)
