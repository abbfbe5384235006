"""What was answered or decided stands from then on, on whatever month's form; what was asked and not decided stays."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from assess_rows import june, line, may, record, word

from assurance_pack.assess.answered import challenge_answers, prompt_answers, proposal_answers, responses_logged
from assurance_pack.assess.decided import Undecided, decisions, undecided
from assurance_pack.model import Month
from assurance_pack.record.month import Record
from assurance_pack.returns.board_log import Challenge, Decision
from assurance_pack.returns.rdg import AnswerToWorkspace, ForTheBoard, PromptAnswer
from assurance_pack.returns.shared import ChallengeToAnswer
from assurance_pack.schema import Row

APRIL, MAY = date(2026, 4, 30), date(2026, 5, 31)

# ---------- answers ----------


def test_the_newest_answer_of_each_who_was_challenged_stands() -> None:
    def answer(response: str | None, sender: str = "rdg:RDG", id: str | None = "C-014", number: int = 5) -> Any:
        return line(ChallengeToAnswer, number, sender=sender, id=id, response=response)

    first = june(answer("In hand."), answer("We disagree.", "workspace:CAP"), answer("Yes.", id="C-015"))
    later = june(answer("Done."), answer(None, "workspace:CAP"), answer("To what?", id=None), answer(None, id="C-016"))
    found = challenge_answers((first, later))
    assert {ref: [a.response for a in given] for ref, given in found.items()} == {"C-014": ["Done.", "We disagree."], "C-015": ["Yes."]}


def test_a_response_the_log_once_held_stands_though_a_later_log_leaves_its_cell_empty() -> None:
    def logged(id: str, response: str | None) -> Any:
        return line(Challenge, sender="board_log:BOARD", id=id, response=response)

    months = (june(logged("C-014", "In hand."), logged("C-015", "Yes.")), june(logged("C-014", None), logged("C-015", "No.")))
    assert responses_logged(months) == {"C-014": "In hand.", "C-015": "No."}


def test_an_answer_to_a_prompt_is_one_only_with_the_prompt_and_the_answer() -> None:
    def answer(key: str | None, response: str | None) -> Any:
        return line(PromptAnswer, sender="rdg:RDG", key=key, response=word("prompt_response", response) if response else None)

    months = (
        june(answer("AP401 M-1", "confirmed"), answer(None, "explained")),
        june(answer("AP401 M-1", None), answer("AP402 M-2", "explained")),
    )
    found = prompt_answers(months)
    assert {key: a.response.meaning for key, a in found.items() if a.response} == {"AP401 M-1": "confirmed", "AP402 M-2": "explained"}
    assert set(found) == {"AP401 M-1", "AP402 M-2"}


def test_the_newest_answer_to_a_proposal_stands() -> None:
    def answer(id: str, said: str | None) -> Any:
        return line(AnswerToWorkspace, sender="rdg:RDG", id=id, answer=word("rdg_answer", said) if said else None)

    months = (
        june(answer("N-CAP-001", "changed"), answer("N-CAP-002", None)),
        june(answer("N-CAP-001", "agreed")),
        june(answer("N-CAP-001", None)),
    )
    assert {ref: a.answer.meaning for ref, a in proposal_answers(months).items() if a.answer} == {"N-CAP-001": "agreed"}
    assert set(proposal_answers(months)) == {"N-CAP-001"}


# ---------- decisions ----------


def matter(id: str | None = "B-001", asked: str | None = "direct_rdg", **values: Any) -> Any:
    return line(ForTheBoard, sender="rdg:RDG", id=id, asked=word("decision_asked", asked) if asked else None, **values)


def decision(item: str | None = "B-001", id: str = "D-001", **values: Any) -> Any:
    return line(Decision, sender="board_log:BOARD", id=id, item=item, **values)


def left(*history: Record, now: tuple[Row, ...] | None = None) -> list[str]:
    """What is still to be decided, after these months."""
    return [u.matter.ref for u in undecided(history, june(*now) if now is not None else None)]


def test_every_decision_stands_as_it_was_last_logged() -> None:
    then = june(decision(decision="Agreed."), decision("B-002", "D-002", decision="Refused."))
    found = decisions((then, june(decision(decision="Agreed, with a date."))))
    assert {ref: d.decision for ref, d in found.items()} == {"D-001": "Agreed, with a date.", "D-002": "Refused."}


def test_what_was_asked_and_no_log_decides_is_left_with_the_month_that_asked_and_its_line_in_the_log() -> None:
    april, may_ = record("2026-04", APRIL, matter(), matter("B-002", number=6)), may(matter("B-003"))
    put_off = decision("B-002", deferred_to=Month("2026-07"))
    found = undecided((april, may_), june(put_off))
    assert [(u.matter.ref, u.asked_in, u.row and u.row.ref) for u in found] == [
        ("B-001", "2026-04", None),
        ("B-002", "2026-04", "D-001"),
        ("B-003", "2026-05", None),
    ]
    assert left(april) == ["B-001", "B-002"]


@pytest.mark.parametrize(
    ("line", "settled"),
    [
        (decision(decision="Agreed."), True),
        (decision(status=word("decision_status", "replaced")), True),
        (decision(), False),
        (decision(deferred_to=Month("2026-07")), False),
        (decision("B-002", decision="Agreed."), False),
        (decision(None, decision="Agreed."), False),
    ],
)
def test_a_matter_is_settled_by_its_decision_or_by_a_line_closed_without_one(line: Any, settled: bool) -> None:
    assert left(may(matter()), now=(line,)) == ([] if settled else ["B-001"])
    assert left(may(matter(), line)) == ([] if settled else ["B-001"])


DIRECT, ACCEPT = word("decision_asked", "direct_rdg"), word("decision_asked", "accept_system_risk")


@pytest.mark.parametrize(
    ("said", "asked", "settled"),
    [
        ({"kind": DIRECT, "on": MAY}, {}, True),
        ({"kind": DIRECT, "on": date(2026, 6, 4)}, {}, True),
        ({"kind": DIRECT, "on": date(2026, 5, 30)}, {}, False),
        ({"kind": DIRECT, "on": None}, {}, False),
        ({"kind": ACCEPT, "on": MAY}, {}, False),
        ({"kind": None, "on": MAY}, {}, False),
        ({"kind": DIRECT, "on": MAY}, {"asked": None}, False),
        ({"kind": DIRECT, "on": MAY, "decision": None}, {}, False),
        ({"kind": DIRECT, "on": MAY, "decision": None, "status": word("decision_status", "replaced")}, {}, False),
        ({"kind": DIRECT, "on": MAY, "item": "M-CAP-008"}, {}, False),
        ({"kind": DIRECT, "on": MAY}, {"linked": None}, False),
        ({"kind": DIRECT, "on": MAY, "item": None}, {"linked": None}, False),
    ],
)
def test_a_decision_named_by_what_the_matter_was_about_settles_it_on_or_after_its_meeting(
    said: dict[str, Any], asked: dict[str, Any], settled: bool
) -> None:
    brought = matter(**{"linked": ("R-CAP-004", "M-CAP-007"), **asked})
    decided = decision(**{"item": "M-CAP-007", "decision": "Agreed.", **said})
    assert left(may(brought), now=(decided,)) == ([] if settled else ["B-001"])


def test_what_is_only_to_be_noted_has_no_id_or_is_brought_again_is_not_left() -> None:
    assert left(may(matter(asked="note"))) == []
    assert left(may(matter(None))) == []
    assert left(may(matter(asked=None))) == ["B-001"]
    assert left(may(matter()), now=(matter(),)) == []
    assert left(may(matter(), matter("B-002", number=6)), now=(matter(),)) == ["B-002"]


def test_a_matter_asked_in_two_months_is_asked_in_the_later_and_settled_by_what_follows_that() -> None:
    april = record("2026-04", APRIL, matter(linked=("M-CAP-007",)))
    decided = decision("M-CAP-007", kind=DIRECT, on=date(2026, 5, 7), decision="Agreed.")
    assert left(april, now=(decided,)) == []
    assert left(april, may(matter(linked=("M-CAP-007",))), now=(decided,)) == ["B-001"]
    (one,) = undecided((april, may(matter())))
    assert one.asked_in == "2026-05"


def test_what_was_put_off_stands_before_the_meeting_it_was_put_off_to_and_every_later_one() -> None:
    def stands(deferred_to: Month | None, row: bool = True) -> list[bool]:
        one = Undecided(matter(), Month("2026-05"), decision(deferred_to=deferred_to) if row else None)
        assert one.deferred_to == deferred_to
        return [one.stands_over(Month(m)) for m in ("2026-06", "2026-07", "2026-08")]

    assert stands(Month("2026-07")) == [False, True, True]
    assert stands(None) == stands(None, row=False) == [True, True, True]
