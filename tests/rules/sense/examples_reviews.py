"""Examples of the sense rules in `rules/sense/reviews.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.model import Cell
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.workspace import Milestone, Risk


def milestones(table: str, code: str = "CAP"):
    return sheet(Milestone, code, table)


def risks(table: str, code: str = "CAP"):
    return sheet(Risk, code, table)


EXAMPLES = (
    Example(
        "AP212",
        "no change, with another forecast",
        after(
            month(milestones("""
                this_month          | id        | forecast   | progress
                Reviewed, no change | M-CAP-001 | 2026-11-01 | Still waiting
                Reviewed, no change | M-CAP-002 |            | Still waiting
            """)),
            (milestones("""
                id        | forecast
                M-CAP-001 | 2026-09-01
                M-CAP-002 | 2026-09-01
            """),),
        ),
        ("CAP Milestones!A2", "CAP Milestones!C2"),
        after(
            month(milestones("""
                this_month          | id        | forecast   | progress
                Changed             | M-CAP-001 | 2026-11-01 | Still waiting
                Reviewed, no change | M-CAP-002 | 2026-09-01 | Still waiting
            """)),
            (milestones("""
                id        | forecast
                M-CAP-001 | 2026-09-01
                M-CAP-002 | 2026-09-01
            """),),
        ),
        "“Reviewed, no change”, but Forecast now is not as it was in May 2026.",
    ),
    Example(
        "AP213",
        "closed, and still off track",
        month(milestones("""
            this_month | id        | status
            Close      | M-CAP-001 | Off track
        """)),
        ("CAP Milestones!A2", "CAP Milestones!C2"),
        month(
            milestones("""
                this_month | id        | status
                Close      | M-CAP-001 | Complete
            """),
            risks("""
                this_month | id        | status
                Close      | R-CAP-001 | Closed
            """),
        ),
    ),
    Example(
        "AP214",
        "called new, and reported in April",
        after(
            month(milestones("""
                this_month | id
                New        | M-CAP-001
            """)),
            (milestones("""
                id
                M-CAP-001
            """),),
            (),
        ),
        ("CAP Milestones!A2",),
        after(
            month(milestones("""
                this_month | id
                New        | M-CAP-002
                Changed    | M-CAP-001
            """)),
            (milestones("""
                id
                M-CAP-001
            """),),
            (),
        ),
        "New, but M-CAP-001 was already reported in April 2026.",
    ),
    Example(
        "AP212",
        "no change, with another lead and another forecast",
        after(
            month(milestones("""
                this_month          | id        | forecast   | lead
                Reviewed, no change | M-CAP-001 | 2026-11-01 | Head of Capital
            """)),
            (milestones("""
                id        | forecast   | lead
                M-CAP-001 | 2026-09-01 | Head of Places
            """),),
        ),
        ("CAP Milestones!A2", "CAP Milestones!C2", "CAP Milestones!D2"),
        after(
            month(milestones("""
                this_month          | id        | forecast   | lead
                Reviewed, no change | M-CAP-001 | 2026-09-01 | head of  places
            """)),
            (milestones("""
                id        | forecast   | lead
                M-CAP-001 | 2026-09-01 | Head of Places
            """),),
        ),
        "are not as they were in May 2026.",
    ),
    Example(
        "AP213",
        "closed, and the risk is open",
        month(risks("""
            this_month | id        | status
            Close      | R-CAP-001 | Open
        """)),
        ("CAP Risks!A2", "CAP Risks!C2"),
        month(risks("""
            this_month | id        | status
            Close      | R-CAP-001 | Managed by another ID
            Close      | R-CAP-002 | Now an issue
        """)),
        "Close, but the status is still Open.",
    ),
    Example(
        "AP231",
        "reviewed on a day three weeks off",
        month(sheet(Risk, "CAP", """
            id        | last_reviewed
            R-CAP-001 | 2026-07-20
        """)),
        ("CAP Risks!B2",),
        month(sheet(Risk, "CAP", """
            id        | last_reviewed
            R-CAP-001 | 2026-07-02
        """)),
        "Last reviewed is 20 July 2026, and these returns speak for 30 June 2026.",
    ),
)  # fmt: skip

EXAMPLES += (
    Example(
        "AP231",
        "reviewed eight days after the position date",
        month(risks("id | last_reviewed\nR-CAP-001 | 2026-07-08")),
        ("CAP Risks!B2",),
        month(risks("id | last_reviewed\nR-CAP-001 | 2026-07-07")),
        "Last reviewed is 8 July 2026",
    ),
    Example(
        "AP212",
        "of four rows without a change, one is as it was, one is new, one has an empty cell, and the last has changed",
        after(
            month(milestones("""
                this_month          | id        | forecast
                Reviewed, no change | M-CAP-001 | 2026-09-01
                Reviewed, no change | M-CAP-002 | 2026-09-01
                Reviewed, no change | M-CAP-003 |
                Reviewed, no change | M-CAP-004 | 2026-11-01
            """)),
            (milestones("""
                id        | forecast
                M-CAP-001 | 2026-09-01
                M-CAP-003 | 2026-09-01
                M-CAP-004 | 2026-09-01
            """),),
        ),
        ("CAP Milestones!A5", "CAP Milestones!C5"),
        month(milestones("""
            this_month          | id        | forecast
            Reviewed, no change | M-CAP-004 | 2026-11-01
        """)),
        items=("M-CAP-004",),
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP212", "a day that cannot be read is not another day", after(
        month(
            milestones("""
                this_month          | id        | forecast
                Reviewed, no change | M-CAP-001 |
            """),
            faults=(Fault(kind=FaultKind.NOT_A_DATE, cell=Cell(file="CAP-2026-06.xlsx", sheet="Milestones", ref="C2")),),
        ),
        (milestones("""
            id        | forecast
            M-CAP-001 | 2026-09-01
        """),),
    )),
    Silence("AP212", "what a review itself fills in may differ, and so may what is not in May’s return", after(
        month(milestones("""
            this_month          | id        | progress       | forecast
            Reviewed, no change | M-CAP-001 | Looked at anew | 2026-09-01
            Reviewed, no change | M-CAP-002 | Looked at anew | 2026-09-01
        """)),
        (milestones("""
            id        | progress      | forecast
            M-CAP-001 | Still waiting | 2026-09-01
        """),),
    )),
    Silence("AP212", "what the form brings back of RDG’s words is not the Workspace’s change", after(
        month(milestones("""
            this_month          | id        | rdg_said
            Reviewed, no change | M-CAP-001 | Explained. The primary bases are open.
        """)),
        (milestones("""
            id        | rdg_said
            M-CAP-001 | At risk. Who staffs them?
        """),),
    )),
    Silence("AP213", "a row whose status is left blank, and one that is not closed", month(milestones("""
        this_month | id        | status
        Close      | M-CAP-001 |
        Changed    | M-CAP-002 | Off track
        Close      | M-CAP-003 | Withdrawn
    """))),
    Silence("AP212", "it is as it was in May, which is the month compared with, though not as in April", after(
        month(milestones("""
            this_month          | id        | forecast
            Reviewed, no change | M-CAP-001 | 2026-11-01
        """)),
        (milestones("""
            id        | forecast
            M-CAP-001 | 2026-09-01
        """),),
        (),
    )),
)  # fmt: skip
