"""A register of somebody's own that was pasted into a sheet of the form: over its headings, or under them with headings of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from ...model.fault import FaultKind
from ...returns import SHEETS
from ...schema.column import Column
from ..as_typed import first_line, near, plain
from ..opening.grid import Seen
from ..recognising.headings import column_named, is_information, keys_of, names_of
from .locate import OVERWRITTEN, Located

_OF_HEADINGS = frozenset(
    {FaultKind.CLASHING_IDENTITY, FaultKind.DUPLICATE_COLUMN, FaultKind.UNKNOWN_COLUMN, FaultKind.RENAMED_COLUMN, FaultKind.MISSING_COLUMN}
)
LONGEST_HEADING = 60
BEGINS = 3
"""So many cells at the head of a row tell whether it is headings: what stands further on may be left of what was pasted over."""
FEW_CELLS = 2
"""So many cells show a row to be theirs where other headings stand over the form's, and none of them fits."""


def headings_written_over(found: Located) -> dict[str, int]:
    """The columns of the form over which stand headings that are none of its own, where they are so many that a table was pasted over them; else none."""
    strange = {name: number for name, number in found.places.items() if _is_strange(found, name, number)}
    named_otherwise = sum(f.kind is FaultKind.CLASHING_IDENTITY for f in found.faults)
    return strange if len(strange) + named_otherwise >= OVERWRITTEN else {}


def _is_strange(found: Located, name: str, number: int) -> bool:
    heading = found.headings.get(number, "")
    if not heading or is_information(heading) or column_named(heading, found.sheet):
        return False
    return not near(first_line(heading), _names(keys_of(found.sheet)[name]))[1]


def _names(column: Column) -> dict[str, str]:
    return {plain(name): name for name in (column.heading, *column.aliases)}


@cache
def every_heading() -> frozenset[str]:
    """Every heading of every form, made comparable."""
    return frozenset(name for cls in SHEETS.values() for name in names_of(cls))


def reads_as_headings(said: dict[int, Seen]) -> bool:
    """Whether a row begins with short words without a figure, and one of it at least is a heading of ours."""
    first = [seen.value for _, seen in sorted(said.items())][:BEGINS]
    short = all(isinstance(w, str) and len(w) <= LONGEST_HEADING and not any(c.isdigit() for c in w) for w in first)
    return short and any(plain(str(seen.value)) in every_heading() for seen in said.values())


def leave_headings_alone(found: Located) -> None:
    """Nothing more is said of single headings, once it is said that others were pasted over them."""
    here = {found.cell(found.heading_row, number) for number in (1, *found.headings)}
    found.faults = [f for f in found.faults if not (f.kind in _OF_HEADINGS and f.cell in here)]


def runs(numbers: Sequence[int], among: Sequence[int]) -> Iterator[list[int]]:
    """Rows that follow one another with none of the others between them."""
    place = {number: at for at, number in enumerate(among)}
    for _, run in groupby(enumerate(numbers), key=lambda one: place[one[1]] - one[0]):
        yield [number for _, number in run]
