"""What was sent in life, and what is right of it: each case by the rule that speaks, its cell, and what the Board would read.

Of the cases, "borders drawn down to row 12,009" is tried in ``tests/intake/test_any_file.py``, which draws the borders itself.
"""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from field_cases import JUNE, SETTINGS, curve, home_of, lay, places, read, said

from assurance_pack.commands.marked import marked_returns
from assurance_pack.model import Month
from assurance_pack.model.problem import Severity
from assurance_pack.pipeline import understand
from assurance_pack.render.assets import shipped_assets
from assurance_pack.render.characters import Characters
from assurance_pack.returns.rdg import Confidence
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Milestone, Risk

MAY = Month("2026-05")


@pytest.mark.parametrize("case", ["h01", "h02"])
def test_what_microsoft_keeps_of_staff_is_no_child_and_the_return_is_marked(case: str, tmp_path: Path) -> None:
    assert places(said(read(case))) == ["AP134 Start here!"]  # these files lack one answer of the form: nothing else is said
    assert not read(case).case.guard
    assert [m.cells_only for m in marked_returns(home_of(case, tmp_path), read(case))] == [False]


def test_pounds_where_millions_are_counted_are_in_question_and_in_no_limit_of_the_chart() -> None:
    assert "AP258 Indicators!E16" in places(said(read("h03")))
    assert curve(read("h03"), "IND-07")[-2:] == ["4.6", "[q]"]
    assert (read("h03").case.trends["IND-07"].upper or 0) < 5
    assert [d.of for d in read("h03").position.month.gaps.in_question] == ["High needs forecast, May 2026"]


def test_a_partner_who_writes_at_length_is_printed_whole() -> None:
    concerns = read("h04").position.concerns
    assert [line.row.sender for line in concerns.concerns] == ["partner:COL"]
    assert len((concerns.concerns[0].row.concern or "").split()) == 140
    assert places(said(read("h04"), "AP155")) == ["AP155 Concerns!A5"]


def test_three_partners_within_the_length_asked_for_are_all_printed() -> None:
    concerns = read("h21").position.concerns
    printed = (*concerns.concerns, *concerns.concerns_elsewhere)
    assert [str(line.row.sender) for line in printed] == ["partner:NHS", "partner:COL", "partner:SFM"]


def test_a_sentence_moved_with_track_changes_stands_once() -> None:
    (words,) = read("h05").case.returns.of(Voice)
    assert words.not_working == "The quay is shut. Nobody rings back."


def test_words_in_arabic_script_are_printed_as_they_were_written() -> None:
    (words,) = read("h06").case.returns.of(Voice)
    written = words.not_working or ""
    assert written == "ابني ينتظر مكانا في المدرسة"
    assert Characters(shipped_assets().fonts.held).printable(written).strip("\u2066\u2067\u2068\u2069") == written


def test_a_conflict_copy_is_a_question_with_its_true_reason() -> None:
    (asked,) = said(read("h07"), "AP126")
    assert asked.severity == Severity.WARNING
    assert [c.file for c in asked.cells] == ["QA Data and Digital June 2026-DESKTOP-7F3K2Q.xlsx"]
    assert "bears the name of a copy" in asked.sentence
    assert {r.at.file for r in read("h07").case.returns.rows} == {"QA Data and Digital June 2026.xlsx"}


def test_a_month_entered_under_two_days_is_one_month_and_in_question() -> None:
    assert "AP255 Indicators!B28 Indicators!B29" in places(said(read("h08")))
    points = curve(read("h08"), "IND-01")
    assert len(points) == 24
    assert points[-1] == "[q]"


def test_months_deleted_that_the_record_has_are_missed_and_the_chart_has_their_width(tmp_path: Path) -> None:
    home = home_of("h09", tmp_path)
    lay(home.inputs(MAY), "h08")
    all_of_them = next(home.inputs(MAY).iterdir())
    book = openpyxl.load_workbook(all_of_them)
    book["Start here"]["C6"] = "May 2026"
    book["Indicators"].delete_rows(28, 2)  # May's own figure is due in June
    book.save(all_of_them)
    understood = understand(home, JUNE, SETTINGS)
    (missed,) = [p for p in said(understood, "AP259") if p.items == ("IND-01",)]
    assert [c.sheet for c in missed.cells] == ["Indicators"]
    assert "October 2025, November 2025 and December 2025" in missed.sentence
    assert curve(understood, "IND-01")[-8:-4] == ["[x]", "[x]", "[x]", "62.2"]


