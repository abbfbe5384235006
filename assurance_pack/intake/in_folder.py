"""What lies in a month's folder under one name, opened: with the fingerprint of what was read, or with why nothing was."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..english import many
from ..model import Cell
from ..model.fault import Fault, FaultKind
from .opening.grid import OpenedBook, Refusal
from .opening.reader import read_file
from .receipts import digest, has_odd_name, is_lock, is_out_of_sight, is_too_large, may_be_returns, no_file, reason


@dataclass(frozen=True, eq=False)
class Opened:
    """What lies in the folder under a name, with its fingerprint: what was read of it, or why nothing was."""

    file: str
    sha256: str
    read: OpenedBook | Refusal | Fault
    has_odd_name: bool = False


def opened(lying: tuple[str, Path]) -> Opened:
    """Open one file of the folder, by its name and path. It never raises for what the file holds or lacks."""
    file, path = lying
    cell = Cell(file=file)
    if is_lock(file) or is_out_of_sight(file):
        return Opened(file, "", Fault(kind=FaultKind.LOCK_FILE, cell=cell, expected="" if is_lock(file) else "hidden"))
    try:
        what = no_file(path)
        if what == "a folder":
            held = may_be_returns(path)
            return Opened(
                file, "", Fault(kind=FaultKind.LOCK_FILE, cell=cell, expected=what, suggestion=many(held, "file") if held else "")
            )
        sha, read = ("", Refusal("unreadable", what)) if what else _read_as_hashed(path)
    except OSError as why:
        return Opened(file, "", Fault(kind=FaultKind.UNREADABLE, cell=cell, expected=reason(why)))
    return Opened(file, sha, read, has_odd_name(path))


TRIES = 3


def _read_as_hashed(path: Path) -> tuple[str, OpenedBook | Refusal]:
    """What a file holds, with the fingerprint of the very bytes that were read.

    Somebody may save it, or a share fetch it, meanwhile: it is read again until it stayed the same from before to after. What is too large to be
    a return has no fingerprint.

    Raises:
        OSError: it cannot be read.
    """
    if is_too_large(path):
        return "", read_file(path)
    sha = digest(path)
    for _ in range(TRIES):
        read = read_file(path)
        before, sha = sha, digest(path)
        if sha == before:
            return sha, read
    return sha, Refusal("unreadable", "it was being changed while it was read")
