"""Finds the sheets, the columns and the answers of a return, wherever they now stand.

The hidden row of keys first, since it survives everything people do; then headings: exact, then those of earlier forms, then a near
miss that is clearly ahead (and said so); else “did you mean”. Nothing relies on a table's extent or on a place.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..model import Cell, Fault, FaultKind
from ..returns import ReturnKind
from ..returns.shared import ChallengeToAnswer
from ..schema import Column, Row, columns, sheet_aliases
from .grid import Book, Grid, ref
from .identity import META_SHEET, Identity, parse_key
from .wording import first_line, near, plain

HEADING_ROWS = 30
INFO = "info:"
_ONLY_WHEN_ASKED = frozenset({ChallengeToAnswer})
"""Sheets that a form carries only when there is something to answer: their absence says nothing."""


@dataclass
class Found:
    """Where a sheet's declaration was found in a file: `places` gives, for a table, the column number of each column by name.

    For a page it gives (row, column) of each answer. `known` are columns that are ours without being declared (information).
    """

    sheet: type[Row]
    grid: Grid
    heading_row: int = 0
    places: dict[str, int] = field(default_factory=dict)
    answers: dict[str, tuple[int, int]] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)
    headings: dict[int, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def identities(grid: Grid) -> list[Identity]:
    """What a sheet says it is, in its own cells."""
    found = []
    for (row, _), seen in grid.cells.items():
        if row <= HEADING_ROWS and isinstance(seen.value, str) and ";form=" in seen.value:
            identity = parse_key(seen.value)[1]
            if identity:
                found.append(identity)
    return found


def find_sheets(book: Book, kind: ReturnKind, file: str) -> tuple[dict[type[Row], Grid], list[Fault]]:
    """The sheet of each declaration, and the faults: renamed, missing, double, extra sheets."""
    chosen: dict[type[Row], Grid] = {}
    faults: list[Fault] = []
    spare = [g for g in book.sheets if g.title != META_SHEET]
    for step in (_by_identity, _by_title, _by_likeness, _by_headings):
        for cls in kind.sheets:
            if cls in chosen:
                continue
            fits = [g for g in spare if step(cls, kind, g)]
            if not fits:
                continue
            chosen[cls] = _best(fits, cls)
            spare = [g for g in spare if g is not chosen[cls]]
            if step in (_by_likeness, _by_headings):
                faults.append(_fault(FaultKind.RENAMED_SHEET, file, chosen[cls], expected=cls.sheet_title, seen=chosen[cls].title))
            for other in (g for g in fits if g is not chosen[cls] and not g.hidden):
                faults.append(
                    _fault(FaultKind.DUPLICATE_SHEET, file, other, expected=cls.sheet_title, seen=other.title, suggestion=chosen[cls].title)
                )
                spare = [g for g in spare if g is not other]
    for cls in kind.sheets:
        if cls not in chosen and cls not in _ONLY_WHEN_ASKED:
            meant = near(cls.sheet_title, {plain(g.title): g.title for g in spare if not g.hidden})[1]
            faults.append(
                Fault(kind=FaultKind.MISSING_SHEET, cell=Cell(file=file, sheet=cls.sheet_title), expected=cls.sheet_title, suggestion=meant)
            )
    faults += [_fault(FaultKind.EXTRA_SHEET, file, g, seen=g.title) for g in spare if not g.hidden and g.cells]
    return chosen, faults


def _by_identity(cls: type[Row], kind: ReturnKind, grid: Grid) -> bool:
    return any(i.form == kind.key and i.sheet == cls.sheet_title for i in identities(grid))


def _by_title(cls: type[Row], kind: ReturnKind, grid: Grid) -> bool:
    return plain(grid.title) in {plain(t) for t in (cls.sheet_title, *sheet_aliases(cls))}


def _by_likeness(cls: type[Row], kind: ReturnKind, grid: Grid) -> bool:
    known = {plain(t): c.sheet_title for c in kind.sheets for t in (c.sheet_title, *sheet_aliases(c))}
    return near(grid.title, known)[0] == cls.sheet_title


def _by_headings(cls: type[Row], kind: ReturnKind, grid: Grid) -> bool:
    return not grid.hidden and headings_shared(cls, grid) > max(2, 0.6 * sum(c.required for c in columns(cls)))


def headings_shared(cls: type[Row], grid: Grid) -> int:
    """How many of a sheet's declared headings, or keys, stand in a sheet."""
    if cls.layout == "page":
        known = _names(cls) | {c.name: c for c in columns(cls)}
        return len({known[p].name for s in grid.cells.values() if isinstance(s.value, str) and (p := _heading(s.value, known))})
    number = _heading_row(cls, grid)
    known = _names(cls)
    return len({known[p].name for s in grid.row(number).values() if isinstance(s.value, str) and (p := _heading(s.value, known))})


