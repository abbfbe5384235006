"""One document in the formats asked for."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from ..document.blocks import Document
from ..english import in_words
from ..home import Home
from ..pipeline import Progress
from ..render import Assets, CannotDraw, LookRefused, Pdf, Writer, load_assets
from ..settings import Settings


@dataclass(frozen=True)
class Format:
    """How a document can be written: the ending of its file, what it is called, its writer, and whether it is written unless others are asked for."""

    ending: str
    called: str
    write: Writer
    usual: bool = False


def _as_pdf(document: Document, assets: Assets, pages: Mapping[str, int]) -> Pdf:
    from ..render.engines import write_pdf

    return write_pdf(document, assets)


def _as_word(document: Document, assets: Assets, pages: Mapping[str, int]) -> bytes:
    from ..render import word  # what writes Word takes long to load, and is loaded while the pages are set in a process of their own

    return word.write(document, assets, pages)


def _as_web_page(document: Document, assets: Assets, pages: Mapping[str, int]) -> bytes:
    from ..render import web

    return web.write(document, assets)


PDF = "pdf"
FORMATS: dict[str, Format] = {
    PDF: Format("pdf", "the PDF", _as_pdf, usual=True),
    "word": Format("docx", "the Word file", _as_word, usual=True),
    "html": Format("html", "the web page", _as_web_page),
}
"""Every format by the name it is asked for; the PDF first, because it counts the pages that the others print."""


STOOD_IN = "Typst set the PDF, because what WeasyPrint needs is not on this machine: some lines and pages may end elsewhere. “pack doctor” says how to get it."


@dataclass(frozen=True)
class Drawn:
    """A document as files by name.

    `pages` counts those of the PDF and `section_pages` gives the first page of each section by its anchor; `engine` set them, and
    `instead_of` is the remedy of the usual one where it stood in for it; `unread` says which page templates of the Board's own this engine does not read. `cannot_draw` is the remedy where this machine cannot make a PDF.
    """

    files: Mapping[str, bytes]
    pages: int | None = None
    section_pages: Mapping[str, int] = field(default_factory=dict)
    cannot_draw: str = ""
    engine: str = ""
    instead_of: str = ""
    unread: str = ""


class Pages(Mapping[str, int]):
    """The first page of each section in the PDF, by anchor: known when that is set, and waited for when first asked for."""

    def __init__(self, setting: Callable[[], Pdf] | None, known: Mapping[str, int]) -> None:
        """Nothing is waited for yet; without a PDF no page is known but those that were."""
        self._setting, self._known = setting, known

    @cached_property
    def pdf(self) -> Pdf | CannotDraw | None:
        """The PDF, or why there is none."""
        try:
            return self._setting() if self._setting else None
        except CannotDraw as why:
            return why

    @property
    def _found(self) -> Mapping[str, int]:
        return self.pdf.section_pages if isinstance(self.pdf, Pdf) else {} if self.pdf else self._known

    def __getitem__(self, anchor: str) -> int:
        """The page of one section."""
        return self._found[anchor]

    def __iter__(self) -> Iterator[str]:
        """The anchors."""
        return iter(self._found)

    def __len__(self) -> int:
        """How many sections."""
        return len(self._found)


def wanted(formats: Collection[str]) -> tuple[str, ...]:
    """The formats to write: those asked for, the usual ones where none is; the PDF first."""
    return tuple(name for name, form in FORMATS.items() if name in formats or (not formats and form.usual))


def draw(
    document: Document,
    assets: Assets,
    stem: str,
    formats: Collection[str],
    progress: Progress,
    setting: Callable[[], Pdf] | None = None,
    known: Mapping[str, int] | None = None,
) -> Drawn:
    """Write a document in each format asked for, the usual ones where none is; a machine that cannot make the PDF still makes the others.

    `setting` waits for a PDF that is being set elsewhere (`press`): then the other formats are written before it is waited for. `known`
    are the first pages of the sections in a PDF of the same document that was set before, for where none is asked for now.
    """
    names = wanted(formats)
    pages = Pages((setting or (lambda: _set_here(document, assets))) if PDF in names else None, known or {})
    if setting is None and PDF in names:
        progress(f"Writing {FORMATS[PDF].called}")
        pages.pdf  # noqa: B018 - set now, before what prints its pages
    files: dict[str, bytes] = {}
    for name in names:
        if name != PDF:
            progress(f"Writing {FORMATS[name].called}")
            written = FORMATS[name].write(document, assets, pages)
            assert isinstance(written, bytes)
            files[f"{stem}.{FORMATS[name].ending}"] = written
    made = pages.pdf
    if not isinstance(made, Pdf):
        return Drawn(files, cannot_draw=str(made or ""))
    return Drawn(
        {f"{stem}.{FORMATS[PDF].ending}": made.data, **files},
        made.pages,
        made.section_pages,
        "",
        made.engine,
        made.instead_of,
        _unread(assets, made.engine),
    )


def _unread(assets: Assets, engine: str) -> str:
    """Which of the Board's own page templates are not in the PDF, because of the engine that set it; empty where all are."""
    if not any(_own_templates(assets)):
        return ""
    from ..render.engines import ENGINES, templates_unread

    if not (names := templates_unread(assets, engine)):
        return ""
    this = ENGINES[engine]
    return (
        f"Not used in the PDF, because {this.called} set it: {in_words(names)} of templates/look. The Board's colours, font and logo are used; "
        f"for the rest put {in_words(this.templates)} there."
    )


def _set_here(document: Document, assets: Assets) -> Pdf:
    made = FORMATS[PDF].write(document, assets, {})
    assert isinstance(made, Pdf)
    return made


def assets_for(home: Home, settings: Settings, engine: str = "") -> Assets:
    """The look of the Board, the shipped one or its own from the working folder, to be set by an engine where one is named.

    Raises:
        LookRefused: a colour, logo, font or page template of its own cannot be used.
    """
    look = settings.look
    assets = load_assets(accent=look.accent, tint=look.tint, logo=look.logo, font=look.font, home=home.root)
    for path, _ in _own_templates(assets):
        try:
            path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise LookRefused(
                f"templates/look/{path.name} is not saved as UTF-8. Save it so (in Notepad: Save as, then Encoding), or take it out of templates/look: "
                "then the shipped one is used."
            ) from None
    return replace(assets, engine=engine)


def _own_templates(assets: Assets) -> Iterator[tuple[Path, bytes]]:
    """The page templates of the Board's own, with what stands in them."""
    *own, shipped = assets.folders
    for folder in (f for f in own if f.resolve() != shipped.resolve()):
        yield from ((path, path.read_bytes()) for path in sorted(folder.glob("*.j2")) if path.is_file())


def fingerprint(document: Document, assets: Assets) -> str:
    """What tells one document from another, whatever format it is written in: its blocks, and the Board's own look and page templates."""
    found = hashlib.sha256(f"{document!r} {assets.look!r}".encode())
    if assets.logo:
        found.update(assets.logo.data)
    for path, data in _own_templates(assets):
        found.update(path.name.encode() + data)
    return found.hexdigest()
