"""Examples of the sense rules in `rules/sense/risks.py`: each once speaking, once silent."""

from __future__ import annotations

from typing import Any

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.model import Cell
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.workspace import Risk


def risks(table: str, code: str = "CAP"):
    return sheet(Risk, code, table)


EXAMPLES = (
    Example(
        "AP230",
        "a severe risk called reviewed, by a date months old",
        after(
            month(risks("""
                this_month          | id        | status | likelihood | consequence | last_reviewed
                Reviewed, no change | R-CAP-001 | Open   | 5          | 4           | 2026-02-12
            """)),
            (risks("""
                this_month | id        | status | likelihood | consequence
                New        | R-CAP-001 | Open   | 5          | 4
            """),),
        ),
        ("CAP Risks!A2", "CAP Risks!F2"),
        after(
            month(risks("""
                this_month          | id        | status | likelihood | consequence | last_reviewed
                Reviewed, no change | R-CAP-001 | Open   | 5          | 4           | 2026-06-12
            """)),
            (risks("""
                this_month | id        | status | likelihood | consequence
                New        | R-CAP-001 | Open   | 5          | 4
            """),),
        ),
        "Reviewed, no change, but last reviewed on 12 February 2026, before the last pack.",
    ),
    Example(
        "AP220",
        "worse with its controls than without",
        month(risks("""
            id        | likelihood | consequence | inherent_likelihood | inherent_consequence
            R-CAP-001 | 4          | 5           | 3                   | 4
        """)),
        ("CAP Risks!D2", "CAP Risks!E2"),
        month(risks("""
            id        | likelihood | consequence | inherent_likelihood | inherent_consequence
            R-CAP-001 | 3          | 4           | 3                   | 4
        """)),
        "The score now, 20, is above the inherent score, 12.",
    ),
    Example(
        "AP221",
        "a target above the score now",
        month(risks("""
            id        | likelihood | consequence | target_likelihood | target_consequence
            R-CAP-001 | 3          | 4           | 4                 | 4
        """)),
        ("CAP Risks!D2", "CAP Risks!E2"),
        month(risks("""
            id        | likelihood | consequence | target_likelihood | target_consequence
            R-CAP-001 | 3          | 4           | 3                 | 4
        """)),
    ),
    Example(
        "AP222",
        "an extreme risk nobody owns",
        month(risks("""
            id        | status | likelihood | consequence | owner
            R-CAP-001 | Open   | 4          | 5           | Vacant
        """)),
        ("CAP Risks!E2",),
        month(risks("""
            id        | status | likelihood | consequence | owner
            R-CAP-001 | Open   | 4          | 5           | Head of Education Capital
            R-CAP-002 | Open   | 2          | 2           | Vacant
        """)),
        "Score 20, and the owner is “Vacant”.",
    ),
    Example(
        "AP223",
        "a review that did not take place",
        month(risks("""
            id        | status | next_review
            R-CAP-001 | Open   | 2026-05-29
        """)),
        ("CAP Risks!C2",),
        month(risks("""
            id        | status | next_review
            R-CAP-001 | Open   | 2026-07-29
            R-CAP-002 | Closed | 2026-05-29
        """)),
    ),
    Example(
        "AP224",
        "the next review before the last",
        month(risks("""
            id        | status | last_reviewed | next_review
            R-CAP-001 | Open   | 2026-07-11    | 2026-07-04
        """)),
        ("CAP Risks!D2",),
        month(risks("""
            id        | status | last_reviewed | next_review
            R-CAP-001 | Open   | 2026-06-11    | 2026-07-04
        """)),
    ),
    Example(
        "AP225",
        "managed by another risk that is closed, and by none",
        month(risks("""
            id        | status                | managed_by
            R-CAP-001 | Managed by another ID |
            R-CAP-002 | Managed by another ID | R-CAP-003
            R-CAP-003 | Closed                |
        """)),
        ("CAP Risks!C2", "CAP Risks!C3"),
        month(risks("""
            id        | status                | managed_by
            R-CAP-002 | Managed by another ID | R-CAP-003
            R-CAP-003 | Open                  |
        """)),
    ),
    Example(
        "AP226",
        "new and closed in one month",
        after(
            month(risks("""
                this_month | id        | status
                New        | R-CAP-002 | Closed
            """)),
            (risks("""
                id
                R-CAP-001
            """),),
        ),
        ("CAP Risks!A2", "CAP Risks!C2"),
        after(
            month(risks("""
                this_month | id        | status
                New        | R-CAP-002 | Open
                Close      | R-CAP-001 | Closed
            """)),
            (risks("""
                id
                R-CAP-001
            """),),
        ),
    ),
    Example(
        "AP227",
        "it has happened, and nobody says what",
        month(risks("""
            id        | status       | changed
            R-CAP-001 | Now an issue |
        """)),
        ("CAP Risks!C2",),
        month(risks("""
            id        | status       | changed
            R-CAP-001 | Now an issue | The provider gave notice on 9 June
            R-CAP-002 | Open         |
        """)),
    ),
    Example(
        "AP228",
        "an extreme risk with no target",
        month(risks("""
            id        | status | likelihood | consequence | target_likelihood | target_consequence | target_date
            R-CAP-001 | Open   | 4          | 5           |                   |                    |
        """)),
        ("CAP Risks!E2",),
        month(risks("""
            id        | status | likelihood | consequence | target_likelihood | target_consequence | target_date
            R-CAP-001 | Open   | 4          | 5           | 2                 | 4                  | 2026-12-31
            R-CAP-002 | Open   | 2          | 2           |                   |                    |
        """)),
        "Score 20, but no target and date are given",
    ),
    Example(
        "AP229",
        "a target date passed above the target",
        month(risks("""
            id        | status | likelihood | consequence | target_likelihood | target_consequence | target_date
            R-CAP-001 | Open   | 4          | 4           | 2                 | 4                  | 2026-05-29
        """)),
        ("CAP Risks!G2",),
        month(risks("""
            id        | status | likelihood | consequence | target_likelihood | target_consequence | target_date
            R-CAP-001 | Open   | 2          | 4           | 2                 | 4                  | 2026-05-29
        """)),
    ),
    Example(
        "AP224",
        "the next review on the day of the last",
        month(risks("""
            id        | status | last_reviewed | next_review
            R-CAP-001 | Open   | 2026-06-11    | 2026-06-11
        """)),
        ("CAP Risks!D2",),
        month(risks("""
            id        | status | last_reviewed | next_review
            R-CAP-001 | Open   | 2026-06-11    | 2026-06-12
            R-CAP-002 | Closed | 2026-07-11    | 2026-07-04
        """)),
        "The next review, 11 June 2026, is not after the last, 11 June 2026.",
    ),
    Example(
        "AP225",
        "managed by itself",
        month(risks("""
            id        | status                | managed_by
            R-CAP-001 | Managed by another ID | R-CAP-001
        """)),
        ("CAP Risks!C2",),
        month(risks("""
            id        | status | managed_by
            R-CAP-001 | Open   |
            R-CAP-002 | Open   | R-CAP-003
            R-CAP-003 | Closed |
        """)),
        "Managed by R-CAP-001, which is this risk itself.",
    ),
    Example(
        "AP228",
        "an extreme risk with a target and no day for it, and one with a day and no target",
        month(risks("""
            id        | status | likelihood | consequence | target_likelihood | target_consequence | target_date
            R-CAP-001 | Open   | 3          | 5           | 2                 | 4                  |
            R-CAP-002 | Open   | 3          | 5           |                   |                    | 2026-12-31
        """)),
        ("CAP Risks!G2", "CAP Risks!E3"),
        month(risks("""
            id        | status | likelihood | consequence | response
            R-CAP-001 | Open   | 4          | 5           | Tolerate
            R-CAP-002 | Open   | 4          | 5           | Terminate
            R-CAP-003 | Closed | 4          | 5           | Treat
        """)),
        "Score 15, but no date is given: where is it to be brought, by when?",
    ),
    Example(
        "AP230",
        "nobody has looked at it for a month before the last position date",
        after(
            month(risks("""
                this_month          | id        | last_reviewed | likelihood | consequence | status
                Reviewed, no change | R-CAP-001 | 2026-04-30    | 5          | 4           | Open
            """)),
            (),
        ),
        ("CAP Risks!A2", "CAP Risks!C2"),
        after(
            month(risks("""
                this_month          | id        | last_reviewed | likelihood | consequence | status
                Reviewed, no change | R-CAP-001 | 2026-05-01    | 5          | 4           | Open
                Reviewed, no change | R-CAP-002 | 2026-04-30    | 2          | 2           | Open
                Reviewed, no change | R-CAP-003 | 2026-04-30    | 5          | 4           | Closed
                Changed             | R-CAP-004 | 2026-04-30    | 5          | 4           | Open
            """)),
            (),
        ),
        "Reviewed, no change, but last reviewed on 30 April 2026, before the last pack.",
    ),
)  # fmt: skip


