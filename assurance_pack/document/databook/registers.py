"""Every register of every return, whole, for the data book: one sheet a register, one row a row, with where it came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from ...assess.small_numbers import IN_QUESTION
from ...assess.status import reported_status
from ...english import many
from ...meanings import ThisMonth
from ...model import Month, Word, day
from ...returns import RETURNS, SHEETS
from ...returns.partner import Concern
from ...returns.voice import Voice
from ...returns.workspace import Milestone, Risk
from ...rules.case import Case
from ...schema import Review, Row, columns
from ...schema.column import Column, ColumnKind
from ...senders import sender_name
from ...settings import Settings
from ..blocks.book import BookColumn, BookSheet

Value = str | float | int | date | None

KINDS = {ColumnKind.DATE: "date", ColumnKind.WHOLE: "whole", ColumnKind.NUMBER: "number"}
NOT_REVIEWED = "Not reviewed"
WIDEST = 60.0


def registers(case: Case) -> Iterator[BookSheet]:
    """One sheet for each register of each kind of return, in the order of the declarations, empty ones too."""
    names = Counter(cls.sheet_title for cls in SHEETS.values())
    for cls in SHEETS.values():
        sent_by = [kind.plural for kind in RETURNS if cls in kind.sheets]
        alone = names[cls.sheet_title] == 1 or len(sent_by) != 1
        title = cls.sheet_title if alone else f"{cls.sheet_title} ({sent_by[0]})"
        yield _register(title, cls, case)


def _register(title: str, cls: type[Row], case: Case) -> BookSheet:
    rows = (*case.returns.only(cls), *case.returns.doubled(cls))
    declared = tuple(c for c in columns(cls) if c.name != "this_month")
    reviewed = any(c.name == "this_month" for c in columns(cls))
    extra = _worked_out(cls)
    about = " ".join((cls.__doc__ or "").split("\n\n")[0].split())
    return BookSheet(
        title=title,
        about=f"{about} {len(rows)} read in {case.month.name}.{_said_of_doubles(rows)}",
        columns=(
            BookColumn("Return", width=30),
            *((BookColumn("This month", width=16),) if reviewed else ()),
            *(_column(c) for c in declared),
            *(BookColumn(heading, "whole" if heading.startswith("Score") else "text", 14) for heading in extra),
            BookColumn("Brought forward from", width=34),
            BookColumn("File", width=34),
            BookColumn("Sheet", width=16),
            BookColumn("Cell", width=8),
        ),
        rows=tuple(_row_as_sent(row, declared, reviewed, case) for row in rows),
    )


def _said_of_doubles(rows: Sequence[Row]) -> str:
    twice = sum(row.doubled for row in rows)
    return (
        f" {many(twice, 'row').capitalize()} at the end {'is' if twice == 1 else 'are'} of an item that stands above, and count nowhere."
        if twice
        else ""
    )


def _column(column: Column) -> BookColumn:
    return BookColumn(column.heading, KINDS.get(column.kind, "text"), min(WIDEST, max(12.0, column.width)))  # type: ignore[arg-type]  # the map's values are its kinds


def _reviewed(row: Row, settings: Settings) -> str:
    """What was said of the row this month, in the word of the form."""
    if row.review is None:
        return ""
    return NOT_REVIEWED if row.review is Review.NOT_REVIEWED else settings.printed(ThisMonth(row.review.value))


def _row_as_sent(row: Row, declared: tuple[Column, ...], reviewed: bool, case: Case) -> tuple[Value, ...]:
    forward = "; ".join(str(cell) for cell in sorted(set(row.carried.values()), key=lambda c: c.order))
    return (
        sender_name(row.sender, case.settings),
        *((_reviewed(row, case.settings),) if reviewed else ()),
        *(_as_kept(row, c) for c in declared),
        *_extra(row, case),
        forward,
        row.at.file,
        row.at.sheet,
        row.at.ref,
    )


def _as_kept(row: Row, column: Column) -> Value:
    """A value as the data book holds it; one in question is marked so, and left out where it counts nowhere."""
    kept = row.suppressed.get(column.name, value(getattr(row, column.name)))
    if not row.in_question(column.name):
        return kept
    return IN_QUESTION if kept is None else f"{kept:%d/%m/%Y} {IN_QUESTION}" if isinstance(kept, date) else f"{kept} {IN_QUESTION}"


def value(found: object) -> Value:
    """A value as the data book holds it: dates and numbers as such, words as printed, several with semicolons between."""
    match found:
        case None:
            return None
        case Word():
            return found.text
        case Month():
            return found.name
        case date() | int() | float() | str():
            return found
        case tuple():
            return "; ".join(day(one) if isinstance(one, date) else str(one) for one in found)
        case _:
            return str(found)


# ---------- what is worked out from a row ----------


def _worked_out(cls: type[Row]) -> tuple[str, ...]:
    """The headings of what the pack works out from a row, set beside it."""
    if issubclass(cls, Risk):
        return ("Score now", "Score inherent", "Score target", "Band now")
    return {Milestone: ("Status printed",), Voice: ("ID",), Concern: ("ID",)}.get(cls, ())


def _extra(row: Row, case: Case) -> tuple[Value, ...]:
    if isinstance(row, Risk):
        return (row.score, row.inherent, row.target, case.settings.band(row.score) if row.score else "")
    if isinstance(row, Milestone):
        printed = reported_status(case.returns, row).printed
        return (printed.text if printed else IN_QUESTION if row.in_question("status") else "Not stated",)
    return (row.id,) if isinstance(row, Voice | Concern) else ()
