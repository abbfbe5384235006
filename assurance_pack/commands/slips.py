"""One slip in an ID is one thing to mend: whatever else was found because of it is said with it, and nobody else is asked about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..english import many
from ..model import Cell, Sender
from ..model.problem import Problem, Severity
from ..returns.registers import subject_of
from ..rules.case import Case
from ..schema import Row

GONE, TWICE, NOTHING_OF_IT = "AP301", "AP260", "AP264"
"""The rules a slip is told by: an item gone, an ID in two rows, an answer to what nobody asked."""


@dataclass(frozen=True)
class IdSlip:
    """An ID that was typed for another. `another`: it is an ID of something else as well, whose own problems are no part of the slip."""

    typed: str
    meant: str
    cell: Cell
    sender: Sender
    another: bool

    def explains(self, problem: Problem) -> bool:
        """Whether a problem comes of it."""
        if self.cell in problem.cells:
            return True
        if problem.rule == TWICE or not self.another:
            return self.typed in problem.items or problem.items == (self.meant,)
        return problem.rule == GONE and problem.items == (self.meant,)


def id_slips(case: Case, problems: Iterable[Problem]) -> tuple[IdSlip, ...]:
    """Every slip of an ID: a row that has an item's words and not its ID, or an answer filed one letter or figure away from what was asked."""
    found = tuple(problems)
    waiting = {p.items[0]: p.sender for p in found if len(p.items) == 1 and case.returns.by_id.get(p.items[0])}
    rows = (slip for p in found if p.rule == GONE for slip in _under_another(p, case))
    answers = (slip for p in found if p.rule == NOTHING_OF_IT for slip in _near(p, waiting))
    return tuple({slip.cell: slip for slip in (*rows, *answers)}.values())


def _under_another(gone: Problem, case: Case) -> Iterator[IdSlip]:
    """The row of this month that says what the item said that is gone."""
    if len(gone.items) > 1:
        return  # several of one sheet have another cause
    meant = gone.items[0]
    was = next((row for returns in reversed(case.earlier) if (row := returns.by_id.get(meant))), None)
    words = _comparable(was) if was else ""
    if was is None or not words:
        return
    known = {row.ref for returns in case.earlier for row in returns.rows}
    for row in case.returns.rows:
        if type(row) is type(was) and row.sender == gone.sender and row.ref != meant and _comparable(row) == words:
            yield IdSlip(row.ref, meant, row.cell("id"), row.sender, row.ref in known)


def _comparable(row: Row) -> str:
    return " ".join(subject_of(row).casefold().split())


def _near(stray: Problem, waiting: dict[str, Sender]) -> Iterator[IdSlip]:
    """What was asked under an ID that differs in one place; nothing where two do, for then it could be either."""
    typed = stray.items[0]
    near = [ref for ref, sender in waiting.items() if sender == stray.sender and one_slip_apart(typed, ref)]
    if len(near) == 1:
        yield IdSlip(typed, near[0], stray.cells[0], stray.sender, another=False)


def one_slip_apart(typed: str, meant: str) -> bool:
    """Whether one letter or figure is another, is missing or too many, or two beside each other changed places."""
    a, b = typed.casefold(), meant.casefold()
    if len(a) == len(b):
        differ = [i for i in range(len(a)) if a[i] != b[i]]
        swapped = len(differ) == 2 and differ[1] == differ[0] + 1 and a[differ[0]] == b[differ[1]] and a[differ[1]] == b[differ[0]]
        return len(differ) == 1 or swapped
    short, long = sorted((a, b), key=len)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def as_points(problems: Iterable[Problem], slips: Iterable[IdSlip], sender: Sender) -> tuple[Problem, ...]:
    """The problems of one sender as it is to mend them: a slip's together, in the place of the first; another sender's slips not at all."""
    points: list[Problem] = []
    told: set[object] = set()
    listed = list(slips)
    mine = [p for p in problems if not any(s.sender != sender and not s.another and p.items == (s.typed,) for s in listed)]
    for problem in mine:
        slip = next((s for s in listed if s.sender == sender and s.explains(problem)), None)
        if slip is None and problem.rule == TWICE:  # of two rows each is said to be twice there: one point, which names both places
            points += [] if problem.items in told else [problem]
            told.add(problem.items)
        elif slip is None:
            points.append(problem)
        elif slip not in told:
            told.add(slip)
            points.append(_one(problem, slip, [p for p in mine if slip.explains(p)]))
    return tuple(points)


def _one(first: Problem, slip: IdSlip, together: list[Problem]) -> Problem:
    """The slip as one point: what stands where, what it should be, and how much else comes of it."""
    others = len(together) - 1
    comes = (
        f" {many(others, 'other thing').capitalize()} that the check found {'comes' if others == 1 else 'come'} of it." if others else ""
    )
    sentence = f"{slip.typed} stands where {slip.meant} is meant: one slip in an ID.{comes}"
    worst = next(s for s in Severity if any(p.severity is s for p in together))
    return first.model_copy(
        update={
            "sentence": sentence, "remedy": f"Type {slip.meant} there.", "cells": (slip.cell,), "items": (slip.meant,), "severity": worst,
        }
    )  # fmt: skip
