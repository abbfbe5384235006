"""Reads the whole archive and says where it is not what it was: `pack verify`, and a line of `pack doctor`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..home import Home
from ..model import Month
from . import store
from .damage import RecordProblem, restore
from .manifest import MANIFEST_NAME, place_of, read_manifest
from .seal import SEAL_NAME, Seal, all_seals, chain, last_in_chain, sealed_versions, version_folders
from .withdrawals import FOLDER, Withdrawal, withdrawals


@dataclass(frozen=True)
class ArchiveBreak:
    """One place where the archive is not as it was written: what is wrong, and what to do."""

    what: str
    remedy: str


@dataclass(frozen=True)
class Verified:
    """What was looked at. `ends` are the seals no other follows, with their fingerprints: written into minutes, they prove the rest.

    `aside` are things to know that break nothing; `withdrawn` are the withdrawals, with who and when.
    """

    months: tuple[Month, ...]
    seals: int
    breaks: tuple[ArchiveBreak, ...]
    ends: dict[str, str]
    aside: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


def verify(home: Home) -> Verified:
    """Look at every record, manifest and seal, and at the chain of seals."""
    months = store.months_kept(home)
    seals = all_seals(home)
    breaks = dict.fromkeys([*(b for m in months for b in _month(home, m)), *_chain(home)])
    aside = tuple(note for m in months for note in _aside(home, m))
    taken = tuple(
        f"output/{k.place}: {_what(k.said)}withdrawn by {k.said.by} on {k.said.on[:10]}" for k in withdrawals(home).kept if k.said
    )
    return Verified(months, len(seals), tuple(breaks), last_in_chain(home), aside, taken)


def _what(said: Withdrawal) -> str:
    """What was withdrawn, where it was an approval: of words it is not said what they were."""
    return f"the approval of output/{said.approval} " if said.approval else ""


def _month(home: Home, month: Month) -> Iterator[ArchiveBreak]:
    for sealed in sealed_versions(home, month):
        yield from _seal(sealed)
    try:
        read_manifest(home.output(month), month)
        if store.record_path(home, month).exists():
            store.built_record(home, month)
        store.load(home, month)
    except RecordProblem as problem:
        yield ArchiveBreak(problem.what, problem.remedy)


def _seal(sealed: Seal) -> Iterator[ArchiveBreak]:
    remedy = restore(place_of(sealed.folder))
    if sealed.damage:
        yield ArchiveBreak(sealed.damage, remedy)
    for name in sealed.tampered:
        how = "is not as it was sealed" if (sealed.folder / name).exists() else "was sealed, and is no longer there"
        yield ArchiveBreak(f"{name} in {place_of(sealed.folder)} {how}.", remedy)


def _chain(home: Home) -> Iterator[ArchiveBreak]:
    """Every link that another follows must be there, and be the one that was followed."""
    known = {link.place: link for link in chain(home)}
    since = withdrawals(home).changed
    for one in known.values():
        if one.damaged and one.place.startswith(f"{FOLDER}/"):
            yield ArchiveBreak(f"output/{one.place} is damaged.", restore(f"output/{one.place}"))
        for place, digest in sorted(one.follows.items()):
            if place not in known:
                yield ArchiveBreak(
                    f"output/{place} was sealed before output/{one.place}, and is no longer there.", restore(f"output/{place}")
                )
            elif known[place].digest != since.get(f"{place}/{SEAL_NAME}", digest) and not known[place].damaged:
                what = f"output/{place}" if place.startswith(f"{FOLDER}/") else f"{SEAL_NAME} in output/{place}"
                yield ArchiveBreak(f"{what} is not the one that output/{one.place} was sealed after.", restore(f"output/{place}"))


def _aside(home: Home, month: Month) -> Iterator[str]:
    for folder in version_folders(home, month):
        if not (folder / SEAL_NAME).exists():
            yield f"{place_of(folder)} has no {SEAL_NAME}: an approval that was not finished, which counts for nothing. Approve it again, or remove the folder."
    folder = home.output(month)
    if store.record_path(home, month).exists() and not (folder / MANIFEST_NAME).exists():
        yield f"The record in {place_of(folder)} was kept without a manifest by an earlier version of pack: nothing says whether it is as it was."
