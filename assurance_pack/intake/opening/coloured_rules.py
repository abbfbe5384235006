"""Coloured rules of a sheet that strike its words out or hide them: “strike the row through where column A says Close”.

Excel works such a rule out each time it draws the sheet; what the rule did is nowhere in the file. Rules as people write them are worked
out here; of any other it is only known that it may apply.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from .grid import Grid, Place, column_number
from .out_of_sight import WHITE, as_hex, shows, unseen

MOST_RULES = 500
"""Of one sheet: a rule is copied with every row that is pasted."""
_CELL = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})")
_EQUALS = re.compile(r'(\$?[A-Z]{1,3}\$?\d{1,7})\s*(=|<>)\s*(?:"([^"]*)"|(-?\d+(?:\.\d+)?))')
_OFF = ("0", "false")


@dataclass
class ColouredRule:
    """One rule: the ranges it is laid over, what kind it is, and the number of its setting in the workbook's list; or, where it has a setting
    of its own, as every rule that looks at another sheet, whether that `hides`."""

    over: str
    kind: str
    operator: str = ""
    text: str = ""
    setting: int = -1
    formula: str = ""
    hides: bool = False


@dataclass
class Struck:
    """What the rules of a sheet come to: the cells they strike out or hide, and whether one that may cannot be worked out."""

    places: set[Place] = field(default_factory=set)
    unknown: bool = False


def hiding(archive: zipfile.ZipFile, part: str | None) -> frozenset[int]:
    """The settings of coloured rules, by their number, under which words are struck out or not to be seen."""
    if part is None:
        return frozenset()
    root: Element = fromstring(archive.read(part))
    lists = (e for e in root if _local(e) == "dxfs")
    return frozenset(number for each in lists for number, setting in enumerate(each) if _hides(setting))


def _hides(setting: Element) -> bool:
    parts = {_local(e): e for e in setting}
    for mark in parts.get("font", ()):
        if _local(mark) == "strike" and sets(mark):
            return True
        # on a colour of its own, white is how a heading is written
        if _local(mark) == "color" and "fill" not in parts and is_white(mark):
            return True
    shown_as = parts.get("numFmt")
    return shown_as is not None and not shows(shown_as.get("formatCode", ""), "words")


def sets(mark: Element | dict[str, str]) -> bool:
    """Whether a mark is set, and not taken back."""
    return (mark.get("val") or "1") not in _OFF


def is_white(mark: Element | dict[str, str]) -> bool:
    """Whether a colour is that of the paper."""
    letters = as_hex((mark.get("rgb") or "")[-6:])
    return mark.get("theme") == "0" or (bool(letters) and unseen(letters, WHITE))


def struck_by(rules: list[ColouredRule], hides: frozenset[int], grid: Grid) -> Struck:
    """What those of a sheet's rules that hide come to on its cells."""
    found = Struck()
    for one in [rule for rule in rules if rule.hides or rule.setting in hides][:MOST_RULES]:
        ranges = list(_ranges(one.over))
        first = ranges[0][0] if ranges else (1, 1)
        for place in grid.cells:
            if not any(top <= place[0] <= bottom and left <= place[1] <= right for (top, left), (bottom, right) in ranges):
                continue
            applies = _applies(one, place, first, grid)
            if applies is None:
                found.unknown = True
                break
            if applies:
                found.places.add(place)
    return found


def _applies(rule: ColouredRule, place: Place, first: Place, grid: Grid) -> bool | None:
    """Whether a rule applies to a cell; nothing where that cannot be worked out."""
    here = str(grid.at(*place).value)
    if rule.kind == "containsText":
        return rule.text.casefold() in here.casefold()
    if rule.kind == "cellIs" and rule.operator in ("equal", "notEqual"):
        wanted = rule.formula.strip()
        return None if _CELL.search(wanted) else _is(grid.at(*place).value, wanted.strip('"')) is (rule.operator == "equal")
    said = _EQUALS.fullmatch(rule.formula.strip()) if rule.kind == "expression" else None
    where = _CELL.fullmatch(said[1]) if said else None
    if said is None or where is None:
        return None
    row = int(where[4]) + (0 if where[3] else place[0] - first[0])
    column = column_number(where[2]) + (0 if where[1] else place[1] - first[1])
    return _is(grid.at(row, column).value, said[3] if said[3] is not None else said[4]) is (said[2] == "=")


def _is(value: Any, wanted: str) -> bool:
    return ("" if value is None else f"{value:g}" if isinstance(value, float) else str(value)).casefold() == wanted.casefold()


def _ranges(over: str) -> Iterator[tuple[Place, Place]]:
    for each in over.split():
        ends = [(int(row), column_number(letters)) for _, letters, _, row in _CELL.findall(each)]
        if ends:
            yield ends[0], ends[-1]


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
