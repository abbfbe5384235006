"""Where the parts of a record lie in its bytes, as `store.as_bytes` lays them out: keys in order, one blank of indent a level.

It is looked for once, when the record is written, and stands in its manifest: so a hundred earlier months need not be searched each time.
Where the manifest does not say it, or of other bytes, it is looked for again.
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
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

    `of` is the fingerprint of the record. A sheet is one line, “1200 5400 M-CAP-001 M-CAP-002”: offsets in bytes, then the IDs in order, also those that are worked out of a row (an older build does not say them). `hides` names the sheets of which a row names a count that was too small to be kept.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    of: str
    rows: Offset
    settings: Offset
    end: Offset
    sheets: dict[str, str]
    hides: tuple[str, ...] = ()

    @cached_property
    def _lines(self) -> dict[str, tuple[int, int, str]]:
        """By its key of each sheet, where its rows begin and end, and their IDs."""
        found = {}
        for key, line in self.sheets.items():
            begin, _, rest = line.partition(" ")
            end, _, ids = rest.partition(" ")
            found[key] = int(begin), int(end), ids
        return found

    def hold(self, data: memoryview) -> bool:
        """Whether they are places of these bytes: each part stands in its brackets, and nothing between one sheet and the next."""
        marks = [(self.rows, ROWS), (self.settings, SETTINGS), (self.end, END)]
        before, comma = self.rows + len(ROWS), b""
        for key, (begin, end, _) in self._lines.items():
            head = b"%b%b%b%b" % (comma, _SHEET, key.encode(), _FIRST_ROW)
            marks += [(before, head), (end, LAST_ROW)]
            if key not in SHEETS or begin - len(head) != before or end < begin:
                return False
            before, comma = end + len(LAST_ROW), b","
        return before == self.settings <= self.end and all(data[at : at + len(mark)] == mark for at, mark in marks)

    def tells(self, true: "Places") -> bool:
        """Whether this is what is true of the record: an older build leaves out the IDs that are worked out."""
        alike = (self.of, self.rows, self.settings, self.end) == (true.of, true.rows, true.settings, true.end)
        mine, theirs = self._lines, true._lines
        return (
            alike
            and mine.keys() == theirs.keys()
            and all(mine[k] == theirs[k] or (works_out_its_id(k) and mine[k] == (*theirs[k][:2], "")) for k in theirs)
        )

    def spans(self) -> Iterator[tuple[str, int, int]]:
        """The key of each sheet, and where its rows begin and end."""
        return ((key, begin, end) for key, (begin, end, _) in self._lines.items())

    def ids(self, key: str) -> tuple[str, ...]:
        """The IDs of the rows of a sheet, in order, as far as they are told."""
        return _each(self._lines[key][2])


@lru_cache(256)
def _each(told: str) -> tuple[str, ...]:
    """The IDs of a sheet, each for itself; from month to month they are mostly the same."""
    return tuple(told.split(" ")) if told else ()


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


def _worked_out(key: str, rows: bytes) -> list[str]:
    """The IDs of a sheet whose rows do not hold theirs: a group's words are known by who said them in which month."""
    if not works_out_its_id(key):
        return []
    made = [str(getattr(SHEETS[key].model_validate_json(b"{%b}" % row), "id", None) or "") for row in rows.split(BETWEEN)]
    return made if all(ref and " " not in ref for ref in made) else []


@cache
def works_out_its_id(key: str) -> bool:
    """Whether the ID of a row of a sheet is worked out of what else stands in the row."""
    return hasattr(SHEETS[key], "id") and "id" not in SHEETS[key].model_fields


def places_of(data: bytes, fingerprint: str) -> Places | None:
    """Where the parts of a record lie; nothing where it is laid out otherwise, or an ID holds a blank and could not be told from the next."""
    lines: dict[str, str] = {}
    hides: list[str] = []
    try:
        rows, settings, end = parts(data)
        for key, begin, upto in sheets(data, rows + len(ROWS), settings):
            ids = [named(stated) for stated in ID.findall(data, begin, upto)] or _worked_out(key, data[begin:upto])
            if any(not ref or " " in ref for ref in ids):
                return None
            if data.find(HIDDEN, begin, upto) != -1:
                hides.append(key)
            lines[key] = " ".join((str(begin), str(upto), *ids))
    except (LaidOutOtherwise, ValueError):
        return None
    return Places(of=fingerprint, rows=rows, settings=settings, end=end, sheets=lines, hides=tuple(hides))
