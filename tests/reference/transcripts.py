"""What pages show as typed in a terminal, and what the program answers to it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from assurance_pack.cli import main

LEFT_OUT = "…"


@dataclass(frozen=True)
class Typed:
    """One command of a page, and the lines the page says come of it."""

    command: str
    lines: tuple[str, ...]


def typed(page: str) -> Iterator[Typed]:
    """Every command of every block of a page, in order."""
    for block in (text for about, text in _blocks(page) if not about):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, *lines = part.rstrip("\n").split("\n")
            yield Typed(command, tuple(lines))


def files_shown(page: str) -> dict[str, str]:
    """The files a page shows whole, by name: blocks that begin with “```text NAME”."""
    return {about.removeprefix("text "): text for about, text in _blocks(page) if about.startswith("text ")}


def _blocks(page: str) -> list[tuple[str, str]]:
    """Every block of a page: what stands behind its opening fence, and what stands in it."""
    return re.findall(r"^```([^\n]*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)


def answered(one: Typed, folder: Path) -> list[str]:
    """What the program says to it in a folder, the folder's own place left out."""
    program, *arguments = shlex.split(one.command)
    assert program == "pack", one.command
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code in (0, 1), (one.command, result.output)
    return [line.rstrip().replace(f"{folder}/", "") for line in result.output.rstrip("\n").split("\n")]


def unlike(shown: tuple[str, ...], said: list[str]) -> str | None:
    """The first line of a page that the program did not say where the page has it; “…” stands for any lines, and for the rest of a line."""
    at, skipping = 0, False
    for line in shown:
        if line.strip() == LEFT_OUT:
            skipping = True
            continue
        found = (
            next((n for n in range(at, len(said)) if _same(line, said[n])), None)
            if skipping
            else (at if at < len(said) and _same(line, said[at]) else None)
        )
        if found is None:
            return line
        at, skipping = found + 1, False
    return None if skipping or at == len(said) or not shown else f"(and after it: {said[at]})"


def _same(shown: str, said: str) -> bool:
    start, cut, _ = shown.rstrip().partition(LEFT_OUT)
    return said.startswith(start.rstrip()) if cut else said == start
