"""`pack init`: lays out a working folder."""

from __future__ import annotations

import re
from pathlib import Path

from ..shipped import shipped_settings
from .ask import Answers, answered


def init(folder: Path, answers: Answers | None = None) -> tuple[Path, ...]:
    """Lay out a working folder: `pack.toml`, with the answers in where there are any, `inputs/`, `output/`. What is there already is left as it is.

    Returns:
        What was made.
    """
    made: list[Path] = []
    for place in (folder, folder / "inputs", folder / "output"):
        if not place.is_dir():
            place.mkdir(parents=True)
            made.append(place)
    settings = folder / "pack.toml"
    if not settings.exists():
        # the shipped file serves the sample months; a real folder must not call its figures invented
        text = re.sub(r'(?m)^(illustrative = )".*"$', r'\1""', shipped_settings().read_text(encoding="utf-8"))
        settings.write_text(answered(text, answers) if answers else text, encoding="utf-8")
        made.append(settings)
    return tuple(made)
