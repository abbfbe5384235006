"""A month after the rules, what is frozen of it, and the two reasons for which there is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ..assess.answered import prompt_answers
from ..model import Cell
from ..model.problem import Problem, Severity
from ..record.month import Record, RowsToKeep, frozen_rows
from ..returns.rdg import PromptAnswer
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..settings import Settings

if TYPE_CHECKING:
    from ..position.whole import Position


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
    printed. `withdrawn` are cells of its returns in which something still stands that was withdrawn. `damaged` says of each earlier month whose record cannot be used what was done without it, and what to do.
    """

    case: Case
    verdicts: Verdicts
    withheld: frozenset[Cell]
    would_have_stopped: bool
    reconstructed: tuple[Record, ...] = ()
    damaged: tuple[str, ...] = ()
    withdrawn: frozenset[Cell] = frozenset()

    @property
    def settings(self) -> Settings:
        """What `pack.toml` says."""
        return self.case.settings

    @property
    def outstanding(self) -> tuple[Problem, ...]:
        """What the rules found, without the prompts RDG has answered."""
        answers = prompt_answers((*self.case.earlier, self.case.returns))
        return tuple(p for p in self.verdicts.problems if not (p.severity is Severity.PROMPT and p.key in answers))

    def without_rows(self) -> Understood:
        """The same month with what the rules said of it and who sent what, and without its rows, but for the answers to prompts: for when its files are written."""
        case = self.case
        answers = tuple(row for month in (*case.earlier, case.returns) for row in month.of(PromptAnswer))
        left = replace(case.returns, rows=answers)
        return replace(self, case=Case(month=case.month, settings=case.settings, returns=left, position=case.position))

    @cached_property
    def position(self) -> Position:
        """Every figure the Board will see."""
        from ..position.whole import take  # `check` and `status` print no page

        return take(self.case, self.verdicts)

    @property
    def exit_code(self) -> int:
        """1 where an error stands, a return is missing or an earlier month is damaged; warnings and prompts alone leave it 0."""
        errors = self.verdicts.of(Severity.ERROR)
        return 1 if errors or self.case.returns.missing or self.would_have_stopped or self.damaged else 0


def record_of(
    understood: Understood, *, version: str, reconstructed: bool = False, printed: dict[str, tuple[str, ...]] | None = None
) -> Record:
    """The month, frozen: rows with the cell of every value, problems, settings, and where each item is printed.

    What was typed in a cell that could not be read stays in the return; it is not copied into the archive.
    """
    around = _around_the_rows(understood, version, reconstructed, printed or {})
    return around.model_copy(update={"rows": frozen_rows(understood.case.returns.rows)})


def record_to_write(understood: Understood, *, version: str, printed: dict[str, tuple[str, ...]]) -> Record:
    """The same for writing it alone: each row is frozen when it is written, so that they do not stand in memory twice."""
    return _around_the_rows(understood, version, False, printed).model_copy(update={"rows": RowsToKeep(understood.case.returns.rows)})


def _around_the_rows(understood: Understood, version: str, reconstructed: bool, printed: dict[str, tuple[str, ...]]) -> Record:
    case = understood.case
    meeting = case.settings.meeting(case.month)
    return Record(
        month=case.month, meeting=meeting.date if meeting else None, position=case.position, version=version, reconstructed=reconstructed,
        compared_with=tuple(r.month for r in case.history), settings=case.settings, receipts=case.returns.receipts,
        faults=tuple(f.model_copy(update={"seen": ""}) for f in case.returns.faults),
        problems=understood.verdicts.problems,
        waived=understood.verdicts.waived,
        expired_waivers=understood.verdicts.expired,
        small_counts_out=True, unused_waivers=understood.verdicts.unused, figures=understood.position.figures, printed=printed,
    )  # fmt: skip
