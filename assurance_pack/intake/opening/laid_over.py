"""What is written over the cells of a sheet: text boxes, charts, diagrams, buttons, threads of comments. Each with the cell at whose corner it lies."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from .called import BUTTON, CHART, DESCRIPTION, TEXT_BOX
from .grid import Place, column_number
from .pictures import corner, elements, linked
from .sheet_survey import local_name

LEAST = 4
"""Letters: less than that is a number in a circle, and no words."""
_PARTS_OF_ITS_OWN = (("/chart", "rich", CHART), ("/chartEx", "rich", CHART), ("/diagramData", "t", TEXT_BOX))
"""What a drawing shows that stands in a part of its own: the kind of link, the elements that hold words, what it is."""
_USUAL = re.compile(
    r"(?:button|check box|option button|group box|label|list box|drop down|spinner|scroll bar|chart title|axis title) ?\d*", re.IGNORECASE
)
"""What a program writes there until somebody writes something else."""
_REF = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")


def words_laid_over(archive: zipfile.ZipFile, sheet: str, names: dict[str, str]) -> Iterator[tuple[Place, str, str]]:
    """The words, thing by thing; `sheet` is the part of the sheet, `names` gives each part by its plain name."""
    for drawing in linked(archive, sheet, names, "/drawing"):
        own = [
            (what, _words(elements(archive, part), holding))
            for link, holding, what in _PARTS_OF_ITS_OWN
            for part in linked(archive, drawing, names, link)
        ]
        for anchor in elements(archive, drawing):
            yield from (
                (corner(anchor), TEXT_BOX, said) for body in anchor.iter() if local_name(body.tag) == "txBody" and (said := _words([body]))
            )
            yield from (
                (corner(anchor), DESCRIPTION, said)
                for e in anchor.iter()
                if local_name(e.tag) == "cNvPr" and (said := e.get("descr", "").strip())
            )
            if any(local_name(e.tag) == "graphicFrame" for e in anchor.iter()) and own:
                what, said = own.pop(0)
                yield from [(corner(anchor), what, said)] if said else []
    for drawing in linked(archive, sheet, names, "/vmlDrawing"):
        yield from ((_corner_of_old(shape), BUTTON, said) for shape in elements(archive, drawing) if (said := _on_a_button(shape)))


def threads(archive: zipfile.ZipFile, sheet: str, names: dict[str, str]) -> dict[Place, str]:
    """What was said in each thread of comments, by its cell: one line for each who spoke."""
    found: dict[Place, list[str]] = {}
    for part in linked(archive, sheet, names, "/threadedComment"):
        for comment in elements(archive, part):
            ref = _REF.fullmatch(comment.get("ref", ""))
            said = " ".join(" ".join("".join(e.itertext()) for e in comment if local_name(e.tag) == "text").split())
            if ref and said:
                found.setdefault((int(ref[2]), column_number(ref[1])), []).append(said)
    return {place: "\n".join(said) for place, said in found.items()}


def _words(roots: Iterable[Element], within: str = "") -> str:
    """The words of each paragraph on a line; only of what stands `within` elements of a name, where one is given."""
    holding = [e for root in roots for e in root.iter() if not within or local_name(e.tag) == within]
    lines = dict.fromkeys(" ".join("".join(e.itertext()).split()) for one in holding for e in one.iter() if local_name(e.tag) == "p")
    said = "\n".join(line for line in lines if line and not _USUAL.fullmatch(line))
    return said if len(said) >= LEAST else ""


def _on_a_button(shape: Element) -> str:
    """What is written on a button or in a box of the old kind; nothing of the drawing of a note, whose words are read as such."""
    if any(local_name(e.tag) == "ClientData" and e.get("ObjectType") == "Note" for e in shape.iter()):
        return ""
    said = " ".join(" ".join("".join(e.itertext()) for e in shape.iter() if local_name(e.tag) == "textbox").split())
    return "" if _USUAL.fullmatch(said) or len(said) < LEAST else said


def _corner_of_old(shape: Element) -> Place:
    """The cell at whose corner a drawing of the old kind begins: column, offset, row, offset, and so on."""
    anchor = next(((e.text or "").split(",") for e in shape.iter() if local_name(e.tag) == "Anchor"), [])
    at = [int(n) for n in anchor if n.strip().isdecimal()]
    return (at[2] + 1, at[0] + 1) if len(at) > 2 else (1, 1)
