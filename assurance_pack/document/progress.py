"""The tables and the figure of section 3: confidence, counts by plan priority, slip, and the milestones off track or at risk."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Month, day
from ..position import Position
from ..position.confidence import ConfidenceLine
from ..position.milestones import COLUMNS, Counts, MilestoneLine, MilestonesPosition
from ..position.plan import NO_RETURN, NO_UPDATE, NOT_STATED, Mark, Standing
from ..settings import Settings
from .blocks import (
    Block,
    Break,
    Figure,
    Ref,
    Run,
    Runs,
    Status,
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
from .counts import many, number, since_name
from .figures import change, point
from .phrases import stated, status, stopped

OTHER_WORDS = {NO_UPDATE: "no update", NO_RETURN: "no return", NOT_STATED: "not stated"}
CONFIRMED = "as reported by RDG"
UNCONFIRMED = "As reported by Workspaces; not yet confirmed by RDG"


# ---------- confidence ----------


def confidence_table(position: Position, settings: Settings) -> Table:
    """RDG's confidence overall and by plan priority, month by month, with its reason and what has come of it."""
    part = position.milestones
    span = _span(part.months)
    return Table(
        caption=f"RDG’s delivery confidence{f' each month, {span},' if len(part.months) > 1 else ''} with its reason and the impact so far",
        columns=(
            TableColumn(runs("Plan priority"), 1),
            TableColumn(runs(span), 3.5, "status"),
            TableColumn(runs("RDG’s reason"), 4.5),
            TableColumn(runs("Impact so far"), 3),
        ),
        rows=tuple(_confidence_row(line, position, settings) for line in part.confidence),
        summary="Delivery confidence overall, then for each plan priority: the judgement month by month, RDG’s reason, and the indicators of impact.",
        anchor="confidence",
    )


def _span(months: tuple[Month, ...]) -> str:
    first, last = months[0], months[-1]
    if first == last:
        return last.name
    return f"{first.short if first.year == last.year else first.name} to {last.name}"


def _confidence_row(line: ConfidenceLine, position: Position, settings: Settings) -> TableRow:
    impact: list[Run] = []
    for glance in line.impact:
        name = glance.indicator.short or glance.indicator.name
        impact += [*([Break()] if impact else []), Text(f"{name}: "), Text(point(glance.latest, glance.indicator), strong=True)]
        if glance.latest:
            impact.append(Text(f" {change(glance, position.at)}", quiet=True))
    return TableRow(
        (
            TableCell((Text(line.name, strong=True),), (line.row.ref,) if line.row else ()),
            TableCell((*history(line.marks, settings, "confidence"), *_direction(line))),
            TableCell(stated(line.reason)),
            TableCell(tuple(impact) or (Text("No indicator", quiet=True),)),
        ),
        end=line.about == "overall",
    )


def _direction(line: ConfidenceLine) -> Runs:
    match line.direction:
        case "worse" | "better":
            arrow = "↓" if line.direction == "worse" else "↑"
            return (Break(), Text(f"{arrow} {line.direction.capitalize()}: {line.before} last time", strong=True))
        case "same":
            return (Text(" →"),)
        case _:
            return ()


def history(marks: tuple[Mark, ...], settings: Settings, list_name: str) -> Runs:
    """Month by month by letter and shape, the last with its word; a dash where nothing was said."""
    out: list[Run] = []
    for mark in marks[:-1]:
        out += [_letter(mark, settings, list_name), Text(" ")]
    last = marks[-1]
    return (*out, status(last.word, settings, list_name))


def _letter(mark: Mark, settings: Settings, list_name: str) -> Run:
    known = settings.word(list_name, mark.meaning) if mark.meaning else None
    return Status(mark.meaning, known.letter, "") if known else Text("–", quiet=True)


# ---------- counts ----------


def counts_table(position: Position, settings: Settings) -> Table:
    """How many milestones stand at each status, by plan priority, and the change since last time."""
    part = position.milestones
    total = many(part.all.total, "milestone")
    rows = [_counts_row(c) for c in part.counts]
    rows[-1] = TableRow(rows[-1].cells, end=True)
    rows.append(_counts_row(part.all, f"All {part.all.total}", strong=True))
    if part.change is not None:
        rows.append(_change_row(part.change, f"Change since {since_name(position)}"))
    return Table(
        caption=f"{total.capitalize()} by plan priority{f', {CONFIRMED}' if part.confirmed else f'. {UNCONFIRMED}'}",
        columns=(
            TableColumn(runs("Plan priority"), 2),
            *(TableColumn((_named(meaning, settings),), 2, "number") for meaning in COLUMNS),
            TableColumn(_last_column(part.all, settings), 2, "number"),
        ),
        rows=tuple(rows),
        summary="Milestones at each status, a row for each plan priority, then all of them and the change since last time.",
        anchor="progress",
        style="counts",
    )


def _named(meaning: str, settings: Settings) -> Run:
    known = settings.word("milestone_status", meaning)
    return status(known.value if known else None, settings)


def _last_column(whole: Counts, settings: Settings) -> Runs:
    return (_named("not_started", settings),) if whole.other == whole.at("not_started") else runs("Other")


def _counts_row(counts: Counts, name: str = "", *, strong: bool = False) -> TableRow:
    values = (*(counts.at(m) for m in COLUMNS), counts.other)
    cells = (TableCell((Text(str(v), strong=strong),), value=v) for v in values)
    return TableRow((TableCell((Text(name or counts.name, strong=True),)), *cells))


