"""Examples of the movement rules in `rules/movement/answers.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example, Silence
from months import after, month, sheet, shipped

from assurance_pack.model import Cell
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.board_log import Action, Challenge, Decision
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.rdg import Confidence, Cover, ForTheBoard, YouSaidWeDid
from assurance_pack.returns.shared import ChallengeToAnswer
from assurance_pack.returns.voice import Voice
from assurance_pack.settings.limits import Band


def confidence(table: str):
    return sheet(Confidence, "RDG", table)


RDG_SENT = sheet(Cover, "RDG", """
    month
    2026-06
""")  # fmt: skip

LOG_SENT = sheet(Action, "BOARD", """
    id    | status
    A-031 | Open
""")  # fmt: skip
ASKED = sheet(ForTheBoard, "RDG", """
    id    | issue                 | asked                                | linked
    B-008 | The contract unsigned | Escalate within member organisations | M-CWF-008
""")  # fmt: skip

EXAMPLES = (
    Example(
        "AP312",
        "an action past its day",
        month(sheet(Action, "BOARD", """
            id    | due        | status
            A-031 | 2026-05-29 | Open
        """)),
        ("BOARD Actions!B2",),
        month(sheet(Action, "BOARD", """
            id    | due        | status
            A-031 | 2026-05-29 | Complete
            A-032 | 2026-06-30 | Open
        """)),
        "Due on 29 May 2026, 32 days before the position date, and still open.",
    ),
    Example(
        "AP313",
        "a challenge nobody has answered, on the form of whoever was asked",
        month(
            sheet(Challenge, "BOARD", """
                id    | on         | to  | status | response
                C-014 | 2026-05-20 | CAP | Open   |
            """),
            sheet(ChallengeToAnswer, "CAP", """
                id    | response
                C-014 |
            """),
        ),
        ("CAP Challenges to answer!B2",),
        month(
            sheet(Challenge, "BOARD", """
                id    | on         | answer_by  | to  | status | response
                C-014 | 2026-05-20 |            | CAP | Open   |
                C-015 | 2026-05-20 |            | RDG | Open   | Less than we said in May
                C-016 | 2026-06-17 |            | RDG | Open   |
                C-017 | 2026-05-20 | 2026-07-16 | RDG | Open   |
                C-018 | 2026-05-20 |            | RDG | Closed |
            """),
            sheet(ChallengeToAnswer, "CAP", """
                id    | response
                C-014 | It is signed
            """),
        ),
    ),
    Example(
        "AP314",
        "an ask of April that nobody answered",
        after(
            month(RDG_SENT),
            (sheet(Voice, "PCF", """
                group | month   | ask
                PCF   | 2026-04 | Publish how long each step takes
            """),),
            (),
        ),
        ("PCF 2026-04 Your words!C2",),
        after(
            month(
                RDG_SENT,
                sheet(Voice, "PCF", """
                    group | month   | ask
                    PCF   | 2026-06 | One number to ring
                """),
            ),
            (sheet(Voice, "PCF", """
                group | month   | ask
                PCF   | 2026-04 | Publish how long each step takes
            """),),
            (sheet(YouSaidWeDid, "RDG", """
                id                | answer
                V-PCF-2026-04-ask | In hand
            """),),
        ),
        "V-PCF-2026-04-ask has had no answer for 2 months.",
    ),
    Example(
        "AP316",
        "what the Board was asked and did not decide",
        after(month(LOG_SENT), (ASKED,)),
        ("RDG 2026-05 For the Board!C2",),
        after(
            month(sheet(Decision, "BOARD", """
                id    | on         | item  | decision
                D-008 | 2026-06-17 | B-008 | Escalated to both
            """)),
            (ASKED,),
        ),
        "B-008, asked in May 2026, is not decided, and no month is given to which it was put off.",
    ),
    Example(
        "AP316",
        "put off to a month that has passed",
        after(
            month(sheet(Decision, "BOARD", """
                id    | item  | deferred_to
                D-008 | B-008 | 2026-05
            """)),
            (ASKED,),
        ),
        ("BOARD Decisions!C2",),
        after(
            month(sheet(Decision, "BOARD", """
                id    | item  | deferred_to
                D-008 | B-008 | 2026-06
            """)),
            (ASKED,),
        ),
        "B-008, asked in May 2026, is not decided, and it was put off to May 2026, which has passed.",
    ),
    Example(
        "AP316",
        "put off to this very month, and RDG does not bring it",
        after(
            month(RDG_SENT, sheet(Decision, "BOARD", """
                id    | item  | deferred_to
                D-008 | B-008 | 2026-06
            """)),
            (ASKED,),
        ),
        ("BOARD Decisions!C2",),
        after(
            month(sheet(Decision, "BOARD", """
                id    | item  | deferred_to
                D-008 | B-008 | 2026-06
            """)),
            (ASKED,),
        ),
        "B-008, asked in May 2026, is not decided, and it was put off to June 2026, and RDG does not bring it.",
    ),
    Example(
        "AP317",
        "one Workspace's words under a challenge that was put to another",
        month(
            sheet(Challenge, "BOARD", """
                id    | on         | to  | status
                C-016 | 2026-06-17 | QDD | Open
            """),
            sheet(ChallengeToAnswer, "CAP", """
                id    | response
                C-016 | Answered by mistake
            """),
        ),
        ("CAP Challenges to answer!A2",),
        month(
            sheet(Challenge, "BOARD", """
                id    | on         | to  | status
                C-016 | 2026-06-17 | CAP | Open
            """),
            sheet(ChallengeToAnswer, "CAP", """
                id    | response
                C-016 | Answered as asked
            """),
        ),
        "C-016 was put to Quality Assurance, Data and Digital. Is another challenge meant?",
    ),
    Example(
        "AP315",
        "other risk bands than in May",
        after(month(old_settings={"bands": (Band(name="Low", least=1, most=4), Band(name="High", least=5, most=25))}), ()),
        ("pack.toml bands",),
        after(month(), ()),
    ),
    Example(
        "AP315",
        "other words for confidence than in May",
        after(month(old_settings={"lists": {**shipped().lists, "confidence": shipped().lists["confidence"][:2]}}), ()),
        ("pack.toml lists.confidence",),
        after(month(), ()),
    ),
    Example(
        "AP313",
        "the Board asked for the answer by the day before",
        month(sheet(Challenge, "BOARD", """
            id    | on         | answer_by  | to  | status | response
            C-014 | 2026-06-17 | 2026-06-29 | CAP | Open   |
        """)),
        ("BOARD Challenges!F2",),
        month(sheet(Challenge, "BOARD", """
            id    | on         | answer_by  | to  | status | response
            C-014 | 2026-06-17 | 2026-06-29 | CAP | Open   | It is signed
        """)),
        "C-014, put on 17 June 2026, has no answer.",
    ),
    Example(
        "AP314",
        "a partner's ask of May that nobody answered",
        after(month(RDG_SENT), (sheet(Concern, "NHS", """
            given_id        | concern                      | ask
            P-NHS-2026-05-1 | Therapy posts are not filled | Fund two posts
        """),)),
        ("NHS 2026-05 Concerns!C2",),
        after(month(RDG_SENT), (sheet(Concern, "NHS", """
            given_id        | concern                      | ask
            P-NHS-2026-05-1 | Therapy posts are not filled |
        """),)),
        "P-NHS-2026-05-1 has had no answer for 1 month.",
        ("P-NHS-2026-05-1",),
    ),
    Example(
        "AP313",
        "four weeks and a day after it was put",
        month(sheet(Challenge, "BOARD", """
            id    | on         | to  | status | response
            C-014 | 2026-06-01 | RDG | Open   |
        """)),
        ("BOARD Challenges!E2",),
        month(sheet(Challenge, "BOARD", """
            id    | on         | to  | status
            C-014 | 2026-06-02 | RDG | Open
        """)),
    ),
    Example(
        "AP313",
        "the cell is the one to be answered in, not another challenge's",
        month(
            sheet(Challenge, "BOARD", """
                id    | on         | to  | status
                C-014 | 2026-05-01 | RDG | Open
            """),
            sheet(ChallengeToAnswer, "RDG", """
                id    | response
                C-011 |
                C-014 |
            """),
        ),
        ("RDG Challenges to answer!B3",),
        month(
            sheet(Challenge, "BOARD", """
                id    | on         | to  | status
                C-014 | 2026-05-01 | RDG | Open
            """),
            sheet(ChallengeToAnswer, "RDG", """
                id    | response
                C-014 | It is signed
            """),
        ),
    ),
    Example(
        "AP316",
        "of two matters asked, what the log has of the first cannot be read",
        after(
            month(
                sheet(Decision, "BOARD", """
                    id    | item  | decision
                    D-007 | B-007 |
                """),
                faults=(Fault(kind=FaultKind.NOT_IN_LIST, cell=Cell(file="BOARD-2026-06.xlsx", sheet="Decisions", ref="C2")),),
            ),
            (sheet(ForTheBoard, "RDG", """
                id    | issue                 | asked                                | linked
                B-007 | The lease unsigned    | Escalate within member organisations | M-CWF-007
                B-008 | The contract unsigned | Escalate within member organisations | M-CWF-008
            """),),
        ),
        ("RDG 2026-05 For the Board!C3",),
        after(
            month(sheet(Decision, "BOARD", """
                id    | item  | deferred_to
                D-007 | B-007 | 2026-09
                D-008 | B-008 | 2026-09
            """)),
            (sheet(ForTheBoard, "RDG", """
                id    | issue                 | asked                                | linked
                B-007 | The lease unsigned    | Escalate within member organisations | M-CWF-007
                B-008 | The contract unsigned | Escalate within member organisations | M-CWF-008
            """),),
        ),
        "B-008, asked in May 2026, is not decided, and no month is given to which it was put off.",
    ),
    Example(
        "AP316",
        "one matter is put off to September, and the next is forgotten",
        after(
            month(sheet(Decision, "BOARD", """
                id    | item  | deferred_to
                D-007 | B-007 | 2026-09
            """)),
            (sheet(ForTheBoard, "RDG", """
                id    | issue                 | asked                                | linked
                B-007 | The lease unsigned    | Escalate within member organisations | M-CWF-007
                B-008 | The contract unsigned | Escalate within member organisations | M-CWF-008
            """),),
        ),
        ("RDG 2026-05 For the Board!C3",),
        after(month(LOG_SENT), (sheet(ForTheBoard, "RDG", """
            id    | issue             | asked
            B-007 | The lease         | Note
        """),)),
    ),
)  # fmt: skip

EXAMPLES += (
    Example(
        "AP314",
        "of two asks, one has a row with no answer in it",
        after(
            month(RDG_SENT, sheet(YouSaidWeDid, "RDG", """
                id                | answer
                V-PCF-2026-05-ask |
                                  | In hand
                P-NHS-2026-05-1   | In hand
            """)),
            (sheet(Voice, "PCF", """
                group | month   | ask
                PCF   | 2026-05 | Publish how long each step takes
            """), sheet(Concern, "NHS", """
                given_id        | concern | ask
                P-NHS-2026-05-1 | Waits   | Fund two posts
            """)),
        ),
        ("PCF 2026-05 Your words!C2",),
        after(
            month(
                RDG_SENT,
                sheet(YouSaidWeDid, "RDG", """
                    id                | answer
                    V-PCF-2026-05-ask |
                """),
                faults=(Fault(kind=FaultKind.NOT_IN_LIST, cell=Cell(file="RDG-2026-06.xlsx", sheet="You said, we did", ref="B2")),),
            ),
            (sheet(Voice, "PCF", """
                group | month   | ask
                PCF   | 2026-05 | Publish how long each step takes
            """),),
        ),
        "V-PCF-2026-05-ask has had no answer for 1 month.",
    ),
    Example(
        "AP312",
        "of two actions, the one that was due the day before",
        month(sheet(Action, "BOARD", """
            id    | due        | status
            A-030 | 2026-06-30 | Open
            A-031 | 2026-06-29 | Open
        """)),
        ("BOARD Actions!B3",),
        month(sheet(Action, "BOARD", """
            id    | due        | status
            A-030 | 2026-06-30 | Open
            A-031 | 2026-07-01 | Open
        """)),
        "Due on 29 June 2026, 1 day before the position date, and still open.",
    ),
)  # fmt: skip

SILENCES = (
    Silence("AP317", "the challenge is not on the log, of which another rule speaks", month(sheet(ChallengeToAnswer, "CAP", """
        id    | response
        C-016 | It is signed
    """))),
    Silence("AP312", "an action with no day agreed", month(sheet(Action, "BOARD", """
        id    | due | status
        A-031 |     | Open
    """))),
    Silence("AP313", "asked 28 days before the position date: the next meeting is still to come", month(sheet(Challenge, "BOARD", """
        id    | on         | to  | status
        C-014 | 2026-06-02 | CAP | Open
    """))),
    Silence("AP313", "the Board set the position date as the day", month(sheet(Challenge, "BOARD", """
        id    | on         | answer_by  | to  | status
        C-014 | 2026-04-20 | 2026-06-30 | CAP | Open
    """))),
    Silence("AP313", "answered last month on the form, and the log has yet to be written up", after(
        month(sheet(Challenge, "BOARD", """
            id    | on         | to  | status
            C-014 | 2026-04-20 | CAP | Open
        """)),
        (sheet(ChallengeToAnswer, "CAP", """
            id    | response
            C-014 | It is signed
        """),),
    )),
    Silence("AP316", "the Board put it off to a month still to come", after(
        month(sheet(Decision, "BOARD", """
            id    | item  | deferred_to
            D-008 | B-008 | 2026-09
        """)),
        (ASKED,),
    )),
    Silence("AP316", "it was withdrawn", after(
        month(sheet(Decision, "BOARD", """
            id    | item  | status
            D-008 | B-008 | Replaced
        """)),
        (ASKED,),
    )),
    Silence("AP316", "the log names what the matter was about, and decides it by the same power", after(
        month(sheet(Decision, "BOARD", """
            id    | on         | item      | kind                                | decision
            D-008 | 2026-06-17 | M-CWF-008 | Escalate within member organisations | Escalated to both
        """)),
        (ASKED,),
    )),
    Silence("AP316", "RDG brings it again, so it is asked now", after(
        month(LOG_SENT, ASKED),
        (ASKED,),
    )),
    Silence("AP316", "the log did not come, so nothing is known of what was decided", after(month(), (ASKED,))),
    Silence("AP314", "RDG sent no return on which it could answer", after(month(), (sheet(Voice, "PCF", """
        group | month   | ask
        PCF   | 2026-05 | Publish how long each step takes
    """),))),
    Silence("AP314", "a group and a partner that ask for nothing", after(
        month(RDG_SENT),
        (
            sheet(Voice, "PCF", """
                group | month   | working
                PCF   | 2026-05 | The new pages
            """),
            sheet(Concern, "NHS", """
                given_id        | concern
                P-NHS-2026-05-1 | Therapy posts are not filled
            """),
        ),
    )),
    Silence("AP314", "what a partner asked was answered", after(
        month(
            RDG_SENT,
            sheet(YouSaidWeDid, "RDG", """
                id              | answer
                P-NHS-2026-05-1 | In hand
            """),
        ),
        (sheet(Concern, "NHS", """
            given_id        | concern                      | ask
            P-NHS-2026-05-1 | Therapy posts are not filled | Fund two posts
        """),),
    )),
    Silence("AP315", "the first month has no scale to compare with", month()),
    Silence("AP317", "another challenge on the log was put to somebody else", month(
        sheet(Challenge, "BOARD", """
            id    | to
            C-015 | RDG
                  | RDG
            C-016 |
        """),
        sheet(ChallengeToAnswer, "CAP", """
            id    | response
            C-016 | It is signed
        """),
    )),
)  # fmt: skip
