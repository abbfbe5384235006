"""Approved, no longer rewritten: the files of a version as built, their fingerprints, who approved them and when."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..intake.receipts import arrivals, is_lock, is_out_of_sight, no_file
from ..intake.receipts import digest as intake_digest
from ..model import Month
from ..settings import Home
from . import store

SEAL_NAME = "seal.json"


class SealProblem(Exception):
    """A month cannot be sealed as it stands; the text says why and what to do."""


@dataclass(frozen=True)
class Seal:
    """One sealed version. `tampered` names files that are no longer as sealed."""

    version: str
    by: str
    on: str
    folder: Path
    files: dict[str, str]
    tampered: tuple[str, ...]


def sealed_versions(home: Home, month: Month) -> tuple[Seal, ...]:
    """The sealed versions of a month, oldest first."""
    folders = sorted((home.output(month) / "sealed").glob("v*"), key=lambda p: store.version_order(p.name))
    return tuple(_read(f) for f in folders if (f / SEAL_NAME).exists())


def _read(folder: Path) -> Seal:
    said = json.loads((folder / SEAL_NAME).read_bytes())
    changed = tuple(
        name
        for name, digest in sorted(said["files"].items())
        if not (folder / name).exists() or store.sha256((folder / name).read_bytes()) != digest
    )
    return Seal(said["version"], said["by"], said["on"], folder, said["files"], changed)


def next_version(home: Home, month: Month) -> str:
    """The version a build makes: 1.0 until it is sealed, then 1.1, and so on."""
    sealed = sealed_versions(home, month)
    if not sealed:
        return "1.0"
    major, minor = store.version_order(sealed[-1].version)
    return f"{major}.{minor + 1}"


def seal(home: Home, month: Month, by: str, now: datetime) -> Seal:
    """Seal the files of a month as built.

    Args:
        home: the working folder.
        month: the month to seal.
        by: who approves, by role.
        now: when; the one place a clock is read, to log an approval.

    Raises:
        SealProblem: nothing is built, a file was altered after it was built, or a return has changed since.
    """
    folder = home.output(month)
    manifest_path = folder / store.MANIFEST_NAME
    if not manifest_path.exists():
        raise SealProblem(f"Nothing has been built for {month.name}. Build it first: pack build --month {month}.")
    manifest = json.loads(manifest_path.read_bytes())
    if manifest["version"] in {s.version for s in sealed_versions(home, month)}:
        raise SealProblem(
            f"Version {manifest['version']} is sealed already. A later build makes the next version, which can then be approved."
        )
    _refuse_if_changed(home, month, manifest)
    files = {name: (folder / name).read_bytes() for name in manifest["files"]}
    files[store.MANIFEST_NAME] = manifest_path.read_bytes()
    said = {
        "version": manifest["version"],
        "by": by,
        "on": now.isoformat(timespec="seconds"),
        "files": {name: store.sha256(data) for name, data in files.items()},
    }
    target = folder / "sealed" / f"v{manifest['version']}"
    # the seal itself goes last: a folder without it is not sealed, and an interrupted approval can be made again
    store.write_all(target, files)
    store.write_whole(target / SEAL_NAME, (json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode())
    return _read(target)


def _refuse_if_changed(home: Home, month: Month, manifest: dict[str, dict[str, str]]) -> None:
    folder = home.output(month)
    for name, digest in manifest["files"].items():
        if not (folder / name).exists() or store.sha256((folder / name).read_bytes()) != digest:
            raise SealProblem(f"{name} is not as it was built. Build the month again, look at it, then approve it.")
    made_from = manifest["made_from"]
    # by content, not by name: the manifest does not name a file whose name may identify a child
    arrived = arrivals(home.inputs(month)).items()
    here = {_digest(path) for name, path in arrived if path.is_file() and not is_lock(name) and not is_out_of_sight(name)}
    for name, digest in made_from.items():
        if digest not in here:
            raise SealProblem(f"{name} has changed since the pack was built. Build the month again, look at it, then approve it.")
    if here - set(made_from.values()):
        raise SealProblem("A return has come in since the pack was built. Build the month again, look at it, then approve it.")


def _digest(path: Path) -> str:
    """The hash of a file as it lies; none where it cannot be read, as when the pack was built."""
    try:
        return "" if no_file(path) else intake_digest(path)
    except OSError:
        return ""
