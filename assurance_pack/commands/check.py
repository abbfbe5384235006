"""`pack check`: every problem at once, grouped, and a marked copy of each return with each problem as a note on its cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..intake.mark import mark
from ..model import Month, Problem, Severity
from ..pipeline import Progress, Understood, understand
from ..record import store
from ..settings import Home, Settings
from .say import missing_line, problem_lines, tally


@dataclass(frozen=True)
class Checked:
    """What a check found. `marked` are the copies written, by sender; `listed` the returns that get a list of cells and no copy."""

    understood: Understood
    marked: dict[str, Path]
    listed: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        """1 where an error stands or a return is missing."""
        return self.understood.exit_code


def check(home: Home, month: Month, settings: Settings, progress: Progress = lambda stage: None) -> Checked:
    """Check a month and write its marked copies.

    A return in which the guard found something gets no marked copy, so that no copy of it travels: only a list of its cells.
    """
    understood = understand(home, month, settings, withholding=True, progress=progress)
    progress("Marking the returns")
    copies, listed = marked_copies(home, understood)
    folder = home.output(month) / "marked"
    if copies:
        store.write_all(folder, dict(copies.values()))
    return Checked(understood, {sender: folder / name for sender, (name, _) in copies.items()}, listed)


def marked_copies(home: Home, understood: Understood) -> tuple[dict[str, tuple[str, bytes]], tuple[str, ...]]:
    """The marked copy of each return with something to note, by sender: its name and bytes; and the senders that get a list instead."""
    case = understood.case
    guarded = {f.cell.file for f in case.guard if not f.hint}
    copies: dict[str, tuple[str, bytes]] = {}
    listed: list[str] = []
    for receipt in case.returns.receipts:
        problems = [p for p in understood.verdicts.of(Severity.ERROR, Severity.WARNING, Severity.NOTE) if _about(p, receipt.file)]
        if not receipt.counts or not receipt.file or not problems:
            continue
        if receipt.file in guarded:
            listed.append(receipt.sender)
        elif receipt.file.lower().endswith((".xlsx", ".xlsm")):
            original = (home.inputs(case.month) / receipt.file).read_bytes()
            copies[receipt.sender] = (_marked_name(receipt.file), mark(original, receipt.file, problems))
    return copies, tuple(listed)


def _about(problem: Problem, file: str) -> bool:
    return bool(file) and any(c.file == file for c in problem.cells)


def _marked_name(file: str) -> str:
    stem, _, suffix = file.rpartition(".")
    return f"{stem} (marked).{suffix}"


def check_lines(checked: Checked) -> Iterator[str]:
    """What was found, return by return, then what was written and what to do next."""
    understood = checked.understood
    case = understood.case
    problems = understood.verdicts.problems
    shown = [p for p in problems if p.severity is not Severity.PROMPT]
    prompts = len(problems) - len(shown)
    yield from problem_lines(shown, case.settings)
    yield ""
    if missing := missing_line(case.returns.missing, case.settings):
        yield missing
    if understood.verdicts.waived:
        yield f"Waived by a named person, and printed in the pack: {len(understood.verdicts.waived)}."
    if prompts:
        yield f"Prompts for RDG: {prompts}. “pack brief --month {case.month}” prepares them."
    yield f"{case.month.name}: {tally(shown)}."
    for path in checked.marked.values():
        yield f"  {path}"
    for sender in checked.listed:
        yield f"No marked copy of the return from {case.settings.sender_name(sender)}: it may identify a child. Give its owner the cells above."
