"""No good pack is replaced by an empty one, and nobody is told that what they sent did not come, because a drive is not connected."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assurance_pack.cli import main
from assurance_pack.home import Home
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
JUNE = "2026-06"


def pack(home: Home, command: str, *arguments: str) -> Result:
    return CliRunner().invoke(main, [command, "--month", JUNE, "--home", str(home.root), *arguments])


def folder(home: Home) -> Path:
    return home.root / "output" / JUNE


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Home:
    root = tmp_path_factory.mktemp("built")
    shutil.copy(ROOT / "pack.toml", root)
    copy_to_june(root / "inputs")
    assert pack(Home(root), "build").exit_code == 0
    return Home(root)


@pytest.fixture
def home(built: Home, tmp_path: Path) -> Home:
    shutil.copytree(built.root, tmp_path / "home")
    return Home(tmp_path / "home")


@pytest.mark.parametrize("gone", ["the folder", "the files", "what the files hold"])
def test_an_empty_build_never_replaces_a_good_one(home: Home, gone: str) -> None:
    inputs = home.root / "inputs" / JUNE
    before = {p.name: p.read_bytes() for p in folder(home).iterdir() if p.is_file()}
    if gone == "the folder":
        inputs.rename(home.root / "moved away")
    for path in inputs.iterdir() if inputs.exists() else ():
        path.unlink() if gone == "the files" else path.write_bytes(b"PK\x03\x04 not any more")
    result = pack(home, "build")
    assert result.exit_code == 3, result.output
    assert "Nothing was written: the record of June 2026 holds what was read before, and nothing can be read now." in result.output
    assert "--from-record" in result.output
    assert {p.name: p.read_bytes() for p in folder(home).iterdir() if p.is_file()} == before


@pytest.mark.parametrize("command", ["chase", "figures", "brief"])
def test_nothing_else_is_made_of_nothing_either(home: Home, command: str) -> None:
    (home.root / "inputs" / JUNE).rename(home.root / "moved away")
    before = sorted(p.relative_to(home.root) for p in home.root.rglob("*"))
    result = pack(home, command)
    assert result.exit_code == 3, result.output
    assert f"The folder {home.root / 'inputs' / JUNE} is not there: it was moved, or a drive is not connected." in result.output
    assert "Put the returns back and give the command again" in result.output
    assert sorted(p.relative_to(home.root) for p in home.root.rglob("*")) == before


@pytest.mark.parametrize("command", ["status", "check"])
def test_what_only_looks_says_that_something_was_read_before_and_sends_nobody_a_reminder(home: Home, command: str) -> None:
    (home.root / "inputs" / JUNE).rename(home.root / "moved away")
    said = pack(home, command).output
    assert "As it looks now, nothing came; but the record of June 2026 holds what was read before" in said
    assert "Until then chase nobody." in said
    assert "pack chase --month" not in said


@pytest.mark.parametrize("command", ["build", "status", "check", "chase", "brief"])
def test_without_any_folder_of_returns_no_command_takes_a_month_for_one_in_which_nothing_came(home: Home, command: str) -> None:
    (home.root / "inputs").rename(home.root / "moved away")
    shutil.rmtree(folder(home))  # a month nobody has built yet, so no record can tell
    result = pack(home, command)
    assert result.exit_code == 2
    assert (
        f"There is no folder {home.root / 'inputs'}: it was moved, or a drive is not connected. Nothing was read, and nothing was written."
        in result.output
    )
    assert not folder(home).exists()


@pytest.mark.parametrize("why", ["strict", "a child"])
def test_what_is_refused_records_no_earlier_month_either(home: Home, why: str) -> None:
    shutil.rmtree(home.root / "output")
    inputs = home.root / "inputs" / JUNE
    if why == "a child":
        shutil.copy(inputs / "received.csv", inputs / "NHS number 999 000 0018.csv")
    else:
        shutil.copy(home.root / "inputs" / "2026-05" / "Capital and Sufficiency May 2026.xlsx", inputs)
    result = pack(home, "build", *(("--strict",) if why == "strict" else ()))
    assert result.output.startswith("Nothing was written")
    assert not (home.root / "output").exists()
