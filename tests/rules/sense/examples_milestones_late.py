"""Examples of the sense rule in `rules/sense/milestones_late.py`: once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.rdg import MilestoneJudgement
from assurance_pack.returns.workspace import Milestone


def milestone(row: str):
    return sheet(Milestone, "CAP", f"id | status | forecast | baseline\nM-CAP-001 | {row}")


EXAMPLES = (
    Example(
        "AP219",
        "at risk, sixty-one days late",
        month(milestone("At risk | 2026-11-01 | 2026-09-01")),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        month(milestone("At risk | 2026-10-31 | 2026-09-01")),
        "At risk, but forecast 61 days after its baseline. Is Off track meant?",
    ),
)

SILENCES = (
    Silence("AP219", "off track is what it is", month(milestone("Off track | 2027-03-01 | 2026-09-01"))),
    Silence(
        "AP219",
        "RDG judges it at risk too: it can recover it",
        month(
            milestone("At risk | 2027-03-01 | 2026-09-01"),
            sheet(MilestoneJudgement, "RDG", "id | status\nM-CAP-001 | At risk"),
        ),
    ),
)
