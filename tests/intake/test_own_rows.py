"""Which rows of a sheet are its own: a heading, a second table, or rows that belong elsewhere, are named once and are no milestones."""

from __future__ import annotations

from typing import Any

import pytest
import workbooks as books

from assurance_pack.home import Home
from assurance_pack.intake.read import read_month
from assurance_pack.model import Month
from assurance_pack.record.carry import carry_forward
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.returns.received import Returns
from assurance_pack.returns.workspace import Milestone
from assurance_pack.rules import judge
from assurance_pack.rules.case import Case
from assurance_pack.rules.shape import RULES
from assurance_pack.settings import Settings

JUNE = Month("2026-06")
MAY = JUNE.plus(-1)
SEVEN = books.milestone()
EIGHT = books.milestone(id="M-CAP-008")


def read(home: Home, settings: Settings, below: dict[str, Any], *rows: list[Any], before: tuple[Any, ...] | None = None) -> Returns:
    """June as read, with these rows and these cells below them; `before` are the rows of May."""
    book = books.workspace(*rows)
    for ref, value in below.items():
        book["Milestones"][ref] = value
    books.save(book, home.inputs(JUNE))
    returns = read_month(home, JUNE, settings).returns
    last = (
        Record(month=MAY, position=MAY.last_day, settings=settings, receipts=(), rows=frozen_rows(before)) if before is not None else None
    )
    return carry_forward(returns, last)


def said(returns: Returns, settings: Settings) -> list[tuple[str, str, str]]:
    """What the rules of shape say of it: rule, cell, sentence."""
    case = Case(month=JUNE, settings=settings, returns=returns, position=JUNE.last_day)
    return [(p.rule, p.cells[0].ref, p.sentence) for p in judge(RULES, case).problems if p.cells and p.cells[0].ref]


def ids(returns: Returns) -> list[str]:
    return [m.ref for m in returns.of(Milestone)]


OTHER_TABLE = {
    "A8": "Completed earlier", "A9": "Milestone", "B9": "Date", "C9": "Lead", "A10": "Quay opened", "B10": "3 May", "C10": "Head", "A11": "Ramp", "B11": "9 May",
    "C11": "Head",
}  # fmt: skip


def test_a_second_table_under_a_heading_is_named_once_and_is_no_milestone(home: Home, settings: Settings) -> None:
    returns = read(home, settings, OTHER_TABLE, SEVEN, EIGHT)
    assert ids(returns) == ["M-CAP-007", "M-CAP-008"]
    assert said(returns, settings) == [
        ("AP138", "A8", "There is a note here, which is no row of the table: “Completed earlier”."),
        ("AP139", "A9", "Another table begins here with “Milestone”, under headings that are not the form's. Rows 9 to 11: they were not read, and do not reach the Board."),
    ]  # fmt: skip


def test_rows_with_an_id_of_the_sheet_are_its_own_even_below_another_table(home: Home, settings: Settings) -> None:
    returns = read(home, settings, OTHER_TABLE | {f"{chr(65 + n)}13": v for n, v in enumerate(EIGHT)}, SEVEN)
    assert ids(returns) == ["M-CAP-007", "M-CAP-008"]


def test_a_heading_between_rows_is_a_note_and_no_milestone(home: Home, settings: Settings) -> None:
    headings = dict(enumerate(books.MILESTONE_HEADINGS))
    below = (
        {"A6": "Completed earlier"}
        | {f"{chr(65 + n)}7": h for n, h in headings.items()}
        | {f"{chr(65 + n)}8": v for n, v in enumerate(EIGHT)}
    )
    returns = read(home, settings, below, SEVEN)
    assert ids(returns) == ["M-CAP-007", "M-CAP-008"]
    assert [(rule, cell) for rule, cell, _ in said(returns, settings)] == [("AP138", "A6")]


def test_rows_pasted_into_the_wrong_sheet_are_named_once_with_the_sheet_they_belong_on(home: Home, settings: Settings) -> None:
    risks = [["Changed", f"R-CAP-00{n}", "The tide.", 3, 4, "Open", "31/07/2026", "Weekly.", "System", "Head", "Treat"] for n in (1, 2, 3)]
    returns = read(home, settings, {}, SEVEN, *risks)
    assert ids(returns) == ["M-CAP-007"]
    assert said(returns, settings) == [
        ("AP139", "A5", "Rows 5 to 7 belong on “Risks” by their IDs: they were not read, and do not reach the Board.")
    ]


def test_one_row_with_an_id_of_another_sheet_is_a_wrong_id(home: Home, settings: Settings) -> None:
    returns = read(home, settings, {}, SEVEN, books.milestone(id="R-CAP-001"))
    assert len(ids(returns)) == 2
    assert [(rule, cell) for rule, cell, _ in said(returns, settings)] == [("AP151", "B5")]


@pytest.mark.parametrize("rows", [3, 12])
def test_a_register_of_their_own_under_the_forms_headings_is_one_problem(home: Home, settings: Settings, rows: int) -> None:
    own = [
        [f"{n}", "WS2", "Quay extension", "G - see notes", "Q3", "Piles in", "High", "Estates", "AB", "n.k.", "Spring"]
        for n in range(1, rows + 1)
    ]
    returns = read(home, settings, {}, *own)
    assert ids(returns) == []
    (problem,) = [p for p in said(returns, settings) if p[0] != "AP127"]
    assert problem == (
        "AP139",
        "A4",
        f"Rows 4 to {rows + 3} do not fit the headings above: they were not read, and do not reach the Board.",
    )


def test_a_new_row_is_asked_for_everything_though_it_does_not_say_new(home: Home, settings: Settings) -> None:
    new = books.milestone(id="M-CAP-008", this_month=None, forecast_now=None, action_lead_role=None)
    may = read(home, settings, {}, SEVEN).of(Milestone)
    returns = read(home, settings, {}, SEVEN, new, before=may)
    assert {f.cell.ref for f in returns.faults if f.cell.ref} == {"A5", "E5", "I5"}


def test_a_row_that_came_with_the_form_and_was_left_alone_is_asked_for_nothing_but_a_word(home: Home, settings: Settings) -> None:
    left = books.milestone(this_month=None, forecast_now=None, action_lead_role=None)
    may = read(home, settings, {}, SEVEN).of(Milestone)
    returns = read(home, settings, {}, left, EIGHT, before=may)
    assert {f.cell.ref for f in returns.faults if f.cell.ref} == {"A4"}
