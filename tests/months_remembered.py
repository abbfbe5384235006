"""A month that is the same to the last byte is read once, judged once and counted once; a form on which the same stands is drawn once.

Returns are known by every byte in their folder, with the forms issued for the month and what was withdrawn; settings by all they hold. What was
made of these is known by being the very same thing again: the rows of a month, its record, the month after the rules. None of it is ever changed.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from assurance_pack import pipeline
from assurance_pack.commands import brief, build, edited_pdf, forms
from assurance_pack.home import Home
from assurance_pack.intake.read import Read
from assurance_pack.model import Month
from assurance_pack.pipeline import earlier_months
from assurance_pack.position import whole
from assurance_pack.record import store
from assurance_pack.record.file import File
from assurance_pack.record.laid_out import Places
from assurance_pack.record.manifest import place_of
from assurance_pack.record.month import Record
from assurance_pack.record.withdrawals import withdrawals
from assurance_pack.render import databook
from assurance_pack.returns.received import ReceiptState
from assurance_pack.settings import Settings
from patched import is_patched
from remembered import once, told_settings

_READ: OrderedDict[Any, Any] = OrderedDict()
_JUDGED: OrderedDict[Any, Any] = OrderedDict()
_COUNTED: OrderedDict[Any, Any] = OrderedDict()
_FROZEN: OrderedDict[Any, Any] = OrderedDict()
_KEPT: OrderedDict[Any, Any] = OrderedDict()
_DRAWN: OrderedDict[Any, Any] = OrderedDict()
_SHOWN: OrderedDict[Any, Any] = OrderedDict()
_ISSUED: OrderedDict[Any, Any] = OrderedDict()
_BOOKS: OrderedDict[Any, Any] = OrderedDict()
_WRITTEN: OrderedDict[Any, Any] = OrderedDict()
MONTHS_AT_ONCE = 40
"""Months that are remembered: those of the sample, as often as they come in one state or another."""


def months_once(patch: pytest.MonkeyPatch) -> None:
    """From now on, until the patch is undone."""
    reading, judging = _read_once(pipeline.read_returns), _judged_once(pipeline.through_the_rules)
    for place in (pipeline, earlier_months):
        patch.setattr(place, "read_returns", reading)
        patch.setattr(place, "through_the_rules", judging)
    patch.setattr(earlier_months, "record_of", once(_FROZEN, earlier_months.record_of, _themselves, MONTHS_AT_ONCE))
    patch.setattr(edited_pdf, "_pages", once(_SHOWN, edited_pdf._pages, None, MONTHS_AT_ONCE))
    patch.setattr(build, "issue", once(_ISSUED, build.issue, _themselves_and_words, MONTHS_AT_ONCE))
    patch.setattr(databook, "write", once(_BOOKS, databook.write, repr, MONTHS_AT_ONCE))
    patch.setattr(whole, "take", once(_COUNTED, whole.take, _themselves, MONTHS_AT_ONCE))
    patch.setattr(store, "from_bytes", _kept_once(store.from_bytes))
    drawing = once(_DRAWN, forms.write, lambda form, settings: (repr(form), told_settings(settings)))
    for sending in (forms, brief):
        patch.setattr(sending, "write", drawing)
    patch.setattr(store, "as_bytes", once(_WRITTEN, store.as_bytes, _themselves, MONTHS_AT_ONCE))


def _themselves(*given: Any, **named: Any) -> Any:
    """Known by being these very things."""
    return tuple(map(id, given)), tuple(sorted(named.items()))


def _themselves_and_words(*given: Any, **named: Any) -> Any:
    """Known by being these very things, and by what is said beside them."""
    return tuple(map(id, given)), repr(sorted(named.items()))


def _bytes_of_a_record(
    data: bytes | File, month: Month, folder: Path, remedy: str, *, as_needed: bool = False, places: Places | None = None
) -> Any:
    """Known by its bytes, and by where its parts are said to lie in them."""
    held = sha256(data.view if isinstance(data, File) else data).digest()
    return held, month, place_of(folder), remedy, as_needed, places and places.model_dump_json()


@dataclass(frozen=True)
class _InMemory(File):
    """A file of which everything was taken: what is left in it until it is asked for may be asked for by a test in another folder."""

    def part(self, begin: int, end: int) -> bytes:
        """A part of it, as it was."""
        return bytes(self.view[begin:end])


def _kept_once(work: Callable[..., Record]) -> Callable[..., Record]:
    remembered = once(
        _KEPT,
        lambda data, *more, **named: work(_taken(data) if isinstance(data, File) else data, *more, **named),
        _bytes_of_a_record,
        MONTHS_AT_ONCE,
    )
    return lambda *given, **named: (work if is_patched() else remembered)(*given, **named)


def _taken(file: File) -> File:
    return _InMemory(file.path, memoryview(bytes(file.view)), file.was)


# ---------- read ----------


def _read_once(work: Callable[..., Read]) -> Callable[..., Read]:
    def of(home: Home, month: Month, settings: Settings, history: Iterable[Record]) -> Read:
        before = tuple(history)
        by = None if is_patched() else _lying(home, month, settings, before)
        if by is None:
            return work(home, month, settings, before)
        if by not in _READ:
            read = work(home, month, settings, before)
            if any(r.state is ReceiptState.REFUSED for r in read.returns.receipts):  # the machine may have been too busy to read it in time
                return read
            _READ[by] = read, before
        _READ.move_to_end(by)
        if len(_READ) > MONTHS_AT_ONCE:
            _READ.popitem(last=False)
        return _READ[by][0]

    return of


def _lying(home: Home, month: Month, settings: Settings, before: tuple[Record, ...]) -> Any:
    """All that the reading of a month takes up: None where something lies there that is no plain file, or is not given up."""
    folder = home.inputs(month)
    found = []
    try:
        for path in sorted(folder.rglob("*")):
            if path.is_symlink() or not (path.is_file() or path.is_dir()):
                return None
            found.append((str(path.relative_to(folder)), path.read_bytes() if path.is_file() else None))
        forms = [(path.name, path.read_bytes()) for path in sorted((home.output(month) / "forms").glob("*.xlsx"))]
    except OSError:
        return None
    gone = [(one.path.name, one.digest) for one in withdrawals(home).kept]
    said = repr((month, told_settings(settings), tuple(map(id, before)), folder.is_dir(), gone)).encode()
    return sha256(said + _digest(found) + _digest(forms)).digest()


def _digest(files: list[tuple[str, bytes | None]]) -> bytes:
    return sha256(repr([(name, sha256(held).digest() if held is not None else None) for name, held in files]).encode()).digest()


# ---------- judged ----------


def _judged_once(work: Callable[..., Any]) -> Callable[..., Any]:
    def of(
        read: Read,
        month: Month,
        settings: Settings,
        history: tuple[Record, ...],
        last: Record | None,
        withholding: bool,
        kept: Callable[[], Record | None] = lambda: None,
    ) -> Any:
        by = (id(read), month, told_settings(settings), tuple(map(id, history)), id(last), withholding)
        if is_patched():
            return work(read, month, settings, history, last, withholding, kept)
        if by in _JUDGED:
            _JUDGED.move_to_end(by)
            return _JUDGED[by][0]
        asked = []

        def for_its_record() -> Record | None:
            asked.append(month)
            return kept()

        judged = work(read, month, settings, history, last, withholding, for_its_record)
        if not asked:  # or it hangs on the month's own record too
            _JUDGED[by] = judged, read, history, last
            if len(_JUDGED) > MONTHS_AT_ONCE:
                _JUDGED.popitem(last=False)
        return judged

    return of
