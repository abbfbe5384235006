"""A record read as far as it is asked for: a hundred earlier months are opened each time, and most of what they hold is not looked at.

It is done only with bytes whose fingerprint stands, which are as `store.as_bytes` wrote them: keys in order, one blank of indent a level. What
is laid out otherwise is not taken, and read whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json

from ..returns import SHEETS, sheet_key
from ..returns.received import RowsBySheet
from ..schema import Row
from ..settings import Settings

R = TypeVar("R", bound=Row)
Place = tuple[bytes, int, int]
_ROWS, _SETTINGS, _END = b'\n "rows": {', b'\n },\n "settings": {', b"\n },"
_SHEET, _FIRST_ROW, _BETWEEN, _LAST_ROW = b'\n  "', b'": [\n   {', b"\n   },\n   {", b"\n   }\n  ]"
_NEXT_ROW = re.compile(re.escape(_BETWEEN))
_HIDDEN = b'\n    "suppressed": {\n'
_ID, _DOUBLED = re.compile(rb'\n    "id": ([^\n]*)'), b'\n    "doubled": true'


class LaidOutOtherwise(Exception):
    """The bytes are not laid out as `store.as_bytes` lays them out."""


class SheetsAsKept(Mapping[str, tuple[dict[str, Any], ...]]):
    """What `Record.rows` holds, with the rows of each sheet as text until they are asked for.

    `places` say by its key where the rows of a sheet lie, run together: in which bytes, from where and up to where; nothing of them is copied
    before it is asked for. `damaged` makes what is raised for a row that no sheet knows.
    """

    def __init__(self, places: Mapping[str, Place], damaged: Callable[[], Exception]) -> None:
        """Keep the places."""
        self.damaged = damaged
        self._places = places
        self._apart: dict[str, list[tuple[int, int]]] = {}
        self._ids: dict[str, tuple[str, ...]] = {}

    def rows(self, key: str) -> list[tuple[int, int]]:
        """Where the text of each row of a sheet begins and ends, without its brackets."""
        found = self._apart.get(key)
        if found is None:
            data, begin, end = self._places[key]
            between = [here.span() for here in _NEXT_ROW.finditer(data, begin, end)]
            found = self._apart[key] = list(zip((begin, *(b for _, b in between)), (*(a for a, _ in between), end), strict=True))
        return found

    def text(self, key: str, number: int) -> bytes:
        """The text of one row of a sheet."""
        begin, end = self.rows(key)[number]
        return self._places[key][0][begin:end]

    def texts(self, key: str) -> list[bytes]:
        """The text of each row of a sheet."""
        return [self._places[key][0][begin:end] for begin, end in self.rows(key)]

    def ids(self, key: str) -> tuple[str, ...]:
        """The IDs that the rows of a sheet state, in order; no row is told from the next for it."""
        found = self._ids.get(key)
        if found is None:
            found = self._ids[key] = tuple(map(_named, _ID.findall(*self._places[key])))
        return found

    def id_that_counts(self, key: str, number: int) -> str:
        """The ID that a row states, where its item does not stand in another row that counts; else it is empty."""
        data, (begin, end) = self._places[key][0], self.rows(key)[number]
        stated = _ID.search(data, begin, end)
        return _named(stated[1]) if stated and data.find(_DOUBLED, begin, end) == -1 else ""

    def hides(self, key: str) -> bool:
        """Whether a row of a sheet names a count that was too small to be kept."""
        data, begin, end = self._places[key]
        return data.find(_HIDDEN, begin, end) != -1

    def __getitem__(self, key: str) -> tuple[dict[str, Any], ...]:
        """The rows of a sheet."""
        return tuple(from_json(b"{%b}" % text) for text in self.texts(key))

    def __contains__(self, key: object) -> bool:
        """Whether a sheet has rows; none is read for it."""
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        """The keys of the sheets, in order."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many sheets have rows."""
        return len(self._places)

    def instead(self, rows: Sequence[Row]) -> SheetsAsKept:
        """The same with these rows, all of one sheet, in the place of those of their sheet."""
        together = _BETWEEN.join(map(_text, rows))
        return SheetsAsKept({**self._places, sheet_key(type(rows[0])): (together, 0, len(together))}, self.damaged)


def _text(row: Row) -> bytes:
    """A row as `store.as_bytes` lays it out within a record, without its brackets."""
    said = json.dumps(row.model_dump(mode="json", exclude_none=True), ensure_ascii=False, sort_keys=True, indent=1)
    return said.replace("\n", "\n   ").encode().removeprefix(b"{").removesuffix(b"\n   }")


