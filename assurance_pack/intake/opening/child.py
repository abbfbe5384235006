"""The child process that reads files: bounded in memory, alone with one file at a time, and expendable.

A path comes in on standard input, a pickled `Book` or `Refusal` goes out, each with its length before it. Office libraries print what
they like to a standard output that leads nowhere.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
import warnings
from pathlib import Path

from .grid import Book, Refusal

MEMORY = 2_000_000_000
"""Bytes of address space: forty times what the largest real return took."""
LENGTH = struct.Struct("!I")


def serve() -> None:
    """Answer paths until there are no more."""
    bound_memory()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    warnings.simplefilter("ignore")
    sys.modules["numpy"] = None  # type: ignore[assignment]  # openpyxl would import it, at twice the start and to no use here
    from .open import open_file

    while head := sys.stdin.buffer.read(LENGTH.size):
        path = Path(os.fsdecode(sys.stdin.buffer.read(LENGTH.unpack(head)[0])))
        answer: Book | Refusal
        try:
            answer = open_file(path)
        except (MemoryError, RecursionError):
            answer = Refusal("too_large")
        content = pickle.dumps(answer, protocol=5)
        answers.write(LENGTH.pack(len(content)) + content)
        answers.flush()


def bound_memory() -> None:
    """Set the limit, where the system has one to set. (Windows has none for a process itself: there the guards alone bound it.)"""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    serve()
