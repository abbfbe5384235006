"""What the tests remember of files and months makes none of them blind: a cell, a setting, a record or a piece of code changed is seen."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from field_cases import JUNE, ROOT, SETTINGS, put, sample, told_anew
from openpyxl import Workbook

from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import stages, understand
from assurance_pack.record import store
from assurance_pack.returns.workspace import Milestone
from assurance_pack.rules import judge
from workbooks_remembered import Lent

CAPITAL = "Capital and Sufficiency June 2026.xlsx"


def parts(path: Path) -> dict[str, bytes]:
    """What a file holds, but for the hour it was saved."""
    with zipfile.ZipFile(path) as archive:
        return {name: re.sub(rb"<dcterms:modified.*?</dcterms:modified>", b"", archive.read(name)) for name in archive.namelist()}


def told(path: Path) -> dict[str, object]:
    """All cells of a workbook, as they are set."""
    with path.open("rb") as stream:
        sheets = openpyxl.load_workbook(stream).worksheets
    return {
        s.title: [(c.coordinate, c.value, c.number_format, repr(c.font), repr(c.fill), repr(c.protection)) for row in s for c in row]
        for s in sheets
    }


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return sample(tmp_path, {})


def test_the_same_month_is_judged_once(home: Home) -> None:
    understand(home, JUNE, SETTINGS)  # which keeps the records of the months before
    assert understand(home, JUNE, SETTINGS).case is understand(home, JUNE, SETTINGS).case


def test_a_cell_typed_into_a_file_of_the_same_name_is_seen(home: Home) -> None:
    assert not told_anew(understand(home, JUNE, SETTINGS))
    sample(home.root, {CAPITAL: put("Indicators", F6=61)})
    assert "AP257 Indicators!F6" in told_anew(understand(home, JUNE, SETTINGS))


def test_a_sheet_is_read_as_it_stands_now_and_the_others_of_its_file_as_they_did(home: Home) -> None:
    def rows(**cells: object) -> dict[str, list[Any]]:
        sample(home.root, {CAPITAL: put("Milestones", **cells)})
        sent = [r for r in understand(home, JUNE, SETTINGS).case.returns.rows if r.at.file == CAPITAL]
        return {sheet: [r for r in sent if r.at.sheet == sheet] for sheet in ("Milestones", "Risks")}

    once, then, back = rows(C6="A new hall"), rows(C6="Another hall"), rows(C6="A new hall")
    assert [x["Milestones"][1].title for x in (once, then, back)] == ["A new hall", "Another hall", "A new hall"]
    assert once["Risks"] == then["Risks"] == back["Risks"]


def test_a_workbook_that_was_opened_before_is_opened_as_it_lies_there_now(home: Home) -> None:
    path = home.inputs(JUNE) / CAPITAL
    book = openpyxl.load_workbook(path)
    book["Milestones"]["D5"] = "Greenish"
    assert openpyxl.load_workbook(path)["Milestones"]["D5"].value != "Greenish"
    book.save(path)
    assert openpyxl.load_workbook(path)["Milestones"]["D5"].value == "Greenish"


@pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "inputs" / JUNE).glob("*.xlsx")))
def test_a_workbook_of_which_one_sheet_was_changed_is_saved_as_if_all_were_written_anew(name: str, tmp_path: Path) -> None:
    sent = ROOT / "inputs" / JUNE / name
    titles = openpyxl.load_workbook(sent).sheetnames
    for title in (titles[1], titles[-1], titles[1]):  # what was written for the one is there for the next
        one, all_anew, own = (openpyxl.load_workbook(sent, **how) for how in ({}, {}, {"read_only": False}))
        assert [type(book) for book in (one, all_anew, own)] == [Lent, Lent, Workbook]
        assert all_anew.worksheets
        for book, saved in ((one, "one"), (all_anew, "all"), (own, "own")):
            book[title]["C9"] = "Something else"
            book.save(tmp_path / saved)
        assert parts(tmp_path / "one") == parts(tmp_path / "all")
        assert told(tmp_path / "one") == told(tmp_path / "own")


@pytest.mark.parametrize("reach", ["worksheets", "active", "name"])
def test_what_was_changed_in_a_sheet_is_saved_however_somebody_came_by_it(reach: str, tmp_path: Path) -> None:
    sent = ROOT / "inputs" / JUNE / CAPITAL
    for _ in range(2):
        book = openpyxl.load_workbook(sent)
        sheet = book["Milestones"] if reach == "name" else book.active if reach == "active" else book.worksheets[3]
        sheet["C9"] = "Something else"
        book.save(tmp_path / "saved.xlsx")
        sheet["C9"] = "And again"
        book.save(tmp_path / "again.xlsx")
        for name, says in (("saved", "Something else"), ("again", "And again")):
            assert openpyxl.load_workbook(tmp_path / f"{name}.xlsx")[sheet.title]["C9"].value == says


def test_another_setting_and_another_day_of_arrival_are_seen(home: Home) -> None:
    before = understand(home, JUNE, SETTINGS)
    stricter = SETTINGS.model_copy(update={"limits": SETTINGS.limits.model_copy(update={"prompts": 1})})
    assert understand(home, JUNE, stricter).case is not before.case
    (home.inputs(JUNE) / "received.csv").unlink()
    assert not [r for r in understand(home, JUNE, SETTINGS).case.returns.receipts if r.received]


def test_an_earlier_month_that_was_kept_otherwise_is_seen(home: Home) -> None:
    before = understand(home, JUNE, SETTINGS)
    kept = before.case.history[-1]
    fewer = {sheet: () if sheet == "workspace.Milestone" else rows for sheet, rows in kept.rows.items()}
    store.keep(home, kept.model_copy(update={"rows": fewer}))
    assert before.case.history[-1].returns.of(Milestone)
    assert not understand(home, JUNE, SETTINGS).case.history[-1].returns.of(Milestone)
    assert kept.month == Month("2026-05")


def test_a_test_that_patches_how_it_is_done_comes_first_and_leaves_nothing_behind(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    assert understand(home, JUNE, SETTINGS).verdicts.problems
    monkeypatch.setattr(stages, "judge", lambda rules, case, waivers=(): judge((), case))
    assert not understand(home, JUNE, SETTINGS).verdicts.problems


def test_after_it_everything_is_said_again(home: Home) -> None:
    assert understand(home, JUNE, SETTINGS).verdicts.problems


@pytest.mark.usefixtures("nothing_is_remembered")
def test_who_asks_for_it_has_everything_worked_out_anew(home: Home) -> None:
    understand(home, JUNE, SETTINGS)
    assert understand(home, JUNE, SETTINGS).case is not understand(home, JUNE, SETTINGS).case
