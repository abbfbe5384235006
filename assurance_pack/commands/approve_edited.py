"""An edited Word file put in the place of the one that was built, with its PDF and its differences, ready to be sealed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from ..document.blocks import Document
from ..document.editions import BOARD
from ..english import in_words
from ..home import Home
from ..pipeline import Progress
from ..record.approval import SealProblem
from ..record.manifest import MANIFEST_NAME, Manifest, fingerprint_of, manifest_bytes
from ..record.seal import edited_since
from ..record.writing import free_name, write_all
from ..render import word
from ..rules.guard import sentence_for, shown_name
from ..settings import Settings
from .edited_pdf import pdf_of, what_differs
from .edited_word import Difference, WordFile, as_data, differences, read_word, what_may_identify
from .formats import FORMATS, assets_for
from .lay_down import AS_BUILT, EDITED

DIFFERENCES = "edited-by-hand-{month}.json"
NO_PDF_OF_IT = "the Word file was edited by hand, and no PDF was made of it"
MOST_QUOTED = 80


@dataclass(frozen=True)
class EditedWord:
    """The Word file somebody edited, as it is called in messages, and the PDF they say is of it, if any. `alone`: why there shall be none."""

    path: Path
    shown: str
    pdf: Path | None = None
    alone: str = ""


def edited_word(home: Home, settings: Settings, manifest: Manifest, path: Path, pdf: Path | None, alone: str) -> EditedWord:
    """What was named on the command line, and the PDF: one saved over the built one is the edited file's.

    Raises:
        SealProblem: it is the file that was built, or something else was edited too.
    """
    folder, stem = home.output(manifest.month), f"{BOARD.file}-{manifest.month}"
    shown = shown_name(path.name, settings)
    if fingerprint_of(path) == manifest.files.get(f"{stem}.docx") and not manifest.edited:
        raise SealProblem(f"{shown} is as it was built: nothing in it was edited. Approve it without --edited.")
    edited = edited_since(folder, manifest)
    others = [name for name in edited if Path(name).stem != stem]
    if others:
        raise SealProblem(
            f"{in_words(others)} {'was' if len(others) == 1 else 'were'} edited after it was built as well, and only the Word file can be approved as it was edited. "
            f"Build the month again (pack build --month {manifest.month}): it sets aside whatever was edited, and says how to approve the Word file then."
        )
    saved_over = folder / f"{stem}.pdf"
    return EditedWord(path, shown, pdf or (saved_over if saved_over.name in edited else None), alone)


def refuse_an_edited_one(folder: Path, manifest: Manifest, by: str) -> None:
    """Stop where something was edited after it was built, and nobody has said that it is to be approved so.

    Raises:
        SealProblem: both ways out.
    """
    edited, month = edited_since(folder, manifest), manifest.month
    if not edited:
        return
    aside = "the edited file is" if len(edited) == 1 else "the edited files are"
    ways = f"Build the month again (pack build --month {month}): {aside} set aside and nothing of it is lost."
    if first := next((name for name in edited if name.endswith(".docx")), ""):
        ways += (
            f' Or approve it as it is, with its differences listed: pack approve --month {month} --by "{by}" --edited "{folder / first}".'
        )
    raise SealProblem(
        f"{in_words(edited)} {'was' if len(edited) == 1 else 'were'} edited after {'it was' if len(edited) == 1 else 'they were'} built. {ways}"
    )


def take_the_edited(
    home: Home, settings: Settings, manifest: Manifest, document: Document, edited: EditedWord, words: str, progress: Progress
) -> tuple[tuple[Difference, ...], str]:
    """Put the edited Word file in the place of the built one, with its PDF and its differences, the approval in its properties.

    Returns:
        The differences, and why there is no PDF where there is none.

    Raises:
        SealProblem: it cannot be read, what was added may identify a child, or its PDF does not hold the same words.
    """
    progress("Comparing the edited file with what was built")
    after = read_word(edited.path, edited.shown)
    with TemporaryDirectory() as beside:
        as_built = Path(beside) / "built.docx"
        as_built.write_bytes(word.write(document, assets_for(home, settings)))
        before = read_word(as_built)
    _refuse_what_may_identify(edited.shown, after, before, settings)
    found = differences(before, after, document)
    progress("Making the PDF of the edited file")
    pages = _pages_of(edited, after)
    _lay_down_the_edited(home, manifest, word.with_standing(edited.path.read_bytes(), words), pages, found, words)
    return found, "" if pages else edited.alone or NO_PDF_OF_IT


def _refuse_what_may_identify(shown: str, after: WordFile, before: WordFile, settings: Settings) -> None:
    if private := what_may_identify(shown, after.read, before.read, settings):
        places = "\n".join(f"  {f.cell}: {sentence_for(f)}" for f in private)
        raise SealProblem(
            f"What was added to {shown} may identify a child, so it was not approved. Take it out, then approve it.\n{places}"
        )


def _pages_of(edited: EditedWord, after: WordFile) -> bytes | None:
    """The PDF of an edited file, which holds the same words; none where there shall be none, or nothing here makes one."""
    if edited.alone:
        return None
    pages = edited.pdf.read_bytes() if edited.pdf else pdf_of(edited.path)
    differ = what_differs(pages, after.read) if pages else ()
    if not differ:
        return pages
    first = " ".join(differ[0].split())
    quoted = f"“{first[:MOST_QUOTED]}{' …' if len(first) > MOST_QUOTED else ''}”"
    if edited.pdf:
        raise SealProblem(
            f"{edited.pdf.name} does not hold the same words as {edited.shown}: {quoted}. Save the edited file as PDF again, and name it with --pdf."
        )
    raise SealProblem(
        f"The PDF that LibreOffice made does not hold the same words as {edited.shown}: {quoted}. Open the edited file in Word, save it as PDF, and name "
        'that with --pdf; or approve the Word file alone and say why: --without-pdf "reason".'
    )


def _lay_down_the_edited(
    home: Home, manifest: Manifest, edited: bytes, pages: bytes | None, found: tuple[Difference, ...], words: str
) -> None:
    """The edited file takes the built one's place, and the manifest says so. What else was drawn from the same document no longer holds."""
    month, folder, stem = manifest.month, home.output(manifest.month), f"{BOARD.file}-{manifest.month}"
    said = {"edited": as_data(found)}
    files = {
        f"{stem}.docx": edited,
        DIFFERENCES.format(month=month): (json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode(),
        **({f"{stem}.pdf": pages} if pages else {}),
    }
    drawn = [name for form in FORMATS.values() if form.ending != "docx" and (folder / (name := f"{stem}.{form.ending}")).exists()]
    still = {n: digest for n, digest in manifest.files.items() if n not in files and n not in drawn}
    write_all(
        folder,
        {**files, MANIFEST_NAME: manifest_bytes(files, _about_the_edited(manifest, words), still)},
        _aside(folder, manifest, drawn, files),
    )


def _aside(folder: Path, manifest: Manifest, drawn: Iterable[str], files: dict[str, bytes]) -> dict[str, str]:
    """New names for what was drawn from the document as built, or was saved over it by hand; none for what stays as it is."""
    edited = edited_since(folder, manifest)
    return {
        name: free_name(folder, f"{Path(name).stem} ({EDITED if name in edited else AS_BUILT}){Path(name).suffix}")
        for name in drawn
        if (folder / name).read_bytes() != files.get(name)
    }


def _about_the_edited(manifest: Manifest, words: str) -> dict[str, object]:
    """What the manifest says of the build, but for its files: the document is no longer the one drawn."""
    about = manifest.model_dump(mode="json", exclude={"files"})
    return {**about, "document": "", "edited": True, "engine": "", "section_pages": {}, "standing": words}
