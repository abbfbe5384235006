"""AP140 to AP155: whether each cell holds what its column asks for. A cell that cannot be read is “not stated”; its row stays. Numbers, IDs, dates and words have modules of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from ...model import Sender
from ...model.fault import Fault, FaultKind
from ...model.problem import Severity
from ...returns.workspace import Milestone
from ...schema import column_of
from .. import clauses
from ..case import Case
from ..engine import Found, Rule, rule
from .faults import faults, found, in_column, meant, quoted, say
from .figures import COUNTED

_ASKED = "The Board should not have to ask for what the form asks for."
_THIS_MONTH = column_of(Milestone, "this_month").heading


@rule("AP140", "What must be stated is stated", severity=Severity.ERROR, because=_ASKED, example="“Forecast now” is blank.")
def blank_required(case: Case) -> Iterator[Found]:
    """Fill in the cell. Where the value is not known yet, leave it empty until it is: the pack prints “Not stated”, and this is said again."""

    def sentence(fault: Fault) -> str:
        return f"{quoted(fault.seen)}{in_column(fault)} is no answer." if fault.seen else f"{quoted(fault.column)} is blank."

    rows: dict[tuple[str, str, str], list[tuple[Fault, Sender]]] = defaultdict(list)
    for fault, sender in faults(case, FaultKind.BLANK_REQUIRED):
        if fault.column != _THIS_MONTH:
            rows[fault.cell.file, fault.cell.sheet, fault.row].append((fault, sender))
    for blank in rows.values():
        if len(blank) > _BLANK_ONE_BY_ONE:
            yield _hardly_a_row(blank)
        else:
            yield from (found(fault, sender, sentence) for fault, sender in blank)
    yield from say(case, FaultKind.NO_ANSWER, sentence)


_BLANK_ONE_BY_ONE = 3
"""Blank cells of one row that are asked for one by one; of more, the row is asked about: a title typed into the table, a row begun."""


def _hardly_a_row(blank: list[tuple[Fault, Sender]]) -> Found:
    (first, sender), names = blank[0], [quoted(fault.column) for fault, _ in blank]
    told = f"{len(names)} cells of this row are blank: {', '.join(names[:-1])} and {names[-1]}."
    remedy = "Fill them in; one whose value is not known yet stays empty until it is, and the pack prints “Not stated”. If this is no row but a title or a note, empty it."
    one_by_one = found(first, sender, lambda _: told, remedy)
    return replace(one_by_one, cells=tuple(fault.cell for fault, _ in blank))


@rule(
    "AP141", "Every row says what happened to it this month", severity=Severity.WARNING,
    because="“Looked at, and nothing changed” and “not looked at” are different news.", example="“This month” is blank: the row counts as not reviewed.",
)  # fmt: skip
def not_reviewed(case: Case) -> Iterator[Found]:
    """Choose {this_month:, or}. A row left blank in which nothing else has changed is printed as “No update”."""
    for fault, sender in faults(case, FaultKind.BLANK_REQUIRED):
        if fault.column == _THIS_MONTH:
            yield Found(
                (fault.cell,),
                f"{quoted(fault.column)} is blank: the row counts as not reviewed unless something in it has changed.",
                (),
                sender,
            )


@rule(
    "AP150", "A word is one of its list", severity=Severity.ERROR, because="Words mean one thing each, or the Board cannot count them.",
    example="“Greenish” in “Status now” is not one of the words of the list. Did you mean “{confidence.green}”?",
)  # fmt: skip
def not_in_list(case: Case) -> Iterator[Found]:
    """Choose from its list; capitals and spaces do not matter. What needs more words belongs in a column for words."""

    def sentence(fault: Fault) -> str:
        known = fault.expected.split("; ")
        instead = meant(fault) or (f" It should be one of: {fault.expected}." if len(known) <= 8 else "")
        return f"{quoted(fault.seen)}{in_column(fault)} is not one of the words of the list.{instead}"

    yield from say(case, FaultKind.NOT_IN_LIST, sentence)


@rule(
    "AP152", "No cell holds one of Excel's errors", severity=Severity.ERROR, because=COUNTED,
    example="“Value” holds the error “#REF!”.",
)  # fmt: skip
def error_value(case: Case) -> Iterator[Found]:
    """Type the value itself. The form needs no formulas; an error usually means that one points at a cell or file that is no longer there."""
    yield from say(case, FaultKind.ERROR_VALUE, lambda f: f"{quoted(f.column)} holds the error {quoted(f.seen)}.")


@rule(
    "AP153", "No value waits to be calculated", severity=Severity.ERROR, because=COUNTED,
    example="“Value” is a formula whose result was never saved.",
)  # fmt: skip
def not_calculated(case: Case) -> Iterator[Found]:
    """Open the file in Excel, let it calculate, and save; or type the value itself."""
    yield from say(case, FaultKind.NOT_CALCULATED, lambda f: f"{quoted(f.column)} is a formula whose result was never saved.")


@rule(
    "AP154", "Every cell stands for itself", severity=Severity.WARNING, because="A merged cell belongs to one row, and leaves the others empty.",
    example="“Theme” is merged with C5, so nothing stands in it for this row.",
)  # fmt: skip
def merged(case: Case) -> Iterator[Found]:
    """Unmerge the cells and write the value into each row. Until then it counts for the first alone."""
    yield from say(
        case, FaultKind.MERGED, lambda f: f"{quoted(f.column)} is merged with {f.expected}, so nothing stands in it for this row."
    )


@rule(
    "AP155", "Text keeps to its length", severity=Severity.NOTE, because=clauses.NOT_VOLUME,
    example="“Progress this month” has 52 words; about 40 are asked for.",
)  # fmt: skip
def too_long(case: Case) -> Iterator[Found]:
    """Shorten it if you can. Nothing is lost: the data book has it whole."""
    yield from say(case, FaultKind.TOO_LONG, lambda f: f"{quoted(f.column)} has {f.suggestion} words; about {f.expected} are asked for.")


RULES: tuple[Rule, ...] = (blank_required, not_reviewed, not_in_list, error_value, not_calculated, merged, too_long)
