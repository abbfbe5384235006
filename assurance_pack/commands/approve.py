"""`pack approve`: seals what was built, or what somebody edited after it was built, with the difference listed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from ..document.editions import BOARD, Issue
from ..english import counted
from ..home import Home
from ..model import Month
from ..model.problem import Severity
from ..pipeline import Progress, Understood, earlier_records, from_record
from ..record import store
from ..record.approval import SealProblem, built_manifest, refuse_if_not_ready, seal
from ..record.manifest import MANIFEST_NAME, Manifest, edited_since, manifest_bytes
from ..record.seal import Seal, approved_words
from ..record.writing import free_name, write_all
from ..render import word
from ..rules.guard import sentence_for
from ..settings import Settings
from .build import BOOK_NAME, data_book, issued
from .edited_word import (
    Difference,
    as_data,
    difference_lines,
    differences,
    pdf_of,
    read_word,
    what_differs,
    what_may_identify,
)  # fmt: skip
from .formats import FORMATS, assets_for, draw, fingerprint
from .say import missing_line
from .standing import Standing, standing_of

DIFFERENCES = "edited-by-hand-{month}.json"
NO_PDF_OF_IT = "the Word file was edited by hand, and no PDF was made of it"


@dataclass(frozen=True)
class Approved:
    """The seal, what was sealed, and where the Word file was edited by hand, what was."""

    month: Month
    seal: Seal
    understood: Understood
    pages: int | None
    edited: tuple[Difference, ...] = ()


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
    manifest = built_manifest(home, month)
    on = on or now.astimezone().date()
    if edited is None:
        _refuse_an_edited_one(home.output(month), manifest, by)
    alone = "the PDF is looked at below" if edited else without_pdf
    refuse_if_not_ready(home, month, manifest, settings.fingerprint, without_pdf=alone)
    kept = _kept_build(home, month, settings, manifest)
    words = approved_words(manifest.version, by, on)
    found: tuple[Difference, ...] = ()
    redrawn: dict[str, bytes] = {}
    if edited is not None:
        found, alone = _take_the_edited(home, settings, manifest, kept, edited, pdf, words, progress)
        without_pdf = without_pdf or alone
    elif not manifest.edited:
        progress("Drawing the pages again, as approved")
        redrawn = _drawn_as_approved(home, settings, manifest, kept, words)
    progress("Sealing")
    sealed = seal(home, month, by, now, on=on, settings=settings.fingerprint, without_pdf=without_pdf, redrawn=redrawn)
    return Approved(month, sealed, kept.understood, built_manifest(home, month).pages, found)


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
            "The record no longer gives the pages that were built: an earlier month, or pack itself, has changed since. "
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


def _refuse_an_edited_one(folder: Path, manifest: Manifest, by: str) -> None:
    edited = edited_since(folder, manifest)
    if not edited:
        return
    first, month = edited[0], manifest.month
    ways = f"Build the month again (pack build --month {month}): the edited file is set aside and nothing of it is lost."
    if first.endswith(".docx"):
        ways += (
            f' Or approve it as it is, with its differences listed: pack approve --month {month} --by "{by}" --edited "{folder / first}".'
        )
    raise SealProblem(f"{first} was edited after it was built. {ways}")


def _take_the_edited(
    home: Home, settings: Settings, manifest: Manifest, kept: _KeptBuild, edited: Path, pdf: Path | None, words: str, progress: Progress
) -> tuple[tuple[Difference, ...], str]:
    """Put the edited Word file in the place of the built one, with its PDF and its differences, the approval in its properties.

    Returns:
        The differences, and why there is no PDF where there is none.
    """
    progress("Comparing the edited file with what was built")
    stem, folder = f"{BOARD.file}-{manifest.month}", home.output(manifest.month)
    document = kept.issue.document
    after, name = read_word(edited), f"{stem}.docx"
    with TemporaryDirectory() as beside:
        as_built = Path(beside) / name
        as_built.write_bytes(word.write(document, assets_for(home, settings)))
        before = read_word(as_built)
    private = what_may_identify(edited.name, after, before, settings)
    if private:
        places = "\n".join(f"  {f.cell}: {sentence_for(f)}" for f in private)
        raise SealProblem(
            f"What was added to {edited.name} may identify a child, so it was not approved. Take it out, then approve it.\n{places}"
        )
    found = differences(before, after, document)
    progress("Making the PDF of the edited file")
    pages = pdf.read_bytes() if pdf else pdf_of(edited)
    if pages and (differ := what_differs(pages, after)):
        made = pdf.name if pdf else "The PDF that LibreOffice made"
        raise SealProblem(
            f"{made} does not hold the same words as {edited.name}: “{' '.join(differ[0].split())[:80]}”. Save the edited file as PDF again, and name it with --pdf."
        )
    _lay_down_the_edited(folder, manifest, stem, word.with_standing(edited.read_bytes(), words), pages, found, words)
    return found, "" if pages else NO_PDF_OF_IT


def _lay_down_the_edited(
    folder: Path, manifest: Manifest, stem: str, edited: bytes, pages: bytes | None, found: tuple[Difference, ...], words: str
) -> None:
    """The edited file takes the built one's place, and the manifest says so. What else was drawn from the same document no longer holds."""
    month = manifest.month
    said = {"edited": as_data(found)}
    files = {
        f"{stem}.docx": edited,
        DIFFERENCES.format(month=month): (json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode(),
        **({f"{stem}.pdf": pages} if pages else {}),
    }
    drawn = [n for n in (f"{stem}.pdf", f"{stem}.html") if (folder / n).exists()]
    aside = {n: free_name(folder, f"{stem} (as built){Path(n).suffix}") for n in drawn}
    still = {n: digest for n, digest in manifest.files.items() if n not in files and n not in drawn}
    about = {**_about_the_edited(manifest), "standing": words}
    write_all(folder, {**files, MANIFEST_NAME: manifest_bytes(files, about, still)}, aside)


def _about_the_edited(manifest: Manifest) -> dict[str, object]:
    """What the manifest says of the build, but for its files: the document is no longer the one drawn."""
    return {**manifest.model_dump(mode="json", exclude={"files"}), "document": "", "edited": True, "engine": "", "section_pages": {}}


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
    if sealed.without_pdf:
        yield f"The Word file alone is approved: {sealed.without_pdf}."
    yield f"For the minutes, the fingerprint of this seal: {sealed.digest}"
