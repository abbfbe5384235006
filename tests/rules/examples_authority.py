"""Authority (AP6xx): each rule once speaking, once silent."""

from __future__ import annotations

from example import Example
from months import after, month, sheet, shipped

from assurance_pack.model import Month
from assurance_pack.returns.board_log import Challenge, Decision, ExceptionalIssue
from assurance_pack.returns.rdg import AnswerToWorkspace, ForTheBoard, Statement, TaskAndFinishGroup, YouSaidWeDid
from assurance_pack.returns.rdg import Cover as RdgCover
from assurance_pack.returns.workspace import Cover, ForRdg, Milestone, Risk
from assurance_pack.settings import Board, Parameter, Parameters, Review


def risks(table: str, code: str = "QDD"):
    return sheet(Risk, code, table)


def matters(table: str):
    return sheet(ForTheBoard, "RDG", table)


def decisions(table: str):
    return sheet(Decision, "BOARD", table)


def groups(table: str):
    return sheet(TaskAndFinishGroup, "RDG", table)


def reviewed(due: str) -> dict[str, Board]:
    board = shipped().board
    return {"board": board.model_copy(update={"reviews": (Review(body="Board", last=Month("2026-05"), due=Month(due)),)})}


SIXTY_DAYS = {"parameters": Parameters(slip=Parameter(name="Slip", value=60, unit="days", decision="D-006"))}

RDG_SENT = sheet(RdgCover, "RDG", """
    month
    2026-06
""")  # fmt: skip

