"""Examples of the movement rule in `rules/movement/not_back.py`: once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.model import Cell
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.workspace import Milestone, Risk


def risks(table: str):
    return sheet(Risk, "CAP", table)


HERE = risks("""
    id        | title              | status
    R-CAP-001 | The roof may leak  | Open
""")
BOTH = risks("""
    id        | title              | status
    R-CAP-001 | The roof may leak  | Open
    R-CAP-004 | Costs outrun grant | Open
""")
CLOSED = risks("""
    id        | title              | status
    R-CAP-001 | The roof may leak  | Open
    R-CAP-004 | Costs outrun grant | Closed
""")
UNDER_ANOTHER = risks("""
    id        | title              | status
    R-CAP-001 | The roof may leak  | Open
    R-CAP-009 | Costs outrun grant | Open
""")

CLOSED_UNDER_ANOTHER = risks("""
    id        | title              | status
    R-CAP-001 | The roof may leak  | Open
    R-CAP-009 | Costs outrun grant | Closed
""")
UNNAMED = risks("""
    id        | title              | status
    R-CAP-001 | The roof may leak  | Open
    R-CAP-004 |                    | Open
""")
ELSEWHERE = sheet(Risk, "QDD", """
    id        | title              | status
    R-QDD-001 | Costs outrun grant | Open
""")  # fmt: skip

EXAMPLES = (
    Example(
        "AP319",
        "a risk that left in May, open, and is not back in June",
        after(month(HERE), (BOTH,), (HERE,)),
        ("CAP 2026-04 Risks!A3",),
        after(month(BOTH), (BOTH,), (HERE,)),
        "R-CAP-004 was last reported in April 2026, was not closed, and has not come back.",
    ),
    Example(
        "AP319",
        "one that nobody has mentioned for a quarter",
        after(month(HERE), (BOTH,), (HERE,), (HERE,), (HERE,)),
        ("CAP 2026-02 Risks!A3",),
        after(month(HERE), (CLOSED,), (HERE,), (HERE,), (HERE,)),
        "R-CAP-004 was last reported in February 2026, was not closed, and has not come back.",
    ),
)

EXAMPLES += (
    Example(
        "AP319",
        "one reported twice and never again is told of once, though another Workspace has one in its words",
        after(month(HERE, ELSEWHERE), (BOTH,), (BOTH,), (HERE,)),
        ("CAP 2026-04 Risks!A3",),
        after(month(BOTH), (BOTH,), (BOTH,), (HERE,)),
        "R-CAP-004 was last reported in April 2026",
    ),
    Example(
        "AP319",
        "one that never had a title, beside one that has",
        after(month(HERE), (UNNAMED,), (HERE,)),
        ("CAP 2026-04 Risks!A3",),
        after(month(UNNAMED), (UNNAMED,), (HERE,)),
    ),
)

SILENCES = (
    Silence("AP319", "its words stood under another ID in between", after(month(HERE), (BOTH,), (CLOSED_UNDER_ANOTHER,), (HERE,))),
    Silence("AP319", "the sheet of risks did not come with the return", after(
        month(sheet(Milestone, "CAP", "id\nM-CAP-001"), faults=(
            Fault(kind=FaultKind.MISSING_SHEET, cell=Cell(file="CAP-2026-06.xlsx", sheet="Risks"), expected="Risks"),
        )),
        (BOTH,),
        (HERE,),
    )),
    Silence("AP319", "one gone this month is told by another rule", after(month(HERE), (BOTH,), (BOTH,))),
    Silence("AP319", "its words stand under another ID", after(month(UNDER_ANOTHER), (BOTH,), (HERE,))),
    Silence("AP319", "its return did not come", after(month(missing=("workspace:CAP",)), (BOTH,), (HERE,))),
    Silence("AP319", "nobody is asked for its return any more", after(month(), (BOTH,), (HERE,))),
)  # fmt: skip
