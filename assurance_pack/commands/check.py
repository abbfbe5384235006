"""`pack check`: every problem at once, grouped, and a marked copy of each return with each problem as a note on its cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..english import counted
from ..home import Home
from ..model import Month, Sender, day
from ..model.problem import Problem, Severity, Waiver
from ..pipeline import Progress, Understood, understand
from ..record.damage import RecordProblem
from ..record.manifest import read_manifest
from ..record.since_built import returns_changed_since_built
from ..returns.received import Receipt
from ..rules.known import of_a_missing_return
from ..senders import sender_name
from ..settings import Settings
from .afresh import write_afresh
from .long_words import long_words
from .marked import Marked, marked_returns
from .nothing_read import nothing_read_now
from .say import ProblemPrinted, missing_line, problem_lines, tally


@dataclass(frozen=True)
class Checked:
    """What a check found, and what it wrote for each return, in `folder`; `only` is the sender whose return alone is asked about.

    `nothing_read` says why nothing can be read now, where something was before; `last_month`, that the returns of the month before have
    changed since the pack was built with which this month is compared.
    """

    understood: Understood
    marked: tuple[Marked, ...]
    folder: Path
    only: Sender | None = None
    nothing_read: str = ""
    last_month: str = ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found, of the return asked about."""
        return tuple(p for p in self.understood.verdicts.problems if self.only in (None, p.sender))

    @property
    def missing(self) -> tuple[Receipt, ...]:
        """The returns that did not come, or the one asked about."""
        return tuple(r for r in self.understood.case.returns.missing if self.only in (None, r.sender))

    @property
    def long_words(self) -> tuple[str, ...]:
        """What is said of words that the pack does not print whole, of the return asked about."""
        return tuple(long_words(self.understood, self.only))

    @property
    def exit_code(self) -> int:
        """1 where an error stands or a return is missing: of the return asked about, where one is."""
        if self.only is None:
            return self.understood.exit_code
        return int(bool(self.missing) or any(p.severity is Severity.ERROR for p in self.problems))


def check(home: Home, month: Month, settings: Settings, progress: Progress = lambda stage: None, *, only: Sender | None = None) -> Checked:
    """Check a month and write what goes back with each return; `only` shows what was found of one.

    A return in which the guard found something gets no marked copy, so that no further copy of it travels: only a list of its cells.
    """
    understood = understand(home, month, settings, withholding=True, progress=progress)
    progress("Marking the returns")
    marked = marked_returns(home, understood)
    folder = home.output(month) / "marked"
    write_afresh(folder, {m.name: m.data for m in marked})
    return Checked(
        understood,
        tuple(m for m in marked if only in (None, m.sender)),
        folder,
        only,
        nothing_read_now(home, understood),
        _of_last_month(home, month.plus(-1)),
    )


def _of_last_month(home: Home, before: Month) -> str:
    """What is said where the returns of the month before are no longer those its pack was built from: this month is compared with what was built."""
    try:
        built = read_manifest(home.output(before), before)
    except RecordProblem:
        return ""  # said of the damaged month
    changed = returns_changed_since_built(home, before, built) if built else ""
    return changed and (
        f"Of {before.name}: {changed} This month is compared with what was built then. "
        f"If what changed should count, build it again: pack build --month {before}. If a file was only moved, put it back."
    )


