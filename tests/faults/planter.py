"""Plants a fault in a real workbook of the sample months, found by its hidden keys and IDs, and understands the month again."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import docx
import openpyxl
from fault import APRIL, EVERY, JUNE, MAY, NEXT, Fault, Key, Plant, Printed, Return, Spot

from assurance_pack.home import Home
from assurance_pack.model import Cell
from assurance_pack.model.problem import Problem, Severity
from assurance_pack.pipeline import record_of, understand
from assurance_pack.record import store
from assurance_pack.record.manifest import MANIFEST_NAME
from assurance_pack.settings import Settings
from assurance_pack.settings_file import load
from sample_inputs import copy_to_june

PAGES = ("Start here", "Your words")
"""Sheets with one answer below another: keys in the first column, answers in the third."""
KEYS, HEADINGS, ANSWERS = 3, 4, 3
TELLING = ("id", "given_id", "about", "key", "rule", "kind", "workspace")
"""The columns a row is known by, in one sheet or another."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Found:
    """What came of one planted fault: where it lies, what the rules newly say, and whether it stopped the build or came out anywhere."""

    planted: frozenset[str]
    new: tuple[Problem, ...]
    stopped: bool = False
    told: bool = False

    def hits(self, rule: str) -> tuple[Problem, ...]:
        """What this rule newly says at a place where the fault lies."""
        return tuple(p for p in self.new if p.rule == rule and self.planted & set(places(p)))

    def false_alarms(self, fault: Fault) -> tuple[Problem, ...]:
        """What else is new: another rule that was not expected, or the same rule somewhere else."""
        return tuple(p for p in self.new if p not in self.hits(fault.rule) and p.rule not in fault.also)


class Planter:
    """The sample months, understood once; and a fresh copy of them for every fault."""

    def __init__(self, sources: Path, work: Path, settings: Settings) -> None:
        """Copy the sample months, and build the records of April and May once."""
        self.work, self.settings = work, settings
        self.clean_home = work / "clean"
        self.clean_home.mkdir()
        (self.clean_home / "output").mkdir()
        shutil.copy(sources / "pack.toml", self.clean_home)
        copy_to_june(self.clean_home / "inputs")
        self.months = {m: understand(Home(self.clean_home), m, settings, withholding=True) for m in (APRIL, MAY, JUNE)}

    @cached_property
    def clean(self) -> tuple[Problem, ...]:
        """What the rules say of the clean month."""
        return self.months[JUNE].verdicts.problems

    def plant(self, fault: Fault) -> Found:
        """The month understood again with the fault in it."""
        home = self._copy()
        for file, plants in self._by_file(fault.plants).items():
            _change(home.root / file, plants)
        settings = self.settings
        if fault.toml:
            settings = _settings(home.root / "pack.toml", *fault.toml)
        for month in (MAY, APRIL) if any(p.sent.month < JUNE for p in fault.plants) else ():
            if month >= min(p.sent.month for p in fault.plants):
                store.record_path(home, month).unlink()
                (home.output(month) / MANIFEST_NAME).unlink()
        understood = understand(home, JUNE, settings, withholding=True)
        said = understood.verdicts.problems
        told = bool(fault.secret) and _tells(fault.secret, said, record_of(understood, version="1.0"))
        return Found(frozenset(self.where(fault)), _new(said, self.clean), understood.would_have_stopped, told)

    def where(self, fault: Fault) -> Iterable[str]:
        """The places at which the fault must be found, as they are printed."""
        if isinstance(fault.at, Spot | tuple):
            return [self._printed(s) for s in (fault.at if isinstance(fault.at, tuple) else (fault.at,))]
        if isinstance(fault.at, Printed):
            return [fault.at.place]
        if isinstance(fault.at, str):
            return [" › ".join(part for part in (self.file(fault.plants[0].sent), fault.at) if part)]
        spots = [Spot(p.sent, p.sheet, p.row, c) for p in fault.plants for c in p.cells]
        sheets = [f"{self.file(p.sent)} › {p.sheet}" for p in fault.plants if p.to_sheet]
        files = [self.file(p.sent) for p in fault.plants if p.to_book or p.to_file]
        return [*(self._printed(s) for s in spots), *sheets, *files]

    def file(self, sent: Return) -> str:
        """The name of the file a sender sent."""
        receipts = self.months[sent.month].case.returns.receipts
        return next(r.file for r in receipts if r.file and str(r.sender).endswith(f":{sent.code}"))

    def _copy(self) -> Home:
        root = self.work / "planted"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self.clean_home, root)
        return Home(root)

    def _by_file(self, plants: Iterable[Plant]) -> dict[Path, list[Plant]]:
        files: dict[Path, list[Plant]] = {}
        for plant in plants:
            files.setdefault(Path("inputs", plant.sent.month, self.file(plant.sent)), []).append(plant)
        return files

    def _printed(self, spot: Spot) -> str:
        name = self.file(spot.sent)
        path = self.clean_home / "inputs" / spot.sent.month / name
        if path.suffix == ".docx":
            return str(Cell(file=name, sheet=spot.sheet, ref=_title(docx.Document(str(path)), spot.column)))
        cell = cells(_clean_book(path)[spot.sheet], spot.row, spot.column)[0]
        return str(Cell(file=name, sheet=spot.sheet, ref=cell.coordinate))


