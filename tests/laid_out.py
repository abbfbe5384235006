"""A Word file as a word processor lays it out."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def as_pdf(word_file: Path, folder: Path) -> Path:
    """The Word file as LibreOffice makes a PDF of it in this folder; the test is left out, with its reason, where there is no LibreOffice."""
    office = shutil.which("soffice")
    if not office:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-writer")
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(word_file)], check=True, capture_output=True, timeout=180)
    return folder / f"{word_file.stem}.pdf"
