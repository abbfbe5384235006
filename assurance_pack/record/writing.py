"""Writes files that belong together so that all of them change or none does, whenever the machine stops.

    written and synced beside → targets tried → the moves noted → moved into place, the manifest last → the note taken away

A run that is killed before the moves are noted has changed nothing, and what it left is swept. One that is killed after is finished by
the next command: `finish_interrupted`. A move that fails is undone with all before it.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from .manifest import fingerprint_of, sha256

BESIDE = ".writing-"
"""How the folder begins in which files are written before they are moved."""
_NOTED = "moves.json"
_BEFORE = "before-"


class InUse(PermissionError):
    """A file to be replaced is open in another program, or may not be written; `filename` names it. Nothing in its folder was changed."""


class HalfReplaced(OSError):
    """A file was opened while the files of a build were being moved; the next command finishes the moves. `filename` names it."""


@dataclass(frozen=True)
class _Move:
    """From one place in the folder to another; done only while what stands there has this fingerprint, so it may be tried twice."""

    source: str
    target: str
    fingerprint: str

    def make(self, folder: Path) -> None:
        source = folder / self.source
        if fingerprint_of(source) == self.fingerprint:
            os.replace(source, folder / self.target)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is either the old one or the new one, never a part."""
    write_all(path.parent, {path.name: data})


def write_all(folder: Path, files: Mapping[str, bytes], aside: Mapping[str, str] | None = None) -> None:
    """Write several files of a folder: after it, all are as given; where it fails, all are as they were.

    Args:
        folder: made where it is not there.
        files: what to write, by name.
        aside: files to rename first, by name, each with its new name, in this folder or one in it. A name already taken gets a number.

    Raises:
        InUse: one of them is open in another program.
        HalfReplaced: one of them was opened at the worst moment; the next command finishes.
        OSError: the folder cannot be written to, or the disk is full.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _alone_in(folder):
        _finish(folder)
        beside = _beside(folder)
        try:
            moves = _prepared(folder, beside, files, aside or {})
            write_synced(beside / "noting", json.dumps([vars(m) for m in moves]).encode())
            os.replace(beside / "noting", beside / _NOTED)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
        _make(folder, beside, moves)


def finish_archive(output: Path) -> tuple[str, ...]:
    """Finish and sweep what killed runs left anywhere in the archive.

    Returns:
        A sentence for each folder that is not whole yet, because a file to be replaced is open.
    """
    waiting = []
    for folder in sorted({left.parent for left in output.rglob(f"{BESIDE}*")}):
        try:
            finish_interrupted(folder)
        except OSError as why:
            name = Path(str(why.filename or folder)).name
            waiting.append(
                f"An earlier run was stopped while it replaced files in {folder}. Close {name}, then run any command again to finish it."
            )
    return tuple(waiting)


def finish_interrupted(folder: Path) -> bool:
    """Finish what a killed run had begun to move in a folder, and sweep what it had only written; whether there was anything.

    Raises:
        OSError: a file that must be replaced is open in another program.
    """
    if not any(folder.glob(f"{BESIDE}*")):
        return False
    with _alone_in(folder):
        return _finish(folder)


def _finish(folder: Path) -> bool:
    found = sorted(folder.glob(f"{BESIDE}*"))
    for beside in found:
        try:
            moves = [_Move(**said) for said in json.loads((beside / _NOTED).read_bytes())]
        except (OSError, ValueError, TypeError):
            moves = []  # nothing was noted, so nothing was moved
        for move in moves:
            move.make(folder)
        shutil.rmtree(beside, ignore_errors=True)
    return bool(found)


def _beside(folder: Path) -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix=BESIDE, dir=folder))
    except OSError as why:
        raise type(why)(why.errno, why.strerror, str(folder)) from None


def _prepared(folder: Path, beside: Path, files: Mapping[str, bytes], aside: Mapping[str, str]) -> list[_Move]:
    """Everything written beside, and the moves that put it in place; the manifests come last."""
    for name in {*files, *aside}:
        try_to_replace(folder / name)
    moves = [_Move(old, free_name(folder, new), fingerprint_of(folder / old)) for old, new in aside.items() if (folder / old).is_file()]
    for name in sorted(files, key=lambda n: n.startswith("manifest")):
        try:
            write_synced(beside / name, files[name])
            if (folder / name).exists() and name not in aside:
                _copy_quickly(folder / name, beside / f"{_BEFORE}{name}")
        except OSError as why:
            raise type(why)(why.errno, why.strerror, str(folder / name)) from None
        moves.append(_Move(f"{beside.name}/{name}", name, sha256(files[name])))
    return moves


def write_synced(path: Path, data: bytes) -> None:
    """Write a new file, and wait until the disk has it."""
    with path.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())


def _copy_quickly(source: Path, target: Path) -> None:
    """A second name for a file, where the disk can; otherwise a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _make(folder: Path, beside: Path, moves: list[_Move]) -> None:
    made: list[_Move] = []
    for move in moves:
        try:
            move.make(folder)
        except OSError as why:
            name = str(folder / Path(move.target).name)
            try:
                _undo(folder, beside, made)
            except OSError:
                raise HalfReplaced(why.errno, why.strerror, name) from None
            raise InUse(why.errno, why.strerror, name) from None
        made.append(move)
    _sync_folder(folder)
    shutil.rmtree(beside, ignore_errors=True)


