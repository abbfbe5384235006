"""`pack init`: lays out a working folder."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from ..shipped import shipped_samples, shipped_settings
from .ask import Answers, answered


def init(folder: Path, answers: Answers | None = None, *, sample: bool = False) -> tuple[Path, ...]:
    """Lay out a working folder: `pack.toml`, with the answers in where there are any, `inputs/`, `output/`. What is there already is left as it is.

    With `sample` the illustrative months come too, and the `pack.toml` that goes with them, which says on every page that it is invented.

    Returns:
        What was made.
    """
    made: list[Path] = []
    for place in (folder, folder / "inputs", folder / "output"):
        if not place.is_dir():
            place.mkdir(parents=True)
            made.append(place)
    for month in sorted(shipped_samples().iterdir()) if sample else ():
        place = folder / "inputs" / month.name
        if month.is_dir() and not place.exists():
            shutil.copytree(month, place)
            made.append(place)
    settings = folder / "pack.toml"
    if not settings.exists():
        # the shipped file serves the sample months; a real folder must not call its figures invented
        shipped = shipped_settings().read_text(encoding="utf-8")
        text = shipped if sample else _of_nobody(shipped)
        settings.write_text(answered(text, answers) if answers else text, encoding="utf-8")
        made.append(settings)
    return tuple(made)


def _of_nobody(shipped: str) -> str:
    """The shipped settings without what is invented: its figures are not called so, and its telephone numbers are left to fill in."""
    real = re.sub(r'(?m)^(illustrative = )".*"$', r'\1""', shipped)
    return re.sub(r'(?m)^(phone = )"01632.*"$', r'\1"[telephone]"', real)
