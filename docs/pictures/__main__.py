"""`python docs/pictures`: draws the pictures of this folder again from the sample month of June.

The pages of README.md, and every page of the PDF above the same page of the Word file as LibreOffice lays it out, four to a picture. The same
returns, libraries and LibreOffice give the same pictures. `form-milestones.png` is a picture of the screen and stays as it is.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

from assurance_pack.commands.build import build
from assurance_pack.home import Home
from assurance_pack.model import Month
from assurance_pack.settings_file import load

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
JUNE = Month("2026-06")
OF_README = (1, 4, 6, 9)
"""The pages README.md shows."""
LARGE, SMALL = 70, 52
"""Dots to the inch: of a page alone, and of one among eight."""
TOGETHER, GAP = 4, 8
"""Pages side by side, and the room between two, in dots."""
COLOURS = {LARGE: 64, SMALL: 32}
NO_OFFICE = "LibreOffice lays out the Word file and is not installed. Type “make office”, then “make pictures” again."


def main() -> int:
    """Draw them all."""
    office = shutil.which("soffice")
    if office is None:
        print(NO_OFFICE, file=sys.stderr)
        return 4
    with tempfile.TemporaryDirectory() as folder:
        made = _built(Path(folder))
        set_by_office = _laid_out(office, made.with_suffix(".docx"), Path(folder))
        for number, page in enumerate(_pages(made, LARGE), start=1):
            if number in OF_README:
                _keep(page, f"page-{number}.png", LARGE)
        for old in HERE.glob("pdf-and-word-*.png"):
            old.unlink()
        for number, sheet in enumerate(_beside(list(_pages(made, SMALL)), list(_pages(set_by_office, SMALL))), start=1):
            _keep(sheet, f"pdf-and-word-{number}.png", SMALL)
    return 0


def _built(folder: Path) -> Path:
    """June, built in a folder of its own: its PDF, the Word file beside it."""
    shutil.copy(ROOT / "pack.toml", folder)
    shutil.copytree(ROOT / "inputs", folder / "inputs")
    home = Home(folder)
    built = build(home, JUNE, load(home.settings_file))
    return next(path for path in built.files if path.suffix == ".pdf")


def _laid_out(office: str, word: Path, folder: Path) -> Path:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    where = folder / "laid out"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(where), str(word)], check=True, capture_output=True
    )
    return where / f"{word.stem}.pdf"


def _pages(pdf: Path, fineness: int) -> Iterator[Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            yield page.render(scale=fineness / 72).to_pil().convert("RGB")


def _beside(above: list[Image.Image], below: list[Image.Image]) -> Iterator[Image.Image]:
    """Some pages of the PDF and, beneath each, that of the Word file; a place is left where one has no more."""
    wide, high = above[0].size
    for start in range(0, max(len(above), len(below)), TOGETHER):
        sheet = Image.new("RGB", (TOGETHER * (wide + GAP) + GAP, 2 * (high + GAP) + GAP), "#c9d1d4")
        for row, pages in enumerate((above, below)):
            for column, page in enumerate(pages[start : start + TOGETHER]):
                sheet.paste(page, (GAP + column * (wide + GAP), GAP + row * (high + GAP)))
        yield sheet


def _keep(picture: Image.Image, name: str, fineness: int) -> None:
    picture.quantize(COLOURS[fineness], method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(HERE / name, optimize=True)
    print(f"{name}: {(HERE / name).stat().st_size // 1024} KB")


if __name__ == "__main__":
    sys.exit(main())
