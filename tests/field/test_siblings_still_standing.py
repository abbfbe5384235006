"""What a problem was told of and the page called better, finished or gone all the same: each through its workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from field_cases import Edit, counts, june_with, page_1, places, put, said, the_sample, told_anew, words_of
from test_siblings_asked import CAP, LOG, RDG, in_row
from test_siblings_of_items import LOG as JULY_LOG
from test_siblings_of_items import july_with

CWF = "Commissioning and Workforce June 2026.xlsx"
QDD = "QA Data and Digital - June 2026.xlsx"


def exchanged(sheet: str, one: str, other: str) -> Edit:
    """What stands in two cells exchanged."""

    def edit(book: Any) -> None:
        here, there = book[sheet][one], book[sheet][other]
        here.value, there.value = there.value, here.value

    return edit


def emptied(sheet: str, *rows: int) -> Edit:
    """Rows cleared, their IDs too."""

    def edit(book: Any) -> None:
        for row in rows:
            for cell in book[sheet][row]:
                cell.value = None

    return edit


def row_with(sheet: str, ref: str) -> Edit:
    """The row of an item cleared."""

    def edit(book: Any) -> None:
        emptied(sheet, next(c.row for c in (*book[sheet]["A"], *book[sheet]["B"]) if c.value == ref))(book)

    return edit


# ---------- recovered, complete and closed by a word alone ----------


def test_a_milestone_on_track_again_without_evidence_is_asked_about(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CWF: in_row("Milestones", "M-CWF-008", E="On track")})
    assert "AP308 Milestones!E11 Milestones!M11" in told_anew(understood)
    assert "with no evidence referenced" in said(understood, "AP308")[0].sentence


def test_a_milestone_complete_by_rdgs_word_alone_is_printed_as_its_word_and_asked_about(tmp_path: Path) -> None:
    judged = put("Milestones", A6="M-QDD-005", B6="Complete", C6="It is done.")
    understood = june_with(tmp_path, {RDG: judged})
    assert "AP239 Milestones!E8 Milestones!M8 Milestones!B6" in told_anew(understood)
    assert "(as RDG judges; its Workspace reports it off track; no evidence is cited)" in words_of(understood)
    assert "M-QDD-005, 85% of annual reviews completed in time (as reported" not in words_of(understood)


def test_a_risk_closed_at_a_score_of_the_highest_band_is_named_as_closed_at_it(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: in_row("Risks", "R-CAP-006", J="Closed")})
    assert told_anew(understood) == ["AP318 Risks!E10 Risks!F10 Risks!J10"]
    assert "Closed, and asked whether it is over: R-CAP-006 high needs costs outrun the grant, closed at 20." in " ".join(
        page_1(understood).split()
    )
    assert "1 of these not known now" in page_1(understood)


# ---------- beside another item ----------


def test_where_ids_are_exchanged_what_stands_on_the_cover_is_not_in_question_of_other_rows(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: exchanged("Risks", "B8", "B10")})
    assert told_anew(understood) == ["AP300 Risks!B8 Risks!C8", "AP300 Risks!B10 Risks!C10"]
    assert "R-CAP-006, the whole row (score 16 last time); R-CAP-004, the whole row (score 16 last time)" in page_1(understood)
    assert "R-CAP-001, last reviewed" not in words_of(understood)
    assert counts(understood)[1][1] == counts(the_sample())[1][1]


def test_an_action_beside_anothers_id_is_not_known_to_be_in_time(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {LOG: exchanged("Actions", "A5", "A6")})
    assert told_anew(understood) == ["AP300 Actions!A5 Actions!C5", "AP300 Actions!A6 Actions!C6"]
    words = words_of(understood)
    assert "None of seven open actions is known to be overdue; of A-028 and A-029 it is not known" in words
    assert "open actions is overdue" not in words
    assert "29 May, overdue by that day, as last reported." in words
    assert "A-029, the whole row; A-028, the whole row" in page_1(understood)


def test_a_decision_beside_anothers_id_stands_as_last_reported(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {LOG: exchanged("Decisions", "A5", "A6")})
    assert "AP300 Decisions!A5 Decisions!E5" in told_anew(understood)
    assert "D-004 “Accepted that psychologist posts stay vacant” and D-006" in page_1(understood)
    assert "Off course. Psychologist posts vacant: 22% in May" in words_of(understood)
    assert "In question, [q]: whether the Board accepted it." in words_of(understood)


def test_groups_whose_ids_are_exchanged_are_in_question_and_none_is_to_be_ratified_by_the_words_of_another(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {RDG: exchanged("Task & Finish Groups", "A5", "A6")})
    where = "AP300 Task & Finish Groups!A5 Task & Finish Groups!C5 Task & Finish Groups!A6 Task & Finish Groups!C6"
    assert told_anew(understood) == [where]
    assert "TF-002, Annual review recovery" not in words_of(understood)
    assert "To ratify before it begins work. TF-001" not in words_of(understood)
    assert "D-003 “Ratified the Task & Finish Group”: not known to be on course" in page_1(understood)
    assert "TF-002, the whole row" in page_1(understood)


def test_a_risk_is_not_called_accepted_by_nobody_where_it_is_in_question_what_was_decided(tmp_path: Path) -> None:
    understood = july_with(tmp_path, {JULY_LOG: exchanged("Decisions", "B10", "B11")})
    assert [p.split()[0] for p in places(said(understood, "AP600"))] == ["AP600"]
    assert "Not accepted: only the Board may accept a system risk" not in words_of(understood)
    assert "In question, [q]: whether the Board accepted it." in words_of(understood)


# ---------- gone without a word ----------


def test_actions_that_are_gone_are_not_known_to_be_in_time(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {LOG: emptied("Actions", 5, 6)})
    assert told_anew(understood) == ["AP301 Actions! Actions!A5 Actions!A6"]
    assert "None of seven open actions is known to be overdue; of A-028 and A-029 it is not known" in words_of(understood)
    assert "open actions is overdue" not in words_of(understood)
    assert "not heard of since: A-028 confirm the ICB's share; A-029 bring a count of children" in " ".join(page_1(understood).split())


def test_an_exceptional_issue_that_is_gone_is_not_called_over(tmp_path: Path) -> None:
    understood = july_with(tmp_path, {JULY_LOG: emptied("Exceptional issues", 5)})
    assert places(said(understood, "AP301")) == ["AP301 Exceptional issues! Exceptional issues!A5"]
    words = words_of(understood)
    assert "No exceptional issues are open" not in words
    assert "None is open" not in words.split("Exceptional issues and partners’ concerns")[-1][:400]
    assert "Of X-002, open when last reported, nothing is heard" in words
    assert "not heard of since: X-002" in " ".join(page_1(understood).split())


@pytest.mark.parametrize(
    ("name", "sheet", "ref", "printed"),
    [
        (QDD, "QA findings", "Q-QDD-004", "not heard of since: Q-QDD-004 Complaints and compliments, due 2 June"),
        (LOG, "Challenges", "C-013", "three challenges are unanswered, one more than in May"),
        (LOG, "Decisions", "D-004", "Off course. Psychologist posts vacant: 22% in May"),
    ],
    ids=["a finding", "a challenge", "a decision"],
)
def test_what_else_is_gone_stands_over_and_page_1_names_it(name: str, sheet: str, ref: str, printed: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {name: row_with(sheet, ref)})
    assert "AP301" in {p.split()[0] for p in told_anew(understood)}
    assert printed in words_of(understood)
    assert f"Open when last reported, and not heard of since: {ref}" in " ".join(page_1(understood).split())


def test_of_many_that_are_gone_every_kind_is_counted_on_page_1(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        emptied("Actions", 5, 6)(book)
        row_with("Decisions", "D-004")(book)
        row_with("Challenges", "C-013")(book)

    understood = june_with(tmp_path, {LOG: edit, QDD: row_with("QA findings", "Q-QDD-004")})
    said_of_them = " ".join(page_1(understood).split())
    assert "not heard of since: D-004 accepted the system risk; A-028" in said_of_them
    assert "; one challenge and one QA (quality assurance) finding more." in said_of_them
