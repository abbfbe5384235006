"""What holds of every rule in every month: it can look at a row with any cell left blank, and the order of rows says nothing.

The months are those of the examples, each cell of each row blanked in turn, their rows turned upside down, and a row in which nothing but
its ID stands put before and after the others.
"""

from __future__ import annotations

import importlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

import pytest
from example import example_files
from months import Drawing, Drawn, case_of, found

from assurance_pack.model import Cell
from assurance_pack.model.problem import Severity
from assurance_pack.rules import judge
from assurance_pack.rules.engine import Rule

FILES = example_files()


def lines(drawn: Drawn) -> list[list[str]]:
    """The headings and the rows of a sheet as drawn."""
    drawn_lines = (line for line in drawn.table.strip().splitlines() if line.strip() and not set(line.strip()) <= set("-+|"))
    return [[cell.strip() for cell in line.split("|")] for line in drawn_lines]


def redrawn(drawn: Drawn, rows: list[list[str]]) -> Drawn:
    return replace(drawn, table="\n".join(" | ".join(cells) for cells in rows))


def with_a_cell_blank(drawing: Drawing) -> Iterator[Drawing]:
    for place, drawn in enumerate(drawing.sheets):
        table = lines(drawn)
        for r, row in enumerate(table[1:], start=1):
            for c in (c for c, cell in enumerate(row) if cell):
                blank = [*table[:r], [*row[:c], "", *row[c + 1 :]], *table[r + 1 :]]
                yield replace(drawing, sheets=(*drawing.sheets[:place], redrawn(drawn, blank), *drawing.sheets[place + 1 :]))


def upside_down(drawn: Drawn) -> Drawn:
    headings, *rows = lines(drawn)
    return redrawn(drawn, [headings, *reversed(rows)])


def between_blank_rows(drawn: Drawn) -> Drawn:
    headings, *rows = lines(drawn)
    blank = [["ZZ-998" if h == "id" else "" for h in headings], ["ZZ-999" if h == "id" else "" for h in headings]]
    return redrawn(drawn, [headings, blank[0], *rows, blank[1]])


def said(rule: Rule, drawing: Drawing) -> list[tuple[str, list[str]]]:
    """The sentences and the columns of the cells, whatever row they stand in now."""
    return sorted((re.sub(r"(![A-Z]+)\d+", r"\1", p.sentence), sorted(column(c) for c in p.cells)) for p in found(rule, drawing))


def cited(rule: Rule, drawing: Drawing) -> list[str]:
    """The columns of the cells alone: which row of two is named first may change."""
    return sorted(column for _, columns in said(rule, drawing) for column in columns)


def column(cell: Cell) -> str:
    return f"{cell.file} {cell.sheet} {cell.ref.rstrip('0123456789')}"


def rules_of(name: str) -> tuple[Rule, ...]:
    module: ModuleType = importlib.import_module("assurance_pack.rules." + name.replace("/", "."))
    return tuple(module.RULES)


@pytest.mark.parametrize("name", FILES)
def test_no_rule_falls_over_a_row_in_which_any_one_cell_is_blank(name: str):
    rules = rules_of(name)
    for example in FILES[name].EXAMPLES:
        for drawing in (*with_a_cell_blank(example.fires), *with_a_cell_blank(example.silent)):
            judge(rules, case_of(drawing))


RULES = {r.id: r for name in FILES for r in rules_of(name)}


@pytest.mark.parametrize("name", FILES)
def test_a_rule_says_the_same_whatever_order_the_rows_stand_in(name: str):
    for example in FILES[name].EXAMPLES:
        turned = replace(
            example.fires,
            sheets=tuple(upside_down(s) for s in reversed(example.fires.sheets)),
            before=tuple(tuple(upside_down(s) for s in reversed(m)) for m in example.fires.before),
        )
        assert cited(RULES[example.rule], turned) == cited(RULES[example.rule], example.fires), example.story


@pytest.mark.parametrize("name", FILES)
def test_a_row_with_nothing_but_its_id_changes_nothing_that_is_said_of_the_others(name: str):
    for example in FILES[name].EXAMPLES:
        sheets_cited = {c.sheet for p in found(RULES[example.rule], example.fires) for c in p.cells}
        sheets = (between_blank_rows(s) if s.kind.sheet_title in sheets_cited else s for s in example.fires.sheets)
        besides = replace(example.fires, sheets=tuple(sheets))
        told = Counter((sentence, c) for sentence, columns in said(RULES[example.rule], besides) for c in columns)
        alone = Counter((sentence, c) for sentence, columns in said(RULES[example.rule], example.fires) for c in columns)
        assert alone - told == Counter(), example.story


ADDRESSED_TO_ANOTHER = {
    "AP313": "whoever the challenge was put to",
    "AP314": "RDG, which answers families and partners",
    "AP316": "the secretariat, which keeps the log",
    "AP602": "the Workspace that holds the risk",
    "AP610": "RDG, to which the matter was brought",
}


@pytest.mark.parametrize("name", [n for n in FILES if n != "guard"])
def test_what_a_rule_says_goes_to_the_sender_of_a_sheet_it_cites(name: str):
    for example in FILES[name].EXAMPLES:
        senders = {s.sender.partition(":")[2]: s.sender for s in example.fires.sheets}
        for problem in found(RULES[example.rule], example.fires):
            cited_senders = [senders.get(c.file.partition("-")[0]) for c in problem.cells if c.file != "pack.toml"]
            if problem.severity is Severity.PROMPT:
                assert str(problem.sender) == "rdg:RDG"
            elif example.rule not in ADDRESSED_TO_ANOTHER and any(cited_senders):
                assert str(problem.sender) in cited_senders, example.story
