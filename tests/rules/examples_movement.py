"""Movement (AP3xx): each rule once speaking, once silent."""

from __future__ import annotations

from example import Example
from months import after, month, sheet, shipped

from assurance_pack.returns.board_log import Action, Challenge
from assurance_pack.returns.rdg import Confidence, Cover, ForTheBoard, MilestoneJudgement, YouSaidWeDid
from assurance_pack.returns.shared import ChallengeToAnswer
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Milestone, Risk
from assurance_pack.settings import Band


def milestones(table: str, code: str = "CAP"):
    return sheet(Milestone, code, table)


def risks(table: str):
    return sheet(Risk, "CAP", table)


def confidence(table: str):
    return sheet(Confidence, "RDG", table)


RDG_SENT = sheet(Cover, "RDG", """
    month
    2026-06
""")  # fmt: skip

EXAMPLES = (
    Example(
        "AP301",
        "a milestone and a risk that are simply not there any more",
        after(
            month(milestones("""
                id        | status
                M-CAP-001 | On track
            """)),
            (
                milestones("""
                    id        | status
                    M-CAP-001 | On track
                    M-CAP-009 | At risk
                    M-CAP-010 | Complete
                """),
                risks("""
                    id        | status
                    R-CAP-001 | Open
                """),
            ),
        ),
        ("CAP 2026-05 Milestones!A3", "CAP Milestones", "CAP 2026-05 Risks!A2", "CAP Risks"),
        after(
            month(
                milestones("""
                    this_month | id        | status
                    Close      | M-CAP-009 | Complete
                """),
                missing=("workspace:CWF",),
            ),
            (
                milestones("""
                    id        | status
                    M-CAP-009 | At risk
                """),
                milestones("""
                    id        | status
                    M-CWF-001 | At risk
                """, "CWF"),
            ),
        ),
        "M-CAP-009 was reported in May 2026, was not closed, and is not in this return.",
    ),
    Example(
        "AP302",
        "one column sorted alone, and an ID used for something else",
        after(
            month(milestones("""
                id        | title
                M-CAP-001 | Sufficiency forecast to 2031 agreed by all partners
                M-CAP-002 | Minibus fleet replaced by electric vehicles
            """)),
            (milestones("""
                id        | title
                M-CAP-001 | Twenty-four base places open at two secondary schools
                M-CAP-002 | Contract let for special school extension
                M-CAP-003 | Sufficiency forecast to 2031 agreed by all partners
            """),),
        ),
        ("CAP Milestones!A2", "CAP Milestones!B2", "CAP Milestones!A3", "CAP Milestones!B3"),
        after(
            month(milestones("""
                id        | title
                M-CAP-001 | 24 specialist base places open, at two secondary schools
            """)),
            (milestones("""
                id        | title
                M-CAP-001 | Twenty-four base places open at two secondary schools
            """),),
        ),
        "M-CAP-001 now stands beside what M-CAP-003 was in May 2026: was one column sorted alone?",
    ),
    Example(
        "AP303",
        "a baseline that moved, for the second time",
        after(
            month(milestones("""
                id        | baseline   | reference
                M-CAP-001 | 2027-01-04 | LSRP 2.1
            """)),
            (milestones("""
                id        | baseline   | reference
                M-CAP-001 | 2026-09-01 |
            """),),
            (milestones("""
                id        | baseline   | reference
                M-CAP-001 | 2026-11-01 | LSRP 2.1
            """),),
        ),
        ("CAP Milestones!B2", "CAP Milestones!C2"),
        after(
            month(milestones("""
                id        | baseline   | reference
                M-CAP-001 | 2027-01-04 | D-007
                M-CAP-002 | 2026-10-01 |
            """)),
            (milestones("""
                id        | baseline   | reference
                M-CAP-001 | 2026-09-01 | LSRP 2.1
                M-CAP-002 | 2026-10-01 |
            """),),
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
                sheet(Challenge, "BOARD", """
                    id    | status
                    C-014 | Open
                """),
            ),
            (
                milestones("""
                    id        | status
                    M-CAP-001 | Complete
                """),
                sheet(Challenge, "BOARD", """
                    id    | status
                    C-014 | Closed
                """),
            ),
            (),
        ),
        ("BOARD Challenges!B2", "CAP Milestones!B2"),
        after(
            month(milestones("""
                id        | status
                M-CAP-001 | Complete
                M-CAP-002 | At risk
            """)),
            (milestones("""
                id        | status
                M-CAP-001 | Complete
                M-CAP-002 | On track
            """),),
        ),
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
        "AP306",
        "the same words for three months",
        after(
            month(milestones("""
                this_month          | id        | status   | progress
                Changed             | M-CAP-001 | On track | Procurement is under way.
                Reviewed, no change | M-CAP-002 | On track |
            """)),
            (milestones("""
                id        | status   | progress
                M-CAP-001 | On track | Procurement is under way.
                M-CAP-002 | On track | Designs are with the schools.
            """),),
            (milestones("""
                this_month          | id        | status   | progress
                Changed             | M-CAP-001 | On track | procurement is under  way.
                Reviewed, no change | M-CAP-002 | On track |
            """),),
        ),
        ("CAP Milestones!D2", "CAP Milestones!D3"),
        after(
            month(milestones("""
                this_month          | id        | status   | progress
                Changed             | M-CAP-001 | On track | Three bids came in.
                Reviewed, no change | M-CAP-002 | Complete |
            """)),
            (milestones("""
                id        | status   | progress
                M-CAP-001 | On track | Procurement is under way.
                M-CAP-002 | Complete | Done.
            """),),
            (milestones("""
                id        | status   | progress
                M-CAP-001 | On track | Procurement is under way.
                M-CAP-002 | Complete | Done.
            """),),
        ),
        "Progress is word for word as in April 2026.",
    ),
    Example(
        "AP307",
        "nobody looked at it, twice",
        after(
            month(risks("""
                this_month | id        | status
                           | R-CAP-008 | Open
            """)),
            (risks("""
                id        | status
                R-CAP-008 | Open
            """),),
            (risks("""
                this_month | id        | status
                           | R-CAP-008 | Open
            """),),
        ),
        ("CAP Risks!A2",),
        after(
            month(risks("""
                this_month          | id        | status
                                    | R-CAP-008 | Open
                Reviewed, no change | R-CAP-009 |
            """)),
            (risks("""
                this_month          | id        | status
                Changed             | R-CAP-008 | Open
                                    | R-CAP-009 | Open
            """),),
        ),
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
        "AP312",
        "an action past its day",
        month(sheet(Action, "BOARD", """
            id    | due        | status
            A-031 | 2026-05-29 | Open
        """)),
        ("BOARD Actions!B2",),
        month(sheet(Action, "BOARD", """
            id    | due        | status
            A-031 | 2026-05-29 | Complete
            A-032 | 2026-06-30 | Open
        """)),
        "Due on 29 May 2026, 32 days before the position date, and still open.",
    ),
    Example(
        "AP313",
        "a challenge nobody has answered, on the form of whoever was asked",
        month(
            sheet(Challenge, "BOARD", """
                id    | on         | to  | status | response
                C-014 | 2026-05-20 | CAP | Open   |
            """),
            sheet(ChallengeToAnswer, "CAP", """
                id    | response
                C-014 |
            """),
        ),
        ("CAP Challenges to answer!B2",),
        month(
            sheet(Challenge, "BOARD", """
                id    | on         | answer_by  | to  | status | response
                C-014 | 2026-05-20 |            | CAP | Open   |
                C-015 | 2026-05-20 |            | RDG | Open   | Less than we said in May
                C-016 | 2026-06-17 |            | RDG | Open   |
                C-017 | 2026-05-20 | 2026-07-16 | RDG | Open   |
                C-018 | 2026-05-20 |            | RDG | Closed |
            """),
            sheet(ChallengeToAnswer, "CAP", """
                id    | response
                C-014 | It is signed
            """),
        ),
    ),
    Example(
        "AP314",
        "an ask of April that nobody answered",
        after(
            month(RDG_SENT),
            (sheet(Voice, "PCF", """
                group | month   | ask
                PCF   | 2026-04 | Publish how long each step takes
            """),),
            (),
        ),
        ("PCF 2026-04 Your words!C2",),
        after(
            month(
                RDG_SENT,
                sheet(Voice, "PCF", """
                    group | month   | ask
                    PCF   | 2026-06 | One number to ring
                """),
            ),
            (sheet(Voice, "PCF", """
                group | month   | ask
                PCF   | 2026-04 | Publish how long each step takes
            """),),
            (sheet(YouSaidWeDid, "RDG", """
                id                | answer
                V-PCF-2026-04-ask | In hand
            """),),
        ),
        "V-PCF-2026-04-ask has had no answer for 2 months.",
    ),
    Example(
        "AP315",
        "other risk bands than in May",
        after(month(old_settings={"bands": (Band(name="Low", least=1, most=4), Band(name="High", least=5, most=25))}), ()),
        ("pack.toml bands",),
        after(month(), ()),
    ),
    Example(
        "AP315",
        "other words for confidence than in May",
        after(month(old_settings={"lists": {**shipped().lists, "confidence": shipped().lists["confidence"][:2]}}), ()),
        ("pack.toml lists.confidence",),
        after(month(), ()),
    ),
)  # fmt: skip
