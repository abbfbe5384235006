"""`pack build`: the main job, tried on the sample months and on what goes wrong with them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from assurance_pack.cli import main
from assurance_pack.home import Home
from assurance_pack.model import Month
from sample_inputs import copy_to_june

JUNE = "2026-06"
CAPITAL = "Capital and Sufficiency June 2026.xlsx"
NHS_NUMBER = "999 000 0018"  # of the range kept for tests


def pack(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--home", str(home.root)])


def words_of(path: Path) -> str:
    """All the words of a Word file, in order."""
    from docx import Document

    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def board_pack(home: Home, month: str = JUNE) -> str:
    return words_of(home.root / "output" / month / f"assurance-pack-{month}.docx")


def edit(home: Home, change: Callable[[openpyxl.Workbook], None], name: str = CAPITAL, month: str = JUNE) -> None:
    path = home.root / "inputs" / month / name
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The sample months with June built once, for the tests that only look."""
    root = tmp_path_factory.mktemp("built")
    shutil.copy(Path(__file__).parents[2] / "pack.toml", root)
    copy_to_june(root / "inputs")
    home = Home(root)
    result = pack(home, "build", "--month", JUNE)
    assert result.exit_code == 0, result.output
    return home


def test_june_builds_the_pdf_the_word_file_the_data_book_and_the_record_and_says_where_they_are(built: Home) -> None:
    folder = built.root / "output" / JUNE
    names = sorted(p.name for p in folder.iterdir() if p.is_file())
    assert names == [
        "assurance-pack-2026-06.docx",
        "assurance-pack-2026-06.pdf",
        "data-book-2026-06.xlsx",
        "manifest.json",
        "record-2026-06.json",
    ]


def test_files_whose_day_of_arrival_is_not_noted_are_named_before_an_approval_would_be_refused(sample_home: Home) -> None:
    arrivals = sample_home.inputs(Month("2026-04")) / "received.csv"
    arrivals.write_text("\n".join(arrivals.read_text(encoding="utf-8").splitlines()[:-1]) + "\n", encoding="utf-8")
    (sample_home.inputs(Month("2026-04")) / "empty.xlsx").touch()  # never noted: nothing came in it
    before = pack(sample_home, "build", "--month", "2026-04", "--format", "word").output
    assert "Not yet noted on which day it came: " in before
    assert "empty.xlsx" not in before.partition("Not yet noted")[2].partition("Run pack")[0]
    assert "Run pack status --month 2026-04, which notes today, then build again before you approve." in before
    pack(sample_home, "status", "--month", "2026-04")
    assert "Not yet noted" not in pack(sample_home, "build", "--month", "2026-04", "--format", "word").output


def test_june_has_at_most_eleven_pages(built: Home) -> None:
    manifest = json.loads((built.root / "output" / JUNE / "manifest.json").read_text())
    assert 8 <= manifest["pages"] <= 11


def test_all_ten_sections_stand_in_their_order(built: Home) -> None:
    from docx import Document

    document = Document(str(built.root / "output" / JUNE / "assurance-pack-2026-06.docx"))
    headings = [p.text for p in document.paragraphs if p.style.name.lower() == "heading 2"]
    assert len(headings) >= 10
    assert headings[0] == "The month on a page"
    assert headings[9] == "About this pack"


def test_the_crosswalk_accounts_for_every_row_read(built: Home) -> None:
    book = openpyxl.load_workbook(built.root / "output" / JUNE / "data-book-2026-06.xlsx")
    (sheet,) = [s for s in book.worksheets if s.title == "Crosswalk"]
    words = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert "not placed" not in words


def test_earlier_months_without_a_record_are_read_first_and_marked_reconstructed(built: Home) -> None:
    for month in ("2026-04", "2026-05"):
        record = json.loads((built.root / "output" / month / f"record-{month}.json").read_text())
        assert record["reconstructed"] is True


def test_april_exits_1_and_shows_the_missing_return_on_page_1_and_in_about_this_pack(sample_home: Home) -> None:
    result = pack(sample_home, "build", "--month", "2026-04", "--format", "word")
    assert result.exit_code == 1, result.output
    assert "No return received: Special and AP heads' partnership." in result.output
    words = board_pack(sample_home, "2026-04")
    assert words.count("Special and AP heads' partnership") >= 2


def test_may_exits_0(sample_home: Home) -> None:
    result = pack(sample_home, "build", "--month", "2026-05", "--engine", "typst")
    assert result.exit_code == 0, result.output


