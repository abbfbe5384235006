"""A Word file the secretariat edited after the build: how it differs from what was built, section by section, and whether a PDF says the same."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from typing import Any

from ..document.blocks import Document, Heading
from ..intake.opening.grid import OpenedBook, Refusal
from ..intake.opening.reader import read_file
from ..model import Cell
from ..model.text import GuardFinding, SentText
from ..record.approval import SealProblem
from ..rules import guard
from ..settings import Settings

SECONDS = 120
_OFFICE = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)


@dataclass(frozen=True)
class Difference:
    """Words of one section that were taken out or added by hand."""

    section: str
    taken_out: str
    added: str


def read_word(path: Path) -> OpenedBook:
    """A Word file, read as returns are: in the child process, which nothing in it can harm.

    Raises:
        SealProblem: it cannot be read as a Word file.
    """
    if not path.is_file():
        raise SealProblem(f"There is no file {path}. Name the Word file that was edited.")
    read = read_file(path)
    if isinstance(read, Refusal) or not read.paragraphs:
        raise SealProblem(f"{path.name} cannot be read as a Word file. Save it in Word as a document (.docx), then try again.")
    return read


def differences(built: OpenedBook, edited: OpenedBook, document: Document) -> tuple[Difference, ...]:
    """What was edited, in reading order. `document` gives the headings, by which words are told to be in a section."""
    headings = {" ".join(b.text.split()) for b in document.blocks if isinstance(b, Heading)}
    before, after = (_by_section(book, headings) for book in (built, edited))
    found: list[Difference] = []
    matcher = SequenceMatcher(None, [t for _, t in before], [t for _, t in after], autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            continue
        old, new = " ".join(t for _, t in before[a:b]), " ".join(t for _, t in after[c:d])
        section = (after[c:d] or before[a:b])[0][0]
        found.append(Difference(section, *_words_that_differ(old, new)))
    return tuple(found)


def _by_section(book: OpenedBook, headings: set[str]) -> list[tuple[str, str]]:
    section, found = "Front", []
    for paragraph in book.paragraphs:
        text = _without_pages(" ".join(paragraph.text.split()))
        section = text if text in headings else section
        found.append((section, text))
    return found


def _words_that_differ(old: str, new: str) -> tuple[str, str]:
    a, b = old.split(), new.split()
    taken: list[str] = []
    added: list[str] = []
    for what, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if what != "equal":
            taken.append(" ".join(a[i:j]))
            added.append(" ".join(b[k:m]))
    return " … ".join(t for t in taken if t), " … ".join(t for t in added if t)


def difference_lines(found: Iterable[Difference]) -> Iterator[str]:
    """As read in a terminal, by section."""
    section = ""
    for one in found:
        if one.section != section:
            section = one.section
            yield f"  {section}"
        if one.taken_out:
            yield f"    taken out: {one.taken_out}"
        if one.added:
            yield f"    added:     {one.added}"


def as_data(found: Iterable[Difference]) -> list[dict[str, Any]]:
    """As kept with the seal."""
    return [asdict(one) for one in found]


def what_may_identify(file: str, edited: OpenedBook, built: OpenedBook, settings: Settings) -> tuple[GuardFinding, ...]:
    """What the guard finds in the words that were added. Those that were built have passed it."""
    known = {p.text for p in built.paragraphs} | {text for _, text in built.elsewhere}
    texts = [
        SentText(cell=Cell(file=file, ref=f"paragraph {n}"), text=p.text, prints=True)
        for n, p in enumerate(edited.paragraphs, start=1)
        if p.text not in known
    ]
    texts += [SentText(cell=Cell(file=file, ref=where), text=text, prints=True) for where, text in edited.elsewhere if text not in known]
    return tuple(f for f in guard.scan(texts, settings) if not f.hint)


# ---------- the PDF that goes with it ----------


def pdf_of(word: Path) -> bytes | None:
    """The PDF LibreOffice makes of a Word file; none where it is not installed or does not make one."""
    office = next((found for name in _OFFICE if (found := shutil.which(name))), None)
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        profile = (Path(folder) / "profile").as_uri()  # its own, so that a window that is open elsewhere does not answer in its place
        command = [
            office,
            "--headless",
            f"-env:UserInstallation={profile}",
            "--convert-to",
            "pdf:writer_pdf_Export",
            "--outdir",
            folder,
            str(word),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
            return (Path(folder) / f"{word.stem}.pdf").read_bytes()
        except (OSError, subprocess.TimeoutExpired):
            return None


def what_differs(pdf: bytes, word: OpenedBook) -> tuple[str, ...]:
    """The words in which a PDF and the Word file it should be of do not agree; none where they say the same.

    Letters and digits alone are compared, so that it is no matter where lines and pages end. What is repeated on every page, what stands in
    drawings, and numbers that Word counts by itself are in the PDF alone and are no difference.

    Raises:
        SealProblem: it is no PDF, or one without text.
    """
    pages = [_without_pages(page) for page in _pages(pdf)]
    shown, whole = ("".join(map(_letters, of)) for of in (_without_running_lines(pages), pages))
    left = shown
    missing = []
    for paragraph in sorted({_without_pages(p.text) for p in word.paragraphs}, key=len, reverse=True):
        pieces = _pieces(_letters(paragraph), shown)
        if pieces is None and _letters(paragraph) not in whole:  # the line of the front that heads the other pages too
            missing.append(paragraph)
        for piece in pieces or ():
            left = left.replace(piece, "\n")
    for _, text in word.elsewhere:
        left = left.replace(_letters(text), "\n") if len(_letters(text)) > SHORT else left
    more = [run for run in left.split("\n") if len(run) > LONGEST_LEFT]
    return (*missing, *more)


def _without_pages(text: str) -> str:
    """Without the page numbers of a list of contents: every program counts its own."""
    return re.sub(r",\s+page\s+\d+", "", text)


SHORT = 3
"""Letters: so few are everywhere, and taking them out would cut words in two."""
LONGEST_LEFT = 40
"""Letters that may be left over in a row: a line of a chart, the number of a heading."""
MOST_PIECES = 4


def _pieces(text: str, shown: str) -> list[str] | None:
    """A text as it stands in the pages: whole, or in pieces where a page ends within it; None where it does not stand there."""
    pieces: list[str] = []
    while text and len(pieces) < MOST_PIECES:
        low, high = 0, len(text)
        while low < high:  # the longest beginning that stands in the pages
            middle = (low + high + 1) // 2
            low, high = (middle, high) if text[:middle] in shown else (low, middle - 1)
        if not low:
            return None
        pieces.append(text[:low])
        text = text[low:]
    whole = not text and (len(pieces) <= 1 or min(map(len, pieces)) > SHORT)
    return [p for p in pieces if len(p) > SHORT] if whole else None


def _without_running_lines(pages: list[str]) -> list[str]:
    """The pages without the lines that stand on most of them, whatever their page number."""
    lines = [[re.sub(r"\d+", "", line).strip() for line in page.splitlines()] for page in pages]
    often = Counter(line for page in lines for line in set(page))
    kept = len(pages) < 3
    return [
        "\n".join(raw for raw, line in zip(page.splitlines(), bare, strict=True) if kept or 2 * often[line] <= len(pages))
        for page, bare in zip(pages, lines, strict=True)
    ]


def _pages(pdf: bytes) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    except (PyPdfError, ValueError, KeyError, TypeError):
        pages = []
    if not "".join(pages).strip():
        raise SealProblem("The PDF cannot be read, or holds pictures of pages and no words. Save it as PDF from Word, and name that file.")
    return pages


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(re.findall(r"[^\W_]+", plain))
