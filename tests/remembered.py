"""What does not change between two tests is worked out once: files nobody touched, texts already looked at, pages already set.

It is a matter of time alone. A file is known by every byte of it, a text by every letter, a document by all that it prints and its look. So a
test that changes one of them has it worked out anew, and one that changes how it is done (`monkeypatch`) comes before what is remembered.
"""

from __future__ import annotations

import os
import pickle
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from assurance_pack.commands.formats import FORMATS, Format, fingerprint
from assurance_pack.document.blocks import Document
from assurance_pack.intake import in_folder, read
from assurance_pack.intake.in_folder import Opened
from assurance_pack.intake.issued_before import IssuedBefore
from assurance_pack.intake.opening.grid import Refusal
from assurance_pack.render import Assets
from assurance_pack.rules import guard
from assurance_pack.senders import all_senders
from assurance_pack.settings import Settings

_BOOKS: dict[str, Any] = {}


@contextmanager
def remembered(shared: Path) -> Iterator[None]:
    """While this lasts, no file and no text is read twice, and no document is set twice; `shared` is a folder all workers can write in."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(in_folder, "begin_file", _once_a_file(in_folder.begin_file))
        patch.setattr(guard, "kinds_in", _once_a_text(guard.kinds_in))
        for name in ("pdf", "word"):
            patch.setitem(FORMATS, name, _once_a_document(FORMATS[name], shared / name))
        yield


_OPENED: OrderedDict[Any, Any] = OrderedDict()
_ARRIVED: OrderedDict[Any, Any] = OrderedDict()
AT_ONCE = 200
"""Readings that are remembered: those of the sample months, and some more; what was changed for one test is let go."""


@contextmanager
def read_once() -> Iterator[None]:
    """While this lasts, what a file holds is not understood twice either, where all that the reading takes from elsewhere is the same.

    It lasts for one test: another may change how a file is read.
    """
    with pytest.MonkeyPatch.context() as patch:
        opened = _once(_OPENED, lambda lying, begin=read.opened: begin(lying)())
        patch.setattr(read, "opened", lambda lying: lambda: opened(lying))
        patch.setattr(read, "arrived", _once(_ARRIVED, read.arrived))
        yield


def _once(known: OrderedDict[Any, Any], work: Any) -> Any:
    def of(*given: Any) -> Any:
        told = tuple(_told(one) for one in given)
        if told not in known:
            known[told] = work(*given)
        known.move_to_end(told)
        if len(known) > AT_ONCE:
            known.popitem(last=False)
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


def _once_a_file(begin_file: Callable[[Path], Callable[[], Any]]) -> Callable[[Path], Callable[[], Any]]:
    def of(path: Path) -> Callable[[], Any]:
        held = sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        if held in _BOOKS:
            return lambda: pickle.loads(_BOOKS[held])
        reading = begin_file(path)

        def made() -> Any:
            book = reading()
            if held and not isinstance(book, Refusal) and sha256(path.read_bytes()).hexdigest() == held:
                _BOOKS[held] = pickle.dumps(book)
            return book

        return made

    return of


@cache
def _once_a_text(kinds_in: Any) -> Any:
    @cache
    def of(text: str, where: Any, told: Any) -> Any:
        return tuple(kinds_in(text, where, told))

    return of


def _once_a_document(form: Format, folder: Path) -> Format:
    """A format whose writer keeps what it wrote; a folder of the Board's own templates is part of the document's name."""

    def write(document: Document, assets: Assets, pages: Mapping[str, int]) -> Any:
        folder.mkdir(parents=True, exist_ok=True)
        look = (
            fingerprint(document, assets),
            assets.engine,
            assets.folders,
            assets.fonts.family,
            [_digest(f) for f in assets.folders],
            dict(pages),
        )
        kept = folder / sha256(repr(look).encode()).hexdigest()
        if not kept.exists():
            beside = kept.with_suffix(f".{os.getpid()}")
            beside.write_bytes(pickle.dumps(form.write(document, assets, pages)))
            beside.replace(kept)
        return pickle.loads(kept.read_bytes())

    return replace(form, write=write)


@cache
def _digest(folder: Path) -> str:
    return sha256(b"".join(p.read_bytes() for p in sorted(folder.glob("*.j2")))).hexdigest()
