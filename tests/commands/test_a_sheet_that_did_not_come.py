"""A return that came without one of its sheets: what the sheet would have said is not known, and page 1 says whose it is."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from assurance_pack.commands.check import check, check_lines
from assurance_pack.document.editions import BOARD, issue
from assurance_pack.document.texts import texts
from assurance_pack.model import Month
from assurance_pack.pipeline import Understood, understand
from assurance_pack.settings import Home
from assurance_pack.settings_file import load
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
JUNE = Month("2026-06")
SETTINGS = load(ROOT / "pack.toml")
RETURN = "Commissioning and Workforce June 2026.xlsx"


def without(root: Path, *sheets: str) -> Home:
    """June, with sheets deleted from the return of Commissioning and Workforce."""
    copy_to_june(root / "inputs")
    path = root / "inputs" / JUNE / RETURN
    book = openpyxl.load_workbook(path)
    for sheet in sheets:
        del book[sheet]
    book.save(path)
    return Home(root)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    return without(tmp_path_factory.mktemp("lacking"), "Milestones", "Indicators")


@pytest.fixture(scope="module")
def june(home: Home) -> Understood:
    return understand(home, JUNE, SETTINGS)


def words(understood: Understood) -> str:
    made = issue(BOARD, understood.case, understood.verdicts, understood.position)
    return "\n".join(t for t in texts(made.assembled.document.blocks) if t)


def test_page_1_counts_what_is_known_and_says_whose_sheets_did_not_come(june: Understood) -> None:
    page = june.position.month
    assert not page.off_track.whole
    assert page.lacking == (("Commissioning and Workforce", ("Milestones", "Indicators")),)
    said = words(june)
    assert "Commissioning and Workforce’s came without Milestones and Indicators: a gap in assurance." in said
    assert "2 known" in said
    assert "2 of 21" not in said


def test_its_milestones_stand_without_a_status_and_none_of_them_is_called_gone(june: Understood) -> None:
    said = words(june)
    assert "Milestones not received from Commissioning and Workforce: its nine open milestones have no status this month" in said
    assert "how many more are off track or at risk is not known" in said
    assert june.position.milestones.gone == ()


def test_a_register_of_risks_that_did_not_come_leaves_their_count_unknown(tmp_path: Path) -> None:
    june = understand(without(tmp_path, "Risks"), JUNE, SETTINGS)
    assert not june.position.month.extreme.whole
    said = words(june)
    assert "Risks not received from Commissioning and Workforce: five risks open when it last reported have no score this month" in said
    assert "How many are open, or Extreme, is not known." in said


def test_the_missing_sheet_is_the_one_problem_and_nothing_is_said_of_what_it_would_hold(home: Home) -> None:
    checked = check(home, JUNE, SETTINGS)
    sheets = [str(c) for p in checked.problems if p.rule == "AP130" for c in p.cells]
    assert sorted(sheets) == [f"{RETURN} › Indicators", f"{RETURN} › Milestones"]
    assert [p.rule for p in checked.problems if p.rule in ("AP259", "AP264", "AP302")] == []
    said = [line for line in check_lines(checked) if "waiver" in line]
    assert said == ["Not judged: the waiver of AP202 at M-CWF-004, for what it is about did not come this month."]
