"""The main job: from a month's returns to one edition, in the formats asked for; the Board's has its data book and record beside it."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..document.crosswalk import add_up
from ..document.databook import VersionChanges, book
from ..document.editions import BOARD, EDITIONS, Edition, Issue, issue
from ..home import Home
from ..intake.as_typed import forget
from ..intake.receipts import RECEIVED
from ..model import Month
from ..model.problem import Severity
from ..pipeline import Progress, Understood, earlier_records, from_record, record_to_write, understand
from ..record import store
from ..record.damage import RecordProblem
from ..record.manifest import MANIFEST_NAME, fingerprint_of, read_manifest
from ..render import Assets
from ..settings import Settings
from .compare import NoRecord
from .formats import FORMATS, PDF, Drawn, assets_for, draw, fingerprint, wanted
from .in_turn import Packed, make_room, set_alone
from .lay_down import last_build, lay_down
from .nothing_read import refuse_an_empty_one
from .press import Press
from .standing import Standing, as_sealed, made_from, standing_of

BOOK_NAME = "data-book-{month}.xlsx"
MANY_ROWS = 5_000
"""In a month, ten times what a month has: beyond so many the pages are set after the data book and not beside it, or both would stand in memory at once."""


class StrictlyRefused(Exception):
    """There are errors to mend, and the build was asked to be strict: nothing was written."""

    def __init__(self, understood: Understood) -> None:
        """Keep what was found."""
        super().__init__("errors to mend")
        self.understood = understood


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


def build(
    home: Home,
    month: Month,
    settings: Settings,
    edition: Edition[Any] = BOARD,
    *,
    formats: Collection[str] = (),
    withholding: bool = False,
    strict: bool = False,
    draft: bool = False,
    without_returns: bool = False,
    engine: str = "",
    press: Press | None = None,
    letting_go: bool = False,
    progress: Progress = lambda stage: None,
) -> Built:
    """Build an edition of a month, in the formats asked for or the usual ones; the Board's with its data book and record.

    `without_returns` makes it again from the month's record, as it was kept, when the returns are gone. `engine` names what sets the PDF;
    where none is named, the first that this machine has. `press` sets it beside this process, where one has been started. `letting_go`: of a month of many rows
    what comes back has none of them, because they are let go before the pages are set.

    Raises:
        NothingToRead: there is no folder of returns.
        NoRecord: `without_returns`, and the month has no record.
        RecordProblem: nothing has changed since the approval, and a sealed file is no longer as it was sealed.
        NothingReadNow: nothing can be read, and the record of the month holds rows.
        Refused: text that would print may identify a child.
        StrictlyRefused: `strict`, and there are errors.
        OSError: the output cannot be written, or is open in another program.
    """
    if without_returns:
        understood = _kept(home, month, settings, edition)
    else:
        understood = understand(
            home, month, settings, withholding=withholding, since_last_month=edition.since_last_month, progress=progress,
            refusing=lambda found: _refuse(home, found, strict),
        )  # fmt: skip
    standing = standing_of(home, month, understood)
    as_approved = edition.keeps_record and standing.approval is not None
    written = issued(edition, understood, standing, draft=draft and not as_approved)
    assets, stem = assets_for(home, settings, engine), f"{settings.worded(edition.file)}-{month}"
    about = {
        **_about_build(edition, understood, written, standing.version), "document": fingerprint(written.document, assets), "draft": draft,
        "received": fingerprint_of(home.inputs(month) / RECEIVED),
    }  # fmt: skip
    rows = understood.case.returns.rows
    account = add_up(rows, written.assembled.fates).counts if edition.keeps_record else {}
    many = len(rows) > MANY_ROWS
    del rows
    if as_approved and standing.approval is not None:
        about, drawn, beside = _again(as_sealed(home, month, standing.approval), written, assets, stem, formats, progress)
    else:
        pressed = press if press and PDF in wanted(formats) else None
        before = _pages_before(home.output(month), edition, about)
        if many:
            make_room(press)
        setting = pressed.begin(written.document, assets) if pressed and not many else None
        beside = _beside(understood, written, standing, progress) if edition.keeps_record else {}
        if many:
            packed = Packed(beside)
            if letting_go:
                understood, written = understood.without_rows(), written.without_fates()
                forget()
            del beside
            setting = set_alone(pressed, written.document, assets) if pressed else None
        drawn = draw(written.document, assets, stem, formats, progress, setting, before)
        if many:
            beside = packed.files()
    laid = lay_down(home.output(month), manifest_name(edition.key), stem, about, drawn, beside)
    return Built(
        understood, edition, written, home.output(month), laid.files, standing, laid.pages,
        _over(edition, written, drawn, settings), drawn.cannot_draw, _outdated(home.output(month), edition, understood), laid.set_aside,
        drawn.instead_of, drawn.unread, account,
    )  # fmt: skip


def _pages_before(folder: Path, edition: Edition[Any], about: Mapping[str, Any]) -> Mapping[str, int]:
    """The pages of the sections in the PDF of the last build, where that is of this very document: what Word prints where only Word is asked for."""
    last = last_build(folder, about["month"], manifest_name(edition.key))
    return last.section_pages if last and last.document == about["document"] else {}


def _refuse(home: Home, understood: Understood, strict: bool) -> None:
    refuse_an_empty_one(home, understood)
    if strict and understood.verdicts.of(Severity.ERROR):
        raise StrictlyRefused(understood)


def _kept(home: Home, month: Month, settings: Settings, edition: Edition[Any]) -> Understood:
    """A month from its record."""
    record = store.load(home, month)
    if record is None:
        raise NoRecord(
            f"There is no record of {month.name} to make the pack from. Put its returns into {home.inputs(month)} and build it from them."
        )
    return from_record(record, earlier_records(home, month, settings).history, since_last_month=edition.since_last_month)


def issued(edition: Edition[Any], understood: Understood, standing: Standing, *, words: str = "", draft: bool = False) -> Issue:
    """An edition of a month as this version of it, with other words for whether it is approved where they are given; the Board's says what changed."""
    changes = standing.lines if edition.keeps_record else ()
    return issue(
        edition, understood.case, understood.verdicts, understood.position,
        version=standing.version, standing=words or standing.words, draft=draft, changes=changes,
    )  # fmt: skip


