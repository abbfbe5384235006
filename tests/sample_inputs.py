"""The sample months as a test wants them: up to June, so that July has forms to send out and no return yet."""

from __future__ import annotations

import shutil
from pathlib import Path

_INPUTS = Path(__file__).parent.parent / "inputs"
_AFTER_JUNE = "2026-07"


def copy_to_june(inputs: Path) -> None:
    """Copy what was sent in April, May and June into this folder."""
    shutil.copytree(_INPUTS, inputs, dirs_exist_ok=True, ignore=shutil.ignore_patterns(_AFTER_JUNE))
