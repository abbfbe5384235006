"""The stages in order, from a folder of returns to a month understood: the only module that knows them all.

    read → guard → withhold → new rows numbered → carry forward → what is proved wrong taken out → trends, changes, signals, outcomes → rules →
    counts too small to show taken out → position

`build` (in `commands`) goes on from here to the pages; `check`, `status` and `brief` stop here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from .assess.answered import prompt_answers
from .assess.changes import Changes, compare
from .assess.outcomes import outcomes
from .assess.shown_counts import as_shown, shown_counts
from .assess.signals import signals
from .assess.trends import trends
from .calendar import position_date
from .home import Home
from .intake.read import Read, read_month
from .model import Cell, Month
from .model.problem import Problem, Severity
from .record import store
from .record.carry import carry_forward
from .record.damage import RecordProblem
from .record.month import Record, frozen_rows
from .record.numbering import numbered
from .record.withdrawals import withdrawals
from .returns.received import Returns
from .rules import all_rules, guard, judge
from .rules.case import Case
from .rules.engine import Verdicts
from .rules.guard import GuardFinding
from .rules.guard.unnamed import Unnamed
from .rules.guard.withhold import withhold
from .rules.question import taken_out
from .rules.waiving import waivers_of
from .settings import Settings

if TYPE_CHECKING:
    from .position import Position

Progress = Callable[[str], None]


class NothingToRead(Exception):
    """There is no folder of returns for the month, and no meeting of the Board in it; or no folder of returns for any month."""


class Refused(Exception):
    """Text that would be printed holds what may identify a child: nothing is written. `problems` say where, never what."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep what the guard found."""
        super().__init__(f"{len(problems)} places may identify a child")
        self.problems = problems


@dataclass(frozen=True)
class Understood:
    """A month after the rules, before a word of the pack is written.

    `withheld` are the cells taken out because they may identify a child; `would_have_stopped` says whether one of them would have been
    printed. `damaged` says of each earlier month whose record cannot be used what was done without it, and what to do.
    """

    case: Case
    verdicts: Verdicts
    withheld: frozenset[Cell]
    would_have_stopped: bool
    reconstructed: tuple[Record, ...] = ()
    damaged: tuple[str, ...] = ()

    @property
    def settings(self) -> Settings:
        """What `pack.toml` says."""
        return self.case.settings

    @property
    def outstanding(self) -> tuple[Problem, ...]:
        """What the rules found, without the prompts RDG has answered."""
        answers = prompt_answers((*self.case.earlier, self.case.returns))
        return tuple(p for p in self.verdicts.problems if not (p.severity is Severity.PROMPT and p.key in answers))

    @cached_property
    def position(self) -> Position:
        """Every figure the Board will see."""
        from .position import take  # `check` and `status` print no page

        return take(self.case, self.verdicts)

    @property
    def exit_code(self) -> int:
        """1 where an error stands, a return is missing or an earlier month is damaged; warnings and prompts alone leave it 0."""
        errors = self.verdicts.of(Severity.ERROR)
        return 1 if errors or self.case.returns.missing or self.would_have_stopped or self.damaged else 0


def understand(
    home: Home,
    month: Month,
    settings: Settings,
    *,
    withholding: bool = False,
    since_last_month: bool = False,
    progress: Progress = lambda stage: None,
    refusing: Callable[[Understood], None] = lambda understood: None,
) -> Understood:
    """Read a month and everything before it, and run the rules.

    Args:
        home: the working folder.
        month: the month the returns speak for.
        settings: what `pack.toml` says.
        withholding: print “[withheld: may identify a child]” in place of what would stop the build.
        since_last_month: compare with the month before, as RDG does, and not with the last pack the Board received.
        progress: told the name of each stage as it begins.
        refusing: raises where the month, as understood, is not to be used. Earlier months read now are recorded only after it: what is refused writes nothing.

    Raises:
        NothingToRead: there is no folder of returns for this month, and no meeting in it; or none for any month.
        Refused: text that would print may identify a child, and `withholding` is off.
    """
    inputs = home.inputs(month)
    if not inputs.is_dir() and not (settings.meeting(month) and inputs.parent.is_dir()):
        raise NothingToRead(month, settings, inputs)

    def after(earlier: EarlierMonths) -> Understood:
        progress("Reading the returns")
        read = _read(home, month, settings, earlier.history)
        progress("Checking")
        last = _compared_with(earlier.history, settings, since_last_month)
        understood = _through_the_rules(read, month, settings, earlier.history, last, withholding, lambda: _kept(home, month))
        return replace(understood, damaged=earlier.damaged)

    progress("Reading earlier months")
    as_needed = earlier_records(home, month, settings, as_needed=True, recording=False)
    try:
        understood = after(as_needed)
    except RecordProblem:  # a row of an earlier month is damaged though its record is as it was built: all are looked at first
        understood = after(earlier_records(home, month, settings, recording=False))
    refusing(understood)
    for record in as_needed.reconstructed:
        store.keep(home, record)
    return replace(understood, reconstructed=as_needed.reconstructed)