# ---------- what goes wrong ----------


def delete_a_sheet(book: openpyxl.Workbook) -> None:
    del book["Risks"]


def rename_a_column(book: openpyxl.Workbook) -> None:
    sheet = book["Risks"]
    for row in sheet.iter_rows(max_row=8):
        for cell in row:
            if str(cell.value).startswith(("Controls and mitigation", "controls")):
                cell.value = "Zebra"


def greenish(book: openpyxl.Workbook) -> None:
    sheet = book["Milestones"]
    header = next(row for row in sheet.iter_rows(max_row=10) if any(c.value == "Status now" for c in row))
    at = next(c for c in header if c.value == "Status now")
    sheet.cell(at.row + 1, at.column).value = "Greenish"


@pytest.mark.parametrize(
    ("change", "said"),
    [(delete_a_sheet, "Risks"), (rename_a_column, "Controls and mitigation"), (greenish, "Greenish")],
    ids=["a sheet deleted", "a column renamed", "a status nobody knows"],
)
def test_a_fault_in_one_return_is_said_and_the_pack_still_builds(
    sample_home: Home, change: Callable[[openpyxl.Workbook], None], said: str
) -> None:
    edit(sample_home, change)
    result = pack(sample_home, "build", "--month", JUNE, "--engine", "typst")
    assert result.exit_code == 1, result.output
    assert (sample_home.root / "output" / JUNE / f"assurance-pack-{JUNE}.pdf").exists()
    checked = pack(sample_home, "check", "--month", JUNE)
    assert said in checked.output
    assert CAPITAL in checked.output


def test_mays_file_in_junes_folder_is_named_with_its_month_and_the_rest_goes_on(sample_home: Home) -> None:
    inputs = sample_home.root / "inputs"
    (inputs / JUNE / CAPITAL).unlink()
    shutil.copy(inputs / "2026-05" / "Capital and Sufficiency May 2026.xlsx", inputs / JUNE)
    result = pack(sample_home, "build", "--month", JUNE, "--format", "word")
    assert result.exit_code == 1, result.output
    assert "No return received: Capital and Sufficiency." in result.output
    checked = pack(sample_home, "check", "--month", JUNE)
    assert "May 2026" in checked.output


