"""`pack build --supplement`: after the pack has gone out, only what changed, each item with what it replaces."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ..assess.shown_counts import as_shown
from ..document.editions.supplement import FILE, KEY, supplement
from ..english import many
from ..home import Home
from ..model import Month, day
from ..pipeline import Progress, understand
from ..record import store
from ..record.approval import SealProblem
from ..record.seal import standing_approval
from ..settings import Settings
from .formats import STOOD_IN, assets_for, draw, fingerprint
from .lay_down import lay_down
from .nothing_read import refuse_an_empty_one
from .standing import Standing, made_from, standing_of


@dataclass(frozen=True)
class Supplement:
    """What was written. `cannot_draw` is the remedy where this machine cannot make a PDF; `instead_of` that of the usual engine where another did."""

    month: Month
    standing: Standing
    files: tuple[Path, ...]
    cannot_draw: str
    instead_of: str = ""

    @property
    def exit_code(self) -> int:
        """4 where the machine could not make the PDF."""
        return 4 if self.cannot_draw else 0


def build_supplement(
    home: Home,
    month: Month,
    settings: Settings,
    *,
    formats: Collection[str] = (),
    withholding: bool = False,
    engine: str = "",
    progress: Progress,
) -> Supplement:
    """Print what changed since the approved version.

    Raises:
        SealProblem: no version is approved, or nothing has changed since.
        Refused: text that would print may identify a child.
        RecordProblem: the record of the approved version is not as it was sealed.
        OSError: a file cannot be written.
    """
    out = standing_approval(home, month)
    if out is None:
        raise SealProblem(
            f"No version of {month.name} is approved, so there is none to supplement. Build the pack, and approve it before it goes out."
        )
    understood = understand(home, month, settings, withholding=withholding, progress=progress, refusing=partial(refuse_an_empty_one, home))
    standing = standing_of(home, month, understood)
    if standing.approval:
        raise SealProblem(f"Nothing has changed since version {out.version}: there is no supplement to print.")
    written = supplement(
        standing.changes, as_shown(store.sealed_record(home, month, out), understood.case.history).returns, understood.case.returns, understood.position, settings,
        replaces=out.version, version=standing.version, standing=standing.words, notes=standing.notes,
    )  # fmt: skip
    assets, stem = assets_for(home, settings, engine), f"{FILE}-{month}"
    drawn = draw(written.document, assets, stem, formats, progress)
    about = {
        "edition": KEY, "month": month, "version": standing.version, "standing": standing.words, "made_from": made_from(understood),
        "settings": settings.fingerprint, "document": fingerprint(written.document, assets),
    }  # fmt: skip
    laid = lay_down(home.output(month), f"manifest-{KEY}.json", stem, about, drawn, {})
    return Supplement(month, standing, laid.files, drawn.cannot_draw, drawn.instead_of)


def supplement_lines(done: Supplement, home: Home) -> Iterator[str]:
    """What was written, what it replaces, and what to do next."""
    out = standing_approval(home, done.month)
    if out:
        yield f"Supplement to version {out.version} of {done.month.name}, approved by {out.by} on {day(out.day)}: {many(len(done.standing.changes.everything), 'change')}."
    yield from (f"  {path}" for path in done.files)
    yield f"The pack itself was not built again: pack build --month {done.month} makes version {done.standing.version}, with all of it."
    if done.instead_of:
        yield STOOD_IN
    if done.cannot_draw:
        yield done.cannot_draw
