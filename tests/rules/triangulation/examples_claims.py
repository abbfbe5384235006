"""Examples of the triangulation rules in `rules/triangulation/claims.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.rdg import ForTheBoard, Statement
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Milestone, QAFinding

COMMUNICATION = "Communication, Local Offer, co-production"


def calls(status: str = "Complete"):
    return sheet(Milestone, "QDD", f"""
        id        | theme           | status   | evidence
        M-QDD-003 | {COMMUNICATION} | {status} | Contact log
    """)  # fmt: skip


def forum(not_working: str):
    return sheet(Voice, "PCF", f"""
        group | month   | not_working
        PCF   | 2026-06 | {not_working}
    """)  # fmt: skip


def praise():
    return sheet(Voice, "PCF", "group | month | working\nPCF | 2026-06 | They ring back.")


def says(kind: str = "Assure", linked: str = "M-QDD-003"):
    return sheet(Statement, "RDG", f"""
        kind   | statement           | linked
        {kind} | Calls are answered. | {linked}
    """)  # fmt: skip


def brings(voices: str, linked: str = "M-QDD-003"):
    return sheet(ForTheBoard, "RDG", f"""
        id    | voices   | linked
        B-006 | {voices} | {linked}
    """)  # fmt: skip


EXAMPLES = (
    Example(
        "AP411",
        "assurance where families and a milestone disagree",
        month(calls(), forum("Nobody rings back."), says()),
        ("RDG Advise and assure!B2",),
        month(calls(), forum("The taxi is late."), says()),
        says="“Assure” rests on M-QDD-003, and on Communication sources disagree. Confirm or explain.",
        items=("T12", "M-QDD-003"),
    ),
    Example(
        "AP412",
        "not yet asked, and they have spoken",
        month(calls(), forum("Nobody rings back."), brings("not yet asked")),
        ("PCF Your words!C2", "RDG For the Board!B2"),
        month(calls(), forum("The taxi is late."), brings("not yet asked")),
        says="B-006 says that families have not yet been asked, but V-PCF-2026-06-not-working raises "
        "their concern about Communication. Is it weighed?",
        items=("B-006", "T12"),
    ),
)

EXAMPLES += (
    Example(
        "AP411", "assurance that rests on the words of families themselves", month(calls(), forum("Nobody rings back."), says(linked="V-PCF-2026-06-not-working")),
        ("RDG Advise and assure!B2",), month(calls(), forum("Nobody rings back."), says(linked="V-PCF-2026-05-not-working")), items=("T12", "V-PCF-2026-06-not-working"),
    ),
    Example(
        "AP411", "assurance that rests on a milestone of the theme that has not begun, and on one of no theme", month(
            sheet(Milestone, "QDD", f"id | theme | status | evidence\nM-QDD-003 | {COMMUNICATION} | Complete | Contact log\nM-QDD-004 | {COMMUNICATION} | Not started |\nM-QDD-005 | | On track |"),
            forum("Nobody rings back."), says(linked="M-QDD-004, M-QDD-005"),
        ),
        ("RDG Advise and assure!B2",), month(calls(), forum("Nobody rings back."), says(linked="")), "rests on M-QDD-004 and M-QDD-005, and on Communication",
    ),
    Example(
        "AP412", "of two matters the second says so", month(
            calls(), forum("Nobody rings back."),
            sheet(ForTheBoard, "RDG", "id | voices | linked\nB-005 | Asked in May | M-QDD-003\nB-006 | Families were NOT asked | M-QDD-003"),
        ),
        ("PCF Your words!C2", "RDG For the Board!B3"), month(calls(), praise(), brings("not yet asked")), "B-006 says",
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP411", "it only advises", month(calls(), forum("Nobody rings back."), says("Advise"))),
    Silence("AP411", "it rests on nothing that is known", month(calls(), forum("Nobody rings back."), says(linked="M-QDD-099"))),
    Silence("AP411", "families alone have spoken of the theme", month(forum("Nobody rings back."), says(linked="V-PCF-2026-06-not-working"))),
    Silence("AP412", "their words are named", month(calls(), forum("Nobody rings back."), brings("V-PCF-2026-06-not-working"))),
    Silence("AP412", "quality assurance is no word of families", month(
        sheet(QAFinding, "QDD", f"""
            id        | theme           | reading | status | report_date
            Q-QDD-012 | {COMMUNICATION} | Concern | Open   | 2026-06-12
        """),
        brings("not yet asked", "Q-QDD-012"),
    )),
    Silence("AP412", "they spoke half a year ago, which no longer counts", after(
        month(calls(), brings("not yet asked")),
        (sheet(Voice, "PCF", """
            group | month   | not_working
            PCF   | 2025-12 | Nobody rings back.
        """),),
        *[()] * 5,
    )),
    Silence("AP412", "no word is said of families at all", month(calls(), forum("Nobody rings back."), brings(""))),
)  # fmt: skip
