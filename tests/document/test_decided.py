"""Section 9: what became of the Board's decisions, what was asked and not decided, and answers that stand from then on."""

from __future__ import annotations

from datetime import date

import pytest
from position_rows import SETTINGS, case, cells, fates, milestone, paragraph, position, record, row, table, word

from assurance_pack.assess.trends import Point, Trend
from assurance_pack.document.blocks import Table
from assurance_pack.document.sections import log, risks
from assurance_pack.model import Month
from assurance_pack.position.followed import Course, followed
from assurance_pack.returns.board_log import Challenge, Decision
from assurance_pack.returns.rdg import ForTheBoard, TaskAndFinishGroup
from assurance_pack.returns.shared import ChallengeToAnswer
from assurance_pack.returns.workspace import Risk

MAY = date(2026, 5, 20)


def decision(id: str = "D-006", kind: str = "approve", **values):
    given = {"on": MAY, "decision": "Agreed a new date", "kind": word("decision_asked", kind), "outcome": "The contract is let"}
    return row(Decision, "board_log:BOARD", id=id, **{**given, **values})


def matter(id: str = "B-008", asked: str = "escalate_members", **values):
    given = {"issue": "The contract is unsigned.", "asked_detail": "Escalate the contract"}
    return row(ForTheBoard, "rdg:RDG", id=id, asked=word("decision_asked", asked), **{**given, **values})


def vacancies(*values: float) -> dict[str, Trend]:
    """Posts vacant, month by month to May 2026."""
    months = [Month("2026-05").plus(back) for back in range(1 - len(values), 1)]
    return {
        "IND-03": Trend(indicator="IND-03", points=tuple(Point(period=m.last_day, value=v) for m, v in zip(months, values, strict=True)))
    }


def conditional(**values):
    given = {"indicator": word("indicator", "IND-03"), "comparator": word("comparator", "below"), "value": 20.0, "by": date(2026, 9, 30)}
    return decision(
        "D-004", "accept_system_risk", **{"item": "R-CWF-001", "on": date(2026, 3, 18), "due": date(2026, 9, 30), **given, **values}
    )


def written(*rows, **values):
    of = case(*rows, **values)
    return log.write(position(of), of.settings)


def stands(*rows, **values) -> list[str]:
    """Where each decision stands: the last cell of its row."""
    found = written(*rows, **values)
    told = [b for b in found.blocks if isinstance(b, Table) and b.caption.startswith("Decisions of the Board")]
    return [r[-1] for t in told for r in cells(t)]


# ---------- what shows whether a decision is on course ----------


def test_a_milestone_forecast_after_the_day_required_puts_its_decision_off_course():
    late = milestone("M-CAP-010", "at_risk", forecast=date(2026, 10, 14))
    said = stands(decision(item="M-CAP-010", due=date(2026, 9, 30)), late)
    assert said == ["Off course. M-CAP-010: at risk, 14 October, 14 days after what was required."]


def test_a_milestone_forecast_for_the_day_required_is_on_course():
    assert stands(decision(item="M-CAP-010", due=date(2026, 9, 30)), milestone("M-CAP-010", forecast=date(2026, 9, 30))) == [
        "On course. M-CAP-010: on track, 30 September."
    ]


def test_what_rdg_linked_to_the_matter_shows_it_where_the_log_links_nothing():
    brought = record("2026-05", [matter("B-003", linked=("M-CAP-002",))])
    said = stands(decision(item="B-003", due=date(2026, 11, 2)), milestone("M-CAP-002", "off_track"), last=brought)
    assert said == ["Off course. M-CAP-002: off track, 1 September."]


def test_a_milestone_that_was_complete_when_the_board_decided_measures_nothing():
    done = milestone("M-CWF-001", "complete", actual=date(2026, 4, 22))
    assert stands(decision(item="M-CWF-001"), done) == ["No measure given. M-CWF-001: complete, 22 April."]


@pytest.mark.parametrize(
    ("status", "due", "said"),
    [
        ("disbanded", date(2026, 6, 30), "Not known. TF-001: disbanded, 30 June. Its outcome was due 30 June: nothing is said of it."),
        ("disbanded", None, "Not known. TF-001: disbanded, 30 June. Its group has ended: nothing is said of it."),
        ("active", date(2026, 6, 30), "Not known. TF-001: active, 30 June. Its outcome was due 30 June: nothing is said of it."),
        ("active", date(2026, 7, 31), "On course. TF-001: active, 30 June."),
    ],
)
def test_that_a_group_has_ended_or_the_day_has_come_does_not_say_that_the_outcome_did(status: str, due: date | None, said: str) -> None:
    group = row(TaskAndFinishGroup, "rdg:RDG", id="TF-001", name="Reviews", status=word("group_status", status), ends=date(2026, 6, 30))
    assert stands(decision(item="TF-001", due=due), group) == [said]


