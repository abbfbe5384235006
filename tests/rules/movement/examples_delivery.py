"""Examples of the movement rules in `rules/movement/delivery.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.model import Cell
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.rdg import Confidence, ForTheBoard, MilestoneJudgement
from assurance_pack.returns.workspace import Milestone, Risk


def milestones(table: str, code: str = "CAP"):
    return sheet(Milestone, code, table)


def risks(table: str):
    return sheet(Risk, "CAP", table)


def confidence(table: str):
    return sheet(Confidence, "RDG", table)


def milestone_was(was: str, now: str, *others, **more):
    """A milestone last month and now: status, progress and evidence."""
    headings = "id | status | progress | evidence | this_month\n"
    return after(
        month(milestones(f"{headings}M-CAP-001 | {now} | Changed"), *others, **more), (milestones(f"{headings}M-CAP-001 | {was} | New"),)
    )


def risk_was(was: str, now: str, *others, **more):
    """A risk last month and now: status, likelihood, consequence, what changed and the kinds that must come to the Board."""
    headings = "id | status | likelihood | consequence | changed | categories | this_month\n"
    return after(month(risks(f"{headings}R-CAP-004 | {now} | Changed"), *others, **more), (risks(f"{headings}R-CAP-004 | {was} | New"),))


def late_for(count: int, *others):
    """A milestone that was on track, and has been at risk for so many months."""
    headings = "id | status | this_month\n"
    at_risk = milestones(f"{headings}M-CAP-001 | At risk | Changed")
    return after(month(at_risk, *others), (milestones(f"{headings}M-CAP-001 | On track | New"),), *[(at_risk,)] * (count - 1))


def unread(sheet_title: str, ref: str):
    return (Fault(kind=FaultKind.NOT_IN_LIST, cell=Cell(file="CAP-2026-06.xlsx", sheet=sheet_title, ref=ref)),)


def fell(*others, about: str = "2"):
    """RDG's confidence in a priority fell, and so did what it thinks of another."""
    return after(month(confidence(f"about | confidence\n{about} | Red"), *others), (confidence(f"about | confidence\n{about} | Amber"),))


def brought(row: str):
    return sheet(ForTheBoard, "RDG", f"id | why | asked | linked\nB-005 | {row}")


