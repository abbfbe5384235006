"""Approves a month: seals the files as built, after making sure that they are what the returns, the settings and the dates still say."""

from __future__ import annotations

import json
import os
import shutil
import stat
import tempfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from ..home import Home
from ..model import Month
from .damage import RecordProblem
from .manifest import MANIFEST_NAME, Manifest, place_of, read_manifest, sha256
from .seal import SEAL_NAME, SEALED, Seal, SealedAs, last_in_chain, sealed_versions
from .since_built import changed_since_built
from .writing import BESIDE, free_name, try_all, write_all, write_synced

_AGAIN = "Build the month again, look at it, then approve it."


class SealProblem(Exception):
    """A month cannot be sealed as it stands; the text says why and what to do."""


def seal(
    home: Home, month: Month, by: str, now: datetime, *, on: date | None = None, settings: str = "", without_pdf: str = "",
    redrawn: Mapping[str, bytes] | None = None,
) -> Seal:  # fmt: skip
    """Seal the files of a month.

    Args:
        home: the working folder.
        month: the month to seal.
        by: who approves, by role.
        now: when; the one place a clock is read, to log an approval.
        on: the day of the approval, where it is not that of the sealing.
        settings: the fingerprint of the settings in force, for they must be those of the build.
        without_pdf: why the Word file is approved alone, where there is no PDF.
        redrawn: files, the manifest among them, that say “Approved” and take the place of those that were built.

    Raises:
        SealProblem: nothing is built, it is a draft, the PDF is missing, a file was altered, or something has changed since the build.
        InUse: a file that is to say so is open in another program; nothing was sealed.
    """
    folder = home.output(month)
    manifest = built_manifest(home, month)
    refuse_if_not_ready(home, month, manifest, settings, without_pdf)
    files = {**_as_built(folder, manifest), **(redrawn or {})}
    said = SealedAs(
        version=manifest.version,
        by=by,
        on=now.isoformat(timespec="seconds"),
        approved_on=on.isoformat() if on else None,
        files={name: sha256(data) for name, data in files.items()},
        follows=last_in_chain(home),
        without_pdf=without_pdf,
        edited=manifest.edited,
    )
    try_all(folder / name for name in redrawn or {})  # or a month would be sealed whose files say that it is a draft
    seal_whole(folder / SEALED, said, files)
    write_all(folder, redrawn or {})
    return sealed_versions(home, month)[-1]


def built_manifest(home: Home, month: Month) -> Manifest:
    """What the last build of a month says of itself.

    Raises:
        SealProblem: there is none, or it cannot be read.
    """
    try:
        manifest = read_manifest(home.output(month), month)
    except RecordProblem as damaged:
        raise SealProblem(str(damaged)) from None
    if manifest is None or manifest.reconstructed:
        raise SealProblem(f"Nothing has been built for {month.name}. Build it first: pack build --month {month}.")
    return manifest


def refuse_if_not_ready(home: Home, month: Month, manifest: Manifest, settings: str, without_pdf: str) -> None:
    """Stop where what was built cannot be approved.

    Raises:
        SealProblem: it is sealed already, it is a draft, the PDF is missing, or something has changed since.
    """
    if manifest.version in {s.version for s in sealed_versions(home, month)}:
        raise SealProblem(
            f"Version {manifest.version} is sealed already. When a return has changed, a build makes the next version, which can then be approved. "
            f"To approve other words than those sealed, take that approval back first: pack withdraw --month {month} --approval."
        )
    _refuse_a_draft(manifest, without_pdf)
    _refuse_if_changed(home, month, manifest, settings)


def _refuse_a_draft(manifest: Manifest, without_pdf: str) -> None:
    if manifest.draft:
        raise SealProblem("What was built is marked “Draft” on every page. Build it without --draft, look at it, then approve it.")
    if any(name.endswith(".pdf") for name in manifest.taken_away) and not without_pdf:
        raise SealProblem(
            f"The PDF was taken away by a withdrawal. pack build --month {manifest.month} makes it again, without what was withdrawn."
        )
    if not any(name.endswith(".pdf") for name in manifest.files) and not without_pdf:
        raise SealProblem(
            "There is no PDF among the files built. Build it on a machine that can draw one (pack doctor says what is missing), "
            'or approve the Word file alone and say why: --without-pdf "reason".'
        )


def _as_built(folder: Path, manifest: Manifest) -> dict[str, bytes]:
    """The files of a build, read once: what is compared with the manifest is what is sealed."""
    files: dict[str, bytes] = {}
    for name, digest in manifest.files.items():
        if not (folder / name).is_file():
            raise SealProblem(f"{name} is no longer in {place_of(folder)}. {_AGAIN}")
        files[name] = (folder / name).read_bytes()
        if sha256(files[name]) != digest:
            raise SealProblem(f"{name} is not as it was built. {_AGAIN}")
    return {**files, MANIFEST_NAME: (folder / MANIFEST_NAME).read_bytes()}


def _refuse_if_changed(home: Home, month: Month, manifest: Manifest, settings: str) -> None:
    if settings and manifest.settings not in ("", settings):
        raise SealProblem(f"pack.toml has changed since the pack was built. {_AGAIN}")
    inputs = home.inputs(month)
    if manifest.made_from and not inputs.is_dir():
        raise SealProblem(
            f"The folder {inputs} is not there: it was moved, or a drive is not connected. So nobody can tell whether a return has changed "
            "since the pack was built. Put it back, then approve it."
        )
    if what := changed_since_built(home, month, manifest):
        raise SealProblem(f"{what} {_AGAIN}")


def seal_whole(sealed: Path, said: SealedAs, files: dict[str, bytes]) -> None:
    """Write a sealed version beside, then give it its name: it is there whole or not at all."""
    sealed.mkdir(parents=True, exist_ok=True)
    for left in sealed.glob(f"{BESIDE}*"):
        shutil.rmtree(left, ignore_errors=True)
    beside = Path(tempfile.mkdtemp(prefix=BESIDE, dir=sealed))
    try:
        for name, data in files.items():
            write_synced(beside / name, data)
        kept = said.model_dump(mode="json", exclude_defaults=True) | {"follows": said.follows}
        write_synced(beside / SEAL_NAME, (json.dumps(kept, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode())
        beside.chmod(
            stat.S_IMODE(sealed.stat().st_mode)
        )  # a temporary folder is its owner's alone; this is for whoever may open the one it stands in
        target = sealed / f"v{said.version}"
        if target.exists():  # an approval an earlier version of pack did not finish: it has files and no seal
            os.replace(target, sealed / free_name(sealed, f"unfinished-{target.name}"))
        os.replace(beside, target)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
