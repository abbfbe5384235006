"""What changed since last time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from assess_rows import SETTINGS, june, line, may, word

from assurance_pack.assess.changes import Change, ChangeKind, compare
from assurance_pack.model import Word
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.board_log import Action, Challenge, Decision
from assurance_pack.returns.rdg import AnswerToWorkspace, Confidence, ForTheBoard, MilestoneJudgement, ProgrammeRisk
from assurance_pack.returns.received import Receipt, ReceiptState
from assurance_pack.returns.workspace import ForRdg, Milestone, QAFinding, Risk
from assurance_pack.schema import Review, Row


def changes(before: tuple[Row, ...], now: tuple[Row, ...]) -> tuple[Change, ...]:
    return compare(june(*now), may(*before), SETTINGS).all


def only(before: Row, now: Row) -> Change:
    (found,) = changes((before,), (now,))
    return found


def milestone(**values: object) -> Row:
    return line(Milestone, id="M-CAP-007", **values)


def test_the_first_month_has_nothing_to_compare_with() -> None:
    assert compare(june(milestone()), None).all == ()


def test_an_item_the_last_record_does_not_know_is_new() -> None:
    row = milestone()
    (found,) = changes((), (row,))
    assert (found.kind, found.item, found.sheet, found.cell) == (ChangeKind.NEW, "M-CAP-007", "workspace.Milestone", row.at)


def test_a_forecast_that_slips_is_moved_by_so_many_days_and_worse() -> None:
    before, now = milestone(forecast=date(2026, 9, 1)), milestone(forecast=date(2027, 1, 4))
    found = only(before, now)
    assert (found.kind, found.column, found.days, found.worse) == (ChangeKind.MOVED, "forecast", 125, True)
    assert (found.before, found.after) == ("1 September 2026", "4 January 2027")
    assert (found.cell, found.previous_cell) == (now.cell("forecast"), before.cell("forecast"))


def test_a_forecast_brought_forward_is_better() -> None:
    assert only(milestone(forecast=date(2026, 9, 2)), milestone(forecast=date(2026, 9, 1))).worse is False


def test_a_baseline_moved_or_a_review_put_off_is_neither_better_nor_worse() -> None:
    assert only(milestone(baseline=date(2026, 9, 1)), milestone(baseline=date(2026, 10, 1))).worse is None
    risk = {"id": "R-CAP-004", "next_review": date(2026, 6, 30)}
    moved = only(line(Risk, **risk), line(Risk, **{**risk, "next_review": date(2026, 7, 31)}))
    assert (moved.column, moved.days, moved.worse) == ("next_review", 31, None)


def test_a_milestone_from_on_track_to_at_risk_is_worse_and_back_is_better() -> None:
    on_track, at_risk = milestone(status=word("milestone_status", "on_track")), milestone(status=word("milestone_status", "at_risk"))
    found = only(on_track, at_risk)
    assert (found.kind, found.before, found.after, found.worse) == (ChangeKind.RERATED, "On track", "At risk", True)
    assert only(at_risk, on_track).worse is False


def test_paused_is_neither_better_nor_worse_than_at_risk() -> None:
    assert only(milestone(status=word("milestone_status", "at_risk")), milestone(status=word("milestone_status", "paused"))).worse is None


def test_the_status_compared_is_rdgs_where_its_own_sheet_differs() -> None:
    reported = milestone(status=word("milestone_status", "on_track"))
    judged = line(MilestoneJudgement, sender="rdg:RDG", id="M-CAP-007", status=word("milestone_status", "at_risk"))
    (found,) = changes((reported,), (reported, judged))
    assert (found.before, found.after, found.cell) == ("On track", "At risk", judged.cell("status"))


def test_a_milestone_now_complete_is_closed_once_and_not_re_rated_too() -> None:
    found = only(milestone(status=word("milestone_status", "on_track")), milestone(status=word("milestone_status", "complete")))
    assert (found.kind, found.column, found.after, found.worse) == (ChangeKind.CLOSED, "status", "Complete", False)
    closing = milestone(status=word("milestone_status", "complete"), review=Review.CLOSE)
    assert changes((milestone(status=word("milestone_status", "complete")),), (closing,)) == ()


def test_a_milestone_reopened_is_re_rated_for_the_worse() -> None:
    found = only(milestone(status=word("milestone_status", "complete")), milestone(status=word("milestone_status", "on_track")))
    assert (found.kind, found.worse) == (ChangeKind.RERATED, True)


def test_an_open_item_that_is_not_there_any_more_is_gone() -> None:
    before, other = milestone(status=word("milestone_status", "on_track")), line(Milestone, id="M-CAP-008")
    found = next(c for c in changes((before, other), (other,)) if c.item == "M-CAP-007")
    assert (found.kind, found.cell, found.previous_cell) == (ChangeKind.GONE, None, before.at)


def test_a_closed_item_that_is_not_there_any_more_is_no_news() -> None:
    other = line(Milestone, id="M-CAP-008")
    for before in (milestone(status=word("milestone_status", "complete")), milestone(review=Review.CLOSE)):
        assert changes((before, other), (other,)) == ()


def test_nothing_is_gone_when_the_whole_return_did_not_come() -> None:
    elsewhere = line(Milestone, id="M-QDD-001", sender="workspace:QDD")
    assert changes((milestone(), elsewhere), (elsewhere,)) == ()
    late = june(elsewhere, receipts=(Receipt(sender="workspace:CAP", kind="workspace", state=ReceiptState.MISSING),))
    assert compare(late, may(milestone(), elsewhere)).all == ()


def test_nothing_is_gone_when_its_sheet_was_deleted() -> None:
    risk = line(Risk, id="R-CAP-004")
    receipt = Receipt(sender="workspace:CAP", kind="workspace", state=ReceiptState.RECEIVED, file="june.xlsx")
    gone = Fault(kind=FaultKind.MISSING_SHEET, cell=replace(june(risk).rows[0].at, sheet="Milestones"), expected="Milestones")
    assert compare(june(risk, receipts=(receipt,), faults=(gone,)), may(milestone(), risk)).all == ()
    assert [c.kind for c in compare(june(risk, receipts=(receipt,)), may(milestone(), risk)).all] == [ChangeKind.GONE]


def test_a_risk_score_says_which_way_it_went_and_cites_the_cell_that_moved() -> None:
    before = line(Risk, id="R-CAP-004", likelihood=3, consequence=4)
    now = line(Risk, id="R-CAP-004", likelihood=5, consequence=4)
    found = only(before, now)
    assert (found.column, found.before, found.after, found.worse) == ("score", "12", "20", True)
    assert (found.cell, found.previous_cell) == (now.cell("likelihood"), before.cell("likelihood"))


def test_a_target_score_that_was_raised_is_told_and_is_neither_better_nor_worse() -> None:
    before = line(Risk, id="R-CAP-004", likelihood=3, consequence=4, target_likelihood=1, target_consequence=4)
    now = line(Risk, id="R-CAP-004", likelihood=3, consequence=4, target_likelihood=2, target_consequence=4)
    found = only(before, now)
    assert (found.before, found.after, found.worse) == ("4", "8", None)


def test_rdgs_programme_risks_stand_under_their_own_sheet() -> None:
    (found,) = changes((), (line(ProgrammeRisk, sender="rdg:RDG", id="R-RDG-001"),))
    assert found.sheet == "rdg.ProgrammeRisk"


def test_confidence_is_followed_by_what_it_is_about() -> None:
    about = Word(text="Overall", meaning="overall")
    green = line(Confidence, sender="rdg:RDG", about=about, confidence=word("confidence", "green"))
    amber = line(Confidence, sender="rdg:RDG", about=about, confidence=word("confidence", "amber"))
    found = only(green, amber)
    assert (found.item, found.column, found.worse) == ("overall", "confidence", True)


def test_assurance_and_actions_are_followed() -> None:
    before = line(QAFinding, id="Q-QDD-013", assurance=word("assurance", "reasonable"))
    now = line(QAFinding, id="Q-QDD-013", assurance=word("assurance", "limited"))
    assert only(before, now).worse is True
    was, done = (line(Action, sender="board_log:BOARD", id="A-031", status=word("action_status", m)) for m in ("open", "complete"))
    assert only(was, done).kind is ChangeKind.CLOSED


def test_a_scale_that_changed_between_months_makes_no_false_trend() -> None:
    record = may(milestone(status=word("milestone_status", "on_track")))
    renamed = tuple(w.model_copy(update={"definition": "Another definition."}) for w in SETTINGS.lists["milestone_status"])
    other = record.settings.model_copy(update={"lists": {**SETTINGS.lists, "milestone_status": renamed}})
    record = record.model_copy(update={"settings": other})
    (found,) = compare(june(milestone(status=word("milestone_status", "at_risk"))), record, SETTINGS).all
    assert (found.before, found.after, found.worse) == ("On track", "At risk", None)


def test_text_that_differs_only_in_spaces_or_capitals_is_not_reworded() -> None:
    assert changes((milestone(title="Two  bases open"),), (milestone(title="two bases open "),)) == ()
    found = only(milestone(title="Two bases open"), milestone(title="Two secondary bases open"))
    assert (found.kind, found.before, found.after) == (ChangeKind.REWORDED, "Two bases open", "Two secondary bases open")


def test_this_months_progress_is_no_rewording_of_last_months() -> None:
    assert changes((milestone(progress="Site found."),), (milestone(progress="Tender out."),)) == ()


def test_a_cell_left_blank_is_neither_moved_nor_re_rated() -> None:
    before = milestone(status=word("milestone_status", "on_track"), forecast=date(2026, 9, 1))
    assert changes((before,), (milestone(),)) == ()


def test_words_taken_out_are_reworded_unless_the_row_was_not_reviewed() -> None:
    assert only(milestone(impact="24 children wait."), milestone(review=Review.CHANGED)).after == ""
    assert changes((milestone(impact="24 children wait."),), (milestone(review=Review.NOT_REVIEWED),)) == ()


def test_what_rdg_brought_is_closed_by_the_boards_decision() -> None:
    brought, still = (line(ForTheBoard, sender="rdg:RDG", id=i, issue="Bases are late.") for i in ("B-001", "B-002"))
    decided = line(Decision, sender="board_log:BOARD", id="D-007", item="B-001", decision="Agreed.")
    found = {c.item: c.kind for c in changes((brought, still), (decided, line(ForTheBoard, sender="rdg:RDG", id="B-003")))}
    assert found == {"B-001": ChangeKind.CLOSED, "B-002": ChangeKind.GONE, "B-003": ChangeKind.NEW, "D-007": ChangeKind.NEW}


def test_what_was_answered_in_the_month_it_was_brought_leaves_without_news() -> None:
    brought = line(ForRdg, id="N-CAP-002", proposal="Let one contract.")
    answered = line(AnswerToWorkspace, sender="rdg:RDG", id="N-CAP-002", answer=word("rdg_answer", "agreed"))
    assert changes((brought, answered), (line(Milestone, id="M-CAP-008"),))[1:] == ()
    noted = line(ForTheBoard, sender="rdg:RDG", id="B-004", asked=word("decision_asked", "note"))
    assert changes((noted,), (answered,)) == ()


def test_changes_come_in_the_order_of_the_registers() -> None:
    rows = (line(Challenge, sender="board_log:BOARD", id="C-014"), line(Risk, id="R-CAP-001"), milestone())
    assert [c.item for c in changes((), rows)] == ["M-CAP-007", "R-CAP-001", "C-014"]


def test_a_score_cites_the_cell_that_moved_whichever_it_was() -> None:
    before = line(Risk, id="R-CAP-004", likelihood=4, consequence=5)
    now = line(Risk, id="R-CAP-004", likelihood=4, consequence=3)
    found = only(before, now)
    assert (found.cell, found.previous_cell, found.worse) == (now.cell("consequence"), before.cell("consequence"), False)


@pytest.mark.parametrize("name", ["likelihood", "consequence"])
def test_a_score_on_a_scale_that_changed_is_neither_better_nor_worse(name: str) -> None:
    record = may(line(Risk, id="R-CAP-004", likelihood=3, consequence=4))
    first, *rest = SETTINGS.lists[name]
    other = {**SETTINGS.lists, name: (first.model_copy(update={"definition": "Another definition."}), *rest)}
    record = record.model_copy(update={"settings": SETTINGS.model_copy(update={"lists": other})})
    (found,) = compare(june(line(Risk, id="R-CAP-004", likelihood=5, consequence=4)), record, SETTINGS).all
    assert (found.before, found.after, found.worse) == ("12", "20", None)


def test_words_of_a_list_and_ids_that_changed_are_told_with_commas_between() -> None:
    before = milestone(depends_on=("M-CWF-005",))
    found = only(before, milestone(depends_on=("M-CWF-005", "M-CWF-006")))
    assert (found.kind, found.column, found.before, found.after) == (ChangeKind.REWORDED, "depends_on", "M-CWF-005", "M-CWF-005, M-CWF-006")
    statutory, financial = word("category", "statutory"), word("category", "financial")
    rated = only(line(Risk, id="R-CAP-004", categories=(statutory,)), line(Risk, id="R-CAP-004", categories=(statutory, financial)))
    assert (rated.before, rated.after, rated.worse) == (str(statutory), f"{statutory}, {financial}", None)
    assert changes((milestone(depends_on=("A", "B")),), (milestone(depends_on=("B", "A")),)) == ()
