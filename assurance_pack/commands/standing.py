"""Which version a build is, whether it is approved, and what it changes of the version the Board holds."""

from __future__ import annotations

from dataclasses import dataclass

from ..assess.changes import compare
from ..intake.receipts import RECEIVED
from ..model import Month
from ..pipeline import Understood
from ..record import store
from ..record.damage import RecordProblem, restore
from ..record.manifest import MANIFEST_NAME, fingerprint_of, place_of, read_manifest, sha256
from ..record.seal import Seal, next_version, not_approved, sealed_versions, standing_approval
from ..settings import Home
from .compare import change_note


@dataclass(frozen=True)
class Standing:
    """The version of a build. `approval` is the seal that holds for exactly this; without one it is a draft.

    `after` is the last version sealed before it, and `changes` says what this one changes of it.
    """

    version: str = "1.0"
    approval: Seal | None = None
    after: Seal | None = None
    changes: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """As the pages say it."""
        return self.approval.words if self.approval else not_approved(self.version)


def standing_of(home: Home, month: Month, understood: Understood) -> Standing:
    """The version that what was understood makes: the approved one where nothing has changed since, else the next."""
    sealed = sealed_versions(home, month)
    if not sealed:
        return Standing()
    holds = standing_approval(home, month)
    if holds and not holds.damage and not holds.marked and _unchanged(home, month, holds, understood):
        return Standing(holds.version, holds)
    return Standing(next_version(home, month), None, sealed[-1], _since(home, month, holds or sealed[-1], sealed[-1], understood))


def _unchanged(home: Home, month: Month, holds: Seal, understood: Understood) -> bool:
    try:
        said = read_manifest(holds.folder, month, MANIFEST_NAME)
    except RecordProblem:
        return False
    return said is not None and (said.made_from, said.settings, said.received) == (
        made_from(understood), understood.settings.fingerprint, fingerprint_of(home.inputs(month) / RECEIVED),
    )  # fmt: skip


def _since(home: Home, month: Month, version: Seal, last: Seal, understood: Understood) -> tuple[str, ...]:
    """What is not as in a sealed version, for page 1."""
    gone = last.withdrawn
    withdrawn = (f"the approval of version {last.version} was withdrawn by {gone.by} on {gone.day} ({gone.reason})",) if gone else ()
    if version.marked:
        withdrawn = (*withdrawn, f"words of version {version.version} were withdrawn from everything that is kept")
    try:
        before = store.sealed_record(home, month, version)
    except RecordProblem:
        return (*withdrawn, "what cannot be told, because the record of the version before is damaged")
    return (*withdrawn, *change_note(compare(understood.case.returns, before, understood.settings)))


def made_from(understood: Understood) -> dict[str, str]:
    """The returns of a build with their fingerprints."""
    return {r.file: r.sha256 for r in understood.case.returns.receipts if r.file}


def as_sealed(home: Home, month: Month, approval: Seal) -> dict[str, bytes]:
    """The files of an approved version, from its own folder or from a copy beside it that is byte for byte the same.

    Raises:
        RecordProblem: one of them is in neither place as it was sealed.
    """
    found: dict[str, bytes] = {}
    for name, digest in approval.files.items():
        places = (folder / name for folder in (approval.folder, home.output(month)))
        data = next((d for p in places if p.is_file() and sha256(d := p.read_bytes()) == digest), None)
        if data is None:
            where = place_of(approval.folder)
            raise RecordProblem(f"{name} in {where} is not as it was sealed.", restore(where))
        found[name] = data
    return found
