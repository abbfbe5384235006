"""Which version a build is, whether it is approved, and what it changes of the version the Board holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..assess.changes import Changes, compare
from ..assess.shown_counts import as_shown
from ..home import Home
from ..model import Month
from ..pipeline import Understood
from ..record import store
from ..record.damage import RecordProblem, restore
from ..record.manifest import place_of, sha256
from ..record.seal import Seal, next_version, not_approved, sealed_versions, standing_approval
from .compare import change_note


@dataclass(frozen=True)
class Standing:
    """The version of a build. `approval` is the seal that holds for exactly this; without one it is a draft.

    `after` is the last version sealed before it, `changes` what this one changes of the approved one, and `notes` what else is to be known
    of that: that its approval was withdrawn.
    """

    version: str = "1.0"
    approval: Seal | None = None
    after: Seal | None = None
    changes: Changes = field(default_factory=Changes)
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """As the pages say it."""
        return self.approval.words if self.approval else not_approved(self.version)

    @property
    def lines(self) -> tuple[str, ...]:
        """What the version changed, for its page 1."""
        return (*self.notes, *change_note(self.changes))


def standing_of(home: Home, month: Month, understood: Understood) -> Standing:
    """The version that what was understood makes: the approved one where nothing has changed since, else the next."""
    sealed = sealed_versions(home, month)
    if not sealed:
        return Standing()
    holds, last = standing_approval(home, month), sealed[-1]
    version = holds or last
    notes = _withdrawn(version, sealed[sealed.index(holds) + 1 :] if holds else sealed)
    try:
        before = as_shown(store.sealed_record(home, month, version), understood.case.history)
    except RecordProblem:
        notes = (*notes, "what cannot be told, because the record of the version before is damaged")
        return Standing(next_version(home, month), None, last, notes=notes)
    changes = compare(understood.case.returns, before, understood.settings)
    if not changes.everything and before.figures != understood.position.figures:
        notes = (*notes, "figures, because an earlier month or pack itself has changed")
    if holds and not changes.everything and not notes:
        return Standing(holds.version, holds)
    return Standing(next_version(home, month), None, last, changes, notes)


def _withdrawn(version: Seal, sealed: Sequence[Seal]) -> tuple[str, ...]:
    """What was withdrawn: each approval of these versions, sealed since the one that holds, the newest first; or words of the version before."""
    taken_back = [(s.version, s.withdrawn) for s in reversed(sealed) if s.withdrawn]
    found = [f"the approval of version {number} was withdrawn by {gone.by} on {gone.day} ({gone.reason})" for number, gone in taken_back]
    if version.marked:
        found.append(f"words of version {version.version} were withdrawn from everything that is kept")
    return tuple(found)


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
