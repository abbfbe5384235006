"""The Board's decisions and what became of them; what it was asked and has not decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....assess.decided import Undecided
from ....english import counted, lower_first, month_name, number, short_day, upper_first
from ....model import Month
from ....position.followed import Course, Followed
from ....position.log import LogPosition
from ....position.whole import Position
from ....returns.board_log import Decision
from ...blocks import Block, Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Ref, Run, Runs, Text, runs
from ...followed_words import stands
from ...phrases import NAMED, in_question, named, shown_of, since_name, stopped, told


def decided(log: LogPosition, position: Position) -> Iterator[Block]:
    """What was decided since last time, where every open decision stands, and what is still to be decided."""
    if log.received:
        if not log.decisions_new:
            since = since_name(position)
            yield Paragraph(runs(Text("Decisions. ", strong=True), f"None was taken{f' since {since}' if since else ''}."), number="*")
        for row in log.decisions:
            yield Paragraph(_taken(row, position), number="*", anchor=row.ref)
        if log.decisions_not_shown:
            also = named([d.ref for d in log.decisions_not_shown], "decision")
            yield Paragraph((Text("Also decided, and whole in the data book: "), *also, Text(".")), style="note")
    if log.followed:
        yield _table(log, position)
        if log.followed_not_shown:
            yield Paragraph(_not_shown(log.followed_not_shown), style="note")
    again = {one.matter.row.ref for one in position.decisions.standing}
    if waiting := [line for line in log.undecided if line.matter.ref not in again]:
        yield Paragraph(_undecided(waiting, position), number="*", anchor="undecided")


def _not_shown(lines: tuple[Followed, ...]) -> Runs:
    """Those there was no room for; of each that has ended what the log says came of it."""
    whether = "" if any(f.course is Course.OFF for f in lines) else ", none of them off course"
    if len(lines) > NAMED:
        return (Text(f"Not shown{whether}: {counted(len(lines), 'decision')}; all are in the data book."),)
    out: list[Run] = []
    for line in lines:
        ended = f" ({lower_first(line.row.status.text)})" if line.course is Course.ENDED and line.row.status else ""
        out += [Text(", " if out else f"Not shown{whether}: "), Ref(line.row.ref), *((Text(ended),) if ended else ())]
    return (*out, Text("; all are in the data book."))


def _table(log: LogPosition, position: Position) -> Table:
    total = len(log.followed) + len(log.followed_not_shown)
    return Table(
        caption=f"Decisions of the Board, and what became of them{shown_of(len(log.followed), total, 'followed')}",
        columns=(TableColumn(runs("Decision"), 0, "id"), TableColumn(runs("What was decided"), 4.9), TableColumn(runs("Required, by when"), 2.7), TableColumn(runs("Where it stands"), 4.4)),
        rows=tuple(_decision_followed(line, position) for line in log.followed),
        summary="Each decision whose outcome the Board waits for: what was decided, what was required by when, and where that stands now. Those off course come first.",
        anchor="followed",
        style="long",
    )  # fmt: skip


def _decision_followed(line: Followed, position: Position) -> TableRow:
    row = line.row
    when = f", {month_name(type(position.pack).of(row.on), position.pack)}" if row.on else ""
    about: Runs = (Text(" ("), Ref(row.item, target=row.item), Text(")")) if row.item and line.new else ()
    why = f" Why: {stopped(row.rationale)}" if row.rationale and line.new else ""
    return TableRow(
        (
            TableCell((Ref(row.ref, strong=True), *in_question(row), *((Text(when),) if when else ()), *about), (row.ref,)),
            TableCell((told(row, "decision"), *((Text(why),) if why else ()))),
            TableCell(_required(row, position)),
            TableCell(stands(line, position.at, beside_what_is_required=True)),
        )
    )


def _required(row: Decision, position: Position) -> Runs:
    """The outcome in the log's own words; the day, where the words do not say it."""
    day = short_day(row.due, position.at) if row.due else ""
    if not row.outcome:
        return (Text(f"By {day}."),) if day else (Text("No outcome stated.", quiet=True),)
    said = row.due is not None and (day in row.outcome or Month.of(row.due).name in row.outcome)
    return (Text(stopped(row.outcome)), *((Text(f" By {day}.", quiet=True),) if row.due and not said else ()))


def _taken(row: Decision, position: Position) -> Runs:
    """A decision that requires nothing further, told once."""
    when = f"Decision taken on {short_day(row.on, position.at)}. " if row.on else "Decision taken. "
    about: Runs = (Text(" About "), Ref(row.item, target=row.item), Text(".")) if row.item else ()
    rest = " ".join(stopped(f"{label}{text}") for label, text in (("Why: ", row.rationale), ("Options considered: ", row.options)) if text)
    return (
        Text(when, strong=True), Ref(row.ref), Text(": "), told(row, "decision"), *about,
        *((Text(f" {rest}"),) if rest else ()),
    )  # fmt: skip


def _undecided(lines: Sequence[Undecided], position: Position) -> Runs:
    """What was asked, is not decided and is not before this meeting: in its own words."""
    count = f"{upper_first(number(len(lines)))} {'matter' if len(lines) == 1 else 'matters'}: "
    out: list[Run] = [Text("Asked and not decided. ", strong=True), Text(count)]
    for at, line in enumerate(lines):
        until = (
            f"deferred to {month_name(line.deferred_to, position.pack)}" if line.deferred_to else "no decision and no deferral is logged"
        )
        words = (line.matter.asked_detail or line.matter.issue or "not stated").rstrip(".")
        out += [*((Text("; "),) if at else ()), Ref(line.matter.ref)]
        out.append(Text(f", {words} (asked in {month_name(line.asked_in, position.pack)}; {until})"))
    return (*out, Text("."))
