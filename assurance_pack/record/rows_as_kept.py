"""The rows of a record, each made when it is asked for: a hundred earlier months are opened each time, and most of what they hold is not looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import chain
from typing import Any, TypeVar

from pydantic import ValidationError

from ..model import Sender
from ..returns import SHEETS
from ..returns.received import RowsBySheet
from ..schema import Row
from .laid_out import works_out_its_id
from .sheets_as_kept import SheetsAsKept, Span

R = TypeVar("R", bound=Row)
_ONE_BY_ONE = 4
"""So many IDs of a sheet are looked for before all of them are noted."""


class RowsAsKept(RowsBySheet):
    """The rows of a record, each made when somebody first asks for it."""

    def __init__(self, sheets: SheetsAsKept) -> None:
        """Keep the texts; nothing is read yet."""
        self._sheets = sheets
        self._made: dict[tuple[str, int], Row] = {}
        self._places: dict[str, dict[str, Span]] = {}
        self._asked: dict[str, dict[str, Span | None]] = {}

    def of(self, kind: type[R]) -> Iterator[R]:
        """The rows of a sheet, and of those that extend it."""
        return chain.from_iterable(map(self._rows, self._keys(kind)))  # type: ignore[arg-type]  # the keys are those of the kind

    def find(self, kind: type[R], ref: str) -> R | None:
        """The first row of a sheet, or of one that extends it, with this ID, of those that count."""
        for key in self._keys(kind):
            row = self._found(key, ref)
            if row is not None:
                return self._row(key, row)  # type: ignore[return-value]  # the key is that of the kind
        return None

    def ids(self, kind: type[Row]) -> Iterator[str]:
        """The IDs of the rows of a sheet, and of those that extend it."""
        return chain.from_iterable(map(self._ids, self._keys(kind)))

    def senders(self, kind: type[Row]) -> Iterator[Sender]:
        """Whose rows stand on a sheet, and on those that extend it."""
        return chain.from_iterable(map(self._sheets.senders, self._keys(kind)))

    def hides(self, kind: type[Row]) -> bool:
        """Whether a count of a row of a sheet, or of one that extends it, was too small to be kept."""
        return any(map(self._sheets.hides, self._keys(kind)))

    def __iter__(self) -> Iterator[Row]:
        """All rows, by sheet."""
        return self.of(Row)

    def __len__(self) -> int:
        """How many rows there are."""
        return sum(len(self._sheets.rows(key)) for key in self._sheets)

    @cached_property
    def _whole(self) -> tuple[Row, ...]:
        return tuple(self)

    def __getitem__(self, at: Any) -> Any:
        """A row, or rows, by number."""
        return self._whole[at]

    def _keys(self, kind: type[Row]) -> Iterator[str]:
        return (key for key in _keys_of(kind) if key in self._sheets)

    def _found(self, key: str, ref: str) -> Span | None:
        """The first row of a sheet with an ID, of those that count. The first few IDs of a sheet are looked for one by one."""
        asked = self._asked.setdefault(key, {})
        if ref not in asked:
            noted = len(asked) >= _ONE_BY_ONE or not _states_its_id(key)
            asked[ref] = self._by_id(key).get(ref) if noted else self._sheets.find(key, ref)
        return asked[ref]

    def _by_id(self, key: str) -> dict[str, Span]:
        """By the IDs of a sheet, the first row that counts."""
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = {}
            for row, ref in zip(self._sheets.rows(key), self._that_count(key), strict=False):  # none, of a sheet without IDs
                if ref:
                    found.setdefault(ref, row)
        return found

    def _that_count(self, key: str) -> Iterator[str]:
        """The ID of each row of a sheet; empty where it has none, or its item stands in another row that counts."""
        if _states_its_id(key):
            return iter(self._sheets.ids_that_count(key))
        return ("" if row.doubled else _id_of(row) for row in self._with_ids(key))

    def _ids(self, key: str) -> Iterable[str]:
        """The IDs of a sheet."""
        if _states_its_id(key):
            return self._sheets.ids(key)
        return self._sheets.ids_told(key) or filter(None, map(_id_of, self._with_ids(key)))

    def _with_ids(self, key: str) -> Iterable[Row]:
        """The rows of a sheet whose IDs are worked out of what else stands in them; none of a sheet without IDs."""
        return self._rows(key) if works_out_its_id(key) else ()

    def _rows(self, key: str) -> Iterator[Row]:
        return (self._row(key, row) for row in self._sheets.rows(key))

    def _row(self, key: str, lies: Span) -> Row:
        row = self._made.get((key, lies[0]))
        if row is None:
            try:
                row = SHEETS[key].model_validate_json(b"{%b}" % self._sheets.text(key, lies))
            except ValidationError:
                raise self._sheets.damaged() from None
            self._made[key, lies[0]] = row
        return row


@cache
def _keys_of(kind: type[Row]) -> tuple[str, ...]:
    """The keys of a sheet and of those that extend it, in the order of a record."""
    return tuple(sorted(key for key, cls in SHEETS.items() if issubclass(cls, kind)))


@cache
def _states_its_id(key: str) -> bool:
    """Whether the rows of a sheet hold their IDs; others have one that is worked out of what else stands in the row, or none."""
    return "id" in SHEETS[key].model_fields


def _id_of(row: Row) -> str:
    return str(row.id_for_life or "")
