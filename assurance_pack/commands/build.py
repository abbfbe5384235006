"""The main job: from a month's returns to one edition, in the formats asked for; the Board's has its data book and record beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..document.crosswalk import add_up
from ..document.editions import BOARD, Edition, Issue, issue
from ..home import Home
from ..intake.receipts import RECEIVED
from ..model import Month
from ..model.problem import Severity
from ..pipeline import Progress, Understood, earlier_records, from_record, understand
from ..record import store
from ..record.manifest import MANIFEST_NAME, fingerprint_of
from ..render import Assets
from ..returns.received import Returns
from ..room import give_back
from ..settings import Settings
from .beside import beside
from .compare import NoRecord
from .ending import Built, Ending, manifest_name
from .formats import FORMATS, PDF, Drawn, assets_for, draw, fingerprint, wanted
from .in_turn import left_to_do, make_room, set_alone
from .lay_down import last_build
from .nothing_read import refuse_an_empty_one
from .press import Press, packed
from .standing import Standing, as_sealed, made_from, standing_of

MANY_ROWS = 5_000
"""In a month, ten times what a month has: beyond so many the build goes on a step at a time (`in_turn`), or what two steps need would stand in memory at once."""
HandOn = Callable[[Iterator[bytes]], None]
"""Leaves what is left of a build to another process, and comes back only where there is no such thing."""


class StrictlyRefused(Exception):
    """There are errors to mend, and the build was asked to be strict: nothing was written."""

    def __init__(self, understood: Understood) -> None:
        """Keep what was found."""
        super().__init__("errors to mend")
        self.understood = understood


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
    handing_on: HandOn | None = None,
    progress: Progress = lambda stage: None,
) -> Built:
    """Build an edition of a month, in the formats asked for or the usual ones; the Board's with its data book and record.

    `without_returns` makes it again from the month's record, as it was kept, when the returns are gone. `engine` names what sets the PDF;
    where none is named, the first that this machine has. `press` sets it beside this process, where one has been started. `handing_on`
    leaves a month of many rows to another process when they are read, and nothing comes back.

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
            refusing=lambda found: _refuse(home, found, strict), when_read=lambda returns: make_room(press) if _many(returns) else None,
        )  # fmt: skip
    standing = standing_of(home, month, understood)
    as_approved = edition.keeps_record and standing.approval is not None
    written = issued(edition, understood, standing, draft=draft and not as_approved)
    assets = assets_for(home, settings, engine)
    about = {
        **_about_build(edition, understood, written, standing.version), "document": fingerprint(written.document, assets), "draft": draft,
        "received": fingerprint_of(home.inputs(month) / RECEIVED),
    }  # fmt: skip
    account = add_up(understood.case.returns.rows, written.assembled.fates).counts if edition.keeps_record else {}
    ending = Ending(home, settings, edition.key, understood, written, standing, about, account, assets, tuple(formats))
    if as_approved and standing.approval is not None:
        about, drawn, files = _again(as_sealed(home, month, standing.approval), written, assets, ending.stem, formats, progress)
        return replace(ending, about=about).laid_down(drawn, files)
    ending = replace(ending, pages_before=_pages_before(home.output(month), edition, about))
    pressed = press if press and PDF in wanted(formats) else None
    if _many(understood.case.returns):
        make_room(press)
        if handing_on:
            handing_on(left_to_do(ending, progress))
        files = beside(understood, written, standing, progress) if edition.keeps_record else {}
        give_back()
        setting = set_alone(pressed, packed(written.document, assets)) if pressed else None
    else:
        setting = pressed.begin(written.document, assets) if pressed else None
        files = beside(understood, written, standing, progress) if edition.keeps_record else {}
    return ending.laid_down(ending.drawn(progress, setting), files)


def _many(returns: Returns) -> bool:
    return len(returns.rows) > MANY_ROWS


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
