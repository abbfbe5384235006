"""Replies in comment threads: a newer Excel shows a thread on a cell and no note beside it, so what we say there must be in the thread."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from lxml import etree

from .notes import AUTHOR
from .parts import Parts, writable

_THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_US = "{6F1A2B0C-5D3E-4F70-8A91-B2C3D4E5F607}"
"""Our id among the people of a workbook: any fixed one will do."""


def add_replies(parts: Parts, book: str, sheet: str, notes: Mapping[str, str]) -> None:
    """Answer the threads on cells of a sheet (its part) that have a note of ours; what we answered when it was marked before is taken out."""
    name = parts.related(sheet, "threadedComment")
    if not name or not parts.has(name):
        return
    root = parts.xml(name)
    before = [c for c in root if c.get("personId") == _US]
    for ours in before:
        root.remove(ours)
    first = {c.get("ref", ""): c for c in reversed(list(root)) if not c.get("parentId")}
    answered = [ref for ref in notes if ref in first]
    for ref in answered:
        _answer(root, first[ref], notes[ref])
    if answered:
        _introduce(parts, book)
    if answered or before:
        parts.put(name, root)


def _answer(root: etree._Element, first: etree._Element, words: str) -> None:
    ref = first.get("ref", "")
    thread = [c for c in root if c.get("ref") == ref]
    at = max((c.get("dT", "") for c in thread), default="")  # the time of the last that was said: a marked copy knows no clock
    said = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{first.get('id')} {words}")).upper()
    reply = etree.Element(f"{{{_THREADS}}}threadedComment", ref=ref, dT=at, personId=_US, id=f"{{{said}}}", parentId=first.get("id", ""))
    etree.SubElement(reply, f"{{{_THREADS}}}text").text = writable(words)
    root.insert(root.index(thread[-1]) + 1, reply)


def _introduce(parts: Parts, book: str) -> None:
    """Enter us among the people of the workbook. Where there are threads there is such a list."""
    name = parts.related(book, "person")
    if not name or not parts.has(name):
        raise ValueError("threads, and nobody who wrote them")
    root = parts.xml(name)
    if not any(p.get("id") == _US for p in root):
        etree.SubElement(root, f"{{{_THREADS}}}person", displayName=AUTHOR, id=_US, userId=AUTHOR, providerId="None")
        parts.put(name, root)
