"""The panel of page 1: each decision with what RDG recommends, its confidence, and by when; then how sure RDG is, priority by priority."""

from __future__ import annotations

from collections.abc import Iterator

from ....assess.small_numbers import IN_QUESTION
from ....english import first_sentence, lower_first, many, month_name, short_day
from ....position.confidence import ConfidenceLine
from ....position.decisions import Matter, StandingOver
from ....position.month import MonthPosition
from ....position.risk_lines import RiskLine
from ....position.whole import Position
from ....settings import Settings
from ....short_names import short_name
from ...blocks import Block, Callout, CalloutItem, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Break, Ref, Run, Runs, Text, runs
from ...phrases import ASKS_NOT_KNOWN, graded, missing, no_return, since_name, stopped
from ..decisions.matter import NAMED_OPTION

TITLE = "The Board is asked to decide"
SHOWN = 6
"""Decisions in the panel; any more are counted there, and stand in section 2."""
OPTION_MOST = 44
"""Characters of what is recommended: the whole stands in section 2."""


def asked(position: Position, settings: Settings) -> Iterator[Block]:
    """A row for each decision, what was asked before and is still to be decided last; one sentence where none is asked."""
    part = position.month
    if not part.asked:
        yield Callout(TITLE, (CalloutItem(runs(_none_asked(part))),))
    shown = in_panel(part)
    rows = [_ask(matter, position, settings) for matter in part.asked if matter in shown]
    rows += [_ask(one.matter, position, settings, one) for one in part.standing if one.matter in shown]
    more = len(part.asked) + len(part.standing) - len(rows)
    if more > 0:
        beyond: Runs = (Text(f"{many(more, 'more decision').capitalize()}, in "), Ref("", target="decisions"), Text("."))
        rows.append(TableRow(tuple(TableCell(c) for c in (beyond, (), (), ()))))
    if not rows:
        return
    yield Table(
        caption=TITLE,
        caption_shown=False,
        columns=(
            TableColumn(runs("The Board is asked to"), 5.875),
            TableColumn(runs(f"{settings.rdg.name} (RDG) recommends"), 2.75),
            TableColumn(runs("Confidence"), 1.625, "status"),
            TableColumn(runs("Needed by"), 1.75),
        ),
        rows=tuple(rows),
        summary="Each decision asked of the Board, with what RDG recommends, RDG’s confidence in it, and the day it is needed by.",
        anchor="asked",
        style="asks",
    )


def in_panel(part: MonthPosition) -> tuple[Matter, ...]:
    """The decisions that have a row: those asked now before those asked earlier."""
    return (*part.asked, *(one.matter for one in part.standing))[:SHOWN]


def _ask(matter: Matter, position: Position, settings: Settings, before: StandingOver | None = None) -> TableRow:
    """One decision; by its ID and the month in which it was asked where it was asked before."""
    row = matter.row
    what = row.asked_detail or (row.asked.text if row.asked else "") or first_sentence(row.issue or "") or "What is asked is not stated"
    cells: tuple[Runs, ...] = (
        (
            Ref(f"{row.ref if before else matter.number}.", target=row.ref, strong=True),
            Text(f" {stopped(what)}", strong=True),
            *((Text(f" Asked in {month_name(before.asked_in, position.pack)}, still to be decided."),) if before else ()),
            *_mandatory_items(matter, position),
        ),
        _recommended(matter),
        graded(row.confidence, row, "confidence", settings, "confidence"),
        _needed(matter, position),
    )
    return TableRow(tuple(TableCell(c) for c in cells))


def _none_asked(part: MonthPosition) -> str:
    """That nothing is asked; where RDG's return did not come, or came in two versions, that it is not known."""
    if not part.received:
        return "No return came from RDG: what it would ask is not known."
    if part.rdg_disputed:
        return f"{ASKS_NOT_KNOWN}."
    return "No decision is asked of the Board this month."


def _mandatory_items(matter: Matter, position: Position) -> Runs:
    """The items in a mandatory category that it is about, each by its ID and short name; a risk with its score where that is Extreme or rose."""
    part, out = position.month, list[Run]()
    for ref in about_mandatory(matter, part):
        name, line = part.names.get(ref, ""), part.risks.get(ref)
        score = f", {scored(line)}" if line and (line.extreme_as_known or line.movement == "up") else ""
        out += [Text("; " if out else " ("), Ref(ref, target=ref), Text(f"{' ' if name else ''}{name}{score}")]
    return (*out, Text(")")) if out else ()


def scored(line: RiskLine) -> str:
    """A risk's score with its band, or with what it was where it rose; where this month's cannot be told, what it was alone."""
    if line.unscored:
        now = IN_QUESTION if line.in_question else "not stated"
        return f"score {now}, {f'{line.before} last time' if line.before else 'new'}"
    return f"{line.score}, was {line.before}" if line.movement == "up" else f"{line.score} {line.band}".rstrip()


def about_mandatory(matter: Matter, part: MonthPosition) -> tuple[str, ...]:
    """The items in a mandatory category that a decision is about."""
    return tuple(ref for ref in part.brought if ref in (matter.row.linked or ()))


def _recommended(matter: Matter) -> Runs:
    """The option RDG recommends, by its letter and its first clause; what it recommends, where it names none."""
    said = matter.row.recommendation or ""
    named = NAMED_OPTION.match(said)
    option = next((o for o in matter.options if named and o.letter == named[1]), None)
    if option:
        return runs(f"Option {option.letter}: {lower_first(short_name(first_sentence(option.text).partition(';')[0], OPTION_MOST))}")
    return (
        runs(short_name(first_sentence(said), OPTION_MOST))
        if said
        else (missing(matter.row, "recommendation", otherwise="No recommendation"),)
    )


def _needed(matter: Matter, position: Position) -> Runs:
    by = matter.row.by_when
    if by is None:
        return (missing(matter.row, "by_when"),)
    if by == position.meeting:
        return (Text("This meeting", strong=True),)
    early = ", passed" if by < position.at else ", before this meeting" if position.meeting and by < position.meeting else ""
    before = (Text(early),) if early else ()
    return (Text(short_day(by, position.at), strong=True), *before)


# ---------- how sure RDG is ----------


def confidence_marks(position: Position, settings: Settings, *, terse: bool = False) -> Iterator[Block]:
    """RDG's confidence overall and in each plan priority, and what each was last time; if `terse`, only where it was another."""
    lines, since = position.milestones.confidence, since_name(position)
    if not lines:
        return
    yield Table(
        caption="RDG’s confidence in delivery",
        caption_shown=False,
        columns=tuple(
            TableColumn(runs(Text("Overall confidence", strong=True) if at == 0 else line.name), 0 if at == 0 else 12 / (len(lines) - 1))
            for at, line in enumerate(lines)
        ),
        rows=(
            TableRow(
                tuple(TableCell(_mark(line, position, settings, "" if terse and line.direction == "same" else since)) for line in lines)
            ),
        ),
        summary="RDG’s confidence in delivery overall and for each plan priority, and what each was last time.",
        anchor="confidence-marks",
        style="marks",
    )


def _mark(line: ConfidenceLine, position: Position, settings: Settings, since: str) -> Runs:
    if line.now is None and not position.month.received:
        return (no_return(),)
    out: list[Run] = list(graded(line.now, line.row, "confidence", settings, "confidence"))
    if since and (line.now is not None or line.before is not None):
        out.append(Break())
        out.append(Text("same" if line.direction == "same" else f"{line.before} in {since}" if line.before else "new", quiet=True))
    return tuple(out)
