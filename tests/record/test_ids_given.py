"""Which ID a row without one is given: the one it had, or the one the form would have printed beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assurance_pack.model import Cell, Month, Word
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.record.numbering import numbered
from assurance_pack.returns.board_log import Action
from assurance_pack.returns.received import Returns
from assurance_pack.returns.workspace import Risk
from assurance_pack.schema import Row, columns
from assurance_pack.settings import Settings

JUNE, MAY = Month("2026-06"), Month("2026-05")
KILN, LOOM = "Because the kiln is closed, no pots are made.", "Because the loom is broken, no cloth is made."
NEW, CHANGED = Word(text="New", meaning="new"), Word(text="Changed", meaning="changed")


def risk(row: int, id: str | None = None, title: str | None = KILN, **values: Any) -> Any:
    file, sender = values.pop("file", "CAP.xlsx"), values.pop("sender", "workspace:CAP")
    cells = {c.name: Cell(file=file, sheet="Risks", ref=f"{chr(65 + place % 26)}{row}") for place, c in enumerate(columns(Risk))}
    return Risk(sender=sender, at=next(iter(cells.values())), cells=cells, id=id, title=title, **values)


def month(*rows: Row) -> Returns:
    """The month as read: the blank cell of each ID is a fault."""
    blank = [r.cell("id") for r in rows if not r.stated("id")]
    return Returns(JUNE, rows, (), tuple(Fault(kind=FaultKind.BLANK_REQUIRED, cell=c, column="ID") for c in blank))


@pytest.fixture
def given(settings: Settings) -> Any:
    """The IDs of a month in its order, after these months before and this version of it."""

    def record(name: Month, rows: tuple[Row, ...]) -> Record:
        return Record(month=name, position=date(name.year, name.number, 28), settings=settings, rows=frozen_rows(rows))

    def of(*rows: Row, before: tuple[Row, ...] = (), built: tuple[Row, ...] = ()) -> list[str]:
        history = (record(MAY, before),) if before else ()
        kept = record(JUNE, built) if built else None
        return [r.id or "" for r in numbered(month(*rows), history, lambda: kept).of(Risk)]

    return of


def test_below_the_last_row_the_numbering_of_the_form_goes_on(given: Any) -> None:
    assert given(risk(5, "R-CAP-004", LOOM), risk(7)) == ["R-CAP-004", "R-CAP-006"]
    assert given(risk(5), risk(7, title=LOOM)) == ["R-CAP-001", "R-CAP-003"]
    assert given(risk(5, "R-CAP-002", LOOM), risk(6, "R-CAP-009", "Another thing"), risk(7)) == ["R-CAP-002", "R-CAP-009", "R-CAP-010"]


def test_no_id_that_an_earlier_month_used_or_another_row_has_is_given_again(given: Any) -> None:
    assert given(risk(5), before=(risk(5, "R-CAP-007", LOOM),)) == ["R-CAP-008"]
    assert given(risk(5, "R-CAP-002", LOOM), risk(6), before=(risk(5, "R-CAP-007", "Another thing"),)) == ["R-CAP-002", "R-CAP-008"]
    assert given(risk(5, "R-CAP-002", LOOM), risk(6), risk(7, "R-CAP-003", "Another thing")) == ["R-CAP-002", "R-CAP-004", "R-CAP-003"]


def test_the_open_item_of_the_same_words_in_the_month_before_is_the_same_item(given: Any) -> None:
    assert given(risk(5), before=(risk(9, "R-CAP-003"),)) == ["R-CAP-003"]
    over = Word(text="Closed", meaning="closed")
    assert given(risk(5), before=(risk(9, "R-CAP-003", review="close", status=over),)) == ["R-CAP-004"]
    assert given(risk(5, "R-CAP-003", LOOM), risk(6), before=(risk(9, "R-CAP-003"),)) == ["R-CAP-003", "R-CAP-004"]
    assert given(risk(5), before=(risk(5, "R-CWF-003", sender="workspace:CWF"),)) == ["R-CAP-001"]


def test_the_item_of_the_same_words_or_the_same_row_as_last_built_keeps_its_id(given: Any) -> None:
    assert given(risk(6), risk(5, title=LOOM), built=(risk(5, "R-CAP-011"),)) == ["R-CAP-011", "R-CAP-001"]
    assert given(risk(5, title="Because the kiln is cold, no pots are made."), built=(risk(5, "R-CAP-011"),)) == ["R-CAP-011"]
    assert given(risk(6, title=LOOM), built=(risk(5, "R-CAP-001"),)) == ["R-CAP-002"]


def test_an_item_that_was_there_before_has_one_id_alone_and_is_given_none(given: Any) -> None:
    assert given(risk(5, this_month=CHANGED)) == [""]
    assert given(risk(5, this_month=NEW)) == ["R-CAP-001"]
    assert given(risk(5, this_month=CHANGED), before=(risk(9, "R-CAP-003"),)) == ["R-CAP-003"]
    assert given(risk(5, title=None)) == [""]


def test_an_action_of_the_board_log_which_has_no_word_for_new_is_given_one_too(settings: Settings) -> None:
    cells = {c.name: Cell(file="Log.xlsx", sheet="Actions", ref=f"{chr(65 + place)}5") for place, c in enumerate(columns(Action))}
    action = Action(sender="board_log:BOARD", at=cells["id"], cells=cells, action="Publish the timetable")
    (row,) = numbered(month(action), (), lambda: None).of(Action)
    assert row.id == "A-001"


def test_the_fault_of_the_blank_cell_becomes_a_remark_and_other_faults_of_the_row_name_it(settings: Settings) -> None:
    row, other = risk(5), risk(6, "R-CAP-009", LOOM)
    faults = [
        *month(row).faults,
        Fault(kind=FaultKind.BLANK_REQUIRED, cell=row.cell("owner"), column="Owner"),
        Fault(kind=FaultKind.BLANK_REQUIRED, cell=other.cell("owner"), column="Owner"),
        Fault(kind=FaultKind.MISSING_SHEET, cell=Cell(file="CAP.xlsx", sheet="Risks")),
    ]
    before = Record(month=MAY, position=date(2026, 5, 28), settings=settings, rows=frozen_rows((risk(9, "R-CAP-003"),)))
    blank, own, others, sheet = numbered(Returns(JUNE, (row, other), (), tuple(faults)), (before,), lambda: None).faults
    assert (blank.kind, blank.row, blank.suggestion, blank.expected) == (FaultKind.ID_GIVEN, "R-CAP-003", "R-CAP-003", "May 2026")
    assert (own.kind, own.row) == (FaultKind.BLANK_REQUIRED, "R-CAP-003")
    assert (others.row, sheet.row) == ("", "")


def as_sent(row: Row, settings: Settings, *faults: Fault) -> Returns:
    """The month with this row as its reader gave it, after a May in which R-CAP-003 stood for the kiln."""
    before = Record(month=MAY, position=date(2026, 5, 28), settings=settings, rows=frozen_rows((risk(9, "R-CAP-003"),)))
    return numbered(Returns(JUNE, (row,), (), faults), (before,), lambda: None)


def without_ids(row: Row) -> Row:
    """A row of a sheet whose column of IDs was taken out."""
    return row.model_copy(update={"cells": {name: cell for name, cell in row.cells.items() if name != "id"}})


def not_an_id(row: Row) -> Fault:
    return Fault(kind=FaultKind.NOT_AN_ID, cell=row.cell("id"), seen="kiln", expected="R-", column="ID")


def test_a_row_without_a_column_of_ids_is_known_by_its_words_and_asked_about_where_it_stands(settings: Settings) -> None:
    returns = as_sent(without_ids(risk(5)), settings)
    assert [r.id for r in returns.of(Risk)] == ["R-CAP-003"]
    (asked,) = returns.faults
    assert (asked.kind, str(asked.cell), asked.seen, asked.expected) == (FaultKind.ID_GIVEN, "CAP.xlsx › Risks", "R-CAP-003", "May 2026")


def test_a_row_whose_id_cannot_be_read_is_known_by_its_words_and_both_are_said(settings: Settings) -> None:
    row = risk(5)
    returns = as_sent(row, settings, not_an_id(row))
    assert [r.id for r in returns.of(Risk)] == ["R-CAP-003"]
    assert [(f.kind, f.cell.ref) for f in returns.faults] == [(FaultKind.NOT_AN_ID, "B5"), (FaultKind.ID_GIVEN, "B5")]


@pytest.mark.parametrize("said", [NEW, None])
def test_a_row_that_does_not_say_it_was_there_before_is_known_by_the_very_words_alone(said: Word | None, settings: Settings) -> None:
    row = risk(5, title="Because the kiln is closed, few pots are made.", this_month=said)
    assert [r.id for r in as_sent(row, settings, not_an_id(row)).of(Risk)] == [None]


def test_a_row_that_says_it_was_there_before_is_known_by_nearly_the_same_words(settings: Settings) -> None:
    row = risk(5, title="Because the kiln is closed, few pots are made.", this_month=CHANGED)
    assert [r.id for r in as_sent(row, settings, not_an_id(row)).of(Risk)] == ["R-CAP-003"]
    other = risk(5, title=LOOM, this_month=CHANGED)
    assert [r.id for r in as_sent(other, settings, not_an_id(other)).of(Risk)] == [None]


def test_a_row_whose_id_cannot_be_read_is_never_given_a_new_one(settings: Settings) -> None:
    row = risk(5, title=LOOM)
    returns = as_sent(row, settings, not_an_id(row))
    assert [r.id for r in returns.of(Risk)] == [None]
    assert [f.kind for f in returns.faults] == [FaultKind.NOT_AN_ID]
    assert [r.id for r in as_sent(without_ids(row), settings).of(Risk)] == [None]