EXAMPLES = (
    Example(
        "AP305",
        "late for three months, and RDG brings another milestone to the Board",
        late_for(3, brought("Judgement | Note | M-CAP-002"), sheet(ForTheBoard, "RDG", "id\nB-006")),
        ("CAP Milestones!B2",),
        late_for(3, brought("Judgement | Note | M-CAP-001")),
        "M-CAP-001 has been at risk or off track for 3 months running. What would move it?",
    ),
    Example(
        "AP305",
        "late for four months",
        late_for(4),
        ("CAP Milestones!B2",),
        late_for(2),
        "for 4 months running. What would move it?",
    ),
    Example(
        "AP305",
        "late for three years: farther back than two nobody counts",
        late_for(36),
        ("CAP Milestones!B2",),
        late_for(2),
        "for 24 months running or longer. What would move it?",
    ),
    Example(
        "AP308",
        "greener, and no progress is told at all",
        milestone_was("At risk | Waiting for planning | Minute 12", "On track | | Minute 12"),
        ("CAP Milestones!B2", "CAP Milestones!D2"),
        milestone_was("At risk | Waiting for planning | Minute 12", "On track | | Minute 12", faults=unread("Milestones", "C2")),
        "with the same evidence and no new progress. What changed?",
    ),
    Example(
        "AP308",
        "greener, with no evidence then or now, and nothing new",
        milestone_was("At risk | Waiting for planning |", "On track | Waiting for planning |"),
        ("CAP Milestones!B2", "CAP Milestones!D2"),
        milestone_was("At risk | Waiting for planning |", "On track | Waiting for planning |", faults=unread("Milestones", "D2")),
        "with the same evidence and no new progress. What changed?",
    ),
    Example(
        "AP308",
        "from at risk to on track with new words, and no evidence then or now",
        milestone_was("At risk | Waiting for planning |", "On track | Neither committee took it |"),
        ("CAP Milestones!B2", "CAP Milestones!D2"),
        milestone_was("At risk | Waiting for planning |", "On track | It was signed | Minute 14"),
        "with no evidence referenced. What changed?",
    ),
    Example(
        "AP318",
        "a risk called changed and closed, at a score of the highest band",
        risk_was("Open | 4 | 4 | |", "Closed | 5 | 4 | More was spent |"),
        ("CAP Risks!B2", "CAP Risks!C2", "CAP Risks!D2"),
        risk_was("Open | 4 | 4 | |", "Closed | 1 | 4 | The grant covers it |"),
        "The risk is closed, and its score is 20, Extreme. Is it over?",
    ),
    Example(
        "AP310",
        "a score that moved with no reason, then or now",
        risk_was("Open | 4 | 4 | |", "Open | 4 | 5 | |"),
        ("CAP Risks!E2",),
        risk_was("Open | 4 | 4 | |", "Open | 4 | 5 | |", faults=unread("Risks", "E2")),
    ),
    Example(
        "AP318",
        "a risk of the lowest score that is Extreme, closed in silence",
        risk_was("Open | 5 | 3 | |", "Closed | 5 | 3 | |"),
        ("CAP Risks!B2", "CAP Risks!E2"),
        risk_was("Open | 4 | 3 | |", "Closed | 4 | 3 | |"),
        "The risk scored 15 in May 2026, Extreme, and is closed; nothing says why.",
    ),
    Example(
        "AP318",
        "a risk without a score, of a kind that must come to the Board, closed in silence",
        risk_was("Open | | | | Sufficiency", "Closed | | | | Sufficiency"),
        ("CAP Risks!B2", "CAP Risks!E2"),
        risk_was("Open | | | |", "Closed | | | |"),
        "The risk was of a kind that must come to the Board in May 2026",
    ),
    Example(
        "AP311",
        "what is brought is a milestone nobody knows",
        fell(brought("Confidence fell | Prioritise | M-CAP-099")),
        ("RDG 2026-05 Confidence!B2", "RDG Confidence!B2"),
        fell(
            brought("Judgement | Note | M-CAP-099, M-CAP-007"),
            sheet(ForTheBoard, "RDG", "id\nB-006"),
            milestones("id | priority\nM-CAP-007 | 2"),
        ),
        "RDG’s confidence in 2",
        ("2",),
    ),
    Example(
        "AP311",
        "of two priorities, the second fell",
        after(
            month(confidence("about | confidence\n | Red\n1 | Amber\n3 |\n2 | Red")),
            (confidence("about | confidence\n1 | Amber\n3 | Green\n2 | Amber"),),
        ),
        ("RDG 2026-05 Confidence!B4", "RDG Confidence!B5"),
        fell(brought("Confidence fell | Note | "), about="Overall"),
        "fell from Amber to Red, and no escalation is recorded.",
    ),
    Example(
        "AP305",
        "late for three months, the last two in RDG's judgement",
        after(
            month(
                milestones("""
                    id        | status   | forecast
                    M-CWF-008 | On track | 2026-10-23
                """, "CWF"),
                sheet(MilestoneJudgement, "RDG", """
                    id        | status
                    M-CWF-008 | At risk
                """),
            ),
            (milestones("""
                id        | status    | forecast
                M-CWF-008 | Off track | 2026-09-08
            """, "CWF"),),
            (
                milestones("""
                    id        | status   | forecast
                    M-CWF-008 | On track | 2026-09-30
                """, "CWF"),
                sheet(MilestoneJudgement, "RDG", """
                    id        | status
                    M-CWF-008 | At risk
                """),
            ),
        ),
        ("CWF Milestones!B2",),
        after(
            month(
                milestones("""
                    id        | status
                    M-CWF-008 | At risk
                    M-CWF-009 | At risk
                """, "CWF"),
                sheet(ForTheBoard, "RDG", """
                    id    | linked
                    B-001 | M-CWF-008
                """),
            ),
            (milestones("""
                id        | status
                M-CWF-008 | At risk
                M-CWF-009 | At risk
            """, "CWF"),),
            (milestones("""
                id        | status
                M-CWF-008 | At risk
                M-CWF-009 | On track
            """, "CWF"),),
            (milestones("""
                id        | status
                M-CWF-009 | At risk
            """, "CWF"),),
        ),
        "at risk or off track for 3 months running, and its forecast has moved 45 days. What would move it?",
        ("M-CWF-008",),
    ),
    Example(
        "AP308",
        "greener, with nothing new",
        after(
            month(milestones("""
                id        | status   | progress             | evidence
                M-CAP-001 | On track | Waiting for planning | Minute 12
            """)),
            (milestones("""
                id        | status   | progress             | evidence
                M-CAP-001 | At risk  | Waiting for planning | Minute 12
            """),),
        ),
        ("CAP Milestones!B2", "CAP Milestones!D2"),
        after(
            month(milestones("""
                id        | status   | progress             | evidence
                M-CAP-001 | On track | Planning was granted | Minute 12
                M-CAP-002 | At risk  |                      |
            """)),
            (milestones("""
                id        | status   | progress             | evidence
                M-CAP-001 | At risk  | Waiting for planning | Minute 12
                M-CAP-002 | On track |                      |
            """),),
        ),
        items=("M-CAP-001",),
    ),
    Example(
        "AP308",
        "at risk to on track, with the evidence taken out",
        after(
            month(milestones("""
                id        | status   | progress             | evidence
                M-CAP-001 | On track | Planning was granted |
            """)),
            (milestones("""
                id        | status   | progress             | evidence
                M-CAP-001 | At risk  | Waiting for planning | Minute 12
            """),),
        ),
        ("CAP Milestones!B2", "CAP Milestones!D2"),
        after(
            month(milestones("""
                id        | status   | progress             | evidence
                M-CAP-001 | On track | Planning was granted | Minute 14
            """)),
            (milestones("""
                id        | status   | progress             | evidence
                M-CAP-001 | At risk  | Waiting for planning |
            """),),
        ),
        "with the evidence of May 2026 taken out. What changed?",
    ),
    Example(
        "AP308",
        "off track to on track on a sentence, with no evidence at all",
        after(
            month(milestones("""
                id        | status   | progress             | evidence
                M-CAP-001 | On track | Planning was granted |
            """)),
            (milestones("""
                id        | status    | progress             | evidence
                M-CAP-001 | Off track | Waiting for planning |
            """),),
        ),
        ("CAP Milestones!B2", "CAP Milestones!D2"),
        after(
            month(milestones("""
                id        | status   | progress             | evidence
                M-CAP-001 | On track | Planning was granted | Decision notice 12
            """)),
            (milestones("""
                id        | status    | progress             | evidence
                M-CAP-001 | Off track | Waiting for planning |
            """),),
        ),
        "with no evidence referenced. What changed?",
    ),
    Example(
        "AP309",
        "two weeks later every month",
        after(
            month(milestones("""
                id        | status  | forecast
                M-CAP-003 | At risk | 2026-08-21
            """)),
            (milestones("""
                id        | status   | forecast
                M-CAP-003 | On track | 2026-07-31
            """),),
            (milestones("""
                id        | status   | forecast
                M-CAP-003 | On track | 2026-08-05
            """),),
        ),
        ("CAP Milestones!C2",),
        after(
            month(milestones("""
                id        | status   | forecast
                M-CAP-003 | At risk  | 2026-08-21
                M-CAP-004 | On track | 2026-08-10
            """)),
            (milestones("""
                id        | status   | forecast
                M-CAP-003 | On track | 2026-07-31
                M-CAP-004 | On track | 2026-08-01
            """),),
            (milestones("""
                id        | status   | forecast
                M-CAP-003 | On track | 2026-07-31
                M-CAP-004 | On track | 2026-08-05
            """),),
        ),
        "M-CAP-003 has slipped in each of the last 2 months, 21 days in all. Is this forecast the last?",
        ("M-CAP-003",),
    ),
    Example(
        "AP310",
        "a score that rose in silence",
        after(
            month(risks("""
                id        | status | likelihood | consequence | changed
                R-CAP-004 | Open   | 4          | 5           |
            """)),
            (risks("""
                id        | status | likelihood | consequence | changed
                R-CAP-004 | Open   | 4          | 4           |
            """),),
        ),
        ("CAP Risks!E2",),
        after(
            month(risks("""
                id        | status | likelihood | consequence | changed
                R-CAP-004 | Open   | 4          | 5           | The tender failed
                R-CAP-005 | Open   | 2          | 2           |
            """)),
            (risks("""
                id        | status | likelihood | consequence | changed
                R-CAP-004 | Open   | 4          | 4           |
                R-CAP-005 | Open   | 2          | 2           |
            """),),
        ),
        "The score is 20, from 16 in May 2026, and nothing says why.",
    ),
    Example(
        "AP318",
        "an Extreme risk closed with last month's words",
        after(
            month(risks("""
                id        | status | likelihood | consequence | changed
                R-CAP-004 | Closed | 4          | 4           | The tender failed
            """)),
            (risks("""
                id        | status | likelihood | consequence | changed
                R-CAP-004 | Open   | 4          | 4           | The tender failed
            """),),
        ),
        ("CAP Risks!B2", "CAP Risks!E2"),
        after(
            month(risks("""
                id        | status | likelihood | consequence | changed
                R-CAP-004 | Closed | 4          | 4           | The second tender was let
                R-CAP-005 | Closed | 3          | 4           |
                R-CAP-006 | Open   | 4          | 4           |
                R-CAP-007 | Closed | 4          | 4           |
                R-CAP-008 | Closed | 4          | 4           |
            """)),
            (risks("""
                id        | status | likelihood | consequence | changed
                R-CAP-004 | Open   | 4          | 4           | The tender failed
                R-CAP-005 | Open   | 3          | 4           |
                R-CAP-006 | Open   | 4          | 4           |
                R-CAP-007 | Closed | 4          | 4           |
            """),),
        ),
        "The risk scored 16 in May 2026, Extreme, and is closed; nothing says why.",
    ),
    Example(
        "AP318",
        "a risk of a kind that must come to the Board, closed in silence",
        after(
            month(risks("""
                id        | status | likelihood | consequence | changed | categories
                R-CAP-004 | Closed | 2          | 4           |         | Sufficiency
            """)),
            (risks("""
                id        | status | likelihood | consequence | changed | categories
                R-CAP-004 | Open   | 2          | 4           |         | Sufficiency
            """),),
        ),
        ("CAP Risks!B2", "CAP Risks!E2"),
        after(
            month(risks("""
                id        | status | likelihood | consequence | changed | categories
                R-CAP-004 | Closed | 2          | 4           |         |
            """)),
            (risks("""
                id        | status | likelihood | consequence | changed | categories
                R-CAP-004 | Open   | 2          | 4           |         |
            """),),
        ),
        "The risk was of a kind that must come to the Board in May 2026 and is closed; nothing says why.",
    ),
    Example(
        "AP311",
        "confidence fell, and nothing is brought",
        after(
            month(confidence("""
                about   | confidence
                Overall | Amber
                2       | Red
            """)),
            (confidence("""
                about   | confidence
                Overall | Green
                2       | Amber
            """),),
        ),
        ("RDG 2026-05 Confidence!B2", "RDG Confidence!B2", "RDG 2026-05 Confidence!B3", "RDG Confidence!B3"),
        after(
            month(
                confidence("""
                    about   | confidence
                    Overall | Amber
                    2       | Red
                    3       | Green
                """),
                milestones("""
                    id        | priority
                    M-CAP-007 | 2
                """),
                sheet(ForTheBoard, "RDG", """
                    id    | why             | asked | linked
                    B-005 | Confidence fell | Note  | M-CAP-007
                """),
            ),
            (confidence("""
                about   | confidence
                Overall | Green
                2       | Amber
                3       | Amber
            """),),
        ),
        "RDG’s overall confidence fell from Green to Amber, and no escalation is recorded. Confirm or explain.",
        ("overall",),
    ),
    Example(
        "AP309",
        "exactly two weeks in two months",
        after(
            month(milestones("""
                id        | status  | forecast
                M-CAP-003 | At risk | 2026-08-14
            """)),
            (milestones("""
                id        | status   | forecast
                M-CAP-003 | On track | 2026-07-31
            """),),
            (milestones("""
                id        | status   | forecast
                M-CAP-003 | On track | 2026-08-07
            """),),
        ),
        ("CAP Milestones!C2",),
        after(
            month(milestones("""
                id        | status  | forecast
                M-CAP-003 | At risk | 2026-08-13
            """)),
            (milestones("""
                id        | status   | forecast
                M-CAP-003 | On track | 2026-07-31
            """),),
            (milestones("""
                id        | status   | forecast
                M-CAP-003 | On track | 2026-08-07
            """),),
        ),
        "2 months, 14 days in all",
    ),
    Example(
        "AP310",
        "last month's reason under a new score",
        after(
            month(risks("""
                id        | status | likelihood | consequence | changed
                R-CAP-004 | Open   | 4          | 3           | The tender failed
            """)),
            (risks("""
                id        | status | likelihood | consequence | changed
                R-CAP-004 | Open   | 4          | 4           | The tender failed
            """),),
        ),
        ("CAP Risks!E2",),
        after(
            month(risks("""
                id        | status | likelihood | consequence | changed
                R-CAP-004 | Open   | 4          | 3           | A second tender is out
            """)),
            (risks("""
                id        | status | likelihood | consequence | changed
                R-CAP-004 | Open   | 4          | 4           | The tender failed
            """),),
        ),
        "The score is 12, from 16 in May 2026",
    ),
    Example(
        "AP311",
        "what is brought is about another priority, and only to note",
        after(
            month(
                confidence("""
                    about   | confidence
                    Overall | Amber
                    2       | Red
                """),
                milestones("""
                    id        | priority
                    M-CAP-007 | 3
                """),
                sheet(ForTheBoard, "RDG", """
                    id    | why       | asked | linked
                    B-005 | Judgement | Note  | M-CAP-007
                """),
            ),
            (confidence("""
                about   | confidence
                Overall | Green
                2       | Amber
            """),),
        ),
        ("RDG 2026-05 Confidence!B2", "RDG Confidence!B2", "RDG 2026-05 Confidence!B3", "RDG Confidence!B3"),
        month(confidence("""
            about   | confidence
            Overall | Amber
        """)),
    ),
)  # fmt: skip

