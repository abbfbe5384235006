"""Keeps records and other files: written beside, then moved into place, so that the last good output is always whole."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from ..model import Month
from ..settings import Home
from .month import FORMAT, Record

RECORD_NAME = "record-{month}.json"
MANIFEST_NAME = "manifest.json"


class RecordProblem(Exception):
    """A record cannot be used; the text says which and what to do."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is either the old one or the new one, never a part."""
    write_all(path.parent, {path.name: data})


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write several files so that an interrupted run leaves each as it was or as it is to be.

    All are written beside first, so that a full disk is met before anything is replaced; then each is moved into place.

    Raises:
        OSError: the folder cannot be written to, or a file is open in another program.
    """
    folder.mkdir(parents=True, exist_ok=True)
    beside: list[tuple[str, Path]] = []
    try:
        for name, data in files.items():
            handle, temporary = tempfile.mkstemp(prefix=".", suffix=".part", dir=folder)
            beside.append((temporary, folder / name))
            with os.fdopen(handle, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            os.chmod(temporary, 0o644)  # mkstemp makes files only their owner may read; a pack is for sharing
        for temporary, place in beside:
            os.replace(temporary, place)
    finally:
        for temporary, _ in beside:
            Path(temporary).unlink(missing_ok=True)


def sha256(data: bytes) -> str:
    """The fingerprint of a file."""
    return hashlib.sha256(data).hexdigest()


def record_path(home: Home, month: Month) -> Path:
    """Where the record of a month lies."""
    return home.output(month) / RECORD_NAME.format(month=month)


def as_bytes(record: Record) -> bytes:
    """A record as it is kept: JSON, keys in order, the same bytes for the same month."""
    said = record.model_dump(mode="json", exclude_none=True)
    return (json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def from_bytes(data: bytes, name: str) -> Record:
    """Read a record back.

    Raises:
        RecordProblem: it is damaged, or of a format this version does not know.
    """
    try:
        said = json.loads(data)
        if said.get("format", FORMAT) > FORMAT:
            raise RecordProblem(f"{name} was written by a later version of pack. Update pack on this machine, then try again.")
        return Record.model_validate(said)
    except (ValueError, ValidationError, AttributeError):
        raise RecordProblem(f"{name} is damaged. Build that month again: pack build --month {name[7:14]}.") from None


def load(home: Home, month: Month) -> Record | None:
    """The record of a month: the last sealed, else the last built; none where there is neither."""
    sealed = sorted(
        (home.output(month) / "sealed").glob(f"v*/{RECORD_NAME.format(month=month)}"), key=lambda p: version_order(p.parent.name)
    )
    path = sealed[-1] if sealed else record_path(home, month)
    if not path.exists():
        return None
    return from_bytes(path.read_bytes(), path.name)


def version_order(name: str) -> tuple[int, ...]:
    """The order of versions: v1.9 before v1.10."""
    return tuple(int(part) for part in name.lstrip("v").split(".") if part.isdigit())


def months_recorded(home: Home) -> tuple[Month, ...]:
    """Months that have a record, earliest first."""
    folder = home.root / "output"
    if not folder.is_dir():
        return ()
    names = sorted(p.name for p in folder.iterdir() if p.is_dir() and Month.PATTERN.fullmatch(p.name))
    return tuple(Month(n) for n in names if load(home, Month(n)))


def manifest(files: Mapping[str, bytes], about: Mapping[str, object], kept: Mapping[str, str] | None = None) -> bytes:
    """What was written, with the fingerprint of each file, and what it was made from; `kept` are files that still hold, as written earlier."""
    said = {**about, "files": dict(sorted({**(kept or {}), **{name: sha256(data) for name, data in files.items()}}.items()))}
    return (json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()
