"""The sheets of a record as text: where the rows of each lie, and which IDs they state; what is asked for is cut out, and nothing else is copied.

It is done only with bytes whose fingerprint stands, which are as `store.as_bytes` wrote them: keys in order, one blank of indent a level. What
is laid out otherwise is not taken, and read whole.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any, NamedTuple

from pydantic_core import from_json

from ..model import Sender
from ..returns import sheet_key
from ..schema import Row
from ..settings import Settings
from .file import File
from .laid_out import BETWEEN, HIDDEN, ID, ROWS, SETTINGS, LaidOutOtherwise, Places, named, parts, sheets

Place = tuple[bytes, int, int]
Span = tuple[int, int]
Read = Callable[[int, int], bytes]
"""Gives a part of a record, from one byte up to another."""
_NEXT_ROW = re.compile(re.escape(BETWEEN))
_SENDER = re.compile(rb'\n    "sender": ([^\n]*)')
_DOUBLED = b'\n    "doubled": true'


@dataclass(frozen=True)
class LeftInFile:
    """A part of a record that was left where it lies: of most months nobody asks for it. It is read once, whatever of it is asked for."""

    read: Read
    begin: int
    end: int

    @cached_property
    def text(self) -> bytes:
        """What stands there."""
        return self.read(self.begin, self.end)


@dataclass(frozen=True)
class LeftRows:
    """The rows of a sheet that were left in the file, with those beside them where they are short."""

    within: LeftInFile
    begin: int
    end: int

    @property
    def place(self) -> Place:
        """The rows, read."""
        return self.within.text, self.begin - self.within.begin, self.end - self.within.begin


class SheetsAsKept(Mapping[str, tuple[dict[str, Any], ...]]):
    """What `Record.rows` holds, with the rows of each sheet as text until they are asked for.

    `keys` are those of its sheets, in order; `places` says by its key where the rows of a sheet lie, run together: in which bytes, from where and
    up to where. Nothing of them is copied before it is asked for. `damaged` makes what is raised for a row that no sheet knows.
    """

    def __init__(
        self,
        keys: Collection[str],
        places: Callable[[], Mapping[str, Place | LeftRows]],
        damaged: Callable[[], Exception],
        known: Places | None = None,
    ) -> None:
        """Keep the places; `known` is what the manifest says of them."""
        self.damaged = damaged
        self._known = known
        self._keys = keys
        self._places = places
        self._apart: dict[str, list[Span]] = {}
        self._ids: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _lie(self) -> dict[str, Place | LeftRows]:
        return dict(self._places())

    def _place(self, key: str) -> Place:
        there = self._lie[key]
        if isinstance(there, LeftRows):
            there = self._lie[key] = there.place
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

    def ids_told(self, key: str) -> tuple[str, ...]:
        """The IDs of the rows of a sheet where the manifest says them, which the rows do not; none where it does not."""
        return self._known.ids(key) if self._known else ()

    def ids_that_count(self, key: str) -> list[str]:
        """The ID that each row of a sheet states, where its item does not stand in another row that counts; else it is empty."""
        data, rows, stated = self._place(key)[0], self.rows(key), self.ids(key)
        if len(stated) != len(rows):  # else each row states one, in order
            found = (ID.search(data, *row) for row in rows)
            stated = tuple(named(one[1]) if one else "" for one in found)
        if data.find(_DOUBLED, *self._place(key)[1:]) == -1:
            return list(stated)
        return ["" if data.find(_DOUBLED, *row) != -1 else ref for ref, row in zip(stated, rows, strict=True)]

    def senders(self, key: str) -> Iterator[Sender]:
        """Whose rows stand on a sheet; no row is told from the next for it."""
        return (Sender.of(named(stated)) for stated in set(_SENDER.findall(*self._place(key))))

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
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        """The keys of the sheets, in order."""
        return iter(self._keys)

    def __len__(self) -> int:
        """How many sheets have rows."""
        return len(self._keys)

    def instead(self, rows: Sequence[Row]) -> SheetsAsKept:
        """The same with these rows, all of one sheet, in the place of those of their sheet."""
        together = BETWEEN.join(map(_text, rows))  # the same items: their IDs stand as they stood
        return SheetsAsKept(
            self._keys, lambda: {**self._lie, sheet_key(type(rows[0])): (together, 0, len(together))}, self.damaged, self._known
        )


def _text(row: Row) -> bytes:
    """A row as `store.as_bytes` lays it out within a record, without its brackets."""
    said = json.dumps(row.model_dump(mode="json", exclude_none=True), ensure_ascii=False, sort_keys=True, indent=1)
    return said.replace("\n", "\n   ").encode().removeprefix(b"{").removesuffix(b"\n   }")


def apart(data: bytes, damaged: Callable[[], Exception]) -> tuple[AroundTheRows, SheetsAsKept]:
    """What a record says around its rows, its settings made; and its rows.

    Raises:
        LaidOutOtherwise: they cannot be told apart.
        ValueError: its settings are none.
    """
    rows, settings, end = parts(data)
    lie = {key: (data, begin, upto) for key, begin, upto in sheets(data, rows + len(ROWS), settings)}
    return _around(data, (rows, settings, end), len(data), lambda begin, upto: data[begin:upto]), SheetsAsKept(lie, lambda: lie, damaged)


def by_places(data: File, known: Places, damaged: Callable[[], Exception], read: Read) -> tuple[AroundTheRows, SheetsAsKept]:
    """The same by the places that the manifest gives; nothing is copied, and `read` gives what is asked for later.

    Raises:
        LaidOutOtherwise: they are no places of these bytes.
        ValueError: its settings are none.
    """
    if not known.hold(data.view):
        raise LaidOutOtherwise
    around = _around(data.held, (known.rows, known.settings, known.end), len(data.view), read)
    return around, SheetsAsKept(known.sheets, lambda: _left_rows(known, read), damaged, known)


SHORT = 16_384
"""Bytes: the rows of a longer sheet are read for themselves; shorter ones together with those beside them."""


def _left_rows(known: Places, read: Read) -> dict[str, Place | LeftRows]:
    """By its key the rows of each sheet, left in the file."""
    left: dict[str, Place | LeftRows] = {}
    for is_short, run in groupby(known.spans(), lambda span: span[2] - span[1] <= SHORT):
        together = list(run)
        for some in [together] if is_short else [[one] for one in together]:
            within = LeftInFile(read, some[0][1], some[-1][2])
            left |= {key: LeftRows(within, begin, end) for key, begin, end in some}
    return left


class AroundTheRows(NamedTuple):
    """What a record says around its rows: what is asked of every month, its settings, and all of it, as text, before the rows and after the settings."""

    format: int
    month: str
    position: str
    meeting: str
    small_counts_out: bool
    settings: Settings
    both: Callable[[], tuple[bytes, bytes]]

    def whole(self) -> dict[str, Any]:
        """All of it.

        Raises:
            ValueError: it is no JSON.
        """
        before, after = self.both()
        return {**from_json(b"".join((before, b'"settings":{}', after))), "settings": self.settings}


_ASKED_OF_EVERY_MONTH = re.compile(
    rb'\n "format": (\d+),\n (?:"meeting": "([^"\n]*)",\n )?"month": "([^"\n]*)",\n "position": "([^"\n]*)",\n'
)
_SMALL_COUNTS_OUT = b',\n "small_counts_out": true,\n'


def _around(data: bytes | bytearray, at: tuple[int, int, int], size: int, read: Read) -> AroundTheRows:
    """What stands around the rows, which begin where the first of three places says, before the settings and what follows them."""
    rows, settings, end = at[0], at[1] + len(SETTINGS) - 1, at[2] + len(b"\n }")
    said = _ASKED_OF_EVERY_MONTH.search(data, 0, rows)
    if not said:
        raise LaidOutOtherwise
    kept, meeting, month, position = (text.decode() for text in said.groups(b""))
    return AroundTheRows(
        int(kept), month, position, meeting, data.startswith(_SMALL_COUNTS_OUT, end), _settings.of(data, settings, end),
        lambda: (read(0, rows), read(end, size)),
    )  # fmt: skip


class _SettingsOfMonths:
    """The settings of the month that was read last: more often than not they are those of the next."""

    def __init__(self) -> None:
        self._text = b""
        self._made: Settings | None = None

    def of(self, data: bytes | bytearray, begin: int, end: int) -> Settings:
        if self._made is None or end - begin != len(self._text) or not data.startswith(self._text, begin):
            text = bytes(data[begin:end])
            self._text, self._made = text, Settings.model_validate(from_json(text))
        return self._made


_settings = _SettingsOfMonths()
