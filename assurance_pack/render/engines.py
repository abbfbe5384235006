"""The engines that set the pages of a PDF, and which of them does: the one place where that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ..document.blocks import Document
from . import pdf, typst
from .assets import Assets
from .written import CannotDraw, Pdf


@dataclass(frozen=True)
class Engine:
    """One way to set pages: what it is called, its library, its writer, what loads it, or raises `CannotDraw` where this machine lacks it, and its page templates.

    `make_ready` does what can be done before there is a document.
    """

    called: str
    library: str
    write: Callable[[Document, Assets], Pdf]
    load: Callable[[], object]
    templates: tuple[str, ...]
    make_ready: Callable[[], None] = lambda: None

    def missing(self) -> str:
        """What this machine lacks for it and how to get that; empty where it lacks nothing."""
        try:
            self.load()
        except CannotDraw as why:
            return str(why)
        return ""


ENGINES: dict[str, Engine] = {
    "weasyprint": Engine("WeasyPrint", "weasyprint", pdf.write, pdf.loaded, (pdf.PAGE, pdf.STYLE, pdf.BLOCKS), pdf.make_ready),
    "typst": Engine("Typst", "typst", typst.write, typst.loaded, (typst.MAIN,)),
}
"""By the name each is asked for, in the order in which they are tried where none is."""


def templates_unread(assets: Assets, engine: str) -> tuple[str, ...]:
    """The page templates of a Board's own that this engine does not read, where it has none of its own in their place."""
    own = [name for e in ENGINES.values() for name in e.templates if any((f / name).is_file() for f in assets.folders[:-1])]
    read = ENGINES[engine].templates if engine else tuple(own)
    return () if set(own) & set(read) else tuple(own)


def write_pdf(document: Document, assets: Assets) -> Pdf:
    """A document as PDF, by the engine that the assets name, or else by the first that this machine has.

    Raises:
        CannotDraw: it has not the engine named, or none; the message is the remedy of the one that should have been used.
        DrawingFailed: the pages could not be set.
        UnknownBlock: the document holds something the writer does not know.
    """
    asked: Iterable[str] = (assets.engine,) if assets.engine else ENGINES
    remedy = ""
    for name in asked:
        try:
            made = ENGINES[name].write(document, assets)
        except CannotDraw as why:
            remedy = remedy or str(why)
            continue
        return replace(made, engine=name, instead_of=remedy)
    raise CannotDraw(remedy)
