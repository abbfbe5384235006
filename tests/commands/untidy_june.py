"""June as it might come in on a bad day: one of everything that goes wrong, each in a return of its own."""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl

from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import earlier_records
from assurance_pack.settings_file import load
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
JUNE = Month("2026-06")
NHS_NUMBER = "999 000 0018"
CAP, CWF, QDD = (
    "Capital and Sufficiency June 2026.xlsx",
    "Commissioning and Workforce June 2026.xlsx",
    "QA Data and Digital - June 2026.xlsx",
)
RDG, LOG = "RDG return June 2026.xlsx", "Board log June 2026.xlsx"
YOUNG, SENCO, HEADS, FORUM = (
    "Young peoples group June 2026.xlsx",
    "SENCo network June.xlsx",
    "Special and AP heads June 2026.xlsx",
    "PCF June.docx",
)


@cache
def _recorded() -> tempfile.TemporaryDirectory[str]:
    """The sample months with April and May recorded, once for all tests: reading them takes longer than most of what is tested."""
    kept = tempfile.TemporaryDirectory()
    folder = Path(kept.name)
    shutil.copy(ROOT / "pack.toml", folder / "pack.toml")
    copy_to_june(folder / "inputs")
    earlier_records(Home(folder), JUNE, load(folder / "pack.toml"))
    return kept


def lay_out(folder: Path, *, without: tuple[str, ...] = ()) -> Home:
    """A working folder with the sample months, but for some files of June."""
    shutil.copytree(_recorded().name, folder, dirs_exist_ok=True)
    home = Home(folder)
    for name in without:
        (home.inputs(JUNE) / name).unlink()
    return home


def edit(home: Home, file: str, sheet: str, **cells: Any) -> None:
    """Type into cells of a return: ``edit(home, CAP, "Milestones", E6="Greenish")``."""
    path = home.inputs(JUNE) / file
    book = openpyxl.load_workbook(path)
    for ref, value in cells.items():
        book[sheet][ref] = value
    book.save(path)


def answer(home: Home, file: str, key: str, value: Any) -> str:
    """Answer a question of a page by its key; gives the cell."""
    path = home.inputs(JUNE) / file
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    row = next(r for r in range(1, 60) if str(sheet.cell(r, 1).value or "").partition(";")[0] == key)
    sheet.cell(row, 3).value = value
    book.save(path)
    return f"C{row}"


def waive(home: Home, *waivers: tuple[str, str, date]) -> None:
    """Write waivers on the Board log: rule, place, until."""
    path = home.inputs(JUNE) / LOG
    book = openpyxl.load_workbook(path)
    sheet = book["Waivers"]
    for row, (rule, place, until) in enumerate(waivers, start=6):
        for column, value in enumerate((rule, place, "It is being looked into.", "Chair of RDG", until), start=1):
            sheet.cell(row, column).value = value
    book.save(path)


def untidy(folder: Path) -> Home:
    """The bad day.

    CAP types a word that is not in the list, twice, and a day that is none; CWF an NHS number; QDD sends an empty file; the young people
    answer in a word of their own; the SENCo network sends nothing.
    """
    home = lay_out(folder, without=(SENCO,))
    edit(home, CAP, "Milestones", E6="Greenish", E8="Greenish", G7="31/06/2026")
    edit(home, CWF, "Risks", H5=f"Seen with {NHS_NUMBER} at the clinic")
    (home.inputs(JUNE) / QDD).write_bytes(b"")
    answer(home, YOUNG, "how_many", "loads")
    return home


def everything_written(folder: Path) -> str:
    """Every byte of every file beneath a folder, office files unpacked, as one text: for looking that something is nowhere."""
    found: list[bytes] = []
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        data = path.read_bytes()
        found.append(data)
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                found += [archive.read(name) for name in archive.namelist()]
    return b"\n".join(found).decode("utf-8", "replace")
