"""What this account may not read: a file, the list of arrivals, the month's folder. Named for what it is, and nothing else stops."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.pipeline import earlier_records
from assurance_pack.settings import Settings

MAIN = "import sys; sys.argv[0] = 'pack'; from assurance_pack.cli import main; sys.exit(main())"
NOT_ALL_POWERFUL = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
"""Root reads whatever there is, unless it is started without that."""

pytestmark = pytest.mark.skipif(
    not hasattr(os, "geteuid") or (os.geteuid() == 0 and not shutil.which("setpriv")),
    reason="this system has no permissions of files, or root reads what it may not and setpriv is not installed",
)


@pytest.fixture
def sample_home(sample_home: Home, settings: Settings) -> Home:
    """The sample months, of which April and May are recorded: the commands look at June."""
    earlier_records(sample_home, Month("2026-06"), settings)
    return sample_home


def pack(home: Home, *arguments: str) -> tuple[int, str]:
    """What a command says, run by somebody who is bound by permissions, and what it ends with."""
    bound = NOT_ALL_POWERFUL if os.geteuid() == 0 else []
    asked = [*bound, sys.executable, "-c", MAIN, *arguments, "--month", "2026-06", "--home", str(home.root)]
    done = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", env={**os.environ, "PYTHONIOENCODING": "utf-8"})
    return done.returncode, done.stdout + done.stderr


def closed(path: Path, home: Home, *arguments: str) -> tuple[int, str]:
    """A command, while nobody may read this."""
    before = path.stat().st_mode
    path.chmod(0)
    try:
        return pack(home, *arguments)
    finally:
        path.chmod(before)


@pytest.mark.parametrize("command", ["status", "check", "build"])
def test_a_return_that_may_not_be_read_is_named_and_the_others_are_read(command: str, sample_home: Home) -> None:
    folder = sample_home.root / "inputs" / "2026-06"
    words = ("--format", "word") if command == "build" else ()
    code, said = closed(folder / "PCF June.docx", sample_home, command, *words)
    assert code in (0, 1)
    assert "Traceback" not in said
    if command != "build":
        assert "PCF June.docx" in said
        assert "This file cannot be read: another program has it open, or it may not be read from this account." in said


def test_a_list_of_arrivals_that_may_not_be_read_costs_a_line(sample_home: Home) -> None:
    code, said = closed(sample_home.root / "inputs" / "2026-06" / "received.csv", sample_home, "check")
    assert code in (0, 1)
    assert "The list of arrivals cannot be read, so no return has a date." in said
    assert "No return received" not in said


@pytest.mark.parametrize("command", ["check", "chase", "build"])
def test_a_month_that_may_not_be_read_is_refused_and_nobody_is_chased(command: str, sample_home: Home) -> None:
    code, said = closed(sample_home.root / "inputs" / "2026-06", sample_home, command)
    assert code == 4
    assert "2026-06 cannot be read. Close it if it is open in another program, and check that you may read the folder" in said
    assert not (sample_home.root / "output" / "2026-06" / "chase").exists()
