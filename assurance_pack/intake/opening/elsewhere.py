"""Every text of an office file that is not a cell: text boxes, threaded comments, linked and pivot data, properties, names.

Nobody prints these, and nobody looks there: which is why the guard must.
"""

from __future__ import annotations

import xml.parsers.expat
import zipfile

from .called import TITLE_OF_A_CHART, TRACE, UNUSED, WATERMARK
from .container import plain_name

MOST_TEXT = 4_000_000
"""Characters taken from one file; a return's own words are a few thousand."""
_WHERE = (
    ("/threadedcomments/", "comment"),
    ("/persons/", TRACE),
    ("/drawings/", "text box or drawing"),
    ("/charts/", "chart"),
    ("/diagrams/data", "text box"),
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
    ("/styles.xml", "number format"),
    ("/document.xml", "picture, field or bookmark"),
    ("/settings.xml", "document variable"),
    ("/people.xml", TRACE),
    ("/sharedstrings.xml", UNUSED),
)
_TYPED_ON_A_CHART = frozenset({"rich"})
_BODY_OF_BOX = frozenset({"txBody"})
_INLINE = frozenset({"t", "r", "span", "a", "delText", "s", "tab"})
_SPEAKING = frozenset({"prompt", "error", "descr", "title", "tooltip", "display", "v", "displayName", "userId", "refersTo", "formatCode"})
_NAMED = frozenset({"definedName", "table", "cNvPr", "docPr", "bookmarkStart", "docVar"})
"""What people name, or have named for them: a name that begins with a line is the program's own."""
_READ_ELSEWHERE = {"picture, field or bookmark": frozenset({"instrText"}), "document variable": frozenset({"docVar"})}
"""Of parts whose words are read by another hand: the elements whose text is taken here."""


def elsewhere(archive: zipfile.ZipFile, *, besides: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Texts outside the cells, with where they stood. `besides` names the beginnings of parts that are read by another hand."""
    found: list[tuple[str, str]] = []
    room = MOST_TEXT
    parts = sorted(archive.infolist(), key=lambda p: "sharedstrings" in p.filename.casefold())  # by far the most, and nearly all in cells
    for part in parts:
        name = "/" + plain_name(part.filename).casefold()
        where = "link" if name.endswith(".rels") else next((w for piece, w in _WHERE if piece in name), "")
        if not where or name.startswith(besides):
            continue
        boxes = texts_of(archive, part, only=_BODY_OF_BOX) if where == "text box or drawing" else []
        gathered = _gathered(archive, part, _READ_ELSEWHERE.get(where, frozenset()))
        said = [("text box", text) for text in boxes] + [(where, text) for text in gathered.found]
        said += [(WATERMARK, text) for text in gathered.behind]
        said += [(TITLE_OF_A_CHART, text) for text in texts_of(archive, part, only=_TYPED_ON_A_CHART)] if where == "chart" else []
        for place, text in (*said, *((TRACE, author) for author in gathered.authors)):
            if room > 0:
                found.append((place, text[:room]))
                room -= len(text)
    return tuple(dict.fromkeys(found))


def texts_of(archive: zipfile.ZipFile, part: zipfile.ZipInfo, only: frozenset[str] = frozenset()) -> list[str]:
    """The texts of one XML part, a paragraph at a time, and of the attributes that hold words. Not XML: nothing.

    `only` keeps to what lies within elements of these names.
    """
    return _gathered(archive, part, only, attributes=False).found


def _gathered(archive: zipfile.ZipFile, part: zipfile.ZipInfo, only: frozenset[str], *, attributes: bool = True) -> _Gathering:
    gathering = _Gathering(only, attributes)
    parser = xml.parsers.expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = gathering.start
    parser.EndElementHandler = gathering.end
    parser.CharacterDataHandler = gathering.words
    try:
        with archive.open(part) as stream:
            parser.ParseFile(stream)
    except xml.parsers.expat.ExpatError:
        return _Gathering(only, attributes)
    return gathering


class _Gathering:
    """The texts met so far: runs are joined, and everything else ends a paragraph, so that no identifier is cut in two."""

    def __init__(self, only: frozenset[str], attributes: bool) -> None:
        """`only`: the elements whose text is taken; `attributes`: those of every element are, whatever `only` says."""
        self.only = only
        self.attributes = attributes
        self.authors: dict[str, None] = {}
        self.behind: dict[str, None] = {}
        self.depth = 0
        self.runs: list[str] = []
        self.found: list[str] = []

    def start(self, tag: str, said: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self.depth += name in self.only
        if said and (self.depth or not self.only or self.attributes):
            local = {k.rpartition(":")[2]: v for k, v in said.items() if not k.startswith("xmlns")}
            self.found += [v for k, v in local.items() if k in _SPEAKING and len(v) > 3]
            if name in _NAMED and not local.get("name", "").startswith("_"):
                self.found += [local[k].replace("_", " ") for k in ("name", "val") if len(local.get(k, "")) > 3]
            if name == "textpath" and len(local.get("string", "")) > 3:
                self.behind[local["string"]] = None
            if local.get("author"):
                self.authors[local["author"]] = None
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
