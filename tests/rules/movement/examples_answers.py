"""Examples of the movement rules in `rules/movement/answers.py`: each once speaking, once silent."""

from __future__ import annotations

from example import Example
from months import after, month, sheet, shipped

from assurance_pack.returns.board_log import Action, Challenge
from assurance_pack.returns.rdg import Confidence, Cover, YouSaidWeDid
from assurance_pack.returns.shared import ChallengeToAnswer
from assurance_pack.returns.voice import Voice
from assurance_pack.settings import Band


def confidence(table: str):
    return sheet(Confidence, "RDG", table)


RDG_SENT = sheet(Cover, "RDG", """
    month
    2026-06
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
)  # fmt: skip
