"""Examples of the sense rules in `rules/sense/dependencies.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example
from months import month, sheet

from assurance_pack.returns.workspace import Milestone


def milestones(table: str, code: str = "CAP"):
    return sheet(Milestone, code, table)


EXAMPLES = (
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
)  # fmt: skip