def risk(columns: str, *rows: str, **more: Any):
    return month(sheet(Risk, "CAP", "\n".join([columns, *rows])), **more)


WITH_WORDS = "id | this_month | status | changed"
EXAMPLES += (
    Example(
        "AP227", "it has happened, and last month's form came back with nothing said", risk(WITH_WORDS, "R-CAP-004 | Changed | Now an issue |"),
        ("CAP Risks!D2",), after(
            risk(WITH_WORDS, "R-CAP-004 | Reviewed, no change | Now an issue |"), (sheet(Risk, "CAP", "id | status\nR-CAP-004 | Now an issue"),)
        ),
        "Now an issue, but What changed this month is empty.",
    ),
    Example(
        "AP225", "managed under itself, and under one that is closed", risk(
            "id | status | managed_by", "R-CAP-004 | Managed by another ID | R-CAP-004", "R-CAP-005 | Managed by another ID | R-CAP-006", "R-CAP-006 | Closed |"
        ),
        ("CAP Risks!C2", "CAP Risks!C3"), risk(
            "id | status | managed_by", "R-CAP-004 | Managed by another ID | R-CAP-006", "R-CAP-005 | Managed by another ID | R-CAP-099 and R-CAP-006", "R-CAP-006 | Open |"
        ),
        "Managed by R-CAP-004, which is this risk itself.",
    ),
    Example(
        "AP225", "managed by a risk that stands nowhere", risk("id | status | managed_by", "R-CAP-004 | Managed by another ID | R-CAP-099"), ("CAP Risks!C2",),
        risk("id | status | managed_by", "R-CAP-004 | Managed by another ID | R-CAP-006", "R-CAP-006 | Open |"),
        "Managed by R-CAP-099, which is on no register this month.",
    ),
    Example(
        "AP225", "managed by no risk", risk("id | status | managed_by", "R-CAP-004 | Managed by another ID | Schools finance register"), ("CAP Risks!C2",),
        risk("id | status | managed_by", "R-CAP-004 | Open | Schools finance register"), "Managed by “Schools finance register”, which is the ID of no risk.",
    ),
    Example(
        "AP228", "a target that was given, and no day", risk(
            "id | status | likelihood | consequence | target_likelihood | target_consequence | target_date", "R-CAP-004 | Open | 3 | 5 | 2 | 5 |"
        ),
        ("CAP Risks!G2",), risk(
            "id | status | likelihood | consequence | target_likelihood | target_consequence | target_date", "R-CAP-004 | Open | 3 | 5 | 2 | 5 | 2026-12-01",
            "R-CAP-005 | Open | 3 | 4 | | |", "R-CAP-006 | Closed | 3 | 5 | | |",
        ),
    ),
    Example(
        "AP222", "the lowest score that is severe, owned by nobody", risk("id | status | likelihood | consequence | owner", "R-CAP-004 | Open | 3 | 5 | Vacant."),
        ("CAP Risks!E2",), risk("id | status | likelihood | consequence | owner", "R-CAP-004 | Open | 3 | 4 | Vacant", "R-CAP-005 | Open | 3 | 5 |", "R-CAP-006 | Open | 3 | 5 | Head of Capital"),
        "Score 15, and the owner is “Vacant.”",
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP228", "a target that cannot be read", risk(
        "id | status | likelihood | consequence | target_likelihood | target_consequence | target_date", "R-CAP-004 | Open | 3 | 5 | | 5 | 2026-12-01",
        faults=(Fault(kind=FaultKind.NOT_IN_LIST, cell=Cell(file="CAP-2026-06.xlsx", sheet="Risks", ref="E2")),),
    )),
    Silence("AP221", "a closed risk, whatever its target", month(risks("""
        id        | status | likelihood | consequence | target_likelihood | target_consequence
        R-CAP-001 | Closed | 3          | 4           | 4                 | 4
    """))),
    Silence("AP222", "a closed risk nobody owns", month(risks("""
        id        | status | likelihood | consequence | owner
        R-CAP-001 | Closed | 4          | 5           | Vacant
    """))),
    Silence("AP223", "a review due on the position date itself is not overdue", month(risks("""
        id        | status | next_review
        R-CAP-001 | Open   | 2026-06-30
    """))),
    Silence("AP226", "in the first month a register may begin with what is closed", month(risks("""
        this_month | id        | status
        New        | R-CAP-002 | Closed
    """))),
    Silence("AP227", "an issue since May, reviewed with no change", after(
        month(risks("""
            this_month          | id        | status       | changed
            Reviewed, no change | R-CAP-001 | Now an issue |
        """)),
        (risks("""
            id        | status       | changed
            R-CAP-001 | Now an issue | The provider gave notice
        """),),
    )),
    Silence("AP229", "the target day is the position date, the score is the target, or the risk is closed", month(risks("""
        id        | status | likelihood | consequence | target_likelihood | target_consequence | target_date
        R-CAP-001 | Open   | 4          | 4           | 2                 | 4                  | 2026-06-30
        R-CAP-002 | Open   | 2          | 4           | 2                 | 4                  | 2026-06-29
        R-CAP-003 | Closed | 4          | 4           | 2                 | 4                  | 2026-05-29
    """))),
)  # fmt: skip
