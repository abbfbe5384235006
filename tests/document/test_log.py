"""Section 9: what the Board's own log says, overdue first, challenge and answer side by side."""

from __future__ import annotations

from datetime import date

from position_rows import SETTINGS, case, cells, fates, lead, paragraph, position, record, row, table, word, words

from assurance_pack.document.sections import log
from assurance_pack.returns.board_log import Action, Challenge, Decision
from assurance_pack.returns.shared import ChallengeToAnswer
from assurance_pack.settings.budgets import Budgets, LogBudget

ROOM = SETTINGS.model_copy(update={"budgets": Budgets(log=LogBudget(rows=4, words=400, challenges=8))})
"""Room for four rows, whatever the shipped pack.toml allows."""


def action(id: str, due: date | None, status: str = "open", **values):
    return row(
        Action,
        "board_log:BOARD",
        id=id,
        action=f"Do {id}.",
        owner="Council: Head of SEND",
        due=due,
        status=word("action_status", status),
        **values,
    )


def challenge(id: str, status: str = "open", **values):
    given = {
        "challenge": f"Why {id}?",
        "on": date(2026, 5, 20),
        "raised_by": "Forum representative",
        "to": word("addressee", "ICB"),
        "significant": word("yes_no", "no"),
    }
    return row(Challenge, "board_log:BOARD", id=id, status=word("challenge_status", status), **{**given, **values})


def answer(id: str, response: str | None, sender: str = "partner:ICB"):
    return row(ChallengeToAnswer, sender, id=id, challenge=f"Why {id}?", response=response)


def decision(id: str, **values):
    return row(Decision, "board_log:BOARD", id=id, on=date(2026, 6, 17), decision=f"Agreed {id}", **values)


def written(*rows, **values):
    of = case(*rows, **values)
    return log.write(position(of), of.settings)


def test_the_most_overdue_action_stands_first_with_its_days():
    section = written(action("A-002", date(2026, 7, 10)), action("A-001", date(2026, 6, 19)), action("A-003", date(2026, 5, 29)))
    rows = cells(table(section, "Actions, overdue first"))
    assert [r[0] for r in rows] == ["A-003", "A-001", "A-002"]
    assert rows[0][3] == "29 May, overdue 32 days."
    assert rows[2][3] == "10 July."


def test_an_action_whose_status_could_not_be_read_is_still_open():
    section = written(row(Action, "board_log:BOARD", id="A-001", action="Do it.", due=date(2026, 6, 29)))
    assert cells(table(section, "Actions"))[0][3] == "29 June, overdue one day."


def test_the_sentence_compares_with_last_time_by_name():
    may = record("2026-05", [action("A-001", date(2026, 5, 1)), challenge("C-001")])
    section = written(action("A-001", date(2026, 5, 1)), action("A-002", date(2026, 6, 1)), challenge("C-001"), last=may)
    assert lead(section) == "Both open actions are overdue, one more than in May; one challenge is unanswered, the same as in May."


def test_a_first_month_compares_with_nothing():
    assert lead(written(action("A-001", date(2026, 7, 1)))) == "The one open action is not overdue; no challenge is open."


def test_what_does_not_fit_is_counted_and_never_called_overdue_when_it_is_not():
    section = written(*(action(f"A-{n:03}", date(2026, 7, n)) for n in range(1, 8)), settings=ROOM)
    assert table(section, "Actions").caption == "Actions, overdue first (4 of 7 open shown)"
    assert "Also open, in the data book: three, none overdue." in words(section)
    assert fates(section)["A-007"] == "summarised"


def test_a_finished_action_is_named_once():
    may = record("2026-05", [action("A-001", date(2026, 5, 1)), action("A-002", date(2026, 5, 1), "complete")])
    section = written(action("A-001", date(2026, 5, 1), "complete"), action("A-002", date(2026, 5, 1), "complete"), last=may)
    assert "Finished since May: A-001." in words(section)
    assert fates(section) == {"A-001": "summarised", "A-002": "summarised"}


def test_an_unanswered_challenge_says_for_how_long():
    rows = cells(table(written(challenge("C-013")), "Challenges"))
    assert rows == [["C-013, May", "Why C-013? Forum representative.", "None yet, after 41 days. Integrated Care Board. Open."]]


