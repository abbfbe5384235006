"""One document in the formats asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from ..document.blocks import Document
from ..pipeline import Progress
from ..render import Assets, CannotDraw, Pdf, Writer, load_assets, web, word
from ..render.engines import write_pdf
from ..settings import Home, Settings


@dataclass(frozen=True)
class Format:
    """How a document can be written: the ending of its file, what it is called, its writer, and whether it is written unless others are asked for."""

    ending: str
    called: str
    write: Writer
    usual: bool = False


FORMATS: dict[str, Format] = {
    "pdf": Format("pdf", "the PDF", lambda document, assets, pages: write_pdf(document, assets), usual=True),
    "word": Format("docx", "the Word file", word.write, usual=True),
    "html": Format("html", "the web page", lambda document, assets, pages: web.write(document, assets)),
}
"""Every format by the name it is asked for; the PDF first, because it counts the pages that the others print."""


STOOD_IN = "Typst set the PDF, because what WeasyPrint needs is not on this machine: some lines and pages may end elsewhere. “pack doctor” says how to get it."


@dataclass(frozen=True)
class Drawn:
    """A document as files by name.

    `pages` counts those of the PDF and `section_pages` gives the first page of each section by its anchor; `engine` set them, and
    `instead_of` is the remedy of the usual one where it stood in for it. `cannot_draw` is the remedy where this machine cannot make a PDF.
    """

    files: Mapping[str, bytes]
    pages: int | None = None
    section_pages: Mapping[str, int] = field(default_factory=dict)
    cannot_draw: str = ""
    engine: str = ""
    instead_of: str = ""


def draw(document: Document, assets: Assets, stem: str, formats: Collection[str], progress: Progress) -> Drawn:
    """Write a document in each format asked for, the usual ones where none is; a machine that cannot make the PDF still makes the others."""
    files: dict[str, bytes] = {}
    counted, remedy = None, ""
    pages: Mapping[str, int] = {}
    for name, form in FORMATS.items():
        if name not in formats and (formats or not form.usual):
            continue
        progress(f"Writing {form.called}")
        try:
            written = form.write(document, assets, pages)
        except CannotDraw as why:
            remedy = str(why)
            continue
        if isinstance(written, Pdf):
            counted, pages, written = written, written.section_pages, written.data
        files[f"{stem}.{form.ending}"] = written
    if counted is None:
        return Drawn(files, cannot_draw=remedy)
    return Drawn(files, counted.pages, counted.section_pages, remedy, counted.engine, counted.instead_of)


def assets_for(home: Home, settings: Settings, engine: str = "") -> Assets:
    """The look of the Board, the shipped one or its own from the working folder, to be set by an engine where one is named."""
    look = settings.look
    return replace(load_assets(accent=look.accent, tint=look.tint, logo=look.logo, font=look.font, home=home.root), engine=engine)


def fingerprint(document: Document, assets: Assets) -> str:
    """What tells one document from another, whatever format it is written in: its blocks, and the Board's own look."""
    found = hashlib.sha256(f"{document!r} {assets.look!r}".encode())
    if assets.logo:
        found.update(assets.logo.data)
    return found.hexdigest()
