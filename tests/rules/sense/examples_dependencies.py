"""Examples of the sense rules in `rules/sense/dependencies.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.workspace import Milestone


def milestones(table: str, code: str = "CAP"):
    return sheet(Milestone, code, table)


EXAMPLES = (
    Example(
        "AP218",
        "of two it waits for, one is withdrawn; it is itself neither withdrawn nor without a status",
        month(sheet(Milestone, "CAP", """
            id        | depends_on           | status
            M-CAP-001 | M-CAP-099, M-CAP-002 | At risk
            M-CAP-002 |                      | Withdrawn
            M-CAP-003 | M-CAP-002            | Withdrawn
            M-CAP-004 | M-CAP-002            |
        """)),
        ("CAP Milestones!B2",),
        month(sheet(Milestone, "CAP", """
            id        | depends_on | status
            M-CAP-001 | M-CAP-002  | At risk
            M-CAP-002 |            | Complete
        """)),
        "It depends on M-CAP-002, which is withdrawn.",
    ),
    Example(
        "AP216",
        "due before what it depends on",
        month(
            milestones("""
                id        | status   | forecast   | depends_on
                M-CAP-001 | On track | 2026-09-01 | M-QDD-006
            """),
            milestones("""
                id        | status  | forecast
                M-QDD-006 | At risk | 2026-11-20
            """, "QDD"),
        ),
        ("CAP Milestones!D2",),
        month(
            milestones("""
                id        | status   | forecast   | depends_on
                M-CAP-001 | On track | 2026-09-01 | M-QDD-006, M-QDD-007
            """),
            milestones("""
                id        | status   | forecast
                M-QDD-006 | On track | 2026-08-20
                M-QDD-007 | Complete | 2026-11-20
            """, "QDD"),
        ),
        "Forecast 1 September 2026, but it depends on M-QDD-006, forecast 20 November 2026.",
    ),
    Example(
        "AP217",
        "three milestones waiting in a circle, said once",
        month(milestones("""
            id        | depends_on
            M-CAP-001 | M-CAP-002
            M-CAP-002 | M-CAP-003
            M-CAP-003 | M-CAP-001
        """)),
        ("CAP Milestones!B2", "CAP Milestones!B3", "CAP Milestones!B4"),
        month(milestones("""
            id        | depends_on
            M-CAP-001 | M-CAP-002, M-CAP-003
            M-CAP-002 | M-CAP-003
            M-CAP-003 |
        """)),
    ),
    Example(
        "AP217",
        "two that wait for each other, and one for itself",
        month(milestones("""
            id        | depends_on
            M-CAP-001 | M-CAP-002
            M-CAP-002 | M-CAP-001
            M-CAP-003 | M-CAP-003
        """)),
        ("CAP Milestones!B2", "CAP Milestones!B3", "CAP Milestones!B4"),
        month(milestones("""
            id        | depends_on
            M-CAP-001 | M-CAP-002
            M-CAP-002 | M-CWF-009
        """)),
        "M-CAP-001 and M-CAP-002 each wait for the other.",
    ),
    Example(
        "AP216",
        "the second of two it depends on is later",
        month(milestones("""
            id        | status   | forecast   | depends_on
            M-CAP-001 | On track | 2026-08-01 | M-CAP-002, M-CAP-003
            M-CAP-002 | Complete | 2026-09-01 |
            M-CAP-003 | On track | 2026-08-02 |
        """)),
        ("CAP Milestones!D2",),
        month(milestones("""
            id        | status   | forecast   | depends_on
            M-CAP-001 | On track | 2026-08-01 | M-CAP-002, M-CAP-003
            M-CAP-002 | Complete | 2026-09-01 |
            M-CAP-003 | On track | 2026-08-01 |
        """)),
    ),
    Example(
        "AP217",
        "a milestone that waits for a circle is not in it",
        month(milestones("""
            id        | depends_on
            M-CAP-001 | M-CAP-002
            M-CAP-002 | M-CAP-003
            M-CAP-003 | M-CAP-002
        """)),
        ("CAP Milestones!B3", "CAP Milestones!B4"),
        month(milestones("""
            id        | depends_on
            M-CAP-001 | M-CAP-002
            M-CAP-002 | M-CAP-003
        """)),
    ),
    Example(
        "AP218",
        "what it waits for was withdrawn",
        month(milestones("""
            id        | status    | depends_on
            M-CAP-001 | On track  | M-CAP-003
            M-CAP-002 | Complete  | M-CAP-003
            M-CAP-003 | Withdrawn |
        """)),
        ("CAP Milestones!C2",),
        month(milestones("""
            id        | status    | depends_on
            M-CAP-001 | On track  | M-CAP-003
            M-CAP-003 | Off track |
        """)),
        "It depends on M-CAP-003, which is withdrawn.",
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP216", "the same day will do", month(milestones("""
        id        | status   | forecast   | depends_on
        M-CAP-001 | On track | 2026-09-01 | M-CAP-002
        M-CAP-002 | On track | 2026-09-01 |
    """))),
    Silence("AP216", "a milestone that is complete or withdrawn waits for nothing", month(milestones("""
        id        | status    | forecast   | depends_on
        M-CAP-001 | Complete  | 2026-05-01 | M-CAP-003
        M-CAP-002 | Withdrawn | 2026-05-01 | M-CAP-003
        M-CAP-003 | On track  | 2026-09-01 |
    """))),
    Silence("AP216", "what it needs is withdrawn, has no forecast, or is not in a return", month(milestones("""
        id        | status    | forecast   | depends_on
        M-CAP-001 | On track  | 2026-08-01 | M-CAP-003, M-CAP-004, M-CAP-005
        M-CAP-003 | Withdrawn | 2026-09-01 |
        M-CAP-004 | On track  |            |
    """))),
    Silence("AP216", "two that wait for each other are said to, and not that one is early", month(milestones("""
        id        | status   | forecast   | depends_on
        M-CAP-001 | On track | 2026-08-01 | M-CAP-002
        M-CAP-002 | On track | 2026-09-01 | M-CAP-001
    """))),
)  # fmt: skip
