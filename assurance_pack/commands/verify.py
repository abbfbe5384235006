"""`pack verify`: whether the archive is what it was, break by break, with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..english import counted
from ..record.verify import Verified


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


def verify_data(found: Verified) -> dict[str, Any]:
    """The same for another program."""
    return {
        "months": list(found.months),
        "sealed_versions": found.seals,
        "breaks": [{"what": b.what, "remedy": b.remedy} for b in found.breaks],
        "chain_ends": found.ends,
        "aside": list(found.aside),
        "withdrawn": list(found.withdrawn),
    }
