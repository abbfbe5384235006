"""What the styles of a Word document set of its words, spelt out on each run: struck out, hidden, or in a colour. Runs in the child process."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAID_OF_WORDS = (f"{_W}strike", f"{_W}dstrike", f"{_W}vanish", f"{_W}color", f"{_W}shd", f"{_W}highlight")
MOST_BASED_ON = 20
"""A style rests on another, and that on another; a circle of them is a damaged file."""


def spell_out_styles(body: Element, styles: Element) -> None:
    """Set on each run what the styles of its paragraph and its own say, unless the run itself says otherwise: the nearest counts."""
    said = {name: marks for name, marks in _by_style(styles).items() if marks}
    if not said:
        return
    usual = next((e.get(f"{_W}styleId", "") for e in styles.iter(f"{_W}style") if _is_usual(e)), "")
    for paragraph in body.iter(f"{_W}p"):
        of_all = said.get(_named(paragraph, "pPr", "pStyle") or usual, {})
        for run in paragraph.iter(f"{_W}r"):
            marks = {**of_all, **said.get(_named(run, "rPr", "rStyle"), {})}
            if marks:
                _set(run, marks)


def _set(run: Element, marks: dict[str, Element]) -> None:
    about = run.find(f"{_W}rPr")
    about = SubElement(run, f"{_W}rPr") if about is None else about
    own = {e.tag for e in about}
    about.extend(mark for tag, mark in marks.items() if tag not in own)


def _by_style(styles: Element) -> dict[str, dict[str, Element]]:
    """What each style says of its words, with what it takes from the style it rests on."""
    known = {e.get(f"{_W}styleId", ""): e for e in styles.iter(f"{_W}style")}
    return {name: dict(_said(name, known)) for name in known}


def _said(name: str, known: dict[str, Element]) -> Iterator[tuple[str, Element]]:
    line: list[Element] = []
    while name in known and len(line) < MOST_BASED_ON:
        line.append(known[name])
        on = known[name].find(f"{_W}basedOn")
        name = "" if on is None else on.get(f"{_W}val", "")
    for style in reversed(line):
        # on a ground of its own, white is how a heading is written
        grounded = style.find(f"{_W}pPr/{_W}shd") is not None
        about = style.find(f"{_W}rPr")
        marks = () if about is None else about
        yield from ((e.tag, e) for e in marks if e.tag in SAID_OF_WORDS and not (grounded and e.tag == f"{_W}color"))


def _is_usual(style: Element) -> bool:
    return style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in ("1", "true", "on")


def _named(element: Element, about: str, style: str) -> str:
    found = element.find(f"{_W}{about}/{_W}{style}")
    return "" if found is None else found.get(f"{_W}val", "")
