"""AP130 to AP139: whether every sheet and column of a form is there, under a name that can be told, and its rows under them."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.fault import Fault, FaultKind
from ...model.problem import Severity
from ..case import Case
from ..engine import Found, Rule, rule
from .faults import faults, found, is_told_by_the_guard, meant, quoted, say

_FOUND_BY_NAME = "Sheets and columns are found by their names, wherever they stand; what cannot be found cannot reach the Board."


@rule(
    "AP130", "Every sheet of the form is there", severity=Severity.ERROR, because=_FOUND_BY_NAME,
    example="The sheet “Risks” is missing. Did you mean “Risk register”?",
)  # fmt: skip
def missing_sheet(case: Case) -> Iterator[Found]:
    """Name the sheet as the form does, or copy it back from the form. Leave it empty if there is nothing to say."""
    yield from say(case, FaultKind.MISSING_SHEET, lambda f: f"The sheet {quoted(f.expected)} is missing.{meant(f)}")


@rule(
    "AP131", "Every sheet has its own name", severity=Severity.WARNING, because=_FOUND_BY_NAME,
    example="The sheet “Milestone” was read as “Milestones”.",
)  # fmt: skip
def renamed_sheet(case: Case) -> Iterator[Found]:
    """If that is right, give the sheet its name back; if not, rename it to what it is."""
    yield from say(case, FaultKind.RENAMED_SHEET, lambda f: f"The sheet {quoted(f.seen)} was read as {quoted(f.expected)}.")


@rule(
    "AP132", "Every sheet in sight belongs to the form", severity=Severity.NOTE, because="A sender's own sheets are theirs: they are neither read nor lost.",
    example="The sheet “Workings” is not part of the form: nothing in it reaches the Board.",
)  # fmt: skip
def extra_sheet(case: Case) -> Iterator[Found]:
    """Look whether something on it should reach the Board, and put that on the sheet of the form where it belongs. If nothing on it should, take the sheet out, or leave it."""

    def sentence(fault: Fault) -> str:
        return (
            f"The {'hidden ' if fault.column else ''}sheet {quoted(fault.seen)} is not part of the form: nothing in it reaches the Board."
        )

    for fault, sender in faults(case, FaultKind.EXTRA_SHEET):
        if not (fault.column and is_told_by_the_guard(case, fault)):
            yield found(fault, sender, sentence)


@rule(
    "AP133", "Every sheet stands in the form once", severity=Severity.WARNING, because="Of two sheets, only one can be what was meant.",
    example="The sheet “Milestones (2)” is a second “Milestones”: only “Milestones” was read.",
)  # fmt: skip
def duplicate_sheet(case: Case) -> Iterator[Found]:
    """Delete the copy. If it is the copy that should count, delete the other and rename it."""

    def sentence(fault: Fault) -> str:
        differs = f", and differs from it in {fault.column}" if fault.column else ""
        return f"The sheet {quoted(fault.seen)} is a second {quoted(fault.expected)}{differs}: only {quoted(fault.suggestion)} was read."

    for kind in (FaultKind.DUPLICATE_SHEET, FaultKind.SHEETS_DIFFER):
        yield from say(case, kind, sentence)


@rule(
    "AP134", "Every column of the form is there", severity=Severity.ERROR, because=_FOUND_BY_NAME,
    example="There is no column or question “Forecast now”. Did you mean “New date”?",
)  # fmt: skip
def missing_column(case: Case) -> Iterator[Found]:
    """Write the heading as the form has it, above its cells; where it stands does not matter. Until then its cells count as not stated."""

    def sentence(fault: Fault) -> str:
        if not fault.column:
            unread = f", and the {fault.seen} rows in use were not read" if fault.seen not in ("", "0", "1") else ""
            return f"The headings here are not the form's{unread}: none of it reaches the Board. It should have: {fault.expected}."
        return f"There is no column or question {quoted(fault.expected)}.{meant(fault)}"

    yield from say(case, FaultKind.MISSING_COLUMN, sentence)


@rule(
    "AP135", "Every column has its own heading", severity=Severity.WARNING, because=_FOUND_BY_NAME,
    example="The column “Forcast now” was read as “Forecast now”.",
)  # fmt: skip
def renamed_column(case: Case) -> Iterator[Found]:
    """If that is right, give the column its heading back; if not, name it for what it is."""
    yield from say(case, FaultKind.RENAMED_COLUMN, lambda f: f"The column {quoted(f.seen)} was read as {quoted(f.expected)}.")


@rule(
    "AP136", "Every column with a heading belongs to the form", severity=Severity.WARNING, because=_FOUND_BY_NAME,
    example="The column “Confidence level” is not part of the form, and was not read. Did you mean “Confidence now”?",
)  # fmt: skip
def unknown_column(case: Case) -> Iterator[Found]:
    """If it is one of ours, give it its heading back. If it is your own, nothing in it reaches the Board: put what should into a column of the form."""
    yield from say(
        case, FaultKind.UNKNOWN_COLUMN, lambda f: f"The column {quoted(f.seen)} is not part of the form, and was not read.{meant(f)}"
    )


@rule(
    "AP137", "Every heading stands on a sheet once", severity=Severity.WARNING, because="Of two columns with one heading, only one can be what was meant.",
    example="There is a second column “Status now”: only the first was read.",
)  # fmt: skip
def duplicate_column(case: Case) -> Iterator[Found]:
    """Delete the column that should not count, or give it another heading."""
    yield from say(case, FaultKind.DUPLICATE_COLUMN, lambda f: f"There is a second column {quoted(f.expected)}: only the first was read.")


@rule(
    "AP138", "What should reach the Board stands in the table", severity=Severity.WARNING, because="A note or a heading is not a row, and has no place in the pack.",
    example="There is a note here, which is no row of the table: “Figures to be confirmed by finance.”.",
)  # fmt: skip
def text_below_table(case: Case) -> Iterator[Found]:
    """If the Board should read it, put it into a cell of the row or the question it is about. If it is a note to the secretariat, nothing has to be done."""
    yield from say(case, FaultKind.TEXT_BELOW_TABLE, lambda f: f"There is a note here, which is no row of the table: {quoted(f.seen)}.")

    def beside(fault: Fault) -> str:
        more = f" So do {fault.suggestion} more, down to {fault.expected}." if fault.expected else ""
        if fault.column:
            return f"Words stand in {fault.column}, and do not reach the Board: {quoted(fault.seen)}.{more}"
        return f"Words stand here in no cell of the form, and do not reach the Board: {quoted(fault.seen)}.{more}"

    for fault, sender in faults(case, FaultKind.NO_PLACE):
        if not (fault.column and is_told_by_the_guard(case, fault)):
            yield found(fault, sender, beside)


@rule(
    "AP139", "Every row stands on its own sheet, under the form's headings", severity=Severity.ERROR, because=_FOUND_BY_NAME,
    example="Rows 5 to 9 belong on “Risks” by their IDs: they were not read, and do not reach the Board.",
)  # fmt: skip
def rows_apart(case: Case) -> Iterator[Found]:
    """Move the rows to where they belong: each value under the heading of the form that asks for it, each row with the next free ID of the form. A table of your own that is not for the Board may be taken out."""
    for fault, sender in faults(case, FaultKind.ROWS_APART):
        yield found(fault, sender, _apart, HEADINGS_BACK if fault.column else "")
    for fault, sender in faults(case, FaultKind.SECOND_TABLE):
        if fault.seen:
            yield found(fault, sender, _of_another_month, ONE_MONTH)


HEADINGS_BACK = (
    "Put the form's own headings back, from last month's return or a new form (`pack forms`), and move what the Board should have under them: each value "
    "under the heading that asks for it, each row with the next free ID of the form. A register of your own that is not for the Board may be taken out."
)
ONE_MONTH = "Take that month's table out: each month is sent in a return of its own. If it is this month's after all, correct the month in its title."


def _of_another_month(fault: Fault) -> str:
    named, left_out = _rows_left_out(fault)
    return f"Two tables stand on this sheet with the same IDs, and one is of {fault.seen}. {named}, which are of that month: {left_out}."


def _apart(fault: Fault) -> str:
    rows = fault.expected.split()
    named, left_out = _rows_left_out(fault)
    if fault.suggestion:
        return f"{named} {'belongs' if len(rows) == 1 else 'belong'} on {quoted(fault.suggestion)} by {'its ID' if len(rows) == 1 else 'their IDs'}: {left_out}."
    if fault.column:
        return (
            f"Headings that are not the form's stand over its own here, beginning with {quoted(fault.column)}. {named} beneath: {left_out}."
        )
    if fault.seen:
        return f"Another table begins here with {quoted(fault.seen)}, under headings that are not the form's. {named}: {left_out}."
    return f"{named} {'does' if len(rows) == 1 else 'do'} not fit the headings above: {left_out}."


def _rows_left_out(fault: Fault) -> tuple[str, str]:
    rows = fault.expected.split()
    if len(rows) == 1:
        return f"Row {rows[0]}", "it was not read, and does not reach the Board"
    return f"Rows {rows[0]} to {rows[-1]}", "they were not read, and do not reach the Board"


RULES: tuple[Rule, ...] = (
    missing_sheet, renamed_sheet, extra_sheet, duplicate_sheet, missing_column, renamed_column, unknown_column, duplicate_column, text_below_table, rows_apart,
)  # fmt: skip