def _again(
    sealed: dict[str, bytes], written: Issue, assets: Assets, stem: str, formats: Collection[str], progress: Progress
) -> tuple[dict[str, Any], Drawn, dict[str, bytes]]:
    """An approved version as it was sealed, and beside it any format it was not sealed in, where that is still the same document."""
    about = json.loads(sealed.pop(MANIFEST_NAME))
    about.pop("files")
    more = [f for f in formats if f"{stem}.{FORMATS[f].ending}" not in sealed]
    same = about["document"] == fingerprint(written.document, assets)
    paged = about.get("section_pages", {})
    drawn = draw(written.document, assets, stem, more, progress, known=paged) if more and same else Drawn({})
    pages = {n: data for n, data in sealed.items() if n.startswith(f"{stem}.")}
    beside = {n: data for n, data in sealed.items() if n not in pages}
    return (
        about,
        replace(drawn, files={**pages, **drawn.files}, pages=about.get("pages"), section_pages=paged, engine=about.get("engine", "")),
        beside,
    )


def _beside(understood: Understood, written: Issue, standing: Standing, progress: Progress) -> dict[str, bytes]:
    """The data book and the record."""
    progress("Writing the data book and the record")
    month, assembled = understood.case.month, written.assembled
    data = data_book(understood, written, standing)  # before the record, so that both do not stand in memory together
    record = record_to_write(understood, version=standing.version, printed=assembled.printed)
    return {BOOK_NAME.format(month=month): data, store.RECORD_NAME.format(month=month): store.as_bytes(record)}


def data_book(understood: Understood, written: Issue, standing: Standing, words: str = "") -> bytes:
    """Every register behind an issue, as a workbook that says whether the pack is approved, and all that a later version changed."""
    from ..render import databook  # loaded while the pages are set in a process of their own

    return databook.write(
        book(
            understood.case, understood.verdicts, written.assembled.fates, understood.position,
            standing=words or standing.words, version=VersionChanges(standing.after.version, standing.changes) if standing.after else None,
        )
    )  # fmt: skip


def _about_build(edition: Edition[Any], understood: Understood, written: Issue, version: str) -> dict[str, Any]:
    """What a manifest says of a build: which edition, month and version, from which returns, compared with which months, how hard to read."""
    case = understood.case
    return {
        **({} if edition.keeps_record else {"edition": edition.key}),
        "month": case.month,
        "version": version,
        "standing": written.document.standing,
        "made_from": made_from(understood),
        "settings": understood.settings.fingerprint,
        "compared_with": [r.month for r in case.history],
        "reading_age": {r.part: r.age for r in written.readings},
    }


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
