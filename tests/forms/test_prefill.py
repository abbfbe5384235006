"""What comes forward onto next month's forms, and what leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from issued import Issued
from read_back import put

from assurance_pack.commands.forms import forms
from assurance_pack.commands.prefill import Forward, form_for
from assurance_pack.home import Home
from assurance_pack.intake.issue import Form, FormRow
from assurance_pack.model import Month, Sender
from assurance_pack.pipeline import earlier_records
from assurance_pack.returns.board_log import Action, Challenge, Decision, WaiverRow
from assurance_pack.returns.rdg import AnswerToWorkspace, Confidence, ForTheBoard, ProgrammeRisk, YouSaidWeDid
from assurance_pack.returns.shared import ChallengeToAnswer
from assurance_pack.returns.workspace import ForRdg, IndicatorFigure, Milestone, QAFinding, Risk
from assurance_pack.schema import Row
from assurance_pack.senders import expected_senders
from assurance_pack.settings import Settings
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
JULY = Month("2026-07")


def form(july: Issued, sender: str) -> Form:
    return form_for(Sender.of(sender), july.forward)


def lines(found: Form, cls: type[Row]) -> dict[str, FormRow]:
    return {str(line.values.get("id") or line.values.get("about")): line for line in found.sheets[cls].rows}


# ---------- registers ----------


def test_open_items_come_forward_with_their_ids_and_last_status(july: Issued) -> None:
    june = july.forward.rows_from("workspace:CAP")
    came = lines(form(july, "workspace:CAP"), Milestone)
    still_open = [m for m in june.of(Milestone, "workspace:CAP") if str(m.this_month) != "Close" and str(m.status) != "Withdrawn"]
    assert list(came) == [m.id for m in still_open]
    assert came["M-CAP-007"].recalled == {"status": "Off track", "forecast": date(2027, 1, 4)}
    assert came["M-CAP-007"].values["status"].text == "Off track"


def test_a_complete_milestone_stays_until_its_row_says_close(july: Issued) -> None:
    june = july.forward.rows_from("workspace:CAP").of(Milestone, "workspace:CAP")
    complete = {m.id for m in june if str(m.status) == "Complete" and str(m.this_month) != "Close"}
    assert complete
    assert complete <= set(lines(form(july, "workspace:CAP"), Milestone))


def test_closed_items_leave(july: Issued) -> None:
    for cls, sender in ((Risk, "workspace:QDD"), (QAFinding, "workspace:CWF"), (Action, "board_log:BOARD"), (Challenge, "board_log:BOARD")):
        june = july.forward.rows_from(sender).of(cls, sender)
        closed = {
            r.ref
            for r in june
            if str(getattr(r, "status", "")) in ("Closed", "Closed, loop checked", "Complete", "Closed, not done")
            or str(getattr(r, "this_month", "")) == "Close"
        }
        assert not closed & set(lines(form(july, sender), cls)), cls
    assert "R-QDD-004" not in lines(form(july, "workspace:QDD"), Risk)


def test_what_is_said_afresh_each_month_starts_empty_and_is_shown_beside(july: Issued) -> None:
    came = lines(form(july, "workspace:CAP"), Milestone)["M-CAP-007"]
    assert not {"this_month", "progress"} & set(came.values)
    assert "progress" in came.said
    assert came.values["path_to_green"]


def test_spare_rows_carry_the_next_ids_no_month_has_used(july: Issued) -> None:
    used = {r.ref for record in july.forward.history for r in record.returns.rows}
    for sender, cls in (
        ("workspace:CAP", Milestone),
        ("workspace:CAP", Risk),
        ("rdg:RDG", ForTheBoard),
        ("rdg:RDG", ProgrammeRisk),
        ("board_log:BOARD", Action),
    ):
        spare = form(july, sender).sheets[cls].spare
        assert len(spare) == 8
        assert not used & set(spare)
        assert list(spare) == sorted(spare)


def test_last_months_score_is_worked_out_beside_this_months(july: Issued) -> None:
    assert lines(form(july, "workspace:CAP"), Risk)["R-CAP-004"].recalled["likelihood"] == "5 × 4 = 20 Extreme"


# ---------- figures ----------


def test_the_newest_figures_stand_at_the_top_empty_and_two_years_beneath(july: Issued) -> None:
    rows = form(july, "workspace:CAP").sheets[IndicatorFigure].rows
    newest, last = rows[:2], rows[2:4]
    assert {r.values["period_end"] for r in newest} == {date(2026, 6, 30)}
    assert all(r.values.get("value") is None for r in newest)
    assert {r.values["period_end"] for r in last} == {date(2026, 5, 31)}
    assert [r.recalled["value"] for r in last] == [r.values["value"] for r in last]
    assert len(rows) == 2 * 24


# ---------- answers ----------


def test_a_challenge_arrives_on_the_form_of_whoever_was_challenged(july: Issued) -> None:
    log = july.forward.rows_from("board_log:BOARD").of(Challenge)
    by_code = {"workspace:CAP": "CAP", "workspace:QDD": "QDD", "rdg:RDG": "RDG", "partner:ICB": "ICB", "partner:COL": "COL"}
    for sender, code in by_code.items():
        expected = [c.id for c in log if c.to and c.to.meaning == code and str(c.status) != "Closed"]
        assert list(lines(form(july, sender), ChallengeToAnswer)) == expected, sender
    assert list(lines(form(july, "partner:ICB"), ChallengeToAnswer)) == ["C-013"]


def test_every_ask_and_concern_comes_back_until_it_is_done_or_declined(july: Issued) -> None:
    asked = lines(form(july, "rdg:RDG"), YouSaidWeDid)
    settled = {
        a.ref for record in july.forward.history for a in record.returns.of(YouSaidWeDid) if str(a.answer) in ("Done", "Not possible")
    }
    assert settled
    assert not settled & set(asked)
    assert {"V-PCF-2026-06-ask", "V-YPG-2026-05-ask"} <= set(asked)
    assert asked["V-PCF-2026-06-ask"].values.get("answer") is None
    assert "call-backs were kept" in asked["V-PCF-2026-06-ask"].values["said"]


def test_rdgs_last_confidence_stands_beside_with_its_reason(july: Issued) -> None:
    overall = lines(form(july, "rdg:RDG"), Confidence)["Overall"]
    assert overall.recalled == {
        "confidence": "Amber",
        "reason": "24 children were promised September. Recoverable by January, if the Board acts.",
    }
    assert overall.values.get("confidence") is None


def test_a_matter_for_rdg_returns_with_its_answer_once_and_then_leaves(july: Issued) -> None:
    june = july.forward.history[-1].returns
    answered = {a.ref for a in june.of(AnswerToWorkspace) if a.answer}
    for workspace in july.forward.settings.workspaces:
        sender = f"workspace:{workspace.code}"
        for ref, line in lines(form(july, sender), ForRdg).items():
            assert (line.values["answer"] is not None) == (ref in answered), ref
    assert not answered & set(lines(form(july, "rdg:RDG"), AnswerToWorkspace))


def test_a_waiver_that_has_run_out_leaves_the_log(july: Issued) -> None:
    june = july.forward.history[-1]
    for line in form(july, "board_log:BOARD").sheets[WaiverRow].rows:
        assert line.values["until"] >= june.position


# ---------- months that are not whole ----------


@pytest.fixture(scope="module")
def without_june(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Forward:
    """Three months, and Capital and Sufficiency sent nothing in June."""
    folder = tmp_path_factory.mktemp("gap")
    copy_to_june(folder / "inputs")
    (folder / "inputs" / "2026-06" / "Capital and Sufficiency June 2026.xlsx").unlink()
    history = earlier_records(Home(folder), JULY, settings).history
    return Forward(JULY, settings, history)


def test_a_workspace_that_sent_nothing_last_month_keeps_its_items_from_the_month_before(without_june: Forward) -> None:
    found = form_for(Sender.of("workspace:CAP"), without_june)
    assert found.previous == "2026-05"
    assert "M-CAP-007" in lines(found, Milestone)
    assert lines(found, Milestone)["M-CAP-007"].recalled["forecast"] == date(2026, 9, 28)
    assert form_for(Sender.of("workspace:QDD"), without_june).previous == "2026-06"


def test_figures_nobody_sent_are_asked_for_with_the_newest(without_june: Forward) -> None:
    rows = form_for(Sender.of("workspace:CAP"), without_june).sheets[IndicatorFigure].rows
    assert [r.values["period_end"] for r in rows[:4]] == [date(2026, 6, 30)] * 2 + [date(2026, 5, 31)] * 2
    assert all(r.values.get("value") is None for r in rows[:4])


def test_the_first_month_has_blank_forms_that_begin_at_one(home: Home, settings: Settings) -> None:
    made = forms(home, Month("2026-04"), settings)
    assert len(made) == len(expected_senders(settings)) - 1 + len(settings.partners)
    first = form_for(Sender.of("workspace:CAP"), Forward(Month("2026-04"), settings, ()))
    assert first.sheets[Milestone].spare[0] == "M-CAP-001"
    assert first.previous is None


def test_forms_go_into_output_and_never_into_inputs(home: Home, settings: Settings) -> None:
    made = forms(home, JULY, settings)
    assert {p.parent for p in made} == {home.output(JULY) / "forms"}
    assert not home.inputs(JULY).exists()


def test_a_form_put_back_as_it_was_issued_is_not_filled_in(july: Issued, home: Home, settings: Settings) -> None:
    from assurance_pack.intake.read import read_month
    from assurance_pack.returns.received import ReceiptState

    issued = [path for path in july.files if "Board log" not in path.name]
    for path in issued:
        put(home, JULY, path.name, path.read_bytes())
    receipts = [r for r in read_month(home, JULY, settings).returns.receipts if r.file]
    assert len(receipts) == len({path.stem for path in issued})
    # a partner's form says: nothing this month, send nothing; one sent back blank says just that
    assert {(r.kind == "partner", r.state) for r in receipts} == {(False, ReceiptState.NOT_FILLED_IN), (True, ReceiptState.NIL)}


def test_a_first_form_has_room_for_a_whole_register_and_a_later_one_for_what_was_asked(july: Issued, settings: Settings) -> None:
    cap = Sender.of("workspace:CAP")
    first = form_for(cap, Forward(Month("2026-04"), settings, ())).sheets[Milestone].spare
    assert (len(first), first[0], first[-1]) == (40, "M-CAP-001", "M-CAP-040")
    later = form_for(cap, replace(july.forward, spare=25)).sheets[Milestone].spare
    assert len(later) == 25
    assert form_for(cap, july.forward).sheets[Milestone].spare == later[:8]


# ---------- the Board's decisions ----------


def test_what_was_asked_in_june_stands_on_the_log_as_a_row_to_complete(july: Issued) -> None:
    rows = form(july, "board_log:BOARD").sheets[Decision].rows
    to_complete = {r.values["item"]: r.values for r in rows if not r.values.get("decision")}
    assert {item: values["id"] for item, values in to_complete.items()} == {
        "B-005": "D-008",
        "B-006": "D-009",
        "B-007": "D-010",
        "B-008": "D-011",
    }
    assert str(to_complete["B-008"]["kind"]) == "Escalate within member organisations"
    assert form(july, "board_log:BOARD").sheets[Decision].spare[0] == "D-012"


def test_a_decision_stays_on_the_log_until_its_outcome_is_known(july: Issued) -> None:
    came = lines(form(july, "board_log:BOARD"), Decision)
    assert {"D-003", "D-004", "D-005", "D-006", "D-007"} <= set(came)
    assert came["D-004"].values["value"] == 20


def test_a_challenge_answered_on_a_form_comes_back_answered_to_whoever_was_asked_and_to_the_log(july: Issued) -> None:
    for sender, sheet in (("rdg:RDG", ChallengeToAnswer), ("board_log:BOARD", Challenge)):
        assert str(lines(form(july, sender), sheet)["C-014"].values["response"]).startswith("By 17 July")


def test_what_rdg_said_of_a_milestone_stands_on_its_row(july: Issued) -> None:
    came = lines(form(july, "workspace:CWF"), Milestone)
    assert came["M-CWF-006"].values["rdg_said"] == "At risk. The bases now open in January. What will the nine staff already appointed do?"
    assert came["M-CWF-005"].values["rdg_said"] == "Confirmed. Advertising alone has failed twice; joint posts are the change."