def apart(data: bytes, damaged: Callable[[], Exception]) -> tuple[dict[str, Any], SheetsAsKept]:
    """What a record says but for its rows, its settings made; and its rows.

    Raises:
        LaidOutOtherwise: they cannot be told apart.
        ValueError: the rest is no JSON, or its settings are none.
    """
    rows = data.find(_ROWS)
    settings = data.rfind(_SETTINGS)  # they stand there once and follow the rows: the way from the end is the shorter
    end = data.find(_END, settings + len(_SETTINGS))
    if -1 in (rows, settings, end) or settings < rows:
        raise LaidOutOtherwise
    sheets = SheetsAsKept(dict(_sheets(data, rows + len(_ROWS), settings)), damaged)
    said: dict[str, Any] = from_json(data[:rows] + b'"settings":{}' + data[end + len(b"\n }") :])
    return {**said, "settings": _settings(data[settings + len(_SETTINGS) - 1 : end + len(b"\n }")])}, sheets


@lru_cache(maxsize=8)
def _settings(text: bytes) -> Settings:
    """The settings of a month: more often than not they are those of the month before."""
    return Settings.model_validate(from_json(text))


def _sheets(data: bytes, begin: int, end: int) -> Iterator[tuple[str, Place]]:
    """The key of each sheet with the place of its rows, run together as they lie between the brackets of the first and the last."""
    while (last := data.find(_LAST_ROW, begin, end)) != -1:
        first = data.find(_FIRST_ROW, begin, last)
        key = data[begin:first].removeprefix(b",").removeprefix(_SHEET).decode()
        if first == -1 or key not in SHEETS:
            raise LaidOutOtherwise
        yield key, (data, first + len(_FIRST_ROW), last)
        begin = last + len(_LAST_ROW)
    if begin != end:
        raise LaidOutOtherwise


class RowsAsKept(RowsBySheet):
    """The rows of a record, each made when somebody first asks for it."""

    def __init__(self, sheets: SheetsAsKept) -> None:
        """Keep the texts; nothing is read yet."""
        self._sheets = sheets
        self._made: dict[tuple[str, int], Row] = {}
        self._places: dict[str, dict[str, int]] = {}

    def of(self, kind: type[R]) -> Iterator[R]:
        """The rows of a sheet, and of those that extend it."""
        return chain.from_iterable(map(self._rows, self._keys(kind)))  # type: ignore[arg-type]  # the keys are those of the kind

    def find(self, kind: type[R], ref: str) -> R | None:
        """The first row of a sheet, or of one that extends it, with this ID, of those that count."""
        for key in self._keys(kind):
            number = self._by_id(key).get(ref)
            if number is not None:
                return self._row(key, number)  # type: ignore[return-value]  # the key is that of the kind
        return None

    def ids(self, kind: type[Row]) -> Iterator[str]:
        """The IDs of the rows of a sheet, and of those that extend it."""
        return chain.from_iterable(map(self._ids, self._keys(kind)))

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

    def _by_id(self, key: str) -> dict[str, int]:
        """By the IDs of a sheet, the number of the first row that counts."""
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = {}
            for number, ref in enumerate(self._that_count(key)):
                if ref:
                    found.setdefault(ref, number)
        return found

    def _that_count(self, key: str) -> Iterator[str]:
        """The ID of each row of a sheet; empty where it has none, or its item stands in another row that counts."""
        if _states_its_id(key):
            return (self._sheets.id_that_counts(key, number) for number in range(len(self._sheets.rows(key))))
        return ("" if row.doubled else _id_of(row) for row in self._with_ids(key))

    def _ids(self, key: str) -> Iterable[str]:
        """The IDs of a sheet."""
        if _states_its_id(key):
            return self._sheets.ids(key)
        return filter(None, map(_id_of, self._with_ids(key)))

    def _with_ids(self, key: str) -> Iterable[Row]:
        """The rows of a sheet whose IDs are worked out of what else stands in them; none of a sheet without IDs."""
        return self._rows(key) if hasattr(SHEETS[key], "id") else ()

    def _rows(self, key: str) -> Iterator[Row]:
        return (self._row(key, number) for number in range(len(self._sheets.rows(key))))

    def _row(self, key: str, number: int) -> Row:
        row = self._made.get((key, number))
        if row is None:
            try:
                row = SHEETS[key].model_validate_json(b"{%b}" % self._sheets.text(key, number))
            except ValidationError:
                raise self._sheets.damaged() from None
            self._made[key, number] = row
        return row


@cache
def _keys_of(kind: type[Row]) -> tuple[str, ...]:
    """The keys of a sheet and of those that extend it, in the order of a record."""
    return tuple(sorted(key for key, cls in SHEETS.items() if issubclass(cls, kind)))


@cache
def _states_its_id(key: str) -> bool:
    """Whether the rows of a sheet hold their IDs; others have one that is worked out of what else stands in the row, or none."""
    return "id" in SHEETS[key].model_fields


def _named(stated: bytes) -> str:
    """An ID as the text of a row states it."""
    return str(from_json(stated.rstrip(b",")))


def _id_of(row: Row) -> str:
    return str(getattr(row, "id", None) or "")
