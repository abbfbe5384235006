"""A row without an ID is answered by none: what another row without an ID says is not about it."""

from __future__ import annotations

from months import case_of, month, sheet

from assurance_pack.returns.board_log import Challenge
from assurance_pack.returns.shared import ChallengeToAnswer
from assurance_pack.rules import judge
from assurance_pack.rules.authority.decisions import closed_without_answer


def test_a_challenge_without_an_id_is_not_answered_by_an_answer_without_one() -> None:
    challenge = sheet(Challenge, "BOARD", """
        status | response | outcome
        Closed |          | Carried
    """)  # fmt: skip
    answer = sheet(ChallengeToAnswer, "CAP", """
        response
        It is signed
    """)  # fmt: skip
    (problem,) = judge([closed_without_answer], case_of(month(challenge, answer))).problems
    assert problem.sentence == "row 2 is closed without a response."
