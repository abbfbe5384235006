"""What does not change between two faults is worked out once: files nobody touched, and texts already looked at.

It is a matter of time alone: a file is known by its name and every byte of it, a text by every letter.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assurance_pack.intake import read
from assurance_pack.intake.in_folder import Opened
from assurance_pack.intake.issued_before import IssuedBefore
from assurance_pack.rules import guard
from assurance_pack.senders import all_senders
from assurance_pack.settings import Settings


@contextmanager
def remembered() -> Iterator[None]:
    """While this lasts, no file and no text is read twice."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(read, "opened", _once(read.opened))
        patch.setattr(read, "arrived", _once(read.arrived))
        patch.setattr(guard, "kinds_in", _once_a_text(guard.kinds_in))
        yield


def _once(work: Any) -> Any:
    known: dict[Any, Any] = {}

    def of(*given: Any) -> Any:
        told = tuple(_told(one) for one in given)
        if told not in known:
            known[told] = work(*given)
        return known[told]

    return of


def _told(given: Any) -> Any:
    """What is known of a thing: of a file its name and content, of settings and dates all they hold, of what went before all that is asked of it.

    A file that was opened before is the very same thing again.
    """
    if isinstance(given, Opened):
        return given
    if isinstance(given, IssuedBefore):
        forms = tuple((path.name, path.read_bytes()) for path in sorted(given._folder.glob("*.xlsx")))
        return forms, tuple(tuple(given.repeated(sender)) for sender in all_senders(given._settings))
    if isinstance(given, tuple):
        return tuple(_told(one) for one in given)
    if isinstance(given, Path):
        return given.name, given.read_bytes() if given.is_file() else None
    if isinstance(given, Settings):
        return given.model_dump_json()
    return tuple(sorted(given.items())) if isinstance(given, dict) else given


def _once_a_text(kinds_in: Any) -> Any:
    @cache
    def of(text: str, where: Any, told: Any) -> Any:
        return tuple(kinds_in(text, where, told))

    return of
