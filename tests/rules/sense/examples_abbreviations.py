"""Examples of the sense rule in `rules/sense/abbreviations.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import month, sheet

from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Milestone

EXAMPLES = (
    Example(
        "AP274",
        "letters nobody knows, in two cells of a return, said once",
        month(
            sheet(
                Milestone,
                "CAP",
                """
            id        | title      | progress                    | path_to_green
            M-CAP-001 | Rooms open | EWMH visits began           | The EWMH lead joins the DSPL
            M-CAP-002 | Doors open | EWMH visits begin in autumn |
        """,
            )
        ),
        ("CAP Milestones!C2", "CAP Milestones!D2"),
        month(
            sheet(
                Milestone,
                "CAP",
                """
            id        | title      | progress                                            | path_to_green
            M-CAP-001 | Rooms open | Emotional wellbeing (EWMH) visits began             | The EWMH lead joins the partnership
            M-CAP-002 | Doors open | EWMH visits begin in autumn                         |
        """,
            )
        ),
        "EWMH and DSPL stand for something that is said nowhere.",
    ),
    Example(
        "AP274",
        "a group's words",
        month(
            sheet(
                Voice,
                "PCF",
                """
            working | not_working                  | ask
                    | The EWMH line is never open  | A number
        """,
            )
        ),
        ("PCF Your words!B2",),
        month(
            sheet(
                Voice,
                "PCF",
                """
            working | not_working                                     | ask
                    | The emotional wellbeing (EWMH) line never opens | A number
        """,
            )
        ),
        "EWMH stands for something that is said nowhere.",
    ),
)
SILENCES = (
    Silence(
        "AP274",
        "what the field, the Board and everybody knows",
        month(
            sheet(
                Milestone,
                "CAP",
                """
        id        | title      | progress
        M-CAP-001 | Rooms open | NHS and ICB agreed; EHCPs, EHCNAs, EPS, EPs, AHPs, SENCOs, CAMHS and the PCF on IT and TF-001, Q1 and £4.8M
    """,
            )
        ),
    ),
    Silence(
        "AP274",
        "words in capitals for weight",
        month(
            sheet(
                Voice,
                "PCF",
                """
        working | not_working                                | ask
                | It is NOT open. THEY SAY NOBODY CAN HELP US | It is not what they say: open it
    """,
            )
        ),
    ),
)
