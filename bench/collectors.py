"""What a user would collect returns with if there were no `pack`: datamaps and frictionless, on the same files. For information; neither does this job.

Both stand in an environment of their own, `.venv-others`, which `make bench` sets up where it can: their libraries are not ours.
"""

from __future__ import annotations

import csv
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from .measure import ROOT, Cost, run

PROGRAMS = ROOT / ".venv-others" / "bin"


def collected(inputs: Path, work: Path) -> Iterator[tuple[str, Cost | None]]:
    """What was collected and checked with each, and what it cost; nothing where it is not installed."""
    one_form, datamap = _of_one_form(inputs, work)
    what = f"collecting {len(list(one_form.iterdir()))} of them, those on one form, into one workbook with datamaps {_pinned('datamaps')}"
    yield what, _by_datamaps(one_form, datamap, work) if (PROGRAMS / "datamaps").exists() else None
    program = [str(PROGRAMS / "python"), str(ROOT / "bench" / "bare" / "check_frictionless.py"), str(inputs)]
    what = f"checking every sheet of the workbooks among them as a table with frictionless {_pinned('frictionless')}"
    yield what, run(program) if (PROGRAMS / "frictionless").exists() else None


def _pinned(library: str) -> str:
    found = re.search(rf"^{library}==(\S+)", (ROOT / "bench" / "others" / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _of_one_form(inputs: Path, work: Path) -> tuple[Path, Path]:
    """The returns on the form that most of them are on, in a folder; and a datamap of every cell that is filled in the first. (datamaps takes one form at a time.)"""
    sheets = {path: tuple(openpyxl.load_workbook(path, read_only=True).sheetnames) for path in sorted(inputs.glob("*.xlsx"))}
    ((most, _),) = Counter(sheets.values()).most_common(1)
    folder, datamap = work / "one-form", work / "datamap.csv"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    alike = [path for path, names in sheets.items() if names == most]
    for path in alike:
        shutil.copy(path, folder)
    with datamap.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(("key", "sheet", "cellref", "type"))
        for sheet in openpyxl.load_workbook(alike[0], data_only=True).worksheets:
            filled = (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)
            lines.writerows((f"{sheet.title} {cell.coordinate}", sheet.title, cell.coordinate, "TEXT") for cell in filled)
    return folder, datamap


def _by_datamaps(folder: Path, datamap: Path, work: Path) -> Cost:
    """It writes where its user's documents are, so it is given a user of its own; where it cannot go on it ends well, with no workbook.

    Raises:
        RuntimeError: there is no workbook.
    """
    user = work / "user"
    user.mkdir(exist_ok=True)
    given = ["import", "templates", "--to-master", "--datamap", str(datamap), "--inputdir", str(folder)]
    cost = run(["env", f"HOME={user}", str(PROGRAMS / "datamaps"), *given])
    if not list(user.rglob("master.xlsx")):
        raise RuntimeError("datamaps wrote no workbook")
    return cost
