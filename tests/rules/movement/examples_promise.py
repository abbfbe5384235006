"""Examples of the movement rule in `rules/movement/promise.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.workspace import Milestone
from assurance_pack.rules.guard.withhold import WITHHELD


def milestones(table: str):
    return sheet(Milestone, "CAP", table)


THEN = milestones("""
    id        | title                                               | success              | reference
    M-CAP-003 | Sufficiency forecast to 2031 agreed by all partners | Signed by five       |
""")

EXAMPLES = (
    Example(
        "AP320",
        "a goal that moved, in other words",
        after(
            month(
                milestones("""
                id        | title                                                   | success        | reference
                M-CAP-003 | Sufficiency forecast agreed with all partners to 2035 | Signed by five |
            """)
            ),
            (THEN,),
        ),
        ("CAP Milestones!B2", "CAP Milestones!D2"),
        after(
            month(
                milestones("""
                id        | title                                              | success        | reference
                M-CAP-003 | Sufficiency forecast to 2031, agreed by all partners. | Signed by five |
            """)
            ),
            (THEN,),
        ),
        "M-CAP-003 was “Sufficiency forecast to 2031 agreed by all partners” in May 2026 and is “Sufficiency forecast agreed with all partners to 2035” now. Is it the same promise?",
    ),
    Example(
        "AP320",
        "a success measure that asks for less",
        after(
            month(
                milestones("""
                id        | title                                               | success         | reference
                M-CAP-003 | Sufficiency forecast to 2031 agreed by all partners | Signed by three |
            """)
            ),
            (THEN,),
        ),
        ("CAP Milestones!C2", "CAP Milestones!D2"),
        after(
            month(
                milestones("""
                id        | title                                               | success         | reference
                M-CAP-003 | Sufficiency forecast to 2031 agreed by all partners | Signed by three | D-007
            """)
            ),
            (THEN,),
        ),
        "The success measure was “Signed by five” in May 2026 and is “Signed by three” now. Is it the same promise?",
    ),
)

EXAMPLES += (
    Example(
        "AP320",
        "a goal that moved under the reference it had, with the measure as it was and another baseline",
        after(
            month(milestones("id | title | success | reference | baseline\nM-CAP-003 | Four bases open | Signed | LSRP 2.1 | 2026-09-01")),
            (milestones("id | title | success | reference | baseline\nM-CAP-003 | Six bases open | Signed | lsrp  2.1 | 2026-08-01"),),
        ),
        ("CAP Milestones!B2", "CAP Milestones!D2"),
        after(
            month(milestones("id | title | reference\nM-CAP-003 | Four bases open | LSRP 2.2")),
            (milestones("id | title | reference\nM-CAP-003 | Six bases open | LSRP 2.1"),),
        ),
        "M-CAP-003 was “Six bases open” in May 2026 and is “Four bases open” now.",
    ),
)

SILENCES = (
    Silence("AP320", "new this month", after(month(THEN), ())),
    Silence("AP320", "the words were withheld then, or are now", after(
        month(milestones(f"""
            id        | title                            | success
            M-CAP-003 | Forecast agreed by all partners  | {WITHHELD}
            M-CAP-004 | {WITHHELD}                       | Signed by five
        """)),
        (milestones(f"""
            id        | title                            | success
            M-CAP-003 | {WITHHELD}                       | Signed by five
            M-CAP-004 | Sufficiency is shared by all     | {WITHHELD}
        """),),
    )),
)  # fmt: skip
