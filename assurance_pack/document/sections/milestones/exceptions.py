"""The milestones off track or at risk in words: what happened and why, the way back, what it would mean if missed, and who answers for it."""

from __future__ import annotations

from ....english import upper_first
from ....position.on_a_page import MilestoneLine
from ....position.plan import MilestoneStanding
from ....position.whole import Position
from ....settings import Settings
from ...blocks import Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Break, Ref, Run, Runs, Text, runs
from ...phrases import NO_TITLE, graded, late_words, missing, owner, since_name, stated, stopped, told


def exceptions_table(position: Position, settings: Settings) -> Table:
    """Off track first, then at risk: what it is, what happened and why, the path to green, what it would mean if missed, and who answers for it."""
    share = position.milestones.exceptions
    worse, bad = late_words(settings)
    shown = f" ({len(share.shown)} of {share.total} shown)" if share.left_out else ""
    return Table(
        caption=f"{upper_first(worse)}, then {bad}{shown}",
        columns=(
            TableColumn(runs("Milestone, and who answers for it"), 1.3, "id"),
            TableColumn(runs("What it is, what happened and why"), 4.9),
            TableColumn(runs("Path to green"), 3.1),
            TableColumn(runs("Impact if missed"), 2.7),
        ),
        rows=tuple(_exception_row(line, position, settings) for line in share.shown),
        summary=f"Each milestone that is {worse} or {bad}, with its status, what happened and why, the path to green, the impact if missed and its owner.",
        anchor="exceptions",
        style="long",
    )


def _exception_row(line: MilestoneLine, position: Position, settings: Settings) -> TableRow:
    row, judgement = line.row, line.standing.judgement
    what: list[Run] = [told(row, "title", strong=True, otherwise=NO_TITLE)]
    if not line.standing.told:
        what.append(Text(f" No update since {since_name(position)}." if position.since else " No update.", quiet=True))
    elif row.progress:
        what.append(Text(f" {stopped(row.progress)}"))
    if judgement and judgement.reason:
        what += [Text(" RDG: ", strong=True), Text(stopped(judgement.reason))]
    return TableRow(
        (
            TableCell(
                (Ref(line.standing.id, strong=True), Text(" "), *status_words(line.standing, settings), Break(), owner(row, "accountable")),
                (line.standing.id,),
            ),
            TableCell(tuple(what)),
            TableCell(stated(row.path_to_green and stopped(row.path_to_green), missing(row, "path_to_green"))),
            TableCell(stated(row.impact and stopped(row.impact), missing(row, "impact"))),
        )
    )


def status_words(standing: MilestoneStanding, settings: Settings) -> Runs:
    """The status printed; where RDG's differs, both words: “At risk (RDG); reported On track”, or that the Workspace gave no update."""
    printed = graded(standing.word, standing.row, "status", settings)
    if not standing.differs:
        return printed
    return (*printed, Text(f" (RDG); reported {standing.reported}" if standing.reported else " (RDG); no update"))
