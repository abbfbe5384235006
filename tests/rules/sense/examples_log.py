"""Examples of the sense rules in `rules/sense/log.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example
from months import month, sheet

from assurance_pack.returns.board_log import Action, Challenge, Decision, WaiverRow

EXAMPLES = (
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
            id    | kind       | outcome
            D-008 | Direct RDG |
        """)),
        ("BOARD Decisions!C2",),
        month(sheet(Decision, "BOARD", """
            id    | kind       | outcome
            D-008 | Direct RDG | 24 places open by 4 January 2027
            D-009 | Note       |
        """)),
    ),
)  # fmt: skip
