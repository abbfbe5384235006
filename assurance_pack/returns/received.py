"""What came in for a month: the rows in hand, what became of each return expected, and what could not be read."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar, cast

from ..model import Cell, Frozen, Month, Sender
from ..model.fault import Fault, FaultKind
from ..schema import Row, column_of

R = TypeVar("R", bound=Row)
REMARKS = frozenset({
    FaultKind.STRUCK_OUT, FaultKind.OUT_OF_SIGHT, FaultKind.BESIDE_THE_BOXES, FaultKind.OTHER_SCRIPT, FaultKind.MISTYPED_ID,
    FaultKind.ID_GIVEN, FaultKind.PICTURE, FaultKind.NO_PLACE,
})  # fmt: skip
"""What the reader remarks on and reads all the same: the value stands, and rules look at it as at any other."""
GARBLED = frozenset({
    FaultKind.NOT_A_DATE, FaultKind.IMPOSSIBLE_DATE, FaultKind.US_DATE, FaultKind.NOT_A_NUMBER, FaultKind.NOT_WHOLE, FaultKind.OUT_OF_RANGE,
    FaultKind.NOT_IN_LIST, FaultKind.NOT_AN_ID, FaultKind.ERROR_VALUE, FaultKind.NOT_CALCULATED,
})  # fmt: skip
"""Something was typed, and cannot be read. A blank, a word that only puts off, a date to be confirmed and a cell under a merge say nothing."""


class ReceiptState(StrEnum):
    """What became of a return."""

    RECEIVED = "received"
    NIL = "nil"
    """Sent, saying “nothing this month”: a normal return."""
    MISSING = "missing"
    NOT_FILLED_IN = "not filled in"
    SUPERSEDED = "superseded"
    """Replaced by a later version of the same return."""
    IDENTICAL = "identical copy"
    REFUSED = "could not be read"
    SET_ASIDE = "set aside"
    """Readable, but for another month or not a return of ours."""


class Receipt(Frozen):
    """One line of the returns register. `sender` is `NOT_TOLD` where a file could not be told."""

    sender: Sender
    kind: str
    state: ReceiptState
    file: str = ""
    sha256: str = ""
    received: date | None = None
    due: date | None = None
    days_late: int | None = None
    note: str = ""

    @property
    def counts(self) -> bool:
        """Whether the Board has what this return should say."""
        return self.state in (ReceiptState.RECEIVED, ReceiptState.NIL)


class RowsBySheet(Sequence[Row]):
    """Rows that are found by sheet and ID without going through all of them: those of an earlier month, of which few are asked for."""

    @abstractmethod
    def of(self, kind: type[R]) -> Iterator[R]:
        """The rows of a sheet, and of those that extend it."""

    @abstractmethod
    def find(self, kind: type[R], ref: str) -> R | None:
        """The first row of a sheet, or of one that extends it, with this ID, of those that count."""

    @abstractmethod
    def ids(self, kind: type[Row]) -> Iterator[str]:
        """The IDs of the rows of a sheet, and of those that extend it."""

    @abstractmethod
    def senders(self, kind: type[Row]) -> Iterator[Sender]:
        """Whose rows stand on a sheet, and on those that extend it."""

    @abstractmethod
    def hides(self, kind: type[Row]) -> bool:
        """Whether a count of a row of a sheet, or of one that extends it, was too small to be kept."""


@dataclass(frozen=True)
class Returns:
    """The month as received. Rows keep their cells; nothing here computes."""

    month: Month
    rows: Sequence[Row] = ()
    receipts: tuple[Receipt, ...] = field(default_factory=tuple)
    faults: tuple[Fault, ...] = field(default_factory=tuple)

    def of(self, kind: type[R], sender: Sender | None = None) -> tuple[R, ...]:
        """The rows of one sheet (RDG's programme risks are risks too), from everyone or from one sender; each item once."""
        rows = cast("tuple[R, ...]", self._by_sheet.get(kind))
        if rows is None:
            rows = self._by_sheet[kind] = tuple(r for r in self.among(kind) if isinstance(r, kind) and not r.doubled)
        return tuple(r for r in rows if r.sender == sender) if sender else rows

    @cached_property
    def _by_sheet(self) -> dict[type[Row], tuple[Any, ...]]:
        """The rows of each sheet that was asked for: the rules ask for the same ones over and over."""
        return {}

    def only(self, kind: type[R]) -> tuple[R, ...]:
        """The rows of exactly one sheet, without those of sheets that extend it; each item once."""
        return tuple(r for r in self.among(kind) if type(r) is kind and not r.doubled)

    def doubled(self, kind: type[R]) -> tuple[R, ...]:
        """The rows of exactly one sheet whose item stands in another row: kept, and counted nowhere."""
        return tuple(r for r in self.among(kind) if type(r) is kind and r.doubled)

    def among(self, kind: type[R]) -> Iterable[Row]:
        """Rows among which are all of this sheet."""
        return self.of_a_record.of(kind) if self.of_a_record is not None else self.rows

    def find(self, kind: type[R], ref: str | None) -> R | None:
        """The row of a sheet, or of one that extends it, with this ID; the first, where an ID stands twice.

        By sheet, because an answer of RDG carries the ID of what it answers, and must not be taken for it.
        """
        if not ref:
            return None
        if self.of_a_record is not None:
            return self.of_a_record.find(kind, ref)
        return cast("R | None", self._found.get((kind, ref)))

    @cached_property
    def of_a_record(self) -> RowsBySheet | None:
        """The rows, where they are those of a record and found without going through all of them."""
        return self.rows if isinstance(self.rows, RowsBySheet) else None

    @cached_property
    def _found(self) -> dict[tuple[type[Row], str], Row]:
        found: dict[tuple[type[Row], str], Row] = {}
        for row in self.rows:
            given = row.id_for_life
            if given and not row.doubled:
                for kind in type(row).__mro__[: type(row).__mro__.index(Row) + 1]:
                    found.setdefault((kind, given), row)
        return found

    def ids(self, kind: type[Row] = Row) -> Iterator[str]:
        """The IDs of the rows of a sheet, and of those that extend it, or of all; without looking further into them."""
        if self.of_a_record is not None:
            return self.of_a_record.ids(kind)
        return (given for row in self.rows if isinstance(row, kind) and (given := row.id_for_life))

    def senders(self, kind: type[Row] = Row) -> frozenset[Sender]:
        """Whose rows stand on a sheet, and on those that extend it, or on any; without looking further into them."""
        if self.of_a_record is not None:
            return frozenset(self.of_a_record.senders(kind))
        return frozenset(row.sender for row in self.rows if isinstance(row, kind))

    def hides(self, kind: type[Row]) -> bool:
        """Whether a count of a row of a sheet was too small to be kept; without looking further into the rows."""
        return self.of_a_record.hides(kind) if self.of_a_record is not None else any(row.suppressed for row in self.of(kind))

    @cached_property
    def by_id(self) -> dict[str, Row]:
        """Rows by their ID for life; the first, where an ID stands twice (a problem says so)."""
        found: dict[str, Row] = {}
        for row in self.rows:
            given = row.id_for_life
            if given and not row.doubled:
                found.setdefault(given, row)
        return found

    def receipt(self, sender: Sender) -> Receipt | None:
        """The line of the register that counts for one sender."""
        lines = [r for r in self.receipts if r.sender == sender]
        return next((r for r in lines if r.counts), lines[0] if lines else None)

    def lacks(self, kind: type[Row], sender: Sender, *names: str) -> bool:
        """Whether the return of a sender came without this sheet of its form, or without one of these columns of it: then what would stand there is not known."""
        lost = self.lost(kind, sender)
        return kind.sheet_title in lost or not lost.isdisjoint(column_of(kind, name).heading for name in names)

    def lost(self, kind: type[Row], sender: Sender) -> frozenset[str]:
        """What a return came without: the title of this sheet, or the headings of columns of it."""
        receipt, title = self.receipt(sender), kind.sheet_title
        if receipt is None:
            return frozenset()
        here = [f for f in self.faults if f.cell.file == receipt.file and title in (f.expected, f.cell.sheet)]
        return frozenset(
            title if f.kind is FaultKind.MISSING_SHEET else f.column
            for f in here
            if f.kind is FaultKind.MISSING_SHEET or (f.kind is FaultKind.MISSING_COLUMN and f.column)
        )

    @property
    def missing(self) -> tuple[Receipt, ...]:
        """Returns expected and not in hand: missing, not filled in, or unreadable."""
        return tuple(r for r in self.receipts if r.sender and not r.counts and r is self.receipt(r.sender))

    @cached_property
    def in_two_versions(self) -> tuple[Sender, ...]:
        """Whose returns came in two files that differ, or with a sheet twice that does, in the order of the register."""
        asked = {f.cell.file for f in self.faults if f.kind in (FaultKind.TWO_VERSIONS, FaultKind.SHEETS_DIFFER)}
        return tuple(dict.fromkeys(r.sender for r in self.receipts if r.file in asked and r.sender))

    @cached_property
    def in_another_version(self) -> frozenset[str]:
        """The IDs that stand only in a file that does not count: which of two files counts is a question, and what the other names is not nothing."""
        kinds = (FaultKind.TWO_VERSIONS, FaultKind.WITHOUT_IDENTITY)
        return frozenset(ref.casefold() for f in self.faults if f.kind in kinds for ref in f.row.split())

    @cached_property
    def faulted(self) -> frozenset[Cell]:
        """Cells the reader could not take as they stand, and those proved wrong: no rule makes anything of them."""
        return frozenset(f.cell for f in self.faults if f.kind not in REMARKS) | self.questioned

    @cached_property
    def pictured(self) -> frozenset[str]:
        """The files in which a picture stands, or a document put in as an object: what it says could not be read."""
        return frozenset(f.cell.file for f in self.faults if f.kind is FaultKind.PICTURE)

    @cached_property
    def said_elsewhere(self) -> dict[Cell, str]:
        """The cells for somebody's own words that say only that they stand elsewhere or come later, with what stands there."""
        return {f.cell: f.seen for f in self.faults if f.kind is FaultKind.SAID_ELSEWHERE}

    @cached_property
    def unreadable(self) -> frozenset[Cell]:
        """Cells in which something stands that could not be read as it is: not blank, and nothing may be made of their being empty."""
        return frozenset(f.cell for f in self.faults if f.kind is not FaultKind.BLANK_REQUIRED and f.kind not in REMARKS) | self.questioned

    @cached_property
    def garbled(self) -> frozenset[Cell]:
        """Cells in which something was typed that cannot be read, or of several IDs not all."""
        return frozenset(f.cell for f in self.faults if f.kind in GARBLED)

    @cached_property
    def unset(self) -> frozenset[Cell]:
        """Cells that are asked for and say nothing: blank, or to be confirmed."""
        return frozenset(f.cell for f in self.faults if f.kind in (FaultKind.BLANK_REQUIRED, FaultKind.DATE_TO_BE_CONFIRMED))

    @cached_property
    def questioned(self) -> frozenset[Cell]:
        """Cells whose value a rule has proved wrong: it counts as not stated, and prints as “[q]”."""
        return frozenset(row.cell(name) for row in self.rows for name in row.questioned)

    def with_rows(self, rows: Iterable[Row]) -> "Returns":
        """The same month with other rows."""
        return replace(self, rows=tuple(rows))


def latest(months: Iterable[Returns], kind: type[R], says: Callable[[R], object] = lambda row: True) -> dict[str, R]:
    """Every item of a sheet by its ID, as it last stood, in the order in which the items first stood; months earliest first.

    `says` tells the rows that are meant, such as those with an answer. Of an earlier month only the rows are read that no later month has.
    """
    found: dict[str, R] = {}
    order: dict[str, None] = {}
    for returns in reversed(tuple(months)):
        if returns.of_a_record is not None:
            here = dict.fromkeys(returns.ids(kind))
            new = (returns.find(kind, ref) for ref in here if ref not in found)
            found |= {row.ref: row for row in new if row is not None and says(row)}
        else:
            theirs = {row.ref: row for row in returns.of(kind) if says(row)}
            here, found = dict.fromkeys(theirs), theirs | found
        order = here | order
    return {ref: found[ref] for ref in order if ref in found}
