"""Examples of the sense rules in `rules/sense/quality.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.workspace import QAFinding


def findings(table: str):
    return sheet(QAFinding, "QDD", table)


EXAMPLES = (
    Example(
        "AP240",
        "more graded than sampled",
        month(findings("""
            id        | sample | outstanding | good | requires_improvement | inadequate
            Q-QDD-001 | 36     | 4           | 24   | 8                    | 2
        """)),
        ("QDD QA findings!B2", "QDD QA findings!C2", "QDD QA findings!D2", "QDD QA findings!E2", "QDD QA findings!F2"),
        month(findings("""
            id        | sample | outstanding | good | requires_improvement | inadequate
            Q-QDD-001 | 36     | 4           | 24   | 6                    | 2
        """)),
        "The grades add up to more than the sample.",
    ),
    Example(
        "AP241",
        "a sample of eight",
        month(findings("""
            id        | sample
            Q-QDD-001 | 8
        """)),
        ("QDD QA findings!B2",),
        month(findings("""
            id        | sample
            Q-QDD-001 | 10
        """)),
    ),
    Example(
        "AP242",
        "a period that runs backwards",
        month(findings("""
            id        | period_from | period_to
            Q-QDD-001 | 2026-06-30  | 2026-04-01
        """)),
        ("QDD QA findings!B2", "QDD QA findings!C2"),
        month(findings("""
            id        | period_from | period_to
            Q-QDD-001 | 2026-04-01  | 2026-06-30
        """)),
    ),
    Example(
        "AP243",
        "an action nobody owns",
        month(findings("""
            id        | due        | owner | status
            Q-QDD-001 | 2026-07-31 |       | Open
        """)),
        ("QDD QA findings!C2",),
        month(findings("""
            id        | due        | owner           | status
            Q-QDD-001 | 2026-07-31 | Head of Quality | Open
        """)),
    ),
    Example(
        "AP244",
        "a report dated before its period ends",
        month(findings("""
            id        | report_date | period_to
            Q-QDD-001 | 2026-06-04  | 2026-06-30
        """)),
        ("QDD QA findings!B2", "QDD QA findings!C2"),
        month(findings("""
            id        | report_date | period_to
            Q-QDD-001 | 2026-06-24  | 2026-05-31
        """)),
    ),
    Example(
        "AP245",
        "a loop not closed by its day",
        month(findings("""
            id        | due        | status
            Q-QDD-001 | 2026-05-29 | Action in hand
        """)),
        ("QDD QA findings!B2",),
        month(findings("""
            id        | due        | status
            Q-QDD-001 | 2026-05-29 | Closed
            Q-QDD-002 | 2026-07-29 | Open
        """)),
    ),
    Example(
        "AP247", "closed, and its action taken out",
        after(month(findings("id | reading | status | action\nQ-QDD-001 | Mixed | Closed |")), (findings("id | reading | status | action\nQ-QDD-001 | Mixed | Open | Weekly list"),)),
        ("QDD QA findings!D2",),
        after(month(findings("id | reading | status | action\nQ-QDD-001 | Mixed | Closed | Weekly list")), (findings("id | reading | status | action\nQ-QDD-001 | Mixed | Open | Weekly list"),)),
        "Closed, loop checked, and the action of May 2026 is not there any more: what was done?",
    ),
    Example(
        "AP247", "a concern that is closed with no action", month(findings("id | reading | status | action\nQ-QDD-001 | Concern | Closed |")), ("QDD QA findings!D2",),
        month(findings("id | reading | status | action\nQ-QDD-001 | Strength | Closed |")), "Closed, loop checked, and the concern has no action: what was done?",
    ),
    Example(
        "AP246",
        "a concern that leads to nothing",
        month(findings("""
            id        | reading | status | action
            Q-QDD-001 | Concern | Open   |
        """)),
        ("QDD QA findings!D2",),
        month(findings("""
            id        | reading  | status | action
            Q-QDD-001 | Concern  | Open   | Weekly list to managers
            Q-QDD-002 | Strength | Open   |
        """)),
    ),
    Example(
        "AP248",
        "grades out of nobody knows how many",
        month(findings("""
            id        | sample | good
            Q-QDD-001 |        | 24
        """)),
        ("QDD QA findings!B2",),
        month(findings("""
            id        | sample | good
            Q-QDD-001 | 36     | 24
            Q-QDD-002 |        |
        """)),
    ),
    Example(
        "AP249",
        "a percentage of seven audits, in words",
        month(findings("""
            id        | sample | finding                              | action
            Q-QDD-001 | 7      | 43 per cent of plans lack a signature. | Raise it to 80% by May
        """)),
        ("QDD QA findings!C2", "QDD QA findings!D2"),
        month(findings("""
            id        | sample | finding
            Q-QDD-001 | 7      | Most plans lack a signature.
            Q-QDD-002 | 40     | 43% of plans lack a signature.
            Q-QDD-003 |        | 43% of plans lack a signature.
        """)),
        "The words give a percentage, and fewer than 10 were looked at.",
    ),
    Example(
        "AP240",
        "more graded than sampled, in one grade",
        month(findings("""
            id        | sample | outstanding | good | requires_improvement | inadequate
            Q-QDD-001 | 36     |             | 37   |                      | 0
        """)),
        ("QDD QA findings!B2", "QDD QA findings!D2"),
        month(findings("""
            id        | sample | outstanding | good | requires_improvement | inadequate
            Q-QDD-001 | 36     |             | 36   |                      |
            Q-QDD-002 | 36     |             |      |                      |
        """)),
    ),
    Example(
        "AP241",
        "a sample of nine",
        month(findings("""
            id        | sample
            Q-QDD-001 | 9
        """)),
        ("QDD QA findings!B2",),
        month(findings("""
            id        | sample
            Q-QDD-001 | 0
        """)),
        "A sample of fewer than 10: it will be printed as indicative, without percentages.",
    ),
    Example(
        "AP244",
        "a report dated after the position date",
        month(findings("""
            id        | report_date | period_to
            Q-QDD-001 | 2026-07-01  | 2026-05-31
        """)),
        ("QDD QA findings!B2",),
        month(findings("""
            id        | report_date | period_to
            Q-QDD-001 | 2026-06-30  | 2026-06-30
            Q-QDD-002 | 2026-06-24  |
        """)),
        "The report is dated 1 July 2026, after the position date, 30 June 2026.",
    ),
    Example(
        "AP241",
        "a sample of one",
        month(sheet(QAFinding, "QDD", """
            id        | sample
            Q-QDD-001 | 1
        """)),
        ("QDD QA findings!B2",),
        month(sheet(QAFinding, "QDD", """
            id        | sample
            Q-QDD-001 | 0
            Q-QDD-002 | 10
        """)),
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP249", "a share of something else, which says of how many", month(
        findings("id | sample | finding\nQ-QDD-001 | 6 | 40% of 120 families answered, and 12 per cent of the 1,040 schools.")
    )),
    Silence("AP247", "closed before, without an action then", after(
        month(findings("id | reading | status | action\nQ-QDD-001 | Concern | Closed |")), (findings("id | reading | status | action\nQ-QDD-001 | Concern | Closed |"),)
    )),
    Silence("AP242", "a period of one day", month(findings("""
        id        | period_from | period_to
        Q-QDD-001 | 2026-04-01  | 2026-04-01
    """))),
    Silence("AP243", "a closed finding, and one with nothing due", month(findings("""
        id        | due        | owner | status
        Q-QDD-001 | 2026-07-31 |       | Closed
        Q-QDD-002 |            |       | Open
    """))),
    Silence("AP245", "due on the position date itself", month(findings("""
        id        | due        | status
        Q-QDD-001 | 2026-06-30 | Open
    """))),
    Silence("AP246", "a concern that is closed, and a mixed reading", month(findings("""
        id        | reading | status | action
        Q-QDD-001 | Concern | Closed |
        Q-QDD-002 | Mixed   | Open   |
    """))),
    Silence("AP248", "nothing graded: every grade is nil", month(findings("""
        id        | sample | good
        Q-QDD-001 |        | 0
    """))),
)  # fmt: skip
