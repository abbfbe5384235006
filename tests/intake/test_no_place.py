"""Words are never lost: what is written on a form where no cell of it is, is told to the officer at its cell; what the form prints is not."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import hostile
import openpyxl
import pytest

from assurance_pack.home import Home
from assurance_pack.intake.issue import write
from assurance_pack.intake.issue.form import Form, FormRow, FormSheet, blank
from assurance_pack.intake.read import Read, read_month
from assurance_pack.model import Month, Sender
from assurance_pack.model.fault import FaultKind
from assurance_pack.returns import return_kind
from assurance_pack.returns.partner import Concern
from assurance_pack.returns.received import ReceiptState
from assurance_pack.returns.workspace import Milestone
from assurance_pack.senders import expected_senders, sender_name
from assurance_pack.settings import Settings

JUNE = Month("2026-06")
SAID = "And one more thing, which nobody asked for."
TOLD = (FaultKind.NO_PLACE, FaultKind.TEXT_BELOW_TABLE)
Change = Callable[[Any], object]


def partners_form(settings: Settings, rows: int = 1) -> Form:
    sender = Sender("partner", settings.partners[0].code)
    concern = FormSheet(rows=(FormRow({"concern": "The quay is shut.", "done": "We asked.", "ask": "Open it."}),) * rows)
    return Form(return_kind("partner"), sender, sender_name(sender, settings), JUNE, sheets={Concern: concern}, filled_in=True)


def read(home: Home, settings: Settings, form: Form, change: Change) -> Read:
    book = openpyxl.load_workbook(io.BytesIO(write(form, settings)))
    change(book)
    hostile.write(home.inputs(JUNE), "Theirs.xlsx", bytes(hostile.saved(book)))
    return read_month(home, JUNE, settings)


def told(found: Read) -> list[tuple[str, str]]:
    return [(str(f.cell).removeprefix("Theirs.xlsx › "), f.seen) for f in found.returns.faults if f.kind in TOLD]


@pytest.mark.parametrize(
    ("sheet", "ref"),
    [
        ("Concerns", "K7"),
        ("Concerns", "H1"),
        ("Challenges to answer", "J12"),
        ("Start here", "C15"),
        ("Start here", "F9"),
        ("Start here", "B30"),
    ],
    ids=[
        "beside a spare row", "over the table", "beside a table with no rows",
        "on the front page beside the legend", "right of a question", "under the front page",
    ],
)  # fmt: skip
def test_words_where_the_form_has_no_cell_are_told_at_their_cell(home: Home, settings: Settings, sheet: str, ref: str) -> None:
    found = read(home, settings, partners_form(settings), lambda book: book[sheet].__setitem__(ref, SAID))
    assert told(found) == [(f"{sheet}!{ref}", SAID)]
    assert [t.text for t in found.texts if str(t.cell) == f"Theirs.xlsx › {sheet}!{ref}"] == [SAID]  # the guard reads them too
    assert [row.concern for row in found.returns.of(Concern)] == ["The quay is shut."]


def test_words_that_end_with_a_month_are_no_heading_of_ours(home: Home, settings: Settings) -> None:
    found = read(home, settings, partners_form(settings), lambda book: book["Start here"].__setitem__("F9", "We change over in July"))
    assert told(found) == [("Start here!F9", "We change over in July")]


def test_words_written_on_after_the_title_the_help_or_a_question_are_told(home: Home, settings: Settings) -> None:
    def change(book: Any) -> None:
        for sheet, ref in (("Concerns", "A1"), ("Concerns", "A2"), ("Start here", "B1"), ("Start here", "B7")):
            book[sheet][ref] = f"{book[sheet][ref].value} {SAID}"

    found = read(home, settings, partners_form(settings), change)
    assert [place for place, _ in told(found)] == ["Start here!B1", "Start here!B7", "Concerns!A1", "Concerns!A2"]


def test_a_column_of_words_under_no_heading_is_told_once_with_how_far_down_it_goes(home: Home, settings: Settings) -> None:
    def change(book: Any) -> None:
        for number in range(5, 10):
            book["Concerns"][f"J{number}"] = f"see our note {number}"

    (fault,) = (f for f in read(home, settings, partners_form(settings, rows=5), change).returns.faults if f.kind in TOLD)
    assert (fault.cell.ref, fault.seen, fault.suggestion, fault.expected) == ("J5", "see our note 5", "4", "J9")


def test_a_form_on_which_nothing_else_was_written_has_still_come(home: Home, settings: Settings) -> None:
    form = blank(return_kind("workspace"), Sender.of("workspace:CAP"), JUNE, settings)
    found = read(home, settings, form, lambda book: book["Risks"].__setitem__("AH9", SAID))
    assert told(found) == [("Risks!AH9", SAID)]
    receipt = found.returns.receipt(form.sender)
    assert receipt is not None
    assert receipt.state is ReceiptState.RECEIVED


def test_a_row_that_is_told_as_a_note_is_not_told_again(home: Home, settings: Settings) -> None:
    found = read(home, settings, partners_form(settings), lambda book: book["Concerns"].__setitem__("J40", SAID))
    assert [f.kind for f in found.returns.faults if f.cell.ref == "J40"] == [FaultKind.TEXT_BELOW_TABLE]


def test_of_a_note_in_two_cells_both_are_told(home: Home, settings: Settings) -> None:
    def change(book: Any) -> None:
        book["Concerns"]["J40"], book["Concerns"]["M40"] = "For the chair:", SAID

    assert told(read(home, settings, partners_form(settings), change)) == [("Concerns!J40", "For the chair:"), ("Concerns!M40", SAID)]


def test_what_every_form_prints_is_never_told(home: Home, settings: Settings) -> None:
    days = {"position": date(2026, 6, 30), "meeting": date(2026, 7, 16), "due": date(2026, 7, 2), "previous": JUNE.plus(-1)}
    for sender in expected_senders(settings):
        kind = return_kind(sender.kind)
        for more in ({}, days, {**days, "page_before": {"completed_by": "A manager", "declaration": "Yes"}}):
            sheets = {Milestone: FormSheet(rows=(FormRow({"id": "M-CAP-001", "title": "Bases open"}),))} if Milestone in kind.sheets else {}
            form = Form(kind, sender, sender_name(sender, settings), JUNE, sheets=sheets, filled_in=True, **more)  # type: ignore[arg-type]  # days and answers
            assert told(read(home, settings, form, lambda book: None)) == []
