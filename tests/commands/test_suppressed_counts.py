"""Two months' packs, data books and records side by side: a suppressed count stands in none of them and cannot be worked out from them."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from hashlib import sha256
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


def test_the_record_beside_the_pack_holds_no_count_that_the_data_book_does_not_show(two_months: Home) -> None:
    for month in FORMS:
        kept = json.loads((two_months.root / "output" / month / f"record-{month}.json").read_text(encoding="utf-8"))["rows"]
        figures = [(r, n) for r in kept["workspace.IndicatorFigure"] for n in ("numerator", "denominator", "value") if n in r]
        small = [(r["indicator"]["meaning"], r["period_end"], n) for r, n in figures if 0 < r[n] <= 4 and n != "value"]
        assert small == []
        findings = {r["id"]: r for r in kept["workspace.QAFinding"]}
        for row in data_book(two_months, month, "QA findings"):
            shown = [row[h] for h in ("Outstanding", "Good", "Requires improvement", "Inadequate", "Sample size")]
            assert [findings[row["ID"]].get(n) for n in (*GRADES, "sample")] == [None if v == "[c]" else v for v in shown]
    june = findings["Q-QDD-001"]
    assert [june.get(name) for name in (*GRADES, "sample")] == [None, 9, None, 0, 23]
    assert june["suppressed"] == {"outstanding": "[c]", "requires_improvement": "[c]"}


def test_the_next_form_shows_the_symbol_and_sent_back_as_it_is_the_pack_says_the_same(two_months: Home, tmp_path: Path) -> None:
    root = tmp_path / "july"
    shutil.copytree(two_months.root, root)
    assert CliRunner().invoke(main, ["forms", "--month", "2026-07", "--home", str(root)]).exit_code == 0
    (form,) = (root / "output" / "2026-07" / "forms").glob("Quality Assurance*.xlsx")
    sheet = openpyxl.load_workbook(form)["QA findings"]
    keys = {str(cell.value).partition(";")[0]: cell.column for cell in sheet[3] if cell.value}
    place = next(cell.row for cell in sheet["B"] if cell.value == "Q-QDD-001")
    assert [sheet.cell(place, keys[name]).value for name in (*GRADES, "sample")] == ["[c]", 9, "[c]", 0, 23]
    fill_in(form, "Q-QDD-001", this_month="Reviewed, no change")
    (root / "inputs" / "2026-07").mkdir(parents=True)
    shutil.copy(form, root / "inputs" / "2026-07")
    built = CliRunner().invoke(main, ["build", "--month", "2026-07", "--format", "word", "--home", str(root)])
    assert "Assurance pack for" in built.output, built
    assert audit(Home(root), "2026-07") == (["[c]", 9, "[c]", 0], 23)


def test_made_again_from_its_record_the_pack_says_the_same(two_months: Home, tmp_path: Path) -> None:
    root = tmp_path / "again"
    shutil.copytree(two_months.root, root)
    shutil.rmtree(root / "inputs" / "2026-06")
    done = CliRunner().invoke(main, ["build", "--month", "2026-06", "--format", "word", "--from-record", "--home", str(root)])
    assert "Assurance pack for" in done.output, done
    assert data_book(two_months, "2026-06", "QA findings") == data_book(Home(root), "2026-06", "QA findings")
    assert data_book(two_months, "2026-06", "Indicators") == data_book(Home(root), "2026-06", "Indicators")
    for name in ("assurance-pack-2026-06.docx", "record-2026-06.json"):
        before, after = (home / "output" / "2026-06" / name for home in (two_months.root, root))
        assert before.read_bytes() == after.read_bytes(), name


def test_a_record_of_an_earlier_pack_that_holds_small_counts_gives_none_of_them_on(two_months: Home, tmp_path: Path) -> None:
    root = tmp_path / "earlier"
    shutil.copytree(two_months.root, root)
    june, beside = (root / "output" / "2026-06" / name for name in ("record-2026-06.json", "manifest.json"))
    kept = json.loads(june.read_text(encoding="utf-8"))
    del kept["small_counts_out"]
    row = next(r for r in kept["rows"]["workspace.QAFinding"] if r["id"] == "Q-QDD-001")
    row |= {**dict(zip(GRADES, JUNE, strict=True)), "suppressed": []}
    june.write_text(json.dumps(kept, ensure_ascii=False, sort_keys=True, indent=1) + "\n", encoding="utf-8")
    said = json.loads(beside.read_text(encoding="utf-8"))
    said["files"][june.name] = sha256(june.read_bytes()).hexdigest()
    beside.write_text(json.dumps(said), encoding="utf-8")
    assert CliRunner().invoke(main, ["forms", "--month", "2026-07", "--home", str(root)]).exit_code == 0
    (form,) = (root / "output" / "2026-07" / "forms").glob("Quality Assurance*.xlsx")
    sheet = openpyxl.load_workbook(form)["QA findings"]
    keys = {str(cell.value).partition(";")[0]: cell.column for cell in sheet[3] if cell.value}
    place = next(cell.row for cell in sheet["B"] if cell.value == "Q-QDD-001")
    assert [sheet.cell(place, keys[name]).value for name in (*GRADES, "sample")] == ["[c]", 9, "[c]", 0, 23]
    traced = CliRunner().invoke(main, ["trace", "Q-QDD-001", "--home", str(root)]).output.partition("June 2026")[2]
    assert "Outstanding: [c]" in traced
