"""What does not change between two tests is worked out once: files nobody touched, texts already looked at, pages already set, months already judged.

It is a matter of time alone. A file is known by every byte of it, a text by every letter, a document by all that it prints and its look, a month
by all of that (`months_remembered`). So a test that changes one of them has it worked out anew. A test that changes how something is done (it
asks for `monkeypatch`) comes before what is remembered of files and months: it is given none of it, and leaves none of it behind.
"""

from __future__ import annotations

import os
import pickle
import tomllib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assurance_pack import rules
from assurance_pack.commands.formats import FORMATS, Format, fingerprint
from assurance_pack.document.blocks import Document
from assurance_pack.intake import in_folder, read
from assurance_pack.intake.in_folder import Opened
from assurance_pack.intake.issued_before import IssuedBefore
from assurance_pack.intake.opening.grid import Refusal
from assurance_pack.intake.reading import read_book
from assurance_pack.intake.reading.locate import Located
from assurance_pack.intake.reading.rows import Lines
from assurance_pack.render import Assets
from assurance_pack.rules import guard
from assurance_pack.senders import all_senders
from assurance_pack.settings import Settings
from patched import is_patched
from workbooks_remembered import once_a_workbook

_BOOKS: dict[str, Any] = {}


@contextmanager
def remembered(shared: Path) -> Iterator[None]:
    """While this lasts, nothing is read, understood or set twice; `shared` is a folder all workers can write in."""
    from months_remembered import months_once

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(in_folder, "begin_file", _once_a_file(in_folder.begin_file))
        patch.setattr(openpyxl, "load_workbook", once_a_workbook(openpyxl.load_workbook))
        patch.setattr(guard, "kinds_in", _once_a_text(guard.kinds_in))
        patch.setattr(tomllib, "loads", _once_a_pack_toml(tomllib.loads))
        patch.setattr(rules, "redacted", _once_a_sentence(rules.redacted))
        opened = once(_OPENED, lambda lying, begin=read.opened: begin(lying)())
        patch.setattr(read, "opened", lambda lying, begin=read.opened: begin(lying) if is_patched() else lambda: opened(lying))
        patch.setattr(read, "arrived", once(_ARRIVED, read.arrived))
        patch.setattr(read_book, "read_rows", _once_a_sheet(read_book.read_rows))
        months_once(patch)
        for name in ("pdf", "word", "html"):
            patch.setitem(FORMATS, name, _once_a_document(FORMATS[name], shared / name))
        yield


@pytest.fixture(scope="package", autouse=True)
def nothing_is_worked_out_twice(shared: Path) -> Iterator[None]:
    """For a folder whose `conftest.py` takes this in: the sample months are built over and over there."""
    with remembered(shared):
        yield


