"""What stands in the rows and cells of a return and cannot be taken as it stands: made in the sample month, each through its workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from field_cases import JUNE, ROOT, SETTINGS, Edit, counts, june_with, page_1, put, row_of, said, sample, the_sample, told_anew

from assurance_pack.document.editions import board_sections
from assurance_pack.document.texts import texts
from assurance_pack.intake.reading.lists import suggested_place
from assurance_pack.model.problem import Severity
from assurance_pack.position.editions.public import take
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.workspace import WORKSPACE_RETURN, Milestone, Risk
from assurance_pack.rules import all_rules
from assurance_pack.schema import Review

CAP = "Capital and Sufficiency June 2026.xlsx"
CWF = "Commissioning and Workforce June 2026.xlsx"


def test_all_ids_read_in_a_cell_are_named_where_one_was_mistyped(tmp_path: Path) -> None:
    typed = {"AB5": "M-CAP-002/010", "AB6": "M-CAP-OO2, M-CAP-010", "AB7": "M-CAP-002 & 010"}
    asked = said(june_with(tmp_path, {CAP: put("Risks", **typed)}), "AP161")
    assert [p.cells[0].ref for p in asked] == list(typed)
    for one in asked:
        assert {"M-CAP-002", "M-CAP-010"} <= set(one.sentence.partition("was read as")[2].strip(" .").split(" and "))


def test_of_ids_of_which_some_cannot_be_read_both_kinds_are_named(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Risks", AB5="M-CAP-002/010, the lift, the plan")})
    (asked,) = said(understood, "AP151")
    assert (asked.cells[0].ref, asked.sentence) == (
        "AB5", "“the lift” and “the plan” in “Linked milestones” are no IDs; of this cell, M-CAP-002 and M-CAP-010 were read.",
    )  # fmt: skip
    risk = understood.case.returns.find(Risk, "R-CAP-001")
    assert risk is not None
    assert risk.linked == ("M-CAP-002", "M-CAP-010")


@pytest.mark.parametrize("typed", ["the lift", "M-CAP-007, the lift"])
def test_a_linked_id_that_cannot_be_read_is_in_question_and_no_change(typed: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Risks", AB9=typed)})
    risk = understood.case.returns.find(Risk, "R-CAP-005")
    assert risk is not None
    assert risk.review is Review.NOT_REVIEWED
    assert "One figure in question, [q]: R-CAP-005, linked milestones" in page_1(understood).replace("\n", "")


def test_a_linked_id_that_can_be_read_and_is_another_is_a_change(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Risks", AB9="M-CAP-007")})
    risk = understood.case.returns.find(Risk, "R-CAP-005")
    assert risk is not None
    assert risk.review is Review.CHANGED


def test_what_says_that_it_is_not_known_or_points_at_another_cell_is_no_answer(tmp_path: Path) -> None:
    capital = {
        "U5": "N/K",
        "U6": "not known",
        "U7": "TBD",
        "U8": "not yet known",
        "U10": "to be found",
        "U11": "don't know",
        "T11": "–",
        "K11": "as above",
        "I11": "as above",
        "M8": "see above",
    }
    risks = {"R5": "as above", "R6": "ditto", "R7": '"', "R8": "as previous row", "M6": "see attached", "M8": "."}
    understood = june_with(tmp_path, {CAP: lambda book: (put("Milestones", **capital)(book), put("Risks", **risks)(book))})
    told = {(c.sheet, c.ref): p.sentence for p in said(understood, "AP140") for c in p.cells}
    for sheet, typed in (("Milestones", capital), ("Risks", risks)):
        for cell, word in typed.items():
            assert told[sheet, cell].startswith(f"“{word}” in “"), cell
            assert told[sheet, cell].endswith("” is no answer."), cell


def test_a_path_to_green_that_is_not_known_is_asked_for(tmp_path: Path) -> None:
    assert "AP208 Milestones!K11" in told_anew(june_with(tmp_path, {CAP: put("Milestones", K11="N/K")}))


def test_a_link_that_says_only_that_it_is_not_known_names_none(tmp_path: Path) -> None:
    assert told_anew(june_with(tmp_path, {CAP: put("Milestones", N7="N/K")})) == []


OWN_HEADINGS = ["Ref", "Risk description", "Rating", "Impact", "Mitigation", "Lead officer", "Status", "Review date"]
OWN_ROWS = [
    ["CR1", "Roof may leak over the hall", "High", "Major", "Survey booked", "Estates one", "Live", "Autumn"],
    ["CR2", "No lift parts before spring", "Medium", "Moderate", "Second supplier asked", "Estates two", "Live", "n/k"],
]


def own_register(top: int, *, alone: bool = False) -> Edit:
    """A register of two rows with its own headings, pasted into Risks from this row on; `alone` where the form's rows were cleared before."""

    def edit(book: Any) -> None:
        page = book["Risks"]
        for row in page.iter_rows(min_row=5) if alone else ():
            for cell in row:
                cell.value = None
        for down, said_there in enumerate([OWN_HEADINGS, *OWN_ROWS]):
            for across, value in enumerate(said_there, start=1):
                page.cell(top + down, across).value = value

    return edit


