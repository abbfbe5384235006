"""Sheets, columns and answers are found wherever people have moved them, and what is not found is said with its place."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from workbooks import MILESTONE, MILESTONE_HEADINGS

from assurance_pack.intake.opening.grid import Grid, OpenedBook, Seen
from assurance_pack.intake.reading.locate import Located, find_page, find_table
from assurance_pack.intake.reading.rows import read_rows
from assurance_pack.intake.recognising.identity import Identity
from assurance_pack.intake.recognising.sheets import find_sheets
from assurance_pack.model.fault import FaultKind
from assurance_pack.returns import return_kind
from assurance_pack.returns.voice import Voice
from assurance_pack.returns.workspace import Cover, Milestone, Risk
from assurance_pack.schema import columns
from assurance_pack.settings_file import load

SETTINGS = load(Path(__file__).parents[2] / "pack.toml")
KEYS = ["this_month", "id", "title", "status", "forecast", "progress", "priority", "theme", "lead", "accountable", "baseline"]
IDENTITY = Identity("workspace", "Milestones", 1, "CAP", "2026-06").text()


def grid(*rows: list[Any], title: str = "Milestones", **said: Any) -> Grid:
    """A sheet from its rows, the first in row 1."""
    cells = {(r, c): Seen(value) for r, row in enumerate(rows, 1) for c, value in enumerate(row, 1) if value is not None}
    return Grid(title, cells, **said)


def with_keys(headings: list[str]) -> Grid:
    return grid(["Milestones, June 2026"], [], [KEYS[0] + IDENTITY, *KEYS[1:]], headings, MILESTONE)


def said(found: Located) -> list[tuple[FaultKind, str, str, str]]:
    return [(f.kind, f.cell.ref, f.seen, f.expected) for f in found.faults]


def test_headings_are_found_under_a_title_and_other_rows_in_any_order() -> None:
    found = find_table(Milestone, grid(["Milestones"], [], ["Please fill in"], MILESTONE_HEADINGS[::-1], MILESTONE[::-1]), "CAP.xlsx")
    assert found.heading_row == 4
    assert found.places == {name: 11 - n for n, name in enumerate(KEYS)}
    assert found.faults == []


@pytest.mark.parametrize(
    "typed", ["FORECAST NOW", " forecast  now ", "Forecast\u00a0now", "Forecast now:", "Forecast date", "Forecast", "5  Forecast now"]
)
def test_a_heading_in_capitals_with_spaces_or_from_an_earlier_form_is_known_without_a_word(typed: str) -> None:
    headings = [typed if h == "Forecast now" else h for h in MILESTONE_HEADINGS]
    found = find_table(Milestone, grid(headings, MILESTONE), "CAP.xlsx")
    assert found.places["forecast"] == 5
    assert found.faults == []


def test_a_heading_with_a_slip_of_the_keys_is_read_and_said() -> None:
    headings = ["Forcast now" if h == "Forecast now" else h for h in MILESTONE_HEADINGS]
    found = find_table(Milestone, grid(headings, MILESTONE), "CAP.xlsx")
    assert found.places["forecast"] == 5
    assert said(found) == [(FaultKind.RENAMED_COLUMN, "E1", "Forcast now", "Forecast now")]


def test_a_heading_of_their_own_is_not_taken_for_one_of_ours_but_asked_about() -> None:
    headings = ["Milestone owner" if h == "Milestone" else h for h in MILESTONE_HEADINGS]
    found = find_table(Milestone, grid(headings, MILESTONE), "CAP.xlsx")
    assert "title" not in found.places
    assert said(found) == [(FaultKind.UNKNOWN_COLUMN, "C1", "Milestone owner", ""), (FaultKind.MISSING_COLUMN, "A1", "", "Milestone")]
    assert found.faults[1].suggestion == "Milestone owner"


def test_a_second_column_with_the_same_heading_is_said_and_the_first_read() -> None:
    found = find_table(Milestone, grid([*MILESTONE_HEADINGS, "Status"], [*MILESTONE, "Green"]), "CAP.xlsx")
    assert found.places["status"] == 4
    assert said(found) == [(FaultKind.DUPLICATE_COLUMN, "L1", "Status", "Status now")]


@pytest.mark.parametrize("heading", ["Status in June", "Forecast in May", "Score now", "Value sent in June"])
def test_the_grey_columns_of_our_forms_are_passed_over_in_silence(heading: str) -> None:
    assert find_table(Milestone, grid([*MILESTONE_HEADINGS, heading], MILESTONE), "CAP.xlsx").faults == []


def test_a_column_keyed_as_information_is_passed_over_whatever_its_heading() -> None:
    sheet = grid(
        [KEYS[0] + IDENTITY, *KEYS[1:], "info:last_status", "last:score"], [*MILESTONE_HEADINGS, "What you said", "Before"], MILESTONE
    )
    assert find_table(Milestone, sheet, "CAP.xlsx").faults == []


def test_keys_find_columns_whose_headings_somebody_has_rewritten() -> None:
    found = find_table(Milestone, with_keys([f"Our heading {n}" for n in range(11)]), "CAP.xlsx")
    assert found.places == {name: n for n, name in enumerate(KEYS, 1)}
    assert (found.heading_row, found.faults) == (4, [])


def test_where_the_visible_headings_were_moved_without_the_hidden_keys_the_headings_are_believed_and_it_is_said() -> None:
    swapped = [*MILESTONE_HEADINGS[:3], "Forecast now", "Status now", *MILESTONE_HEADINGS[5:]]
    found = find_table(Milestone, with_keys(swapped), "CAP.xlsx")
    assert (found.places["forecast"], found.places["status"]) == (4, 5)
    assert [f[:2] for f in said(found)] == [(FaultKind.CLASHING_IDENTITY, "D4"), (FaultKind.CLASHING_IDENTITY, "E4")]


def test_rows_inserted_between_keys_and_headings_do_no_harm() -> None:
    sheet = grid([KEYS[0] + IDENTITY, *KEYS[1:]], [], ["A note somebody put here"], MILESTONE_HEADINGS, MILESTONE)
    found = find_table(Milestone, sheet, "CAP.xlsx")
    assert (found.heading_row, found.faults) == (4, [])


def test_a_sheet_without_its_headings_is_said_once_and_not_column_by_column() -> None:
    found = find_table(Milestone, grid(["something"], ["else"]), "CAP.xlsx")
    assert [f.kind for f in found.faults] == [FaultKind.MISSING_COLUMN]
    assert str(found.faults[0].cell) == "CAP.xlsx › Milestones"


@given(
    st.permutations(range(11)),
    st.integers(0, 12),
    st.lists(st.integers(0, 10), max_size=4),
    st.booleans(),
    st.randoms(use_true_random=False),
)
def test_columns_in_any_order_with_columns_between_and_rows_above_give_the_same_row(
    order: list[int], above: int, gaps: list[int], keyed: bool, rng: random.Random
) -> None:
    headings = [MILESTONE_HEADINGS[n] for n in order]
    values = [MILESTONE[n] for n in order]
    keys = [KEYS[n] for n in order]
    for gap in gaps:
        for line, own in ((headings, "Our own notes on it"), (values, "x"), (keys, None)):
            line.insert(gap, own)
    keys[0] = (keys[0] or "") + IDENTITY
    rows = [["A line of text"] for _ in range(above)] + ([keys] if keyed else []) + [headings, values]
    lines = read_rows(find_table(Milestone, grid(*rows), "CAP.xlsx"), "workspace:CAP", SETTINGS)
    (row,) = lines.rows
    plain = read_rows(find_table(Milestone, grid(MILESTONE_HEADINGS, MILESTONE), "CAP.xlsx"), "workspace:CAP", SETTINGS).rows[0]
    assert {c.name: getattr(row, c.name) for c in columns(Milestone)} == {c.name: getattr(plain, c.name) for c in columns(Milestone)}


# ---------- pages ----------


def test_answers_stand_beside_their_questions_wherever_the_page_puts_them() -> None:
    sheet = grid([], [None, None, "Workspace", None, "Capital and Sufficiency"], ["Month", "June 2026"], title="Start here")
    found = find_page(Cover, sheet, "CAP.xlsx")
    assert found.answers["workspace"] == (2, 5)
    assert found.answers["month"] == (3, 2)


def test_last_months_answer_beside_an_empty_box_is_never_taken_for_this_months() -> None:
    head = ["", "About this return", "Your answer", "In June"]
    keyed = grid(head, ["headline;form=workspace;sheet=Start here;v=1;from=CAP;month=2026-07", "Headline", None, "56 places are late."])
    unkeyed = grid(head[1:], ["Headline", None, "56 places are late."])
    assert find_page(Cover, keyed, "CAP.xlsx").answers["headline"] == (2, 3)
    assert find_page(Cover, unkeyed, "CAP.xlsx").answers["headline"] == (2, 2)


def test_a_question_with_its_number_and_help_beneath_is_known() -> None:
    sheet = grid(
        ["1  What is working?\nThings that have got better, or that families say are good.", "The base opened."], title="Your words"
    )
    assert find_page(Voice, sheet, "PCF.xlsx").answers["working"] == (1, 2)


def test_the_answer_to_a_question_in_merged_cells_stands_right_of_them() -> None:
    sheet = grid(["What is working?", None, None, None], title="Your words", merged=((1, 1, 1, 3),))
    assert find_page(Voice, sheet, "PCF.xlsx").answers["working"] == (1, 4)


# ---------- sheets ----------


def sheets_of(*grids: Grid) -> tuple[dict[str, str], list[tuple[FaultKind, str]]]:
    found, faults = find_sheets(OpenedBook(grids), return_kind("workspace"), "CAP.xlsx")
    told = [(f.kind, f.cell.sheet) for f in faults if f.kind is not FaultKind.MISSING_SHEET]
    return {cls.__name__: g.title for cls, g in found.items()}, told


@pytest.mark.parametrize("title", ["Milestones", " milestones ", "MILESTONES"])
def test_a_sheet_renamed_with_spaces_or_capitals_is_known_without_a_word(title: str) -> None:
    assert sheets_of(grid(["x"], title=title)) == ({"Milestone": title}, [])


@pytest.mark.parametrize("title", ["Milestone", "Milestones June"])
def test_a_sheet_renamed_a_little_or_altogether_is_found_and_said(title: str) -> None:
    assert sheets_of(grid(MILESTONE_HEADINGS, MILESTONE, title=title)) == ({"Milestone": title}, [(FaultKind.RENAMED_SHEET, title)])


def test_a_sheet_says_what_it_is_in_its_hidden_keys_whatever_its_name() -> None:
    sheet = grid([KEYS[0] + IDENTITY, *KEYS[1:]], ["…"] * 11, title="Sheet1")
    assert sheets_of(sheet) == ({"Milestone": "Sheet1"}, [(FaultKind.RENAMED_SHEET, "Sheet1")])


def test_of_two_copies_of_a_sheet_the_one_with_the_right_name_is_read_and_the_other_said() -> None:
    copy, own = grid([KEYS[0] + IDENTITY, *KEYS[1:]], title="Milestones (2)"), grid([KEYS[0] + IDENTITY, *KEYS[1:]])
    assert sheets_of(copy, own) == ({"Milestone": "Milestones"}, [(FaultKind.DUPLICATE_SHEET, "Milestones (2)")])


def test_a_senders_own_sheet_in_sight_is_said_and_a_hidden_one_is_theirs() -> None:
    found, told = sheets_of(grid(["x"], title="Workings"), grid(["x"], title="Lists", hidden=True))
    assert (found, told) == ({}, [(FaultKind.EXTRA_SHEET, "Workings")])


def test_a_missing_sheet_is_said_with_the_sheet_that_may_be_meant() -> None:
    _, faults = find_sheets(OpenedBook((grid(["x"], title="Risk register"),)), return_kind("workspace"), "CAP.xlsx")
    missing = {f.expected: f.suggestion for f in faults if f.kind is FaultKind.MISSING_SHEET}
    assert missing == {"Start here": "", "Milestones": "", "Risks": "Risk register", "QA findings": "", "Indicators": "", "For RDG": ""}


def test_two_tables_that_share_headings_are_not_taken_for_each_other() -> None:
    risks = [c.heading for c in columns(Risk)]
    found, _ = sheets_of(grid(risks, title="Sheet1"), grid(MILESTONE_HEADINGS, title="Sheet2"))
    assert found == {"Risk": "Sheet1", "Milestone": "Sheet2"}