@pytest.fixture(scope="package", autouse=True)
def no_sentence_is_looked_through_twice() -> Iterator[None]:
    """For a folder in which rules are run by themselves, over and over."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rules, "redacted", _once_a_sentence(rules.redacted))
        yield


@pytest.fixture
def nothing_is_remembered() -> None:
    """For a test of how much is done, and when."""


_OPENED: OrderedDict[Any, Any] = OrderedDict()
_ARRIVED: OrderedDict[Any, Any] = OrderedDict()
AT_ONCE = 200
"""Readings that are remembered: those of the sample months, and some more; what was changed for one test is let go."""


def once(known: OrderedDict[Any, Any], work: Any, told: Callable[..., Any] | None = None, at_once: int = AT_ONCE) -> Any:
    """The same work, done once for what it is given; `told` makes of that what it is known by (None: this once it is not remembered)."""

    def of(*given: Any, **named: Any) -> Any:
        by = None if is_patched() else told(*given, **named) if told else tuple(_told(one) for one in given)
        if by is None:
            return work(*given, **named)
        if by not in known:
            known[by] = (work(*given, **named), given, named)  # what was given stays alive, so that nothing else is ever taken for it
        known.move_to_end(by)
        if len(known) > at_once:
            known.popitem(last=False)
        return known[by][0]

    return of


def _told(given: Any) -> Any:
    """What is known of a thing: of a file its name and content, of settings and dates all they hold, of what went before all that is asked of it.

    A file that was opened before is the very same thing again.
    """
    if isinstance(given, Opened):
        return given
    if isinstance(given, IssuedBefore):
        return _told_before(given)
    if isinstance(given, tuple):
        return tuple(_told(one) for one in given)
    if isinstance(given, Path):
        return given.name, given.read_bytes() if given.is_file() else None
    if isinstance(given, Settings):
        return told_settings(given)
    return tuple(sorted(given.items())) if isinstance(given, dict) else given


def _told_before(before: IssuedBefore) -> Any:
    """It lives as long as a month is read, and what it knows does not change meanwhile."""
    if "told" not in vars(before):
        forms = tuple((path.name, path.read_bytes()) for path in sorted(before._folder.glob("*.xlsx")))
        vars(before)["told"] = forms, tuple(tuple(before.repeated(sender)) for sender in all_senders(before._settings))
    return vars(before)["told"]


_SETTINGS: OrderedDict[int, tuple[Settings, str]] = OrderedDict()


def told_settings(settings: Settings) -> str:
    """All that settings hold."""
    if id(settings) not in _SETTINGS:
        _SETTINGS[id(settings)] = settings, sha256(settings.model_dump_json().encode()).hexdigest()
        if len(_SETTINGS) > AT_ONCE:
            _SETTINGS.popitem(last=False)
    return _SETTINGS[id(settings)][1]


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


_SHEETS: OrderedDict[Any, list[tuple[Any, Lines]]] = OrderedDict()


def _once_a_sheet(read_rows: Callable[..., Lines]) -> Callable[..., Lines]:
    """The rows of a sheet on which the same stands in every cell, though another sheet of its file was changed."""

    def of(found: Located, sender: Any, settings: Settings, month: Any = None) -> Lines:
        if is_patched():
            return read_rows(found, sender, settings, month)
        by = found.sheet, found.file, found.grid.title, sender, month, told_settings(settings)
        stands = found.grid, found.heading_row, found.places, found.answers, found.known, found.headings, found.last_month, found.key_row
        known = _SHEETS.setdefault(by, [])
        _SHEETS.move_to_end(by)
        for other, lines in known:
            if other == stands:
                return lines
        lines = read_rows(found, sender, settings, month)
        known[1:] = [*known[1:][-1:], (stands, lines)]  # as it was sent, and the last two that were changed
        if len(_SHEETS) > AT_ONCE:
            _SHEETS.popitem(last=False)
        return lines

    return of


_TOML: dict[str, bytes] = {}


def _once_a_pack_toml(loads: Callable[[str], Any]) -> Callable[[str], Any]:
    def of(text: str) -> Any:
        if text not in _TOML:
            _TOML[text] = pickle.dumps(loads(text))
        return pickle.loads(_TOML[text])

    return of


def _once_a_sentence(redacted: Callable[..., str]) -> Callable[..., str]:
    """A sentence the guard looked through before it left: known by every letter, and by what the guard was told."""
    known: dict[Any, str] = {}

    def of(sentence: str, told: Any) -> str:
        if is_patched():
            return redacted(sentence, told)
        if (sentence, told) not in known:
            known[sentence, told] = redacted(sentence, told)
        return known[sentence, told]

    return of


@cache
def _once_a_text(kinds_in: Any) -> Any:
    known: dict[Any, dict[Any, Any]] = {}
    asked: list[Any] = [None, {}]

    def of(text: str, where: Any, told: Any) -> Any:
        if told is not asked[0]:  # of a month's texts all are asked for beside the same
            asked[:] = told, known.setdefault(told, {})
        found = asked[1]
        if (text, where) not in found:
            found[text, where] = tuple(kinds_in(text, where, told))
        return found[text, where]

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
