"""`pack withdraw`: personal data found after it was kept is taken out everywhere, and who did so, when, why and from where is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
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
from ..record.withdrawals import FOLDER, Withdrawal, WithdrawnCell, as_bytes, fingerprints_of, letters, next_path
from ..record.writing import try_all, write_all, write_whole
from ..rules import guard
from ..rules.guard.withhold import WITHHELD
from ..settings import Settings
from .had_again import made_again
from .redact import as_said, called_by, can_be_read, cell_at, holds, prose_of, record_without, roles_of, rows_of, without
from .wanted import LEAST, LEAST_OF_A_CELL, Wanted
from .withdrawn import Withdrawn


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
    changes = _with_pages_beside({p: anew for p, data in files.items() for anew in _changed(p, data, wanted)}, files)
    if not changes:
        raise SealProblem("Nothing of this stands in the archive. Check how the place, the ID or the words are written.")
    removed = [p for p, data in changes.items() if data is None]
    done = Withdrawn(
        places,
        marked=tuple(_shown(p, wanted) for p, data in changes.items() if data is not None),
        removed=tuple(_shown(p, wanted) for p in removed),
        returns=tuple(_shown(p, wanted) for p in _returns_with(home, wanted)),
        again=made_again(home, removed),
        unread=tuple(_shown(p, wanted) for p, data in files.items() if not can_be_read(data, p.name)),
    )
    if not do:
        return done
    try_all(changes)
    return replace(done, kept=_keep(home, by, reason, now, places, wanted, changes))


def _returns_with(home: Home, wanted: Wanted) -> Iterator[Path]:
    """Returns in which it still stands, in the file or in its name."""
    for month in home.months_with_returns:
        for path in arrivals(home.inputs(month)).values():
            if path.is_file() and (wanted.in_text(path.name) or holds(path.read_bytes(), path.name, wanted)):
                yield path


def _shown(path: Path, wanted: Wanted) -> Path:
    """A file as it may be named."""
    return path.with_name(f"(a file whose name holds the words){path.suffix}") if wanted.in_text(path.stem) else path


def _with_pages_beside(changes: dict[Path, bytes | None], files: dict[Path, bytes]) -> dict[Path, bytes | None]:
    """With the PDF and the web page of every Word file that held it: where a page ends in the midst of the words, they are not found in them."""
    drawn = (word.with_suffix(ending) for word in changes if word.suffix == ".docx" for ending in _DRAWN_FROM_THE_SAME)
    return changes | {page: None for page in drawn if page in files}


_DRAWN_FROM_THE_SAME = (".pdf", ".html")


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
    named: set[str] = set()
    cells: set[Cell] = set()
    for sheet, row in _rows(home, month):
        prose, roles = prose_of(sheet), roles_of(sheet)
        for column, at in row.get("cells", {}).items():
            cell = cell_at(at)
            asked = str(cell) == place or (column in prose and item and str(row.get("id", "")).upper() == item.strip().upper())
            if cell is None or not asked or row.get(column) in (None, WITHHELD):
                continue
            cells.add(cell)
            if column in prose and column not in roles and len(letters(row[column])) >= LEAST_OF_A_CELL:
                found.add(row[column])
                named |= {row[column]} if called_by(sheet, column) else set()
    if not cells:
        raise SealProblem(f"The record of {month.name} holds nothing from “{place or item}”. pack trace ID prints the places of an item.")
    wanted = Wanted((), frozenset(cells), month, tuple(sorted(found)), tuple(sorted(named)))
    return wanted, tuple(sorted(f"{month}: {cell}" for cell in cells))


def _rows(home: Home, month: Month) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every row of every record of a month, with the sheet it is of."""
    for said in _records(home, month):
        yield from rows_of(said)


def _records(home: Home, month: Month) -> Iterator[dict[str, Any]]:
    """Every record of a month as it lies, sealed or not."""
    name = store.RECORD_NAME.format(month=month)
    for path in (home.output(month) / name, *home.output(month).glob(f"sealed/*/{name}")):
        said = as_said(path.read_bytes()) if path.is_file() else None
        if isinstance(said, dict):
            yield said


def _is_record(path: Path) -> bool:
    return path.name.startswith("record-") and path.suffix == ".json"


def _changed(path: Path, data: bytes, wanted: Wanted) -> Iterator[bytes | None]:
    """What is to lie in the place of a file, if it has to be changed. One of ours that is torn cannot be: it is named, and left to a person."""
    if path.suffix == ".json":
        if as_said(data) is not None and (anew := _without(path, data, wanted)) != data:
            yield anew
    elif wanted.in_text(path.stem) or holds(data, path.name, wanted):
        yield _without(path, data, wanted)


def _without(path: Path, data: bytes, wanted: Wanted) -> bytes | None:
    if _is_record(path):
        return record_without(data, wanted)
    return None if wanted.in_text(path.stem) else without(data, path.name, wanted)


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
    output, on, found = home.root / "output", now.isoformat(timespec="seconds"), dict(_cells(home, wanted))
    sealed = {
        p.relative_to(output).as_posix(): sha256(data) if data is not None else "" for p, data in changes.items() if "sealed" in p.parts
    }
    said = Withdrawal(
        by=by, on=on, reason=reason, places=places, cells=tuple(found), texts=fingerprints_of(filter(None, found.values()), on),
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


def _cells(home: Home, wanted: Wanted) -> Iterator[tuple[WithdrawnCell, str]]:
    """Every cell of every month's returns in which it stands, so that a later build of the same files does not print it again; and its text, if it
    is long enough to be known by it."""
    for month in store.months_kept(home):
        receipts = [r for said in _records(home, month) for r in said.get("receipts", ()) if isinstance(r, dict)]
        files = {r.get("file", ""): r.get("sha256", "") for r in receipts}
        found: dict[Cell, str] = {}
        for sheet, row in _rows(home, month):
            for column, at in row.get("cells", {}).items():
                cell, text = cell_at(at), str(row.get(column) or "") if column in prose_of(sheet) else ""
                if cell and ((month == wanted.month and cell in wanted.cells) or wanted.in_text(text)):
                    found[cell] = text if text != WITHHELD and column not in roles_of(sheet) else found.get(cell, "")
        for cell in sorted(found, key=lambda c: c.order):
            if cell.file in files:
                shown = "" if wanted.in_text(cell.file) else cell.file
                told = found[cell] if len(letters(found[cell])) >= LEAST_OF_A_CELL else ""
                yield WithdrawnCell(month=month, file=shown, sheet=cell.sheet, ref=cell.ref, sha256=files[cell.file]), told


def _manifests(folder: Path, here: dict[Path, bytes | None], kept: str) -> dict[str, bytes]:
    """The manifests of a folder that is not sealed, saying what its files are since, and which were taken away by the withdrawal kept there."""
    found: dict[str, bytes] = {}
    for path in folder.glob("manifest*.json") if "sealed" not in folder.parts else ():
        said = as_said(here.get(path) or path.read_bytes())
        files = said.get("files") if isinstance(said, dict) else None
        if not isinstance(files, dict):
            continue  # it is torn: the next build writes it anew
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
