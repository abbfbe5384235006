"""The plan on a page: every milestone with its lead, its last statuses and a bar from its baseline to its forecast, by plan priority."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ....english import lower_first, number, upper_first
from ....meanings import MilestoneStatus
from ....model import Month, day
from ....position.milestones import MilestonesPosition
from ....position.on_a_page import MilestoneLine, PlanGroup
from ....position.plan import NO_RETURN, NO_UPDATE, NOT_STATED, MonthStatus
from ....position.tally import COLUMNS, Counts
from ....position.whole import Position
from ....settings import Settings
from ....short_names import field_of, short_name
from ...blocks import Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Bar, BarHead, Ref, Run, Runs, Scale, Status, Text, runs
from ...phrases import NO_TITLE, NOTHING_HEARD, in_question, since_name

CONFIRMED = "as reported by RDG"
UNCONFIRMED = "as reported by Workspaces; not yet confirmed by RDG"
OTHER_WORDS = {NO_UPDATE: "no update", NO_RETURN: "no return", NOT_STATED: "without a status"}
STATUSES = 3
"""Of each milestone the last so many months' statuses are shown."""
NAME_MOST = 29
"""Characters of a name beside its ID."""
MONTHS_BEFORE, MONTHS_AFTER = 3, 12
"""How far from the position date the bars reach; a date beyond it stands at the edge, and the words beside it say which it is."""


def plan_table(position: Position, settings: Settings) -> Table:
    """All milestones by plan priority; where there are too many for a page, those that need attention and a count of the rest."""
    part, since = position.milestones, since_name(position)
    scale = _scale(part, position.at)
    rows = tuple(row for group in part.plan for row in _group(group, scale, position, settings))
    total = part.all.total
    shown = (
        f"All {total} milestones"
        if not part.unplanned
        else f"{total - part.unplanned} of {total} milestones: those off track, at risk or due in {part.next_month.short}"
    )
    return Table(
        caption=f"{shown}, by plan priority, {CONFIRMED if part.confirmed else UNCONFIRMED}",
        columns=(
            TableColumn(runs("Milestone"), 3.0),
            TableColumn(runs("Action lead"), 3.24),
            TableColumn(runs(_span(part.months[-STATUSES:])), 1.36, "status"),
            TableColumn((_head(scale),), 2.83, "bar"),
            TableColumn(runs("Days late"), 0.73, "number"),
            TableColumn(runs(f"Since {since}" if since else "Since last"), 0.84, "number"),
        ),
        rows=rows,
        summary="Each milestone with its action lead, its last statuses, a bar from its baseline to its forecast, the days it is late, and the days it has moved.",
        anchor="plan",
        style="plan",
    )


def _span(months: tuple[Month, ...]) -> str:
    return f"{months[0].short[:3]} to {months[-1].short[:3]}" if len(months) > 1 else months[0].short[:3]


def _scale(part: MilestonesPosition, at: date) -> Scale:
    """Whole months around every date that is drawn, as far as the bars reach."""
    here = Month.of(at)
    lines = [line for group in part.plan for line in group.lines]
    dates = [Month.of(d) for line in lines for d in (line.row.baseline, line.standing.forecast, line.row.actual) if d]
    first = max(min([here, *dates]), here.plus(-MONTHS_BEFORE))
    last = min(max([here, *dates]), here.plus(MONTHS_AFTER)).plus(1)
    return Scale(date(first.year, first.number, 1), date(last.year, last.number, 1), at)


def _head(scale: Scale) -> BarHead:
    return BarHead(scale, "Baseline, and forecast now")


def _group(group: PlanGroup, scale: Scale, position: Position, settings: Settings) -> Iterator[TableRow]:
    if not group.lines and not group.rest.total:
        return
    yield _priority(group, since_name(position), settings)
    last = len(group.lines) - 1
    for at, line in enumerate(group.lines):
        yield _milestone(line, scale, position, settings, end=at == last and not group.rest.total)
    if group.rest.total:
        yield _plan_row(runs(Text(f"{group.rest.total} more: {counted(group.rest, settings)}", quiet=True)), end=True)


def _plan_row(first: Runs, *others: Runs, end: bool = False) -> TableRow:
    cells = (*others, *(() for _ in range(5 - len(others))))
    return TableRow((TableCell(first), *(TableCell(c) for c in cells)), end)


def _priority(group: PlanGroup, since: str, settings: Settings) -> TableRow:
    """A plan priority, with RDG's confidence in it month by month and in words."""
    judged = group.confidence
    if judged is None or judged.now is None:
        return _plan_row((Text(group.name, strong=True),))
    was = "same" if judged.before and judged.before.meaning == judged.now.meaning else str(judged.before) if judged.before else ""
    said = f"{judged.now}{f', {was} in {since}' if was and since else ''}"
    marks = status_marks(judged.marks[-STATUSES:], settings, "confidence")
    return _plan_row(
        (Text(group.name, strong=True),), runs(Text("RDG’s confidence", quiet=True)), marks, (Text(said, strong=True),), end=False
    )