@pytest.mark.parametrize(
    ("top", "alone", "sentence"),
    [
        (4, False, "Headings that are not the form's stand over its own here, beginning with “Ref”. Rows 5 to 6 beneath: they were not read, and do not reach the Board."),
        (4, True, "Headings that are not the form's stand over its own here, beginning with “Ref”. Rows 5 to 6 beneath: they were not read, and do not reach the Board."),
        (5, False, "Another table begins here with “Ref”, under headings that are not the form's. Rows 5 to 7: they were not read, and do not reach the Board."),
    ],
    ids=["over the headings", "over the headings, in place of all rows", "under the headings"],
)  # fmt: skip
def test_a_register_of_two_rows_with_its_own_headings_is_one_error(top: int, *, alone: bool, sentence: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: own_register(top, alone=alone)})
    (told,) = [p for p in understood.verdicts.problems if p.severity is Severity.ERROR]
    assert (told.rule, told.cells[0].ref, told.sentence) == ("AP139", f"A{top}", sentence)
    assert not {"AP137", "AP136", "AP134"} & {p.rule for p in understood.verdicts.problems}


def test_headings_in_words_of_their_own_over_the_rows_of_the_form_lose_no_row(tmp_path: Path) -> None:
    """The hidden keys say which columns they are."""
    retitled = {"C4": "What might go wrong", "H4": "News", "M4": "Mitigation", "R4": "Lead officer", "J4": "Live or not"}
    understood = june_with(tmp_path, {CAP: put("Risks", **retitled)})
    assert told_anew(understood) == []
    assert len(understood.case.returns.of(Risk, WORKSPACE_RETURN.sender("CAP"))) == 6


def july_beneath(*above: str, headings: bool = True) -> Edit:
    """Three rows of July under June's, with these lines and the headings over them."""
    july = openpyxl.load_workbook(ROOT / "inputs" / "2026-07" / CAP.replace("June", "July"))["Milestones"]

    def edit(book: Any) -> None:
        page = book["Milestones"]
        for number, line in enumerate(above, start=24):
            page.cell(number, 1).value = line
        copied = [*([4] if headings else []), *(row_of(july, f"M-CAP-00{n}") for n in (7, 8, 9))]
        for number, source in enumerate(copied, start=24 + len(above)):
            for column in range(1, 26):
                page.cell(number, column).value = july.cell(source, column).value

    return edit


