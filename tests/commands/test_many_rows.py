"""A month of very many rows is written a step at a time, and lets go of its rows before the pages are set: its files and what is said of them are the same."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from assurance_pack.cli import main
from assurance_pack.commands import build as building
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]


def built(home: Path, *more: str) -> str:
    home.mkdir(exist_ok=True)
    shutil.copy(ROOT / "pack.toml", home)
    copy_to_june(home / "inputs")
    result = CliRunner().invoke(main, ["build", "--month", "2026-06", "--home", str(home), *more])
    assert result.exit_code == 0, result.output
    return result.output.replace(str(home), "HOME")


def files(home: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (home / "output" / "2026-06").iterdir() if p.is_file()}


def test_its_files_and_what_is_said_of_them_are_those_of_any_month(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said, again = built(tmp_path / "few"), built(tmp_path / "few", "--json")
    monkeypatch.setattr(building, "MANY_ROWS", 10)
    assert built(tmp_path / "many") == said
    assert files(tmp_path / "many") == files(tmp_path / "few")
    assert json.loads(built(tmp_path / "many", "--json")) == json.loads(again)
    assert json.loads(again)["crosswalk"]["read"] > 10
