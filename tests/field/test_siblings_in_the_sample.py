"""Slips made in the sample month, each through its workbook, as an officer makes them: by rule, cell, and what page 1 says."""

from __future__ import annotations

import calendar
import io
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from field_cases import JUNE, ROOT, SETTINGS, Edit, counts, june_with, page_1, places, put, row_of, said, sample, the_sample, told_anew

from assurance_pack.model import Month
from assurance_pack.model.problem import Severity
from assurance_pack.pipeline import understand

CAP = "Capital and Sufficiency June 2026.xlsx"
QDD = "QA Data and Digital - June 2026.xlsx"
MAY = Month("2026-05")
CAP_IN_MAY = "Capital and Sufficiency May 2026.xlsx"
NO_PLACE = "Children with a plan and no named place for September"


# ---------- figures moved, ahead of their month, or suddenly none ----------


def months_moved(by: int) -> Edit:
    """Every month of the form, this many further on: the column of dates filled down from the wrong cell."""

    def edit(book: Any) -> None:
        sheet = book["Indicators"]
        for row in range(5, sheet.max_row + 1):
            if when := sheet.cell(row, 2).value:
                year, month = divmod(when.year * 12 + when.month - 1 + by, 12)
                sheet.cell(row, 2).value = datetime(year, month + 1, calendar.monthrange(year, month + 1)[1])

    return edit


def figures_moved(book: Any) -> None:
    """The figures of one indicator pasted a row too low."""
    sheet = book["Indicators"]
    rows = [r for r in range(5, sheet.max_row + 1) if sheet.cell(r, 1).value == NO_PLACE and sheet.cell(r, 2).value]
    for row, figure in zip(rows[1:], [sheet.cell(r, 6).value for r in rows], strict=False):
        sheet.cell(row, 6).value = figure


@pytest.mark.parametrize(
    ("edit", "neighbour", "where"),
    [
        (months_moved(1), "before", "AP259 Indicators!B9 Indicators!F9"),
        (months_moved(-1), "after", "AP259 Indicators!B7 Indicators!F7"),
        (figures_moved, "after", "AP259 Indicators!B9 Indicators!F9"),
    ],
    ids=["months too late", "months too early", "figures too low"],
)
def test_a_column_moved_by_a_row_is_asked_about(edit: Edit, neighbour: str, where: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: edit})
    (asked,) = [p for p in said(understood, "AP259") if p.items == ("IND-06",)]
    assert places([asked]) == [where]
    assert f"what the month {neighbour} each had in the return for May 2026" in asked.sentence


