"""A workbook as parts: names, relationships and content types, read from the zip and written back."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CONTENT_TYPES = "[Content_Types].xml"

_SAFE = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def unprefixed(namespace: str) -> dict[str, str]:
    """A namespace without a prefix, as office files have theirs."""
    return cast("dict[str, str]", {None: namespace})  # the stubs know prefixes only


_NOT_WRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def writable(text: str) -> str:
    """Text as XML can hold it: what it cannot is shown as a replacement character, not dropped in silence."""
    return _NOT_WRITABLE.sub("\ufffd", text)


@dataclass
class Parts:
    """The parts of one workbook, by name; changed parts and new ones are written, the others copied as they are.

    `trees` are the parts that were parsed; those of them that were `put` are written out when they are read, or at the end.
    """

    original: dict[str, bytes]
    order: list[str]
    changed: dict[str, bytes | None] = field(default_factory=dict)
    trees: dict[str, etree._Element] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes) -> Parts:
        """Take a workbook apart."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [i.filename for i in archive.infolist() if not i.is_dir()]
            return cls({name: archive.read(name) for name in names}, names)

    def read(self, name: str) -> bytes:
        """A part as it now stands."""
        if name not in self.changed:
            return self.original.get(name, b"")
        written = self.changed[name]
        if written is None:
            written = etree.tostring(self.trees[name], xml_declaration=True, encoding="UTF-8", standalone=True)
        return written

    def has(self, name: str) -> bool:
        """Whether there is such a part."""
        return name in self.changed or name in self.original

    def xml(self, name: str) -> etree._Element:
        """A part, parsed."""
        if name not in self.trees:
            self.trees[name] = etree.fromstring(self.read(name), _SAFE)
        return self.trees[name]

    def put(self, name: str, root: etree._Element) -> None:
        """Make this the part."""
        self.trees[name], self.changed[name] = root, None

    def free_name(self, pattern: str) -> str:
        """The first name of this pattern (with ``{}``) that no part has."""
        number = 1
        while self.has(pattern.format(number)):
            number += 1
        return pattern.format(number)

    def join(self) -> bytes:
        """The workbook again: the old parts in their order, then the new."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in [*self.order, *(n for n in self.changed if n not in self.original)]:
                archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), self.read(name), zipfile.ZIP_DEFLATED)
        return out.getvalue()

    # ---------- relationships ----------

    @staticmethod
    def rels_name(part: str) -> str:
        """Where the relationships of a part stand."""
        folder, name = posixpath.split(part)
        return posixpath.join(folder, "_rels", f"{name}.rels")  # the package itself has the name of nothing: _rels/.rels

    def related(self, part: str, kind: str) -> str:
        """The part one is related to by a kind of relationship (the end of its type), or nothing."""
        for rel in self._rels(part):
            if rel.get("Type", "").endswith(f"/{kind}"):
                return self._target(part, rel.get("Target", ""))
        return ""

    def target(self, part: str, rel_id: str) -> str:
        """The part an id of a relationship leads to, or nothing."""
        return next((self._target(part, r.get("Target", "")) for r in self._rels(part) if r.get("Id") == rel_id), "")

    def relate(self, part: str, kind: str, target: str) -> str:
        """Relate a part to another; gives the id."""
        root = self._rels(part)
        used = {r.get("Id") for r in root}
        number = 1
        while f"rIdPack{number}" in used:
            number += 1
        relative = posixpath.relpath(target, posixpath.dirname(part))
        etree.SubElement(root, f"{{{PACKAGE_REL}}}Relationship", Id=f"rIdPack{number}", Type=f"{REL}/{kind}", Target=relative)
        self.put(self.rels_name(part), root)
        return f"rIdPack{number}"

    def _rels(self, part: str) -> etree._Element:
        name = self.rels_name(part)
        return self.xml(name) if self.has(name) else etree.Element(f"{{{PACKAGE_REL}}}Relationships", nsmap=unprefixed(PACKAGE_REL))

    @staticmethod
    def _target(part: str, target: str) -> str:
        return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(part), target))

    # ---------- content types ----------

    def declare(self, part: str, content_type: str) -> None:
        """Say what kind of part a new one is."""
        root = self.xml(CONTENT_TYPES)
        etree.SubElement(root, f"{{{TYPES}}}Override", PartName=f"/{part}", ContentType=content_type)
        self.put(CONTENT_TYPES, root)

    def declare_ending(self, ending: str, content_type: str) -> None:
        """Say what kind of part every one with this ending is, unless that is said already."""
        root = self.xml(CONTENT_TYPES)
        if not any(e.get("Extension", "").lower() == ending for e in root):
            root.insert(0, etree.Element(f"{{{TYPES}}}Default", Extension=ending, ContentType=content_type))
            self.put(CONTENT_TYPES, root)
