"""AP147 to AP149: whether a number is one, and one there can be. A cell that cannot be read is “not stated”; its row stays."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.fault import Fault, FaultKind
from ...model.problem import Severity
from ...returns.workspace import IndicatorFigure
from ...schema import column_of
from ..case import Case
from ..engine import Found, Rule, rule
from .faults import faults, found, in_column, quoted, say

COUNTED = "A figure the Board sees must be the figure that was meant."
_MISSING = column_of(IndicatorFigure, "missing").heading


@rule("AP147", "A number is a number", severity=Severity.ERROR, because=COUNTED, example="“about 30” in “Numerator” is not a number.")
def not_a_number(case: Case) -> Iterator[Found]:
    """Write digits alone. What needs words belongs in a column for words; where there is no figure, leave the cell empty."""
    for fault, sender in faults(case, FaultKind.NOT_A_NUMBER):
        small = bool(fault.expected)
        none = " If there is no figure, leave the cell empty" + (
            f", and say why under “{_MISSING}”." if fault.cell.sheet == IndicatorFigure.sheet_title else "."
        )
        yield found(fault, sender, _too_small if small else _not_a_number, f"If it does, write {fault.expected}.{none}" if small else "")


def _not_a_number(fault: Fault) -> str:
    return f"{quoted(fault.seen)}{in_column(fault)} is not a number.{_alone(fault)}"


def _too_small(fault: Fault) -> str:
    return f"{quoted(fault.seen)}{in_column(fault)} is not a number: does it stand for a count too small to be given?"


def _alone(fault: Fault) -> str:
    return f" If that is the unit the column counts in, write {fault.suggestion} alone." if fault.suggestion else ""


@rule(
    "AP148",
    "A count is a whole number",
    severity=Severity.ERROR,
    because=COUNTED,
    example="“3.5” in “Likelihood now” is not a whole number: it should be 1 to 5.",
)
def not_whole(case: Case) -> Iterator[Found]:
    """Write a whole number, within the range given where there is one."""
    yield from say(
        case, FaultKind.NOT_WHOLE,
        lambda f: f"{quoted(f.seen)}{in_column(f)} is not a whole number{f': it should be {f.expected}' if f.expected else ''}.",
    )  # fmt: skip


@rule(
    "AP149", "A number is one there can be", severity=Severity.ERROR, because=COUNTED, example="“7” in “Likelihood now” should be 1 to 5."
)
def out_of_range(case: Case) -> Iterator[Found]:
    """Write a number within the range given."""
    yield from say(case, FaultKind.OUT_OF_RANGE, lambda f: f"{quoted(f.seen)}{in_column(f)} should be {f.expected}.")


RULES: tuple[Rule, ...] = (not_a_number, not_whole, out_of_range)
