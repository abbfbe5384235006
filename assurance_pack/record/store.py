"""Keeps the record of each month and reads it back, believing nothing that is not as it was built or sealed."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from pydantic import ValidationError

from ..home import Home
from ..model import Month
from .damage import RecordProblem, build_again, restore, unreadable
from .file import File, read
from .laid_out import LaidOutOtherwise, Places, places_of
from .manifest import MANIFEST_NAME, Manifest, manifest_bytes, place_of, read_manifest, sha256
from .manifest import RECORD_NAME as RECORD_NAME
from .month import FORMAT, Record
from .opened import OpenedRecord
from .seal import Seal, sealed_versions, standing_approval
from .sheets_as_kept import apart, by_places
from .writing import write_all


class Writable(Protocol):
    """What takes bytes."""

    def write(self, data: bytes, /) -> int:
        """Take these, after those before them."""


def record_path(home: Home, month: Month) -> Path:
    """Where the record of a month lies."""
    return home.output(month) / RECORD_NAME.format(month=month)


def as_bytes(record: Record) -> bytes:
    """A record as it is kept: JSON, keys in order, the same bytes for the same month."""
    kept = io.BytesIO()
    write(record, kept)
    return kept.getvalue()


def write(record: Record, kept: Writable) -> None:
    """Write a record as it is kept, a row at a time: whole, in pieces and as bytes it would stand in memory three times."""
    around = _laid_out(record.model_copy(update={"rows": {}}).model_dump(mode="json", exclude_none=True), "").encode()
    if not record.rows:
        kept.write(around + b"\n")
        return
    here = around.index(_NO_ROWS) + len(_NO_ROWS) - 1
    kept.write(around[:here])
    for number, (key, rows) in enumerate(sorted(record.rows.items())):
        comma = "," if number else ""
        kept.write(f"{comma}\n  {json.dumps(key)}: [".encode())
        begins = b"\n   "
        for row in rows:
            kept.write(begins + _laid_out(row, "   ").encode())
            begins = b",\n   "
        kept.write(b"\n  ]" if begins.startswith(b",") else b"]")
    kept.write(b"\n " + around[here:] + b"\n")


_NO_ROWS = b'\n "rows": {}'


def _laid_out(said: Mapping[str, Any], indent: str) -> str:
    """As JSON; a line end within a text is written ``\\n`` there, so that every other one begins a line."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1).replace("\n", f"\n{indent}")


def keep(home: Home, record: Record) -> None:
    """Keep a record of which no pack was made: it lies alone, with its manifest."""
    files = {RECORD_NAME.format(month=record.month): as_bytes(record)}
    about = {"month": record.month, "version": record.version, "reconstructed": True}
    write_all(home.output(record.month), {**files, MANIFEST_NAME: manifest_bytes(files, about)})


def from_bytes(
    data: bytes | File, month: Month, folder: Path, remedy: str, *, as_needed: bool = False, places: Places | None = None
) -> Record:
    """Read a record back.

    Args:
        data: the file, or its bytes.
        month: the month it should be of.
        folder: where it lies, for what is said when it cannot be used.
        remedy: the way out then.
        as_needed: make each row when it is first asked for, which then raises `RecordProblem` where no sheet knows the row. Only for
            bytes whose fingerprint stands.
        places: where its parts lie, if that is known of these very bytes.

    Raises:
        RecordProblem: it is damaged, of another month, or of a format this version does not know.
    """
    name = f"{RECORD_NAME.format(month=month)} in {place_of(folder)}"
    damaged = RecordProblem(f"{name} is damaged.", remedy)
    try:
        opened = _opened(data, damaged, places) if as_needed else None
        said: Any = None if opened else json.loads(_whole(data))
        _refuse_another_format(opened.format if opened else said.get("format"), name, remedy)
        record: Record = opened or Record.model_validate(said)
        if not opened:
            _ = record.returns  # a row no sheet knows is damage too, and is met here and not in the middle of a build
    except (ValueError, KeyError, ValidationError, AttributeError, TypeError, RecursionError):
        raise damaged from None
    if record.month != month:
        raise RecordProblem(f"{name} is the record of {record.month.name}.", remedy)
    return record


def _refuse_another_format(kept: Any, name: str, remedy: str) -> None:
    if isinstance(kept, int) and kept > FORMAT:
        raise RecordProblem(f"{name} was written by a later version of pack.", "Update pack on this machine, then try again.")
    if not isinstance(kept, int) or kept < 1:
        raise RecordProblem(f"{name} is of a format that never was.", remedy)


def _whole(data: bytes | File) -> bytes:
    return bytes(data.view) if isinstance(data, File) else data


def _opened(data: bytes | File, damaged: RecordProblem, places: Places | None) -> OpenedRecord | None:
    """A record opened as far as it is asked for; None where it is laid out otherwise than `as_bytes` does it."""
    if places and isinstance(data, File):
        read = data.part

        def part(begin: int, end: int) -> bytes:
            try:
                return read(begin, end)
            except OSError:
                raise damaged from None

        with suppress(LaidOutOtherwise):
            return OpenedRecord.of(*by_places(data, places, lambda: damaged, part))
    with suppress(LaidOutOtherwise):
        return OpenedRecord.of(*apart(_whole(data), lambda: damaged))
    return None