def _change_row(changed: dict[str, int], name: str) -> TableRow:
    values = (*(changed[m] for m in COLUMNS), changed["other"])
    cells = (TableCell(runs("0" if v == 0 else f"{'+' if v > 0 else '−'}{abs(v)}"), value=v) for v in values)
    return TableRow((TableCell((Text(name, strong=True),)), *cells))


def counts_note(part: MilestonesPosition, settings: Settings) -> str:
    """What stands in the last column, and what Complete counts; nothing where the table says it all."""
    said: list[str] = []
    if part.all.other != part.all.at("not_started"):
        kinds = [(m, n) for m, n in sorted(part.all.by_meaning.items()) if m not in COLUMNS]
        said.append(f"Other: {', '.join(f'{n} {_other_word(m, settings)}' for m, n in kinds)}.")
    if part.earlier_complete:
        closed = f"{number(part.earlier_complete)} completed and closed in earlier months"
        said.append(f"Complete includes {closed}.")
    return " ".join(said)


def _other_word(meaning: str, settings: Settings) -> str:
    known = settings.word("milestone_status", meaning)
    return known.word if known else OTHER_WORDS[meaning]


# ---------- slip ----------


def timeline(position: Position, settings: Settings) -> Iterator[Block]:
    """How far the milestones of the next table have slipped, and their status month by month."""
    part = position.milestones
    drawn = [line for line in part.exceptions.shown if line.row.baseline or line.row.forecast]
    if not drawn:
        return
    since = since_name(position)
    subject = many(len(drawn), "milestone").capitalize()
    yield Figure(
        caption=f"{subject}: slip from baseline, and status{f' {_span(part.months)}' if len(part.months) > 1 else ' this month'}",
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
    marks = (StatusMark(m.month.short[:3], m.meaning, _letter_of(m, settings)) for m in line.marks)
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


def _letter_of(mark: Mark, settings: Settings) -> str:
    known = settings.word("milestone_status", mark.meaning) if mark.meaning else None
    return known.letter if known else ""


def _timeline_sentence(lines: list[MilestoneLine], since: str) -> Runs:
    """The worst, the one that moved most, and the one that has stood still longest; each only where there is one."""
    late = max((line for line in lines if line.slip), key=lambda line: line.slip or 0, default=None)
    pushed = max((line for line in lines if (line.moved or 0) > 0), key=lambda line: line.moved or 0, default=None)
    stuck = max((line for line in lines if line.stuck), key=lambda line: line.months_at, default=None)
    out: list[Run] = []
    if late and (late.slip or 0) > 0:
        out += [Ref(late.standing.id), Text(f" is furthest from its baseline, {many(late.slip or 0, 'day')} late. ")]
    else:
        out.append(Text("None of these is later than its baseline. "))
    if pushed and since:
        out += [Ref(pushed.standing.id), Text(f" has slipped most since {since}, by {many(pushed.moved or 0, 'day')}. ")]
    if stuck and stuck.standing.word:
        out += [
            Ref(stuck.standing.id),
            Text(f" has been {stuck.standing.word.text.lower()} for {many(stuck.months_at, 'month')} running. "),
        ]
    return (*out[:-1], Text(out[-1].text.rstrip())) if isinstance(out[-1], Text) else tuple(out)


# ---------- exceptions ----------


def exceptions_table(position: Position, settings: Settings) -> Table:
    """Off track first, then at risk: what it is and why, the path to green, the forecast and the slip."""
    share = position.milestones.exceptions
    shown = f" ({len(share.shown)} of {share.total} shown)" if share.left_out else ""
    return Table(
        caption=f"Off track, then at risk: what changed or is stuck first{shown}",
        columns=(
            TableColumn(runs("Milestone"), 0, "id"),
            TableColumn(runs("What it is, and what happened"), 5),
            TableColumn(runs("Reason and path to green"), 4),
            TableColumn(runs("Forecast, slip"), 3, "date"),
        ),
        rows=tuple(_exception_row(line, position, settings) for line in share.shown),
        summary="Each milestone that is off track or at risk, with its status, what happened this month, the path to green and its forecast.",
        anchor="exceptions",
        style="long" if len(share.shown) > 12 else "plain",
    )


def _exception_row(line: MilestoneLine, position: Position, settings: Settings) -> TableRow:
    row, judgement = line.row, line.standing.judgement
    what: list[Run] = [Text(stopped(row.title) if row.title else "Not stated.", strong=True)]
    if row.progress:
        what.append(Text(f" {stopped(row.progress)}"))
    if line.standing.meaning == "off_track" and row.impact:
        what += [Text(" If missed: ", strong=True), Text(stopped(row.impact))]
    path: list[Run] = list(stated(row.path_to_green))
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
    """The status printed; where RDG's differs, both words: “At risk (RDG); reported On track”."""
    printed = status(standing.word, settings)
    if not standing.differs:
        return (printed,)
    return (printed, Text(f" (RDG); reported {standing.reported}"))


def _forecast(line: MilestoneLine, position: Position) -> Runs:
    row = line.row
    out: list[Run] = list(runs(day(row.forecast)) if row.forecast else (Text("No forecast stated", quiet=True),))
    if line.slip is not None:
        out += [Break(), Text(f"{_late(line.slip)}{_moved(line, since_name(position))}")]
    return tuple(out)


def _late(days: int) -> str:
    if days == 0:
        return "on its baseline"
    return f"{many(abs(days), 'day') if abs(days) == 1 else f'{abs(days)} days'} {'late' if days > 0 else 'early'}"


def _moved(line: MilestoneLine, since: str) -> str:
    if not since:
        return ""
    if line.moved is None:
        return ", new" if line.new else ""
    if line.moved == 0:
        return f", same as {since}"
    return f", {'+' if line.moved > 0 else '−'}{abs(line.moved)} since {since}"