def _heading(text: str, known: dict[str, Column]) -> str:
    """The known name a cell gives, by its first line or whole; empty if it gives none."""
    if len(text) > 200:
        return ""
    return next((p for p in (plain(first_line(text)), plain(text), parse_key(text)[0]) if p in known), "")


def _best(fits: list[Grid], cls: type[Row]) -> Grid:
    """Of several sheets that fit: one with the right name, then one in sight, then the first."""
    return min(fits, key=lambda g: (plain(g.title) != plain(cls.sheet_title), g.hidden))


def _fault(kind: FaultKind, file: str, grid: Grid, at: str = "", **said: str) -> Fault:
    return Fault(kind=kind, cell=Cell(file=file, sheet=grid.title, ref=at), **said)


# ---------- tables ----------


def find_table(cls: type[Row], grid: Grid, file: str) -> Found:
    """The header row of a table and the column of each declared column."""
    found = Found(cls, grid)
    key_row = _key_row(cls, grid)
    if key_row:
        _take_keys(found, key_row)
    found.heading_row = found.heading_row or _heading_row(cls, grid)
    if found.heading_row:
        _take_headings(found, file)
    for column in columns(cls):
        if column.required and column.name not in found.places:
            meant = _unplaced_like(found, column) if found.heading_row else ""
            place = ref(found.heading_row, 1) if found.heading_row else ""
            found.faults.append(
                _fault(FaultKind.MISSING_COLUMN, file, grid, place, expected=column.heading, suggestion=meant, column=column.name)
            )
    return found


def _key_row(cls: type[Row], grid: Grid) -> int:
    """The row of keys: the first that holds an identity, or most of the declared names."""
    names = {c.name for c in columns(cls)}
    for number in sorted(r for r in grid.by_row if r <= HEADING_ROWS):
        texts = [seen.value for seen in grid.row(number).values() if isinstance(seen.value, str)]
        keys = [parse_key(t) for t in texts]
        hits = sum(key in names for key, _ in keys)
        if hits >= 2 and (any(i for _, i in keys) or hits * 2 > len(names)):
            return number
    return 0


def _take_keys(found: Found, key_row: int) -> None:
    names = {c.name for c in columns(found.sheet)}
    for number, seen in found.grid.row(key_row).items():
        key = parse_key(str(seen.value))[0].strip()
        if key in names:
            found.places.setdefault(key, number)
        elif key.startswith(INFO) or ":" in key:
            found.known.add(number)
    below = [r for r in sorted(found.grid.by_row) if r > key_row]
    found.heading_row = below[0] if below else key_row


def _names(cls: type[Row]) -> dict[str, Column]:
    """Every heading a column is known by, made comparable; a heading proper before one of an earlier form."""
    known: dict[str, Column] = {}
    for column in columns(cls):
        known.setdefault(plain(column.heading), column)
    for column in columns(cls):
        for alias in column.aliases:
            known.setdefault(plain(alias), column)
    return known


