"""`pack forms`: the month's forms, written where nobody's return lies, and said plainly."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result
from untidy_june import JUNE, lay_out

from assurance_pack.cli import main
from assurance_pack.commands.forms import forms
from assurance_pack.model import Month
from assurance_pack.settings import Home, Settings

JULY = Month("2026-07")


def run(home: Home, month: str = JULY) -> Result:
    return CliRunner().invoke(main, ["forms", "--month", month, "--home", str(home.root)])


def test_each_owner_is_listed_with_the_address_and_the_day(tmp_path: Path) -> None:
    result = run(lay_out(tmp_path))
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].startswith("Forms for July 2026, read by the Board of 19 August 2026, in ")
    assert "  Capital and Sufficiency              Excel           capital-workspace@example.org, by 3 August 2026" in lines
    assert "  Parent Carer Forum                   Excel and Word  forum@example.org, by 3 August 2026" in lines
    assert lines[-1].startswith("Next: send each to its owner.")
    assert "pack status --month 2026-07" in lines[-1]


def test_nothing_is_written_among_the_returns(tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    before = {p: p.read_bytes() for p in (home.root / "inputs").rglob("*") if p.is_file()}
    run(home)
    assert {p: p.read_bytes() for p in (home.root / "inputs").rglob("*") if p.is_file()} == before


def test_a_month_without_a_meeting_has_forms_without_a_day(tmp_path: Path) -> None:
    result = run(lay_out(tmp_path), "2026-09")
    assert result.exit_code == 0
    assert "pack.toml sets no meeting that reads September 2026" in result.output


def test_the_same_month_gives_the_same_forms_byte_for_byte(tmp_path: Path, settings: Settings) -> None:
    homes = [lay_out(tmp_path / name) for name in ("one", "two")]
    first, second = ({p.name: p.read_bytes() for p in forms(home, JULY, settings)} for home in homes)
    assert first == second
    assert len(first) == 16


def test_a_form_open_in_another_program_is_a_plain_sentence(tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    forms = home.output(JULY) / "forms"
    forms.mkdir(parents=True)
    (forms / f"Capital and Sufficiency {JULY}.xlsx").write_bytes(b"open in Excel")
    (forms / f"~$Capital and Sufficiency {JULY}.xlsx").write_bytes(b"somebody")
    result = run(home)
    assert result.exit_code == 4
    assert f"Capital and Sufficiency {JULY}.xlsx cannot be replaced. Close it if it is open in another program" in result.output
    assert [p.name for p in forms.iterdir() if not p.name.startswith("~")] == [f"Capital and Sufficiency {JULY}.xlsx"]
    assert "Traceback" not in result.output
    assert JUNE in {m for m in home.months_with_returns}
