"""`pack build --watch`: the pack is built again whenever a return, pack.toml or a page template changes, until somebody stops it."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from ..assess.changes import compare
from ..english import counted, in_words
from ..exit_codes import DONE
from ..home import Home
from ..intake.opening.reader import remember_files
from ..intake.receipts import is_lock
from ..model import Month
from ..pipeline import record_of
from ..render import CannotDraw
from ..senders import disagreements, sender_name
from ..settings import Settings
from ..settings_file import SettingsProblem, load
from .built import built_lines
from .compare import change_note
from .ending import Built
from .faults import spoken

STILL = 0.5
"""Seconds for which every file must stay as it is before it is read: a program that saves a file writes it in pieces."""
PATIENCE = 10.0
"""Seconds to wait for a file that is no whole workbook or document yet; after that it is read as it is, and said to be damaged."""
LOOK = 5_000
"""Milliseconds between two looks where nothing is told of: of changes on some network drives a machine is never told."""
IN_A_ZIP = (".xlsx", ".docx", ".ods", ".xlsb", ".xlsm")
"""The endings of files that are whole when their list of parts, which is written last, is there."""

Look = Mapping[Path, tuple[int, int]]
"""Each file with when it was written and its size."""


def watch(
    home: Home, month: Month, build: Callable[[Settings], Built], tell: Callable[[str], None], woken: Iterable[object] | None = None
) -> int:
    """Build, and build again after each change; give 0 when stopped from the keyboard.

    Args:
        home: the working folder.
        month: the month to build.
        build: makes the pack once, by the settings as they are then.
        tell: prints a line.
        woken: gives something whenever it is time to look; the machine's own word where it is left out.

    Raises:
        CannotDraw: the library that tells of changes is not on this machine.
    """
    remember_files()
    last: Built | None = None
    try:
        for changed in changes(home, month, woken or _told_of(home, month)):
            began = time.monotonic()
            try:
                built = build(load(home.settings_file, disagreements))
            except SettingsProblem as fault:
                tell(" ".join(fault.lines))
            except Exception as fault:  # whatever happens, it is said in a sentence, and the next change is waited for
                tell(spoken(fault)[0])
            else:
                told = [_again(home, last, built, changed, time.monotonic() - began)] if last else built_lines(built)
                tell("\n".join(told))
                last = built
            tell("Waiting for a change. Ctrl-C ends it.")
    except KeyboardInterrupt:
        tell("Ended. What was built last lies in the output folder." if last else "Ended, before a pack was built.")
    return DONE


def changes(home: Home, month: Month, woken: Iterable[object]) -> Iterator[frozenset[Path]]:
    """None at first; then, each time, the files that changed, came or went since, when all of them have been still for a while."""
    before = look(home, month)
    yield frozenset()
    for _ in woken:
        if look(home, month) == before:
            continue
        now = _when_still(home, month, before)
        changed = frozenset(path for path in {*now, *before} if now.get(path) != before.get(path))
        before = now
        if changed:
            yield changed


def look(home: Home, month: Month) -> Look:
    """The files a pack is made of, as they are now: pack.toml, the month's returns and the Board's own page templates."""
    found: dict[Path, tuple[int, int]] = {}
    for path in (home.settings_file, *home.inputs(month).rglob("*"), *_templates(home).rglob("*")):
        try:
            if path.is_file() and not is_lock(path.name):
                told = path.stat()
                found[path] = (told.st_mtime_ns, told.st_size)
        except OSError:  # it went while it was looked at
            continue
    return found


def _templates(home: Home) -> Path:
    return home.root / "templates" / "look"


def _when_still(home: Home, month: Month, before: Look) -> Look:
    """The files once nothing is being saved any more."""
    since, now = time.monotonic(), look(home, month)
    while True:
        time.sleep(STILL)
        again = look(home, month)
        half = any(_half_saved(path) for path in again if again[path] != before.get(path))
        if again == now and not (half and time.monotonic() - since < PATIENCE):
            return again
        now = again


def _half_saved(path: Path) -> bool:
    try:
        return path.suffix.lower() in IN_A_ZIP and not zipfile.is_zipfile(path)
    except OSError:
        return True


def _told_of(home: Home, month: Month) -> Iterator[object]:
    """Something each time the machine says that a file changed, and every few seconds besides."""
    try:
        import watchfiles
    except ImportError as why:
        raise CannotDraw(
            "pack build --watch needs the library watchfiles, which is not here. Install pack again, as the README says."
        ) from why
    root = home.root.resolve()
    concerned = (root / "pack.toml", root / "inputs" / month, root / "templates")
    yield from watchfiles.watch(
        root, watch_filter=lambda change, path: any(Path(path).is_relative_to(c) for c in concerned),
        debounce=400, rust_timeout=LOOK, yield_on_timeout=True,
    )  # fmt: skip


def _again(home: Home, last: Built, built: Built, changed: frozenset[Path], seconds: float) -> str:
    """``14:32 Capital and Sufficiency changed. Built again in 6 s: M-CAP-007 Forecast now: … and 2 more changes; 11 pages.``"""
    before, now = last.understood, built.understood
    found = compare(now.case.returns, record_of(before, version=last.standing.version), now.settings)
    first, more = next(iter(change_note(found)), "no item changed"), len(tuple(found.everything)) - 1
    news = f"{first} and {counted(more, 'more change')}" if more > 0 else first
    pages = f"; {counted(built.pages, 'page')}" if built.pages is not None else ""
    return (
        f"{datetime.now():%H:%M} {_changed_by_sender(home, last, built, changed)} changed. Built again in {seconds:.0f} s: {news}{pages}."
    )


def _changed_by_sender(home: Home, last: Built, built: Built, changed: frozenset[Path]) -> str:
    """What changed, by sender: the name of a file may hold what must not be printed."""
    senders = {
        r.file: sender_name(r.sender, built.understood.settings)
        for understood in (last.understood, built.understood)
        for r in understood.case.returns.receipts
        if r.file and r.sender
    }
    names = []
    for path in sorted(changed):
        if path == home.settings_file:
            names.append("pack.toml")
        elif path.is_relative_to(_templates(home)):
            names.append("a page template")
        else:
            names.append(senders.get(path.name, "another file of the month"))
    return in_words(dict.fromkeys(names))
