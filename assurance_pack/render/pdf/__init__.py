"""A document as PDF/UA by WeasyPrint: tagged, titled, bookmarked, in the fonts that travel with the product, and the same bytes every time."""

from __future__ import annotations

import contextlib
import gc
import io
import logging
import platform
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

from ...document.blocks import Block, Document, Heading
from ..assets import Assets
from ..html import SMALL_DRAWINGS, Page, compile_shipped
from ..look import WATERMARK
from ..written import CannotDraw as CannotDraw
from ..written import DrawingFailed as DrawingFailed
from ..written import Pdf as Pdf
from .line_ends import whole_lines
from .measured_once import measured_once
from .read_out import read_out

VARIANT = "pdf/ua-1"
PAGE, STYLE, BLOCKS = "page.html.j2", "pack.css.j2", "blocks.html.j2"

LONG = 150
"""Blocks of a pack beyond which its front page is tried closer alone too, nearly twice the sample's: all of it set for nothing would cost far more than that."""

REMEDY = {
    "Linux": "On Debian or Ubuntu, as an administrator: apt-get install --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "Darwin": "On a Mac: brew install pango",
    "Windows": "On Windows: install MSYS2, then mingw-w64-x86_64-pango, and set WEASYPRINT_DLL_DIRECTORIES to its bin folder",
}
"""What to do where WeasyPrint's libraries are not found, by operating system."""


def write(document: Document, assets: Assets) -> Pdf:
    """A document as PDF/UA-1.

    Raises:
        CannotDraw: WeasyPrint's libraries are not on this machine.
        DrawingFailed: something on the pages could not be set.
        UnknownBlock: the document holds something this writer does not know.
    """
    weasyprint = loaded()
    with _no_fault_passes(), _without_collection(), whole_lines(), read_out():
        from .fetcher import ClosedFetcher
        from .finisher import finish

        with contextlib.closing(_Press(weasyprint, document, assets, ClosedFetcher(resources(document, assets)))) as press:
            with measured_once():  # what was measured is let go before the pages are drawn
                laid_out, page = press.fitted()
            data = laid_out.write_pdf(finisher=finish, pdf_variant=VARIANT)
    return Pdf(data, len(laid_out.pages), _sections(laid_out, document), dict(page.characters.replaced))


class _Press:
    """Sets the pages, the front one with room, or closer, or, where it runs over even so, without the page break after it."""

    def __init__(self, weasyprint: Any, document: Document, assets: Assets, fetcher: Any) -> None:
        self.weasyprint, self.document, self.assets, self.fetcher = weasyprint, document, assets, fetcher
        self.fonts = weasyprint.text.fonts.FontConfiguration()
        style = Page(document, assets).written(STYLE)
        self.sheet = weasyprint.CSS(string=style, url_fetcher=fetcher, font_config=self.fonts)

    def close(self) -> None:
        """Take away the folder WeasyPrint keeps the fonts in: left to itself it does so when they are garbage, and a process that is ended before leaves it."""
        self.fonts.__del__()

    def fitted(self) -> tuple[Any, Page]:
        """The pages. With room the front page is tried alone, because a full one often needs more; closer it seldom does, so all is set at once, but for a long pack."""
        whole, blocks = self.document, self.document.blocks
        all_of_it = len(blocks) if whole.one_page else 0
        second = next((i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.new_page), all_of_it)
        front = replace(whole, blocks=blocks[:second], contents=False)
        tried = self._set(front, "roomy") if second else None
        if tried is None or len(tried[0].pages) == 1:
            return tried if tried and front == whole else self._set(whole, "roomy")
        if len(blocks) > LONG and len(self._set(front, "close")[0].pages) > 1:
            return self._set(whole, "flowing")
        laid_out, page = self._set(whole, "close")
        if _begins_on(laid_out, blocks[second:]) <= 2:
            return laid_out, page
        del laid_out  # a second set of the pages beside it would take half as much memory again
        gc.collect()
        return self._set(whole, "flowing")

    def _set(self, document: Document, front: str) -> tuple[Any, Page]:
        page = Page(document, self.assets, front=front)
        return self._read(page.written(PAGE)).render(stylesheets=[self.sheet], font_config=self.fonts, pdf_variant=VARIANT), page

    def _read(self, markup: str) -> Any:
        from .well_formed import WellFormed

        if len(self.assets.folders) == 1:  # no template is the Board's own
            with contextlib.suppress(ElementTree.ParseError):
                return WellFormed(markup, self.fetcher)
        return self.weasyprint.HTML(string=markup, url_fetcher=self.fetcher)


