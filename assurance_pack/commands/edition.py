"""`pack build --edition`: RDG's brief, the Health and Wellbeing Board's page, the public summary, each with a manifest of its own."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from ..document.editions import RDG, Edition, for_reader
from ..document.editions.reading_age import Reading
from ..model import Month, Severity
from ..pipeline import Progress, Understood, understand
from ..position.editions.may_be_public import Held
from ..record import seal, store
from ..settings import Home, Settings
from .build import StrictlyRefused, about_build, made_from, manifest_name
from .formats import USUAL, assets_for, draw, fingerprint, kept, set_aside


@dataclass(frozen=True)
class Made:
    """What was written for a reader, and what the officer should know of it.

    `approved` is whether the Board pack of these very returns is; `held` are words kept back from this reader; `over` whether it has more
    pages than it should.
    """

    understood: Understood
    edition: Edition
    folder: Path
    files: tuple[Path, ...]
    version: str
    approved: bool
    pages: int | None
    readings: tuple[Reading, ...]
    held: tuple[Held, ...]
    cannot_draw: str = ""

    @property
    def over(self) -> bool:
        """Whether it is longer than it should be."""
        return bool(self.edition.pages and self.pages and self.pages > self.edition.pages)

    @property
    def exit_code(self) -> int:
        """4 where the machine could not make the PDF, else 1 or 0 by what the rules found."""
        return 4 if self.cannot_draw else self.understood.exit_code


def build_edition(
    home: Home,
    month: Month,
    settings: Settings,
    edition: Edition,
    *,
    formats: Collection[str] = USUAL,
    withholding: bool = False,
    strict: bool = False,
    draft: bool = False,
    progress: Progress = lambda stage: None,
) -> Made:
    """Write an edition that is not the Board's; RDG's is compared with the month before, the others with the last pack the Board received.

    Raises:
        NothingToRead: there is no folder of returns.
        Refused: text that would print may identify a child.
        StrictlyRefused: `strict`, and there are errors.
        OSError: the output cannot be written, or is open in another program.
    """
    understood = understand(home, month, settings, withholding=withholding, for_rdg=edition == RDG, progress=progress)
    if strict and understood.verdicts.of(Severity.ERROR):
        raise StrictlyRefused(understood)
    return make(home, understood, edition, formats=formats, draft=draft, progress=progress)


def make(
    home: Home,
    understood: Understood,
    edition: Edition,
    *,
    formats: Collection[str] = USUAL,
    draft: bool = False,
    progress: Progress = lambda stage: None,
) -> Made:
    """Write an edition of a month that is understood."""
    case, settings = understood.case, understood.settings
    version, approved = _version(home, understood)
    issue = for_reader(edition, case, understood.verdicts, understood.position, settings, version=version, draft=draft)
    assets = assets_for(home, settings)
    stem, document = f"{edition.file}-{case.month}", fingerprint(issue.document, assets)
    drawn = draw(issue.document, assets, stem, formats, progress)
    folder, manifest = home.output(case.month), manifest_name(edition.key)
    still = kept(folder, manifest, stem, document, drawn.files)
    pages = drawn.pages or still.pages
    about = about_build(understood, version, pages)
    about |= {"edition": edition.key, "document": document, "reading_age": {r.part: r.age for r in issue.readings}}
    files = {**drawn.files, manifest: store.manifest(drawn.files, about, still.files)}
    store.write_all(folder, files)
    set_aside(folder, stem, {*files, *still.files})
    names = sorted({*drawn.files, *still.files})
    return Made(
        understood, edition, folder, tuple(folder / n for n in names), version, approved, pages, issue.readings, issue.held, drawn.cannot_draw
    )  # fmt: skip


def _version(home: Home, understood: Understood) -> tuple[str, bool]:
    """The version these returns were approved as; otherwise the one the next build makes."""
    month = understood.case.month
    sealed = seal.sealed_versions(home, month)
    if sealed:
        said = json.loads((sealed[-1].folder / store.MANIFEST_NAME).read_bytes())
        if said["made_from"] == made_from(understood):
            return sealed[-1].version, True
    return seal.next_version(home, month), False
