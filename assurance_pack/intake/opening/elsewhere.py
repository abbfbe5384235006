"""Every text of an office file that is not a cell: text boxes, threaded comments, linked and pivot data, properties, names.

Nobody prints these, and nobody looks there: which is why the guard must.
"""

from __future__ import annotations

import xml.parsers.expat
import zipfile

from .container import plain_name

TRACE = "account of somebody who worked on the file"
"""What office programs write into nearly every file of themselves: accounts, authors, labels and ids of documents."""
MOST_TEXT = 4_000_000
"""Characters taken from one file; a return's own words are a few thousand."""
_WHERE = (
    ("/threadedcomments/", "comment"),
    ("/persons/", TRACE),
    ("/drawings/", "text box or drawing"),
    ("/charts/", "chart"),
    ("/pivotcache/", "stored data of a pivot table"),
    ("/externallinks/", "stored data of a linked workbook"),
    ("/querytables/", "data connection"),
    ("/connections", "data connection"),
    ("/workbook.xml", "defined name"),
    ("/tables/", "table"),
    ("/comments", "comment"),
    ("/customxml/", TRACE),
    ("/docprops/", "document property"),
    ("/header", "header"),
    ("/footer", "footer"),
    ("/footnotes", "footnote"),
    ("/endnotes", "footnote"),
    ("/glossary/", "building block"),
    ("/meta.xml", "document property"),
)
_BODY_OF_BOX = frozenset({"txBody"})
_INLINE = frozenset({"t", "r", "span", "a", "delText", "s", "tab"})
_SPEAKING = frozenset({"prompt", "error", "descr", "title", "tooltip", "display", "v", "author", "displayName", "userId", "refersTo"})


def elsewhere(archive: zipfile.ZipFile, *, besides: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Texts outside the cells, with where they stood. `besides` names the beginnings of parts that are read by another hand."""
    found: list[tuple[str, str]] = []
    room = MOST_TEXT
    for part in archive.infolist():
        name = "/" + plain_name(part.filename).casefold()
        where = "link" if name.endswith(".rels") else next((w for piece, w in _WHERE if piece in name), "")
        if not where or name.startswith(besides):
            continue
        boxes = texts_of(archive, part, only=_BODY_OF_BOX) if where == "text box or drawing" else []
        for text in boxes:
            found.append(("text box", text))
        for text in texts_of(archive, part):
            if room > 0:
                found.append((where, text[:room]))
                room -= len(text)
    return tuple(dict.fromkeys(found))


def texts_of(archive: zipfile.ZipFile, part: zipfile.ZipInfo, only: frozenset[str] = frozenset()) -> list[str]:
    """The texts of one XML part, a paragraph at a time, and of the attributes that hold words. Not XML: nothing.

    `only` keeps to what lies within elements of these names.
    """
    gathering = _Gathering(only)
    parser = xml.parsers.expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = gathering.start
    parser.EndElementHandler = gathering.end
    parser.CharacterDataHandler = gathering.words
    try:
        with archive.open(part) as stream:
            parser.ParseFile(stream)
    except xml.parsers.expat.ExpatError:
        return []
    return gathering.found


class _Gathering:
    """The texts met so far: runs are joined, and everything else ends a paragraph, so that no identifier is cut in two."""

    def __init__(self, only: frozenset[str]) -> None:
        self.only = only
        self.depth = 0
        self.runs: list[str] = []
        self.found: list[str] = []

    def start(self, tag: str, said: dict[str, str]) -> None:
        self.depth += tag.rpartition(":")[2] in self.only
        if self.depth or not self.only:
            self.found += [v for k, v in said.items() if k.rpartition(":")[2] in _SPEAKING and len(v) > 3]
            if said.get("TargetMode") == "External":
                self.found.append(said.get("Target", ""))

    def end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name not in _INLINE:
            text = " ".join("".join(self.runs).split())
            self.runs.clear()
            if len(text) > 3:
                self.found.append(text)
        self.depth -= name in self.only

    def words(self, data: str) -> None:
        if self.depth or not self.only:
            self.runs.append(data)
