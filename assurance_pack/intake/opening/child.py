"""The child process that reads files: bounded in memory, alone with one file at a time, and expendable.

A path comes in on standard input, a pickled `OpenedBook` or `Refusal` goes out, each with its length before it. Office libraries print what
they like to a standard output that leads nowhere.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import warnings
from pathlib import Path

from ...child_process import LENGTH, send
from .grid import OpenedBook, Refusal

MEMORY = 2_000_000_000
"""Bytes of address space: forty times what the largest real return took."""
SECONDS = 30
"""Seconds of the processor for one file: the slowest real return took four. A busy machine, or a slow network, costs nothing of it."""

_TO_NO_USE = ("numpy", "lxml", "PIL")
"""Libraries openpyxl takes where it finds them: nothing here is reckoned or written, and no picture of a stranger's is unpacked."""


def serve(seconds: int = SECONDS) -> None:
    """Answer paths until there are no more, each in so many seconds of the processor: beyond them the system ends the process."""
    bound_memory()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    warnings.simplefilter("ignore")
    for name in _TO_NO_USE:
        sys.modules[name] = None  # type: ignore[assignment]
    # a document type, with which XML attacks begin, is refused at the door: openpyxl need not look for one again, in Python and at twice the time
    os.environ["OPENPYXL_DEFUSEDXML"] = "False"
    from .open import load_readers, open_file

    load_readers()  # before the freeze, or their objects are looked through after each file; where one cannot be loaded this process ends
    gc.freeze()
    gc.disable()  # looking for garbage costs a tenth; it is looked for between files, while the other process works
    while head := sys.stdin.buffer.read(LENGTH.size):
        path = Path(os.fsdecode(sys.stdin.buffer.read(LENGTH.unpack(head)[0])))
        answer: OpenedBook | Refusal
        allow(seconds)
        try:
            answer = open_file(path)
        except (MemoryError, RecursionError):
            answer = Refusal("too_large")
        send(answers, pickle.dumps(answer, protocol=5))
        del answer
        gc.collect()


def allow(seconds: int) -> None:
    """Let the file now at hand have so much of the processor and no more, where the system has a limit to set."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def bound_memory() -> None:
    """Set the limit, where the system has one to set. (Windows has none for a process itself: there the guards alone bound it.)"""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    serve(int(sys.argv[1]))