EXAMPLES += (
    Example(
        "AP305",
        "late for three months, with a forecast only before, or only now",
        after(
            month(
                milestones(
                    "id | status | forecast | this_month\nM-CAP-001 | At risk | | Changed\nM-CAP-002 | At risk | 2026-09-01 | Changed"
                )
            ),
            *[
                (
                    milestones(
                        "id | status | forecast | this_month\nM-CAP-001 | At risk | 2026-09-01 | Changed\nM-CAP-002 | At risk | | Changed"
                    ),
                )
            ]
            * 2,
        ),
        ("CAP Milestones!B2", "CAP Milestones!B3"),
        after(month(milestones("id | status | this_month\nM-CAP-001 | At risk | Changed")), ()),
        "M-CAP-001 has been at risk or off track for 3 months running. What would move it?",
    ),
)

SILENCES = (
    Silence("AP305", "late again for two months, after a month on track", after(
        month(milestones("id | status | this_month\nM-CAP-001 | At risk | Changed")),
        *[(milestones(f"id | status | this_month\nM-CAP-001 | {status} | Changed"),) for status in ("At risk", "On track", "At risk")],
    )),
    Silence("AP309", "later this month and two months ago, not in between", after(
        month(milestones("id | status | forecast\nM-CAP-003 | At risk | 2026-08-21")),
        *[(milestones(f"id | status | forecast\nM-CAP-003 | On track | {day}"),) for day in ("2026-07-01", "2026-07-31", "2026-07-31")],
    )),
    Silence("AP308", "complete, with the evidence taken out, of which another rule speaks", milestone_was(
        "At risk | Waiting for planning | Minute 12", "Complete | The school has opened |"
    )),
    Silence("AP308", "as it was, with nothing new", milestone_was("At risk | Waiting | Minute 12", "At risk | Waiting | Minute 12")),
    Silence("AP308", "worse, with the evidence taken out", milestone_was("On track | Waiting | Minute 12", "At risk | Late |")),
    Silence("AP308", "nobody says how it stands now", milestone_was("At risk | Waiting | Minute 12", "| Waiting | Minute 12")),
    Silence("AP318", "closed last month, or with what ended it", risk_was("Closed | 4 | 4 | |", "Closed | 4 | 4 | |")),
    Silence("AP318", "what ended it cannot be read", risk_was("Open | 4 | 4 | |", "Closed | 4 | 4 | |", faults=unread("Risks", "E2"))),
    Silence("AP318", "managed under another ID, which is another thing than closed", risk_was(
        "Open | 4 | 4 | |", "Managed by another ID | 4 | 4 | |"
    )),
    Silence("AP311", "RDG was as sure of it, or surer", after(
        month(confidence("about | confidence\n2 | Green\n3 | Red")), (confidence("about | confidence\n2 | Amber\n3 | Red"),)
    )),
    Silence("AP305", "late for two months, and paused before that", after(
        month(milestones("""
            id        | status
            M-CWF-008 | At risk
        """, "CWF")),
        (milestones("""
            id        | status
            M-CWF-008 | Off track
        """, "CWF"),),
        (milestones("""
            id        | status
            M-CWF-008 | Paused
        """, "CWF"),),
        (milestones("""
            id        | status
            M-CWF-008 | At risk
        """, "CWF"),),
    )),
    Silence("AP308", "better, with new evidence", after(
        month(milestones("""
            id        | status   | progress             | evidence
            M-CAP-001 | On track | Waiting for planning | Minute 14
        """)),
        (milestones("""
            id        | status   | progress             | evidence
            M-CAP-001 | At risk  | Waiting for planning | Minute 12
        """),),
    )),
    Silence("AP308", "no better than it was", after(
        month(milestones("""
            id        | status   | progress
            M-CAP-001 | On track | Waiting for planning
        """)),
        (milestones("""
            id        | status   | progress
            M-CAP-001 | On track | Waiting for planning
        """),),
    )),
    Silence("AP308", "new this month", after(month(milestones("""
        id        | status
        M-CAP-001 | On track
    """)), ())),
    Silence("AP308", "no status was given before", after(
        month(milestones("""
            id        | status
            M-CAP-001 | On track
        """)),
        (milestones("""
            id        | status
            M-CAP-001 |
        """),),
    )),
    Silence("AP309", "RDG brings it to the Board", after(
        month(
            milestones("""
                id        | status  | forecast
                M-CAP-003 | At risk | 2026-08-21
            """),
            sheet(ForTheBoard, "RDG", """
                id    | linked
                B-001 | M-CAP-003
            """),
        ),
        (milestones("""
            id        | status   | forecast
            M-CAP-003 | On track | 2026-07-31
        """),),
        (milestones("""
            id        | status   | forecast
            M-CAP-003 | On track | 2026-08-10
        """),),
    )),
    Silence("AP309", "late for so long that it is asked about as stuck", after(
        month(milestones("""
            id        | status  | forecast
            M-CAP-003 | At risk | 2026-08-21
        """)),
        (milestones("""
            id        | status  | forecast
            M-CAP-003 | At risk | 2026-07-31
        """),),
        (milestones("""
            id        | status  | forecast
            M-CAP-003 | At risk | 2026-08-10
        """),),
    )),
    Silence("AP309", "complete at last", after(
        month(milestones("""
            id        | status   | forecast
            M-CAP-003 | Complete | 2026-08-21
        """)),
        (milestones("""
            id        | status   | forecast
            M-CAP-003 | On track | 2026-07-31
        """),),
        (milestones("""
            id        | status   | forecast
            M-CAP-003 | On track | 2026-08-10
        """),),
    )),
    Silence("AP310", "a risk that is closed, of which AP318 asks why", after(
        month(risks("""
            id        | status | likelihood | consequence
            R-CAP-004 | Closed | 2          | 4
        """)),
        (risks("""
            id        | status | likelihood | consequence
            R-CAP-004 | Open   | 4          | 4
        """),),
    )),
    Silence("AP310", "a new risk", after(month(risks("""
        id        | status | likelihood | consequence
        R-CAP-004 | Open   | 4          | 5
    """)), ())),
    Silence("AP310", "it had no score before", after(
        month(risks("""
            id        | status | likelihood | consequence
            R-CAP-004 | Open   | 4          | 5
        """)),
        (risks("""
            id        | status | likelihood | consequence
            R-CAP-004 | Open   |            |
        """),),
    )),
    Silence("AP311", "overall confidence fell, and a decision is asked of the Board", after(
        month(
            confidence("""
                about   | confidence
                Overall | Amber
            """),
            sheet(ForTheBoard, "RDG", """
                id    | why       | asked
                B-005 | Judgement | Prioritise
            """),
        ),
        (confidence("""
            about   | confidence
            Overall | Green
        """),),
    )),
    Silence("AP311", "no confidence was given before, or none is given now", after(
        month(confidence("""
            about   | confidence
            Overall | Red
            2       |
            3       | Red
        """)),
        (confidence("""
            about   | confidence
            Overall |
            2       | Green
        """),),
    )),
    Silence("AP311", "the milestone brought is known from last month, for its register did not come", after(
        month(
            confidence("""
                about | confidence
                2     | Red
            """),
            sheet(ForTheBoard, "RDG", """
                id    | asked      | linked
                B-005 | Prioritise | M-CAP-007
            """),
            missing=("workspace:CAP",),
        ),
        (
            confidence("""
                about | confidence
                2     | Amber
            """),
            milestones("""
                id        | priority
                M-CAP-007 | 2
            """),
        ),
    )),
    Silence("AP311", "as sure as last month", after(
        month(confidence("""
            about   | confidence
            Overall | Amber
        """)),
        (confidence("""
            about   | confidence
            Overall | Amber
        """),),
    )),
    Silence("AP310", "the score is as it was, and nothing is said of it", after(
        month(sheet(Risk, "CAP", """
            id        | this_month | likelihood | consequence | changed | status
            R-CAP-001 | Changed    | 4          | 4           |         | Open
        """)),
        (sheet(Risk, "CAP", """
            id        | likelihood | consequence | status
            R-CAP-001 | 4          | 4           | Open
        """),),
    )),
    Silence("AP311", "last month a row did not say what it was about, or how sure RDG was", after(
        month(sheet(Confidence, "RDG", """
            about   | confidence
            Overall | Red
        """)),
        (sheet(Confidence, "RDG", """
            about   | confidence
                    | Green
            Overall |
        """),),
    )),
)  # fmt: skip
