"""Counts pasted into another row, an item that stands twice, a score nobody can read: made in the sample month, each through its workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from field_cases import Edit, june_with, page_1, places, put, row_of, said, the_sample, told_anew, words_of

from assurance_pack.english import number

CAP = "Capital and Sufficiency June 2026.xlsx"
QDD = "QA Data and Digital - June 2026.xlsx"


@pytest.mark.parametrize(
    ("cells", "where", "asks"),
    [
        ({"C6": 87}, "AP277 Indicators!C6 Indicators!D6", "is 15% in May 2026 and was 74% in April 2026"),
        ({"C7": 412}, "AP277 Indicators!C7 Indicators!D7", "is 34% in May 2026 and was 93% in April 2026"),
        ({"C5": 86, "D5": 569}, "AP277 Indicators!C5 Indicators!D5", "is 15% in May 2026 and was 61% in April 2026"),
        (
            {"C6": 87, "D6": 138},
            "AP276 Indicators!C5 Indicators!D5 Indicators!C6 Indicators!D6",
            "both counts of “Plans in 20 weeks” in May 2026",
        ),
        (
            {"C6": 434, "D6": 579},
            "AP276 Indicators!C6 Indicators!D6 Indicators!C12 Indicators!D12",
            "both counts of “Reviews in time” in March 2026",
        ),
    ],
    ids=["the row above", "two rows above", "of two rows", "both of the row above", "both of two months before"],
)
def test_counts_of_another_row_are_asked_about(cells: dict[str, int], where: str, asks: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {QDD: put("Indicators", **cells)})
    assert where in told_anew(understood)
    (asked,) = said(understood, where.partition(" ")[0])
    assert asks in asked.sentence


def test_a_new_sum_ten_times_the_last_is_asked_about_beside_any_note(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Indicators", F6=61)})
    assert "AP257 Indicators!F6" in told_anew(understood)
    (asked,) = said(understood, "AP257")
    assert (
        asked.sentence
        == "“High needs forecast” is £61.0m in May 2026 and was £4.2m in April 2026. The note beside it may say why: are both right?"
    )


def twice_with(sheet: str, ref: str, **cells: Any) -> Edit:
    """The row of an item once more, under the table, with other words in some cells."""

    def edit(book: Any) -> None:
        page = book[sheet]
        row = row_of(page, ref)
        below = next(r for r in range(row, page.max_row + 2) if page.cell(r, 4).value is None)
        for column in range(1, page.max_column + 1):
            page.cell(below, column).value = page.cell(row, column).value
        for letter, value in cells.items():
            page[f"{letter}{below}"] = value

    return edit


@pytest.mark.parametrize("cells", [{"D": "Another title altogether stands here now"}, {"J": "Other words."}, {}])
def test_a_milestone_that_stands_twice_is_not_called_unheard_of(cells: dict[str, str], tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: twice_with("Milestones", "M-CAP-007", **cells)})
    assert len(said(understood, "AP260")) == 1
    assert "not heard of since" not in page_1(understood)


@pytest.mark.parametrize("typed", [55, "3 (was 5)", "high-ish"])
def test_an_extreme_risk_whose_score_nobody_can_read_is_there_with_the_last_one(typed: Any, tmp_path: Path) -> None:
    page = page_1(june_with(tmp_path, {CAP: put("Risks", E8=typed)}))
    assert "not heard of since" not in page
    assert "4 in May, 1 of these not known now" in page
    assert page.count("R-CAP-004 Building schemes slip, score [q], 16 last time") == 1


@pytest.mark.parametrize("typed", ["R.CAP.006", "R/CAP/006", "RCAP006", "risk six"])
def test_an_id_that_can_be_made_out_is_one_problem(typed: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Risks", B10=typed)})
    assert told_anew(understood) == ["AP161 Risks!B10"]
    assert "was read as R-CAP-006" in said(understood, "AP161")[0].sentence
    assert page_1(understood) == page_1(the_sample())


def test_another_name_on_the_first_page_is_told_at_its_cell_with_whose_it_was_read_as(tmp_path: Path) -> None:
    (told,) = said(june_with(tmp_path, {CAP: put("Start here", C5="Commissioning and Workforce")}), "AP111")
    assert places([told]) == ["AP111 Start here!C5"]
    assert told.sentence == (
        "The name here is Commissioning and Workforce, and the form was made for Capital and Sufficiency: it was read as theirs."
    )


def exchanged(book: Any) -> None:
    """The cells of two milestones exchanged, their IDs left: one of them was off track, and the other is on track."""
    page = book["Milestones"]
    for column in range(3, page.max_column + 1):
        one, other = page.cell(11, column), page.cell(12, column)
        one.value, other.value = other.value, one.value


def test_items_whose_cells_were_exchanged_are_in_question_and_neither_recovered_nor_reworded(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: exchanged})
    assert [p.items for p in said(understood, "AP300")] == [("M-CAP-007",), ("M-CAP-008",)]
    assert [p.items for p in said(understood, "AP303", "AP320") if "M-CAP-007" in p.items] == []
    page = page_1(understood)
    assert "figures in question, [q]" in page
    assert "M-CAP-007: 24 specialist base places open" in page
    assert understood.position.milestones.all.at("off_track") == 2  # three, were M-CAP-007 known


@pytest.mark.parametrize(
    ("file", "edit", "asks", "stays", "counted"),
    [
        (
            "Commissioning and Workforce June 2026.xlsx",
            put("Risks", J7="Managed by another ID", AC7=None),
            "AP225",
            "R-CWF-003",
            "At least 5",
        ),
        ("Commissioning and Workforce June 2026.xlsx", put("Milestones", E8="Withdrawn"), "AP211", "M-CWF-005", "At least 2"),
    ],
)
def test_a_bare_word_takes_no_item_out_of_the_counts(file: str, edit: Edit, asks: str, stays: str, counted: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {file: edit})
    assert [p.items for p in said(understood, asks)] == [(stays,)]
    page = page_1(understood)
    assert f"One figure in question, [q]: {stays}, status" in page
    assert counted in page


def titles_sorted_alone(book: Any) -> None:
    page = book["Milestones"]
    rows = [r for r in range(5, page.max_row + 1) if page.cell(r, 2).value and page.cell(r, 3).value]
    for row, title in zip(rows, sorted(page.cell(r, 3).value for r in rows), strict=True):
        page.cell(row, 3).value = title


def test_a_column_sorted_alone_is_one_problem_and_page_1_says_how_much_is_in_question(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: titles_sorted_alone})
    (asked,) = said(understood, "AP300")
    assert asked.sentence.endswith("now stand beside what others of them were: was one column sorted alone?")
    assert len(asked.items) >= 5
    page = page_1(understood)
    assert f"{number(len(asked.items)).capitalize()} figures in question, [q]: {asked.items[0]}, the whole row" in page
    assert "At least 3" in page


def test_a_word_nobody_can_read_beside_a_figure_leaves_the_figure(tmp_path: Path) -> None:
    page = page_1(june_with(tmp_path, {CAP: put("Indicators", G6="yes pls")}))
    assert "One figure in question, [q]: High needs forecast, May 2026, provisional." in page


@pytest.mark.parametrize(
    ("file", "edit", "says"),
    [
        ("Board log June 2026.xlsx", put("Actions", D5="end May"), "Two of seven open actions are overdue, one more than in May"),
        (CAP, put("Risks", K9="asap"), "Overdue for review: 2 of 17."),
        (QDD, put("QA findings", K7="when staff are back"), "one overdue. Overdue: Q-QDD-004"),
    ],
)
def test_what_is_late_stays_so_where_its_day_cannot_be_read(file: str, edit: Edit, says: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {file: edit})
    assert len(said(understood, "AP142")) == 1
    assert says in words_of(understood)


def test_a_decision_on_another_risk_accepts_none(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Risks", Z8="D-004")})
    assert [p.items for p in said(understood, "AP623")] == [("R-CAP-004",)]
    (line,) = [one for one in understood.position.risks.open if one.id == "R-CAP-004"]
    assert line.accepted is None


def moved(sheet: str, columns: str, first: int, last: int, by: int) -> Edit:
    """A block of cells as it is cut out and pasted so many rows on."""

    def edit(book: Any) -> None:
        page = book[sheet]
        block = {(row, column): page[f"{column}{row}"].value for row in range(first, last + 1) for column in columns}
        for row, column in block:
            page[f"{column}{row}"].value = None
        for (row, column), value in block.items():
            page[f"{column}{row + by}"].value = value

    return edit


def test_answers_pasted_a_row_too_low_are_printed_beside_no_ask(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {"RDG return June 2026.xlsx": moved("You said, we did", "CDE", 5, 10, 1)})
    (asked,) = said(understood, "AP336")
    assert asked.sentence == "5 answers speak of the ask in the row above, and none of their own: was a block pasted a row too low?"
    assert [c.ref for c in asked.cells] == ["D7", "D8", "D9", "D10", "D11"]
    assert not any(said in words_of(understood) for said in ("No form changes from 1 July", "How calls are counted is published"))


def test_scores_pasted_a_row_too_low_are_asked_about_as_one_block(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: moved("Risks", "EF", 5, 9, 1)})
    blocks = [p for p in said(understood, "AP328") if "was a block pasted a row too low?" in p.sentence]
    assert len(blocks) == 1
    assert "“Likelihood now” and “Impact now”" in blocks[0].sentence
