"""Working folders larger than the sample: more rows, more returns, more months. All invented, made from the sample months."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl

from assurance_pack.home import Home
from assurance_pack.intake.read import read_month
from assurance_pack.model import Month
from assurance_pack.record import store
from assurance_pack.schema import Row
from assurance_pack.settings_file import load

ROOT = Path(__file__).parent.parent
JUNE = Month("2026-06")
CAPITAL = ("CAP", "Capital and Sufficiency")


def sample(root: Path) -> Home:
    """The sample months as they are shipped."""
    root.mkdir(parents=True)
    shutil.copy(ROOT / "pack.toml", root)
    shutil.copytree(ROOT / "inputs", root / "inputs")
    (root / "output").mkdir()
    return Home(root)


def with_rows(home: Home, times: int) -> None:
    """June with every row of every table so many times, each with an ID of its own."""
    for file, rows in _tables(home).items():
        path = home.inputs(JUNE) / file
        book = openpyxl.load_workbook(path)
        for row in rows:
            page = book[row.at.sheet]
            line = [page.cell(row.at.order[2], column).value for column in range(1, page.max_column + 1)]
            for copy in range(1, times):
                page.append([_numbered(value, row.ref, copy) for value in line])
        book.save(path)


def _tables(home: Home) -> dict[str, list[Row]]:
    """The rows of the tables of June, by the file they stand in, without what is said once for each thing that `pack.toml` names."""
    found: dict[str, list[Row]] = {}
    for row in read_month(home, JUNE, load(home.settings_file)).returns.rows:
        if row.layout == "table" and getattr(row, "id", None) and row.at.file.endswith(".xlsx"):
            found.setdefault(row.at.file, []).append(row)
    return found


def _numbered(value: object, ref: str, copy: int) -> object:
    """``M-CAP-007`` as its third copy: ``M-CAP-30007``; anything else as it is."""
    return re.sub(r"(\d+)$", lambda n: f"{copy}0{n[1]}", ref) if value == ref else value


def with_returns(home: Home, returns: int) -> None:
    """June with so many returns: Workspaces like the one for Capital, each with its own code, name and IDs."""
    folder = home.inputs(JUNE)
    here = len(list(folder.glob("*.xlsx"))) + len(list(folder.glob("*.docx")))
    source = next(folder.glob(f"{CAPITAL[1]}*.xlsx"))
    told = home.settings_file.read_text("utf-8")
    for code, name in _workspaces(max(0, returns - here)):
        told += f'\n[[workspaces]]\ncode = "{code}"\nname = "{name}"\nchair = "Head of {name}"\nsponsor = "Director of {name}"\ncontact = "{code.lower()}@example.org"\n'
        _as_somebody_elses(source, folder / f"{name} June 2026.xlsx", code, name)
    home.settings_file.write_text(told, "utf-8")


def _workspaces(many: int) -> Iterator[tuple[str, str]]:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for n in range(many):
        yield f"X{letters[n // 26]}{letters[n % 26]}", f"Workstream {letters[n // 26]}{letters[n % 26]}"


def _as_somebody_elses(source: Path, target: Path, code: str, name: str) -> None:
    """A return as another Workspace would send it, part by part."""
    changes: tuple[Callable[[str], str], ...] = (
        lambda text: text.replace(CAPITAL[1], name),
        lambda text: re.sub(rf"(?<![A-Za-z]){CAPITAL[0]}(?![A-Za-z])", code, text),
    )
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename.endswith(".xml"):
                text = data.decode("utf-8")
                for change in changes:
                    text = change(text)
                data = text.encode("utf-8")
            new.writestr(part, data)


def with_months(home: Home, months: int) -> None:
    """So many months in the archive before June, each with the record of May as of its own last day."""
    may = store.load(home, Month("2026-05"))
    assert may is not None, "build May first"
    for back in range(2, months + 1):
        year, number = divmod(2026 * 12 + 5 - back, 12)
        month = Month(f"{year}-{number + 1:02d}")
        if not store.record_path(home, month).exists():
            store.keep(home, may.model_copy(update={"month": month, "position": month.last_day, "reconstructed": True, "meeting": None}))
