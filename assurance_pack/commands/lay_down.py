"""Puts the files of a build in place together, and loses nothing that lay there: edited by hand, or of an earlier build."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..model import Month
from ..record.damage import RecordProblem
from ..record.manifest import Manifest, fingerprint_of, manifest_bytes, read_manifest, sha256
from ..record.seal import edited_since
from ..record.writing import free_name, write_all
from .formats import FORMATS, Drawn

EDITED = "edited by hand"
EARLIER_BUILD = "earlier build"
AS_BUILT = "as built"
NO_LONGER = "approval withdrawn"
SET_ASIDE = (EDITED, EARLIER_BUILD, AS_BUILT, NO_LONGER)
"""Why a file was renamed: it stands in brackets in its new name."""


@dataclass(frozen=True)
class LaidDown:
    """The files that hold now, without the manifest, which is not for a reader; the pages of the PDF; and what was set aside, as it is called now."""

    files: tuple[Path, ...]
    pages: int | None
    set_aside: tuple[str, ...] = ()


def lay_down(folder: Path, manifest: str, stem: str, about: Mapping[str, Any], drawn: Drawn, beside: Mapping[str, bytes]) -> LaidDown:
    """Write the files of an edition with their manifest, all or none.

    A file of the last build in a format not asked for stays where it is still the same document. A file somebody edited since is renamed
    “(edited by hand)”, one of another build “(earlier build)”: neither lies beside newer ones as if it were the same pack.

    Args:
        folder: of the month.
        manifest: the name of the edition's manifest.
        stem: of the edition's files.
        about: what the manifest says of the build.
        drawn: the document in the formats asked for.
        beside: data book and record, where the edition keeps them.

    Raises:
        OSError: a file cannot be written, or is open in another program; nothing was changed.
    """
    files = {**drawn.files, **beside}
    last = last_build(folder, about["month"], manifest)
    still = _still_holding(folder, last, stem, about["document"], files)
    pages, engine, section_pages = drawn.pages, drawn.engine, dict(drawn.section_pages)
    if last and f"{stem}.pdf" in still:
        pages, engine, section_pages = pages or last.pages, engine or last.engine, section_pages or last.section_pages
    aside = _aside(folder, last, stem, files, still)
    said = {**about, "pages": pages, "section_pages": section_pages, "engine": engine}
    write_all(folder, {**files, manifest: manifest_bytes(files, said, still)}, aside)
    return LaidDown(tuple(folder / name for name in sorted({*files, *still})), pages, tuple(aside.values()))


def last_build(folder: Path, month: Month, manifest: str) -> Manifest | None:
    """What the last build says of itself; nothing where that is damaged, for then everything is made anew."""
    try:
        return read_manifest(folder, month, manifest)
    except RecordProblem:
        return None


def _still_holding(folder: Path, last: Manifest | None, stem: str, document: str, written: Collection[str]) -> dict[str, str]:
    """Files of the last build that are this very document in a format not written now, and that nobody has touched."""
    if last is None or last.document != document:
        return {}
    names = [n for n in _names(stem) if n in last.files and n not in written]
    return {n: last.files[n] for n in names if fingerprint_of(folder / n) == last.files[n]}


def _aside(folder: Path, last: Manifest | None, stem: str, written: Mapping[str, bytes], still: Collection[str]) -> dict[str, str]:
    edited = edited_since(folder, last) if last else ()
    found: dict[str, str] = {}
    for name in dict.fromkeys([*_names(stem), *edited]):
        there = fingerprint_of(folder / name)
        if not there or name in still or there == sha256(written.get(name, b"")):
            continue
        if name in edited:
            found[name] = _name_set_aside(folder, name, EDITED)
        elif name not in written or last is None or name not in last.files:
            found[name] = _name_set_aside(folder, name, EARLIER_BUILD)
    return found


def _name_set_aside(folder: Path, name: str, what: str) -> str:
    """``assurance-pack-2026-06 (edited by hand).docx``, with a number where one lies there already."""
    path = Path(name)
    return free_name(folder, f"{path.stem} ({what}){path.suffix}")


def _names(stem: str) -> list[str]:
    return [f"{stem}.{form.ending}" for form in FORMATS.values()]
