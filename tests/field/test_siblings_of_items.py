"""One item in the place of another: an ID, a decision or a neighbour's words, made in the sample months, each through its workbook."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from field_cases import ROOT, SETTINGS, Edit, june_with, page_1, places, put, said

from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import Understood, understand
from assurance_pack.returns.rdg import Confidence

JULY = Month("2026-07")
RDG, LOG, CAP = "RDG return July 2026.xlsx", "Board log July 2026.xlsx", "Capital and Sufficiency July 2026.xlsx"
JUNE_CAP, JUNE_RDG, JUNE_LOG = "Capital and Sufficiency June 2026.xlsx", "RDG return June 2026.xlsx", "Board log June 2026.xlsx"


def july_with(root: Path, edits: dict[str, Edit]) -> Understood:
    """July of the sample as it is understood with this in its files."""
    shutil.copytree(ROOT / "inputs", root / "inputs")
    shutil.copy(ROOT / "pack.toml", root)
    home = Home(root)
    for name, edit in edits.items():
        book: Any = openpyxl.load_workbook(home.inputs(JULY) / name)
        edit(book)
        book.save(home.inputs(JULY) / name)
    return understand(home, JULY, SETTINGS)


def exchanged(sheet: str, one: int, other: int, letters: str) -> Edit:
    """The cells of two rows exchanged in these columns."""

    def edit(book: Any) -> None:
        page = book[sheet]
        for letter in letters.split():
            here, there = page[f"{letter}{one}"], page[f"{letter}{other}"]
            here.value, there.value = there.value, here.value

    return edit


def accepted(understood: Understood) -> dict[str, str]:
    """The risks the Board accepted, as printed, each with its decision."""
    return {line.id: line.accepted.row.ref for line in understood.position.risks.open if line.accepted}


@pytest.mark.parametrize(
    ("edit", "told", "stand"),
    [
        (exchanged("Decisions", 10, 11, "B"), "AP600 Decisions!B10 Decisions!B11", {"R-CWF-001": "D-004"}),
        (exchanged("Decisions", 10, 11, "C"), "AP600 Decisions!B10 Decisions!B11", {"R-CWF-001": "D-004"}),
        (exchanged("Decisions", 10, 11, "C D E G H J K L M N O P"), "AP600 Decisions!B10 Decisions!B11", {"R-CWF-001": "D-004"}),
        (exchanged("Decisions", 6, 7, "B"), "AP600 Decisions!B6 Decisions!B7", {"R-QDD-002": "D-009"}),
        (put("Decisions", B11="R-CWF-001"), "AP602 Decisions!B11 Risks!Z6", {"R-CWF-001": "D-004"}),
        (put("Decisions", B6="R-CWF-003"), "AP602 Decisions!B6 Risks!Z5", {"R-QDD-002": "D-009"}),
        (exchanged("Decisions", 10, 11, "J"), "AP625 Decisions!B11 Decisions!J11", {"R-QDD-002": "D-009", "R-CWF-001": "D-004"}),
    ],
    ids=["items", "types", "all but the items", "items of earlier ones", "another risk", "another risk than last month", "what shows them"],
)
def test_no_risk_is_accepted_by_a_decision_of_which_it_is_in_question_what_it_was_about(
    edit: Edit, told: str, stand: dict[str, str], tmp_path: Path
) -> None:
    understood = july_with(tmp_path, {LOG: edit})
    assert told in places(said(understood, told[:5]))
    assert accepted(understood) == stand
    assert [s.matter.row.ref for s in understood.position.decisions.standing if s.matter.row.ref == "B-005"] == []


def test_what_the_log_said_of_a_meeting_is_asked_about_where_it_says_otherwise_now(tmp_path: Path) -> None:
    others = put("Decisions", E6="Accepted the system risk of late psychologist advice until 31 December 2026.", O6=30)
    understood = july_with(tmp_path, {LOG: others})
    assert places(said(understood, "AP626")) == ["AP626 Decisions!E6", "AP626 Decisions!O6"]
    assert "“… 31 December 2026.” now" in said(understood, "AP626")[0].sentence


def test_answers_of_two_milestones_exchanged_are_in_question_and_printed_as_neithers(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {JUNE_CAP: exchanged("Milestones", 10, 11, "G I K N")})
    assert places(said(understood, "AP327")) == ["AP327 Milestones!G10 Milestones!K10 Milestones!G11 Milestones!K11"]
    assert "M-CAP-006, forecast now and reason and path to green" in page_1(understood)


def test_what_is_new_of_two_milestones_exchanged_is_asked_about_by_its_words(tmp_path: Path) -> None:
    understood = june_with(tmp_path, {JUNE_CAP: exchanged("Milestones", 11, 12, "A E G H I K")})
    assert [p.items for p in said(understood, "AP329")] == [("M-CAP-007", "M-CAP-008")]


@pytest.mark.parametrize(
    ("file", "sheet", "cell", "words", "told"),
    [
        (JUNE_RDG, "Confidence", "E7", "E8", "AP325 Confidence!E7 Confidence!E8"),
        (JUNE_CAP, "Risks", "H10", "H8", "AP325 Risks!H8 Risks!H10"),
        (JUNE_CAP, "Milestones", "K10", "K11", "AP325 Milestones!K10 Milestones!K11"),
        (JUNE_LOG, "Decisions", "L9", "L8", "AP325 Decisions!L8 Decisions!L9"),
        (JUNE_CAP, "Milestones", "I11", "K11", ""),
    ],
    ids=["confidence", "what changed", "path to green", "rationale", "one row's own words twice"],
)
def test_a_neighbours_words_are_asked_about_wherever_a_row_has_its_own(
    file: str, sheet: str, cell: str, words: str, told: str, tmp_path: Path
) -> None:
    def pasted(book: Any) -> None:
        book[sheet][cell] = book[sheet][words].value

    assert places(said(june_with(tmp_path, {file: pasted}), "AP325")) == ([told] if told else [])


@pytest.mark.parametrize("ref", ["B-007", "B-008"])
def test_what_stands_over_is_still_before_the_board_where_its_id_was_typed_on_a_new_matter(ref: str, tmp_path: Path) -> None:
    understood = july_with(tmp_path, {RDG: put("For the Board", A5=ref)})
    assert places(said(understood, "AP302")) == ["AP302 For the Board!A5 For the Board!B5"]
    assert [s.matter.row.ref for s in understood.position.decisions.standing] == ["B-007", "B-008"]
    page = page_1(understood)
    assert "B-007. Ratify a Task & Finish Group on therapy waits, to 30 November. Asked in June, still to be decided." in page
    assert "1. Approve the high needs recovery plan" in page


def test_a_matter_brought_again_in_other_words_is_asked_now_and_stands_over_no_more(tmp_path: Path) -> None:
    again = put("For the Board", A5="B-007", B5="Two services have not agreed who leads.", V5="TF-002, R-CWF-004")
    understood = july_with(tmp_path, {RDG: again})
    assert said(understood, "AP302") == []
    assert [s.matter.row.ref for s in understood.position.decisions.standing] == ["B-008"]


def test_an_issue_closed_in_the_words_of_something_else_is_asked_about(tmp_path: Path) -> None:
    other = put("Exceptional issues", C5="A provider of transport closes on 24 July; 7 of its 19 buses were to be sold.", F5="Closed")
    assert places(said(july_with(tmp_path, {LOG: other}), "AP324")) == ["AP324 Exceptional issues!C5 Exceptional issues!F5"]


def test_an_issue_closed_with_what_came_of_it_is_not_asked_about(tmp_path: Path) -> None:
    over = put("Exceptional issues", C5="A provider of alternative provision closed on 24 July; all of its 19 part-time places were found elsewhere.", F5="Closed")  # fmt: skip
    assert said(july_with(tmp_path, {LOG: over}), "AP324", "AP302") == []


def as_in(month: str, name: str, sheet: str) -> Edit:
    """What the rows of an earlier month's form say, typed over this month's, item by item."""
    source = openpyxl.load_workbook(ROOT / "inputs" / month / name)[sheet]
    key = "A" if sheet == "Confidence" else "B"
    rows = {source[f"{key}{n}"].value: n for n in range(5, source.max_row + 1)}

    def edit(book: Any) -> None:
        page = book[sheet]
        for cell in page[4]:
            for n in range(5, page.max_row + 1):
                then = rows.get(page[f"{key}{n}"].value)
                if then and page[f"{key}{n}"].value and cell.column_letter not in ("A", key):
                    page[f"{cell.column_letter}{n}"].value = source[f"{cell.column_letter}{then}"].value

    return edit


def test_an_older_months_table_over_this_months_is_one_problem_that_names_the_month(tmp_path: Path) -> None:
    understood = july_with(tmp_path, {CAP: as_in("2026-05", "Capital and Sufficiency May 2026.xlsx", "Milestones")})
    (asked,) = said(understood, "AP330")
    assert asked.sentence.endswith("say what they said in May 2026, and not in June 2026: was the table of May 2026 typed or pasted in?")
    assert "M-CAP-007" in asked.items
    page = page_1(understood)
    assert "Eight figures in question" in page
    assert "July 3 known" in page  # of five that are off track, the two of this sheet are not known


def test_an_older_months_confidence_is_not_this_months(tmp_path: Path) -> None:
    understood = july_with(tmp_path, {RDG: as_in("2026-05", "RDG return May 2026.xlsx", "Confidence")})
    assert [p.rule for p in said(understood, "AP330")] == ["AP330"]
    assert all(row.in_question("confidence", "reason") for row in understood.case.returns.of(Confidence))
    assert "Six figures in question, [q]: confidence judgement overall, confidence now, reason now" in page_1(understood)


def test_last_months_table_marked_as_changed_is_asked_about(tmp_path: Path) -> None:
    understood = july_with(tmp_path, {CAP: as_in("2026-06", "Capital and Sufficiency June 2026.xlsx", "Risks")})
    assert places(said(understood, "AP332")) == ["AP332 Risks!A8 Risks!A9 Risks!A10"]
