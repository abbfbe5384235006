"""`pack approve`: seals what was built, or what somebody edited after it was built, with the difference listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from ..document.editions import BOARD, Issue
from ..english import counted
from ..home import Home
from ..model import Cell, Month, day
from ..model.problem import Severity
from ..model.text import SentText
from ..pipeline import Progress, Understood, earlier_records, from_record
from ..record import store
from ..record.approval import SealProblem, built_manifest, refuse_if_not_ready, seal
from ..record.manifest import MANIFEST_NAME, Manifest, manifest_bytes
from ..record.seal import Seal, approved_words
from ..rules import guard
from ..settings import Settings
from .approve_edited import edited_word, refuse_an_edited_one, take_the_edited
from .beside import BOOK_NAME, data_book
from .build import issued
from .by_hand import lying_beside
from .edited_word import Difference, difference_lines
from .formats import FORMATS, assets_for, draw, fingerprint
from .say import missing_line
from .standing import Standing, standing_of


@dataclass(frozen=True)
class Approved:
    """The seal, what was sealed, and where the Word file was edited by hand, what was. `beside` lies in the folder and was not sealed."""

    month: Month
    seal: Seal
    understood: Understood
    pages: int | None
    edited: tuple[Difference, ...] = ()
    beside: tuple[str, ...] = ()


def approve(
    home: Home,
    month: Month,
    settings: Settings,
    by: str,
    now: datetime,
    *,
    on: date | None = None,
    without_pdf: str = "",
    edited: Path | None = None,
    pdf: Path | None = None,
    progress: Progress = lambda stage: None,
) -> Approved:
    """Seal a month: its files are drawn again from the record, and say on every page that they are approved.

    Only that line differs from what was built. A Word file that was edited by hand is not drawn again: its properties say it.

    Args:
        home: the working folder.
        month: the month to approve.
        settings: what `pack.toml` says now.
        by: who approves, by role.
        now: when.
        on: the day of the approval; today where none is given.
        without_pdf: why the Word file is approved alone.
        edited: the Word file that was edited by hand, to be approved in place of the one built.
        pdf: the PDF of that file, where somebody made it.
        progress: told the name of each stage as it begins.

    Raises:
        SealProblem: it cannot be approved as it stands; the text says why and what to do.
    """
    _refuse_telling_words(by, without_pdf, settings)
    manifest = built_manifest(home, month)
    if on and on < (begins := month.last_day.replace(day=1)):
        raise SealProblem(
            f"The day of the approval, {day(on)}, lies before {month.name} began, on {day(begins)}. Give the day on which it was approved: --on."
        )
    on = on or now.astimezone().date()
    refuse_if_not_ready(home, month, manifest, settings.fingerprint, without_pdf="the PDF is looked at below" if edited else without_pdf)
    in_its_place = edited_word(home, settings, manifest, edited, pdf, without_pdf) if edited else None
    if not in_its_place:
        refuse_an_edited_one(home.output(month), manifest, by)
    kept = _kept_build(home, month, settings, manifest)
    words = approved_words(manifest.version, by, on)
    found: tuple[Difference, ...] = ()
    redrawn: dict[str, bytes] = {}
    if in_its_place:
        found, without_pdf = take_the_edited(home, settings, manifest, kept.issue.document, in_its_place, words, progress)
    else:
        progress("Drawing the pages again, as approved")
        redrawn = _drawn_as_approved(home, settings, manifest, kept, words)
    progress("Sealing")
    sealed = seal(home, month, by, now, on=on, settings=settings.fingerprint, without_pdf=without_pdf, redrawn=redrawn)
    return Approved(month, sealed, kept.understood, built_manifest(home, month).pages, found, lying_beside(home.output(month), settings))


def _refuse_telling_words(by: str, without_pdf: str, settings: Settings) -> None:
    """Stop where who approves, which stands on every page, or why there is no PDF, which the seal keeps, may identify a child."""
    for option, words in (("--by", by), ("--without-pdf", without_pdf)):
        said = SentText(cell=Cell(file=option), text=words, prints=True)
        if any(not found.hint for found in guard.scan([said], settings)):
            raise SealProblem(
                f"What {option} says may identify a child, and it would be printed or kept. Write a role, or a reason that anybody may read."
            )


@dataclass(frozen=True)
class _KeptBuild:
    """The last build, as its record gives it: what was understood, the version, and the document as built."""

    understood: Understood
    standing: Standing
    issue: Issue


def _kept_build(home: Home, month: Month, settings: Settings, manifest: Manifest) -> _KeptBuild:
    """The last build, made again from its record.

    Raises:
        SealProblem: the record no longer gives the pages that were built, so they cannot be drawn again.
        RecordProblem: the record is damaged.
    """
    understood = from_record(store.built_record(home, month), earlier_records(home, month, settings).history)
    standing = replace(standing_of(home, month, understood), version=manifest.version, approval=None)
    written = issued(BOARD, understood, standing)
    if manifest.document and fingerprint(written.document, assets_for(home, settings)) != manifest.document:
        raise SealProblem(
            "The record no longer gives the pages that were built: an earlier month, a page template or pack itself has changed since. "
            f"Build the month again (pack build --month {month}), look at it, then approve it."
        )
    return _KeptBuild(understood, standing, written)


def _drawn_as_approved(home: Home, settings: Settings, manifest: Manifest, kept: _KeptBuild, words: str) -> dict[str, bytes]:
    """The pack in the formats it was built in and its data book, saying that they are approved, with their manifest.

    Raises:
        SealProblem: the PDF cannot be drawn on this machine.
    """
    stem, assets = f"{BOARD.file}-{manifest.month}", assets_for(home, settings, manifest.engine)
    document = issued(BOARD, kept.understood, kept.standing, words=words).document
    formats = [name for name, form in FORMATS.items() if f"{stem}.{form.ending}" in manifest.files]
    drawn = draw(document, assets, stem, formats, lambda stage: None, known=manifest.section_pages)
    if drawn.cannot_draw:
        raise SealProblem(drawn.cannot_draw)
    files = {**drawn.files, BOOK_NAME.format(month=manifest.month): data_book(kept.understood, kept.issue, kept.standing, words)}
    about = {
        **manifest.model_dump(mode="json", exclude={"files"}),
        "document": fingerprint(document, assets),
        "standing": words,
        "pages": drawn.pages,
        "section_pages": dict(drawn.section_pages) or manifest.section_pages,
        "engine": drawn.engine,
    }
    still = {name: digest for name, digest in manifest.files.items() if name not in files}
    return {**files, MANIFEST_NAME: manifest_bytes(files, about, still)}


def _what_was_sealed(approved: Approved, settings: Settings) -> Iterator[str]:
    """What stands in the pack that somebody may ask about: faults, returns that did not come, questions nobody answered, pages."""
    understood = approved.understood
    missing = missing_line(understood.case.returns.missing, settings) or "No return is missing."
    prompts = sum(p.severity is Severity.PROMPT for p in understood.outstanding)
    errors, warnings = (len(understood.verdicts.of(s)) for s in (Severity.ERROR, Severity.WARNING))
    faults = f"{counted(errors, 'error')} and {counted(warnings, 'warning')}"
    pages = f"{counted(approved.pages, 'page')}, " if approved.pages else ""
    yield f"What was sealed: {pages}{faults}, {counted(prompts, 'prompt')} nobody has answered. {missing}"


def approved_lines(approved: Approved, settings: Settings) -> Iterator[str]:
    """What was sealed, and what to write down."""
    sealed = approved.seal
    yield f"Sealed version {sealed.version} of {settings.month_read(approved.month)}; approved by {sealed.by}."
    yield f"  {sealed.folder}"
    yield from _what_was_sealed(approved, settings)
    if approved.seal.edited:
        yield (
            "The Word file was edited by hand after it was built. What differs:"
            if approved.edited
            else "The Word file was saved again after it was built; no word differs."
        )
        yield from difference_lines(approved.edited)
        yield "A file edited by hand is not drawn again: its pages stand as they are, and its properties and the seal say that it is approved."
    else:
        yield f"Every page now says “{sealed.words}”; nothing else differs from what was built."
    yield from (f"Not sealed, because it is no part of what was built: {name}." for name in approved.beside)
    if sealed.without_pdf:
        yield f"The Word file alone is approved: {sealed.without_pdf}."
    yield f"For the minutes, the fingerprint of this seal: {sealed.digest}"
