"""What a problem was told of and the page called better, finished or gone all the same: each through its workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from field_cases import Edit, counts, june_with, page_1, put, said, the_sample, told_anew, words_of
from test_siblings_asked import CAP, RDG, in_row

CWF = "Commissioning and Workforce June 2026.xlsx"


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