def test_a_milestone_that_is_complete_on_the_day_says_that_the_outcome_came() -> None:
    done = milestone("M-CAP-010", "complete", actual=date(2026, 6, 29))
    assert stands(decision(item="M-CAP-010", due=date(2026, 6, 30)), done)[0].startswith("On course.")


def test_a_group_that_ends_after_its_day_puts_the_decision_off_course():
    late = row(TaskAndFinishGroup, "rdg:RDG", id="TF-001", name="Reviews", status=word("group_status", "active"), ends=date(2026, 8, 31))
    assert stands(decision(item="TF-001", due=date(2026, 7, 31)), late) == [
        "Off course. TF-001: active, 31 August, 31 days after what was required."
    ]


def test_an_outcome_whose_day_has_passed_is_off_course_whatever_is_said_of_it():
    assert stands(decision(due=date(2026, 6, 1)))[0].startswith("Off course. Its day, 1 June, has passed.")


def test_an_outcome_in_prose_alone_is_printed_and_not_judged():
    section = written(decision())
    assert cells(table(section, "Decisions of the Board"))[0][2:] == ["The contract is let.", "No measure given."]


@pytest.mark.parametrize(
    ("by", "figures", "course"),
    [
        (date(2026, 9, 30), (21.0, 20.5, 20.2, 19.9), Course.ON),
        (date(2026, 9, 30), (23.0, 22.0, 21.5, 21.0), Course.NOT_YET),
        (date(2026, 9, 30), (21.0, 21.0, 21.5, 22.0), Course.OFF),
        (date(2026, 5, 31), (23.0, 22.0, 21.5, 21.0), Course.OFF),
        (None, (23.0, 22.0, 21.5, 21.0), Course.OFF),
        (None, (23.0, 22.0, 21.5, 19.0), Course.ON),
    ],
    ids=["kept", "nearer than when decided", "no nearer", "its day has passed", "wanted in every period", "kept in every period"],
)
def test_a_condition_is_judged_by_its_figure_and_its_day(by, figures, course):
    (line,) = followed(case(conditional(by=by), trends=vacancies(*figures)))
    assert line.course is course


def test_a_condition_without_a_figure_is_not_known():
    (line,) = followed(case(conditional()))
    assert line.course is Course.UNKNOWN


def test_what_is_off_course_stands_first_and_every_row_has_its_fate():
    rows = (decision("D-001"), decision("D-002", due=date(2026, 6, 1)), decision("D-003", item="M-CAP-001", due=date(2026, 10, 1)))
    section = written(*rows, milestone("M-CAP-001"))
    assert [r[0] for r in cells(table(section, "Decisions of the Board"))] == ["D-002, May", "D-001, May", "D-003, May (M-CAP-001)"]
    assert set(fates(section).values()) == {"printed"}


def test_an_earlier_decision_on_course_has_its_row_with_what_was_required_as_any_other():
    kept = decision("D-003", item="M-CAP-001", due=date(2026, 10, 1))
    found = written(kept, milestone("M-CAP-001"), last=record("2026-05", [kept]))
    assert cells(table(found, "Decisions of the Board")) == [
        ["D-003, May", "Agreed a new date.", "The contract is let. By 1 October.", "On course. M-CAP-001: on track, 1 September."]
    ]


def test_beside_what_was_required_the_figure_alone_says_where_it_stands_and_without_it_what_is_measured_too():
    assert stands(conditional(), trends=vacancies(21.0, 22.0)) == ["Off course. Psychologist posts vacant: 22% in May."]
    assert "below 20% by 30 September" in stands(conditional(outcome=None), trends=vacancies(21.0, 22.0))[0]


def test_a_decision_stays_until_its_outcome_is_known_and_is_told_once_more_then():
    before = record("2026-05", [decision()])
    met = decision(status=word("decision_status", "met"))
    assert stands(met, last=before) == ["Met."]
    again = written(met, last=record("2026-05", [met]))
    assert fates(again) == {"D-006": "summarised"}


def test_a_decision_the_log_no_longer_holds_is_followed_all_the_same():
    said = stands(milestone("M-CAP-010", "off_track"), last=record("2026-05", [decision(item="M-CAP-010")]))
    assert said[0].startswith("Off course. M-CAP-010: off track")


# ---------- an accepted risk ----------


