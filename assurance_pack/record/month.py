"""The record of a month: every row with the file, sheet and cell of every value, enough to rebuild the pack without the inputs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any, Literal

from pydantic import Field

from ..model import Frozen, Month
from ..model.fault import Fault
from ..model.problem import Problem, Waiver
from ..returns import SHEETS, sheet_key
from ..returns.received import Receipt, Returns
from ..schema import Row
from ..settings import Settings
from .rows_as_kept import RowsAsKept
from .sheets_as_kept import SheetsAsKept

FORMAT = 1


class Record(Frozen):
    """One month, frozen.

    `rows` are by sheet key, in the order read; `figures` are the numbers the Board saw, by name; `printed` says in which
    sections each item stands; `compared_with` names the months whose records this pack was measured against. `small_counts_out`: counts the
    pack suppresses are not in it (`assess.shown_counts`); records of an earlier version of `pack` hold them.
    """

    format: int = FORMAT
    month: Month
    meeting: date | None = None
    position: date
    version: str = "1.0"
    state: Literal["built", "sealed"] = "built"
    reconstructed: bool = False
    small_counts_out: bool = False
    compared_with: tuple[str, ...] = ()
    settings: Settings
    receipts: tuple[Receipt, ...] = ()
    faults: tuple[Fault, ...] = ()
    rows: dict[str, tuple[dict[str, Any], ...]] = Field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    waived: tuple[Problem, ...] = ()
    expired_waivers: tuple[Waiver, ...] = ()
    unused_waivers: tuple[Waiver, ...] = ()
    figures: dict[str, str | int | float | None] = Field(default_factory=dict)
    printed: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    def with_rows(self, rows: Mapping[str, tuple[dict[str, Any], ...]]) -> "Record":
        """The same record with other rows, of which no count is to be suppressed any more."""
        other = self.model_copy(update={"rows": rows, "small_counts_out": True})
        other.__dict__.pop("returns", None)  # a copy takes what was worked out with it
        return other

    @cached_property
    def returns(self) -> Returns:
        """The month's rows, as they were read; of a record read as far as it is asked for, each is made when it is."""
        kept: object = self.rows
        if isinstance(kept, SheetsAsKept):
            return ReturnsAsKept(self.month, RowsAsKept(kept), lambda: (self.receipts, self.faults))
        rows = tuple(SHEETS[key].model_validate(values) for key, lines in self.rows.items() for values in lines)
        return Returns(self.month, rows, self.receipts, self.faults)


class ReturnsAsKept(Returns):
    """The rows of a record, its register and its faults, each read when it is asked for."""

    def __init__(self, month: Month, rows: RowsAsKept, register: Callable[[], tuple[tuple[Receipt, ...], tuple[Fault, ...]]]) -> None:
        """`register` gives the lines of the register and what could not be read."""
        for name, value in (("month", month), ("rows", rows), ("_register", register)):
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> Any:
        """What is read only now."""
        if name not in ("receipts", "faults"):
            raise AttributeError(name)
        receipts, faults = self._register()
        self.__dict__.update(receipts=receipts, faults=faults)
        return self.__dict__[name]

    def with_rows(self, rows: Iterable[Row]) -> Returns:
        """The same month with other rows."""
        return Returns(self.month, tuple(rows), self.receipts, self.faults)


class RowsToKeep(Mapping[str, Iterable[dict[str, Any]]]):
    """Rows as a record keeps them, by sheet; each is frozen when it is come to, what is stated alone."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Tell the sheets apart."""
        self._rows: dict[str, list[Row]] = {}
        for row in rows:
            self._rows.setdefault(sheet_key(type(row)), []).append(row)

    def __getitem__(self, key: str) -> Iterable[dict[str, Any]]:
        """The rows of a sheet."""
        return (row.model_dump(mode="json", exclude_none=True) for row in self._rows[key])

    def __iter__(self) -> Iterator[str]:
        """The keys of the sheets, in order."""
        return iter(sorted(self._rows))

    def __len__(self) -> int:
        """How many sheets have rows."""
        return len(self._rows)


def frozen_rows(rows: Iterable[Row]) -> dict[str, tuple[dict[str, Any], ...]]:
    """Rows as a record keeps them: by sheet, what is stated alone."""
    return {key: tuple(lines) for key, lines in RowsToKeep(rows).items()}
