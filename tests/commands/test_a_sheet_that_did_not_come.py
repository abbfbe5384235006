"""A return that came without one of its sheets: what the sheet would have said is not known, and page 1 says whose it is."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from assurance_pack.commands.check import check, check_lines
from assurance_pack.document.editions import BOARD, issue
from assurance_pack.document.texts import texts
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import Understood, understand
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


def without_column(root: Path, sheet: str, name: str, sent: str = RETURN) -> Home:
    """June, with a column deleted from a sheet of a return, by its key in the third row."""
    copy_to_june(root / "inputs")
    path = root / "inputs" / JUNE / sent
    book = openpyxl.load_workbook(path)
    keys = [str(cell.value).split(";")[0] for cell in book[sheet][3]]
    book[sheet].delete_cols(keys.index(name) + 1)
    book.save(path)
    return Home(root)


def words(understood: Understood) -> str:
    made = issue(BOARD, understood.case, understood.verdicts, understood.position)
    return "\n".join(t for t in texts(made.assembled.document.blocks) if t)


def test_page_1_counts_what_is_known_and_says_whose_sheets_did_not_come(june: Understood) -> None:
    page = june.position.month
    assert not page.off_track.whole
    assert page.lacking == (("Commissioning and Workforce", ("Milestones", "Indicators")),)
    said = words(june)
    assert "Commissioning and Workforce’s came without Milestones and Indicators: a gap in assurance." in said
    assert "At least 2" in said
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


@pytest.mark.parametrize(
    ("sheet", "name", "heading", "tile"),
    [("Milestones", "status", "Status now", "off_track"), ("Risks", "likelihood", "Likelihood now", "extreme")],
)
def test_without_its_column_of_statuses_or_scores_a_count_is_only_what_is_known(
    tmp_path: Path, sheet: str, name: str, heading: str, tile: str
) -> None:
    june = understand(without_column(tmp_path, sheet, name), JUNE, SETTINGS)
    assert not getattr(june.position.month, tile).whole
    said = words(june)
    assert f"Commissioning and Workforce’s came without “{heading}” on {sheet}: a gap in assurance." in said
    measure = getattr(june.position.month, tile)
    assert (f"At least {measure.now}" if measure.direction == "worse" else f"{measure.now} known") in said


def test_a_column_that_may_be_left_empty_is_missed_too_where_it_was_taken_out(tmp_path: Path) -> None:
    june = understand(without_column(tmp_path, "Risks", "categories"), JUNE, SETTINGS)
    (problem,) = june.verdicts.by_rule("AP134")
    assert problem.sentence == "There is no column or question “Escalation category”."
    assert [str(cell) for cell in problem.cells] == [f"{RETURN} › Risks!A4"]
    assert "came without “Escalation category” on Risks" in words(june)


def test_a_decision_whose_milestone_has_no_forecast_is_not_known_to_be_on_course_and_page_1_says_so(tmp_path: Path) -> None:
    june = understand(without_column(tmp_path, "Milestones", "forecast", "Capital and Sufficiency June 2026.xlsx"), JUNE, SETTINGS)
    assert "D-006" in [f.row.ref for f in june.position.month.course_not_known]
    said = words(june)
    assert "D-006 “Agreed a date: building contract let”" in said
    assert "not known to be on course" in said
    assert "M-CAP-010 Building contract let: at risk, no forecast" in said


def test_risks_without_their_column_of_ids_are_the_risks_of_last_month_and_none_of_them_is_new(tmp_path: Path) -> None:
    june = understand(without_column(tmp_path, "Risks", "id", "Capital and Sufficiency June 2026.xlsx"), JUNE, SETTINGS)
    said = words(june)
    assert "High needs costs outrun the grant, so reform loses its funding. (R-CAP-006, 20, was 16)" in said
    assert "came without “ID” on Risks" in said
    (asked,) = june.verdicts.by_rule("AP162")
    known = "R-CAP-001, R-CAP-002, R-CAP-003, R-CAP-004, R-CAP-005 and R-CAP-006"
    assert asked.sentence == f"No ID can be read here: by what they said in May 2026, the rows are {known}. Is that right?"
    assert june.verdicts.by_rule("AP301") == ()


def test_the_boards_actions_without_their_column_of_ids_are_followed_and_no_link_to_one_is_called_wrong(tmp_path: Path) -> None:
    june = understand(without_column(tmp_path, "Actions", "id", "Board log June 2026.xlsx"), JUNE, SETTINGS)
    assert june.verdicts.by_rule("AP262") == june.verdicts.by_rule("AP301") == ()
    assert [p.items for p in june.verdicts.by_rule("AP312")] == [("A-028",), ("A-029",)]