def load(home: Home, month: Month, *, as_needed: bool = False) -> Record | None:
    """The record of a month: the last approved, else the last built; none where there is neither.

    `as_needed`: each row is made when it is first asked for (see `from_bytes`).

    Raises:
        RecordProblem: it is damaged, not as it was built or sealed, or gone from beside its manifest.
    """
    approved = standing_approval(home, month)
    if approved:
        return sealed_record(home, month, approved, as_needed=as_needed)
    path = record_path(home, month)
    if path.exists():
        return built_record(home, month, as_needed=as_needed)
    if read_manifest(path.parent, month) is not None:
        raise RecordProblem(f"{path.name} in {place_of(path.parent)} is no longer there.", build_again(month))
    return None


def sealed_record(home: Home, month: Month, sealed: Seal, *, as_needed: bool = False) -> Record:
    """The record of a sealed version; the copy beside it serves where it is byte for byte what was sealed.

    Raises:
        RecordProblem: the seal is damaged, or neither copy is as it was sealed.
    """
    name = RECORD_NAME.format(month=month)
    remedy = restore(place_of(sealed.folder))
    if sealed.damage:
        raise RecordProblem(sealed.damage, remedy)
    expected = sealed.files.get(name)
    for path in (sealed.folder / name, record_path(home, month)):
        data = read(path)
        if data is not None and sha256(data.view) == expected:
            record = from_bytes(
                data, month, sealed.folder, remedy, as_needed=as_needed, places=_places(_as_sealed(sealed, month), expected)
            )
            return record.model_copy(update={"state": "sealed"})  # it was written before anybody approved it
    raise RecordProblem(f"{name} in {place_of(sealed.folder)} is not as it was sealed.", remedy)


def built_record(home: Home, month: Month, *, as_needed: bool = False) -> Record:
    """The record beside the pack as last built, whether or not a version is sealed.

    Raises:
        RecordProblem: it is damaged, or not as it was built.
    """
    path, remedy = record_path(home, month), build_again(month)
    said = read_manifest(path.parent, month)
    data = read(path)
    if data is None:
        raise RecordProblem(unreadable(f"{path.name} in {place_of(path.parent)}"), remedy)
    digest = sha256(data.view)
    if said and said.files.get(path.name) != digest:
        raise RecordProblem(f"{path.name} in {place_of(path.parent)} is not as it was built.", remedy)
    record = from_bytes(data, month, path.parent, remedy, as_needed=as_needed and said is not None, places=_places(said, digest))
    if said is None and not record.reconstructed:  # before records of earlier months had a manifest, only those lay alone
        raise RecordProblem(f"{path.name} in {place_of(path.parent)} has no {MANIFEST_NAME} to be checked against.", remedy)
    return record


def told_otherwise(home: Home, month: Month) -> bool:
    """Whether the manifest beside a record, which is as it was built, tells of parts and IDs that are not so in it."""
    path = record_path(home, month)
    said, data = read_manifest(path.parent, month), read(path)
    if said is None or said.record is None or data is None:
        return False
    digest = sha256(data.view)
    true = places_of(bytes(data.view), digest) if said.record.of == digest else None
    try:
        return true is not None and not said.record.tells(true)
    except ValueError:  # a place that is no number
        return True


def _as_sealed(sealed: Seal, month: Month) -> Manifest | None:
    """The manifest of a sealed version, where it is as it was sealed."""
    try:
        data = (sealed.folder / MANIFEST_NAME).read_bytes()
        return Manifest.model_validate_json(data) if sha256(data) == sealed.files.get(MANIFEST_NAME) else None
    except (OSError, ValueError):  # nothing but places is asked of it, which can be looked for
        return None


def _places(said: Manifest | None, digest: str) -> Places | None:
    """Where the parts of a record with this fingerprint lie, where a manifest says it of this very record."""
    return said.record if said and said.record and said.record.of == digest else None


def holds_rows(home: Home, month: Month) -> bool:
    """Whether anything was ever read of a month, as far as its record on disk can still say; a damaged one counts as if."""
    try:
        kept = load(home, month)
    except RecordProblem:
        return True
    return kept is not None and any(kept.rows.values())


def months_kept(home: Home) -> tuple[Month, ...]:
    """Months of which something is archived, earliest first. Nothing is read: a damaged month is listed like any other."""
    folder = home.root / "output"
    if not folder.is_dir():
        return ()
    months = [Month(p.name) for p in folder.iterdir() if Month.PATTERN.fullmatch(p.name)]
    return tuple(m for m in sorted(months) if _is_kept(home, m))


def _is_kept(home: Home, month: Month) -> bool:
    """Whether a month was ever built or sealed: its record lies there, or its manifest tells of one."""
    path = record_path(home, month)
    return path.exists() or (path.parent / MANIFEST_NAME).exists() or any(sealed_versions(home, month))
