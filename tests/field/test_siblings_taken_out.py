"""Words that take an item out of the counts, fill a cell without saying anything, or name what is not there: each through its workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from field_cases import Edit, counts, june_with, page_1, said, the_sample, told_anew, words_of
from test_siblings_asked import CAP, LOG, RDG, in_row, together

CWF = "Commissioning and Workforce June 2026.xlsx"


def withdrawn(reference: str) -> Edit:
    return in_row("Milestones", "M-CAP-007", A="Close", E="Withdrawn", X=reference)


@pytest.mark.parametrize("reference", ["D-099", "D-005", "Agreed by the Board", "B-005, July"])
def test_a_milestone_is_not_taken_out_by_a_decision_nobody_knows_or_one_on_something_else(reference: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: withdrawn(reference)})
    assert [p.rule for p in said(understood, "AP232", "AP262", "AP623")] == ["AP232"]
    assert "In question" in words_of(understood)
    assert "At least 2" in page_1(understood)
    assert "M-CAP-007, status now" in page_1(understood)


def test_nor_by_the_decision_that_gave_it_a_new_day(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: in_row("Milestones", "M-CAP-010", A="Close", E="Withdrawn", X="D-006")})
    assert said(understood, "AP232")[0].sentence == "Withdrawn, but D-006 still asks for its outcome."


def test_nor_by_rdg_alone(tmp_path: Path) -> None:
    judged = together(
        lambda book: book["Milestones"].__setitem__("A6", "M-CAP-007"),
        in_row("Milestones", "M-CAP-007", B="Withdrawn", C="No money is left."),
    )
    understood = june_with(tmp_path, {RDG: judged})
    assert "AP232 Milestones!C6" in told_anew(understood)
    assert counts(understood)[0] == counts(the_sample())[0]


def test_nor_is_it_late_no_more_when_its_workspace_says_that_rdg_paused_it(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: in_row("Milestones", "M-CAP-007", E="Paused by RDG")})
    assert "AP210 Milestones!E11" in told_anew(understood)
    assert "At least 2" in page_1(understood)


@pytest.mark.parametrize("under", ["R-CAP-099", "M-CAP-001", "Schools finance register"])
def test_a_risk_does_not_leave_the_register_for_one_that_is_on_none(under: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: in_row("Risks", "R-CAP-006", J="Managed by another ID", AC=under)})
    assert [p.rule for p in said(understood, "AP225", "AP262")] == ["AP225"]
    assert counts(understood)[1] == counts(the_sample())[1]


@pytest.mark.parametrize("why", ["", "Replaced by D-099."])
def test_a_decision_is_not_followed_no_more_because_it_is_called_replaced(why: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {LOG: in_row("Decisions", "D-006", I="Replaced", L=why or None)})
    assert [p.rule for p in said(understood, "AP234", "AP262")] == ["AP234"]
    assert "D-006 “Agreed a date: building contract let”: off course" in page_1(understood)


def test_a_recommendation_names_one_of_its_options(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {RDG: in_row("For the Board", "B-005", N="Option D, by re-phasing capital.")})
    assert told_anew(understood) == ["AP275 For the Board!N5"]
    assert "Option D" not in page_1(understood)
    assert "B-005, recommendation" in page_1(understood)


def test_an_action_that_was_not_done_is_not_called_finished(tmp_path: Path) -> None:
    said_so = words_of(june_with(tmp_path, {LOG: in_row("Actions", "A-032", E="Closed, not done", F="The two phases fell away.")}))
    assert "Finished since May: A-033" in said_so
    assert "Closed since May and not done: A-032" in said_so


SAY_NOTHING = ["Ongoing", "As discussed", "see above", "as per plan", "In hand", "Underway", "Various"]


@pytest.mark.parametrize("words", SAY_NOTHING)
def test_words_that_fit_any_cell_are_no_path_no_evidence_and_no_owner(words: str, tmp_path: Path) -> None:
    edits: dict[str, Any] = {
        CAP: together(
            in_row("Milestones", "M-CAP-007", K=words, T=words),
            in_row("Milestones", "M-CAP-005", M=words),
            in_row("Risks", "R-CAP-004", R=words),
        ),
        LOG: in_row("Actions", "A-035", H=words),
    }
    anew = " ".join(told_anew(june_with(tmp_path, edits)))
    for cell in ("Milestones!K11", "Milestones!T11", "Milestones!M9", "Risks!R8", "Actions!H11"):
        assert cell in anew


@pytest.mark.parametrize(
    "words", ["Works start 4 August.", "On track to open in September.", "In hand with the trust: signed by 1 August."]
)
def test_a_short_answer_is_an_answer(words: str, tmp_path: Path) -> None:
    edit = together(in_row("Milestones", "M-CAP-007", K=words), in_row("Milestones", "M-CAP-010", I="In hand."))
    assert told_anew(june_with(tmp_path, {CAP: edit})) == []


def test_an_update_may_be_that_it_is_ongoing(tmp_path: Path) -> None:
    assert told_anew(june_with(tmp_path, {LOG: in_row("Actions", "A-028", F="Ongoing")})) == []


@pytest.mark.parametrize("due", ["TBC", None, "Ongoing"])
def test_an_overdue_action_stays_overdue_though_its_day_is_taken_out(due: str | None, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {LOG: in_row("Actions", "A-028", D=due)})
    assert "Two of seven open actions are overdue" in words_of(understood)
    assert "A-028, due" in page_1(understood)
