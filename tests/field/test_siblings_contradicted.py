"""A slip of the hand that the return itself, or the record, contradicts: each typed into the June workbook, and asked about where it stands."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from field_cases import Edit, curve, june_with, page_1, put, said, the_sample, told_anew, words_of

from assurance_pack.document.blocks import Bullets
from assurance_pack.document.blocks.runs import plain
from assurance_pack.document.editions.promised import families
from assurance_pack.pipeline import Understood
from assurance_pack.position.editions.public import take

CAP, CWF, QDD = (
    "Capital and Sufficiency June 2026.xlsx",
    "Commissioning and Workforce June 2026.xlsx",
    "QA Data and Digital - June 2026.xlsx",
)


# ---------- a finding beside its own grades and its own assurance ----------

SAMPLE = "AP278 QA findings!Q9 QA findings!R9 QA findings!S9 QA findings!T9 QA findings!U9"
AGAINST: list[tuple[Edit, str]] = [
    (put("QA findings", Q9=63), SAMPLE),
    (put("QA findings", S9=2), SAMPLE),
    (put("QA findings", F11="Strength"), "AP279 QA findings!F11 QA findings!G11"),
    (put("QA findings", G11="Substantial"), "AP279 QA findings!F11 QA findings!G11"),
]


@pytest.mark.parametrize(("edit", "where"), AGAINST, ids=["the sample", "a grade", "the reading", "the assurance"])
def test_a_finding_that_does_not_agree_with_itself_is_asked_about(edit: Edit, where: str, tmp_path: Path) -> None:
    assert where in told_anew(june_with(tmp_path, {QDD: edit}))


# ---------- a status beside how late the milestone is, and beside the status it had ----------


def test_at_risk_half_a_year_late_is_asked_about(tmp_path: Path) -> None:
    assert "AP219 Milestones!E8 Milestones!G8" in told_anew(june_with(tmp_path, {QDD: put("Milestones", E8="At risk")}))


# ---------- the day on which a milestone was done ----------


def test_complete_on_a_day_that_has_not_come_is_in_question_and_counts_as_nothing_done(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Milestones", H9=datetime(2026, 8, 19))})
    assert "AP203 Milestones!H9" in told_anew(understood)
    standing = next(s for s in understood.position.milestones.returned if s.id == "M-CAP-005")
    assert standing.word is None
    assert standing.row.in_question("status")
    assert standing.row.in_question("actual")
    assert "M-CAP-005" not in [s.id for s in understood.position.milestones.completed]
    assert "M-CAP-005, status now and actual date, if complete" in " ".join(page_1(understood).split())


def test_the_public_reads_that_a_day_is_being_checked(tmp_path: Path) -> None:
    understood, sample = june_with(tmp_path, {CWF: put("Milestones", G8=datetime(2027, 11, 30))}), the_sample()
    assert "AP200 Milestones!G8" in told_anew(understood)
    told = [p for p in promises_of(understood) if p not in promises_of(sample)]
    assert len(told) == 1
    assert told[0].endswith(" We are checking this day.")
    assert not any("checking this day" in p for p in promises_of(sample))


def promises_of(understood: Understood) -> list[str]:
    """What the public is told of what was promised, a line each."""
    public = take(understood.case, understood.position)
    lists = (block for block in families(public, understood.position) if isinstance(block, Bullets))
    return [plain(item) for block in lists for item in block.items]


def test_done_a_year_early_is_doubted_beside_the_days_and_on_page_1(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CWF: put("Milestones", H7=datetime(2025, 6, 12))})
    assert told_anew(understood) == ["AP200 Milestones!H7"]
    assert "Asked whether the day is right: M-CWF-004" in " ".join(page_1(understood).split())
    words = words_of(understood)
    assert "−365 ?" in words
    assert "“?”: asked whether the day is right." in words


# ---------- what an item is classed as, beside what it was ----------

CLASSED: list[tuple[str, Edit, str]] = [
    (CAP, put("Risks", O10="Delivery"), "AP334 Risks!O10"),
    (CAP, put("Risks", V10=2, W10=2), "AP334 Risks!V10 Risks!W10"),
    (CAP, put("Milestones", Q11="3 Good plans, on time"), "AP334 Milestones!Q11"),
    (QDD, put("QA findings", A5="Changed", V5="3 Independent"), "AP334 QA findings!V5"),
]


@pytest.mark.parametrize(("name", "edit", "where"), CLASSED, ids=["level", "target", "priority", "line of assurance"])
def test_what_an_item_is_classed_as_changes_only_with_a_word(name: str, edit: Edit, where: str, tmp_path: Path) -> None:
    assert where in told_anew(june_with(tmp_path, {name: edit}))


def test_a_mandatory_category_that_is_emptied_is_asked_about_once(tmp_path: Path) -> None:
    told = told_anew(june_with(tmp_path, {CAP: put("Risks", L10=None)}))
    assert [p for p in told if "Risks!L10" in p] == ["AP605 Risks!L10 Risks!L10"]


# ---------- an ID typed over another's ----------

LEFT_OVER = ("AP262", "AP301", "AP409", "AP411", "AP401")
"""What is missed under the ID that was typed over, which `pack chase` tells with it."""
RETYPED: list[tuple[str, Edit, str]] = [
    (QDD, put("QA findings", B9="Q-QDD-001"), "AP260 QA findings!B5 QA findings!B9"),
    (CAP, put("Milestones", B10="M-CAP-004"), "AP260 Milestones!B8 Milestones!B10"),
    (CWF, put("Risks", B6="R-CWF-001"), "AP260 Risks!B5 Risks!B6"),
]


@pytest.mark.parametrize(("name", "edit", "where"), RETYPED, ids=["a new finding", "a milestone", "a risk of last month"])
def test_an_id_typed_over_anothers_is_one_problem_at_both_rows(name: str, edit: Edit, where: str, tmp_path: Path) -> None:
    told = [p for p in told_anew(june_with(tmp_path, {name: edit})) if p.split()[0] not in LEFT_OVER]
    assert told == [where]


# ---------- a figure beside what was sent before ----------


def test_a_figure_sent_before_that_is_another_now_is_asked_about_and_marked_revised(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {QDD: put("Indicators", C8=68)})
    assert told_anew(understood) == ["AP335 Indicators!C8 Indicators!D8"]
    (asked,) = said(understood, "AP335")
    assert asked.sentence == "“Plans in 20 weeks” was sent as 61% for April 2026, and is 48% now. Was it revised?"
    assert curve(understood, "IND-01")[-2] == "[r]"
    assert "48% [r] in April" in " ".join(page_1(understood).split())


def test_what_was_the_same_beneath_in_every_month_is_asked_about(tmp_path: Path) -> None:
    assert told_anew(june_with(tmp_path, {CWF: put("Indicators", D5=22.7)})) == ["AP263 Indicators!D5"]


def test_part_of_a_child_beside_a_note_is_asked_about_in_two_sentences(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Indicators", F5=4.9, I5="Checked.")})
    (asked,) = said(understood, "AP257")
    assert asked.sentence.endswith("Is a whole number meant? The note beside it may say why.")
