"""Examples of the authority rules in `rules/authority/risks.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.board_log import Decision
from assurance_pack.returns.rdg import ForTheBoard
from assurance_pack.returns.workspace import Milestone, Risk
from assurance_pack.settings.board import Parameter, Parameters


def risks(table: str, code: str = "QDD"):
    return sheet(Risk, code, table)


def matters(table: str):
    return sheet(ForTheBoard, "RDG", table)


def decisions(table: str):
    return sheet(Decision, "BOARD", table)


SIXTY_DAYS = {"parameters": Parameters(slip=Parameter(name="Slip", value=60, unit="days", decision="D-006"))}
FIFTEEN = {"parameters": Parameters(score=Parameter(name="Score", value=15))}

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
        "AP618",
        "as late as the Board allowed, to the day",
        month(
            sheet(Milestone, "CAP", """
                id        | status  | baseline   | forecast
                M-CAP-007 | At risk | 2026-09-01 | 2026-10-31
            """),
            settings=SIXTY_DAYS,
        ),
        ("CAP Milestones!D2",),
        month(
            sheet(Milestone, "CAP", """
                id        | status  | baseline   | forecast
                M-CAP-007 | At risk | 2026-09-01 | 2026-10-30
            """),
            settings=SIXTY_DAYS,
        ),
    ),
    Example(
        "AP618",
        "a score at the Board's parameter, and not brought",
        month(
            risks("""
                id        | likelihood | consequence | status
                R-QDD-002 | 3          | 5           | Open
            """),
            settings=FIFTEEN,
        ),
        ("QDD Risks!B2",),
        month(
            risks("""
                id        | likelihood | consequence | status
                R-QDD-002 | 3          | 5           | Closed
                R-QDD-003 | 3          | 4           | Open
                R-QDD-004 | 3          | 5           | Open
                R-QDD-005 |            |             | Open
            """),
            matters("""
                id    | linked
                B-005 | R-QDD-004
            """),
            settings=FIFTEEN,
        ),
        "R-QDD-002 scores 15; the Board set 15. No matter for the Board names it. Confirm or explain.",
        ("R-QDD-002",),
    ),
    Example(
        "AP602",
        "named is a decision of May's log that was to prioritise; in June's log it no longer stands",
        after(
            month(risks("""
                id        | level  | response | decision | status
                R-QDD-002 | System | Tolerate | D-007    | Open
            """)),
            (decisions("""
                id    | kind       | item
                D-007 | Prioritise | R-QDD-002
            """),),
        ),
        ("BOARD 2026-05 Decisions!B2", "QDD Risks!D2"),
        after(
            month(risks("""
                id        | level  | response | decision | status
                R-QDD-002 | System | Tolerate | D-007    | Open
            """)),
            (decisions("""
                id    | kind               | item
                D-007 | Accept system risk | R-QDD-002
            """),),
        ),
    ),
    Example(
        "AP602",
        "the matter decided was brought without links, and another matter names the risk",
        month(
            risks("""
                id        | level  | response | decision | status
                R-QDD-002 | System | Tolerate | D-009    | Open
            """),
            decisions("""
                id    | kind               | item
                D-009 | Accept system risk | B-006
            """),
            matters("""
                id    | linked
                B-006 |
                B-007 | R-QDD-002
            """),
        ),
        ("BOARD Decisions!C2", "QDD Risks!D2"),
        month(
            risks("""
                id        | level  | response | decision | status
                R-QDD-002 | System | Tolerate | D-009    | Open
            """),
            decisions("""
                id    | kind | item
                D-009 |      | B-006
            """),
        ),
        "D-009 is named as accepting R-QDD-002, but it was about B-006.",
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP601", "a system risk that is closed", month(risks("""
        id        | level  | response | decision | status
        R-QDD-002 | System | Tolerate |          | Closed
    """))),
    Silence("AP602", "not accepted, not open, or not a system risk", month(
        risks("""
            id        | level    | response | decision | status
            R-QDD-002 | System   | Treat    | D-007    | Open
            R-QDD-003 | System   | Tolerate | D-007    | Closed
            R-QDD-004 | Delivery | Tolerate | D-007    | Open
        """),
        decisions("""
            id    | kind       | item
            D-007 | Prioritise | B-003
        """),
    )),
    Silence("AP604", "open beside the other, or managed by one nobody knows", month(risks("""
        id        | categories  | status                | managed_by
        R-QDD-009 | Sufficiency | Open                  | R-QDD-003
        R-QDD-008 | Sufficiency | Managed by another ID | R-QDD-060
        R-QDD-003 |             | Open                  |
    """))),
    Silence("AP605", "a new risk that was never in a category", after(month(risks("""
        id        | categories | status
        R-QDD-006 |            | Open
    """)), ())),
    Silence("AP618", "the Board has set no parameter", month(
        sheet(Milestone, "CAP", """
            id        | status    | baseline   | forecast
            M-CAP-007 | Off track | 2026-09-01 | 2027-01-04
        """),
        risks("""
            id        | likelihood | consequence | status
            R-QDD-002 | 5          | 5           | Open
        """),
    )),
    Silence("AP618", "done, or without the dates that say how late", month(
        sheet(Milestone, "CAP", """
            id        | status    | baseline   | forecast
            M-CAP-007 | Complete  | 2026-09-01 | 2027-01-04
            M-CAP-008 | Off track |            | 2027-01-04
            M-CAP-009 | Off track | 2026-09-01 |
        """),
        settings=SIXTY_DAYS,
    )),
    Silence("AP602", "what the decision was about is left blank, which is said of the decision", month(
        risks("""
            id        | level  | response | decision | status
            R-QDD-002 | System | Tolerate | D-008    | Open
        """),
        decisions("""
            id    | kind               | item
            D-008 | Accept system risk |
        """),
    )),
    Silence("AP604", "neither names a category, or the status is another", month(risks("""
        id        | categories  | status                | managed_by
        R-QDD-009 |             | Managed by another ID | R-QDD-003
        R-QDD-008 | Sufficiency | Closed                | R-QDD-003
        R-QDD-003 |             | Open                  |
    """))),
)  # fmt: skip
