"""Section 10 in figures: what came, what is outstanding, what was allowed to stand, and what this pack was compared with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..assess.answered import prompt_answers
from ..english import listed
from ..model import Cell, Month, Sender
from ..model.problem import Problem, Severity
from ..returns.board_log import BOARD_LOG, WaiverRow
from ..returns.received import Receipt, ReceiptState
from ..rules import all_rules
from ..rules.case import Case
from ..rules.engine import Verdicts
from ..rules.guard.withhold import withheld_cells
from ..schema import Row
from ..senders import expected_senders, is_voice, sender_name
from ..settings import Settings
from ..settings.board import TermsReview
from .budget import room
from .gaps import came, gaps


@dataclass(frozen=True)
class ReceiptLine:
    """One line of the returns register. `errors` and `warnings` stand against it; a group's are the secretariat's to mend."""

    name: str
    sender: Sender
    state: ReceiptState
    due: date | None
    received: date | None
    errors: int
    warnings: int
    voice: bool
    expected: bool

    @property
    def listed(self) -> bool:
        """Whether it has a line of its own: it was expected, or there is something to mend."""
        return self.expected or bool(self.errors or self.warnings)


@dataclass(frozen=True)
class ProblemKind:
    """All problems one rule found: what should be so, in how many places, and the first of them."""

    rule: str
    severity: Severity
    title: str
    count: int
    places: tuple[str, ...]


@dataclass(frozen=True)
class WaiverLine:
    """One waiver of the Board log. `lets` counts the problems it lets stand; `wants` names what it does not say."""

    row: WaiverRow
    state: Literal["in force", "expired", "incomplete"]
    lets: int
    wants: tuple[str, ...] = ()


@dataclass(frozen=True)
class Compared:
    """The record “since last time” is measured against."""

    month: Month
    version: str
    sealed: bool
    reconstructed: bool


@dataclass(frozen=True)
class ReviewLine:
    """When a body's terms of reference are due for review."""

    review: TermsReview
    state: Literal["ahead", "due", "overdue"]


@dataclass(frozen=True)
class AboutPosition:
    """The pack's own account. `in_question` are the first of the `questioned` values, each with its cells. `rows` is every row read, for the crosswalk to be summed against."""

    receipts: tuple[ReceiptLine, ...]
    partners_came: int
    of_no_return: int
    other_files: tuple[Receipt, ...]
    expected: int
    came: int
    nil: int
    missing: tuple[str, ...]
    came_before: int | None
    cells_not_stated: int
    in_question: tuple[str, ...]
    questioned: int
    cells_withheld: int
    errors: int
    warnings: int
    notes: int
    prompts: int
    prompts_answered: int
    problem_kinds: tuple[ProblemKind, ...]
    kinds_not_shown: int
    problems_not_shown: int
    waivers: tuple[WaiverLine, ...]
    waivers_not_shown: tuple[WaiverRow, ...]
    waivers_in_force: int
    log_came: bool
    waivers_expired: int
    compared: Compared | None
    reconstructed: tuple[Month, ...]
    reviews: tuple[ReviewLine, ...]
    rows: tuple[Row, ...]


def take(case: Case, verdicts: Verdicts) -> AboutPosition:
    """The returns register, what is outstanding, waivers, and what the pack rests on."""
    gap, budget = gaps(case), case.settings.budgets.about
    lines = tuple(_receipt(sender, case, verdicts) for sender in _senders(case, verdicts))
    kinds = _kinds(verdicts.of(Severity.ERROR, Severity.WARNING), case.settings)
    # an error may make a page wrong, and is named on it; a warning is between the secretariat and its sender
    shown = tuple(k for k in kinds if k.severity is Severity.ERROR)[: budget.problem_kinds]
    waivers = sorted((_waiver(row, case, verdicts) for row in case.returns.of(WaiverRow)), key=_waiver_weight)
    described = room(budget.waivers, len(waivers))
    prompts, answers = verdicts.of(Severity.PROMPT), prompt_answers((*case.earlier, case.returns))
    in_register = {id(case.returns.receipt(line.sender)) for line in lines}
    return AboutPosition(
        receipts=tuple(line for line in lines if line.listed),
        partners_came=sum(not line.listed for line in lines),
        of_no_return=sum(not p.sender for p in verdicts.of(Severity.ERROR, Severity.WARNING)),
        other_files=tuple(r for r in case.returns.receipts if id(r) not in in_register),
        expected=gap.expected,
        came=gap.came,
        nil=sum(line.state is ReceiptState.NIL for line in lines),
        missing=tuple(sender_name(s, case.settings) for s in gap.missing),
        came_before=sum(bool(r and r.counts) for r in map(case.before.receipt, expected_senders(case.settings))) if case.before else None,
        cells_not_stated=len(gap.not_stated),
        in_question=tuple(f"{doubt.of} ({_cells_named(doubt.cells)})" for doubt in gap.in_question[: budget.questioned]),
        questioned=len(gap.in_question),
        cells_withheld=sum(withheld_cells(row) for row in case.returns.rows),
        errors=len(verdicts.of(Severity.ERROR)),
        warnings=len(verdicts.of(Severity.WARNING)),
        notes=len(verdicts.of(Severity.NOTE)),
        prompts=len(prompts),
        prompts_answered=sum(p.key in answers for p in prompts),
        problem_kinds=shown,
        kinds_not_shown=len(kinds) - len(shown),
        problems_not_shown=sum(k.count for k in kinds if k not in shown),
        waivers=tuple(waivers[:described]),
        waivers_not_shown=tuple(w.row for w in waivers[described:]),
        log_came=came(case.returns, BOARD_LOG),
        waivers_in_force=sum(w.state == "in force" for w in waivers),
        waivers_expired=sum(w.state == "expired" for w in waivers),
        compared=_compared(case),
        reconstructed=tuple(r.month for r in case.history if r.reconstructed),
        reviews=tuple(ReviewLine(r, _review_state(r, case.month)) for r in case.settings.board.reviews),
        rows=tuple(case.returns.rows),
    )