def test_a_challenge_whose_answer_is_not_due_yet_says_by_when():
    def printed(due):
        section = written(challenge("C-013", action="A-034"), action("A-034", due))
        return cells(table(section, "Challenges"))[0][2]

    assert printed(date(2026, 7, 10)).startswith("Due 10 July. Integrated Care Board.")
    assert printed(date(2026, 6, 29)).startswith("None yet, after 41 days. Integrated")
    assert printed(None).startswith("None yet, after 41 days. Integrated")


def test_the_day_by_which_the_board_asked_to_hear_goes_before_that_of_the_action_agreed():
    def printed(by):
        section = written(challenge("C-013", action="A-034", answer_by=by), action("A-034", date(2026, 7, 17)))
        return cells(table(section, "Challenges"))[0][2]

    assert printed(date(2026, 7, 10)).startswith("Due 10 July. ")
    assert printed(date(2026, 6, 12)).startswith("None yet, after 41 days; it was due 12 June. ")
    assert printed(None).startswith("Due 17 July. ")


def test_the_answer_that_came_on_a_form_is_printed_unchanged_beside_the_challenge():
    section = written(challenge("C-013"), answer("C-013", "By Friday 17 July, we think."))
    assert cells(table(section, "Challenges"))[0][2] == "“By Friday 17 July, we think.” Integrated Care Board. Open."
    assert [f.what for f in section.fates] == ["printed", "printed"]


def test_two_different_answers_are_both_printed():
    section = written(challenge("C-013", response="In July."), answer("C-013", "In August."))
    assert cells(table(section, "Challenges"))[0][2] == "“In August.” Integrated Care Board. “In July.” Integrated Care Board. Open."


def test_the_same_answer_twice_is_printed_once():
    section = written(challenge("C-013", response="In  July."), answer("C-013", "In July."))
    assert cells(table(section, "Challenges"))[0][2] == "“In July.” Integrated Care Board. Open."


def test_an_empty_answer_leaves_the_challenge_unanswered_and_is_accounted_for():
    section = written(challenge("C-013"), answer("C-013", None))
    assert "None yet" in cells(table(section, "Challenges"))[0][2]
    assert sorted(f.what for f in section.fates) == ["printed", "summarised"]


def test_a_challenge_closed_since_last_time_is_printed_once_more_with_what_closed_it():
    may = record("2026-05", [challenge("C-013")])
    closed = challenge("C-013", "closed", response="Signed.", outcome=word("challenge_outcome", "evidence"))
    section = written(closed, last=may)
    assert cells(table(section, "Challenges"))[0][2] == "“Signed.” Integrated Care Board. Closed: evidence supplied."
    june = record("2026-06", [closed])
    assert fates(written(closed, last=june)) == {"C-013": "summarised"}


def test_unanswered_challenges_come_before_answered_ones():
    section = written(challenge("C-001", response="Yes."), challenge("C-002"))
    assert [r[0] for r in cells(table(section, "Challenges"))] == ["C-002, May", "C-001, May"]


def test_a_significant_challenge_without_an_action_says_so():
    section = written(challenge("C-001", significant=word("yes_no", "yes")))
    assert cells(table(section, "Challenges"))[0][2].endswith("Open. Significant: no action agreed yet.")


def test_without_the_board_log_what_was_asked_still_stands_on_the_forms():
    section = written(answer("C-013", "In July."), missing=["board_log:BOARD"])
    assert lead(section) == "No Board log was received, so nothing is known of actions, challenge and decisions since last time."
    assert paragraph(section, "Board log: ").startswith("Board log: X No return")
    assert cells(table(section, "Challenges"))[0][:3] == ["C-013", "Why C-013? The Board.", "“In July.” Integrated Care Board. Open."]


def test_a_decision_is_printed_in_the_first_pack_after_it_was_taken_and_then_counted():
    section = written(decision("D-007", item="B-003", rationale="It helps more children"))
    assert (
        paragraph(section, "Decision taken on 17 June.")
        == "Decision taken on 17 June. D-007: Agreed D-007. About B-003. Why: It helps more children."
    )
    again = written(decision("D-007"), last=record("2026-05", [decision("D-007")]))
    assert paragraph(again, "Decisions.") == "Decisions. None was taken since May."
    assert fates(again) == {"D-007": "summarised"}


def test_two_rows_with_one_id_are_both_accounted_for():
    twice = [challenge("C-001"), challenge("C-001"), action("A-001", None), action("A-001", None)]
    assert {f.at for f in written(*twice).fates} == {r.at for r in twice}