@pytest.mark.parametrize(
    ("edit", "rows"),
    [
        (july_beneath("Milestones, July 2026"), "Rows 26 to 28"),
        (july_beneath("July 2026", headings=False), "Rows 25 to 27"),
        (july_beneath("Milestones   Capital and Sufficiency, July 2026. Illustrative.", "Choose “This month” for every row."), "Rows 27 to 29"),
    ],
    ids=["a title and headings", "a title alone", "title, help and headings"],
)  # fmt: skip
def test_the_table_of_another_month_under_this_months_is_one_error_and_is_not_read(edit: Edit, rows: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: edit})
    assert told_anew(understood) == ["AP139 Milestones!A24"]
    (told,) = said(understood, "AP139")
    assert told.sentence == (
        f"Two tables stand on this sheet with the same IDs, and one is of July 2026. {rows}, which are of that month: they were not read, and do not reach the Board."
    )
    assert told.remedy.startswith("Take that month's table out")
    assert counts(understood) == counts(the_sample())


@pytest.mark.parametrize("above", [(), ("Second half of the year",)], ids=["headings alone", "a title without a month"])
def test_rows_that_stand_in_two_tables_are_one_question_of_which_holds(above: tuple[str, ...], tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: july_beneath(*above)})
    (told,) = said(understood, "AP260")
    assert told.items == ("M-CAP-007", "M-CAP-008", "M-CAP-009")
    assert told.sentence == (
        "A second table stands here beneath the first, and M-CAP-007, M-CAP-008 and M-CAP-009 stand in both: are two months, or one month twice, on one sheet?"
    )
    assert "next free ID" not in told.remedy
    assert not said(understood, "AP138")


