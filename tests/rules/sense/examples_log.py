"""Examples of the sense rules in `rules/sense/log.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.board_log import Action, Challenge, Decision, WaiverRow

EXAMPLES = (
    Example(
        "AP297",
        "a share of 850 in a hundred",
        month(sheet(Decision, "BOARD", """
            id    | on         | indicator | comparator | value | by
            D-005 | 2026-06-17 | IND-02    | At least   | 850   | 2026-09-30
        """)),
        ("BOARD Decisions!E2",),
        month(sheet(Decision, "BOARD", """
            id    | on         | indicator | comparator | value | by
            D-005 | 2026-06-17 | IND-02    | At least   | 100   | 2026-06-17
            D-006 | 2026-06-17 | IND-06    | Below      | 850   |
            D-007 | 2026-06-17 | IND-07    | Below      | -0.5  |
        """)),
        "which lies between 0 and 100.",
    ),
    Example(
        "AP297",
        "a count below nil",
        month(sheet(Decision, "BOARD", """
            id    | on         | indicator | comparator | value | by
            D-005 | 2026-06-17 | IND-06    | Below      | -5    | 2026-09-30
        """)),
        ("BOARD Decisions!E2",),
        month(sheet(Decision, "BOARD", """
            id    | on         | indicator | comparator | value | by
            D-005 | 2026-06-17 | IND-06    | Below      | 0     | 2026-09-30
        """)),
        "which is never below 0.",
    ),
    Example(
        "AP299",
        "a share typed as 0.7, and a day before the decision",
        month(sheet(Decision, "BOARD", """
            id    | on         | indicator | comparator | value | by
            D-005 | 2026-06-17 | IND-02    | At least   | 0.7   |
            D-006 | 2026-06-17 | IND-02    | At least   | 70    | 2020-01-01
        """)),
        ("BOARD Decisions!E2", "BOARD Decisions!F3"),
        month(sheet(Decision, "BOARD", """
            id    | on         | indicator | comparator | value | by
            D-005 | 2026-06-17 | IND-02    | At least   | 1     | 2026-06-18
            D-006 | 2026-06-17 | IND-02    | Below      | 0     |
        """)),
    ),
    Example(
        "AP291",
        "significant, and no action",
        month(sheet(Challenge, "BOARD", """
            id    | significant | action
            C-014 | Yes         |
        """)),
        ("BOARD Challenges!C2",),
        month(sheet(Challenge, "BOARD", """
            id    | significant | action
            C-014 | Yes         | A-031
            C-015 | No          |
        """)),
    ),
    Example(
        "AP292",
        "complete, and nobody says how",
        month(sheet(Action, "BOARD", """
            id    | status   | update
            A-031 | Complete |
        """)),
        ("BOARD Actions!C2",),
        month(sheet(Action, "BOARD", """
            id    | status   | update
            A-031 | Complete | Confirmed in writing on 3 June
            A-032 | Open     |
        """)),
    ),
    Example(
        "AP293",
        "due before it was agreed, answered before it was asked",
        month(
            sheet(Action, "BOARD", """
                id    | agreed     | due
                A-031 | 2026-06-17 | 2026-05-04
            """),
            sheet(Challenge, "BOARD", """
                id    | on         | responded
                C-014 | 2026-06-17 | 2026-06-01
            """),
        ),
        ("BOARD Actions!C2", "BOARD Challenges!C2"),
        month(
            sheet(Action, "BOARD", """
                id    | agreed     | due
                A-031 | 2026-06-17 | 2026-07-04
            """),
            sheet(Challenge, "BOARD", """
                id    | on         | responded
                C-014 | 2026-06-17 | 2026-06-17
            """),
        ),
    ),
    Example(
        "AP294",
        "a waiver of a rule there is not",
        month(sheet(WaiverRow, "BOARD", """
            rule
            AP999
        """)),
        ("BOARD Waivers!A2",),
        month(sheet(WaiverRow, "BOARD", """
            rule
            ap202
        """)),
        "There is no rule “AP999”.",
    ),
    Example(
        "AP295",
        "a waiver of an NHS number",
        month(sheet(WaiverRow, "BOARD", """
            rule
            AP501
        """)),
        ("BOARD Waivers!A2",),
        month(sheet(WaiverRow, "BOARD", """
            rule
            AP510
        """)),
    ),
    Example(
        "AP296",
        "a waiver for three years",
        month(sheet(WaiverRow, "BOARD", """
            rule  | until
            AP202 | 2029-12-31
        """)),
        ("BOARD Waivers!B2",),
        month(sheet(WaiverRow, "BOARD", """
            rule  | until
            AP202 | 2026-12-31
        """)),
    ),
    Example(
        "AP298",
        "a direction without an outcome",
        month(sheet(Decision, "BOARD", """
            id    | kind       | outcome | decision
            D-008 | Direct RDG |         | Directed RDG to open the places
        """)),
        ("BOARD Decisions!C2",),
        month(sheet(Decision, "BOARD", """
            id    | kind       | outcome
            D-008 | Direct RDG | 24 places open by 4 January 2027
            D-009 | Note       |
        """)),
    ),
    Example(
        "AP293",
        "to be answered before it was asked",
        month(sheet(Challenge, "BOARD", """
            id    | on         | answer_by
            C-014 | 2026-06-17 | 2026-06-01
        """)),
        ("BOARD Challenges!C2",),
        month(sheet(Challenge, "BOARD", """
            id    | on         | answer_by
            C-014 | 2026-06-17 | 2026-07-01
        """)),
        "To be answered by 1 June 2026, before it was asked on 17 June 2026.",
    ),
    Example(
        "AP296",
        "a waiver for a year and two days",
        month(sheet(WaiverRow, "BOARD", """
            rule  | until
            AP202 | 2027-07-02
        """)),
        ("BOARD Waivers!B2",),
        month(sheet(WaiverRow, "BOARD", """
            rule  | until
            AP202 |
        """)),
    ),
    Example(
        "AP298",
        "somebody is held to account, and members are asked, for nothing in particular",
        month(sheet(Decision, "BOARD", """
            id    | kind             | outcome | decision
            D-008 | hold_to_account  |         | Asked RDG to account
            D-009 | escalate_members |         | Escalated to both
        """)),
        ("BOARD Decisions!C2", "BOARD Decisions!C3"),
        month(sheet(Decision, "BOARD", """
            id    | kind       | outcome
            D-008 | Prioritise |
        """)),
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP298", "the Board was asked, and has not decided", month(sheet(Decision, "BOARD", """
        id    | kind       | item  | outcome
        D-008 | Direct RDG | B-008 |
    """))),
    Silence("AP293", "all on one day", month(
        sheet(Action, "BOARD", """
            id    | agreed     | due
            A-031 | 2026-06-17 | 2026-06-17
        """),
        sheet(Challenge, "BOARD", """
            id    | on         | answer_by
            C-014 | 2026-06-17 | 2026-06-17
        """),
    )),
    Silence("AP293", "only one of the two days is known", month(
        sheet(Action, "BOARD", """
            id    | agreed     | due
            A-031 |            | 2026-05-04
            A-032 | 2026-06-17 |
        """),
        sheet(Challenge, "BOARD", """
            id    | on         | responded
            C-014 |            | 2026-05-04
            C-015 | 2026-06-17 |
        """),
    )),
    Silence("AP295", "a rule that is not in the book is told as that", month(sheet(WaiverRow, "BOARD", """
        rule
        AP999
    """))),
    Silence("AP296", "a year and a day", month(sheet(WaiverRow, "BOARD", """
        rule  | until
        AP202 | 2027-07-01
    """))),
)  # fmt: skip
