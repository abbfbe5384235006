"""The PDF that goes with a Word file edited by hand: the one LibreOffice makes of it, and whether a PDF holds the same words."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections import Counter
from io import BytesIO
from pathlib import Path

from ..intake.opening.grid import OpenedBook
from ..record.approval import SealProblem

SECONDS = 120
_OFFICE = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)


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
    pages = [without_page_numbers(page) for page in _pages(pdf)]
    shown, whole = ("".join(map(_letters, of)) for of in (_without_running_lines(pages), pages))
    left = shown
    missing = []
    for paragraph in sorted({without_page_numbers(p.text) for p in word.paragraphs}, key=len, reverse=True):
        pieces = _pieces(_letters(paragraph), shown)
        if pieces is None and _letters(paragraph) not in whole:  # the line of the front that heads the other pages too
            missing.append(paragraph)
        for piece in pieces or ():
            left = left.replace(piece, "\n")
    for _, text in word.elsewhere:
        left = left.replace(_letters(text), "\n") if len(_letters(text)) > SHORT else left
    more = [run for run in left.split("\n") if len(run) > LONGEST_LEFT]
    return (*missing, *more)


def without_page_numbers(text: str) -> str:
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