def _milestone(line: MilestoneLine, scale: Scale, position: Position, settings: Settings, *, end: bool) -> TableRow:
    row, standing = line.row, line.standing
    name = short_name(row.title or "", NAME_MOST) or NO_TITLE
    late = line.slip
    return TableRow(
        (
            TableCell(
                (Ref(standing.id, strong=True), Text(f" {name}"), *in_question(row, "status", "forecast", "baseline")), (standing.id,)
            ),
            TableCell(runs(Text(upper_first(field_of(row.lead)) if row.lead else "Not stated", quiet=True))),
            TableCell(_statuses(line, settings)),
            TableCell((_bar(line, scale, position),)),
            TableCell((*_days(late, strong=(late or 0) > 0), *(runs(" ?") if line.doubted else ())), value=late),
            TableCell(runs("new") if line.new else _days(line.moved, signed=True), value=line.moved),
        ),
        end,
    )


def _statuses(line: MilestoneLine, settings: Settings) -> Runs:
    """The last statuses by letter and shape; what nothing was said of this month has no letter of an earlier one."""
    marks = status_marks(line.marks[-STATUSES:], settings, "milestone_status")
    return (*marks[:-1], Status(NO_RETURN, NOTHING_HEARD, "", read="then no return")) if line.standing.meaning == NO_RETURN else marks


def status_marks(marks: tuple[MonthStatus, ...], settings: Settings, list_name: str) -> Runs:
    """Statuses of some months as their letters, each read out as its word: “on track”, “then at risk”."""
    out: list[Run] = []
    for mark in marks:
        known = settings.entry(list_name, mark.word) if mark.word else None
        read = f"{'then ' if out else ''}{lower_first(known.word)}" if known else ""
        out += [*([Text(" ")] if out else []), Status(mark.meaning, known.letter, "", read=read) if known else Text("–", quiet=True)]
    return tuple(out)


def _bar(line: MilestoneLine, scale: Scale, position: Position) -> Bar:
    row, standing = line.row, line.standing
    end = row.actual or standing.forecast
    before = line.previous if line.moved else None
    said = [f"Baseline {day(row.baseline)}" if row.baseline else "No baseline"]
    if row.actual:
        said.append(f"done {day(row.actual)}")
    else:
        said.append(f"forecast {day(standing.forecast)}" if standing.forecast else "no forecast given this month")
    if before:
        said.append(f"in {since_name(position)} {day(before)}")
    return Bar(scale, ", ".join(said), row.baseline, before, end, bool(row.actual))


def _days(days: int | None, *, strong: bool = False, signed: bool = False) -> Runs:
    if days is None:
        return (Text("–", quiet=True),)
    said = f"{'−' if days < 0 else '+' if days > 0 and signed else ''}{abs(days)}"
    return (Text(said, strong=strong),)


# ---------- beneath ----------


def plan_note(position: Position, settings: Settings) -> Paragraph:
    """How many stand at each status and the change since last time; what the marks of the bars are."""
    part, since = position.milestones, since_name(position)
    stroke = f", stroke: in {since}" if since else ""
    doubted = " “?”: asked whether the day is right." if any(line.doubted for group in part.plan for line in group.lines) else ""
    return Paragraph(
        runs(
            f"{_all(part, settings, since)} Diamond: baseline{stroke}, dot: forecast now, with its date where another; square: done. Minus: early.{doubted}"
        ),
        style="note",
    )


def _all(part: MilestonesPosition, settings: Settings, since: str) -> str:
    # a count that misses those of whom nothing was heard has not moved by what they were
    change = part.change if part.whole and not sum(part.all.at(m) for m in (NO_RETURN, NO_UPDATE, NOT_STATED)) else None
    kinds = [f"{part.all.at(m)} {_word(m, settings)}{_change_in_count(change[m]) if change else ''}" for m in COLUMNS]
    others = [f"{n} {_word(m, settings)}" for m, n in sorted(part.all.by_meaning.items()) if m not in COLUMNS]
    counts = f"{', '.join((*kinds, *others))}{f'; in brackets, since {since}' if change and any(change.values()) else ''}."
    earlier = (
        f" {settings.printed(MilestoneStatus.COMPLETE)} includes {number(part.earlier_complete)} closed in earlier months."
        if part.earlier_complete
        else ""
    )
    return counts + earlier


def _change_in_count(change: int) -> str:
    return f" ({'+' if change > 0 else '−'}{abs(change)})" if change else ""


def counted(counts: Counts, settings: Settings) -> str:
    """How many stand at each status, in words: ``18 on track, 6 complete``."""
    order = [*COLUMNS, *sorted(m for m in counts.by_meaning if m not in COLUMNS)]
    return ", ".join(f"{counts.at(m)} {_word(m, settings)}" for m in order if counts.at(m))


def _word(meaning: str, settings: Settings) -> str:
    known = settings.word("milestone_status", meaning)
    return lower_first(known.word) if known else OTHER_WORDS[meaning]
