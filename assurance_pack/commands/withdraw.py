"""`pack withdraw`: personal data found after it was kept is taken out everywhere, and who did so, when, why and from where is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ..home import Home
from ..intake.receipts import arrivals
from ..model import Cell, Month
from ..model.text import SentText
from ..record import store
from ..record.approval import SealProblem
from ..record.manifest import MANIFEST_NAME, sha256
from ..record.seal import last_in_chain
from ..record.withdrawals import FOLDER, Withdrawal, WithdrawnCell, as_bytes, next_path
from ..record.writing import try_all, write_all, write_whole
from ..rules import guard
from ..rules.guard.withhold import WITHHELD
from ..settings import Settings
from .redact import Wanted, can_be_read, holds, letters, prose_of, record_without, without

LEAST = 6
"""Letters of words given by hand: fewer stand in too many words to be taken out wherever they are."""
LEAST_OF_A_CELL = 20
"""Letters of what stands in a cell: a shorter text (“Head of SEND”) goes from its cell, and stays where others wrote the same."""


@dataclass(frozen=True)
class Withdrawn:
    """What was, or would be, done: files marked, files taken away whole, and returns in which it still stands. `kept` is the withdrawal.

    `unread` are files of the archive that are torn, so that nobody can tell what stands in them.
    """

    places: tuple[str, ...]
    marked: tuple[Path, ...]
    removed: tuple[Path, ...]
    returns: tuple[Path, ...]
    unread: tuple[Path, ...] = ()
    kept: Path | None = None


def withdraw(
    home: Home,
    month: Month,
    settings: Settings,
    by: str,
    reason: str,
    now: datetime,
    *,
    place: str = "",
    item: str = "",
    words: str = "",
    do: bool = False,
) -> Withdrawn:
    """Take something out of every file of the archive.

    Args:
        home: the working folder.
        month: the month whose record holds it.
        settings: what `pack.toml` says.
        by: who decided, by role.
        reason: why, without what it was.
        now: when.
        place: a cell, as the pack prints it: ``Capital.xlsx › Risks!F9``.
        item: or an item by its ID: all its words go.
        words: or the words themselves.
        do: otherwise it is only said what would be done.

    Raises:
        SealProblem: the reason itself may identify a child, or nothing is found to withdraw.
        InUse: a file that holds it is open in another program; nothing was changed.
    """
    refuse_a_telling_reason(reason, by, settings)
    wanted, places = _wanted(home, month, place, item, words)
    files = {
        p: p.read_bytes() for p in sorted((home.root / "output").rglob("*")) if p.is_file() and f"output/{FOLDER}/" not in p.as_posix()
    }
    changes = {path: _without(path, data, wanted) for path, data in files.items() if _concerns(path, data, wanted)}
    if not changes:
        raise SealProblem("Nothing of this stands in the archive. Check how the place, the ID or the words are written.")
    marked = tuple(p for p, data in changes.items() if data is not None)
    removed = tuple(p for p, data in changes.items() if data is None)
    returns = tuple(
        p
        for m in home.months_with_returns
        for p in arrivals(home.inputs(m)).values()
        if p.is_file() and holds(p.read_bytes(), p.name, wanted)
    )
    unread = tuple(p for p, data in files.items() if not can_be_read(data, p.name))
    if not do:
        return Withdrawn(places, marked, removed, returns, unread)
    try_all(changes)
    kept = _keep(home, by, reason, now, places, wanted, changes)
    return Withdrawn(places, marked, removed, returns, unread, kept)


def refuse_a_telling_reason(reason: str, by: str, settings: Settings) -> None:
    """Stop where the reason of a withdrawal, which is kept, would say what is withdrawn.

    Raises:
        SealProblem: it may identify a child.
    """
    if guard.scan([SentText(cell=Cell(file="the reason"), text=f"{reason} {by}", prints=True)], settings):
        raise SealProblem("The reason may itself identify a child. Say why in words that could be read by anyone.")


def _wanted(home: Home, month: Month, place: str, item: str, words: str) -> tuple[Wanted, tuple[str, ...]]:
    """What to look for, and how it is spoken of."""
    if words:
        if len(letters(words)) < LEAST:
            raise SealProblem("These words are too short to be looked for everywhere. Name the cell with --place, or the item with --item.")
        return Wanted((words,)), ("words given by hand, wherever they stood",)
    found: set[str] = set()
    cells: set[Cell] = set()
    for row, prose in _rows(home, month):
        for column, at in row.get("cells", {}).items():
            cell = Cell(**at)
            asked = str(cell) == place or (column in prose and item and str(row.get("id", "")).upper() == item.strip().upper())
            if not asked or row.get(column) in (None, WITHHELD):
                continue
            cells.add(cell)
            if column in prose and len(letters(row[column])) >= LEAST_OF_A_CELL:
                found.add(row[column])
    if not cells:
        raise SealProblem(f"The record of {month.name} holds nothing from “{place or item}”. pack trace ID prints the places of an item.")
    return Wanted(tuple(sorted(found)), frozenset(cells), month), tuple(sorted(f"{month}: {cell}" for cell in cells))


def _rows(home: Home, month: Month) -> Iterator[tuple[dict[str, Any], frozenset[str]]]:
    """Every row of every record of a month, with the columns in which people write."""
    for said in _records(home, month):
        for sheet, lines in said.get("rows", {}).items():
            yield from ((row, prose_of(sheet)) for row in lines)


def _records(home: Home, month: Month) -> Iterator[dict[str, Any]]:
    """Every record of a month as it lies, sealed or not."""
    name = store.RECORD_NAME.format(month=month)
    for path in (home.output(month) / name, *home.output(month).glob(f"sealed/*/{name}")):
        try:
            yield json.loads(path.read_bytes())
        except (OSError, ValueError):
            continue


def _is_record(path: Path) -> bool:
    return path.name.startswith("record-") and path.suffix == ".json"


def _concerns(path: Path, data: bytes, wanted: Wanted) -> bool:
    if _is_record(path):
        return _same(record_without(data, wanted), data) is False
    return holds(data, path.name, wanted)


def _same(one: bytes, other: bytes) -> bool:
    return bool(json.loads(one) == json.loads(other))


def _without(path: Path, data: bytes, wanted: Wanted) -> bytes | None:
    return record_without(data, wanted) if _is_record(path) else without(data, path.name, wanted)


def _keep(
    home: Home,
    by: str,
    reason: str,
    now: datetime,
    places: tuple[str, ...],
    wanted: Wanted,
    changes: dict[Path, bytes | None],
) -> Path:
    """Keep the withdrawal first, so that what is changed is accounted for from the first file on; then change the files.

    Folders that hold a record come last, and what is taken away goes before the record beside it is marked: the words to look for are read
    from a record, so as long as they stand anywhere the same command can be given again, and finishes.
    """
    output = home.root / "output"
    sealed = {
        p.relative_to(output).as_posix(): sha256(data) if data is not None else "" for p, data in changes.items() if "sealed" in p.parts
    }
    said = Withdrawal(
        by=by, on=now.isoformat(timespec="seconds"), reason=reason, places=places, cells=tuple(_cells(home, wanted)),
        changed=sealed, follows=last_in_chain(home),
    )  # fmt: skip
    path = next_path(home)
    write_whole(path, as_bytes(said))
    for folder in sorted({p.parent for p in changes}, key=lambda f: (any(_is_record(p) for p in changes if p.parent == f), f)):
        here = {p: data for p, data in changes.items() if p.parent == folder}
        manifests = _manifests(folder, here, f"{FOLDER}/{path.name}")
        for one in (p for p, data in here.items() if data is None):
            one.unlink(missing_ok=True)
        write_all(folder, {p.name: data for p, data in here.items() if data is not None} | manifests)
    return path


def _cells(home: Home, wanted: Wanted) -> Iterator[WithdrawnCell]:
    """Every cell of every month's returns in which it stands, so that a later build of the same files does not print it again."""
    for month in store.months_kept(home):
        receipts = [r for said in _records(home, month) for r in said.get("receipts", ())]
        files = {r.get("file", ""): r.get("sha256", "") for r in receipts}
        found = {
            Cell(**at)
            for row, prose in _rows(home, month)
            for column, at in row.get("cells", {}).items()
            if (month == wanted.month and Cell(**at) in wanted.cells) or (column in prose and wanted.in_text(str(row.get(column) or "")))
        }
        for cell in sorted(found, key=lambda c: c.order):
            if cell.file in files:
                yield WithdrawnCell(month=month, file=cell.file, sheet=cell.sheet, ref=cell.ref, sha256=files[cell.file])


