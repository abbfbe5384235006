"""Examples of the sense rules in `rules/sense/risks.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example
from months import after, month, sheet

from assurance_pack.returns.workspace import Risk


def risks(table: str, code: str = "CAP"):
    return sheet(Risk, code, table)


EXAMPLES = (
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
            R-CAP-001 | Open   | 4          | 5           | TBC
        """)),
        ("CAP Risks!E2",),
        month(risks("""
            id        | status | likelihood | consequence | owner
            R-CAP-001 | Open   | 4          | 5           | Head of Education Capital
            R-CAP-002 | Open   | 2          | 2           | TBC
        """)),
        "Score 20, and the owner is “TBC”.",
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
)  # fmt: skip
