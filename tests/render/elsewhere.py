"""A small program run in a process of its own, in other surroundings: another folder, time zone, language, hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def printed_elsewhere(program: str, folder: Path, **environment: str) -> str:
    """What a program prints that is run in a folder with these variables; it is given the folder of the tests of `render`."""
    surroundings = {**os.environ, "PYTHONPATH": str(HERE.parents[1]), **environment}
    command = [sys.executable, "-c", program, str(HERE)]
    return subprocess.run(command, env=surroundings, cwd=folder, capture_output=True, text=True, check=True).stdout
