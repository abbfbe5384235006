"""Plants a fault in a workbook of the sample months, by its cell, and reads it back through the reader."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.comments import Comment

from assurance_pack.assess.changes import compare
from assurance_pack.assess.outcomes import outcomes
from assurance_pack.assess.signals import signals
from assurance_pack.assess.trends import trends
from assurance_pack.intake.read import Read, read_month
from assurance_pack.model import Cell, Month, Problem
from assurance_pack.pipeline import waivers_of
from assurance_pack.record.carry import carry_forward
from assurance_pack.record.month import Record, frozen_rows
from assurance_pack.rules import all_rules, guard, judge
from assurance_pack.rules.case import Case
from assurance_pack.rules.guard.withhold import withhold
from assurance_pack.schema import Row, columns
from assurance_pack.settings import Home, Settings

JUNE = Month("2026-06")
Sheetwise = Callable[[Any, str], None]
Place = tuple[str, str]


@dataclass(frozen=True)
class Edit:
    """One cell of one row given another value; or, with `how`, something done to the sheet at that cell."""

    sender: str
    kind: type[Row]
    id: str
    column: str
    value: Any = None
    how: Sheetwise | None = None
    month: Month = JUNE


@dataclass(frozen=True)
class Fault:
    """A fault, and the rule that must find it: in a cell where it was planted, or at a place that ends with `at`.

    `besides` are rules whose finding is a plain consequence of the same fault.
    """

    rule: str
    story: str
    edits: tuple[Edit, ...]
    at: str = ""
    besides: frozenset[str] = field(default=frozenset())


def note(text: str) -> Sheetwise:
    """Write a note on the cell."""

    def do(sheet: Any, ref: str) -> None:
        sheet[ref].comment = Comment(text, "Officer")

    return do


def hidden_row(text: str) -> Sheetwise:
    """Write into the cell, and hide its row."""

    def do(sheet: Any, ref: str) -> None:
        sheet[ref] = text
        sheet.row_dimensions[sheet[ref].row].hidden = True

    return do


def header(text: str) -> Sheetwise:
    """Write into the header of the printed page."""

    def do(sheet: Any, ref: str) -> None:
        sheet.oddHeader.center.text = text

    return do


def title_of_document(text: str) -> Sheetwise:
    """Write into the properties of the document."""

    def do(sheet: Any, ref: str) -> None:
        sheet.parent.properties.subject = text

    return do


def row_gone(sheet: Any, ref: str) -> None:
    """Empty the whole row."""
    for cell in sheet[sheet[ref].row]:
        cell.value = None


@dataclass
class Planting:
    """The sample months as read, and what becomes of June when some of their cells are changed."""

    root: Path
    settings: Settings
    work: Path

    @cached_property
    def reads(self) -> dict[Month, Read]:
        """The clean months."""
        months = (JUNE.plus(-2), JUNE.plus(-1), JUNE)
        return {m: read_month(Home(self.root), m, self.settings) for m in months}

    @cached_property
    def history(self) -> tuple[Record, ...]:
        """The records of the clean months before June."""
        return self._history(self.reads)

    @cached_property
    def clean(self) -> tuple[Problem, ...]:
        """What the rules find in the clean month."""
        return self._problems(self._case(JUNE, self.reads[JUNE], self.history))

    def planted(self, fault: Fault) -> tuple[frozenset[Place], frozenset[str]]:
        """What the rules newly find where the fault is planted, and the cells in which it was planted."""
        reads, places = dict(self.reads), set[str]()
        for month in {e.month for e in fault.edits}:
            edits = [e for e in fault.edits if e.month == month]
            reads[month] = self._edited(month, edits)
            places |= {str(self.cell(e)) for e in edits}
        untouched = all(reads[m] is self.reads[m] for m in reads if m != JUNE)
        history = self.history if untouched else self._history(reads)
        new = places_of(self._problems(self._case(JUNE, reads[JUNE], history))) - places_of(self.clean)
        return frozenset(new), frozenset(places)

    def row(self, month: Month, sender: str, kind: type[Row], ref: str) -> Row:
        """A row of a clean month by its ID, or the first of its sheet that names it."""
        rows = [r for r in self.reads[month].returns.of(kind) if r.sender == sender]
        named = [r for r in rows if getattr(r, "id", None) == ref or any(str(getattr(r, c.name)) == ref for c in columns(kind))]
        return (named or rows)[0] if not ref or named else self._no_row(sender, ref)

    @staticmethod
    def _no_row(sender: str, ref: str) -> Row:
        raise LookupError(f"{sender} has no {ref}")

    def cell(self, edit: Edit) -> Cell:
        """Where an edit is made."""
        return self.row(edit.month, edit.sender, edit.kind, edit.id).cells[edit.column]

    def _edited(self, month: Month, edits: list[Edit]) -> Read:
        read = self.reads[month]
        for file in {self.cell(e).file for e in edits}:
            home = self.work / "home"
            shutil.rmtree(home, ignore_errors=True)
            folder = home / "inputs" / month
            folder.mkdir(parents=True)
            book = openpyxl.load_workbook(self.root / "inputs" / month / file)
            for edit in edits:
                at = self.cell(edit)
                if at.file == file:
                    _change(book[at.sheet], at.ref, edit)
            book.save(folder / file)
            read = _spliced(read, read_month(Home(home), month, self.settings), file)
        return read

    def _history(self, reads: dict[Month, Read]) -> tuple[Record, ...]:
        history: list[Record] = []
        for month, read in sorted(reads.items()):
            if month != JUNE:
                case = self._case(month, read, tuple(history))
                history.append(_record(case))
        return tuple(history)

    def _problems(self, case: Case) -> tuple[Problem, ...]:
        return judge(all_rules(), case, waivers_of(case.returns)).problems

    def _case(self, month: Month, read: Read, history: tuple[Record, ...]) -> Case:
        """The month through the stages the pipeline takes it through."""
        s, last = self.settings, history[-1] if history else None
        findings = guard.scan(read.texts, s)
        position = next(m.position for m in s.meetings if m.month == month)
        returns = carry_forward(withhold(read.returns, guard.cells_withheld(findings)), last)
        charts = trends(returns, s)
        said = signals(returns, s, position, charts, history)
        return Case(
            month=month, settings=s, returns=returns, position=position, last=last, history=history, changes=compare(returns, last),
            signals=said, outcomes=outcomes(said, s, returns), trends=charts, guard=findings,
        )  # fmt: skip


def places_of(problems: tuple[Problem, ...]) -> set[Place]:
    """Rule and place of every problem; a problem without a cell stands at its sender."""
    return {(p.rule, str(c)) for p in problems for c in p.cells or (Cell(file=p.sender),)}


def _record(case: Case) -> Record:
    return Record(
        month=case.month, position=case.position, settings=case.settings, receipts=case.returns.receipts, faults=case.returns.faults,
        rows=frozen_rows(case.returns.rows),
    )  # fmt: skip


def _change(sheet: Any, ref: str, edit: Edit) -> None:
    if edit.how:
        edit.how(sheet, ref)
    else:
        sheet[ref] = edit.value


def _spliced(whole: Read, part: Read, file: str) -> Read:
    """The whole month, with one file's rows, faults and texts as read anew, in their old places."""

    def new(old: tuple[Any, ...], fresh: tuple[Any, ...], cell: Callable[[Any], Cell]) -> tuple[Any, ...]:
        kept = [x for x in old if cell(x).file != file]
        at = next((i for i, x in enumerate(old) if cell(x).file == file), len(kept))
        return (*kept[:at], *(x for x in fresh if cell(x).file == file), *kept[at:])

    returns = replace(
        whole.returns,
        rows=new(whole.returns.rows, part.returns.rows, lambda r: r.at),
        faults=new(whole.returns.faults, part.returns.faults, lambda f: f.cell),
    )
    return Read(returns, new(whole.texts, part.texts, lambda t: t.cell))