def page_and_style(document: Document, assets: Assets) -> tuple[str, str]:
    """The HTML of a document with its front page roomy, and its style, as they are handed to WeasyPrint."""
    return Page(document, assets, front="roomy").written(PAGE), Page(document, assets).written(STYLE)


def loaded() -> Any:
    """WeasyPrint, loaded only when pages are drawn: it takes half a second, and prints its own help where its libraries are missing.

    Raises:
        CannotDraw: they are; the message says how to get them.
    """
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            import weasyprint
            import weasyprint.text.fonts
    except (OSError, ImportError) as why:
        remedy = REMEDY.get(platform.system(), REMEDY["Linux"])
        raise CannotDraw(f"The libraries WeasyPrint sets pages with are missing. {remedy}") from why
    return weasyprint


def make_ready() -> None:
    """Load all that pages are set with, and compile the shipped templates, which nearly all pages are made of: while there is no document yet."""
    from . import fetcher, finisher  # noqa: F401

    compile_shipped(PAGE, BLOCKS, STYLE)


def resources(document: Document, assets: Assets) -> dict[str, tuple[bytes, str]]:
    """Everything the pages may load, by name."""
    found = {face.name: (face.data, "font/ttf") for face in (*assets.fonts.faces, *assets.fonts.beyond(str(document)))}
    found |= {name: (drawing.encode(), "image/svg+xml") for name, drawing in SMALL_DRAWINGS.items()}
    if assets.logo:
        found["logo"] = (assets.logo.data, assets.logo.mime)
    if document.draft:
        found["draft"] = (draft_mark(assets).encode(), "image/svg+xml")
    return found


def draft_mark(assets: Assets) -> str:
    """The word behind the text, as a shape: it is decoration, the header says it in words."""
    face = assets.fonts.semibold
    width, path = face.width("Draft", 100), face.outline("Draft", 100)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 300"><g transform="translate(150 150) rotate(-52) '
        f'translate({-width / 2:.1f} 34)"><path d="{path}" fill="{WATERMARK}"/></g></svg>'
    )


def _begins_on(laid_out: Any, blocks: tuple[Block, ...]) -> int:
    """The page on which blocks begin that a heading of its own page leads; where there are none, the one after the last."""
    anchors = [b.anchor for b in blocks[:1] if isinstance(b, Heading)]
    after = len(laid_out.pages) + 1
    return next((i for i, page in enumerate(laid_out.pages, 1) if page.anchors.keys() & anchors), after)


def _sections(laid_out: Any, document: Document) -> dict[str, int]:
    """The first page of each section, in their order."""
    pages = {anchor: i for i, page in reversed(list(enumerate(laid_out.pages, 1))) for anchor in page.anchors}
    return {b.anchor: pages[b.anchor] for b in document.blocks if isinstance(b, Heading) and b.level == 2 and b.anchor in pages}


@contextlib.contextmanager
def _without_collection() -> Iterator[None]:
    """Garbage is left lying while pages are set: looking for it takes a tenth of the time, and the process soon ends."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextlib.contextmanager
def _no_fault_passes() -> Iterator[None]:
    """What WeasyPrint only logs as an error is a fault of ours: a link to nowhere, a font or a drawing that did not load."""
    faults: list[str] = []
    handler = _Collector(faults)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    except BaseException as why:
        # What may not be fetched stops WeasyPrint with an exception of its own that is no `Exception`.
        if type(why).__name__ == "FatalURLFetchingError":
            raise DrawingFailed(f"The pages could not be set: {str(why)[:200]}") from why
        raise
    finally:
        logger.removeHandler(handler)
    if faults:
        raise DrawingFailed(f"The pages could not be set: {faults[0][:200]}")


class _Collector(logging.Handler):
    def __init__(self, into: list[str]) -> None:
        super().__init__(logging.ERROR)
        self.into = into

    def emit(self, record: logging.LogRecord) -> None:
        self.into.append(record.getMessage())