def _manifests(folder: Path, here: dict[Path, bytes | None], kept: str) -> dict[str, bytes]:
    """The manifests of a folder that is not sealed, saying what its files are since, and which were taken away by the withdrawal kept there."""
    found: dict[str, bytes] = {}
    for path in folder.glob("manifest*.json") if "sealed" not in folder.parts else ():
        said = json.loads(here.get(path) or path.read_bytes())
        files = said.get("files", {})
        for one, data in here.items():
            if one.name in files:
                files.pop(one.name)
                if data is not None:
                    files[one.name] = sha256(data)
                else:
                    said.setdefault("taken_away", {})[one.name] = kept
        said["files"] = dict(sorted(files.items()))
        found[path.name] = (json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()
    return found if any(p.name != MANIFEST_NAME for p in here) else {}


def withdrawn_lines(done: Withdrawn) -> Iterator[str]:
    """What was done, or would be, and what is left for a person."""
    yield "Withdrawn:" if done.kept else "This would be withdrawn; nothing has been changed yet:"
    yield from (f"  {place}" for place in done.places)
    yield f"{'Marked' if done.kept else 'To be marked'} “{WITHHELD}” in {len(done.marked)} files:"
    yield from (f"  {path}" for path in done.marked)
    if done.removed:
        yield f"{'Taken away whole' if done.kept else 'To be taken away whole'}, because words cannot be taken out of them:"
        yield from (f"  {path}" for path in done.removed)
        yield from dict.fromkeys(f"To have {what} again, without it: {how}" for what, how in map(_made_again, done.removed))
    if done.returns:
        yield "It still stands in these returns. Take it out there or delete them, and ask the sender to do the same:"
        yield from (f"  {path}" for path in done.returns)
    if done.unread:
        yield "These could not be looked through; open them yourself, or delete them:"
        yield from (f"  {path}" for path in done.unread)
    if done.kept:
        yield f"Kept: who, when, why and from where, in {done.kept}. “pack verify” holds every sealed file to it."
        yield "What was printed, sent or copied before is not reached from here: see docs/retention.md."
    else:
        yield "To do it, give the same command again with --yes."


def _made_again(path: Path) -> tuple[str, str]:
    """What was taken away, and how it is had again without what was withdrawn."""
    month = next((part for part in reversed(path.parts) if Month.PATTERN.fullmatch(part)), "")
    kind = path.suffix.removeprefix(".").upper()
    if "sealed" in path.parts:
        version = path.parent.name
        return (
            f"the {kind} of version {version.removeprefix('v')}",
            f"save the Word file in output/{month}/sealed/{version} as PDF; that version stays approved.",
        )
    if "messages" in path.parts:
        return f"the messages of {month}", f"pack forms --month {month} or pack chase --month {month}."
    return f"the {kind} of {month}", f"pack build --month {month}."