def test_files_that_are_no_returns_get_one_plain_line_each_and_the_rest_goes_on(sample_home: Home) -> None:
    folder = sample_home.root / "inputs" / JUNE
    good = (folder / CAPITAL).read_bytes()
    (folder / "~$Capital.xlsx").write_bytes(b"\x05owner")
    (folder / "Empty.xlsx").write_bytes(b"")
    (folder / "Truncated.xlsx").write_bytes(good[: len(good) // 2])
    (folder / "Really a list.xlsx").write_text("ID,Risk\nR-1,late\n")
    checked = json.loads(pack(sample_home, "check", "--month", JUNE, "--json").output)["problems"]
    said = {
        c["file"]: p["sentence"]
        for p in checked
        for c in p.get("cells", ())
        if c["file"] in ("Empty.xlsx", "Truncated.xlsx", "Really a list.xlsx", "~$Capital.xlsx")
    }
    assert sorted(said) == ["Empty.xlsx", "Really a list.xlsx", "Truncated.xlsx", "~$Capital.xlsx"]
    result = pack(sample_home, "build", "--month", JUNE, "--format", "word")
    assert result.exit_code == 1
    assert "Traceback" not in result.output


def put_in_a_mitigation(book: openpyxl.Workbook) -> None:
    sheet = book["Risks"]
    for row in sheet.iter_rows(max_row=10):
        for cell in row:
            if cell.value == "Controls and mitigation":
                sheet.cell(cell.row + 1, cell.column).value = f"Weekly calls about {NHS_NUMBER}."


def test_an_nhs_number_in_a_mitigation_stops_the_build_and_stands_nowhere_in_the_output(sample_home: Home) -> None:
    edit(sample_home, put_in_a_mitigation)
    result = pack(sample_home, "build", "--month", JUNE)
    assert result.exit_code == 3, result.output
    assert "AP501" in result.output
    assert CAPITAL in result.output
    assert NHS_NUMBER not in result.output
    assert not (sample_home.root / "output" / JUNE).exists()


def test_withhold_prints_the_withheld_text_for_the_whole_cell_and_exits_1(sample_home: Home) -> None:
    edit(sample_home, put_in_a_mitigation)
    result = pack(sample_home, "build", "--month", JUNE, "--withhold", "--engine", "typst")
    assert result.exit_code == 1, result.output
    import zipfile

    for path in (sample_home.root / "output" / JUNE).iterdir():
        data = path.read_bytes()
        if path.suffix in (".docx", ".xlsx"):
            with zipfile.ZipFile(path) as archive:
                data = b"".join(archive.read(n) for n in archive.namelist())
        assert NHS_NUMBER.encode() not in data
        assert NHS_NUMBER.replace(" ", "").encode() not in data
    record = (sample_home.root / "output" / JUNE / f"record-{JUNE}.json").read_text()
    assert "[withheld: may identify a child]" in record


def test_strict_writes_nothing_while_there_is_an_error(sample_home: Home) -> None:
    edit(sample_home, greenish)
    result = pack(sample_home, "build", "--month", JUNE, "--strict")
    assert result.exit_code == 1
    assert "Nothing was written, because of --strict" in result.output
    assert not (sample_home.root / "output" / JUNE).exists()


def test_a_refused_build_leaves_the_last_good_output_whole(built: Home, tmp_path: Path) -> None:
    shutil.copytree(built.root, tmp_path / "home")
    home = Home(tmp_path / "home")
    folder = home.root / "output" / JUNE
    before = {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}
    edit(home, put_in_a_mitigation)
    assert pack(home, "build", "--month", JUNE).exit_code == 3
    assert {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()} == before


def test_a_month_nobody_sent_anything_for_and_without_a_meeting_is_named(sample_home: Home) -> None:
    result = pack(sample_home, "build", "--month", "2031-01")
    assert result.exit_code == 2
    assert "There is no folder inputs/2031-01" in result.output


def test_a_month_typed_otherwise_says_how_to_write_it(sample_home: Home) -> None:
    result = pack(sample_home, "build", "--month", "June")
    assert result.exit_code == 2
    assert "for example 2026-06" in result.output


def test_on_a_machine_with_no_engine_for_pages_the_rest_is_written_and_the_exit_code_is_4(
    sample_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    from assurance_pack.commands.formats import FORMATS
    from assurance_pack.render import CannotDraw

    def cannot(*_: object) -> None:
        raise CannotDraw("The libraries are not there.")

    monkeypatch.setitem(FORMATS, "pdf", replace(FORMATS["pdf"], write=cannot))
    result = pack(sample_home, "build", "--month", JUNE)
    assert result.exit_code == 4
    assert "Open the Word file and save it as PDF." in result.output
    names = {p.name for p in (sample_home.root / "output" / JUNE).iterdir()}
    assert names == {"assurance-pack-2026-06.docx", "data-book-2026-06.xlsx", "manifest.json", "record-2026-06.json"}


# ---------- the same, fast, quiet ----------


def test_the_same_inputs_give_the_same_bytes_in_another_folder_and_process(built: Home, tmp_path: Path) -> None:
    shutil.copy(built.root / "pack.toml", tmp_path)
    shutil.copytree(built.root / "inputs", tmp_path / "inputs", copy_function=shutil.copyfile)
    environment = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "PATH": "/usr/bin:/bin"}
    subprocess.run(
        [sys.executable, "-m", "assurance_pack.cli", "build", "--month", JUNE, "--home", str(tmp_path)],
        env=environment,
        check=True,
        capture_output=True,
    )
    for path in sorted((built.root / "output" / JUNE).iterdir()):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "output" / JUNE / path.name).read_bytes(), path.name


def test_help_loads_none_of_the_heavy_libraries() -> None:
    code = (
        "import sys\nfrom assurance_pack.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print(sorted(set(sys.modules) & {'pandas', 'openpyxl', 'weasyprint', 'docx', 'jinja2', 'pydantic', 'lxml', 'xlsxwriter'}))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip().endswith("[]")


def test_check_and_build_load_no_library_for_tables_of_numbers() -> None:
    """Where pandas or numpy happen to be installed too, neither is loaded: they would be a third of the start."""
    code = "import sys, assurance_pack.commands.build, assurance_pack.commands.check\nprint(sorted({'pandas', 'numpy'} & set(sys.modules)))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "[]"


def test_no_progress_is_shown_in_a_pipe(sample_home: Home) -> None:
    result = pack(sample_home, "rules")
    assert "\r" not in result.output
    assert "\x1b" not in result.output