def _undo(folder: Path, beside: Path, made: list[_Move]) -> None:
    """What was moved goes back; only then is the note taken away, so that a failure here is finished by the next command."""
    for move in reversed(made):
        before = beside / f"{_BEFORE}{move.target}"
        if before.exists():
            os.replace(before, folder / move.target)
        elif (folder / move.target).exists() and move.source.startswith(BESIDE):
            (folder / move.target).unlink()
        else:
            os.replace(folder / move.target, folder / move.source)
    shutil.rmtree(beside, ignore_errors=True)


# ---------- what is open elsewhere ----------


def try_all(paths: Iterable[Path]) -> None:
    """Make sure that files of several folders may be replaced or taken away, before the first one is.

    Raises:
        InUse: one is open in another program, or may not be written.
    """
    for path in paths:
        try_to_replace(path)


def try_to_replace(path: Path) -> None:
    """Make sure that a file may be replaced before anything is.

    Raises:
        InUse: it is open in Excel, Word, LibreOffice or Acrobat, or it may not be written.
    """
    if not path.exists():
        return
    if any((path.parent / lock).exists() for lock in _locks(path.name)):
        raise InUse(13, "open in another program", str(path))
    try:
        with path.open("r+b"):
            pass
    except OSError as why:
        raise InUse(why.errno, why.strerror, str(path)) from None


def _locks(name: str) -> tuple[str, ...]:
    """What an office program leaves beside a file while it is open: Word drops the first letters of a long name."""
    return (f"~${name}", f"~${name[2:]}", f".~lock.{name}#")


def free_name(folder: Path, name: str) -> str:
    """A name nothing in the folder has yet: the one given, else with a number."""
    stem, dot, ending = name.rpartition(".")
    number, free = 1, name
    while (folder / free).exists():
        number += 1
        free = f"{stem} {number}{dot}{ending}"
    return free


# ---------- one at a time ----------


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Wait until no other run writes in this folder. The system lets go of it when a run is killed; a share that cannot lock goes on without."""
    if sys.platform == "win32":
        import msvcrt

        handle = os.open(folder / ".alone", os.O_CREAT | os.O_RDWR | os.O_TEMPORARY)
        with contextlib.suppress(OSError):
            msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
    else:
        import fcntl

        handle = os.open(folder, os.O_RDONLY)
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    """Have the disk know the new names too, where the system can say so of a folder."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