def test_a_figure_under_the_month_after_is_asked_about_at_its_month(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Indicators", B5=datetime(2026, 6, 30))})
    (asked,) = said(understood, "AP259")
    assert places([asked]) == ["AP259 Indicators!B5"]
    assert asked.sentence.endswith("has a row for June 2026 and none for May 2026. Is May 2026 meant?")


@pytest.mark.parametrize(
    ("file", "cell", "typed", "asks"),
    [
        (CAP, "F5", 0, "is 0 in May 2026 and was 58 in April 2026"),
        (CAP, "F5", "c", "is too small to be given in May 2026 and was 58 in April 2026"),
        (QDD, "C5", "fewer than 5", "is too small to be given in May 2026 and was 86 in April 2026"),
        (QDD, "C6", 0, "is 0% in May 2026 and was 74% in April 2026"),
    ],
)
def test_none_or_too_few_to_give_after_many_is_asked_about(file: str, cell: str, typed: Any, asks: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {file: put("Indicators", **{cell: typed})})
    (asked,) = [p for p in said(understood, "AP257") if "May 2026" in p.sentence]
    assert asks in asked.sentence
    assert f"AP257 Indicators!{cell}" in " ".join(places([asked]))


@pytest.mark.parametrize("typed", ["61 (see note)", "c. 61", "No data"])
def test_words_about_a_figure_put_it_in_question_on_page_1(typed: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Indicators", F5=typed)})
    assert told_anew(understood) == ["AP147 Indicators!F5"]
    assert "One figure in question, [q]: Children without a September place, May 2026." in page_1(understood)


# ---------- an ID used for something else under a short name (AP302) ----------

TOLD_OTHERWISE = {
    "L": "Therapists would go unpaid.",
    "O": "Settings chose the terms.",
    "P": "Nothing you would notice.",
    "V": datetime(2027, 3, 1),
    "T": "Commissioning lead",
    "U": "Director of Finance",
    "W": "Signed",
    "Q": "4 Workforce and therapies",
}


@pytest.mark.parametrize(
    ("was", "now", "elsewhere"),
    [
        ("Travel training offered", "Travel budget overspent", {}),
        ("Therapy waits", "Therapy contract", TOLD_OTHERWISE),
        ("Recovery plan agreed", "Recovery grant spent", TOLD_OTHERWISE),
    ],
)
def test_an_id_used_again_under_a_short_name_that_keeps_a_word_is_asked_about(
    was: str, now: str, elsewhere: dict[str, Any], tmp_path: Path
) -> None:
    def named(title: str, **cells: Any) -> Edit:
        def edit(book: Any) -> None:
            sheet = book["Milestones"]
            row = row_of(sheet, "M-CAP-004")
            sheet.cell(row, 3).value = title
            for column, value in cells.items():
                sheet[f"{column}{row}"] = value
            if not elsewhere:  # in its words alone it can be told: nothing else is said of it
                for column in "LNOPQRSTUVW":
                    sheet[f"{column}{row}"] = None

        return edit

    sample(tmp_path, {CAP_IN_MAY: named(was)}, MAY)
    understood = june_with(tmp_path, {CAP: named(now, **elsewhere)})
    (asked,) = [p for p in said(understood, "AP302") if p.items == ("M-CAP-004",)]
    assert places([asked]) == ["AP302 Milestones!B8 Milestones!C8"]
    assert "M-CAP-004" in page_1(understood)


def test_a_short_name_said_otherwise_with_all_else_as_it_was_is_the_same_item(tmp_path: Path) -> None:
    def named(title: str) -> Edit:
        return put("Milestones", C8=title)

    sample(tmp_path, {CAP_IN_MAY: named("Travel training offered")}, MAY)
    assert said(june_with(tmp_path, {CAP: named("Training for travel begun")}), "AP302") == []


# ---------- gone, this month or an earlier one ----------


def without(*refs: str) -> Edit:
    def edit(book: Any) -> None:
        sheet = book["Milestones" if refs[0].startswith("M-") else "Risks"]
        for ref in refs:
            for cell in sheet[row_of(sheet, ref)]:
                cell.value = None

    return edit


@pytest.mark.parametrize("ref", ["R-CAP-004", "M-CAP-007", "R-CAP-001"])
def test_what_went_in_may_and_has_not_come_back_is_named_on_page_1_in_june_too(ref: str, tmp_path: Path) -> None:
    sample(tmp_path, {CAP_IN_MAY: without(ref)}, MAY)
    understood = june_with(tmp_path, {CAP: without(ref)})
    (missed,) = said(understood, "AP319")
    assert (missed.items, missed.sentence) == ((ref,), f"{ref} was last reported in April 2026, was not closed, and has not come back.")
    assert f"Open when last reported, and not heard of since: {ref} " in page_1(understood)


def test_what_went_in_may_and_came_back_is_not_named(tmp_path: Path) -> None:
    sample(tmp_path, {CAP_IN_MAY: without("R-CAP-004")}, MAY)
    assert "not heard of since" not in page_1(understand(sample(tmp_path, {}), JUNE, SETTINGS))


# ---------- a key beneath the table ----------


def key(sheet: str, row: int, *lines: tuple[str, str]) -> Edit:
    def edit(book: Any) -> None:
        for at, (word, meaning) in enumerate(lines, start=row):
            book[sheet].cell(at, 2).value, book[sheet].cell(at, 3).value = word, meaning

    return edit


@pytest.mark.parametrize(
    ("sheet", "edit", "where"),
    [
        ("Milestones", key("Milestones", 22, ("Key", "Meaning"), ("Green", "All is well"), ("Red", "Not well")), "B22"),
        ("Milestones", key("Milestones", 30, ("BRAG", "What we mean by it"), ("Blue", "Done and checked")), "B30"),
        ("Risks", key("Risks", 20, ("High", "Board to see"), ("Low", "Workspace manages it"), ("Closed", "No more")), "B20"),
    ],
)
def test_a_key_beneath_the_table_is_one_problem_and_no_item(sheet: str, edit: Edit, where: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: edit})
    assert told_anew(understood) == [f"AP139 {sheet}!{where}"]
    assert page_1(understood) == page_1(the_sample())


# ---------- files beside the return, and one that did not come ----------


def of_the_file(edit: Edit) -> bytes:
    stream = io.BytesIO()
    book = openpyxl.load_workbook(ROOT / "inputs" / "2026-06" / CAP)
    edit(book)
    book.save(stream)
    return stream.getvalue()


def milestones_alone(book: Any) -> None:
    for name in ("Risks", "QA findings", "Indicators", "For RDG", "Challenges to answer"):
        del book[name]


def two_risks_fewer(book: Any) -> None:
    book["Risks"].delete_rows(8, 2)


def a_word_more(book: Any) -> None:
    book["Risks"]["H9"] = "More words came."


def test_one_sheet_sent_again_is_merged_and_said_so(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {"Capital milestones only.xlsx": of_the_file(milestones_alone)})
    (told,) = said(understood, "AP117")
    assert "were taken from “Capital and Sufficiency June 2026.xlsx”" in told.sentence
    assert counts(understood) == counts(the_sample())


def test_a_newer_file_without_two_risks_is_a_question_and_page_1_names_them(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {"Capital and Sufficiency June 2026 v2.xlsx": of_the_file(two_risks_fewer)})
    (asked,) = said(understood, "AP126")
    assert "2 rows (R-CAP-004 and R-CAP-005) of this one are not in it" in asked.sentence
    assert "4 known" in page_1(understood)
    assert "Two versions that differ came as the return of Capital and Sufficiency." in page_1(understood)
    assert "not heard of since: R-CAP-004 " in page_1(understood)


def test_a_newer_file_that_loses_nothing_is_a_note(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {"Capital and Sufficiency June 2026 v2.xlsx": of_the_file(a_word_more)})
    assert said(understood, "AP126") == []
    assert [p.severity for p in said(understood, "AP124")] == [Severity.NOTE]


@pytest.mark.parametrize("word", ["Commissioning and Workforce", "Quality Assurance, Data and Digital", "CWF"])
def test_another_workspaces_name_on_a_cover_swaps_nothing(word: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Start here", C5=word)})
    assert [p.partition(" ")[0] for p in told_anew(understood)] == ["AP111"]
    assert page_1(understood) == page_1(the_sample())


@pytest.mark.parametrize("file", [CAP, QDD, "Commissioning and Workforce June 2026.xlsx"])
def test_with_a_workspaces_return_missing_no_count_is_whole_or_better(file: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {file: None})
    month = understood.position.month
    assert not month.off_track.whole
    assert not month.extreme.whole
    assert "better" not in (month.off_track.direction, month.extreme.direction)
    assert "8 of 9 returns came. No return received from " in page_1(understood)
    assert " known" in page_1(understood)


# ---------- rows as they are typed, and what waits for what ----------


def waiting_for_each_other(book: Any) -> None:
    sheet = book["Milestones"]
    sheet.cell(row_of(sheet, "M-CAP-002"), 14).value = "M-CAP-008"
    sheet.cell(row_of(sheet, "M-CAP-008"), 14).value = "M-CAP-002"


def ids_mistyped(book: Any) -> None:
    sheet = book["Milestones"]
    sheet.cell(row_of(sheet, "M-CAP-006"), 2).value = "M-CAP-O06"
    sheet.cell(row_of(sheet, "M-CAP-004"), 2).value = "MCAP 004"


def group_twice(book: Any) -> None:
    sheet = book["Task & Finish Groups"]
    for column, cell in enumerate(list(sheet[5]), start=1):
        sheet.cell(6, column).value = "TF-009" if column == 1 else cell.value


@pytest.mark.parametrize(
    ("file", "edit", "rule", "where"),
    [
        (CAP, waiting_for_each_other, "AP217", ["AP217 Milestones!N6 Milestones!N12"]),
        (CAP, ids_mistyped, "AP161", ["AP161 Milestones!B8", "AP161 Milestones!B10"]),
        ("RDG return June 2026.xlsx", group_twice, "AP288", ["AP288 Task & Finish Groups!B5 Task & Finish Groups!B6"]),
    ],
)
def test_a_slip_in_a_register_is_one_problem_at_its_cells(file: str, edit: Edit, rule: str, where: list[str], tmp_path: Path) -> None:
    understood = june_with(tmp_path, {file: edit})
    assert places(said(understood, rule)) == where
    assert counts(understood) == counts(the_sample())


@pytest.mark.parametrize("typed", ["Complete?", "nearly done", "On track / At risk", "On track (just)"])
def test_no_suggestion_flatters_a_status_and_page_1_says_which_is_in_question(typed: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Milestones", E11=typed)})
    (asked,) = said(understood, "AP150")
    assert places([asked]) == ["AP150 Milestones!E11"]
    assert not any(f"Did you mean “{word}”" in asked.sentence for word in ("Complete", "On track"))
    assert "One figure in question, [q]: M-CAP-007, status now." in page_1(understood)
    assert understood.position.month.off_track.direction == "worse"  # two that are known, after one
