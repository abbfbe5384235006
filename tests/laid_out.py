"""Pages as they lie on paper: a Word file as a word processor lays it out, and what stands on the pages of a PDF."""

from __future__ import annotations

import shutil
import subprocess
from functools import lru_cache
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument


def as_pdf(word_file: Path, folder: Path) -> Path:
    """The Word file as LibreOffice makes a PDF of it in this folder; the test is left out, with its reason, where there is no LibreOffice."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-writer")
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(word_file)], check=True, capture_output=True, timeout=180)
    return folder / f"{word_file.stem}.pdf"


def words_on_pages(pdf: Path | bytes) -> tuple[str, ...]:
    """What stands on each page of a PDF; the same file is read once."""
    data = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    return tuple(_words_on_page(data, number) for number in range(len(_opened(data))))


def words_on_page_1(pdf: Path) -> str:
    """What stands on the first page alone."""
    return _words_on_page(pdf.read_bytes(), 0)


@lru_cache(8)
def _opened(pdf: bytes) -> PdfDocument:
    return PdfDocument(pdf)


@lru_cache(400)
def _words_on_page(pdf: bytes, number: int) -> str:
    return str(_opened(pdf)[number].get_textpage().get_text_range()).replace("\r\n", "\n")