def test_struck_out_words_are_asked_about_and_never_offered_as_the_answer() -> None:
    (struck,) = said(read("h10"), "AP158")
    assert {f"{c.sheet}!{c.ref}" for c in struck.cells} >= {"Milestones!D5", "Milestones!F5", "Risks!C5"}
    (status,) = said(read("h10"), "AP150")
    assert places([status]) == ["AP150 Milestones!D5"]
    assert "Did you mean" not in status.sentence
    assert [m.status for m in read("h10").case.returns.of(Milestone)] == [None]


def test_counts_suppressed_by_hand_are_suppressed_and_not_asked_for_in_clear() -> None:
    assert curve(read("h11"), "IND-01")[:5] == ["[c]"] * 5
    assert not [p for p in said(read("h11")) if any(c.sheet == "Indicators" and c.ref for c in p.cells)]


def test_a_step_after_twelve_months_alike_gets_no_verdict_from_limits_of_no_width() -> None:
    (trend,) = (t for t in read("h16").case.trends.values() if t.points)
    assert (trend.no_limits, trend.mean, trend.variation) == ("flat", None, "run")
    assert not any(p.special for p in trend.points)


def test_twelve_months_alike_are_asked_about_once() -> None:
    assert [p for p in places(said(read("h16"))) if p.startswith("AP257")] == ["AP257 Indicators!C16 Indicators!D16"]


def test_ids_are_found_as_people_write_them_and_words_for_none_are_none() -> None:
    both = ("M-QDD-004", "R-QDD-001")
    depends = [m.depends_on for m in read("h12").case.returns.of(Milestone)]
    assert depends == [both, both, ("M-QDD-004",), ("M-QDD-004",), (), (), None]
    # all seven have one title, which is asked about once
    assert places(said(read("h12"))) == ["AP269 " + " ".join(f"Milestones!C{row}" for row in range(5, 12)), "AP134 Start here!"]


def test_a_likelihood_with_its_word_is_read_and_other_words_are_offered_the_scale() -> None:
    assert [r.likelihood for r in read("h13").case.returns.of(Risk)] == [None, 4, 4, None, None]
    asked = said(read("h13"), "AP150")
    assert places(asked) == ["AP150 Risks!D5", "AP150 Risks!D8", "AP150 Risks!D9"]
    assert all("1 Rare; 2 Unlikely; 3 Possible; 4 Likely; 5 Almost certain" in p.sentence for p in asked)
    assert not any("Reason if missing" in p.remedy for p in asked)


def test_a_problem_on_a_cell_with_a_thread_is_marked_in_the_return(tmp_path: Path) -> None:
    assert "AP142 Milestones!E5" in places(said(read("h15")))
    assert [m.name for m in marked_returns(home_of("h15", tmp_path), read("h15"))] == ["h15-problem-on-threaded-cell (marked).xlsx"]


def test_a_register_of_their_own_is_one_problem_and_its_rows_are_said_not_to_reach_the_board() -> None:
    (theirs,) = [p for p in said(read("h17"), "AP134") if p.cells[0].sheet == "Risks"]
    assert "The headings here are not the form's, and the 4 rows in use were not read: none of it reaches the Board." in theirs.sentence
    assert not read("h17").case.returns.of(Risk)


def test_a_workbook_whose_parts_stand_elsewhere_is_read() -> None:
    assert [m.id for m in read("h18").case.returns.of(Milestone)] == ["M-QDD-004"]


def test_a_shortcut_and_an_apple_file_are_named_for_what_they_are() -> None:
    found = {p.cells[0].file: p.sentence for p in said(read("h19"), "AP103")}
    assert list(found) == ["PCF June.numbers", "QA Data and Digital June 2026.gsheet"]
    assert "Apple file" in found["PCF June.numbers"]
    assert "Google shortcut" in found["QA Data and Digital June 2026.gsheet"]


def test_the_letters_and_circles_the_pack_prints_are_read_and_two_words_are_asked_about() -> None:
    assert [c.confidence.text if c.confidence else None for c in read("h20").case.returns.of(Confidence)] == ["Amber", "Green", None]
    (asked,) = said(read("h20"), "AP150")
    assert places([asked]) == ["AP150 Confidence!B7"]
    assert "Green”?" not in asked.sentence