@dataclass(frozen=True)
class EarlierMonths:
    """The records of every earlier month, earliest first, and those among them read now because there was none.

    `damaged` says of each month whose record cannot be used what was done without it, and what to do.
    """

    history: tuple[Record, ...]
    reconstructed: tuple[Record, ...] = ()
    damaged: tuple[str, ...] = ()


def earlier_records(home: Home, month: Month, settings: Settings, *, as_needed: bool = False, recording: bool = True) -> EarlierMonths:
    """Every month before this one.

    One that has returns but no record is read and recorded first, marked reconstructed. One whose record is damaged is read again from its
    returns for this run alone, and its folder is left as it is; where its returns are gone too, the month is left out.
    `as_needed`: a row is made when it is first asked for, and may then be found damaged (`store.from_bytes`). Without `recording` what was read
    first is left for the caller to keep.
    """
    returns = set(home.months_with_returns)
    history: list[Record] = []
    reconstructed: list[Record] = []
    damaged: list[str] = []
    for earlier in sorted(m for m in {*returns, *store.months_kept(home)} if m < month):
        try:
            kept = store.load(home, earlier, as_needed=as_needed)
            record = as_shown(kept, history) if kept else None
        except RecordProblem as problem:
            done = "was read again from its returns for this run" if earlier in returns else "was left out of every comparison"
            damaged.append(f"{problem.what} {earlier.name} {done}. {problem.remedy}")
            if earlier not in returns:
                continue
            record = _reconstructed(home, earlier, settings, tuple(history))
        if record is None:
            record = _reconstructed(home, earlier, settings, tuple(history))
            if recording:
                store.keep(home, record)
            reconstructed.append(record)
        history.append(record)
    return EarlierMonths(tuple(history), tuple(reconstructed), tuple(damaged))


def _read(home: Home, month: Month, settings: Settings, history: Iterable[Record]) -> Read:
    """A month's returns, without what was withdrawn from these very files."""
    read = read_month(home, month, settings, (record.returns for record in history))
    files = {r.file: r.sha256 for r in read.returns.receipts}
    gone = frozenset(cell for cell, sha in withdrawals(home).cells(month).items() if files.get(cell.file) == sha)
    if not gone:
        return read
    return replace(read, returns=withhold(read.returns, gone), texts=tuple(t for t in read.texts if t.cell not in gone))


def _kept(home: Home, month: Month) -> Record | None:
    """The month's own record, as last built or else as sealed; none where neither can be used."""
    for kept in (store.built_record, store.load):
        with suppress(RecordProblem, OSError):
            return kept(home, month)
    return None


def _reconstructed(home: Home, month: Month, settings: Settings, history: tuple[Record, ...]) -> Record:
    """An earlier month as its returns give it now."""
    read = _read(home, month, settings, history)
    understood = _through_the_rules(read, month, settings, history, last_before_the_board(history, settings), withholding=True)
    return record_of(understood, version="1.0", reconstructed=True)


def last_before_the_board(history: tuple[Record, ...], settings: Settings) -> Record | None:
    """The last pack the Board received: the newest earlier month in which it met (the Board need not meet monthly)."""
    met = [r for r in history if settings.meeting(r.month) or r.meeting]
    return (met or list(history))[-1] if history else None


def _compared_with(history: tuple[Record, ...], settings: Settings, since_last_month: bool) -> Record | None:
    return (history[-1] if history else None) if since_last_month else last_before_the_board(history, settings)


