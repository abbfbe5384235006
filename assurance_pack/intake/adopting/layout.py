"""Where the tables of a sheet are: headings on any row, several tables on a sheet, headings of two rows, tables turned on their side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from ...model import Cell
from ..as_typed import clean, plain
from ..opening.grid import Grid, Place, Seen
from ..reading.convert import as_text
from .headings import ENOUGH, heads, is_known, known_in, periods_in
from .periods import period_end


@dataclass(frozen=True)
class Field:
    """One column of a table as found: its number, its heading whole (with that of its group above), and the cells that say it."""

    at: int
    heading: str
    group: str = ""
    said_at: tuple[Place, ...] = ()

    @property
    def with_group(self) -> str:
        """Its heading, with that of its group before it."""
        return f"{self.group} {self.heading}" if self.group else self.heading


@dataclass(frozen=True)
class FoundTable:
    """A table as found. `grid` has its headings across, turned where the sheet has them down."""

    file: str
    grid: Grid
    head: tuple[int, ...]
    fields: tuple[Field, ...]
    rows: tuple[int, ...]
    turned: bool = False

    def cell(self, row: int, column: int) -> Cell:
        """A place of it, as the sheet has it."""
        place = (column, row) if self.turned else (row, column)
        return Cell(file=self.file, sheet=self.grid.title, ref=self.grid.ref(*place))

    def seen(self, row: int, column: int) -> Seen:
        """What a cell holds; beneath a merge over several rows, what the merge holds."""
        here = self.grid.at(row, column)
        over = self.grid.merge_over(row, column) if here.value is None else None
        return self.grid.at(over[0], over[1]) if over and over[1] == over[3] and over[0] > self.head[-1] else here

    def text(self, row: int, column: int) -> str:
        """What a cell says: its words, or the traffic light it is filled with where it has none."""
        said = text_of(self.seen(row, column))
        light = self.grid.lights.get((row, column), "")
        return said or (f"filled {light}" if light else "")

    def texts(self, field: Field) -> list[str]:
        """What stands in a column, without its empty cells."""
        return [said for row in self.rows if (said := self.text(row, field.at))]


def period_of(table: FoundTable, field: Field) -> date | None:
    """The period a column is headed by: “May-26”, or “Q1” beneath “2025/26”."""
    raw = table.grid.at(*field.said_at[-1]).value if field.said_at else None
    return period_end(raw) or (period_end(f"{field.heading} {field.group}") if field.group else None)


def text_of(seen: Seen) -> str:
    """A cell's words, cleaned."""
    return "" if seen.value is None else clean(as_text(seen.value))[0]


def tables(grid: Grid, file: str) -> list[FoundTable]:
    """The tables of a sheet, from the top; none where nothing on it is headed like a register."""
    upright = list(_upright(grid, file))
    aside = turned(grid)
    headed = max((len(t.fields) for t in upright), default=0) >= ENOUGH
    # beneath headings a column of dates is a column, however long: it heads nothing
    across, down = _best(grid), _best(aside, periods=not headed)
    if headed and across >= down:
        return upright
    on_its_side = [replace(t, turned=True) for t in _upright(aside, file)] if down >= ENOUGH and down > across else []
    return on_its_side or upright


def turned(grid: Grid) -> Grid:
    """The sheet with its rows for columns."""
    merged = tuple((left, top, right, bottom) for top, left, bottom, right in grid.merged)
    return replace(
        grid, cells={(c, r): s for (r, c), s in grid.cells.items()}, merged=merged, lights={(c, r): v for (r, c), v in grid.lights.items()}
    )


def _best(grid: Grid, *, periods: bool = True) -> int:
    # a word that stands again and again (“done”) is a value, though it may be a heading too
    rows = [list({s.value: s for s in row.values()}.values()) for row in grid.by_row.values()]
    return max((max(known_in(cells), periods_in(cells) if periods else 0) for cells in rows), default=0)


def _upright(grid: Grid, file: str) -> Iterator[FoundTable]:
    found = list(heads(grid))
    for n, head in enumerate(found):
        end = found[n + 1][0] if n + 1 < len(found) else max(grid.by_row) + 1
        lit = {r for r, _ in grid.lights}
        rows = tuple(r for r in sorted({*grid.by_row, *lit}) if head[-1] < r < end)
        lights = _meant_lights(grid, head, rows)
        here = replace(grid, lights=lights)
        for part in _side_by_side(_fields(here, head, rows)):
            yield FoundTable(file, here, head, part, rows)


def _meant_lights(grid: Grid, head: tuple[int, ...], rows: tuple[int, ...]) -> dict[Place, str]:
    """The traffic lights that stand for a word: in a column that is headed and holds next to nothing else; not the bands of a whole row."""
    wide = max((len(grid.row(r)) for r in head), default=0)
    by_row = Counter(r for r, _ in grid.lights)
    lights = {(r, c): v for (r, c), v in grid.lights.items() if r in rows and 2 * by_row[r] <= wide}
    by_column = Counter(c for _, c in lights)
    filled = Counter(c for r in rows for c in grid.row(r) if c in by_column)
    headed = {c for r in head for c in grid.row(r)}
    return {(r, c): v for (r, c), v in lights.items() if c in headed and 3 * filled[c] <= by_column[c]}


# ---------- columns ----------


def _fields(grid: Grid, head: tuple[int, ...], rows: tuple[int, ...]) -> Iterator[Field]:
    used = {c for r in (*head, *rows) for c in grid.row(r)} | {c for r, c in grid.lights if r in rows}
    group = ""
    said_below = Counter(plain(text_of(s)) for s in grid.row(head[-1]).values())
    again = {said: n > 1 for said, n in said_below.items()} | {"": False}
    for at in sorted(used):
        said = [(r, at) for r in head if at in grid.row(r)]
        over = grid.merge_over(head[0], at) if len(head) > 1 else None
        if over and over[3] > over[1]:
            group = text_of(grid.at(over[0], over[1]))
            first = ((over[0], over[1]),) if at == over[1] else ()
            said = [*first, *(p for p in said if p not in first)]
        elif len(head) > 1 and at in grid.row(head[0]):
            group = text_of(grid.at(head[0], at)) if len(said) > 1 or not any(c == at for c in grid.row(head[-1])) else ""
        elif len(head) == 1 or not grid.row(head[-1]).get(at) or not again[plain(text_of(grid.at(head[-1], at)))]:
            group = ""
        own = next((text_of(grid.at(r, at)) for r in reversed(head) if at in grid.row(r)), "")
        under = group if len(head) > 1 and group != own and at in grid.row(head[-1]) else ""
        yield Field(at, " ".join(own.split()), " ".join(under.split()), tuple(said))


def _side_by_side(fields: Iterable[Field]) -> Iterator[tuple[Field, ...]]:
    """The tables beside one another: apart by an empty column, and headed alike or each known for itself."""
    runs: list[list[Field]] = []
    for field in fields:
        if runs and field.at == runs[-1][-1].at + 1:
            runs[-1].append(field)
        else:
            runs.append([field])
    joined: list[list[Field]] = []
    for run in runs:
        names = {plain(f.heading) for f in run}
        again = joined and names & {plain(f.heading) for f in joined[-1]} - {""}
        if joined and not (again and sum(is_known(f.heading) for f in run) >= ENOUGH):
            joined[-1] += run
        else:
            joined.append(run)
    yield from map(tuple, joined)
