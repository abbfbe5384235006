"""What every writer is, and what it hands over: a document and the look of a Board go in, a file comes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from ..document.blocks import Document
from .assets import Assets


class CannotDraw(Exception):
    """This machine cannot make a PDF: what sets the pages is not there. The message is the remedy."""


class DrawingFailed(Exception):
    """The pages could not be set as they should be; nothing half right is handed over."""


@dataclass(frozen=True)
class Pdf:
    """The finished file of pages.

    `pages` counts them; `section_pages` gives the first page of each section by its anchor; `replaced` says which characters the font
    lacks and what stands in their place. `engine` is the name of what set the pages; `instead_of` is the remedy of the engine that would have
    been asked first and is not on this machine.
    """

    data: bytes
    pages: int
    section_pages: Mapping[str, int]
    replaced: Mapping[str, str] = field(default_factory=dict)
    engine: str = ""
    instead_of: str = ""


class Writer(Protocol):
    """Writes one format."""

    def __call__(self, document: Document, assets: Assets, pages: Mapping[str, int], /) -> bytes | Pdf:
        """The document as a file; a `Pdf` where pages are counted.

        Args:
            document: what is written.
            assets: the look.
            pages: the first page of each section in the PDF, by anchor, where one was drawn before.

        Raises:
            CannotDraw: this machine lacks what the format needs.
            UnknownBlock: the document holds something this writer does not know.
        """
