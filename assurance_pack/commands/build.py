"""The main job: from a month's returns to the Board pack as PDF and Word, the data book, the record and the manifest."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from ..assess.changes import compare
from ..document.assemble import Assembled
from ..document.crosswalk import Crosswalk, add_up
from ..document.databook import book
from ..document.editions import BOARD, EDITIONS, board, readings
from ..document.editions.reading_age import Reading
from ..model import Month, Severity
from ..pipeline import Progress, Understood, earlier_records, from_record, record_of, understand
from ..record import seal, store
from ..render import databook
from ..settings import Home, Settings
from .compare import NoRecord, change_note
from .formats import USUAL, Drawn, assets_for, draw, fingerprint, kept, set_aside

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
    this machine cannot make a PDF. `outdated` are other editions in the folder that were made from other returns.
    """

    understood: Understood
    assembled: Assembled
    folder: Path
    files: tuple[Path, ...]
    version: str
    pages: int | None
    over: str = ""
    cannot_draw: str = ""
    readings: tuple[Reading, ...] = ()
    outdated: tuple[str, ...] = ()

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
    formats: Collection[str] = USUAL,
    withholding: bool = False,
    strict: bool = False,
    draft: bool = False,
    without_returns: bool = False,
    progress: Progress = lambda stage: None,
) -> Built:
    """Build the Board pack of a month, in the formats asked for, with its data book and record.

    `without_returns` makes it again from its record, as it was kept, when the returns are gone.

    Raises:
        NothingToRead: there is no folder of returns.
        NoRecord: `without_returns`, and the month has no record.
        Refused: text that would print may identify a child.
        StrictlyRefused: `strict`, and there are errors.
        OSError: the output cannot be written, or is open in another program.
    """
    if without_returns:
        understood = _kept(home, month, settings)
    else:
        understood = understand(home, month, settings, withholding=withholding, progress=progress)
    if strict and understood.verdicts.of(Severity.ERROR):
        raise StrictlyRefused(understood)
    version = seal.next_version(home, month)
    changes = _since_the_sealed(home, month, understood)
    assembled = board(understood.case, understood.position, settings, version=version, draft=draft, changes=changes)
    assets = assets_for(home, settings)
    stem, document = f"{BOARD.file}-{month}", fingerprint(assembled.document, assets)
    drawn = draw(assembled.document, assets, stem, formats, progress)
    progress("Writing the data book and the record")
    files = {**drawn.files, **_registers(understood, assembled, month, version)}
    folder = home.output(month)
    still = kept(folder, store.MANIFEST_NAME, stem, document, files)
    pages = drawn.pages or still.pages
    hard = readings(BOARD, assembled.document, understood.position)
    about = {**about_build(understood, version, pages), "document": document, "reading_age": {r.part: r.age for r in hard}}
    files[store.MANIFEST_NAME] = store.manifest(files, about, still.files)
    store.write_all(folder, files)
    set_aside(folder, stem, {*files, *still.files})
    over, names = _over(assembled, drawn, settings), sorted({*files, *still.files})
    return Built(
        understood, assembled, folder, tuple(folder / n for n in names), version, pages, over, drawn.cannot_draw, hard,
        tuple(_outdated(folder, understood)),
    )  # fmt: skip


def _kept(home: Home, month: Month, settings: Settings) -> Understood:
    """A month from its record."""
    record = store.load(home, month)
    if record is None:
        raise NoRecord(
            f"There is no record of {month.name} to make the pack from. Put its returns into {home.inputs(month)} and build it from them."
        )
    history, _ = earlier_records(home, month, settings)
    return from_record(record, history)


def _since_the_sealed(home: Home, month: Month, understood: Understood) -> tuple[str, ...]:
    """What this build changes of the version the Board already has; nothing where none is sealed."""
    if not seal.sealed_versions(home, month):
        return ()
    sealed = store.load(home, month)
    return change_note(compare(understood.case.returns, sealed, understood.settings)) if sealed else ()


def _registers(understood: Understood, assembled: Assembled, month: Month, version: str) -> dict[str, bytes]:
    """The data book and the record."""
    record = record_of(understood, version=version, printed=assembled.printed)
    return {
        BOOK_NAME.format(month=month): databook.write(book(understood.case, understood.verdicts, assembled.fates)),
        store.RECORD_NAME.format(month=month): store.as_bytes(record),
    }


def about_build(understood: Understood, version: str, pages: int | None) -> dict[str, object]:
    """What a manifest says of a build: which month and version, how long, from which returns, compared with which months."""
    case = understood.case
    return {
        "month": case.month,
        "version": version,
        "pages": pages,
        "made_from": made_from(understood),
        "compared_with": [r.month for r in case.history],
    }


def made_from(understood: Understood) -> dict[str, str]:
    """The returns of a build with their fingerprints."""
    return {r.file: r.sha256 for r in understood.case.returns.receipts if r.file and r.sha256}


def manifest_name(edition: str) -> str:
    """The manifest of an edition: each has its own, for the Board's alone is approved."""
    return store.MANIFEST_NAME if edition == BOARD.key else f"manifest-{edition}.json"


def _outdated(folder: Path, understood: Understood) -> list[str]:
    """Other editions in the folder that were made from returns that have changed since."""
    now = made_from(understood)
    manifests = {key: folder / manifest_name(key) for key in EDITIONS if key != BOARD.key}
    return [key for key, path in manifests.items() if path.exists() and json.loads(path.read_bytes())["made_from"] != now]


def _over(assembled: Assembled, drawn: Drawn, settings: Settings) -> str:
    """The section to shorten, where the pages up to families' words at the end are over the limit."""
    counted = drawn.section_pages.get(assembled.annex, (drawn.pages or 0) + 1) - 1
    return assembled.longest_section if counted > settings.limits.pages_with_many_rows else ""
