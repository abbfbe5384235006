"""The files of the illustrative months: exactly what their text says, marked as illustrative, and read without a fault."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import openpyxl
from sample_months import APRIL, INPUTS, JULY, JUNE, MAY, MONTHS, ROOT, Story

from assurance_pack.model.fault import FaultKind
from assurance_pack.returns import board_log, workspace
from assurance_pack.returns.received import ReceiptState, Returns
from assurance_pack.schema import Review, Row


def test_the_returns_in_inputs_are_exactly_what_the_text_says(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "samples", str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    written = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    kept = {p.relative_to(INPUTS): p.read_bytes() for m in MONTHS for p in (INPUTS / m).iterdir()}
    assert sorted(written) == sorted(kept)
    differ = [str(name) for name in written if written[name] != kept[name]]
    assert not differ, "run “make samples”: these are not what the text says"


def test_a_return_somebody_else_put_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / JUNE / "Capital and Sufficiency June 2026 v2.xlsx"
    theirs.parent.mkdir()
    theirs.write_bytes(b"theirs")
    for _ in range(2):
        subprocess.run([sys.executable, "-m", "samples", str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    assert theirs.read_bytes() == b"theirs"


def test_every_visible_sheet_says_that_it_is_illustrative() -> None:
    for path in sorted(INPUTS.rglob("*.xlsx")):
        for sheet in openpyxl.load_workbook(path):
            if sheet.sheet_state == "visible":
                top = " ".join(str(c.value) for row in sheet.iter_rows(max_row=3) for c in row if c.value)
                assert "Illustrative" in top, f"{path.name} › {sheet.title}"


def test_the_list_of_what_came_when_names_every_file_and_nothing_else() -> None:
    for month in MONTHS:
        listed = csv.DictReader(io.StringIO((INPUTS / month / "received.csv").read_text(encoding="utf-8")))
        assert {line["file"] for line in listed} == {p.name for p in (INPUTS / month).iterdir()} - {"received.csv"}


def test_april_lacks_one_return_and_no_later_month_lacks_any(story: Story) -> None:
    missing = {month: [r.sender for r in returns.missing] for month, returns in story.months.items()}
    assert missing == {APRIL: ["voice:SAH"], MAY: [], JUNE: [], JULY: []}


def test_nothing_in_the_returns_is_misread(story: Story) -> None:
    """The only blanks the reader meets in a required cell are rows nobody reviewed."""
    met = {(f.kind, f.row) for returns in story.months.values() for f in returns.faults if f.kind is not FaultKind.MISSING_RETURN}
    assert met <= {(FaultKind.BLANK_REQUIRED, item) for item in ("M-CWF-006", "R-CAP-005", "R-CWF-005")}


def test_three_rows_of_june_came_back_untouched(june: Returns) -> None:
    untouched = [r.ref for r in (*june.of(workspace.Milestone), *june.of(workspace.Risk)) if r.review is Review.NOT_REVIEWED]
    assert untouched == ["M-CWF-006", "R-CWF-005", "R-CAP-005"]


def test_nothing_this_month_is_how_the_special_and_ap_heads_answer_in_june(june: Returns) -> None:
    receipt = june.receipt("voice:SAH")
    assert receipt
    assert receipt.state is ReceiptState.NIL


def test_the_other_name_of_a_workspace_is_read_in_may(story: Story) -> None:
    files = [r.file for r in story.months[MAY].receipts if r.sender == "workspace:CWF"]
    assert files == ["Workforce & Commissioning May 2026.xlsx"]


def test_ordinary_untidiness_is_read_as_it_was_meant(story: Story) -> None:
    april = story.months[APRIL].by_id
    local_offer, travel, plans, forecast = (april[i] for i in ("M-QDD-004", "M-CAP-004", "M-QDD-002", "M-CAP-003"))
    assert isinstance(local_offer, workspace.Milestone)
    assert isinstance(travel, workspace.Milestone)
    assert isinstance(plans, workspace.Milestone)
    assert isinstance(forecast, workspace.Milestone)
    assert str(local_offer.status) == "On track"  # typed “on track ”
    assert travel.forecast == plans.forecast == date(2026, 9, 30)  # typed “30/09/2026” and “30 September 2026”
    assert not forecast.depends_on  # typed “-”
    after_a_gap = april["R-QDD-005"]
    assert after_a_gap.at.ref == "A10"  # an empty line stands above it


def test_every_id_of_an_item_stays_the_same_item(story: Story) -> None:
    for item in {r.ref for returns in story.months.values() for r in returns.of(workspace.Milestone)}:
        assert len({getattr(r, "title", None) for r in story.each(item)}) == 1, item


def test_an_item_stays_until_it_is_closed(story: Story) -> None:
    for before, now in pairwise(MONTHS):
        for kind in (workspace.Milestone, workspace.Risk, workspace.QAFinding, board_log.Action, board_log.Challenge):
            open_then = {r.ref for r in story.months[before].of(kind) if not _leaves(r)}
            assert open_then <= {r.ref for r in story.months[now].of(kind)}, (now, kind.__name__)


def _leaves(row: Row) -> bool:
    if isinstance(row, board_log.Action):
        return bool(row.status) and row.status.meaning != "open"
    if isinstance(row, board_log.Challenge):
        return bool(row.status) and row.status.meaning == "closed"
    return row.review is Review.CLOSE
