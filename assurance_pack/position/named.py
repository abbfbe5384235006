"""Every number the Board is shown, by the section it stands in and its name: for the data book and the record."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .whole import Position

Number = int | float


@dataclass(frozen=True)
class NamedFigure:
    """One figure: ``quality``, ``loops open``, 7. None: there was nothing to count, or nothing to compare with."""

    section: str
    name: str
    value: Number | None

    @property
    def key(self) -> str:
        """As a record keeps it: ``quality.loops_open``."""
        return f"{self.section}.{self.name.replace(' ', '_')}"


def named_figures(position: Position) -> tuple[NamedFigure, ...]:
    """Every count of every section, in the order of the pack."""
    parts = ((f.name, getattr(position, f.name)) for f in fields(position))
    return tuple(figure for name, part in parts if is_dataclass(part) for figure in _of(name, part))


def _of(section: str, part: object) -> tuple[NamedFigure, ...]:
    """The counts of one part: whole numbers and shares declared as such; yes-or-no is not a figure."""
    assert is_dataclass(part)
    counted = (f for f in fields(part) if f.type in ("int", "float", "int | None", "float | None"))
    return tuple(NamedFigure(section, f.name.replace("_", " "), getattr(part, f.name)) for f in counted)
