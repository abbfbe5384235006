"""`pack check`: every problem at once, each return marked, and nothing of anybody's lost or let out."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click import unstyle
from click.testing import CliRunner, Result
from untidy_june import CAP, CWF, FORUM, JUNE, LOG, NHS_NUMBER, YOUNG, answer, edit, everything_written, lay_out, untidy, waive

from assurance_pack.cli import main
from assurance_pack.commands import marked
from assurance_pack.commands.check import Checked, check, check_lines
from assurance_pack.home import Home
from assurance_pack.intake.mark import CannotMark
from assurance_pack.model import Month
from assurance_pack.settings import Settings


@dataclass(frozen=True)
class BadDay:
    """The bad day, checked: what was found, and what the folder of returns held before and after."""

    home: Home
    checked: Checked
    before: dict[str, str]
    after: dict[str, str]

    @property
    def text(self) -> str:
        return unstyle("\n".join(check_lines(self.checked)))

    @property
    def written(self) -> set[str]:
        return {p.name for p in self.checked.folder.iterdir()}


def hashes(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


def run(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--month", JUNE, "--home", str(home.root)])


@pytest.fixture(scope="module")
def bad_day(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> BadDay:
    home = untidy(tmp_path_factory.mktemp("bad-day"))
    before = hashes(home.inputs(JUNE))
    checked = check(home, JUNE, settings)
    return BadDay(home, checked, before, hashes(home.inputs(JUNE)))


# ---------- what it says ----------


def test_the_same_sentence_stands_once_with_its_cells(bad_day: BadDay) -> None:
    assert bad_day.text.count("“Greenish” in “Status now” is not one of the words of the list.") == 1
    assert f"{CAP} › Milestones!E6; {CAP} › Milestones!E8" in bad_day.text


def test_problems_are_grouped_by_return_in_the_order_of_the_register(bad_day: BadDay) -> None:
    groups = [line for line in bad_day.text.splitlines() if line and not line.startswith(" ")]
    order = [
        "Quality Assurance, Data and Digital",
        "Commissioning and Workforce",
        "Capital and Sufficiency",
        "Young people's group",
        "SENCo network",
    ]
    assert [g for g in groups if g in order] == order


def test_it_begins_with_the_count_and_ends_with_what_to_do_next(bad_day: BadDay) -> None:
    lines = bad_day.text.splitlines()
    assert lines[0].startswith("Checked June 2026, read by the Board of 16 July 2026: ")
    assert "errors" in lines[0]
    assert lines[-1].startswith("Next: pack chase --month 2026-06")


def test_a_missing_return_is_named(bad_day: BadDay) -> None:
    assert "No return received: SENCo network. Received, and cannot be read or used: Quality Assurance, Data and Digital." in bad_day.text


def test_errors_and_missing_returns_exit_1_with_and_without_json(bad_day: BadDay) -> None:
    assert run(bad_day.home, "check").exit_code == 1
    found = run(bad_day.home, "check", "--json")
    assert found.exit_code == 1
    data = json.loads(found.stdout)
    assert data["exit_code"] == 1
    assert "voice:SEN" in data["missing"]
    places = {place for p in data["problems"] for place in p["places"]}
    assert f"{CAP} › Milestones!G7" in places
    assert {"rule", "severity", "sentence", "remedy", "cells", "places", "sender", "items"} >= set(data["problems"][0]) - {"waiver"}


# ---------- what it writes ----------


def test_each_return_with_something_to_mend_is_marked(bad_day: BadDay) -> None:
    assert "Capital and Sufficiency June 2026 (marked).xlsx" in bad_day.written
    book = openpyxl.load_workbook(bad_day.checked.folder / "Capital and Sufficiency June 2026 (marked).xlsx")
    assert "“Greenish”" in book["Milestones"]["E8"].comment.text
    assert "June 2026 has 30 days" in book["Milestones"]["G7"].comment.text
    assert book.sheetnames[-1] == "Problems"


def test_nothing_in_the_returns_changes_but_the_list_of_what_came_when(bad_day: BadDay) -> None:
    assert bad_day.before == bad_day.after
    run(bad_day.home, "check")
    again = hashes(bad_day.home.inputs(JUNE))
    assert {name for name in again if again[name] != bad_day.before.get(name)} <= {"received.csv"}


def test_a_return_that_may_identify_a_child_gets_a_list_of_cells_and_no_copy(bad_day: BadDay) -> None:
    name = "Cells in Commissioning and Workforce June 2026.txt"
    assert name in bad_day.written
    assert not [n for n in bad_day.written if n.startswith(CWF.removesuffix(".xlsx"))]
    listed = (bad_day.checked.folder / name).read_text(encoding="utf-8-sig")
    assert "Risks!H5: There is an NHS number here: its check digit is right." in listed
    assert "No marked copy of the return from Commissioning and Workforce" in bad_day.text


def test_the_value_is_nowhere_in_what_was_said_or_written(bad_day: BadDay) -> None:
    said = run(bad_day.home, "check").output + run(bad_day.home, "check", "--json").output + run(bad_day.home, "status").output
    written = everything_written(bad_day.home.root / "output")
    for value in (NHS_NUMBER, NHS_NUMBER.replace(" ", "")):
        assert value not in said
        assert value not in written


def test_a_return_in_another_format_gets_a_list_of_its_problems(settings: Settings, tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    (home.inputs(JUNE) / YOUNG).rename(home.inputs(JUNE) / "Young people.xlsm")
    answer(home, "Young people.xlsm", "how_many", "loads")
    word = home.inputs(JUNE) / FORUM
    _say_in_word(word, "Yes", "Perhaps")
    checked = check(home, JUNE, settings)
    written = {p.name for p in checked.folder.iterdir()}
    assert "Young people (marked).xlsm" in written
    assert f"Problems in {FORUM}.xlsx" in written
    listed = openpyxl.load_workbook(checked.folder / f"Problems in {FORUM}.xlsx")["Problems"]
    assert "“Perhaps”" in listed["A3"].value


def _say_in_word(path: Path, old: str, new: str) -> None:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"].decode()
    assert f">{old}</w:t>" in text
    parts["word/document.xml"] = text.replace(f">{old}</w:t>", f">{new}</w:t>", 1).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def test_a_workbook_that_cannot_be_marked_gets_a_list_instead(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(original: bytes, file: str, problems: object) -> bytes:
        raise CannotMark(file)

    home = lay_out(tmp_path)
    edit(home, CAP, "Milestones", E6="Greenish")
    monkeypatch.setattr(marked, "mark", cannot)
    written = {p.name for p in check(home, JUNE, settings).folder.iterdir()}
    assert f"Problems in {CAP}.xlsx" in written


def test_what_an_earlier_check_marked_and_is_mended_is_moved_aside(settings: Settings, tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    edit(home, CAP, "Milestones", E6="Greenish")
    folder = check(home, JUNE, settings).folder
    name = "Capital and Sufficiency June 2026 (marked).xlsx"
    assert "Greenish" in everything_written(folder)
    shutil.copy(Path(__file__).parents[2] / "inputs" / JUNE / CAP, home.inputs(JUNE) / f"{CAP[:-5]} v2.xlsx")
    (home.inputs(JUNE) / CAP).unlink()
    check(home, JUNE, settings)
    assert not (folder / name).exists()
    assert (folder / "earlier" / name).exists()


# ---------- waivers ----------


def test_a_waiver_is_for_one_rule_at_one_place(settings: Settings, tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    edit(home, CAP, "Milestones", E6="Greenish", E8="Greenish")
    waive(home, ("AP150", f"{CAP} > Milestones!E6", date(2026, 12, 31)))
    checked = check(home, JUNE, settings)
    standing = [c.ref for p in checked.understood.verdicts.by_rule("AP150") for c in p.cells]
    assert standing == ["E8"]
    assert "Waived: AP150 at " in "\n".join(check_lines(checked))


def test_a_waiver_that_has_run_out_is_listed_and_its_problem_is_back(settings: Settings, tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    edit(home, CAP, "Milestones", E6="Greenish")
    waive(home, ("AP150", f"{CAP} › Milestones!E6", date(2026, 6, 29)))
    checked = check(home, JUNE, settings)
    assert [c.ref for p in checked.understood.verdicts.by_rule("AP150") for c in p.cells] == ["E6"]
    assert "Expired: the waiver of AP150 at " in "\n".join(check_lines(checked))


def test_a_waiver_that_covers_nothing_is_said_so_that_a_slip_of_the_pen_is_seen(settings: Settings, tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    waive(home, ("AP150", "M-CAP-999", date(2026, 12, 31)))
    assert "Not needed: the waiver of AP150 at M-CAP-999 covers nothing this month." in "\n".join(check_lines(check(home, JUNE, settings)))


def test_nobody_may_waive_a_number_whose_check_digit_is_right(settings: Settings, tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    edit(home, CWF, "Risks", H5=f"Seen with {NHS_NUMBER}")
    waive(home, ("AP501", f"{CWF} › Risks!H5", date(2026, 12, 31)))
    checked = check(home, JUNE, settings)
    assert [c.ref for p in checked.understood.verdicts.by_rule("AP501") for c in p.cells] == ["H5"]
    assert not [p for p in checked.understood.verdicts.waived if p.rule == "AP501"]
    assert LOG in {r.file for r in checked.understood.case.returns.receipts}


@pytest.mark.parametrize("whose", ["CAP", "cap", "Capital and Sufficiency", "capital & sufficiency"])
def test_one_return_is_shown_alone_by_its_senders_code_or_name(tmp_path: Path, whose: str) -> None:
    home = lay_out(tmp_path)
    edit(home, CAP, "Milestones", G5="early autumn")
    edit(home, CWF, "Milestones", G5="early autumn")
    result = CliRunner().invoke(main, ["check", "--month", JUNE, "--home", str(home.root), "--from", whose])
    assert result.exit_code == 1
    assert "Checked June 2026, read by the Board of 16 July 2026, Capital and Sufficiency: 1 error" in result.output
    assert f"{CAP} › Milestones!G5" in result.output
    assert CWF not in result.output


def test_a_sender_nobody_knows_is_said_with_those_there_are(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--month", JUNE, "--home", str(lay_out(tmp_path).root), "--from", "Transport"])
    assert result.exit_code == 2
    assert "--from names nobody in pack.toml. Write one of: QDD, CWF, CAP, RDG" in result.output


def test_a_return_of_last_month_changed_since_its_pack_was_built_is_said_with_what_this_month_is_compared_with(tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    assert run(home, "build", "--format", "word").exit_code in (0, 1)
    july = ["check", "--month", "2026-07", "--home", str(home.root)]
    home.inputs(Month("2026-07")).mkdir(parents=True, exist_ok=True)
    assert "compared with what was built" not in CliRunner().invoke(main, july).output
    edit(home, CAP, "Milestones", G5=date(2026, 9, 1))
    said = CliRunner().invoke(main, july).output
    assert f"Of June 2026: {CAP} has changed since the pack was built, or is no longer in {home.inputs(JUNE)}." in said
    assert "If what changed should count, build it again: pack build --month 2026-06." in said
    assert f"Of June 2026: {CAP} has changed" in json.loads(CliRunner().invoke(main, [*july, "--json"]).output)["last_month"]
    assert run(home, "build", "--format", "word").exit_code in (0, 1)
    assert "compared with what was built" not in CliRunner().invoke(main, july).output
