"""A file of the archive read for its fingerprint: a hundred are read one after another, each into the memory in which the one before it stood."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import cast

_ROOM = 1 << 20


@dataclass(frozen=True)
class File:
    """A file as it was read. `view` holds only until the next file is read: what is to be kept of it is copied, or read again as a `part`."""

    path: Path
    view: memoryview
    was: tuple[int, int, int]

    @property
    def held(self) -> bytes | bytearray:
        """The memory it was read into, which begins with it."""
        return cast("bytes | bytearray", self.view.obj)

    def part(self, begin: int, end: int) -> bytes:
        """A part of the file, read again.

        Raises:
            OSError: it is gone, cannot be read, or was changed since its fingerprint was taken.
        """
        with self.path.open("rb", buffering=0) as file:
            if _as_it_is(file.fileno()) != self.was:
                raise OSError(f"{self.path.name} was changed")
            file.seek(begin)
            part = file.read(end - begin)
        if len(part) != end - begin:
            raise OSError(f"{self.path.name} was changed")
        return part


class _Room:
    """Memory into which files are read, as large as the largest so far: to ask the system for new each time costs more than to read."""

    def __init__(self) -> None:
        self._bytes = bytearray(_ROOM)

    def at_least(self, size: int) -> bytearray:
        if len(self._bytes) < size:
            self._bytes = bytearray(size + size // 4)
        return self._bytes


_room = _Room()


def read(path: Path) -> File | None:
    """A file, read whole; nothing where it is not there, or this machine does not give it up: one month is without it, and the others go on."""
    try:
        with path.open("rb", buffering=0) as file:
            was = _as_it_is(file.fileno())
            room, size = _room.at_least(was[0]), 0
            view = memoryview(room)
            while size < was[0] and (
                got := file.readinto(view[size:])
            ):  # what is added meanwhile makes it another file, as its fingerprint says
                size += got
    except OSError:
        return None
    return File(path, view[:size], was)


def _as_it_is(file: int) -> tuple[int, int, int]:
    """Size, time of the last change and number of a file: with another of these it is another."""
    about = os.stat(file)
    return about.st_size, about.st_mtime_ns, about.st_ino
