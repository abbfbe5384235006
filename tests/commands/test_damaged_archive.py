"""One damaged month never stops another: June is checked whatever became of May's record, and says what it did without it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from assurance_pack.cli import main
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import understand
from assurance_pack.settings import Settings
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
MAY, JUNE = Month("2026-05"), Month("2026-06")


def pack(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--home", str(home.root)])


@pytest.fixture(scope="module")
def approved_may(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The sample months with May built and approved."""
    root = tmp_path_factory.mktemp("archive")
    shutil.copy(ROOT / "pack.toml", root)
    copy_to_june(root / "inputs")
    home = Home(root)
    for command in (("build", "--engine", "typst"), ("approve", "--by", "Chair of RDG")):
        result = pack(home, *command, "--month", MAY)
        assert result.exit_code == 0, result.output
    return home


@pytest.fixture
def home(approved_may: Home, tmp_path: Path) -> Home:
    shutil.copytree(approved_may.root, tmp_path / "home")
    return Home(tmp_path / "home")


def sealed(home: Home) -> Path:
    return home.output(MAY) / "sealed" / "v1.0"


def edit_the_sealed_scores(home: Home) -> None:
    for folder in (sealed(home), home.output(MAY)):
        path = folder / f"record-{MAY}.json"
        path.write_text(path.read_text().replace('"consequence": 4', '"consequence": 2'))


def cut_the_seal(home: Home) -> None:
    (sealed(home) / "seal.json").write_bytes(b'{"version": "1.0"')


def cut_the_built_record(home: Home) -> None:
    shutil.rmtree(sealed(home))
    (home.output(MAY) / f"record-{MAY}.json").write_bytes(b"{")


def cut_the_manifest(home: Home) -> None:
    shutil.rmtree(sealed(home))
    (home.output(MAY) / "manifest.json").write_bytes(b"[")


@pytest.mark.parametrize("damage", [edit_the_sealed_scores, cut_the_seal, cut_the_built_record, cut_the_manifest])
def test_june_goes_on_with_may_read_again_from_its_returns_and_names_the_folder(
    home: Home, approved_may: Home, settings: Settings, damage: Callable[[Home], None]
) -> None:
    damage(home)
    before = {p: p.read_bytes() for p in home.output(MAY).rglob("*") if p.is_file()}
    found = understand(home, JUNE, settings)
    (said,) = found.damaged
    assert "in output/2026-05" in said
    assert "May 2026 was read again from its returns for this run." in said
    assert found.exit_code == 1
    assert {p: p.read_bytes() for p in home.output(MAY).rglob("*") if p.is_file()} == before
    # "since last time" is measured against what May's returns say, and never against the altered record
    assert found.case.changes == understand(approved_may, JUNE, settings).case.changes


def test_where_mays_returns_are_gone_too_the_month_is_left_out_and_said_so(home: Home) -> None:
    cut_the_seal(home)
    shutil.rmtree(home.inputs(MAY))
    result = pack(home, "status", "--month", JUNE)
    assert result.exit_code == 1, result.output
    assert "seal.json in output/2026-05/sealed/v1.0 is damaged. May 2026 was left out of every comparison." in result.output


def test_a_damaged_built_record_is_no_matter_where_the_sealed_one_is_whole(home: Home, settings: Settings) -> None:
    (home.output(MAY) / f"record-{MAY}.json").write_bytes(b"{")
    assert understand(home, JUNE, settings).damaged == ()


def test_a_months_own_damaged_record_and_manifest_are_made_again(home: Home) -> None:
    folder = home.output(MAY)
    whole = {n: (folder / n).read_bytes() for n in (f"record-{MAY}.json", "manifest.json")}
    for name in whole:
        (folder / name).write_bytes(whole[name][:50])
    result = pack(home, "build", "--month", MAY)
    assert result.exit_code == 0, result.output
    assert {n: (folder / n).read_bytes().replace(b"1.1", b"1.0") for n in whole}.keys() == whole.keys()
    assert pack(home, "verify").exit_code == 0


def test_status_of_the_damaged_month_says_what_to_put_back_and_ends_with_3(home: Home) -> None:
    cut_the_seal(home)
    result = pack(home, "status", "--month", MAY)
    assert result.exit_code == 3, result.output
    assert "Put back a copy of output/2026-05/sealed/v1.0" in result.output


def test_the_trace_goes_on_through_the_other_months(home: Home) -> None:
    assert pack(home, "status", "--month", JUNE).exit_code == 0  # April is read and kept
    cut_the_seal(home)
    result = pack(home, "trace", "R-CAP-004")
    assert result.exit_code == 1, result.output
    assert "April 2026" in result.output
    assert "seal.json in output/2026-05/sealed/v1.0 is damaged." in result.output


@pytest.mark.parametrize(
    "name", [f"sealed/v1.0/record-{MAY}.json", "sealed/v1.0/seal.json", f"record-{MAY}.json", "manifest.json", "../withdrawn/001.json"]
)
@pytest.mark.parametrize(
    "command", [("verify",), ("doctor",), ("months",), ("status", "--month", JUNE), ("trace", "R-CAP-004")], ids=lambda c: c[0]
)
def test_a_file_of_may_that_this_machine_does_not_give_up_stops_no_command_of_another_month(
    home: Home, monkeypatch: pytest.MonkeyPatch, name: str, command: tuple[str, ...]
) -> None:
    closed = (home.output(MAY) / name).resolve()
    closed.parent.mkdir(exist_ok=True)
    closed.touch()
    opened = Path.open

    def refuses(path: Path, *how: Any, **more: Any) -> Any:
        if path.resolve() == closed:
            raise PermissionError(13, "in use", str(path))
        return opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", refuses)
    result = pack(home, *command)
    assert "did not foresee" not in result.output
    assert command[0] in ("verify", "doctor") or result.exit_code in (0, 1), result.output
    if command[0] == "verify":
        assert result.exit_code == 3
        assert closed.name in result.output