def check_lines(checked: Checked) -> Iterator[str]:
    """What was found, return by return, then what was written and what to do next."""
    understood = checked.understood
    case = understood.case
    problems = checked.problems
    shown = [p for p in problems if p.severity is not Severity.PROMPT]
    prompts = sum(p.severity is Severity.PROMPT and checked.only in (None, p.sender) for p in understood.outstanding)
    whose = f", {sender_name(checked.only, case.settings)}" if checked.only else ""
    yield f"Checked {case.settings.month_read(case.month)}{whose}: {tally(shown)}."
    yield from problem_lines(shown, case.settings)
    yield ""
    if checked.nothing_read:
        yield f"As it looks now, nothing came; but {checked.nothing_read}"
    yield from understood.damaged
    if checked.last_month and checked.only is None:
        yield checked.last_month
    if checked.missing:
        yield missing_line(checked.missing, case.settings)
    if checked.long_words:
        yield "Longer than the pack has room for; nothing is lost, for all of it stands in the data book:"
        yield from (f"  {line}" for line in checked.long_words)
    if checked.only is None:
        yield from _waivers(understood)
    if prompts:
        yield f"{counted(prompts, 'prompt').capitalize()} for RDG to answer: “pack brief --month {case.month}” prepares them."
    yield from _written(checked)
    yield _next(checked)


def _waivers(understood: Understood) -> Iterator[str]:
    verdicts = understood.verdicts
    for problem in verdicts.waived:
        if problem.waiver:
            yield f"Waived: {problem.rule} at {problem.waiver.place}, by {problem.waiver.by}, until {day(problem.waiver.until)}. Printed in the pack."
    for waiver in verdicts.expired:
        yield f"Expired: the waiver of {waiver.rule} at {waiver.place} ran out on {day(waiver.until)}; its problem is back."
    for waiver in verdicts.unused:
        if of_a_missing_return(waiver.place, understood.case):
            yield f"Not judged: the waiver of {waiver.rule} at {waiver.place}, for what it is about did not come this month."
        else:
            yield f"Not needed: the waiver of {waiver.rule} at {waiver.place} covers nothing this month. Check how its rule and place are written."


def _written(checked: Checked) -> Iterator[str]:
    copies = [m for m in checked.marked if not m.cells_only]
    if copies:
        yield f"Marked, in {checked.folder}:"
        yield from (f"  {m.name}" for m in copies)
    for m in checked.marked:
        if m.cells_only:
            name = sender_name(m.sender, checked.understood.settings)
            yield f"No marked copy of the return from {name}: it may identify a child. {checked.folder / m.name} lists the cells, and nothing that stands in them."


def _next(checked: Checked) -> str:
    month = checked.understood.case.month
    if checked.nothing_read:
        return f"Next: put the returns back, then pack check --month {month}. Until then chase nobody."
    if checked.marked or checked.understood.case.returns.missing:
        return f"Next: pack chase --month {month} writes to each owner. You can build at any time: what is wrong or missing is said in the pack."
    return f"Next: pack brief --month {month} for RDG, then pack build --month {month}."


@dataclass(frozen=True)
class CheckPrinted:
    """The same for another program; `written` are the marked copies, `long_words` what is said of words too long to be printed whole,
    `last_month` that returns of the month before have changed since its pack was built."""

    month: Month
    exit_code: int
    problems: tuple[ProblemPrinted, ...]
    damaged: tuple[str, ...]
    missing: tuple[Sender, ...]
    waived: tuple[ProblemPrinted, ...]
    expired_waivers: tuple[Waiver, ...]
    unused_waivers: tuple[Waiver, ...]
    written: tuple[str, ...]
    long_words: tuple[str, ...]
    last_month: str


def check_data(checked: Checked) -> CheckPrinted:
    """What was found, for another program."""
    understood = checked.understood
    verdicts = understood.verdicts
    return CheckPrinted(
        month=understood.case.month,
        exit_code=checked.exit_code,
        problems=tuple(map(ProblemPrinted.of, checked.problems)),
        damaged=understood.damaged,
        missing=tuple(r.sender for r in checked.missing),
        waived=tuple(ProblemPrinted.of(p) for p in verdicts.waived if checked.only in (None, p.sender)),
        expired_waivers=tuple(w for w in verdicts.expired if checked.only is None),
        unused_waivers=tuple(w for w in verdicts.unused if checked.only is None),
        written=tuple(str(checked.folder / m.name) for m in checked.marked),
        long_words=checked.long_words,
        last_month=checked.last_month,
    )
