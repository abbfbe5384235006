"""What people do to a workbook, done to one: put off, paste in, count days from 1904, ask for more rows, ask about one return alone."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
from click.testing import CliRunner
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from untidy_june import CAP, CWF, JUNE, QDD, lay_out

from assurance_pack.cli import main
from assurance_pack.home import Home
from assurance_pack.intake.read import read_month
from assurance_pack.model import Sender
from assurance_pack.model.problem import Problem
from assurance_pack.pipeline import understand
from assurance_pack.returns.workspace import Milestone
from assurance_pack.settings import Settings

CAPITAL = Sender("workspace", "CAP")


def change(home: Home, file: str, by: Callable[[Any], None]) -> None:
    path = home.inputs(JUNE) / file
    book = openpyxl.load_workbook(path)
    by(book)
    book.save(path)


def keys(sheet: Any) -> list[str]:
    return [str(cell.value).split(";")[0] for cell in sheet[3]]


def put(sheet: Any, row: int, **values: Any) -> None:
    for name, value in values.items():
        sheet.cell(row, keys(sheet).index(name) + 1).value = value


def problems(home: Home, settings: Settings, rule: str) -> list[Problem]:
    return [p for p in understand(home, JUNE, settings).verdicts.by_rule(rule) if p.sender == CAPITAL]


def test_tbc_where_a_column_may_stay_empty_is_empty_and_nothing_is_said(tmp_path: Path, settings: Settings) -> None:
    home = lay_out(tmp_path)
    change(home, CAP, lambda book: put(book["Milestones"], 5, reference="TBC", impact="tbc", success="n/a"))
    found = read_month(home, JUNE, settings).returns
    row = next(m for m in found.of(Milestone, CAPITAL) if m.at.order[2] == 5)
    assert (row.reference, row.impact, row.success) == (None, None, None)
    assert not [f for f in found.faults if f.cell in (row.cell("reference"), row.cell("impact"), row.cell("success"))]


def test_an_actual_date_a_year_on_is_asked_about_with_the_year_that_is_meant(tmp_path: Path, settings: Settings) -> None:
    home = lay_out(tmp_path)
    change(home, CAP, lambda book: put(book["Milestones"], 5, this_month="Changed", status="Complete", actual=datetime(2027, 6, 12)))
    (asked,) = problems(home, settings, "AP203")
    assert asked.sentence == "The actual date, 12 June 2027, is after the position date, 30 June 2026. Is 2026 meant?"


def test_a_workbook_that_counts_from_1904_gives_the_day_its_sender_saw(tmp_path: Path, settings: Settings) -> None:
    home = lay_out(tmp_path)

    def from_1904(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904
        put(book["Milestones"], 5, forecast=datetime(2026, 9, 30))
        put(book["Milestones"], 6, forecast=46295 - 1462)  # the same day, pasted as a number into a cell that is not formatted
        book["Milestones"].cell(6, keys(book["Milestones"]).index("forecast") + 1).number_format = "General"

    change(home, CAP, from_1904)
    rows = {m.at.order[2]: m.forecast for m in read_month(home, JUNE, settings).returns.of(Milestone, CAPITAL)}
    assert (rows[5], rows[6]) == (date(2026, 9, 30), date(2026, 9, 30))


def copied(source: Any, target: Any, first: int) -> None:
    """The rows of one sheet pasted beneath those of another, value by value."""
    for offset, row in enumerate(r for r in source.iter_rows(min_row=5, values_only=True) if r[2]):
        for column, value in enumerate(row, start=1):
            target.cell(first + offset, column).value = value


def first_free(sheet: Any) -> int:
    return next(n for n in range(5, 200) if not sheet.cell(n, 3).value)


def test_two_months_in_one_sheet_are_one_problem_that_names_the_cause(tmp_path: Path, settings: Settings) -> None:
    home = lay_out(tmp_path)

    def twice(book: Any) -> None:
        copied(book["Milestones"], book["Milestones"], first_free(book["Milestones"]))

    change(home, CAP, twice)
    (said,) = problems(home, settings, "AP260")
    assert "stand twice on Milestones" in said.sentence
    assert "were the rows of another month or return pasted in?" in said.sentence


def test_another_workspaces_rows_are_one_problem_that_names_the_cause(tmp_path: Path, settings: Settings) -> None:
    home = lay_out(tmp_path)
    theirs = openpyxl.load_workbook(home.inputs(JUNE) / CWF)["Milestones"]
    change(home, CAP, lambda book: copied(theirs, book["Milestones"], first_free(book["Milestones"])))
    (home.inputs(JUNE) / CWF).unlink()
    (said,) = problems(home, settings, "AP261")
    assert "were another Workspace's rows pasted in?" in said.sentence


def test_forms_have_as_many_spare_rows_as_are_asked_for(tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    done = CliRunner().invoke(main, ["forms", "--month", "2026-07", "--rows", "12", "--home", str(home.root)])
    assert done.exit_code == 0, done.output
    form = next((home.root / "output" / "2026-07" / "forms").glob("Capital*.xlsx"))
    sheet = openpyxl.load_workbook(form)["Risks"]
    spare = [row for row in range(5, 100) if sheet.cell(row, 2).value and not sheet.cell(row, 3).value]
    assert len(spare) == 12


def test_one_return_asked_about_alone_has_only_its_own_missing_return_and_waivers_in_the_data(tmp_path: Path) -> None:
    home = lay_out(tmp_path, without=(QDD,))

    def told(*arguments: str) -> dict[str, Any]:
        return dict(json.loads(CliRunner().invoke(main, ["check", "--month", JUNE, *arguments, "--json", "--home", str(home.root)]).stdout))

    everyone, capital, data = told(), told("--from", "CAP"), told("--from", "QDD")
    assert everyone["missing"] == ["workspace:QDD"] == data["missing"]
    assert capital["missing"] == []
    assert everyone["waived"]
    assert capital["waived"] == capital["unused_waivers"] == capital["expired_waivers"] == []
