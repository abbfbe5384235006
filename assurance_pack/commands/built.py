"""What a build says of itself when it is done."""

from __future__ import annotations

from typing import Any

from ..document.crosswalk import Crosswalk
from ..model import Severity, counted
from .build import Built
from .say import missing_line, problem_data, tally


def built_lines(built: Built) -> list[str]:
    """Where the files are, what is in them, and what to do next."""
    understood = built.understood
    case = understood.case
    lines = [f"Board pack for {case.month.name}, version {built.version}"]
    lines += [f"  {path}" for path in built.files]
    if built.pages is not None:
        lines.append(f"  {counted(built.pages, 'page')}; {_account(built.crosswalk)}")
    if understood.reconstructed:
        names = ", ".join(r.month.name for r in understood.reconstructed)
        lines.append(f"Read and recorded first, because there was no record: {names}.")
    if missing := missing_line(case.returns.missing, case.settings):
        lines.append(missing)
    if understood.verdicts.problems:
        lines.append(f"Outstanding: {tally(understood.verdicts.problems)}. “pack check --month {case.month}” lists them.")
    if understood.withheld:
        lines.append(f"Withheld because they may identify a child: {counted(len(understood.withheld), 'cell')}.")
    if built.over:
        lines.append(
            f"The pack is longer than it should be. The longest section is “{built.over}”: ask for shorter entries, or lower its budget in pack.toml."
        )
    if built.cannot_draw:
        lines += ["", built.cannot_draw, "Word, data book and record are written. Open the Word file and save it as PDF."]
    return lines


def _account(crosswalk: Crosswalk) -> str:
    """``612 rows read: 120 printed, 480 summarised, 12 held back``."""
    parts = [f"{count} {fate}" for fate, count in crosswalk.counts.items() if count]
    return f"{counted(crosswalk.read, 'row')} read{': ' if parts else ''}{', '.join(parts)}."


def built_data(built: Built) -> dict[str, Any]:
    """The same for another program."""
    verdicts = built.understood.verdicts
    return {
        "month": built.understood.case.month,
        "version": built.version,
        "exit_code": built.exit_code,
        "files": [str(p) for p in built.files],
        "pages": built.pages,
        "missing": [r.sender for r in built.understood.case.returns.missing],
        "problems": {s.value: len(verdicts.of(s)) for s in Severity},
        "details": [problem_data(p) for p in verdicts.problems],
        "crosswalk": {"read": built.crosswalk.read, **built.crosswalk.counts},
    }
