"""Sets the PDF in a process beside this one, which meanwhile writes the Word file, the data book and the record.

The process is started before the returns are read, so that what sets pages is loaded by the time there is a document. Where it cannot be
started, or does not answer, the pages are set in this process: slower, and the same.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, cast

from ..child_process import receive, send, start

if TYPE_CHECKING:  # the process is started before anything else is loaded
    from ..document.blocks import Document
    from ..render import Assets, Pdf


IDLE = 5.0
"""Seconds without a document after which there is time to look for garbage: longer than a build takes to write what it made."""


class Press:
    """The process that sets pages. To be used with ``with``, at whose end it is gone."""

    def __init__(self, processors: int = os.cpu_count() or 1) -> None:
        """Start it, where this machine has a second processor to run it on."""
        self.process: subprocess.Popen[bytes] | None = None
        self._room = ""
        self.begun = 0
        self._may_run = processors > 1
        self._start()

    def _start(self) -> None:
        if self._may_run:
            with contextlib.suppress(OSError):
                self._room = tempfile.mkdtemp(prefix="pack-pages-")
                self.process = start("commands.press", self._room)

    def __enter__(self) -> Press:
        """Itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        """End the process, whatever it is doing."""
        self._may_run = False
        self.rest()

    def rest(self) -> None:
        """Have no process until a document is begun: this one has no work for long, and holds what sets pages."""
        process, self.process = self.process, None
        if process is not None:
            process.kill()
            process.communicate()
        _take_away(self._room)

    def begin(self, document: Document, assets: Assets) -> Callable[[], Pdf]:
        """Begin to set a document; what comes back waits for the pages.

        Raises (when waited for):
            CannotDraw: this machine cannot make a PDF.
            DrawingFailed: the pages could not be set.
        """
        return self.begin_packed(packed(document, assets))

    def begin_packed(self, asked: bytes) -> Callable[[], Pdf]:
        """The same for a document that is `packed`: who asks need not have loaded what one is made of."""
        self.begun += 1
        if self.process is None:
            self._start()
        process, number = self.process, self.begun
        if process is not None and process.stdin is not None:
            with contextlib.suppress(OSError):
                send(cast(BinaryIO, process.stdin), pickle.dumps((number, asked), protocol=5))
        return lambda: self._pages(number, asked)

    def _pages(self, number: int, asked: bytes) -> Pdf:
        """The answer to this document; those to documents begun before, which nobody waited for because the build failed, are passed over."""
        process, answered = self.process, 0
        made: Pdf | Exception | None = None
        while process is not None and process.stdout is not None and answered < number:
            answer = b""
            with contextlib.suppress(OSError):
                answer = receive(cast(BinaryIO, process.stdout))
            if not answer:
                return _set_here(asked)
            answered, made = pickle.loads(answer)
        if isinstance(made, Exception):
            raise made
        return made or _set_here(asked)


def packed(document: Document, assets: Assets) -> bytes:
    """A document with its look, as it is handed to the process that sets it."""
    return pickle.dumps((document, assets), protocol=5)


def _take_away(room: str) -> None:
    """What the libraries that set pages left in their folder for temporary files: they may be ended while they load, or in the midst of a page."""
    if room:
        shutil.rmtree(room, ignore_errors=True)


def _set_here(asked: bytes) -> Pdf:
    from ..render.engines import write_pdf  # loaded only where the process beside this one has not set the pages

    return write_pdf(*pickle.loads(asked))


def _listen(asked: queue.Queue[bytes], room: str) -> None:
    """Take in what is asked, also while pages are set; where the process that asks is gone, end at once: nobody waits for them."""
    while content := receive(cast(BinaryIO, sys.stdin.buffer)):
        asked.put(content)
    _take_away(room)
    os._exit(0)


def _next(asked: queue.Queue[bytes]) -> bytes:
    """The next document. Garbage is looked for while there is none: after a single build, which is nearly all, this process is ended instead."""
    try:
        return asked.get(timeout=IDLE)
    except queue.Empty:
        gc.collect()
        return asked.get()


def serve(room: str) -> None:
    """Set each document that comes in, until the process that asks is gone.

    Args:
        room: the folder for temporary files, which whoever ends this process takes away.
    """
    tempfile.tempdir = os.environ["TMPDIR"] = room
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # libraries print what they like
    asked: queue.Queue[bytes] = queue.Queue()
    threading.Thread(target=_listen, args=(asked, room), daemon=True).start()
    from ..render.engines import ENGINES, write_pdf
    from ..render.written import CannotDraw, DrawingFailed

    for engine in (e for e in ENGINES.values() if not e.missing()):
        engine.make_ready()  # the first that is here, loaded by being looked for
        break
    gc.disable()
    content = asked.get()
    while True:
        number, packed_up = pickle.loads(content)
        document, assets = pickle.loads(packed_up)
        del content, packed_up  # of many rows they are as large as what was made of them
        made: Pdf | Exception
        try:
            made = write_pdf(document, assets)
        except (CannotDraw, DrawingFailed) as why:
            made = why
        send(answers, pickle.dumps((number, made), protocol=5))
        del document, assets, made
        content = _next(asked)


if __name__ == "__main__":
    serve(sys.argv[1])
