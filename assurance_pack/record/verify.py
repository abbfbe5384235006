"""Reads the whole archive and says where it is not what it was: `pack verify`, and a line of `pack doctor`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..home import Home
from ..model import Month
from . import store
from .damage import RecordProblem, build_again, restore
from .manifest import MANIFEST_NAME, fingerprint_of, place_of, read_manifest
from .seal import SEAL_NAME, SEALED, ChainLink, Seal, all_seals, approved_version, chain, last_in_chain, sealed_versions, version_folders
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
    yield from _without_its_seal(home, month)
    yield from _not_as_sealed_beside_it(home, month)
    try:
        read_manifest(home.output(month), month)
        if store.record_path(home, month).exists():
            store.built_record(home, month)
            if store.told_otherwise(home, month):
                what = f"{MANIFEST_NAME} in {place_of(home.output(month))} tells of rows that are not so in the record."
                yield ArchiveBreak(what, build_again(month))
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


def _without_its_seal(home: Home, month: Month) -> Iterator[ArchiveBreak]:
    """What says “Approved” of a version there is no seal of: the newest version has no seal after it, whose taking away would tell."""
    folder, sealed = home.output(month), {s.version for s in sealed_versions(home, month)}
    places = [(f, MANIFEST_NAME) for f in version_folders(home, month)] + [(folder, p.name) for p in sorted(folder.glob("manifest*.json"))]
    for where, name in places:
        try:
            said = read_manifest(where, month, name)
        except RecordProblem:
            continue  # said of the manifest itself
        version = approved_version(said.standing) if said else ""
        if version and version not in sealed:
            at = f"{place_of(folder)}/{SEALED}/v{version}"
            yield ArchiveBreak(
                f"{name} in {place_of(where)} says that version {version} is approved, and {SEAL_NAME} in {at} is no longer there.",
                restore(at),
            )


def _not_as_sealed_beside_it(home: Home, month: Month) -> Iterator[ArchiveBreak]:
    """The files beside an approved version say that they are approved, and people send those: a manifest altered with them tells nothing of it."""
    folder = home.output(month)
    try:
        said = read_manifest(folder, month)
    except RecordProblem:
        return  # said of the manifest itself
    version = approved_version(said.standing) if said else ""
    sealed = next((s for s in sealed_versions(home, month) if s.version == version and not s.damage), None)
    if said is None or sealed is None:
        return
    for name, digest in sorted(sealed.files.items()):
        if sealed.marked and name == MANIFEST_NAME:
            continue  # a withdrawal of words told each of the two of what it changed beside it
        try:
            found = fingerprint_of(folder / name)
        except OSError:  # nobody can tell; where it is the record, that is said of it
            continue
        as_its_manifest_says = found == said.files.get(name, found)  # where a record is not, that is said of it
        if found not in ("", digest) and (as_its_manifest_says or name != store.RECORD_NAME.format(month=month)):
            what = f"{name} in {place_of(folder)} is not as it was sealed in {place_of(sealed.folder)}."
            yield ArchiveBreak(what, f"Copy it from {place_of(sealed.folder)} again.")


def _chain(home: Home) -> Iterator[ArchiveBreak]:
    """Every link that another follows must be there, and be the one that was followed."""
    known = {link.place: link for link in chain(home)}
    since = withdrawals(home).changed
    for one in known.values():
        yield from _not_its_to_change(one, known)
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


def _not_its_to_change(one: ChainLink, known: Mapping[str, ChainLink]) -> Iterator[ArchiveBreak]:
    """A withdrawal changes what was sealed before it, and follows that in the chain; one that does not was put there to excuse another change."""
    before: set[str] = set()
    coming = list(one.follows) if one.changed else []
    while coming:
        if (place := coming.pop()) not in before:
            if place not in known or known[place].damaged:
                return  # a link is gone, which is said of it: nobody can tell any more what came before
            before.add(place)
            coming += known[place].follows
    for place in sorted(place for place in one.changed & known.keys() - before if not known[place].damaged):
        what = f"output/{one.place} says that files of output/{place} were changed by a withdrawal, and was not made after it."
        yield ArchiveBreak(what, f"Put back a copy of output/{place}, and take output/{one.place} away.")


def _aside(home: Home, month: Month) -> Iterator[str]:
    for folder in version_folders(home, month):
        if not (folder / SEAL_NAME).exists() and not _says_approved(folder, month):
            yield f"{place_of(folder)} has no {SEAL_NAME}: an approval that was not finished, which counts for nothing. Approve it again, or remove the folder."
    folder = home.output(month)
    if store.record_path(home, month).exists() and not (folder / MANIFEST_NAME).exists() and _lies_alone(home, month):
        yield f"The record in {place_of(folder)} was kept without a manifest by an earlier version of pack: nothing says whether it is as it was."


def _lies_alone(home: Home, month: Month) -> bool:
    """Whether a record is one of those that once were kept without a manifest; of any other its loss is said."""
    try:
        store.built_record(home, month)
    except RecordProblem:
        return False
    return True


def _says_approved(folder: Path, month: Month) -> bool:
    try:
        said = read_manifest(folder, month)
    except RecordProblem:
        return False
    return bool(said and approved_version(said.standing))
