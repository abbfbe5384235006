"""RDG’s delivery confidence: overall and by plan priority, with its reason and the impact so far."""

from __future__ import annotations

from ....position.confidence import OVERALL, ConfidenceLine
from ....position.whole import Position
from ....settings import Settings
from ...blocks import Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Run, Runs, Text, runs
from ...indicator_words import direction, now
from ...phrases import graded, since_name, stopped


def confidence_table(position: Position, settings: Settings) -> Table:
    """RDG's confidence overall and by plan priority, now and last time, with its reason and what has come of it."""
    return Table(
        caption="RDG’s delivery confidence, with its reason and the impact so far",
        columns=(
            TableColumn(runs("Plan priority"), 1.6),
            TableColumn(runs("Confidence"), 3.2, "status"),
            TableColumn(runs("RDG’s reason, and impact so far"), 7.2),
        ),
        rows=tuple(_confidence_row(line, position, settings) for line in position.milestones.confidence),
        summary="Delivery confidence overall, then for each plan priority: the judgement now and last time, RDG’s reason, and the indicators of impact.",
        anchor="confidence",
        style="long",
    )


def _confidence_row(line: ConfidenceLine, position: Position, settings: Settings) -> TableRow:
    part, since = position.milestones, since_name(position)
    said: list[Run] = [Text(stopped(line.reason)) if line.reason else Text("No reason stated.", quiet=True)]
    if line.about == OVERALL and part.headline_rest:
        said.append(Text(f" {stopped(part.headline_rest)}"))
    if line.direction in ("better", "worse") and line.reason_before:
        said.append(Text(f" In {since}: {stopped(line.reason_before)}", quiet=True))
    if line.forward and line.about != OVERALL:
        said.append(Text(f" RDG expects: {stopped(line.forward)}"))
    if line.linked_work:
        said.append(Text(f" Rests on work elsewhere: {stopped(line.linked_work)}"))
    impact = [f"{g.indicator.in_short}: {now(g)}{direction(g, position.at)}" for g in line.impact if g.moved]
    if impact:
        said.append(Text(f" {'; '.join(impact)}.", quiet=True))
    return TableRow(
        (
            TableCell((Text(line.name, strong=True),), (line.row.ref,) if line.row else ()),
            TableCell((*graded(line.now, line.row, "confidence", settings, "confidence"), *_before(line, since_name(position)))),
            TableCell(tuple(said)),
        ),
        end=line.about == OVERALL,
    )


def _before(line: ConfidenceLine, since: str) -> Runs:
    """What it was last time, where it can be said: ``, Green in May``."""
    match line.direction:
        case "worse" | "better":
            return (Text(f", {line.before} in {since}", strong=True),)
        case "same":
            return (Text(f", as in {since}", quiet=True),)
        case _:
            return ()
