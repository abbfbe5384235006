"""The status of a milestone the Board is given."""

from __future__ import annotations

from assess_rows import june, line, word

from assurance_pack.assess.status import reported_status, status_cell
from assurance_pack.returns.rdg import MilestoneJudgement
from assurance_pack.returns.workspace import Milestone
from assurance_pack.schema import Review

ON_TRACK, AT_RISK = word("milestone_status", "on_track"), word("milestone_status", "at_risk")
REPORTED = line(Milestone, id="M-CAP-007", status=ON_TRACK)
JUDGED = line(MilestoneJudgement, sender="rdg:RDG", file="rdg.xlsx", id="M-CAP-007", status=AT_RISK)


def test_without_rdgs_line_it_is_the_workspaces() -> None:
    assert reported_status(june(REPORTED), REPORTED) == (ON_TRACK, None)
    assert status_cell(june(REPORTED), REPORTED) == REPORTED.cell("status")


def test_where_rdg_differs_its_word_is_printed_and_the_workspaces_beside_it() -> None:
    assert reported_status(june(REPORTED, JUDGED), REPORTED) == (AT_RISK, ON_TRACK)
    assert status_cell(june(REPORTED, JUDGED), REPORTED) == JUDGED.cell("status")


def test_where_rdg_says_the_same_nothing_stands_beside_it() -> None:
    agreed = JUDGED.model_copy(update={"status": ON_TRACK})
    assert reported_status(june(REPORTED, agreed), REPORTED) == (ON_TRACK, None)


def test_a_judgement_of_another_milestone_or_without_a_status_changes_nothing() -> None:
    for other in (JUDGED.model_copy(update={"id": "M-CAP-008"}), JUDGED.model_copy(update={"status": None})):
        assert reported_status(june(REPORTED, other), REPORTED) == (ON_TRACK, None)


def test_a_row_nobody_reviewed_has_no_status_this_month_unless_rdg_gives_one() -> None:
    untouched = REPORTED.model_copy(update={"review": Review.NOT_REVIEWED})
    assert reported_status(june(untouched), untouched) == (None, None)
    assert reported_status(june(untouched, JUDGED), untouched) == (AT_RISK, None)


def test_a_line_of_rdg_without_an_id_judges_no_milestone_without_one() -> None:
    nameless, judged = REPORTED.model_copy(update={"id": None}), JUDGED.model_copy(update={"id": None})
    assert reported_status(june(nameless, judged), nameless) == (ON_TRACK, None)
    assert status_cell(june(nameless, judged), nameless) == nameless.cell("status")
