"""Has what takes waiting for one thing begun while the thing before it is looked at: the process that reads files has the next one ready by then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def one_ahead(begin: Callable[[T], Callable[[], R]], things: Iterable[T]) -> Iterator[R]:
    """What comes of each thing, in their order. `begin` gives what waits for it; a thing is begun when the one before it is there, and not yet looked at."""
    waiting: Callable[[], R] | None = None
    for thing in things:
        made = [waiting()] if waiting else []
        waiting = begin(thing)
        yield from made
    if waiting:
        yield waiting()
