"""Finds the sheet of each declaration in a file: by its own identity, its name, a near miss of its name, or its headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from ...english import listed
from ...model import Cell
from ...model.fault import Fault, FaultKind
from ...returns import SHEETS, ReturnKind
from ...schema import Row, columns, sheet_aliases
from ..as_typed import near, plain
from ..opening.grid import Grid, OpenedBook
from .headings import shared
from .identity import META_SHEET, PROBLEMS, Identity, parse_key

Found = dict[type[Row], Grid]


def identities(grid: Grid) -> list[Identity]:
    """What a sheet says it is, in its own cells."""
    return [identity for text in grid.heads if "form=" in text and (identity := parse_key(text)[1])]


def names_of_sheet(cls: type[Row]) -> set[str]:
    """The names a sheet is known by, made comparable."""
    return {plain(t) for t in (cls.sheet_title, *sheet_aliases(cls))}


def find_sheets(book: OpenedBook, kind: ReturnKind, file: str) -> tuple[Found, list[Fault]]:
    """The sheet of each declaration, and the faults: renamed, missing, double and unknown sheets."""
    chosen: Found = {}
    faults: list[Fault] = []
    spare = [g for g in book.sheets if g.title != META_SHEET and not _is_our_list(g)]
    said = {id(grid): identities(grid) for grid in spare}

    def by_identity(cls: type[Row], kind: ReturnKind, grid: Grid) -> bool:
        return any(i.form == kind.key and i.sheet == cls.sheet_title for i in said[id(grid)])

    for fits in (by_identity, _by_title, _by_likeness, _by_headings):
        for cls in kind.sheets:
            if cls not in chosen:
                spare = _take(cls, [g for g in spare if fits(cls, kind, g)], spare, said, chosen, faults, file)
    missing = [
        cls for cls in kind.sheets if cls not in chosen and not cls.life.if_asked
    ]  # the absence of a sheet to answer on says nothing
    in_sight = [g for g in spare if not g.hidden and g.cells]
    for cls in missing:
        meant = near(cls.sheet_title, {plain(g.title): g.title for g in in_sight})[1]
        faults.append(
            Fault(kind=FaultKind.MISSING_SHEET, cell=Cell(file=file, sheet=cls.sheet_title), expected=cls.sheet_title, suggestion=meant)
        )
    faults += [_fault(FaultKind.EXTRA_SHEET, file, g) for g in spare if _says_something(g)]
    return {cls: chosen[cls] for cls in kind.sheets if cls in chosen}, faults


A_SENTENCE = 4
"""Words: a sheet without cells that has so many in its name was named to say something; a hidden one with so many in a cell is no list of a program's."""


def _says_something(grid: Grid) -> bool:
    """Whether a sheet that is none of the form's may hold what somebody wants to say: not the lists we hide behind the drop-downs, nor those of a program."""
    if grid.hidden:
        ours = set(grid.row(1)) if _holds_our_lists(grid) else set()
        cells = ((column, s.value) for (_, column), s in grid.cells.items())
        return any(isinstance(words, str) and len(words.split()) >= A_SENTENCE and column not in ours for column, words in cells)
    return bool(grid.cells) or len(grid.title.split()) >= A_SENTENCE


def _holds_our_lists(grid: Grid) -> bool:
    """Whether a hidden sheet holds the words to choose from, each list under its name."""
    named = {c.words for cls in SHEETS.values() for c in columns(cls) if c.words}
    return plain(grid.title) == "lists" and any(s.value in named for s in grid.row(1).values())


def _is_our_list(grid: Grid) -> bool:
    """Whether a sheet is the list of problems of a marked copy, which somebody mended and sent back."""
    return tuple(s.value for _, s in sorted(grid.row(1).items())) == PROBLEMS


_Said = Mapping[int, list[Identity]]
"""What each sheet says it is, by its `id()`."""


def _take(
    cls: type[Row], candidates: list[Grid], spare: list[Grid], said: _Said, chosen: Found, faults: list[Fault], file: str
) -> list[Grid]:
    """Choose the sheet of a declaration among those that fit it, and give back the rest. A copy in sight is reported, never read."""
    if not candidates:
        return spare
    codes = Counter(code for g in spare for i in said[id(g)] if (code := i.code))
    whose = {id(g): next((i.code for i in said[id(g)] if i.code), "") for g in candidates}
    best = min(candidates, key=lambda g: (_of_another(whose[id(g)], codes), plain(g.title) not in names_of_sheet(cls), g.hidden))
    chosen[cls] = best
    if plain(best.title) not in names_of_sheet(cls):
        faults.append(_fault(FaultKind.RENAMED_SHEET, file, best, cls.sheet_title))
    copies = [g for g in candidates if g is not best and not g.hidden]
    for copy in (g for g in copies if whose[id(g)] in ("", whose[id(best)])):  # what is another sender's is told of by its identity
        differ = _differ(copy, best)
        kind_of = FaultKind.SHEETS_DIFFER if differ else FaultKind.DUPLICATE_SHEET
        faults.append(_fault(kind_of, file, copy, cls.sheet_title, best.title).model_copy(update={"column": listed(differ, CELLS_NAMED)}))
    return [g for g in spare if g is not best and g not in copies]


def _of_another(code: str, codes: Counter[str]) -> bool:
    """Whether a sheet was made for somebody else than most sheets of its file."""
    return bool(code) and codes[code] < max(codes.values())


CELLS_NAMED = 4
"""Cells in which a copy of a sheet differs that are named before the rest are counted."""


def _differ(copy: Grid, read: Grid) -> list[str]:
    """The cells in which a copy does not say what the sheet says that was read; what a formula comes to follows from the others."""
    places = sorted({*copy.cells, *read.cells})
    pairs = ((place, copy.at(*place), read.at(*place)) for place in places if place[0] > 1)
    return [copy.ref(*place) for place, one, other in pairs if one.value != other.value and not one.uncalculated | other.uncalculated]


def _by_title(cls: type[Row], kind: ReturnKind, grid: Grid) -> bool:
    return plain(COPY.sub("", grid.title)) in names_of_sheet(cls)


COPY = re.compile(r"\s*(\(\d+\)|[-–]?\s*copy)$", re.IGNORECASE)
"""What a program adds to the name of a sheet that is copied: ``Risks (2)``, ``Risks copy``."""


def _by_likeness(cls: type[Row], kind: ReturnKind, grid: Grid) -> bool:
    known = {name: c.sheet_title for c in kind.sheets for name in names_of_sheet(c)}
    return near(grid.title, known)[0] == cls.sheet_title


def _by_headings(cls: type[Row], kind: ReturnKind, grid: Grid) -> bool:
    """A sheet with another name whose headings are this declaration's more than any other's of the form."""
    mine = shared(cls, grid)
    others = max((shared(c, grid) for c in kind.sheets if c is not cls), default=0)
    return not grid.hidden and mine > max(2.0, 0.6 * sum(c.required for c in columns(cls)), others)


def _fault(kind: FaultKind, file: str, grid: Grid, expected: str = "", suggestion: str = "") -> Fault:
    hidden = "hidden" if grid.hidden and kind is FaultKind.EXTRA_SHEET else ""
    return Fault(
        kind=kind, cell=Cell(file=file, sheet=grid.title), seen=grid.title, expected=expected, suggestion=suggestion, column=hidden
    )
