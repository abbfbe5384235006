"""A record read as far as it is asked for: a hundred earlier months are opened each time, and most of what they hold is not looked at.

It is done only with bytes whose fingerprint stands, which are as `store.as_bytes` wrote them: keys in order, one blank of indent a level. What
is laid out otherwise is not taken, and read whole.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import from_json

from ..returns import SHEETS, sheet_key
from ..returns.received import RowsBySheet
from ..schema import Row
from ..settings import Settings

R = TypeVar("R", bound=Row)
_ROWS, _SETTINGS, _END = b'\n "rows": {', b'\n },\n "settings": {', b"\n },"
_SHEET, _FIRST_ROW, _NEXT_ROW, _LAST_ROW = b'\n  "', b'": [\n   {', b"\n   },\n   {", b"\n   }\n  ]"
_ID, _DOUBLED = b'\n    "id": ', b'\n    "doubled": true'


class LaidOutOtherwise(Exception):
    """The bytes are not laid out as `store.as_bytes` lays them out."""


class SheetsAsKept(Mapping[str, tuple[dict[str, Any], ...]]):
    """What `Record.rows` holds, with the rows of each sheet as text until they are asked for.

    `texts` are the rows of a sheet run together, by its key; `damaged` makes what is raised for a row that no sheet knows.
    """

    def __init__(self, texts: Mapping[str, bytes], damaged: Callable[[], Exception]) -> None:
        """Keep the texts."""
        self.damaged = damaged
        self._together = texts
        self._apart: dict[str, list[bytes]] = {}

    def texts(self, key: str) -> list[bytes]:
        """The text of each row of a sheet, without its brackets."""
        found = self._apart.get(key)
        if found is None:
            found = self._apart[key] = self._together[key].split(_NEXT_ROW)
        return found

    def __getitem__(self, key: str) -> tuple[dict[str, Any], ...]:
        """The rows of a sheet."""
        return tuple(from_json(b"{%b}" % text) for text in self.texts(key))

    def __contains__(self, key: object) -> bool:
        """Whether a sheet has rows; none is read for it."""
        return key in self._together

    def __iter__(self) -> Iterator[str]:
        """The keys of the sheets, in order."""
        return iter(self._together)

    def __len__(self) -> int:
        """How many sheets have rows."""
        return len(self._together)

    def instead(self, rows: Sequence[Row]) -> SheetsAsKept:
        """The same with these rows, all of one sheet, in the place of those of their sheet."""
        return SheetsAsKept({**self._together, sheet_key(type(rows[0])): _NEXT_ROW.join(map(_text, rows))}, self.damaged)


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
    settings = data.find(_SETTINGS, rows)  # they follow the rows
    end = data.find(_END, settings + len(_SETTINGS))
    if -1 in (rows, settings, end):
        raise LaidOutOtherwise
    sheets = SheetsAsKept(dict(_sheets(data[rows + len(_ROWS) : settings])), damaged)
    said: dict[str, Any] = from_json(data[:rows] + b'"settings":{}' + data[end + len(b"\n }") :])
    return {**said, "settings": _settings(data[settings + len(_SETTINGS) - 1 : end + len(b"\n }")])}, sheets


@lru_cache(maxsize=8)
def _settings(text: bytes) -> Settings:
    """The settings of a month: more often than not they are those of the month before."""
    return Settings.model_validate(from_json(text))


def _sheets(text: bytes) -> Iterator[tuple[str, bytes]]:
    """The key of each sheet with its rows, run together as they lie between the brackets of the first and the last."""
    *sheets, rest = text.split(_LAST_ROW)
    for sheet in sheets:
        begins, _, rows = sheet.partition(_FIRST_ROW)
        key = begins.removeprefix(b",").removeprefix(_SHEET).decode()
        if key not in SHEETS:
            raise LaidOutOtherwise
        yield key, rows
    if rest:
        raise LaidOutOtherwise


class RowsAsKept(RowsBySheet):
    """The rows of a record, each made when somebody first asks for it."""

    def __init__(self, sheets: SheetsAsKept) -> None:
        """Keep the texts; nothing is read yet."""
        self._sheets = sheets
        self._made: dict[tuple[str, int], Row] = {}
        self._stated: dict[str, tuple[tuple[str, int, bool], ...]] = {}
        self._places: dict[str, dict[str, int]] = {}

    def of(self, kind: type[R]) -> Iterator[R]:
        """The rows of a sheet, and of those that extend it."""
        for key in self._keys(kind):
            for number in range(len(self._sheets.texts(key))):
                yield self._row(key, number)  # type: ignore[misc]  # the key is that of the kind

    def find(self, kind: type[R], ref: str) -> R | None:
        """The first row of a sheet, or of one that extends it, with this ID, of those that count."""
        for key in self._keys(kind):
            number = self._by_id(key).get(ref)
            if number is not None:
                return self._row(key, number)  # type: ignore[return-value]  # the key is that of the kind
        return None

    def ids(self, kind: type[Row]) -> Iterator[str]:
        """The IDs of the rows of a sheet, and of those that extend it."""
        return (ref for key in self._keys(kind) for ref, _, _ in self._ids(key))

    def __iter__(self) -> Iterator[Row]:
        """All rows, by sheet."""
        return self.of(Row)

    def __len__(self) -> int:
        """How many rows there are."""
        return sum(len(self._sheets.texts(key)) for key in self._sheets)

    @cached_property
    def _whole(self) -> tuple[Row, ...]:
        return tuple(self)

    def __getitem__(self, at: Any) -> Any:
        """A row, or rows, by number."""
        return self._whole[at]

    def _keys(self, kind: type[Row]) -> Iterator[str]:
        return (key for key in _keys_of(kind) if key in self._sheets)

    def _by_id(self, key: str) -> dict[str, int]:
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = {}
            for ref, number, doubled in self._ids(key):
                if not doubled:
                    found.setdefault(ref, number)
        return found

    def _ids(self, key: str) -> tuple[tuple[str, int, bool], ...]:
        """The IDs of a sheet, each with the number of its row and whether its item stands in another that counts."""
        found = self._stated.get(key)
        if found is None:
            found = self._stated[key] = tuple(one for one in self._looked_up(key) if one[0])
        return found

    def _looked_up(self, key: str) -> Iterator[tuple[str, int, bool]]:
        cls, texts = SHEETS[key], self._sheets.texts
        if "id" in cls.model_fields:
            yield from ((_id(text), number, _DOUBLED in text) for number, text in enumerate(texts(key)))
        elif hasattr(cls, "id"):  # worked out of what else stands in the row
            for number in range(len(texts(key))):
                row = self._row(key, number)
                yield str(getattr(row, "id", "")), number, row.doubled

    def _row(self, key: str, number: int) -> Row:
        row = self._made.get((key, number))
        if row is None:
            try:
                row = SHEETS[key].model_validate_json(b"{%b}" % self._sheets.texts(key)[number])
            except ValidationError:
                raise self._sheets.damaged() from None
            self._made[key, number] = row
        return row


@cache
def _keys_of(kind: type[Row]) -> tuple[str, ...]:
    """The keys of a sheet and of those that extend it, in the order of a record."""
    return tuple(sorted(key for key, cls in SHEETS.items() if issubclass(cls, kind)))


def _id(text: bytes) -> str:
    """The ID that the text of a row states; empty where it states none."""
    _, stated, rest = text.partition(_ID)
    return str(from_json(rest.partition(b"\n")[0].rstrip(b","))) if stated else ""
