"""The figure and the table of milestones off track or at risk: how far they have slipped, why, and the way back."""

from __future__ import annotations

from collections.abc import Iterator

from ....english import lower_first, many, upper_first
from ....model import day
from ....position import Position
from ....position.milestones import MilestoneLine
from ....position.plan import MonthStatus, Standing
from ....settings import Settings
from ...blocks import (
    Block,
    Break,
    Figure,
    Ref,
    Run,
    Runs,
    StatusMark,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    Text,
    Timeline,
    TimelineRow,
    runs,
)
from ...phrases import graded, in_question, late_words, missing, since_name, stated, stopped
from .progress import span


def timeline(position: Position, settings: Settings) -> Iterator[Block]:
    """How far the milestones of the table above have slipped, and their status month by month."""
    part = position.milestones
    drawn = [line for line in part.exceptions.shown if line.row.baseline or line.row.forecast]
    if not drawn:
        return
    since = since_name(position)
    subject = many(len(drawn), "milestone").capitalize()
    yield Figure(
        caption=f"{subject}: slip from baseline, and status{f' {span(part.months)}' if len(part.months) > 1 else ' this month'}",
        drawing=Timeline(
            rows=tuple(_timeline_row(line, settings) for line in drawn),
            position=position.at,
            position_label=f"This report, {day(position.at)}",
            previous_label=f"in {since}" if since else "",
            months=tuple(m.short[:3] for m in part.months),
        ),
        sentence=_timeline_sentence(drawn, since),
        anchor="slip",
    )


def _timeline_row(line: MilestoneLine, settings: Settings) -> TimelineRow:
    row = line.row
    theme = next((t for t in settings.themes if row.theme and t.id == row.theme.meaning), None)
    marks = (_status_mark(m, settings) for m in line.marks)
    return TimelineRow(
        line.standing.id,
        (theme.short or theme.name) if theme else "",
        row.baseline,
        line.previous,
        row.forecast,
        row.actual,
        line.slip,
        tuple(marks),
    )


def _status_mark(mark: MonthStatus, settings: Settings) -> StatusMark:
    known = settings.entry("milestone_status", mark.word) if mark.word else None
    word = lower_first(mark.word.text) if mark.word else ""
    return StatusMark(mark.month.short[:3], mark.meaning, known.letter if known else "", word)


def _timeline_sentence(lines: list[MilestoneLine], since: str) -> Runs:
    """The latest, the one that moved most, and the one that has stood still longest; each only where there is one."""
    late = max((line for line in lines if (line.slip or 0) > 0), key=lambda line: line.slip or 0, default=None)
    pushed = max((line for line in lines if since and (line.moved or 0) > 0), key=lambda line: line.moved or 0, default=None)
    stuck = max((line for line in lines if line.stuck), key=lambda line: line.months_at, default=None)
    if late is None:
        out: list[Run] = [Text("None of these is later than its baseline.")]
    else:
        out = [Ref(late.standing.id), Text(f" is furthest from its baseline, {many(late.slip or 0, 'day')} late")]
        if pushed is late:
            out.append(Text(f", and has slipped most since {since}, by {many(late.moved or 0, 'day')}"))
        out.append(Text("."))
    if pushed and pushed is not late:
        out += [Text(" "), Ref(pushed.standing.id), Text(f" has slipped most since {since}, by {many(pushed.moved or 0, 'day')}.")]
    if stuck and stuck.standing.word:
        out += [
            Text(" "),
            Ref(stuck.standing.id),
            Text(f" has been {stuck.standing.word.text.lower()} for {many(stuck.months_at, 'month')} running."),
        ]
    return tuple(out)


def exceptions_table(position: Position, settings: Settings) -> Table:
    """Off track first, then at risk: what it is and why, the path to green, the forecast and the slip."""
    share = position.milestones.exceptions
    worse, bad = late_words(settings)
    shown = f" ({len(share.shown)} of {share.total} shown)" if share.left_out else ""
    return Table(
        caption=f"{upper_first(worse)}, then {bad}: what changed or is stuck first{shown}",
        columns=(
            TableColumn(runs("Milestone"), 0, "id"),
            TableColumn(runs("What it is, and what happened"), 5),
            TableColumn(runs("Reason and path to green"), 4.5),
            TableColumn(runs("Forecast, slip"), 2.5, "date"),
        ),
        rows=tuple(_exception_row(line, position, settings) for line in share.shown),
        summary=f"Each milestone that is {worse} or {bad}, with its status, what happened this month, the path to green and its forecast.",
        anchor="exceptions",
        style="long",
    )


def _exception_row(line: MilestoneLine, position: Position, settings: Settings) -> TableRow:
    row, judgement = line.row, line.standing.judgement
    what: list[Run] = [Text(stopped(row.title), strong=True) if row.title else missing(row, "title")]
    if row.progress and (line.standing.meaning == "off_track" or not row.path_to_green):
        what.append(Text(f" {stopped(row.progress)}"))
    path: list[Run] = list(stated(row.path_to_green, missing(row, "path_to_green")))
    if judgement and judgement.reason:
        path += [Break(), Text("RDG: ", strong=True), Text(stopped(judgement.reason))]
    return TableRow(
        (
            TableCell((Ref(line.standing.id, strong=True), Break(), *status_words(line.standing, settings)), (line.standing.id,)),
            TableCell(tuple(what)),
            TableCell(tuple(path)),
            TableCell(_forecast(line, position)),
        )
    )


def status_words(standing: Standing, settings: Settings) -> Runs:
    """The status printed; where RDG's differs, both words: “At risk (RDG); reported On track”, or that the Workspace gave no update."""
    printed = graded(standing.word, standing.row, "status", settings)
    if not standing.differs:
        return printed
    return (*printed, Text(f" (RDG); reported {standing.reported}" if standing.reported else " (RDG); no update"))


def _forecast(line: MilestoneLine, position: Position) -> Runs:
    row = line.row
    out: list[Run] = list(runs(day(row.forecast)) if row.forecast else (missing(row, "forecast", otherwise="No forecast stated"),))
    out += in_question(row, "baseline", *(("forecast",) if row.forecast else ()))
    if line.slip is not None:
        out += [Break(), Text(f"{_late(line.slip)}{_moved(line, since_name(position))}")]
    return tuple(out)


def _late(days: int) -> str:
    if days == 0:
        return "on its baseline"
    return f"{many(abs(days), 'day') if abs(days) == 1 else f'{abs(days)} days'} {'late' if days > 0 else 'early'}"


def _moved(line: MilestoneLine, since: str) -> str:
    """The change since last time, after the days from baseline; the note beneath the table says which is which."""
    if not since:
        return ""
    if line.moved is None:
        return ", new" if line.new else ""
    if line.moved == 0:
        return ", same"
    return f", {'+' if line.moved > 0 else '−'}{abs(line.moved)}"
