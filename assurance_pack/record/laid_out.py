"""Where the parts of a record lie in its bytes, as `store.as_bytes` lays them out: keys in order, one blank of indent a level.

It is looked for once, when the record is written, and stands in its manifest: so a hundred earlier months need not be searched each time.
Where the manifest does not say it, or of other bytes, it is looked for again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import from_json

from ..returns import SHEETS

ROWS, SETTINGS, END = b'\n "rows": {', b'\n },\n "settings": {', b"\n },"
_SHEET, _FIRST_ROW, LAST_ROW = b'\n  "', b'": [\n   {', b"\n   }\n  ]"
BETWEEN = b"\n   },\n   {"
HIDDEN = b'\n    "suppressed": {\n'
ID = re.compile(rb'\n    "id": ([^\n]*)')
Offset = Annotated[int, Field(ge=0)]


class LaidOutOtherwise(Exception):
    """The bytes are not laid out as `store.as_bytes` lays them out."""


class Places(BaseModel):
    """Where the rows of a record begin, its settings, and what follows them; and by its key of each sheet where its rows begin and end, and their IDs.

    `of` is the fingerprint of the record. A sheet is one line, “1200 5400 M-CAP-001 M-CAP-002”: offsets in bytes, then the IDs in order. `hides` names the sheets of which a row names a count that was too small to be kept.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    of: str
    rows: Offset
    settings: Offset
    end: Offset
    sheets: dict[str, str]
    hides: tuple[str, ...] = ()

    def hold(self, data: memoryview) -> bool:
        """Whether they are places of these bytes: each part stands in its brackets, and nothing between one sheet and the next."""
        marks = [(self.rows, ROWS), (self.settings, SETTINGS), (self.end, END)]
        before = self.rows + len(ROWS)
        for number, (key, line) in enumerate(self.sheets.items()):
            begin, end = self._span(line)
            head = b"%b%b%b%b" % (b"," if number else b"", _SHEET, key.encode(), _FIRST_ROW)
            marks += [(begin - len(head), head), (end, LAST_ROW)]
            if key not in SHEETS or begin - len(head) != before or end < begin:
                return False
            before = end + len(LAST_ROW)
        return before == self.settings <= self.end and all(data[at : at + len(mark)] == mark for at, mark in marks)

    def spans(self) -> Iterator[tuple[str, int, int]]:
        """The key of each sheet, and where its rows begin and end."""
        return ((key, *self._span(line)) for key, line in self.sheets.items())

    def ids(self, key: str) -> tuple[str, ...]:
        """The IDs that the rows of a sheet state, in order."""
        return tuple(self.sheets[key].split(" ")[2:])

    @staticmethod
    def _span(line: str) -> tuple[int, int]:
        begin, end = line.split(" ", 2)[:2]
        return int(begin), int(end)


def parts(data: bytes) -> tuple[int, int, int]:
    """Where the rows of a record begin, its settings, and what follows them.

    Raises:
        LaidOutOtherwise: they cannot be told apart.
    """
    rows = data.find(ROWS)
    settings = data.rfind(SETTINGS)  # they stand there once and follow the rows: the way from the end is the shorter
    end = data.find(END, settings + len(SETTINGS))
    if -1 in (rows, settings, end) or settings < rows:
        raise LaidOutOtherwise
    return rows, settings, end


def sheets(data: bytes, begin: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The key of each sheet with the place of its rows, run together as they lie between the brackets of the first and the last.

    Raises:
        LaidOutOtherwise: something stands there that is no sheet.
    """
    while (last := data.find(LAST_ROW, begin, end)) != -1:
        first = data.find(_FIRST_ROW, begin, last)
        key = data[begin:first].removeprefix(b",").removeprefix(_SHEET).decode()
        if first == -1 or key not in SHEETS:
            raise LaidOutOtherwise
        yield key, first + len(_FIRST_ROW), last
        begin = last + len(LAST_ROW)
    if begin != end:
        raise LaidOutOtherwise


def named(stated: bytes) -> str:
    """An ID as the text of a row states it."""
    return str(from_json(stated.rstrip(b",")))


def places_of(data: bytes, fingerprint: str) -> Places | None:
    """Where the parts of a record lie; nothing where it is laid out otherwise, or an ID holds a blank and could not be told from the next."""
    lines: dict[str, str] = {}
    hides: list[str] = []
    try:
        rows, settings, end = parts(data)
        for key, begin, upto in sheets(data, rows + len(ROWS), settings):
            ids = [named(stated) for stated in ID.findall(data, begin, upto)]
            if any(not ref or " " in ref for ref in ids):
                return None
            if data.find(HIDDEN, begin, upto) != -1:
                hides.append(key)
            lines[key] = " ".join((str(begin), str(upto), *ids))
    except (LaidOutOtherwise, ValueError):
        return None
    return Places(of=fingerprint, rows=rows, settings=settings, end=end, sheets=lines, hides=tuple(hides))