def _senders(case: Case, verdicts: Verdicts) -> tuple[Sender, ...]:
    """Those expected, in their order; then everyone else a return came from, or against whom a problem stands."""
    spoken_of = {r.sender for r in case.returns.receipts} | {p.sender for p in verdicts.of(Severity.ERROR, Severity.WARNING)}
    others = sorted(s for s in spoken_of - set(expected_senders(case.settings)) if s)
    return (*expected_senders(case.settings), *others)


CELLS = 3
"""Cells of one sheet, or of one sender's return, that are named before the rest are counted; the data book has all."""


def _cells_named(cells: Iterable[Cell]) -> str:
    """Cells with the file and sheet said once where they are the same, and as many as a reader looks up."""
    places: dict[tuple[str, str], list[str]] = {}
    for cell in cells:
        places.setdefault((cell.file, cell.sheet), []).append(cell.ref)
    return "; ".join(f"{Cell(file=file, sheet=sheet)}!{listed(refs, CELLS)}" for (file, sheet), refs in places.items())


def _receipt(sender: Sender, case: Case, verdicts: Verdicts) -> ReceiptLine:
    receipt = case.returns.receipt(sender)
    against = [p for p in verdicts.of(Severity.ERROR, Severity.WARNING) if p.sender == sender]
    return ReceiptLine(
        name=sender_name(sender, case.settings),
        sender=sender,
        state=receipt.state if receipt else ReceiptState.MISSING,
        due=receipt.due if receipt else None,
        received=receipt.received if receipt else None,
        errors=sum(p.severity is Severity.ERROR for p in against),
        warnings=sum(p.severity is Severity.WARNING for p in against),
        voice=is_voice(sender),
        expected=sender in expected_senders(case.settings),
    )


def _kinds(problems: Iterable[Problem], settings: Settings) -> tuple[ProblemKind, ...]:
    """By rule, errors first, then the most common."""
    titles = {r.id: settings.worded(r.title) for r in all_rules()}
    groups: dict[tuple[str, Severity], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.rule, problem.severity), []).append(problem)
    kinds = [
        ProblemKind(rule, severity, titles.get(rule, found[0].sentence), len(found), _places(found, settings))
        for (rule, severity), found in groups.items()
    ]
    return tuple(sorted(kinds, key=lambda k: (k.severity is not Severity.ERROR, -k.count, k.rule)))


def _places(found: list[Problem], settings: Settings) -> tuple[str, ...]:
    """Where: the items by ID, else whose return and which of its cells, else the file; of a return that did not come, whose it is."""
    items = [i for p in found for i in p.items if not i.startswith("row ")]
    cells: dict[str, list[str]] = {}
    for problem in (p for p in found if not any(not i.startswith("row ") for i in p.items)):
        if problem.sender and not problem.cells:
            cells.setdefault(sender_name(problem.sender, settings), [])
        for cell in problem.cells:
            whose = sender_name(problem.sender, settings) if problem.sender and cell.ref else ""
            cells.setdefault(whose or str(cell), []).extend([f"{cell.sheet}!{cell.ref}"] if whose else [])
    grouped = (f"{whose}: {listed(refs, CELLS)}" if refs else whose for whose, refs in cells.items())
    return tuple(dict.fromkeys((*items, *grouped)))


def _waiver(row: WaiverRow, case: Case, verdicts: Verdicts) -> WaiverLine:
    named = {"rule": "the rule", "place": "the place", "reason": "a reason", "by": "who decided", "until": "an end date"}
    wants = tuple(words for name, words in named.items() if not getattr(row, name))
    if wants or row.until is None:
        return WaiverLine(row, "incomplete", 0, wants)
    lets = sum(p.waiver is not None and (p.waiver.rule, p.waiver.place) == (row.rule, row.place) for p in verdicts.waived)
    return WaiverLine(row, "in force" if row.until >= case.position else "expired", lets)


def _waiver_weight(line: WaiverLine) -> tuple[int, int, str]:
    """What cannot be applied first, then what has expired, then what lets most stand."""
    return (("incomplete", "expired", "in force").index(line.state), -line.lets, line.row.place or "")


def _compared(case: Case) -> Compared | None:
    last = case.last
    return Compared(last.month, last.version, last.state == "sealed", last.reconstructed) if last else None


def _review_state(review: TermsReview, month: Month) -> Literal["ahead", "due", "overdue"]:
    return "overdue" if review.due < month else "due" if review.due == month else "ahead"
