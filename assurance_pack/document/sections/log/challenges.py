"""The Board's own challenges, each beside its answers, until the Board closes it (Board: Challenge and accountability)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ....english import lower_first, many, month_name, short_day
from ....meanings import ChallengeStatus, YesNo
from ....model import means
from ....position.challenges import ChallengeLine
from ....position.log import LogPosition
from ....position.whole import Position
from ....settings import Settings
from ...blocks import Block, Paragraph, Table, TableCell, TableColumn, TableRow
from ...blocks.runs import Break, Ref, Run, Runs, Text, runs
from ...phrases import named, quoted, shown_of, stated, stopped, with_refs


def challenges(log: LogPosition, position: Position, settings: Settings) -> Iterator[Block]:
    """The table of challenges, and a note of what it does not show."""
    if log.challenges:
        total = log.challenges_open + log.challenges_closed
        yield Table(
            caption=f"Challenges made by the Board, with the answers given{shown_of(len(log.challenges), total, 'open or newly closed')}",
            columns=(TableColumn(runs("Challenge"), 0, "id"), TableColumn(runs("What was asked"), 5.2), TableColumn(runs("Answer, and outcome"), 6.8)),
            rows=tuple(_challenge(c, position, settings) for c in log.challenges),
            summary="Challenges the Board has not closed, and those closed since last time: who asked whom, what was asked, what was answered, and what came of it. Unanswered ones come first.",
            anchor="challenges",
            style="long",
        )  # fmt: skip
    elif log.received:
        yield Paragraph(runs(Text("Challenge. ", strong=True), "None is open."), number="*")
    note = _challenges_note(log)
    if note:
        yield Paragraph(note, style="note")


def _challenge(line: ChallengeLine, position: Position, settings: Settings) -> TableRow:
    when = f", {_asked_in(line, position)}" if line.on else ""
    return TableRow(
        (
            TableCell((Ref(line.ref, strong=True), *((Text(when),) if when else ())), (line.ref,)),
            TableCell((*stated(line.asked), *((Text(f" {line.raised_by}.", quiet=True),) if line.raised_by else ()))),
            TableCell((*_answer(line, position.at), Text(" "), *_outcome(line, settings), *_not_heard_of(line))),
        )
    )


def _not_heard_of(line: ChallengeLine) -> Runs:
    return (Text(" As last reported; not heard of since.", strong=True),) if line.away else ()


def _asked_in(line: ChallengeLine, position: Position) -> str:
    return month_name(type(position.pack).of(line.on), position.pack) if line.on else ""


def _answer(line: ChallengeLine, at: date) -> Runs:
    """Every answer given, unchanged, and whose it is; where it is not due yet, by when it is."""
    if not line.answers:
        said = "Closed without an answer." if line.closed else answer_awaited(line, at)
        return (Text(said, strong=True), *((Text(f" {line.to}.", quiet=True),) if line.to else ()))
    out: list[Run] = []
    for answer in line.answers:
        evidence = f" Evidence: {stopped(answer.evidence)}" if answer.evidence else ""
        by = f" {answer.by or line.to}." if answer.by or line.to else ""
        out += [*((Break(),) if out else ()), quoted(answer.text), *with_refs(f"{by}{evidence}", quiet=True)]
    return tuple(out)


def answer_awaited(line: ChallengeLine, at: date) -> str:
    """An answer that is not due yet is late in nothing: how long it has been awaited is said after its day, or where it has none."""
    if line.answer_due and line.answer_due >= at:
        return f"Due {short_day(line.answer_due, at)}."
    waited = f", after {many(line.days_waiting, 'day')}" if line.days_waiting is not None and line.days_waiting > 0 else ""
    return f"None yet{waited}{f'; it was due {short_day(line.answer_due, at)}' if line.answer_due else ''}."


def _outcome(line: ChallengeLine, settings: Settings) -> Runs:
    row = line.row
    outcome = row.outcome.text if row and row.outcome else "" if line.closed else settings.printed(ChallengeStatus.OPEN)
    if line.closed:
        closed = settings.printed(ChallengeStatus.CLOSED)
        outcome = f"{closed}: {lower_first(outcome)}" if outcome else closed
    if row and row.action:
        return (Text(f"{outcome}; see "), Ref(row.action, target=row.action), Text("."))
    if row and means(row.significant, YesNo.YES):
        return (Text(f"{outcome}. Significant: "), Text("no action agreed yet.", strong=True))
    return (Text(f"{outcome}."),)


def _challenges_note(log: LogPosition) -> Runs:
    out: list[Run] = []
    if log.challenges_not_shown:
        out += [
            Text("Not shown, and whole in the data book: "),
            *named([c.ref for c in log.challenges_not_shown], "challenge"),
            Text(". "),
        ]
    if log.answers_elsewhere:
        refs = sorted({a.ref for a in log.answers_elsewhere})
        out += [Text("Answers also came to "), *named(refs, "challenge"), Text(", which the log does not hold open.")]
    return tuple(out)