def _through_the_rules(
    read: Read,
    month: Month,
    settings: Settings,
    history: tuple[Record, ...],
    last: Record | None,
    withholding: bool,
    kept: Callable[[], Record | None] = lambda: None,
) -> Understood:
    position = position_date(settings, month)
    found, as_read = _with_safe_names(read, settings)
    waivers = waivers_of(as_read)
    standing = guard.standing(found, waivers, position)
    blocking = tuple(f for f in standing if f.blocks)
    if blocking and not withholding:
        raise Refused(_guarded(Case(month=month, settings=settings, returns=as_read, position=position, guard=blocking)))
    withheld = guard.cells_withheld(standing)
    # forms are pre-filled from the newest record, which need not be the last pack the Board received
    returns = carry_forward(numbered(withhold(as_read, withheld), history, kept), history[-1] if history else None)
    sent = Case(month=month, settings=settings, returns=returns, position=position, last=last, history=history, guard=found)
    counted = taken_out(sent, all_rules(), waivers)
    shown = shown_counts(counted.returns, settings, history)
    case = _assessed(counted, shown)
    verdicts = judge(all_rules(), case, waivers)
    return Understood(replace(case, returns=shown), verdicts, withheld, bool(blocking))


def _with_safe_names(read: Read, settings: Settings) -> tuple[tuple[GuardFinding, ...], Returns]:
    """What the guard found, and the month as read: with no name of a file, sheet or folder left in it that may identify a child."""
    found = guard.scan(read.texts, settings)
    unnamed = Unnamed.of(read.texts, found)
    return tuple(unnamed.finding(f) for f in found), unnamed.returns(read.returns)


def _guarded(case: Case) -> tuple[Problem, ...]:
    """What the guard found, as problems: where, never what."""
    return judge(guard.RULES, case).problems


def _assessed(case: Case, shown: Returns) -> Case:
    """The same month, with what it means: trends, changes since last time, signals and what they come to.

    Changes are those of what may be `shown`, because earlier months are known as they were shown.
    """
    returns, settings, last = case.returns, case.settings, case.last
    charts = trends(returns, settings, last.returns if last else None)
    changed = compare(shown, last, settings) if last else Changes()
    said = signals(returns, settings, case.position, charts, case.history)
    return replace(case, changes=changed, signals=said, outcomes=outcomes(said, settings, returns), trends=charts)


def from_record(record: Record, history: tuple[Record, ...], *, since_last_month: bool = False) -> Understood:
    """A month understood again from what was kept of it, without its returns.

    Args:
        record: the month.
        history: the records of the months before it, earliest first.
        since_last_month: compare with the month before, and not with the last pack the Board received.
    """
    settings, record = record.settings, as_shown(record, history)
    last = _compared_with(history, settings, since_last_month)
    kept = Case(month=record.month, settings=settings, returns=record.returns, position=record.position, last=last, history=history)
    case = _assessed(kept, kept.returns)
    verdicts = Verdicts(record.problems, record.waived, record.expired_waivers, record.unused_waivers)
    return Understood(case, verdicts, frozenset(), False)


def record_of(
    understood: Understood, *, version: str, reconstructed: bool = False, printed: dict[str, tuple[str, ...]] | None = None
) -> Record:
    """The month, frozen: rows with the cell of every value, problems, settings, and where each item is printed.

    What was typed in a cell that could not be read stays in the return; it is not copied into the archive.
    """
    case = understood.case
    meeting = case.settings.meeting(case.month)
    return Record(
        month=case.month, meeting=meeting.date if meeting else None, position=case.position, version=version, reconstructed=reconstructed,
        compared_with=tuple(r.month for r in case.history), settings=case.settings, receipts=case.returns.receipts,
        faults=tuple(f.model_copy(update={"seen": ""}) for f in case.returns.faults), rows=frozen_rows(case.returns.rows),
        problems=understood.verdicts.problems,
        waived=understood.verdicts.waived,
        expired_waivers=understood.verdicts.expired,
        small_counts_out=True, unused_waivers=understood.verdicts.unused, figures=understood.position.figures, printed=printed or {},
    )  # fmt: skip
