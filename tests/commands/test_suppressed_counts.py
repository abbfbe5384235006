"""Two months' packs and data books side by side: a suppressed count cannot be worked out from them. The record keeps it, and goes to nobody."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from assurance_pack.cli import main
from assurance_pack.home import Home

GRADES = ("outstanding", "good", "requires_improvement", "inadequate")
FORMS = {"2026-05": "QA Data and Digital - May 2026.xlsx", "2026-06": "QA Data and Digital - June 2026.xlsx"}
MAY, JUNE = (20, 9, 12, 0), (3, 9, 11, 0)
"""An audit by grade. Alone, June's 3 and 9 would both be hidden; but May's pack shows the 9, and 23 − 11 − 9 is 3."""


def fill_in(path: Path, finding: str, **values: object) -> None:
    """Type into the row of a finding, under the hidden keys of its columns."""
    book = openpyxl.load_workbook(path)
    sheet = book["QA findings"]
    keys = {str(cell.value).partition(";")[0]: cell.column for cell in sheet[3] if cell.value}
    row = next(cell.row for cell in sheet["B"] if cell.value == finding)
    for name, value in values.items():
        sheet.cell(row, keys[name]).value = value
    book.save(path)


@pytest.fixture(scope="module")
def two_months(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """May and June, built one after the other: one audit regraded, and one with a sample of three."""
    root = Path(__file__).parents[2]
    home = Home(tmp_path_factory.mktemp("suppressed"))
    shutil.copy(root / "pack.toml", home.root)
    for month, grades in (("2026-05", MAY), ("2026-06", JUNE)):
        shutil.copytree(root / "inputs" / month, home.root / "inputs" / month)
        form = home.root / "inputs" / month / FORMS[month]
        fill_in(form, "Q-QDD-001", this_month="Changed", sample=sum(grades), **dict(zip(GRADES, grades, strict=True)))
    fill_in(home.root / "inputs" / "2026-06" / FORMS["2026-06"], "Q-QDD-008", sample=3)
    for month in FORMS:
        done = CliRunner().invoke(main, ["build", "--month", month, "--format", "word", "--home", str(home.root)])
        assert "Assurance pack for" in done.output, done
    return home


def data_book(home: Home, month: str, sheet: str) -> list[dict[str, object]]:
    """A sheet of the data book, a row by its headings."""
    book = openpyxl.load_workbook(home.root / "output" / month / f"data-book-{month}.xlsx", read_only=True)
    lines = list(book[sheet].iter_rows(values_only=True))
    top = next(i for i, line in enumerate(lines) if sum(cell is not None for cell in line) > 2)
    return [dict(zip(map(str, lines[top]), line, strict=True)) for line in lines[top + 1 :]]


def audit(home: Home, month: str, finding: str = "Q-QDD-001") -> tuple[list[object], object]:
    """The grades of a finding and its sample, as the data book shows them."""
    (row,) = (r for r in data_book(home, month, "QA findings") if r["ID"] == finding)
    return [row[heading] for heading in ("Outstanding", "Good", "Requires improvement", "Inadequate")], row["Sample size"]


def test_a_reader_with_both_months_cannot_work_out_what_june_suppresses(two_months: Home) -> None:
    may, _ = audit(two_months, "2026-05")
    june, sample = audit(two_months, "2026-06")
    assert may == list(MAY)
    assert june[0] == "[c]"
    rightly_taken_from_may = {i for i, now in enumerate(june) if now == "[c]" and may[i] == JUNE[i]}
    hidden = [i for i, now in enumerate(june) if now == "[c]" and i not in rightly_taken_from_may]
    assert sample == "[c]" or len(hidden) > 1
    assert (june, sample) == (["[c]", 9, "[c]", 0], 23)


def test_the_pages_say_no_more_than_the_data_book(two_months: Home) -> None:
    with zipfile.ZipFile(two_months.root / "output" / "2026-06" / "assurance-pack-2026-06.docx") as file:
        pages = re.sub(r"<[^>]+>", " ", file.read("word/document.xml").decode())
    assert not re.search(r"\b3 outstanding|\b11 requires improvement|sample of 3\b", pages, re.IGNORECASE)


def test_what_is_found_wrong_with_a_suppressed_count_does_not_quote_it(two_months: Home) -> None:
    assert audit(two_months, "2026-06", "Q-QDD-008")[1] == "[c]"
    said = [str(r["What was found"]) for r in data_book(two_months, "2026-06", "Problems and prompts") if "Q-QDD-008" in str(r["Items"])]
    assert [s for s in said if "sample" in s] == ["A sample of fewer than 10: it will be printed as indicative, without percentages."]


def test_the_record_keeps_the_count_as_sent_because_next_months_form_comes_filled_in_from_it(two_months: Home) -> None:
    kept = json.loads((two_months.root / "output" / "2026-06" / "record-2026-06.json").read_text(encoding="utf-8"))
    (row,) = (r for r in kept["rows"]["workspace.QAFinding"] if r["id"] == "Q-QDD-001")
    assert row["outstanding"] == JUNE[0]
