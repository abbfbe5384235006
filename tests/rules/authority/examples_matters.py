"""Examples of the authority rules in `rules/authority/matters.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet

from assurance_pack.returns.rdg import AnswerToWorkspace, ForTheBoard, YouSaidWeDid
from assurance_pack.returns.rdg import Cover as RdgCover
from assurance_pack.returns.workspace import ForRdg


def matters(table: str):
    return sheet(ForTheBoard, "RDG", table)


RDG_SENT = sheet(RdgCover, "RDG", """
    month
    2026-06
""")  # fmt: skip

EXAMPLES = (
    Example(
        "AP608",
        "a matter without confidence or recommendation",
        month(matters("""
            id    | option_a   | confidence | recommendation
            B-005 | Lease them |            |
        """)),
        ("RDG For the Board!A2",),
        month(matters("""
            id    | option_a   | confidence | recommendation
            B-005 | Lease them | Amber      | Option A
        """)),
        "B-005 comes without RDG’s confidence and a recommendation.",
    ),
    Example(
        "AP609",
        "one option to choose from",
        month(matters("""
            id    | asked      | option_a   | option_b
            B-005 | Prioritise | Lease them |
        """)),
        ("RDG For the Board!D2",),
        month(matters("""
            id    | asked                      | option_a   | option_b
            B-005 | Prioritise                 | Lease them | Wait
            B-006 | Note                       | Note it    |
            B-007 | Ratify Task & Finish Group | Ratify     |
        """)),
    ),
    Example(
        "AP610",
        "a financial risk RDG has not answered, brought in May",
        after(
            month(RDG_SENT),
            (sheet(ForRdg, "CAP", """
                id        | carries
                N-CAP-003 | Financial
            """),),
        ),
        ("CAP 2026-05 For RDG!B2",),
        after(
            month(
                RDG_SENT,
                sheet(AnswerToWorkspace, "RDG", """
                    id        | answer
                    N-CAP-003 | Agreed
                """),
                sheet(ForRdg, "CAP", """
                    id        | carries
                    N-CAP-004 | None
                """),
            ),
            (sheet(ForRdg, "CAP", """
                id        | carries
                N-CAP-003 | Financial
            """),),
        ),
        "N-CAP-003 carries Financial risk, and RDG has not answered it.",
    ),
    Example(
        "AP613",
        "a direction that says how",
        month(matters("""
            id    | asked      | asked_detail
            B-004 | Direct RDG | Clear the backlog by recruiting four agency officers
        """)),
        ("RDG For the Board!C2",),
        month(matters("""
            id    | asked      | asked_detail
            B-004 | Direct RDG | 24 places open, with families told, by 4 January 2027
            B-005 | Note       | The backlog is being cleared by recruiting
        """)),
        items=("B-004",),
    ),
    Example(
        "AP614",
        "a direction without a day",
        month(matters("""
            id    | asked      | asked_detail                   | by_when
            B-004 | Direct RDG | All reviews in time once again |
        """)),
        ("RDG For the Board!C2",),
        month(matters("""
            id    | asked      | asked_detail                        | by_when
            B-004 | Direct RDG | All reviews in time by October 2026 |
            B-005 | Direct RDG | All reviews in time once again      | 2026-10-31
        """)),
    ),
    Example(
        "AP620",
        "sent on to the Board, where nobody brings it",
        month(
            sheet(AnswerToWorkspace, "RDG", """
                id        | answer
                N-CAP-003 | To the Board
            """),
            sheet(YouSaidWeDid, "RDG", """
                id                | answer
                V-PCF-2026-05-ask | For the Board
            """),
        ),
        ("RDG Answers to Workspaces!B2", "RDG You said, we did!B2"),
        month(
            sheet(AnswerToWorkspace, "RDG", """
                id        | answer
                N-CAP-003 | To the Board
                N-CAP-004 | Agreed
            """),
            sheet(YouSaidWeDid, "RDG", """
                id                | answer
                V-PCF-2026-05-ask | For the Board
            """),
            matters("""
                id    | linked    | voices
                B-005 | N-CAP-003 | They ask for it: V-PCF-2026-05-ask
            """),
        ),
        "N-CAP-003 is answered “To the Board”, but no matter for the Board names it.",
    ),
    Example(
        "AP610",
        "a row to answer on, left without an answer",
        month(
            RDG_SENT,
            sheet(AnswerToWorkspace, "RDG", """
                id        | answer
                N-CAP-003 |
            """),
            sheet(ForRdg, "CAP", """
                id        | carries
                N-CAP-003 | Financial
            """),
        ),
        ("CAP For RDG!B2",),
        month(
            RDG_SENT,
            sheet(AnswerToWorkspace, "RDG", """
                id        | answer
                N-CAP-003 | Agreed
            """),
            sheet(ForRdg, "CAP", """
                id        | carries
                N-CAP-003 | Financial
            """),
        ),
    ),
    Example(
        "AP610",
        "a matter of this month, in whose month RDG sent its return",
        month(
            sheet(ForRdg, "CAP", """
                id        | carries
                N-CAP-003 | Financial
                          | Financial
            """),
            sheet(ForTheBoard, "RDG", """
                id
                B-005
            """),
        ),
        ("CAP For RDG!B2",),
        month(
            sheet(ForRdg, "CAP", """
                id        | carries
                N-CAP-003 | None
                N-CAP-004 |
            """),
            sheet(ForTheBoard, "RDG", """
                id
                B-005
            """),
        ),
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP609", "the second option stands under C", month(matters("""
        id    | asked      | option_a   | option_b | option_c
        B-005 | Prioritise | Lease them |          | Wait
    """))),
    Silence("AP610", "RDG sent no return on which it could answer", month(sheet(ForRdg, "CAP", """
        id        | carries
        N-CAP-003 | Financial
    """))),
    Silence("AP610", "answered the month it was asked", after(
        month(RDG_SENT),
        (
            sheet(ForRdg, "CAP", """
                id        | carries
                N-CAP-003 | Financial
            """),
            sheet(AnswerToWorkspace, "RDG", """
                id        | answer
                N-CAP-003 | Agreed
            """),
        ),
    )),
    Silence("AP614", "a matter that directs nobody", month(matters("""
        id    | asked | asked_detail
        B-004 | Note  | All reviews in time once again
    """))),
    Silence("AP614", "a day in the sentence", month(matters("""
        id    | asked      | asked_detail
        B-004 | Direct RDG | All reviews in time from 4 January
        B-005 | Direct RDG | All reviews in time by the end of September
    """))),
)  # fmt: skip
