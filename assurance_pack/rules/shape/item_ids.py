"""AP151, AP161 and AP162: whether the ID of an item can be read as it stands, or was given for want of one."""

from __future__ import annotations

from collections.abc import Iterator

from ...english import listed
from ...model.fault import Fault, FaultKind
from ...model.problem import Severity
from ..case import Case
from ..engine import Found, Rule, rule
from .faults import in_column, quoted, say


@rule(
    "AP151", "An ID is written as an ID", severity=Severity.ERROR, because="An ID is for life: it is how an item is followed from month to month.",
    example="“{workspace.3} 7” in “ID” is not an ID: it should begin with M-.",
)  # fmt: skip
def not_an_id(case: Case) -> Iterator[Found]:
    """Write it as the form gave it, for example M-{workspace.3}-007, with commas between several. A new row takes the next free ID of the form; never use an old one for something else."""

    def sentence(fault: Fault) -> str:
        if not fault.suggestion:
            return f"{quoted(fault.seen)}{in_column(fault)} is not an ID: it should begin with {fault.expected}."
        unread = fault.suggestion.split("; ")
        said = f"{listed(map(quoted, unread))}{in_column(fault)} {'is not an ID' if len(unread) == 1 else 'are no IDs'}"
        return f"{said}; of this cell, {fault.expected} {_was(fault.expected)} read." if fault.expected else f"{said}."

    yield from say(case, FaultKind.NOT_AN_ID, sentence)


def _was(refs: str) -> str:
    return "were" if " and " in refs else "was"


@rule(
    "AP161", "An ID can be read as it stands", severity=Severity.WARNING, because="An ID is for life: it is how an item is followed from month to month.",
    example="“M-{workspace.3}-OO7” in “ID” was read as M-{workspace.3}-007.",
)  # fmt: skip
def mistyped_id(case: Case) -> Iterator[Found]:
    """If that is what was meant, leave it, or better correct the ID, with commas between several; if not, write the ID that was."""

    def sentence(fault: Fault) -> str:
        words = f", which the same words had in {fault.expected}" if fault.expected else ""
        return f"{quoted(fault.seen)}{in_column(fault)} was read as {fault.suggestion}{words}."

    yield from say(case, FaultKind.MISTYPED_ID, sentence)


@rule(
    "AP162", "Every row has its ID", severity=Severity.NOTE, because="An ID is for life: it is how an item is followed from month to month.",
    example="“ID” is blank: the row was given M-{workspace.3}-019.",
)  # fmt: skip
def id_given(case: Case) -> Iterator[Found]:
    """If that is right, leave it: the row stands under this ID in the pack and on the next form. If you send the file again, write the ID in first; if the item has another ID already, write that one."""

    def sentence(fault: Fault) -> str:
        if fault.seen:
            several = " and " in fault.seen
            said = f"said in {fault.expected}" if fault.expected else "say" if several else "says"
            known = f"what they {said}, the rows are" if several else f"what it {said}, the row is"
            return f"No ID can be read here: by {known} {fault.seen}. Is that right?"
        again = f", which the same words had in {fault.expected}" if fault.expected else ""
        return f"{quoted(fault.column)} is blank: the row was given {fault.suggestion}{again}."

    yield from say(case, FaultKind.ID_GIVEN, sentence)


RULES: tuple[Rule, ...] = (not_an_id, mistyped_id, id_given)
