"""Our forms opened, edited and saved by LibreOffice, in every way people treat a workbook, come back with the same rows and cells."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from libreoffice import FILTERS, LibreOffice, needs_libreoffice

from assurance_pack.home import Home
from assurance_pack.intake.mark import mark
from assurance_pack.intake.read import read_month
from assurance_pack.model import Cell, Month
from assurance_pack.model.fault import FaultKind
from assurance_pack.model.problem import Problem, Severity
from assurance_pack.pipeline import understand
from assurance_pack.returns.received import ReceiptState, Returns
from assurance_pack.returns.workspace import Milestone
from assurance_pack.schema import Row, columns
from assurance_pack.settings import Settings
from sample_inputs import copy_to_june

pytestmark = [pytest.mark.office, needs_libreoffice]

ROOT = Path(__file__).parents[2]
JUNE = Month("2026-06")
CAP = "Capital and Sufficiency June 2026.xlsx"
SAVED = (FaultKind.MISSING_RETURN, FaultKind.OTHER_FORMAT, FaultKind.LOCK_FILE)
Placed = list[tuple[str, str, dict[str, Any], dict[str, str]]]
Job = tuple[object, ...]


@dataclass(frozen=True)
class Edited:
    """What was read of the sample return of Capital and Sufficiency before and after an edit, and the edited files."""

    before: Returns
    after: Callable[[str], Returns]
    files: dict[str, Path]


def placed(rows: tuple[Row, ...]) -> Placed:
    """Rows with the place of every value, whatever the file is called."""
    return [
        (type(r).__name__, r.at.ref, {c.name: getattr(r, c.name) for c in columns(type(r))}, {n: c.ref for n, c in r.cells.items()})
        for r in rows
    ]


def stated(returns: Returns, cls: type[Row] = Milestone) -> list[dict[str, Any]]:
    """What the rows of a sheet state, wherever they stand."""
    return [{c.name: getattr(r, c.name) for c in columns(cls)} for r in returns.only(cls)]


def said(returns: Returns) -> set[tuple[FaultKind, str, str]]:
    """What the reader said of this file, and where."""
    return {(f.kind, f.cell.sheet, f.cell.ref) for f in returns.faults if f.kind not in SAVED}


def at_home(folder: Path, *files: Path) -> Home:
    """A working folder with these files as June's returns."""
    inputs = folder / "inputs" / JUNE
    inputs.mkdir(parents=True)
    for file in files:
        shutil.copy(file, inputs / file.name)
    return Home(folder)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    return LibreOffice(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def june(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Returns:
    """June as it came in: our forms, filled in."""
    home = at_home(tmp_path_factory.mktemp("june"), *sorted((ROOT / "inputs" / JUNE).glob("*.xlsx")))
    return read_month(home, JUNE, settings).returns


# ---------- saved again ----------


@pytest.fixture(scope="module")
def saved_again(office: LibreOffice, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Returns]:
    """June with every return saved again by LibreOffice, by format."""
    folder = tmp_path_factory.mktemp("saved")
    # a file open in one program is locked to another: each run opens copies of its own
    files = [Path(shutil.copy(f, folder)) for f in sorted((ROOT / "inputs" / JUNE).glob("*.xlsx"))]
    read = {}
    for form in ("xlsx", "ods"):
        saved = office.convert(files, form, folder / f"as-{form}")
        read[form] = read_month(at_home(folder / f"home-{form}", *sorted(saved.iterdir())), JUNE, settings).returns
    return read


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_every_form_saved_again_gives_the_same_rows_at_the_same_cells(june: Returns, saved_again: dict[str, Returns], form: str) -> None:
    again = saved_again[form]
    assert len(june.rows) > 300
    for sender in {r.sender for r in june.rows}:
        mine = placed(tuple(r for r in june.rows if r.sender == sender))
        assert placed(tuple(r for r in again.rows if r.sender == sender)) == mine, sender


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_every_form_saved_again_is_known_for_what_it_is(june: Returns, saved_again: dict[str, Returns], form: str) -> None:
    states = [(r.sender, r.state) for r in june.receipts if r.file]
    assert [(r.sender, r.state) for r in saved_again[form].receipts if r.file] == states
    assert len(states) == len(list((ROOT / "inputs" / JUNE).glob("*.xlsx")))
    assert said(saved_again[form]) == said(june)


# ---------- what people do to a workbook ----------


EDITS: dict[str, list[Job]] = {
    "a row inserted above": [("rows", "Milestones", 0, 3)],
    "a row inserted between the headings and the keys": [("rows", "Milestones", 3, 1)],
    "columns reordered": [("move", "Milestones", 4, 0), ("move", "Milestones", 9, 2)],
    "a sheet renamed with a space": [("rename", "Milestones", "Milestones ")],
    "a sheet renamed": [("rename", "Milestones", "Our milestones, June")],
    "values pasted over the validations": [("paste", "Milestones", "E5", "Purple"), ("paste", "Milestones", "G6", "31/12/2026")],
    "notes under the table": [("type", "Milestones", "C40", "Please ring if anything is unclear.")],
    "rows hidden by a filter": [("filter", "Milestones", "A4:J24", 1, "M-CAP-001")],
    "a merged cell": [("type", "Milestones", "I7", ""), ("merge", "Milestones", "I6:I7")],
    "a merged cell with a value beneath": [("merge", "Milestones", "I6:I7")],
    "a heading in capitals": [("type", "Milestones", "E4", "STATUS NOW"), ("type", "Milestones", "I4", "PROGRESS  THIS MONTH")],
    "a heading in capitals and its key gone": [
        ("type", "Milestones", "E4", "STATUS NOW"), ("type", "Milestones", "E3", ""), ("type", "Milestones", "A3", ""),
    ],
    "one column sorted alone": [("sort", "Milestones", "B5:B14")],
    "a sheet moved to a new workbook": [("alone", "Milestones")],
    "values typed into a new workbook": [("values", "Milestones")],
}  # fmt: skip


@pytest.fixture(scope="module")
def edited(office: LibreOffice, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Edited:
    """The return of Capital and Sufficiency after each edit, all done in one run of LibreOffice."""
    folder = tmp_path_factory.mktemp("edited")
    original = Path(shutil.copy(ROOT / "inputs" / JUNE / CAP, folder))
    jobs: list[Job] = []
    for number, edits in enumerate(EDITS.values()):
        jobs += [("open", original), *edits, ("save", folder / f"{number}.xlsx", FILTERS[".xlsx"]), ("close",)]
    office.do(jobs)

    @cache
    def after(edit: str) -> Returns:
        number = list(EDITS).index(edit)
        home = at_home(folder / f"home-{number}")
        shutil.copy(folder / f"{number}.xlsx", home.inputs(JUNE) / CAP)
        return read_month(home, JUNE, settings).returns

    files = {edit: folder / f"{number}.xlsx" for number, edit in enumerate(EDITS)}
    return Edited(read_month(at_home(folder / "before", original), JUNE, settings).returns, after, files)


@pytest.mark.parametrize(
    "edit",
    [
        "a row inserted above", "a row inserted between the headings and the keys", "columns reordered", "rows hidden by a filter",
        "a sheet renamed with a space", "a heading in capitals", "a heading in capitals and its key gone",
    ],
)  # fmt: skip
def test_a_change_of_place_or_name_changes_no_row_and_is_no_problem(edited: Edited, edit: str) -> None:
    after = edited.after(edit)
    assert stated(after) == stated(edited.before)
    told = {FaultKind.OUT_OF_SIGHT}  # rows nobody sees are read, and that is told
    assert {kind for kind, _, _ in said(after)} - told == {kind for kind, _, _ in said(edited.before)} - told


def test_the_cells_are_those_where_the_values_now_stand(edited: Edited) -> None:
    before, after = edited.before.only(Milestone)[0], edited.after("a row inserted above").only(Milestone)[0]
    assert (before.cell("status").ref, after.cell("status").ref) == ("E5", "E8")
    moved = edited.after("columns reordered").only(Milestone)[0]
    assert moved.cell("status").ref == "A5"


def test_a_sheet_renamed_to_something_else_is_read_and_said(edited: Edited) -> None:
    after = edited.after("a sheet renamed")
    assert stated(after) == stated(edited.before)
    assert (FaultKind.RENAMED_SHEET, "Our milestones, June", "") in said(after)


def test_values_pasted_over_the_validations_are_read_or_reported_at_their_cell(edited: Edited) -> None:
    after = edited.after("values pasted over the validations")
    first, second = after.only(Milestone)[:2]
    assert first.status is None
    assert (FaultKind.NOT_IN_LIST, "Milestones", "E5") in said(after)
    assert str(second.forecast) == "2026-12-31"
    assert len(stated(after)) == len(stated(edited.before))


def test_a_note_under_the_table_is_no_milestone_and_is_not_lost(edited: Edited) -> None:
    after = edited.after("notes under the table")
    assert stated(after) == stated(edited.before)
    assert (FaultKind.TEXT_BELOW_TABLE, "Milestones", "C40") in said(after)


def test_a_merged_cell_keeps_its_first_value_and_the_other_is_named(edited: Edited) -> None:
    after = edited.after("a merged cell")
    assert [m.id for m in after.only(Milestone)] == [m.id for m in edited.before.only(Milestone)]
    assert (FaultKind.MERGED, "Milestones", "I7") in said(after)


def test_one_column_sorted_alone_is_noticed_from_the_month_before(edited: Edited, settings: Settings, tmp_path: Path) -> None:
    """The reader reads what stands there; that an ID now stands beside another title, last month tells."""
    after = edited.after("one column sorted alone")
    before = {m.id: m.title for m in edited.before.only(Milestone)}
    beside_another = {m.id for m in after.only(Milestone) if before.get(m.id) not in (None, m.title)}
    assert len(beside_another) >= 8
    copy_to_june(tmp_path / "inputs")
    shutil.copy(edited.files["one column sorted alone"], tmp_path / "inputs" / JUNE / CAP)
    found = understand(Home(tmp_path), JUNE, settings).verdicts.by_rule("AP300")
    told = {item for p in found for item in p.items if item.startswith("M-CAP-")}
    assert told <= beside_another
    assert len(told) >= 5
    assert all(c.sheet == "Milestones" and c.ref[0] in "BC" for p in found for c in p.cells if "M-CAP" in str(p.items) and c.file == CAP)


@pytest.mark.parametrize("edit", ["a sheet moved to a new workbook", "values typed into a new workbook"])
def test_a_sheet_that_left_its_workbook_still_says_whose_it_is(edited: Edited, edit: str) -> None:
    after = edited.after(edit)
    receipt = next(r for r in after.receipts if r.file)
    assert (receipt.sender, receipt.state) == ("workspace:CAP", ReceiptState.RECEIVED)
    assert stated(after) == stated(edited.before)
    assert FaultKind.MISSING_SHEET in {kind for kind, _, _ in said(after)}


# ---------- the marked copy ----------


def test_a_marked_copy_opens_with_its_notes_and_its_list(office: LibreOffice, tmp_path: Path) -> None:
    cells = tuple(Cell(file=CAP, sheet=sheet, ref=ref) for sheet, ref in (("Milestones", "E5"), ("Milestones", "G7"), ("Risks", "A9")))
    wrong = Problem(rule="AP150", severity=Severity.ERROR, sentence="Not a word of the list.", remedy="Choose from it.", cells=cells)
    (tmp_path / CAP).write_bytes(mark((ROOT / "inputs" / JUNE / CAP).read_bytes(), CAP, [wrong]))
    saved = openpyxl.load_workbook(office.convert([tmp_path / CAP], "xlsx", tmp_path / "saved") / CAP)
    noted = {(sheet.title, c.coordinate) for sheet in saved for row in sheet for c in row if c.comment}
    assert noted == {("Milestones", "E5"), ("Milestones", "G7"), ("Risks", "A9")}
    assert [row[1] for row in saved["Problems"].iter_rows(min_row=2, values_only=True)] == ["Milestones!E5", "Milestones!G7", "Risks!A9"]
    assert saved["Problems"]["B2"].hyperlink is not None
