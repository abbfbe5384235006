"""Examples of the sense rules in `rules/sense/not_stated.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.rdg import ForTheBoard, MilestoneJudgement
from assurance_pack.returns.workspace import Milestone

EXAMPLES = (
    Example(
        "AP272",
        "off track, and not a word of what it means",
        month(sheet(Milestone, "CAP", """
            id        | status    | impact
            M-CAP-001 | Off track |
            M-CAP-002 | On track  |
        """)),
        ("CAP Milestones!C2",),
        month(sheet(Milestone, "CAP", """
            id        | status    | impact
            M-CAP-001 | Off track | Children travel further
        """)),
        "Off track, but “Impact if missed” is blank.",
    ),
    Example(
        "AP272",
        "RDG calls it at risk",
        month(
            sheet(Milestone, "CAP", """
                id        | status   | impact
                M-CAP-001 | On track |
            """),
            sheet(MilestoneJudgement, "RDG", """
                id        | status
                M-CAP-001 | At risk
            """),
        ),
        ("CAP Milestones!C2",),
        month(
            sheet(Milestone, "CAP", """
                id        | status   | impact
                M-CAP-001 | On track |
            """),
            sheet(MilestoneJudgement, "RDG", """
                id        | status
                M-CAP-001 | On track
            """),
        ),
        "At risk, but “Impact if missed” is blank.",
    ),
    Example(
        "AP272",
        "a whole plan, which is one sentence",
        month(sheet(Milestone, "CAP", """
            id        | status    | impact
            M-CAP-001 | Off track |
            M-CAP-002 | At risk   |
            M-CAP-003 | At risk   |
            M-CAP-004 | At risk   |
        """)),
        ("CAP Milestones!C2", "CAP Milestones!C3", "CAP Milestones!C4", "CAP Milestones!C5"),
        month(sheet(Milestone, "CAP", """
            id        | status
            M-CAP-001 | Complete
        """)),
        "4 milestones that are late, or may be, do not say what it means if they are missed: M-CAP-001, M-CAP-002, M-CAP-003 and M-CAP-004.",
    ),
    Example(
        "AP273",
        "a decision that nobody says is needed by any day",
        month(sheet(ForTheBoard, "RDG", """
            id    | asked              | by_when
            B-005 | Accept system risk |
            B-006 | Ratify             | 2026-07-16
        """)),
        ("RDG For the Board!C2",),
        month(sheet(ForTheBoard, "RDG", """
            id    | asked              | by_when
            B-005 | Accept system risk | 2026-07-16
        """)),
        "The Board is asked to decide, and “By when” is blank.",
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP273", "what is for information has no day", month(sheet(ForTheBoard, "RDG", """
        id    | asked | by_when
        B-005 | Note  |
    """))),
)  # fmt: skip
