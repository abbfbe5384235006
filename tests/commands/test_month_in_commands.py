"""What the officer reads when a command is given too little: a sentence with the way out, and nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from assurance_pack.cli import main
from assurance_pack.home import Home


def test_an_approval_without_a_role_is_refused_and_seals_nothing(sample_home: Home):
    said = CliRunner().invoke(main, ["approve", "--month", "2026-06", "--by", " ", "--home", str(sample_home.root)])

    assert (said.exit_code, said.stderr) == (2, 'Say who, by role: --by "Chair of RDG", or --by "Board secretary".\n')
    assert not (sample_home.root / "output" / "2026-06").exists()


def test_a_command_given_outside_a_working_folder_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    said = CliRunner().invoke(main, ["build", "--month", "2026-06"])

    assert said.exit_code == 2
    assert said.stderr == "There is no pack.toml in this folder. Run “pack init” to lay out a folder, or name yours with --home.\n"


def test_the_brief_is_written_with_the_return_that_answers_it(sample_home: Home):
    said = CliRunner().invoke(main, ["brief", "--month", "2026-06", "--home", str(sample_home.root)])

    output = sample_home.root / "output" / "2026-06"
    assert said.exit_code == 0, said.output
    assert (output / "rdg-brief-2026-06.pdf").exists()
    assert (output / "rdg-brief-2026-06.docx").exists()
    assert (output / "forms" / "Reform Delivery Group 2026-06.xlsx").exists()
    assert "answered so far." in said.stdout
