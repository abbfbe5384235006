"""`pack withdraw --approval`: an approval is taken back. Its seal stays as it is, and who took it back, when and why follows it in the chain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ..document.editions.supplement import KEY as SUPPLEMENT
from ..home import Home
from ..model import Month, day
from ..record.approval import SealProblem
from ..record.damage import RecordProblem
from ..record.manifest import read_manifest, sha256
from ..record.seal import Seal, last_in_chain, next_version, sealed_versions, standing_approval
from ..record.withdrawals import Withdrawal, as_bytes, next_path
from ..record.writing import free_name, try_all, write_all, write_whole
from ..settings import Settings
from .ending import manifest_name
from .lay_down import NO_LONGER
from .withdraw import refuse_a_telling_reason


@dataclass(frozen=True)
class WithdrawnApproval:
    """What was, or would be, taken back; the files that say “Approved”, by their new names; and where it is kept."""

    month: Month
    seal: Seal
    next: str
    set_aside: dict[str, str]
    kept: Path | None = None
    fingerprint: str = ""
    still_holds: str = ""


def withdraw_approval(
    home: Home, month: Month, settings: Settings, by: str, reason: str, now: datetime, *, version: str = "", do: bool
) -> WithdrawnApproval:
    """Take back the approval that holds for a month.

    Args:
        home: the working folder.
        month: the month.
        settings: what `pack.toml` says.
        by: who decided, by role.
        reason: why.
        now: when.
        version: which version's, where that of a later one was taken back already; so the same command given twice takes back one.
        do: otherwise it is only said what would be done.

    Raises:
        SealProblem: no approval holds, it is an earlier version's and was not named, or the reason may identify a child.
        OSError: a file that says “Approved” is open in another program.
    """
    refuse_a_telling_reason(reason, by, settings)
    holds = standing_approval(home, month)
    if holds is None:
        raise SealProblem(f"No version of {month.name} is approved, so there is no approval to withdraw.")
    newest = sealed_versions(home, month)[-1].version
    if (version or newest) != holds.version:
        raise SealProblem(
            f"Version {holds.version} of {month.name} is what holds as approved"
            + (f"; the approval of version {newest} is withdrawn already" if newest != holds.version else "")
            + f". Nothing was changed. To withdraw that of {holds.version}, give the command again with --version {holds.version}."
        )
    folder = home.output(month)
    aside = {name: free_name(folder, f"{Path(name).stem} ({NO_LONGER}){Path(name).suffix}") for name in _saying_so(folder, holds)}
    done = WithdrawnApproval(month, holds, next_version(home, month), aside)
    if not do:
        return done
    said = Withdrawal(
        by=by, on=now.isoformat(timespec="seconds"), reason=reason, places=(f"{month}: the approval of version {holds.version}",),
        approval=holds.place, follows=last_in_chain(home),
    )  # fmt: skip
    try_all(folder / name for name in aside)
    path = next_path(home)
    write_whole(path, as_bytes(said))
    write_all(folder, {}, aside)
    after = standing_approval(home, month)
    digest = sha256(path.read_bytes())
    return WithdrawnApproval(month, holds, done.next, aside, path, digest, after.version if after else "")


def _saying_so(folder: Path, holds: Seal) -> Iterator[str]:
    """Files of any edition outside the seal whose pages say that this version is approved, and a supplement to it; records and manifests are nobody's to read."""
    for path in sorted(folder.glob("manifest*.json")):
        try:
            said = read_manifest(folder, Month(folder.name), path.name)
        except RecordProblem:
            continue
        if said and (
            said.standing == holds.words
            or (path.name == "manifest.json" and said.version == holds.version)
            or path.name == manifest_name(SUPPLEMENT)  # it replaces parts of what no longer holds
        ):
            yield from (name for name in said.files if not name.endswith(".json") and (folder / name).is_file())


def withdrawn_approval_lines(done: WithdrawnApproval) -> Iterator[str]:
    """What was done, or would be, and what follows."""
    seal = done.seal
    yield f"{'Withdrawn' if done.kept else 'This would be withdrawn; nothing has been changed yet'}: the approval of version {seal.version} of {done.month.name}, by {seal.by} on {day(seal.day)}."
    if done.set_aside:
        yield f"{'Set aside' if done.kept else 'To be set aside'}, because their pages say “Approved”:"
        yield from (f"  {name}" for name in done.set_aside.values())
    if not done.kept:
        yield "To do it, give the same command again with --yes."
        return
    yield f"Kept: who, when and why, in {done.kept}. The sealed files stay as they were, and “pack verify” holds them to it."
    yield f"For the minutes, the fingerprint of this withdrawal: {done.fingerprint}"
    if done.still_holds:
        yield f"Version {done.still_holds}, approved before it, holds again."
    yield f"Next: pack build --month {done.month} makes version {done.next}, whose first page says that the approval was withdrawn."
