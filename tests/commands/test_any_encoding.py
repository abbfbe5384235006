"""A console of Windows knows the letters of one code page, a pipe sometimes only ASCII: every command says all it has to say there too."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assurance_pack.cli import main
from assurance_pack.home import Home
from assurance_pack.legible import AS_TYPED
from sample_inputs import copy_to_june

ROOT = Path(__file__).parents[2]
JUNE = "2026-06"
NARROW = ("cp1252", "cp437", "ascii")
COMMANDS = (
    "--help", "build --help", "rules", "explain AP501", "doctor", f"status --month {JUNE}", f"check --month {JUNE}", f"chase --month {JUNE}",
    "compare 2026-04 2026-05", "trace M-CAP-001", "verify", "compare 2026-04 1999-13", "forms --month 2026-07",
)  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The sample months, with April and May in the archive."""
    root = tmp_path_factory.mktemp("encodings")
    shutil.copy(ROOT / "pack.toml", root)
    copy_to_june(root / "inputs")
    (root / "output").mkdir()
    home = Home(root)
    assert said(home, f"check --month {JUNE}").exit_code in (0, 1)
    return home


def said(home: Home, command: str, encoding: str = "utf-8") -> Result:
    folder = [] if {"--help", "rules", "explain"} & set(command.split()) else ["--home", str(home.root)]
    return CliRunner(charset=encoding).invoke(main, [*command.split(), *folder])


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_ends_as_it_does_elsewhere_and_says_as_many_lines(command: str, kept: Home) -> None:
    usual = said(kept, command)
    for encoding in NARROW:
        there = said(kept, command, encoding)
        assert there.exit_code == usual.exit_code, (encoding, there.output)
        assert len(there.stdout_bytes.decode(encoding).splitlines()) == len(usual.stdout.splitlines()), encoding
        assert "codec" not in there.output


@pytest.mark.parametrize("encoding", NARROW)
def test_data_for_another_program_are_the_same_data(encoding: str, kept: Home) -> None:
    command = f"check --month {JUNE} --json"
    assert "“" in said(kept, command).stdout
    assert json.loads(said(kept, command, encoding).stdout_bytes.decode(encoding)) == json.loads(said(kept, command).stdout)


@pytest.mark.parametrize("encoding", NARROW)
def test_a_sign_the_encoding_lacks_is_written_as_it_is_typed(encoding: str) -> None:
    script = "from assurance_pack.legible import make_legible; make_legible(); print('“Dŵr” → 5 ≤ 6 日')"
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, env=environment, check=True)
    quotes = "“Dwr”" if encoding == "cp1252" else '"Dwr"'
    fewer = "≤" if encoding == "cp437" else "<="
    assert done.stdout.decode(encoding).strip() == f"{quotes} -> 5 {fewer} 6 ?"


def test_what_is_typed_instead_can_be_typed_everywhere() -> None:
    assert all(typed.isascii() for typed in AS_TYPED.values())
