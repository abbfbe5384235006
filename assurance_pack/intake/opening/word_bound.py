"""Answers that a Word document keeps in a part of data beside its text: Word shows them in a control bound to it, which may itself be empty. Runs in the child process."""

from __future__ import annotations

import re
import zipfile
from xml.etree.ElementTree import Element, SubElement

from .pictures import elements
from .sheet_survey import local_name

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LAST_STEP = re.compile(r"(?:[\w.-]+:)?([\w.-]+)(?:\[\d+\])?/?$")
_DATA = re.compile(r"customxml/item\d+\.xml")


def fill_in_bound(body: Element, archive: zipfile.ZipFile) -> None:
    """Write into each empty control what it is bound to, where the file holds that under the name its binding ends with."""
    empty = [control for control in body.iter(f"{_W}sdt") if _bound_to(control) and not _has_words(control)]
    if not empty:
        return
    held: dict[str, str] = {}
    for part in (name for name in archive.namelist() if _DATA.fullmatch(name.casefold())):
        for element in (e for root in elements(archive, part) for e in root.iter()):
            if said := (element.text or "").strip():
                held.setdefault(local_name(element.tag), said)
    for control in empty:
        if said := held.get(_bound_to(control), ""):
            _write(control, said)


def _bound_to(control: Element) -> str:
    """The name of the piece of data that a control is bound to; nothing where it is bound to none."""
    binding = control.find(f"{_W}sdtPr/{_W}dataBinding")
    step = _LAST_STEP.search(binding.get(f"{_W}xpath", "")) if binding is not None else None
    return step[1] if step else ""


def _has_words(control: Element) -> bool:
    """Whether anybody's words stand in a control: an invitation to type are none."""
    invites = control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None
    return not invites and any((t.text or "").strip() for t in control.iter(f"{_W}t"))


def _write(control: Element, said: str) -> None:
    about, content = control.find(f"{_W}sdtPr"), control.find(f"{_W}sdtContent")
    if about is None or content is None:
        return
    for invitation in about.findall(f"{_W}showingPlcHdr"):
        about.remove(invitation)
    for words in content.iter(f"{_W}t"):
        words.text = ""
    paragraph = content.find(f"{_W}p")
    SubElement(SubElement(content if paragraph is None else paragraph, f"{_W}r"), f"{_W}t").text = said
