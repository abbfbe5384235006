"""What `pack init` left in `pack.toml` for a Board to fill in, and what of it still stands there: it would be printed as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..home import Home
from ..settings import Settings

SECTION = re.compile(r"^\s*\[\[?([\w.]+)\]\]?")
VALUE = re.compile(r'([\w-]+)\s*=\s*"((?:[^"\\]|\\.)*)"')
LEFT = re.compile(r"\[[^\]]+\]|.*\bexample\.(?:org|com)\b.*")
"""A value in square brackets, or an address at example.org, which belongs to nobody."""


def still_to_fill(home: Home, settings: Settings) -> Iterator[str]:
    """One line for each value that is still as `pack init` left it, by line and key of `pack.toml`; none in an illustrative folder."""
    if settings.board.illustrative or not home.settings_file.is_file():
        return
    section = ""
    for number, line in enumerate(home.settings_file.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if found := SECTION.match(line):
            section = found[1]
        if line.lstrip().startswith("#"):
            continue
        for key, value in VALUE.findall(line):
            if LEFT.fullmatch(value):
                yield f"pack.toml, line {number}: {key} of [{section}] is still “{value}”, and would be printed so. Write your own, or leave it empty."


def first_to_fill(home: Home, settings: Settings) -> Iterator[str]:
    """The first of them, and where the others are listed."""
    left = list(still_to_fill(home, settings))
    more = f" “pack check” lists this and {len(left) - 1} more." if len(left) > 1 else ""
    if left:
        yield f"{left[0]}{more}"
