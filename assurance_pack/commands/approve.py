"""`pack approve`: seals what was built, or what somebody edited after it was built, with the difference listed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from ..document.editions import BOARD
from ..model import Month
from ..pipeline import Progress
from ..record.approval import SealProblem, built_manifest, refuse_if_not_ready, seal
from ..record.manifest import MANIFEST_NAME, Manifest, edited_since, manifest_bytes
from ..record.seal import Seal
from ..record.writing import free_name, write_all
from ..render import word
from ..rules.guard import sentence_for
from ..settings import Home, Settings
from .build import from_its_record
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
from .formats import assets_for

DIFFERENCES = "edited-by-hand-{month}.json"
NO_PDF_OF_IT = "the Word file was edited by hand, and no PDF was made of it"


@dataclass(frozen=True)
class Approved:
    """The seal, and where the Word file was edited by hand, what was."""

    month: Month
    seal: Seal
    edited: tuple[Difference, ...] = ()


def approve(
    home: Home,
    month: Month,
    settings: Settings,
    by: str,
    now: datetime,
    *,
    without_pdf: str = "",
    edited: Path | None = None,
    pdf: Path | None = None,
    progress: Progress = lambda stage: None,
) -> Approved:
    """Seal a month.

    Args:
        home: the working folder.
        month: the month to approve.
        settings: what `pack.toml` says now.
        by: who approves, by role.
        now: when.
        without_pdf: why the Word file is approved alone.
        edited: the Word file that was edited by hand, to be approved in place of the one built.
        pdf: the PDF of that file, where somebody made it.
        progress: told the name of each stage as it begins.

    Raises:
        SealProblem: it cannot be approved as it stands; the text says why and what to do.
    """
    manifest = built_manifest(home, month)
    found: tuple[Difference, ...] = ()
    if edited is None:
        _refuse_an_edited_one(home.output(month), manifest, by)
    else:
        refuse_if_not_ready(home, month, manifest, settings.fingerprint, without_pdf="the PDF is looked at below")
        found, alone = _take_the_edited(home, month, settings, manifest, edited, pdf, progress)
        without_pdf = without_pdf or alone
    progress("Sealing")
    return Approved(month, seal(home, month, by, now, settings=settings.fingerprint, without_pdf=without_pdf), found)


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
    home: Home, month: Month, settings: Settings, manifest: Manifest, edited: Path, pdf: Path | None, progress: Progress
) -> tuple[tuple[Difference, ...], str]:
    """Put the edited Word file in the place of the built one, with its PDF and its differences.

    Returns:
        The differences, and why there is no PDF where there is none.
    """
    progress("Comparing the edited file with what was built")
    stem, folder = f"{BOARD.file}-{month}", home.output(month)
    issue = from_its_record(home, month, settings, manifest)
    after, name = read_word(edited), f"{stem}.docx"
    with TemporaryDirectory() as beside:
        as_built = Path(beside) / name
        as_built.write_bytes(word.write(issue.document, assets_for(home, settings)))
        before = read_word(as_built)
    private = what_may_identify(edited.name, after, before, settings)
    if private:
        places = "\n".join(f"  {f.cell}: {sentence_for(f)}" for f in private)
        raise SealProblem(
            f"What was added to {edited.name} may identify a child, so it was not approved. Take it out, then approve it.\n{places}"
        )
    found = differences(before, after, issue.document)
    progress("Making the PDF of the edited file")
    pages = pdf.read_bytes() if pdf else pdf_of(edited)
    if pages and (differ := what_differs(pages, after)):
        made = pdf.name if pdf else "The PDF that LibreOffice made"
        raise SealProblem(
            f"{made} does not hold the same words as {edited.name}: “{' '.join(differ[0].split())[:80]}”. Save the edited file as PDF again, and name it with --pdf."
        )
    _lay_down_the_edited(folder, manifest, stem, edited.read_bytes(), pages, found)
    return found, "" if pages else NO_PDF_OF_IT


def _lay_down_the_edited(
    folder: Path, manifest: Manifest, stem: str, edited: bytes, pages: bytes | None, found: tuple[Difference, ...]
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
    about = _about_the_edited(manifest)
    write_all(folder, {**files, MANIFEST_NAME: manifest_bytes(files, about, still)}, aside)


def _about_the_edited(manifest: Manifest) -> dict[str, object]:
    """What the manifest says of the build, but for its files: the document is no longer the one drawn."""
    return {**manifest.model_dump(mode="json", exclude={"files"}), "document": "", "edited": True}


def approved_lines(approved: Approved, settings: Settings) -> Iterator[str]:
    """What was sealed, and what to write down."""
    sealed = approved.seal
    yield f"Sealed version {sealed.version} of {settings.month_read(approved.month)}; approved by {sealed.by}."
    yield f"  {sealed.folder}"
    if approved.seal.edited:
        yield (
            "The Word file was edited by hand after it was built. What differs:"
            if approved.edited
            else "The Word file was saved again after it was built; no word differs."
        )
        yield from difference_lines(approved.edited)
    if sealed.without_pdf:
        yield f"The Word file alone is approved: {sealed.without_pdf}."
    yield f"For the minutes, the fingerprint of this seal: {sealed.digest}"
