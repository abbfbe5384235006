"""The zip an office file is: which of its parts is the document, and a copy with the names Office gives where a program gave others.

Office finds parts by the links between them, in any case and anywhere; the libraries that read them for us go by name. So a file whose
parts are called otherwise (``workbook2.xml``, ``XL\\Workbook.xml``, parts outside ``xl/``) is copied in memory under the usual names first.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml.ElementTree import fromstring

Source: TypeAlias = Path | io.BytesIO
"""A file as it lies, or a copy in memory."""

TYPES = "[Content_Types].xml"
_USUAL = {n.casefold(): n for n in (TYPES, "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "xl/sharedStrings.xml")}
_DOCUMENTS = {
    "spreadsheetml": "xl/workbook.xml",
    "ms-excel.sheet.macroenabled": "xl/workbook.xml",
    "ms-excel.sheet.binary": "xl/workbook.bin",
    "wordprocessingml": "word/document.xml",
    "presentationml": "ppt/presentation.xml",
}
"""The usual name of the document, by what its content type holds."""
_PLACED = {"styles": "xl/styles.xml", "sharedStrings": "xl/sharedStrings.xml", "theme": "xl/theme/theme1.xml"}
"""Parts that are looked for under one name alone, by the kind of link that leads to them from a workbook."""
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c(?:\s[^<>]*)?(?:/>|>\s*</(?:\w+:)?c>)")


@dataclass
class Layout:
    """How the parts of a file are named, and how Office would name them: by the name each has. `document` is the usual name of the document."""

    document: str = ""
    named: dict[str, str] = field(default_factory=dict)

    @property
    def is_usual(self) -> bool:
        """Whether every part has its usual name already."""
        return all(name == usual for name, usual in self.named.items())


def plain_name(name: str) -> str:
    """The name of a part without what is a matter of taste: its case, the direction of its strokes, one at its beginning."""
    lowered = posixpath.normpath(name.replace("\\", "/")).lstrip("/").casefold()
    return _USUAL.get(lowered, lowered)


def document_in(archive: zipfile.ZipFile) -> str:
    """The usual name of the document; of a zip that is no office file nothing."""
    return _document(archive, _parts(archive))[1]


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The parts by their plain names, as each is called."""
    return {plain_name(n): n for n in archive.namelist() if not n.endswith(("/", "\\"))}


def _document(archive: zipfile.ZipFile, parts: dict[str, str]) -> tuple[str, str]:
    """The plain name the document has, and the usual one."""
    links = [(rel, target) for rel, target in _links(archive, parts.get("_rels/.rels"), "") if rel == "officeDocument"]
    main = next((target for _, target in links if target in parts), "") or next((n for n in _DOCUMENTS.values() if n in parts), "")
    return main, _usual_document(archive, parts, main)


def layout(archive: zipfile.ZipFile) -> Layout:
    """How the parts of a file are named. A zip that is no office file has no document."""
    parts = _parts(archive)
    main, usual = _document(archive, parts)
    if not usual:
        return Layout()
    renamed = {main: usual, _links_of(main): _links_of(usual)}
    if usual == "xl/workbook.xml":
        placed = {
            target: _PLACED[rel] for rel, target in _links(archive, parts.get(_links_of(main)), posixpath.dirname(main)) if rel in _PLACED
        }
        renamed |= {target: name for target, name in placed.items() if name not in parts}
    unlike = _named_otherwise(archive, parts, renamed)
    return Layout(usual, {n: renamed.get(p, p) if unlike else n for p, n in parts.items()})


def _named_otherwise(archive: zipfile.ZipFile, parts: dict[str, str], renamed: dict[str, str]) -> bool:
    """Whether any part would be looked for in vain: the document elsewhere, or a link in another case than the part it means."""
    if any(name != usual and name in parts for name, usual in renamed.items()):
        return True
    if any("\\" in n or n.startswith("/") for n in parts.values()):
        return True
    there = set(parts.values())
    said = [_path(e.get("PartName", ""), "") for e in _xml(archive, parts.get(TYPES)) if e.get("PartName")]
    for name in (n for n in there if n.casefold().endswith(".rels")):
        said += [_path(e.get("Target", ""), _home_of(name)) for e in _xml(archive, name) if e.get("TargetMode") != "External"]
    return any(s not in there and plain_name(s) in parts for s in said) or any(n not in there for n in _USUAL.values() if n in parts)


def regular(path: Path) -> Source:
    """The file itself, or a copy of it with the usual names where it has others."""
    with zipfile.ZipFile(path) as archive:
        found = layout(archive)
        if found.is_usual:
            return path
        copy = io.BytesIO()
        with zipfile.ZipFile(copy, "w") as new:
            for name, usual in found.named.items():
                new.writestr(usual, _renamed(archive, name, usual, found))
    copy.seek(0)
    return copy


def _renamed(archive: zipfile.ZipFile, name: str, usual: str, found: Layout) -> bytes:
    """A part for the copy; links and the list of content types name the parts as the copy does."""
    content = archive.read(name)
    if not usual.endswith(".rels") and usual != TYPES:
        return content
    by_plain = {plain_name(n): u for n, u in found.named.items()}
    root = fromstring(content)
    for e in root:
        if e.get("PartName"):
            e.set("PartName", "/" + by_plain.get(plain_name(e.get("PartName", "")), plain_name(e.get("PartName", ""))))
        elif e.get("Target") and e.get("TargetMode") != "External":
            target = plain_name(_path(e.get("Target", ""), _home_of(name)))
            e.set("Target", "/" + by_plain.get(target, target))
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def without_empty_cells(source: Source) -> io.BytesIO:
    """A copy of a workbook without the cells that hold only borders or a colour: openpyxl would make an object of each."""
    copy = io.BytesIO()
    with zipfile.ZipFile(source) as archive, zipfile.ZipFile(copy, "w") as new:
        for name in archive.namelist():
            content = archive.read(name)
            if b"<sheetData" in content[:100_000] and b"<![CDATA[" not in content:
                content = _EMPTY_CELL.sub(b"", content)
            new.writestr(name, content)
    copy.seek(0)
    return copy


def _usual_document(archive: zipfile.ZipFile, parts: dict[str, str], main: str) -> str:
    if main in _DOCUMENTS.values():
        return main
    for e in _xml(archive, parts.get(TYPES)) if main else ():
        if plain_name(e.get("PartName", "")) == main:
            kind = e.get("ContentType", "").casefold()
            return next((usual for word, usual in _DOCUMENTS.items() if word in kind), "")
    return ""


def _links(archive: zipfile.ZipFile, part: str | None, home: str) -> list[tuple[str, str]]:
    """The kind and the plain target of each link in a part."""
    inside = [e for e in _xml(archive, part) if e.get("TargetMode") != "External"]
    return [(e.get("Type", "").rpartition("/")[2], plain_name(_path(e.get("Target", ""), home))) for e in inside]


def _xml(archive: zipfile.ZipFile, part: str | None) -> list[Element]:
    try:
        return list(fromstring(archive.read(part))) if part else []
    except ParseError:
        return []


def _path(target: str, home: str) -> str:
    said = target.replace("\\", "/")
    return posixpath.normpath(said.lstrip("/") if said.startswith("/") else posixpath.join(home, said))


def _links_of(part: str) -> str:
    return posixpath.join(posixpath.dirname(part), "_rels", f"{posixpath.basename(part)}.rels")


def _home_of(links: str) -> str:
    """The folder that the links of a part are counted from."""
    return posixpath.dirname(posixpath.dirname(links.replace("\\", "/").lstrip("/")))
