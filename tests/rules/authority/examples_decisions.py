"""Examples of the authority rules in `rules/authority/decisions.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.board_log import Challenge, Decision, ExceptionalIssue
from assurance_pack.returns.rdg import Statement, TaskAndFinishGroup
from assurance_pack.returns.shared import ChallengeToAnswer
from assurance_pack.returns.workspace import Milestone


def decisions(table: str):
    return sheet(Decision, "BOARD", table)


def groups(table: str):
    return sheet(TaskAndFinishGroup, "RDG", table)


EXAMPLES = (
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
        "AP606",
        "a group at work by a decision that was put off",
        month(
            groups("id | status | started | decision\nTF-002 | Active | 2026-06-20 | D-010"),
            sheet(Decision, "BOARD", "id | item | deferred_to\nD-010 | B-007 | 2026-08"),
        ),
        ("RDG Task & Finish Groups!D2",),
        month(
            groups("id | status | started | decision\nTF-002 | Active | 2026-06-20 | D-010"),
            sheet(Decision, "BOARD", "id | item | on | decision | deferred_to\nD-010 | B-007 | 2026-06-17 | Ratified. |"),
        ),
        "D-010 did not ratify TF-002: the Board put it off to August 2026.",
    ),
    Example(
        "AP606",
        "proposed, though it began in June",
        month(groups("""
            id     | status   | started    | decision
            TF-001 | Proposed | 2026-06-30 |
        """)),
        ("RDG Task & Finish Groups!D2",),
        month(groups("""
            id     | status   | started    | decision
            TF-001 | Proposed | 2026-07-01 |
        """)),
        "TF-001 started on 30 June 2026, and no decision of the Board to ratify it is named.",
    ),
    Example(
        "AP616",
        "an answer, and nothing about what came of it",
        month(sheet(Challenge, "BOARD", """
            id    | status | response     | outcome
            C-012 | Closed | It is signed |
        """)),
        ("BOARD Challenges!D2",),
        month(sheet(Challenge, "BOARD", """
            id    | status | response     | outcome
            C-012 | Open   | It is signed |
        """)),
        "C-012 is closed without an outcome.",
    ),
    Example(
        "AP606",
        "ratified, it is said, and to start next month",
        month(groups("""
            id     | status   | started    | decision
            TF-001 | Ratified | 2026-07-20 |
        """)),
        ("RDG Task & Finish Groups!D2",),
        month(groups("""
            id     | status   | started    | decision
            TF-001 | Proposed | 2026-07-20 |
        """)),
        "TF-001 is ratified, and no decision of the Board to ratify it is named.",
    ),
    Example(
        "AP607",
        "the end was yesterday",
        month(groups("""
            id     | status | ends
            TF-001 | Active | 2026-06-29
        """)),
        ("RDG Task & Finish Groups!C2",),
        month(groups("""
            id     | status | ends
            TF-001 | Active | 2026-06-30
        """)),
    ),
    Example(
        "AP616",
        "the answer given is to another challenge",
        month(
            sheet(Challenge, "BOARD", """
                id    | status | response | outcome
                C-014 | Closed |          | Carried
            """),
            sheet(ChallengeToAnswer, "CAP", """
                id    | response
                C-015 | It is signed
            """),
        ),
        ("BOARD Challenges!C2",),
        month(
            sheet(Challenge, "BOARD", """
                id    | status | response | outcome
                C-014 | Closed |          | Carried
            """),
            sheet(ChallengeToAnswer, "CAP", """
                id    | response
                C-014 | It is signed
            """),
        ),
        "C-014 is closed without a response.",
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP619", "the decision of the Board is named", month(
        sheet(Statement, "RDG", "kind | statement\nAssure | RDG accepted the system risk by decision of the Board, D-004."),
        decisions("id | decision\nD-004 | Accepted the system risk."),
    )),
    Silence("AP606", "the decision named is not in the log, or ratified it the day it began", month(
        groups("""
            id     | status | started    | decision
            TF-001 | Active | 2026-06-01 | D-090
            TF-002 | Active | 2026-06-17 | D-009
        """),
        decisions("""
            id    | kind                       | on
            D-009 | Ratify Task & Finish Group | 2026-06-17
        """),
    )),
    Silence("AP607", "its last day is the position date", month(groups("""
        id     | status | ends
        TF-001 | Active | 2026-06-30
    """))),
    Silence("AP616", "answered on the form, this month or before", after(
        month(
            sheet(Challenge, "BOARD", """
                id    | status | response | outcome
                C-012 | Closed |          | Evidence supplied
                C-013 | Closed |          | Evidence supplied
            """),
            sheet(ChallengeToAnswer, "CAP", """
                id    | response
                C-012 | It is signed
            """),
        ),
        (sheet(ChallengeToAnswer, "CAP", """
            id    | response
            C-013 | It is signed
        """),),
    )),
)  # fmt: skip
