"""The tables and the figure of section 3: confidence, counts by plan priority, slip, and the milestones off track or at risk."""

from __future__ import annotations

from ....english import lower_first, many, number
from ....meanings import MilestoneStatus
from ....model import Month
from ....position import Position
from ....position.confidence import OVERALL, ConfidenceLine
from ....position.milestones import MilestonesPosition
from ....position.plan import NO_RETURN, NO_UPDATE, NOT_STATED, MonthStatus
from ....position.tally import COLUMNS, Counts
from ....settings import Settings
from ...blocks import Break, Run, Runs, Status, Table, TableCell, TableColumn, TableRow, Text, runs
from ...indicator_words import direction, now
from ...phrases import graded, since_name, status, stopped

OTHER_WORDS = {NO_UPDATE: "no update", NO_RETURN: "no return", NOT_STATED: "without a status"}
CONFIRMED = "as reported by RDG"
UNCONFIRMED = "As reported by Workspaces; not yet confirmed by RDG"


# ---------- confidence ----------


def confidence_table(position: Position, settings: Settings) -> Table:
    """RDG's confidence overall and by plan priority, month by month, with its reason and what has come of it."""
    part = position.milestones
    months = span(part.months)
    width = 3 if len(part.months) <= 3 else 4
    return Table(
        caption=f"RDG’s delivery confidence{f', {months},' if len(part.months) > 1 else ''} with its reason and the impact so far",
        columns=(
            TableColumn(runs("Plan priority"), 1.5),
            TableColumn(runs(months), width, "status"),
            TableColumn(runs("RDG’s reason, and impact so far"), 10.5 - width),
        ),
        rows=tuple(_confidence_row(line, part, settings) for line in part.confidence),
        summary="Delivery confidence overall, then for each plan priority: the judgement month by month, RDG’s reason, and the indicators of impact.",
        anchor="confidence",
        style="long",
    )


def span(months: tuple[Month, ...]) -> str:
    """The months of a history as they are named: ``January to June 2026``."""
    first, last = months[0], months[-1]
    if first == last:
        return last.name
    return f"{first.short if first.year == last.year else first.name} to {last.name}"


def _confidence_row(line: ConfidenceLine, part: MilestonesPosition, settings: Settings) -> TableRow:
    said: list[Run] = [Text(stopped(line.reason)) if line.reason else Text("No reason stated.", quiet=True)]
    if line.about == OVERALL and part.headline_rest:
        said.append(Text(f" {stopped(part.headline_rest)}"))
    impact = [f"{g.indicator.short or g.indicator.name} {now(g)} {direction(g)}" for g in line.impact if g.moved]
    if impact:
        said.append(Text(f" {'; '.join(impact)}.", quiet=True))
    return TableRow(
        (
            TableCell((Text(line.name, strong=True),), (line.row.ref,) if line.row else ()),
            TableCell(
                (
                    *history(line.marks, graded(line.now, line.row, "confidence", settings, "confidence"), settings, "confidence"),
                    *_direction(line),
                )
            ),
            TableCell(tuple(said)),
        ),
        end=line.about == OVERALL,
    )


def _direction(line: ConfidenceLine) -> Runs:
    match line.direction:
        case "worse" | "better":
            arrow = "↓" if line.direction == "worse" else "↑"
            return (Break(), Text(f"{arrow} from {line.before}", strong=True))
        case "same":
            return (Text(" →"),)
        case _:
            return ()


def history(marks: tuple[MonthStatus, ...], last: Runs, settings: Settings, list_name: str) -> Runs:
    """Month by month by letter and shape, the last with its word as given; a dash where nothing was said."""
    out: list[Run] = []
    for mark in marks[:-1]:
        out += [_letter(mark, settings, list_name), Text(" ")]
    return (*out, *last)


def _letter(mark: MonthStatus, settings: Settings, list_name: str) -> Run:
    known = settings.entry(list_name, mark.word) if mark.word else None
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
        said.append(f"Other: {', '.join(f'{n} {lower_first(_other_word(m, settings))}' for m, n in kinds)}.")
    if part.earlier_complete:
        closed = f"{number(part.earlier_complete)} closed in earlier months"
        said.append(f"{settings.printed(MilestoneStatus.COMPLETE)} includes {closed}.")
    return " ".join(said)


def _other_word(meaning: str, settings: Settings) -> str:
    known = settings.word("milestone_status", meaning)
    return known.word if known else OTHER_WORDS[meaning]
