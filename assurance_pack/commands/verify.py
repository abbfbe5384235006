"""`pack verify`: whether the archive is what it was, break by break, with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..english import counted
from ..model import Month
from ..record.verify import ArchiveBreak, Verified


def verify_lines(found: Verified) -> Iterator[str]:
    """Each break with its remedy, then what was looked at, and the fingerprint that stands for the whole chain."""
    for one in found.breaks:
        yield one.what
        yield f"  {one.remedy}"
    yield from found.aside
    yield from found.withdrawn
    looked = f"{counted(len(found.months), 'month')}, {counted(found.seals, 'sealed version')}"
    if found.breaks:
        yield f"Looked at {looked}: {counted(len(found.breaks), 'break')}."
        return
    yield f"Looked at {looked}: all as they were."
    for place, digest in sorted(found.ends.items()):
        yield f"The chain of seals ends with output/{place}, fingerprint {digest}. It should be the one in the minutes."


@dataclass(frozen=True)
class VerifyPrinted:
    """The same for another program; `chain_ends` has the fingerprint of each seal that no other follows."""

    months: tuple[Month, ...]
    sealed_versions: int
    breaks: tuple[ArchiveBreak, ...]
    chain_ends: dict[str, str]
    aside: tuple[str, ...]
    withdrawn: tuple[str, ...]


def verify_data(found: Verified) -> VerifyPrinted:
    """What was looked at, for another program."""
    return VerifyPrinted(found.months, found.seals, found.breaks, found.ends, found.aside, found.withdrawn)
