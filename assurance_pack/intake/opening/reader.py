"""Hands files to the child process, one after another, and outlives it.

The child is started with the first file, serves every file of the run, and is started afresh when it dies or takes too long: the file
it was reading is named, and the rest goes on.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import os
import pickle
import signal
import subprocess
import threading
from collections.abc import Callable
from hashlib import file_digest
from pathlib import Path
from typing import Any, BinaryIO, cast

from ...child_process import receive, send, start
from . import grid
from .called import LARGEST_FILE
from .child import SECONDS
from .grid import OpenedBook, Refusal

PATIENCE = 300.0
"""Seconds by the clock for one file, for what costs no processor and never ends: a file on a network that does not answer."""
OVER_TIME = int(getattr(signal, "SIGXCPU", 24))
"""What ends a process that has used up its time."""
_MAY_ARRIVE = {("datetime", name) for name in ("date", "datetime", "time", "timedelta")} | {
    (grid.__name__, name) for name in ("OpenedBook", "Grid", "WordParagraph", "Seen", "Refusal")
}


class CannotRead(Exception):
    """The process that reads returns does not start on this machine: nothing can be said of any file. The text says what to do."""


_CANNOT = (
    "The part of pack that reads returns does not start on this machine, so nothing was read and nothing was written. "
    "Install pack again, as the README says; if it stays so, more memory must be free."
)


class Reader:
    """A child process at hand."""

    def __init__(self, seconds: int = SECONDS, patience: float = PATIENCE) -> None:
        """Nothing is started until the first file. `seconds` are the processor's, `patience` is by the clock."""
        self._seconds = seconds
        self._patience = patience
        self._child: subprocess.Popen[bytes] | None = None
        self._asked: _Asked | None = None

    def read(self, path: Path) -> OpenedBook | Refusal:
        """One file, read by the child. A child that died or was too slow is a refusal of that file.

        Raises:
            CannotRead: no child answers at all, so that it is not this file's fault.
        """
        return self.begin(path)()

    def begin(self, path: Path) -> Callable[[], OpenedBook | Refusal]:
        """Have the child begin with a file; what comes back waits for it. What was begun before is taken in first, for whoever waits for that.

        Raises (also when waited for):
            CannotRead: as `read`.
        """
        if self._asked:
            self._asked.take_in()
        try:
            child = self._child or self._start()
        except OSError:
            raise CannotRead(_CANNOT) from None
        asked = self._asked = _Asked(self, child, path)
        return asked.answer

    def answered(self, child: subprocess.Popen[bytes]) -> OpenedBook | Refusal:
        """What the child says of the file it was asked for last, waited for."""
        assert child.stdout is not None
        late = threading.Event()

        def give_up() -> None:
            late.set()
            child.kill()

        watch = threading.Timer(self._patience, give_up)
        watch.daemon = True
        watch.start()
        try:
            content = receive(cast(BinaryIO, child.stdout))
        except (OSError, ValueError):  # it is gone, or was ended meanwhile
            content = b""
        finally:
            watch.cancel()
        if not content:
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(5)  # it is dying: the system will say of what
            self.close()
            if late.is_set() or child.returncode == -OVER_TIME:
                return Refusal("too_slow")
            self._make_sure_one_starts()
            return Refusal("damaged")
        answer = _Unpickler(io.BytesIO(content)).load()
        assert isinstance(answer, OpenedBook | Refusal)
        return answer

    def _make_sure_one_starts(self) -> None:
        if not self.starts():
            raise CannotRead(_CANNOT)

    def starts(self) -> bool:
        """Whether a child starts on this machine: a fresh one is asked of a file that is none, and any answer will do."""
        try:
            child = self._start()
            assert child.stdin is not None
            assert child.stdout is not None
            send(cast(BinaryIO, child.stdin), b"")
            return bool(receive(cast(BinaryIO, child.stdout)))
        except OSError:
            return False
        finally:
            self.close()

    def make_ready(self) -> None:
        """Start the child before the first file, so that it has loaded what it needs by then; one that does not start is told of with that file."""
        with contextlib.suppress(OSError):
            self._child = self._child or self._start()

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.communicate()

    def _start(self) -> subprocess.Popen[bytes]:
        self._child = start("intake.opening.child", str(self._seconds))
        return self._child


class _Asked:
    """A file the child was asked for, and its answer once it was taken in."""

    def __init__(self, reader: Reader, child: subprocess.Popen[bytes], path: Path) -> None:
        self._reader, self._child = reader, child
        self._came: OpenedBook | Refusal | CannotRead | None = None
        with contextlib.suppress(OSError):  # one that is gone gives no answer either
            send(cast(BinaryIO, child.stdin), os.fsencode(path.absolute()))

    def take_in(self) -> None:
        """Wait for the answer, where nobody has yet."""
        if self._came is None:
            try:
                self._came = self._reader.answered(self._child)
            except CannotRead as why:
                self._came = why

    def answer(self) -> OpenedBook | Refusal:
        """What the child said.

        Raises:
            CannotRead: no child answers at all.
        """
        self.take_in()
        if isinstance(self._came, CannotRead):
            raise self._came
        assert self._came is not None
        return self._came


class _Unpickler(pickle.Unpickler):
    """Takes from the child what it is meant to send and nothing else: it has just read a stranger's file."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _MAY_ARRIVE:
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)


_shared = Reader()
atexit.register(_shared.close)
_remembered: dict[str, bytes] | None = None


def make_ready() -> None:
    """Start the process that reads files, while this one loads what it needs itself."""
    _shared.make_ready()


def rest() -> None:
    """End the child: what is left to do needs the room it takes. With the next file one is started again."""
    _shared.close()


def remember_files() -> None:
    """From now on, read no file twice in this process: what a file holds depends on its bytes alone."""
    global _remembered
    _remembered = {} if _remembered is None else _remembered


def read_file(path: Path) -> OpenedBook | Refusal:
    """One file, by the child that serves the whole run."""
    return begin_file(path)()


def begin_file(path: Path) -> Callable[[], OpenedBook | Refusal]:
    """Have the child that serves the whole run begin with one file; what comes back waits for it."""
    held = "" if _remembered is None else _digest(path)
    if _remembered is None or not held:
        return _shared.begin(path)
    if held in _remembered:
        return lambda: _recalled(held)
    reading = _shared.begin(path)

    def read_and_kept() -> OpenedBook | Refusal:
        read = reading()
        if (
            _remembered is None or isinstance(read, Refusal) or _digest(path) != held
        ):  # refused, or changed meanwhile: looked at again next time
            return read
        _remembered[held] = pickle.dumps(read)
        return _recalled(held)

    return read_and_kept


def _recalled(held: str) -> OpenedBook:
    assert _remembered is not None
    return cast(OpenedBook, pickle.loads(_remembered[held]))


def _digest(path: Path) -> str:
    """The hash of what a file holds; none of one that cannot be read, or is too large to be a return."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            return ""
        with path.open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