def test_a_month_in_a_heading_over_rows_that_are_new_takes_none_of_them_out(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        page = book["Milestones"]
        page["A24"] = "Planned for July 2026"
        source = row_of(page, "M-CAP-007")
        for column in range(1, 26):
            page.cell(25, column).value = page.cell(source, column).value
        page["A25"], page["B25"], page["C25"] = "New", "M-CAP-031", "A lift in the second school works"

    understood = june_with(tmp_path, {CAP: edit})
    assert not said(understood, "AP139")
    assert understood.case.returns.find(Milestone, "M-CAP-031") is not None


def test_an_item_of_another_workspace_is_left_to_its_own_return(tmp_path: Path) -> None:
    def edit(book: Any) -> None:
        page = book["Milestones"]
        below = next(r for r in range(5, 60) if page.cell(r, 3).value is None)
        source = 5
        for column in range(1, 26):
            page.cell(below, column).value = page.cell(source, column).value
        page.cell(below, 2).value = "M-CAP-007"

    understood = june_with(tmp_path, {CWF: edit})
    (told,) = said(understood, "AP260")
    assert told.sentence.startswith("M-CAP-007 is an item of Capital and Sufficiency, and stands in their return at ")
    assert told.remedy.startswith("Take the row out here: Capital and Sufficiency reports the item.")
    assert "next free ID" not in told.remedy


def test_a_place_on_a_scale_is_asked_for_with_its_range_and_its_word(tmp_path: Path) -> None:
    typed = {"E5": 0.8, "E6": "likley", "E7": "posible", "E8": "quite likely", "F5": "not minor", "F6": "majer", "F7": "2.5"}
    understood = june_with(tmp_path, {CAP: put("Risks", **typed)})
    told = {c.ref: p.sentence for p in said(understood, "AP148", "AP150") for c in p.cells if c.sheet == "Risks"}
    assert told["E5"] == "“0.8” in “Likelihood now” is not a whole number: it should be 1 to 5."
    assert told["F7"] == "“2.5” in “Impact now” is not a whole number: it should be 1 to 5."
    meant = {"E6": "4 Likely", "E7": "3 Possible", "E8": "4 Likely", "F6": "4 Major"}
    for cell, word in meant.items():
        assert told[cell].endswith(f"Did you mean “{word}”?"), cell
    assert "Did you mean" not in told["F5"]
    assert told["F5"].endswith("It should be one of: 1 Negligible; 2 Minor; 3 Moderate; 4 Major; 5 Catastrophic.")


@pytest.mark.parametrize("typed", ["quite unlikely", "not rare", "Probable", "possible?", "improbable", "rare or possible"])
def test_no_low_place_on_a_scale_is_suggested_for_what_may_mean_more(typed: str) -> None:
    assert suggested_place(typed, SETTINGS.words("likelihood")) == ""


def test_a_forecast_that_is_no_date_is_not_told_of_first_pages(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Milestones", G7="early autumn")})
    (told,) = said(understood, "AP142")
    assert told.remedy == "Write day, month and year, for example 30/06/2026 or 30 June 2026."


def test_a_status_that_was_sent_and_is_in_question_is_not_called_none(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put("Milestones", E11="Greenish", E12="Amber?", E13=None)})
    milestones = " ".join(t for t in texts(board_sections(understood.position, SETTINGS)[2].blocks) if t)
    assert "one has no status this month and the status of two is in question." in milestones
    tally = take(understood.case, understood.position).tally
    assert (tally.unheard, tally.unclear) == (1, 2)


def test_the_last_score_stands_wherever_page_1_names_a_risk_whose_score_is_in_question(tmp_path: Path) -> None:
    page = page_1(june_with(tmp_path, {CAP: put("Risks", E8="high-ish", F10=9, E5="often")})).replace("\n", "")
    assert "R-CAP-004 Building schemes slip, score [q], 16 last time" in page
    assert "R-CAP-006, score [q], 16 last time" in page
    assert "R-CAP-001, likelihood now (score 9 last time)" in page
    assert "R-CAP-004, likelihood now (score 16 last time)" in page


def test_a_return_in_a_folder_of_its_own_is_said_not_to_be_read_beside_its_being_missing(tmp_path: Path) -> None:
    sent = sample(tmp_path, {}).inputs(JUNE)
    (sent / "Sent on Tuesday").mkdir()
    (sent / CAP).rename(sent / "Sent on Tuesday" / CAP)
    understood = june_with(tmp_path, {})
    (told,) = said(understood, "AP118")
    assert (told.cells[0].file, told.sentence) == ("Sent on Tuesday", "This folder holds one file that may be a return: it was not read.")
    assert told.remedy.startswith("If they are returns of this month, move them up one folder")
    assert told.severity is Severity.WARNING
    assert not said(understood, "AP101")
    assert "No return received from Capital and Sufficiency." in [p.sentence for p in said(understood, "AP128")]


def test_no_remedy_says_outright_that_nothing_has_to_be_done() -> None:
    """Beside another problem of the same file or sheet (a name in it, a return that is missing) something may have to be."""
    assert [r.id for r in all_rules() if r.remedy.casefold().startswith("nothing has to be done")] == []


@pytest.mark.parametrize(
    ("sheet", "cells", "where"),
    [
        ("Milestones", {"A15": "Added at the meeting of 28 July:"}, "AP138 Milestones!A15"),
        ("Risks", {"A12": "New risks since the May meeting"}, "AP138 Risks!A12"),
        ("Risks", {"C12": "TOTAL", "E12": 3}, "AP138 Risks!C12"),
        ("Risks", {"C12": "Total:", "E12": 3, "F12": 12}, "AP138 Risks!C12"),
        ("Milestones", {"C15": "Total: 3 complete, 4 on track"}, "AP138 Milestones!C15"),
        ("Risks", {"C12": "Risks that closed this month:"}, "AP138 Risks!C12"),
    ],
)
def test_a_heading_or_a_total_in_a_spare_row_is_a_note_and_no_item(sheet: str, cells: dict[str, Any], where: str, tmp_path: Path) -> None:
    understood = june_with(tmp_path, {CAP: put(sheet, **cells)})
    assert [p.partition(" ")[0] for p in told_anew(understood)] == ["AP138"]
    assert told_anew(understood) == [where]
    assert page_1(understood) == page_1(the_sample())


def test_a_partners_concern_after_rows_left_out_is_a_concern(tmp_path: Path) -> None:
    words = "The ward moves in May and nobody has told the schools yet."
    understood = june_with(tmp_path, {"NHS trust concern June 2026.xlsx": put("Concerns", A9=words)})
    assert words in [c.concern for c in understood.case.returns.of(Concern)]
    assert said(understood, "AP138") == []
