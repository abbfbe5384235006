"""Which ID a row without one is given: the one it had, or the one the form would have printed beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assurance_pack.model import Cell, Month, Word
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.record.numbering import numbered
from assurance_pack.returns.board_log import Action
from assurance_pack.returns.rdg import ProgrammeRisk, YouSaidWeDid
from assurance_pack.returns.received import Returns
from assurance_pack.returns.workspace import ForRdg, Milestone, Risk
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


def test_a_row_whose_id_cannot_be_read_is_known_by_its_words_and_that_alone_is_said(settings: Settings) -> None:
    row = risk(5)
    returns = as_sent(row, settings, not_an_id(row))
    assert [r.id for r in returns.of(Risk)] == ["R-CAP-003"]
    assert [(f.kind, f.cell.ref, f.suggestion) for f in returns.faults] == [(FaultKind.MISTYPED_ID, "B5", "R-CAP-003")]


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


# ---------- several months, sheets and senders ----------


def known(rows: tuple[Row, ...], *months: tuple[Row, ...], settings: Settings, built: tuple[Row, ...] = ()) -> Returns:
    """A month after these, the newest last, and after it was built with these rows."""
    kept = [
        Record(month=JUNE.plus(back), position=JUNE.plus(back).last_day, settings=settings, rows=frozen_rows(then))
        for back, then in zip(range(-len(months), 0), months, strict=True)
    ]
    this = Record(month=JUNE, position=JUNE.last_day, settings=settings, rows=frozen_rows(built)) if built else None
    return numbered(month(*rows), tuple(kept), lambda: this)


def ids(returns: Returns, kind: Any = Risk) -> list[str | None]:
    return [row.id for row in returns.of(kind)]


def test_only_the_month_before_says_which_item_it_is_and_every_month_which_ids_were_used(settings: Settings) -> None:
    april, may = (risk(9, "R-CAP-003"),), (risk(9, "R-CAP-002", LOOM),)
    assert ids(known((risk(5),), april, may, settings=settings)) == ["R-CAP-004"]
    assert ids(known((risk(5),), may, april, settings=settings)) == ["R-CAP-003"]


def test_each_sheet_and_each_sender_is_numbered_by_itself(settings: Settings) -> None:
    there = risk(5, file="CWF.xlsx", sender="workspace:CWF")
    cells = {
        c.name: Cell(file="CAP.xlsx", sheet="Milestones", ref=f"{chr(65 + place % 26)}5") for place, c in enumerate(columns(Milestone))
    }
    milestone = Milestone(sender="workspace:CAP", at=cells["id"], cells=cells, title="The kiln opens")
    returns = known((risk(5), there, risk(6, title=LOOM), milestone), (risk(9, "R-CWF-007", sender="workspace:CWF"),), settings=settings)
    assert ids(returns) == ["R-CAP-001", "R-CWF-007", "R-CAP-002"]
    assert ids(returns, Milestone) == ["M-CAP-001"]


def test_a_programme_risk_of_rdg_is_found_again_among_its_risks(settings: Settings) -> None:
    def of_rdg(row: int, id: str | None = None) -> Any:
        cells = {
            c.name: Cell(file="RDG.xlsx", sheet="Programme risks", ref=f"{chr(65 + n % 26)}{row}") for n, c in enumerate(columns(Risk))
        }
        return ProgrammeRisk(sender="rdg:RDG", at=next(iter(cells.values())), cells=cells, id=id, title=KILN)

    assert ids(known((of_rdg(5),), (of_rdg(9, "R-RDG-004"),), settings=settings)) == ["R-RDG-004"]


def test_a_month_in_which_every_row_has_its_id_or_no_words_is_given_back_as_it_is(settings: Settings) -> None:
    for rows in ((risk(5, "R-CAP-001"),), (risk(5, title=None),), ()):
        returns = month(*rows)
        assert numbered(returns, (), lambda: pytest.fail("the record was read")) is returns


def test_rows_that_answer_items_are_never_numbered(settings: Settings) -> None:
    at = Cell(file="RDG.xlsx", sheet="You said, we did", ref="A5")
    answer = YouSaidWeDid(sender="rdg:RDG", at=at, cells={"id": at}, impact="Fewer wait.")
    returns = month(answer)
    assert numbered(returns, (), lambda: None) is returns


# ---------- which row has which ID ----------


def test_the_very_words_come_before_words_that_are_nearly_the_same(settings: Settings) -> None:
    almost = KILN.replace("no pots", "few pots")
    then = (risk(9, "R-CAP-003", almost), risk(10, "R-CAP-004", KILN))
    assert ids(known((risk(5, this_month=CHANGED), risk(6, title=almost, this_month=CHANGED)), then, settings=settings)) == [
        "R-CAP-004",
        "R-CAP-003",
    ]


def test_an_item_has_one_row_alone(settings: Settings) -> None:
    assert ids(known((risk(5), risk(6)), (risk(9, "R-CAP-003"),), settings=settings)) == ["R-CAP-003", "R-CAP-005"]


@pytest.mark.parametrize(("title", "known_again"), [("abcdx", True), ("ABCDX", True), ("abcxy", False)])
def test_words_that_agree_in_four_fifths_of_their_letters_are_one_item(title: str, known_again: bool, settings: Settings) -> None:
    row = risk(5, title=title, this_month=CHANGED)
    assert ids(known((row,), (risk(9, "R-CAP-003", "abcde"),), settings=settings)) == (["R-CAP-003"] if known_again else [None])


def test_what_was_built_of_this_month_says_more_than_the_month_before_and_is_no_earlier_month(settings: Settings) -> None:
    returns = known((risk(6),), (risk(9, "R-CAP-003"),), built=(risk(5, "R-CAP-011"),), settings=settings)
    assert ids(returns) == ["R-CAP-011"]
    assert [(f.suggestion, f.expected) for f in returns.faults] == [("R-CAP-011", "")]
    both = known((risk(6),), (risk(9, "R-CAP-011"),), built=(risk(5, "R-CAP-011"),), settings=settings)
    assert [(f.suggestion, f.expected) for f in both.faults] == [("R-CAP-011", "May 2026")]


def test_whatever_the_file_is_called_it_is_the_sheet_and_the_row_that_count(settings: Settings) -> None:
    renamed = risk(5, "R-CAP-011", LOOM, file="CAP again.xlsx")
    assert ids(known((risk(5),), built=(renamed,), settings=settings)) == ["R-CAP-011"]
    elsewhere = risk(5, "R-CAP-011", LOOM)
    elsewhere = elsewhere.model_copy(update={"at": replace(elsewhere.at, sheet="Risks 2")})
    assert ids(known((risk(5),), built=(elsewhere,), settings=settings)) == ["R-CAP-001"]
    assert ids(known((risk(5),), built=(risk(6, "R-CAP-011", LOOM),), settings=settings)) == ["R-CAP-001"]


def test_an_id_of_the_last_build_that_another_row_has_now_is_not_given_twice(settings: Settings) -> None:
    rows = (risk(4, "R-CAP-011", "Another thing"), risk(5))
    assert ids(known(rows, built=(risk(5, "R-CAP-011", LOOM),), settings=settings)) == ["R-CAP-011", "R-CAP-012"]
    two = (risk(5), risk(6, title="Because the mill is shut, no flour is ground."))
    assert ids(known(two, built=(risk(6, "R-CAP-001", LOOM),), settings=settings)) == ["R-CAP-002", "R-CAP-001"]


def test_a_row_that_cannot_be_given_an_id_keeps_none_of_the_next_from_theirs(settings: Settings) -> None:
    assert ids(known((risk(5, this_month=CHANGED), risk(6, title=LOOM)), settings=settings)) == [None, "R-CAP-002"]


@pytest.mark.parametrize(
    ("rows", "given"),
    [
        ((risk(5), risk(6, title=LOOM)), ["R-CAP-001", "R-CAP-002"]),
        ((risk(4, "R-CAP-010", LOOM), risk(8)), ["R-CAP-010", "R-CAP-014"]),
        ((risk(3, "R-CAP-020", LOOM), risk(4, "R-CAP-010", "Another thing"), risk(5)), ["R-CAP-020", "R-CAP-010", "R-CAP-011"]),
        ((risk(5), risk(6, "R-CAP-010", LOOM)), ["R-CAP-001", "R-CAP-010"]),
        ((risk(4, "R-CWF-010", LOOM), risk(6)), ["R-CWF-010", "R-CAP-003"]),
    ],
)
def test_the_form_s_own_numbering_goes_on_from_the_nearest_row_above(rows: tuple[Row, ...], given: list[str], settings: Settings) -> None:
    assert ids(known(rows, settings=settings)) == given


def test_ids_of_earlier_months_are_passed_over_below_the_nearest_row_above(settings: Settings) -> None:
    then = (risk(9, "R-CAP-030", "Another thing", review="close"),)
    assert ids(known((risk(4, "R-CAP-010", LOOM), risk(6)), then, settings=settings)) == ["R-CAP-010", "R-CAP-032"]
    assert ids(known((risk(4, "R-CAP-040", LOOM), risk(6)), then, settings=settings)) == ["R-CAP-040", "R-CAP-042"]
    assert ids(known((risk(4, "R-CAP-030", LOOM), risk(5)), then, settings=settings)) == ["R-CAP-030", "R-CAP-031"]


def test_an_id_another_sheet_begins_with_is_no_number_to_go_on_from(settings: Settings) -> None:
    elsewhere = risk(3, "R-CAP-050", LOOM, file="CAP again.xlsx")
    assert ids(known((elsewhere, risk(5)), settings=settings)) == ["R-CAP-050", "R-CAP-001"]


def test_rows_of_a_sheet_without_its_column_of_ids_are_told_of_together(settings: Settings) -> None:
    rows = (without_ids(risk(5)), without_ids(risk(6, title=LOOM)))
    then = Record(
        month=MAY, position=date(2026, 5, 28), settings=settings, rows=frozen_rows((risk(9, "R-CAP-003"), risk(10, "R-CAP-004", LOOM)))
    )
    (told,) = numbered(Returns(JUNE, rows), (then,), lambda: None).faults
    assert (told.seen, told.column, told.cell.ref) == ("R-CAP-003 and R-CAP-004", "ID", "")


def test_a_blank_id_is_told_of_once_by_its_own_fault(settings: Settings) -> None:
    returns = known((risk(5),), (risk(9, "R-CAP-003"),), settings=settings)
    assert [(f.kind, f.row, f.cell.ref) for f in returns.faults] == [(FaultKind.ID_GIVEN, "R-CAP-003", "B5")]


def test_a_matter_for_rdg_which_comes_forward_to_no_form_is_known_by_what_it_proposes(settings: Settings) -> None:
    def matter(row: int, proposal: str | None, id: str | None = None) -> Any:
        cells = {c.name: Cell(file="CAP.xlsx", sheet="For RDG", ref=f"{chr(65 + n)}{row}") for n, c in enumerate(columns(ForRdg))}
        return ForRdg(sender="workspace:CAP", at=cells["id"], cells=cells, id=id, proposal=proposal)

    then = (matter(9, "Let one contract.", "N-CAP-004"),)
    returns = known((matter(5, "Let one contract."), matter(6, "Let two."), matter(7, None)), then, settings=settings)
    assert ids(returns, ForRdg) == ["N-CAP-004", "N-CAP-006", None]


def test_only_what_is_said_of_the_id_of_a_row_becomes_the_remark_that_names_it(settings: Settings) -> None:
    row = risk(5)
    struck = Fault(kind=FaultKind.STRUCK_OUT, cell=row.cell("id"), column="ID")
    elsewhere = Fault(kind=FaultKind.NOT_AN_ID, cell=row.cell("linked"), seen="kiln", column="Linked IDs")
    mistyped, *others = as_sent(row, settings, not_an_id(row), struck, elsewhere).faults
    assert (mistyped.kind, mistyped.row, mistyped.suggestion, mistyped.expected) == (
        FaultKind.MISTYPED_ID,
        "R-CAP-003",
        "R-CAP-003",
        "May 2026",
    )
    assert [(f.kind, f.row) for f in others] == [(FaultKind.STRUCK_OUT, "R-CAP-003"), (FaultKind.NOT_AN_ID, "R-CAP-003")]


def test_what_is_said_of_a_whole_sheet_names_none_of_its_rows(settings: Settings) -> None:
    sheet = Cell(file="CAP.xlsx", sheet="Risks")
    row = without_ids(risk(5)).model_copy(update={"at": sheet})
    untold = Fault(kind=FaultKind.TEXT_BELOW_TABLE, cell=sheet)
    first, _ = as_sent(row, settings, untold).faults
    assert first == untold
