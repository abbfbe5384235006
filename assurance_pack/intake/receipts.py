"""When each file was first seen: a fact written down in `received.csv`, never the file's own time.

`status` and `check` add a line for a file whose content is new; the officer may correct the dates; `build` only reads them.
"""

from __future__ import annotations

import codecs
import csv
import hashlib
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..model import Cell, Fault, Month
from ..settings import Home
from .dates import BadDate, parse_date

RECEIVED = "received.csv"
HEADINGS = ("file", "sha256", "received")
_IN_PLACE = frozenset({"desktop.ini", "thumbs.db", "ehthumbs.db", RECEIVED})


@dataclass(frozen=True)
class Sightings:
    """The dates by hash, earliest line first, and lines whose date cannot be read."""

    dates: dict[str, date]
    faults: tuple[Fault, ...] = ()


def digest(path: Path) -> str:
    """The hash of a file's content."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def is_lock(name: str) -> bool:
    """Whether a file only says that another is open in Excel or LibreOffice."""
    return name.startswith(("~$", ".~lock"))


def arrivals(folder: Path) -> list[Path]:
    """What people put into a month's folder, by name: without this list itself and what computers leave behind."""
    if not folder.is_dir():
        return []
    found = (p for p in folder.iterdir() if p.name.casefold() not in _IN_PLACE)
    return sorted((p for p in found if is_lock(p.name) or not p.name.startswith(".")), key=lambda p: (p.name.casefold(), p.name))


def read_sightings(folder: Path) -> Sightings:
    """What `received.csv` says; nothing where there is none."""
    try:
        text = _decoded((folder / RECEIVED).read_bytes())
    except OSError:
        return Sightings({})
    dates: dict[str, date] = {}
    faults: list[Fault] = []
    for number, line in enumerate(csv.reader(text.splitlines(), delimiter=_delimiter(text)), start=1):
        fields = [f.strip() for f in line]
        if len(fields) < 3 or fields[1].casefold() == HEADINGS[1]:
            continue
        try:
            dates.setdefault(fields[1].casefold(), parse_date(fields[2]))
        except BadDate as wrong:
            place = Cell(file=RECEIVED, ref=f"C{number}")
            faults.append(
                Fault(kind=wrong.kind, cell=place, seen=fields[2], expected=wrong.expected, suggestion=wrong.suggestion, column=HEADINGS[2])
            )
    return Sightings(dates, tuple(faults))


def _delimiter(text: str) -> str:
    """Excel set to another country saves with semicolons."""
    first = text.partition("\n")[0]
    return max(",;\t", key=first.count)


def _encoding(data: bytes) -> str:
    """How the list is written: Excel's “Unicode text” is UTF-16, and what is added to it must be too."""
    return {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(data[:2], "utf-8")


def _decoded(data: bytes) -> str:
    return data.decode(_encoding(data), "replace").removeprefix("\ufeff")


def record_sightings(home: Home, month: Month, today: date) -> tuple[str, ...]:
    """Write down files not seen before, with today's date; the names of those added.

    Lines already there are left as they are. A list that cannot be written (open in Excel, a read-only folder) raises OSError.
    """
    folder = home.inputs(month)
    seen = set(read_sightings(folder).dates) | _hashes(folder)
    new: dict[str, str] = {}
    for path in arrivals(folder):
        if path.is_file() and not is_lock(path.name) and path.stat().st_size:
            new.setdefault(digest(path), path.name)
    lines = [(_as_text(name), sha, today.isoformat()) for sha, name in new.items() if sha not in seen]
    if lines:
        _append(folder / RECEIVED, lines)
    return tuple(name for name, _, _ in lines)


def _hashes(folder: Path) -> set[str]:
    """Hashes with a line, whatever its date."""
    try:
        text = _decoded((folder / RECEIVED).read_bytes())
    except OSError:
        return set()
    return {line[1].strip().casefold() for line in csv.reader(text.splitlines(), delimiter=_delimiter(text)) if len(line) > 1}


def _append(path: Path, lines: list[tuple[str, str, str]]) -> None:
    before = path.read_bytes() if path.exists() else b""
    text = _decoded(before)
    delimiter = _delimiter(text) if before else ","
    start = "" if before else "\ufeff" + ",".join(HEADINGS) + "\n"
    if before and not text.endswith("\n"):
        start = "\n"
    with path.open("a", encoding=_encoding(before), newline="") as stream:
        stream.write(start)
        csv.writer(stream, delimiter=delimiter, lineterminator="\n").writerows(lines)
        stream.flush()
        os.fsync(stream.fileno())


def _as_text(name: str) -> str:
    """A file name that a spreadsheet would take for a formula, kept from being one."""
    return f"'{name}" if name.startswith(("=", "+", "-", "@")) else name
