"""The boxes of a Word form that were copied within their own cell: each says its own words on a line of their own."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def set_copies_apart(body: Element) -> None:
    """Begin a line with each control but the first of a tag in a cell; empty it where it only repeats what stands there already."""
    for cell in body.iter(f"{_W}tc"):
        seen: set[str] = set()
        for control in cell.iter(f"{_W}sdt"):
            tag = control.find(f"{_W}sdtPr/{_W}tag")
            of = tag.get(f"{_W}val", "") if tag is not None else ""
            words = [piece for piece in control.iter(f"{_W}t") if piece.text]
            if of in seen and words:
                if _words(cell).count(_words(control)) > 1:
                    for piece in words:
                        piece.text = ""
                else:
                    words[0].text = f"\n{words[0].text}"
            seen |= {of} - {""}


def _words(element: Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(f"{_W}t"))
