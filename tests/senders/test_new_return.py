"""The README's recipe “A return”, walked: one file, one line in the list, and pack.toml; then a month with it, by the commands alone."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).parents[2]
JULY = "2026-07"
WHO = """
[[senders]]
kind = "internal_audit"
code = "AUD"
name = "Shared Audit Service"
aliases = ["Audit"]
contact = "audit@example.org"

[[senders]]
kind = "internal_audit"
code = "NHA"
name = "NHS Audit Consortium"
contact = "nhs.audit@example.org"
"""


class Walked:
    """The program with the new return in it, and a working folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        package = root / "program" / "assurance_pack"
        shutil.copytree(ROOT / "assurance_pack", package, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(ROOT / "templates", root / "program" / "templates")
        shutil.copy(Path(__file__).with_name("internal_audit.py"), package / "returns" / "internal_audit.py")
        listed = package / "returns" / "__init__.py"
        before = listed.read_text()
        after = before.replace("    board_log.BOARD_LOG_RETURN,\n", "    board_log.BOARD_LOG_RETURN,\n    internal_audit.AUDIT_RETURN,\n")
        listed.write_text(after.replace("from . import board_log,", "from . import board_log, internal_audit,"))
        (root / "inputs").mkdir()
        (root / "output").mkdir()
        toml = (ROOT / "pack.toml").read_text()
        (root / "pack.toml").write_text(toml.replace("[deadlines] ", "[deadlines]\ninternal_audit = 11\n#", 1) + WHO)
        shutil.copy(root / "pack.toml", root / "program" / "pack.toml")

    def pack(self, *arguments: str) -> str:
        """What a command prints, with its errors."""
        environment = {**os.environ, "PYTHONPATH": str(self.root / "program"), "COLUMNS": "200"}
        command = [sys.executable, "-m", "assurance_pack.cli", *arguments, "--home", str(self.root)]
        done = subprocess.run(command, env=environment, cwd=self.root, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr, done.stderr
        return done.stdout + done.stderr

    def month(self, command: str, *more: str) -> str:
        """A command for July."""
        return self.pack(command, "--month", JULY, *more)


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Walked:
    """July: every form issued, internal audit's filled in and sent, the other audit's missing."""
    found = Walked(tmp_path_factory.mktemp("walk"))
    found.issued = found.month("forms")  # type: ignore[attr-defined]
    inputs = found.root / "inputs" / JULY
    inputs.mkdir()
    book = openpyxl.load_workbook(found.root / "output" / JULY / "forms" / f"Shared Audit Service {JULY}.xlsx")
    _answer(book["Start here"], "Completed by (role)", "Head of Internal Audit")
    _answer(book["Start here"], "No individual child or case is described in this return", "Yes, I have checked")
    sheet = book["Audit reports"]
    head = next(row for row in sheet.iter_rows() if "Report" in [c.value for c in row])
    places = {cell.value: cell.column for cell in head if cell.value}
    first = head[0].row + 1
    sheet.cell(first, places["ID"], "u-aud-1")
    sheet.cell(first, places["Report"], "Placements: contract management")
    sheet.cell(first, places["Issued"], date(2026, 7, 9))
    sheet.cell(first, places["Assurance"], "Limited")
    book.save(inputs / "audit.xlsx")
    return found


def _answer(sheet: openpyxl.worksheet.worksheet.Worksheet, question: str, answer: str) -> None:
    asked = next(cell for row in sheet.iter_rows() for cell in row if cell.value == question)
    sheet.cell(asked.row, asked.column + 1, answer)


def _says(data: Path) -> dict[str, list[tuple[object, ...]]]:
    book = openpyxl.load_workbook(data, read_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_its_forms_are_issued_with_its_address_and_the_day_it_is_due(walked: Walked) -> None:
    line = next(line for line in walked.issued.splitlines() if "Shared Audit Service" in line)  # type: ignore[attr-defined]
    assert "audit@example.org" in line
    assert "by 4 August 2026" in line


def test_a_filled_in_form_is_received_and_the_other_is_missing_with_its_deadline(walked: Walked) -> None:
    said = walked.month("status")
    assert re.search(r"Shared Audit Service +received", said), said
    assert re.search(r"NHS Audit Consortium +missing, due 4 August 2026", said), said


def test_the_one_that_did_not_come_is_chased_at_its_address_with_its_form(walked: Walked) -> None:
    walked.month("chase")
    message = (walked.root / "output" / JULY / "messages" / "NHS Audit Consortium.txt").read_text()
    assert "nhs.audit@example.org" in message
    assert "the July 2026 return from NHS Audit Consortium" in message
    assert "Tuesday 4 August 2026" in message
    assert not (walked.root / "output" / JULY / "messages" / "Shared Audit Service.txt").exists()


def test_it_stands_in_the_register_of_the_pack_and_whole_in_the_data_book(walked: Walked) -> None:
    walked.month("build", "--format", "html")
    page = next((walked.root / "output" / JULY).glob("*.html")).read_text()
    assert "Shared Audit Service" in page
    book = _says(next((walked.root / "output" / JULY).glob("data-book*.xlsx")))
    report = next(row for row in book["Audit reports"] if "Placements: contract management" in row)
    assert "U-AUD-001" in report  # the letter of its IDs is understood, however they are typed
    assert any("Shared Audit Service" in row for rows in book.values() for row in rows)
    assert "Start here (Internal audit)" in book
    fate = "no section takes its return, which stands whole in the data book"
    assert any(fate in row and "U-AUD-001" in row for rows in book.values() for row in rows)


def test_a_sender_of_a_kind_nobody_declares_is_refused_with_line_and_key(walked: Walked) -> None:
    toml = walked.root / "pack.toml"
    before = toml.read_text()
    try:
        toml.write_text(before.replace('kind = "internal_audit"', 'kind = "internal_audits"', 1))
        said = walked.month("status")
    finally:
        toml.write_text(before)
    line = before[: before.index('kind = "internal_audit"')].count("\n") + 1
    assert f"pack.toml, line {line}, senders.1.kind: No kind of return called “internal_audits”" in said
    assert "Did you mean “internal_audit”?" in said


def test_a_kind_without_its_working_days_is_asked_for_them(walked: Walked) -> None:
    toml = walked.root / "pack.toml"
    before = toml.read_text()
    try:
        toml.write_text(before.replace("internal_audit = 11\n", ""))
        said = walked.month("status")
    finally:
        toml.write_text(before)
    assert "Add internal_audit: how many working days before the meeting its return is due." in said