EXAMPLES = (
    Example(
        "AP601",
        "a system risk tolerated by a Workspace",
        month(risks("""
            id        | level  | response | decision | status
            R-QDD-002 | System | Tolerate |          | Open
        """)),
        ("QDD Risks!C2", "QDD Risks!D2"),
        month(risks("""
            id        | level    | response | decision | status
            R-QDD-002 | System   | Tolerate | D-009    | Open
            R-QDD-003 | Delivery | Tolerate |          | Open
            R-QDD-004 | System   | Treat    |          | Open
        """)),
    ),
    Example(
        "AP602",
        "accepted by a decision on something else",
        month(
            risks("""
                id        | level  | response | decision | status
                R-QDD-002 | System | Tolerate | D-007    | Open
                R-QDD-003 | System | Tolerate | D-008    | Open
            """),
            decisions("""
                id    | kind               | item
                D-007 | Prioritise         | B-003
                D-008 | Accept system risk | R-QDD-002
            """),
        ),
        ("BOARD Decisions!B2", "QDD Risks!D2", "BOARD Decisions!C3", "QDD Risks!D3"),
        after(
            month(
                risks("""
                    id        | level  | response | decision | status
                    R-QDD-002 | System | Tolerate | D-009    | Open
                    R-QDD-003 | System | Tolerate | D-001    | Open
                """),
                decisions("""
                    id    | kind               | item
                    D-009 | Accept system risk | B-006
                """),
            ),
            (matters("""
                id    | linked
                B-006 | R-QDD-002, M-QDD-006
            """),),
        ),
        "D-007 is named as accepting R-QDD-002, but it is a decision to Prioritise or trade off.",
    ),
    Example(
        "AP603",
        "extreme, and in none of the four categories",
        month(risks("""
            id        | likelihood | consequence | categories | status
            R-QDD-002 | 4          | 5           |            | Open
        """)),
        ("QDD Risks!D2",),
        month(risks("""
            id        | likelihood | consequence | categories  | status
            R-QDD-002 | 4          | 5           | Sufficiency | Open
            R-QDD-003 | 3          | 3           |             | Open
            R-QDD-004 | 4          | 5           |             | Closed
        """)),
        "R-QDD-002 scores 20 and names no escalation category. Does none of the four apply?",
        ("R-QDD-002",),
    ),
    Example(
        "AP604",
        "a mandatory risk put under one that is not",
        month(risks("""
            id        | categories             | status                | managed_by
            R-QDD-009 | Sufficiency; Financial | Managed by another ID | R-QDD-003
            R-QDD-003 | Financial              | Open                  |
        """)),
        ("QDD Risks!B2", "QDD Risks!D2"),
        month(risks("""
            id        | categories  | status                | managed_by
            R-QDD-009 | Sufficiency | Managed by another ID | R-QDD-003
            R-QDD-003 | Sufficiency | Open                  |
        """)),
        "R-QDD-009 (Sufficiency) is managed by R-QDD-003, which does not name that category",
    ),
    Example(
        "AP605",
        "the category is gone, the risk is open",
        after(
            month(risks("""
                id        | categories  | status
                R-QDD-006 | Sufficiency | Open
            """)),
            (risks("""
                id        | categories             | status
                R-QDD-006 | Financial; Sufficiency | Open
            """),),
        ),
        ("QDD 2026-05 Risks!B2", "QDD Risks!B2"),
        after(
            month(risks("""
                id        | categories             | status
                R-QDD-006 | Financial; Sufficiency | Open
                R-QDD-007 |                        | Closed
            """)),
            (risks("""
                id        | categories  | status
                R-QDD-006 | Sufficiency | Open
                R-QDD-007 | Sufficiency | Open
            """),),
        ),
        "R-QDD-006 was Significant financial in May 2026 and is no longer, though it is open. Confirm or explain.",
        ("R-QDD-006",),
    ),
    Example(
        "AP606",
        "groups at work: one not ratified, one before it was, one by a decision on something else",
        month(
            groups("""
                id     | status   | started    | decision
                TF-001 | Active   | 2026-06-01 |
                TF-002 | Active   | 2026-06-08 | D-009
                TF-003 | Ratified |            | D-010
            """),
            decisions("""
                id    | kind   | on
                D-009 | Ratify Task & Finish Group | 2026-06-17
                D-010 | Note   | 2026-06-17
            """),
        ),
        ("RDG Task & Finish Groups!D2", "RDG Task & Finish Groups!C3", "RDG Task & Finish Groups!D4"),
        month(
            groups("""
                id     | status    | started    | decision
                TF-001 | Active    | 2026-06-18 | D-009
                TF-002 | Proposed  | 2026-07-20 |
                TF-003 | Disbanded | 2026-01-10 |
            """),
            decisions("""
                id    | kind                       | on
                D-009 | Ratify Task & Finish Group | 2026-06-17
            """),
        ),
        "TF-001 started on 1 June 2026, and no decision of the Board to ratify it is named.",
    ),
    Example(
        "AP607",
        "a group past its end",
        month(groups("""
            id     | status | ends
            TF-001 | Active | 2026-05-31
        """)),
        ("RDG Task & Finish Groups!C2",),
        month(groups("""
            id     | status    | ends
            TF-001 | Disbanded | 2026-05-31
            TF-002 | Active    | 2026-11-30
        """)),
    ),
    Example(
        "AP608",
        "a matter without confidence or recommendation",
        month(matters("""
            id    | option_a   | confidence | recommendation
            B-005 | Lease them |            |
        """)),
        ("RDG For the Board!A2",),
        month(matters("""
            id    | option_a   | confidence | recommendation
            B-005 | Lease them | Amber      | Option A
        """)),
        "B-005 comes without RDG’s confidence and a recommendation.",
    ),
    Example(
        "AP609",
        "one option to choose from",
        month(matters("""
            id    | asked      | option_a   | option_b
            B-005 | Prioritise | Lease them |
        """)),
        ("RDG For the Board!D2",),
        month(matters("""
            id    | asked                      | option_a   | option_b
            B-005 | Prioritise                 | Lease them | Wait
            B-006 | Note                       | Note it    |
            B-007 | Ratify Task & Finish Group | Ratify     |
        """)),
    ),
    Example(
        "AP610",
        "a financial risk RDG has not answered, brought in May",
        after(
            month(RDG_SENT),
            (sheet(ForRdg, "CAP", """
                id        | carries
                N-CAP-003 | Financial
            """),),
        ),
        ("CAP 2026-05 For RDG!B2",),
        after(
            month(
                RDG_SENT,
                sheet(AnswerToWorkspace, "RDG", """
                    id        | answer
                    N-CAP-003 | Agreed
                """),
                sheet(ForRdg, "CAP", """
                    id        | carries
                    N-CAP-004 | None
                """),
            ),
            (sheet(ForRdg, "CAP", """
                id        | carries
                N-CAP-003 | Financial
            """),),
        ),
        "N-CAP-003 carries Financial risk, and RDG has not answered it.",
    ),
    Example(
        "AP611",
        "no meeting since May",
        month(sheet(Cover, "CAP", """
            workspace | met_on
            CAP       | 2026-05-14, 2026-05-28
        """)),
        ("CAP Start here!B2",),
        month(sheet(Cover, "CAP", """
            workspace | met_on
            CAP       | 2026-05-28, 2026-06-11
        """)),
    ),
    Example(
        "AP612",
        "a vacant sponsor",
        month(sheet(Cover, "CAP", """
            workspace | chair                     | sponsor
            CAP       | Head of Education Capital | Vacant since May
        """)),
        ("CAP Start here!C2",),
        month(sheet(Cover, "CAP", """
            workspace | chair                     | sponsor
            CAP       | Head of Education Capital |
        """)),
        "The RDG Senior Sponsor is said to be vacant.",
    ),
    Example(
        "AP613",
        "a direction that says how",
        month(matters("""
            id    | asked      | asked_detail
            B-004 | Direct RDG | Clear the backlog by recruiting four agency officers
        """)),
        ("RDG For the Board!C2",),
        month(matters("""
            id    | asked      | asked_detail
            B-004 | Direct RDG | 24 places open, with families told, by 4 January 2027
            B-005 | Note       | The backlog is being cleared by recruiting
        """)),
        items=("B-004",),
    ),
    Example(
        "AP614",
        "a direction without a day",
        month(matters("""
            id    | asked      | asked_detail                   | by_when
            B-004 | Direct RDG | All reviews in time once again |
        """)),
        ("RDG For the Board!C2",),
        month(matters("""
            id    | asked      | asked_detail                        | by_when
            B-004 | Direct RDG | All reviews in time by October 2026 |
            B-005 | Direct RDG | All reviews in time once again      | 2026-10-31
        """)),
    ),
    Example(
        "AP615",
        "the boiler at the Board",
        month(
            sheet(ExceptionalIssue, "BOARD", """
                id    | issue                                           | ask
                X-002 | The boiler at the northern base failed twice    | Note it
            """),
        ),
        ("BOARD Exceptional issues!B2",),
        month(
            sheet(ExceptionalIssue, "BOARD", """
                id    | issue                                           | ask
                X-002 | An alternative provider closes on 24 July       | Note it
            """),
        ),
        "X-002 reads as an operational matter. What in it is for the Board?",
        ("X-002",),
    ),
    Example(
        "AP616",
        "closed, and nobody knows what was said",
        month(sheet(Challenge, "BOARD", """
            id    | status | response | outcome
            C-012 | Closed |          |
        """)),
        ("BOARD Challenges!C2", "BOARD Challenges!D2"),
        month(sheet(Challenge, "BOARD", """
            id    | status | response           | outcome
            C-012 | Closed | It is signed       | Evidence supplied
            C-013 | Open   |                    |
        """)),
    ),
    Example(
        "AP617",
        "a review due next month",
        month(settings=reviewed("2026-07")),
        ("pack.toml board.reviews",),
        month(settings=reviewed("2027-05")),
    ),
    Example(
        "AP618",
        "later than the Board allowed, and not brought",
        month(
            sheet(Milestone, "CAP", """
                id        | status    | baseline   | forecast
                M-CAP-007 | Off track | 2026-09-01 | 2027-01-04
            """),
            settings=SIXTY_DAYS,
        ),
        ("CAP Milestones!D2",),
        month(
            sheet(Milestone, "CAP", """
                id        | status    | baseline   | forecast
                M-CAP-007 | Off track | 2026-09-01 | 2027-01-04
                M-CAP-008 | At risk   | 2026-09-01 | 2026-09-30
            """),
            matters("""
                id    | linked
                B-005 | M-CAP-007
            """),
            settings=SIXTY_DAYS,
        ),
        "M-CAP-007 is 125 days late; the Board set 60 days (D-006). No matter for the Board names it. Confirm or explain.",
        ("M-CAP-007",),
    ),
    Example(
        "AP619",
        "RDG accepts a system risk",
        month(
            sheet(Statement, "RDG", """
                kind   | statement
                Advise | RDG has accepted the system risk on annual reviews until March.
            """),
            sheet(Milestone, "CAP", """
                id        | progress
                M-CAP-001 | We ratified the Task & Finish Group last week.
            """),
        ),
        ("CAP Milestones!B2", "RDG Advise and assure!B2"),
        month(sheet(Statement, "RDG", """
            kind   | statement
            Advise | The Board accepted the risk on annual reviews (D-009); RDG has agreed the milestones.
            Advise | RDG recommends that the Board accept the system risk on annual reviews.
        """)),
    ),
    Example(
        "AP620",
        "sent on to the Board, where nobody brings it",
        month(
            sheet(AnswerToWorkspace, "RDG", """
                id        | answer
                N-CAP-003 | To the Board
            """),
            sheet(YouSaidWeDid, "RDG", """
                id                | answer
                V-PCF-2026-05-ask | For the Board
            """),
        ),
        ("RDG Answers to Workspaces!B2", "RDG You said, we did!B2"),
        month(
            sheet(AnswerToWorkspace, "RDG", """
                id        | answer
                N-CAP-003 | To the Board
                N-CAP-004 | Agreed
            """),
            sheet(YouSaidWeDid, "RDG", """
                id                | answer
                V-PCF-2026-05-ask | For the Board
            """),
            matters("""
                id    | linked    | voices
                B-005 | N-CAP-003 | They ask for it: V-PCF-2026-05-ask
            """),
        ),
        "N-CAP-003 is answered “To the Board”, but no matter for the Board names it.",
    ),
    Example(
        "AP622",
        "the worst performing Workspace",
        month(sheet(Cover, "CAP", """
            workspace | headline
            CAP       | We are no longer the worst performing Workspace.
        """)),
        ("CAP Start here!B2",),
        month(sheet(Cover, "CAP", """
            workspace | headline
            CAP       | The Workspace is behind on two of nine milestones and needs the teams of both partners.
        """)),
    ),
)  # fmt: skip
