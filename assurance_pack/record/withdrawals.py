"""What was withdrawn after it was kept: who, when, why and from what place, never what stood there.

A withdrawal is a link of the chain of seals. A sealed file that was changed by one is held to the fingerprint the withdrawal gives it.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from ..home import Home
from ..model import Cell, Month, day
from .manifest import Fingerprint, dated, sha256

FOLDER = "withdrawn"


class WithdrawnCell(BaseModel):
    """One cell of one return, by the fingerprint of the file: the same file is never printed from it again."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    month: Month
    file: str
    sheet: str = ""
    ref: str = ""
    sha256: str = ""


class Withdrawal(BaseModel):
    """One withdrawal, as kept. `changed` gives, by its place in the archive, what each file is since: empty where it was taken away.

    `texts` are fingerprints of what stood in cells, by which the same words are known when a form brings them back; nobody can read them out of it.
    `approval` is the place of a sealed version (``2026-05/sealed/v1.0``) where it is an approval that was withdrawn, and no words were.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    by: str
    on: Annotated[str, AfterValidator(dated)]
    reason: str
    places: tuple[str, ...]
    cells: tuple[WithdrawnCell, ...] = ()
    changed: dict[str, Fingerprint | Annotated[str, Field(max_length=0)]] = Field(default_factory=dict)
    texts: tuple[Fingerprint, ...] = ()
    approval: str = ""
    follows: dict[str, Fingerprint]

    @property
    def day(self) -> str:
        """When, as printed: ``3 July 2026``."""
        return day(date.fromisoformat(self.on[:10]))


@dataclass(frozen=True)
class Kept:
    """A withdrawal on disk; `said` is None where it is damaged."""

    path: Path
    said: Withdrawal | None
    digest: str

    @property
    def place(self) -> str:
        """As seals speak of it: ``withdrawn/001.json``."""
        return f"{FOLDER}/{self.path.name}"

    @property
    def changed(self) -> frozenset[str]:
        """The sealed versions of which it changed files: ``2026-05/sealed/v1.0``."""
        return frozenset(place.rpartition("/")[0] for place in self.said.changed) if self.said else frozenset()


@dataclass(frozen=True)
class Withdrawals:
    """All of an archive, in their order."""

    kept: tuple[Kept, ...]

    @cached_property
    def changed(self) -> dict[str, str]:
        """What each file that a withdrawal touched is since, by its place."""
        return {place: digest for one in self.kept if one.said for place, digest in one.said.changed.items()}

    def as_they_are(self, place: str, files: dict[str, str]) -> dict[str, str]:
        """The files of a sealed version as they are since, for the fingerprints they were sealed with."""
        since = {name: self.changed.get(f"{place}/{name}", digest) for name, digest in files.items()}
        return {name: digest for name, digest in since.items() if digest}

    def approval(self, place: str) -> Withdrawal | None:
        """The withdrawal of the approval of a sealed version, if it was withdrawn."""
        return next((one.said for one in self.kept if one.said and one.said.approval == place), None)

    def cells(self, month: Month, files: dict[str, str]) -> frozenset[Cell]:
        """Cells of a month's returns from which nothing is printed again; `files` are the returns, each with its fingerprint."""
        said = [c for one in self.kept if one.said for c in one.said.cells if c.month == month and c.sha256]
        return frozenset(Cell(file=name, sheet=c.sheet, ref=c.ref) for name, digest in files.items() for c in said if c.sha256 == digest)

    def hold(self, text: str) -> bool:
        """Whether a text is one that was withdrawn, wherever it comes back from."""
        plain = letters(text) if self._texts else ""
        return bool(plain) and any(_told_by(on, plain) in digests for on, digests in self._texts.items())

    @cached_property
    def _texts(self) -> dict[str, frozenset[str]]:
        """The fingerprints of the texts of each withdrawal, by its moment."""
        return {one.said.on: frozenset(one.said.texts) for one in self.kept if one.said and one.said.texts}


def withdrawals(home: Home) -> Withdrawals:
    """Those of an archive."""
    folder = home.root / "output" / FOLDER
    return Withdrawals(tuple(_read(path) for path in sorted(folder.glob("*.json"))) if folder.is_dir() else ())


def _read(path: Path) -> Kept:
    try:
        data = path.read_bytes()
    except OSError:
        return Kept(path, None, "")
    try:
        return Kept(path, Withdrawal.model_validate(json.loads(data)), sha256(data))
    except (ValueError, ValidationError, RecursionError):
        return Kept(path, None, sha256(data))


_NEITHER = {ord(c): None for c in map(chr, range(128)) if not c.isalnum()}
"""What is neither a letter nor a digit."""


def letters(text: str) -> str:
    """Letters and digits alone, small: by these a text is known again, however it is spaced."""
    if text.isascii():
        return text.lower().translate(_NEITHER)  # nearly every text is, and this takes a third of the time
    return "".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold()))


def fingerprints_of(texts: Iterable[str], on: str) -> tuple[str, ...]:
    """The fingerprints a withdrawal of this moment keeps of texts."""
    return tuple(sorted({_told_by(on, letters(text)) for text in texts}))


def _told_by(on: str, plain: str) -> str:
    """With the moment in it, so that the fingerprint of a sentence is another one in every archive."""
    return sha256(f"{on} {plain}".encode())


def next_path(home: Home) -> Path:
    """Where the next one is kept: ``output/withdrawn/002.json``."""
    folder = home.root / "output" / FOLDER
    return folder / f"{1 + max((int(p.stem) for p in folder.glob('*.json') if p.stem.isdigit()), default=0):03d}.json"


def as_bytes(said: Withdrawal) -> bytes:
    """As it is kept."""
    return (json.dumps(said.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()