@cache
def _clean_book(path: Path) -> Any:
    """A workbook as it was sent; nobody changes it."""
    return openpyxl.load_workbook(path)


def places(problem: Problem) -> list[str]:
    """Where a problem stands; without a cell, at the return it is about."""
    return [str(c) for c in problem.cells] or [str(problem.sender)]


def _new(said: Iterable[Problem], clean: Iterable[Problem]) -> tuple[Problem, ...]:
    """What was not said of the clean month: a rule at a place, or a prompt about these items."""
    known = {(p.rule, place) for p in clean for place in places(p)}
    asked = {p.key for p in clean}
    return tuple(
        p
        for p in said
        if any((p.rule, place) not in known for place in places(p)) or (p.severity is Severity.PROMPT and p.key not in asked)
    )


def _tells(secret: str, said: Iterable[Problem], record: Any) -> bool:
    out = " ".join(f"{p.sentence} {p.remedy}" for p in said).encode() + store.as_bytes(record)
    return secret.encode() in out


def _settings(path: Path, old: str, new: str) -> Settings:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands in pack.toml {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return load(path)


# ---------- a file, changed ----------


def _change(path: Path, plants: list[Plant]) -> None:
    within = [p for p in plants if not p.to_file]
    if within and path.suffix == ".docx":
        _change_document(path, within)
    elif within:
        _change_workbook(path, within)
    for plant in plants:
        if plant.to_file:
            plant.to_file(path)


def _change_workbook(path: Path, plants: list[Plant]) -> None:
    book = openpyxl.load_workbook(path)
    found = [(cell, v) for p in plants for c, v in p.cells.items() for cell in cells(book[p.sheet], p.row, c)]
    for cell, value in found:  # all were found before any is changed
        if callable(value):
            value(cell)
        else:
            cell.value = value
    for plant in plants:
        if plant.to_sheet:
            plant.to_sheet(book[plant.sheet])
        if plant.to_book:
            plant.to_book(book)
    book.save(path)


def _change_document(path: Path, plants: list[Plant]) -> None:
    document = docx.Document(str(path))
    for plant in plants:
        for column, words in plant.cells.items():
            texts = list(_control(document, column).iter(f"{W}t"))
            for text, content in zip(texts, [words or "", *("" for _ in texts)], strict=False):
                text.text = content
        if plant.to_book:
            plant.to_book(document)
    document.save(str(path))


def _control(document: Any, column: str) -> Any:
    """The content control with this tag."""
    controls = document.element.body.iter(f"{W}sdt")
    return next(c for c in controls if (tag := c.find(f"{W}sdtPr/{W}tag")) is not None and tag.get(f"{W}val") == column)


def _title(document: Any, column: str) -> str:
    return str(_control(document, column).find(f"{W}sdtPr/{W}alias").get(f"{W}val"))


# ---------- a cell, found ----------


def cells(sheet: Any, row: Key, column: str) -> list[Any]:
    """The cell in this row and under this hidden key; with EVERY, all cells of the row.

    Raises:
        LookupError: there is no such row or key: the fault cannot be planted.
    """
    if sheet.title in PAGES:
        numbers = [n for n in range(1, sheet.max_row + 1) if str(sheet.cell(n, 1).value or "").partition(";")[0] == column]
        found = [sheet.cell(n, ANSWERS) for n in numbers]
    else:
        keys = {str(c.value).partition(";")[0]: c.column for c in sheet[KEYS] if c.value}
        number = _row(sheet, row, keys)
        found = list(sheet[number]) if column == EVERY else [sheet.cell(number, n) for key, n in keys.items() if key == column]
    if not found:
        raise LookupError(f"{sheet.title} has no {column}")
    return found


def _row(sheet: Any, row: Key, keys: dict[str, int]) -> int:
    telling = {n for key, n in keys.items() if key in TELLING}
    for number in range(HEADINGS + 1, sheet.max_row + 2):
        said = {c.column: c.value.date() if isinstance(c.value, datetime) else c.value for c in sheet[number] if c.value is not None}
        if row == NEXT:
            fits = not any(n in said for key, n in keys.items() if key != "id" and not key.startswith("info:"))
        elif isinstance(row, tuple):
            fits = all(part in said.values() for part in row)
        else:
            fits = any(str(said.get(n, "")).strip() == row for n in telling)
        if fits:
            return number
    raise LookupError(f"{sheet.title} has no {row}")
