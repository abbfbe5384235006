"""What lies in a month's folder by somebody's own hand: files of the build that were edited since, and documents that no build made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..intake.receipts import is_lock
from ..model import Month
from ..record.manifest import Manifest
from ..record.seal import Seal, edited_since
from ..rules.guard import shown_name
from ..settings import Settings
from .lay_down import SET_ASIDE, last_build

_DOCUMENTS = (".docx", ".docm", ".doc", ".odt", ".pdf")


@dataclass(frozen=True)
class ByHand:
    """The files of the last build that were edited since, and the Word files and PDFs beside them that no build made, as they may be named.

    `approved`: the pack that lies there is the one that was approved.
    """

    folder: Path = Path()
    edited: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    approved: bool = False


def by_hand(folder: Path, built: Manifest, sealed: Iterable[Seal], settings: Settings) -> ByHand:
    """What is there of both in a month's folder."""
    approved = any(s.version == built.version and not s.withdrawn for s in sealed)
    return ByHand(folder, edited_since(folder, built), lying_beside(folder, settings), approved)


def lying_beside(folder: Path, settings: Settings) -> tuple[str, ...]:
    """Word files and PDFs in a month's folder that no build made and none set aside: perhaps the pack, edited and saved under another name."""
    built = {name for path in folder.glob("manifest*.json") for name in _named_in(folder, path.name)}
    found = (p.name for p in sorted(folder.glob("*")) if p.suffix.lower() in _DOCUMENTS and p.is_file() and not is_lock(p.name))
    return tuple(shown_name(name, settings) for name in found if name not in built and not any(f" ({why})" in name for why in SET_ASIDE))


def _named_in(folder: Path, manifest: str) -> Collection[str]:
    said = last_build(folder, Month(folder.name), manifest)
    return said.files if said else ()


def by_hand_lines(month: Month, found: ByHand) -> Iterator[str]:
    """Each of them, with what a build or an approval would do with it."""
    words = next((name for name in found.edited if name.endswith(".docx")), "")
    for name in found.edited:
        if found.approved:
            then = "A build sets it aside as “(edited by hand)” and puts the approved one back."
        elif name == words:
            then = f"A build sets it aside as “(edited by hand)”; {_approving(month, found.folder / name)} approves it as it is."
        elif words and name == f"{Path(words).stem}.pdf":
            then = "It is taken for the PDF of the edited Word file, where that is approved."
        else:
            then = "A build sets it aside as “(edited by hand)” and makes it anew."
        yield f"{name} was edited after it was built. {then}"
    for name in found.beside:
        may_be = name.endswith(".docx") and not found.approved and (found.folder / name).exists()
        approve = (
            f" If it is the pack, edited, {_approving(month, found.folder / name)} approves it in place of the one built." if may_be else ""
        )
        yield f"{name} lies in the folder of the pack and is no part of it.{approve}"


def _approving(month: Month, file: Path) -> str:
    return f'pack approve --month {month} --by ROLE --edited "{file}"'
