"""The pack as a Word file: the same blocks, words and order as the PDF, in real styles, real numbering and real tables."""

from __future__ import annotations

from ...document.blocks import Document
from ..assets import Assets
from .walk import Walk


def write(document: Document, assets: Assets) -> bytes:
    """The document as the bytes of a ``.docx``; the same document and look give the same bytes.

    Raises:
        TypeError: a block or run of a kind Word has no way to print.
        ValueError: a status, table style or number it does not know.
    """
    return Walk(document, assets).written()
