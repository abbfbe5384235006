"""`pack doctor`: can this machine build? If not, the exact remedy for its operating system."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from ..english import counted, in_words
from ..home import Home
from ..intake.opening.reader import Reader
from ..record.verify import verify
from ..render.engines import ENGINES
from ..senders import disagreements
from ..settings_file import SettingsProblem, load
from ..shipped import shipped_templates
from .to_fill import first_to_fill

LIBRARIES = ("click", "jinja2", "lxml", "openpyxl", "pydantic", "python-docx", "typst", "weasyprint", "xlsxwriter")


@dataclass(frozen=True)
class Finding:
    """One thing looked at: whether it is well, what was seen, and the remedy where it is not."""

    about: str
    well: bool
    seen: str
    remedy: str = ""


def examine(home: Home) -> tuple[Finding, ...]:
    """Look at everything a build needs."""
    return (_python(), _libraries(), _reading(), _pdf(), _fonts(), _settings(home), _output(home), _archive(home))


def _python() -> Finding:
    seen = platform.python_version()
    return Finding("Python", sys.version_info >= (3, 11), seen, "Install Python 3.11 or newer.")


def _libraries() -> Finding:
    missing = []
    for name in LIBRARIES:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    return Finding(
        "Libraries",
        not missing,
        "all there" if not missing else f"missing: {', '.join(missing)}",
        "Install pack again, as the README says.",
    )


def _reading() -> Finding:
    """Returns are read in a process of their own, which must start, and load what reads them."""
    well = Reader().starts()
    return Finding(
        "Reading returns",
        well,
        "the process that reads them starts" if well else "the process that reads them does not start",
        "Install pack again, as the README says; if it stays so, more memory must be free.",
    )


def _pdf() -> Finding:
    """Which engines this machine has, the one that is used first. Where that is not the usual one, it is said how to get the usual one."""
    missing = {name: engine.missing() for name, engine in ENGINES.items()}
    there = [f"{engine.called} {version(engine.library)}" for name, engine in ENGINES.items() if not missing[name]]
    remedy = missing[next(iter(ENGINES))]
    if not there:
        return Finding("PDF", False, "pages cannot be drawn here", remedy)
    return Finding("PDF", True, f"{in_words(there)}{f'. {remedy}' if remedy else ''}")


def _fonts() -> Finding:
    fonts = sorted((shipped_templates() / "look" / "fonts").glob("*.ttf"))
    return Finding("Fonts", len(fonts) >= 3, f"{len(fonts)} travel with pack", "Install pack again, as the README says.")


def _settings(home: Home) -> Finding:
    try:
        settings = load(home.settings_file, disagreements)
    except SettingsProblem as fault:
        return Finding("pack.toml", False, fault.lines[0], "Mend the line named, or lay out a folder with “pack init”.")
    left = "".join(first_to_fill(home, settings))
    return Finding("pack.toml", True, f"{settings.board.name}, {len(settings.meetings)} meetings{f'. {left}' if left else ''}")


def _output(home: Home) -> Finding:
    folder = home.root / "output"
    there = folder if folder.is_dir() else home.root
    well = os.access(there, os.W_OK)
    return Finding(
        "Output folder",
        well,
        "can be written to" if well else "cannot be written to",
        "Ask for permission to write there, or use another folder with --home.",
    )


def _archive(home: Home) -> Finding:
    """Whether what was kept is what it was; “pack verify” lists every break, this line gives the first."""
    found = verify(home)
    if not found.breaks:
        seen = f"{counted(len(found.months), 'month')} and {counted(found.seals, 'sealed version')}, all as they were"
        return Finding("Archive", True, seen if found.months else "nothing kept yet")
    first = found.breaks[0]
    more = f" “pack verify” lists this and {len(found.breaks) - 1} more." if len(found.breaks) > 1 else ""
    return Finding("Archive", False, first.what, first.remedy + more)
