"""Writes a folder of messages or marked copies afresh: what an earlier run wrote and this one did not is moved to ``earlier``, never deleted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from ..record.writing import free_name, write_all

EARLIER = "earlier"


def write_afresh(folder: Path, files: Mapping[str, bytes], keep: Collection[str] = ()) -> None:
    """Write the files of this run; those of an earlier run that no longer hold go into a folder beneath. `keep` names files that stay.

    Raises:
        OSError: the folder cannot be written to, or a file is open in another program.
    """
    if folder.is_dir():
        stale = sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith(".") and p.name not in {*files, *keep})
        for path in stale:
            (folder / EARLIER).mkdir(exist_ok=True)
            path.replace(folder / EARLIER / free_name(folder / EARLIER, path.name))
    if files:
        write_all(folder, files)
