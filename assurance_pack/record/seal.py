"""What was approved: the sealed versions of a month, each with its fingerprints, who approved it and when, chained to the seals before it."""

import json
import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from ..home import Home
from ..model import Month, day
from .damage import unreadable
from .manifest import Fingerprint, Manifest, PlainName, Version, dated, fingerprint_of, place_of, sha256
from .withdrawals import Withdrawal, Withdrawals, withdrawals

SEAL_NAME = "seal.json"
SEALED = "sealed"


class SealedAs(BaseModel):
    """What `seal.json` says. `follows` gives the fingerprints of the seals before it that no other seal follows yet, by their folder.

    `on` is the moment of sealing, `approved_on` the day of the approval, which stands on the pages (a seal of an earlier version of pack
    does not say it). `without_pdf`: why the PDF was not approved with the Word file. `edited`: the Word file was edited by hand.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Version
    by: str
    on: Annotated[str, AfterValidator(dated)]
    approved_on: Annotated[str, AfterValidator(dated)] | None = None
    files: dict[PlainName, Fingerprint]
    follows: dict[str, Fingerprint] | None = None
    without_pdf: str = ""
    edited: bool = False


@dataclass(frozen=True)
class Seal:
    """One sealed version. `damage` says why the seal itself cannot be read.

    `follows` is None for a seal made before seals were chained. `digest` is the fingerprint of the seal itself. `approved` is the day of the
    approval where it is not that of the sealing; `withdrawn` is the withdrawal of the approval, if it was withdrawn;
    `marked` says that words were taken out of its files since, `taken_away` names those taken away whole.
    """

    version: str
    by: str
    on: str
    folder: Path
    files: dict[str, str] = field(default_factory=dict)
    damage: str = ""
    follows: dict[str, str] | None = None
    digest: str = ""
    without_pdf: str = ""
    edited: bool = False
    approved: str = ""
    withdrawn: Withdrawal | None = None
    marked: bool = False
    taken_away: tuple[str, ...] = ()

    @cached_property
    def tampered(self) -> tuple[str, ...]:
        """The files that are no longer as sealed. Each is read for it, so it is looked at only where somebody asks."""
        return tuple(name for name, digest in sorted(self.files.items()) if not self._is_as_sealed(name, digest))

    def _is_as_sealed(self, name: str, digest: str) -> bool:
        try:
            return fingerprint_of(self.folder / name) == digest
        except OSError:  # nobody can tell, and one file that is not given up hides no other
            return False

    @property
    def day(self) -> date:
        """The day of the approval."""
        return date.fromisoformat((self.approved or self.on)[:10])

    @property
    def words(self) -> str:
        """As the pages say it: ``Approved, version 1.0, by Chair of RDG on 3 July 2026``."""
        return approved_words(self.version, self.by, self.day)

    @property
    def place(self) -> str:
        """As other seals speak of it: ``2026-05/sealed/v1.0``."""
        return "/".join(self.folder.parts[-3:])


def sealed_versions(home: Home, month: Month) -> tuple[Seal, ...]:
    """The sealed versions of a month, oldest first. An approval that was not finished has no seal, and is none."""
    folders = [folder for folder in version_folders(home, month) if (folder / SEAL_NAME).exists()]
    since = withdrawals(home) if folders else Withdrawals(())
    return tuple(_read(folder, since) for folder in folders)


def standing_approval(home: Home, month: Month) -> Seal | None:
    """The last version whose approval was not withdrawn: what the Board holds as approved."""
    return next((s for s in reversed(sealed_versions(home, month)) if s.withdrawn is None), None)


def approved_words(version: str, by: str, on: date) -> str:
    """What the pages of an approved version say."""
    return f"Approved, version {version}, by {by} on {day(on)}"


def approved_version(words: str) -> str:
    """The version of which these words say that it is approved; empty where they do not."""
    found = re.match(r"Approved, version (\d{1,4}\.\d{1,4})\b", words)
    return found[1] if found else ""


def not_approved(version: str) -> str:
    """What the pages say until a version is approved."""
    return f"Draft, not yet approved, version {version}"


def edited_since(folder: Path, manifest: Manifest) -> tuple[str, ...]:
    """Documents of a build that are there and are not as they were built: somebody edited them. The record is no document, and nobody's to edit.

    A Word file that was put in the built one's place to be approved, and its PDF, count until they are sealed: they may be the only copy.
    """
    waits = manifest.edited and not (folder / SEALED / f"v{manifest.version}" / SEAL_NAME).exists()
    there = (n for n in manifest.files if not n.endswith(".json") and (folder / n).is_file())
    return tuple(
        sorted(n for n in there if (waits and Path(n).suffix in (".docx", ".pdf")) or fingerprint_of(folder / n) != manifest.files[n])
    )


def version_folders(home: Home, month: Month) -> tuple[Path, ...]:
    """Folders of versions, sealed or left unfinished, oldest first; a link that leads elsewhere is none."""
    beneath = home.output(month) / SEALED
    if not beneath.is_dir() or beneath.is_symlink():
        return ()
    found = [p for p in beneath.glob("v*") if _order(p.name) and p.is_dir() and not p.is_symlink()]
    return tuple(sorted(found, key=lambda p: _order(p.name)))


def _order(name: str) -> tuple[int, ...]:
    """The order of versions: v1.9 before v1.10; empty for what is no version."""
    parts = name.removeprefix("v").split(".")
    return tuple(map(int, parts)) if len(parts) == 2 and all(p.isascii() and p.isdigit() for p in parts) else ()


def _read(folder: Path, since: Withdrawals) -> Seal:
    try:
        data = (folder / SEAL_NAME).read_bytes()
    except OSError:
        return Seal(folder.name[1:], "", "", folder, damage=unreadable(f"{SEAL_NAME} in {place_of(folder)}"))
    try:
        said = SealedAs.model_validate(json.loads(data))
    except (ValueError, ValidationError, RecursionError):
        return Seal(folder.name[1:], "", "", folder, damage=f"{SEAL_NAME} in {place_of(folder)} is damaged.")
    if f"v{said.version}" != folder.name:
        return Seal(folder.name[1:], "", "", folder, damage=f"{SEAL_NAME} in {place_of(folder)} is of version {said.version}.")
    place = "/".join(folder.parts[-3:])
    files = since.as_they_are(place, said.files)
    return Seal(
        said.version, said.by, said.on, folder, files, follows=said.follows, digest=sha256(data),
        without_pdf=said.without_pdf, edited=said.edited, approved=said.approved_on or "", withdrawn=since.approval(place), marked=files != said.files,
        taken_away=tuple(sorted(said.files.keys() - files.keys())),
    )  # fmt: skip


def all_seals(home: Home) -> tuple[Seal, ...]:
    """Every seal of the archive, by month and version."""
    output = home.root / "output"
    months = sorted(p.name for p in output.iterdir() if Month.PATTERN.fullmatch(p.name)) if output.is_dir() else []
    return tuple(s for m in months for s in sealed_versions(home, Month(m)))


def last_in_chain(home: Home) -> dict[str, str]:
    """The seals and withdrawals no other follows yet, with their fingerprints: what the next one has to follow. Usually one."""
    links = chain(home)
    followed = {place for link in links for place in link.follows}
    return {link.place: link.digest for link in links if link.place not in followed and not link.damaged}


@dataclass(frozen=True)
class ChainLink:
    """A seal or a withdrawal, as the chain sees it; `changed` are the sealed versions of which a withdrawal changed files."""

    place: str
    digest: str
    follows: dict[str, str]
    damaged: bool
    changed: frozenset[str] = frozenset()


def chain(home: Home) -> tuple[ChainLink, ...]:
    """Every link of the archive's chain."""
    seals = (ChainLink(s.place, s.digest, s.follows or {}, bool(s.damage)) for s in all_seals(home))
    withdrawn = (ChainLink(k.place, k.digest, k.said.follows if k.said else {}, k.said is None, k.changed) for k in withdrawals(home).kept)
    return (*seals, *withdrawn)


def next_version(home: Home, month: Month) -> str:
    """The version a build makes: 1.0 until it is sealed, then 1.1, and so on."""
    sealed = sealed_versions(home, month)
    if not sealed:
        return "1.0"
    major, minor = _order(sealed[-1].version)
    return f"{major}.{minor + 1}"
