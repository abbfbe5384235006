"""The sheets of a record as text: where the rows of each lie, and which IDs they state; what is asked for is cut out, and nothing else is copied.

It is done only with bytes whose fingerprint stands, which are as `store.as_bytes` wrote them: keys in order, one blank of indent a level. What
is laid out otherwise is not taken, and read whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import from_json

from ..returns import sheet_key
from ..schema import Row
from ..settings import Settings
from .laid_out import BETWEEN, HIDDEN, ID, ROWS, SETTINGS, LaidOutOtherwise, Places, named, parts, sheets

Place = tuple[bytes, int, int]
Span = tuple[int, int]
_NEXT_ROW = re.compile(re.escape(BETWEEN))
_DOUBLED = b'\n    "doubled": true'


@dataclass(frozen=True)
class LeftInFile:
    """The rows of a sheet that were left where they lie: they are long, and in most months nobody asks for them. `read` gives their text."""

    read: Callable[[int, int], bytes]
    begin: int
    end: int


class SheetsAsKept(Mapping[str, tuple[dict[str, Any], ...]]):
    """What `Record.rows` holds, with the rows of each sheet as text until they are asked for.

    `places` say by its key where the rows of a sheet lie, run together: in which bytes, from where and up to where; nothing of them is copied
    before it is asked for. `damaged` makes what is raised for a row that no sheet knows.
    """

    def __init__(self, places: Mapping[str, Place | LeftInFile], damaged: Callable[[], Exception], known: Places | None = None) -> None:
        """Keep the places; `known` is what the manifest says of them."""
        self.damaged = damaged
        self._known = known
        self._lie = dict(places)
        self._apart: dict[str, list[Span]] = {}
        self._ids: dict[str, tuple[str, ...]] = {}

    def _place(self, key: str) -> Place:
        there = self._lie[key]
        if isinstance(there, LeftInFile):
            text = there.read(there.begin, there.end)
            there = self._lie[key] = (text, 0, len(text))
        return there

    def rows(self, key: str) -> list[Span]:
        """Where the text of each row of a sheet begins and ends, without its brackets."""
        found = self._apart.get(key)
        if found is None:
            data, begin, end = self._place(key)
            between = [here.span() for here in _NEXT_ROW.finditer(data, begin, end)]
            found = self._apart[key] = list(zip((begin, *(b for _, b in between)), (*(a for a, _ in between), end), strict=True))
        return found

    def text(self, key: str, row: Span) -> bytes:
        """The text of one row of a sheet."""
        return self._place(key)[0][row[0] : row[1]]

    def texts(self, key: str) -> list[bytes]:
        """The text of each row of a sheet."""
        return [self._place(key)[0][begin:end] for begin, end in self.rows(key)]

    def ids(self, key: str) -> tuple[str, ...]:
        """The IDs that the rows of a sheet state, in order; no row is told from the next for it."""
        found = self._ids.get(key)
        if found is None:
            found = self._ids[key] = self._known.ids(key) if self._known else tuple(map(named, ID.findall(*self._place(key))))
        return found

    def id_that_counts(self, key: str, row: Span) -> str:
        """The ID that a row states, where its item does not stand in another row that counts; else it is empty."""
        data, (begin, end) = self._place(key)[0], row
        stated = ID.search(data, begin, end)
        return named(stated[1]) if stated and data.find(_DOUBLED, begin, end) == -1 else ""

    def find(self, key: str, ref: str) -> Span | None:
        """The first row of a sheet that states an ID, of those whose item does not stand in another row that counts; others are not looked at."""
        if ref not in self.ids(key):
            return None
        data, begin, end = self._place(key)
        stated = b'\n    "id": %b' % json.dumps(ref, ensure_ascii=False).encode()
        while (at := data.find(stated, begin, end)) != -1:
            before, after = data.rfind(BETWEEN, begin, at), data.find(BETWEEN, at, end)
            row = (begin if before == -1 else before + len(BETWEEN), end if after == -1 else after)
            if data.find(_DOUBLED, *row) == -1:
                return row
            begin = row[1]
        return None

    def hides(self, key: str) -> bool:
        """Whether a row of a sheet names a count that was too small to be kept."""
        if self._known:
            return key in self._known.hides
        data, begin, end = self._place(key)
        return data.find(HIDDEN, begin, end) != -1

    def __getitem__(self, key: str) -> tuple[dict[str, Any], ...]:
        """The rows of a sheet."""
        return tuple(from_json(b"{%b}" % text) for text in self.texts(key))

    def __contains__(self, key: object) -> bool:
        """Whether a sheet has rows; none is read for it."""
        return key in self._lie

    def __iter__(self) -> Iterator[str]:
        """The keys of the sheets, in order."""
        return iter(self._lie)

    def __len__(self) -> int:
        """How many sheets have rows."""
        return len(self._lie)

    def instead(self, rows: Sequence[Row]) -> SheetsAsKept:
        """The same with these rows, all of one sheet, in the place of those of their sheet."""
        together = BETWEEN.join(map(_text, rows))  # the same items: their IDs stand as they stood
        return SheetsAsKept({**self._lie, sheet_key(type(rows[0])): (together, 0, len(together))}, self.damaged, self._known)


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
    rows, settings, end = parts(data)
    lie = {key: (data, begin, upto) for key, begin, upto in sheets(data, rows + len(ROWS), settings)}
    return _said(memoryview(data), rows, settings, end), SheetsAsKept(lie, damaged)


SHORT = 16_384
"""Bytes: the rows of a longer sheet are left in the file."""


def by_places(
    data: memoryview, known: Places, damaged: Callable[[], Exception], read: Callable[[int, int], bytes]
) -> tuple[dict[str, Any], SheetsAsKept]:
    """The same by the places that the manifest gives; nothing of `data` is kept but copies. `read` gives a part of the file later.

    Raises:
        LaidOutOtherwise: they are no places of these bytes.
        ValueError: the rest is no JSON, or its settings are none.
    """
    if not known.hold(data):
        raise LaidOutOtherwise
    lie: dict[str, Place | LeftInFile] = {
        key: (bytes(data[begin:upto]), 0, upto - begin) if upto - begin <= SHORT else LeftInFile(read, begin, upto)
        for key, begin, upto in known.spans()
    }
    return _said(data, known.rows, known.settings, known.end), SheetsAsKept(lie, damaged, known)


def _said(data: memoryview, rows: int, settings: int, end: int) -> dict[str, Any]:
    said: dict[str, Any] = from_json(b"".join((data[:rows], b'"settings":{}', data[end + len(b"\n }") :])))
    return {**said, "settings": _settings.of(bytes(data[settings + len(SETTINGS) - 1 : end + len(b"\n }")]))}


class _SettingsOfMonths:
    """The settings of the month that was read last: more often than not they are those of the next."""

    def __init__(self) -> None:
        self._text = b""
        self._made: Settings | None = None

    def of(self, text: bytes) -> Settings:
        if self._made is None or text != self._text:
            self._text, self._made = text, Settings.model_validate(from_json(text))
        return self._made


_settings = _SettingsOfMonths()
