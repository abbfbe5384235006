"""What lies in a month's folder under one name, opened: with the fingerprint of what was read, or with why nothing was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from ..english import many
from ..model import Cell
from ..model.fault import Fault, FaultKind
from .opening.grid import OpenedBook, Refusal
from .opening.reader import begin_file
from .receipts import digest, has_odd_name, is_lock, is_out_of_sight, is_too_large, may_be_returns, no_file, reason


@dataclass(frozen=True, eq=False)
class Opened:
    """What lies in the folder under a name, with its fingerprint: what was read of it, or why nothing was."""

    file: str
    sha256: str
    read: OpenedBook | Refusal | Fault
    has_odd_name: bool = False


def opened(lying: tuple[str, Path]) -> Callable[[], Opened]:
    """Begin to open one file of the folder, by its name and path; what comes back waits for it. It never raises for what the file holds or lacks."""
    file, path = lying
    cell = Cell(file=file)
    if is_lock(file) or is_out_of_sight(file):
        why = Fault(kind=FaultKind.LOCK_FILE, cell=cell, expected="" if is_lock(file) else "hidden")
        return lambda: Opened(file, "", why)

    def unreadable(why: OSError) -> Opened:
        return Opened(file, "", Fault(kind=FaultKind.UNREADABLE, cell=cell, expected=reason(why)))

    try:
        if what := no_file(path):
            none = _not_a_file(file, path, what)
            return lambda: none
        reading = _as_hashed(path)
    except OSError as fault:
        cannot = unreadable(fault)
        return lambda: cannot

    def made() -> Opened:
        try:
            return Opened(file, *reading(), has_odd_name(path))
        except OSError as fault:
            return unreadable(fault)

    return made


def _not_a_file(file: str, path: Path, what: str) -> Opened:
    if what != "a folder":
        return Opened(file, "", Refusal("unreadable", what), has_odd_name(path))
    held = may_be_returns(path)
    holds = many(held, "file") if held else ""
    return Opened(file, "", Fault(kind=FaultKind.LOCK_FILE, cell=Cell(file=file), expected=what, suggestion=holds))


TRIES = 3


def _as_hashed(path: Path) -> Callable[[], tuple[str, OpenedBook | Refusal]]:
    """Begin to read a file; what comes back waits for what it holds, with the fingerprint of the very bytes that were read.

    Somebody may save it, or a share fetch it, meanwhile: it is read again until it stayed the same from before to after. What is too large to be
    a return has no fingerprint.

    Raises (also when waited for):
        OSError: it cannot be read.
    """
    if is_too_large(path):
        refused = begin_file(path)
        return lambda: ("", refused())
    began, first = digest(path), begin_file(path)

    def made() -> tuple[str, OpenedBook | Refusal]:
        sha = began
        for reading in chain((first,), (begin_file(path) for _ in range(TRIES - 1))):
            read = reading()
            before, sha = sha, digest(path)
            if sha == before:
                return sha, read
        return sha, Refusal("unreadable", "it was being changed while it was read")

    return made