def risk(**values):
    given = {
        "title": "Posts stay vacant",
        "level": word("level", "system"),
        "status": word("risk_status", "open"),
        "likelihood": 3,
        "consequence": 5,
    }
    return row(Risk, "workspace:CWF", id="R-CWF-001", categories=(word("category", "sufficiency"),), **{**given, **values})


def test_an_accepted_risk_says_so_with_its_condition_and_its_end():
    of = case(conditional(), risk(owner="Head of Workforce"), trends=vacancies(21.0, 21.0, 21.5, 22.0))
    (printed,) = cells(table(risks.write(position(of), of.settings), "Open risks"))
    assert printed[-1].endswith("Accepted by the Board (D-004) to 30 September; its condition is off course (section 9). Head of Workforce")


def test_a_condition_in_prose_is_printed_with_no_measure_given():
    of = case(conditional(indicator=None, comparator=None, value=None, outcome="Vacancy falls"), risk())
    (printed,) = cells(table(risks.write(position(of), of.settings), "Open risks"))
    assert "on condition: vacancy falls (no measure given)." in printed[-1]


def test_a_condition_of_which_half_the_measure_is_given_is_printed_and_never_judged():
    of = case(conditional(indicator=None, outcome="Vacancy falls"), risk())
    (printed,) = cells(table(risks.write(position(of), of.settings), "Open risks"))
    assert "on condition: vacancy falls (its measure cannot be read)." in printed[-1]


# ---------- asked and not decided ----------


def test_what_was_asked_and_is_not_decided_stays_listed_until_it_is():
    asked = record("2026-05", [matter()])
    now = written(last=asked)
    assert not paragraph(now, "Asked and not decided.")  # it is before this meeting again: a row of its own says what RDG's paper said
    assert [row[0] for row in cells(table(now, "Asked before, and still to be decided"))] == ["B-008, May"]
    put_off = row(Decision, "board_log:BOARD", id="D-008", item="B-008", deferred_to=Month("2026-09"))
    section = written(put_off, last=asked)
    assert (
        paragraph(section, "Asked and not decided.")
        == "Asked and not decided. One matter: B-008, Escalate the contract (asked in May; deferred to September)."
    )
    assert fates(section) == {"D-008": "printed"}
    assert not paragraph(written(decision("D-008", item="B-008"), last=asked), "Asked and not decided.")


def test_a_matter_brought_only_to_be_noted_is_not_waited_for():
    assert not paragraph(written(last=record("2026-05", [matter(asked="note")])), "Asked and not decided.")


def test_a_line_that_puts_a_matter_off_is_no_decision():
    put_off = row(Decision, "board_log:BOARD", id="D-008", item="B-008", deferred_to=Month("2026-09"))
    assert paragraph(written(put_off, last=record("2026-05", [matter()])), "Decisions.") == "Decisions. None was taken since May."


# ---------- what was answered stays answered ----------


def challenge(**values):
    given = {
        "on": date(2026, 4, 20),
        "challenge": "By what date?",
        "to": word("addressee", "RDG"),
        "status": word("challenge_status", "open"),
    }
    return row(Challenge, "board_log:BOARD", id="C-014", **{**given, **values})


def test_a_challenge_answered_on_last_months_form_is_not_said_to_be_unanswered():
    before = record("2026-05", [challenge(), row(ChallengeToAnswer, "rdg:RDG", id="C-014", response="By 17 July.")])
    section = written(challenge(), row(ChallengeToAnswer, "rdg:RDG", id="C-014"), last=before)
    assert cells(table(section, "Challenges"))[0][2] == "“By 17 July.” Reform Delivery Group. Open."


def test_a_response_the_log_once_held_stands_though_a_later_log_leaves_it_empty():
    section = written(challenge(), last=record("2026-05", [challenge(response="By 17 July.")]))
    assert "“By 17 July.”" in cells(table(section, "Challenges"))[0][2]


def test_of_a_decision_that_has_ended_and_finds_no_room_it_is_said_what_came_of_it() -> None:
    rows = [decision(f"D-1{n:02}", item=f"M-CAP-{n:03}") for n in range(1, 7)]
    met = decision("D-003", status=word("decision_status", "met"))
    last = record("2026-05", [*rows, decision("D-003", status=word("decision_status", "open"))])
    few = SETTINGS.model_copy(
        update={"budgets": SETTINGS.budgets.model_copy(update={"log": SETTINGS.budgets.log.model_copy(update={"decisions": 6})})}
    )
    said = paragraph(written(*rows, met, last=last, settings=few), "Not shown")
    assert said == "Not shown, none of them off course: D-003 (met); all are in the data book."
