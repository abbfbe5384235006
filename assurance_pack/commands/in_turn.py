"""A build of very many rows goes on a step at a time, so that what one step needs does not stand in memory beside what the next one does.

    read, checked, written down ─▶ the data book, in a process of its own ─▶ the pages, in a process of their own ─▶ Word, and all laid down

The rows, and the room they took, which no process can give back whole, are gone after the first step: what is left to do is handed on, and the
process that read them becomes another one (`child_process.become`), with the same number and in the same place at the terminal. What is
handed on lies in a file without a name, so nothing is left of it wherever the run is stopped; and until the last step nothing in the folder of
the month is touched. Where a machine has no such thing, one process does it all, and needs twice the room.
"""

from __future__ import annotations

import contextlib
import gzip
import os
import pickle
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from ..child_process import become, receive, send, start
from .press import Press, packed

if TYPE_CHECKING:  # the process that goes on has loaded nothing until its last step
    from ..pipeline import Progress
    from ..render import Pdf
    from .ending import Built, Ending

GOES_ON = "cli.in_turn"
"""The module that goes on in the place of the command: it prints, and answers for whatever goes wrong, as the command does."""


def make_room(press: Press | None) -> None:
    """End the processes that have no work now: all is read, and no page is set for long."""
    from ..intake.opening.reader import rest

    rest()
    if press:
        press.rest()


def left_to_do(ending: Ending, progress: Progress) -> Iterator[bytes]:
    """What is left of a build, piece by piece, as `go_on` takes it: the document to set, what the data book holds, the ending and the record; empty is what is not wanted."""
    from .beside import packed_record, registers
    from .formats import PDF, wanted

    of_it = ending.understood, ending.issue, ending.standing
    keeps_record = ending.made.keeps_record
    yield packed(ending.issue.document, ending.assets) if PDF in wanted(ending.formats) else b""
    progress("Writing the data book and the record")
    yield pickle.dumps(registers(*of_it), protocol=5) if keeps_record else b""
    yield pickle.dumps(ending.without_rows(), protocol=5)
    yield packed_record(*of_it) if keeps_record else b""


def hand_on(left: Iterable[bytes], words: Collection[str] = ()) -> None:
    """Leave the rest of the build to a process that has the room to itself, in the place of this one.

    It comes back, and nothing was done, only where there is no such thing, or no room on disk for what is handed on. `words` are for that process.
    """
    if os.name != "posix":
        return
    with contextlib.suppress(OSError), tempfile.TemporaryFile() as kept:
        for piece in left:
            send(cast(BinaryIO, kept), piece)
        kept.seek(0)
        os.set_inheritable(kept.fileno(), True)
        become(GOES_ON, str(kept.fileno()), *words)


def go_on(left: BinaryIO, progress: Progress) -> tuple[Ending, Built]:
    """Do what was left to do: the ending as it was handed on, and what was built.

    Raises:
        DrawingFailed: the pages could not be set.
        OSError: the output cannot be written, or is open in another program.
    """
    document, registers = receive(left), receive(left)
    data = _data_book(registers) if registers else b""
    del registers
    with Press(processors=2) if document else contextlib.nullcontext() as press:
        setting = set_alone(press, document) if press else None
    ending: Ending = pickle.loads(receive(left))
    from .beside import named

    record = receive(left)
    beside = named(ending.understood.case.month, data, gzip.decompress(record)) if record else {}
    return ending, ending.laid_down(ending.drawn(progress, setting), beside)


def set_alone(press: Press, document: bytes) -> Callable[[], Pdf]:
    """The pages, set while this process waits; the one that set them is ended before anything else is written.

    Raises:
        DrawingFailed: the pages could not be set. That this machine cannot make a PDF is said when they are asked for.
    """
    setting = press.begin_packed(document)
    del document
    from ..render.written import CannotDraw

    made: Pdf | CannotDraw
    try:
        made = setting()
    except CannotDraw as why:
        made = why
    press.rest()

    def pages() -> Pdf:
        if isinstance(made, CannotDraw):
            raise made
        return made

    return pages


def _data_book(registers: bytes) -> bytes:
    """The data book, by a process of its own; where that is not to be had, here."""
    data = b""
    with contextlib.suppress(OSError), start("commands.in_turn") as process:
        try:
            send(cast(BinaryIO, process.stdin), registers)
            data = receive(cast(BinaryIO, process.stdout))
        finally:
            process.kill()
    return data or _as_workbook(registers)


def _as_workbook(registers: bytes) -> bytes:
    from ..render import databook

    return databook.write(pickle.loads(registers))


def serve() -> None:
    """Write one data book for the process that started this one."""
    send(cast(BinaryIO, sys.stdout.buffer), _as_workbook(receive(cast(BinaryIO, sys.stdin.buffer))))


if __name__ == "__main__":
    serve()
