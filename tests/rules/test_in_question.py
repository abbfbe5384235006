"""Nothing is made of a cell in question: a rule that goes by it is silent of its row, as where the cell is blank."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from example import Example, example_files
from months import case_of

from assurance_pack.assess.outcomes import outcomes
from assurance_pack.assess.signals import signals
from assurance_pack.model import Cell
from assurance_pack.model.fault import Fault, FaultKind
from assurance_pack.rules import all_rules, judge
from assurance_pack.rules.case import Case
from assurance_pack.rules.engine import Rule
from assurance_pack.schema import Row, column_of, columns
from assurance_pack.schema.column import Column, ColumnKind

BOOK = {r.id: r for r in all_rules()}
EXAMPLES: tuple[Example, ...] = tuple(e for file in example_files().values() for e in file.EXAMPLES)

GOES_BY = (
    ("AP201", "status"),
    ("AP202", "status"),
    ("AP203", "actual"),
    ("AP204", "actual status"),
    ("AP205", "status forecast"),
    ("AP206", "status forecast"),
    ("AP207", "status forecast baseline"),
    ("AP208", "status"),
    ("AP209", "status"),
    ("AP210", "status id"),
    ("AP211", "status"),
    ("AP215", "id"),
    ("AP216", "depends_on forecast"),
    ("AP220", "likelihood consequence inherent_likelihood inherent_consequence"),
    ("AP221", "likelihood consequence target_likelihood target_consequence"),
    ("AP222", "owner likelihood consequence"),
    ("AP223", "next_review"),
    ("AP224", "last_reviewed next_review"),
    ("AP225", "status"),
    ("AP226", "status"),
    ("AP227", "status"),
    ("AP228", "likelihood consequence"),
    ("AP229", "target_date likelihood consequence target_likelihood target_consequence"),
    ("AP230", "last_reviewed likelihood consequence"),
    ("AP240", "sample"),
    ("AP241", "sample"),
    ("AP242", "period_from period_to"),
    ("AP243", "due"),
    ("AP244", "report_date"),
    ("AP245", "due status"),
    ("AP246", "reading status"),
    ("AP249", "sample"),
    ("AP250", "indicator"),
    ("AP251", "indicator period_end"),
    ("AP252", "indicator value"),
    ("AP253", "value numerator denominator"),
    ("AP254", "period_end"),
    ("AP268", "id status"),
    ("AP280", "why"),
    ("AP281", "by_when"),
    ("AP282", "started ends"),
    ("AP285", "carries"),
    ("AP286", "voices"),
    ("AP287", "asked"),
    ("AP289", "carries"),
    ("AP291", "significant"),
    ("AP292", "status"),
    ("AP294", "rule"),
    ("AP295", "rule"),
    ("AP296", "until"),
    ("AP297", "indicator value"),
    ("AP298", "kind"),
    ("AP299", "indicator value"),
    ("AP303", "baseline id"),
    ("AP305", "id"),
    ("AP306", "progress"),
    ("AP308", "id status"),
    ("AP309", "id forecast"),
    ("AP310", "id likelihood consequence"),
    ("AP312", "due status"),
    ("AP313", "id on"),
    ("AP317", "id response"),
    ("AP318", "id status"),
    ("AP403", "id status forecast"),
    ("AP406", "id reading theme"),
    ("AP601", "level response"),
    ("AP602", "level response decision"),
    ("AP603", "id likelihood consequence"),
    ("AP604", "status categories managed_by"),
    ("AP605", "id"),
    ("AP606", "status"),
    ("AP607", "ends status"),
    ("AP608", "id"),
    ("AP609", "asked option_a"),
    ("AP611", "met_on"),
    ("AP613", "asked asked_detail"),
    ("AP614", "asked"),
    ("AP616", "status"),
)
"""The columns a rule goes by: where what stands in one of them is in question, nothing follows from it."""


def with_a_row(case: Case, row: Row, **told: object) -> Case:
    rows = (r.model_copy(update=told) if r is row else r for r in case.returns.rows)
    return replace(case, returns=case.returns.with_rows(rows))


def speaks_of(rule: str, row: Row, case: Case) -> bool:
    return any(c in row.cells.values() for p in judge([BOOK[rule]], case).problems for c in p.cells)


@pytest.mark.parametrize(("rule", "columns"), GOES_BY)
def test_a_rule_is_silent_of_a_row_in_which_what_it_goes_by_is_blank_or_in_question(rule: str, columns: str):
    shown = set()
    for case in (case_of(e.fires) for e in EXAMPLES if e.rule == rule):
        of_its_sheet = (r for r in case.returns.rows if set(columns.split()) <= set(r.cells))
        for row in (r for r in of_its_sheet if speaks_of(rule, r, case)):
            for column in (c for c in columns.split() if row.stated(c)):
                assert not speaks_of(rule, row, with_a_row(case, row, **{column: None})), column
                assert not speaks_of(rule, row, with_a_row(case, row, questioned=(column,))), column
                shown.add(column)
    assert shown == set(columns.split()), "no example speaks of a row in which this stands"


ASKED_ALL_THE_SAME = {
    ("AP216", "depends_on"): "whether the two wait for each other is not known; that the dates are out of order is",
    ("AP221", "status"): "an item whose status is not known is open",
    ("AP407", "status"): "an item whose status is not known is open",
}
"""What is true whatever stands in the cell in question."""


def fillings(column: Column, case: Case) -> list[object]:
    """A few values that might stand in a cell."""
    refs = tuple(r.ref for r in case.returns.rows if getattr(r, "id", None))
    match column.kind:
        case ColumnKind.TEXT:
            return ["Something is said here", *refs[:1]]
        case ColumnKind.DATE:
            return [date(2026, 6, 15), date(2026, 12, 1)]
        case ColumnKind.IDS:
            return [refs[:1] or ("M-CAP-001",), refs]
        case ColumnKind.WORD:
            return [w.value for w in case.settings.words(column.words)]
        case ColumnKind.WORDS:
            return [(w.value,) for w in case.settings.words(column.words)]
        case ColumnKind.WHOLE | ColumnKind.NUMBER:
            return [1, 50]
        case _:
            return []


def assessed_anew(case: Case) -> Case:
    said = signals(case.returns, case.settings, case.position, case.trends, case.history)
    return replace(case, signals=said, outcomes=outcomes(said, case.settings, case.returns))


Told = frozenset[tuple[str, tuple[Cell, ...]]]
"""What a rule says, each sentence with its cells."""


def told_of(rule: Rule, case: Case) -> Told:
    seen = assessed_anew(case) if rule.family == "triangulation" else case
    return frozenset((p.sentence, p.cells) for p in judge([rule], seen).problems)


def goes_by_its_being_empty(rule: Rule, case: Case, row: Row, column: Column, as_it_is: Told) -> bool:
    """Whether something in this cell would silence the rule."""
    return any(told_of(rule, with_a_row(case, row, **{column.name: value})) < as_it_is for value in fillings(column, case))


def called_missing(rule: Rule, case: Case) -> Iterator[tuple[str, str]]:
    """The columns this rule calls missing although what stands there is in question."""
    as_it_is = told_of(rule, case)
    cited = {c for _, cells in as_it_is for c in cells}
    for row in (r for r in case.returns.rows if rule.family == "triangulation" or cited & set(r.cells.values())):
        for column in (c for c in columns(type(row)) if not row.stated(c.name) and c.name in row.cells):
            in_question = told_of(rule, with_a_row(case, row, questioned=(column.name,)))
            if in_question >= as_it_is and goes_by_its_being_empty(rule, case, row, column, as_it_is):
                yield rule.id, column.name


@pytest.mark.parametrize("name", example_files())
def test_what_stands_there_and_could_not_be_read_is_not_called_missing(name: str):
    found = {c for e in example_files()[name].EXAMPLES for c in called_missing(BOOK[e.rule], case_of(e.fires))}
    assert found <= set(ASKED_ALL_THE_SAME)


@pytest.mark.parametrize(
    ("rule", "column"),
    [("AP202", "evidence"), ("AP208", "path_to_green"), ("AP251", "value"), ("AP303", "reference"), ("AP308", "evidence"),
     ("AP310", "changed"), ("AP318", "changed"), ("AP403", "evidence"), ("AP406", "linked"), ("AP601", "decision"), ("AP603", "categories"),
     ("AP606", "decision"), ("AP609", "option_b"), ("AP614", "by_when")],
)  # fmt: skip
def test_what_stood_in_a_column_that_was_taken_out_is_not_called_missing(rule: str, column: str):
    for case in (case_of(e.fires) for e in EXAMPLES if e.rule == rule):
        for row in (r for r in case.returns.rows if column in r.cells and not r.stated(column) and speaks_of(rule, r, case)):
            heading, file = column_of(type(row), column).heading, row.at.file
            gone = Fault(kind=FaultKind.MISSING_COLUMN, cell=Cell(file=file, sheet=row.at.sheet), expected=heading, column=heading)
            without = {name: cell for name, cell in row.cells.items() if name != column}
            taken_out = with_a_row(case, row, cells=without)
            taken_out = replace(taken_out, returns=replace(taken_out.returns, faults=(gone,)))
            assert not speaks_of(rule, row.model_copy(update={"cells": without}), taken_out)
