"""Writes a folder of messages or marked copies afresh: what an earlier run wrote and this one did not is moved to ``earlier``, never deleted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from ..record.writing import write_all

EARLIER = "earlier"


def write_afresh(folder: Path, files: Mapping[str, bytes], keep: Collection[str] = ()) -> None:
    """Write the files of this run; those of an earlier run that no longer hold go into a folder beneath. `keep` names files that stay.

    Raises:
        OSError: the folder cannot be written to, or a file is open in another program.
    """
    there = sorted(p.name for p in folder.iterdir() if p.is_file() and not p.name.startswith(".")) if folder.is_dir() else []
    stale = [name for name in there if name not in {*files, *keep}]
    if stale:
        (folder / EARLIER).mkdir(exist_ok=True)
    if files or stale:
        write_all(folder, files, {name: f"{EARLIER}/{name}" for name in stale})
