"""Examples of the sense rules in `rules/sense/milestones.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.rdg import Direction
from assurance_pack.returns.workspace import Milestone


def milestones(table: str, code: str = "CAP"):
    return sheet(Milestone, code, table)


EXAMPLES = (
    Example(
        "AP201",
        "a complete milestone without its day",
        month(milestones("""
            id        | status   | actual
            M-CAP-001 | Complete | 2026-06-12
            M-CAP-002 | Complete |
        """)),
        ("CAP Milestones!C3",),
        month(milestones("""
            id        | status   | actual
            M-CAP-001 | Complete | 2026-06-12
            M-CAP-002 | On track |
        """)),
    ),
    Example(
        "AP202",
        "a complete milestone without evidence",
        month(milestones("""
            id        | status   | evidence
            M-CAP-001 | Complete |
        """)),
        ("CAP Milestones!C2",),
        month(milestones("""
            id        | status   | evidence
            M-CAP-001 | Complete | Handover certificate, 12 June
        """)),
    ),
    Example(
        "AP203",
        "a milestone done on a day that has not come",
        month(milestones("""
            id        | status   | actual
            M-CAP-001 | Complete | 2026-07-14
        """)),
        ("CAP Milestones!C2",),
        month(milestones("""
            id        | status   | actual
            M-CAP-001 | Complete | 2026-06-30
        """)),
        "The actual date, 14 July 2026, is after the position date, 30 June 2026.",
    ),
    Example(
        "AP204",
        "an actual date beside At risk",
        month(milestones("""
            id        | status  | actual
            M-CAP-001 | At risk | 2026-06-12
        """)),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        month(milestones("""
            id        | status   | actual
            M-CAP-001 | Complete | 2026-06-12
        """)),
    ),
    Example(
        "AP205",
        "on track with a forecast that has passed",
        month(milestones("""
            id        | status   | forecast
            M-CAP-001 | On track | 2026-06-12
        """)),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        month(milestones("""
            id        | status   | forecast
            M-CAP-001 | On track | 2026-06-30
            M-CAP-002 | Complete | 2026-06-12
        """)),
    ),
    Example(
        "AP206",
        "off track, and no new forecast",
        month(milestones("""
            id        | status    | forecast
            M-CAP-001 | Off track | 2026-06-12
        """)),
        ("CAP Milestones!C2",),
        month(milestones("""
            id        | status    | forecast
            M-CAP-001 | Off track | 2026-09-12
        """)),
    ),
    Example(
        "AP207",
        "on track, thirty-five days late",
        month(milestones("""
            id        | status   | baseline   | forecast
            M-CAP-001 | On track | 2026-09-01 | 2026-10-06
        """)),
        ("CAP Milestones!B2", "CAP Milestones!D2"),
        month(milestones("""
            id        | status   | baseline   | forecast
            M-CAP-001 | On track | 2026-09-01 | 2026-09-08
            M-CAP-002 | At risk  | 2026-09-01 | 2026-10-06
        """)),
        "On track, but forecast 35 days after its baseline.",
    ),
    Example(
        "AP208",
        "at risk and off track with no path to green, said once for both",
        month(milestones("""
            id        | status  | path_to_green
            M-CAP-001 | At risk |
            M-CAP-002 | At risk |
        """)),
        ("CAP Milestones!C2", "CAP Milestones!C3"),
        month(milestones("""
            id        | status   | path_to_green
            M-CAP-001 | At risk  | Second contractor on site from 6 July
            M-CAP-002 | On track |
        """)),
    ),
    Example(
        "AP209",
        "a milestone with no forecast",
        month(milestones("""
            id        | status  | forecast
            M-CAP-001 | At risk |
        """)),
        ("CAP Milestones!C2",),
        month(milestones("""
            id        | status   | forecast
            M-CAP-001 | Complete |
        """)),
    ),
    Example(
        "AP210",
        "paused by RDG, which directed something else",
        month(
            milestones("""
                id        | status
                M-CAP-001 | Paused by RDG
            """),
            sheet(Direction, "RDG", """
                workspace | linked    | direction
                CAP       | M-CAP-001 | Re-sequence
            """),
        ),
        ("CAP Milestones!B2",),
        month(
            milestones("""
                id        | status
                M-CAP-001 | Paused by RDG
            """),
            sheet(Direction, "RDG", """
                workspace | linked               | direction
                CAP       | M-CAP-002, M-CAP-001 | Pause
            """),
        ),
    ),
    Example(
        "AP211",
        "withdrawn, and nobody says by which decision",
        month(milestones("""
            id        | status    | reference
            M-CAP-001 | Withdrawn |
        """)),
        ("CAP Milestones!C2",),
        month(milestones("""
            id        | status    | reference
            M-CAP-001 | Withdrawn | D-007
        """)),
    ),
    Example(
        "AP215",
        "a new milestone that the plan does not have",
        after(
            month(milestones("""
                this_month | id        | reference
                New        | M-CAP-002 |
            """)),
            (milestones("""
                id
                M-CAP-001
            """),),
        ),
        ("CAP Milestones!C2",),
        after(
            month(milestones("""
                this_month | id        | reference
                New        | M-CAP-002 | LSRP 2.4
            """)),
            (milestones("""
                id
                M-CAP-001
            """),),
        ),
    ),
    Example(
        "AP205",
        "not started, though its day has passed",
        month(milestones("""
            id        | status      | forecast
            M-CAP-001 | Not started | 2026-06-29
        """)),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        month(milestones("""
            id        | status        | forecast
            M-CAP-001 | Not started   | 2026-06-30
            M-CAP-002 | Paused by RDG | 2026-06-12
        """)),
        "Not started, but its forecast, 29 June 2026, has passed.",
    ),
    Example(
        "AP206",
        "at risk, and its forecast passed yesterday",
        month(milestones("""
            id        | status  | forecast
            M-CAP-001 | At risk | 2026-06-29
        """)),
        ("CAP Milestones!C2",),
        month(milestones("""
            id        | status   | forecast
            M-CAP-001 | At risk  | 2026-06-30
            M-CAP-002 | On track | 2026-06-12
        """)),
        "At risk, and its forecast, 29 June 2026, has passed: when is it expected now?",
    ),
    Example(
        "AP207",
        "on track, eight days late",
        month(milestones("""
            id        | status   | baseline   | forecast
            M-CAP-001 | On track | 2026-09-01 | 2026-09-09
        """)),
        ("CAP Milestones!B2", "CAP Milestones!D2"),
        month(milestones("""
            id        | status   | baseline   | forecast
            M-CAP-001 | On track | 2026-09-01 | 2026-08-01
        """)),
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP202", "evidence is asked for only where it is complete", month(milestones("""
        id        | status   | evidence
        M-CAP-001 | On track |
    """))),
    Silence("AP209", "complete, withdrawn or paused needs no forecast, and an unstated status is another matter", month(milestones("""
        id        | status        | forecast
        M-CAP-001 | Complete      |
        M-CAP-002 | Withdrawn     |
        M-CAP-003 | Paused by RDG |
        M-CAP-004 |               |
    """))),
    Silence("AP209", "off track, with a forecast", month(milestones("""
        id        | status    | forecast
        M-CAP-001 | Off track | 2026-12-01
    """))),
    Silence("AP210", "no direction of RDG was ever read, so none can be missed", month(milestones("""
        id        | status
        M-CAP-001 | Paused by RDG
    """))),
    Silence("AP210", "RDG paused it in May", after(
        month(
            milestones("""
                id        | status
                M-CAP-001 | Paused by RDG
            """),
            sheet(Direction, "RDG", """
                workspace | linked    | direction
                CAP       | M-CAP-009 | Re-sequence
            """),
        ),
        (sheet(Direction, "RDG", """
            workspace | linked    | direction
            CAP       | M-CAP-001 | Pause
        """),),
    )),
    Silence("AP210", "RDG directed something else of a milestone that is on track", month(
        milestones("""
            id        | status
            M-CAP-001 | On track
        """),
        sheet(Direction, "RDG", """
            workspace | linked    | direction
            CAP       | M-CAP-001 | Re-sequence
        """),
    )),
    Silence("AP211", "a milestone that was not withdrawn needs no decision", month(milestones("""
        id        | status   | reference
        M-CAP-001 | On track |
    """))),
    Silence("AP215", "in the first month every milestone is new", month(milestones("""
        this_month | id        | reference
        New        | M-CAP-002 |
    """))),
    Silence("AP215", "a milestone of May that has changed", after(
        month(milestones("""
            this_month | id        | reference
            Changed    | M-CAP-002 |
        """)),
        (milestones("""
            id
            M-CAP-002
        """),),
    )),
)  # fmt: skip
