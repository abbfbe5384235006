"""`pack status`: what has come in and when, what has not, what is wrong with each, and what to do next."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from untidy_june import CAP, FORUM, HEADS, JUNE, QDD, RDG, SENCO, YOUNG, answer, edit, lay_out, untidy

from assurance_pack.cli import main
from assurance_pack.commands.forms import forms
from assurance_pack.commands.status import ReturnsRegister, next_step, register, register_lines
from assurance_pack.home import Home
from assurance_pack.intake.receipts import record_sightings
from assurance_pack.model import Month, Sender
from assurance_pack.pipeline import understand
from assurance_pack.record.seal import Seal
from assurance_pack.senders import sender_name
from assurance_pack.settings import Settings

ROOT = Path(__file__).parents[2]
JULY = Month("2026-07")


def run(home: Home, *more: str, month: str = JUNE) -> Result:
    return CliRunner().invoke(main, ["status", "--month", month, "--home", str(home.root), *more])


def found(home: Home, settings: Settings, month: Month = JUNE) -> ReturnsRegister:
    return register(home, understand(home, month, settings, withholding=True))


def line(home: Home, settings: Settings, sender: str) -> str:
    """The line of one sender in the register, with what stands beneath it."""
    lines = list(register_lines(found(home, settings), settings, date(2026, 6, 20)))
    at = next(i for i, text in enumerate(lines) if text.startswith(f"  {sender_name(Sender.of(sender), settings)}  "))
    more = [text.strip() for text in lines[at + 1 :][:2] if text.startswith("     ")]
    return " | ".join([lines[at].strip(), *more])


def received(home: Home) -> dict[str, str]:
    with (home.inputs(JUNE) / "received.csv").open(encoding="utf-8-sig") as stream:
        return {row["file"]: row["received"] for row in csv.DictReader(stream)}


@pytest.fixture(scope="module")
def june(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """June as it came in."""
    return lay_out(tmp_path_factory.mktemp("june"))


# ---------- what came in ----------


def test_a_return_is_listed_with_when_it_came_its_file_and_its_hash(june: Home, settings: Settings) -> None:
    sha = hashlib.sha256((june.inputs(JUNE) / FORUM).read_bytes()).hexdigest()
    assert line(june, settings, "voice:PCF").startswith("Parent Carer Forum                   received 26 June 2026")
    assert f"{FORUM}  {sha[:12]}" in line(june, settings, "voice:PCF")


def test_late_is_counted_in_working_days_from_the_deadline(june: Home, settings: Settings) -> None:
    """RDG's return was due nine working days before 16 July, on Friday 3 July; it is said to have come on Tuesday 7 July."""
    path = june.inputs(JUNE) / "received.csv"
    kept = path.read_text(encoding="utf-8")
    lines = [t if not t.startswith(RDG) else t.rpartition(",")[0] + ",2026-07-07" for t in kept.splitlines()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert "received 7 July 2026, 2 working days late" in line(june, settings, "rdg:RDG")
    path.write_text(kept, encoding="utf-8")


def test_what_was_never_sighted_is_not_late(tmp_path: Path, settings: Settings) -> None:
    home = lay_out(tmp_path)
    (home.inputs(JUNE) / "received.csv").unlink()
    assert "late" not in line(home, settings, "rdg:RDG")
    assert "received" in line(home, settings, "rdg:RDG")


def test_nothing_this_month_is_a_return_like_any_other(june: Home, settings: Settings) -> None:
    assert "nil: nothing this month, received 30 June 2026" in line(june, settings, "voice:SAH")


def test_a_missing_return_says_when_it_is_due(tmp_path: Path, settings: Settings) -> None:
    home = lay_out(tmp_path, without=(SENCO,))
    assert line(home, settings, "voice:SEN").startswith("SENCo network                        missing, due 30 June 2026")


def test_a_form_back_unfilled_a_file_unreadable_and_a_month_mistaken_each_say_so(tmp_path: Path, settings: Settings) -> None:
    home = lay_out(tmp_path, without=(CAP, QDD, SENCO))
    issued = forms(home, JUNE, settings)
    shutil.copy(next(p for p in issued if p.name == "Capital and Sufficiency 2026-06.xlsx"), home.inputs(JUNE))
    (home.inputs(JUNE) / QDD).write_bytes(b"")
    shutil.copy(home.root / "inputs" / "2026-05" / "SENCO network - May.xlsx", home.inputs(JUNE))
    assert "not filled in" in line(home, settings, "workspace:CAP")
    assert "could not be read" in line(home, settings, "workspace:QDD")
    assert "This file is empty" in line(home, settings, "workspace:QDD")
    text = "\n".join(register_lines(found(home, settings), settings, date(2026, 6, 20)))
    assert "missing, due 30 June 2026" in line(home, settings, "voice:SEN")
    assert "set aside" in text
    assert "May 2026" in text


def test_two_versions_and_an_identical_copy_are_told_apart(tmp_path: Path, settings: Settings) -> None:
    home = lay_out(tmp_path)
    shutil.copy(home.inputs(JUNE) / CAP, home.inputs(JUNE) / f"Copy of {CAP}")
    shutil.copy(home.inputs(JUNE) / HEADS, home.inputs(JUNE) / "Special and AP heads June 2026 v2.xlsx")
    answer(home, "Special and AP heads June 2026 v2.xlsx", "working", "The bases are busy.")
    states = {r.receipt.file: str(r.receipt.state) for r in found(home, settings).lines}
    assert states[CAP] == "received"
    assert states[f"Copy of {CAP}"] == "identical copy"
    assert states[HEADS] == "superseded"
    assert states["Special and AP heads June 2026 v2.xlsx"] == "received"


def test_problems_are_counted_per_return(tmp_path: Path, settings: Settings) -> None:
    home = untidy(tmp_path)
    assert line(home, settings, "voice:YPG").split(" | ")[0].endswith("1 error")
    cap = next(r for r in found(home, settings).lines if r.receipt.sender == "workspace:CAP")
    assert cap.errors == 2


# ---------- received.csv ----------


def test_a_file_is_sighted_once_and_the_officers_correction_stands(tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    edit(home, CAP, "Milestones", E6="At risk")
    assert record_sightings(home, JUNE, date(2026, 6, 29)) == (CAP,)
    path = home.inputs(JUNE) / "received.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",2026-06-29", ",2026-06-25"), encoding="utf-8")
    assert record_sightings(home, JUNE, date(2026, 7, 2)) == ()
    assert received(home)[CAP] == "2026-06-25"


def test_status_writes_nothing_in_the_returns_but_that_list(tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    before = {p.name: p.read_bytes() for p in home.inputs(JUNE).iterdir()}
    edit(home, YOUNG, "Your words", C9="Something else.")
    before[YOUNG] = (home.inputs(JUNE) / YOUNG).read_bytes()
    assert run(home).exit_code in (0, 1)
    after = {p.name: p.read_bytes() for p in home.inputs(JUNE).iterdir()}
    assert {name for name in after if after[name] != before.get(name)} == {"received.csv"}
    assert after["received.csv"].startswith(before["received.csv"])


# ---------- what next ----------


def test_before_anything_is_in_the_forms_come_first_then_the_chase(tmp_path: Path, settings: Settings) -> None:
    home = lay_out(tmp_path)
    assert next_step(found(home, settings, JULY)) == "pack forms --month 2026-07 writes the forms to send out."
    forms(home, JULY, settings)
    assert next_step(found(home, settings, JULY)).startswith("pack chase --month 2026-07 writes to 9 who have not returned theirs.")


def test_where_there_is_something_to_mend_the_check_comes_next(tmp_path: Path, settings: Settings) -> None:
    assert next_step(found(untidy(tmp_path), settings)).startswith("pack check --month 2026-06 shows what to mend")


def test_where_one_is_missing_its_owner_is_named(tmp_path: Path, settings: Settings) -> None:
    home = lay_out(tmp_path, without=(SENCO,))
    whole = found(home, settings)
    mended = ReturnsRegister(whole.month, tuple(r for r in whole.lines if not r.errors), whole.deadlines, whole.circulate, (), issued=True)
    assert next_step(mended).startswith("pack chase --month 2026-06 writes to SENCo network.")


def test_when_all_is_in_it_says_brief_and_build_then_approve(june: Home, settings: Settings) -> None:
    whole = found(june, settings)
    sound = tuple(r for r in whole.lines if not r.errors)
    assert "pack brief --month 2026-06 for RDG, then pack build" in next_step(ReturnsRegister(JUNE, sound, (), None, ()))
    assert "pack approve --month 2026-06 --by ROLE" in next_step(ReturnsRegister(JUNE, sound, (), None, (), built=True))


def test_an_altered_sealed_file_comes_before_anything_else(settings: Settings, tmp_path: Path) -> None:
    sealed = Seal("1.0", "Chair of RDG", "2026-07-10T10:00:00", tmp_path, {"pack.pdf": "0" * 64})
    register_ = ReturnsRegister(JUNE, (), (), None, (sealed,))
    assert next_step(register_) == "a sealed file has been altered; restore it before anything else."
    assert "Altered since: pack.pdf" in "\n".join(register_lines(register_, settings, date(2026, 7, 11)))


def test_the_next_deadline_and_the_day_the_pack_goes_out_are_said(june: Home, settings: Settings) -> None:
    text = "\n".join(register_lines(found(june, settings), settings, date(2026, 6, 20)))
    assert "Next deadline: Tuesday 30 June 2026, Quality Assurance, Data and Digital" in text
    assert "The pack goes out by Wednesday 8 July 2026; the Board meets on 16 July 2026." in text


def test_a_deadline_in_the_school_holidays_is_pointed_out(june: Home, settings: Settings) -> None:
    text = "\n".join(register_lines(found(june, settings, JULY), settings, date(2026, 7, 20)))
    assert "Next deadline: Monday 3 August 2026" in text
    assert "It falls in the school holidays: groups and schools may need longer." in text


def test_a_month_without_a_meeting_has_nothing_due(june: Home, settings: Settings) -> None:
    (june.root / "inputs" / "2026-09").mkdir(exist_ok=True)
    shutil.copy(june.inputs(JUNE) / FORUM, june.root / "inputs" / "2026-09" / FORUM)
    text = "\n".join(register_lines(found(june, settings, Month("2026-09")), settings, date(2026, 9, 1)))
    assert "Nothing is due and nothing is late. pack.toml sets no meeting that reads September 2026." in text


# ---------- the command ----------


def test_the_command_prints_the_register_and_exits_1_where_something_is_missing(tmp_path: Path) -> None:
    home = lay_out(tmp_path, without=(SENCO,))
    result = run(home)
    assert result.exit_code == 1
    assert result.output.startswith("Returns for June 2026, read by the Board of 16 July 2026\n")
    assert "\nNext: " in result.output


def test_the_same_for_another_program(tmp_path: Path) -> None:
    home = lay_out(tmp_path, without=(SENCO,))
    data = json.loads(run(home, "--json").stdout)
    senders = {r["sender"]: r for r in data["returns"]}
    assert senders["voice:SEN"]["state"] == "missing"
    assert senders["voice:PCF"]["received"] == "2026-06-26"
    assert len(senders["voice:PCF"]["sha256"]) == 64
    assert data["next"]
    assert data["circulate"] == "2026-07-08"


def test_a_folder_that_is_not_there_is_a_plain_sentence(tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    result = run(home, month="2027-03")
    assert result.exit_code == 2
    assert "There is no folder inputs/2027-03" in result.output
