"""A document as PDF/UA by Typst, which needs nothing of the machine: the same blocks in the same order and fonts, and the same bytes every time."""

from __future__ import annotations

import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ...document.blocks import Document
from ...shipped import shipped_templates
from .. import look
from ..assets import Assets
from ..html import Page
from ..look import HANG_MM, SIZES, TEXT_MM
from ..pdf import draft_mark
from ..written import CannotDraw, DrawingFailed, Pdf
from .as_data import AsData
from .tags import finish

STANDARD = "ua-1"
MAIN = "pack.typ"
"""The page template, as it lies in templates/look."""
REMEDY = "Install pack again, as the README says: the library typst comes with it."


def write(document: Document, assets: Assets) -> Pdf:
    """A document as PDF/UA-1.

    Raises:
        CannotDraw: Typst is not on this machine.
        DrawingFailed: the pages could not be set.
        UnknownBlock: the document holds something this writer does not know.
    """
    library = loaded()
    page = Page(document, assets)
    told = AsData(page)
    files = sources(page, told)
    with tempfile.TemporaryDirectory(prefix="typst-") as folder:
        for name, held in {**files, **{face.name: face.data for face in (*assets.fonts.faces, *page.others)}}.items():
            Path(folder, name).write_bytes(held)
        try:
            fonts = library.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
            compiler = library.Compiler(Path(folder, MAIN), root=folder, font_paths=fonts, package_path=folder, package_cache_path=folder)
            data, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=[STANDARD], timestamp=_midnight(document))
        except RuntimeError as why:  # of Typst itself, or of what holds it
            raise DrawingFailed(f"The pages could not be set: {str(why)[:200]}") from why
    if warnings:  # a font or a place that was not found: what Typst only warns of is a fault of ours
        raise DrawingFailed(f"The pages could not be set: {str(warnings[0].message)[:200]}")
    finished, pages, sections = finish(data, document.blocks, told.words)
    return Pdf(finished, pages, sections, dict(page.characters.replaced))


def loaded() -> Any:
    """Typst, loaded only when pages are set.

    Raises:
        CannotDraw: it is not on this machine.
    """
    try:
        import typst
    except (OSError, ImportError) as why:
        raise CannotDraw(f"Typst, which sets PDF pages, is missing. {REMEDY}") from why
    return typst


def _midnight(document: Document) -> int:
    """The beginning of the day of issue, in seconds since 1970."""
    day = document.issued
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def sources(page: Page, told: AsData) -> dict[str, bytes]:
    """Everything the pages may load, by name: the template, the document and its drawings."""
    document, assets = page.document, page.assets
    whole = told.whole() | {
        "look": _look(page),
        "sizes": {n: [s.pt, s.leading] for n, s in SIZES.items()},
        "running": _running(page),
        "draft": None,
    }
    files = {MAIN: (shipped_templates() / "look" / MAIN).read_bytes(), **told.words.drawings}
    if document.draft:
        whole["draft"], files["draft.svg"] = "draft.svg", draft_mark(assets).encode()
    if assets.logo:
        whole["running"]["logo"], files["logo"] = "logo", assets.logo.data
    files["document.json"] = json.dumps(whole, ensure_ascii=False).encode()
    return files


def _look(page: Page) -> dict[str, Any]:
    """Colours, measures and the fonts in the order in which a letter is looked for in them."""
    own, regular = page.assets.look, page.assets.fonts.regular
    return {
        "ink": look.INK, "grey": look.GREY, "hair": look.HAIR, "white": look.WHITE, "accent": own.accent, "tint": own.tint,
        "hang": HANG_MM, "wide": HANG_MM + TEXT_MM, "fonts": [page.assets.fonts.family, *(face.family for face in page.others)],
        "ascent": regular.ascent, "descent": regular.descent,
    }  # fmt: skip


def _running(page: Page) -> dict[str, Any]:
    """The lines at the head and foot of each page."""
    said = page.running()

    def spaced(text: str) -> str:
        return " ".join(page.lines(text)).replace(" | ", "   |   ")

    return {
        "left": spaced(page.document.header_left), "right": spaced(said["header_right"]), "first": spaced(said["first_header"]),
        "foot": spaced(page.document.footer_left), "version": spaced(said["footer_right"]), "logo": None,
    }  # fmt: skip
