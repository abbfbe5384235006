"""What a withdrawal did, or would do, and how the command says it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..rules.guard.withhold import WITHHELD


@dataclass(frozen=True)
class Withdrawn:
    """What was, or would be, done: files marked, files taken away whole, and returns in which it still stands. `kept` is the withdrawal.

    `again` says of what was taken away how it is had again. `unread` are files of the archive that are torn, so that nobody can tell what
    stands in them. Files are named as they may be shown: the name itself may hold the words.
    """

    places: tuple[str, ...]
    marked: tuple[Path, ...]
    removed: tuple[Path, ...]
    returns: tuple[Path, ...]
    again: tuple[str, ...] = ()
    unread: tuple[Path, ...] = ()
    kept: Path | None = None


def withdrawn_lines(done: Withdrawn) -> Iterator[str]:
    """What was done, or would be, and what is left for a person."""
    yield "Withdrawn:" if done.kept else "This would be withdrawn; nothing has been changed yet:"
    yield from (f"  {place}" for place in done.places)
    yield f"{'Marked' if done.kept else 'To be marked'} “{WITHHELD}” in {len(done.marked)} files:"
    yield from (f"  {path}" for path in done.marked)
    if done.removed:
        yield f"{'Taken away whole' if done.kept else 'To be taken away whole'}, because words cannot be taken out of them:"
        yield from (f"  {path}" for path in done.removed)
        yield from done.again
    if done.returns:
        yield "It still stands in these returns. Take it out there or delete them, and ask the sender to do the same:"
        yield from (f"  {path}" for path in done.returns)
    if done.unread:
        yield "These could not be looked through; open them yourself, or delete them:"
        yield from (f"  {path}" for path in done.unread)
    if done.kept:
        yield f"Kept: who, when, why and from where, in {done.kept}. “pack verify” holds every sealed file to it."
        yield "What was printed, sent or copied before is not reached from here: see docs/retention.md."
    else:
        yield "To do it, give the same command again with --yes."
