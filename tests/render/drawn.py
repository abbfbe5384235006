"""PDFs drawn once for many tests, and what stands on their pages: every character with the colour it is printed in and on."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator
from dataclasses import dataclass

import mock_document
import page as page_validation
import pdf_reader
from pdfminer.layout import LTChar, LTCurve, LTRect

from assurance_pack.commands.formats import fingerprint
from assurance_pack.document.blocks import Block, Document, Heading
from assurance_pack.render import Pdf, load_assets
from assurance_pack.render.engines import ENGINES
from assurance_pack.render.look import HANG_MM, INK, TEXT_MM

MARGIN = (210 - HANG_MM - TEXT_MM) / 2
LEFT, RIGHT = (mm * 72 / 25.4 for mm in (MARGIN, 210 - MARGIN))
"""Between which points from the left the text stands: in the middle of the paper."""

PLAIN = ""
"""A document without list of contents or draft mark."""


_ASKED = ["weasyprint"]


@contextlib.contextmanager
def set_by(engine: str) -> Iterator[str]:
    """While this lasts, the documents of this module are set by one engine."""
    _ASKED.append(engine)
    try:
        yield engine
    finally:
        _ASKED.pop()


_WRITTEN: dict[tuple[str, str], Pdf] = {}


def written(document: Document) -> Pdf:
    """A document as PDF, by the engine that is asked for; the same one is set once for all that look at it."""
    assets, engine = load_assets(), _ASKED[-1]
    asked = fingerprint(document, assets), engine
    if asked not in _WRITTEN:
        _WRITTEN[asked] = ENGINES[engine].write(document, assets)
    return _WRITTEN[asked]


def mock(which: str = PLAIN) -> Pdf:
    """The mock drawn plain, with its `contents`, or as a `draft`."""
    return _mock(which, _ASKED[-1])


@functools.cache
def _mock(which: str, engine: str) -> Pdf:
    return written(mock_document.document(contents=which == "contents", draft=which == "draft"))


def mock_read(which: str = PLAIN) -> pdf_reader.Read:
    """The mock read back through its structure tree."""
    return _read(which, _ASKED[-1])


@functools.cache
def _read(which: str, engine: str) -> pdf_reader.Read:
    return pdf_reader.read(mock(which).data)


def drawn(*blocks: Block, title: bool = True) -> Pdf:
    """A small document of these blocks, beneath a title and a section heading."""
    head = (Heading(1, "A pack"), Heading(2, "A section", "1", "one")) if title else ()
    return written(mock_document.document(blocks=(*head, *blocks)))


def faults(data: bytes) -> list[str]:
    """What an independent validator of PDF/UA-1 finds wrong."""
    result = page_validation.validate_pdf_bytes(data, profile="ua1")
    found = [f"{f.rule_id}: {f.message}" for f in result.failures]
    return found or ([] if result.is_compliant else ["not compliant, and no reason given"])


@dataclass(frozen=True)
class Printed:
    """One printed character: where (points from the left of its page), in which colour, on which."""

    page: int
    left: float
    right: float
    character: str
    colour: str
    ground: str
    size: float


@functools.lru_cache(12)
def printed(data: bytes) -> tuple[Printed, ...]:
    """Every character of a PDF with the colour of the topmost filled shape beneath its middle."""
    return tuple(_printed(data))


def _printed(data: bytes) -> Iterator[Printed]:
    for number, page in enumerate(pdf_reader.opened(data).pages, 1):
        filled: list[tuple[LTCurve, str]] = []
        for thing in pdf_reader.flat(page.layout):
            if isinstance(thing, LTChar) and thing.get_text().strip():
                x, y = (thing.x0 + thing.x1) / 2, (thing.y0 + thing.y1) / 2
                ground = next((colour for shape, colour in reversed(filled) if _holds(shape, x, y)), "#ffffff")
                yield Printed(number, thing.x0, thing.x1, thing.get_text(), _colour(thing.graphicstate.ncolor), ground, thing.size)
            elif isinstance(thing, LTCurve) and thing.fill and not _clipped_rule(thing):
                filled.append((thing, _colour(thing.non_stroking_color)))


def _clipped_rule(shape: LTCurve) -> bool:
    """A rule is drawn as its whole box in ink, clipped to the line; the clip is not read here."""
    return _colour(shape.non_stroking_color) == INK and shape.width > 40 and shape.height > 4


def _holds(shape: LTCurve, x: float, y: float) -> bool:
    if not (shape.x0 <= x <= shape.x1 and shape.y0 <= y <= shape.y1):
        return False
    if isinstance(shape, LTRect):
        return True
    inside = False
    points = list(shape.pts)
    for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def _colour(channels: object) -> str:
    values = tuple(channels) if isinstance(channels, tuple | list) else (channels,)
    values = values * 3 if len(values) == 1 else values
    return "#" + "".join(f"{round(float(v) * 255):02x}" for v in values)