def _heading_row(cls: type[Row], grid: Grid) -> int:
    """The row among the first thirty with the most headings of this sheet."""
    known = _names(cls)
    best, most = 0, 0
    for number in sorted(r for r in grid.by_row if r <= HEADING_ROWS):
        hits = len(
            {known[p].name for s in grid.row(number).values() if isinstance(s.value, str) and (p := plain(first_line(s.value))) in known}
        )
        if hits > most:
            best, most = number, hits
    return best if most >= min(2, len(columns(cls))) else 0


def _take_headings(found: Found, file: str) -> None:
    known = _names(found.sheet)
    row = found.grid.row(found.heading_row)
    found.headings = {n: str(s.value) for n, s in row.items() if isinstance(s.value, str) and s.value.strip()}
    taken = set(found.places.values()) | found.known
    for number, heading in found.headings.items():
        if number in taken:
            continue
        column = known.get(plain(first_line(heading))) or known.get(plain(heading))
        if column and column.name not in found.places:
            found.places[column.name] = number
        elif column:
            found.faults.append(
                _fault(FaultKind.DUPLICATE_COLUMN, file, found.grid, ref(found.heading_row, number), seen=heading, expected=column.heading)
            )
            found.known.add(number)
    _take_near_misses(found, file)


def _take_near_misses(found: Found, file: str) -> None:
    missing = {p: c.name for p, c in _names(found.sheet).items() if c.name not in found.places}
    by_name = {c.name: c for c in columns(found.sheet)}
    for number, heading in found.headings.items():
        if number in set(found.places.values()) | found.known:
            continue
        place = ref(found.heading_row, number)
        sure, meant = near(first_line(heading), missing)
        if sure and sure not in found.places:
            found.places[sure] = number
            found.faults.append(
                _fault(FaultKind.RENAMED_COLUMN, file, found.grid, place, seen=heading, expected=by_name[sure].heading, column=sure)
            )
        elif not _is_information(heading):
            suggestion = by_name[meant].heading if meant else ""
            found.faults.append(_fault(FaultKind.UNKNOWN_COLUMN, file, found.grid, place, seen=heading, suggestion=suggestion))


_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]


def _is_information(heading: str) -> bool:
    """Whether a heading is one of the grey columns of our forms: “Status in June”, “Score now”, “Value sent in May”."""
    words = plain(heading).split()
    return (len(words) > 2 and words[-1] in _MONTHS and words[-2] == "in") or words in (["score", "now"],)


def _unplaced_like(found: Found, column: Column) -> str:
    left = {plain(first_line(h)): h for n, h in found.headings.items() if n not in found.places.values()}
    return max((near(name, left)[1] for name in (column.heading, *column.aliases)), default="")


# ---------- pages ----------


def find_page(cls: type[Row], grid: Grid, file: str) -> Found:
    """The answer of each question of a page."""
    found = Found(cls, grid)
    names = {c.name for c in columns(cls)}
    for number, row in grid.by_row.items():
        for place, seen in sorted(row.items()):
            key = parse_key(seen.value)[0] if isinstance(seen.value, str) else ""
            if key in names and key not in found.answers and place == min(row):
                after = [p for p in sorted(row) if p > place]
                found.answers[key] = (number, (after[0] if after else place + 1) + 1)
    keyed_rows = {r for r, _ in found.answers.values()}
    _take_questions(found, keyed_rows, file)
    for column in columns(cls):
        if column.required and column.name not in found.answers:
            found.faults.append(_fault(FaultKind.MISSING_COLUMN, file, grid, expected=column.heading, column=column.name))
    return found


def _take_questions(found: Found, keyed_rows: set[int], file: str) -> None:
    known = _names(found.sheet)
    for number, row in found.grid.by_row.items():
        if number in keyed_rows:
            continue
        for place, seen in sorted(row.items()):
            column = known.get(plain(first_line(seen.value))) or known.get(plain(seen.value)) if isinstance(seen.value, str) else None
            if column and column.name not in found.answers:
                after = [p for p in sorted(row) if p > place]
                found.answers[column.name] = (number, after[0] if after else place + 1)
                break
