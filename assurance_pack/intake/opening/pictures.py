"""Where pictures stand in an office file: a photo of a flip chart, handwriting, a scan, a document put in. Nobody here can read what they say.

Charts and shapes are none: what is written in a shape is read elsewhere.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml.ElementTree import fromstring

from .grid import Place
from .sheet_survey import local_name

_PICTURES = frozenset({"pic", "contentPart"})
_IN_WORD = frozenset({"blip", "imagedata", "OLEObject", "contentPart"})
_PUT_IN = "/embeddings/"
_SHOWN_WITHIN = re.compile(r"^word/[^/]+\.(?:html?|mht|mhtml|rtf|txt|docx?)$", re.IGNORECASE)
"""Another document, which Word shows as part of this one when it is opened."""


def pictures_on_sheet(archive: zipfile.ZipFile, sheet: str, names: dict[str, str]) -> tuple[Place, ...]:
    """The cells at whose corner a picture of a sheet is anchored; `sheet` is the part of the sheet, `names` gives each part by its plain name."""
    found: dict[Place, None] = {}
    for drawing in linked(archive, sheet, names, "/drawing"):
        for anchor in elements(archive, drawing):
            if local_name(anchor.tag).endswith("Anchor") and any(local_name(e.tag) in _PICTURES for e in anchor.iter()):
                found[corner(anchor)] = None
    return tuple(found)


def put_in(archive: zipfile.ZipFile) -> bool:
    """Whether another document, or a recording, was put into the file as an object, or to be shown within its text."""
    return any(_PUT_IN in f"/{name.casefold()}" or _SHOWN_WITHIN.search(name) for name in archive.namelist())


def has_picture(body: Element) -> bool:
    """Whether a picture stands in the text of a Word file."""
    return any(local_name(e.tag) in _IN_WORD for e in body.iter())


def linked(archive: zipfile.ZipFile, part: str, names: dict[str, str], kind: str) -> Iterator[str]:
    """The parts of a kind that a part points at."""
    home, name = posixpath.split(part)
    links = names.get(f"{home}/_rels/{name}.rels".casefold())
    for link in elements(archive, links) if links else ():
        target = posixpath.normpath(posixpath.join("/", home, link.get("Target", ""))).lstrip("/").casefold()
        if link.get("Type", "").endswith(kind) and target in names:
            yield names[target]


def elements(archive: zipfile.ZipFile, part: str) -> list[Element]:
    """What stands in a part, one by one; nothing of a part that is not XML."""
    try:
        return list(fromstring(archive.read(part)))
    except ParseError:
        return []


def corner(anchor: Element) -> Place:
    """The cell at whose corner a drawing begins; the first, where it is laid on the page and on no cell."""
    start = next((e for e in anchor if local_name(e.tag) == "from"), None)
    at = {local_name(e.tag): int(e.text or "") + 1 for e in start if (e.text or "").strip().isdecimal()} if start is not None else {}
    return at.get("row", 1), at.get("col", 1)
