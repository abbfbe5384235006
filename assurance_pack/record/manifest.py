"""The manifest beside a month's files: which they are, their fingerprints, and which returns they were made from."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path, PureWindowsPath
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from ..model import Month
from .damage import RecordProblem, build_again, unreadable
from .laid_out import Places, places_of

MANIFEST_NAME = "manifest.json"
RECORD_NAME = "record-{month}.json"


def _plain(name: str) -> str:
    if name in ("", "..") or PureWindowsPath(name).name != name:  # to Windows either slash leads elsewhere
        raise ValueError("not the name of a file in this folder")
    return name


PlainName = Annotated[str, AfterValidator(_plain)]
"""The name of a file in the folder it is listed for: it leads nowhere else."""
Version = Annotated[str, Field(pattern=r"^\d{1,4}\.\d{1,4}$")]
"""``1.0``: nothing that could be taken for a way to another folder."""
Fingerprint = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256, as hexadecimal digits."""


def dated(text: str) -> str:
    """A moment written down.

    Raises:
        ValueError: it is none.
    """
    datetime.fromisoformat(text)
    return text


class Manifest(BaseModel):
    """What a build says of its files. `files` and `made_from` give fingerprints by name; `reconstructed`: only a record was kept.

    `edited`: its Word file is one that was edited by hand after the build, put in place of the built one to be approved.
    `standing` is what its pages say of its approval. `pages` counts those of its PDF, `section_pages` gives the first of each section. `engine` is the name of what set the pages of its PDF; empty where there is none, or an older build does not say.
    `taken_away` are files of it that a withdrawal of words took away whole, with where that withdrawal is kept.
    `record` says where what is asked for lies in the record; it serves only the very record it was made of, and without it that is looked for.
    `settings` is the fingerprint of the settings, `received` that of the list of dates: empty, or None, where an older build does not say.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    month: Month
    version: Version
    files: dict[PlainName, Fingerprint]
    made_from: dict[str, str] = Field(default_factory=dict)
    document: str = ""
    standing: str = ""
    pages: int | None = None
    section_pages: dict[str, int] = Field(default_factory=dict)
    engine: str = ""
    reconstructed: bool = False
    draft: bool = False
    edited: bool = False
    settings: str = ""
    received: str | None = None
    record: Places | None = None
    taken_away: dict[PlainName, str] = Field(default_factory=dict)


def sha256(data: bytes | memoryview) -> str:
    """The fingerprint of a file."""
    return hashlib.sha256(data).hexdigest()


def fingerprint_of(path: Path) -> str:
    """The fingerprint of a file on disk; empty where it is not there."""
    return sha256(path.read_bytes()) if path.is_file() else ""


def read_manifest(folder: Path, month: Month, name: str = MANIFEST_NAME) -> Manifest | None:
    """The manifest of a folder; none where there is none.

    Raises:
        RecordProblem: it is damaged, of another month, or names what lies elsewhere.
    """
    path = folder / name
    try:
        said = Manifest.model_validate(json.loads(path.read_bytes()))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        raise RecordProblem(unreadable(f"{name} in {place_of(folder)}"), build_again(month)) from None
    except (ValueError, ValidationError, RecursionError):
        raise RecordProblem(f"{name} in {place_of(folder)} is damaged.", build_again(month)) from None
    if said.month != month:
        raise RecordProblem(f"{name} in {place_of(folder)} is of {said.month.name}.", build_again(month))
    return said


def manifest_bytes(files: Mapping[str, bytes], about: Mapping[str, object], kept: Mapping[str, str] | None = None) -> bytes:
    """What was written, with the fingerprint of each file, and what it was made from; `kept` are files that still hold, as written earlier."""
    record = RECORD_NAME.format(month=about.get("month"))
    if record in files and (lies := places_of(files[record], sha256(files[record]))):
        about = {**about, "record": lies.model_dump()}
    said = {**about, "files": dict(sorted({**(kept or {}), **{name: sha256(data) for name, data in files.items()}}.items()))}
    return (json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def place_of(folder: Path) -> str:
    """A folder of the archive as it is spoken of: ``output/2026-05/sealed/v1.0``."""
    parts = folder.parts
    return "/".join(parts[parts.index("output") :]) if "output" in parts else folder.name
