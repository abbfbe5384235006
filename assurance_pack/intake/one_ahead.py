"""Does what takes waiting for one thing while the thing before it is looked at: the process that reads files has the next one ready by then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


def one_ahead(work: Callable[[T], R], things: Iterable[T]) -> Iterator[R]:
    """What `work` makes of each thing, in their order. It is at work on one thing at a time, and at most one ahead of whoever asks."""
    begun: _Begun[T, R] | None = None
    for thing in things:
        made = [begun.made()] if begun else []
        begun = _Begun(work, thing)
        yield from made
    if begun:
        yield begun.made()


class _Begun(Generic[T, R]):
    """Work on one thing, begun beside what this process goes on with. Its thread ends with the process, whatever it waits for."""

    def __init__(self, work: Callable[[T], R], thing: T) -> None:
        self._came: R | None = None
        self._fault: BaseException | None = None
        self._thread = Thread(target=self._do, args=(work, thing), daemon=True)
        self._thread.start()

    def _do(self, work: Callable[[T], R], thing: T) -> None:
        try:
            self._came = work(thing)
        except BaseException as why:  # raised again by whoever waits for it
            self._fault = why

    def made(self) -> R:
        """What came of it, once it is there."""
        self._thread.join()
        if self._fault is not None:
            raise self._fault
        assert self._came is not None
        return self._came
