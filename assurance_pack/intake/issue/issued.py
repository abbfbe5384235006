"""The fingerprint of a sheet about to be issued: what will stand in its cells, read as it will be read when it comes back."""

from __future__ import annotations

from collections.abc import Iterator

from ...schema import Row, columns
from ...settings import Settings
from ..opening.grid import Grid, Place, Seen
from ..reading.form_words import fingerprints_of
from ..reading.locate import Located
from ..reading.rows import read_rows
from ..recognising.fingerprint import fingerprint
from ..recognising.identity import Identity
from .cells import as_cell
from .form import Form, FormSheet, page_value
from .todo import spare_lines

_HEADINGS = 1


def identity_of(cls: type[Row], form: Form, settings: Settings) -> Identity:
    """What a sheet of a form says it is."""
    return Identity(form.kind.key, cls.sheet_title, form.kind.version, form.code, form.month, issued(cls, form, settings), repeats(form))


def repeats(form: Form) -> str:
    """The fingerprints of the sentences a group's form repeats: what it asked before, and what was answered."""
    return fingerprints_of(text for before in form.answered for text in (f"“{before.asked}”", before.answer))


def issued(cls: type[Row], form: Form, settings: Settings) -> str:
    """The fingerprint of a sheet as issued; none of one that is drawn as filled in."""
    if form.filled_in:
        return ""
    grid = Grid(cls.sheet_title, dict(_cells(cls, form)))
    places = {column.name: number for number, column in enumerate(columns(cls), start=1)}
    found = Located(cls, grid, "", _HEADINGS, places, {name: (_HEADINGS + 1, number) for name, number in places.items()})
    lines = read_rows(found, form.sender, settings)
    return fingerprint(cls, lines.rows, lines.faults)


def _cells(cls: type[Row], form: Form) -> Iterator[tuple[Place, Seen]]:
    """What will stand in the cells, a column of the declaration beside another; where they are drawn is no matter.

    Rows brought in from a register kept elsewhere count as typed by whoever sends the form back, so they are not among what we issued.
    """
    content = form.sheets.get(cls, FormSheet())
    ours = [line for line in content.rows if not line.adopted]
    lines = [line.values for line in (*ours, *spare_lines(cls, content))]
    if cls.layout == "page":
        lines = [{c.name: page_value(c, form) for c in columns(cls)}]
    for row, line in enumerate(lines, start=_HEADINGS + 1):
        for number, column in enumerate(columns(cls), start=1):
            value = as_cell(line.get(column.name))
            if value is not None:
                yield (row, number), Seen(value)
