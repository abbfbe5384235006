"""The main job: from a month's returns to the Board pack as PDF and Word, the data book, the record and the manifest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..assess.changes import compare
from ..document.assemble import Assembled
from ..document.book import book
from ..document.crosswalk import Crosswalk, add_up
from ..document.editions import board
from ..model import Month, Severity
from ..pipeline import Progress, Understood, record_of, understand
from ..record import seal, store
from ..render import Assets, CannotDraw, databook, load_assets, pdf, word
from ..settings import Home, Settings
from .compare import change_note

PACK_NAME = "assurance-pack-{month}"
BOOK_NAME = "data-book-{month}.xlsx"


class StrictlyRefused(Exception):
    """There are errors to mend, and the build was asked to be strict: nothing was written."""

    def __init__(self, understood: Understood) -> None:
        """Keep what was found."""
        super().__init__("errors to mend")
        self.understood = understood


@dataclass(frozen=True)
class Built:
    """What a build wrote, and what the officer should know of it.

    `pages` counts the finished PDF; `over` names sections to shorten where it is over the limit. `cannot_draw` is the remedy where
    this machine cannot make a PDF.
    """

    understood: Understood
    assembled: Assembled
    folder: Path
    files: tuple[Path, ...]
    version: str
    pages: int | None
    over: str = ""
    cannot_draw: str = ""

    @property
    def crosswalk(self) -> Crosswalk:
        """Every row read, and what became of it."""
        return add_up(self.understood.case.returns.rows, self.assembled.fates)

    @property
    def exit_code(self) -> int:
        """4 where the machine could not make the PDF, else 1 or 0 by what the rules found."""
        return 4 if self.cannot_draw else self.understood.exit_code


def build(
    home: Home,
    month: Month,
    settings: Settings,
    *,
    withholding: bool = False,
    strict: bool = False,
    draft: bool = False,
    progress: Progress = lambda stage: None,
) -> Built:
    """Build the Board pack of a month.

    Raises:
        NothingToRead: there is no folder of returns.
        Refused: text that would print may identify a child.
        StrictlyRefused: `strict`, and there are errors.
        OSError: the output cannot be written, or is open in another program.
    """
    understood = understand(home, month, settings, withholding=withholding, progress=progress)
    if strict and understood.verdicts.of(Severity.ERROR):
        raise StrictlyRefused(understood)
    version = seal.next_version(home, month)
    changes = _since_the_sealed(home, month, understood)
    assembled = board(understood.case, understood.position, settings, version=version, draft=draft, changes=changes)
    progress("Writing the Word file and the data book")
    files: dict[str, bytes] = _without_pdf(home, understood, assembled, month, version)
    progress("Writing the PDF")
    pages, remedy = None, ""
    try:
        drawn = pdf.write(assembled.document, assets_for(home, settings))
        files[f"{PACK_NAME.format(month=month)}.pdf"] = drawn.data
        pages = drawn.pages
    except CannotDraw as why:
        remedy = str(why)
    folder = home.output(month)
    files[store.MANIFEST_NAME] = store.manifest(files, _about(understood, version, pages))
    _set_aside_stale_pdf(folder, files, month)
    store.write_all(folder, files)
    over = _over(assembled, pages, settings)
    return Built(understood, assembled, folder, tuple(folder / name for name in sorted(files)), version, pages, over, remedy)


def _since_the_sealed(home: Home, month: Month, understood: Understood) -> tuple[str, ...]:
    """What this build changes of the version the Board already has; nothing where none is sealed."""
    if not seal.sealed_versions(home, month):
        return ()
    sealed = store.load(home, month)
    return change_note(compare(understood.case.returns, sealed, understood.settings)) if sealed else ()


def assets_for(home: Home, settings: Settings) -> Assets:
    """The look of the Board: the shipped one, or its own from the working folder."""
    return load_assets(
        accent=settings.look.accent, tint=settings.look.tint, logo=settings.look.logo, font=settings.look.font, home=home.root
    )


def _without_pdf(home: Home, understood: Understood, assembled: Assembled, month: Month, version: str) -> dict[str, bytes]:
    record = record_of(understood, version=version, printed=assembled.printed)
    return {
        f"{PACK_NAME.format(month=month)}.docx": word.write(assembled.document, assets_for(home, understood.settings)),
        BOOK_NAME.format(month=month): databook.write(book(understood.case, understood.verdicts, assembled.fates)),
        store.RECORD_NAME.format(month=month): store.as_bytes(record),
    }


def _about(understood: Understood, version: str, pages: int | None) -> Mapping[str, object]:
    case = understood.case
    return {
        "month": case.month,
        "version": version,
        "pages": pages,
        "made_from": {r.file: r.sha256 for r in case.returns.receipts if r.file and r.sha256},
        "compared_with": [r.month for r in case.history],
    }


def _set_aside_stale_pdf(folder: Path, files: Mapping[str, bytes], month: Month) -> None:
    """A PDF of an earlier build must not lie beside a newer Word file as if it were the same pack."""
    old = folder / f"{PACK_NAME.format(month=month)}.pdf"
    if old.name not in files and old.exists():
        old.replace(old.with_name(f"{old.stem} (earlier build).pdf"))


def _over(assembled: Assembled, pages: int | None, settings: Settings) -> str:
    if pages is None or pages - assembled.overflow_pages <= settings.limits.pages_with_many_rows:
        return ""
    return assembled.longest_section
