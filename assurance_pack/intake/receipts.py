"""When each file was first seen: a fact written down in `received.csv`, never the file's own time.

`status` and `check` add a line for a file whose content is new; the officer may correct the dates; `build` only reads them.
"""

from __future__ import annotations

import codecs
import csv
import errno
import hashlib
import os
import re
import stat
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from ..home import Home
from ..model import Cell, Month
from ..model.fault import Fault, FaultKind
from .as_typed import clean, visible
from .dates import BadDate, parse_date
from .opening.called import LARGEST_FILE

RECEIVED = "received.csv"
HEADINGS = ("file", "sha256", "received")
_IN_PLACE = frozenset({
    RECEIVED, "desktop.ini", "thumbs.db", "thumbs.db:encryptable", "ehthumbs.db", "ehthumbs_vista.db", "folder.jpg", "icon", "$recycle.bin",
    "system volume information", "lost+found", "@eadir", "__macosx", "#recycle", "~snapshot", "network trash folder", "temporary items",
})  # fmt: skip
"""What Windows, macOS and shared drives leave in any folder."""
_UNFINISHED = re.compile(r"~wr[a-z]\d+\.tmp|(?=.*\d)(?=.*[a-f])[0-9a-f]{8}(?:\.tmp)?|.*:zone\.identifier", re.IGNORECASE)
"""How Word and Excel call a file while they save it, and where a copy keeps that Windows took the file from the internet."""
FAR_OFF = 300
"""Days from its month at which the date of an arrival is asked about: a year mistyped either way, or a century."""


@dataclass(frozen=True)
class Sightings:
    """The dates by hash, earliest line first, and lines whose date cannot be read."""

    dates: dict[str, date]
    faults: tuple[Fault, ...] = ()


_HIDDEN_RETURN = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".docx")


def digest(path: Path) -> str:
    """The hash of a file's content, a block at a time: a recording of hours may lie in the folder.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def is_too_large(path: Path) -> bool:
    """Whether a file is far larger than a return can be: such a one is named, and nobody waits for its fingerprint."""
    return path.stat().st_size > LARGEST_FILE


def name_of(path: Path) -> str:
    """A file's name as it is printed: in one spelling, without what cannot be seen, and readable where it was written in an older code."""
    raw = os.fsencode(path.name)
    try:
        name = raw.decode("utf-8")
    except UnicodeDecodeError:
        name = raw.decode("cp1252", "replace")
    shown = visible(name)
    hides = shown.startswith(".") and not path.name.startswith(".")  # all that stood before the dot cannot be shown
    return f"a file without a name{shown}" if hides or not shown else shown


def has_odd_name(path: Path) -> bool:
    """Whether a file's name holds what cannot or must not be shown, so that it is printed otherwise than the folder has it."""
    try:
        name = os.fsencode(path.name).decode("utf-8")
    except UnicodeDecodeError:
        return True
    return clean(name)[1] or len(name.splitlines()) > 1


def is_lock(name: str) -> bool:
    """Whether a file only says that another is open in Excel or LibreOffice."""
    return name.startswith(("~$", ".~lock"))


def is_out_of_sight(name: str) -> bool:
    """Whether a return lies under a name that begins with a dot, which computers hide from people."""
    return name.startswith(".") and not name.startswith(("._", ".~")) and name.casefold().endswith(_HIDDEN_RETURN)


def may_be_returns(folder: Path) -> int:
    """How many files that may be returns lie in a folder of their own, or in one within it; where nobody can tell, none."""
    names = (name for _, _, files in os.walk(folder) for name in files)
    return sum(name.casefold().endswith(_HIDDEN_RETURN) and not name.startswith(("~$", ".")) for name in islice(names, MOST_LOOKED_AT))


MOST_LOOKED_AT = 1000


def no_file(path: Path) -> str:
    """What a name in the folder stands for that is no file: ``a folder``, a link to nothing, a pipe; empty for a file.

    A pipe must never be opened: reading it waits for ever.

    Raises:
        OSError: nothing can be told of it.
    """
    try:
        mode = path.stat().st_mode
    except OSError as why:
        if why.errno in (errno.ENOENT, errno.ELOOP):
            return LINK_TO_NOTHING
        raise
    if stat.S_ISREG(mode):
        return ""
    return "a folder" if stat.S_ISDIR(mode) else "a pipe or a device"


def reason(why: OSError) -> str:
    """Why a file that is there cannot be read, as far as the machine says."""
    if isinstance(why, PermissionError):
        return "another program has it open, or it may not be read from this account"
    return "it has not been fetched from the cloud yet, or the disk or network does not give it"


LINK_TO_NOTHING = "a link, and what it leads to is not there"


def arrivals(folder: Path) -> dict[str, Path]:
    """What people put into a month's folder, by the name it is printed under: without this list itself and what computers leave behind."""
    if not folder.is_dir():
        return {}
    found: dict[str, Path] = {}
    for path in sorted(folder.iterdir(), key=lambda p: (p.name.casefold(), p.name)):
        name = name_of(path)
        if (
            name.casefold() in _IN_PLACE
            or _UNFINISHED.fullmatch(name)
            or (name.startswith(".") and not is_lock(name) and not is_out_of_sight(name))
        ):
            continue
        number = 2
        while name in found:  # two names that differ only in what cannot be printed
            name, number = f"{name_of(path)} ({number})", number + 1
        found[name] = path
    return found


def read_sightings(folder: Path) -> Sightings:
    """What `received.csv` says; nothing where there is none. A date years from the month of the folder is a fault, and no date."""
    try:
        text = _decoded((folder / RECEIVED).read_bytes())
    except FileNotFoundError:
        return Sightings({})
    except OSError:
        return Sightings({}, (Fault(kind=FaultKind.UNREADABLE, cell=Cell(file=RECEIVED)),))
    dates: dict[str, date] = {}
    faults: list[Fault] = []
    for number, line in enumerate(csv.reader(text.splitlines(), delimiter=_delimiter(text)), start=1):
        fields = [f.strip() for f in line]
        if len(fields) < 3 or fields[1].casefold() == HEADINGS[1]:
            continue
        place = Cell(file=RECEIVED, ref=f"C{number}")
        try:
            day = parse_date(fields[2])
            if Month.PATTERN.fullmatch(folder.name) and abs((day - Month(folder.name).last_day).days) > FAR_OFF:
                faults.append(
                    Fault(kind=FaultKind.FAR_OFF, cell=place, seen=fields[2], expected=Month(folder.name).name, column=HEADINGS[2])
                )
            else:
                dates.setdefault(fields[1].casefold(), day)
        except BadDate as wrong:
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


def record_sightings(home: Home, month: Month, today: date, shown: Callable[[str], str] = str) -> tuple[str, ...]:
    """Write down files not seen before, with today's date; the names of those added.

    `shown` gives the name a file is written down under: one that may identify a child is not repeated here. The fingerprint tells which it is.

    Lines already there are left as they are. A list that cannot be written (open in Excel, a read-only folder) raises OSError.
    """
    folder = home.inputs(month)
    seen = set(read_sightings(folder).dates) | _hashes(folder)
    new: dict[str, str] = {}
    for name, path in arrivals(folder).items():
        try:
            if not is_lock(name) and not is_out_of_sight(name) and not no_file(path) and path.stat().st_size and not is_too_large(path):
                new.setdefault(digest(path), name)
        except OSError:
            continue  # the register names it
    lines = [(_as_text(shown(name)), sha, today.isoformat()) for sha, name in new.items() if sha not in seen]
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
