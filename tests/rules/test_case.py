"""What is not known of a cell, which is something else than that nothing stands there."""

from __future__ import annotations

import pytest
from months import case_of, month, sheet

from assurance_pack.model import Cell
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.returns.workspace import IndicatorFigure, Milestone
from assurance_pack.rules.case import Case
from assurance_pack.schema import column_of

FILE = "CAP-2026-06.xlsx"


def milestone_case(*faults: Fault) -> Case:
    return case_of(month(sheet(Milestone, "CAP", "id | status | forecast\nM-CAP-001 | |"), faults=faults))


def without_cell(case: Case, name: str) -> Milestone:
    """The milestone as it is read where one of its columns did not come."""
    (row,) = case.returns.of(Milestone)
    return row.model_copy(update={"cells": {n: c for n, c in row.cells.items() if n != name}})


def gone(heading: str) -> Fault:
    return Fault(kind=FaultKind.MISSING_COLUMN, cell=Cell(file=FILE, sheet="Milestones"), column=heading)


@pytest.mark.parametrize(("names", "unread"), [(("status",), True), (("forecast",), False), (("forecast", "status"), True), ((), False)])
def test_a_cell_in_which_something_stands_that_could_not_be_read_is_not_blank(names: tuple[str, ...], unread: bool) -> None:
    case = milestone_case(Fault(kind=FaultKind.NOT_IN_LIST, cell=Cell(file=FILE, sheet="Milestones", ref="B2")))
    (row,) = case.returns.of(Milestone)
    assert case.unread(row, *names) is unread


def test_a_figure_too_small_to_be_given_is_not_missing() -> None:
    case = case_of(month(sheet(IndicatorFigure, "CAP", "indicator | period_end | value\nIND-06 | 2026-05-31 | [c]")))
    (row,) = case.returns.of(IndicatorFigure)
    assert case.unread(row, "value")
    assert case.unread(row, "numerator", "value")
    assert not case.unread(row, "numerator")


def test_what_stood_in_a_column_that_did_not_come_is_not_missing() -> None:
    case = milestone_case(gone(column_of(Milestone, "status").heading))
    assert case.unread(without_cell(case, "status"), "status")
    assert case.unread(without_cell(case, "status"), "forecast", "status")
    assert not case.unread(without_cell(case, "status"), "forecast")


def test_of_a_column_the_form_of_this_month_has_not_nothing_is_lost() -> None:
    case = milestone_case(gone(column_of(Milestone, "forecast").heading))
    assert not case.unread(without_cell(case, "status"), "status")


def test_what_stands_in_a_cell_is_known_though_another_file_lost_the_column() -> None:
    case = milestone_case(gone(column_of(Milestone, "status").heading))
    (row,) = case.returns.of(Milestone)
    assert not case.unread(row, "status")


def test_an_item_is_found_in_the_months_that_have_it_newest_first() -> None:
    have, have_not = sheet(Milestone, "CAP", "id\nM-CAP-001"), sheet(Milestone, "CAP", "id\nM-CAP-002")
    case = case_of(month(have, before=((have,), (have_not,), (have,))))
    assert [str(m.month) for m, _ in case.found_earlier(Milestone, "M-CAP-001")] == ["2026-05", "2026-03"]
    assert list(case.found_earlier(Milestone, None)) == list(case.found_earlier(Milestone, "M-CAP-009")) == []
