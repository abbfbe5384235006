"""The end of a build: its document in the formats asked for, its files laid down together, and what the officer should know of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..document.editions import BOARD, EDITIONS, Edition, Issue
from ..home import Home
from ..model import Month
from ..pipeline import Progress, Understood
from ..record.damage import RecordProblem
from ..record.manifest import MANIFEST_NAME, read_manifest
from ..render import Assets, Pdf
from ..settings import Settings
from .formats import Drawn, draw
from .lay_down import lay_down
from .standing import Standing, made_from


@dataclass(frozen=True)
class Built:
    """What a build wrote, and what the officer should know of it.

    `standing` says which version it is and whether that is approved, the Board's or, of another edition, the one it follows. `pages` counts the finished PDF; `over` names the section to shorten
    where it has more than it should. `cannot_draw` is the remedy where this machine cannot make a PDF. `outdated` are other editions in
    the folder that were made from other returns; `set_aside` names files of the folder that were renamed rather than replaced. `instead_of` is
    the remedy of the usual engine where another had to set the PDF, and `unread` says which of the Board's own page templates it does not read.
    `account` counts the rows read by what became of them, where the edition accounts for every row.
    """

    understood: Understood
    edition: Edition[Any]
    issue: Issue
    folder: Path
    files: tuple[Path, ...]
    standing: Standing
    pages: int | None
    over: str
    cannot_draw: str
    outdated: tuple[str, ...]
    set_aside: tuple[str, ...] = ()
    instead_of: str = ""
    unread: str = ""
    account: Mapping[str, int] = field(default_factory=dict)

    @property
    def unchanged(self) -> bool:
        """Whether the pack is the approved one, because nothing has changed since: then no new version was made."""
        return self.edition.keeps_record and self.standing.approval is not None

    @property
    def exit_code(self) -> int:
        """4 where the machine could not make the PDF, else 1 or 0 by what the rules found."""
        return 4 if self.cannot_draw else self.understood.exit_code


@dataclass(frozen=True)
class Ending:
    """All that is left of a build once it is known what its document says: what `Built` tells, `about` it for the manifest, and how it is to be drawn.

    `edition` is the key of one. `formats` are those asked for, and `pages_before` the first pages of the sections in a PDF of the same document, where there is one.
    """

    home: Home
    settings: Settings
    edition: str
    understood: Understood
    issue: Issue
    standing: Standing
    about: Mapping[str, Any]
    account: Mapping[str, int]
    assets: Assets
    formats: tuple[str, ...]
    pages_before: Mapping[str, int] = field(default_factory=dict)

    @property
    def made(self) -> Edition[Any]:
        """The edition itself."""
        return EDITIONS[self.edition]

    @property
    def stem(self) -> str:
        """How the names of its files begin."""
        return f"{self.settings.worded(self.made.file)}-{self.understood.case.month}"

    def without_rows(self) -> Ending:
        """The same without the month's rows and their account: for when all that is written of them is."""
        return replace(self, understood=self.understood.without_rows(), issue=self.issue.without_fates())

    def drawn(self, progress: Progress, setting: Callable[[], Pdf] | None = None) -> Drawn:
        """The document in the formats asked for; `setting` waits for its pages, where they are set elsewhere."""
        return draw(self.issue.document, self.assets, self.stem, self.formats, progress, setting, self.pages_before)

    def laid_down(self, drawn: Drawn, beside: Mapping[str, bytes]) -> Built:
        """Its files put in place, all or none, and what there is to say of them.

        Raises:
            OSError: the output cannot be written, or is open in another program.
        """
        folder = self.home.output(self.understood.case.month)
        laid = lay_down(folder, manifest_name(self.edition), self.stem, self.about, drawn, beside)
        return Built(
            self.understood, self.made, self.issue, folder, laid.files, self.standing, laid.pages,
            _over(self.made, self.issue, drawn, self.settings), drawn.cannot_draw, _outdated(folder, self.made, self.understood), laid.set_aside,
            drawn.instead_of, drawn.unread, self.account,
        )  # fmt: skip


def manifest_name(edition: str) -> str:
    """The manifest of an edition: each has its own, for the Board's alone is approved."""
    return MANIFEST_NAME if edition == BOARD.key else f"manifest-{edition}.json"


def _outdated(folder: Path, edition: Edition[Any], understood: Understood) -> tuple[str, ...]:
    """Other editions in the folder that were made from returns that have changed since; the Board's is built again in any case."""
    now = made_from(understood)
    others = {key: manifest_name(key) for key in EDITIONS if key not in (BOARD.key, edition.key)}
    month = understood.case.month
    return tuple(key for key, name in others.items() if (folder / name).exists() and _made_from(folder, month, name) != now)


def _made_from(folder: Path, month: Month, manifest: str) -> dict[str, str] | None:
    """The returns the files of a folder were made from; None where nothing says so."""
    try:
        said = read_manifest(folder, month, manifest)
    except RecordProblem:
        return None
    return said.made_from if said else None


def _over(edition: Edition[Any], written: Issue, drawn: Drawn, settings: Settings) -> str:
    """The section to shorten, where the pages up to families' and partners' words at the end are more than the edition should have."""
    most, assembled = edition.pages(settings), written.assembled
    counted = drawn.section_pages.get(assembled.annex, (drawn.pages or 0) + 1) - 1
    return assembled.longest_section if most and counted > most else ""
