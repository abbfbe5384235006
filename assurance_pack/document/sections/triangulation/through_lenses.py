"""Every theme through the three lenses, and what that comes to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ....assess.outcomes import OutcomeKind
from ....english import many, month_name
from ....model import Lens, Month
from ....position.triangulation import LensSays, ThemeLine, TriangulationPosition
from ...blocks import Block, Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Runs, Sign, Text, runs

WORD = {"positive": "Positive", "concern": "Concern", "weak": "Weak concern", "mixed": "Mixed", "none": "No signal"}
LENS = {Lens.DATA: "data", Lens.PROFESSIONAL: "professional", Lens.LIVED: "lived"}
HEADS = {Lens.DATA: "Data", Lens.PROFESSIONAL: "Professional", Lens.LIVED: "Lived"}


def through_lenses(found: TriangulationPosition, beside: date) -> Iterator[Block]:
    """The table of themes, and in a line those that nobody spoke of and the plan does not depend on."""
    if not found.themes:
        return
    said = [line for line in found.themes if line.kind is not OutcomeKind.NO_SIGNAL or line.gaps]
    silent = [line.theme.in_short for line in found.themes if line not in said]
    last = {line.kind: i for i, line in enumerate(said)}
    yield Table(
        caption=f"{many(len(said), 'theme').capitalize()} through three lenses",
        columns=(
            TableColumn(runs("Theme"), 1.6),
            *(TableColumn(runs(HEADS[lens]), 2.6 if lens is Lens.DATA else 2, "status") for lens in Lens),
            TableColumn(runs("Outcome"), 3.8),
        ),
        rows=tuple(_theme(line, last[line.kind] == i, beside) for i, line in enumerate(said)),
        summary="Each theme: what data, professional insight and lived experience say of it, and what that comes to. Contradictions come first.",
        anchor="themes",
        style="tight",
    )
    if silent:
        yield Paragraph(runs(f"No signal, and none needed by the plan: {'; '.join(silent)}."), style="note")


def _theme(line: ThemeLine, end: bool, beside: date) -> TableRow:
    lenses = (TableCell(_lens(says, says.lens in line.gaps, beside)) for says in line.lenses)
    return TableRow((TableCell(runs(line.theme.in_short)), *lenses, TableCell(_outcome(line, beside))), end)


def _lens(says: LensSays, gap: bool, beside: date) -> Runs:
    """What a lens says, with the month of a figure that is not this month's; where it is silent, whether the plan depends on hearing it."""
    if says.direction == "none":
        return (Text("Gap"),) if gap else (Text("No signal", quiet=True),)
    month = (Text(f", {month_name(Month.of(says.as_of), Month.of(beside))}"),) if says.as_of else ()
    return (Sign(says.direction, WORD[says.direction] + (" (s)" if says.suggested else ""), "old" if says.old else ""), *month)


def _outcome(line: ThemeLine, beside: date) -> Runs:
    detail = ""
    if line.kind is OutcomeKind.STALE and line.newest:
        detail = f": newest from {month_name(Month.of(line.newest), Month.of(beside))}"
    elif line.kind is OutcomeKind.SINGLE_SOURCE and line.only:
        detail = f": {LENS[Lens(line.only)]}"
    elif line.kind is OutcomeKind.NO_SIGNAL:
        return (Text(line.kind.value, quiet=True),)
    return (Text(line.kind.value, strong=line.kind is OutcomeKind.CONTRADICTION), *((Text(detail),) if detail else ()))
